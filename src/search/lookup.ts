// Finding a provision by what it is called: short strings, misspelt as often as not, which is what fuse.js is best at.
import Fuse from 'fuse.js';
import { sectionKey } from '../law/citation.ts';
import { appliesOn, type Knowledge } from '../knowledge/knowledge.ts';
import type { Provision } from '../knowledge/schema.ts';

/** Provisions whose heading or other names are like the words, best first. One alone where it is clearly meant. */
export function findProvisions(knowledge: Knowledge, day: string, words: string): Provision[] {
  const inForce = knowledge.provisions.filter((provision) => appliesOn(provision, day));
  const fuse = new Fuse(inForce, {
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
  const found = fuse.search(words.slice(0, LONGEST_NAME));
  const [first, second] = found;
  const clear = first !== undefined && (second === undefined || (second.score ?? 1) - (first.score ?? 1) > CLEARLY);
  return (clear ? found.slice(0, 1) : found).map(({ item }) => item);
}

/** The pattern length that fuse.js is made for. */
const LONGEST_NAME = 32;
const CLEARLY = 0.15;
