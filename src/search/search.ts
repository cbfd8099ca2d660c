// The ranker: a question in, the entries and provisions that may answer it out, best first, and how sure it is.
import { sectionKey, type Citation } from '../law/citation.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { askingSentences, contentWords, stem } from '../question/swedish.ts';
import { confidence, type Confidence } from './confidence.ts';
import { buildIndex, knownShare, likenesses, scores, subjectShare, type Found, type SearchIndex } from './index.ts';
import { termsOf } from './terms.ts';

export interface Hit {
  readonly found: Found;
  /** 0 to about 1; comparable within one question only. */
  readonly score: number;
}

export interface SearchResult {
  /** Best first, at most ten. */
  readonly hits: readonly Hit[];
  readonly confidence: Confidence;
}

/** Searches what applies on the day. The citations that stand in the question count as evidence for what rests on them. */
export function search(
  knowledge: Knowledge,
  day: string,
  question: string,
  cited: readonly Citation[] = [],
): SearchResult {
  const index = indexFor(knowledge, day);
  const whole = rate(index, question);
  // A letter says more than it asks. The best of the sentences that ask counts as much as the whole of it.
  const parts = askingSentences(question).filter((sentence) => contentWords(sentence).length >= FEWEST_WORDS);
  const rated = parts.map((sentence) => rate(index, sentence));
  const keys = new Set(cited.map(sectionKey));
  const hits = index.documents
    .map(({ found }, i) => {
      const best = Math.max(0, ...rated.map(({ score }) => score[i] ?? 0));
      const like = Math.max(whole.like[i] ?? 0, ...rated.map(({ like }) => like[i] ?? 0));
      const text = rated.length === 0 ? (whole.score[i] ?? 0) : ((whole.score[i] ?? 0) + best) / 2;
      const score = text * (1 - LIKENESS) + like * LIKENESS + (restsOn(found, keys) ? CITED : 0);
      return { found, score: found.kind === 'provision' ? score * PROVISION : score, like };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_HITS);
  const [first] = hits;
  const rival = hits.find((hit) => hit !== first && !areRelated(hit.found, first?.found));
  return {
    hits: hits.map(({ found, score }) => ({ found, score })),
    confidence:
      first === undefined
        ? { right: 0, inside: 0 }
        : confidence({
            score: first.score,
            like: first.like,
            // What the first itself sends the reader on to speaks for it, not against it.
            runnerUp: rival?.score ?? 0,
            known: Math.max(...[question, ...parts].map((part) => knownShare(index, contentWords(part).map(stem)))),
            subject: Math.max(...[question, ...parts].map((part) => subjectShare(index, part))),
          }),
  };
}

/** Builds the index ahead of the first question, which would otherwise wait for it. */
export function prepare(knowledge: Knowledge, day: string): void {
  indexFor(knowledge, day);
}

const MOST_HITS = 10;
const FEWEST_WORDS = 2;
/** How much the likeness to one single wording counts beside the score over all that is written. */
const LIKENESS = 0.2;
const CITED = 0.15;
/** Where an answer and a provision fit equally well, the answer is what most people came for. */
const PROVISION = 0.85;

interface Rated {
  readonly score: Float64Array;
  readonly like: Float64Array;
}

function rate(index: SearchIndex, text: string): Rated {
  const terms = termsOf(text, index.options);
  return { score: scores(index, terms), like: likenesses(index, terms) };
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

/** The index is derived from the knowledge alone, so it is built once for each and forgotten with it. */
const indices = new WeakMap<Knowledge, Map<string, SearchIndex>>();

function indexFor(knowledge: Knowledge, day: string): SearchIndex {
  const byDay = indices.get(knowledge) ?? new Map<string, SearchIndex>();
  indices.set(knowledge, byDay);
  const known = byDay.get(day);
  if (known !== undefined) return known;
  const index = buildIndex(knowledge, day);
  // Yesterday's index is of no more use in a process that runs for months.
  if (byDay.size >= MOST_DAYS) byDay.clear();
  byDay.set(day, index);
  return index;
}

const MOST_DAYS = 4;
