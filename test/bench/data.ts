// The questions and what they are asked of: two public sets that stay outside the repository, and our own.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { half as halfOf } from '../../src/editors/evaluation/half.ts';
import { printProblems } from '../../src/knowledge/problem.ts';
import type { Words } from '../../src/knowledge/schema.ts';
import type { Document } from './peer.ts';

/** A question with the documents that answer it. */
export interface Asked {
  readonly text: string;
  readonly gold: readonly string[];
}

/** Tuned on one half, measured on the other. */
export interface QuestionSet {
  readonly documents: readonly Document[];
  /** What editors say that words may also be called; only our own folder has such. */
  readonly words?: Words;
  readonly dev: readonly Asked[];
  readonly test: readonly Asked[];
}

export interface PublicSets {
  /** SweFAQ: questions to answers. */
  readonly a: QuestionSet;
  /** Coronaguiden: other wordings to entries. */
  readonly b: QuestionSet;
  /** SweFAQ: paraphrases to entries. */
  readonly c: QuestionSet;
}

/** The project's root. */
export const ROOT = join(import.meta.dirname, '../..');
const DEFAULT_FOLDER = '../shared/bench';

/** The public sets, or a sentence on what to do to have them. */
export function readPublicSets(): PublicSets | string {
  const folder = process.env.BENCH_DATA ?? join(ROOT, DEFAULT_FOLDER);
  const missing = ['swefaq.json', 'corona.json'].filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) {
    return `${missing.join(' and ')} cannot be found in ${folder}. The public question sets are not part of the repository: put them in a folder and name it, BENCH_DATA=<folder> npm run bench:search (without it, ${DEFAULT_FOLDER} is looked in).`;
  }
  const swefaq = readJson(join(folder, 'swefaq.json')) as Swefaq;
  const corona = readJson(join(folder, 'corona.json')) as Corona;
  return {
    a: setOf(swefaq.answers, swefaq.queries),
    b: setOf(
      corona.entries,
      corona.queries.filter(({ variant }) => variant < MOST_VARIANTS),
    ),
    c: setOf(swefaq.entries, swefaq.paraphrases),
  };
}

/** Some entries have dozens of wordings: six of each at most, so that these do not decide. */
const MOST_VARIANTS = 6;

interface PublicEntry {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

interface PublicQuery {
  readonly split: 'dev' | 'test';
  readonly query: string;
  readonly gold: readonly string[];
}

interface Swefaq {
  readonly entries: readonly PublicEntry[];
  readonly answers: readonly PublicEntry[];
  readonly queries: readonly PublicQuery[];
  readonly paraphrases: readonly PublicQuery[];
}

interface Corona {
  readonly entries: readonly PublicEntry[];
  readonly queries: readonly (PublicQuery & { readonly variant: number })[];
}

function setOf(entries: readonly PublicEntry[], queries: readonly PublicQuery[]): QuestionSet {
  const half = (wanted: PublicQuery['split']) =>
    queries.filter(({ split }) => split === wanted).map(({ query, gold }) => ({ text: query, gold }));
  return {
    documents: entries.map(({ id, question, answer }) => ({
      id,
      wordings: question === '' ? [] : [question],
      body: answer,
    })),
    dev: half('dev'),
    test: half('test'),
  };
}

/** A line of our own questions. */
interface OwnLine {
  readonly question: string;
  readonly area?: string;
  readonly register?: string;
  readonly expect: { readonly entries?: readonly string[] };
}

/** Our own questions, from the files (seen from the project root), against the entries of the knowledge folder. */
export async function readOwnSet(files: readonly string[]): Promise<QuestionSet> {
  const { knowledge, problems } = await readKnowledge(join(ROOT, 'knowledge'));
  if (knowledge === undefined) throw new Error(printProblems(problems));
  const lines = files
    .flatMap((file) => readFileSync(join(ROOT, file), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as OwnLine);
  const half = (dev: boolean) =>
    lines
      .filter(({ question }) => (halfOf(question) === 'titta') === dev)
      .map(({ question, expect }) => ({ text: question, gold: expect.entries ?? [] }))
      .filter(({ gold }) => gold.length > 0);
  return {
    documents: knowledge.entries.map(({ id, question, wordings, shortAnswer, body }) => ({
      id,
      wordings: [question, ...wordings],
      body: `${shortAnswer}\n${body}`,
    })),
    words: knowledge.words,
    dev: half(true),
    test: half(false),
  };
}

export const OWN_FILES: readonly string[] = ['test/answers/inside.jsonl'];

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
