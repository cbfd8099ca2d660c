// A masked question in English -> stated facts, as understand.ts does with a Swedish one.
import type { EnglishWordings, Vocabulary } from '../knowledge/rule-schema.ts';
import { RECIPIENT } from '../knowledge/rulebook.ts';
import { findEnglishAsker } from './english-asker.ts';
import { findEnglish, isEnglishNegation, tokenizeEnglish } from './english-lexicon.ts';
import { findEnglishPhrases } from './english-phrases.ts';
import type { EnglishReading } from './english-parts.ts';
import { readEnglish } from './english-readings.ts';
import { fact, ownership, roleFacts, stated, type Understood, type UnderstoodFact } from './facts.ts';
import type { Phrase } from './phrases.ts';
import { decide, type Roles } from './roles.ts';
import type { Token } from './vocabulary.ts';

/** English word order tells who does what, so that the verb and those beside it are enough; who tells whom is decided as in Swedish. */
export function understandEnglish(text: string, wordings: EnglishWordings, kinds: Vocabulary['kinds']): Understood {
  const tokens = tokenizeEnglish(text);
  const hits = findEnglish(tokens, wordings);
  const found = findEnglishPhrases(tokens, hits, kinds, wordings.fields);
  const asker = findEnglishAsker(found, tokens, kinds);
  const { phrases } = found;
  // What is theirs names nobody whom "they" may mean.
  const named = phrases.filter(({ genitive }) => !genitive);
  const readings = readEnglish({ tokens, phrases, individuals: kinds.individuals }).map((reading) => ({
    ...reading,
    sender: holder(reading.sender, phrases, kinds, asker),
  }));
  const said = stated(hits, tokens, kinds.overriding, englishNegationAt);
  const roles = exactly(decide(readings, { from: undefined, to: undefined }, { phrases: named, asker, kinds }), said);
  return {
    facts: [
      ...roleFacts(roles, tokens),
      ...ownership(roles, asker, phrases, hits, tokens, kinds),
      ...said.filter(({ concept }) => concept !== RECIPIENT),
      ...(said.some(({ concept }) => concept === REQUEST) ? [] : requested(readings, roles, asker, tokens)),
    ],
    directions: roles.directions,
  };
}

/** Whom "she" means who would tell: the only one named before who has anything to keep; the asker speaks of themselves as "I". */
function holder(
  sender: EnglishReading['sender'],
  phrases: readonly Phrase[],
  { individuals }: Vocabulary['kinds'],
  asker: Phrase | undefined,
): EnglishReading['sender'] {
  if (typeof sender !== 'object' || sender.kind !== 'other') return sender;
  const before = phrases.filter(
    ({ from, party, kind, genitive, mark }) =>
      from < sender.from &&
      kind === 'party' &&
      !genitive &&
      mark !== 'about' &&
      party !== undefined &&
      party !== asker?.party &&
      !individuals.includes(party),
  );
  return new Set(before.map(({ party }) => party)).size === 1 ? before.at(-1) : sender;
}

const REQUEST = 'begäran';
const AGE = 'ålder';
const GUARDIAN = 'vårdnadshavare';

/** "the father … he has no custody" is no guardian, and nobody is one of a person who has come of age. */
function exactly(roles: Roles, said: readonly UnderstoodFact[]): Roles {
  const { recipient } = roles;
  if (recipient?.party !== GUARDIAN) return roles;
  const isAdult = said.some(({ concept, value }) => concept === AGE && value !== 'under 18');
  const party = said.find(({ concept }) => concept === RECIPIENT)?.value ?? (isAdult ? 'anhörig' : GUARDIAN);
  return { ...roles, recipient: { ...recipient, party } };
}

/** Asked for by the very one who would be told; an asker who wants to know is asking us. */
function requested(
  readings: readonly EnglishReading[],
  { recipient }: Roles,
  asker: Phrase | undefined,
  tokens: readonly Token[],
): UnderstoodFact[] {
  if (recipient === undefined || recipient.party === asker?.party) return [];
  const wish = readings.find(
    (reading) => reading.wanted && typeof reading.recipient === 'object' && reading.recipient.party === recipient.party,
  );
  return wish === undefined ? [] : [fact(REQUEST, 'ja', wish.at, wish.at, tokens)];
}

/** A negation within three words before, in the same clause: "not under 18", "we do not have consent". */
function englishNegationAt(from: number, _to: number, tokens: readonly Token[]): number | undefined {
  for (let at = from - 1; at >= from - 3; at -= 1) {
    if (tokens[at]?.sentence !== tokens[from]?.sentence || tokens[at + 1]?.before.includes(',') === true)
      return undefined;
    const word = tokens[at]?.word ?? '';
    if (isEnglishNegation(word)) return at;
    if (/^(?:if|what|that|but|because|tell)$/u.test(word)) return undefined;
  }
  return undefined;
}
