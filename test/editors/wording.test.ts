// A wording from an editor: added where it should be, refused with what to do where it should not.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addedAsText, addWording } from '../../src/editors/wording.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { REAL } from '../knowledge/folder.ts';
import { DAY, edit, smallFolder } from './small.ts';

const FEL = 'fragor/grunder/fel.md';

async function add(folders: readonly string[], id: string, words: string) {
  return addWording(id, words, await readKnowledge(...folders), folders, DAY);
}

async function fault(folders: readonly string[], id: string, words: string): Promise<string> {
  const before = folders.map((folder) => readFileSync(join(folder, FEL), 'utf8'));
  const added = await add(folders, id, words);
  expect(folders.map((folder) => readFileSync(join(folder, FEL), 'utf8'))).toEqual(before);
  return 'fault' in added ? added.fault : 'inget fel';
}

/** A folder of a municipality's own, with one file. */
function localFolder(file: string, text: string): string {
  const folder = smallFolder();
  const local = join(folder, '..', `lokalt-${folder.split('-').at(-1) ?? ''}`);
  mkdirSync(dirname(join(local, file)), { recursive: true });
  writeFileSync(join(local, 'lokalt.yml'), 'namn: Exempelköpings kommun\n');
  writeFileSync(join(local, file), text);
  return local;
}
