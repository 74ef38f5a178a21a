// The most used words of the editors of diagrams and tables, in Dutch. What isn't here stays as the editor has it.
const words = {
  // The palette, and what one does with an element
  'Activate hand tool': 'Verschuif het beeld', 'Activate lasso tool': 'Kies een gebied', 'Activate create/remove space tool': 'Maak ruimte',
  'Activate global connect tool': 'Verbind', 'Create start event': 'Begin', 'Create intermediate/boundary event': 'Tussenmoment',
  'Create end event': 'Einde', 'Create gateway': 'Keuze (ruit)', 'Create task': 'Taak', 'Create expanded sub-process': 'Deelproces',
  'Create data object reference': 'Gegevens', 'Create data store reference': 'Gegevensopslag', 'Create pool/participant': 'Ander proces (balk)',
  'Create group': 'Groep', 'Append end event': 'Einde erachter', 'Append gateway': 'Keuze erachter', 'Append task': 'Taak erachter',
  'Append intermediate/boundary event': 'Tussenmoment erachter', 'Append element': 'Iets erachter', 'Create element': 'Iets nieuws',
  'Add text annotation': 'Schrijf er iets bij', 'Connect to other element': 'Verbind met een ander element', 'Change element': 'Verander de soort',
  'Change type': 'Verander de soort', Delete: 'Verwijder', Append: 'Erachter', Create: 'Nieuw', 'Align elements': 'Lijn uit',
  'Search': 'Zoek', 'Search in diagram': 'Zoek in de tekening', 'Open {element}': 'Open {element}',

  // Kinds of elements
  'Task': 'Taak', 'User task': 'Taak voor mensen', 'Service task': 'Taak van het programma', 'Send task': 'Stuur een bericht',
  'Receive task': 'Wacht op een bericht', 'Business rule task': 'Beslistabel', 'Manual task': 'Taak met de hand', 'Script task': 'Script',
  'Call activity': 'Roep een proces aan', 'Sub-process': 'Deelproces', 'Sub-process (collapsed)': 'Deelproces (dicht)',
  'Sub-process (expanded)': 'Deelproces (open)', 'Exclusive gateway': 'Een van de wegen', 'Parallel gateway': 'Alle wegen tegelijk',
  'Inclusive gateway': 'Een of meer wegen', 'Event-based gateway': 'Wat het eerst gebeurt', 'Start event': 'Begin', 'End event': 'Einde',
  'Intermediate throw event': 'Tussenmoment', 'Timer start event': 'Begin op een tijd', 'Message start event': 'Begin met een bericht',
  'Timer intermediate catch event': 'Wacht op een tijd', 'Message intermediate catch event': 'Wacht op een bericht',
  'Message intermediate throw event': 'Stuur een bericht', 'Timer boundary event': 'Na een tijd', 'Message boundary event': 'Bij een bericht',
  'Sequence flow': 'Pijl', 'Default flow': 'Pijl voor al het andere', 'Conditional flow': 'Pijl met voorwaarde',

  // The panel with properties. Findings name what Camunda Modeler says, so that stands there too.
  'General': 'Algemeen', 'Name': 'Naam', 'ID': 'Id', 'Documentation': 'Toelichting', 'Forms': 'Formulier (Forms)', 'Type': 'Soort',
  'Form reference': 'Id van het formulier', 'Binding': 'Welke versie (Binding)', 'User assignment': 'Wie doet het', 'Assignee': 'Persoon (Assignee)',
  'Candidate groups': 'Groepen (Candidate groups)', 'Candidate users': 'Personen', 'Due date': 'Uiterste dag (Due date)', 'Follow up date': 'Oppakken vanaf',
  'Priority': 'Prioriteit', 'Condition': 'Voorwaarde', 'Condition Expression': 'Voorwaarde', 'Expression': 'Expressie',
  'Implementation': 'Wat het doet (Implementation)', 'Decision reference': 'Id van de tabel', 'Called element': 'Id van het proces (Called element)',
  'Called Element': 'Id van het proces (Called Element)', 'Result variable': 'Naam van de uitkomst', 'Inputs': 'Gaat erin', 'Outputs': 'Komt eruit',
  'Input mappings': 'Gaat erin', 'Output mappings': 'Komt eruit', 'Extension properties': 'Eigenschappen', 'Execution listeners': 'Luisteraars',
  'Task listeners': 'Luisteraars van de taak', 'Asynchronous continuations': 'Gaat later verder', 'Before': 'Ervoor', 'After': 'Erna',
  'Job execution': 'Uitvoering', 'History cleanup': 'Bewaren', 'Time to live': 'Hoe lang bewaren (Time to live)', 'Tasklist': 'Tasklist',
  'Startable': 'Te starten', 'Message': 'Bericht (Message)', 'Timer': 'Tijd', 'Template': 'Sjabloon', 'Select': 'Kies', 'Multi-instance': 'Meer keer',
  'Executable': 'Kan starten (Executable)', 'Version tag': 'Versienaam', 'Candidate starter': 'Wie start het', 'External task': 'Taak voor buiten',
  // Tables
  'View DRD': 'Toon alle tabellen', 'View DMN': 'Toon alle tabellen', 'When': 'Als', 'And': 'En', 'Then': 'Dan', 'Annotation': 'Waarom',
  'Annotations': 'Waarom (Annotations)', 'Hit policy:': 'Welke regel geldt:', 'Hit policy': 'Welke regel geldt', 'Add rule': 'Nieuwe regel', 'Rules': 'Regels',
  'Add rule above': 'Nieuwe regel hierboven', 'Add rule below': 'Nieuwe regel hieronder', 'Remove rule': 'Verwijder de regel',
  'Copy rule': 'Kopieer de regel', 'Cut rule': 'Knip de regel', 'Rule': 'Regel', 'Input': 'Als', 'Output': 'Dan', 'Add input': 'Nieuwe kolom (als)',
  'Add output': 'Nieuwe kolom (dan)', 'Add input column left': 'Nieuwe kolom links', 'Add input column right': 'Nieuwe kolom rechts',
  'Edit input': 'Wijzig de kolom', 'Edit output': 'Wijzig de kolom', 'Predefined values': 'Waaruit te kiezen', 'Input variable': 'Naam',
  'Output name': 'Naam van de uitkomst', 'Output label': 'Kop', 'Input label': 'Kop', 'Expression language': 'Taal', 'Any value': 'Alles',

  'Value': 'Waarde', 'Error': 'Fout', 'Signal': 'Signaal (Signal)', 'Escalation': 'Melding omhoog',
};

const translate = (text, replacements = {}) => (words[text] ?? text).replace(/{([^}]+)}/g, (_, name) => replacements[name] ?? `{${name}}`);

export default { translate: ['value', translate] };
