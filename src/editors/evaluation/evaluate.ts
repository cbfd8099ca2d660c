// The figures of a set of judged answers: how many were met how, by area and register, and how sure against how right.
import type { CurvePoint } from './metrics.ts';
import { areaUnder, auroc, calibrationError, quantile, riskCoverage } from './metrics.ts';
import { FATES, type Fate, type Judged } from './judge.ts';
import { half } from './half.ts';

/** Counts, and shares from 0 to 1; `undefined` where there is nothing to take a share of. */
export interface Figures {
  readonly questions: number;
  readonly found: Found;
  readonly outside: {
    readonly asked: number;
    readonly declined: number;
    readonly askedBack: number;
    readonly answered: number;
  };
  readonly outcomes: Right;
  readonly citations: { readonly asked: number; readonly any: number; readonly all: number };
  readonly facts: {
    readonly asked: number;
    readonly allRight: number;
    readonly right: number;
    readonly missing: number;
    readonly wrong: number;
    readonly swapped: number;
  };
  readonly verdicts: Right;
  readonly byArea: readonly (Found & { readonly name: string })[];
  readonly byRegister: readonly (Found & { readonly name: string })[];
  /** Of the questions that an entry answers, and of these and those outside, of which no entry is right. */
  readonly sureness: { readonly inside: Sureness; readonly all: Sureness };
  /** Milliseconds a question, the whole road. */
  readonly ms: { readonly p50: number | undefined; readonly p99: number | undefined };
}

/** Of the questions that an entry answers. */
export interface Found extends Readonly<Record<Fate, number>> {
  readonly asked: number;
  /** A right one is first, or among the first three, of those ranked. */
  readonly first: number;
  readonly amongThree: number;
}

interface Right {
  readonly asked: number;
  readonly right: number;
}

export interface Sureness {
  readonly asked: number;
  readonly curve: readonly CurvePoint[];
  readonly area: number | undefined;
  readonly auroc: number | undefined;
  readonly calibrationError: number | undefined;
}

export function figuresOf(judged: readonly Judged[], ms: readonly number[]): Figures {
  const outside = judged.flatMap((each) => each.outside ?? []);
  const cited = judged.flatMap((each) => each.cited ?? []);
  const facts = judged.flatMap((each) => each.facts ?? []);
  return {
    questions: judged.length,
    found: foundIn(judged),
    outside: {
      asked: outside.length,
      declined: count(outside, (fate) => fate === 'declined'),
      askedBack: count(outside, (fate) => fate === 'askedBack'),
      answered: count(outside, (fate) => fate === 'answered'),
    },
    outcomes: rightOf(judged.flatMap((each) => each.outcomeIsRight ?? [])),
    citations: {
      asked: cited.length,
      any: count(cited, ({ any }) => any),
      all: count(cited, ({ all }) => all),
    },
    facts: {
      asked: facts.length,
      allRight: count(facts, ({ missing, wrong }) => missing + wrong === 0),
      right: sum(facts.map(({ right }) => right)),
      missing: sum(facts.map(({ missing }) => missing)),
      wrong: sum(facts.map(({ wrong }) => wrong)),
      swapped: count(facts, ({ swapped }) => swapped),
    },
    verdicts: rightOf(judged.flatMap((each) => each.verdictIsRight ?? [])),
    byArea: foundBy(judged, ({ line }) => line.area),
    byRegister: foundBy(judged, ({ line }) => line.register),
    sureness: { inside: surenessOf(judged.filter(({ found }) => found !== undefined)), all: surenessOf(judged) },
    ms: { p50: quantile(ms, 0.5), p99: quantile(ms, 0.99) },
  };
}

/** Those of the half to look at whose right answer is not first. Of the other half nothing is ever listed. */
export function missesOf(judged: readonly Judged[]): Judged[] {
  return judged.filter(({ line, found }) => found !== undefined && found.rank !== 1 && half(line.question) === 'titta');
}

function foundIn(judged: readonly Judged[]): Found {
  const found = judged.flatMap((each) => each.found ?? []);
  const fates = Object.fromEntries(FATES.map((fate) => [fate, count(found, (each) => each.fate === fate)]));
  return {
    asked: found.length,
    first: count(found, ({ rank }) => rank === 1),
    amongThree: count(found, ({ rank }) => rank !== undefined && rank <= 3),
    ...(fates as Readonly<Record<Fate, number>>),
  };
}

/** Empty where no question says what it belongs to. */
function foundBy(judged: readonly Judged[], nameOf: (each: Judged) => string | undefined): Figures['byArea'] {
  const asked = judged.filter(({ found }) => found !== undefined);
  const names = [...new Set(asked.map((each) => nameOf(each) ?? ''))].sort((a, b) => a.localeCompare(b, 'sv'));
  if (names.every((name) => name === '')) return [];
  return names.map((name) => ({ name, ...foundIn(asked.filter((each) => (nameOf(each) ?? '') === name)) }));
}

function surenessOf(judged: readonly Judged[]): Sureness {
  const rated = judged.flatMap((each) => each.rated ?? []);
  const curve = riskCoverage(rated);
  return {
    asked: rated.length,
    curve,
    area: areaUnder(curve),
    auroc: auroc(rated),
    calibrationError: calibrationError(rated),
  };
}

function rightOf(given: readonly boolean[]): Right {
  return { asked: given.length, right: count(given, (right) => right) };
}

function count<T>(all: readonly T[], is: (each: T) => boolean): number {
  return all.filter(is).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
