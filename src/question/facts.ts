// What was found in a question as facts for the rules, whatever its language: the parties, who runs them, and what else is said.
import { NOT_SAID } from '../knowledge/rule-schema.ts';
import { RECIPIENT, SENDER } from '../knowledge/rulebook.ts';
import type { Lexicon } from './lexicon.ts';
import type { Phrase } from './phrases.ts';
import type { Named, Roles } from './roles.ts';
import { longest, type Hit, type Token } from './vocabulary.ts';

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

/** The token that denies what the words `from` to `to` say, if any does. */
export type FindNegation = (from: number, to: number, tokens: readonly Token[]) => number | undefined;

const SENDER_IS = 'avsändaren är';
const RECIPIENT_IS = 'mottagaren är';
const YES = 'ja';
const NO = 'nej';

export function roleFacts({ sender, recipient }: Roles, tokens: readonly Token[]): UnderstoodFact[] {
  return [
    ...(sender === undefined ? [] : [fact(SENDER, sender.party, sender.from, sender.to, tokens)]),
    ...(recipient === undefined ? [] : [fact(RECIPIENT, recipient.party, recipient.from, recipient.to, tokens)]),
  ];
}

export function fact(
  concept: string,
  value: string,
  from: number,
  to: number,
  tokens: readonly Token[],
): UnderstoodFact {
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
export function ownership(
  { sender, recipient }: Roles,
  asker: Phrase | undefined,
  phrases: readonly Phrase[],
  hits: readonly Hit[],
  tokens: readonly Token[],
  kinds: Lexicon['kinds'],
): UnderstoodFact[] {
  const found = new Map<string, UnderstoodFact>();
  for (const hit of longest(hits.filter(isOwnership)).filter(isValue)) {
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
export function stated(
  hits: readonly Hit[],
  tokens: readonly Token[],
  overriding: readonly string[],
  negationAt: FindNegation,
): UnderstoodFact[] {
  const rank = ({ value }: Meaning) => Number(!overriding.includes(value));
  const values = hits.filter(isValue).filter((hit) => !isOwnership(hit));
  const concepts = [...new Set(values.map(({ entry }) => entry.concept))];
  return concepts.flatMap((concept) => {
    const said = longest(values.filter(({ entry }) => entry.concept === concept)).filter(isValue);
    const meant = said.flatMap((hit) => meaning(hit, tokens, negationAt));
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

function meaning({ entry, from, to, words }: ValueHit, tokens: readonly Token[], negationAt: FindNegation): Meaning[] {
  if (entry.value === NOT_SAID) return [];
  const negation = entry.negates ? undefined : negationAt(from, to, tokens);
  const place = { from, to, words };
  if (negation === undefined) return [{ ...place, value: entry.value }];
  if (entry.value !== YES) return [];
  return [{ ...place, value: NO, from: Math.min(from, negation), to: Math.max(to, negation) }];
}
