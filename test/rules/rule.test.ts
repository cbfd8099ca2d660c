import { describe, expect, it } from 'vitest';
import { inForce, UNKNOWN } from '../../src/rules/rule.ts';
import { bars, concept, ids, ruleSet } from './support.ts';

const dates = (validFrom?: string, validTo?: string) => ({
  ...(validFrom && { validFrom }),
  ...(validTo && { validTo }),
});

const rules = ruleSet(
  [concept('consent', ['yes', 'no'])],
  [
    bars('always', 'secrecy'),
    bars('new', 'secrecy', undefined, dates('2026-07-01')),
    bars('old', 'secrecy', undefined, dates(undefined, '2026-06-30')),
    bars('short', 'secrecy', undefined, dates('2026-06-30', '2026-07-01')),
  ],
);

it('writes «?» for what the person does not know', () => {
  expect(UNKNOWN).toBe('?');
});

describe('the rules in force', () => {
  it.each([
    ['2026-06-29', ['always', 'old']],
    ['2026-06-30', ['always', 'old', 'short']],
    ['2026-07-01', ['always', 'new', 'short']],
    ['2026-07-02', ['always', 'new']],
    ['0001-01-01', ['always', 'old']],
    ['9999-12-31', ['always', 'new']],
  ])('on %s, first and last days included', (day, expected) => {
    expect(ids(inForce(rules, day).rules)).toEqual(expected);
  });

  it('keep the concepts and the coverage', () => {
    const { concepts, coverage } = inForce(rules, '2026-07-01');
    expect({ concepts, coverage }).toEqual({ concepts: rules.concepts, coverage: rules.coverage });
  });
});
