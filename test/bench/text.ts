// Words, stems and runs of letters for the peers that take a tokenizer: plain Snowball, none of our own language work, so
// that what they are given is what anyone would give them.
import snowball from 'snowball-stemmers';

export function wordsIn(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  );
}

export function foldMarks(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

const stemmer = snowball.newStemmer('swedish');
const stems = new Map<string, string>();

/** Snowball's, remembered, since it is slow and texts repeat their words. */
export function snowballStem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const made = stemmer.stem(word);
  if (stems.size < MOST_STEMS) stems.set(word, made);
  return made;
}

const MOST_STEMS = 50_000;

/** Runs of so many letters, repeats kept; a shorter text is its own run. */
export function runs(text: string, size: number): string[] {
  if (text.length <= size) return [text];
  return Array.from({ length: text.length - size + 1 }, (_, at) => text.slice(at, at + size));
}
