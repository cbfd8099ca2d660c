// Learning how sure the search may be, from the half of the questions that may be looked at.
import { besideIn } from '../../answer/beside.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { fit, type Sample } from '../../search/calibrate.ts';
import { SIGNALS, type Chance, type Signals, type Weights } from '../../search/signals.ts';
import { search } from '../../search/search.ts';
import { half } from './half.ts';
import type { Line } from './lines.ts';

/** The weights that fit the questions; `undefined` where they are not of both kinds: with an entry that answers, and outside. */
export function calibrate(
  lines: readonly Line[],
  knowledge: Knowledge,
  day: string,
): Readonly<Record<Chance, Weights>> | undefined {
  const samples = lines
    .filter(({ question, expect }) => half(question) === 'titta' && isKnown(expect))
    .map(({ question, expect: { entries } }) => {
      const { hits, signals } = search(knowledge, day, question, besideIn(question, knowledge));
      const first = hits.find(({ found }) => found.kind === 'entry')?.found;
      const isRight = first?.kind === 'entry' && entries?.includes(first.entry.id) === true;
      return { signals: signals ?? NOTHING, right: isRight, inside: entries !== undefined };
    });
  const weights = (chance: Chance) => fit(samples.map((each): Sample => ({ ...each, holds: each[chance] })));
  const [right, inside] = [weights('right'), weights('inside')];
  return right === undefined || inside === undefined ? undefined : { right, inside };
}

/** The weights as the file that holds them, `src/search/weights.ts`. */
export function weightsAsFile(weights: Readonly<Record<Chance, Weights>>): string {
  const object = (each: Weights) =>
    ['bias' as const, ...SIGNALS].map((name) => `    ${name}: ${each[name]},`).join('\n');
  return `// What each signal of the search says about how sure it is. Written by \`sekretesslotsen utvardera … --kalibrera\`, from the half of
// the questions that may be looked at; read the change before it is kept.
import type { Chance, Weights } from './signals.ts';

export const WEIGHTS: Readonly<Record<Chance, Weights>> = {
  right: {
${object(weights.right)}
  },
  inside: {
${object(weights.inside)}
  },
};
`;
}

function isKnown({ entries, outcome }: Line['expect']): boolean {
  return entries !== undefined || outcome === 'decline';
}

const NOTHING = Object.fromEntries(SIGNALS.map((signal) => [signal, 0])) as unknown as Signals;
