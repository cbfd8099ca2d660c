// An index as bytes: what is read ranks as what was written, and what is damaged is not read.
import fc from 'fast-check';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptIn } from '../../src/cli/kept.ts';
import { buildIndex, type Source } from '../../src/search/index.ts';
import { rank } from '../../src/search/rank.ts';
import { readIndex, writeIndex } from '../../src/search/stored.ts';
import { thesaurusOf } from '../../src/search/thesaurus.ts';
import { smallIndex, SOURCES, WORDS } from './small.ts';

const thesaurus = thesaurusOf(WORDS);
const text = fc
  .array(
    fc.constantFrom('skolan', 'polisen', 'the police', 'sekrtess', 'oros', 'anmälan', 'hålla tyst', 'är', 'ö', '…'),
  )
  .map((words) => words.join(' '));
const source: fc.Arbitrary<Source> = fc.record({ wordings: fc.array(text, { maxLength: 6 }), body: text });

describe('a stored index', () => {
  it('ranks exactly as what was written', () => {
    fc.assert(
      fc.property(
        fc.array(source, { maxLength: 8 }),
        fc.array(text, { minLength: 1, maxLength: 5 }),
        (sources, questions) => {
          const index = buildIndex(sources, thesaurus);
          const read = readIndex(writeIndex(index), thesaurus);
          expect(read).toEqual(index);
          for (const question of questions) expect(rank(read!, question)).toEqual(rank(index, question));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is read wherever it lies in memory', () => {
    const bytes = writeIndex(smallIndex());
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(readIndex(shifted.subarray(1), thesaurus)).toEqual(smallIndex());
  });

  it('is not read when any byte is changed, or when it is cut', () => {
    const bytes = writeIndex(smallIndex());
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at]! ^= change;
        expect(readIndex(damaged, thesaurus)).toBeUndefined();
        expect(readIndex(bytes.subarray(0, at), thesaurus)).toBeUndefined();
      }),
    );
  });
});

describe('a kept index', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const kept = () => readdirSync(folder);

  it('is written once, and read the next time', () => {
    const built = keptIn(folder)(SOURCES, thesaurus);
    const [file] = kept();
    expect(kept()).toHaveLength(1);
    expect(keptIn(folder)(SOURCES, thesaurus)).toEqual(built);
    // What is read is the file: another index in it is believed.
    const other = smallIndex(SOURCES.slice(1));
    writeFileSync(join(folder, file!), writeIndex(other));
    expect(keptIn(folder)(SOURCES, thesaurus)).toEqual(other);
  });

  it('is built anew when it is damaged, and when a source or the thesaurus is another; the old one goes', () => {
    keptIn(folder)(SOURCES, thesaurus);
    const [file] = kept();
    writeFileSync(join(folder, file!), 'x');
    expect(keptIn(folder)(SOURCES, thesaurus)).toEqual(smallIndex());
    keptIn(folder)(SOURCES.slice(1), thesaurus);
    expect(kept()).toHaveLength(1);
    expect(kept()).not.toEqual([file]);
    const [second] = kept();
    keptIn(folder)(SOURCES.slice(1), thesaurusOf({ ...WORDS, equivalents: [] }));
    expect(kept()).not.toEqual([second]);
  });

  it('leaves the files of others alone', () => {
    writeFileSync(join(folder, 'index.html'), '');
    keptIn(folder)(SOURCES, thesaurus);
    expect(kept()).toContain('index.html');
  });

  it('does without a folder, and without one that can be written', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const none of [undefined, '', file]) expect(keptIn(none)(SOURCES, thesaurus)).toEqual(smallIndex());
  });
});
