// What is found wrong with a set of rules, held against every situation one by one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit, exceptionsOf, mentioned, withoutException, type Finding } from '../../src/rules/audit.ts';
import { ALWAYS, NEVER, type Concept, type Rule, type RuleSet } from '../../src/rules/rule.ts';
import {
  all,
  bars,
  concept,
  facts,
  isCovered,
  isSettledBy,
  isTrue,
  isWhere,
  lifts,
  not,
  outcomeIn,
  requires,
  ruleSet,
  ruleSets,
  situations,
  some,
  standingIn,
  type Situation,
} from './support.ts';

const RUNS = { seed: 26, numRuns: 150 };

/** A finding in few words. */
function brief(finding: Finding): string {
  switch (finding.kind) {
    case 'dead-rule':
    case 'idle-rule':
      return `${finding.kind} ${finding.rule.id}`;
    case 'idle-exception':
      return `${finding.kind} ${finding.rule.id} ${finding.provision}`;
    case 'idle-concept':
      return `${finding.kind} ${finding.concept}`;
    case 'undeclared':
      return `${finding.kind} ${[...finding.where].map(([id, values]) => `${id}=${values.join('/')}`).join(' ')}`;
  }
}

const found = (rules: RuleSet) => audit(rules).map(brief);
describe('the audit, by chance', () => {
  const among = (rules: RuleSet, ...kinds: readonly Finding['kind'][]) =>
    audit(rules)
      .filter(({ kind }) => kinds.includes(kind))
      .map(brief);
  const always = (test: (rules: RuleSet, all: readonly Situation[]) => void, sets = ruleSets()) => {
    fc.assert(
      fc.property(sets, (rules) => {
        test(rules, situations(rules.concepts));
      }),
      RUNS,
    );
  };
  const isDead = (rules: RuleSet, all: readonly Situation[]) => (rule: Rule) =>
    !all.some((each) => isCovered(rules.coverage, each) && standingIn(rules.rules, each).includes(rule));
  const isSame = (rules: RuleSet, all: readonly Situation[], changed: readonly Rule[]) =>
    all.every((each) => outcomeIn(rules, each) === outcomeIn({ ...rules, rules: changed }, each));

  it('finds the rules that stand in no covered situation, and those that change none', () => {
    always((rules, all) => {
      const dead = rules.rules.filter(isDead(rules, all));
      const alive = rules.rules.filter((rule) => !dead.includes(rule));
      const idle = alive.filter((rule) =>
        isSame(
          rules,
          all,
          rules.rules.filter((other) => other !== rule),
        ),
      );
      expect(among(rules, 'dead-rule', 'idle-rule')).toEqual([
        ...dead.map(({ id }) => `dead-rule ${id}`),
        ...idle.map(({ id }) => `idle-rule ${id}`),
      ]);
    });
  });

  it('finds the exceptions that change nothing', () => {
    always((rules, all) => {
      const idle = rules.rules
        .filter((rule) => !isDead(rules, all)(rule))
        .flatMap((rule) =>
          exceptionsOf(rule)
            .filter((provision) =>
              isSame(
                rules,
                all,
                rules.rules.map((other) => (other === rule ? withoutException(rule, provision) : other)),
              ),
            )
            .map((provision) => `idle-exception ${rule.id} ${provision}`),
        );
      expect(among(rules, 'idle-exception')).toEqual(idle);
    });
  });

  it('finds every situation that is neither covered nor declared not to be, once', () => {
    always((rules, all) => {
      const undeclared = audit(rules).filter((finding) => finding.kind === 'undeclared');
      for (const each of all) {
        const isDeclared = rules.coverage.some(({ when }) => isTrue(when, each));
        expect(undeclared.filter(({ where }) => isWhere(where)(each)).length).toBe(isDeclared ? 0 : 1);
      }
      for (const { where } of undeclared) expect(all.some(isWhere(where))).toBe(true);
    });
  });

  it('finds no concept idle that can change the outcome', () => {
    always((rules, all) => {
      const idle = audit(rules).flatMap((finding) => (finding.kind === 'idle-concept' ? [finding.concept] : []));
      const others = rules.concepts.map(({ id }) => id).filter((id) => !idle.includes(id));
      expect(isSettledBy(rules, all, others)).toBe(true);
    });
  });

  it('finds exactly the concepts that change nothing, where values give nothing of each other', () => {
    always(
      (rules, all) => {
        const on = rules.concepts.map(({ id }) => id);
        const presuming = rules.concepts.flatMap(({ presumptions }) =>
          presumptions.flatMap(({ when }) => mentioned(when)),
        );
        const giving = rules.concepts.filter(({ gives }) => gives.size > 0).map(({ id }) => id);
        const idle = on.filter((id) =>
          isSettledBy(
            rules,
            all,
            on.filter((other) => other !== id),
          ),
        );
        expect(among(rules, 'idle-concept')).toEqual(
          idle.filter((id) => !presuming.includes(id) && !giving.includes(id)).map((id) => `idle-concept ${id}`),
        );
      },
      ruleSets({ plain: true }),
    );
  });
});

