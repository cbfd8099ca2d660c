// How well each document fits a text. First all documents, by the words that are asked, and those like them, and by the runs of
// letters in them; then the best of those, and those nearest in the latent space, by their one wording that is most alike too.
import { englishStem, isEnglish } from '../question/english.ts';
import { fold, stem, words } from '../question/swedish.ts';
import type { SearchIndex } from './index.ts';
import { latentLikeness, latentVector } from './latent.ts';
import { scoreLetters } from './letters.ts';
import { likenessToWordings } from './likeness.ts';
import { spellingOf } from './spelling.ts';
import { termOf, type Asked, type Term } from './term.ts';
import { phrasesIn } from './thesaurus.ts';
import { alike, isPhrase, partsOf, translated, type Alike, type Vocabulary } from './vocabulary.ts';

/** Each 0 to about 1: the share of what the text says that the document says too, weighted by how rare it is. */
export interface Fit {
  readonly document: number;
  readonly score: number;
  /** By words and those like them. */
  readonly words: number;
  /** By runs of letters. */
  readonly letters: number;
  /** To the wording that is most alike. */
  readonly like: number;
  /** In the latent space. */
  readonly about: number;
}

export interface Ranking {
  /** The documents that fit best, best first. */
  readonly fits: readonly Fit[];
  /** Words that no document has, and those that they were taken for. */
  readonly repaired: readonly { readonly said: string; readonly read: string }[];
}

const MIX = { words: 0.42, letters: 0.42, like: 0.16 } as const;
/** Of the whole; less where documents have few wordings to learn from. */
const ABOUT = 0.3;
const MOST_CANDIDATES = 20;
/** In a larger index it would take too long to look at each document's place in the latent space. */
const MOST_COMPARED = 5_000;
const SHORTEST_JOINED = 7;

export function rank(index: SearchIndex, text: string, candidates = MOST_CANDIDATES): Ranking {
  const inRow = words(text);
  const folded = inRow.map(fold);
  const terms = askedIn(index, inRow, folded).map((asked) => termOf(index, asked));
  const byWords = scoreWords(index, terms);
  const byLetters = scoresByLetters(index, folded);
  const said = byWords.map((score, i) => MIX.words * score + MIX.letters * (byLetters[i] ?? 0));
  const vector = latentVector(
    index.latent,
    folded.flatMap((word) => spellingOf(index, word).features),
  );
  const likenessTo = likenessToWordings(index, terms);
  const about = ABOUT * (1 - index.size / Math.max(1, index.size, index.wordings.starts.length - 1));
  const fits = [...new Set([...highest(said, candidates), ...nearest(index, vector, candidates)])].map(
    (document): Fit => {
      const fit = { like: likenessTo(document), about: latentLikeness(index.latent, vector, document) };
      const score = (1 - about) * ((said[document] ?? 0) + MIX.like * fit.like) + about * fit.about;
      return { document, score, words: byWords[document] ?? 0, letters: byLetters[document] ?? 0, ...fit };
    },
  );
  return {
    fits: fits.sort((a, b) => b.score - a.score || a.document - b.document),
    repaired: terms.flatMap(({ said, alike: [first] }) =>
      first?.why === 'misspelt' ? [{ said, read: index.vocabulary.words[first.word] ?? '' }] : [],
    ),
  };
}

// ---- what is asked ----------------------------------------------------------------------------------------------------

function askedIn({ vocabulary }: SearchIndex, inRow: readonly string[], folded: readonly string[]): Asked[] {
  const phrases = phrasesIn(folded.map(stem), vocabulary.thesaurus);
  const compounds = folded.slice(1).flatMap((word, i) => {
    const joined = (folded[i] ?? '') + word;
    return joined.length >= SHORTEST_JOINED && vocabulary.ids.has(joined) ? [joined] : [];
  });
  const parts = folded.flatMap((word) => partsOf(vocabulary, word));
  const english = isEnglish(inRow) ? translationsOf(vocabulary, folded) : new Map<string, readonly Alike[]>();
  const said = new Set([...folded, ...phrases, ...compounds, ...parts, ...english.keys()]);
  return [...said].map((each) => {
    const meant = english.get(each);
    if (meant === undefined) return { said: each, alike: alike(vocabulary, each) };
    return { said: each, alike: isPhrase(each) ? meant : [...alike(vocabulary, each), ...meant] };
  });
}

/** English words, and two or three in a row, each with what it is called in Swedish. */
function translationsOf(vocabulary: Vocabulary, folded: readonly string[]): Map<string, readonly Alike[]> {
  const stems = folded.map(englishStem);
  const runs = folded.flatMap((_, at) =>
    [1, 2, 3].map((length) => [at, Math.min(at + length, folded.length)] as const),
  );
  return new Map(
    runs.flatMap(([from, to]) => {
      const found = translated(vocabulary, stems.slice(from, to).join(' '));
      return found.length === 0 ? [] : [[folded.slice(from, to).join(' '), found] as const];
    }),
  );
}

// ---- all documents ----------------------------------------------------------------------------------------------------

/** How much of what is asked each document says. */
function scoreWords({ size }: SearchIndex, terms: readonly Term[]): Float32Array {
  const scores = new Float32Array(size);
  let all = 0;
  for (const { weight, documents, scores: own } of terms) {
    all += weight;
    for (let i = 0; i < documents.length; i += 1) {
      const document = documents[i] ?? 0;
      scores[document] = (scores[document] ?? 0) + (own[i] ?? 0);
    }
  }
  return shares(scores, all);
}

function scoresByLetters(index: SearchIndex, folded: readonly string[]): Float32Array {
  const counts = new Map<number, number>();
  let unknown = 0;
  for (const word of folded) {
    const { counted, strange } = spellingOf(index, word);
    for (const run of counted) counts.set(run, (counts.get(run) ?? 0) + 1);
    unknown += strange.length;
  }
  return scoreLetters(index.letters, counts, unknown, index.size);
}

function shares(scores: Float32Array, all: number): Float32Array {
  if (all !== 0) for (let i = 0; i < scores.length; i += 1) scores[i] = (scores[i] ?? 0) / all;
  return scores;
}

/** The documents nearest in the latent space. */
function nearest({ size, latent }: SearchIndex, vector: Float32Array, most: number): number[] {
  if (size > MOST_COMPARED) return [];
  const likeness = new Float32Array(size);
  for (let document = 0; document < size; document += 1) likeness[document] = latentLikeness(latent, vector, document);
  return highest(likeness, most);
}

/** The places of the highest numbers above 0, highest first. */
function highest(numbers: Float32Array, most: number): number[] {
  const best: number[] = [];
  let least = 0;
  for (let i = 0; i < numbers.length; i += 1) {
    const number = numbers[i] ?? 0;
    if (number <= least) continue;
    let at = best.length;
    while (at > 0 && (numbers[best[at - 1] ?? 0] ?? 0) < number) at -= 1;
    best.splice(at, 0, i);
    if (best.length > most) best.pop();
    if (best.length === most) least = numbers[best.at(-1) ?? 0] ?? 0;
  }
  return best;
}
