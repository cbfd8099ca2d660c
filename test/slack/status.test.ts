// "… söker i underlaget": only where an answer takes longer than a blink, by a clock of our own.
import type { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { memoryInRam } from '../../src/memory.ts';
import { sayStart } from '../../src/render/start-words.ts';
import type { Desk } from '../../src/slack/desk.ts';
import { seenInMemory } from '../../src/slack/seen.ts';
import { showingStatus } from '../../src/slack/status.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';

const knowledge = await realKnowledge();

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('says that it is under way, and takes that back', async () => {
  const { shown, said } = working(400);
  await vi.advanceTimersByTimeAsync(350);
  expect(said).toEqual([sayStart.searching]);
  await vi.advanceTimersByTimeAsync(100);
  await shown;
  expect(said).toEqual([sayStart.searching, '']);
});

it('says nothing where the answer comes before a blink', async () => {
  const { shown, said } = working(200);
  await vi.advanceTimersByTimeAsync(1_000);
  await shown;
  expect(said).toEqual([]);
});

it('lets the answer be given though Slack will not say so', async () => {
  const { shown, said, done, log } = working(400, true);
  await vi.advanceTimersByTimeAsync(1_000);
  await shown;
  expect(done()).toBe(true);
  expect(said).toEqual([sayStart.searching]);
  expect(log()).toContain('could not say that the answer is under way');
});

/** An answer that takes so many milliseconds, and what Slack is told meanwhile. */
function working(ms: number, refuse = false) {
  const said: string[] = [];
  const lines: string[] = [];
  let done = false;
  const setStatus = ({ status }: { readonly status: string }) => {
    said.push(status);
    return refuse ? Promise.reject(new Error('missing_scope')) : Promise.resolve({ ok: true });
  };
  const desk: Desk = {
    knowledge: () => knowledge,
    problems: () => [],
    today: () => DAY,
    log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
    seen: seenInMemory(),
    memory: memoryInRam(),
    people: { admins: [] },
  };
  const client = { assistant: { threads: { setStatus } } } as unknown as WebClient;
  const work = () =>
    new Promise<void>((resolve) => {
      setTimeout(() => {
        done = true;
        resolve();
      }, ms);
    });
  const shown = showingStatus(desk, client, { channel: 'C0', thread: '1.0' }, work);
  return { shown, said, done: () => done, log: () => lines.join('') };
}
