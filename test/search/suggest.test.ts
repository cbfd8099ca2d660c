// The search for a provision while it is being written, over the real folder.
import { describe, expect, it } from 'vitest';
import { sectionKey } from '../../src/law/citation.ts';
import { suggestProvisions } from '../../src/search/suggest.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';

const knowledge = await realKnowledge();
const MOST = 20;
const offered = (written: string, day = DAY) =>
  suggestProvisions(knowledge, day, written, MOST).map(({ citation }) => sectionKey(citation));

describe('what is offered first', () => {
  it.each([
    ['OSL 26:1', 'OSL 26:1'],
    ['26 kap. 1 § OSL', 'OSL 26:1'],
    ['26:1', 'OSL 26:1'],
    ['26 kapitlet 1 paragrafen', 'OSL 26:1'],
    ['10 kap. 15 a §', 'OSL 10:15a'],
    ['10 § förvaltningslagen', 'FL 10'],
    ['gamla sol 14:1', 'SoL 19:1'],
    ['generalklausulen', 'OSL 10:27'],
    ['genralklasulen', 'OSL 10:27'],
    ['nödvändigt utlämnande', 'OSL 10:2'],
    ['nodvandigt utlamnande', 'OSL 10:2'],
    ['socialtjänst', 'OSL 26:1'],
    ['osl elevhälsa', 'OSL 23:2'],
    ['psl 6 kap', 'PSL 6:4'],
  ])('%s', (written, first) => {
    expect(offered(written)[0]).toBe(first);
  });
});

describe('what is offered', () => {
  it('narrows as one writes', () => {
    expect(offered('osl').every((place) => place.startsWith('OSL '))).toBe(true);
    expect(offered('osl 26').every((place) => place.startsWith('OSL 26:'))).toBe(true);
    expect(offered('osl 26:1')).toContain('OSL 26:15');
    expect(offered('osl 26:1').every((place) => place.startsWith('OSL 26:1'))).toBe(true);
    expect(offered('skollagen 29').every((place) => place.startsWith('SkolL 29:'))).toBe(true);
  });

  it('is what most answers rest on, before anything is written', () => {
    expect(offered('')).toHaveLength(MOST);
    expect(offered('').slice(0, 5)).toContain('OSL 26:1');
    expect(offered('o')).toEqual(offered(' '));
  });

  it('has each once, in force on the day, and never more than there is room for', () => {
    for (const written of ['', 'osl', 'osl 2', 'sekretess', 'skollagen 23:10', 'skollagen 23:10 plikt']) {
      expect(new Set(offered(written)).size).toBe(offered(written).length);
      expect(offered(written).length).toBeLessThanOrEqual(MOST);
    }
    const wording = (day: string) => suggestProvisions(knowledge, day, 'OSL 23:2', MOST)[0]?.wording;
    expect(wording(DAY)).not.toBe(wording('2028-07-01'));
  });

  it('is nothing where nothing is like it, and breaks on nothing', () => {
    expect(offered('zzzzqqq')).toEqual([]);
    for (const odd of ['§', ':', '((((', '26:', '\\', 'x'.repeat(5_000), '1'.repeat(500), '\u0000'])
      expect(() => offered(odd)).not.toThrow();
  });
});
