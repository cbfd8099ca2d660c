// Reasoning from partial facts, held against every situation that is still possible, one by one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known, presume, type Presumed } from '../../src/rules/facts.ts';
import { reason, type Change, type Reasoning } from '../../src/rules/reason.ts';
import { UNKNOWN, type ConceptId, type RuleSet, type Stated, type Value, type Verdict } from '../../src/rules/rule.ts';
import {
  believed,
  holdsIn,
  isSettledBy,
  outcomeIn,
  outcomesIn,
  presumedToo,
  ruleSets,
  standingIn,
  statements,
  verdictIn,
  type Situation,
} from './support.ts';

const DAY = '2026-11-22';
const RUNS = { seed: 26, numRuns: 200 };

interface Case {
  readonly rules: RuleSet;
  readonly stated: Stated;
  readonly found: Reasoning;
  /** The situations possible by what is stated, and of them those in which what is presumed is so. */
  readonly stating: readonly Situation[];
  readonly left: readonly Situation[];
}

/** Runs the test for many rule sets with statements. */
function always(test: (each: Case) => void, sets = ruleSets()): void {
  fc.assert(
    fc.property(sets, statements, (rules, stated) => {
      test({ rules, stated, found: reason(rules, DAY, stated), ...possible(rules, stated) });
    }),
    RUNS,
  );
}

function possible({ concepts }: RuleSet, stated: Stated) {
  const { left: stating } = believed(concepts, stated);
  const { presumed } = presume(concepts, stated, known(concepts, stated).facts);
  return { stating, left: presumedToo(concepts, stating, presumed), presumed };
}

describe('what it comes to', () => {
  it('is what the situations left come to', () => {
    always(({ rules, found, left }) => {
      expect(found.verdict).toBe(verdictIn(rules, left));
      expect(found.settled).toBe(outcomesIn(rules, left).size === 1);
    });
  });

  it('does not depend on the order in which facts are stated', () => {
    always(({ rules, stated, found }) => {
      const turned = Object.fromEntries(Object.entries(stated).reverse());
      const { refused, ...rest } = found;
      expect(reason(rules, DAY, turned)).toEqual({ ...rest, refused: expect.arrayContaining([...refused]) as unknown });
    });
  });
});

describe('what can still change it', () => {
  it('is only what is open', () => {
    always(({ rules, found, left }) => {
      expect(isSettledBy(rules, left, found.open)).toBe(true);
    });
  });

  it('is asked for until nothing that may be known can change it', () => {
    always(({ rules, stated, found, left }) => {
      const unknown = Object.keys(stated).filter((id) => stated[id] === UNKNOWN);
      if (found.next === undefined) expect(isSettledBy(rules, left, unknown)).toBe(true);
      else {
        expect(found.settled).toBe(false);
        expect(unknown).not.toContain(found.next.concept.id);
        expect(found.open).toContain(found.next.concept.id);
      }
    });
  });

  it('is asked for no longer than that, where values give nothing of each other', () => {
    always(
      ({ rules, stated, found, left }) => {
        const unknown = Object.keys(stated).filter((id) => stated[id] === UNKNOWN);
        expect(found.next === undefined).toBe(isSettledBy(rules, left, unknown));
      },
      ruleSets({ plain: true }),
    );
  });

  it('is shown with what each possible answer would come to', () => {
    always(({ rules, found: { next }, left }) => {
      if (next === undefined) return;
      const answers = next.concept.values.map((value) => tried(rules, left, next.concept.id, value));
      expect(next.answers).toEqual(answers.filter((answer) => answer !== undefined));
    });
  });
});

/** What the situations left come to when the concept has the value, if it can. */
function tried(rules: RuleSet, left: readonly Situation[], concept: ConceptId, value: Value): Change | undefined {
  const then = left.filter((situation) => situation[concept] === value);
  return then.length === 0 ? undefined : { concept, value, verdict: verdictIn(rules, then) };
}

describe('what is at rest', () => {
  /** What it comes to when as much of this is so as can be, the first before the others. */
  const comesTo = (rules: RuleSet, stating: readonly Situation[], so: readonly Presumed[]) =>
    verdictIn(
      rules,
      so.reduce((left, each) => {
        const fewer = presumedToo(rules.concepts, left, [each]);
        return fewer.length > 0 ? fewer : left;
      }, stating),
    );

  it('is what it comes to so, and turns by each single thing that would make it otherwise', () => {
    always(({ rules, stated, found }) => {
      const { presumed, stating } = possible(rules, stated);
      const turnable = rules.concepts.filter(({ id, resting }) => found.open.includes(id) && resting !== undefined);
      const so = [...presumed, ...turnable.map(({ id, resting }) => ({ concept: id, value: resting! }))];
      expect(found.atRest).toBe(comesTo(rules, stating, so));
      const turning = turnable
        .flatMap(({ id, values }) => values.map((value) => ({ concept: id, value })))
        .filter(({ concept, value }) => rules.concepts.every(({ id, resting }) => id !== concept || resting !== value))
        .filter((one) => presumedToo(rules.concepts, stating, [one]).length > 0)
        .map((one) => ({
          ...one,
          verdict: comesTo(rules, stating, [one, ...so.filter(({ concept }) => concept !== one.concept)]),
        }))
        .filter(({ verdict }) => verdict !== found.atRest);
      expect(found.turning).toEqual(turning);
    });
  });
});

