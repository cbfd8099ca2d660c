// The check whole: what is wrong, what there is to look at, and the forms in which it is told.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFolders } from '../../src/editors/check.ts';
import { report, type ReportForm } from '../../src/editors/report.ts';
import { statisticsAsText, statisticsOf } from '../../src/editors/statistics.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { copyOf, REAL, SOUND } from '../knowledge/folder.ts';

const DAY = '2026-11-22';
const ENTRY = 'fragor/grunder/annan.md';

describe('reminders', () => {
  it.each<[string, (folder: string) => void, string]>([
    [
      'an answer past its day',
      (folder) => {
        replace(folder, ENTRY, 'granskad: null', 'granskad: null\ngranskas senast: 2026-11-21');
      },
      `${ENTRY}:9:18 overdue`,
    ],
    [
      'a day that has not been',
      (folder) => {
        replace(folder, ENTRY, 'kontrollerad: 2026-11-22', 'kontrollerad: 2027-11-22');
      },
      `${ENTRY}:7:15 not-yet`,
    ],
    [
      'a question that is suggested though it does not apply',
      (folder) => {
        replace(folder, ENTRY, 'granskad: null', 'granskad: null\ngäller till: 2026-11-21');
        writeFileSync(join(folder, 'start.yml'), 'områden: { grunder: G }\nvanliga frågor: [grunder/annan]\n');
      },
      'start.yml:2:18 not-in-force',
    ],
    [
      'a provision that nothing leads to',
      (folder) => {
        writeFileSync(join(folder, 'lagrum/osl/26-2.yml'), provision('OSL 26:2'));
      },
      'lagrum/osl/26-2.yml:1:9 uncited',
    ],
    [
      'a wording that another entry has in other endings',
      (folder) => {
        replace(folder, ENTRY, 'andra formuleringar: []', 'andra formuleringar: [är den här mappen sunda]');
      },
      `fragor/grunder/sund.md:2:8 colliding-wording`,
    ],
    [
      'an answer that Slack has no room for',
      (folder) => {
        appendFileSync(join(folder, ENTRY), `\n${'En lång rad om ingenting. '.repeat(600)}\n`);
      },
      `${ENTRY}:4:12 too-long`,
    ],
  ])('%s', async (_, change, due) => {
    const folder = copyOf(SOUND);
    expect((await checkFolders([folder], DAY)).reminders).toEqual([]);
    change(folder);
    const { problems, reminders } = await checkFolders([folder], DAY);
    expect(problems).toEqual([]);
    expect(reminders.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)).toEqual([due]);
    for (const { message, next } of reminders) expect(`${message} ${next}`).toMatch(/^[A-ZÅÄÖ].*[.?]$/u);
  });

  it('finds two entries that ask the same, among others that do not', async () => {
    const folder = copyOf(SOUND);
    const words = ['häst', 'bil', 'båt', 'tåg', 'hus', 'sjö', 'berg', 'skog'];
    for (const [i, word] of words.entries())
      writeFileSync(join(folder, `fragor/grunder/fyll-${i}.md`), entry(`Vem äger ${word} och ${word}kärra?`, word));
    writeFileSync(join(folder, 'fragor/grunder/a.md'), entry('Får kuratorn berätta för läraren om samtalet?', 'ett'));
    writeFileSync(join(folder, 'fragor/grunder/b.md'), entry('Kan kuratorn berätta om samtalet för läraren?', 'två'));
    const { reminders } = await checkFolders([folder], DAY);
    expect(reminders.filter(({ code }) => code === 'alike').map(({ file }) => file)).toEqual(['fragor/grunder/b.md']);
  });
});

