// What the notes come to when they are counted: what is asked for most, and what is missing, by area and by reason.
import { FEEDBACK_REASONS, type FeedbackReason, type Gap, type Note } from '../memory.ts';

/** How many gaps there are of each kind. */
export interface GapCounts {
  readonly total: number;
  readonly declined: number;
  readonly askedBack: number;
  readonly thumbsDown: number;
  readonly askedHuman: number;
  /** Of the thumbs down, why; those who did not say are in none of these. */
  readonly reasons: Readonly<Record<FeedbackReason, number>>;
}

/** What is missing in one area, the folder of the nearest entry; without one nothing was near. */
export interface AreaGaps extends GapCounts {
  readonly area?: string;
}

/** What people thought of one entry. */
export interface Thumbs {
  readonly entry: string;
  readonly up: number;
  readonly down: number;
}

/** Words that stand together in several gaps. */
export interface SharedWords {
  readonly words: readonly string[];
  readonly times: number;
}

export function gapsIn(notes: readonly Note[]): readonly Gap[] {
  return notes.filter((note) => note.kind === 'gap');
}

export function countGaps(gaps: readonly Gap[]): GapCounts {
  const of = (why: Gap['why']) => gaps.filter((gap) => gap.why === why).length;
  return {
    total: gaps.length,
    declined: of('declined'),
    askedBack: of('asked back'),
    thumbsDown: of('thumbs down'),
    askedHuman: of('asked a human'),
    reasons: Object.fromEntries(
      FEEDBACK_REASONS.map((reason) => [reason, gaps.filter((gap) => gap.reason === reason).length]),
    ) as Record<FeedbackReason, number>,
  };
}

/** The areas, those that lack most first; what is near nothing is an area of its own. */
export function gapsByArea(notes: readonly Note[]): readonly AreaGaps[] {
  const gaps = gapsIn(notes);
  return [...new Set(gaps.map(({ area }) => area))]
    .map((area) => ({
      ...(area === undefined ? {} : { area }),
      ...countGaps(gaps.filter((gap) => gap.area === area)),
    }))
    .sort((a, b) => b.total - a.total || (a.area ?? '').localeCompare(b.area ?? '', 'sv'));
}

/** The ids of the entries that were the answer, the one that most were given first. */
export function mostAnswered(notes: readonly Note[]): readonly string[] {
  const times = counted(notes.flatMap((note) => (note.kind === 'answered' ? note.entry : [])));
  return [...times].sort(([a, n], [b, m]) => m - n || a.localeCompare(b, 'sv')).map(([id]) => id);
}

/** The entries that someone has pressed a thumb under. */
export function thumbs(notes: readonly Note[]): readonly Thumbs[] {
  const up = counted(notes.flatMap((note) => (note.kind === 'thanks' ? note.entry : [])));
  const down = counted(gapsIn(notes).flatMap(({ why, entry }) => (why === 'thumbs down' ? (entry ?? []) : [])));
  return [...new Set([...up.keys(), ...down.keys()])].map((entry) => ({
    entry,
    up: up.get(entry) ?? 0,
    down: down.get(entry) ?? 0,
  }));
}

/**
 * Which words come together in the gaps, those that say most first: the more gaps share them, and the more words they share.
 * Each gap counts in one group, and what only one gap has is in none: it could be somebody's.
 */
export function sharedWords(gaps: readonly Gap[]): readonly SharedWords[] {
  let left = gaps.map(({ words }) => new Set(words.toSorted()));
  const groups: SharedWords[] = [];
  while (groups.length < MOST_GROUPS) {
    const [best] = [...counted(left.flatMap((words) => subsets([...words])))]
      .filter(([, times]) => times > 1)
      .map(([key, times]) => ({ words: key.split(' '), times }))
      .sort((a, b) => worth(b) - worth(a) || a.words.join(' ').localeCompare(b.words.join(' '), 'sv'));
    if (best === undefined) break;
    groups.push(best);
    left = left.filter((words) => !best.words.every((word) => words.has(word)));
  }
  return groups;
}

const MOST_GROUPS = 10;
/** Of a gap with more words only the first are put together: every further word doubles the ways to do it. */
const MOST_TOGETHER = 6;

/** One word alone says little, and would take with it all that is said of schools: such groups come last. */
function worth({ words, times }: SharedWords): number {
  return words.length === 1 ? 1 - 1 / times : (times - 1) * 2 ** words.length;
}

/** Every choice of one or more of the words, each in their order with spaces between. */
function subsets(words: readonly string[]): string[] {
  return words
    .slice(0, MOST_TOGETHER)
    .reduce<string[]>((all, word) => [...all, word, ...all.map((some) => `${some} ${word}`)], []);
}

function counted(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
