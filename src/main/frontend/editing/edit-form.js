// The editor of forms, of the very version with which Tasklist shows them: what it offers, Tasklist can show.
import { FormEditor } from '@bpmn-io/form-js-editor';
import { plain } from './names.js';
import { show } from './shown.js';
import '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css';
import '@bpmn-io/form-js-editor/dist/assets/properties-panel.css';
import '@bpmn-io/form-js-editor/dist/assets/dragula.css';

const EMPTY = JSON.stringify({ id: 'nieuw-formulier', type: 'default', schemaVersion: 16, executionPlatform: 'Camunda Platform',
  executionPlatformVersion: '7.24.0', components: [] });

const NAMES = ['label', 'dateLabel', 'timeLabel', 'key', 'type'];

/** In the order in which it stood before, so that a comparison line by line shows what someone changed. */
function inOrderOf(before, now) {
  if (Array.isArray(now)) {
    const known = Array.isArray(before) ? before : [];
    return now.map((one, index) => inOrderOf(one?.id ? known.find((each) => each?.id === one.id) : known[index], one));
  }
  if (now === null || typeof now !== 'object') {
    return now;
  }
  const names = new Set([...Object.keys(before ?? {}).filter((name) => name in now), ...Object.keys(now)]);
  return Object.fromEntries([...names].map((name) => [name, inOrderOf(before?.[name], now[name])]));
}

export async function open({ drawing, properties, text, changed }) {
  const before = JSON.parse(text || EMPTY);
  // What was typed is there at once, also for who proposes right after it.
  const editor = new FormEditor({ container: drawing, propertiesPanel: { parent: properties }, exporter: before.exporter, debounce: false });
  await editor.importSchema(structuredClone(before));
  editor.on('commandStack.changed', changed);
  const content = async () => `${JSON.stringify(inOrderOf(before, editor.saveSchema()), null, 2)}\n`;

  return {
    content,
    select({ element: name }) {
      const field = editor.get('formFieldRegistry').getAll().find((one) => plain(NAMES.map((each) => one[each]).find(Boolean)) === name);
      if (field) {
        editor.get('selection').set(field);
      }
      return Boolean(field);
    },
    show: (place) => show(place, editor.saveSchema()),
  };
}
