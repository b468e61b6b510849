/** The content of a chart's tooltip, built from text alone: what a source says is never read as markup. */
export function tooltipOf(title: string, lines: readonly string[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'chart-tooltip';
  const head = document.createElement('strong');
  head.textContent = title;
  box.append(
    head,
    ...lines.map((line) => {
      const row = document.createElement('div');
      row.textContent = line;
      return row;
    }),
  );
  return box;
}
