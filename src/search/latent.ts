// What documents are about, beyond their words: latent semantic analysis (Deerwester et al. 1990) over the wordings. Words that
// are used for asking the same things come near each other, and so do questions that share none of them.
//
//   documents × features (words and runs of letters), weighted ──▶ the directions in which they differ most ──▶ a vector for each
import { inverted, lengthOf, listsOf, type Lists, type WeightedLists } from './lists.ts';
import { orthonormal, randomMatrix, times, unmixed } from './matrix.ts';

export interface Latent {
  /** Feature -> its place in the basis; -1 for one that says nothing. */
  readonly places: Int32Array;
  /** Place by place, how rare the feature is. */
  readonly rarity: Float32Array;
  readonly dimensions: number;
  /** Place by place, each with its dimensions. */
  readonly basis: Float32Array;
  /** Document by document, each with its dimensions; of length 1, or 0 for one that says nothing known. */
  readonly vectors: Float32Array;
}

/** What is learned from: what each document's wordings say, counted, and how many wordings those are. */
export interface Learned {
  /** Document -> words; the weight is how often. */
  readonly words: WeightedLists;
  readonly wordings: ArrayLike<number>;
  /** Word -> features, as often as it has them. */
  readonly featuresOf: Lists;
  readonly features: number;
}

export function buildLatent({ words, wordings, featuresOf, features }: Learned, most = DIMENSIONS): Latent {
  const size = words.starts.length - 1;
  const teaching = teachers(wordings, size);
  // A word that no teacher says is not read by its letters alone.
  const isKnown = new Uint8Array(featuresOf.starts.length);
  for (const document of teaching)
    for (const word of words.items.subarray(words.starts[document], words.starts[document + 1])) isKnown[word] = 1;
  const counts = new Float64Array(features);
  const countedIn = (document: number): number[] => {
    const own: number[] = [];
    for (let at = words.starts[document] ?? 0, end = words.starts[document + 1] ?? 0; at < end; at += 1) {
      const word = words.items[at] ?? 0;
      const times = words.weights[at] ?? 0;
      if (isKnown[word] === 0) continue;
      for (let i = featuresOf.starts[word] ?? 0, last = featuresOf.starts[word + 1] ?? 0; i < last; i += 1) {
        const feature = featuresOf.items[i] ?? 0;
        if (counts[feature] === 0) own.push(feature);
        counts[feature] = (counts[feature] ?? 0) + times;
      }
    }
    return own;
  };
  const having = new Int32Array(features);
  for (const document of teaching) {
    for (const feature of countedIn(document)) {
      having[feature] = (having[feature] ?? 0) + 1;
      counts[feature] = 0;
    }
  }
  const { places, rarity } = rarities(having, teaching.length);
  const rowOf = (document: number) => takeRow(countedIn(document), counts, places, rarity);
  const rows = teaching.map(rowOf);
  const dimensions = Math.min(most, Math.max(1, rows.length - 1));
  const { basis, learned } = decomposed(rows, rarity.length, dimensions);
  const vectors = new Float32Array(size * dimensions);
  const isTaught = new Uint8Array(size);
  for (const [i, document] of teaching.entries()) {
    isTaught[document] = 1;
    vectors.set(unit(learned.subarray(i * dimensions, (i + 1) * dimensions)), document * dimensions);
  }
  for (let document = 0; document < size; document += 1)
    if (isTaught[document] === 0) vectors.set(project(rowOf(document), basis, dimensions), document * dimensions);
  return { places, rarity, dimensions, basis, vectors };
}

/** Documents with few wordings teach little of what else they may be called; where all have few, all must do. */
function teachers(wordings: ArrayLike<number>, size: number): readonly number[] {
  const all = Array.from({ length: size }, (_, i) => i);
  const rich = all.filter((document) => (wordings[document] ?? 0) >= FEWEST_WORDINGS);
  const some = rich.length >= DIMENSIONS ? rich : all;
  return some.length <= MOST_LEARNED ? some : evenly(some, MOST_LEARNED);
}

/** The vector of a text, given as its features, as often as it has them; all zeros where nothing in it is known. */
export function latentVector({ places, rarity, basis, dimensions }: Latent, features: Iterable<number>): Float32Array {
  const counts = new Map<number, number>();
  for (const feature of features) {
    const place = places[feature] ?? -1;
    if (place >= 0) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const ids = Int32Array.from(counts.keys());
  const weights = Float32Array.from(counts, ([place, count]) => (1 + Math.log(count)) * (rarity[place] ?? 0));
  return project({ ids, weights: scaled(weights) }, basis, dimensions);
}

/** How near a document is to a vector: the cosine, 0 for what points away. */
export function latentLikeness({ vectors, dimensions }: Latent, vector: Float32Array, document: number): number {
  const start = document * dimensions;
  // Four sums at once, since each addition waits for the one before.
  let [a, b, c, d] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < dimensions; i += 4) {
    a += (vectors[start + i] ?? 0) * (vector[i] ?? 0);
    b += (vectors[start + i + 1] ?? 0) * (vector[i + 1] ?? 0);
    c += (vectors[start + i + 2] ?? 0) * (vector[i + 2] ?? 0);
    d += (vectors[start + i + 3] ?? 0) * (vector[i + 3] ?? 0);
  }
  for (; i < dimensions; i += 1) a += (vectors[start + i] ?? 0) * (vector[i] ?? 0);
  return Math.max(0, a + b + c + d);
}

