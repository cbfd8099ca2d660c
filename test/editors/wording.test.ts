// A wording from an editor: added where it should be, refused with what to do where it should not.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addedAsText, addWording } from '../../src/editors/wording.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { DAY, edit, smallFolder } from './small.ts';

const FILE = 'fragor/grunder/sund.md';
const ID = 'grunder/sund';

async function add(folders: readonly string[], id: string, words: string) {
  return addWording(id, words, await readKnowledge(...folders), folders, DAY);
}

describe('a new wording', () => {
  it('is one line more, and the question finds its answer first', async () => {
    const folder = smallFolder();
    edit(folder, FILE, 'andra formuleringar: []', 'andra formuleringar:\n  - är den hel # sa någon');
    const before = readFileSync(join(folder, FILE), 'utf8');
    const added = await add([folder], ID, '  kan man lita \n på underlaget?  ');
    const wording = 'kan man lita på underlaget?';
    expect(added).toMatchObject({ path: join(folder, FILE), wording, after: 1 });
    expect(added).not.toHaveProperty('before', 1);
    expect(readFileSync(join(folder, FILE), 'utf8')).toBe(
      before.replace('# sa någon\n', `# sa någon\n  - ${wording}\n`),
    );
    const { knowledge, problems } = await readKnowledge(folder);
    expect(problems).toEqual([]);
    expect(knowledge?.entries.find(({ id }) => id === ID)?.wordings).toEqual(['är den hel', wording]);
    expect(await add([folder], `fragor/${ID}.md`, 'Kan man lita på underlaget')).toEqual({
      fault: `Formuleringen står redan där: ${FILE}, rad 5.`,
    });
  });

  it('is told with what it does', () => {
    const told = addedAsText({ path: 'a.md', wording: 'hur då?', before: undefined, after: 2 });
    expect(told).toContain('Lade till «hur då?» i a.md.');
    expect(told).toContain('fann svaret inte bland de närmaste förut, och finner det på plats 2 nu.');
  });

  it.each<[string, string, string, string]>([
    ['an unknown question', 'grunder/sunt', 'hur då?', 'Frågan «grunder/sunt» finns inte. Menade du «grunder/sund»?'],
    ['one like none', 'xxxxxxxxxxxx', 'hur då?', 'Skriv sökvägen under fragor/ utan .md.'],
    ['a way out of the folder', '../../etc', 'hur då?', 'finns inte'],
    [
      'another question as it is',
      ID,
      'vad gäller annars',
      'Formuleringen står redan i en annan fråga, grunder/annan: fragor/grunder/annan.md, rad 2.',
    ],
    ['the question itself', ID, 'ÄR mappen – sund', 'Formuleringen står redan där: fragor/grunder/sund.md, rad 2.'],
    ['nothing', ID, ' \n ', 'Skriv formuleringen'],
    ['only marks', ID, '?!', 'har inga ord'],
    ['too much', ID, 'får jag '.repeat(200), 'Korta den till högst 1000'],
  ])('%s is refused with what to do', async (_, id, words, told) => {
    const folder = smallFolder();
    const before = readFileSync(join(folder, FILE), 'utf8');
    expect(await add([folder], id, words)).toEqual({ fault: expect.stringContaining(told) as string });
    expect(readFileSync(join(folder, FILE), 'utf8')).toBe(before);
  });

  it('with personal data is refused, and what was found is not told again', async () => {
    const folder = smallFolder();
    const before = readFileSync(join(folder, FILE), 'utf8');
    const added = await add([folder], ID, 'får jag ringa 070-174 06 05 om 121212-1212?');
    const fault = 'fault' in added ? added.fault : '';
    expect(fault).toContain('ett telefonnummer');
    expect(fault).toContain('får jag ringa [telefon] om [personnummer]?');
    expect(fault).toContain('Inget är tillagt.');
    expect(fault).not.toMatch(/174|1212/u);
    expect(readFileSync(join(folder, FILE), 'utf8')).toBe(before);
  });

  it('is not put into a file that has faults, which are told', async () => {
    const folder = smallFolder();
    edit(folder, FILE, 'kort svar:', 'kort sva:');
    const before = readFileSync(join(folder, FILE), 'utf8');
    const added = await add([folder], ID, 'hur då?');
    expect('fault' in added && added.fault).toMatch(/behöver rättas först.*Menade du «kort svar»/su);
    expect(readFileSync(join(folder, FILE), 'utf8')).toBe(before);
    // A fault elsewhere is no reason to wait.
    const other = smallFolder();
    edit(other, 'fragor/grunder/annan.md', 'kort svar:', 'kort sva:');
    expect(await add([other], ID, 'hur då?')).toHaveProperty('path');
  });
});

describe('with a local folder on top', () => {
  const local = (folder: string, file: string, text: string) => {
    const own = join(folder, '.lokalt');
    mkdirSync(dirname(join(own, file)), { recursive: true });
    writeFileSync(join(own, 'lokalt.yml'), 'namn: Exempelköpings kommun\n');
    writeFileSync(join(own, file), text);
    return own;
  };

  it('is laid in the addition there, and ours stays as it was', async () => {
    const folder = smallFolder();
    const own = local(folder, FILE, '---\ntillägg: ja\nkontrollerad: 2026-11-22\n---\nHos oss är det så.\n');
    const before = readFileSync(join(folder, FILE), 'utf8');
    expect(await add([folder, own], ID, 'hur gör vi hos oss?')).toMatchObject({ path: join(own, FILE), after: 1 });
    expect(readFileSync(join(own, FILE), 'utf8')).toContain('andra formuleringar:\n  - hur gör vi hos oss?\n---\n');
    expect(readFileSync(join(folder, FILE), 'utf8')).toBe(before);
    expect((await readKnowledge(folder, own)).problems).toEqual([]);
  });

  it('is refused where only ours has the question, with the two ways to do it', async () => {
    const folder = smallFolder();
    const own = local(folder, 'fragor/hos-oss/egen.md', readFileSync(join(folder, 'fragor/grunder/annan.md'), 'utf8'));
    const before = readFileSync(join(folder, FILE), 'utf8');
    const added = await add([folder, own], ID, 'hur då?');
    expect('fault' in added && added.fault).toMatch(/gemensam.*tillägg i fragor\/grunder\/sund\.md.*--mapp/u);
    expect(readFileSync(join(folder, FILE), 'utf8')).toBe(before);
  });
});
