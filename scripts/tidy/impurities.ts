import { relative } from 'node:path';
import ts from 'typescript';

/**
 * Names of the JavaScript language itself through which a clock, chance or hidden state could enter. Names of the
 * browser and of Node need no list: they are not declared for the program below, so any use of one is found.
 */
const BANNED_GLOBALS = new Set(['Date', 'globalThis', 'eval', 'Function', 'Atomics', 'SharedArrayBuffer']);
/** Names the host gives that only turn bytes into text and back: no state, no clock, no machine behind them. */
const BYTE_CODERS = new Set(['TextDecoder', 'TextEncoder', 'Buffer']);
const BANNED_MEMBERS = new Map([['Math', new Set(['random'])]]);

/**
 * Finds each place where code depends on more than its arguments: the clock, chance, the process, files, the network,
 * timers. Returns lines such as "money/x.ts:3: Math.random".
 * Shapes: `files` are absolute paths of TypeScript sources; `root` shortens them in the answer.
 */
export function findImpurities(root: string, files: readonly string[]): readonly string[] {
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts'],
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
  });
  const checker = program.getTypeChecker();
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    if (source === undefined) throw new Error(`TypeScript did not load ${file}`);
    const found: string[] = [];
    const report = (node: ts.Node, what: string) => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${relative(root, file)}:${line + 1}: ${what}`);
    };
    const visit = (node: ts.Node): void => {
      const impurity = impurityOf(node, checker);
      if (impurity !== undefined) report(node, impurity);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

function impurityOf(node: ts.Node, checker: ts.TypeChecker): string | undefined {
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return 'import()';
  if (ts.isMetaProperty(node)) return node.getText();
  if (!ts.isIdentifier(node) || !isReference(node)) return undefined;
  // TypeScript parses the `const` of `as const` as the name of a type.
  if (node.text === 'const') return undefined;
  const symbol = checker.getSymbolAtLocation(node);
  const declarations = symbol?.declarations ?? [];
  // `undefined` and unresolved names both have no declaration; only the first is part of the language.
  if (declarations.length === 0) {
    return node.text === 'undefined' || BYTE_CODERS.has(node.text) || isSealedModule(node)
      ? undefined
      : node.text;
  }
  if (!declarations.every((declaration) => isOfTheLanguage(declaration))) return undefined;
  if (BANNED_GLOBALS.has(node.text)) return node.text;
  const parent = node.parent;
  const banned = BANNED_MEMBERS.get(node.text);
  if (banned === undefined) return undefined;
  // Anything but a plain, allowed member counts: Math[name] or `const { random } = Math` must not slip through.
  const isMember = ts.isPropertyAccessExpression(parent) && parent.expression === node;
  if (!isMember) return node.text;
  return banned.has(parent.name.text) ? `${node.text}.${parent.name.text}` : undefined;
}

/**
 * Whether `WebAssembly` stands here as a type, or makes a module or an instance without imports: such code reaches
 * nothing but its own memory.
 */
function isSealedModule(node: ts.Identifier): boolean {
  if (node.text !== 'WebAssembly') return false;
  const { parent } = node;
  if (ts.isQualifiedName(parent)) return true;
  return (
    ts.isPropertyAccessExpression(parent) &&
    ['Module', 'Instance'].includes(parent.name.text) &&
    ts.isNewExpression(parent.parent) &&
    parent.parent.arguments?.length === 1
  );
}

/** Whether the identifier stands for a value looked up by its name, not for the name of a member or a property. */
function isReference(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isImportClause(parent)) return false;
  if (ts.isImportAttribute(parent)) return false;
  if (ts.isNamedTupleMember(parent) || ts.isTypePredicateNode(parent)) return false;
  return true;
}

function isOfTheLanguage(declaration: ts.Declaration): boolean {
  return /\/typescript\/lib\/lib\..*\.d\.ts$/.test(declaration.getSourceFile().fileName);
}
