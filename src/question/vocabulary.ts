// The words by which parties and facts are recognised, compiled once, and where they stand in a text.
import type { Vocabulary } from '../knowledge/rule-schema.ts';
import { fold, stem } from './swedish.ts';

/** A word of the text; `start` and `end` in UTF-16 units. */
export interface Token {
  /** Lower case, letters without marks. */
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

export type Entry =
  | { readonly kind: 'party'; readonly party: string; readonly asker: boolean }
  | { readonly kind: 'value'; readonly concept: string; readonly value: string; readonly negates: boolean }
  | { readonly kind: 'folk' | 'kollega' };

interface Likeness {
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

interface Form {
  /** With its marks: "värden" is no form of "vård", but "varden" may be one that was typed without dots. */
  readonly marked: string;
  readonly lemma: string;
  readonly likeness: Likeness;
}

type Step = { readonly gap: true } | { readonly gap: false; readonly words: readonly string[]; readonly span?: Span };
type Span = readonly [least: number, most: number];

interface Wording {
  readonly steps: readonly Step[];
  readonly words: number;
  readonly entry: Entry;
}

const MOST_BETWEEN = 6;
const SHORTEST_HEAD = 5;
const SHORTEST_TAIL = 4;
const SHORTEST_MISSPELT = 6;
/** As written, so with its ending; shorter ones are too often another word. */
const SHORTEST_TWICE = 11;
const MOST_KNOWN = 20_000;
const NUMBER = '#';

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

const WORD = /[\p{L}\p{M}]+(?::\p{L}{1,3}(?!\p{L}))?|\d+/gu;

export function tokenize(text: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  for (const { 0: written, index: start } of text.matchAll(WORD)) {
    const before = text.slice(tokens.at(-1)?.end ?? 0, start);
    if (tokens.length > 0 && /[.?!;\n]/u.test(before)) sentence += 1;
    const marked = written.normalize('NFC').toLowerCase().replace(':', '');
    const end = start + written.length;
    tokens.push({ word: fold(marked), start, end, before, sentence, lemmas: lemmasOf(marked, lexicon) });
  }
  return tokens;
}

/** Everything that is found; hits may overlap. */
export function findAll(tokens: readonly Token[], { wordings }: Lexicon): Hit[] {
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

/** Where a wording that begins at a token ends, and how doubtful its words are; undefined when it is not there. */
function matchEnd(
  tokens: readonly Token[],
  at: number,
  [step, ...rest]: readonly Step[],
): Pick<Hit, 'to' | 'doubt' | 'genitive'> | undefined {
  if (step === undefined) return { to: at - 1, doubt: 0, genitive: false };
  if (step.gap) {
    for (let skip = 0; skip <= MOST_BETWEEN; skip += 1) {
      if (tokens[at + skip]?.sentence !== tokens[at - 1]?.sentence) return undefined;
      const end = matchEnd(tokens, at + skip, rest);
      if (end !== undefined) return end;
    }
    return undefined;
  }
  const likeness = tokens[at] === undefined ? undefined : likenessOf(tokens[at], step);
  const end = likeness === undefined ? undefined : matchEnd(tokens, at + 1, rest);
  if (likeness === undefined || end === undefined) return undefined;
  return {
    to: end.to,
    doubt: end.doubt + likeness.doubt,
    genitive: rest.length === 0 ? likeness.genitive : end.genitive,
  };
}

function likenessOf(token: Token, step: Extract<Step, { gap: false }>): Likeness | undefined {
  if (step.span !== undefined && /^\d{1,3}$/u.test(token.word)) {
    const [least, most] = step.span;
    return Number(token.word) >= least && Number(token.word) <= most ? { doubt: 0, genitive: false } : undefined;
  }
  return step.words.flatMap((word) => token.lemmas.get(word) ?? []).sort((a, b) => a.doubt - b.doubt)[0];
}

/**
 * What a word may be, from the surest to the least sure way, the first that finds anything:
 *
 *     kuratorns               a form of kurator
 *     skolkuratorn            ends with a form of one: kurator
 *     kuratron                one letter off a form
 *     kuratorssamtalen        begins with one; what it says of the party is that something is theirs
 */
function lemmasOf(marked: string, lexicon: Lexicon): ReadonlyMap<string, Likeness> {
  const known = lexicon.known.get(marked) ?? lookUp(marked, lexicon);
  if (lexicon.known.size < MOST_KNOWN) lexicon.known.set(marked, known);
  return known;
}

function lookUp(marked: string, lexicon: Lexicon): ReadonlyMap<string, Likeness> {
  const found = new Map<string, Likeness>();
  const add = (forms: readonly Form[], change: Partial<Likeness>) => {
    for (const { lemma, likeness } of forms) {
      const more = { ...likeness, ...change };
      if ((found.get(lemma)?.doubt ?? Infinity) > more.doubt) found.set(lemma, more);
    }
  };
  add(formsOf(marked, lexicon), {});
  if (found.size > 0 || marked.length < SHORTEST_MISSPELT) return found;
  add(endsOf(marked, lexicon), { doubt: 2 });
  if (found.size === 0) add(misspelt(marked, lexicon), { doubt: 3 });
  if (found.size === 0) add(twiceMisspelt(marked, lexicon), { doubt: 3 });
  if (found.size === 0) add(beginningsOf(marked, lexicon), { doubt: 4, genitive: true });
  return found;
}

function formsOf(marked: string, { forms, stems }: Lexicon): readonly Form[] {
  const folded = fold(marked);
  const exact = (forms.get(folded) ?? []).filter((form) => sameMarks(marked, form.marked));
  if (exact.length > 0 || folded.length < SHORTEST_HEAD) return exact;
  return (stems.get(stem(folded)) ?? [])
    .filter((lemma) => sameMarks(marked, lemma))
    .map((lemma) => ({ marked, lemma, likeness: { doubt: 1, genitive: false } }));
}

/** A letter that was given its dots must have them in the form too; one without may have lost them. */
function sameMarks(typed: string, marked: string): boolean {
  return Array.from(typed).every((letter, at) => {
    const other = marked.charAt(at);
    return letter === other || !/[åäöé]/u.test(letter) || fold(letter) !== fold(other);
  });
}

function endsOf(marked: string, lexicon: Lexicon): readonly Form[] {
  for (let cut = 3; marked.length - cut >= SHORTEST_HEAD; cut += 1) {
    const folded = fold(marked.slice(cut));
    const forms = (lexicon.forms.get(folded) ?? []).filter(
      (form) => isLong(form) && sameMarks(marked.slice(cut), form.marked),
    );
    if (forms.length > 0) return forms;
  }
  return [];
}

function isLong({ lemma }: Form): boolean {
  return lemma.length >= SHORTEST_HEAD && !lemma.endsWith('!');
}

function beginningsOf(marked: string, lexicon: Lexicon): readonly Form[] {
  for (let cut = marked.length - SHORTEST_TAIL; cut >= SHORTEST_HEAD; cut -= 1) {
    const head = marked.slice(0, cut).replace(/s$/u, '');
    const forms = (lexicon.forms.get(fold(head)) ?? []).filter(
      (form) => isLong(form) && form.likeness.doubt === 0 && sameMarks(head, form.marked),
    );
    if (forms.length > 0) return forms;
  }
  return [];
}

/** Words one letter off: one too many, one missing, one wrong or two in the wrong order; never the first letter. */
function misspelt(marked: string, { deletions, forms }: Lexicon): readonly Form[] {
  const folded = fold(marked);
  return ['', ...ENDINGS].flatMap((ending) => {
    const trunk = folded.slice(0, folded.length - ending.length);
    if (!folded.endsWith(ending) || trunk.length < SHORTEST_MISSPELT - 1) return [];
    return withoutOne(trunk)
      .flatMap((shorter) => deletions.get(shorter) ?? [])
      .filter((lemma) => lemma.startsWith(trunk.charAt(0)) && isOneOff(trunk, lemma))
      .flatMap((lemma) => (forms.get(lemma) ?? []).filter((form) => form.likeness.doubt === 0 && isLong(form)));
  });
}

/** A long word for a party, two letters off one of its forms. */
function twiceMisspelt(marked: string, { longNames, forms }: Lexicon): readonly Form[] {
  const folded = fold(marked);
  if (folded.length < SHORTEST_TWICE) return [];
  const near = (longNames.get(folded.charAt(0)) ?? []).filter(
    (name) => Math.abs(name.length - folded.length) <= 2 && distance(name, folded) <= 2,
  );
  return near.flatMap((name) => forms.get(name) ?? []);
}

/** How many letters must be added, left out, changed or swapped with the next. */
function distance(a: string, b: string): number {
  let [before, last]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      const isSwap = i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1);
      row[j] = Math.min(
        (last?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last?.[j - 1] ?? 0) + (same ? 0 : 1),
        isSwap ? (before?.[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, last] = [last ?? [], row];
  }
  return last?.[b.length] ?? Infinity;
}

/** The word itself, and it without each of its letters but the first. */
function withoutOne(word: string): string[] {
  return [word, ...Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 1) + word.slice(at + 2))];
}

/** In a short word only two letters that changed places: too many short words are one letter from another. */
function isOneOff(a: string, b: string): boolean {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a.charAt(start) === b.charAt(start)) start += 1;
  const [left, right] = [a.slice(start), b.slice(start)];
  const isSwap = left.slice(2) === right.slice(2) && left.slice(0, 2) === `${right.charAt(1)}${right.charAt(0)}`;
  const isOne = left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1);
  return isSwap || (isOne && b.length > SHORTEST_MISSPELT);
}