describe('the report', () => {
  it('tells a person the faults and the reminders, and how it went in the last line', async () => {
    const folder = copyOf(SOUND);
    replace(folder, ENTRY, 'granskad: null', 'granskad: null\ngranskas senast: 2026-11-21');
    const { text, lines } = await reported(folder, 'text');
    expect(text).toContain('Att se över:');
    expect(lines.at(-1)).toMatch(/^Inga fel\. 1 påminnelse att se över\. 2 frågor/u);
    replace(folder, ENTRY, 'kort svar', 'kort svr');
    expect((await reported(folder, 'text')).lines.at(-1)).toBe(`2 fel i ${folder}.`);
  });

  it('gives a program an object for each, the faults first', async () => {
    const folder = copyOf(SOUND);
    expect((await reported(folder, 'json')).text).toBe('');
    replace(folder, ENTRY, 'granskad: null', 'granskad: null\ngranskas senast: 2026-11-21');
    const [only] = (await reported(folder, 'json')).lines.map((line) => JSON.parse(line) as object);
    expect(only).toEqual({
      slag: 'påminnelse',
      fil: ENTRY,
      rad: 9,
      kolumn: 18,
      kod: 'overdue',
      text: expect.stringContaining('2026-11-21') as string,
      råd: expect.stringContaining('kontrollerad') as string,
    });
  });

  it('gives GitHub an annotation at the line of the file, in its repository', async () => {
    const folder = copyOf(SOUND);
    replace(folder, 'ord.yml', 'likvärdiga', 'likvrdiga');
    const { lines } = await reported(folder, 'github');
    const path = relative(process.cwd(), join(folder, 'ord.yml')).replaceAll('\\', '/');
    expect(lines).toContainEqual(
      `::error file=${path},line=1,col=1,title=Fel (unknown-key)::Nyckeln «likvrdiga» finns inte. Menade du «likvärdiga»?`,
    );
    for (const line of lines)
      expect(line).toMatch(
        /^::(?:error|warning) file=[^,]+,line=\d+,col=\d+,title=(?:Fel|Påminnelse) \([a-z-]+\)::[^\n]+$/u,
      );
  });
});

describe('the statistics', async () => {
  const { knowledge } = await readKnowledge(REAL);
  if (knowledge === undefined) throw new Error('The knowledge has problems');
  const statistics = statisticsOf(knowledge);

  it('sum up to what there is', () => {
    const all = statistics.entries.at(-1);
    expect(all).toMatchObject({ area: 'allt', frågor: knowledge.entries.length, granskade: 0 });
    for (const column of ['frågor', 'formuleringar', 'med fakta'])
      expect(statistics.entries.slice(0, -1).reduce((sum, row) => sum + Number(row[column]), 0)).toBe(all?.[column]);
    expect(statistics.provisions.at(-1)).toMatchObject({ lagrum: knowledge.provisions.length });
  });

  it('cover a municipality: the entries, wordings and situations that the work calls for', () => {
    const all = statistics.entries.at(-1);
    expect(all?.frågor).toBeGreaterThanOrEqual(200);
    expect(all?.['med fakta']).toBeGreaterThanOrEqual(80);
    for (const { id, wordings } of knowledge.entries) expect(wordings.length, id).toBeGreaterThanOrEqual(4);
  });

  it('are told in columns', () => {
    const lines = statisticsAsText(statistics).split('\n');
    expect(lines[0]).toMatch(/^ämne +frågor +formuleringar +med fakta +granskade$/u);
    expect(new Set(lines.slice(0, statistics.entries.length + 1).map(({ length }) => length)).size).toBe(1);
  });
});

async function reported(folder: string, form: ReportForm): Promise<{ text: string; lines: string[] }> {
  const text = report(await checkFolders([folder], DAY), [folder], form);
  return { text, lines: text.split('\n') };
}

function entry(question: string, word: string): string {
  return `---
fråga: ${question}
andra formuleringar: []
kort svar: Det finns ett svar om ${word} här.
lagrum: [OSL 26:1]
kontrollerad: ${DAY}
granskad: null
---
## Vad gäller
Enligt OSL 26:1.
`;
}

function provision(key: string): string {
  return `lagrum: ${key}
rubrik: Exempel
lydelse: SFS 2024:88
kontrollerad: ${DAY}
granskad: null
sammanfattning: Ett exempel.
`;
}

function replace(folder: string, file: string, before: string, after: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(before)) throw new Error(`${file} has no «${before}»`);
  writeFileSync(path, text.replace(before, after));
}
