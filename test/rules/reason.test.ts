// Reasoning about small cases that can be followed by hand.
import { describe, expect, it } from 'vitest';
import { reason, type Reasoning } from '../../src/rules/reason.ts';
import { ALWAYS, UNKNOWN, type Concept, type RuleSet, type Stated } from '../../src/rules/rule.ts';
import { all, bars, concept, facts, ids, lifts, requires, ruleSet } from './support.ts';

const DAY = '2026-11-22';
const asks = (rules: RuleSet, stated: Stated) => reason(rules, DAY, stated);

const sender = concept('sender', ['nurse', 'teacher', 'police'], {
  groups: new Map([['school', { values: new Set(['nurse', 'teacher']), gives: new Map() }]]),
});
const consent = concept('consent', ['yes', 'no'], { attainable: new Set(['yes']) });
const harm = concept('harm', ['none', 'likely'], {
  assessment: true,
  presumptions: [{ value: 'likely', when: ALWAYS }],
});
const report = concept('report', ['yes', 'no']);

const health = bars('health', 'secrecy', all({ sender: ['nurse'] }), { unless: all({ harm: ['none'] }) });
const pupil = bars('pupil', 'secrecy', all({ sender: ['teacher'], harm: ['likely'] }));
const given = lifts('consent', 'individual', all({ consent: ['yes'] }));
const duty = requires('duty', all({ report: ['yes'] }));
const covered = { when: all({ sender: ['nurse', 'teacher'] }), covered: true };
const rules = ruleSet([sender, consent, harm, report], [health, pupil, given, duty], [covered]);

describe('a case', () => {
  it('is settled where nothing more can change it', () => {
    expect(asks(rules, { sender: 'nurse', consent: 'no', harm: 'likely', report: 'no' })).toMatchObject({
      verdict: 'barred',
      settled: true,
      refused: [],
      presumed: [],
      open: [],
      atRest: 'barred',
      turning: [],
      ways: [{ concept: 'consent', value: 'yes', verdict: 'permitted' }],
    });
  });

  it('has no next question when settled', () => {
    expect(asks(rules, { report: 'yes', sender: 'nurse' })).not.toHaveProperty('next');
    expect(asks(rules, { report: 'yes', sender: 'nurse' })).toMatchObject({ verdict: 'required', settled: true });
  });

  it('is outside where the rules do not reach', () => {
    expect(asks(rules, { sender: 'police' })).toMatchObject({ verdict: 'outside', settled: true, open: [], ways: [] });
  });

  it('depends, and asks in the order of the concepts, with what each answer would come to', () => {
    const found = asks(rules, {});
    expect(found.verdict).toBe('depends');
    expect(found.open).toEqual(['sender', 'consent', 'harm', 'report']);
    expect(found.next).toEqual({
      concept: sender,
      answers: [
        { concept: 'sender', value: 'nurse', verdict: 'depends' },
        { concept: 'sender', value: 'teacher', verdict: 'depends' },
        { concept: 'sender', value: 'police', verdict: 'outside' },
      ],
    });
  });

  it('asks within a group only of those in it', () => {
    const { next, facts: found } = asks(rules, { sender: 'school', harm: 'likely', consent: 'no' });
    expect(found.get('sender')).toEqual(new Set(['nurse', 'teacher']));
    expect(next?.concept.id).toBe('report');
    const only = ruleSet(rules.concepts, [health]);
    expect(asks(only, { sender: 'school', harm: 'likely', consent: 'no' }).next).toEqual({
      concept: sender,
      answers: [
        { concept: 'sender', value: 'nurse', verdict: 'barred' },
        { concept: 'sender', value: 'teacher', verdict: 'permitted' },
      ],
    });
  });

  it('does not ask again what the person does not know', () => {
    const stated = { sender: 'nurse', consent: UNKNOWN };
    expect(asks(rules, stated).next?.concept.id).toBe('report');
    expect(asks(rules, stated).open).toContain('consent');
    expect(asks(rules, { ...stated, report: UNKNOWN })).toMatchObject({ verdict: 'depends', settled: false });
    expect(asks(rules, { ...stated, report: UNKNOWN })).not.toHaveProperty('next');
  });

  it('says what it refused', () => {
    const nurse = { ...sender, gives: new Map([['nurse', facts({ report: ['no'] })]]) };
    const found = asks({ ...rules, concepts: [nurse, consent, harm, report] }, { sender: 'nurse', report: 'yes' });
    expect(found.refused).toEqual(['report']);
    expect(found.facts.get('report')).toEqual(new Set(['no']));
  });

  it('is judged by the rules in force on the day', () => {
    const until = { ...duty, validTo: '2026-11-21' };
    const changed = ruleSet(rules.concepts, [health, until], [covered]);
    expect(reason(changed, '2026-11-21', { sender: 'nurse', report: 'yes' }).verdict).toBe('required');
    expect(reason(changed, '2026-11-22', { sender: 'nurse', report: 'yes' }).verdict).toBe('barred');
  });

  it('is permitted where only a duty may be added', () => {
    const found = asks(rules, { sender: 'nurse', consent: 'yes' });
    expect(found).toMatchObject({ verdict: 'permitted', settled: false, open: ['report'] });
  });
});

