import ts from 'typescript';

/**
 * Finds floating point in code that must be exact: a literal with a fraction, `parseFloat`, the rounding methods of
 * numbers, and the leave a `Rational` takes from exactness. Returns lines such as "3: 0.5".
 */
export function findFloating(name: string, text: string): readonly string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isFraction = ts.isNumericLiteral(node) && !Number.isInteger(Number(node.text));
    const isCallTo =
      ts.isIdentifier(node) &&
      ['parseFloat', 'toFixed', 'toPrecision', 'toApproximateNumber'].includes(node.text) &&
      !ts.isMethodDeclaration(node.parent);
    if (isFraction || isCallTo) {
      found.push(`${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
