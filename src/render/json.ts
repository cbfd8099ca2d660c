// Answer -> one JSON object, for programs. The shape is a contract: a field is added, never renamed.
import { citationsOf, type Answer } from '../answer.ts';
import { sectionKey } from '../law/citation.ts';
import type { PersonalData } from '../question/guard.ts';

/** One answer for programs. Offsets count UTF-16 units of the question as given; scores and confidence are 0 to 1; `ms` is milliseconds. */
export interface AnswerJson {
  readonly question: string;
  readonly outcome: Answer['outcome'];
  readonly entries: readonly { readonly id: string; readonly score: number }[];
  /** Sections, each once, in the form `OSL 26:1`. */
  readonly citations: readonly string[];
  /** What was understood of the parties and circumstances. Empty: no rule engine reads them in this version. */
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
    facts: {},
    verdict: null,
    chain: [],
    open: [],
    presumed: [],
    personalData: answer.personalData,
    confidence: Math.round(answer.confidence * 100) / 100,
    date: answer.date,
    ms: Math.round(ms * 10) / 10,
  };
}
