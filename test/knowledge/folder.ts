// Folders for a test to read and to break: copies, removed when the test is over.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, onTestFinished } from 'vitest';

/** The knowledge that comes with the program. */
export const REAL = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** The folder of the broken knowledge folders; `.base` among them is sound. */
export const BROKEN = fileURLToPath(new URL('../broken', import.meta.url));
export const SOUND = join(BROKEN, '.base');

/** A folder of one's own with the layers laid over each other. `expected.txt` is no part of what is tested. */
export function copyOf(...layers: readonly string[]): string {
  const folder = emptyFolder(onTestFinished);
  for (const layer of layers) {
    cpSync(layer, folder, { recursive: true, filter: (path) => basename(path) !== 'expected.txt' });
  }
  return folder;
}

/** A small part of the real knowledge, quick to read: for a whole test file, and not to be changed. */
export function smallCopy(): string {
  const folder = emptyFolder(afterAll);
  for (const file of SMALL) cpSync(join(REAL, file), join(folder, file), { recursive: true });
  const entry = join(folder, SMALL_ENTRY);
  writeFileSync(entry, readFileSync(entry, 'utf8').replace(/^se även:.*\n/mu, ''));
  return folder;
}

const SMALL_ENTRY = 'fragor/grunder/vad-ar-men.md';
const SMALL = [
  'ord.yml',
  'paragrafer',
  ...['osl/10-27', 'osl/23-2', 'osl/23-2.2028-07-01', 'osl/26-1', 'sol/19-1'].map((name) => `lagrum/${name}.yml`),
  SMALL_ENTRY,
];

function emptyFolder(atEnd: (remove: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'sekretesslotsen-'));
  atEnd(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
