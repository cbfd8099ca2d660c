// The search over the folder: a question in, the entries and provisions that may answer it out, best first, and how sure it is.
import { sectionKey, type Citation } from '../law/citation.ts';
import { appliesOn, type Knowledge } from '../knowledge/knowledge.ts';
import { RECIPIENT, SENDER } from '../knowledge/rulebook.ts';
import type { Elsewhere } from '../knowledge/elsewhere.ts';
import type { Entry, Provision } from '../knowledge/schema.ts';
import { contentWords, stem } from '../question/swedish.ts';
import type { Stated } from '../rules/rule.ts';
import { confidence, NO_CONFIDENCE, type Confidence } from './confidence.ts';
import type { Signals } from './signals.ts';
import { buildIndex, type Build, type SearchIndex, type Source } from './index.ts';
import { rank, type Fit, type Ranking } from './rank.ts';
import { thesaurusOf } from './thesaurus.ts';

/** What can be found. */
export type Found =
  { readonly kind: 'entry'; readonly entry: Entry } | { readonly kind: 'provision'; readonly provision: Provision };

export interface Hit {
  readonly found: Found;
  /** 0 to about 1; comparable within one question only. */
  readonly score: number;
}

export interface SearchResult {
  /** Best first, at most ten. */
  readonly hits: readonly Hit[];
  /** The subject outside that the question fits better than any hit. */
  readonly elsewhere?: Elsewhere;
  readonly confidence: Confidence;
  /** What the confidence comes of; absent without hits. */
  readonly signals?: Signals;
  /** Words of the question that no text has, and those that they were taken for. */
  readonly repaired: Ranking['repaired'];
}

/** What is known of a question beside its words. */
export interface Beside {
  /** The citations in it: evidence for what rests on them. */
  readonly cited?: readonly Citation[];
  /** The facts understood: evidence for the entries about such a situation, and against those about another. */
  readonly stated?: Stated;
}

