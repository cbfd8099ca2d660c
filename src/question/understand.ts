// A masked question in everyday Swedish -> stated facts: who would disclose to whom, and what is said about it.
import { NOT_SAID, type Vocabulary } from '../knowledge/rule-schema.ts';
import { findAsker } from './asker.ts';
import { readClauses } from './disclosures.ts';
import { findMove } from './moves.ts';
import { findPhrases, type Phrase } from './phrases.ts';
import { decide, type Named, type Roles } from './roles.ts';
import { isNegation, prepare, type Lexicon } from './lexicon.ts';
import { findAll, longest, tokenize, type Hit, type Token } from './vocabulary.ts';

export interface Understood {
  /** At most one for each concept; empty when nothing is found. */
  readonly facts: readonly UnderstoodFact[];
  /** Two parties are found but not who tells whom: both readings, to be asked back. */
  readonly directions: readonly (readonly [sender: string, recipient: string])[];
}

export interface UnderstoodFact {
  readonly concept: string;
  readonly value: string;
  /** The words it came from, in UTF-16 units of the masked text. */
  readonly start: number;
  readonly end: number;
}

/**
 *     text -> words -> who is named, and how -> clauses -> who tells whom in each -> the one that is asked about
 *                   -> what else is said, less what is denied
 *
 * A party is stated only when the words give its role. Where two readings contradict each other both are given back.
 */
export function understand(text: string, vocabulary: Vocabulary): Understood {
  const lexicon = prepare(vocabulary);
  const tokens = tokenize(text, lexicon);
  const hits = findAll(tokens, lexicon);
  const phrases = findPhrases(tokens, hits, lexicon);
  const asker = findAsker(phrases, tokens, lexicon);
  const clauses = { tokens, phrases, individuals: lexicon.kinds.individuals };
  const roles = decide(readClauses(clauses), findMove(clauses), { phrases, asker, kinds: lexicon.kinds });
  const facts = [
    ...roleFacts(roles, tokens),
    ...ownership(roles, asker, phrases, longest(hits.filter(isOwnership)), tokens, lexicon),
    ...stated(hits, tokens, lexicon.kinds.overriding),
  ];
  return { facts, directions: roles.directions };
}

// Facts ---------------------------------------------------------------------------------------------------------------

const SENDER = 'avsändare';
const RECIPIENT = 'mottagare';
const SENDER_IS = 'avsändaren är';
const RECIPIENT_IS = 'mottagaren är';
const YES = 'ja';
const NO = 'nej';

function roleFacts({ sender, recipient }: Roles, tokens: readonly Token[]): UnderstoodFact[] {
  return [
    ...(sender === undefined ? [] : [fact(SENDER, sender.party, sender.from, sender.to, tokens)]),
    ...(recipient === undefined ? [] : [fact(RECIPIENT, recipient.party, recipient.from, recipient.to, tokens)]),
  ];
}

function fact(concept: string, value: string, from: number, to: number, tokens: readonly Token[]): UnderstoodFact {
  return { concept, value, start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 };
}

type ValueHit = Hit & { readonly entry: Extract<Hit['entry'], { kind: 'value' }> };

function isValue(hit: Hit): hit is ValueHit {
  return hit.entry.kind === 'value';
}

function isOwnership(hit: Hit): boolean {
  return isValue(hit) && hit.entry.concept === SENDER_IS;
}

/** Public or private: said within or just before a name, or of where the asker works. */
function ownership(
  { sender, recipient }: Roles,
  asker: Phrase | undefined,
  phrases: readonly Phrase[],
  hits: readonly Hit[],
  tokens: readonly Token[],
  { kinds }: Lexicon,
): UnderstoodFact[] {
  const found = new Map<string, UnderstoodFact>();
  for (const hit of hits.filter(isValue)) {
    const holder = phrases.find(({ from, to }) => from <= hit.to + 2 && hit.from <= to && hit.to <= to);
    const concept = holder !== undefined && isSame(holder, recipient) ? RECIPIENT_IS : SENDER_IS;
    const role = concept === RECIPIENT_IS ? recipient : sender;
    const belongs =
      holder === undefined ||
      isSame(holder, role) ||
      holder.mark === 'at' ||
      holder.mark === 'as' ||
      holder === asker ||
      tokens[hit.from]?.sentence !== tokens[role?.from ?? 0]?.sentence;
    const isSaidAlready =
      role !== undefined && holder?.party === role.party && hit.from === role.from && hit.to === role.to;
    if (
      role === undefined ||
      !belongs ||
      isSaidAlready ||
      (concept === SENDER_IS && kinds.individuals.includes(role.party))
    )
      continue;
    if (!found.has(concept)) found.set(concept, fact(concept, hit.entry.value, hit.from, hit.to, tokens));
  }
  return [...found.values()];
}

function isSame(phrase: Phrase, role: Named | undefined): boolean {
  return phrase.from === role?.from;
}

/** Everything else that the words say; the longest wording of a concept decides, then the first. */
function stated(hits: readonly Hit[], tokens: readonly Token[], overriding: readonly string[]): UnderstoodFact[] {
  const rank = ({ value }: Meaning) => Number(!overriding.includes(value));
  const values = hits.filter(isValue).filter((hit) => !isOwnership(hit));
  const concepts = [...new Set(values.map(({ entry }) => entry.concept))];
  return concepts.flatMap((concept) => {
    const said = longest(values.filter(({ entry }) => entry.concept === concept)).filter(isValue);
    const meant = said.flatMap((hit) => meaning(hit, tokens));
    const best = [...meant].sort((a, b) => rank(a) - rank(b) || b.words - a.words || a.from - b.from)[0];
    return best === undefined ? [] : [fact(concept, best.value, best.from, best.to, tokens)];
  });
}

interface Meaning {
  readonly value: string;
  readonly from: number;
  readonly to: number;
  readonly words: number;
}

function meaning({ entry, from, to, words }: ValueHit, tokens: readonly Token[]): Meaning[] {
  if (entry.value === NOT_SAID) return [];
  const negation = entry.negates ? undefined : negationAt(from, to, tokens);
  const place = { from, to, words };
  if (negation === undefined) return [{ ...place, value: entry.value }];
  if (entry.value !== YES) return [];
  return [{ ...place, value: NO, from: Math.min(from, negation), to: Math.max(to, negation) }];
}

/** A negation before the words, within three of them and the same clause, or just after. */
function negationAt(from: number, to: number, tokens: readonly Token[]): number | undefined {
  for (let at = from - 1; at >= from - 3; at -= 1) {
    const word = tokens[at]?.word ?? '';
    if (tokens[at]?.sentence !== tokens[from]?.sentence || tokens[at + 1]?.before.includes(',') === true) break;
    if (isNegation(word)) return at;
    if (/^(?:att|om|som|vad|men)$/u.test(word) && tokens[at - 1]?.word !== 'utan') break;
  }
  const after = tokens[to + 1];
  return after?.before === ' ' && /^(?:inte|ej|saknas)$/u.test(after.word) ? to + 1 : undefined;
}
