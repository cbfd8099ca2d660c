// Answer -> one JSON object, for programs. The shape is a contract: a field is added, never renamed.
import {
  citationsOf,
  ordinaryOf,
  type Answer,
  type OrdinaryAnswer,
  type UrgentAnswer,
  type VerdictAnswer,
} from '../answer.ts';
import { UNKNOWN_WORD, VERDICT_WORDS } from '../knowledge/rule-schema.ts';
import { UNKNOWN } from '../rules/rule.ts';
import { ruleKey } from './verdict.ts';
import { sectionKey } from '../law/citation.ts';
import type { PersonalData } from '../question/guard.ts';

/** One answer for programs. Offsets count UTF-16 units of the question as given; scores and confidence are 0 to 1; `ms` is milliseconds. */
export interface AnswerJson {
  readonly question: string;
  readonly outcome: Answer['outcome'];
  readonly entries: readonly { readonly id: string; readonly score: number }[];
  /** Sections, each once, in the form `OSL 26:1`. */
  readonly citations: readonly string[];
  /** What was understood of the parties and circumstances, in the rules' own names. */
  readonly facts: Readonly<Record<string, string>>;
  readonly verdict: string | null;
  readonly chain: readonly { readonly lagrum: string; readonly effect: string; readonly state: string }[];
  readonly open: readonly string[];
  readonly presumed: readonly string[];
  /** Of an urgent answer: what danger was seen, in which words, and whom to ring. The other fields are of the answer below it. */
  readonly urgent?: {
    readonly dangers: readonly { readonly läge: string; readonly words: string }[];
    readonly calls: readonly { readonly vem: string; readonly nummer?: string; readonly när: string }[];
    readonly then: OrdinaryAnswer['outcome'];
  };
  readonly personalData: readonly PersonalData[];
  readonly confidence: number;
  /** The language that the question was asked in. */
  readonly language: Answer['language'];
  readonly date: string;
  readonly ms: number;
}

export function toJson(answer: Answer, ms: number): AnswerJson {
  const ordinary = ordinaryOf(answer);
  return {
    question: answer.question,
    outcome: answer.outcome,
    entries: answer.entries,
    citations: [...new Set(citationsOf(answer).map(sectionKey))],
    ...(ordinary.outcome === 'verdict' ? reasoned(ordinary) : UNREASONED),
    ...(answer.outcome === 'urgent' ? { urgent: alarmed(answer) } : {}),
    personalData: answer.personalData,
    confidence: Math.round(answer.confidence * 100) / 100,
    language: answer.language,
    date: answer.date,
    ms: Math.round(ms * 10) / 10,
  };
}

const UNREASONED = { facts: {}, verdict: null, chain: [], open: [], presumed: [] };

function reasoned({ stated, rulebook, reasoning }: VerdictAnswer): Pick<AnswerJson, keyof typeof UNREASONED> {
  return {
    facts: Object.fromEntries(
      Object.entries(stated).map(([concept, value]) => [concept, value === UNKNOWN ? UNKNOWN_WORD : value]),
    ),
    verdict: VERDICT_WORDS[reasoning.verdict],
    chain: reasoning.chain.map(({ rule, stands }) => ({
      lagrum: ruleKey(rulebook, rule),
      effect: EFFECTS[rule.effect.verb],
      state: STATES[stands],
    })),
    open: reasoning.open,
    presumed: reasoning.presumed.map(({ concept }) => concept),
  };
}

function alarmed({ dangers, calls, then }: UrgentAnswer): NonNullable<AnswerJson['urgent']> {
  return {
    dangers: dangers.map(({ situation, words }) => ({ läge: situation.name, words })),
    calls: calls.map(({ who, number, when }) => ({
      vem: who,
      ...(number === undefined ? {} : { nummer: number }),
      när: when,
    })),
    then: then.outcome,
  };
}

const EFFECTS = { bars: 'hindrar', lifts: 'bryter', requires: 'kräver' } as const;
const STATES = { true: 'ja', false: 'nej', open: 'öppet' } as const;
