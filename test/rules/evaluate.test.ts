// What lifts what, and what is true where not everything is known.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakersOf, breaks, judge, kleene, meaning, reaches, type Truth } from '../../src/rules/evaluate.ts';
import { known } from '../../src/rules/facts.ts';
import { ALWAYS, NEVER, type Bars, type Effect, type Rule, type Target } from '../../src/rules/rule.ts';
import {
  agrees,
  all,
  bars,
  facts,
  holdsIn,
  ids,
  isCovered,
  isTrue,
  lifts,
  not,
  requires,
  ruleSet,
  ruleSets,
  situations,
  some,
  standingIn,
  statements,
  type Situation,
} from './support.ts';

const TRUTHS: readonly Truth[] = ['true', 'open', 'false'];

describe('three-valued truth', () => {
  const { both, either, not, always, never } = kleene(new Map());
  const table = (of: (a: Truth, b: Truth) => Truth) => TRUTHS.map((a) => TRUTHS.map((b) => of(a, b)).join(' '));

  it('is true of both only when true of each, and false when false of either', () => {
    expect(table(both)).toEqual(['true open false', 'open open false', 'false false false']);
  });

  it('is true of either when true of one, and false only when false of each', () => {
    expect(table(either)).toEqual(['true true true', 'true open open', 'true open false']);
  });

  it('turns true and false, and leaves open what is open', () => {
    expect(TRUTHS.map(not)).toEqual(['false', 'open', 'true']);
    expect([always, never]).toEqual(['true', 'false']);
  });

  it.each([
    ['is open of what nothing is known of', {}, 'open'],
    ['is true where every value that is left fits', { who: ['nurse', 'doctor'] }, 'true'],
    ['is open where some do', { who: ['nurse', 'teacher'] }, 'open'],
    ['is false where none does', { who: ['teacher', 'police'] }, 'false'],
  ])('%s', (_, given, expected) => {
    expect(kleene(facts(given)).is('who', new Set(['nurse', 'doctor', 'psychologist']))).toBe(expected);
  });
});

describe('a condition', () => {
  const logic = kleene(facts({ yes: ['1'], no: ['2'] }));
  const [yes, no, open] = [all({ yes: ['1'] }), all({ no: ['1'] }), all({ unknown: ['1'] })];

  it.each([
    ['every, of none', ALWAYS, 'true'],
    ['some, of none', NEVER, 'false'],
    ['every, all true', { kind: 'every', of: [yes, yes] }, 'true'],
    ['every, one open', { kind: 'every', of: [yes, open] }, 'open'],
    ['every, one false', { kind: 'every', of: [open, no] }, 'false'],
    ['some, one true', some(open, yes), 'true'],
    ['some, one open', some(no, open), 'open'],
    ['some, all false', some(no, no), 'false'],
    ['not', not(yes), 'false'],
    ['not not', not(not(open)), 'open'],
  ] as const)('%s', (_, condition, expected) => {
    expect(meaning(condition, logic)).toBe(expected);
  });
});

const PRIVATE: Bars = { verb: 'bars', kind: 'secrecy', protects: 'individual' };
const PUBLIC: Bars = { verb: 'bars', kind: 'secrecy', protects: 'public' };
const SILENCE: Bars = { verb: 'bars', kind: 'silence', protects: 'individual' };
const INNER: Bars = { verb: 'bars', kind: 'inner', protects: 'individual' };

describe('what a rule reaches', () => {
  it.each<[Target, readonly boolean[]]>([
    [{ kind: 'everything' }, [true, true, true, true]],
    [{ kind: 'secrecy' }, [true, true, false, false]],
    [{ kind: 'individual' }, [true, false, false, false]],
    [{ kind: 'provisions', provisions: new Set(['26:1']) }, [true, true, true, true]],
    [{ kind: 'provisions', provisions: new Set(['25:1']) }, [false, false, false, false]],
  ])('%j: secrecy for an individual, for the public, silence, inner', (target, expected) => {
    expect([PRIVATE, PUBLIC, SILENCE, INNER].map((bar) => reaches(target, '26:1', bar))).toEqual(expected);
  });

  it('is broken by a lift that reaches it and does not except it', () => {
    const lift = (except: readonly string[]): Effect => ({
      verb: 'lifts',
      target: { kind: 'secrecy' },
      except: new Set(except),
    });
    expect(breaks(lift([]), '26:1', PRIVATE)).toBe(true);
    expect(breaks(lift(['25:1']), '26:1', PRIVATE)).toBe(true);
    expect(breaks(lift(['26:1']), '26:1', PRIVATE)).toBe(false);
    expect(breaks(lift([]), '26:1', INNER)).toBe(false);
  });

  it('is broken by any duty that does not except it', () => {
    const duty: Effect = { verb: 'requires', except: new Set(['25:1']) };
    for (const bar of [PRIVATE, PUBLIC, SILENCE, INNER]) {
      expect([breaks(duty, '26:1', bar), breaks(duty, '25:1', bar)]).toEqual([true, false]);
    }
  });

  it('is never broken by another bar', () => {
    expect(breaks(PRIVATE, '26:1', PRIVATE)).toBe(false);
  });

  it('has breakers only if it is a bar', () => {
    const rules = [bars('26:1', 'secrecy'), lifts('12:2', 'secrecy'), requires('14:1'), lifts('10:27', ['25:1'])];
    expect(rules.map((rule) => ids(breakersOf(rule, rules)))).toEqual([['12:2', '14:1'], [], [], []]);
  });
});

