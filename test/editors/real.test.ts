// The rules and cases that come with the program: every case holds, nothing is found wrong with the rules, and what is not
// known is never taken for known.
import { expect, it } from 'vitest';
import { auditProblems } from '../../src/editors/findings.ts';
import { tryCases } from '../../src/editors/trial.ts';
import { printProblem } from '../../src/knowledge/problem.ts';
import { reason } from '../../src/rules/reason.ts';
import { UNKNOWN, type Stated } from '../../src/rules/rule.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';

const knowledge = await realKnowledge();

it('holds every case and every answer with a situation', { timeout: 240_000 }, () => {
  expect(tryCases(knowledge, DAY).map(printProblem)).toEqual([]);
});

it('finds nothing wrong with the rules, and a case for every rule and exception', { timeout: 240_000 }, () => {
  expect(auditProblems(knowledge, DAY).map(printProblem)).toEqual([]);
});

/** A few values stand for the many of a wide concept. */
const MOST_VALUES = 6;

it('never says more when a fact is unknown than every answer to it would bear out', { timeout: 240_000 }, () => {
  const { ruleSet, cases } = knowledge.rulebook!;
  let tried = 0;
  for (const { id, stated, day } of cases.filter((_, i) => i % 8 === 0)) {
    const verdictOf = (facts: Stated) => reason(ruleSet, day ?? DAY, facts);
    for (const concept of ruleSet.concepts.filter((each) => stated[each.id] !== undefined)) {
      const { verdict } = verdictOf({ ...stated, [concept.id]: UNKNOWN });
      if (verdict === 'depends') continue;
      const answers = concept.values
        .slice(0, MOST_VALUES)
        .map((value) => verdictOf({ ...stated, [concept.id]: value }))
        .filter(({ refused }) => refused.length === 0)
        .map((given) => given.verdict);
      tried += answers.length;
      const borneOut = verdict === 'permitted' ? ['permitted', 'required'] : [verdict];
      expect(
        answers.filter((answer) => !borneOut.includes(answer)),
        `${id}: ${concept.id}`,
      ).toEqual([]);
    }
  }
  expect(tried).toBeGreaterThan(100);
});
