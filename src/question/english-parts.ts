// The pieces of which a clause of an English question is read: who stands where in it, and in what role.
import type { EnglishClause, EnglishText, EnglishVerb } from './english-clauses.ts';
import { THING } from './english-words.ts';
import type { Phrase } from './phrases.ts';
import type { Reading } from './readings.ts';

export interface EnglishReading extends Reading {
  /** The token of the verb that says it. */
  readonly at: number;
}

/** As the clause says it, before it is known whether it asks. */
export type EnglishBare = Omit<EnglishReading, 'asked'>;

export interface EnglishParts {
  readonly clause: EnglishClause;
  readonly verbs: readonly EnglishVerb[];
  readonly text: EnglishText;
  readonly inherited: Phrase | undefined;
}

export const NONE = {
  sender: undefined,
  recipient: undefined,
  wanted: false,
  pair: undefined,
  talk: false,
  wish: false,
  teller: undefined,
};

export function within({ clause, text }: Pick<EnglishParts, 'clause' | 'text'>): readonly Phrase[] {
  return text.phrases.filter(({ from, to }) => from >= clause.from && to <= clause.to);
}

/** The nearest before the verb that is nobody's object: "is the nurse allowed to", "is it ok for a nurse to". */
export function subjectBefore(
  at: number,
  clause: EnglishClause,
  text: EnglishText,
  after = clause.from,
): Phrase | undefined {
  const found = within({ clause, text }).findLast((phrase) => {
    if (phrase.to >= at || phrase.from < after || phrase.genitive) return false;
    if (phrase.mark === 'bare' || phrase.joined) return phrase.mark === 'bare';
    return phrase.mark === 'for' && isBeforeTo(phrase, text);
  });
  // Of "the nurse and the counsellor" the first stands for both.
  const place = found === undefined ? -1 : text.phrases.indexOf(found);
  const first = found?.joined === true ? text.phrases[place - 1] : undefined;
  return first?.party !== undefined && !first.genitive ? first : found;
}

/** "for a nurse to tell", "for me as a nurse to tell". */
function isBeforeTo({ to }: Phrase, { tokens, phrases }: EnglishText): boolean {
  const role = phrases.find(({ from, mark }) => mark === 'as' && from > to && from <= to + 4);
  return tokens[to + 1]?.word === 'to' || (role !== undefined && tokens[role.to + 1]?.word === 'to');
}

/** Whose something is: "the counsellor's notes", "the BUP record". */
export function ownerIn(parts: EnglishParts): Phrase | undefined {
  return within(parts).find(({ genitive, kind, party, to }) => {
    const next = parts.text.tokens.slice(to + 1, to + 4);
    return genitive && (kind === 'self' || isHolder(party, parts.text)) && next.some(({ word }) => THING.test(word));
  });
}

/** Whether they have secrets to keep: "the pupil's file" is not for the pupil to disclose. */
function isHolder(party: string | undefined, { individuals }: EnglishText): boolean {
  return party !== undefined && !individuals.includes(party);
}

/** In the role of one who has it, and no more as whose it is. */
export function owned(phrase: Phrase | undefined): Phrase | undefined {
  return phrase === undefined ? undefined : { ...phrase, genitive: false };
}

export function known(phrase: Phrase | undefined): Phrase | 'someone' | undefined {
  return phrase?.kind === 'folk' ? 'someone' : phrase;
}
