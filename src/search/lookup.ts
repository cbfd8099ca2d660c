// Finding a provision by what it is called: short strings, misspelt as often as not, which is what fuse.js is best at.
import Fuse, { type FuseResult } from 'fuse.js';
import { sectionKey } from '../law/citation.ts';
import { appliesOn, type Knowledge } from '../knowledge/knowledge.ts';
import type { Provision } from '../knowledge/schema.ts';

/** Provisions whose heading or other names are like the words, best first. One alone where it is clearly meant. */
export function findProvisions(knowledge: Knowledge, day: string, words: string): Provision[] {
  const found = provisionsLike(knowledge, day, words);
  const [first, second] = found;
  const clear = first !== undefined && (second === undefined || (second.score ?? 1) - (first.score ?? 1) > CLEARLY);
  return (clear ? found.slice(0, 1) : found).map(({ item }) => item);
}

/** As {@link findProvisions}, all of them, each with how far from the words it is, 0 to 1. */
export function provisionsLike(knowledge: Knowledge, day: string, words: string): FuseResult<Provision>[] {
  const made = indexes.get(knowledge.provisions);
  const index = made?.day === day ? made : { day, fuse: indexOf(knowledge, day) };
  indexes.set(knowledge.provisions, index);
  return index.fuse.search(words.slice(0, LONGEST_NAME));
}

/** The pattern length that fuse.js is made for. */
const LONGEST_NAME = 32;
const CLEARLY = 0.15;

// Asked at every letter that someone writes; what a folder gives never changes in place.
const indexes = new WeakMap<readonly Provision[], { readonly day: string; readonly fuse: Fuse<Provision> }>();

function indexOf({ provisions }: Knowledge, day: string): Fuse<Provision> {
  const inForce = provisions.filter((provision) => appliesOn(provision, day));
  return new Fuse(inForce, {
    keys: [
      { name: 'aliases', weight: 2 },
      { name: 'heading', weight: 1 },
      { name: 'place', weight: 1, getFn: (provision) => sectionKey(provision.citation) },
    ],
    includeScore: true,
    ignoreDiacritics: true,
    ignoreLocation: true,
    threshold: 0.35,
  });
}
