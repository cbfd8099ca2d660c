// The index over entries and provisions, and the score of a question against them: BM25F over terms of three kinds.
//
//             question and wordings  ×4 ┐
//   entry                               ├─ words, parts, runs of letters ──▶ postings: term -> documents
//             short answer and body  ×1 ┘
import { sectionKey } from '../law/citation.ts';
import { appliesOn, type Knowledge } from '../knowledge/knowledge.ts';
import type { Entry, Provision } from '../knowledge/schema.ts';
import { compoundParts, contentWords, fold, stem, words } from '../question/swedish.ts';
import { kindOf, termsOf, type TermCounts, type TermKind, type TermOptions } from './terms.ts';

/** What can be found. */
export type Found =
  { readonly kind: 'entry'; readonly entry: Entry } | { readonly kind: 'provision'; readonly provision: Provision };

export interface SearchIndex {
  readonly documents: readonly Document[];
  /** Each term's documents: for each three numbers, the document, and how often its question and its body have the term. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  readonly averages: Readonly<Record<Field, Readonly<Record<TermKind, number>>>>;
  readonly options: TermOptions;
  readonly wordings: Wordings;
  /** The stems that editors have named as what this is about: the thesaurus, the questions, the names of provisions. */
  readonly subject: ReadonlySet<string>;
}

export interface Document {
  readonly found: Found;
  readonly fields: Readonly<Record<Field, TermCounts>>;
  readonly lengths: Readonly<Record<Field, Readonly<Record<TermKind, number>>>>;
}

/** Each way in which something may be asked for, by itself: by its grams alone. */
interface Wordings {
  /** For each gram two numbers a wording: which, and how often it has it. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** The document of each wording. */
  readonly documents: readonly number[];
  /** The length of each wording's gram vector. */
  readonly sizes: readonly number[];
}

type Field = 'question' | 'body';

/** Field weights and K1 after the public Swedish question sets; kind weights after our own questions (test/answers). */
const KIND_WEIGHT: Readonly<Record<TermKind, number>> = { word: 1, part: 1, gram: 0.5 };
const FIELD_WEIGHT: Readonly<Record<Field, number>> = { question: 4, body: 1 };
const FIELD_B: Readonly<Record<Field, number>> = { question: 0.4, body: 0.8 };
const K1 = 1.2;
const FIELDS = ['question', 'body'] as const;

/** The index of what applies on a day. */
export function buildIndex(knowledge: Knowledge, day: string): SearchIndex {
  const sources = [
    ...knowledge.entries.filter((entry) => appliesOn(entry, day)).map(entrySource),
    ...knowledge.provisions.filter((provision) => appliesOn(provision, day)).map(provisionSource),
  ];
  const options: TermOptions = {
    vocabulary: vocabularyOf(sources),
    equivalents: equivalentsOf(knowledge),
    split: new Map(),
  };
  const made = makeAll(sources, options);
  const documents = made.map(({ document }) => document);
  return {
    documents,
    postings: postingsOf(documents),
    averages: averagesOf(documents),
    options,
    wordings: wordingsOf(made),
    subject: subjectOf(knowledge),
  };
}

/**
 * The share of what the question says that each document says too, weighted by how rare each term is: 0 to about 1.
 * A term that no document has counts as the rarest, so that a question about something else scores low.
 */
export function scores(index: SearchIndex, question: TermCounts): Float64Array {
  const total = new Float64Array(index.documents.length);
  let best = 0;
  for (const [term, count] of question) {
    const postings = index.postings.get(term) ?? [];
    const kind = kindOf(term);
    const weight = KIND_WEIGHT[kind] * idf(index, postings.length / PER_POSTING) * Math.min(count, 2);
    best += weight;
    for (let i = 0; i < postings.length; i += PER_POSTING) {
      const [at = 0, question = 0, body = 0] = [postings[i], postings[i + 1], postings[i + 2]];
      const document = index.documents[at];
      if (document === undefined) continue;
      const frequency = frequencyIn(index, document, { question, body }, kind);
      total[at] = (total[at] ?? 0) + (weight * frequency) / (K1 + frequency);
    }
  }
  return best === 0 ? total : total.map((score) => score / best);
}

