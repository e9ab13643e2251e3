/*
 * Who may import whom. The house has floors; each folder imports only what stands above it. A rule that fires says in its comment
 * which neighbours are allowed, so that the way out is plain: move the code up to a floor that both may use, or turn the call around.
 */

/** The domains of shared/, in order: each may import itself and those before it. */
const domains = [
  'base', 'ontology', 'phenotype', 'disease', 'variant', 'pedigree', 'inheritance', 'ranking', 'trial', 'referral', 'casefile', 'interchange', 'contract',
];

/** Every folder that may hold code, with what it may import of the project besides itself. */
const folders = {
  db: ['shared'],
  'electron/backend': ['db', 'shared'],
  'electron/loopback': ['electron/backend', 'shared/base', 'shared/contract'],
  'electron/preload': [],
  'electron/main': ['electron/backend', 'electron/preload', 'electron/cli', 'shared/base', 'shared/contract'],
  'electron/build': [],
  'electron/cli': ['electron/backend', 'electron/loopback', 'electron/build', 'db', 'shared'],
  renderer: ['shared'],
};

const words = (list) => (list.length === 0 ? 'nothing else of the project' : list.join(', '));
const anyOf = (list) => `^(${list.join('|')})(/|$)`;
const ownCode = '^(shared|db|electron|renderer|tests)/';

const domainRules = domains.map((domain, place) => ({
  name: `shared-${domain}`,
  severity: 'error',
  comment: `shared/${domain} may import ${words(domains.slice(0, place).map((name) => `shared/${name}`))} and itself. Domains are in the order: ${domains.join(', ')}.`,
  from: { path: `^shared/${domain}/` },
  to: { path: ownCode, pathNot: anyOf(domains.slice(0, place + 1).map((name) => `shared/${name}`)) },
}));

const folderRules = Object.entries(folders).map(([folder, allowed]) => ({
  name: folder.replace('/', '-'),
  severity: 'error',
  comment: `${folder} may import ${words(allowed)} and itself.`,
  from: { path: `^${folder}/` },
  to: { path: ownCode, pathNot: anyOf([...allowed, folder]) },
}));

/** Packages, each with the folders that may use it; a package that stands nowhere here is refused until someone decides where it belongs. */
const packages = {
  zod: '^(shared|db|electron|renderer)/',
  'better-sqlite3-multiple-ciphers': '^db/',
  'hash-wasm': '^db/',
  electron: '^electron/(main|preload)/',
  vite: '^(electron/build|renderer/vite\\.config\\.ts)',
  esbuild: '^electron/build/',
  '@vitejs/plugin-react': '^renderer/vite\\.config\\.ts',
  react: '^renderer/',
  'react-dom': '^renderer/',
  'react-aria-components': '^renderer/',
  '@tanstack/react-query': '^renderer/',
  '@tanstack/react-virtual': '^renderer/',
  '@xyflow/react': '^renderer/',
  '@fontsource-variable/inter': '^renderer/',
  'lucide-react': '^renderer/',
  i18next: '^renderer/',
  'react-i18next': '^renderer/',
  zustand: '^renderer/',
  // Reads attached PDFs, in a thread of its own.
  unpdf: '^renderer/features/overview/pdf-worker\\.ts',
  docx: '^electron/backend/exports/',
  '@resvg/resvg-wasm': '^electron/backend/exports/',
  // The clock of the benchmarks.
  tinybench: '^electron/cli/',
};
const packagePath = (name) => `node_modules/(@types/)?${name.replace('/', '\\/')}(/|$)`;

const packageRules = Object.entries(packages).map(([name, where]) => ({
  name: `package-${name.replace(/[@/]/g, '-')}`,
  severity: 'error',
  comment: `The package ${name} may be used only in ${where} and in tests/.`,
  from: { path: ownCode, pathNot: `${where}|^tests/` },
  to: { path: packagePath(name) },
}));

module.exports = {
  forbidden: [
    ...domainRules,
    ...folderRules,
    ...packageRules,
    {
      name: 'unclassified-folder',
      severity: 'error',
      comment: `Code lives in shared/{${domains.join(',')}}, ${Object.keys(folders).join(', ')} or tests. Give a new folder a place in .dependency-cruiser.cjs first.`,
      from: { path: ownCode, pathNot: [anyOf(domains.map((name) => `shared/${name}`)), anyOf(Object.keys(folders)), '^tests/'] },
      to: {},
    },
    {
      name: 'unclassified-package',
      severity: 'error',
      comment: 'This package stands nowhere in the list `packages` of .dependency-cruiser.cjs. Decide which folders may use it, and write it there.',
      from: { path: ownCode, pathNot: '^tests/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'], pathNot: Object.keys(packages).map(packagePath) },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      comment: 'shared/ is pure: no Node. Take what you need as an argument, and let electron/backend or db read the world.',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-is-a-web-page',
      severity: 'error',
      comment: 'renderer/ runs in a sandboxed page: no Node. Ask the backend through renderer/client.',
      from: { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contract-values-through-the-client',
      severity: 'error',
      comment: 'The procedures of the contract are called through renderer/client only; elsewhere in renderer/ import their types (`import type`) and call the client.',
      from: { path: '^renderer/', pathNot: '^renderer/client/' },
      to: { path: '^shared/contract/(contract|wire|procedure)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tests-only-in-tests',
      severity: 'error',
      comment: 'The product does not import from tests/.',
      from: { path: '^(shared|db|renderer|electron)/' , pathNot: '^electron/cli/commands/bench' },
      to: { path: '^tests/' },
    },
    { name: 'no-cycle', severity: 'error', comment: 'These files import each other in a circle. Move what both need into a third file.', from: { path: ownCode }, to: { circular: true } },
    {
      name: 'unresolved',
      severity: 'error',
      comment: 'This import leads nowhere. Project files are imported as #shared/…, #db/…, #electron/…, #renderer/…, #tests/… with their extension.',
      from: { path: ownCode },
      to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw)$' },
    },
    {
      name: 'no-relative-import',
      severity: 'error',
      comment: 'Import by #folder/… and not relative to the file, so that files can be moved and found.',
      from: { path: ownCode },
      to: { dependencyTypes: ['local'], dependencyTypesNot: ['aliased-subpath-import'], path: ownCode, pathNot: '\\.css$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    moduleSystems: ['es6', 'cjs'],
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts', '.css'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
