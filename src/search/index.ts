// The index: what each document says, word by word, in typed arrays.
//
//             question and wordings  ×4 ┐                  ┌─▶ postings: word -> documents
//   source                              ├─ words, counted ─┤
//             answer                 ×1 ┘                  └─▶ letters: run of letters -> documents
//             each wording by itself ─────────────────────────▶ wordings: wording -> words
//             all wordings together ──────────────────────────▶ latent: what each document is about
import { fold, isFunctionWord, stem, words } from '../question/swedish.ts';
import { buildLatent, type Latent, type Learned } from './latent.ts';
import { buildLetters, type Letters } from './letters.ts';
import { inverted, lengthOf, listsOf, startsOf, summed, type Lists, type WeightedLists } from './lists.ts';
import { rarity } from './rarity.ts';
import { phrasesIn, type Thesaurus } from './thesaurus.ts';
import { buildVocabulary, LONGEST_RUN, type Vocabulary } from './vocabulary.ts';

/** What is searched: the ways in which something may be asked for, and what is then said. */
export interface Source {
  readonly wordings: readonly string[];
  readonly body: string;
}

export interface SearchIndex {
  /** How many documents there are. */
  readonly size: number;
  readonly vocabulary: Vocabulary;
  /** Word -> documents; the weight is how much the document says it, for its length. */
  readonly postings: WeightedLists;
  readonly letters: Letters;
  /** The wordings of document `i` are those from `starts[i]` up to `starts[i + 1]`; each has its words, each word once. */
  readonly wordingsOf: Pick<Lists, 'starts'>;
  readonly wordings: Lists;
  /** How much each word says by how rare it is, squared. */
  readonly wordSquares: Float32Array;
  /** How much each wording says: the sum of its words' squares. */
  readonly wordingSquares: Float32Array;
  readonly latent: Latent;
}

/** Makes the index of some sources, in order. */
export type Build = (sources: readonly Source[], thesaurus: Thesaurus) => SearchIndex;

/** After the public Swedish question sets: the question says four times as much as the answer, and length counts less. */
const FIELD_WEIGHT = { question: 4, body: 1 } as const;
const FIELD_B = { question: 0.4, body: 0.6 } as const;

export function buildIndex(sources: readonly Source[], thesaurus: Thesaurus): SearchIndex {
  const read = sources.map((source) => readSource(source, thesaurus));
  const ids = new Map<string, number>();
  for (const { question, body } of read)
    for (const counts of [question, body])
      for (const word of counts.keys()) if (!ids.has(word)) ids.set(word, ids.size);
  const id = (word: string) => ids.get(word) ?? 0;
  const { vocabulary, runs } = buildVocabulary([...ids.keys()], thesaurus);
  const questions = numbered(
    read.map(({ question }) => question),
    id,
  );
  const bodies = numbered(
    read.map(({ body }) => body),
    id,
  );
  const forward = weighted(questions, bodies, ids.size);
  const postings = inverted(forward, ids.size);
  const wordings = listsOf(read.flatMap(({ wordings }) => wordings.map((all) => all.map(id))));
  const wordSquares = Float32Array.from(
    vocabulary.words,
    (word, i) => wordWeight(word, sources.length, lengthOf(postings, i)) ** 2,
  );
  const counts = read.map(({ wordings }) => wordings.length);
  const wordingsOf = { starts: startsOf(counts) };
  return {
    size: sources.length,
    vocabulary,
    postings,
    letters: buildLetters({ vocabulary, runs, forward, wordings, wordingsOf }),
    wordingsOf,
    wordings,
    wordSquares,
    wordingSquares: Float32Array.from({ length: wordings.starts.length - 1 }, (_, wording) =>
      wordings.items
        .subarray(wordings.starts[wording], wordings.starts[wording + 1])
        .reduce((sum, word) => sum + (wordSquares[word] ?? 0), 0),
    ),
    latent: buildLatent({ words: questions, wordings: counts, ...latentFeatures(vocabulary, runs) }),
  };
}

