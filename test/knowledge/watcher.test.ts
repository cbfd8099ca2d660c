// What the store makes of what a watcher says, with a watcher that says it when the test wants.
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openStore, type KnowledgeStore, type Reload } from '../../src/knowledge/store.ts';
import { SOUND } from './folder.ts';

const watcher = Object.assign(new EventEmitter(), { close: () => Promise.resolve() });
vi.mock('chokidar', () => ({ watch: () => watcher }));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  watcher.removeAllListeners();
});

it('reads once when many files are written in one go', async () => {
  const { store, told } = await watched();
  for (let i = 0; i < 20; i += 1) watcher.emit('all', 'change', 'ord.yml');
  vi.runAllTimers();
  await store.reload(); // shares what is under way, or follows it
  expect(told).toMatchObject([{ ok: true, knowledge: store.current() }]);
});

it('says nothing of a reading that was under way when it was stopped', async () => {
  const { store, told, stop } = await watched();
  watcher.emit('all', 'change', 'ord.yml');
  vi.runAllTimers();
  await stop();
  await store.reload();
  expect(told).toEqual([]);
});

it('tells when the system refuses to watch (too many files, no permission), and keeps the knowledge', async () => {
  const { store, told } = await watched();
  const before = store.current();
  watcher.emit('error', Object.assign(new Error('no space'), { code: 'ENOSPC' }));
  const problem = { file: '.', next: expect.stringContaining('Starta om') as string };
  expect(told).toMatchObject([{ ok: false, problems: [problem] }]);
  expect(store.current()).toBe(before);
});

async function watched(): Promise<{ store: KnowledgeStore; told: Reload[]; stop: () => Promise<void> }> {
  const opened = await openStore(SOUND);
  if ('problems' in opened) throw new Error('the sound folder is not');
  const told: Reload[] = [];
  const stop = opened.store.watch((reload) => told.push(reload));
  return { store: opened.store, told, stop };
}
