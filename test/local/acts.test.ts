// What a person does with what the app has put in messages and views, and what the app is told of it.
import { describe, expect, it } from 'vitest';
import { plain, type Small, startSmall } from '../support/workspace.ts';

const ADA = 'U0ADA';
const SHORTCUTS = [
  { type: 'global', name: 'Fråga om sekretess', callback_id: 'ask', description: 'Öppnar en ruta' },
  { type: 'message', name: 'Sök svar på detta', callback_id: 'ask_message', description: 'Svarar dig' },
] as const;

const SEARCH = { type: 'external_select', action_id: 'sok', placeholder: plain('Sök'), min_query_length: 2 };
const FOUND = { text: plain('Inre sekretess'), value: 'inre' };

describe('a search', () => {
  it('asks the app, offers what it answers, and tells of the choice', async () => {
    const { standin, user, told, last, answer, on } = await message([
      { type: 'actions', block_id: 'b', elements: [SEARCH] },
    ]);
    const at = { user, on, block_id: 'b', action_id: 'sok' };
    expect(await standin.suggest({ ...at, query: 'i' })).toBeUndefined();
    expect(told).toEqual([]);
    answer.body = () => ({ options: [FOUND] });
    expect(await standin.suggest({ ...at, query: 'inre' })).toEqual({ options: [FOUND] });
    expect(last()).toMatchObject({
      type: 'block_suggestion',
      value: 'inre',
      action_id: 'sok',
      block_id: 'b',
      user: { id: user },
      container: { type: 'message', message_ts: on.ts },
      message: { ts: on.ts },
    });
    await expect(standin.choose({ ...at, value: 'annat' })).rejects.toThrow('Inget val annat');
    // The same message, found anew.
    const found = standin.messages(standin.directId)[0]!;
    await standin.choose({ ...at, on: found, value: 'inre' });
    const selected_option = { text: { ...FOUND.text, emoji: true }, value: 'inre' };
    expect(last()).toMatchObject({
      type: 'block_actions',
      container: { type: 'message', message_ts: on.ts },
      state: { values: { b: { sok: { type: 'external_select', selected_option } } } },
      actions: [{ type: 'external_select', action_id: 'sok', selected_option }],
    });
    expect(last().response_url).toMatch(/^http/);
    const before = told.length;
    await standin.choose({ ...at, value: 'inre' });
    expect(told).toHaveLength(before);
  });

  it('needs three letters where the app has not said', async () => {
    const bare = { type: SEARCH.type, action_id: SEARCH.action_id };
    const { standin, user, told, answer, on } = await message([{ type: 'actions', block_id: 'b', elements: [bare] }]);
    answer.body = () => ({ options: [] });
    await standin.suggest({ user, on, block_id: 'b', action_id: 'sok', query: 'in' });
    expect(told).toEqual([]);
    await standin.suggest({ user, on, block_id: 'b', action_id: 'sok', query: 'inr' });
    expect(told).toHaveLength(1);
  });

  it('offers nothing, aloud, when the app answers as Slack does not want it', async () => {
    const { standin, user, answer, on } = await message([{ type: 'actions', block_id: 'b', elements: [SEARCH] }]);
    for (const body of [{}, { options: Array.from({ length: 101 }, (_, at) => ({ ...FOUND, value: String(at) })) }]) {
      answer.body = () => body;
      expect(await standin.suggest({ user, on, block_id: 'b', action_id: 'sok', query: 'inre' })).toBeUndefined();
    }
    expect(standin.failures).toEqual([
      'Slack skulle avvisa appens förslag till sok: give options or option_groups',
      'Slack skulle avvisa appens förslag till sok: select options: 101 > 100',
    ]);
  });

  it('is answered to the page in groups, and submitted with the view', async () => {
    const { standin, user, last, answer, act, view } = await modal([
      { type: 'input', block_id: 'b', label: plain('Vad gäller det?'), element: SEARCH },
    ]);
    answer.body = () => ({
      option_groups: [{ label: plain('Skola'), options: [{ ...FOUND, description: plain('OSL') }] }],
    });
    const spot = { view: view(), block_id: 'b', action_id: 'sok' };
    expect(await act('suggest', { ...spot, query: 'inre' })).toEqual({
      ok: true,
      groups: [{ label: 'Skola', options: [{ value: 'inre', text: 'Inre sekretess', description: 'OSL' }] }],
    });
    expect(last()).toMatchObject({ type: 'block_suggestion', container: { type: 'view' }, view: { id: view() } });
    expect(await act('choose', { ...spot, value: 'inre' })).toEqual({ ok: true });
    answer.body = () => ({});
    await standin.submitView(user);
    expect(last()).toMatchObject({
      type: 'view_submission',
      view: { state: { values: { b: { sok: { selected_option: { value: 'inre' } } } } } },
    });
  });
});

