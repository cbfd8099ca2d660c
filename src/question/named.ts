// Whom a follow-up names, in whichever language: who takes a role by the words, and who is only named.
import { NATURE, RECIPIENT, SENDER } from '../knowledge/rulebook.ts';
import type { UnderstoodFact } from './facts.ts';
import type { Phrase } from './phrases.ts';
import type { Hit, Token } from './vocabulary.ts';

/** `aside` for one who is named but neither tells nor is told; `undefined` for one who could be either. */
export type Role = typeof SENDER | typeof RECIPIENT | 'aside' | undefined;

export interface Named {
  /** All that is stated, the parties whose role is said among them. */
  readonly facts: readonly UnderstoodFact[];
  /** Parties named without a role, in the order of the text. */
  readonly named: readonly string[];
  /** All parties that are named. */
  readonly mentioned: readonly string[];
  /** By whom something is run, where it is not said what. */
  readonly nature?: string;
}

export interface Message {
  readonly tokens: readonly Token[];
  readonly phrases: readonly Phrase[];
  readonly hits: readonly Pick<Hit, 'entry'>[];
  /** What is stated without them, and parties whose direction is open. */
  readonly facts: readonly UnderstoodFact[];
  readonly directions: readonly (readonly [sender: string, recipient: string])[];
  /** The role that the words give one who is named. */
  readonly roleOf: (phrase: Phrase, party: string) => Role;
}

export function whoIsNamed(message: Message): Named {
  const { tokens, phrases, hits, facts, directions, roleOf } = message;
  const taken = new Set([...facts.map(({ value }) => value), ...directions.flat()]);
  const parties = phrases.flatMap((phrase) => (phrase.party === undefined ? [] : [{ phrase, party: phrase.party }]));
  const named = parties
    .filter(({ phrase, party }) => !taken.has(party) && !phrase.genitive)
    .map(({ phrase, party }) => ({ phrase, party, role: roleOf(phrase, party) }));
  const placed = [SENDER, RECIPIENT].flatMap((role): UnderstoodFact[] => {
    const found = named.find((each) => each.role === role);
    if (found === undefined || facts.some(({ concept }) => concept === role)) return [];
    const { from, to } = found.phrase;
    return [{ concept: role, value: found.party, start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 }];
  });
  const nature = hits
    .map(({ entry }) => entry)
    .find((entry) => entry.kind === 'value' && entry.concept === NATURE[SENDER]);
  return {
    facts: [...facts, ...placed],
    named: named.flatMap(({ role, party }) => (role === undefined ? [party] : [])),
    mentioned: parties.map(({ party }) => party),
    ...(nature?.kind === 'value' ? { nature: nature.value } : {}),
  };
}
