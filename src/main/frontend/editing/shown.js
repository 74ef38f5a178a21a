// A form as Tasklist shows it: by the very version that Tasklist has.
import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';

/** What a dossier would fill in is empty here. */
export async function show(place, schema) {
  place.replaceChildren();
  await new Form({ container: place }).importSchema(schema, {});
}