describe('what is presumed', () => {
  it('is shown while it matters, and an assessment stays open though presumed', () => {
    const found = asks(rules, { sender: 'nurse', consent: 'no', report: 'no' });
    expect(found).toMatchObject({ verdict: 'barred', settled: true, presumed: [{ concept: 'harm', value: 'likely' }] });
    expect(found.open).toEqual(['harm']);
    expect(found.facts.get('harm')).toEqual(new Set(['likely']));
  });

  it('is not shown where it cannot change anything', () => {
    expect(asks(rules, { sender: 'nurse', consent: 'yes', report: 'no' })).toMatchObject({ presumed: [], open: [] });
  });

  it('is no longer open where it is no assessment', () => {
    const fact = { ...harm, assessment: false };
    const found = asks(
      { ...rules, concepts: [sender, consent, fact, report] },
      { sender: 'nurse', consent: 'no', report: 'no' },
    );
    expect(found).toMatchObject({ open: [], presumed: [{ concept: 'harm', value: 'likely' }] });
  });

  it('is open and not presumed where the person does not know', () => {
    const found = asks(rules, { sender: 'nurse', consent: 'no', report: 'no', harm: UNKNOWN });
    expect(found).toMatchObject({ verdict: 'depends', presumed: [], open: ['harm'] });
  });

  it('is shown for what it gives, and for what is presumed upon it only if it would matter by itself', () => {
    const pupilAge = concept('age', ['child', 'adult'], {
      gives: new Map([
        ['child', facts({ guardian: ['yes'] })],
        ['adult', facts({ guardian: ['no'] })],
      ]),
      presumptions: [{ value: 'child', when: all({ place: ['school'] }) }],
    });
    const place = concept('place', ['school', 'care'], { presumptions: [{ value: 'school', when: ALWAYS }] });
    const guarded = ruleSet(
      [place, pupilAge, concept('guardian', ['yes', 'no'])],
      [bars('guarded', 'secrecy', all({ guardian: ['yes'] }))],
    );
    const found = asks(guarded, {});
    expect(found).toMatchObject({ verdict: 'barred', settled: true, presumed: [{ concept: 'age', value: 'child' }] });
    expect(asks(guarded, { age: 'child' }).presumed).toEqual([]);
  });

  it('is shown where the rest of a group presumed away would change it', () => {
    const some = (value: string): Concept => ({
      ...sender,
      presumptions: [{ value, when: ALWAYS }],
    });
    const barring = (...values: string[]) => ruleSet([some('school')], [bars('b', 'secrecy', all({ sender: values }))]);
    expect(asks(barring('police'), {})).toMatchObject({ verdict: 'permitted', presumed: [{ value: 'school' }] });
    expect(asks(barring('nurse'), {})).toMatchObject({ verdict: 'depends', presumed: [{ value: 'school' }] });
    expect(asks(barring('nurse', 'teacher', 'police'), {}).presumed).toEqual([]);
    expect(asks(barring('nurse'), { sender: 'school' }).presumed).toEqual([]);
  });

  it('is not shown where nothing else of it is possible any more', () => {
    const groups = new Map([['staff', { values: new Set(['nurse', 'teacher']), gives: new Map() }]]);
    const gives = new Map([['police', facts({ place: ['station'] })]]);
    const who = { ...sender, groups, gives, presumptions: [{ value: 'staff', when: ALWAYS }] };
    const place = concept('place', ['station', 'school'], { presumptions: [{ value: 'school', when: ALWAYS }] });
    const found = asks(ruleSet([who, place], [bars('b', 'secrecy', all({ sender: ['nurse'] }))]), {});
    expect(found).toMatchObject({ verdict: 'depends', presumed: [] });
  });
});