// Compiling -----------------------------------------------------------------------------------------------------------

const ENDINGS = 'n s en et ns ens ets na nas er ar or erna arna orna ernas arnas t a'
  .split(' ')
  .sort((a, b) => b.length - a.length);

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
    longNames: grouped(
      lemmas
        .filter((lemma) =>
          wordings.some(({ entry, steps }) => entry.kind === 'party' && wordsOf({ steps }).includes(lemma)),
        )
        .flatMap(formsFor)
        .map(({ marked }) => fold(marked))
        .filter((form) => form.length >= SHORTEST_TWICE)
        .map((form) => [form.charAt(0), form] as const),
    ),
    known: new Map(),
    wordings: grouped(wordings.flatMap((wording) => firstWords(wording).map((word) => [word, wording] as const))),
    forms: grouped(lemmas.flatMap(formsFor).map((form) => [fold(form.marked), form] as const)),
    stems: grouped(
      plain.filter((lemma) => lemma.length >= SHORTEST_HEAD).map((lemma) => [stem(lemma), lemma] as const),
    ),
    deletions: grouped(long.flatMap((lemma) => withoutOne(lemma).map((shorter) => [shorter, lemma] as const))),
  };
}

function grouped<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
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
    texts.map((text) => wording(text, { kind: 'party', party, asker: FIRST_PERSON.test(text) })),
  );
  const values = Object.entries(concepts).flatMap(([concept, byValue]) =>
    Object.entries(byValue).flatMap(([value, texts]) =>
      texts.map((text) =>
        wording(text, { kind: 'value', concept, value, negates: text.split(/[ /]/u).some(isNegation) }),
      ),
    ),
  );
  const folk = kinds.people.map((text) => wording(text, { kind: 'folk' }));
  const colleagues = kinds.colleagues.map((text) => wording(text, { kind: 'kollega' }));
  return [...names, ...values, ...folk, ...colleagues];
}

function wording(text: string, entry: Entry): Wording {
  const steps = text.toLowerCase().split(/[ -]+/u).map(readStep);
  return { steps, words: steps.filter(({ gap }) => !gap).length, entry };
}

function readStep(text: string): Step {
  if (text === '…') return { gap: true };
  const span = /^(\d+)–(\d+)$/u.exec(text);
  if (span !== null) return { gap: false, words: [NUMBER], span: [Number(span[1]), Number(span[2])] };
  return { gap: false, words: text.split('/') };
}

function wordsOf({ steps }: Pick<Wording, 'steps'>): readonly string[] {
  return steps.flatMap((step) => (step.gap ? [] : step.words));
}

function firstWords({ steps: [first] }: Wording): readonly string[] {
  return first === undefined || first.gap ? [] : first.words;
}
