import ts from 'typescript';

/** Parses one source text; enough for checks that look at its form and not at its types. */
function parse(name: string, text: string): ts.SourceFile {
  const kind = name.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true, kind);
}

/** Whether the module has a default export, in any of its spellings. */
export function hasDefaultExport(name: string, text: string): boolean {
  return parse(name, text).statements.some((statement) => {
    if (ts.isExportAssignment(statement)) return true;
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    ) {
      return statement.exportClause.elements.some((element) => element.name.text === 'default');
    }
    return (
      ts.canHaveModifiers(statement) &&
      (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
    );
  });
}

/** The statements of an index.ts that are not exports from another module, shortened to their first line. */
export function statementsBesideExports(name: string, text: string): readonly string[] {
  return parse(name, text)
    .statements.filter((statement) => !(ts.isExportDeclaration(statement) && statement.moduleSpecifier))
    .map((statement) => statement.getText().split('\n')[0] ?? '');
}

/** Calls that leave tests out, such as `test.only` or `describe.skip`, as they are written. */
export function leftOutTests(name: string, text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && ['only', 'skip', 'todo'].includes(node.name.text)) {
      const root = node.expression.getText().split('.')[0] ?? '';
      if (['test', 'it', 'describe', 'suite', 'bench'].includes(root)) found.push(node.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(name, text));
  return found;
}
