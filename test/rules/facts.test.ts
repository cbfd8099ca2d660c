// What is stated, what follows from it, what is refused, and what is taken for granted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conclude, known, presume, suppose } from '../../src/rules/facts.ts';
import { ALWAYS, NEVER, UNKNOWN, type Concept, type Stated } from '../../src/rules/rule.ts';
import { agrees, all, believed, concept, facts, presumedToo, ruleSets, situations, statements } from './support.ts';

const RUNS = { seed: 26, numRuns: 250 };

const who = concept('who', ['nurse', 'teacher', 'parent'], {
  groups: new Map([
    ['school', { values: new Set(['nurse', 'teacher']), gives: facts({ at: ['school'] }) }],
    ['anyone', { values: new Set(['nurse', 'teacher', 'parent']), gives: new Map() }],
  ]),
  gives: new Map([
    ['nurse', facts({ is: ['public', 'private'], trade: ['care'] })],
    ['teacher', facts({ is: ['public'], trade: ['school'] })],
    ['parent', facts({ is: ['person'] })],
  ]),
});
const at = concept('at', ['school', 'home']);
const nature = concept('is', ['public', 'private', 'person']);
const trade = concept('trade', ['care', 'school', 'other']);
const concepts = [who, at, nature, trade];

describe('what is known', () => {
  const from = (stated: Stated) => known(concepts, stated);

  it('is nothing where nothing is stated, or the person does not know', () => {
    expect(from({})).toEqual({ facts: new Map(), refused: [] });
    expect(from({ who: UNKNOWN, is: UNKNOWN })).toEqual({ facts: new Map(), refused: [] });
  });

  it('is a value, and all that it gives', () => {
    expect(from({ who: 'teacher' }).facts).toEqual(facts({ who: ['teacher'], is: ['public'], trade: ['school'] }));
  });

  it('is the values of a group, what the group gives, and what all of its values give', () => {
    const expected = facts({
      who: ['nurse', 'teacher'],
      at: ['school'],
      is: ['public', 'private'],
      trade: ['care', 'school'],
    });
    expect(from({ who: 'school' }).facts).toEqual(expected);
  });

  it('is of a group no more than what each of its values speaks of', () => {
    expect(from({ who: 'anyone' }).facts).toEqual(
      facts({ who: ['nurse', 'teacher', 'parent'], is: ['public', 'private', 'person'] }),
    );
  });

  it('is also that values are out, which would give what is not so', () => {
    expect(from({ is: 'public' }).facts.get('who')).toEqual(new Set(['nurse', 'teacher']));
    expect(from({ is: 'public', trade: 'care' }).facts.get('who')).toEqual(new Set(['nurse']));
    expect(from({ trade: 'other' }).facts).toEqual(facts({ who: ['parent'], is: ['person'], trade: ['other'] }));
  });

  it('is narrowed within a group', () => {
    expect(from({ who: 'school', trade: 'school' }).facts).toEqual(
      facts({ who: ['teacher'], at: ['school'], is: ['public'], trade: ['school'] }),
    );
  });

  it('is not what contradicts something earlier, in the order of the concepts and not of the words', () => {
    expect(from({ is: 'private', who: 'teacher' })).toEqual({ facts: from({ who: 'teacher' }).facts, refused: ['is'] });
    expect(from({ trade: 'other', is: 'public' }).refused).toEqual(['trade']);
    expect(from({ who: 'school', at: 'home' }).refused).toEqual(['at']);
  });

  it('is not what is no value of the concept, or of no concept', () => {
    const { facts: found, refused } = from({ who: 'dentist', where: 'here', at: 'home' });
    expect(refused).toEqual(['who', 'where']);
    expect(found).toEqual(from({ at: 'home' }).facts);
  });

  it('refuses an unknown concept even where its value is not known', () => {
    expect(from({ where: UNKNOWN }).refused).toEqual(['where']);
  });
});