/** Searches what applies on the day. */
export function search(knowledge: Knowledge, day: string, question: string, beside: Beside = {}): SearchResult {
  const folder = searchable(knowledge, day);
  const { index, found } = folder;
  const keys = new Set((beside.cited ?? []).map(sectionKey));
  const { fits, repaired } = rank(index, question);
  const nearest = fits.find(({ document }) => document >= found.length);
  const elsewhere = nearest === undefined ? undefined : knowledge.elsewhere[nearest.document - found.length];
  const rated = fits
    .flatMap((fit) => {
      const one = found[fit.document];
      if (one === undefined) return [];
      const text = one.kind === 'provision' ? fit.score * PROVISION : fit.score;
      const evidence =
        partiesAgree(one, beside.stated ?? {}) +
        (restsOn(one, keys) ? CITED : 0) +
        (fit.like >= SAME ? SAME_WORDING : 0);
      return [{ ...fit, found: one, score: text + evidence }];
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.document - b.document)
    .slice(0, MOST_HITS);
  const hits = rated.map(({ found, score }) => ({ found, score }));
  const [first] = rated;
  const outside = elsewhere !== undefined && (nearest?.score ?? 0) > (first?.score ?? 0) ? { elsewhere } : {};
  if (first === undefined) return { hits, ...outside, confidence: NO_CONFIDENCE, repaired };
  // What the first itself sends the reader on to speaks for it, not against it.
  const rival = rated.find((hit) => hit !== first && !areRelated(hit.found, first.found));
  const signals = signalsOf(question, first, { rival: rival?.score ?? 0, elsewhere: nearest?.score ?? 0 }, folder);
  return { hits, ...outside, confidence: confidence(signals), signals, repaired };
}

/** Builds the index, or has it built, ahead of the first question, which would otherwise wait for it. */
export function prepare(knowledge: Knowledge, day: string, build: Build = buildIndex): void {
  searchable(knowledge, day, build);
}

const MOST_HITS = 10;
const CITED = 0.15;
/** From this likeness on it is asked in the words that an editor has written for it. */
const SAME = 0.95;
const SAME_WORDING = 0.25;
/** Where an answer and a provision fit equally well, the answer is what most people came for. */
const PROVISION = 0.85;
/** For each party that the entry's situation has in the same role, and against each that it has another in. */
const SAME_PARTY = 0.04;
const OTHER_PARTY = 0.02;

function signalsOf(
  question: string,
  { score, words, like, about }: Fit,
  scores: Readonly<Record<'rival' | 'elsewhere', number>>,
  { index, subject }: Searchable,
): Signals {
  const own = contentWords(question);
  return {
    ...{ score, words, like, about },
    margin: (score - scores.rival) / score,
    known: share(own, (word) => isKnown(index, word)),
    subject: share(own, (word) => subject.has(stem(word))),
    elsewhere: Math.min(2, scores.elsewhere / score),
  };
}

function partiesAgree(found: Found, stated: Stated): number {
  if (found.kind !== 'entry' || found.entry.situation === undefined) return 0;
  const own = found.entry.situation.stated;
  return [SENDER, RECIPIENT]
    .filter((role) => own[role] !== undefined && stated[role] !== undefined)
    .reduce((sum, role) => sum + (own[role] === stated[role] ? SAME_PARTY : -OTHER_PARTY), 0);
}

function areRelated(a: Found, b: Found | undefined): boolean {
  if (a.kind !== 'entry' || b?.kind !== 'entry') return false;
  return a.entry.seeAlso.includes(b.entry.id) || b.entry.seeAlso.includes(a.entry.id);
}

function restsOn(found: Found, keys: ReadonlySet<string>): boolean {
  if (keys.size === 0) return false;
  return found.kind === 'entry'
    ? found.entry.citations.some((citation) => keys.has(sectionKey(citation)))
    : keys.has(sectionKey(found.provision.citation));
}

/** Whether any text has the word, or one that means the same. */
function isKnown({ vocabulary: { byStem, thesaurus } }: SearchIndex, word: string): boolean {
  const key = stem(word);
  return byStem.has(key) || (thesaurus.others.get(key) ?? []).some((other) => byStem.has(other));
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(holds).length / all.length;
}

// ---- the index of a folder ----------------------------------------------------------------------------------------

interface Searchable {
  readonly index: SearchIndex;
  /** What each document of the index is. */
  readonly found: readonly Found[];
  /** The stems of what entries are asked by and provisions are called: what this is about. */
  readonly subject: ReadonlySet<string>;
}

/** The index is derived from the knowledge alone, so it is built once for each and forgotten with it. */
const searchables = new WeakMap<Knowledge, Map<string, Searchable>>();

function searchable(knowledge: Knowledge, day: string, build: Build = buildIndex): Searchable {
  const byDay = searchables.get(knowledge) ?? new Map<string, Searchable>();
  searchables.set(knowledge, byDay);
  const known = byDay.get(day);
  if (known !== undefined) return known;
  const found = applying(knowledge, day);
  // On most days nothing begins or ceases to apply, and whoever asks first in the morning need not wait for the same index.
  const made =
    [...byDay.values()].find((other) => areSame(other.found, found)) ?? makeSearchable(knowledge, found, build);
  // Yesterday's index is of no more use in a process that runs for months.
  if (byDay.size >= MOST_DAYS) byDay.clear();
  byDay.set(day, made);
  return made;
}

const MOST_DAYS = 4;

/** What can be found on the day, in the order of the index. */
function applying({ entries, provisions }: Knowledge, day: string): readonly Found[] {
  return [
    ...entries.map((entry) => ({ kind: 'entry', entry }) as const).filter(({ entry }) => appliesOn(entry, day)),
    ...provisions
      .map((provision) => ({ kind: 'provision', provision }) as const)
      .filter(({ provision }) => appliesOn(provision, day)),
  ];
}

function areSame(some: readonly Found[], others: readonly Found[]): boolean {
  const itself = (found: Found | undefined) => (found?.kind === 'entry' ? found.entry : found?.provision);
  return some.length === others.length && some.every((each, i) => itself(each) === itself(others[i]));
}

function makeSearchable(knowledge: Knowledge, found: readonly Found[], build: Build): Searchable {
  const sources = [
    ...found.map((each) =>
      each.kind === 'entry' ? sourceOf(each.entry, entrySource) : sourceOf(each.provision, provisionSource),
    ),
    // Behind all that can be found, so that their numbers begin where it ends.
    ...knowledge.elsewhere.map((subject) => sourceOf(subject, elsewhereSource)),
  ];
  const named = found.flatMap((each) => (each.kind === 'entry' ? [each.entry.question] : each.provision.aliases));
  return {
    index: build(sources, thesaurusOf(knowledge.words)),
    found,
    subject: new Set(named.flatMap(contentWords).map(stem)),
  };
}

/** A reload that leaves a file as it was gives the same object for it, and so the same source, which is not read again. */
const sources = new WeakMap<Entry | Provision | Elsewhere, Source>();

function sourceOf<T extends Entry | Provision | Elsewhere>(one: T, make: (one: T) => Source): Source {
  const source = sources.get(one) ?? make(one);
  sources.set(one, source);
  return source;
}

function entrySource(entry: Entry): Source {
  return {
    wordings: [entry.question, ...entry.wordings],
    body: `${entry.shortAnswer}\n${entry.body}\n${entry.id.replaceAll(/[/-]/g, ' ')}`,
  };
}

function provisionSource(provision: Provision): Source {
  return {
    wordings: [provision.heading, ...provision.aliases],
    body: `${provision.summary}\n${sectionKey(provision.citation)}`,
  };
}

function elsewhereSource({ subject, wordings }: Elsewhere): Source {
  return { wordings: [subject, ...wordings], body: '' };
}
