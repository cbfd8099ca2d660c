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
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
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
  readonly postings: ReadonlyMap<string, readonly (readonly [wording: number, count: number])[]>;
  /** The document of each wording. */
  readonly documents: readonly number[];
  /** The length of each wording's gram vector. */
  readonly sizes: readonly number[];
}

interface Posting {
  readonly document: number;
  readonly counts: Readonly<Record<Field, number>>;
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
    const weight = KIND_WEIGHT[kindOf(term)] * idf(index, postings.length) * Math.min(count, 2);
    best += weight;
    for (const posting of postings) {
      const document = index.documents[posting.document];
      if (document === undefined) continue;
      const frequency = frequencyIn(index, document, posting, kindOf(term));
      total[posting.document] = (total[posting.document] ?? 0) + (weight * frequency) / (K1 + frequency);
    }
  }
  return best === 0 ? total : total.map((score) => score / best);
}

/** How alike the question is to the most similar single wording of each document: the cosine of their grams, 0 to 1. */
export function likenesses({ documents, wordings }: SearchIndex, question: TermCounts): Float64Array {
  const dots = new Float64Array(wordings.sizes.length);
  for (const [term, count] of question) {
    for (const [wording, times] of wordings.postings.get(term) ?? [])
      dots[wording] = (dots[wording] ?? 0) + count * times;
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
    const key = source.found.kind === 'entry' ? source.found.entry : source.found.provision;
    const before = madeOf.get(key);
    if (before !== undefined && stillHolds(before)) return before;
    const made = {
      document: documentOf(source, options),
      wordings: source.wordings.map((text) => termsOf(text, options)),
      words: new Set(words(`${source.wordings.join('\n')}\n${source.body}`).map(fold)),
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
  const all = sources.flatMap(({ wordings, body }) => words(`${wordings.join('\n')}\n${body}`));
  return new Set(all.filter((word) => word.length >= 4).map(stem));
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
  const postings = new Map<string, [number, number][]>();
  for (const [wording, { terms }] of all.entries()) {
    for (const [term, count] of terms) {
      if (kindOf(term) !== 'gram') continue;
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [[wording, count]]);
      else list.push([wording, count]);
    }
  }
  return { postings, documents: all.map(({ document }) => document), sizes: all.map(({ terms }) => gramSize(terms)) };
}

function gramSize(terms: TermCounts): number {
  let sum = 0;
  for (const [term, count] of terms) if (kindOf(term) === 'gram') sum += count * count;
  return Math.sqrt(sum);
}

function postingsOf(documents: readonly Document[]): ReadonlyMap<string, readonly Posting[]> {
  const postings = new Map<string, Posting[]>();
  for (const [document, { fields }] of documents.entries()) {
    for (const term of new Set([...fields.question.keys(), ...fields.body.keys()])) {
      const counts = { question: fields.question.get(term) ?? 0, body: fields.body.get(term) ?? 0 };
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [{ document, counts }]);
      else list.push({ document, counts });
    }
  }
  return postings;
}

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

function frequencyIn(index: SearchIndex, { lengths }: Document, { counts }: Posting, kind: TermKind): number {
  return FIELDS.reduce((sum, field) => {
    const relative = lengths[field][kind] / index.averages[field][kind];
    return sum + (FIELD_WEIGHT[field] * counts[field]) / (1 - FIELD_B[field] + FIELD_B[field] * relative);
  }, 0);
}

function idf({ documents }: SearchIndex, frequency: number): number {
  return Math.log(1 + (documents.length - frequency + 0.5) / (frequency + 0.5));
}