const BETTER: readonly Verdict[] = ['outside', 'barred', 'depends', 'permitted', 'required'];

describe('ways forward', () => {
  it('are all that a person can bring about that makes it better, tried', () => {
    always(({ rules, stated, found }) => {
      const before = believed(rules.concepts, stated).refused;
      const isGood = (brought: ConceptId, then: Stated) => {
        const refused = believed(rules.concepts, then).refused.filter((id) => !before.includes(id));
        return !refused.includes(brought) && refused.every((id) => isAttainable(rules, id));
      };
      const ways = [...rules.concepts]
        .reverse()
        .flatMap(({ id, attainable }) => [...attainable].map((value) => [id, value] as const))
        .filter(([id, value]) => stated[id] !== value)
        .map(([id, value]) => [id, value, { ...stated, [id]: value }] as const)
        .filter(([id, , then]) => isGood(id, then))
        .map(([concept, value, then]) => ({ concept, value, verdict: verdictIn(rules, possible(rules, then).left) }))
        .filter(({ verdict }) => BETTER.indexOf(verdict) > BETTER.indexOf(found.verdict));
      expect(found.ways).toEqual(ways);
    });
  });
});

function isAttainable({ concepts }: RuleSet, id: ConceptId): boolean {
  return concepts.some((each) => each.id === id && each.attainable.size > 0);
}

describe('what is presumed', () => {
  it('is shown exactly where its being otherwise could by itself change the outcome', () => {
    always(
      ({ rules, stated, found }) => {
        const { presumed, stating } = possible(rules, stated);
        const mattering = presumed.filter((each) => {
          const others = presumedToo(
            rules.concepts,
            stating,
            presumed.filter((other) => other !== each),
          );
          const asPresumed = presumedToo(rules.concepts, others, [each]);
          const isOtherwise = (s: Situation) => !asPresumed.includes(s);
          const flips = others
            .filter(isOtherwise)
            .some((s) =>
              asPresumed.some((t) => agreeBut(s, t, each.concept) && outcomeIn(rules, s) !== outcomeIn(rules, t)),
            );
          return flips;
        });
        expect(found.presumed).toEqual(mattering);
      },
      ruleSets({ plain: true }),
    );
  });

  it('is hidden only where any other value would leave the same outcomes', () => {
    always(({ rules, stated, found }) => {
      const { presumed, stating } = possible(rules, stated);
      for (const each of presumed.filter((one) => !found.presumed.some(({ concept }) => concept === one.concept))) {
        const others = presumed.filter((other) => other !== each);
        const left = presumedToo(rules.concepts, stating, others);
        const comesTo = (value: Value) =>
          [
            ...outcomesIn(
              rules,
              left.filter((s) => s[each.concept] === value),
            ),
          ].sort();
        const { values } = rules.concepts.find(({ id }) => id === each.concept)!;
        const different = new Set(values.map((value) => comesTo(value).join()).filter((outcomes) => outcomes !== ''));
        const isAway = left.length > presumedToo(rules.concepts, left, [each]).length;
        if (isAway) expect(different.size).toBe(1);
      }
    });
  });
});

function agreeBut(one: Situation, other: Situation, concept: ConceptId): boolean {
  return Object.keys(one).every((id) => id === concept || one[id] === other[id]);
}

describe('the chain', () => {
  it('says of each rule what all situations left say, and leaves it open only where they disagree', () => {
    always(({ rules, found, left }) => {
      const truth = (ask: (situation: Situation) => boolean) => {
        const answers = new Set(left.map(ask));
        return answers.size === 2 ? 'open' : String([...answers][0]);
      };
      for (const { rule, holds, stands } of found.chain) {
        expect(holds).toBe(truth((situation) => holdsIn(rule, situation)));
        expect(stands).toBe(truth((situation) => standingIn(rules.rules, situation).includes(rule)));
      }
      const shown = found.chain.map(({ rule }) => rule);
      for (const rule of rules.rules.filter(({ effect }) => effect.verb !== 'lifts')) {
        if (left.some((situation) => holdsIn(rule, situation))) expect(shown).toContain(rule);
      }
    });
  });
});
