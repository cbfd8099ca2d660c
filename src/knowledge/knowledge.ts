// The knowledge that answers are made from, and the questions that are asked of it by day and place.
import { sectionKey, type Citation } from '../law/citation.ts';
import type { Validity } from './fields.ts';
import type { Contact } from './local.ts';
import type { Vocabulary } from './rule-schema.ts';
import type { Rulebook } from './rulebook.ts';
import type { Entry, Provision, Words } from './schema.ts';
import { knownWordings, type KnownAct } from './sections.ts';
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

export function entryById(knowledge: Knowledge, id: string): Entry | undefined {
  return knowledge.entries.find((entry) => entry.id === id);
}

/** Whether the act is known to have such a section, be it summarised in the folder or not. */
export function sectionExists(
  { provisions, acts }: Pick<Knowledge, 'provisions' | 'acts'>,
  citation: Citation,
): boolean {
  const key = sectionKey(citation);
  return (
    knownWordings(acts, citation).length > 0 || provisions.some((provision) => sectionKey(provision.citation) === key)
  );
}

function wordingsOf(knowledge: Knowledge, citation: Citation): Provision[] {
  const key = sectionKey(citation);
  return knowledge.provisions.filter((provision) => sectionKey(provision.citation) === key);
}