describe('what is at rest', () => {
  const quiet = { ...report, resting: 'no' };
  const resting = {
    ...rules,
    concepts: [sender, { ...consent, resting: 'no' }, { ...harm, resting: 'likely' }, quiet],
  };

  it('is what it comes to while nothing special is so, with each thing that would turn it', () => {
    expect(asks(resting, { sender: 'nurse' })).toMatchObject({
      verdict: 'depends',
      atRest: 'barred',
      turning: [
        { concept: 'consent', value: 'yes', verdict: 'permitted' },
        { concept: 'harm', value: 'none', verdict: 'permitted' },
        { concept: 'report', value: 'yes', verdict: 'required' },
      ],
    });
  });

  it('turns by nothing that was answered, or that has no rest', () => {
    expect(asks(resting, { sender: 'nurse', consent: 'no', harm: 'likely' }).turning).toEqual([
      { concept: 'report', value: 'yes', verdict: 'required' },
    ]);
    expect(asks(rules, { sender: 'nurse' })).toMatchObject({ atRest: 'depends', turning: [] });
  });

  it('turns by nothing that cannot be', () => {
    const calm = { ...sender, resting: 'nurse' };
    const set = ruleSet([calm], [bars('b', 'secrecy', all({ sender: ['teacher'] }))], [covered]);
    expect(asks(set, { sender: 'school' })).toMatchObject({
      verdict: 'depends',
      atRest: 'permitted',
      turning: [{ concept: 'sender', value: 'teacher', verdict: 'barred' }],
    });
  });

  it('turns what is presumed back for the thing that turns', () => {
    const place = concept('place', ['ward', 'street'], { gives: new Map([['ward', facts({ report: ['no'] })]]) });
    const presumed = { ...place, presumptions: [{ value: 'ward', when: ALWAYS }], assessment: true };
    const set = ruleSet([presumed, quiet], [bars('b', 'secrecy'), duty]);
    expect(asks(set, {})).toMatchObject({ verdict: 'barred', atRest: 'barred' });
  });
});

