// What points to a person is found in the text as given, and nothing of it is left. The numbers are invented, in
// series that are not given to people.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guard } from '../../src/question/guard.ts';

const found = (text: string) => guard(text).personalData.map(({ kind, start, end }) => [kind, text.slice(start, end)]);

const P = numbered('900115', '238');
const [DATE, LAST] = [P.slice(0, 6), P.slice(6)] as const;
const S = numbered('900175', '239');

describe('personnummer', () => {
  it.each([
    `${DATE}-${LAST}`,
    `${DATE}${LAST}`,
    `${DATE} ${LAST}`,
    `${DATE}+${LAST}`,
    `${DATE}–${LAST}`,
    `${DATE}—${LAST}`,
    `${DATE}\u2011${LAST}`,
    `${DATE}\u2212${LAST}`,
    `${DATE}\u00AD${LAST}`,
    `${DATE} - ${LAST}`,
    `${DATE}\u00A0${LAST}`,
    `${DATE}\u202F–\u202F${LAST}`,
    `${DATE}\t${LAST}`,
    `19${DATE}-${LAST}`,
    `19${DATE}${LAST}`,
    `19${DATE} ${LAST}`,
    `19 ${DATE}-${LAST}`,
    `1990 01 15 ${LAST}`,
    `1990-01-15-${LAST}`,
    `1990-01-15 ${LAST}`,
    `90-01-15-${LAST}`,
    `${DATE} ${LAST.slice(0, 2)} ${LAST.slice(2)}`,
  ])('«%s»', (number) => {
    const text = `Gäller det ${number}, som går i 8 B?`;
    expect(found(text)).toEqual([['personnummer', number]]);
    expect(guard(text).text).toBe('Gäller det [personnummer], som går i 8 B?');
  });

  it.each([
    ['with numbers before it', `kl 1430 ${DATE}-${LAST}`, 'kl 1430 [personnummer]'],
    ['with a year before it', `år 2026 ${DATE}-${LAST}`, 'år 2026 [personnummer]'],
    ['with a citation before it', `OSL 26:1 ${DATE}-${LAST}`, 'OSL 26:1 [personnummer]'],
    ['with a date before it', `2026-11-22 ${DATE}-${LAST}`, '2026-11-22 [personnummer]'],
    ['with letters around it', `pnr${DATE}-${LAST}?`, 'pnr[personnummer]?'],
    ['twice, the second time as a samordningsnummer', `${P}/${S}`, '[personnummer]/[samordningsnummer]'],
    ['of a hundred-year-old', numbered('121212', '121').replace(/(?=.{4}$)/u, '+'), '[personnummer]'],
  ])('%s', (_, text, masked) => {
    expect(guard(text).text).toBe(masked);
  });

  it.each([
    ['-', `${DATE}-`],
    ['a space', `${DATE} `],
    ['the century alone', `19${DATE}`],
    ['dashes all through', '1990-01-15-'],
  ])('is seen also with a slip of the finger in it, written with %s', (_, start) => {
    const last = `${LAST.slice(0, 3)}${(Number(LAST.slice(3)) + 1) % 10}`;
    expect(guard(`Gäller ${start}${last}.`).text).toBe('Gäller [personnummer].');
  });

  it('leaves no digit of it where a number before it may be part of it', () => {
    expect(guard(`avd 12 ${DATE} ${LAST.slice(0, 2)} ${LAST.slice(2)}`).text).not.toMatch(
      new RegExp(LAST.slice(2), 'u'),
    );
  });

  it('is told from a samordningsnummer', () => {
    expect(found(`Nr ${S.slice(0, 6)}-${S.slice(6)}.`)).toEqual([
      ['samordningsnummer', `${S.slice(0, 6)}-${S.slice(6)}`],
    ]);
    expect(found(`Nr 19${S}.`)).toEqual([['samordningsnummer', `19${S}`]]);
  });
});

describe('e-mail', () => {
  it.each(['kim@example.se', 'Kim.Ek+soc@skola.example.se', 'åsa_öberg@exempel.se', 'a@b.co', 'k%k@example.travel'])(
    '«%s»',
    (address) => {
      expect(found(`Skriv till ${address}.`)).toEqual([['e-post', address]]);
    },
  );

  it.each([
    ['<mailto:kim@example.se|kim@example.se>', '<mailto:[e-post]|[e-post]>'],
    [`${P}@example.se`, '[e-post]'],
    ['kim@example.se,eli@example.se', '[e-post],[e-post]'],
  ])('%s', (text, masked) => {
    expect(guard(text).text).toBe(masked);
  });

  it.each(['@rektor', 'kim@skolan', '8 kr @ 2 st', 'a@', '@.se'])('none in «%s»', (text) => {
    expect(guard(text)).toEqual({ text, personalData: [] });
  });
});

