// The rules and cases that come with the program: every case holds, and nothing is found wrong with the rules.
import { expect, it } from 'vitest';
import { auditProblems } from '../../src/editors/findings.ts';
import { tryCases } from '../../src/editors/trial.ts';
import { printProblem } from '../../src/knowledge/problem.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';

const knowledge = await realKnowledge();

it('holds every case and every answer with a situation', { timeout: 240_000 }, () => {
  expect(tryCases(knowledge, DAY).map(printProblem)).toEqual([]);
});

it('finds nothing wrong with the rules, and a case for every rule and exception', { timeout: 240_000 }, () => {
  expect(auditProblems(knowledge, DAY).map(printProblem)).toEqual([]);
});
