// All situations at once come to what each of them comes to by itself, whatever is known and in whatever order it was said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { supportOf, type Diagram } from '../../src/rules/diagram.ts';
import { explore, outcomesOf, verdictOf, type Settled } from '../../src/rules/explore.ts';
import { known, suppose } from '../../src/rules/facts.ts';
import type { Facts, Outcome, RuleSet } from '../../src/rules/rule.ts';
import {
  agrees,
  all,
  bars,
  concept,
  facts,
  isSettledBy,
  lifts,
  outcomeIn,
  outcomesIn,
  requires,
  ruleSet,
  ruleSets,
  situations,
  statements,
  verdictIn,
  type Situation,
} from './support.ts';

const RUNS = { seed: 26, numRuns: 300 };

/** The outcome that the diagram leads to, followed from the top. */
function follow(diagram: Diagram<Settled>, situation: Situation): Settled | undefined {
  if (diagram.kind === 'leaf') return diagram.value;
  const next = diagram.next[diagram.concept.values.indexOf(situation[diagram.concept.id]!)];
  return next && follow(next, situation);
}

function left({ concepts }: RuleSet, given: Facts): Situation[] {
  return situations(concepts).filter((situation) => agrees(situation, given));
}

describe('by chance', () => {
  it('comes to the same as every situation by itself', () => {
    fc.assert(
      fc.property(ruleSets(), (rules) => {
        const { outcome } = explore(rules, new Map());
        for (const situation of situations(rules.concepts)) {
          expect(follow(outcome, situation)).toBe(outcomeIn(rules, situation));
        }
      }),
      RUNS,
    );
  });

  it('leaves exactly the outcomes of the situations that the facts leave', () => {
    fc.assert(
      fc.property(ruleSets(), statements, (rules, stated) => {
        const { facts } = known(rules.concepts, stated);
        const { outcome } = explore(rules, facts);
        const possible = left(rules, facts);
        expect(outcomesOf(outcome)).toEqual(outcomesIn(rules, possible));
        expect(verdictOf(outcomesOf(outcome))).toBe(verdictIn(rules, possible));
        for (const situation of possible) expect(follow(outcome, situation)).toBe(outcomeIn(rules, situation));
      }),
      RUNS,
    );
  });

  it('branches on nothing that cannot matter, where values give nothing of each other', () => {
    fc.assert(
      fc.property(ruleSets({ plain: true }), statements, (rules, stated) => {
        const { facts } = known(rules.concepts, stated);
        const possible = left(rules, facts);
        const support = supportOf(explore(rules, facts).outcome);
        const needed = rules.concepts
          .map(({ id }) => id)
          .filter((id) => !isSettledBy(rules, possible, allBut(rules, id)));
        expect([...support].sort()).toEqual(needed);
      }),
      RUNS,
    );
  });

  it('comes to what the concepts of the diagram say, whatever the others are', () => {
    fc.assert(
      fc.property(ruleSets(), statements, (rules, stated) => {
        const { facts } = known(rules.concepts, stated);
        const support = supportOf(explore(rules, facts).outcome);
        expect(isSettledBy(rules, left(rules, facts), [...support])).toBe(true);
      }),
      RUNS,
    );
  });

  it('only ever loses outcomes by one more fact, and keeps the only one', () => {
    fc.assert(
      fc.property(ruleSets(), statements, fc.constantFrom('1', '2', 'group'), (rules, stated, name) => {
        const { facts } = known(rules.concepts, stated);
        const before = outcomesOf(explore(rules, facts).outcome);
        for (const each of rules.concepts) {
          const more = suppose(rules.concepts, facts, each, name);
          if (more === undefined) continue;
          const after = outcomesOf(explore(rules, more).outcome);
          for (const outcome of after) expect(before).toContain(outcome);
          if (before.size === 1) expect(after).toEqual(before);
        }
      }),
      RUNS,
    );
  });

  it('is never surer without a fact than with it', () => {
    fc.assert(
      fc.property(ruleSets(), statements, (rules, stated) => {
        const settled = (some: Readonly<Record<string, string>>) => {
          const { facts, refused } = known(rules.concepts, some);
          const outcomes = outcomesOf(explore(rules, facts).outcome);
          return refused.length === 0 && outcomes.size === 1 ? [...outcomes][0] : undefined;
        };
        if (known(rules.concepts, stated).refused.length > 0) return;
        for (const id of Object.keys(stated)) {
          const without = settled(Object.fromEntries(Object.entries(stated).filter(([other]) => other !== id)));
          if (without !== undefined) expect(settled(stated)).toBe(without);
        }
      }),
      RUNS,
    );
  });
});

