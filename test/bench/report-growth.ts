// The tables on time and memory, at each size and as they grow.
import type { Timed } from './growth.ts';
import { SCAN } from './peers/scan.ts';
import { number, table, type Best, type Cell } from './tables.ts';

export interface SizeTimed {
  readonly size: number;
  readonly rows: readonly Timed[];
}

export function sizeTable({ rows }: SizeTimed): string {
  const floor = rows.find(({ peer }) => peer === SCAN);
  const notes = rows.filter(({ note }) => note !== undefined).map(({ peer, note }) => `${peer}: ${note ?? ''}.`);
  const columns: readonly (readonly [string, Best, (row: Timed) => Cell])[] = [
    ['p50 ms', 'lowest', ({ p50 }) => number(p50, 3)],
    ['p99 ms', 'lowest', ({ p99 }) => number(p99, 2)],
    ['p50 ÷ scan', 'lowest', ({ p50 }) => number(ratio(p50, floor?.p50), 1)],
    ['p99 ÷ scan', 'lowest', ({ p99 }) => number(ratio(p99, floor?.p99), 1)],
    ['build s', 'lowest', ({ buildMs }) => number(ratio(buildMs, 1000), 2)],
    ['memory MB', 'lowest', ({ bytes }) => number(ratio(bytes, 1e6), 1)],
    ['R@1', 'highest', ({ r1 }) => number(r1, 3)],
    ['asked', 'none', ({ asked }) => number(asked, 0)],
  ];
  const text = table(
    ['', ...columns.map(([head]) => head)],
    // The floor is last and never best: it ranks by nothing but what it cannot avoid.
    rows.map((row) => ({
      name: row.peer === SCAN ? `_${SCAN}_` : row.peer,
      cells: columns.map(([, , cell]) => (row.peer === SCAN ? { text: cell(row).text } : cell(row))),
    })),
    columns.map(([, best]) => best),
  );
  return [text, ...notes].join('\n\n');
}

/** The median at each size, and how many times longer it is at the largest than at the smallest. */
export function growthTable(sizes: readonly SizeTimed[]): string {
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  if (smallest === undefined || largest === undefined) return '';
  return table(
    ['p50 ms', ...sizes.map(({ size }) => `${size.toLocaleString('en')} entries`), 'grows'],
    smallest.rows.map(({ peer }) => {
      const at = ({ rows }: SizeTimed) => rows.find((row) => row.peer === peer)?.p50;
      const times = ratio(at(largest), at(smallest));
      return {
        name: peer === SCAN ? `_${SCAN}_` : peer,
        cells: [
          ...sizes.map((size) => (peer === SCAN ? { text: number(at(size), 3).text } : number(at(size), 3))),
          { text: times === undefined ? '–' : `× ${times.toFixed(0)}` },
        ],
      };
    }),
    'lowest',
  );
}

function ratio(value: number | undefined, by: number | undefined): number | undefined {
  return value === undefined || by === undefined || by === 0 ? undefined : value / by;
}
