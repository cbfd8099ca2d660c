// Keeps the search index from one start of the program to the next. It is found by all that it is made of: the code, the
// thesaurus and the sources, so that a kept index is the one that would be built. Nothing that people ask is in it.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIndex, type Build, type SearchIndex, type Source } from '../search/index.ts';
import { FORMAT, readIndex, writeIndex } from '../search/stored.ts';
import type { Thesaurus } from '../search/thesaurus.ts';

/** Reads the index from the folder where it is there, and else builds and keeps it; without a folder it is only built. */
export function keptIn(folder: string | undefined): Build {
  if (folder === undefined || folder === '') return buildIndex;
  return (sources, thesaurus) => {
    const file = join(folder, `index-${keyOf(sources, thesaurus)}.bin`);
    const kept = read(file, thesaurus);
    if (kept !== undefined) return kept;
    const index = buildIndex(sources, thesaurus);
    keep(index, file, folder);
    return index;
  };
}

const OURS = /^index-[\da-f]{64}\.bin(?:\.\d+)?$/u;
/** What an index is made by: the search itself, the words of Swedish, and the libraries by their versions. */
const CODE = ['../search/', '../question/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));
const VERSIONS = fileURLToPath(new URL('../../package.json', import.meta.url));

function keyOf(sources: readonly Source[], { others, phrases, english }: Thesaurus): string {
  const hash = createHash('sha256').update(`${FORMAT}\n${readFileSync(VERSIONS, 'utf8')}`);
  for (const folder of CODE)
    for (const name of readdirSync(folder).sort())
      if (/\.[jt]s$/u.test(name)) hash.update(`\n${name}\n`).update(readFileSync(join(folder, name)));
  hash.update(JSON.stringify([[...others], [...phrases], [...english]]));
  for (const { wordings, body } of sources) hash.update(JSON.stringify([wordings, body]));
  return hash.digest('hex');
}

function read(file: string, thesaurus: Thesaurus): SearchIndex | undefined {
  try {
    return readIndex(readFileSync(file), thesaurus);
  } catch {
    // Not there, or not to be read: it is built.
    return undefined;
  }
}

/** Written whole under another name first, so that nobody reads half of it. Not to be able to keep it is no fault. */
function keep(index: SearchIndex, file: string, folder: string): void {
  const half = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(half, writeIndex(index));
    renameSync(half, file);
    for (const name of readdirSync(folder))
      if (OURS.test(name) && name !== basename(file)) rmSync(join(folder, name), { force: true });
  } catch {
    clear(half);
  }
}

function clear(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where nothing could be written there is nothing to clear.
  }
}
