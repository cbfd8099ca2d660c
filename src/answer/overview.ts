// What the knowledge holds, for one who looks around in it rather than asks: its subjects, what is asked most, what the law
// has changed, and how well it has been looked after.
import { daysAfter } from '../knowledge/days.ts';
import { appliesOn, areaOf, entryById, type Knowledge } from '../knowledge/knowledge.ts';
import type { Entry, Provision } from '../knowledge/schema.ts';

/** A subject with the answers that apply on the day. */
export interface Area {
  /** The folder of `fragor/`. */
  readonly id: string;
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** The subjects in the editors' order, those of municipalities last; none is empty. */
export function areasOf(knowledge: Knowledge, date: string): readonly Area[] {
  const entries = knowledge.entries.filter((entry) => appliesOn(entry, date));
  const { areas } = knowledge.start;
  return [...new Set([...Object.keys(areas), ...entries.map(({ id }) => areaOf(id))])].flatMap((id) => {
    const own = entries.filter((entry) => areaOf(entry.id) === id);
    const [first] = own;
    return first === undefined || id === '' ? [] : [{ id, name: areas[id] ?? first.origin ?? id, entries: own }];
  });
}

/** What to suggest: the entries most answered, then those that the editors chose; only such as apply. */
export function suggestedEntries(
  knowledge: Knowledge,
  date: string,
  mostAnswered: readonly string[],
  most: number,
): Entry[] {
  return [...new Set([...mostAnswered, ...knowledge.start.common])]
    .flatMap((id) => entryById(knowledge, id) ?? [])
    .filter((entry) => appliesOn(entry, date))
    .slice(0, most);
}

/** What begins to apply on one day. */
export interface LawChange {
  readonly from: string;
  readonly provisions: readonly Provision[];
  readonly entries: readonly Entry[];
}

/** What is to come, the soonest first, and what came within a year, the latest first. */
export function lawChanges(
  { provisions, entries }: Knowledge,
  date: string,
): { readonly coming: readonly LawChange[]; readonly recent: readonly LawChange[] } {
  const days = new Set([...provisions, ...entries].flatMap(({ validFrom }) => validFrom ?? []));
  const changes = [...days].toSorted().map((from): LawChange => ({
    from,
    provisions: provisions.filter(({ validFrom }) => validFrom === from),
    entries: entries.filter(({ validFrom }) => validFrom === from),
  }));
  return {
    coming: changes.filter(({ from }) => from > date),
    recent: changes.filter(({ from }) => from <= date && from > daysAfter(date, -365)).toReversed(),
  };
}

/** How well the knowledge has been looked after. */
export interface Holdings {
  readonly version: string;
  readonly entries: number;
  readonly provisions: number;
  /** Entries that a lawyer has reviewed. */
  readonly reviewed: number;
  /** The last day on which anything was checked against the law; absent where there is nothing. */
  readonly checked?: string;
}

export function holdingsOf({ version, provisions, entries }: Knowledge, date: string): Holdings {
  const inForce = entries.filter((entry) => appliesOn(entry, date));
  const checked = [...inForce, ...provisions]
    .map((each) => each.checked)
    .toSorted()
    .at(-1);
  return {
    version,
    entries: inForce.length,
    provisions: provisions.filter((provision) => appliesOn(provision, date)).length,
    reviewed: inForce.filter(({ review }) => review !== null).length,
    ...(checked === undefined ? {} : { checked }),
  };
}
