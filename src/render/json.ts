// Answer -> one JSON object, for programs. The shape is a contract: a field is added, never renamed.
import { citationsOf, type Answer, type VerdictAnswer } from '../answer.ts';
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
  readonly personalData: readonly PersonalData[];
  readonly confidence: number;
  readonly date: string;
  readonly ms: number;
}

export function toJson(answer: Answer, ms: number): AnswerJson {
  return {
    question: answer.question,
    outcome: answer.outcome,
    entries: answer.entries,
    citations: [...new Set(citationsOf(answer).map(sectionKey))],
    ...(answer.outcome === 'verdict' ? reasoned(answer) : UNREASONED),
    personalData: answer.personalData,
    confidence: Math.round(answer.confidence * 100) / 100,
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

const EFFECTS = { bars: 'hindrar', lifts: 'bryter', requires: 'kräver' } as const;
const STATES = { true: 'ja', false: 'nej', open: 'öppet' } as const;