describe('phone numbers', () => {
  it.each([
    '070-174 06 05',
    '0701740605',
    '070 174 06 05',
    '070\u00A0174\u00A006\u00A005',
    '070–174 06 05',
    '070/174 06 05',
    '+46701740605',
    '+46 70 174 06 05',
    '+46 (0)70-174 06 05',
    '0046 70 174 06 05',
    '08-465 004 05',
    '08 - 465 004 05',
    '(08) 465 004 05',
    '031-390 06 05',
    '0980-31 92 05',
  ])('«%s»', (number) => {
    const text = `Ring ${number} så svarar jag.`;
    expect(guard(text).text).toBe('Ring [telefon] så svarar jag.');
    expect(found(text)).toEqual([['telefon', number]]);
  });

  it.each([
    ['kl 14, 070-174 06 05', 'kl 14, [telefon]'],
    ['kl. 10 070-174 06 05', 'kl. 10 [telefon]'],
    ['070-174 06 05 14-16', '[telefon] 14-16'],
    ['070-174 06 05, 2026', '[telefon], 2026'],
    ['070-174 06 05 08-465 004 05', '[telefon] [telefon]'],
    ['070-174 06 05/08-465 004 05,0980-31 92 05', '[telefon]/[telefon],[telefon]'],
    ['tel0701740605, (0701740605).', 'tel[telefon], ([telefon]).'],
    [`0701740605 ${P}`, '[telefon] [personnummer]'],
    [`${P} 0701740605`, '[personnummer] [telefon]'],
    [`${P},070-174 06 05,kim@example.se`, '[personnummer],[telefon],[e-post]'],
  ])('in «%s»', (text, masked) => {
    expect(guard(text).text).toBe(masked);
  });
});

describe('what is no personal data', () => {
  it.each([
    '26 kap. 1 § OSL, OSL 10:27 och 10 kap. 21–23 §§',
    'SFS 2009:400, (2025:400) och SFS 2001:453',
    '2026-11-22',
    '2026-11-22 10.30',
    '22/11 2026, 22.11.2026, 08-11-2026, 08/11/2026 och 01-02-2026',
    '2026-08-11 10.30 och 01.02-03.04',
    'den 1 januari 2026',
    'kl 08.30–16.30, 08:30-16:00 och 14.15',
    'läsåret 2025/26 eller 2025-2026',
    'år 1990, 2026 och 2028',
    `org.nr ${numbered('559015', '238').replace(/(?=.{4}$)/u, '-')}`,
    `org.nr 16${numbered('559015', '238')}`,
    'dnr SN 2026-01234, SN 2026/01234 och BUN 0123/26',
    'JO dnr 6794-2017, HFD 2019 ref. 5, mål nr 1234-26',
    'JO 2020/21 s. 345',
    '1 500 000 kr, 0,50 kr och 12 500:-',
    'Bg 123-4567',
    'ring 112, 1177, 114 14 eller 116 111',
    '0–18 år, 7-9 och 10–12',
    'ISBN 978-91-38-32556-8',
    '123 45 Storstad',
    '8 B, 7 c, klass 9',
    '0000000000, 1111111111 och 9999999999',
    '',
  ])('«%s»', (text) => {
    expect(guard(text)).toEqual({ text, personalData: [] });
  });
});

describe('whatever is written', () => {
  const personal = [
    P,
    `${DATE}-${LAST}`,
    `${DATE} ${LAST}`,
    `19${P}`,
    S,
    '0701740605',
    '08-465 004 05',
    '+46 70 174 06 05',
    'kim@example.se',
  ];
  const other = [
    'Får',
    'soc',
    '12',
    '1430',
    '2026',
    '26:1',
    '08',
    '+46',
    '2026-11-22',
    'OSL',
    '(',
    ')',
    '-',
    '§',
    '😀',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.constantFrom(...personal, ...other, ' ', '0', '-', '\u00A0', '@', '.'), { maxLength: 20 })
      .map((parts) => parts.join('')),
  );

  it('never throws; findings stand in order, inside the text, and the rest of it is as it was', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { text: masked, personalData } = guard(given);
        let [at, rebuilt] = [0, ''];
        for (const { kind, start, end } of personalData) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          rebuilt += `${given.slice(at, start)}[${kind}]`;
          at = end;
        }
        expect(at).toBeLessThanOrEqual(given.length);
        expect(masked).toBe(rebuilt + given.slice(at));
      }),
      { numRuns: 2_000 },
    );
  });

  it('masking twice finds nothing more', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(guard(guard(given).text).personalData).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves no personal data whole, whatever words and numbers stand around it', () => {
    const parts = fc.array(fc.constantFrom(...personal, ...other), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, fc.constantFrom(' ', ', ', '\n'), (words, between) => {
        const { text: masked } = guard(words.join(between));
        for (const secret of personal) expect(masked).not.toContain(secret);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gets through a long text made to be slow', () => {
    for (const piece of ['12 ', '1-', '07 ', 'a.@', 'kim@example.se ', '070-174 06 05 ', '+', '(']) {
      const { text: masked } = guard(piece.repeat(20_000));
      expect(masked).not.toContain('kim');
    }
  });
});

/** A birth date and number with its check digit, by the Luhn rule. */
function numbered(date: string, birthNumber: string): string {
  const digits = Array.from(`${date}${birthNumber}`, (digit, i) => Number(digit) * (i % 2 === 0 ? 2 : 1));
  const sum = digits.reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0);
  return `${date}${birthNumber}${(10 - (sum % 10)) % 10}`;
}
