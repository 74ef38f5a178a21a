// Run in this folder. Installs what package-lock.json says, unless that is there, and makes in the given folder the one style
// sheet of our pages (the components of NL Design System, with our own look after them) and their scripts. Beside it, where no
// browser asks, come the fonts that go in a PDF.
import { execSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const read = (...path) => readFileSync(join(...path), 'utf8');

const lock = read('package-lock.json');
const installed = join('node_modules', '.installed');
if (!existsSync(installed) || read(installed) !== lock) {
  execSync('npm ci', { stdio: 'inherit' });
  writeFileSync(installed, lock);
}

const components = Object.keys(JSON.parse(read('package.json')).dependencies).filter((name) => name.startsWith('@utrecht/'))
  .map((name) => read('node_modules', name, 'dist', 'index.css'));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'tweespoor.css'), [...components, read('tweespoor.css')].join('\n'));

// The policy of our pages lets no script write a style sheet in them; a sheet that a script makes as an object may be there. The
// library that styles the fields for expressions knows both, and takes the second for parts of a page only.
const styledByObjects = {
  name: 'styled-by-objects',
  setup: ({ onLoad }) => onLoad({ filter: /style-mod\.js$/ }, ({ path }) => {
    const before = read(path);
    const contents = before.replace('!root.head && root.adoptedStyleSheets', 'root.adoptedStyleSheets');
    if (contents === before) {
      throw new Error(`${path} no longer chooses how it styles as we know it`);
    }
    return { contents };
  }),
};

// Each by itself: what draws diagrams, what shows forms and each of the editors is big, and asked for only when someone opens one.
const { build } = await import('esbuild');
await build({
  entryPoints: ['pages.js', 'diagram.js', 'form.js', ...['edit', 'edit-process', 'edit-table', 'edit-form'].map((name) => join('editing', `${name}.js`))],
  outdir: join(folder, 'scripts'),
  entryNames: '[name]',
  assetNames: '[name]',
  external: ['./diagram.js', './form.js', './edit-*.js'],
  loader: { '.woff2': 'file', '.woff': 'file', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty' },
  plugins: [styledByObjects],
  bundle: true,
  format: 'esm',
  minify: true,
  legalComments: 'eof',
  banner: { js: `/*! Diagrams, tables and forms are drawn by bpmn-js, dmn-js and form-js:\n${read('node_modules', 'bpmn-js', 'LICENSE')}*/` },
});

const fonts = join(folder, '..', 'fonts');
mkdirSync(fonts, { recursive: true });
['400Regular', '700Bold'].forEach((font) => copyFileSync(
  join('node_modules', '@expo-google-fonts', 'open-sans', font, `OpenSans_${font}.ttf`), join(fonts, `OpenSans_${font}.ttf`)));
