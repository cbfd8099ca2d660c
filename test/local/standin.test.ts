// The stand-in against a bare receiver, where the wire itself is looked at, and against the real Bolt app in both modes.
import { createServer, type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, type BlockAction } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { sign, type Standin, type StandinOptions, startStandin } from '../../src/local/standin.ts';
import { SILENT } from '../support/silent.ts';
import { serveSocketMode } from '../support/socket.ts';

const COMMANDS = [{ command: '/sekretess', description: 'Fråga', usageHint: '[fråga]' }];
const MODAL = { type: 'modal', title: { type: 'plain_text', text: 'Pröva' }, blocks: [{ type: 'divider' }] };

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describe('the Web API', () => {
  it('refuses a wrong token, an unknown method and blocks without text, aloud', async () => {
    const { standin, call } = await start();
    expect(await call('auth.test', {}, 'xoxb-fel')).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await call('chat.startStream')).toEqual({ ok: false, error: 'unknown_method' });
    const blocks = [{ type: 'divider' }];
    expect(await call('chat.postMessage', { channel: standin.channelId, blocks })).toEqual({
      ok: false,
      error: 'no_text',
    });
    expect(standin.failures).toHaveLength(3);
  });

  it('keeps an ephemeral message to its viewer', async () => {
    const { standin, call } = await start();
    const said = await standin.say({ channel: standin.channelId, user: 'U0KOLLEGA', text: 'hej' });
    await call('chat.postEphemeral', { channel: standin.channelId, user: 'U0KOLLEGA', text: 'bara du' });
    expect(standin.messages(standin.channelId)).toEqual([said.message]);
    expect(standin.messages(standin.channelId, 'U0KOLLEGA').at(-1)).toMatchObject({
      text: 'bara du',
      onlyFor: 'U0KOLLEGA',
    });
    const { ts: thread_ts } = said.message;
    await call('chat.postEphemeral', { channel: standin.channelId, user: 'U0KOLLEGA', text: 'osedd', thread_ts });
    expect(standin.failures).toEqual([
      'Ett meddelande som bara en person ser, i en tråd utan svar: Slack visar det inte för någon',
    ]);
  });

  it('threads on parents only, and changes only what is its own', async () => {
    const { standin, call } = await start();
    const channel = standin.channelId;
    const { message } = await standin.say({ channel, user: standin.personId, text: 'hej' });
    const reply = await call('chat.postMessage', { channel, text: 'svar', thread_ts: message.ts });
    expect(reply).toMatchObject({ ok: true, message: { thread_ts: message.ts } });
    expect(await call('chat.postMessage', { channel, text: 'x', thread_ts: reply.ts })).toMatchObject({
      error: 'cannot_reply_to_message',
    });
    expect(await call('chat.postMessage', { channel, text: 'x', thread_ts: '1.000001' })).toMatchObject({
      error: 'thread_not_found',
    });
    expect(await call('chat.update', { channel, ts: message.ts, text: 'x' })).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await call('chat.update', { channel, ts: reply.ts, text: 'nytt' })).toMatchObject({
      ok: true,
      text: 'nytt',
    });
    await call('chat.delete', { channel, ts: reply.ts });
    expect(standin.messages(channel)).toEqual([message]);
  });

  it('shows a status in the thread until the app has posted there', async () => {
    const { standin, call } = await start();
    const channel = standin.directId;
    const { message } = await standin.say({ channel, user: standin.personId, text: 'hej' });
    await call('assistant.threads.setStatus', { channel_id: channel, thread_ts: message.ts, status: 'söker …' });
    expect(await drawn(standin)).toContain('Sekretesslotsen söker …');
    await call('chat.postMessage', { channel, text: 'svar', thread_ts: message.ts });
    expect(await drawn(standin)).not.toContain('söker');
    expect(standin.failures).toEqual([]);
  });

  it('fails as it is told to', async () => {
    const { call } = await start({ fault: (method) => (method === 'auth.test' ? { retryAfter: 7 } : undefined) });
    expect(await call('auth.test')).toMatchObject({ error: 'ratelimited', status: 429, retryAfter: '7' });
    expect(await call('api.test')).toMatchObject({ ok: true });
  });
});

