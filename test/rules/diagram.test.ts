// Diagrams of two or three questions, small enough to be drawn by hand.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiagrams, leavesOf, nodesOf, pathsOf, supportOf, type Diagram } from '../../src/rules/diagram.ts';
import { meaning } from '../../src/rules/evaluate.ts';
import type { Concept } from '../../src/rules/rule.ts';
import { agrees, all, concept, facts, isTrue, not, ruleSets, situations, some } from './support.ts';

type Leaf = boolean | string;

const consent = concept('consent', ['yes', 'no', 'partly']);
const needed = concept('needed', ['yes', 'no']);
const age = concept('age', ['child', 'adult']);
const workshop = (...concepts: readonly Concept[]) => createDiagrams<Leaf>(concepts, true, false);

/** The ways to every leaf but `false`, written out. */
function ways(diagram: Diagram<Leaf>): string[] {
  return [...pathsOf(diagram, (leaf) => leaf !== false)].map(({ where, value }) => {
    const along = [...where].map(([id, values]) => `${id}=${values.join('/')}`);
    return `${along.join(' ')} -> ${value}`;
  });
}

describe('a diagram', () => {
  const d = workshop(consent, needed, age);
  const given = (id: string, ...values: string[]) => d.is(id, new Set(values));

  it('is one and the same as any that says the same', () => {
    const [a, b] = [given('consent', 'yes'), given('needed', 'yes')];
    expect(given('consent', 'yes')).toBe(a);
    expect(d.both(b, a)).toBe(d.both(a, b));
    expect(d.not(d.not(a))).toBe(a);
    expect(d.not(d.both(a, b))).toBe(d.either(d.not(a), d.not(b)));
    expect(d.either(a, d.not(a))).toBe(d.always);
    expect(d.both(a, d.not(a))).toBe(d.never);
    expect(meaning(some(all({ consent: ['yes'] }), not(all({ consent: ['yes'] }))), d)).toBe(d.always);
  });

  it('tells different things apart', () => {
    const made = [
      given('consent', 'yes'),
      given('consent', 'no'),
      given('needed', 'yes'),
      given('needed', 'no'),
      d.both(given('consent', 'yes'), given('needed', 'yes')),
      d.either(given('consent', 'yes'), given('needed', 'yes')),
      d.always,
      d.never,
      d.leaf('x'),
    ];
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
  });

  it('is true for all values, and for none, without asking', () => {
    expect(given('consent', 'yes', 'no', 'partly')).toBe(d.always);
    expect(given('consent')).toBe(d.never);
    expect(given('consent', 'never heard of')).toBe(d.never);
    expect(() => given('nothing', 'yes')).toThrow('No concept nothing.');
  });

  it('asks in the order of the concepts, and only of what matters', () => {
    const both = d.both(given('age', 'child'), given('consent', 'yes'));
    expect([...supportOf(both)]).toEqual(['consent', 'age']);
    expect(both).toMatchObject({ kind: 'branch', concept: { id: 'consent' } });
  });

  it('chooses', () => {
    const chosen = d.choose(
      given('needed', 'yes'),
      d.leaf('now'),
      d.choose(given('age', 'child'), d.leaf('later'), d.leaf('now')),
    );
    expect(ways(chosen)).toEqual(['needed=yes -> now', 'needed=no age=child -> later', 'needed=no age=adult -> now']);
    expect(d.choose(d.always, d.leaf('a'), d.leaf('b'))).toBe(d.leaf('a'));
    expect(d.choose(d.never, d.leaf('a'), d.leaf('b'))).toBe(d.leaf('b'));
    expect(d.choose(given('age', 'child'), d.leaf('a'), d.leaf('a'))).toBe(d.leaf('a'));
  });

  it('cannot choose by what is neither true nor false', () => {
    expect(() => d.choose(d.leaf('maybe'), d.leaf('a'), d.leaf('b'))).toThrow('A leaf has no next step.');
  });

  it('joins leaf by leaf', () => {
    const one = d.choose(given('consent', 'yes'), d.leaf('a'), d.leaf('b'));
    const two = d.choose(given('needed', 'yes'), d.leaf('x'), d.leaf('y'));
    const joined = d.join(one, two, (a, b) => `${a}${b}`);
    expect(ways(joined)).toEqual([
      'consent=yes needed=yes -> ax',
      'consent=yes needed=no -> ay',
      'consent=no/partly needed=yes -> bx',
      'consent=no/partly needed=no -> by',
    ]);
    expect(d.join(one, one, (a, b) => a === b)).toBe(d.always);
    expect(d.join(two, one, (a, b) => `${b}${a}`)).toBe(joined);
  });

  it('joins each pair by what is asked for this time', () => {
    const [one, two] = [given('consent', 'yes'), given('needed', 'yes')];
    expect(d.join(one, two, (a, b) => a === true && b === true)).toBe(d.both(one, two));
    expect(d.join(one, two, (a, b) => a === true || b === true)).toBe(d.either(one, two));
  });
});

