// The tables on how often each is right, how sure the differences are, and what each was tuned to.
import { difference, figures, first, inverse, type Figures, type Rank } from './metrics.ts';
import { asked, type Quality } from './quality.ts';
import { number, table, type Cell } from './tables.ts';
import { TARGETS } from './tasks.ts';

/** A column: its heading and the tasks whose questions it holds. */
export interface Column {
  readonly head: string;
  readonly tasks: readonly string[];
}

export function qualityTables(all: readonly Quality[], columns: readonly Column[]): string {
  const of = (title: string, figure: (figures: Figures) => number) =>
    `**${title}**\n\n${table(
      ['', ...columns.map(({ head }) => head)],
      [
        {
          name: '_questions_',
          cells: columns.map(({ tasks }) => ({ text: String(joined(all[0], tasks).length) })),
        },
        ...all.map((quality) => ({
          name: nameOf(quality),
          cells: columns.map(({ tasks }) => {
            const ranks = asked(joined(quality, tasks));
            return number(ranks.length === 0 ? undefined : figure(figures(ranks)), 3);
          }),
        })),
      ],
      'highest',
    )}`;
  return [
    of('Right one first (R@1)', ({ r1 }) => r1),
    of('Right one among the first three (R@3)', ({ r3 }) => r3),
    of('Mean of one over its place among ten (MRR)', ({ mrr }) => mrr),
  ].join('\n\n');
}

export function differenceTables([ours, ...others]: readonly Quality[], columns: readonly Column[]): string {
  const of = (title: string, value: (rank: Rank) => number) =>
    `**${title}**\n\n${table(
      ['ours minus', ...columns.map(({ head }) => head)],
      others.map((other) => ({
        name: nameOf(other),
        cells: columns.map(({ head, tasks }) =>
          differenceCell(joined(ours, tasks), joined(other, tasks), value, `${title}: ${head}: ${other.peer.name}`),
        ),
      })),
      'none',
    )}`;
  return [of('R@1, points', first), of('MRR, points', inverse)].join('\n\n');
}

export function tuningTable(all: readonly Quality[]): string {
  return table(
    ['', 'grid', ...TARGETS],
    all
      .filter(({ peer }) => peer.variants.length > 1)
      .map(({ peer, chosen }) => ({
        name: peer.name,
        cells: [
          { text: axesOf(peer.variants.map(({ label }) => label)) },
          ...TARGETS.map((target) => ({ text: chosen.get(target)?.label ?? '–' })),
        ],
      })),
    'none',
  );
}

/** Each setting with the values that it was tried with. */
function axesOf(labels: readonly string[]): string {
  const axes = new Map<string, Set<string>>();
  for (const setting of labels.flatMap((label) => label.split(', '))) {
    const [name = '', ...value] = setting.split(' ');
    axes.set(name, (axes.get(name) ?? new Set()).add(value.join(' ')));
  }
  return [...axes].map(([name, values]) => `${name} ${[...values].join(' / ')}`).join(' × ');
}

/** On the questions that both were asked. */
function differenceCell(
  ours: readonly (Rank | undefined)[],
  theirs: readonly (Rank | undefined)[],
  value: (rank: Rank) => number,
  seed: string,
): Cell {
  const pairs = ours.flatMap((rank, at) => {
    const other = theirs[at];
    return rank === undefined || other === undefined ? [] : [{ ours: value(rank), theirs: value(other) }];
  });
  if (pairs.length === 0) return { text: '–' };
  const { mean, low, high } = difference(
    pairs.map(({ ours }) => ours),
    pairs.map(({ theirs }) => theirs),
    seed,
  );
  return { text: `${points(mean)} (${points(low)} to ${points(high)})` };
}

function points(share: number): string {
  const text = (share * 100).toFixed(1).replace(/^-0\.0$/u, '0.0');
  return text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`;
}

function joined(quality: Quality | undefined, tasks: readonly string[]): (Rank | undefined)[] {
  return tasks.flatMap((task) => quality?.ranks.get(task) ?? []);
}

function nameOf({ peer: { name, slow } }: Quality): string {
  return slow === true ? `${name} ¹` : name;
}