function allBut({ concepts }: RuleSet, id: string): string[] {
  return concepts.map((each) => each.id).filter((other) => other !== id);
}

describe('an exploration', () => {
  const consent = concept('consent', ['yes', 'no']);
  const need = concept('need', ['yes', 'no']);
  const place = concept('place', ['school', 'elsewhere', 'unheard of']);
  const rules = ruleSet(
    [consent, need, place],
    [
      bars('secrecy', 'secrecy'),
      lifts('consent', 'individual', all({ consent: ['yes'] })),
      requires('duty', all({ need: ['yes'] })),
    ],
    [
      { when: all({ place: ['school', 'elsewhere'] }), covered: true },
      { when: all({ place: ['elsewhere'] }), covered: false },
    ],
  );
  const outcomes = (given: Readonly<Record<string, readonly string[]>>) =>
    [...outcomesOf(explore(rules, facts(given)).outcome)].sort();

  it('is outside first of all, then required, then barred, then permitted', () => {
    expect(outcomes({})).toEqual(['barred', 'outside', 'permitted', 'required']);
    expect(outcomes({ place: ['school'], need: ['yes'] })).toEqual(['required']);
    expect(outcomes({ place: ['school'], need: ['no'], consent: ['no'] })).toEqual(['barred']);
    expect(outcomes({ place: ['school'], need: ['no'], consent: ['yes'] })).toEqual(['permitted']);
  });

  it('is outside where coverage is denied, and where nothing was said of it', () => {
    expect(outcomes({ place: ['elsewhere'], need: ['yes'] })).toEqual(['outside']);
    expect(outcomes({ place: ['unheard of'], consent: ['yes'] })).toEqual(['outside']);
  });

  it('keeps of each concept the values that the facts leave', () => {
    const { outcome } = explore(rules, facts({ place: ['unheard of', 'school'], need: ['no'], consent: ['yes'] }));
    expect(outcome).toMatchObject({ kind: 'branch', concept: { id: 'place', values: ['school', 'unheard of'] } });
  });

  it('tells what the rules do for themselves', () => {
    const [bar, , duty] = rules.rules;
    const { judged, diagrams } = explore(rules, new Map());
    expect(judged.holds.get(bar!)).toBe(diagrams.always);
    expect(judged.stands.get(duty!)).toBe(diagrams.is('need', new Set(['yes'])));
    expect(judged.required).toBe(judged.stands.get(duty!));
  });
});

describe('a verdict', () => {
  it.each<[string, readonly Outcome[]]>([
    ['required', ['required']],
    ['barred', ['barred']],
    ['permitted', ['permitted']],
    ['outside', ['outside']],
    ['permitted', ['permitted', 'required']],
    ['depends', ['permitted', 'barred']],
    ['depends', ['required', 'barred']],
    ['depends', ['required', 'outside']],
    ['depends', ['outside', 'permitted']],
    ['depends', ['outside', 'barred']],
    ['depends', ['required', 'barred', 'permitted', 'outside']],
  ])('is %s where it can be %j', (verdict, outcomes) => {
    expect(verdictOf(new Set(outcomes))).toBe(verdict);
  });
});