describe('what is read off a diagram', () => {
  const d = workshop(consent, needed);
  const diagram = d.choose(
    d.is('consent', new Set(['no'])),
    d.choose(d.is('needed', new Set(['yes'])), d.leaf('help'), d.leaf('stop')),
    d.leaf('go'),
  );

  it('is every node once', () => {
    expect([...nodesOf(diagram)].map((node) => (node.kind === 'leaf' ? node.value : node.concept.id))).toEqual([
      'consent',
      'go',
      'needed',
      'help',
      'stop',
    ]);
    expect(nodesOf(d.leaf('x')).size).toBe(1);
  });

  it('is its leaves and its support', () => {
    expect([...leavesOf(diagram)].sort()).toEqual(['go', 'help', 'stop']);
    expect([...supportOf(diagram)]).toEqual(['consent', 'needed']);
    expect([...supportOf(d.leaf('x'))]).toEqual([]);
  });

  it('is the ways to the leaves wanted, values that lead to the same place as one', () => {
    expect(ways(diagram)).toEqual([
      'consent=yes/partly -> go',
      'consent=no needed=yes -> help',
      'consent=no needed=no -> stop',
    ]);
    expect([...pathsOf(diagram, (leaf) => leaf === 'stop')].length).toBe(1);
    expect([...pathsOf(diagram, (leaf) => leaf === 'nothing')]).toEqual([]);
    expect([...pathsOf(d.leaf('x'), (leaf) => leaf === 'x')]).toEqual([{ where: new Map(), value: 'x' }]);
  });

  it('is read only as far as it is asked for', () => {
    const [first] = pathsOf(diagram, () => true);
    expect(first).toEqual({ where: new Map([['consent', ['yes', 'partly']]]), value: 'go' });
  });

  it('walks into no part where nothing wanted is left', () => {
    const asked: Leaf[] = [];
    const [way] = pathsOf(diagram, (leaf) => {
      asked.push(leaf);
      return leaf === 'stop';
    });
    expect(way?.where.get('consent')).toEqual(['no']);
    expect(asked.length).toBeLessThan(8);
  });
});

