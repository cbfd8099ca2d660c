// The English wordings compiled, and the words of an English question as the wordings meet them.
import type { EnglishWordings } from '../knowledge/rule-schema.ts';
import { englishStem } from './english.ts';
import { grouped, NUMBER, readWording, type Entry, type Likeness, type Step, type Wording } from './lexicon.ts';
import { fold } from './swedish.ts';
import { findAll, type Hit, type Token } from './vocabulary.ts';

/** Words that deny, as they stand when "don't" is "do not". */
export function isEnglishNegation(word: string): boolean {
  return NEGATIONS.has(word);
}

/**
 * The words, with what is drawn together taken apart: "can't" is "can" and "not" at the same place, "I'm" is "I" and "am", and
 * a number in letters is a number.
 */
export function tokenizeEnglish(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let end = 0;
  for (const { 0: written, index: start } of text.matchAll(WORD)) {
    const before = text.slice(end, start);
    // The full stops of "P.E." end no sentence.
    const isInitial = before.startsWith('.') && tokens.at(-1)?.word.length === 1;
    if (tokens.length > 0 && !isInitial && ENDS_SENTENCE.test(before)) sentence += 1;
    end = start + written.length;
    const place = { start, end, sentence };
    const [first = '', ...rest] = partsOf(fold(written.toLowerCase().replaceAll('’', "'")));
    tokens.push(
      { ...token(first), ...place, before },
      ...rest.map((part) => ({ ...token(part), ...place, before: ' ' })),
    );
  }
  return tokens.map((each, at) => (isGenitive(each, tokens[at + 1]) ? owning(each) : each));
}

/** Everything of the English wordings that stands in the words; hits may overlap. */
export function findEnglish(tokens: readonly Token[], wordings: EnglishWordings): Hit[] {
  // "school, health care" names two.
  return findAll(tokens, { wordings: prepare(wordings) }).filter(
    ({ entry, from, to }) =>
      entry.kind === 'value' || tokens.slice(from + 1, to + 1).every(({ before }) => !/[,;:()]/u.test(before)),
  );
}

const NEGATIONS: ReadonlySet<string> = new Set('not never no without nobody none neither nor'.split(' '));
/** The first person says who is asking: "my son", "I am 14". */
const FIRST_PERSON = /^(?:my|our|i)(?!\p{L})/u;
/** "school/preschool's", "well-baby", "10:15a" apart; "F.K." is nothing here. */
const WORD = /[\p{L}\p{M}]+(?:['’]\p{L}+|['’](?!\p{L}))?|\d+/gu;
const ENDS_SENTENCE = /[?!;\n]|\.(?:\s|$|["”»)])/u;

const prepared = new WeakMap<EnglishWordings, ReadonlyMap<string, readonly Wording[]>>();

/** The wordings by the first of their words; the work is done once for each. */
function prepare(wordings: EnglishWordings): ReadonlyMap<string, readonly Wording[]> {
  const known = prepared.get(wordings) ?? compile(wordings);
  prepared.set(wordings, known);
  return known;
}

function compile({ parties, concepts, kinds }: EnglishWordings): ReadonlyMap<string, readonly Wording[]> {
  const all: Wording[] = [];
  const add = (texts: readonly string[], entryOf: (text: string) => Entry) => {
    for (const text of texts) all.push(stemmed(readWording(fold(text.toLowerCase()), entryOf(text))));
  };
  for (const [party, texts] of Object.entries(parties))
    add(texts, (text) => ({ kind: 'party', party, asker: FIRST_PERSON.test(text.toLowerCase()) }));
  for (const [concept, byValue] of Object.entries(concepts))
    for (const [value, texts] of Object.entries(byValue))
      add(texts, (text) => ({ kind: 'value', concept, value, negates: text.split(/[ /]/u).some(isEnglishNegation) }));
  add(kinds.people, () => ({ kind: 'folk' }));
  add(kinds.colleagues, () => ({ kind: 'kollega' }));
  return grouped(all.flatMap((each) => firstKeys(each.steps[0]).map((key) => [key, each] as const)));
}

function stemmed(wording: Wording): Wording {
  return { ...wording, steps: wording.steps.map(stemmedStep) };
}

function stemmedStep(step: Step): Step {
  return step.gap || step.span !== undefined ? step : { ...step, words: step.words.map(keyOf) };
}

function firstKeys(step: Step | undefined): readonly string[] {
  if (step === undefined || step.gap) return [];
  return step.span === undefined ? step.words : [NUMBER];
}

/** What a word of a wording is found by: its stem, or itself where only that form is meant; "client's!" as it owns something. */
function keyOf(word: string): string {
  if (/'s?!?$/u.test(word)) return `${stemOf(word.replace(/'s?!?$/u, ''))}'`;
  return word.endsWith('!') ? word : stemOf(word);
}

function stemOf(word: string): string {
  return englishStem(IRREGULAR.get(word) ?? word);
}

/** Plurals that the stemmer keeps apart. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['wives', 'wife'],
]);

function token(word: string): Pick<Token, 'word' | 'lemmas'> {
  const plain = NUMERALS.get(word) ?? word;
  return { word: plain, lemmas: lemmasOf(plain, false) };
}

function lemmasOf(word: string, genitive: boolean): ReadonlyMap<string, Likeness> {
  const likeness = { doubt: 0, genitive };
  const keys = [stemOf(word), `${word}!`, ...(genitive ? [`${stemOf(word)}'`] : [])];
  return new Map(keys.map((key) => [key, likeness]));
}

/** "school's", "parents'": the mark is taken off, and what it says is kept. */
function owning(each: Token): Token {
  const word = each.word.replace(/'s?$/u, '');
  return { ...each, word, lemmas: lemmasOf(word, true) };
}

function isGenitive({ word }: Token, next: Token | undefined): boolean {
  // A closing quotation mark looks like the end of "parents'".
  return word.endsWith("'s") || (word.endsWith("s'") && next?.before === ' ');
}

function partsOf(word: string): readonly string[] {
  const known = DRAWN_TOGETHER.get(word);
  if (known !== undefined) return known.split(' ');
  const [, stem = '', tail = ''] = /^(.+?)(n't|'m|'re|'ve|'ll|'d)$/u.exec(word) ?? [];
  if (stem !== '') return [stem, TAILS[tail] ?? ''];
  if (/^(?:it|that|what|who|he|she|there|where|how|here)'s$/u.test(word)) return [word.slice(0, -2), 'is'];
  return [/s'$|'s$/u.test(word) ? word : word.replace(/'$/u, '')];
}

const TAILS: Readonly<Record<string, string>> = {
  "n't": 'not',
  "'m": 'am',
  "'re": 'are',
  "'ve": 'have',
  "'ll": 'will',
  "'d": 'would',
};

const DRAWN_TOGETHER: ReadonlyMap<string, string> = new Map([
  ["can't", 'can not'],
  ['cannot', 'can not'],
  ['cant', 'can not'],
  ["won't", 'will not'],
  ['dont', 'do not'],
  ['doesnt', 'does not'],
  ['isnt', 'is not'],
  ['im', 'i am'],
  ["let's", 'let us'],
]);

/** Four and more: "one" and "two" are seldom an age. */
const NUMERALS: ReadonlyMap<string, string> = new Map(
  `four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty`
    .split(' ')
    .map((word, at) => [word, String(at + 4)]),
);
