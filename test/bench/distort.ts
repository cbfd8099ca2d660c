// What haste does to Swedish questions, done by rule and seed. It uses neither our splitter nor any stemmer: a compound is
// split and a word inflected only into words that stand in the texts themselves, so that no system wrote its own test.
import { seeded, pick, type Random } from './random.ts';
import { foldMarks, wordsIn } from './text.ts';

export const DISTORTIONS = ['typos', 'no diacritics', 'split compounds', 'other inflections', 'all together'] as const;
export type Distortion = (typeof DISTORTIONS)[number];

/** The words of the texts, and for each beginning the words that are it and an ending. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, number>;
  readonly forms: ReadonlyMap<string, readonly string[]>;
}

export function lexiconOf(texts: readonly string[]): Lexicon {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const forms = new Map<string, string[]>();
  for (const word of counts.keys()) {
    for (const base of basesOf(word)) {
      const list = forms.get(base);
      if (list === undefined) forms.set(base, [word]);
      else list.push(word);
    }
  }
  return { words: counts, forms };
}

/** The text distorted: the same for the same text, distortion and lexicon; the text itself where there is nothing to do. */
export function distort(text: string, how: Distortion, lexicon: Lexicon): string {
  const random = seeded(`${how}: ${text}`);
  switch (how) {
    case 'typos':
      return mistype(text, random);
    case 'no diacritics':
      return foldMarks(text);
    case 'split compounds':
      return eachWord(text, (word) => split(word, lexicon));
    case 'other inflections':
      return eachWord(text, (word) => inflect(word, lexicon, random));
    case 'all together': {
      const inflected = eachWord(text, (word) => inflect(word, lexicon, random));
      return foldMarks(
        mistype(
          eachWord(inflected, (word) => split(word, lexicon)),
          random,
        ),
      );
    }
  }
}

function eachWord(text: string, change: (word: string) => string): string {
  return text.normalize('NFC').replaceAll(/[\p{L}\d]+/gu, change);
}

/** One word mistyped, and every third time another: 1.3 a question. */
function mistype(text: string, random: Random): string {
  const long = wordsIn(text).filter((word) => word.length >= SHORTEST_MISTYPED);
  if (long.length === 0) return text;
  const wrong = new Set([pick(random, long)]);
  if (random() < SECOND_TYPO) wrong.add(pick(random, long));
  return eachWord(text, (word) => (wrong.delete(word.toLowerCase()) ? slip(word, random) : word));
}

const SHORTEST_MISTYPED = 4;
/** A little over 0.3, since the second may be the first again. */
const SECOND_TYPO = 0.38;

/** A letter dropped, doubled, exchanged with the next or with its neighbour on the keyboard. */
function slip(word: string, random: Random): string {
  for (;;) {
    const at = Math.floor(random() * word.length);
    const slipped = slipAt(word, at, random);
    if (slipped !== word) return slipped;
  }
}

function slipAt(word: string, at: number, random: Random): string {
  const [before, letter, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)];
  switch (Math.floor(random() * 4)) {
    case 0:
      return `${before}${after}`;
    case 1:
      return `${before}${letter}${letter}${after}`;
    case 2:
      return `${before}${after.slice(0, 1)}${letter}${after.slice(1)}`;
    default:
      return `${before}${neighbour(letter, random)}${after}`;
  }
}

function neighbour(letter: string, random: Random): string {
  const row = KEYBOARD.find((keys) => keys.includes(letter.toLowerCase()));
  if (row === undefined) return letter;
  const at = row.indexOf(letter.toLowerCase());
  return pick(
    random,
    [row[at - 1], row[at + 1]].filter((key) => key !== undefined),
  );
}

const KEYBOARD = ['qwertyuiopå', 'asdfghjklöä', 'zxcvbnm', '1234567890'] as const;

/** Into the two commonest words it is made of, a joining s left on the first: "arbets givare". */
function split(word: string, { words }: Lexicon): string {
  const small = word.toLowerCase();
  const cuts = Array.from({ length: Math.max(0, small.length - 2 * SHORTEST_PART + 1) }, (_, i) => i + SHORTEST_PART);
  const [best] = cuts
    .map((cut) => ({ cut, common: Math.min(commonness(small.slice(0, cut), words), words.get(small.slice(cut)) ?? 0) }))
    .filter(({ common }) => common >= COMMON)
    .sort((a, b) => b.common - a.common);
  return best === undefined ? word : `${word.slice(0, best.cut)} ${word.slice(best.cut)}`;
}

function commonness(head: string, words: Lexicon['words']): number {
  return words.get(head) ?? (head.endsWith('s') ? words.get(head.slice(0, -1)) : undefined) ?? 0;
}

const SHORTEST_PART = 4;
const COMMON = 2;

/** Another form of the word that the texts have. */
function inflect(word: string, { forms, words }: Lexicon, random: Random): string {
  const small = word.toLowerCase();
  if (!words.has(small)) return word;
  const others = new Set(basesOf(small).flatMap((base) => forms.get(base) ?? []));
  others.delete(small);
  return others.size === 0 ? word : pick(random, [...others].sort());
}

/** What is left of a word without an ending; none for a short word. */
function basesOf(word: string): string[] {
  return ENDINGS.filter((ending) => word.endsWith(ending))
    .map((ending) => word.slice(0, word.length - ending.length))
    .filter((base) => base.length >= SHORTEST_BASE);
}

const SHORTEST_BASE = 5;
/** Of nouns, adjectives and verbs. */
const ENDINGS =
  ` a ar are arna arnas ad ade an ans as at de e en ens er erna ernas et ets n na ns or orna r rna s t te`.split(' ');
