// The Home tab, the conversation with the app when it is opened, what it suggests there, and reading threads.
import { describe, expect, it } from 'vitest';
import { plain, type Small, startSmall } from '../support/workspace.ts';

const ADA = 'U0ADA';

const SELECT = {
  type: 'static_select',
  action_id: 'val',
  options: [
    { text: plain('Skola'), value: 'skola' },
    { text: plain('Vård'), value: 'vard' },
  ],
};
const HOME = {
  type: 'home',
  private_metadata: 'minne',
  blocks: [
    { type: 'header', text: plain('Hej') },
    { type: 'section', block_id: 's', text: plain('Var arbetar du?'), accessory: SELECT },
    {
      type: 'actions',
      block_id: 'a',
      elements: [{ type: 'button', action_id: 'fraga', text: plain('Fråga'), value: 'x' }],
    },
  ],
};

describe('the Home tab', () => {
  it('is empty until the app has published, for each person on their own', async () => {
    const { standin, user, call, drawn, act, last } = await startSmall();
    expect(await drawn()).toMatchObject({
      home: { blocks: [], empty: expect.stringContaining('inte lagt') as string },
    });
    expect(await act('open', { tab: 'home' })).toEqual({ ok: true });
    expect(last()).toMatchObject({
      type: 'event_callback',
      event: { type: 'app_home_opened', tab: 'home', user, channel: standin.directId },
    });
    expect(last().event).not.toHaveProperty('view');
    expect(await call('views.publish', { user_id: user, view: HOME })).toMatchObject({
      ok: true,
      view: { type: 'home', private_metadata: 'minne' },
    });
    expect(html(await drawn())).toContain('Var arbetar du?');
    expect(html(await drawn(ADA))).toBe('');
    await standin.open({ user, tab: 'home' });
    expect(last()).toMatchObject({ event: { tab: 'home', view: { id: standin.home(user)?.id, type: 'home' } } });
  });

  it('keeps its id and takes a new hash when it is published again, and refuses a stale one', async () => {
    const { standin, user, call } = await published();
    const { id, hash } = standin.home(user)!;
    expect(await call('views.publish', { user_id: user, view: HOME, hash })).toMatchObject({ ok: true, view: { id } });
    expect(await call('views.publish', { user_id: user, view: HOME, hash })).toEqual({
      ok: false,
      error: 'hash_conflict',
    });
    expect(standin.failures).toEqual([]);
  });

  it('tells of buttons and choices in it, and opens a modal over it', async () => {
    const { standin, user, last, call, act } = await published();
    await standin.press({ user, on: { home: true }, action_id: 'fraga' });
    const { id, hash } = standin.home(user)!;
    expect(last()).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: id },
      view: { id, hash, type: 'home', private_metadata: 'minne' },
      actions: [{ action_id: 'fraga', block_id: 'a', value: 'x' }],
    });
    expect(last()).not.toHaveProperty('response_url');
    const modal = { type: 'modal', title: plain('Fråga'), blocks: [{ type: 'divider' }] };
    expect(await call('views.open', { trigger_id: last().trigger_id, view: modal })).toMatchObject({ ok: true });
    expect(await act('choose', { home: true, block_id: 's', action_id: 'val', value: 'vard' })).toEqual({ ok: true });
    const chosen = { selected_option: { value: 'vard' } };
    expect(last()).toMatchObject({
      view: { type: 'home', state: { values: { s: { val: chosen } } } },
      actions: [{ type: 'static_select', block_id: 's', action_id: 'val', ...chosen }],
    });
  });

  it('is refused aloud where Slack would refuse it', async () => {
    const { standin, user, call } = await startSmall();
    const markdown = { type: 'home', blocks: [{ type: 'markdown', text: 'x' }] };
    expect(await call('views.publish', { user_id: user, view: markdown })).toMatchObject({ error: 'invalid_blocks' });
    expect(await call('views.publish', { user_id: 'U0INGEN', view: HOME })).toMatchObject({ error: 'user_not_found' });
    expect(standin.failures).toHaveLength(2);
  });
});

