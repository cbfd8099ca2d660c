// The state of the knowledge as those who look after it see it: in their Home tab and in the weekly digest.
import { sectionKey } from '../law/citation.ts';
import { daysAfter } from '../knowledge/days.ts';
import type { Validity } from '../knowledge/fields.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Problem } from '../knowledge/problem.ts';
import type { Entry } from '../knowledge/schema.ts';
import { knownWordings } from '../knowledge/sections.ts';
import type { Note } from '../memory.ts';
import { countGaps, gapsByArea, gapsIn, type AreaGaps, type GapCounts } from './count.ts';

export interface AdminState {
  /** What is wrong in the folder now: the bot goes on with the last that was whole. */
  readonly problems: readonly Problem[];
  readonly entries: number;
  readonly provisions: number;
  /** Entries that no lawyer has reviewed. */
  readonly unreviewed: number;
  /** Entries past their day of review, or within 30 days of it, the soonest first. */
  readonly due: readonly Due[];
  /** What begins or ceases to apply within 90 days, the soonest first. */
  readonly soon: readonly ComingChange[];
  readonly week: Week;
  /** The seven days before them. */
  readonly weekBefore: Week;
  /** What is missing in this week, by area, each by the name that people know it by. */
  readonly areas: readonly AreaGaps[];
}

export interface Due {
  readonly id: string;
  readonly question: string;
  readonly reviewBy: string;
  readonly isPast: boolean;
}

/** A provision or an entry that begins or ceases to apply. A provision that goes on in another wording is a new wording. */
export interface ComingChange {
  readonly kind: 'new wording' | 'begins' | 'ends';
  /** The first day on which it is so. */
  readonly day: string;
  /** The provision's place or the entry's id. */
  readonly what: string;
  /** Its heading, or its question. */
  readonly name: string;
  /** How many entries rest on it; 0 for an entry. */
  readonly resting: number;
}

/** Seven days of use. */
export interface Week {
  readonly from: string;
  readonly to: string;
  readonly answered: number;
  readonly gaps: GapCounts;
}

/** The state on a day. `lastDay` ends the week that is counted: the day itself, unless told that only whole days are. */
export function adminState(
  knowledge: Knowledge,
  problems: readonly Problem[],
  notes: readonly Note[],
  day: string,
  lastDay = day,
): AdminState {
  const { entries, provisions } = knowledge;
  const week = weekTo(lastDay, notes);
  return {
    problems,
    entries: entries.length,
    provisions: provisions.length,
    unreviewed: entries.filter(({ review }) => review === null).length,
    due: dueReviews(entries, day),
    soon: [...changesOfProvisions(knowledge, day), ...changesOfEntries(entries, day)].sort(
      (a, b) => a.day.localeCompare(b.day) || a.what.localeCompare(b.what, 'sv', { numeric: true }),
    ),
    week,
    weekBefore: weekTo(daysAfter(lastDay, -DAYS_IN_WEEK), notes),
    areas: gapsByArea(within(notes, week)).map(({ area, ...counts }) =>
      area === undefined ? counts : { ...counts, area: knowledge.start.areas[area] ?? area },
    ),
  };
}

/** The first day of which {@link adminState} needs the notes. */
export function firstDayCounted(lastDay: string): string {
  return daysAfter(lastDay, 1 - 2 * DAYS_IN_WEEK);
}

const DAYS_IN_WEEK = 7;
const REVIEW_AHEAD_DAYS = 30;
const LAW_AHEAD_DAYS = 90;

function dueReviews(entries: readonly Entry[], day: string): Due[] {
  const last = daysAfter(day, REVIEW_AHEAD_DAYS);
  return entries
    .flatMap(({ id, question, reviewBy }) =>
      reviewBy !== undefined && reviewBy <= last ? [{ id, question, reviewBy, isPast: reviewBy < day }] : [],
    )
    .sort((a, b) => a.reviewBy.localeCompare(b.reviewBy) || a.id.localeCompare(b.id, 'sv'));
}

/**
 * From the summaries in the folder, and from the lists of sections for those that nobody has summarised anew yet: that the law
 * changes is told before its text is written.
 */
function changesOfProvisions({ provisions, acts, entries }: Knowledge, day: string): ComingChange[] {
  const sections = new Map(provisions.map((provision) => [sectionKey(provision.citation), provision]));
  return [...sections].flatMap(([what, { citation, heading }]) => {
    const own = provisions.filter((provision) => sectionKey(provision.citation) === what);
    return turnsOf([...own, ...knownWordings(acts, citation)], day).map(([at, kind]) => ({
      kind,
      day: at,
      what,
      name: own.find(({ validFrom }) => validFrom !== at)?.heading ?? heading,
      resting: entries.filter(({ citations }) => citations.some((each) => sectionKey(each) === what)).length,
    }));
  });
}

function changesOfEntries(entries: readonly Entry[], day: string): ComingChange[] {
  return entries.flatMap((entry) =>
    turnsOf([entry], day).map(([at, kind]) => ({ kind, day: at, what: entry.id, name: entry.question, resting: 0 })),
  );
}

/** The days on which one of several wordings begins or ends, and what that is to one who reads it. */
function turnsOf(wordings: readonly Validity[], day: string): (readonly [day: string, kind: ComingChange['kind']])[] {
  const isSoon = (at: string | undefined) => at !== undefined && at > day && at <= daysAfter(day, LAW_AHEAD_DAYS);
  const begins = new Set(wordings.flatMap(({ validFrom }) => validFrom ?? []));
  const ends = new Set(wordings.flatMap(({ validTo }) => (validTo === undefined ? [] : daysAfter(validTo, 1))));
  return [...new Set([...begins, ...ends])].filter(isSoon).map((at) => {
    if (!begins.has(at)) return [at, 'ends'] as const;
    const isThereBefore = wordings.some(({ validFrom = '' }) => validFrom < at);
    return [at, isThereBefore ? 'new wording' : 'begins'] as const;
  });
}

function weekTo(to: string, notes: readonly Note[]): Week {
  const from = daysAfter(to, 1 - DAYS_IN_WEEK);
  const own = within(notes, { from, to });
  return {
    from,
    to,
    answered: own.filter(({ kind }) => kind === 'answered').length,
    gaps: countGaps(gapsIn(own)),
  };
}

function within(notes: readonly Note[], { from, to }: Pick<Week, 'from' | 'to'>): readonly Note[] {
  return notes.filter(({ day }) => from <= day && day <= to);
}
