// The vocabulary compiled: every wording as steps, and every form that its words may have.
import type { Vocabulary } from '../knowledge/rule-schema.ts';
import { fold, stem } from './swedish.ts';

export type Entry =
  | { readonly kind: 'party'; readonly party: string; readonly asker: boolean }
  | { readonly kind: 'value'; readonly concept: string; readonly value: string; readonly negates: boolean }
  | { readonly kind: 'folk' | 'kollega' };

export interface Likeness {
  /** 0 the very word, 1 inflected, 2 the end of a compound, 3 misspelt, 4 the beginning of a compound. */
  readonly doubt: number;
  readonly genitive: boolean;
}

export interface Lexicon {
  readonly kinds: Vocabulary['kinds'];
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  readonly stems: ReadonlyMap<string, readonly string[]>;
  readonly deletions: ReadonlyMap<string, readonly string[]>;
  readonly wordings: ReadonlyMap<string, readonly Wording[]>;
  /** The long words for parties, folded, by their first letter. */
  readonly longNames: ReadonlyMap<string, readonly string[]>;
  /** Words already looked up, at most `MOST_KNOWN`. */
  readonly known: Map<string, ReadonlyMap<string, Likeness>>;
}

export interface Form {
  /** With its marks: "värden" is no form of "vård", but "varden" may be one that was typed without dots. */
  readonly marked: string;
  readonly lemma: string;
  readonly likeness: Likeness;
}

export type Step =
  { readonly gap: true } | { readonly gap: false; readonly words: readonly string[]; readonly span?: Span };
export type Span = readonly [least: number, most: number];

export interface Wording {
  readonly steps: readonly Step[];
  readonly words: number;
  readonly entry: Entry;
}

export const NUMBER = '#';
/** The shortest word that is looked for by its stem or as the end of a compound. */
export const SHORTEST_HEAD = 5;
export const SHORTEST_MISSPELT = 6;
/** Misspelt in two letters; shorter ones are too often another word. */
export const SHORTEST_TWICE = 9;

const NEGATIONS: ReadonlySet<string> = new Set(
  'inte ej icke aldrig utan ingen inget inga saknar saknas nej'.split(' '),
);
const FIRST_PERSON = /^(?:min|mitt|mina|vår|vårt|våra)(?![\p{L}])/u;

export function isNegation(word: string): boolean {
  return NEGATIONS.has(word);
}

const prepared = new WeakMap<Vocabulary, Lexicon>();

/** The compiled vocabulary; the work is done once for each. */
export function prepare(vocabulary: Vocabulary): Lexicon {
  const known = prepared.get(vocabulary);
  if (known !== undefined) return known;
  const lexicon = compile(vocabulary);
  prepared.set(vocabulary, lexicon);
  return lexicon;
}

/** Every form that a word might have, rather too many than too few; those that are no words do no harm. */
function inflected(lemma: string): string[] {
  const trunk = lemma.replace(/[ae]$/u, '');
  if (trunk !== lemma && lemma.endsWith('a'))
    return ['an', 'or', 'orna', 'ar', 'ade', 'at', 'as', 'ats', 'er', 'te', 'de', 't', 'd'].map(
      (ending) => trunk + ending,
    );
  if (trunk !== lemma)
    return ['en', 'n', 'ar', 'arna', 'na', 'er', 'erna', 'et', 't', 'ena'].map((ending) => trunk + ending);
  const plain = ['n', 'en', 'et', 'er', 'erna', 'ar', 'arna', 'na', 'or', 't', 'a', 'e', 'an'].map(
    (ending) => lemma + ending,
  );
  if (/[mn]$/u.test(lemma))
    plain.push(...['et', 'en', 'ar', 'arna', 'a'].map((ending) => lemma + lemma.slice(-1) + ending));
  return /e[lnr]$/u.test(lemma)
    ? [...plain, ...['et', 'en', 'ar', 'arna', 'na'].map((ending) => lemma.replace(/e([lnr])$/u, '$1') + ending)]
    : plain;
}