it('keeps what a person has chosen in a message, also when the app changes it', async () => {
  const { standin, user, call, last } = await startSmall();
  const channel = standin.channelId;
  const blocks = [{ type: 'section', block_id: 's', text: plain('Var?'), accessory: SELECT }];
  const { ts } = await call('chat.postMessage', { channel, text: 'x', blocks });
  const on = { channel, ts: String(ts) };
  await standin.choose({ user, on, block_id: 's', action_id: 'val', value: 'vard' });
  await call('chat.update', { ...on, text: 'y', blocks });
  expect(await standin.choose({ user, on, block_id: 's', action_id: 'val', value: 'vard' })).toBeUndefined();
  await standin.choose({ user: ADA, on, block_id: 's', action_id: 'val', value: 'vard' });
  expect(last()).toMatchObject({
    user: { id: ADA },
    state: { values: { s: { val: { selected_option: { value: 'vard' } } } } },
  });
});

describe('suggested prompts', () => {
  const prompts = [{ title: 'Om soc', message: 'Får kollegor på soc prata om mitt ärende?' }];

  it('are shown to the one who opened the conversation', async () => {
    const { standin, user, call, last, drawn } = await startSmall();
    await standin.open({ user, tab: 'messages' });
    const { channel } = last().event as { channel: string };
    expect(last()).toMatchObject({ event: { type: 'app_home_opened', tab: 'messages' } });
    expect(
      await call('assistant.threads.setSuggestedPrompts', { channel_id: channel, title: 'Pröva', prompts }),
    ).toMatchObject({ ok: true });
    expect(standin.prompts(user)).toEqual({ title: 'Pröva', prompts });
    expect(await drawn()).toMatchObject({ prompts: { title: 'Pröva', prompts } });
    expect(await drawn(ADA)).not.toHaveProperty('prompts');
  });

  it('come as JSON text too, as Bolt sends them', async () => {
    const { standin, user, call } = await startSmall();
    await call('assistant.threads.setSuggestedPrompts', {
      channel_id: standin.directId,
      prompts: JSON.stringify(prompts),
    });
    expect(standin.prompts(user)).toEqual({ prompts });
  });

  it.each<[string, object, string]>([
    ['more than four', { prompts: [...prompts, ...prompts, ...prompts, ...prompts, ...prompts] }, 'prompts: 5 > 4'],
    ['none', { prompts: [] }, 'prompts must be a list'],
    ['one without a message', { prompts: [{ title: 'Om soc' }] }, 'each with a title and a message'],
    ['a thread', { prompts, thread_ts: '1.000001' }, 'thread_ts'],
  ])('not %s', async (_what, args, fault) => {
    const { standin, call } = await startSmall();
    expect(
      await call('assistant.threads.setSuggestedPrompts', { channel_id: standin.directId, ...args }),
    ).toMatchObject({ ok: false, error: 'invalid_arguments' });
    expect(standin.failures.join()).toContain(fault);
  });
});

describe('reading a thread', () => {
  it('gives it whole in a conversation with the app, by the ts of any of its messages, but not what one person sees', async () => {
    const { standin, user, call } = await startSmall();
    const channel = standin.directId;
    const { message } = await standin.say({ channel, user, text: 'Får soc fråga?' });
    const { ts } = await call('chat.postMessage', { channel, text: 'Ja', thread_ts: message.ts });
    await call('chat.postEphemeral', { channel, user, text: 'Bara du', thread_ts: message.ts });
    await standin.say({ channel, user, text: 'Annat' });
    for (const each of [message.ts, ts]) {
      expect(await call('conversations.replies', { channel, ts: each })).toEqual({
        ok: true,
        has_more: false,
        messages: [
          expect.objectContaining({ user, text: 'Får soc fråga?', thread_ts: message.ts, reply_count: 1 }),
          expect.objectContaining({ text: 'Ja', ts, thread_ts: message.ts, app_id: 'A0LOKAL' }),
        ],
      });
    }
    expect(await call('conversations.replies', { channel, ts: '1.000001' })).toMatchObject({
      error: 'thread_not_found',
    });
  });

  it('gives it in parts', async () => {
    const { standin, user, call } = await startSmall();
    const channel = standin.directId;
    const { message } = await standin.say({ channel, user, text: '0' });
    for (const text of ['1', '2']) await standin.say({ channel, user, text, thread: message.ts });
    const read = async (cursor?: string) => {
      const answer = await call('conversations.replies', { channel, ts: message.ts, limit: '2', cursor });
      const { next_cursor } = (answer.response_metadata ?? {}) as { next_cursor?: string };
      return { texts: (answer.messages as { text: string }[]).map(({ text }) => text), next_cursor };
    };
    const first = await read();
    expect(first.texts).toEqual(['0', '1']);
    expect(await read(first.next_cursor)).toEqual({ texts: ['2'], next_cursor: undefined });
  });

  it('needs its own permission in a channel', async () => {
    const refused = await startSmall();
    const asked = async ({ standin, user, call }: Small) => {
      const { message } = await standin.say({ channel: standin.channelId, user, text: 'hej' });
      return await call('conversations.replies', { channel: standin.channelId, ts: message.ts });
    };
    expect(await asked(refused)).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'channels:history',
      provided: 'im:history',
    });
    expect(refused.standin.failures).toEqual([]);
    expect(await asked(await startSmall({ scopes: ['channels:history'] }))).toMatchObject({ ok: true });
  });
});

