// Follow-ups in threads, 200 of them by two writers who had seen neither the code nor each other's: what the new words change is
// measured, and must not get worse. The first set was looked at while the reading was made; the second only afterwards.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answer, ordinaryOf } from '../../src/answer.ts';
import { answerFollowUp, type Earlier } from '../../src/answer/followup.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';

const line = z.strictObject({
  set: z.union([z.literal(1), z.literal(2)]),
  first: z.string(),
  then: z.string(),
  /** The facts that the second message changes; `new` for a question of its own, `unclear` for what no fact can hold. */
  expect: z.union([z.literal('new'), z.literal('unclear'), z.record(z.string(), z.string())]),
});

const knowledge = await realKnowledge();
const dialogues = readFileSync(join(import.meta.dirname, 'followups.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((text) => line.parse(JSON.parse(text)))
  .map((dialogue) => ({ ...dialogue, ...read(dialogue) }));

describe.each([
  { set: 1, right: 0.76, seen: 0.84 },
  { set: 2, right: 0.66, seen: 0.8 },
] as const)('of the dialogues of set $set', ({ set, right, seen }) => {
  const own = dialogues.filter((each) => each.set === set);
  const going = own.filter((each) => typeof each.expect !== 'string');
  const share = (holds: (each: (typeof own)[number]) => boolean, of = going) => of.filter(holds).length / of.length;

  it('most that go on are seen to, with all that they change', () => {
    console.info(
      `Set ${set}: ${going.length} that go on, seen ${percent(share(({ kept }) => kept))}, all right ${percent(share(isRight))}.`,
    );
    expect(share(({ kept }) => kept)).toBeGreaterThanOrEqual(seen);
    expect(share(isRight)).toBeGreaterThanOrEqual(right);
  });

  it('no question of its own is taken for one that goes on', () => {
    const taken = own.filter((each) => each.expect === 'new' && each.kept);
    expect(taken.map(({ then }) => then)).toEqual([]);
  });

  it('no consent is taken for given that somebody withholds', () => {
    const given = going.filter(
      ({ expect: wanted, stated }) =>
        typeof wanted !== 'string' &&
        wanted.samtycke !== undefined &&
        wanted.samtycke !== 'ja' &&
        stated.samtycke === 'ja',
    );
    expect(given.map(({ then }) => then)).toEqual([]);
  });
});

type Dialogue = z.output<typeof line>;

function read({ first, then }: Dialogue) {
  const given = answerFollowUp(then, earlierOf(first), knowledge, DAY);
  return {
    kept: given.follows?.kind === 'kept',
    stated: given.outcome === 'verdict' ? given.stated : {},
  };
}

function earlierOf(first: string): Earlier | undefined {
  const given = ordinaryOf(answer(first, knowledge, DAY));
  if (given.outcome === 'verdict') return { kind: 'situation', stated: given.stated };
  return given.outcome === 'answer' ? { kind: 'entry', entry: given.entry } : undefined;
}

function isRight({
  expect: wanted,
  stated,
}: Dialogue & { readonly stated: Readonly<Record<string, string>> }): boolean {
  return typeof wanted !== 'string' && Object.entries(wanted).every(([concept, value]) => stated[concept] === value);
}

function percent(part: number): string {
  return `${(100 * part).toFixed(0)} %`;
}