describe('modals', () => {
  it('opens once for each trigger, and not after three seconds', async () => {
    let now = 1_000_000;
    const { standin, call, receiver } = await start({ now: () => now });
    const trigger = async () => {
      await standin.command({ command: '/sekretess', text: '', channel: standin.directId, user: standin.personId });
      return receiver.form().trigger_id;
    };
    const trigger_id = await trigger();
    expect(await call('views.open', { trigger_id, view: MODAL })).toMatchObject({ ok: true });
    expect(await call('views.open', { trigger_id, view: MODAL })).toEqual({ ok: false, error: 'exchanged_trigger_id' });
    const late = await trigger();
    now += 3_001;
    expect(await call('views.open', { trigger_id: late, view: MODAL })).toEqual({
      ok: false,
      error: 'expired_trigger_id',
    });
  });

  it('holds three views, and refuses a stale hash', async () => {
    const { standin, call, receiver } = await start();
    const answers = [];
    for (const method of ['views.open', 'views.push', 'views.push', 'views.push']) {
      await standin.command({ command: '/sekretess', text: '', channel: standin.directId, user: standin.personId });
      answers.push(await call(method, { trigger_id: receiver.form().trigger_id, view: MODAL }));
    }
    expect(answers.map((answer) => answer.error)).toEqual([undefined, undefined, undefined, 'push_limit_reached']);
    const view = standin.view(standin.personId);
    const update = { view_id: view?.id, hash: view?.hash, view: MODAL };
    expect(await call('views.update', update)).toMatchObject({ ok: true });
    expect(await call('views.update', update)).toEqual({ ok: false, error: 'hash_conflict' });
    await standin.closeView(standin.personId);
    expect(standin.view(standin.personId)?.id).toBe(view?.previousId);
  });
});

