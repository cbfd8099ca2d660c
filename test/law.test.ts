import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTS } from '../src/law/acts.ts';
import { actUrl, formatLong, formatShort, provisionUrl, sectionKey, type Citation } from '../src/law/citation.ts';
import { findCitations, parseCitation } from '../src/law/parse.ts';
import { formerMeaning, successionOf } from '../src/law/successors.ts';

const short = (text: string) => findCitations(text).map((found) => formatShort(found.citation));

describe('finding provisions in text', () => {
  it.each<[string, string[]]>([
    ['26 kap. 1 § OSL', ['OSL 26:1']],
    ['OSL 26:1', ['OSL 26:1']],
    ['osl 26:1', ['OSL 26:1']],
    ['OSL 26 kap 1§', ['OSL 26:1']],
    ['2 kapitel 1 paragraf offentlighets- och sekretesslagen', ['OSL 2:1']],
    ['offentlighets och sekretesslagen 2 kap. 1 §', ['OSL 2:1']],
    ['paragraf 27 i 10 kapitlet osl', ['OSL 10:27']],
    ['1 och 2 §§ i 26 kap. OSL', ['OSL 26:1', 'OSL 26:2']],
    ['kap. 26 § 1 OSL', ['OSL 26:1']],
    ['10 kap. 21–23 §§', ['OSL 10:21', 'OSL 10:22', 'OSL 10:23']],
    ['OSL 10:21–10:23', ['OSL 10:21', 'OSL 10:22', 'OSL 10:23']],
    ['10 kap. 18 a–18 c §§ OSL', ['OSL 10:18a', 'OSL 10:18b', 'OSL 10:18c']],
    ['23:1, 2 och 5', ['OSL 23:1', 'OSL 23:2', 'OSL 23:5']],
    ['OSL 8:1 och 8:2', ['OSL 8:1', 'OSL 8:2']],
    ['14 kap. 1 § första stycket SoL', ['SoL 14:1 första stycket']],
    ['26 kap. 9 § första stycket 2 OSL', ['OSL 26:9 första stycket p. 2']],
    ['OSL 23:2 st3', ['OSL 23:2 tredje stycket']],
    ['23 kap. 2 § första och tredje styckena OSL', ['OSL 23:2 första stycket', 'OSL 23:2 tredje stycket']],
    ['RB 36:5 fjärde stycket 2', ['RB 36:5 fjärde stycket p. 2']],
    ['6 a kap. 10 § skollagen', ['SkolL 6a:10']],
    ['BrB 4:9 c', ['BrB 4:9c']],
    ['FL 10 §', ['FL 10']],
    ['10 § FL', ['FL 10']],
    ['§ 10 förvaltningslagen', ['FL 10']],
    ['10 § forvaltningslagen', ['FL 10']],
    ['LSS 24g', ['LSS 24g']],
    ['FL 16 och 17 §§', ['FL 16', 'FL 17']],
    ['26\u00A0kap.\u00A01\u00A0§ OSL', ['OSL 26:1']],
    ['1 kap. 1 § tredje stycket socialtjänstlagen (2001:453)', ['SoL2001 1:1 tredje stycket']],
    ['gamla SoL 14:1', ['SoL2001 14:1']],
    ['19 kap. 1 § socialtjänstlagen (2025:400)', ['SoL 19:1']],
    ['10 kap. 27 § och 26 kap. 9 § OSL samt 19 kap. 1 § SoL', ['OSL 10:27', 'OSL 26:9', 'SoL 19:1']],
    ['SoL 19:1 och 26 kap. 1 § OSL', ['SoL 19:1', 'OSL 26:1']],
    ['OSL 26:1, SoL 2:1 andra stycket, FL 16', ['OSL 26:1', 'SoL 2:1 andra stycket', 'FL 16']],
  ])('%s', (text, expected) => {
    expect(short(text)).toEqual(expected);
  });

  it.each([
    '7 kap. 4 § sekretesslagen (1980:100)',
    'sekretesslagen (1980:100) 7 kap. 4 §',
    '3 och 4 §§ förvaltningslagen (1986:223)',
  ])('«%s» is of an act that has the name of one of ours, and is none of them', (text) => {
    expect(findCitations(text)).toEqual([]);
  });

  it('reads what stands beside an act that has the name of one of ours', () => {
    const found = findCitations('3 § förvaltningslagen (1986:223), 26 kap. 1 § OSL');
    expect(found.map(({ citation }) => sectionKey(citation))).toEqual(['OSL 26:1']);
  });

  it.each(['kl 12:30', 'klockan 9:15', 'SFS 2024:88', '2009:400', 'OSL', '3 barn och 2 vuxna', 'FL', 'OSL 10 §', ''])(
    'sees none in "%s"',
    (text) => {
      expect(short(text)).toEqual([]);
    },
  );

  it('gives the place in the text as it was given', () => {
    const text = 'Se 26\u00A0kap. 1 § OSL.';
    const [found] = findCitations(text);
    expect(text.slice(found?.start, found?.end)).toBe('26\u00A0kap. 1 § OSL');
  });

  it('ends with its sentence', () => {
    const text = 'Se SoL 19:1 första stycket. Punkt 4 nämner skolan.';
    const [found] = findCitations(text);
    expect(text.slice(found?.start, found?.end)).toBe('SoL 19:1 första stycket');
  });

  it('says when the act was not named', () => {
    expect(findCitations('26:1')[0]?.actStated).toBe(false);
    expect(parseCitation('26:1')).toBeUndefined();
  });

  it('takes a whole text as one provision only when nothing else stands in it', () => {
    expect(parseCitation('26 kap. 1 § OSL')).toEqual({ act: 'OSL', chapter: '26', section: '1' });
    expect(parseCitation('OSL 26:1 och 26:2')).toBeUndefined();
    expect(parseCitation('vad säger OSL 26:1')).toBeUndefined();
  });

  it('ends in reasonable time on text made to be slow', () => {
    const hostile = '1 kap. 1, '.repeat(2_000) + '§ '.repeat(2_000) + '1 och '.repeat(2_000);
    expect(findCitations(hostile).length).toBeGreaterThan(0);
  });
});

