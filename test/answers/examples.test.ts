// Danger that no wording names is seen by its likeness to examples. A folder made by hand; the real one is in urgent.test.ts.
import { describe, expect, it } from 'vitest';
import { likeExamples } from '../../src/answer/examples.ts';
import { urgentFile } from '../../src/knowledge/urgent.ts';

const situation = (name: string, examples?: readonly string[]) => ({
  läge: name,
  ord: ['står aldrig här'],
  ...(examples === undefined ? {} : { exempel: examples }),
  ring: [{ vem: 'SOS Alarm', nummer: '112', när: 'genast' }],
  säg: 'Ring.',
  lagrum: ['BrB 24:4'],
});
const folder = (sea?: readonly string[], fire?: readonly string[]) => ({
  urgent: urgentFile.parse({
    kontrollerad: '2026-11-22',
    lägen: [situation('till sjöss', sea), situation('eld', fire), situation('utan exempel')],
    'liknar exempel': {
      ring: [{ vem: 'Hjälpen', när: 'nu' }],
      säg: 'Ring hjälpen.',
      lagrum: ['BrB 24:4'],
    },
    'lugna exempel': ['Får jag låna båten i sommar?', 'Vem sotar skorstenen?', 'Hur länge gäller sekretessen?'],
    'inte om': { 'i meningen': [], före: [] },
    nu: [],
  }),
  entries: [],
  elsewhere: [],
});
const shown = folder(['Båten tar in vatten och vi sjunker.'], ['Det ryker ur taket.', 'Röken väller in under dörren.']);
const first = (question: string) => likeExamples(question, shown)[0];

describe('danger by examples', () => {
  it.each(['vattnet stiger och baten sjunker', 'röken väller ut, det ryker överallt'])(
    'is seen, but not of which kind it is: %s',
    (question) => {
      expect(first(question)?.situation).toMatchObject({ calls: [{ who: 'Hjälpen' }], says: 'Ring hjälpen.' });
    },
  );

  it('is seen in the sentence that tells it', () => {
    expect(first('Hej, jag undrar en sak. Båten sjunker och tar in vatten.')?.words).toBe(
      'Båten sjunker och tar in vatten.',
    );
  });

  it.each(['Hur länge gäller sekretessen för båten?', 'Vem får låna båten?', ''])('is not seen in %j', (question) => {
    expect(likeExamples(question, shown)).toEqual([]);
  });

  it('is not looked for in a folder without examples', () => {
    expect(likeExamples('Båten sjunker', folder())).toEqual([]);
    expect(likeExamples('Båten sjunker', { entries: [], elsewhere: [] })).toEqual([]);
  });
});