describe('the audit', () => {
  const consent = concept('consent', ['yes', 'no']);
  const place = concept('place', ['school', 'care', 'elsewhere']);
  const secrecy = bars('secrecy', 'secrecy');
  const given = lifts('consent', 'individual', all({ consent: ['yes'] }));

  it('finds nothing where all is well', () => {
    expect(found(ruleSet([consent], [secrecy, given]))).toEqual([]);
  });

  it('finds a rule whose condition is never fulfilled dead, and not idle too', () => {
    const never = lifts('never', 'secrecy', {
      kind: 'every',
      of: [all({ consent: ['yes'] }), all({ consent: ['no'] })],
    });
    expect(found(ruleSet([consent], [secrecy, given, never]))).toEqual(['dead-rule never']);
  });

  it('finds a rule dead that is fulfilled only where values contradict each other', () => {
    const school = concept('place', ['school', 'care'], { gives: new Map([['school', facts({ pupil: ['yes'] })]]) });
    const pupil = concept('pupil', ['yes', 'no']);
    const odd = bars('odd', 'secrecy', all({ place: ['school'], pupil: ['no'] }));
    expect(found(ruleSet([school, pupil], [bars('s', 'secrecy', all({ pupil: ['yes'] })), odd]))).toEqual([
      'dead-rule odd',
    ]);
  });

  it('finds a rule dead that is always broken, or stands only where nothing is covered', () => {
    const rules = ruleSet(
      [consent, place],
      [secrecy, given, bars('lost', 'secrecy'), lifts('all', ['lost']), requires('far', all({ place: ['elsewhere'] }))],
      [
        { when: ALWAYS, covered: true },
        { when: all({ place: ['elsewhere'] }), covered: false },
      ],
    );
    expect(found(rules)).toEqual(['dead-rule lost', 'dead-rule far', 'idle-rule all']);
  });

  it('finds a rule idle that another does the work of', () => {
    const again = lifts('again', 'secrecy', all({ consent: ['yes'] }));
    expect(found(ruleSet([consent], [secrecy, given, again]))).toEqual(['idle-rule consent', 'idle-rule again']);
  });

  it('finds a rule idle whose work differs only where values contradict each other', () => {
    const school = concept('place', ['school', 'care'], { gives: new Map([['school', facts({ pupil: ['yes'] })]]) });
    const pupil = concept('pupil', ['yes', 'no']);
    const barred = bars('pupils', 'secrecy', all({ pupil: ['yes'] }));
    expect(found(ruleSet([school, pupil], [barred, bars('school', 'secrecy', all({ place: ['school'] }))]))).toEqual([
      'idle-rule school',
    ]);
  });

  it('finds an exception idle from what would not be lifted anyhow, and not one that works', () => {
    const inner = bars('inner', 'inner', all({ consent: ['yes'], place: ['elsewhere'] }));
    const lift = lifts('lift', 'secrecy', all({ consent: ['yes'] }), { except: ['kept', 'inner', 'unheard of'] });
    const kept = bars('kept', 'secrecy', all({ place: ['care'] }));
    expect(found(ruleSet([consent, place], [secrecy, kept, inner, lift]))).toEqual([
      'idle-exception lift inner',
      'idle-exception lift unheard of',
    ]);
  });

  it('finds a concept idle that nothing asks about, but not one that helps', () => {
    const weather = concept('weather', ['fair', 'foul']);
    const mood = concept('mood', ['good', 'bad']);
    const helped: Concept = {
      ...consent,
      presumptions: [{ value: 'no', when: some(not(all({ mood: ['good'] })), NEVER) }],
    };
    const giver = concept('who', ['ward', 'free'], { gives: new Map([['ward', facts({ consent: ['no'] })]]) });
    expect(found(ruleSet([weather, mood, giver, helped], [secrecy, given]))).toEqual(['idle-concept weather']);
  });

  it('finds what is neither covered nor declared not to be', () => {
    const coverage = [
      { when: all({ place: ['school'] }), covered: true },
      { when: all({ place: ['care'], consent: ['no'] }), covered: false },
    ];
    expect(found(ruleSet([place, consent], [secrecy, given], coverage))).toEqual([
      'undeclared place=care consent=yes',
      'undeclared place=elsewhere',
    ]);
    expect(found(ruleSet([consent], [], []))).toEqual(['idle-concept consent', 'undeclared ']);
  });
});

describe('exceptions', () => {
  it('are of lifts and duties, and are taken away one at a time', () => {
    const [lift, duty, bar] = [
      lifts('lift', 'secrecy', ALWAYS, { except: ['a', 'b'] }),
      requires('duty', ALWAYS, { except: ['a'] }),
      bars('bar', 'secrecy'),
    ];
    expect([lift, duty, bar].map(exceptionsOf)).toEqual([['a', 'b'], ['a'], []]);
    expect(withoutException(lift, 'a')).toEqual(lifts('lift', 'secrecy', ALWAYS, { except: ['b'] }));
    expect(withoutException(duty, 'a')).toEqual(requires('duty'));
    expect(withoutException(bar, 'a')).toBe(bar);
  });
});

describe('a condition', () => {
  it('names its concepts, however deep', () => {
    const condition = some(all({ a: ['1'], b: ['1'] }), not(all({ c: ['1'] })), NEVER);
    expect(mentioned(condition)).toEqual(['a', 'b', 'c']);
  });
});
