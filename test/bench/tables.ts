// Markdown tables, with the best of each column in bold.

export interface Cell {
  readonly text: string;
  /** What it is compared by with the rest of its column; none is never best. */
  readonly value?: number;
}

export type Best = 'highest' | 'lowest' | 'none';

/** The first column names the row; `best` says for each of the others what is best in it, or for all at once. */
export function table(
  head: readonly string[],
  rows: readonly { readonly name: string; readonly cells: readonly Cell[] }[],
  best: Best | readonly Best[],
): string {
  const tops = head.slice(1).map((_, column) => {
    const how = typeof best === 'string' ? best : (best[column] ?? 'none');
    const values = rows.map(({ cells }) => cells[column]?.value).filter((value) => value !== undefined);
    if (how === 'none' || values.length === 0) return undefined;
    return how === 'highest' ? Math.max(...values) : Math.min(...values);
  });
  const lines = rows.map(({ name, cells }) => {
    const shown = cells.map(({ text, value }, column) =>
      value !== undefined && value === tops[column] ? `**${text}**` : text,
    );
    return line([name, ...shown]);
  });
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...lines].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

export function number(value: number | undefined, decimals: number): Cell {
  return value === undefined ? { text: '–' } : { text: value.toFixed(decimals), value };
}