/** Enough for some hundred documents; with more of them questions come apart again (measured, 60 to 300). */
const DIMENSIONS = 100;
const MOST_LEARNED = 1_000;
const FEWEST_WORDINGS = 5;
const FEWEST_HAVING = 2;
const ROUNDS = 6;

interface Row {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
}

/** Which features say anything, and how rare they are: not what one document alone has, nor what most have. */
function rarities(having: Int32Array, documents: number): Pick<Latent, 'places' | 'rarity'> {
  const places = new Int32Array(having.length).fill(-1);
  const rarity: number[] = [];
  for (let feature = 0; feature < having.length; feature += 1) {
    const count = having[feature] ?? 0;
    if (count < FEWEST_HAVING || count > documents / 2) continue;
    places[feature] = rarity.length;
    rarity.push(Math.log(1 + (documents - count + 0.5) / (count + 0.5)));
  }
  return { places, rarity: Float32Array.from(rarity) };
}

/** The row of what has been counted, of length 1; the counts are taken back to 0. */
function takeRow(own: readonly number[], counts: Float64Array, places: Int32Array, rarity: Float32Array): Row {
  const ids: number[] = [];
  const weights: number[] = [];
  for (const feature of own) {
    const place = places[feature] ?? -1;
    if (place >= 0) {
      ids.push(place);
      weights.push((1 + Math.log(counts[feature] ?? 1)) * (rarity[place] ?? 0));
    }
    counts[feature] = 0;
  }
  return { ids: Int32Array.from(ids), weights: scaled(Float32Array.from(weights)) };
}

/** Divided by its length. */
function scaled(weights: Float32Array): Float32Array {
  let square = 0;
  for (const weight of weights) square += weight ** 2;
  const length = Math.sqrt(square) || 1;
  for (let i = 0; i < weights.length; i += 1) weights[i] = (weights[i] ?? 0) / length;
  return weights;
}

function unit(values: Float64Array): Float32Array {
  return scaled(Float32Array.from(values));
}

function project({ ids, weights }: Row, basis: Float32Array, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  for (let i = 0; i < ids.length; i += 1) {
    const start = (ids[i] ?? 0) * dimensions;
    const weight = weights[i] ?? 0;
    for (let d = 0; d < dimensions; d += 1) vector[d] = (vector[d] ?? 0) + weight * (basis[start + d] ?? 0);
  }
  return scaled(vector);
}

/**
 * The span of the first right singular vectors of the rows X, by orthogonal iteration on X Xᵀ, which is small: with Q its
 * leading eigenvectors and Qᵀ X Xᵀ Q = L Lᵀ, the columns of Xᵀ Q L⁻ᵀ are orthonormal. Each row of X comes to X Xᵀ Q L⁻ᵀ there.
 */
function decomposed(rows: readonly Row[], features: number, dimensions: number) {
  const having = columnsOf(rows, features);
  const products = innerProducts(having, rows.length);
  let q = orthonormal(randomMatrix(rows.length, dimensions), dimensions);
  for (let round = 0; round < ROUNDS; round += 1) q = orthonormal(times(products, q, dimensions), dimensions);
  const mapped = unmixed(q, times(products, q, dimensions), dimensions);
  const basis = new Float32Array(features * dimensions);
  const sums = new Float64Array(dimensions);
  for (let feature = 0; feature < features; feature += 1) {
    sums.fill(0);
    // Two at once; the last of an odd number goes with nothing.
    for (let at = having.starts[feature] ?? 0, end = having.starts[feature + 1] ?? 0; at < end; at += 2) {
      const weight = having.weights[at] ?? 0;
      const other = at + 1 < end ? (having.weights[at + 1] ?? 0) : 0;
      const row = (having.items[at] ?? 0) * dimensions;
      const next = at + 1 < end ? (having.items[at + 1] ?? 0) * dimensions : row;
      for (let d = 0; d < dimensions; d += 1)
        sums[d] = (sums[d] ?? 0) + weight * (mapped[row + d] ?? 0) + other * (mapped[next + d] ?? 0);
    }
    basis.set(sums, feature * dimensions);
  }
  return { basis, learned: times(products, mapped, dimensions) };
}

/** Feature -> the rows that have it. */
function columnsOf(rows: readonly Row[], features: number): WeightedLists {
  const { starts, items } = listsOf(rows.map(({ ids }) => ids));
  const weights = new Float32Array(items.length);
  for (const [i, row] of rows.entries()) weights.set(row.weights, starts[i]);
  return inverted({ starts, items, weights }, features);
}

/** X Xᵀ, feature by feature, since most rows share few of them. */
function innerProducts(having: WeightedLists, size: number): Float64Array {
  const { starts, items, weights } = having;
  const products = new Float64Array(size * size);
  for (let feature = 0; feature + 1 < starts.length; feature += 1) {
    const first = starts[feature] ?? 0;
    for (let a = first, end = first + lengthOf(having, feature); a < end; a += 1) {
      const row = (items[a] ?? 0) * size;
      const weight = weights[a] ?? 0;
      for (let b = first; b <= a; b += 1) {
        const at = row + (items[b] ?? 0);
        products[at] = (products[at] ?? 0) + weight * (weights[b] ?? 0);
      }
    }
  }
  for (let i = 0; i < size; i += 1) for (let j = 0; j < i; j += 1) products[j * size + i] = products[i * size + j] ?? 0;
  return products;
}

function evenly<T>(all: readonly T[], most: number): T[] {
  return Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)] as T);
}
