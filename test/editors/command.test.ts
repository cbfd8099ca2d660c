// The two commands whole: what they print, where, and the exit code.
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { run } from '../support/command.ts';
import { edit, smallFolder } from './small.ts';

describe('kontroll', () => {
  it('says how many rules and cases there are, when all is well', async () => {
    const { code, out, err } = await run('kontroll', '--mapp', smallFolder());
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Inga fel\. 2 frågor .*, 5 lagrum, 5 regler, 5 fall som håller\. Version [\da-f]{12}\.\n$/u);
  });

  it('shows cases that fail and what the audit finds, together', async () => {
    const folder = smallFolder();
    edit(folder, 'fall/alla.yml', 'utfall: beror på', 'utfall: hindrar');
    edit(
      folder,
      'tackning.yml',
      '  - när: { avsändare: polis }\n    täckt: nej\n    mening: Polisen täcks inte.\n',
      '',
    );
    const { code, out } = await run('kontroll', '--mapp', folder);
    expect(code).toBe(1);
    expect(out).toContain('Fallet «att-bedöma» håller inte.');
    expect(out).toContain('Täckningen säger ingenting om «polisen → vem som helst».');
    expect(out).toContain(`2 fel i ${folder}.`);
  });
});

describe('skillnad', () => {
  it('tells by its exit code whether anything differs, and takes one revision', async () => {
    const folder = smallFolder();
    const away = await run('skillnad', '--mapp', folder);
    expect([away.code, away.out]).toEqual([2, '']);
    expect(away.err).toContain('git-arkiv');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: folder });
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Första');
    expect((await run('skillnad', '--mapp', folder)).code).toBe(0);
    edit(folder, 'lagrum/osl/10-27.yml', '    utom: [OSL 26:1]\n', '');
    const { code, out, err } = await run('skillnad', 'HEAD', '--mapp', folder);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('socialtjänsten → vem som helst');
    expect((await run('skillnad', 'HEAD', 'HEAD~1', '--mapp', folder)).code).toBe(2);
  });
});
