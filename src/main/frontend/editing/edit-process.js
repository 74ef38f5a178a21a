// The editor of processes: what Camunda Modeler draws with, with the same properties and our own kinds of steps.
import Modeler from 'bpmn-js/lib/Modeler';
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, CamundaPlatformPropertiesProviderModule } from 'bpmn-js-properties-panel';
import { ElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates';
import chooser from '@bpmn-io/element-template-chooser';
import behaviors from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import templates from '../../../../.camunda/element-templates/tweespoor.json';
import { plain } from './names.js';
import dutch from './words.js';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import 'bpmn-js-element-templates/dist/assets/element-templates.css';
import '@bpmn-io/element-template-chooser/dist/element-template-chooser.css';

const PALETTE = 130;

export async function open({ drawing, properties, text, changed }) {
  const modeler = new Modeler({
    container: drawing,
    propertiesPanel: { parent: properties },
    // What was typed is there at once, also for who proposes right after it.
    debounceInput: false,
    moddleExtensions: { camunda },
    additionalModules: [BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, CamundaPlatformPropertiesProviderModule,
      ElementTemplatesPropertiesProviderModule, chooser, behaviors, dutch],
  });
  modeler.get('elementTemplatesLoader').setTemplates(templates);
  await modeler.importXML(text);
  const canvas = modeler.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  // Beside the palette, which lies over the drawing.
  canvas.zoom(canvas.zoom() * (1 - PALETTE / canvas.getSize().width), { x: canvas.getSize().width, y: canvas.getSize().height / 2 });
  modeler.on('commandStack.changed', changed);
  const elements = modeler.get('elementRegistry');

  const named = (name) => elements.filter(({ businessObject: it }) => it && (plain(it.name) === name || it.id === name
    || (it.sourceRef && `pijl van ${plain(it.sourceRef.name)} naar ${plain(it.targetRef?.name)}` === name)
    || (it.outgoing?.some((way) => `ruit of punt voor ${plain(way.targetRef?.name)}` === name) && !it.name)))
    .filter((element) => element.type !== 'label');

  return {
    content: async () => (await modeler.saveXML({ format: true })).xml,
    select({ element: name }) {
      const [element] = named(name);
      if (element) {
        canvas.scrollToElement(element);
        modeler.get('selection').select(element);
      }
      return Boolean(element);
    },
  };
}
