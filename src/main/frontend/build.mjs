// Run in this folder. Installs what package-lock.json says, unless that is there, and makes the one style sheet of our pages
// in the given folder: the components of NL Design System, with our own look after them.
import { execSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const read = (...path) => readFileSync(join(...path), 'utf8');

const lock = read('package-lock.json');
const installed = join('node_modules', '.installed');
if (!existsSync(installed) || read(installed) !== lock) {
  execSync('npm ci', { stdio: 'inherit' });
  writeFileSync(installed, lock);
}

const components = Object.keys(JSON.parse(read('package.json')).dependencies)
  .map((name) => read('node_modules', name, 'dist', 'index.css'));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'tweespoor.css'), [...components, read('tweespoor.css')].join('\n'));