/** How alike the question is to the most similar single wording of each document: the cosine of their grams, 0 to 1. */
export function likenesses({ documents, wordings }: SearchIndex, question: TermCounts): Float64Array {
  const dots = new Float64Array(wordings.sizes.length);
  for (const [term, count] of question) {
    const postings = wordings.postings.get(term) ?? [];
    for (let i = 0; i < postings.length; i += PER_WORDING) {
      const wording = postings[i] ?? 0;
      dots[wording] = (dots[wording] ?? 0) + count * (postings[i + 1] ?? 0);
    }
  }
  const size = gramSize(question);
  const best = new Float64Array(documents.length);
  for (const [wording, dot] of dots.entries()) {
    if (dot === 0) continue;
    const document = wordings.documents[wording] ?? 0;
    best[document] = Math.max(best[document] ?? 0, dot / (size * (wordings.sizes[wording] ?? 1)));
  }
  return best;
}

/** The share of the question's own words that any document has, as they are or as part of a compound, 0 to 1. */
export function knownShare(index: SearchIndex, stems: readonly string[]): number {
  if (stems.length === 0) return 0;
  const known = (stem: string) => index.postings.has(`w${stem}`) || index.postings.has(`p${stem}`);
  return (
    stems.filter((stem) => [stem, ...(index.options.equivalents.get(stem) ?? [])].some(known)).length / stems.length
  );
}

/** How many of the question's own words, up to three, are what this is about; as a share of three, or of all when fewer. */
export function subjectShare({ subject, options }: SearchIndex, text: string): number {
  const own = contentWords(text);
  const about = own.filter((word) =>
    [stem(word), ...compoundParts(word, options.vocabulary)].some((part) => subject.has(part)),
  );
  return own.length === 0 ? 0 : Math.min(ENOUGH_SUBJECT, about.length) / Math.min(ENOUGH_SUBJECT, own.length);
}

const ENOUGH_SUBJECT = 3;

// ---- building ---------------------------------------------------------------------------------------------------

interface Source {
  readonly found: Found;
  readonly wordings: readonly string[];
  readonly body: string;
}

function entrySource(entry: Entry): Source {
  return {
    found: { kind: 'entry', entry },
    wordings: [entry.question, ...entry.wordings],
    body: `${entry.shortAnswer}\n${entry.body}\n${entry.id.replaceAll(/[/-]/g, ' ')}`,
  };
}

function provisionSource(provision: Provision): Source {
  return {
    found: { kind: 'provision', provision },
    wordings: [provision.heading, ...provision.aliases],
    body: `${provision.summary}\n${sectionKey(provision.citation)}`,
  };
}

/** What is made of one source alone, and on which vocabulary its compounds were split. */
interface Made {
  readonly document: Document;
  readonly wordings: readonly TermCounts[];
  readonly words: ReadonlySet<string>;
  readonly options: TermOptions;
}

/** A reload that leaves a file as it was gives the same object for it: nothing is made of it again. */
const madeOf = new WeakMap<Entry | Provision, Made>();

function makeAll(sources: readonly Source[], options: TermOptions): Made[] {
  const stillHolds = memory(options);
  return sources.map((source) => {
    const key = keyOf(source.found);
    const before = madeOf.get(key);
    if (before !== undefined && stillHolds(before)) return before;
    const made = {
      document: documentOf(source, options),
      wordings: source.wordings.map((text) => termsOf(text, options)),
      words: wordsOf(source).folded,
      options,
    };
    madeOf.set(key, made);
    return made;
  });
}

/** Whether what was made with other options would be the same with these: no word of it could be split in another way. */
function memory(options: TermOptions): (made: Made) => boolean {
  const differences = new Map<TermOptions, readonly string[] | undefined>();
  return ({ options: before, words }) => {
    if (!differences.has(before)) differences.set(before, difference(before, options));
    const stems = differences.get(before);
    // A part of a compound has its stem within it, so a stem that is not in the word has no say in how it is split.
    return stems !== undefined && [...words].every((word) => stems.every((each) => !word.includes(each)));
  };
}

/** The stems that one vocabulary has and the other has not; `undefined` where the equivalents are others. */
function difference(before: TermOptions, after: TermOptions): readonly string[] | undefined {
  if (JSON.stringify([...before.equivalents]) !== JSON.stringify([...after.equivalents])) return undefined;
  return [...new Set([...before.vocabulary, ...after.vocabulary])].filter(
    (each) => before.vocabulary.has(each) !== after.vocabulary.has(each),
  );
}

function documentOf(source: Source, options: TermOptions): Document {
  const fields = { question: termsOf(source.wordings.join('\n'), options), body: termsOf(source.body, options) };
  return {
    found: source.found,
    fields,
    lengths: { question: lengths(fields.question), body: lengths(fields.body) },
  };
}

/** The stems of whole words: what a compound may be split into. */
function vocabularyOf(sources: readonly Source[]): ReadonlySet<string> {
  const vocabulary = new Set<string>();
  for (const source of sources) for (const each of wordsOf(source).stems) vocabulary.add(each);
  return vocabulary;
}

