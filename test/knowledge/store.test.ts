// The store swaps everything at once, or keeps the last good whole.
import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openStore, type KnowledgeStore, type Reload } from '../../src/knowledge/store.ts';
import { copyOf, SOUND } from './folder.ts';

const ENTRY = 'fragor/grunder/annan.md';
const WORDS = 'ord.yml';
/** Generous: what is waited for is a file system that tells of a change when it pleases. */
const LONG = 10_000;

describe('a store', () => {
  it('opens with the knowledge, or with the problems', async () => {
    expect((await opened(copyOf(SOUND))).current().entries).toHaveLength(2);
    const folder = copyOf(SOUND);
    writeFileSync(join(folder, WORDS), '');
    const result = await openStore(folder);
    expect(result).toEqual({ problems: [expect.objectContaining({ file: WORDS, code: 'empty' })] });
  });

  it('swaps whole on a reload', async () => {
    const folder = copyOf(SOUND);
    const store = await opened(folder);
    const first = store.current();
    rmSync(join(folder, 'fragor/grunder/sund.md'));
    writeFileSync(join(folder, WORDS), 'likvärdiga: []\n');
    expect(store.current()).toBe(first);
    const reload = await store.reload();
    expect(reload).toEqual({
      ok: true,
      knowledge: store.current(),
      changes: ['Borttagna frågor (1): grunder/sund.'],
    });
    expect(store.current()).not.toBe(first);
    expect(first.entries).toHaveLength(2);
    expect(store.current().entries).toHaveLength(1);
    expect(store.current().words.equivalents).toEqual([]);
  });

  it('keeps the same object while there are problems, and goes on when they are mended', async () => {
    const folder = copyOf(SOUND);
    const store = await opened(folder);
    const first = store.current();
    writeFileSync(join(folder, WORDS), 'likvärdiga: []\nokänd: 1\n');
    rmSync(join(folder, 'lagrum'), { recursive: true });
    expect(codes(await store.reload())).toEqual(['ord.yml unknown-key']);
    expect(store.current()).toBe(first);
    writeFileSync(join(folder, WORDS), 'likvärdiga: []\n');
    expect(codes(await store.reload())).toEqual([]);
    expect(store.current().provisions).toEqual([]);
  });

  it('keeps the last good when the folder vanishes', async () => {
    const folder = copyOf(SOUND);
    const store = await opened(folder);
    const first = store.current();
    rmSync(folder, { recursive: true });
    expect(codes(await store.reload())).toEqual(['. unreadable']);
    expect(store.current()).toBe(first);
  });

  it('reads what is there when asked, also for reloads that share a reading', async () => {
    const folder = copyOf(SOUND);
    const store = await opened(folder);
    const under = store.reload();
    await new Promise(setImmediate); // it has begun to read
    writeFileSync(join(folder, WORDS), 'likvärdiga: []\n');
    const shared = [store.reload(), store.reload(), store.reload()];
    const [first, ...others] = await Promise.all(shared);
    for (const other of others) expect(other).toBe(first);
    expect(await under).not.toBe(first);
    expect(first).toMatchObject({ ok: true, knowledge: store.current() });
    expect(store.current().words.equivalents).toEqual([]);
  });
});

describe('watching', { timeout: 4 * LONG }, () => {
  it('tells of an edit, of problems while the last good stays, and of what mends them', async () => {
    const folder = copyOf(SOUND);
    const { store, told } = await watched(folder);

    appendFileSync(join(folder, ENTRY), '\nEn rad till.\n');
    await vi.waitFor(() => {
      expect(store.current().entries.find(({ id }) => id === 'grunder/annan')?.body).toContain('En rad till.');
    }, LONG);
    expect(told.at(-1)).toMatchObject({ ok: true, knowledge: store.current() });

    writeFileSync(join(folder, WORDS), 'likvärdiga: []\nokänd: 1\n');
    await vi.waitFor(() => {
      expect(codes(told.at(-1))).toEqual(['ord.yml unknown-key']);
    }, LONG);
    expect(store.current()).toBe(lastGood(told));

    writeFileSync(join(folder, WORDS), 'likvärdiga: []\n');
    await vi.waitFor(() => {
      expect(told.at(-1)?.ok).toBe(true);
    }, LONG);
    expect(store.current().words.equivalents).toEqual([]);
  });

  it('tells of a new file in a new folder, and of one that is gone', async () => {
    const folder = copyOf(SOUND);
    const { store, told } = await watched(folder);
    mkdirSync(join(folder, 'fragor/skola'));
    writeFileSync(join(folder, 'fragor/skola/ny.md'), '---\n---\nNy.\n');
    await vi.waitFor(() => {
      expect(codes(told.at(-1))).toEqual(['fragor/skola/ny.md front-matter']);
    }, LONG);
    rmSync(join(folder, 'fragor/skola/ny.md'));
    await vi.waitFor(() => {
      expect(told.at(-1)).toMatchObject({ ok: true, knowledge: store.current() });
    }, LONG);
  });

  it('tells when the folder vanishes, and keeps the last good', async () => {
    const folder = copyOf(SOUND);
    const { store, told } = await watched(folder);
    rmSync(folder, { recursive: true });
    await vi.waitFor(() => {
      expect(codes(told.at(-1))).toEqual(['. unreadable']);
    }, LONG);
    expect(store.current()).toBe(lastGood(told));
  });

  it('follows a folder that is moved away and put back', async () => {
    const folder = copyOf(SOUND);
    const { store, told } = await watched(folder);
    renameSync(folder, `${folder}-away`);
    await vi.waitFor(() => {
      expect(codes(told.at(-1))).toEqual(['. unreadable']);
    }, LONG);
    writeFileSync(join(`${folder}-away`, WORDS), 'likvärdiga: []\n');
    renameSync(`${folder}-away`, folder);
    await vi.waitFor(() => {
      expect(store.current().words.equivalents).toEqual([]);
    }, LONG);
  });

  it('says nothing more when it has been stopped', async () => {
    const folder = copyOf(SOUND);
    const { told, stop } = await watched(folder);
    const { told: others } = await watched(folder);
    await stop();
    const before = told.length;
    writeFileSync(join(folder, WORDS), '');
    await vi.waitFor(() => {
      expect(others.at(-1)?.ok).toBe(false);
    }, LONG);
    expect(told).toHaveLength(before);
  });
});

async function opened(folder: string): Promise<KnowledgeStore> {
  const result = await openStore(folder);
  if ('problems' in result) throw new Error(codes({ ok: false, problems: result.problems }).join(', '));
  return result.store;
}

/** A store that is known to be watching: the watcher needs a moment to begin, and says nothing when it has. */
async function watched(folder: string): Promise<{ store: KnowledgeStore; told: Reload[]; stop: () => Promise<void> }> {
  const store = await opened(folder);
  const told: Reload[] = [];
  const stop = store.watch((reload) => told.push(reload));
  onTestFinished(stop);
  let n = 0;
  await vi.waitFor(
    () => {
      writeFileSync(join(folder, 'LASMIG.md'), String((n += 1)));
      expect(told).not.toEqual([]);
    },
    { timeout: LONG, interval: 500 },
  );
  return { store, told, stop };
}

const codes = (reload: Reload | undefined) =>
  reload === undefined || reload.ok ? [] : reload.problems.map(({ file, code }) => `${file} ${code}`);

/** What was told to be good last. The watcher may tell of one edit twice, so it need not be what was good at first. */
const lastGood = (told: readonly Reload[]) => told.flatMap((reload) => (reload.ok ? [reload.knowledge] : [])).at(-1);
