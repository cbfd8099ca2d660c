// How well questions are understood that were written by someone who had not seen the words nor the grammar. What is asked is
// what was measured, less a margin; but for swaps, of which there may be none.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { understand } from '../../src/question/understand.ts';
import { realKnowledge } from '../support/knowledge.ts';

interface Line {
  readonly question: string;
  readonly facts?: Readonly<Record<string, string>>;
  readonly directions?: readonly (readonly string[])[];
}

const { vocabulary, rulebook } = await realKnowledge();
const parties = rulebook?.ruleSet.concepts[0];
const lines = readFileSync(join(import.meta.dirname, 'understood.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);

describe('questions written blind', () => {
  const asked = lines.map((line) => {
    const { facts, directions } = understand(line.question, vocabulary!);
    return { line, directions, facts: Object.fromEntries(facts.map(({ concept, value }) => [concept, value])) };
  });
  const both = asked.filter(({ line }) => line.facts?.avsändare !== undefined && line.facts.mottagare !== undefined);
  const found = both.filter(({ facts }) => facts.avsändare !== undefined && facts.mottagare !== undefined);

  it('never swap the parties', () => {
    const swapped = found.filter(
      ({ line, facts }) =>
        overlap(facts.avsändare, line.facts?.mottagare) &&
        overlap(facts.mottagare, line.facts?.avsändare) &&
        !overlap(line.facts?.avsändare, line.facts?.mottagare),
    );
    expect(swapped.map(({ line }) => line.question)).toEqual([]);
  });

  it('are mostly understood, and seldom wrongly', () => {
    const right = found.filter(
      ({ line, facts }) => facts.avsändare === line.facts?.avsändare && facts.mottagare === line.facts?.mottagare,
    );
    const others = asked.flatMap(({ line, facts }) =>
      Object.entries(line.facts ?? {})
        .filter(([concept]) => concept !== 'avsändare' && concept !== 'mottagare')
        .map(([concept, value]) => ({ is: facts[concept], due: value })),
    );
    const wrong = others.filter(({ is, due }) => is !== undefined && is !== due);
    const open = asked.filter(({ line }) => line.directions !== undefined);
    const askedBack = open.filter(({ directions }) => directions.length === 2);
    process.stdout.write(
      `Of ${both.length} with two parties: both right ${right.length}, one missing ${both.length - found.length}, ` +
        `one wrong ${found.length - right.length}. Of ${others.length} other facts: right ` +
        `${others.filter(({ is, due }) => is === due).length}, wrong ${wrong.length}. ` +
        `Of ${open.length} with no clear direction: asked back ${askedBack.length}.\n`,
    );
    expect(right.length / both.length).toBeGreaterThan(0.8);
    expect((found.length - right.length) / both.length).toBeLessThan(0.04);
    expect(wrong.length / others.length).toBeLessThan(0.04);
    expect(askedBack.length / open.length).toBeGreaterThan(0.6);
  });

  it('find no two parties where nobody tells anybody', () => {
    const nobody = asked.filter(({ line }) => line.facts !== undefined && Object.keys(line.facts).length === 0);
    expect(nobody.length).toBeGreaterThan(20);
    const given = nobody.filter(({ facts }) => facts.avsändare !== undefined && facts.mottagare !== undefined);
    expect(given.map(({ line }) => line.question)).toEqual([]);
  });
});

/** Whether two party names have any party in common. */
function overlap(a: string | undefined, b: string | undefined): boolean {
  const of = (name = '') => [...(parties?.groups.get(name)?.values ?? [name])];
  return of(a).some((party) => of(b).includes(party));
}
