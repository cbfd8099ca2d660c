// What differs between two rule sets, held against every situation one by one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathsOf } from '../../src/rules/diagram.ts';
import { difference, isShift } from '../../src/rules/difference.ts';
import type { Concept, RuleSet } from '../../src/rules/rule.ts';
import {
  all,
  bars,
  concept,
  facts,
  isWhere,
  lifts,
  outcomeIn,
  requires,
  ruleSet,
  ruleSets,
  situations,
} from './support.ts';

const RUNS = { seed: 26, numRuns: 150 };

/** Each kind of situation that shifts, with what it shifts from and to. */
function shiftsBetween(before: RuleSet, after: RuleSet, first: readonly string[] = []) {
  return [...pathsOf(difference(before, after, first).diagram, isShift)].flatMap(({ where, value }) =>
    isShift(value) ? [{ where, ...value }] : [],
  );
}

describe('the difference, by chance', () => {
  it('name every situation that changes and no other, none twice', () => {
    const pairs = fc.tuple(ruleSets(), ruleSets()).map(([before, after]): [RuleSet, RuleSet] => {
      const concepts = before.concepts.length < after.concepts.length ? after.concepts : before.concepts;
      return [
        { ...before, concepts },
        { ...after, concepts },
      ];
    });
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const named = [...shiftsBetween(before, after)];
        const all = situations(after.concepts);
        for (const each of all) {
          const shifts = named.filter(({ where }) => isWhere(where)(each));
          const [was, is] = [outcomeIn(before, each), outcomeIn(after, each)];
          expect(shifts.map((shift) => [shift.before, shift.after])).toEqual(was === is ? [] : [[was, is]]);
        }
        for (const { where } of named) expect(all.some(isWhere(where))).toBe(true);
        expect([...shiftsBetween(before, before)]).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('the difference', () => {
  const consent = concept('consent', ['yes', 'no']);
  const secrecy = bars('secrecy', 'secrecy');
  const lift = (...values: readonly string[]) => lifts('lift', 'secrecy', all({ consent: values }));
  const told = (before: RuleSet, after: RuleSet) =>
    [...shiftsBetween(before, after)].map(
      ({ where, before: was, after: is }) =>
        `${[...where].map(([id, values]) => `${id}=${values.join('/')}`).join(' ')}: ${was} -> ${is}`,
    );

  it('say where, from what and to what', () => {
    const before = ruleSet([consent], [secrecy]);
    expect(told(before, ruleSet([consent], [secrecy, lift('yes')]))).toEqual(['consent=yes: barred -> permitted']);
    expect(told(before, ruleSet([consent], [secrecy, requires('duty', all({ consent: ['no'] }))]))).toEqual([
      'consent=no: barred -> required',
    ]);
    expect(told(before, ruleSet([consent], [], []))).toEqual([': barred -> outside']);
    expect(told(before, ruleSet([consent], [secrecy, bars('more', 'inner')]))).toEqual([]);
  });

  it('know a value that is new, and one that is gone', () => {
    const more = concept('consent', ['yes', 'partly', 'no']);
    const [two, three] = [
      ruleSet([consent], [secrecy, lift('yes')]),
      ruleSet([more], [secrecy, lift('yes', 'partly')]),
    ];
    expect(told(two, three)).toEqual(['consent=partly: barred -> permitted']);
    expect(told(three, two)).toEqual(['consent=partly: permitted -> barred']);
  });

  it('name values that change alike together, and those that change otherwise apart', () => {
    const wide = concept('consent', ['yes', 'partly', 'vaguely', 'no']);
    const before = ruleSet([wide], [secrecy]);
    const after = ruleSet([wide], [secrecy, lift('yes', 'vaguely'), requires('duty', all({ consent: ['no'] }))]);
    expect(told(before, after)).toEqual(['consent=yes/vaguely: barred -> permitted', 'consent=no: barred -> required']);
  });

  it('know a concept that is new, and one that is gone', () => {
    const need = concept('need', ['yes', 'no']);
    const [one, two] = [
      ruleSet([consent], [secrecy, lift('yes')]),
      ruleSet([need, consent], [secrecy, lift('yes'), requires('duty', all({ need: ['yes'] }))]),
    ];
    expect(told(one, two)).toEqual([
      'need=yes consent=yes: permitted -> required',
      'need=yes consent=no: barred -> required',
    ]);
    expect(told(two, one)).toEqual([
      'consent=yes need=yes: required -> permitted',
      'consent=no need=yes: required -> barred',
    ]);
  });

  it('read from the later what a value gives, and from the earlier only of values that are gone', () => {
    const place = (gives: Concept['gives'], ...values: readonly string[]) => concept('place', values, { gives });
    const gives = new Map([
      ['school', facts({ consent: ['no'] })],
      ['gone', facts({ consent: ['no'] })],
    ]);
    const changing = (now: Concept['gives']) =>
      told(
        ruleSet([place(gives, 'school', 'gone'), consent], [secrecy]),
        ruleSet([place(now, 'school'), consent], [secrecy, lift('yes')]),
      );
    expect(changing(new Map())).toEqual(['consent=yes: barred -> permitted']);
    expect(changing(new Map([['school', facts({ consent: ['no'] })]]))).toEqual([]);
    expect(changing(new Map([['school', facts({ consent: ['yes'] })]]))).toEqual(['consent=yes: barred -> permitted']);
  });

  it('name no situation that cannot be, though the rules would differ there', () => {
    const school = concept('place', ['school', 'care'], { gives: new Map([['school', facts({ pupil: ['yes'] })]]) });
    const concepts = [school, concept('pupil', ['yes', 'no'])];
    const barred = bars('pupils', 'secrecy', all({ pupil: ['yes'] }));
    const wider = bars('wider', 'secrecy', all({ place: ['school'] }));
    expect(told(ruleSet(concepts, [barred]), ruleSet(concepts, [barred, wider]))).toEqual([]);
  });

  it('branches first on what is asked for', () => {
    const before = ruleSet([consent, concept('need', ['yes', 'no'])], [secrecy]);
    const after = { ...before, rules: [secrecy, lifts('lift', 'secrecy', all({ consent: ['yes'], need: ['no'] }))] };
    const [shift] = shiftsBetween(before, after, ['need']);
    expect([...(shift?.where.keys() ?? [])]).toEqual(['need', 'consent']);
  });
});