describe('ways forward', () => {
  const barred = { sender: 'nurse', harm: 'likely', report: 'no' };

  it('are what someone can bring about, in place of what is so now', () => {
    const way = { concept: 'consent', value: 'yes', verdict: 'permitted' };
    expect(asks(rules, { ...barred, consent: 'no' }).ways).toEqual([way]);
    expect(asks(rules, barred).ways).toEqual([way]);
    expect(asks(rules, { ...barred, consent: UNKNOWN }).ways).toEqual([way]);
  });

  it('are none where it is so already, or would be no better', () => {
    expect(asks(rules, { ...barred, consent: 'yes' }).ways).toEqual([]);
    expect(asks(rules, { ...barred, harm: 'none', consent: 'no' }).ways).toEqual([]);
    expect(asks(ruleSet([consent], [bars('b', 'inner'), given]), {}).ways).toEqual([]);
  });

  it.each<[string, RuleSet, string | undefined]>([
    [
      'outside to barred',
      ruleSet([consent], [bars('b', 'inner')], [{ when: all({ consent: ['yes'] }), covered: true }]),
      'barred',
    ],
    [
      'barred to depends',
      ruleSet(
        [consent, report],
        [bars('b', 'secrecy'), lifts('l', 'secrecy', all({ consent: ['yes'], report: ['yes'] }))],
      ),
      'depends',
    ],
    ['permitted to required', ruleSet([consent], [requires('d', all({ consent: ['yes'] }))]), 'required'],
    ['permitted to barred', ruleSet([consent], [bars('b', 'secrecy', all({ consent: ['yes'] }))]), undefined],
  ])('count by how much can be done: %s', (_, set, expected) => {
    expect(asks(set, { consent: 'no' }).ways.map(({ verdict }) => verdict)).toEqual(expected ? [expected] : []);
  });

  const named = concept('named', ['yes', 'no']);
  const masking = concept('masked', ['yes', 'no'], {
    attainable: new Set(['yes']),
    gives: new Map([['yes', facts({ named: ['no'] })]]),
  });
  const open = bars('open', 'secrecy', all({ named: ['yes'] }));

  it('bring with them what they give', () => {
    expect(asks(ruleSet([masking, named], [open]), { masked: 'no' }).ways).toEqual([
      { concept: 'masked', value: 'yes', verdict: 'permitted' },
    ]);
  });

  it('are none that what is stated rules out', () => {
    expect(asks(ruleSet([masking, named], [open]), { masked: 'no', named: 'yes' }).ways).toEqual([]);
    const first = concept('first', ['yes', 'no'], { gives: new Map([['yes', facts({ masked: ['no'] })]]) });
    expect(asks(ruleSet([first, masking, named], [open]), { first: 'yes' }).ways).toEqual([]);
  });

  it('are none that what is stated rules out, even if it would be better without', () => {
    const masks = lifts('masks', 'secrecy', all({ masked: ['yes'] }));
    const stated = { masked: 'no', named: 'yes' };
    expect(asks(ruleSet([masking, named], [bars('b', 'secrecy'), masks]), stated).ways).toEqual([]);
    const first = concept('first', ['yes', 'no'], { gives: new Map([['yes', facts({ offer: ['no', 'some'] })]]) });
    const offer = concept('offer', ['no', 'some', 'all'], { attainable: new Set(['all']) });
    const barred = ruleSet([first, offer], [bars('b', 'secrecy', all({ offer: ['some'] }))]);
    expect(asks(barred, { first: 'yes', offer: 'some' })).toMatchObject({ verdict: 'barred', ways: [] });
  });

  it('may turn what someone could bring about differently, too, what is asked last coming first', () => {
    const attainable = { ...named, attainable: new Set(['no']) };
    expect(asks(ruleSet([masking, attainable], [open]), { masked: 'no', named: 'yes' }).ways).toEqual([
      { concept: 'named', value: 'no', verdict: 'permitted' },
      { concept: 'masked', value: 'yes', verdict: 'permitted' },
    ]);
  });

  it('are reckoned without what was refused', () => {
    const found = asks(ruleSet([masking, named, consent], [open, given]), { masked: 'yes', named: 'yes' });
    expect(found).toMatchObject({ verdict: 'permitted', settled: true, refused: ['named'], ways: [] });
  });
});

