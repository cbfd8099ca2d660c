// A word that is asked for, and how much each document says it. Most words of a question have been asked for before.
import { isFunctionWord } from '../question/swedish.ts';
import { FUNCTION_WORD, type SearchIndex } from './index.ts';
import { rarity, saturated } from './rarity.ts';
import type { Alike } from './vocabulary.ts';

/** What is said, folded, and the words that it may mean. */
export interface Asked {
  readonly said: string;
  readonly alike: readonly Alike[];
}

export interface Term extends Asked {
  /** How much it says, by how rare it and those like it are. */
  readonly weight: number;
  /** The documents that say it, and how much of the weight each has. */
  readonly documents: Int32Array;
  readonly scores: Float32Array;
}

export function termOf(index: SearchIndex, asked: Asked): Term {
  const desk = deskOf(index);
  const known = desk.terms.get(asked.alike);
  if (known?.said === asked.said) return known;
  const term = makeTerm(index, asked, desk);
  desk.kept += term.documents.length;
  if (desk.kept > MOST_KEPT) {
    desk.terms = new WeakMap();
    desk.kept = term.documents.length;
  }
  desk.terms.set(asked.alike, term);
  return term;
}

/** Documents, over all terms that are remembered: 32 MB. */
const MOST_KEPT = 4_000_000;

/** What is used again from one question to the next. */
interface Desk {
  /** By what they mean, which the vocabulary remembers for as long as it is of use. */
  terms: WeakMap<readonly Alike[], Term>;
  kept: number;
  /** By document: how much it says the word at hand, and how like the likest is; all 0 in between. */
  readonly here: Float32Array;
  readonly likest: Float32Array;
}

const desks = new WeakMap<SearchIndex, Desk>();

function deskOf(index: SearchIndex): Desk {
  const known = desks.get(index);
  if (known !== undefined) return known;
  const { size } = index;
  const desk = { terms: new WeakMap(), kept: 0, here: new Float32Array(size), likest: new Float32Array(size) };
  desks.set(index, desk);
  return desk;
}

function makeTerm({ postings, size }: SearchIndex, { said, alike }: Asked, { here, likest }: Desk): Term {
  const own: number[] = [];
  for (const { word, likeness } of alike) {
    for (let at = postings.starts[word] ?? 0, end = postings.starts[word + 1] ?? 0; at < end; at += 1) {
      const document = postings.items[at] ?? 0;
      if (here[document] === 0) own.push(document);
      here[document] = (here[document] ?? 0) + likeness * (postings.weights[at] ?? 0);
      if (likeness > (likest[document] ?? 0)) likest[document] = likeness;
    }
  }
  let having = 0;
  for (const document of own) having += likest[document] ?? 0;
  const weight = rarity(size, having) * (isFunctionWord(said) ? FUNCTION_WORD : 1);
  const scores = new Float32Array(own.length);
  for (const [i, document] of own.entries()) {
    scores[i] = weight * saturated(here[document] ?? 0);
    here[document] = 0;
    likest[document] = 0;
  }
  return { said, alike, weight, documents: Int32Array.from(own), scores };
}
