// What someone drew and laid aside, to go along in one proposal. It stays in this tab of the browser until it is proposed.
const PLACE = 'tweespoor.aside';

const all = () => JSON.parse(sessionStorage.getItem(PLACE) ?? '{}');
const keep = (files) => sessionStorage.setItem(PLACE, JSON.stringify(files));

/** By the name of the file: what stands in it, and the page where it is edited. */
export const files = all;

export const find = (name) => all()[name]?.content;

export function put(name, content, address) {
  keep({ ...all(), [name]: { content, address } });
}

export function leave(name) {
  const { [name]: left, ...others } = all();
  keep(others);
}

export function empty() {
  sessionStorage.removeItem(PLACE);
}