describe('what stands', () => {
  const standing = (...rules: readonly Rule[]) => {
    const { stands } = judge(ruleSet([], rules), kleene(new Map()));
    return ids(rules.filter((rule) => stands.get(rule) === 'true'));
  };

  it('is what holds and nothing breaks', () => {
    expect(standing(bars('26:1', 'secrecy'))).toEqual(['26:1']);
    expect(standing(bars('26:1', 'secrecy'), lifts('12:2', 'individual'))).toEqual(['12:2']);
    expect(standing(bars('26:1', 'secrecy'), lifts('12:2', 'individual', NEVER))).toEqual(['26:1']);
    expect(standing(bars('26:1', 'secrecy'), requires('14:1'))).toEqual(['14:1']);
  });

  it('is no rule that does not hold, or that holds but for its own exception', () => {
    expect(standing(bars('26:1', 'secrecy', NEVER), bars('26:2', 'secrecy', ALWAYS, { unless: ALWAYS }))).toEqual([]);
  });

  it('is a lift even where it lifts nothing', () => {
    expect(standing(lifts('12:2', 'secrecy', ALWAYS, { except: ['26:1'] }), bars('26:1', 'secrecy'))).toEqual([
      '12:2',
      '26:1',
    ]);
  });

  it('is no duty where a bar that it excepts holds, even one that is lifted: it never arose', () => {
    const duty = requires('14:1', ALWAYS, { except: ['25:1'] });
    expect(standing(duty, bars('25:1', 'secrecy'))).toEqual(['25:1']);
    expect(standing(duty, bars('25:1', 'secrecy'), lifts('12:2', 'secrecy'))).toEqual(['12:2']);
    expect(standing(duty, bars('25:1', 'secrecy', NEVER))).toEqual(['14:1']);
    expect(standing(duty, lifts('25:1', 'secrecy'))).toEqual(['14:1', '25:1']);
  });

  it('is a bar again where the duty that would break it never arose', () => {
    const duty = requires('14:1', ALWAYS, { except: ['25:1'] });
    expect(standing(duty, bars('25:1', 'secrecy'), bars('26:1', 'silence'))).toEqual(['25:1', '26:1']);
  });

  it('leaves open what hangs on something open', () => {
    const [bar, lift] = [bars('26:1', 'secrecy'), lifts('12:2', 'secrecy', all({ consent: ['yes'] }))];
    const { holds, stands, barred, required, covered } = judge(ruleSet([], [bar, lift]), kleene(new Map()));
    expect([holds.get(bar), stands.get(bar), stands.get(lift)]).toEqual(['true', 'open', 'open']);
    expect({ barred, required, covered }).toEqual({ barred: 'open', required: 'false', covered: 'true' });
  });
});

describe('what is covered', () => {
  const covered = (...rows: readonly (readonly [boolean, typeof ALWAYS])[]) => {
    const coverage = rows.map(([is, when]) => ({ covered: is, when }));
    return judge(ruleSet([], [], coverage), kleene(new Map())).covered;
  };

  it('is what some row covers and no row denies', () => {
    expect(covered()).toBe('false');
    expect(covered([true, NEVER], [true, ALWAYS])).toBe('true');
    expect(covered([true, ALWAYS], [false, ALWAYS])).toBe('false');
    expect(covered([true, ALWAYS], [false, NEVER])).toBe('true');
    expect(covered([false, NEVER])).toBe('false');
  });
});

describe('by chance', () => {
  it('is in a complete situation what the plain reading says, and else never surer than all situations left', () => {
    fc.assert(
      fc.property(ruleSets(), statements, (rules, stated) => {
        const { facts } = known(rules.concepts, stated);
        const left = situations(rules.concepts).filter((situation) => agrees(situation, facts));
        const judged = judge(rules, kleene(facts));
        const isRight = (truth: Truth | undefined, ask: (situation: Situation) => boolean) =>
          truth === 'open'
            ? left.length > 1 || facts.size < rules.concepts.length
            : left.every((each) => `${ask(each)}` === truth);
        for (const rule of rules.rules) {
          expect(isRight(meaning(rule.when, kleene(facts)), (each) => isTrue(rule.when, each))).toBe(true);
          expect(isRight(judged.holds.get(rule), (each) => holdsIn(rule, each))).toBe(true);
          expect(isRight(judged.stands.get(rule), (each) => standingIn(rules.rules, each).includes(rule))).toBe(true);
        }
        const verbs = (each: Situation) => standingIn(rules.rules, each).map(({ effect }) => effect.verb);
        expect(isRight(judged.required, (each) => verbs(each).includes('requires'))).toBe(true);
        expect(isRight(judged.barred, (each) => verbs(each).includes('bars'))).toBe(true);
        expect(isRight(judged.covered, (each) => isCovered(rules.coverage, each))).toBe(true);
      }),
      { seed: 26, numRuns: 250 },
    );
  });

  it('settles every rule in every complete situation', () => {
    fc.assert(
      fc.property(ruleSets(), (rules) => {
        for (const situation of situations(rules.concepts).slice(0, 20)) {
          const { stands } = judge(
            rules,
            kleene(facts(Object.fromEntries(Object.entries(situation).map(([id, value]) => [id, [value]])))),
          );
          expect(rules.rules.filter((rule) => stands.get(rule) === 'true')).toEqual(standingIn(rules.rules, situation));
          expect([...stands.values()]).not.toContain('open');
        }
      }),
      { seed: 26, numRuns: 100 },
    );
  });

  it('never both requires and bars', () => {
    fc.assert(
      fc.property(ruleSets(), (rules) => {
        for (const situation of situations(rules.concepts)) {
          const verbs = standingIn(rules.rules, situation).map(({ effect }) => effect.verb);
          expect(verbs.includes('requires') && verbs.includes('bars')).toBe(false);
        }
      }),
      { seed: 26, numRuns: 150 },
    );
  });
});
