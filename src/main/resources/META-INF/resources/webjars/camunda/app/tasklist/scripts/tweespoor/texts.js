/*
 * Camunda Forms (form-js 1.8.7) has its texts in English in its code, out of reach of locales/nl.json, and so have a few
 * parts of Tasklist around it. This script looks for those texts on the page and replaces them. A rule says where a text stands (`in`), what it is
 * (`text`, or an attribute), and what it becomes. A Dutch text matches no rule, so looking twice does no harm.
 *
 * The logo of bpmn.io below a form, and what it shows, stay as they are: its licence asks for that.
 */

const REQUIRED = {
  checkbox: 'Zet hier een vinkje.',
  radio: 'Maak een keuze.',
  select: 'Maak een keuze.',
  checklist: 'Kies minstens één antwoord.',
  taglist: 'Kies minstens één antwoord.'
};

function requiredText(element) {
  const field = element.closest('.fjs-form-field');
  const type = Object.keys(REQUIRED).find(name => field && field.classList.contains(`fjs-form-field-${name}`));
  return type ? REQUIRED[type] : 'Vul dit veld in.';
}

// `$1` and `$2` stand for what the round brackets found.
const TEXT_RULES = [
  {in: '.fjs-form-field-error li', texts: [
    [/^Field is required\.$/, requiredText],
    [/^Field must match pattern [^]*$/, 'Dit klopt niet met de gevraagde vorm. Zie de toelichting bij het veld.'],
    [/^Field must have minimum value of (.+)\.$/, 'Vul een getal van minstens $1 in.'],
    [/^Field must have maximum value of (.+)\.$/, 'Vul een getal van hoogstens $1 in.'],
    [/^Field must have minimum length of (.+)\.$/, 'Gebruik minstens $1 tekens.'],
    [/^Field must have maximum length of (.+)\.$/, 'Gebruik hoogstens $1 tekens.'],
    [/^Field must be a valid\s+international phone number\..*$/,
      'Vul een telefoonnummer met landcode in, zoals +31201234567.'],
    [/^Field must be a valid email\.$/, 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.'],
    [/^Value is not a number\.$/, 'Vul een getal in.'],
    [/^Value is expected to be an integer\.$/, 'Vul een heel getal in, zonder komma.'],
    [/^Value is expected to have at most 1 decimal digit\.$/, 'Gebruik hoogstens 1 cijfer achter de komma.'],
    [/^Value is expected to have at most (\d+) decimal digits\.$/, 'Gebruik hoogstens $1 cijfers achter de komma.'],
    [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
      'Dit getal kan hier niet. Kies $1 of $2.'],
    [/^Date and time must both be entered\.$/, 'Vul de datum én de tijd in.']
  ]},
  {in: '.fjs-select-placeholder', texts: [[/^Select$/, 'Maak een keuze']]},
  {in: '.fjs-dropdownlist-empty', texts: [
    [/^No results$/, 'Niets gevonden'],
    [/^All values selected$/, 'Alles is al gekozen']
  ]},
  {in: '.fjs-taglist-skip-link', texts: [[/^Skip to search$/, 'Naar het zoekveld']]},
  {in: '.fjs-table-empty, .fjs-table-td[colspan]', texts: [[/^Nothing to show\.$/, 'Er is niets om te tonen.']]},
  {in: '.fjs-table-nav-label', texts: [[/^ of $/, ' van ']]},
  {in: '.fjs-repeat-render-add', texts: [[/^Add new$/, 'Rij toevoegen']]},
  {in: '.fjs-repeat-render-collapse', texts: [
    [/^Expand all \((\d+)\)$/, 'Alles tonen ($1)'],
    [/^Collapse$/, 'Minder tonen']
  ]},
  {in: '.app-switch li a', texts: [
    [/^\s*Admin\s*$/, 'Beheer'],
    [/^\s*Tasklist\s*$/, 'Taken']
  ]},
  // What people look for; the process goes on long after that.
  {in: '.modal-content .processes a, .modal-content .modal-title', texts: [[/^\s*(Proces starten: )?Innovatie\s*$/, 'Kans melden']]},
  {in: '.text-help', texts: [
    [/^\s*E\.g\.: `(.+)`, `(.+)` or `(.+)`\s*$/, 'Bijvoorbeeld $1, $2 of $3'],
    [/^\s*E\.g\.: `(.+)`\s*$/, 'Bijvoorbeeld $1'],
    [/^\s*List of values seperated by comma\. E\.g\.: `(.+)`\s*$/, 'Waarden met komma’s ertussen, zoals $1'],
    [/^\s*List of values separated by comma or an expression .+ E\.g\.: `(.+)` or `(.+)`\s*$/,
      'Waarden met komma’s ertussen, zoals $1, of een expressie die een lijst geeft, zoals $2']
  ]},
  {in: '.close .sr-only', texts: [[/^\s*Close\s*$/, 'Sluiten']]}
];

const ATTRIBUTE_RULES = [
  {in: '.fjs-form input[placeholder]', attribute: 'placeholder', texts: [
    [/^Search$/, 'Zoeken'],
    [/^dd-mm-yyyy$/, 'dd-mm-jjjj'],
    [/^hh:mm( \?m)?$/, 'uu:mm']
  ]},
  {in: '.fjs-taglist-tag-remove', attribute: 'title', texts: [[/^Remove tag$/, 'Weghalen']]},
  {in: '.fjs-image-placeholder-inner img', attribute: 'alt', texts: [[/^This is an image placeholder$/, 'Geen afbeelding']]},
  {in: '.fjs-form [aria-label]', attribute: 'aria-label', texts: [
    [/^Increment$/, 'Hoger'],
    [/^Decrement$/, 'Lager'],
    [/^Previous page$/, 'Vorige pagina'],
    [/^Next page$/, 'Volgende pagina'],
    [/^Remove list item (\d+)$/, 'Rij $1 weghalen'],
    // form-js names the wrong direction in these three; what a click does is told here.
    [/^Click to sort by (.+) descending$/, 'Sorteer op $1, oplopend'],
    [/^Click to remove sorting$/, 'Sorteer aflopend'],
    [/^Click to sort by (.+) ascending$/, 'Haal de sortering op $1 weg']
  ]},
  {in: '.navigation button[title]', attribute: 'title', texts: [
    [/^zoom in$/, 'Inzoomen'],
    [/^zoom out$/, 'Uitzoomen'],
    [/^reset zoom$/, 'Hele schema tonen']
  ]}
];

function translate(text, texts, element) {
  const found = texts.find(([english]) => english.test(text));
  if (!found) {
    return text;
  }
  const [english, dutch] = found;
  return typeof dutch === 'function' ? dutch(element) : text.replace(english, dutch);
}

function translatePage() {
  for (const rule of TEXT_RULES) {
    for (const element of document.querySelectorAll(rule.in)) {
      for (const node of element.childNodes) {
        const dutch = node.nodeType === Node.TEXT_NODE ? translate(node.data, rule.texts, element) : undefined;
        if (dutch !== undefined && dutch !== node.data) {
          // Not replaced by another node: form-js keeps a reference to this one.
          node.data = dutch;
        }
      }
    }
  }
  for (const rule of ATTRIBUTE_RULES) {
    for (const element of document.querySelectorAll(rule.in)) {
      const english = element.getAttribute(rule.attribute);
      const dutch = english === null ? null : translate(english, rule.texts, element);
      if (dutch !== english) {
        element.setAttribute(rule.attribute, dutch);
      }
    }
  }
}

new MutationObserver(translatePage).observe(document.documentElement, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['placeholder', 'title', 'aria-label', 'alt']
});

