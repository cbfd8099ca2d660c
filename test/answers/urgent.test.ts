// Danger is seen, and is not seen where there is none. The sentences were written before there was anything to recognise them
// by; those of the odd half were only measured, never looked at one by one. Floors stand a little under what was reached.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answer } from '../../src/answer.ts';
import { likeExamples } from '../../src/answer/examples.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';

const knowledge = await realKnowledge();
const situationsIn = (question: string): readonly string[] => {
  const given = answer(question, knowledge, DAY);
  return given.outcome === 'urgent' ? given.dangers.map(({ situation }) => situation.name) : [];
};

interface Line {
  readonly question: string;
  readonly expect: { readonly outcome: 'urgent' | 'calm'; readonly läge?: string };
}

const LINES = lines<Line>('urgent.jsonl');

describe.each([
  ['looked at', 0],
  ['only measured', 1],
] as const)('of the half that was %s', (name, half) => {
  const own = LINES.filter(({ question }) => hash(question) % 2 === half);
  const seen = own.map((line) => ({ line, situations: situationsIn(line.question) }));
  const urgent = seen.filter(({ line }) => line.expect.outcome === 'urgent');
  const calm = seen.filter(({ line }) => line.expect.outcome === 'calm');

  it('sees danger, of the right kind, and cries wolf seldom', () => {
    const found = urgent.filter(({ situations }) => situations.length > 0);
    const right = urgent.filter(({ line, situations }) => situations.includes(line.expect.läge ?? ''));
    const wolf = calm.filter(({ situations }) => situations.length > 0);
    process.stdout.write(
      `The half ${name}: danger seen in ${found.length} of ${urgent.length}, of the right kind in ${right.length}; cried wolf at ${wolf.length} of ${calm.length}.\n`,
    );
    expect(urgent.length).toBeGreaterThanOrEqual(40);
    expect(calm.length).toBeGreaterThanOrEqual(60);
    expect(found.length / urgent.length).toBeGreaterThan(0.9);
    expect(right.length / urgent.length).toBeGreaterThan(0.88);
    expect(wolf.length / calm.length).toBeLessThan(0.03);
  });
});

// Written by someone who had seen neither the wordings nor the examples; most of the dangers in it are told, not named.
it('sees most dangers that others tell of', () => {
  const told = lines<{ readonly question: string; readonly expect: { readonly outcome: string } }>('told.jsonl');
  const seenOf = (outcome: string) => {
    const asked = told.filter((line) => line.expect.outcome === outcome);
    return { seen: asked.filter(({ question }) => situationsIn(question).length > 0).length, of: asked.length };
  };
  const [urgent, calm] = [seenOf('urgent'), seenOf('calm')];
  process.stdout.write(
    `Told by others: danger seen in ${urgent.seen} of ${urgent.of}; cried wolf at ${calm.seen} of ${calm.of}.\n`,
  );
  expect(urgent.seen / urgent.of).toBeGreaterThan(0.7);
  expect(calm.seen / calm.of).toBeLessThan(0.06);
});

it('is calm at the questions of others', () => {
  const asked = ['seeds.jsonl', 'outside.jsonl', '../question/understood.jsonl'].flatMap((file) =>
    lines<{ readonly question: string }>(file),
  );
  const fired = asked.filter(({ question }) => situationsIn(question).length > 0);
  process.stdout.write(`Of ${asked.length} questions of other sets, taken for urgent: ${fired.length}.\n`);
  // The examples see more than the wordings did, and may be wrong of one in fifty.
  expect(fired.length / asked.length).toBeLessThan(0.02);
});

it('sees, by the other examples, most of those that it has not learned from, and leaves the calm ones alone', () => {
  const { urgent } = knowledge;
  if (urgent === undefined) throw new Error('The folder knows of no danger.');
  const isHeld = (_: unknown, i: number) => i % 4 === 0;
  const kept = <T>(all: readonly T[]) => all.filter((one, i) => !isHeld(one, i));
  const situations = urgent.situations.map((each) => ({ ...each, examples: kept(each.examples) }));
  const folder = { ...knowledge, urgent: { ...urgent, situations, calmExamples: kept(urgent.calmExamples) } };
  const isSeen = (text: string) => likeExamples(text, folder).length > 0;
  const told = urgent.situations.flatMap(({ examples }) => examples.filter(isHeld));
  const calm = urgent.calmExamples.filter(isHeld);
  const [seen, wolf] = [told, calm].map((all) => all.filter(isSeen).length / all.length);
  process.stdout.write(
    `Of examples held out, seen: ${seen?.toFixed(2)}; of calm ones, taken for urgent: ${wolf?.toFixed(3)}.\n`,
  );
  expect(seen).toBeGreaterThan(0.68);
  expect(wolf).toBeLessThan(0.03);
});

function lines<T>(file: string): T[] {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

/** FNV-1a of the UTF-8. */
function hash(text: string): number {
  return Buffer.from(text).reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
}
