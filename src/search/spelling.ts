// The letters of a word that someone types, as the index numbers them. Most words of a question have been typed before.
import type { SearchIndex } from './index.ts';
import { LONGEST_RUN, runsIn } from './vocabulary.ts';

export interface Spelling {
  /** The runs of three and four letters that some document has, as often as the word has them. */
  readonly counted: readonly number[];
  /** Those that none has. */
  readonly strange: readonly string[];
  /** What the latent space knows of it. */
  readonly features: readonly number[];
}

/** Of a folded word. */
export function spellingOf(index: SearchIndex, word: string): Spelling {
  const remembered = memories.get(index) ?? new Map<string, Spelling>();
  memories.set(index, remembered);
  const known = remembered.get(word) ?? spell(index, word);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(word, known);
  return known;
}

const MOST_REMEMBERED = 20_000;
const memories = new WeakMap<SearchIndex, Map<string, Spelling>>();

function spell({ vocabulary: { grams, ids } }: SearchIndex, word: string): Spelling {
  const own = ids.get(word);
  const counted = runsIn(word, 3, 4);
  return {
    counted: counted.flatMap((run) => grams.get(run) ?? []),
    strange: counted.filter((run) => !grams.has(run)),
    features: [
      ...(own === undefined || word.length + 2 <= LONGEST_RUN ? [] : [grams.size + own]),
      ...runsIn(word, 3, LONGEST_RUN).flatMap((run) => grams.get(run) ?? []),
    ],
  };
}
