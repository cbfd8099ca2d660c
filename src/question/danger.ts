// Whether the words say that someone is in danger now. A wording of the knowledge must stand there, and nothing that makes it
// an ordinary question: a supposition ("om en elev …"), a denial, something long past.
import type { Vocabulary } from '../knowledge/rule-schema.ts';
import type { Urgent, UrgentSituation } from '../knowledge/urgent.ts';
import { isNegation, prepare, type Lexicon } from './lexicon.ts';
import { findAll, tokenize, type Hit, type Token } from './vocabulary.ts';

/** A situation, and the words of the question in which it was seen. */
export interface Danger {
  readonly situation: UrgentSituation;
  readonly words: string;
}

/** The situations that the question says are here now, the gravest first. */
export function findDangers(question: string, urgent: Urgent): Danger[] {
  const lexicon = lexiconOf(urgent);
  const tokens = tokenize(withoutEndless(question), lexicon);
  const hits = findAll(tokens, lexicon);
  return urgent.situations.flatMap((situation, i): Danger[] => {
    const unless = [...of(hits, ALL, IN_SENTENCE), ...of(hits, String(i), UNLESS)];
    const seen = of(hits, String(i), WORDS).find(
      (hit) =>
        isOnePart(tokens.slice(hit.from, hit.to + 1)) &&
        !isDenied(hit, tokens) &&
        !unless.some((other) => sentenceOf(other, tokens) === sentenceOf(hit, tokens)) &&
        (!isSupposed(hit, of(hits, ALL, BEFORE), tokens) || isNow(hit, of(hits, ALL, NOW), tokens)),
    );
    if (seen === undefined) return [];
    return [{ situation, words: question.slice(tokens[seen.from]?.start, tokens[seen.to]?.end) }];
  });
}

const ALL = 'alla';
/** Longer than any word; to look such a thing up as a compound would take seconds. */
const ENDLESS = /[\p{L}\p{M}]{61,}/gu;
const [WORDS, UNLESS, IN_SENTENCE, BEFORE, NOW] = ['ord', 'inte om', 'i meningen', 'före', 'nu'];
/** Between a denial and what is denied: "inte alls hotat". */
const NEAR = 2;

const prepared = new WeakMap<Urgent, Vocabulary>();

/** The same words in any form, misspelt or without dots, are found as those for parties and facts are. */
function lexiconOf(urgent: Urgent): Lexicon {
  const known = prepared.get(urgent) ?? vocabularyOf(urgent);
  prepared.set(urgent, known);
  return prepare(known);
}

function vocabularyOf({ situations, unless, now }: Urgent): Vocabulary {
  const own = situations.map(
    ({ wordings, unless: not }, i) => [String(i), { [WORDS]: wordings, [UNLESS]: not }] as const,
  );
  return {
    parties: {},
    concepts: {
      ...Object.fromEntries(own),
      [ALL]: { [IN_SENTENCE]: unless.inSentence, [BEFORE]: unless.before, [NOW]: now },
    },
    kinds: {
      individuals: [],
      concerned: [],
      professions: [],
      schools: [],
      inquirers: [],
      overriding: [],
      people: [],
      colleagues: [],
    },
  };
}

/** The text, every place in it where it was, without what is no word. */
function withoutEndless(text: string): string {
  return text.replaceAll(ENDLESS, (run) => ' '.repeat(run.length));
}

function of(hits: readonly Hit[], concept: string, value: string): Hit[] {
  return hits.filter(({ entry }) => entry.kind === 'value' && entry.concept === concept && entry.value === value);
}

function sentenceOf({ from }: Hit, tokens: readonly Token[]): number | undefined {
  return tokens[from]?.sentence;
}

function isDenied({ from }: Hit, tokens: readonly Token[]): boolean {
  const before = tokens.slice(Math.max(0, from - NEAR), from);
  return before.some(({ word }, i) => isNegation(word) && isOnePart(tokens.slice(from - before.length + i, from + 1)));
}

function isSupposed(hit: Hit, suppositions: readonly Hit[], tokens: readonly Token[]): boolean {
  return suppositions.some(({ to }) => to < hit.from && isOnePart(tokens.slice(to, hit.from + 1)));
}

function isNow(hit: Hit, signs: readonly Hit[], tokens: readonly Token[]): boolean {
  return signs.some((sign) => sentenceOf(sign, tokens) === sentenceOf(hit, tokens));
}

/** Whether nothing divides the words: neither a comma nor the end of the sentence. */
function isOnePart([first, ...others]: readonly Token[]): boolean {
  return others.every(({ sentence, before }) => sentence === first?.sentence && !/[,:()–]/u.test(before));
}
