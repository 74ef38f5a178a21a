// The page on which someone changes a model, a table or a form: what is drawn is checked by the gate, and sent as a proposal.
import * as aside from './aside.js';

const SOME_SECONDS = 3000;

const page = document.querySelector('main');
const at = (id) => document.getElementById(id);
const { kind, key, source } = page.dataset;
const form = at('propose');
const drawing = at('drawing');

let editor;
let unsaved = false;
let waiting;
let asked = 0;

function element(name, text, className = '') {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function button(text, does) {
  const made = element('button', text, 'utrecht-button utrecht-button--subtle');
  made.type = 'button';
  made.addEventListener('click', does);
  return made;
}

/** A form that is new is called after its id. */
const nameOf = (content) => page.dataset.file || `${JSON.parse(content).id}.form`;

async function drawn() {
  const content = await editor.content();
  return { name: nameOf(content), content };
}

/** All that goes along, with the token of this page. */
async function sending() {
  const own = await drawn();
  const data = new FormData(form);
  const others = Object.entries(aside.files()).filter(([name]) => name !== own.name);
  [[own.name, own], ...others].forEach(([name, { content }]) => data.append('files', new Blob([content]), name));
  return { data, own };
}

function changed() {
  unsaved = true;
  clearTimeout(waiting);
  waiting = setTimeout(check, SOME_SECONDS);
}

async function check() {
  clearTimeout(waiting);
  const mine = ++asked;
  at('checked').textContent = 'Tweespoor controleert …';
  try {
    const { data, own } = await sending();
    const answer = await fetch('/processes/check', { method: 'POST', body: data });
    const found = answer.ok && !answer.redirected ? await answer.json() : null;
    if (mine === asked) {
      tell(found, own.name);
    }
  } catch {
    tell(null);
  }
}

function tell(found, own) {
  at('findings').replaceChildren(...(found ?? []).map((one) => finding(one, own)));
  at('checked').textContent = !found
    ? 'De controle lukte niet. Uw tekening staat er nog. Kijk of u nog bent ingelogd, en controleer opnieuw.'
    : found.length === 0 ? 'In orde: hier is niets op aan te merken.'
      : `${found.length === 1 ? 'Eén punt' : `${found.length} punten`} om op te lossen.`;
}

function finding(one, own) {
  const item = element('li', '');
  const where = [one.file === own ? '' : one.file, one.element].filter(Boolean).join(': ');
  if (where) {
    item.append(element('b', where), document.createTextNode(': '));
  }
  item.append(document.createTextNode(one.sentence));
  if (one.element && one.file === own) {
    const shows = button('Wijs aan', async () => {
      if (!await editor.select(one)) {
        shows.replaceWith(element('span', 'Dit staat niet in de tekening.'));
      }
    });
    shows.setAttribute('aria-label', `Wijs aan: ${one.element}`);
    item.append(document.createTextNode(' '), shows);
  }
  return item;
}

function refuse(sentences) {
  at('refused').hidden = sentences.length === 0;
  at('refused').firstElementChild.replaceChildren(...sentences.map((sentence) => element('p', sentence, 'utrecht-paragraph typed')));
}

/** As the page for files does: what it refuses stands in its answer. */
async function propose(event) {
  event.preventDefault();
  refuse([]);
  const go = form.querySelector('button');
  go.disabled = true;
  try {
    const { data } = await sending();
    const answer = await fetch(form.action, { method: 'POST', body: data });
    const there = new URL(answer.url).pathname;
    if (there.startsWith('/processes/changes/')) {
      unsaved = false;
      aside.empty();
      location.assign(there);
      return;
    }
    const refused = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelectorAll('[role=alert] p');
    refuse(refused.length > 0 ? [...refused].map((sentence) => sentence.textContent) : ['Dat lukte niet. Uw tekening staat er nog.'
      + ' Bent u nog ingelogd? Kies anders Leg opzij, log opnieuw in en open deze pagina weer.']);
  } catch {
    refuse(['Tweespoor is nu niet te bereiken. Uw tekening staat er nog: probeer het straks opnieuw.']);
  } finally {
    go.disabled = false;
  }
  at('refused').scrollIntoView({ block: 'center' });
}

async function putAside() {
  const { name, content } = await drawn();
  aside.put(name, content, location.pathname);
  unsaved = false;
  listAside();
  at('checked').textContent = `${name} ligt opzij. Het gaat mee met wat u hierna bewerkt en voorstelt.`;
}

function listAside() {
  const list = at('aside').querySelector('ul');
  list.replaceChildren(...Object.entries(aside.files()).map(([name, { address }]) => {
    const item = element('li', '');
    const link = element('a', name, 'utrecht-link utrecht-link--html-a touch');
    link.href = address;
    const leaves = button('Laat weg', () => {
      aside.leave(name);
      listAside();
    });
    leaves.setAttribute('aria-label', `Laat weg: ${name}`);
    item.append(link, document.createTextNode(' '), leaves);
    return item;
  }));
  at('aside').hidden = list.children.length === 0;
}

async function download() {
  const { name, content } = await drawn();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function live() {
  if (!source) {
    return '';
  }
  const answer = await fetch(source);
  if (!answer.ok || answer.redirected) {
    throw new Error(answer.status);
  }
  return answer.text();
}

async function begin() {
  const kept = aside.find(page.dataset.file);
  const [{ open }, text] = await Promise.all([import(`./edit-${kind}.js`), kept ?? live()]);
  editor = await open({ drawing, properties: at('properties'), text, key, changed });
  at('check').addEventListener('click', check);
  at('put-aside').addEventListener('click', putAside);
  at('download').addEventListener('click', download);
  at('show')?.addEventListener('click', async () => {
    at('shown').showModal();
    await editor.show(at('shown').querySelector('.as-in-tasklist'));
  });
  form.addEventListener('submit', propose);
  listAside();
  if (kept) {
    at('checked').textContent = 'U gaat verder met wat u opzij legde.';
  }
  page.dataset.ready = 'yes';
}

addEventListener('beforeunload', (event) => {
  if (unsaved) {
    event.preventDefault();
  }
});

begin().catch(() => {
  at('checked').textContent = 'Dit kan hier niet worden geopend. Download het bestand en wijzig het in Camunda Modeler.';
});
