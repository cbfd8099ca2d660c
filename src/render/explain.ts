// Explanation -> terminal and JSON: what in the question met what, how much each gave, and what decided.
import { ordinaryOf, type Answer } from '../answer.ts';
import type { Evidence, ExplainedHit, Explanation } from '../answer/explain.ts';
import { sectionKey } from '../law/citation.ts';
import { mayAnswer } from '../search/confidence.ts';
import type { Found } from '../search/search.ts';
import { sayWhy } from './words.ts';

/** Lines for one who wants to know why the answer came. */
export function explanationText(explanation: Explanation, answer: Answer): string {
  const { hits, repaired, confidence } = explanation;
  return [
    sayWhy.title,
    ...(hits.length === 0 ? [sayWhy.nothing] : hits.map(hitText)),
    ...(repaired.length === 0 ? [] : [`${repaired.map(({ said, read }) => sayWhy.repaired(said, read)).join(', ')}.`]),
    sayWhy.sure(percent(confidence.right), percent(confidence.inside)),
    decision(explanation, answer),
  ].join('\n\n');
}

/** Shares and chances are 0 to 1. A hit is an entry's id or a section, such as `OSL 26:1`. */
export interface ExplanationJson {
  readonly hits: readonly {
    readonly id?: string;
    readonly lagrum?: string;
    readonly score: number;
    readonly evidence: readonly Evidence[];
  }[];
  readonly repaired: Explanation['repaired'];
  readonly confidence: Explanation['confidence'];
  readonly decided: string;
}

export function explanationJson(explanation: Explanation, answer: Answer): ExplanationJson {
  const { hits, repaired, confidence } = explanation;
  return {
    hits: hits.map(({ found, score, evidence }) => ({
      ...(found.kind === 'entry' ? { id: found.entry.id } : { lagrum: sectionKey(found.provision.citation) }),
      score: round(score),
      evidence: mostFirst(evidence).map((each) => ({ ...each, gave: round(each.gave) })),
    })),
    repaired,
    confidence: { right: round(confidence.right), inside: round(confidence.inside) },
    decided: decision(explanation, answer),
  };
}

/** The share of the hit's score below which evidence is told together with the rest. */
const SMALL = 0.05;
const MOST_TOLD = 8;

function hitText({ found, score, evidence }: ExplainedHit, index: number): string {
  const sorted = mostFirst(evidence);
  const told = sorted.filter(({ gave }) => gave >= score * SMALL).slice(0, MOST_TOLD);
  const rest = sorted.filter((each) => !told.includes(each)).reduce((sum, { gave }) => sum + gave, 0);
  const width = Math.max(0, ...told.map(({ said }) => said.length));
  return [
    `${index + 1}. ${nameOf(found)}: ${percent(score)}`,
    ...told.map((each) => `${share(each.gave)}  ${each.said.padEnd(width)}  ${sayWhy.met[each.kind](each.matched)}`),
    ...(percent(rest) === percent(0) ? [] : [`${share(rest)}  ${sayWhy.rest}`]),
  ].join('\n');
}

function nameOf(found: Found): string {
  return found.kind === 'entry'
    ? `${found.entry.question} (${found.entry.id})`
    : `${found.provision.heading} (${sectionKey(found.provision.citation)})`;
}

function decision({ confidence }: Explanation, given: Answer): string {
  const { decided } = sayWhy;
  const answer = ordinaryOf(given);
  switch (answer.outcome) {
    case 'answer':
    case 'verdict':
    case 'lagrum':
      return decided[answer.outcome];
    case 'clarify':
      if (answer.choices.some(({ kind }) => kind === 'direction')) return decided.direction;
      return mayAnswer(confidence) ? decided.tooClose : decided.unsure;
    case 'decline':
      return answer.reason.why === 'outside' ? decided.outside : decided.refused;
  }
}

function mostFirst(evidence: readonly Evidence[]): Evidence[] {
  return evidence.toSorted((a, b) => b.gave - a.gave);
}

function share(gave: number): string {
  return percent(gave).padStart(8);
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}

function round(part: number): number {
  return Math.round(part * 1000) / 1000;
}