describe('response_url', () => {
  it('works five times within thirty minutes', async () => {
    let now = 1_000_000;
    const { standin, receiver } = await start({ now: () => now });
    const url = async () => {
      await standin.command({
        command: '/sekretess',
        text: 'a < b',
        channel: standin.channelId,
        user: standin.personId,
      });
      return receiver.form().response_url ?? '';
    };
    const first = await url();
    expect(receiver.form().text).toBe('a &lt; b');
    const statuses = [];
    for (let use = 0; use < 6; use += 1) statuses.push((await post(first, { text: `svar ${use}` })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(standin.messages(standin.channelId)).toEqual([]);
    expect(standin.messages(standin.channelId, standin.personId)).toHaveLength(5);
    const late = await url();
    now += 30 * 60_000 + 1;
    expect((await post(late, { text: 'sent' })).status).toBe(404);
  });

  it('speaks to all only when it is told to', async () => {
    const { standin, receiver } = await start();
    await standin.command({ command: '/sekretess', text: '', channel: standin.channelId, user: standin.personId });
    await post(receiver.form().response_url ?? '', { text: 'till alla', response_type: 'in_channel' });
    expect(standin.messages(standin.channelId)).toMatchObject([{ text: 'till alla' }]);
  });

  it('replaces and deletes the message that the button stood in', async () => {
    const { standin, call, receiver } = await start();
    const blocks = [
      { type: 'actions', elements: [{ type: 'button', action_id: 'ja', text: { type: 'plain_text', text: 'Ja' } }] },
    ];
    const { ts } = await call('chat.postMessage', { channel: standin.channelId, text: 'Ja?', blocks });
    const press = () =>
      standin.press({ user: standin.personId, on: { channel: standin.channelId, ts: String(ts) }, action_id: 'ja' });
    await press();
    const { response_url } = JSON.parse(receiver.form().payload ?? '') as { response_url: string };
    await post(response_url, { text: 'Bytt', replace_original: true });
    expect(standin.messages(standin.channelId)).toMatchObject([{ ts, text: 'Bytt', blocks: [], edited: true }]);
    await expect(press()).rejects.toThrow('Ingen knapp');
    await post(response_url, { delete_original: true });
    expect(standin.messages(standin.channelId)).toEqual([]);
  });
});

describe('delivery over HTTP', () => {
  it('is signed over the raw body', async () => {
    const { standin, receiver } = await start();
    await standin.say({
      channel: standin.channelId,
      user: standin.personId,
      text: '@sekretesslotsen 1 < 2 & https://lagen.nu.',
    });
    const { headers, body } = receiver.last();
    const signature = sign(standin.signingSecret, Number(headers['x-slack-request-timestamp']), body);
    expect(headers['x-slack-signature']).toBe(signature);
    expect(JSON.parse(body)).toMatchObject({
      type: 'event_callback',
      event: { type: 'app_mention', text: `<@${standin.botUserId}> 1 &lt; 2 &amp; <https://lagen.nu>.` },
      authorizations: [{ user_id: standin.botUserId, is_bot: true }],
    });
  });

  it('says nothing of what does not concern the app', async () => {
    const { standin, receiver } = await start();
    const { reply } = await standin.say({ channel: standin.channelId, user: standin.personId, text: 'bara vi' });
    expect(reply).toBeUndefined();
    expect(receiver.requests).toHaveLength(0);
  });

  it('retries an event three times with the same event_id, then says so', async () => {
    const { standin, receiver } = await start({ retryDelaysMs: [0, 0, 0], answer: () => 500 });
    const { reply } = await standin.say({ channel: standin.directId, user: standin.personId, text: 'hej' });
    expect(reply).toEqual({ ok: false, reason: 'http_error', status: 500, noRetry: false });
    expect(receiver.requests.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
    expect(receiver.last().headers['x-slack-retry-reason']).toBe('http_error');
    expect(new Set(receiver.requests.map(({ body }) => (JSON.parse(body) as { event_id: string }).event_id)).size).toBe(
      1,
    );
    expect(standin.failures).toEqual(['Appen svarade med HTTP 500: direktmeddelande (message)']);
  });

  it('does not wait longer than it was told, nor retry a command', async () => {
    const { standin, receiver } = await start({ ackMs: 50, answer: () => undefined });
    const reply = await standin.command({
      command: '/sekretess',
      text: '',
      channel: standin.directId,
      user: standin.personId,
    });
    expect(reply).toEqual({ ok: false, reason: 'http_timeout' });
    expect(receiver.requests).toHaveLength(1);
  });
});

describe("the page's server", () => {
  it('serves the page with a policy that lets in nothing from outside', async () => {
    const { standin } = await start();
    const response = await fetch(standin.url);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await response.text()).toContain('<html lang="sv">');
    expect((await fetch(`${standin.url}/page/..%2f..%2fpackage.json`)).status).toBe(404);
  });

  it('refuses another host name, and another site', async () => {
    const { standin } = await start();
    const { host, port } = new URL(standin.url);
    expect(await rawStatus(port, '/', { host: 'ond.example' })).toBe(403);
    expect(await rawStatus(port, '/', { host: `localhost:${port}` })).toBe(200);
    expect(await rawStatus(port, '/act/close', { host, origin: 'http://ond.example' }, 'POST')).toBe(403);
    expect(await rawStatus(port, '/act/close', { host }, 'POST')).toBe(403);
  });
});

describe.each(['http', 'socket'] as const)('the real Bolt app over %s', (mode) => {
  it('answers a mention, a command, a button and a submission', async () => {
    const standin = await startBolt(mode);
    const user = standin.personId;

    const { message } = await standin.say({ channel: standin.channelId, user, text: '@Sekretesslotsen hej' });
    const answer = await standin.until(() => standin.messages(standin.channelId).find(({ bot }) => bot));
    expect(answer).toMatchObject({ thread: message.ts, text: 'Svar 0' });

    await standin.press({ user, on: answer, action_id: 'visa' });
    const view = await standin.until(() => standin.view(user));
    expect(view.modal.title.text).toBe('Pröva');
    await standin.submitView(user);
    expect(standin.view(user)?.errors).toEqual({ b1: 'Fyll i mer' });

    await standin.command({ command: '/sekretess', text: 'hej', channel: standin.directId, user });
    await standin.until(() => standin.messages(standin.directId, user).find(({ text }) => text === 'Eko: hej'));

    await standin.redeliver();
    await standin.until(() => standin.messages(standin.channelId).find(({ text }) => text === 'Svar 1'));
    expect(standin.failures).toEqual([]);
  });
});

it('a Bolt receiver refuses a wrong signature and an old time', async () => {
  const standin = await startBolt('http');
  expect(await standin.forge({})).toMatchObject({ ok: true });
  await standin.until(() => standin.messages(standin.channelId).find(({ bot }) => bot));
  expect(await standin.forge({ secret: 'fel' })).toMatchObject({ ok: false, status: 401 });
  expect(await standin.forge({ skewSeconds: -301 })).toMatchObject({ ok: false, status: 401 });
});

async function startBolt(mode: 'http' | 'socket') {
  const standin = await begin({});
  const socket = mode === 'socket' ? await serveSocketMode(standin) : undefined;
  const app = new App({
    token: standin.botToken,
    ...(mode === 'socket'
      ? { socketMode: true, appToken: standin.appToken }
      : { signingSecret: standin.signingSecret }),
    clientOptions: { slackApiUrl: standin.apiUrl, retryConfig: { retries: 0 } },
    logger: SILENT,
  });
  app.event('app_mention', async ({ event, say, context }) => {
    const button = { type: 'button' as const, action_id: 'visa', text: { type: 'plain_text' as const, text: 'Visa' } };
    await say({
      text: `Svar ${context.retryNum ?? 0}`,
      blocks: [{ type: 'actions', elements: [button] }],
      thread_ts: event.ts,
    });
  });
  app.command('/sekretess', async ({ ack, command, respond }) => {
    await ack();
    await respond({ text: `Eko: ${command.text}` });
  });
  app.action<BlockAction>('visa', async ({ ack, client, body }) => {
    await ack();
    const title = { type: 'plain_text' as const, text: 'Pröva' };
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'prova',
        title,
        submit: title,
        blocks: [
          {
            type: 'input',
            block_id: 'b1',
            optional: true,
            label: title,
            element: { type: 'radio_buttons', action_id: 'val', options: [{ text: title, value: 'x' }] },
          },
        ],
      },
    });
  });
  app.view('prova', async ({ ack }) => {
    await ack({ response_action: 'errors', errors: { b1: 'Fyll i mer' } });
  });
  if (mode === 'socket') await app.start();
  else {
    const server = (await app.start({ port: 0, host: '127.0.0.1' })) as unknown as {
      address: () => AddressInfo;
    };
    standin.deliverTo(`http://127.0.0.1:${server.address().port}/slack/events`);
  }
  cleanups.push(async () => {
    await app.stop();
    await socket?.stop();
  });
  return standin;
}

