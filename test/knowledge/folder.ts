// Folders for a test to read and to break: copies, removed when the test is over.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The knowledge that comes with the program. */
export const REAL = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** The folder of the broken knowledge folders; `.base` among them is sound. */
export const BROKEN = fileURLToPath(new URL('../broken', import.meta.url));
export const SOUND = join(BROKEN, '.base');

/** A folder of one's own with the layers laid over each other. `expected.txt` is no part of what is tested. */
export function copyOf(...layers: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'sekretesslotsen-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const layer of layers) {
    cpSync(layer, folder, { recursive: true, filter: (path) => basename(path) !== 'expected.txt' });
  }
  return folder;
}
