// How like a question is to a document's most similar single wording.
import type { SearchIndex } from './index.ts';
import type { Term } from './term.ts';

/**
 * For each document: how much of what is asked stands in the wording, and how much of what stands there is asked; the
 * geometric mean of both.
 */
export function likenessToWordings(index: SearchIndex, terms: readonly Term[]): (document: number) => number {
  const { wordingsOf, wordings, wordSquares, wordingSquares } = index;
  const { first, next, term, likeness } = matchesOf(terms, index.vocabulary.words.length);
  const squares = Float32Array.from(terms, ({ weight }) => weight ** 2);
  const all = squares.reduce((sum, square) => sum + square, 0);
  const found = new Float32Array(terms.length);
  return (document) => {
    let best = 0;
    const last = wordingsOf.starts[document + 1] ?? 0;
    for (let wording = wordingsOf.starts[document] ?? 0; wording < last; wording += 1) {
      const there = wordingSquares[wording] ?? 0;
      const from = wordings.starts[wording] ?? 0;
      const end = wordings.starts[wording + 1] ?? 0;
      let asked = 0;
      for (let i = from; i < end; i += 1) {
        const word = wordings.items[i] ?? 0;
        // The first of a word's chain is the likest.
        asked += (likeness[first[word] ?? 0] ?? 0) * (wordSquares[word] ?? 0);
      }
      // However much of what is asked stands here, this wording cannot be the best.
      if (all === 0 || asked <= best * there) continue;
      found.fill(0);
      for (let i = from; i < end; i += 1)
        for (let at = first[wordings.items[i] ?? 0] ?? 0; at !== 0; at = next[at] ?? 0)
          found[term[at] ?? 0] = Math.max(found[term[at] ?? 0] ?? 0, likeness[at] ?? 0);
      let said = 0;
      for (let i = 0; i < found.length; i += 1) said += (found[i] ?? 0) * (squares[i] ?? 0);
      best = Math.max(best, (said / all) * (asked / there));
    }
    return Math.sqrt(best);
  };
}

/** For each word the terms that it is like, in chains: `first[word]`, the likest, then `next` of each, until 0. */
function matchesOf(terms: readonly Term[], words: number) {
  const size = terms.reduce((sum, { alike }) => sum + alike.length, 1);
  const chains = {
    first: new Int32Array(words),
    next: new Int32Array(size),
    term: new Int32Array(size),
    likeness: new Float32Array(size),
  };
  let last = 0;
  for (const [term, { alike }] of terms.entries()) {
    for (const { word, likeness } of alike) {
      last += 1;
      chains.term[last] = term;
      chains.likeness[last] = likeness;
      const before = chains.first[word] ?? 0;
      const isLikest = likeness > (chains.likeness[before] ?? 0);
      chains.next[last] = isLikest ? before : (chains.next[before] ?? 0);
      if (isLikest) chains.first[word] = last;
      else chains.next[before] = last;
    }
  }
  return chains;
}
