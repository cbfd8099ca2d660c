// The beginning of a new file: what is known is filled in, and what an editor must write is what the check then asks for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newEntry, newProvision, writeScaffold, type Scaffold } from '../../src/editors/scaffold.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { copyOf, REAL, SOUND } from '../knowledge/folder.ts';

const DAY = '2026-11-22';
const real = (await readKnowledge(REAL)).readable;

describe('a new question', () => {
  it('has its name, its day, and what the rules come to for the parties that it names', () => {
    const { file, text } = begun(newEntry('Får BUP berätta för skolkuratorn om diagnosen?', 'vard', real, site(REAL)));
    expect(file).toBe('fragor/vard/bup-beratta-skolkuratorn-diagnosen.md');
    expect(text).toContain('# yaml-language-server: $schema=../../.schema/fraga.json');
    expect(text).toContain('fråga: Får BUP berätta för skolkuratorn om diagnosen?');
    expect(text).toContain(
      'fakta:\n  avsändare: BUP\n  mottagare: elevhälsa psykosocial\n  uppgift: hälsa\nutfall: beror på',
    );
    expect(text).toContain('  - OSL 25:1');
    expect(text).toContain(`kontrollerad: ${DAY}`);
    expect(text).toContain('granskad: null');
  });

  it('lies with what it is most like, and says what that is', () => {
    const { file, notes } = begun(newEntry('Vad betyder ordet »men« i sekretesslagen?', undefined, real, site(REAL)));
    expect(file).toMatch(/^fragor\/grunder\//u);
    expect(notes.join()).toContain('grunder/vad-ar-men');
  });

  it('leaves to the editor only what nobody else can write', async () => {
    const folder = copyOf(SOUND);
    const begun_ = begun(newEntry('Vem: får veta?', 'grunder', (await readKnowledge(folder)).readable, site(folder)));
    expect(await writeScaffold(begun_, folder)).toEqual({ path: join(folder, begun_.file) });
    const { problems } = await readKnowledge(folder);
    expect(problems.map(({ message }) => message)).toEqual([
      'Rad 1 i «andra formuleringar» är tom.',
      '«kort svar» är tom.',
      'Rad 1 i «lagrum» är tom.',
    ]);
    expect(await writeScaffold(begun_, folder)).toEqual({ fault: expect.stringContaining('finns redan') as string });
  });

  it.each<[string, string | undefined, string]>([
    [' ', undefined, 'Skriv frågan'],
    ['Får jag '.repeat(20), undefined, 'högst 75'],
    ['Vad gäller på fritidsgården?', 'Fritid!', 'Ämnet «Fritid!»'],
  ])('«%s» under %s is refused with what to do', (question, topic, told) => {
    expect(newEntry(question, topic, real, site(REAL))).toEqual({ fault: expect.stringContaining(told) as string });
  });
});

describe('a new provision', () => {
  it('has the wording of the day and how it is built', async () => {
    const folder = copyOf(SOUND);
    const { readable } = await readKnowledge(folder);
    const begun_ = begun(newProvision('19 kap. 1 § SoL', readable, site(folder)));
    expect(begun_.file).toBe('lagrum/sol/19-1.yml');
    expect(begun_.text).toContain('lagrum: SoL 19:1\n');
    expect(begun_.text).toContain('lydelse: SFS 2025:1501\n');
    expect(begun_.text).toContain('2 stycken, 22 punkter i stycke 1');
    const written = await writeScaffold(begun_, folder);
    expect('path' in written && readFileSync(written.path, 'utf8')).toBe(begun_.text);
  });

  it('tells of a wording that is to come', () => {
    const { text, notes } = begun(newProvision('OSL 23:2', real, site(REAL)));
    expect(text).toContain('lydelse: SFS 2023:353\ngäller till: 2028-06-30');
    expect(notes.join()).toContain('lagrum/osl/23-2.2028-07-01.yml');
  });

  it.each([
    ['nonsens', 'går inte att läsa som ett lagrum'],
    ['OSL 99:1', 'finns inte bland de kända paragraferna'],
    ['14 kap. 1 § gamla SoL', 'I dag gäller SoL 19:1'],
  ])('«%s» is refused with what to do', (text, told) => {
    expect(newProvision(text, real, site(REAL))).toEqual({ fault: expect.stringContaining(told) as string });
  });
});

function site(folder: string) {
  return { folder, base: folder, day: DAY };
}

function begun(scaffold: Scaffold) {
  if ('fault' in scaffold) throw new Error(scaffold.fault);
  return scaffold;
}