describe('concluding', () => {
  it('follows a chain to its end, and back', () => {
    const gives = (value: string, id: string) => ({ gives: new Map([[value, facts({ [id]: ['1'] })]]) });
    const chain = [
      concept('a', ['1', '2'], gives('1', 'b')),
      concept('b', ['1', '2'], gives('1', 'c')),
      concept('c', ['1', '2']),
    ];
    expect(conclude(chain, new Map(), facts({ a: ['1'] }))).toEqual(facts({ a: ['1'], b: ['1'], c: ['1'] }));
    expect(conclude(chain, new Map(), facts({ c: ['2'] }))).toEqual(facts({ a: ['2'], b: ['2'], c: ['2'] }));
    expect(conclude(chain, facts({ a: ['1'] }), facts({ c: ['2'] }))).toBeUndefined();
  });

  it('meets in the middle of a diamond', () => {
    const diamond = [
      concept('top', ['1', '2'], { gives: new Map([['1', facts({ left: ['1'], right: ['1'] })]]) }),
      concept('left', ['1', '2'], { gives: new Map([['1', facts({ bottom: ['1', '2'] })]]) }),
      concept('right', ['1', '2'], { gives: new Map([['1', facts({ bottom: ['2', '3'] })]]) }),
      concept('bottom', ['1', '2', '3']),
    ];
    expect(conclude(diamond, new Map(), facts({ top: ['1'] }))?.get('bottom')).toEqual(new Set(['2']));
    expect(conclude(diamond, new Map(), facts({ bottom: ['1'] }))).toEqual(
      facts({ top: ['2'], right: ['2'], bottom: ['1'] }),
    );
  });

  it('draws what is so whichever value is the true one, be it of nothing that was stated', () => {
    const either = concept('either', ['1', '2'], {
      gives: new Map([
        ['1', facts({ sure: ['1', '2'] })],
        ['2', facts({ sure: ['2'] })],
      ]),
    });
    const three = [either, concept('sure', ['1', '2', '3']), concept('other', ['1', '2'])];
    expect(conclude(three, new Map(), facts({ other: ['1'] }))).toEqual(facts({ other: ['1'], sure: ['1', '2'] }));
  });

  it('looks again at what stands before, when something known is narrowed further', () => {
    const before = concept('before', ['1', '2'], { gives: new Map([['1', facts({ known: ['1'] })]]) });
    const after = concept('after', ['1', '2'], { gives: new Map([['1', facts({ known: ['2', '3'] })]]) });
    const three = [before, after, concept('known', ['1', '2', '3'])];
    expect(conclude(three, facts({ known: ['1', '2'] }), facts({ after: ['1'] }))).toEqual(
      facts({ known: ['2'], after: ['1'], before: ['2'] }),
    );
  });

  it('leaves the facts that it was given as they are', () => {
    const before = facts({ who: ['nurse', 'teacher'] });
    conclude(concepts, before, facts({ is: ['private'] }));
    expect(before).toEqual(facts({ who: ['nurse', 'teacher'] }));
  });

  it('comes to nothing where two facts have no value in common', () => {
    expect(conclude([at], facts({ at: ['school'] }), facts({ at: ['home'] }))).toBeUndefined();
    expect(conclude(concepts, facts({ who: ['nurse'] }), facts({ who: ['parent'] }))).toBeUndefined();
  });

  it('supposes a value or a group, if there is such a one', () => {
    expect(suppose(concepts, facts({ is: ['private'] }), who, 'school')?.get('who')).toEqual(new Set(['nurse']));
    expect(suppose(concepts, facts({ is: ['person'] }), who, 'school')).toBeUndefined();
    expect(suppose(concepts, new Map(), who, 'dentist')).toBeUndefined();
  });
});