/** The words of a source, folded, and the stems of those that a compound may be made of. */
interface WordsOf {
  readonly folded: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}

const wordsOfAll = new WeakMap<Entry | Provision, WordsOf>();

function wordsOf({ found, wordings, body }: Source): WordsOf {
  const key = keyOf(found);
  const known = wordsOfAll.get(key);
  if (known !== undefined) return known;
  const all = [...new Set(words(`${wordings.join('\n')}\n${body}`))];
  const stems = new Set(all.filter((word) => word.length >= SHORTEST_IN_VOCABULARY).map(stem));
  const own = { folded: new Set(all.map(fold)), stems };
  wordsOfAll.set(key, own);
  return own;
}

const SHORTEST_IN_VOCABULARY = 4;

function keyOf(found: Found): Entry | Provision {
  return found.kind === 'entry' ? found.entry : found.provision;
}

function subjectOf({ words: { equivalents }, entries, provisions }: Knowledge): ReadonlySet<string> {
  const named = [
    ...equivalents.flat(),
    ...entries.map(({ question }) => question),
    ...provisions.flatMap(({ aliases }) => aliases),
  ];
  return new Set(named.flatMap(contentWords).map(stem));
}

function equivalentsOf({ words: { equivalents } }: Knowledge): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const group of equivalents) {
    // A phrase is entered by its words' stems only where it is one word: others are found through their parts.
    const stems = [...new Set(group.filter((name) => !/\s/u.test(name)).map((name) => stem(fold(name.toLowerCase()))))];
    for (const one of stems) map.set(one, [...(map.get(one) ?? []), ...stems.filter((other) => other !== one)]);
  }
  return map;
}

function wordingsOf(made: readonly Made[]): Wordings {
  const all = made.flatMap(({ wordings }, document) => wordings.map((terms) => ({ document, terms })));
  const postings = new Map<string, number[]>();
  for (const [wording, { terms }] of all.entries()) {
    for (const [term, count] of terms) {
      if (kindOf(term) !== 'gram') continue;
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [wording, count]);
      else list.push(wording, count);
    }
  }
  return { postings, documents: all.map(({ document }) => document), sizes: all.map(({ terms }) => gramSize(terms)) };
}

function gramSize(terms: TermCounts): number {
  let sum = 0;
  for (const [term, count] of terms) if (kindOf(term) === 'gram') sum += count * count;
  return Math.sqrt(sum);
}

function postingsOf(documents: readonly Document[]): ReadonlyMap<string, readonly number[]> {
  const postings = new Map<string, number[]>();
  const add = (term: string, document: number, question: number, body: number) => {
    const list = postings.get(term);
    if (list === undefined) postings.set(term, [document, question, body]);
    else list.push(document, question, body);
  };
  for (const [document, { fields }] of documents.entries()) {
    for (const [term, count] of fields.question) add(term, document, count, fields.body.get(term) ?? 0);
    for (const [term, count] of fields.body) if (!fields.question.has(term)) add(term, document, 0, count);
  }
  return postings;
}

const PER_POSTING = 3;
const PER_WORDING = 2;

function lengths(terms: TermCounts): Record<TermKind, number> {
  const sums = { word: 0, part: 0, gram: 0 };
  for (const [term, count] of terms) sums[kindOf(term)] += count;
  return sums;
}

function averagesOf(documents: readonly Document[]): Record<Field, Record<TermKind, number>> {
  const average = (field: Field, kind: TermKind) =>
    Math.max(1, documents.reduce((sum, { lengths }) => sum + lengths[field][kind], 0) / Math.max(1, documents.length));
  const of = (field: Field) => ({
    word: average(field, 'word'),
    part: average(field, 'part'),
    gram: average(field, 'gram'),
  });
  return { question: of('question'), body: of('body') };
}

// ---- scoring ----------------------------------------------------------------------------------------------------

function frequencyIn(
  index: SearchIndex,
  { lengths }: Document,
  counts: Readonly<Record<Field, number>>,
  kind: TermKind,
): number {
  return FIELDS.reduce((sum, field) => {
    const relative = lengths[field][kind] / index.averages[field][kind];
    return sum + (FIELD_WEIGHT[field] * counts[field]) / (1 - FIELD_B[field] + FIELD_B[field] * relative);
  }, 0);
}

function idf({ documents }: SearchIndex, frequency: number): number {
  return Math.log(1 + (documents.length - frequency + 0.5) / (frequency + 0.5));
}
