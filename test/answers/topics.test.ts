// The topics that the knowledge was planned from, each with the entries that answer it: none may lose its answer.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { realKnowledge } from '../support/knowledge.ts';

const { entries } = await realKnowledge();
const topics = readFileSync(join(import.meta.dirname, 'topics.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'));

it('are 165, each with a name of its own', () => {
  expect(topics).toHaveLength(165);
  expect(new Set(topics.map(([id]) => id)).size).toBe(165);
});

it.each(topics)('%s %s is answered', (_, __, answering = '') => {
  const ids = answering.split(', ');
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) expect(entries.map((entry) => entry.id)).toContain(id);
});
