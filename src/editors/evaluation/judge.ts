// One answer held against what was expected of it.
import { citationsOf, ordinaryOf, type Answer } from '../../answer.ts';
import { sectionKey } from '../../law/citation.ts';
import { entryById, type Knowledge } from '../../knowledge/knowledge.ts';
import { RECIPIENT, SENDER } from '../../knowledge/rulebook.ts';
import { toJson } from '../../render/json.ts';
import type { Expected, Line } from './lines.ts';
import type { Rated } from './metrics.ts';

/** What became of a question that an entry answers; exactly one of these. */
export const FATES = [
  'alone',
  'offered',
  'verdict',
  'linked',
  'wrongAlone',
  'wrongVerdict',
  'wrongOffer',
  'provision',
  'declined',
] as const;
export type Fate = (typeof FATES)[number];

/** What became of a question that lies outside the knowledge. */
export type OutsideFate = 'declined' | 'askedBack' | 'answered';

/** An answer against what was expected; what was not expected is absent. */
export interface Judged {
  readonly line: Line;
  /** Where entries are expected: the place of the first right one among the ranked, from 1, and what met the person. */
  readonly found?: { readonly rank?: number; readonly fate: Fate };
  readonly outside?: OutsideFate;
  readonly outcomeIsRight?: boolean;
  readonly cited?: { readonly any: boolean; readonly all: boolean };
  readonly facts?: JudgedFacts;
  readonly verdictIsRight?: boolean;
  /** The answer's sureness, and whether the first entry is right: where that is known. */
  readonly rated?: Rated;
  /** What came first of the entries, and in what form the answer came. */
  readonly came: { readonly entry?: string; readonly outcome: Answer['outcome'] };
}

export interface JudgedFacts {
  readonly right: number;
  readonly missing: number;
  readonly wrong: number;
  /** The sender was taken for the recipient, and the other way round: the worst fault. */
  readonly swapped: boolean;
}

export function judge(line: Line, given: Answer, knowledge: Knowledge): Judged {
  const { entries, outcome, citations, facts, verdict } = line.expect;
  const read = toJson(given, 0);
  const [first] = given.entries;
  const isOutside = outcome === 'decline';
  return {
    line,
    came: { ...(first === undefined ? {} : { entry: first.id }), outcome: given.outcome },
    ...(entries === undefined ? {} : { found: found(entries, line.expect, given, knowledge) }),
    ...(isOutside ? { outside: outsideFate(given) } : {}),
    ...(outcome === undefined || isOutside ? {} : { outcomeIsRight: given.outcome === outcome }),
    ...(citations === undefined ? {} : { cited: citedOf(citations, given) }),
    ...(facts === undefined ? {} : { facts: factsOf(facts, read.facts) }),
    ...(verdict === undefined ? {} : { verdictIsRight: read.verdict === verdict }),
    ...(entries === undefined && !isOutside
      ? {}
      : { rated: { confidence: given.confidence, right: entries?.includes(first?.id ?? '') ?? false } }),
  };
}

function found(
  entries: readonly string[],
  expected: Expected,
  given: Answer,
  knowledge: Knowledge,
): NonNullable<Judged['found']> {
  const at = given.entries.findIndex(({ id }) => entries.includes(id));
  return { ...(at === -1 ? {} : { rank: at + 1 }), fate: fateOf(entries, expected, given, knowledge) };
}

function fateOf(entries: readonly string[], expected: Expected, answered: Answer, knowledge: Knowledge): Fate {
  // What stands below an urgent answer is what the question got.
  const given = ordinaryOf(answered);
  const isRight = (entry: { readonly id: string } | undefined) => entry !== undefined && entries.includes(entry.id);
  switch (given.outcome) {
    case 'answer':
      return isRight(given.entry) ? 'alone' : 'wrongAlone';
    case 'clarify':
      return given.choices.some((choice) => choice.kind === 'entry' && isRight(choice.entry))
        ? 'offered'
        : 'wrongOffer';
    case 'verdict':
      if (isRight(given.explained) || isSituation(entries, expected, given, knowledge)) return 'verdict';
      if (given.related.some(isRight)) return 'linked';
      if (saysItIsOutside(given)) return 'declined';
      return given.explained === undefined ? 'wrongVerdict' : 'wrongAlone';
    case 'lagrum':
      return given.related.some(isRight) ? 'linked' : 'provision';
    case 'decline':
      return 'declined';
  }
}

/** Whether the verdict is on the situation that was meant: the one expected, or one that a right entry is written for. */
function isSituation(
  entries: readonly string[],
  { facts, verdict }: Expected,
  given: Extract<Answer, { readonly outcome: 'verdict' }>,
  knowledge: Knowledge,
): boolean {
  const read = toJson(given, 0);
  if (facts !== undefined || typeof verdict === 'string') {
    const factsHold = Object.entries(facts ?? {}).every(([concept, value]) => read.facts[concept] === value);
    return factsHold && (typeof verdict !== 'string' || read.verdict === verdict);
  }
  return entries.some((id) => {
    const situation = entryById(knowledge, id)?.situation;
    if (situation?.verdict !== given.reasoning.verdict) return false;
    return Object.entries(situation.stated).every(([concept, value]) => given.stated[concept] === value);
  });
}

/** A situation that the rules are not written for is met with that they are not. */
function saysItIsOutside(given: Answer): boolean {
  return given.outcome === 'decline' || (given.outcome === 'verdict' && given.reasoning.verdict === 'outside');
}

function outsideFate(answered: Answer): OutsideFate {
  const given = ordinaryOf(answered);
  if (saysItIsOutside(given)) return 'declined';
  return given.outcome === 'clarify' ? 'askedBack' : 'answered';
}

function citedOf(expected: readonly string[], given: Answer): NonNullable<Judged['cited']> {
  const cited = new Set(citationsOf(given).map(sectionKey));
  return { any: expected.some((key) => cited.has(key)), all: expected.every((key) => cited.has(key)) };
}

function factsOf(expected: Readonly<Record<string, string>>, read: Readonly<Record<string, string>>): JudgedFacts {
  const pairs = Object.entries(expected);
  const right = pairs.filter(([concept, value]) => read[concept] === value).length;
  const missing = pairs.filter(([concept]) => read[concept] === undefined).length;
  const [sender, recipient] = [expected[SENDER], expected[RECIPIENT]];
  return {
    right,
    missing,
    wrong: pairs.length - right - missing,
    swapped: sender !== undefined && sender !== recipient && read[RECIPIENT] === sender && read[SENDER] === recipient,
  };
}
