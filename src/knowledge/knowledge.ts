// The knowledge that answers are made from, and the questions that are asked of it by day and place.
import { sectionKey, type Citation } from '../law/citation.ts';
import type { Validity } from './fields.ts';
import type { Contact } from './local.ts';
import type { Vocabulary } from './rule-schema.ts';
import type { Rulebook } from './rulebook.ts';
import type { Entry, Provision, Words } from './schema.ts';
import { knownWordings, type KnownAct } from './sections.ts';
import type { Elsewhere } from './elsewhere.ts';
import type { Start } from './start.ts';
import type { Urgent } from './urgent.ts';

/** A whole knowledge folder that has passed every check. */
export interface Knowledge {
  readonly provisions: readonly Provision[];
  readonly entries: readonly Entry[];
  readonly words: Words;
  readonly acts: readonly KnownAct[];
  /** Who to turn to locally; none where no municipality has laid a folder of its own on top. */
  readonly contacts: readonly Contact[];
  /** The words by which parties and facts are recognised; absent where the folder has none. */
  readonly vocabulary?: Vocabulary;
  /** The situations to be seen before anything else; absent where the folder has none. */
  readonly urgent?: Urgent;
  /** What is asked about here but lies outside. */
  readonly elsewhere: readonly Elsewhere[];
  /** What meets those who have not asked anything yet. */
  readonly start: Start;
  /** The rules; absent where the folder has none. */
  readonly rulebook?: Rulebook;
  /** A fingerprint of the folder's content, 12 hexadecimal digits. */
  readonly version: string;
}

/** Whether something applies on a day (`2026-11-22`). */
export function appliesOn({ validFrom, validTo }: Validity, day: string): boolean {
  return (validFrom ?? '') <= day && day <= (validTo ?? '9999-12-31');
}

/** The provision as it reads on the day, or `undefined` when the folder has no such wording. */
export function provisionOn(knowledge: Knowledge, citation: Citation, day: string): Provision | undefined {
  return wordingsOf(knowledge, citation).find((provision) => appliesOn(provision, day));
}

/** The next wording that is known to begin after the day. */
export function nextWording(knowledge: Knowledge, citation: Citation, day: string): Provision | undefined {
  return wordingsOf(knowledge, citation)
    .filter((provision) => (provision.validFrom ?? '') > day)
    .sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''))[0];
}

export function entryById({ entries }: Knowledge, id: string): Entry | undefined {
  const known = byId.get(entries) ?? new Map(entries.map((entry) => [entry.id, entry]));
  byId.set(entries, known);
  return known.get(id);
}

/** The subject of an entry, by its id: the folder of `fragor/` that it stands in, such as `skola`. Empty where it is in none. */
export function areaOf(id = ''): string {
  return id.includes('/') ? (id.split('/')[0] ?? '') : '';
}

/** Whether the act is known to have such a section, be it summarised in the folder or not. */
export function sectionExists(
  { provisions, acts }: Pick<Knowledge, 'provisions' | 'acts'>,
  citation: Citation,
): boolean {
  return knownWordings(acts, citation).length > 0 || wordingsOf({ provisions }, citation).length > 0;
}

function wordingsOf({ provisions }: Pick<Knowledge, 'provisions'>, citation: Citation): readonly Provision[] {
  const known = bySection.get(provisions) ?? grouped(provisions);
  bySection.set(provisions, known);
  return known.get(sectionKey(citation)) ?? [];
}

function grouped(provisions: readonly Provision[]): Map<string, Provision[]> {
  const groups = new Map<string, Provision[]>();
  for (const provision of provisions) {
    const key = sectionKey(provision.citation);
    groups.set(key, [...(groups.get(key) ?? []), provision]);
  }
  return groups;
}

// What a folder gives never changes in place, so that it may be looked up in what was made of it before.
const byId = new WeakMap<readonly Entry[], ReadonlyMap<string, Entry>>();
const bySection = new WeakMap<readonly Provision[], ReadonlyMap<string, readonly Provision[]>>();