describe('writing and reading again', () => {
  const number = fc.integer({ min: 1, max: 99 });
  const letter = fc.constantFrom('', 'a', 'b', 'g');
  const numbered = fc.tuple(number, letter).map(([n, l]) => `${n}${l}`);
  const optional = fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined });
  const citation: fc.Arbitrary<Citation> = fc
    .record({
      act: fc.constantFrom(...ACTS),
      chapter: numbered,
      section: numbered,
      paragraph: optional,
      item: optional,
      sentence: optional,
    })
    .map(({ act, chapter, section, paragraph, item, sentence }) => ({
      act: act.id,
      ...(act.chapters ? { chapter } : {}),
      section,
      ...(paragraph === undefined ? {} : { paragraph }),
      ...(item === undefined ? {} : { item }),
      ...(sentence === undefined ? {} : { sentence }),
    }));

  it('printing and then parsing is the identity, in both forms', () => {
    fc.assert(
      fc.property(citation, (c) => {
        expect(parseCitation(formatShort(c))).toEqual(c);
        expect(parseCitation(formatLong(c))).toEqual(c);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, and points inside the text', () => {
    const pieces = fc.constantFrom(
      '26',
      ' kap. ',
      ' § ',
      ':',
      '1',
      ' a',
      ' och ',
      '–',
      'OSL',
      ' SoL ',
      ' (2001:453)',
      ', ',
      ' första stycket',
      ' p. 2',
      'x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (text) => {
          for (const { start, end } of findCitations(text)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(start).toBeLessThan(end);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('links', () => {
  it('point at the provision at lagen.nu and at the act at the Riksdag', () => {
    expect(provisionUrl({ act: 'OSL', chapter: '10', section: '15a', paragraph: 2 })).toBe(
      'https://lagen.nu/2009:400#K10P15aS2',
    );
    expect(provisionUrl({ act: 'FL', section: '10' })).toBe('https://lagen.nu/2017:900#P10');
    expect(actUrl('SoL')).toBe('https://data.riksdagen.se/dokument/sfs-2025-400.html');
  });
});

describe('the repealed socialtjänstlag', () => {
  const sol2001 = (place: string) => successionOf(parseCitation(`SoL2001 ${place}`)!)?.current.map(formatShort);

  it('knows what took over', () => {
    expect(sol2001('14:1')).toEqual(['SoL 19:1', 'SoL 19:2', 'SoL 20:6', 'SoL 19:3']);
    expect(sol2001('1:1')).toEqual(['SoL 2:1 första stycket', 'SoL 2:2', 'SoL 2:1 andra stycket']);
    expect(sol2001('11:5')).toEqual(['SoL 14:3', 'SoL 14:7']);
    expect(sol2001('6:1')).toBeUndefined();
  });

  it('sees that a number of today may be meant as one of yesterday', () => {
    expect(formerMeaning({ act: 'SoL', chapter: '14', section: '1' })?.current.map(sectionKey)).toContain('SoL 19:1');
    expect(formerMeaning({ act: 'SoL', chapter: '19', section: '1' })).toBeUndefined();
  });
});
