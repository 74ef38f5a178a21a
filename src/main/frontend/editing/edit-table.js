// The editor of tables.
import Modeler from 'dmn-js/lib/Modeler';
import camunda from 'camunda-dmn-moddle/resources/camunda.json';
import { plain } from './names.js';
import dutch from './words.js';
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';

export async function open({ drawing, text, key, changed }) {
  // What was typed is there at once, also for who proposes right after it.
  const ours = { additionalModules: [dutch], debounceInput: false };
  const modeler = new Modeler({ container: drawing, moddleExtensions: { camunda }, drd: ours, decisionTable: ours, literalExpression: ours,
    boxedExpression: ours });
  const listened = new WeakSet();
  modeler.on('views.changed', () => {
    const viewer = modeler.getActiveViewer();
    if (viewer && !listened.has(viewer)) {
      listened.add(viewer);
      viewer.on('commandStack.changed', changed);
    }
  });
  const viewOf = (fits) => modeler.getViews().find((view) => fits(view.element) && view.type !== 'drd');
  await modeler.importXML(text, { open: false });
  await modeler.open(viewOf((element) => element.id === key) ?? modeler.getViews()[0]);

  return {
    content: async () => (await modeler.saveXML({ format: true })).xml,
    async select({ element: name, sentence }) {
      const view = viewOf((element) => plain(element.name) === name || element.id === name);
      if (!view) {
        return false;
      }
      await modeler.open(view);
      const { input = [], output = [], rule = [] } = view.element.decisionLogic ?? {};
      const found = rule[Number(/\bregels? (\d+)/.exec(sentence)?.[1]) - 1];
      const column = /kolom '([^']*)'/.exec(sentence)?.[1];
      const place = [...input, ...output].findIndex(({ label }) => plain(label) === column);
      const cell = found && [...found.inputEntry, ...found.outputEntry][Math.max(place, 0)];
      const shown = cell && drawing.querySelector(`[data-element-id="${CSS.escape(cell.id)}"]`);
      shown?.scrollIntoView({ block: 'center' });
      (shown?.querySelector('[contenteditable]') ?? shown)?.focus();
      return true;
    },
  };
}
