// Every folder in test/broken is the sound `.base` with something laid over it. What is due stands in the file, on the line
// where it is due, as a comment; `@` says what the caret points at (else the first column), `=>` what the person is told:
//
//     rubrk: Exempel # fel: unknown-key @ rubrk => Menade du «rubrik»?
//
// Where no comment can stand, a line of the case's expected.txt says `file:line:column code => told`; a folder in which
// nothing is wrong says `inga fel`. A new case is a new folder.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { printProblem, printProblems, type Problem } from '../../src/knowledge/problem.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { BROKEN, copyOf, SOUND } from './folder.ts';

interface Due {
  readonly at: string;
  readonly told: string;
}

const CASES = readdirSync(BROKEN).filter((name) => !name.startsWith('.'));

describe('a broken folder', () => {
  it.each(CASES)('%s', async (name) => {
    const due = dueIn(join(BROKEN, name));
    const folder = copyOf(SOUND, join(BROKEN, name));
    const warned = vi.spyOn(process, 'emitWarning');
    const { problems, knowledge } = await readKnowledge(folder);
    expect(warned).not.toHaveBeenCalled();
    expectDue(problems, due);
    expect(knowledge === undefined).toBe(due.length > 0);
    for (const problem of problems) expectWellTold(problem, folder);
    expectAllTold(problems);
  });

  // What git does not keep, or would only weigh down.
  it.each<[string, (folder: string) => void, string]>([
    [
      'a link',
      (folder) => {
        symlinkSync(join(SOUND, 'ord.yml'), join(folder, 'lagrum', 'osl', '26-2.yml'));
      },
      'lagrum/osl/26-2.yml:1:1 link',
    ],
    [
      'a link to a folder',
      (folder) => {
        symlinkSync(SOUND, join(folder, 'fragor', 'skola'));
      },
      'fragor/skola:1:1 link',
    ],
    [
      'a large file',
      (folder) => {
        writeFileSync(join(folder, 'fragor', 'lang.md'), 'lång '.repeat(50_000));
      },
      'fragor/lang.md:1:1 too-large',
    ],
    [
      'an empty folder',
      (folder) => {
        empty(folder);
      },
      '.:1:1 no-content',
    ],
    [
      'a folder with words alone',
      (folder) => {
        rmSync(join(folder, 'fragor'), { recursive: true });
        rmSync(join(folder, 'lagrum'), { recursive: true });
      },
      '.:1:1 no-content',
    ],
    [
      'a folder with one broken file alone',
      (folder) => {
        empty(folder);
        mkdirSync(join(folder, 'fragor'));
        writeFileSync(join(folder, 'fragor', 'a.md'), '');
      },
      'fragor/a.md:1:1 empty',
    ],
    [
      'a missing folder',
      (folder) => {
        rmSync(folder, { recursive: true });
      },
      '.:1:1 unreadable',
    ],
    [
      'a file for a folder',
      (folder) => {
        rmSync(folder, { recursive: true });
        writeFileSync(folder, '');
      },
      '.:1:1 unreadable',
    ],
  ])('%s', async (_, breakIt, due) => {
    const folder = copyOf(SOUND);
    breakIt(folder);
    const { problems, knowledge } = await readKnowledge(folder);
    expectDue(problems, [{ at: due, told: '' }]);
    expect(knowledge).toBeUndefined();
    for (const problem of problems) expectWellTold(problem, folder);
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    const folder = copyOf(SOUND);
    execFileSync('mkfifo', [join(folder, 'lagrum', 'osl', '26-2.yml')]);
    expectDue((await readKnowledge(folder)).problems, [{ at: 'lagrum/osl/26-2.yml:1:1 unreadable', told: '' }]);
  });
});

describe('a sound folder', () => {
  it('gives the knowledge', async () => {
    const { problems, knowledge } = await readKnowledge(copyOf(SOUND));
    expect(problems).toEqual([]);
    expect(knowledge?.entries.map(({ id }) => id)).toEqual(['grunder/annan', 'grunder/sund']);
    expect(knowledge?.provisions.map(({ citation }) => citation)).toEqual([
      { act: 'OSL', chapter: '26', section: '1' },
    ]);
    expect(knowledge?.words.equivalents).toEqual([['soc', 'socialtjänst']]);
    expect(knowledge?.acts.map(({ act, sections }) => [act, [...sections.keys()]])).toEqual([
      ['OSL', ['10:27', '26:1', '26:2', '26:3']],
      ['SoL', ['19:1']],
    ]);
  });

  it('has one version, whatever the folder is called, and another when a letter is changed', async () => {
    const version = async (folder: string) => (await readKnowledge(folder)).knowledge?.version;
    const folder = copyOf(SOUND);
    const before = await version(folder);
    expect(before).toMatch(/^[\da-f]{12}$/u);
    expect(await version(SOUND)).toBe(before);
    writeFileSync(join(folder, 'ord.yml'), 'likvärdiga:\n  - [soc, socialen]\n');
    expect(await version(folder)).not.toBe(before);
  });
});

