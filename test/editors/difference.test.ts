// What a change of the rules changes, told against a revision of git.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { difference } from '../../src/editors/difference.ts';
import { REAL } from '../knowledge/folder.ts';
import { DAY, edit, smallFolder } from './small.ts';

const CLAUSE = 'lagrum/osl/10-27.yml';

/** An archive with the folder in it, under a name that git would quote, and everything committed. */
function archiveWith(folder: string): {
  readonly top: string;
  readonly folder: string;
  readonly git: (...args: string[]) => string;
} {
  const top = mkdtempSync(join(tmpdir(), 'arkiv-'));
  onTestFinished(() => {
    rmSync(top, { recursive: true, force: true });
  });
  const inside = join(top, 'mått & mål');
  cpSync(folder, inside, { recursive: true });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
      cwd: top,
      encoding: 'utf8',
    });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Första');
  return { top, folder: inside, git };
}

describe('skillnad', () => {
  it('says that nothing differs, also where only sentences do', async () => {
    const { folder } = archiveWith(smallFolder());
    edit(folder, CLAUSE, 'Generalklausulen.', 'Den allmänna klausulen.');
    const { kind, text } = await difference([folder], 'HEAD', DAY);
    expect([kind, text.split('\n')[1]]).toEqual(['same', 'Inga skillnader.']);
  });

  it('names who is affected, when, and the cases', async () => {
    const { folder } = archiveWith(smallFolder());
    edit(folder, CLAUSE, '    utom: [OSL 26:1]\n', '');
    const { kind, text } = await difference([folder], 'HEAD', DAY);
    expect(kind).toBe('different');
    const [head, ...lines] = text.split('\n');
    expect(head).toMatch(/^Jämfört med HEAD \([\da-f]{7}\), enligt lagen den 2026-11-22\.$/u);
    expect(lines).toEqual([
      'Ändrade regler: OSL 10:27.',
      '',
      'Från «hindrar» till «hindrar inte»:',
      '',
      '  socialtjänsten → vem som helst',
      '    när samtycke: nej; övervikt: ja',
      '',
      'Fall som ändras:',
      '',
      '  stängd (Socialtjänsten kan inte använda generalklausulen): «hindrar» till «hindrar inte»',
    ]);
  });

  it('tells of a duty that is new, of coverage and of concepts', async () => {
    const { folder, git } = archiveWith(smallFolder());
    edit(folder, 'lagrum/sol/19-1.yml', 'mottagare: socialtjänst', 'mottagare: [socialtjänst, polis]');
    const duty = await difference([folder], 'HEAD', DAY);
    expect(duty.text).toContain('  skolan → polisen\n    när misstanke: ja; samtycke: nej; övervikt: nej\n');
    expect(duty.text).toContain('Från «hindrar inte» till «ska lämnas»:');
    git('commit', '--quiet', '--all', '--message', 'Andra');
    edit(folder, 'tackning.yml', '[socialtjänst, skola]', 'skola');
    edit(folder, 'tackning.yml', 'avsändare: polis', 'avsändare: [polis, socialtjänst]');
    expect((await difference([folder], 'HEAD', DAY)).text).toContain('Täckningen är ändrad.');
    expect((await difference([folder], 'HEAD', DAY)).text).toContain('«hindrar» till «utanför»');
    edit(folder, 'begrepp.yml', 'kan uppnås: [ja] }', 'antas: [{ värde: ja, när: {} }] }');
    const presumed = await difference([folder], 'HEAD~1', DAY);
    expect(presumed.text).toContain('Ändrade begrepp: samtycke.');
  });

  it('tells of the day from which a rule changes what comes out', async () => {
    const { folder } = archiveWith(smallFolder());
    edit(folder, CLAUSE, '    mening:', '    gäller till: 2027-12-31\n    mening:');
    const { kind, text } = await difference([folder], 'HEAD', DAY);
    expect(kind).toBe('different');
    expect(text).toContain(
      'Från och med den 2028-01-01:\n\nFrån «hindrar inte» till «hindrar»:\n\n  skolan → vem som helst',
    );
  });

  it('leaves the checkout and what is about to be committed as they are, and nothing behind', async () => {
    const { folder, git, top } = archiveWith(smallFolder());
    edit(folder, CLAUSE, '    utom: [OSL 26:1]\n', '');
    git('add', '--all');
    writeFileSync(join(top, 'ny.txt'), '');
    const before = [git('status', '--porcelain'), readFileSync(join(folder, CLAUSE), 'utf8')];
    const left = () => readdirSync(tmpdir()).filter((name) => /^sekretesslotsen-.{6}$/u.test(name));
    const others = left();
    await difference([folder], 'HEAD', DAY);
    expect([git('status', '--porcelain'), readFileSync(join(folder, CLAUSE), 'utf8')]).toEqual(before);
    expect(left().filter((name) => !others.includes(name))).toEqual([]);
  });

  it('says in Swedish why there is nothing to compare with', async () => {
    const { folder, top, git } = archiveWith(smallFolder());
    const fault = async (path: string, revision = 'HEAD') => {
      const { kind, text } = await difference([path], revision, DAY);
      expect(kind).toBe('fault');
      return text;
    };
    expect(await fault(smallFolder())).toContain('ligger inte i något git-arkiv.');
    for (const revision of ['finns-inte', '--all', 'HEAD:fall', ''])
      expect(await fault(folder, revision)).toContain(`Versionen «${revision}» finns inte.`);
    const moved = join(top, 'annan');
    mkdirSync(moved);
    cpSync(folder, moved, { recursive: true });
    expect(await fault(moved)).toMatch(/Mappen fanns inte i HEAD \([\da-f]{7}\)/u);
    for (const file of ['begrepp.yml', 'tackning.yml', 'fall']) rmSync(join(moved, file), { recursive: true });
    expect(await fault(moved)).toContain('har inga regler att jämföra');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Utan regler');
    cpSync(folder, moved, { recursive: true });
    expect(await fault(moved)).toContain('har inga regler än.');
    edit(folder, CLAUSE, 'rubrik:', 'rubrk:');
    expect(await fault(folder)).toContain('2 fel i ');
    git('commit', '--quiet', '--all', '--message', 'Fel');
    edit(folder, CLAUSE, 'rubrk:', 'rubrik:');
    const broken = await fault(folder);
    expect(broken).toMatch(/^Mappen i HEAD \([\da-f]{7}\) har 2 fel/u);
    expect(broken).toContain('Menade du «rubrik»?');
  });

  it('is short and names the pairs, also where the real rules change deeply', { timeout: 60_000 }, async () => {
    const { folder } = archiveWith(REAL);
    edit(folder, CLAUSE, 'OSL 25:1, OSL 26:1, OSL 26:3', 'OSL 25:1, OSL 26:3');
    const { kind, text } = await difference([folder], 'HEAD', DAY);
    expect(kind).toBe('different');
    expect(text).toContain('Ändrade regler: OSL 10:27.');
    expect(text).toContain('Från «hindrar» till «hindrar inte»:');
    expect(text).toMatch(/^ {2}socialtjänsten med dess utförare → /mu);
    expect(text).toContain('uppenbar intresseövervikt: ja');
    expect(text.length).toBeLessThan(6_000);
  });
});
