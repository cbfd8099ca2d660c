// The knowledge that tests ask: the real folder, read once.
import { join } from 'node:path';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { printProblems } from '../../src/knowledge/problem.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { prepare } from '../../src/search/search.ts';

/** A day on which today's wordings apply. */
export const DAY = '2026-11-22';

const FOLDER = join(import.meta.dirname, '../../knowledge');

export async function realKnowledge(): Promise<Knowledge> {
  const { knowledge, problems } = await readKnowledge(FOLDER);
  if (knowledge === undefined) throw new Error(printProblems(problems));
  return knowledge;
}

/** As {@link realKnowledge}, with its index made, as it is where a bot has started: the first question is answered at once. */
export async function readyKnowledge(): Promise<Knowledge> {
  const knowledge = await realKnowledge();
  prepare(knowledge, DAY);
  return knowledge;
}
