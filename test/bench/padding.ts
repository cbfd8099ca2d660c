// Text made by rule, to see how a search grows: a chain over pairs of words in the sets' own texts, with words of its own
// made by joining, since a Swedish vocabulary never ends. It means nothing, but is shaped as what it stands among.
import type { Document } from './peer.ts';
import { pick, seeded, type Random } from './random.ts';

/** So many documents, each unlike all others and all originals: the same for the same originals. */
export function padding(originals: readonly Document[], count: number): Document[] {
  const chain = chainOf(originals);
  const random = seeded('padding');
  const known = new Set(originals.flatMap(({ wordings, body }) => [...wordings, body]));
  const made: Document[] = [];
  while (made.length < count) {
    const wordings = Array.from({ length: 1 + skewed(random, MOST_EXTRA_WORDINGS) }, () =>
      write(chain, SHORTEST_QUESTION + skewed(random, QUESTION_SPREAD), random),
    );
    const body = write(chain, SHORTEST_BODY + skewed(random, BODY_SPREAD), random);
    const texts = [...wordings, body];
    if (new Set(texts).size < texts.length || texts.some((text) => known.has(text))) continue;
    for (const text of texts) known.add(text);
    made.push({ id: `padding-${made.length}`, wordings, body });
  }
  return made;
}

/** In words. */
const SHORTEST_QUESTION = 4;
const QUESTION_SPREAD = 16;
const SHORTEST_BODY = 15;
const BODY_SPREAD = 150;
const MOST_EXTRA_WORDINGS = 4;

/** A whole number from 0 and below the spread, the small ones common. */
function skewed(random: Random, spread: number): number {
  return Math.floor(random() ** 2 * spread);
}

interface Chain {
  readonly all: readonly string[];
  /** What may be joined to a new word. */
  readonly joinable: readonly string[];
  readonly starts: readonly string[];
  readonly next: ReadonlyMap<string, readonly string[]>;
}

function chainOf(documents: readonly Document[]): Chain {
  const next = new Map<string, string[]>();
  const all: string[] = [];
  const starts: string[] = [];
  for (const text of documents.flatMap(({ wordings, body }) => [...wordings, body])) {
    const words = text.split(/\s+/u).filter((word) => word !== '');
    all.push(...words);
    if (words[0] !== undefined) starts.push(words[0]);
    for (const [at, word] of words.entries()) {
      const follower = words[at + 1];
      if (follower === undefined) continue;
      const list = next.get(word);
      if (list === undefined) next.set(word, [follower]);
      else list.push(follower);
    }
  }
  return { all, joinable: all.filter((word) => /^\p{Ll}{4,9}$/u.test(word)), starts, next };
}

function write({ all, joinable, starts, next }: Chain, length: number, random: Random): string {
  const words = [pick(random, starts)];
  while (words.length < length) {
    const chance = random();
    const followers = next.get(words.at(-1) ?? '');
    if (chance < JOINED) words.push(`${pick(random, joinable)}${pick(random, joinable)}`);
    else if (chance < JOINED + JUMP || followers === undefined) words.push(pick(random, all));
    else words.push(pick(random, followers));
  }
  return words.join(' ');
}

/** How often a word is made by joining two. */
const JOINED = 0.03;
/** How often the chain is left for any word, so that no long run of an original is written again. */
const JUMP = 0.15;
