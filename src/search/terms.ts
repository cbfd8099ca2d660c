// Text to search terms of three kinds: words (stems), parts of compounds, and runs of letters. Words carry the meaning;
// parts and runs of letters repair what Swedish and haste do to words: compounds, endings, misspellings.
import { compoundParts, fold, isFunctionWord, stem, words } from '../question/swedish.ts';

export type TermKind = 'word' | 'part' | 'gram';

/** How often each term stands in a text. A term's first character is its kind: `w`, `p` or `g`. */
export type TermCounts = ReadonlyMap<string, number>;

export interface TermOptions {
  /** The stems by which compounds are split. */
  readonly vocabulary: ReadonlySet<string>;
  /** The parts of words split before, for the next time. */
  readonly split: Map<string, readonly string[]>;
  /** What else a stem may be called: stem -> stems. */
  readonly equivalents: ReadonlyMap<string, readonly string[]>;
}

export function termsOf(text: string, { vocabulary, equivalents, split }: TermOptions): TermCounts {
  const counts = new Map<string, number>();
  const add = (term: string, weight = 1) => counts.set(term, (counts.get(term) ?? 0) + weight);
  for (const word of words(text)) {
    const stemmed = stem(word);
    add(`w${stemmed}`);
    for (const other of equivalents.get(stemmed) ?? []) add(`w${other}`, EQUIVALENT);
    if (isFunctionWord(word)) continue;
    const parts = split.get(word) ?? compoundParts(word, vocabulary);
    if (split.size < MOST_SPLIT) split.set(word, parts);
    for (const part of parts) {
      add(`p${part}`);
      for (const other of equivalents.get(part) ?? []) add(`p${other}`, EQUIVALENT);
    }
    if (!counts.has(`p${stemmed}`)) add(`p${stemmed}`);
    for (const gram of grams(word)) add(`g${gram}`);
  }
  return counts;
}

export function kindOf(term: string): TermKind {
  switch (term[0]) {
    case 'w':
      return 'word';
    case 'p':
      return 'part';
    default:
      return 'gram';
  }
}

/** Questions bring new words for as long as the process lives: what is remembered of them has an end. */
const MOST_SPLIT = 20_000;

/** A word that only means the same counts a little less than the word itself. */
const EQUIVALENT = 0.8;

/** Runs of three and four letters, with the word's edges marked. */
function grams(word: string): string[] {
  const edged = `_${fold(word)}_`;
  return [3, 4].flatMap((size) =>
    Array.from({ length: Math.max(0, edged.length - size + 1) }, (_, i) => edged.slice(i, i + size)),
  );
}
