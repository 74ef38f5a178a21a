/** As the gate writes the name of an element. */
export const plain = (name) => String(name ?? '').replace(/\s+/g, ' ').trim();