describe('a text input', () => {
  const input = (more: object, optional = false) => ({
    type: 'input',
    block_id: 'b',
    optional,
    label: plain('Vad vill du fråga?'),
    element: { type: 'plain_text_input', action_id: 't', multiline: true, ...more },
  });
  const submitted = (value: string | null) => ({
    type: 'view_submission',
    view: { state: { values: { b: { t: { type: 'plain_text_input', value } } } } },
  });

  it('is submitted as it is written', async () => {
    const { standin, user, told, last, view } = await modal([input({ initial_value: 'Får skolan' })]);
    await standin.type({ user, on: { view: view() }, block_id: 'b', action_id: 't', value: 'Får soc\nfråga?' });
    expect(told).toEqual([]);
    await standin.submitView(user);
    expect(last()).toMatchObject(submitted('Får soc\nfråga?'));
  });

  it('begins with what the app wrote, and keeps what is written when the app updates the view', async () => {
    const { standin, user, call, last, view, shown } = await modal([input({ initial_value: 'Får skolan' })]);
    await standin.type({ user, on: { view: view() }, block_id: 'b', action_id: 't', value: 'Får soc' });
    await call('views.update', { view_id: view(), view: shown([input({ initial_value: 'Får vården' })]) });
    await standin.submitView(user);
    expect(last()).toMatchObject(submitted('Får soc'));
  });

  it.each<[string, object, string, string]>([
    ['empty', {}, '', 'Fyll i det här fältet'],
    ['too short', { min_length: 5 }, 'Får', 'Skriv minst 5 tecken'],
    ['too long', { max_length: 5 }, 'Får soc', 'Skriv högst 5 tecken'],
  ])('is not submitted when it is %s', async (_what, more, value, fault) => {
    const { standin, user, told, view } = await modal([input(more)]);
    await standin.type({ user, on: { view: view() }, block_id: 'b', action_id: 't', value });
    expect(await standin.submitView(user)).toBeUndefined();
    expect(told).toEqual([]);
    expect(standin.view(user)?.errors).toEqual({ b: fault });
    await standin.type({ user, on: { view: view() }, block_id: 'b', action_id: 't', value: 'Får s' });
    expect(standin.view(user)?.errors).toEqual({});
    expect(await standin.submitView(user)).toMatchObject({ ok: true });
  });

  it('may be left empty where it is optional, whatever its least length', async () => {
    const { standin, user, last } = await modal([input({ min_length: 5 }, true)]);
    await standin.submitView(user);
    expect(last()).toMatchObject(submitted(null));
  });
});

describe('a button', () => {
  it('that asks first is told of only when the person has said yes', async () => {
    const confirm = {
      title: plain('Dela?'),
      text: plain('Alla ser det.'),
      confirm: plain('Dela'),
      deny: plain('Avbryt'),
    };
    const button = { type: 'button', action_id: 'dela', text: plain('Dela'), confirm };
    const { standin, user, told, last, on, act } = await message([
      { type: 'actions', block_id: 'b', elements: [button] },
    ]);
    const press = { user, on, action_id: 'dela' };
    await expect(standin.press(press)).rejects.toThrow('Slack frågar först: «Alla ser det.»');
    expect(told).toEqual([]);
    await standin.press({ ...press, confirmed: true });
    expect(last()).toMatchObject({ type: 'block_actions', actions: [{ type: 'button', action_id: 'dela' }] });
    expect(await act('press', { ...on, block_id: 'b', action_id: 'dela', confirmed: true })).toEqual({ ok: true });
    expect(told).toHaveLength(2);
  });

  it('of feedback tells its value, and is kept as pressed for the one who pressed it', async () => {
    const feedback = {
      type: 'feedback_buttons',
      action_id: 'nytta',
      positive_button: { text: plain('Ja'), value: 'ja' },
      negative_button: { text: plain('Nej'), value: 'nej' },
    };
    const { standin, user, last, on } = await message([
      { type: 'context_actions', block_id: 'b', elements: [feedback] },
    ]);
    await standin.press({ user, on, action_id: 'nytta', value: 'nej' });
    expect(last()).toMatchObject({
      type: 'block_actions',
      container: { type: 'message', message_ts: on.ts },
      actions: [{ type: 'feedback_buttons', action_id: 'nytta', block_id: 'b', value: 'nej', text: plain('Nej') }],
    });
    await expect(standin.press({ user, on, action_id: 'nytta' })).rejects.toThrow('Ingen knapp nytta');
  });
});

