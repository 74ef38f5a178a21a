// Draws a model with the way that a dossier went through it, or with what a proposal changes in it.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { styled } from './styles.js';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

const drawable = styled('diagram.css');

/** Of an attribute that is left out when it would be empty. */
const pairs = (text = '') => text.split(' ').filter(Boolean).map((pair) => pair.split('='));

/** Draws the model of this fold in this place; `open` goes to the fold of another model. */
export async function show(fold, place, open) {
  const [answer] = await Promise.all([fetch(fold.dataset.model), drawable]);
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  // The wheel is for the page: whoever scrolls past a diagram would get stuck in it.
  const viewer = new NavigatedViewer({ container: place, zoomScroll: { enabled: false } });
  await viewer.importXML(await answer.text());
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const elements = viewer.get('elementRegistry');
  canvas.zoom('fit-viewport', 'auto');

  const drawing = place.querySelector('.djs-container svg');
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', place.dataset.name);

  pairs(fold.dataset.passed).filter(([id]) => elements.get(id)).forEach(([id, times]) => {
    canvas.addMarker(id, 'passed');
    const often = document.createElement('span');
    often.className = 'often';
    often.textContent = `${times}×`;
    overlays.add(id, { position: { top: -12, right: 12 }, html: often });
  });
  pairs(fold.dataset.here).filter(([id]) => elements.get(id)).forEach(([id]) => canvas.addMarker(id, 'here'));

  ['came', 'went', 'changed'].forEach((what) => (fold.dataset[what] ?? '').split(' ').filter((id) => id && elements.get(id))
    .forEach((id) => canvas.addMarker(id, what)));

  const calls = new Map(pairs(fold.dataset.calls));
  calls.forEach((anchor, id) => elements.get(id) && canvas.addMarker(id, 'opens'));
  viewer.on('element.click', ({ element }) => calls.has(element.id) && open(calls.get(element.id)));

  place.before(buttons(canvas));
}

function buttons(canvas) {
  const bar = document.createElement('p');
  bar.className = 'zoom';
  const kinds = [['Groter', () => canvas.zoom(canvas.zoom() * 1.25)], ['Kleiner', () => canvas.zoom(canvas.zoom() / 1.25)],
    ['Passend', () => canvas.zoom('fit-viewport', 'auto')]];
  kinds.forEach(([name, does]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'utrecht-button utrecht-button--subtle';
    button.textContent = name;
    button.addEventListener('click', does);
    bar.append(button);
  });
  return bar;
}
