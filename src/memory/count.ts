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

function counted(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
