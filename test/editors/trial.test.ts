// Cases and answers against the rules: those that hold, and what is said of those that do not.
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/knowledge/problem.ts';
import { tryCases } from '../../src/editors/trial.ts';
import { DAY, edit, read, smallFolder } from './small.ts';

const CASES = 'fall/alla.yml';

async function problems(...edits: readonly (readonly [file: string, from: string, to: string])[]): Promise<Problem[]> {
  const folder = smallFolder();
  for (const [file, from, to] of edits) edit(folder, file, from, to);
  return tryCases(await read(folder), DAY);
}

describe('the cases', () => {
  it('hold', async () => {
    expect(await problems()).toEqual([]);
  });

  it.each<[string, [string, string], string, string]>([
    [
      'another verdict',
      ['utfall: hindrar\n', 'utfall: hindrar inte\n'],
      'Utfallet ska vara «hindrar inte» men blir «hindrar».',
      'Är fallet rätt, ändra regeln',
    ],
    [
      'something open where the verdict should be settled',
      ['utfall: beror på', 'utfall: hindrar'],
      'Utfallet ska vara «hindrar» men blir «beror på».',
      'Det här kan ännu ändra utfallet: «övervikt».',
    ],
    [
      'a sender that is not covered',
      ['avsändare: lärare, mottagare: polis, samtycke: nej }', 'avsändare: polis, mottagare: lärare, samtycke: nej }'],
      'Utfallet ska vara «beror på» men blir «utanför».',
      'tackning.yml',
    ],
    [
      'a provision without a part',
      ['avgörs av: [OSL 12:2]', 'avgörs av: [OSL 12:2, OSL 23:2]'],
      'OSL 23:2 ska ha del i utfallet men har det inte.',
      'Läs lagtexten',
    ],
    [
      'a lift that opens nothing said to have a part',
      [
        'samtycke: ja }\n    utfall: hindrar inte\n    avgörs av: [OSL 12:2]',
        'samtycke: ja, övervikt: nej }\n    utfall: hindrar inte\n    avgörs av: [OSL 10:27]',
      ],
      'OSL 10:27 ska ha del i utfallet men har det inte.',
      'Läs lagtexten',
    ],
    [
      'a door that is open',
      ['avgörs av: [OSL 10:27, OSL 23:2]', 'öppnar inte: [OSL 10:27]'],
      'OSL 10:27 ska inte öppna men gör det.',
      'Läs lagtexten',
    ],
    [
      'a duty that is no closed door',
      ['avgörs av: [SoL 19:1, OSL 10:28]', 'öppnar inte: [SoL 19:1]'],
      'SoL 19:1 ska inte öppna men gör det.',
      'Läs lagtexten',
    ],
    [
      'nothing left to assess',
      ['vägar: [samtycke]', 'ska bedömas: [övervikt]'],
      '«övervikt» ska stå kvar att bedöma men gör det inte.',
      'Läs lagtexten',
    ],
    [
      'no way forward',
      ['vägar: [samtycke]', 'vägar: [misstanke]'],
      '«misstanke» ska vara en väg framåt men är det inte.',
      'Läs lagtexten',
    ],
  ])('fail by %s', async (_, [from, to], message, next) => {
    const [problem, ...more] = await problems([CASES, from, to]);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: 'case-fails', file: CASES });
    expect(problem?.message).toContain(message);
    expect(problem?.message).toMatch(/Kedjan: |Ingen regel har del/u);
    expect(problem?.next).toContain(next);
  });

  it('say the chain in short, at the line of the case', async () => {
    const [problem] = await problems([CASES, 'utfall: hindrar\n', 'utfall: ska lämnas\n']);
    expect(problem).toMatchObject({ line: 2, source: '  - id: stängd' });
    expect(problem?.message).toBe(
      'Fallet «stängd» håller inte. Utfallet ska vara «ska lämnas» men blir «hindrar». Kedjan: OSL 26:1 hindrar, OSL 10:27 är stängd för OSL 26:1.',
    );
  });

  it('fail by the rules of the day that they name', async () => {
    const file = 'lagrum/osl/10-27.yml';
    const until: [string, string, string] = [file, '    mening: Gen', '    gäller till: 2026-12-31\n    mening: Gen'];
    expect(await problems(until)).toEqual([]);
    const later: [string, string, string] = [
      CASES,
      '    varför: Inget undantag.',
      '    dag: 2027-01-01\n    varför: Inget undantag.',
    ];
    const [problem, ...more] = await problems(until, later);
    expect(more).toEqual([]);
    expect(problem?.message).toContain('«öppen» håller inte. Utfallet ska vara «hindrar inte» men blir «hindrar».');
  });

  it('may not state what cannot be', async () => {
    const gives = 'värden: { ja: { text: Finns, ger: { samtycke: nej } }, nej: Ingen misstanke }';
    const [problem, ...more] = await problems(
      ['begrepp.yml', 'värden: { ja: Misstanke finns, nej: Ingen misstanke }', gives],
      [CASES, 'misstanke: ja }', 'misstanke: ja, samtycke: ja }'],
    );
    expect(more).toEqual([]);
    expect(problem?.message).toContain('«samtycke» kan inte vara så tillsammans med det andra i «fakta».');
    expect(problem?.next).toBe('Ta bort eller ändra «samtycke» under «fakta».');
  });

  it('must each have a name of its own', async () => {
    const found = await problems([CASES, 'id: öppen', 'id: stängd']);
    expect(found).toMatchObject([{ code: 'duplicate-case', line: 10, message: 'Mer än ett fall heter «stängd».' }]);
  });
});

describe('an answer with a situation', () => {
  const file = 'fragor/grunder/sund.md';
  const situation = (verdict: string): [string, string, string] => [
    file,
    'kontrollerad:',
    `fakta: { avsändare: lärare, mottagare: polis, samtycke: ja }\nutfall: ${verdict}\nkontrollerad:`,
  ];

  it('agrees with the rules', async () => {
    expect(await problems(situation('hindrar inte'))).toEqual([]);
  });

  it('is told at its line where it does not', async () => {
    const [problem, ...more] = await problems(situation('hindrar'));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: 'situation-fails', file, source: 'utfall: hindrar' });
    expect(problem?.message).toContain('Utfallet ska vara «hindrar» men blir «hindrar inte».');
    expect(problem?.next).toContain('Är svaret rätt, ändra regeln; annars svaret.');
  });
});