/** The words of a text as the index has them, folded, and the phrases of the thesaurus that stand in it. */
function tokensOf(text: string, thesaurus: Thesaurus): string[] {
  const all = words(text);
  return [...all.map(fold), ...phrasesIn(all.map(stem), thesaurus)];
}

/** A word that carries no subject still says a little. */
export const FUNCTION_WORD = 0.5;

function wordWeight(word: string, documents: number, having: number): number {
  return rarity(documents, having) * (isFunctionWord(word) ? FUNCTION_WORD : 1);
}

// ---- what is made of one source alone ---------------------------------------------------------------------------------

interface Read {
  readonly question: ReadonlyMap<string, number>;
  readonly body: ReadonlyMap<string, number>;
  readonly wordings: readonly (readonly string[])[];
  readonly thesaurus: Thesaurus;
}

/** A reload that leaves a file as it was gives the same object for it: nothing is read again. */
const readBefore = new WeakMap<Source, Read>();

function readSource(source: Source, thesaurus: Thesaurus): Read {
  const before = readBefore.get(source);
  if (before?.thesaurus === thesaurus) return before;
  const wordings = source.wordings.map((text) => tokensOf(text, thesaurus));
  const read = {
    question: counted(wordings.flat()),
    body: counted(tokensOf(source.body, thesaurus)),
    wordings: wordings.map((all) => [...new Set(all)]),
    thesaurus,
  };
  readBefore.set(source, read);
  return read;
}

function counted(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

// ---- putting it together ----------------------------------------------------------------------------------------------

/** Document -> words, and how often it says each. */
function numbered(all: readonly ReadonlyMap<string, number>[], id: (word: string) => number): WeightedLists {
  const starts = startsOf(all.map(({ size }) => size));
  const items = new Int32Array(starts.at(-1) ?? 0);
  const weights = new Float32Array(items.length);
  let at = 0;
  for (const counts of all) {
    for (const [word, count] of counts) {
      items[at] = id(word);
      weights[at] = count;
      at += 1;
    }
  }
  return { starts, items, weights };
}

/** Document -> words, and how much it says each: more in its questions, and less for its length. */
function weighted(questions: WeightedLists, bodies: WeightedLists, words: number): WeightedLists {
  const fields = [
    { counts: questions, weight: FIELD_WEIGHT.question, norms: lengthNorms(questions, FIELD_B.question) },
    { counts: bodies, weight: FIELD_WEIGHT.body, norms: lengthNorms(bodies, FIELD_B.body) },
  ];
  return summed(
    questions.starts.length - 1,
    words,
    (document, add) => {
      for (const { counts, weight, norms } of fields)
        for (let at = counts.starts[document] ?? 0, end = counts.starts[document + 1] ?? 0; at < end; at += 1)
          add(counts.items[at] ?? 0, (weight * (counts.weights[at] ?? 0)) / (norms[document] ?? 1));
    },
    (sum) => sum,
  );
}

function lengthNorms({ starts, weights }: WeightedLists, b: number): readonly number[] {
  const totals = Array.from({ length: starts.length - 1 }, (_, i) =>
    weights.subarray(starts[i], starts[i + 1]).reduce((sum, count) => sum + count, 0),
  );
  const average = Math.max(1, totals.reduce((sum, total) => sum + total, 0) / Math.max(1, totals.length));
  return totals.map((total) => 1 - b + (b * total) / average);
}

/**
 * What the latent space knows of a word: its runs of three to five letters, and, numbered after all runs, the word itself where
 * no run is as long.
 */
function latentFeatures({ words: all, grams }: Vocabulary, runs: Lists): Pick<Learned, 'featuresOf' | 'features'> {
  const isLong = Array.from(grams.keys(), ({ length }) => length > 2);
  const featuresOf = listsOf(
    all.map((word, id) => {
      const own = runs.items.subarray(runs.starts[id], runs.starts[id + 1]).filter((gram) => isLong[gram] ?? false);
      return word.length + 2 > LONGEST_RUN ? [grams.size + id, ...own] : own;
    }),
  );
  return { featuresOf, features: grams.size + all.length };
}