// ---- what is due ------------------------------------------------------------------------------------------------

function dueIn(folder: string): Due[] {
  const beside = existsSync(join(folder, 'expected.txt'))
    ? readFileSync(join(folder, 'expected.txt'), 'utf8').trim()
    : '';
  const due = [
    ...filesIn(folder).flatMap((file) => dueInFile(file, readFileSync(join(folder, file), 'utf8'))),
    ...beside
      .split('\n')
      .filter((line) => line !== '' && line !== 'inga fel')
      .map((line) => {
        const [at = '', told = ''] = line.split(' => ');
        return { at, told };
      }),
  ];
  if ((due.length === 0) !== (beside === 'inga fel')) throw new Error(`${folder} must say what is due, or «inga fel»`);
  return due;
}

function dueInFile(file: string, text: string): Due[] {
  return text.split(/\r?\n/u).flatMap((line, i) =>
    line
      .split('# fel: ')
      .slice(1)
      .map((note) => {
        const [place = '', told = ''] = note.split(' => ');
        const [code = '', what = ''] = place.trim().split(' @ ');
        return { at: `${file}:${i + 1}:${line.indexOf(what) + 1} ${code}`, told: told.trim() };
      }),
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'expected.txt')
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

function empty(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
}

// ---- what is expected of it -------------------------------------------------------------------------------------

const at = ({ file, line, column, code }: Problem) => `${file}:${line}:${column} ${code}`;

function expectDue(problems: readonly Problem[], due: readonly Due[]): void {
  expect(problems.map(at).sort()).toEqual(due.map((one) => one.at).sort());
  for (const one of due) {
    const told = problems.filter((problem) => at(problem) === one.at).map(({ message, next }) => `${message} ${next}`);
    expect(told.join('\n')).toContain(one.told);
  }
}

/** In Swedish, with what to do, the line as it stands in the file, and the caret under the column. */
function expectWellTold(problem: Problem, folder: string): void {
  const { file, line, column, source, message, next } = problem;
  for (const sentence of [message, next]) {
    expect(sentence).toMatch(/^[A-ZÅÄÖ«\d].*[.?]$/su);
    expect(sentence).not.toMatch(/\b(?:the|is|are|must|not|expected|invalid|undefined|null|object)\b/iu);
  }
  const [head, ...rest] = printProblem(problem).split('\n');
  expect(head).toBe(`${file}:${line}:${column}`);
  expect(rest[0]?.trim()).toBe(message);
  expect(rest.at(-1)).toContain(next);
  if (source === '') {
    expect(rest).toHaveLength(2);
    expect(column).toBe(1);
    return;
  }
  expect(source).toBe(readFileSync(join(folder, file), 'utf8').split(/\r?\n/u)[line - 1]);
  const [, shown = '', caret = ''] = rest;
  expect(caret).toMatch(/^ +\| +\^$/u);
  const under = caret.indexOf('^');
  expect(shown.slice(under, under + 1)).toBe(source.slice(column - 1, column).replace('\t', '→'));
  expect(
    shown.slice(0, under).endsWith(
      source
        .slice(0, column - 1)
        .slice(-20)
        .replaceAll('\t', '→'),
    ),
  ).toBe(true);
}

/** All at once, each once, in the order in which an editor would walk through the files. */
function expectAllTold(problems: readonly Problem[]): void {
  const printed = printProblems(problems);
  for (const problem of problems) expect(printed).toContain(printProblem(problem));
  const places = [...printed.matchAll(/^(\S+):(\d+):(\d+)$/gmu)].map(([, file = '', line, column]) => ({
    file,
    line: Number(line),
    column: Number(column),
  }));
  expect(places).toHaveLength(problems.length);
  const walked = [...places].sort(
    (a, b) => a.file.localeCompare(b.file, 'sv') || a.line - b.line || a.column - b.column,
  );
  expect(places).toEqual(walked);
}