function compile(vocabulary: Vocabulary): Lexicon {
  const wordings = readWordings(vocabulary);
  const lemmas = [...new Set(wordings.flatMap(wordsOf))];
  const plain = lemmas.filter((lemma) => !lemma.endsWith('!'));
  const long = plain.filter((lemma) => lemma.length >= SHORTEST_MISSPELT - 1).map(fold);
  return {
    kinds: vocabulary.kinds,
    known: new Map(),
    longNames: grouped(longNames(wordings).map((name) => [name.charAt(0), name] as const)),
    wordings: grouped(wordings.flatMap((wording) => firstWords(wording).map((word) => [word, wording] as const))),
    forms: grouped(lemmas.flatMap(formsFor).map((form) => [fold(form.marked), form] as const)),
    stems: grouped(
      plain.filter((lemma) => lemma.length >= SHORTEST_HEAD).map((lemma) => [stem(lemma), lemma] as const),
    ),
    deletions: grouped(long.flatMap((lemma) => withoutOne(lemma).map((shorter) => [shorter, lemma] as const))),
  };
}

function longNames(wordings: readonly Wording[]): string[] {
  const names = wordings.filter(({ entry }) => entry.kind === 'party').flatMap(wordsOf);
  return [...new Set(names.map(fold))].filter((name) => name.length >= SHORTEST_TWICE);
}

export function grouped<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

function formsFor(lemma: string): Form[] {
  if (lemma.endsWith('!')) return [{ marked: lemma.slice(0, -1), lemma, likeness: { doubt: 0, genitive: false } }];
  const forms = [
    { marked: lemma, lemma, likeness: { doubt: 0, genitive: false } },
    ...inflected(lemma).map((marked) => ({ marked, lemma, likeness: { doubt: 1, genitive: false } })),
  ];
  const genitives = forms
    .filter(({ marked }) => !marked.endsWith('s'))
    .map(({ marked }) => ({ marked: `${marked}s`, lemma, likeness: { doubt: 1, genitive: true } }));
  return [...forms, ...genitives];
}

function readWordings({ parties, concepts, kinds }: Vocabulary): Wording[] {
  const names = Object.entries(parties).flatMap(([party, texts]) =>
    texts.map((text) => readWording(text, { kind: 'party', party, asker: FIRST_PERSON.test(text) })),
  );
  const values = Object.entries(concepts).flatMap(([concept, byValue]) =>
    Object.entries(byValue).flatMap(([value, texts]) =>
      texts.map((text) =>
        readWording(text, { kind: 'value', concept, value, negates: text.split(/[ /]/u).some(isNegation) }),
      ),
    ),
  );
  const folk = kinds.people.map((text) => readWording(text, { kind: 'folk' }));
  const colleagues = kinds.colleagues.map((text) => readWording(text, { kind: 'kollega' }));
  return [...names, ...values, ...folk, ...colleagues];
}

export function readWording(text: string, entry: Entry): Wording {
  const steps = text.toLowerCase().split(/[ -]+/u).map(readStep);
  return { steps, words: steps.filter(({ gap }) => !gap).length, entry };
}

function readStep(text: string): Step {
  if (text === '…') return { gap: true };
  const span = /^(\d+)–(\d+)$/u.exec(text);
  if (span !== null) return { gap: false, words: [NUMBER], span: [Number(span[1]), Number(span[2])] };
  return { gap: false, words: text.split('/') };
}

function wordsOf({ steps }: Wording): readonly string[] {
  return steps.flatMap((step) => (step.gap ? [] : step.words));
}

function firstWords({ steps: [first] }: Wording): readonly string[] {
  return first === undefined || first.gap ? [] : first.words;
}

/** The word itself, and it without each of its letters but the first. */
export function withoutOne(word: string): string[] {
  return [word, ...Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 1) + word.slice(at + 2))];
}
