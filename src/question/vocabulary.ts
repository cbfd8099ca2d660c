// The words of a text, and where the wordings of the vocabulary stand in it.
import { VERB_FORMS } from './frames.ts';
import { NUMBER, SHORTEST_MISSPELT, type Entry, type Lexicon, type Likeness, type Step } from './lexicon.ts';
import { isOneOff, lemmasOf } from './lemmas.ts';
import { fold } from './swedish.ts';

/** A word of the text; `start` and `end` in UTF-16 units. */
export interface Token {
  /** Lower case, letters without marks, but for "vår", which is not "var". */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** What stands between this word and the one before. */
  readonly before: string;
  readonly sentence: number;
  /** The dictionary words that this may be -> how far it is from each. */
  readonly lemmas: ReadonlyMap<string, Likeness>;
}

/** A wording found: the tokens `from` to `to` (inclusive). */
export interface Hit {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
  /** How many words it has, those between not counted. */
  readonly words: number;
  readonly doubt: number;
  /** Its last word says that something is theirs: "skolans", "kuratorssamtal". */
  readonly genitive: boolean;
}

const MOST_BETWEEN = 6;
const WORD = /[\p{L}\p{M}]+(?::\p{L}{1,3}(?!\p{L}))?|\d+/gu;

export function tokenize(text: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  for (const { 0: written, index: start } of text.matchAll(WORD)) {
    const before = text.slice(tokens.at(-1)?.end ?? 0, start);
    if (tokens.length > 0 && /[.?!;\n]/u.test(before)) sentence += 1;
    const marked = written.normalize('NFC').toLowerCase().replace(':', '');
    const end = start + written.length;
    const lemmas = lemmasOf(marked, lexicon);
    const word = isOurs(marked) ? marked : fold(marked);
    tokens.push({ word: isMisspelt(lemmas) ? verbMeant(word) : word, start, end, before, sentence, lemmas });
  }
  return tokens;
}

function isMisspelt(lemmas: Token['lemmas']): boolean {
  return [...lemmas.values()].every(({ doubt }) => doubt >= MISSPELT);
}

/** The doubt of a word that is read as another, and of all that are more doubtful. */
const MISSPELT = 3;

/** "beretta" is "berätta": the verb that a word no one knows is one letter from, else the word itself. */
function verbMeant(word: string): string {
  if (word.length < SHORTEST_MISSPELT || VERB_FORMS.has(word)) return word;
  const near = [...VERB_FORMS.keys()].filter((verb) => verb.startsWith(word.charAt(0)) && isOneOff(word, verb));
  return near[0] ?? word;
}

function isOurs(marked: string): boolean {
  return /^vår[ta]?$/u.test(marked);
}

/** Everything that is found; hits may overlap. */
export function findAll(tokens: readonly Token[], { wordings }: Pick<Lexicon, 'wordings'>): Hit[] {
  const hits: Hit[] = [];
  for (const [from, token] of tokens.entries()) {
    const keys = /^\d/u.test(token.word) ? [NUMBER] : token.lemmas.keys();
    for (const key of keys) {
      for (const wording of wordings.get(key) ?? []) {
        const end = matchEnd(tokens, from, wording.steps);
        if (end !== undefined) hits.push({ entry: wording.entry, from, words: wording.words, ...end });
      }
    }
  }
  return hits;
}

/** The longest hits of those of one kind that lie over each other, in the order of the text. */
export function longest(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  const best = [...hits].sort(
    (a, b) => b.words - a.words || b.to - b.from - (a.to - a.from) || a.doubt - b.doubt || a.from - b.from,
  );
  for (const hit of best) if (kept.every((other) => other.to < hit.from || hit.to < other.from)) kept.push(hit);
  return kept.sort((a, b) => a.from - b.from);
}

/** Where a wording ends that stands at a token from a step on, and how doubtful its words are; undefined when it is not there. */
function matchEnd(
  tokens: readonly Token[],
  at: number,
  steps: readonly Step[],
  from = 0,
): Pick<Hit, 'to' | 'doubt' | 'genitive'> | undefined {
  const step = steps[from];
  if (step === undefined) return { to: at - 1, doubt: 0, genitive: false };
  if (step.gap) {
    for (let skip = 0; skip <= MOST_BETWEEN; skip += 1) {
      if (tokens[at + skip]?.sentence !== tokens[at - 1]?.sentence) return undefined;
      const end = matchEnd(tokens, at + skip, steps, from + 1);
      if (end !== undefined) return end;
    }
    return undefined;
  }
  const likeness = tokens[at] === undefined ? undefined : likenessOf(tokens[at], step);
  const end = likeness === undefined ? undefined : matchEnd(tokens, at + 1, steps, from + 1);
  if (likeness === undefined || end === undefined) return undefined;
  return {
    to: end.to,
    doubt: end.doubt + likeness.doubt,
    genitive: from === steps.length - 1 ? likeness.genitive : end.genitive,
  };
}

/** The surest way in which the word may be one of the step's. */
function likenessOf({ word, lemmas }: Token, { words, span }: Extract<Step, { gap: false }>): Likeness | undefined {
  if (span !== undefined && /^\d{1,3}$/u.test(word)) {
    const [least, most] = span;
    return Number(word) >= least && Number(word) <= most ? CERTAIN : undefined;
  }
  let best: Likeness | undefined;
  for (const each of words) {
    const likeness = lemmas.get(each);
    if (likeness !== undefined && likeness.doubt < (best?.doubt ?? Infinity)) best = likeness;
  }
  return best;
}

const CERTAIN: Likeness = { doubt: 0, genitive: false };
