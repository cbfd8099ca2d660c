// Situations in Swedish, held against the real parties and concepts.
import { describe, expect, it } from 'vitest';
import { factInWords, factsInWords, pairInWords, situationInWords, valuesInText } from '../../src/render/situation.ts';
import { realKnowledge } from '../support/knowledge.ts';

const { rulebook } = await realKnowledge();
if (rulebook === undefined) throw new Error('The real folder has no rules.');
const concept = (id: string) => rulebook.ruleSet.concepts.find((each) => each.id === id);
const group = (name: string) => [...(concept('avsändare')?.groups.get(name)?.values ?? [])];
const where = (given: Readonly<Record<string, readonly string[]>>) => new Map(Object.entries(given));

describe('a situation in words', () => {
  it('has the parties by name, and the rest by the names in the rules', () => {
    const said = { avsändare: ['socialsekreterare'], mottagare: ['lärare'], samtycke: ['nej'], begäran: ['ja'] };
    expect(situationInWords(where(said), rulebook)).toBe('socialsekreteraren → läraren; samtycke: nej; begäran: ja');
  });

  it('says nothing of what may be anything', () => {
    const all = concept('uppgift')?.values ?? [];
    expect(situationInWords(where({ uppgift: all, samtycke: ['nej'] }), rulebook)).toBe('samtycke: nej');
    expect(factsInWords(where({ avsändare: ['polis'], uppgift: all, samtycke: ['nej'] }), rulebook)).toEqual([
      'samtycke: nej',
    ]);
    expect(pairInWords(where({ samtycke: ['nej'] }), rulebook)).toBeUndefined();
    expect(situationInWords(new Map(), rulebook)).toBe('');
  });

  it('names several parties by what they are together', () => {
    expect(pairInWords(where({ avsändare: group('socialtjänst'), mottagare: group('skola') }), rulebook)).toBe(
      'socialtjänsten → skolan',
    );
    expect(pairInWords(where({ avsändare: [...group('vården'), 'polis'] }), rulebook)).toBe(
      'hälso- och sjukvården eller polisen → vem som helst',
    );
  });

  it('says all but a few', () => {
    const but = (concept('mottagare')?.values ?? []).filter((value) => value !== 'polis' && value !== 'JO');
    expect(pairInWords(where({ mottagare: but }), rulebook)).toBe('vem som helst → alla utom polisen och JO');
    expect(factInWords('samtycke', (concept('samtycke')?.values ?? []).slice(1), rulebook)).toBe(
      'samtycke: allt utom ja',
    );
    expect(factInWords('samtycke', ['nej', 'bara barnet'], rulebook)).toBe('samtycke: nej eller bara barnet');
  });

  it('says the words that are written for people where they are asked for', () => {
    expect(valuesInText('samtycke', ['nej'], rulebook)).toBe('Inget samtycke');
    expect(valuesInText('finns inte', ['något'], rulebook)).toBe('något');
  });
});
