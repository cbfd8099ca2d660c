// What a lawyer should read: by the days in the files, by the history in git, and by how often the bot has answered with it.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askedInLog, reviewAsText, reviewList, type ReviewList } from '../../src/editors/review.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { copyOf, SOUND } from '../knowledge/folder.ts';

const DAY = '2026-11-22';
const PROVISION = 'lagrum/osl/26-1.yml';
const SECTIONS = 'paragrafer/osl.yml';
const ENTRY = 'fragor/grunder/sund.md';

describe('changed wordings', () => {
  it('make the entries that rest on them due, before and after the change is saved in git', async () => {
    const folder = inGit();
    expect((await due(folder)).changed).toEqual([]);
    replace(folder, PROVISION, 'SFS 2024:88', 'SFS 2026:900');
    replace(folder, SECTIONS, "'1': SFS 2024:88", "'1': SFS 2026:900");
    const change = { key: 'OSL 26:1', before: 'SFS 2024:88', now: 'SFS 2026:900' };
    const expected = [{ id: 'grunder/sund', changes: [change] }];
    expect((await due(folder)).changed).toEqual(expect.arrayContaining(expected));
    commit(folder, 'A new wording');
    expect((await due(folder)).changed).toEqual(expect.arrayContaining(expected));
    expect(reviewAsText(await due(folder))).toContain('grunder/sund: OSL 26:1 (SFS 2024:88 → SFS 2026:900)');
  });

  it('are done with when the entry is checked again, before and after that is saved in git', async () => {
    const folder = inGit();
    replace(folder, PROVISION, 'SFS 2024:88', 'SFS 2026:900');
    replace(folder, SECTIONS, "'1': SFS 2024:88", "'1': SFS 2026:900");
    commit(folder, 'A new wording');
    replace(folder, ENTRY, 'kontrollerad: 2026-11-22', 'kontrollerad: 2026-12-01');
    const ids = async () => (await due(folder)).changed.map(({ id }) => id);
    expect(await ids()).not.toContain('grunder/sund');
    commit(folder, 'Checked');
    expect(await ids()).not.toContain('grunder/sund');
    replace(folder, ENTRY, 'Är mappen sund?', 'Är den sund?');
    commit(folder, 'Another question, and nothing checked');
    expect(await ids()).not.toContain('grunder/sund');
  });

  it('are told of from the day on which a wording that was known before begins', async () => {
    const folder = inGit();
    replace(folder, PROVISION, 'lydelse: SFS 2024:88', 'lydelse: SFS 2024:88\ngäller till: 2027-06-30');
    replace(
      folder,
      SECTIONS,
      "'1': SFS 2024:88, 4 stycken",
      "'1': [SFS 2024:88 till 2027-06-30, SFS 2027:10 från 2027-07-01]",
    );
    const later = readFileSync(join(folder, PROVISION), 'utf8');
    writeFileSync(
      join(folder, 'lagrum/osl/26-1.2027-07-01.yml'),
      later.replace('SFS 2024:88\ngäller till: 2027-06-30', 'SFS 2027:10\ngäller från: 2027-07-01'),
    );
    commit(folder, 'A wording that is to come');
    expect((await due(folder)).changed).toEqual([]);
    const change = { key: 'OSL 26:1', before: 'SFS 2024:88', now: 'SFS 2027:10' };
    expect((await due(folder, new Map(), '2027-07-02')).changed).toContainEqual({
      id: 'grunder/sund',
      changes: [change],
    });
    replace(folder, ENTRY, 'kontrollerad: 2026-11-22', 'kontrollerad: 2027-07-01');
    expect((await due(folder, new Map(), '2027-07-02')).changed.map(({ id }) => id)).not.toContain('grunder/sund');
  });

  it('are not known without the whole history, and that is said', async () => {
    const shallow = copyOf();
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${inGit()}`, shallow]);
    expect((await due(shallow)).note).toContain('git');
  });

  it('are not known without git, and that is said', async () => {
    const { changed, note } = await due(copyOf(SOUND));
    expect(changed).toEqual([]);
    expect(note).toContain('git');
  });
});

describe('the rest', () => {
  it('is listed oldest first, and then by how often it is asked for', async () => {
    const folder = copyOf(SOUND);
    const log = join(folder, '..', `${Date.now()}.log`);
    writeFileSync(
      log,
      '{"msg":"answered","outcome":"answer","entry":"grunder/sund"}\n{"msg":"answered","outcome":"decline"}\n',
    );
    const asked = await askedInLog(log);
    if ('fault' in asked) throw new Error(asked.fault);
    expect(asked.get('grunder/sund')).toBe(1);
    const ids = async () => (await due(folder, asked)).unreviewed.map(({ id }) => id);
    expect(await ids()).toEqual(['grunder/sund', 'grunder/annan']);
    replace(folder, 'fragor/grunder/annan.md', 'kontrollerad: 2026-11-22', 'kontrollerad: 2026-01-01');
    expect(await ids()).toEqual(['grunder/annan', 'grunder/sund']);
    replace(folder, ENTRY, 'granskad: null', 'granskad: { datum: 2026-11-22, av: Kim Exempel }');
    expect(await ids()).toEqual(['grunder/annan']);
  });

  it('tells of a log that cannot be read', async () => {
    expect(await askedInLog('/ingen/sådan.log')).toEqual({
      fault: expect.stringContaining('går inte att läsa') as string,
    });
  });

  it('lists what is past its day', async () => {
    const folder = copyOf(SOUND);
    replace(folder, ENTRY, 'granskad: null', 'granskad: null\ngranskas senast: 2026-11-21');
    expect((await due(folder)).overdue).toEqual([{ id: 'grunder/sund', reviewBy: '2026-11-21' }]);
  });
});

async function due(folder: string, asked: ReadonlyMap<string, number> = new Map(), day = DAY): Promise<ReviewList> {
  const { draft, problems } = await readKnowledge(folder);
  expect(problems).toEqual([]);
  return reviewList(draft, folder, day, asked);
}

function inGit(): string {
  const folder = copyOf(SOUND);
  execFileSync('git', ['init', '-q'], { cwd: folder });
  commit(folder, 'First');
  replace(folder, 'ord.yml', 'soc', 'socen');
  commit(folder, 'Second');
  return folder;
}

function commit(folder: string, message: string): void {
  execFileSync('git', ['add', '-A'], { cwd: folder });
  const who = ['-c', 'user.name=Kim', '-c', 'user.email=kim@example.org'];
  execFileSync('git', [...who, 'commit', '-q', '-m', message], { cwd: folder });
}

function replace(folder: string, file: string, before: string, after: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(before)) throw new Error(`${file} has no «${before}»`);
  writeFileSync(path, text.replace(before, after));
}
