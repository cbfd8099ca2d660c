// What is found wrong with the rules as a whole, and what no case would notice the loss of.
import { describe, expect, it } from 'vitest';
import { auditProblems } from '../../src/editors/findings.ts';
import { keyOf, sweep, sweepCounts } from '../../src/editors/sweep.ts';
import { tryCase } from '../../src/editors/trial.ts';
import type { Rulebook } from '../../src/knowledge/rulebook.ts';
import { exceptionsOf, withoutException } from '../../src/rules/audit.ts';
import { DAY, edit, read, smallFolder } from './small.ts';

type Edit = readonly [file: string, from: string, to: string];

const CASES = 'fall/alla.yml';

async function edited(...edits: readonly Edit[]) {
  const folder = smallFolder();
  for (const [file, from, to] of edits) edit(folder, file, from, to);
  return read(folder);
}

describe('the audit', () => {
  it('finds nothing wrong with sound rules of which every one is tried', async () => {
    expect(auditProblems(await edited(), DAY)).toEqual([]);
  });

  it.each<[string, readonly Edit[], string, string, string]>([
    [
      'a rule that cannot stand',
      [['lagrum/osl/23-2.yml', 'avsändare: skola', 'avsändare: polis']],
      'lagrum/osl/23-2.yml',
      'Regeln kan inte gälla i någon situation som är täckt.',
      'tackning.yml',
    ],
    [
      'a rule that changes nothing',
      [
        ['lagrum/osl/12-2.yml', 'bryter: sekretess till skydd för enskild', 'bryter: [OSL 26:1]'],
        ['lagrum/osl/12-2.yml', 'samtycke: ja', 'samtycke: ja, avsändare: skola'],
      ],
      'lagrum/osl/12-2.yml',
      'Utfallet blir detsamma utan regeln, i alla situationer.',
      'Ta annars bort regeln.',
    ],
    [
      'an exception that changes nothing',
      [['lagrum/osl/10-27.yml', 'när: { övervikt: ja }', 'när: { övervikt: ja, avsändare: skola }']],
      'lagrum/osl/10-27.yml',
      'Utfallet blir detsamma utan undantaget för OSL 26:1, i alla situationer.',
      'Ta bort OSL 26:1 under «utom»',
    ],
    [
      'a question that does not matter',
      [['begrepp.yml', '  övervikt:', "  väder: { fråga: 'Regnar det?', värden: { ja: Ja, nej: Nej } }\n  övervikt:"]],
      'begrepp.yml',
      'Inget svar på frågan om «väder» kan ändra något utfall.',
      'ta bort det',
    ],
    [
      'senders of which nothing is declared',
      [['tackning.yml', '[socialtjänst, skola]', 'socialtjänst']],
      'tackning.yml',
      'Täckningen säger ingenting om «skolan → vem som helst».',
      '«täckt: ja»',
    ],
    [
      'a rule that no case tries',
      [
        [
          CASES,
          'fakta: { avsändare: ekonomiskt bistånd, mottagare: polis, samtycke: ja }\n    utfall: hindrar inte\n    avgörs av: [OSL 12:2]',
          'fakta: { avsändare: polis, mottagare: skola }\n    utfall: utanför',
        ],
        [CASES, '    vägar: [samtycke]\n', ''],
      ],
      'lagrum/osl/12-2.yml',
      'Inget av fallen märker om regeln tas bort.',
      'Skriv ett fall',
    ],
    [
      'an exception that no case tries',
      [
        [
          CASES,
          'samtycke: nej, övervikt: ja }\n    utfall: hindrar\n    avgörs av: [OSL 26:1]\n    öppnar inte: [OSL 10:27]',
          'samtycke: nej, övervikt: nej }\n    utfall: hindrar\n    avgörs av: [OSL 26:1]',
        ],
      ],
      'lagrum/osl/10-27.yml',
      'Inget av fallen märker om undantaget för OSL 26:1 tas bort.',
      'där OSL 26:1 hindrar',
    ],
  ])('finds %s', async (_, edits, file, message, next) => {
    const found = auditProblems(await edited(...edits), DAY);
    const [problem] = found.filter((each) => each.message === message);
    expect(problem, found.map((each) => each.message).join('\n')).toMatchObject({ code: 'audit', file });
    expect(problem?.next).toContain(next);
    expect(problem?.source).not.toBe('');
  });

  it('says of a rule that can never stand only that', async () => {
    const knowledge = await edited(['lagrum/osl/10-27.yml', 'övervikt: ja', 'övervikt: ja, avsändare: polis']);
    const found = auditProblems(knowledge, DAY).filter(({ file }) => file === 'lagrum/osl/10-27.yml');
    expect(found.map(({ message }) => message)).toEqual(['Regeln kan inte gälla i någon situation som är täckt.']);
  });

  it('tries a rule that is yet to come on its first day', async () => {
    const from: Edit = ['lagrum/osl/12-2.yml', '    mening: Sam', '    gäller från: 2027-07-01\n    mening: Sam'];
    const rules = ({ rulebook }: { readonly rulebook?: Rulebook }) =>
      sweep(rulebook!, DAY).map(
        ({ rule, provision, caught }) => `${keyOf({ rule, ...(provision && { provision }) })} ${caught}`,
      );
    expect(rules(await edited(from))).toContain('OSL 12:2\n true');
    expect(
      rules(
        await edited(
          from,
          [CASES, '    varför: Samtycke.', '    dag: 2026-11-22\n    varför: Samtycke.'],
          [CASES, '    vägar: [samtycke]\n', ''],
        ),
      ),
    ).toContain('OSL 12:2\n false');
  });
});

describe('the sweep', () => {
  it('counts what was taken away and who noticed', async () => {
    const { rulebook } = await edited();
    expect(sweepCounts(rulebook!, DAY)).toEqual({
      rules: 5,
      exceptions: 1,
      caughtByCases: 6,
      caughtByAudit: 0,
      survivors: [],
    });
  });

  it('leaves to the audit what no case noticed', async () => {
    const { rulebook } = await edited();
    const { caughtByCases, caughtByAudit, survivors } = sweepCounts({ ...rulebook!, cases: [] }, DAY);
    // Without 26:1 its exception is idle, without 23:2 the whole clause, and without any other rule what it asks about. Only
    // without the exception is there nothing that the audit could see.
    expect([caughtByCases, caughtByAudit]).toEqual([0, 5]);
    expect(survivors.map(keyOf)).toEqual(['OSL 10:27\nOSL 26:1']);
  });

  it('finds what trying every case with every rule taken away finds', async () => {
    const { rulebook } = await edited(
      [CASES, '    öppnar inte: [OSL 10:27]\n', ''],
      [CASES, 'avgörs av: [OSL 12:2]', 'avgörs av: [OSL 26:1]'],
    );
    const { ruleSet, cases } = rulebook!;
    for (const kept of [cases, ...cases.map((each) => [each]), []]) {
      const said = (rules: typeof ruleSet.rules) =>
        kept.map((each) => tryCase(each, rulebook!, { ...ruleSet, rules }, DAY).faults.join()).join('\n');
      const plain = ruleSet.rules.flatMap((rule) => [
        said(ruleSet.rules.filter((other) => other !== rule)) !== said(ruleSet.rules),
        ...exceptionsOf(rule).map(
          (key) =>
            said(ruleSet.rules.map((other) => (other === rule ? withoutException(rule, key) : other))) !==
            said(ruleSet.rules),
        ),
      ]);
      expect(sweep({ ...rulebook!, cases: kept }, DAY).map(({ caught }) => caught)).toEqual(plain);
    }
  });
});
