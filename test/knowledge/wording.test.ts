// One more wording in a file: every other byte stays, in each of our own files and in every form in which a list may be written.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { frontMatter } from '../../src/knowledge/files.ts';
import { withWording } from '../../src/knowledge/wording.ts';
import { REAL } from './folder.ts';

const FILES = readdirSync(REAL, { recursive: true, encoding: 'utf8' })
  .filter((path) => /fragor[\\/].+\.md$/u.test(path))
  .sort();
const ASKED = 'får man: "säga" det, #nu – eller?';

const wordingsIn = (text: string) => {
  const { from, to } = frontMatter(text.replace('\uFEFF', ''))!;
  return (parse(text.replace('\uFEFF', '').slice(from, to)) as { 'andra formuleringar': unknown })[
    'andra formuleringar'
  ];
};

/** The lines of `after` that are not in `before`, where all of `before` is left, in its order. */
function addedLines(before: string, after: string): string[] | undefined {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let at = 0;
  const added = now.filter((line) => {
    if (line !== old[at]) return true;
    at += 1;
    return false;
  });
  return at === old.length ? added : undefined;
}

it.each(FILES)('adds one line to %s and changes nothing else', (file) => {
  const text = readFileSync(join(REAL, file), 'utf8');
  const after = withWording(text, ASKED)!;
  expect(addedLines(text, after)).toEqual([`  - 'får man: "säga" det, #nu – eller?'`]);
  expect(wordingsIn(after)).toEqual([...(wordingsIn(text) as string[]), ASKED]);
});

describe('every form of the list', () => {
  const file = (wordings: string, mark = '') =>
    `${mark}---\n# överst\nfråga: 'Vad?'   # efter\n${wordings}lagrum: [ OSL 26:1,OSL 25:1 ]\n\nkort svar: >-\n  Ett\n  svar.\n---\nText.\n---\nMer.\n`;
  const key = 'andra formuleringar';

  it.each<[string, string, string]>([
    ['a list', `${key}:\n  - a\n  - b\n`, `${key}:\n  - a\n  - b\n  - ny?\n`],
    ['no indent', `${key}:\n- a\n`, `${key}:\n- a\n- ny?\n`],
    ['a deep indent', `${key}:\n      -   a\n`, `${key}:\n      -   a\n      - ny?\n`],
    ['a comment behind', `${key}:\n  - a # så\n  # och så\n`, `${key}:\n  - a # så\n  - ny?\n  # och så\n`],
    ['an empty line behind', `${key}:\n  - a\n\n`, `${key}:\n  - a\n  - ny?\n\n`],
    ['quotes', `${key}:\n  - "a: b"\n  - 'it''s'\n`, `${key}:\n  - "a: b"\n  - 'it''s'\n  - ny?\n`],
    ['several lines', `${key}:\n  - a\n    b\n`, `${key}:\n  - a\n    b\n  - ny?\n`],
    ['a folded text', `${key}:\n  - >-\n    a\n    b\n`, `${key}:\n  - >-\n    a\n    b\n  - ny?\n`],
    ['brackets', `${key}: [ a,  "b" ] # så\n`, `${key}: [ a,  "b", 'ny?' ] # så\n`],
    ['brackets over lines', `${key}: [\n  a,\n  b,\n]\n`, `${key}: [\n  a,\n  b, 'ny?',\n]\n`],
    ['empty brackets', `${key}: []\n`, `${key}: ['ny?']\n`],
  ])('%s', (_, before, after) => {
    for (const mark of ['', '\uFEFF']) expect(withWording(file(before, mark), 'ny?')).toBe(file(after, mark));
  });

  it('keeps the line breaks of Windows', () => {
    const windows = (wordings: string) => file(wordings).replaceAll('\n', '\r\n');
    expect(withWording(windows(`${key}:\n  - a\n`), 'ny?')).toBe(windows(`${key}:\n  - a\n  - ny?\n`));
  });

  it('begins the list where an addition has none', () => {
    const addition = '---\ntillägg: ja\nkontrollerad: 2026-11-22\n---\nText.\n';
    expect(withWording(addition, 'ny?')).toBe(
      `---\ntillägg: ja\nkontrollerad: 2026-11-22\n${key}:\n  - ny?\n---\nText.\n`,
    );
  });

  it.each<[string, string]>([
    ['no front matter', 'Text.\n'],
    ['broken YAML', file(`${key}:\n  - "a\n`)],
    ['nothing behind the key', file(`${key}:\n`)],
    ['a text for a list', file(`${key}: a\n`)],
    ['a list of something else', file(`${key}:\n  - a: b\n`)],
    ['an alias', file(`${key}:\n  - &a b\n  - *a\n`)],
    ['the whole in braces', `---\n{ ${key}: a }\n---\nText.\n`],
  ])('leaves %s alone', (_, text) => {
    expect(withWording(text, 'ny?')).toBeUndefined();
  });

  it('writes whatever was asked so that it is read back the same', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((text) => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim());
    fc.assert(
      fc.property(words, fc.constantFrom(`${key}:\n  - a\n`, `${key}: [a]\n`), (wording, list) => {
        const after = withWording(file(list), wording)!;
        expect(wordingsIn(after)).toEqual(['a', wording]);
        expect(after.split('\n').length - file(list).split('\n').length).toBe(list.includes('[') ? 0 : 1);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    'ja',
    'null',
    '17',
    '- a',
    '? a',
    '--- a',
    '# a',
    'a: b',
    "it's",
    '"a"',
    '@a',
    '*a',
    '&a',
    '!a',
    '%a',
    '> a',
    '[a',
    '{a',
    'a,b]',
    'å'.repeat(1000),
  ])('«%s»', (wording) => {
    for (const list of [`${key}:\n  - a\n`, `${key}: [a]\n`])
      expect(wordingsIn(withWording(file(list), wording)!)).toEqual(['a', wording]);
  });
});
