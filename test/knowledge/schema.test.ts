// The JSON Schemas by which an editor's tool completes and checks as one types: written from the formats, kept in
// knowledge/.schema (`npm run schema` writes them anew), and true of every file that names them.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fileSchemas, jsonSchema, type FileKind } from '../../src/knowledge/schema.ts';
import { REAL } from './folder.ts';

const KINDS = Object.keys(fileSchemas) as FileKind[];
const FILES = readdirSync(REAL, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(?!\.schema).+(?:\.yml|[\\/].+\.md)$/u.test(path))
  .sort();

describe.each(KINDS)('the schema of %s', (kind) => {
  const accepts = compiled(kind);
  const values = FILES.filter((file) => kindOf(file) === kind).map((file) => [file, valueOf(file)] as const);

  it('is the one that editors have', async () => {
    await expect(`${JSON.stringify(jsonSchema(kind), null, 2)}\n`).toMatchFileSnapshot(schemaFile(kind));
  });

  it('accepts every file of its kind', () => {
    expect(values.length).toBeGreaterThan(0);
    const refused = values.filter(([, value]) => !accepts(value)).map(([file]) => file);
    expect(refused).toEqual([]);
  });

  it('refuses an unknown key, and a file that says nothing', () => {
    for (const [, value] of values.slice(0, 3)) expect(accepts({ ...value, okänd: 1 })).toBe(false);
    expect(accepts(null)).toBe(false);
    expect(accepts([])).toBe(false);
  });
});

describe('the schema of an entry', () => {
  const accepts = compiled('fraga');
  const entry = valueOf(FILES.find((file) => kindOf(file) === 'fraga') ?? '');
  const source = { titel: 'a', av: 'b', publicerad: '2021-10-17', användning: 'c' };

  it.each<[string, object, boolean]>([
    ['nothing changed', {}, true],
    ['a source', { källa: source }, true],
    ['an unknown key in the source', { källa: { ...source, lank: 'x' } }, false],
    ['a review', { granskad: { datum: '2026-11-22', av: 'Kim' } }, true],
    ['an unknown key in the review', { granskad: { datum: '2026-11-22', av: 'Kim', roll: 'x' } }, false],
    ['a review by no one', { granskad: { datum: '2026-11-22' } }, false],
    ['a day that is none', { kontrollerad: '2026-02-30' }, false],
    ['no provisions', { lagrum: [] }, false],
    ['a long short answer', { 'kort svar': 'a'.repeat(401) }, false],
    ['a question of two lines', { fråga: 'a\nb' }, false],
  ])('%s', (_, change, expected) => {
    expect(accepts({ ...entry, ...change })).toBe(expected);
  });
});

it('is named by every file, where editors look for it', () => {
  const wrong = FILES.filter((file) => {
    const [first = '', second = ''] = readFileSync(join(REAL, file), 'utf8').split('\n');
    // The example is for a folder beside ours, where the guide says to copy it.
    const place = join(REAL, file).replace(join(REAL, '.exempel-lokalt'), join(dirname(REAL), 'lokalt'));
    const path = relative(dirname(place), schemaFile(kindOf(file))).replaceAll('\\', '/');
    return (file.endsWith('.md') ? second : first) !== `# yaml-language-server: $schema=${path}`;
  });
  expect(wrong).toEqual([]);
});

function compiled(kind: FileKind): ValidateFunction {
  // The formats stand beside patterns that say the same, for editors; ajv would want a package more for them.
  return new Ajv2020({ strict: true, formats: { date: true, uri: true, email: true } }).compile(jsonSchema(kind));
}

function schemaFile(kind: FileKind): string {
  return join(REAL, '.schema', `${kind}.json`);
}

function kindOf(file: string): FileKind {
  const path = file.replace(/^\.exempel-lokalt[\\/]/u, '');
  const [, folder] =
    /^(lagrum|fragor|ordforrad|ord|paragrafer|begrepp|tackning|fall|lokalt|akut|utanfor|engelska|start)[\\/.]/u.exec(
      path,
    ) ?? [];
  if (folder === undefined) throw new Error(`${file} is of no kind`);
  if ('tillägg' in valueOf(file)) return 'tillagg';
  return folder === 'fragor' ? 'fraga' : (folder as FileKind);
}

function valueOf(file: string): Record<string, unknown> {
  const text = readFileSync(join(REAL, file), 'utf8');
  const yaml = file.endsWith('.md') ? text.split(/^---$/mu)[1] : text;
  return parse(yaml ?? '') as Record<string, unknown>;
}