/*
 * form-js shows and reads a date the way the browser does by default, so that 05-12 is May on one computer and
 * December on another. It asks for the locale 'default', which nobody else does; that question gets a Dutch answer.
 */
const DUTCH_DATE = {day: '2-digit', month: '2-digit', year: 'numeric'};
Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct(target, [locale, options], newTarget) {
    return locale === 'default'
      ? Reflect.construct(target, ['nl-NL', options || DUTCH_DATE], newTarget)
      : Reflect.construct(target, [locale, options], newTarget);
  }
});

// The calendar of form-js is flatpickr, which puts itself on window.
window.flatpickr.localize({
  weekdays: {
    shorthand: ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'],
    longhand: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag']
  },
  months: {
    shorthand: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
    longhand: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober',
      'november', 'december']
  },
  firstDayOfWeek: 1,
  rangeSeparator: ' t/m ',
  weekAbbreviation: 'week',
  scrollTitle: 'Scroll om te veranderen',
  toggleTitle: 'Klik om te wisselen',
  yearAriaLabel: 'Jaar',
  monthAriaLabel: 'Maand',
  hourAriaLabel: 'Uur',
  minuteAriaLabel: 'Minuut',
  time_24hr: true,
  ordinal: () => ''
});
window.flatpickr.setDefaults({
  ariaDateFormat: 'l j F Y',
  // On a telephone it would make way for the browser's own date field, which follows the browser's language again.
  disableMobile: true
});
