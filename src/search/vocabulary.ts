// The words of an index, and which of them a word that someone types is like.
//
//   sekrtess ──▶ runs of letters _s _se sek ekr … ──▶ sekretess 0.6, sekretessen 0.5 … ──▶ misspelt: sekretess 0.85
//            └─▶ thesaurus ──▶ tystnadsplikt 0.8
import leven from 'leven';
import { compoundParts, stem } from '../question/swedish.ts';
import { distinct, inverted, lengthOf, listsOf, type Lists } from './lists.ts';
import type { Thesaurus } from './thesaurus.ts';

export interface Vocabulary {
  /** Folded words, and the thesaurus' phrases as their stems with spaces between. */
  readonly words: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  readonly grams: ReadonlyMap<string, number>;
  /** Gram -> words. */
  readonly gramWords: Lists;
  /** What it says that two words share a gram: the square of how rare the gram is. */
  readonly gramWeights: Float32Array;
  /** The length of each word's vector of grams. */
  readonly norms: Float32Array;
  readonly thesaurus: Thesaurus;
}

/** A word of the vocabulary, how like it is (0 to 1), and why. */
export interface Alike {
  readonly word: number;
  readonly likeness: number;
  readonly why: 'same' | 'inflected' | 'misspelt' | 'equivalent' | 'letters';
}

export interface Built {
  readonly vocabulary: Vocabulary;
  /** Word -> grams, as often as they stand in it, the shortest first. */
  readonly runs: Lists;
}

export function buildVocabulary(all: readonly string[], thesaurus: Thesaurus): Built {
  const grams = new Map<string, number>();
  const runs = listsOf(all.map((word) => runsIn(word, 2, LONGEST_RUN).map((gram) => numbered(grams, gram))));
  const byStem = new Map<string, number[]>();
  for (const [id, word] of all.entries()) {
    const key = isPhrase(word) ? word : stem(word);
    const list = byStem.get(key);
    if (list === undefined) byStem.set(key, [id]);
    else list.push(id);
  }
  // A phrase is found by its words, and never by its letters.
  const ofWords = distinct(runs, grams.size, (_, word) => !isPhrase(all[word] ?? ''));
  const { starts, items } = inverted({ ...ofWords, weights: new Float32Array(ofWords.items.length) }, grams.size);
  const gramWords = { starts, items };
  const gramWeights = Float32Array.from({ length: grams.size }, (_, gram) =>
    weightOf(all.length, Math.max(1, lengthOf(gramWords, gram))),
  );
  const norms = Float32Array.from(all, (_, word) => {
    let square = 0;
    for (let at = ofWords.starts[word] ?? 0, end = ofWords.starts[word + 1] ?? 0; at < end; at += 1)
      square += gramWeights[ofWords.items[at] ?? 0] ?? 0;
    return Math.sqrt(square);
  });
  const vocabulary = { words: all, ids: new Map(all.map((word, id) => [word, id])), byStem, grams, gramWords };
  return { vocabulary: { ...vocabulary, gramWeights, norms, thesaurus }, runs };
}

/** The words of the vocabulary that are like a folded word or a phrase, best first, at most {@link MOST_ALIKE}. */
export function alike(vocabulary: Vocabulary, said: string): readonly Alike[] {
  const remembered = memory(vocabulary);
  const known = remembered.get(said);
  if (known !== undefined) return known;
  const found = find(vocabulary, said);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(said, found);
  return found;
}

/** The words that an English word, or English words in a row given as their stems, may be called in Swedish. */
export function translated(vocabulary: Vocabulary, english: string): readonly Alike[] {
  return equivalents(vocabulary, vocabulary.thesaurus.english.get(english) ?? []);
}

export function isPhrase(word: string): boolean {
  return word.includes(' ');
}

/** A compound that is not in the vocabulary, as the two words that it is made of; nothing for other words. */
export function partsOf(vocabulary: Vocabulary, word: string): readonly string[] {
  if (vocabulary.byStem.has(stem(word))) return [];
  return compoundParts(word, { has: (part) => part.length >= SHORTEST_PART && vocabulary.byStem.has(part) });
}

/** The runs of so many letters in a folded word with its edges marked, the shortest first. */
export function runsIn(word: string, shortest: number, longest: number): string[] {
  const edged = `_${word}_`;
  const found: string[] = [];
  for (let size = shortest; size <= longest; size += 1)
    for (let i = 0; i + size <= edged.length; i += 1) found.push(edged.slice(i, i + size));
  return found;
}

