// What our pages can do more in a browser that runs scripts. Without it everything can be read.

const toPrint = new URLSearchParams(location.search).has('print');

// A page that is asked for to be printed prints itself; one that is printed by hand is told to the log of who read it.
if (toPrint) {
  addEventListener('load', () => print());
} else {
  addEventListener('beforeprint', () => fetch(`${location.pathname}?print`, { keepalive: true }));
}

const folds = [...document.querySelectorAll('details[data-model], details[data-form]')];

async function draw(fold) {
  const place = fold.querySelector('.diagram, .as-in-tasklist');
  if (!place.hidden) {
    return;
  }
  place.hidden = false;
  try {
    const { show } = await (fold.dataset.form ? import('./form.js') : import('./diagram.js'));
    await show(fold, place, open);
  } catch {
    place.textContent = 'Dit kan nu niet worden getoond. De lijst op deze pagina zegt hetzelfde.';
  }
}

/** Opens the fold with this id and goes there. */
function open(id) {
  const fold = folds.find((one) => one.id === id);
  if (fold) {
    fold.open = true;
    fold.scrollIntoView();
  }
}

folds.forEach((fold) => fold.addEventListener('toggle', () => fold.open && draw(fold)));
folds.filter((fold) => fold.open).forEach(draw);
addEventListener('hashchange', () => open(location.hash.slice(1)));
open(location.hash.slice(1));
