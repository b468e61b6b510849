/**
 * Which package may import which. Arrows point one way; a face computes nothing; `core` stands alone.
 * `npm test` enforces these rules (scripts/tidy/arrows.test.ts); `npx depcruise packages` prints what breaks them.
 */

/** For each package, the packages it may import; tests may import testkit besides. @type {Record<string, readonly string[]>} */
const ARROWS = {
  core: [],
  ledger: ['core'],
  reader: ['core', 'ledger'],
  formats: ['core', 'ledger'],
  reference: ['core', 'ledger'],
  service: ['core', 'ledger', 'reader', 'formats', 'reference'],
  store: ['core', 'ledger', 'service'],
  api: ['core', 'service'],
  cli: ['core', 'formats', 'service', 'store', 'api'],
  web: ['core', 'service'],
  testkit: ['core', 'ledger', 'store'],
};

const TEST_CODE = '\\.test\\.tsx?$|^packages/[^/]+/(test|e2e)/';

/** Packages whose work depends on nothing but their arguments: no file, no process, no network. Hashing is allowed. */
const PURE = ['core', 'ledger', 'reader'];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(ARROWS).map(([name, allowed]) => ({
      name: `arrow-from-${name}`,
      comment: `${name} may import only ${allowed.length === 0 ? 'itself' : allowed.join(', ')}.`,
      severity: /** @type {const} */ ('error'),
      from: { path: `^packages/${name}/` },
      to: { path: '^packages/', pathNot: `^packages/(${[name, 'testkit', ...allowed].join('|')})/` },
    })),
    {
      name: 'testkit-only-in-tests',
      comment: 'testkit is private to the tests.',
      severity: 'error',
      from: { path: '^packages/', pathNot: `${TEST_CODE}|^packages/testkit/` },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'core-imports-nothing',
      comment: 'core has no dependencies, neither from npm nor from Node.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: TEST_CODE },
      to: { pathNot: '^packages/core/src/' },
    },
    {
      name: 'pure-packages-touch-no-machine',
      comment: `${PURE.join(', ')} use no Node module but crypto's hash: files, clock and network belong to the edges.`,
      severity: 'error',
      from: { path: `^packages/(${PURE.join('|')})/src/`, pathNot: TEST_CODE },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'web-takes-types-only-from-service',
      comment: 'The web app talks to the service over HTTP; it may import its types and nothing that runs.',
      severity: 'error',
      from: { path: '^packages/web/src/', pathNot: TEST_CODE },
      to: { path: '^packages/service/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment: 'Modules that import each other in a circle cannot be understood one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere hides an arrow.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