describe('a shortcut', () => {
  it('opens a modal from anywhere', async () => {
    const { standin, user, last, call } = await startSmall({ shortcuts: SHORTCUTS });
    await standin.shortcut({ user, callback_id: 'ask' });
    expect(last()).toMatchObject({ type: 'shortcut', callback_id: 'ask', user: { id: user } });
    expect(last()).not.toHaveProperty('response_url');
    expect(
      await call('views.open', {
        trigger_id: last().trigger_id,
        view: { type: 'modal', title: plain('Fråga'), blocks: [{ type: 'divider' }] },
      }),
    ).toMatchObject({ ok: true });
    await expect(standin.shortcut({ user, callback_id: 'ask_message' })).rejects.toThrow('ingen genväg');
  });

  it("works on a colleague's message in a thread, and is answered there for the asker's eyes", async () => {
    const { standin, user, last, told } = await startSmall({ shortcuts: SHORTCUTS });
    const channel = standin.channelId;
    const { message: root } = await standin.say({ channel, user: ADA, text: 'Vad gäller?' });
    const { message: reply } = await standin.say({ channel, user: ADA, text: 'Får soc fråga?', thread: root.ts });
    expect(told).toEqual([]);
    await standin.messageShortcut({ user, callback_id: 'ask_message', on: reply });
    expect(last()).toMatchObject({
      type: 'message_action',
      callback_id: 'ask_message',
      user: { id: user },
      channel: { id: channel, name: 'allmänt' },
      message_ts: reply.ts,
      message: { type: 'message', user: ADA, text: 'Får soc fråga?', ts: reply.ts, thread_ts: root.ts },
    });
    await respond(last().response_url, { text: 'Ja', thread_ts: root.ts });
    expect(standin.messages(channel, user).at(-1)).toMatchObject({ text: 'Ja', thread: root.ts, onlyFor: user });
    expect(standin.messages(channel, ADA).map(({ text }) => text)).not.toContain('Ja');
    expect(standin.failures).toEqual([]);
  });

  it('answers in the conversation where there is no thread, and says so when nobody would see it', async () => {
    const { standin, user, last } = await startSmall({ shortcuts: SHORTCUTS });
    const { message: on } = await standin.say({ channel: standin.channelId, user: ADA, text: 'Får soc fråga?' });
    await standin.messageShortcut({ user, callback_id: 'ask_message', on });
    await respond(last().response_url, { text: 'Här' });
    expect(standin.messages(on.channel, user).at(-1)).toMatchObject({ text: 'Här', onlyFor: user });
    expect(await respond(last().response_url, { text: 'x', thread_ts: '1.000001' })).toBe(400);
    await respond(last().response_url, { text: 'Osedd', thread_ts: on.ts });
    expect(standin.failures.at(-1)).toContain('Slack visar det inte för någon');
  });

  it('is not offered on what only one person sees', async () => {
    const { standin, user, call, act } = await startSmall({ shortcuts: SHORTCUTS });
    await call('chat.postEphemeral', { channel: standin.channelId, user, text: 'Bara du' });
    const on = standin.messages(standin.channelId, user).at(-1)!;
    expect(await act('messageShortcut', { callback_id: 'ask_message', channel: on.channel, ts: on.ts })).toEqual({
      ok: false,
      error: 'Slack har inga genvägar på ett meddelande som bara du ser',
    });
  });

  it('has a name that Slack would take', async () => {
    const shortcuts = [{ ...SHORTCUTS[0], name: 'En genväg med ett för långt namn' }];
    await expect(startSmall({ shortcuts })).rejects.toThrow('too long for Slack');
  });
});

/** With a message of the app's in the person's own conversation. */
async function message(blocks: readonly object[]) {
  const small = await startSmall();
  const { ts } = await small.call('chat.postMessage', { channel: small.standin.directId, text: 'x', blocks });
  return { ...small, on: { channel: small.standin.directId, ts: String(ts) } };
}

/** With a modal open. */
async function modal(blocks: readonly object[]) {
  const small: Small = await startSmall();
  const { standin, user, told, call } = small;
  const shown = (all: readonly object[]) => ({
    type: 'modal',
    title: plain('Fråga'),
    submit: plain('Fråga'),
    blocks: all,
  });
  await standin.command({ command: '/prova', text: '', channel: standin.directId, user });
  expect(await call('views.open', { trigger_id: told.pop()?.trigger_id, view: shown(blocks) })).toMatchObject({
    ok: true,
  });
  return { ...small, shown, view: () => standin.view(user)?.id ?? '' };
}

async function respond(url: unknown, body: object): Promise<number> {
  const response = await fetch(String(url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.status;
}
