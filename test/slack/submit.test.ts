// A form that sends something on tells how it went, also when that takes longer than Slack waits or nobody waits any more.
import type { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sayHuman } from '../../src/render/people-words.ts';
import type { Desk } from '../../src/slack/desk.ts';
import { holdersInMemory } from '../../src/slack/holders.ts';
import { sendOn, type Submitted } from '../../src/slack/submit.ts';

describe('a form that sends on', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('says that it is sending when Slack waits no longer, and then how it went', async () => {
    const { submitted, acked, updated } = form();
    const sent = sendOn(DESK, submitted, { ...SENDING, send: () => soon(5_000) });
    await vi.advanceTimersByTimeAsync(2_500);
    expect(acked()).toContain(sayHuman.sending);
    expect(updated()).toBe('');
    await vi.advanceTimersByTimeAsync(3_000);
    await sent;
    expect(updated()).toContain(SENDING.done);
  });

  it('says late that it failed too', async () => {
    const { submitted, updated } = form();
    const send = () => soon(5_000).then(() => Promise.reject(new Error('no')));
    const sent = sendOn(DESK, submitted, { ...SENDING, send });
    await vi.advanceTimersByTimeAsync(6_000);
    await sent;
    expect(updated()).toContain(SENDING.failed());
  });

  it('writes to the person where the form is closed by then', async () => {
    const { submitted, posted } = form(() => Promise.reject(new Error('not_found')));
    const sent = sendOn(DESK, submitted, { ...SENDING, send: () => soon(5_000) });
    await vi.advanceTimersByTimeAsync(6_000);
    await sent;
    expect(posted()).toContain(SENDING.done);
    expect(posted()).toContain('U0PERSON');
  });
});

describe('who has just taken a question', () => {
  it('is known for a minute, until it is given back', () => {
    let now = 0;
    const holders = holdersInMemory(() => now);
    expect([holders.take('q', 'A'), holders.take('q', 'B'), holders.take('q', 'A')]).toEqual(['A', 'A', 'A']);
    holders.release('q');
    expect(holders.take('q', 'B')).toBe('B');
    now = 60_001;
    expect(holders.take('q', 'A')).toBe('A');
  });
});

const DESK = { log: pino({ level: 'silent' }) } as unknown as Desk;
const SENDING = {
  surface: 'test',
  field: 'written',
  words: 'Hej',
  blank: 'Skriv.',
  done: 'Det är skickat.',
  failed: () => 'Det gick inte.',
};

function soon(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function form(update: () => Promise<unknown> = () => Promise.resolve()) {
  const told = { acked: '', updated: '', posted: '' };
  const keep = (as: keyof typeof told, then: () => Promise<unknown>) => (what: unknown) => {
    told[as] = JSON.stringify(what);
    return then();
  };
  const done = () => Promise.resolve();
  const client = { views: { update: keep('updated', update) }, chat: { postMessage: keep('posted', done) } };
  const submitted = {
    ack: keep('acked', done),
    view: { id: 'V1' },
    client: client as unknown as WebClient,
    user: 'U0PERSON',
  } as unknown as Submitted;
  return { submitted, acked: () => told.acked, updated: () => told.updated, posted: () => told.posted };
}