describe('several people', () => {
  it('have conversations, modals and private messages of their own, on the page too', async () => {
    const { user, call, drawn, act, last } = await startSmall({ channels: ['allmänt', 'fråga-jurist'] });
    expect(await drawn(ADA)).toMatchObject({
      viewer: ADA,
      people: [
        { id: user, name: 'Kim' },
        { id: ADA, name: 'Ada' },
        { id: 'U0BO', name: 'Bo' },
      ],
      conversations: [
        { id: 'C0KANAL1', name: 'allmänt' },
        { id: 'C0KANAL2', name: 'fråga-jurist' },
        { id: 'D0ADA', kind: 'im' },
      ],
    });
    expect(await act('say', { as: ADA, channel: 'D0ADA', text: 'hej' })).toEqual({ ok: true });
    expect(last()).toMatchObject({ event: { type: 'message', user: ADA, channel: 'D0ADA' } });
    expect(await call('chat.postMessage', { channel: 'U0BO', text: 'Till Bo' })).toMatchObject({ channel: 'D0BO' });
    await call('chat.postEphemeral', { channel: 'C0KANAL1', user: ADA, text: 'Bara Ada' });
    expect(JSON.stringify(await drawn(ADA))).toContain('Bara Ada');
    expect(JSON.stringify(await drawn())).not.toMatch(/Bara Ada|Till Bo/);
    await act('command', { as: ADA, channel: 'D0ADA', command: '/prova', text: '' });
    const view = { type: 'modal', title: plain('Adas'), blocks: [{ type: 'divider' }] };
    await call('views.open', { trigger_id: last().trigger_id, view });
    expect(await drawn(ADA)).toMatchObject({ modal: { title: 'Adas' } });
    expect(await drawn()).not.toHaveProperty('modal');
    expect(await act('close', {})).toMatchObject({ ok: false });
    expect(await act('close', { as: ADA })).toEqual({ ok: true });
  });

  it("cannot act in each other's conversations with the app", async () => {
    const { standin, user, call, told } = await startSmall();
    const channel = standin.directId;
    const button = { type: 'button', action_id: 'b', text: plain('Ja') };
    const blocks = [{ type: 'actions', elements: [button] }];
    const { ts } = await call('chat.postMessage', { channel, text: 'x', blocks });
    const on = { channel, ts: String(ts) };
    await expect(standin.say({ channel, user: ADA, text: 'hej' })).rejects.toThrow('Ingen konversation');
    await expect(standin.press({ user: ADA, on, action_id: 'b' })).rejects.toThrow('Meddelandet finns inte');
    expect(told).toEqual([]);
    expect(await standin.press({ user, on, action_id: 'b' })).toMatchObject({ ok: true });
  });

  it('find a channel by its name', async () => {
    const { standin } = await startSmall({ channels: ['allmänt', 'fråga-jurist'] });
    expect(standin.channelNamed('fråga-jurist')).toBe('C0KANAL2');
    expect(() => standin.channelNamed('boten')).toThrow('There is no channel boten');
  });

  it('are called by name by others, and «Du» by themselves', async () => {
    const { standin, user, drawn } = await startSmall();
    await standin.say({ channel: standin.channelId, user, text: 'hej' });
    expect(JSON.stringify(await drawn())).toContain('>Du<');
    expect(JSON.stringify(await drawn(ADA))).toContain('>Kim<');
  });
});

async function published() {
  const small = await startSmall();
  await small.call('views.publish', { user_id: small.user, view: HOME });
  return small;
}

function html(snapshot: unknown): string {
  return (snapshot as { home: { blocks: { html: string }[] } }).home.blocks.map((block) => block.html).join('');
}