describe('given facts', () => {
  const offence = concept('offence', ['murder', 'theft', 'none'], {
    gives: new Map([
      ['murder', facts({ grave: ['yes'], person: ['yes'] })],
      ['theft', facts({ grave: ['no'], person: ['no'] })],
    ]),
  });
  const [grave, person] = [concept('grave', ['yes', 'no']), concept('person', ['yes', 'no'])];
  const d = workshop(offence, grave, person);
  const is = (id: string, value: string) => d.is(id, new Set([value]));

  it('is left as it is where nothing is known and values give nothing', () => {
    const plain = workshop(consent, needed);
    const diagram = plain.both(plain.is('consent', new Set(['yes'])), plain.is('needed', new Set(['yes'])));
    expect(plain.given(diagram, new Map())).toBe(diagram);
  });

  it('loses the values that are excluded', () => {
    const plain = workshop(consent, needed);
    const diagram = plain.choose(
      plain.is('consent', new Set(['yes'])),
      plain.leaf('go'),
      plain.is('needed', new Set(['yes'])),
    );
    expect(plain.given(diagram, facts({ consent: ['yes'] }))).toBe(plain.leaf('go'));
    expect(plain.given(diagram, facts({ consent: ['no', 'partly'] }))).toBe(plain.is('needed', new Set(['yes'])));
    expect(ways(plain.given(diagram, facts({ consent: ['yes', 'no'] })))).toEqual([
      'consent=yes -> go',
      'consent=no needed=yes -> true',
    ]);
    expect(plain.given(diagram, facts({ needed: ['yes'] }))).toBe(
      plain.choose(plain.is('consent', new Set(['yes'])), plain.leaf('go'), plain.always),
    );
  });

  it('loses along each way what its value excludes', () => {
    const diagram = d.choose(is('offence', 'murder'), is('grave', 'yes'), is('person', 'yes'));
    expect(ways(d.given(diagram, new Map()))).toEqual(['offence=murder -> true', 'offence=none person=yes -> true']);
  });

  it('loses what no value of a question left out of it would give', () => {
    const diagram = d.choose(is('grave', 'yes'), is('person', 'yes'), d.leaf('petty'));
    const known = d.given(diagram, facts({ offence: ['murder', 'theft'] }));
    expect(ways(known)).toEqual(['grave=yes -> true', 'grave=no -> petty']);
  });

  it('sees what is given by what is given', () => {
    const place = concept('place', ['ward', 'street'], { gives: new Map([['ward', facts({ carer: ['public'] })]]) });
    const carer = concept('carer', ['public', 'private'], { gives: new Map([['public', facts({ duty: ['yes'] })]]) });
    const duty = concept('duty', ['yes', 'no']);
    const chain = workshop(place, carer, duty);
    const both = chain.both(chain.is('place', new Set(['ward'])), chain.is('duty', new Set(['no'])));
    expect(chain.given(both, new Map())).toBe(chain.never);
  });

  it('sees a diamond: two ways to the same conclusion, and none to its opposite', () => {
    const top = concept('top', ['1', '2'], {
      gives: new Map([
        ['1', facts({ left: ['1'], right: ['1'] })],
        ['2', facts({ left: ['2'], right: ['2'] })],
      ]),
    });
    const side = (id: string) => concept(id, ['1', '2'], { gives: new Map([['1', facts({ bottom: ['1'] })]]) });
    const bottom = concept('bottom', ['1', '2']);
    const diamond = workshop(top, side('left'), side('right'), bottom);
    const differ = diamond.join(
      diamond.is('left', new Set(['1'])),
      diamond.is('right', new Set(['1'])),
      (a, b) => a !== b,
    );
    expect(diamond.given(differ, new Map())).toBe(diamond.never);
    const low = diamond.both(diamond.is('top', new Set(['1'])), diamond.is('bottom', new Set(['2'])));
    expect(diamond.given(low, new Map())).toBe(diamond.never);
    expect(diamond.given(diamond.is('bottom', new Set(['1'])), facts({ top: ['1'] }))).toBe(diamond.always);
    expect(diamond.given(diamond.is('bottom', new Set(['1'])), facts({ top: ['2'] })).kind).toBe('branch');
  });

  it('is left as it is by facts that cannot be so', () => {
    const diagram = is('person', 'yes');
    expect(d.given(diagram, facts({ offence: ['murder'], person: ['no'] }))).toBe(diagram);
  });

  it('stays within what is left when given more', () => {
    const diagram = d.choose(is('offence', 'none'), is('person', 'yes'), d.leaf('crime'));
    const some = d.given(diagram, facts({ offence: ['murder', 'none'] }));
    expect(d.given(some, facts({ person: ['no'] }))).toBe(d.never);
    expect(ways(d.join(some, is('person', 'yes'), (a, b) => `${a} ${b}`))).toEqual([
      'offence=murder person=yes -> crime true',
      'offence=murder person=no -> crime false',
      'offence=none person=yes -> true true',
      'offence=none person=no -> false false',
    ]);
    expect(ways(d.choose(d.not(is('offence', 'theft')), some, d.leaf('x')))).toEqual(ways(some));
  });
});

describe('by chance', () => {
  it('has for every situation exactly one way, and no way without a situation', () => {
    fc.assert(
      fc.property(ruleSets(), ({ concepts, rules }) => {
        const d = createDiagrams<Leaf>(concepts, true, false);
        const all = situations(concepts);
        for (const { when } of rules) {
          const diagram = d.given(meaning(when, d), new Map());
          const found = [...pathsOf(diagram, () => true)].map(({ where, value }) => ({
            value,
            among: all.filter((each) => agrees(each, new Map([...where].map(([id, values]) => [id, new Set(values)])))),
          }));
          expect(found.flatMap(({ among }) => among).length).toBe(all.length);
          for (const { value, among } of found) {
            expect(among.length).toBeGreaterThan(0);
            for (const each of among) expect(isTrue(when, each)).toBe(value);
          }
        }
      }),
      { seed: 26, numRuns: 100 },
    );
  });
});
