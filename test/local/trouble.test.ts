// The journal of what went between app and workspace, and trouble that is switched on while they run.
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../src/local/page/snapshot.ts';
import { startSmall } from '../support/workspace.ts';

describe('the journal', () => {
  it('tells what was sent and answered in both directions, the newest last', async () => {
    const { standin, user, call, last, answer } = await startSmall();
    answer.body = () => ({ text: 'Eko' });
    await standin.command({ command: '/prova', text: 'hej', channel: standin.directId, user });
    await call('chat.postMessage', { channel: standin.directId, text: 'Svar' });
    await call('chat.postMessage', { channel: 'C0INGEN', text: 'Svar' });
    await fetch(String(last().response_url), { method: 'POST', body: '{"text":"Sent"}' });
    expect(standin.journal()).toMatchObject([
      {
        id: 1,
        direction: 'out',
        kind: 'slash_commands',
        name: '/prova',
        status: 'ok',
        body: { text: 'hej' },
        answer: { text: 'Eko' },
      },
      {
        id: 2,
        direction: 'in',
        kind: 'api',
        name: 'chat.postMessage',
        status: 'ok',
        body: { text: 'Svar' },
        answer: { ok: true },
      },
      { id: 3, direction: 'in', kind: 'api', name: 'chat.postMessage', status: 'channel_not_found' },
      { id: 4, direction: 'in', kind: 'response_url', status: 'ok', body: { text: 'Sent' } },
    ]);
  });

  it('is read by the page from where it left off', async () => {
    const { standin, call, drawn } = await startSmall();
    expect(await drawn()).toMatchObject({ journal: 0 });
    for (let count = 0; count < 3; count += 1) await call('auth.test');
    expect(await drawn()).toMatchObject({ journal: 3 });
    const { entries } = (await (await fetch(`${standin.url}/journal?after=1`)).json()) as { entries: JournalEntry[] };
    expect(entries.map(({ id, name }) => [id, name])).toEqual([
      [2, 'auth.test'],
      [3, 'auth.test'],
    ]);
  });

  it('holds no token and no way to answer for another, and shows JSON that came as text as what it is', async () => {
    const { standin, user, last } = await startSmall();
    await standin.command({ command: '/prova', text: standin.appToken, channel: standin.directId, user });
    const body = new URLSearchParams({
      token: standin.botToken,
      text: 'x',
      channel: standin.directId,
      blocks: '[{"type":"divider"}]',
    });
    await fetch(`${standin.apiUrl}chat.postMessage`, { method: 'POST', body });
    const written = JSON.stringify(standin.journal());
    const [, id = 'none'] = /\/response\/(.+)$/.exec(String(last().response_url)) ?? [];
    for (const secret of [standin.botToken, standin.appToken, standin.signingSecret, id])
      expect(written).not.toContain(secret);
    expect(standin.journal().at(-1)).toMatchObject({ status: 'ok', body: { blocks: [{ type: 'divider' }] } });
  });

  it('forgets the oldest', async () => {
    const { standin, user } = await startSmall();
    for (let count = 0; count < 310; count += 1) await standin.open({ user, tab: 'messages' });
    expect(standin.journal()).toHaveLength(300);
    expect(standin.journal().at(-1)?.id).toBe(310);
  });
});

describe('trouble on purpose', () => {
  it.each([
    ['a rate limit', { kind: 'ratelimited', retryAfter: 7 }, { ok: false, error: 'ratelimited' }],
    ['an error', { kind: 'error', error: 'fatal_error' }, { ok: false, error: 'fatal_error' }],
    ['a bare status', { kind: 'status', status: 500 }, {}],
  ] as const)('befalls the next calls with %s, and then no more', async (_what, trouble, failed) => {
    const { standin, call, drawn } = await startSmall();
    standin.setFault({ ...trouble, times: 2 });
    expect(await call('auth.test')).toEqual(failed);
    expect(await drawn()).toMatchObject({ trouble: { ...trouble, times: 1 } });
    expect(await call('auth.test')).toEqual(failed);
    expect(await drawn()).not.toHaveProperty('trouble');
    expect(await call('auth.test')).toMatchObject({ ok: true });
    // The trouble is no fault of the app's.
    expect(standin.failures).toEqual([]);
  });

  it('befalls one method alone, when it is told to', async () => {
    const { call, act } = await startSmall();
    expect(await act('fault', { kind: 'error', error: 'fatal_error', method: 'chat.postMessage', times: 1 })).toEqual({
      ok: true,
    });
    expect(await call('auth.test')).toMatchObject({ ok: true });
    expect(await call('chat.postMessage')).toMatchObject({ error: 'fatal_error' });
  });

  it('keeps the app waiting', async () => {
    const { standin, call } = await startSmall();
    standin.setFault({ kind: 'slow', ms: 300, times: 1 });
    // The second, begun later, is let through at once and ends first.
    const ended: string[] = [];
    const slow = call('auth.test').then((answer) => {
      ended.push('slow');
      return answer;
    });
    await call('api.test').then(() => ended.push('quick'));
    expect(await slow).toMatchObject({ ok: true });
    expect(ended).toEqual(['quick', 'slow']);
  });

  it('loses an acknowledgement, so that the event comes again', async () => {
    const { standin, user, told } = await startSmall({ retryDelaysMs: [0, 0, 0] });
    standin.setFault({ kind: 'lostAck', times: 1 });
    expect((await standin.say({ channel: standin.directId, user, text: 'hej' })).reply).toMatchObject({ ok: true });
    expect(told).toHaveLength(2);
    expect(told[0]).toEqual(told[1]);
    expect(standin.journal().map(({ status }) => status)).toEqual(['lost_ack', 'ok']);
    standin.setFault({ kind: 'lostAck', times: 1 });
    const command = { command: '/prova', text: '', channel: standin.directId, user };
    expect(await standin.command(command)).toMatchObject({ ok: false, reason: 'http_timeout' });
    expect(told).toHaveLength(3);
  });

  it('is switched off, and refused when it makes no sense', async () => {
    const { act, drawn } = await startSmall();
    await act('fault', { kind: 'slow', ms: '250', times: '3' });
    expect(await drawn()).toMatchObject({ trouble: { kind: 'slow', ms: 250, times: 3 } });
    await act('fault', { kind: 'none' });
    expect(await drawn()).not.toHaveProperty('trouble');
    expect(await act('fault', { kind: 'slow', ms: 250, times: 0 })).toEqual({
      ok: false,
      error: 'times ska vara ett heltal, minst 1',
    });
    expect(await act('fault', { kind: 'regn' })).toEqual({ ok: false, error: 'Okänt fel: regn' });
  });
});