describe('the chain', () => {
  const told = ({ chain }: Reasoning) =>
    chain.map(({ rule, holds, stands, brokenBy, closedBy }) => [rule.id, holds, stands, ids(brokenBy), ids(closedBy)]);

  it('is the rules that hold or may hold, with what breaks them', () => {
    expect(told(asks(rules, { sender: 'nurse', harm: 'likely' }))).toEqual([
      ['health', 'true', 'open', ['consent', 'duty'], []],
      ['consent', 'open', 'open', [], []],
      ['duty', 'open', 'open', [], []],
    ]);
    expect(told(asks(rules, { sender: 'nurse', harm: 'likely', consent: 'yes', report: 'no' }))).toEqual([
      ['health', 'true', 'false', ['consent'], []],
      ['consent', 'true', 'true', [], []],
    ]);
    expect(told(asks(rules, { sender: 'teacher', harm: 'likely', consent: 'no', report: 'yes' }))).toEqual([
      ['pupil', 'true', 'false', ['duty'], []],
      ['duty', 'true', 'true', [], []],
    ]);
  });

  it('leaves out a lift with nothing to lift, but not a duty with nothing to break', () => {
    const set = ruleSet([sender, consent, report], [bars('b', 'secrecy', all({ sender: ['nurse'] })), given, duty]);
    expect(told(asks(set, { sender: 'police', consent: 'yes', report: 'yes' }))).toEqual([
      ['duty', 'true', 'true', [], []],
    ]);
  });

  it('leaves out a lift or a duty that does not hold, whatever puts it out', () => {
    const unless = all({ harm: ['likely'] });
    const set = [requires('d', ALWAYS, { unless }), lifts('l', 'secrecy', unless, { unless }), bars('b', 'secrecy')];
    expect(told(asks(ruleSet([harm], set), {}))).toEqual([['b', 'true', 'true', [], []]]);
  });

  it('keeps a bar that only an assessment or its own exception puts out, and the lift that stands against it', () => {
    expect(told(asks(rules, { sender: 'nurse', harm: 'none', consent: 'yes', report: 'no' }))).toEqual([
      ['health', 'false', 'false', ['consent'], []],
      ['consent', 'true', 'true', [], []],
    ]);
    expect(told(asks(rules, { sender: 'teacher', harm: 'none', report: 'no' }))).toEqual([
      ['pupil', 'false', 'false', ['consent'], []],
    ]);
    expect(told(asks(rules, { sender: 'police', harm: 'none', report: 'no' }))).toEqual([]);
  });

  const excepting = (target: 'individual' | 'secrecy' | 'everything', ...except: readonly string[]) =>
    lifts('lift', target, ALWAYS, { except });

  it('shows the door that an exception closes, where the lift would have reached', () => {
    const barsAll = [bars('a', 'secrecy'), bars('b', 'inner'), bars('c', 'secrecy', all({ consent: ['no'] }))];
    const chain = (lift: ReturnType<typeof lifts>) =>
      told(asks(ruleSet([consent], [...barsAll, lift]), { consent: 'yes' }));
    expect(chain(excepting('secrecy', 'a', 'b', 'c'))).toEqual([
      ['a', 'true', 'true', [], []],
      ['b', 'true', 'true', [], []],
      ['lift', 'true', 'true', [], ['a']],
    ]);
    expect(chain(excepting('everything', 'a', 'b'))[2]).toEqual(['lift', 'true', 'true', [], ['a', 'b']]);
    expect(chain(excepting('secrecy', 'b'))).toEqual([
      ['a', 'true', 'false', ['lift'], []],
      ['b', 'true', 'true', [], []],
      ['lift', 'true', 'true', [], []],
    ]);
    expect(told(asks(ruleSet([consent], [bars('b', 'inner'), excepting('secrecy', 'b')]), {}))).toEqual([
      ['b', 'true', 'true', [], []],
    ]);
  });

  it('shows a duty that never arose, and what kept it', () => {
    const kept = requires('duty', ALWAYS, { except: ['a', 'consent'] });
    const set = ruleSet([consent], [bars('a', 'secrecy'), bars('b', 'inner'), given, kept]);
    expect(told(asks(set, { consent: 'no' }))).toEqual([
      ['a', 'true', 'true', [], []],
      ['b', 'true', 'true', [], []],
      ['duty', 'true', 'false', [], ['a']],
    ]);
    expect(told(asks(set, {}))).toEqual([
      ['a', 'true', 'open', ['consent'], []],
      ['b', 'true', 'true', [], []],
      ['consent', 'open', 'open', [], []],
      ['duty', 'true', 'false', [], ['a']],
    ]);
  });

  it('lets a duty break inner secrecy, which a lift of secrecy does not reach', () => {
    const inner = bars('inner', 'inner');
    expect(asks(ruleSet([consent], [inner, lifts('lift', 'secrecy')]), {}).verdict).toBe('barred');
    expect(told(asks(ruleSet([consent], [inner, requires('duty')]), {}))).toEqual([
      ['inner', 'true', 'false', ['duty'], []],
      ['duty', 'true', 'true', [], []],
    ]);
  });

  it('sees through what follows from the facts', () => {
    const place = concept('place', ['ward', 'street'], { gives: new Map([['ward', facts({ consent: ['no'] })]]) });
    const set = ruleSet([place, consent], [bars('b', 'secrecy', all({ place: ['ward'] })), given]);
    expect(told(asks(set, { place: 'ward' }))).toEqual([['b', 'true', 'true', [], []]]);
    expect(told(asks(set, { consent: 'yes' }))).toEqual([]);
  });
});
