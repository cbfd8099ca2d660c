// Runs of three and four letters: what repairs the endings, compounds and misspellings that words stumble over.
//
// Where documents have one or two wordings, as BM25 counts: what stands in the question and the answer, the longer the less. Where
// they have many, by the cosine to what is typical of them (Rocchio 1971): a run that comes in many of its wordings says more than
// all the runs in its answer, which say less about how it is asked for the longer the answer is.
import { distinct, inverted, lengthOf, summed, type Lists, type WeightedLists } from './lists.ts';
import { rarity, saturated } from './rarity.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Letters {
  /** Runs, numbered as in the vocabulary -> documents. */
  readonly postings: WeightedLists;
  /** How much each run says by how rare it is, and one that stands nowhere. */
  readonly rarities: Float32Array;
  readonly strange: number;
  readonly isTypical: boolean;
}

/** What the letters of an index are made of. */
export interface Spelled {
  readonly vocabulary: Vocabulary;
  /** Word -> runs, each of two to five letters. */
  readonly runs: Lists;
  /** Document -> words, weighted. */
  readonly forward: WeightedLists;
  readonly wordings: Lists;
  /** The wordings of document `i` are those from `starts[i]` up to `starts[i + 1]`. */
  readonly wordingsOf: Pick<Lists, 'starts'>;
}

/** Wordings a document, on an average, from which on they show what is typical. */
const MANY_WORDINGS = 3;

export function buildLetters(spelled: Spelled): Letters {
  const { vocabulary, runs, forward, wordings, wordingsOf } = spelled;
  const size = vocabulary.grams.size;
  const isCounted = Array.from(vocabulary.grams.keys(), ({ length }) => length === 3 || length === 4);
  const ofWords = distinct(runs, size, (run) => isCounted[run] ?? false);
  const addWord = (word: number, weight: number, add: (run: number, weight: number) => void) => {
    for (let at = ofWords.starts[word] ?? 0, end = ofWords.starts[word + 1] ?? 0; at < end; at += 1)
      add(ofWords.items[at] ?? 0, weight);
  };
  const documents = forward.starts.length - 1;
  const isTypical = wordings.starts.length - 1 >= MANY_WORDINGS * documents;
  const texts = isTypical
    ? summed(
        wordings.starts.length - 1,
        size,
        (wording, add) => {
          eachOf(wordings, wording, (at) => {
            addWord(wordings.items[at] ?? 0, 1, add);
          });
        },
        logarithmic,
      )
    : summed(
        documents,
        size,
        (document, add) => {
          eachOf(forward, document, (at) => {
            addWord(forward.items[at] ?? 0, forward.weights[at] ?? 0, add);
          });
        },
        saturated,
      );
  const having = inverted(texts, size);
  const count = texts.starts.length - 1;
  const rarities = Float32Array.from({ length: size }, (_, run) => rarity(count, lengthOf(having, run)));
  const letters = { rarities, strange: Math.fround(rarity(count, 0)), isTypical };
  if (!isTypical) return { ...letters, postings: having };
  const alone = unit(texts, rarities);
  const together = summed(
    documents,
    size,
    (document, add) => {
      eachOf(wordingsOf, document, (wording) => {
        eachOf(alone, wording, (at) => {
          add(alone.items[at] ?? 0, alone.weights[at] ?? 0);
        });
      });
    },
    (sum) => sum,
  );
  return { ...letters, postings: inverted(unit(together), size) };
}

/** How much of what is spelled each document has: `counts` by run, `strange` the number of each run that stands nowhere. */
export function scoreLetters(
  { postings, rarities, strange, isTypical }: Letters,
  counts: ReadonlyMap<number, number>,
  unknown: number,
  documents: number,
): Float32Array {
  const scores = new Float32Array(documents);
  let all = unknown * (isTypical ? strange ** 2 : strange);
  for (const [run, count] of counts) {
    const weight = (rarities[run] ?? 0) * (isTypical ? logarithmic(count) : Math.min(count, 2));
    all += isTypical ? weight ** 2 : weight;
    for (let at = postings.starts[run] ?? 0, end = postings.starts[run + 1] ?? 0; at < end; at += 1) {
      const document = postings.items[at] ?? 0;
      scores[document] = (scores[document] ?? 0) + weight * (postings.weights[at] ?? 0);
    }
  }
  const most = isTypical ? Math.sqrt(all) : all;
  if (most > 0) for (let i = 0; i < documents; i += 1) scores[i] = (scores[i] ?? 0) / most;
  return scores;
}

function logarithmic(count: number): number {
  return 1 + Math.log(count);
}

function eachOf({ starts }: Pick<Lists, 'starts'>, list: number, see: (at: number) => void): void {
  for (let at = starts[list] ?? 0, end = starts[list + 1] ?? 0; at < end; at += 1) see(at);
}

/** Each list as a vector of length 1, its weights first multiplied by how rare each item is. */
function unit(lists: WeightedLists, rarities?: Float32Array): WeightedLists {
  const weights = lists.weights.map((weight, at) => weight * (rarities?.[lists.items[at] ?? 0] ?? 1));
  for (let list = 0; list + 1 < lists.starts.length; list += 1) {
    let square = 0;
    eachOf(lists, list, (at) => (square += (weights[at] ?? 0) ** 2));
    const length = Math.sqrt(square) || 1;
    eachOf(lists, list, (at) => (weights[at] = (weights[at] ?? 0) / length));
  }
  return { ...lists, weights };
}
