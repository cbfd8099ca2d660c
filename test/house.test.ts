// Reads the sources and holds the house's order: who may import whom, where each library lives, what stays pure.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../src');

/** From left to right: a room imports only from rooms to its left. Rooms of one row do not know each other. */
const ROWS = [
  ['law'],
  ['rules'],
  ['knowledge'],
  ['question'],
  ['search'],
  ['answer'],
  ['memory'],
  ['render'],
  ['slack', 'local', 'config', 'editors', 'interview'],
  ['cli'],
  ['main'],
];

/** The rooms in which a library may be imported. What is not listed may be used anywhere. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  '@slack/bolt': ['slack'],
  '@slack/web-api': ['slack'],
  '@slack/types': ['render', 'local'],
  zod: ['knowledge', 'config'],
  yaml: ['knowledge'],
  chokidar: ['knowledge'],
  leven: ['knowledge', 'search'],
  marked: ['knowledge', 'render'],
  'fuse.js': ['search'],
  'snowball-stemmers': ['question'],
  personnummer: ['question'],
  'libphonenumber-js/max': ['question'],
  pino: ['slack', 'main'],
};

/** Between guard and render everything is a function of the text, the knowledge and the day. */
const PURE = ['law', 'rules', 'question', 'search', 'answer', 'render'];

interface Source {
  readonly file: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources: Source[] = walk(SRC)
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map((path) => {
    const file = relative(SRC, path).replaceAll('\\', '/');
    const text = readFileSync(path, 'utf8');
    const imports = [
      ...text.matchAll(
        /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s*'([^']+)'/gu,
      ),
    ];
    return { file, room: roomOf(file), text, imports: imports.map((match) => match[1] ?? match[2] ?? match[3] ?? '') };
  });

describe('the house', () => {
  it('has the rooms that stand in the order, and no others', () => {
    expect([...new Set(sources.map(({ room }) => room))].sort()).toEqual(ROWS.flat().sort());
  });

  it('is read by this test at all', () => {
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
  });

  it('imports from left to right only', () => {
    const wrong = sources.flatMap(({ file, room, imports }) =>
      imports
        .filter((from) => from.startsWith('.'))
        .map((from) => roomOf(posix.join(dirname(file), from)))
        .filter((target) => target !== room && row(target) >= row(room))
        .map((target) => `${file} imports from ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has no circle of files', () => {
    const next = new Map(
      sources.map(({ file, imports }) => [
        file,
        imports.filter((from) => from.startsWith('.')).map((from) => posix.join(dirname(file), from)),
      ]),
    );
    const circles: string[] = [];
    const walked = new Set<string>();
    const follow = (file: string, path: readonly string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      if (path.includes(file) || walked.has(file)) return;
      for (const target of next.get(file) ?? []) follow(target, [...path, file]);
      walked.add(file);
    };
    for (const file of next.keys()) follow(file, []);
    expect(circles).toEqual([]);
  });

  it('keeps each library in its rooms', () => {
    const wrong = sources.flatMap(({ file, room, imports }) =>
      imports
        .filter((from) => !from.startsWith('.') && !from.startsWith('node:'))
        .filter((from) => !(LIBRARIES[from]?.includes(room) ?? false))
        .map((from) => `${file} imports ${from}`),
    );
    expect(wrong).toEqual([]);
  });

  it('knows neither clock, chance, environment, file nor network between guard and render', () => {
    const impure = /Date\.now|new Date\(\)|Math\.random|process\.|\bfetch\(|performance\.now|from 'node:/u;
    expect(
      sources.filter(({ room, text }) => PURE.includes(room) && impure.test(text)).map(({ file }) => file),
    ).toEqual([]);
  });

  it('has no drawer for odds and ends', () => {
    expect(
      sources
        .map(({ file }) => posix.basename(file))
        .filter((name) => /^(?:utils?|helpers?|types|misc|common)\.ts$/u.test(name)),
    ).toEqual([]);
  });

  it('says at the top of each file what it is for', () => {
    expect(sources.filter(({ text }) => !/^(?:#!.*\n)?\/\/ \S/u.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

function roomOf(file: string): string {
  return (file.split('/')[0] ?? '').replace(/\.ts$/u, '');
}

function row(room: string): number {
  return ROWS.findIndex((rooms) => rooms.includes(room));
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}