/** In letters, the edges of a word being one each. */
export const LONGEST_RUN = 5;
const MOST_ALIKE = 60;
const MOST_REMEMBERED = 20_000;
/** Words less alike than this share only common letters. */
const LEAST_ALIKE = 0.3;
const INFLECTED = 0.9;
const MISSPELT = 0.85;
const EQUIVALENT = 0.8;
const SHORTEST_PART = 4;
const SHORTEST_MISSPELT = 5;
/** From here on two letters may be wrong. */
const SHORTEST_TWICE = 8;
/** Among how many of the most alike a misspelt word is looked for. */
const MOST_SPELLINGS = 12;

const memories = new WeakMap<Vocabulary, Map<string, readonly Alike[]>>();

function memory(vocabulary: Vocabulary): Map<string, readonly Alike[]> {
  const known = memories.get(vocabulary) ?? new Map<string, readonly Alike[]>();
  memories.set(vocabulary, known);
  return known;
}

function find(vocabulary: Vocabulary, said: string): Alike[] {
  const key = isPhrase(said) ? said : stem(said);
  const best = new Map<number, Alike>();
  const add = (one: Alike) => {
    if (one.likeness > (best.get(one.word)?.likeness ?? 0)) best.set(one.word, one);
  };
  if (!isPhrase(said)) {
    const byLetters = alikeByLetters(vocabulary, said);
    for (const one of byLetters) add({ ...one, likeness: one.likeness ** 2 });
    const unknown = !vocabulary.byStem.has(key);
    if (unknown && said.length >= SHORTEST_MISSPELT)
      for (const one of byLetters.slice(0, MOST_SPELLINGS))
        if (isMisspelling(said, vocabulary.words[one.word] ?? ''))
          for (const word of vocabulary.byStem.get(stem(vocabulary.words[one.word] ?? '')) ?? [])
            add({ word, likeness: MISSPELT, why: 'misspelt' });
  }
  for (const word of vocabulary.byStem.get(key) ?? []) add({ word, likeness: INFLECTED, why: 'inflected' });
  for (const one of equivalents(vocabulary, vocabulary.thesaurus.others.get(key) ?? [])) add(one);
  const exact = vocabulary.ids.get(said);
  if (exact !== undefined) add({ word: exact, likeness: 1, why: 'same' });
  return [...best.values()].sort((a, b) => b.likeness - a.likeness || a.word - b.word).slice(0, MOST_ALIKE);
}

function equivalents({ byStem }: Vocabulary, keys: readonly string[]): Alike[] {
  return keys.flatMap((key) =>
    (byStem.get(key) ?? []).map((word) => ({ word, likeness: EQUIVALENT, why: 'equivalent' as const })),
  );
}

/** By the cosine of the two words' grams, each weighted by how rare it is; best first. */
function alikeByLetters({ words, grams, gramWords, gramWeights, norms }: Vocabulary, said: string): Alike[] {
  const dots = new Float32Array(words.length);
  const touched: number[] = [];
  let square = 0;
  for (const gram of new Set(runsIn(said, 2, LONGEST_RUN))) {
    const id = grams.get(gram);
    const weight = id === undefined ? weightOf(words.length, 1) : (gramWeights[id] ?? 0);
    square += weight;
    if (id === undefined) continue;
    for (let at = gramWords.starts[id] ?? 0, end = gramWords.starts[id + 1] ?? 0; at < end; at += 1) {
      const word = gramWords.items[at] ?? 0;
      if (dots[word] === 0) touched.push(word);
      dots[word] = (dots[word] ?? 0) + weight;
    }
  }
  const norm = Math.sqrt(square);
  const likeness = (word: number) => (dots[word] ?? 0) / (norm * (norms[word] ?? 1));
  return touched
    .filter((word) => likeness(word) >= LEAST_ALIKE)
    .map((word) => ({ word, likeness: likeness(word), why: 'letters' as const }))
    .sort((a, b) => b.likeness - a.likeness || a.word - b.word)
    .slice(0, MOST_ALIKE);
}

/** One letter wrong, left out, added or changed with its neighbour; two in a long word. */
function isMisspelling(said: string, meant: string): boolean {
  const most = said.length >= SHORTEST_TWICE ? 2 : 1;
  return leven(said, meant, { maxDistance: most + 1 }) <= most || isSwapped(said, meant);
}

function isSwapped(said: string, meant: string): boolean {
  if (said.length !== meant.length) return false;
  const at = Array.from(said).findIndex((letter, i) => letter !== meant[i]);
  return said === meant.slice(0, at) + (meant[at + 1] ?? '') + (meant[at] ?? '') + meant.slice(at + 2);
}

function weightOf(words: number, having: number): number {
  return Math.log(1 + words / having) ** 2;
}

function numbered(ids: Map<string, number>, name: string): number {
  const known = ids.get(name);
  if (known !== undefined) return known;
  const id = ids.size;
  ids.set(name, id);
  return id;
}