describe('what is presumed', () => {
  const consent = (more: Partial<Concept>) => concept('consent', ['yes', 'no', 'partly'], more);
  const presuming = (some: readonly Concept[], stated: Stated) => presume(some, stated, known(some, stated).facts);
  const always = { value: 'no', when: ALWAYS };

  it('is taken for granted where nothing is known', () => {
    expect(presuming([consent({ presumptions: [always] })], {})).toEqual({
      facts: facts({ consent: ['no'] }),
      presumed: [{ concept: 'consent', value: 'no' }],
    });
  });

  it.each([['yes'], [UNKNOWN]])('is not where «%s» is stated', (value) => {
    expect(presuming([consent({ presumptions: [always] })], { consent: value }).presumed).toEqual([]);
  });

  it('is not what already follows', () => {
    const age = concept('age', ['child', 'adult'], { gives: new Map([['child', facts({ consent: ['no'] })]]) });
    expect(presuming([age, consent({ presumptions: [always] })], { age: 'child' }).presumed).toEqual([]);
  });

  it('is not what cannot be', () => {
    const age = concept('age', ['child', 'adult'], {
      gives: new Map([['child', facts({ consent: ['yes', 'partly'] })]]),
    });
    expect(presuming([age, consent({ presumptions: [always] })], { age: 'child' })).toEqual({
      facts: facts({ age: ['child'], consent: ['yes', 'partly'] }),
      presumed: [],
    });
  });

  it('is the first that applies, even if that one cannot be', () => {
    const age = concept('age', ['child', 'adult'], {
      gives: new Map([['child', facts({ consent: ['yes', 'partly'] })]]),
    });
    const two = consent({ presumptions: [{ value: 'partly', when: NEVER }, always, { value: 'yes', when: ALWAYS }] });
    expect(presuming([two], {}).presumed).toEqual([{ concept: 'consent', value: 'no' }]);
    expect(presuming([age, two], { age: 'child' }).presumed).toEqual([]);
  });

  it('is only where its condition is known to be true', () => {
    const age = concept('age', ['child', 'adult']);
    const if_ = consent({ presumptions: [{ value: 'no', when: all({ age: ['child'] }) }] });
    expect(presuming([age, if_], {}).presumed).toEqual([]);
    expect(presuming([age, if_], { age: UNKNOWN }).presumed).toEqual([]);
    expect(presuming([age, if_], { age: 'adult' }).presumed).toEqual([]);
    expect(presuming([age, if_], { age: 'child' }).presumed).toEqual([{ concept: 'consent', value: 'no' }]);
  });

  it('may rest on another, be it of a concept further down', () => {
    const first = consent({ presumptions: [{ value: 'no', when: all({ age: ['child'] }) }] });
    const age = concept('age', ['child', 'adult'], {
      presumptions: [{ value: 'child', when: all({ pupil: ['yes'] }) }],
    });
    const pupil = concept('pupil', ['yes', 'no'], { presumptions: [{ value: 'yes', when: ALWAYS }] });
    expect(presuming([first, age, pupil], {}).presumed.map(({ concept: id }) => id)).toEqual([
      'pupil',
      'age',
      'consent',
    ]);
    expect(presuming([first, age, pupil], { pupil: 'no' }).presumed).toEqual([]);
  });

  it('brings what it gives', () => {
    const age = concept('age', ['child', 'adult'], {
      gives: new Map([['child', facts({ consent: ['no'] })]]),
      presumptions: [{ value: 'child', when: ALWAYS }],
    });
    expect(presuming([age, consent({ presumptions: [{ value: 'yes', when: ALWAYS }] })], {})).toEqual({
      facts: facts({ age: ['child'], consent: ['no'] }),
      presumed: [{ concept: 'age', value: 'child' }],
    });
  });

  describe('of a group', () => {
    const groups = new Map([['some', { values: new Set(['yes', 'partly']), gives: new Map() }]]);
    const some = { value: 'some', when: ALWAYS };

    it('leaves the values of the group', () => {
      expect(presuming([consent({ groups, presumptions: [some] })], {})).toEqual({
        facts: facts({ consent: ['yes', 'partly'] }),
        presumed: [{ concept: 'consent', value: 'some' }],
      });
    });

    it('is no presumption where as much was stated', () => {
      expect(presuming([consent({ groups, presumptions: [some] })], { consent: 'some' }).presumed).toEqual([]);
    });

    it('is not followed by another of the same concept', () => {
      const later = { value: 'yes', when: all({ age: ['child'] }) };
      const age = concept('age', ['child', 'adult'], { presumptions: [{ value: 'child', when: ALWAYS }] });
      const { presumed } = presuming([consent({ groups, presumptions: [later, some] }), age], {});
      expect(presumed).toEqual([
        { concept: 'consent', value: 'some' },
        { concept: 'age', value: 'child' },
      ]);
    });

    it('narrows within a group that was stated', () => {
      const { facts: found } = presuming([consent({ groups, presumptions: [{ value: 'yes', when: ALWAYS }] })], {
        consent: 'some',
      });
      expect(found).toEqual(facts({ consent: ['yes'] }));
    });
  });
});

describe('by chance', () => {
  it('refuses what cannot be so together with what stands before it, and loses no situation', () => {
    fc.assert(
      fc.property(ruleSets(), statements, ({ concepts }, stated) => {
        const { facts, refused } = known(concepts, stated);
        const { left, refused: impossible } = believed(concepts, stated);
        expect(refused).toEqual(impossible);
        expect(situations(concepts).filter((situation) => agrees(situation, facts))).toEqual(left);
      }),
      RUNS,
    );
  });

  it('presumes nothing that was stated or that cannot be', () => {
    fc.assert(
      fc.property(ruleSets(), statements, ({ concepts }, stated) => {
        const { facts } = known(concepts, stated);
        const { facts: more, presumed } = presume(concepts, stated, facts);
        const left = presumedToo(concepts, believed(concepts, stated).left, presumed);
        expect(left).not.toEqual([]);
        expect(situations(concepts).filter((situation) => agrees(situation, more))).toEqual(left);
      }),
      RUNS,
    );
  });
});