interface Receiver {
  readonly requests: { readonly headers: IncomingHttpHeaders; readonly body: string }[];
  readonly last: () => { readonly headers: IncomingHttpHeaders; readonly body: string };
  /** The last request's fields, of a command or an interaction. */
  readonly form: () => Readonly<Record<string, string>>;
}

/** A stand-in and a receiver that answers every delivery with one status, or not at all. */
async function start({
  answer = () => 200,
  ...options
}: Partial<StandinOptions> & { answer?: () => number | undefined } = {}) {
  const requests: Receiver['requests'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      requests.push({ headers: request.headers, body });
      const status = answer();
      if (status !== undefined) response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const standin = await begin(options);
  standin.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  const last = () => {
    const request = requests.at(-1);
    if (request === undefined) throw new Error('nothing was delivered');
    return request;
  };
  const receiver: Receiver = { requests, last, form: () => Object.fromEntries(new URLSearchParams(last().body)) };
  const call = async (
    method: string,
    args: object = {},
    token = standin.botToken,
  ): Promise<Record<string, unknown>> => {
    const response = await post(`${standin.apiUrl}${method}`, args, { Authorization: `Bearer ${token}` });
    const retryAfter = response.headers.get('retry-after');
    return {
      ...((await response.json()) as object),
      ...(retryAfter === null ? {} : { status: response.status, retryAfter }),
    };
  };
  return { standin, receiver, call };
}

async function begin(options: Partial<StandinOptions>): Promise<Standin> {
  const standin = await startStandin({ commands: COMMANDS, onFailure: () => undefined, ...options });
  cleanups.push(standin.stop);
  return standin;
}

function post(url: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** What the page is told first. */
async function drawn(standin: Standin): Promise<string> {
  const response = await fetch(`${standin.url}/changes`);
  const chunk = await response.body?.getReader().read();
  return new TextDecoder().decode(chunk?.value);
}

/** fetch does not let one write Host or Origin. */
function rawStatus(
  port: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
    request.end();
  });
}
