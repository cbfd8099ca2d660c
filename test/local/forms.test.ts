// A form in the local workspace: what is accepted and refused, what the app is told, what its answers do.
import type { AddressInfo } from 'node:net';
import { App, LogLevel } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { isRefusal, readContent, readModal } from '../../src/local/received.ts';
import type { Fields } from '../../src/local/shapes.ts';
import { startStandin } from '../../src/local/standin.ts';
import { modalViolations } from '../../src/render/limits.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const SENDER = input('sender', select('who', ['skola', 'soc']), { dispatch_action: true });
const CONSENT = input('consent', radios('yes', ['ja', 'nej']));

describe('what a modal may hold', () => {
  const grouped = { ...select('a', []), options: undefined };
  it.each<[string, object]>([
    ['a select', SENDER],
    ['a hundred options', input('i', select('a', numbers(100)))],
    ['option groups', input('i', { ...grouped, option_groups: [{ label: plain('Skola'), options: [option('x')] }] })],
    ['radio buttons with descriptions', input('i', radios('a', numbers(10), { description: plain('mer') }))],
    ['an initial option', input('i', { ...select('a', ['x', 'y']), initial_option: option('y') })],
    [
      'a hint and a placeholder',
      input('i', { ...select('a', ['x']), placeholder: plain('Välj') }, { hint: plain('Tips') }),
    ],
    ['a select among actions', { type: 'actions', elements: [select('a', ['x'])] }],
    ['a button beside a section', beside(button('andra'))],
    ['a select beside a section', beside(select('a', ['x']))],
  ])('%s', (_what, block) => {
    expect(readModal(modal([block]))).not.toMatchObject({ error: 'invalid_blocks' });
  });

  it.each<[string, object, string]>([
    ['101 options', input('i', select('a', numbers(101))), 'block 1: select options: 101 > 100'],
    ['11 radio buttons', input('i', radios('a', numbers(11))), 'block 1: radio options: 11 > 10'],
    ['no options', input('i', select('a', [])), 'block 1: options is empty'],
    [
      'neither options nor groups',
      input('i', { type: 'static_select', action_id: 'a' }),
      'give options or option_groups',
    ],
    [
      'options and groups',
      input('i', { ...select('a', ['x']), option_groups: [{ label: plain('G'), options: [option('y')] }] }),
      'give options or option_groups',
    ],
    ['a long option', input('i', select('a', ['x'.repeat(76)])), 'option 1 text: 76 > 75'],
    [
      'a long value',
      input('i', { ...select('a', ['x']), options: [{ text: plain('x'), value: 'v'.repeat(151) }] }),
      'option 1 value: 151 > 150',
    ],
    [
      'an option without a value',
      input('i', { ...select('a', ['x']), options: [{ text: plain('x') }] }),
      'option value is not a text',
    ],
    ['the same value twice', input('i', select('a', ['x', 'x'])), 'the same value twice'],
    [
      'an initial option that is none',
      input('i', { ...select('a', ['x']), initial_option: option('y') }),
      'initial_option is not one of the options',
    ],
    [
      'a long placeholder',
      input('i', { ...select('a', ['x']), placeholder: plain('p'.repeat(151)) }),
      'placeholder: 151 > 150',
    ],
    [
      'a long group label',
      input('i', { ...grouped, option_groups: [{ label: plain('g'.repeat(76)), options: [option('x')] }] }),
      'option group label: 76 > 75',
    ],
    [
      'a long description',
      input('i', radios('a', ['x'], { description: plain('d'.repeat(76)) })),
      'option 1 description: 76 > 75',
    ],
    [
      'mrkdwn in a select',
      input('i', { ...select('a', []), options: [{ text: { type: 'mrkdwn', text: 'x' }, value: 'x' }] }),
      'option: type must be plain_text',
    ],
    ['a long label', { ...SENDER, label: plain('l'.repeat(2_001)) }, 'input label: 2001 > 2000'],
    ['a long hint', { ...SENDER, hint: plain('h'.repeat(2_001)) }, 'input hint: 2001 > 2000'],
    ['mrkdwn in a label', { ...SENDER, label: { type: 'mrkdwn', text: 'x' } }, 'label: type must be plain_text'],
    ['a misspelt key', { ...SENDER, dispatch_actions: true }, 'key dispatch_actions is unknown here'],
    ['an unknown input', input('i', { type: 'datepicker', action_id: 'a' }), 'element type datepicker is unknown here'],
    [
      'radio buttons among actions',
      { type: 'actions', elements: [radios('a', ['x'])] },
      'element type radio_buttons is unknown here',
    ],
    ['radio buttons beside a section', beside(radios('a', ['x'])), 'element type radio_buttons is unknown here'],
    ['a long button beside a section', beside({ ...button('a'), text: plain('b'.repeat(76)) }), 'button: 76 > 75'],
  ])('not %s', (_what, block, fault) => {
    const read = readModal(modal([block]));
    expect(read).toMatchObject({ error: 'invalid_blocks' });
    expect(isRefusal(read) && read.detail).toContain(fault);
  });

  it('a submit button of at most 24 characters, and always one where there is an input', () => {
    expect(readModal(modal([SENDER], { submit: undefined }))).toMatchObject({
      detail: expect.stringContaining('submit: missing') as string,
    });
    expect(readModal(modal([SENDER], { submit: plain('s'.repeat(25)) }))).toMatchObject({
      detail: 'modal submit: 25 > 24',
    });
    expect(readModal(modal([], { private_metadata: 'm'.repeat(3_001) }))).toMatchObject({
      detail: 'private_metadata: 3001 > 3000',
    });
    expect(readModal(modal([], { meta: 'x' }))).toMatchObject({ detail: 'key meta is unknown here' });
  });

  it('is measured by the bot itself with the same words', () => {
    const made = { type: 'modal', title: plain('x'), blocks: [input('i', select('a', numbers(101)))] };
    expect(modalViolations(made as never)).toEqual([
      'modal submit: missing, and there is an input block',
      'block 1: select options: 101 > 100',
    ]);
  });

  it('and what a message may not', () => {
    expect(readContent({ text: 'x', blocks: [SENDER] })).toMatchObject({
      detail: expect.stringContaining('modals only') as string,
    });
    expect(isRefusal(readContent({ text: 'x', blocks: [beside(button('andra'))] }))).toBe(false);
  });
});

describe('what the app is told', () => {
  it('of a choice, at once where it asked for that', async () => {
    const { choose, told, view } = await open([SENDER, CONSENT]);
    await choose('sender', 'who', 'soc');
    const selected_option = { text: { type: 'plain_text', text: 'soc', emoji: true }, value: 'soc' };
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: view()?.id },
      view: {
        hash: view()?.hash,
        private_metadata: 'minne',
        state: {
          values: {
            sender: { who: { type: 'static_select', selected_option } },
            consent: { yes: { type: 'radio_buttons', selected_option: null } },
          },
        },
      },
      actions: [{ type: 'static_select', action_id: 'who', block_id: 'sender', selected_option }],
    });
    await choose('sender', 'who', 'soc');
    await choose('consent', 'yes', 'ja');
    expect(told).toHaveLength(1);
  });

  it('of everything, at submission', async () => {
    const actions = { type: 'actions', block_id: 'more', elements: [select('extra', ['x'])] };
    const { choose, submit, told, view } = await open([SENDER, CONSENT, actions]);
    await choose('consent', 'yes', 'nej');
    await choose('sender', 'who', 'skola');
    await submit();
    expect(told.at(-1)).toMatchObject({
      type: 'view_submission',
      view: {
        callback_id: 'prova',
        state: {
          values: {
            sender: { who: { type: 'static_select', selected_option: { value: 'skola' } } },
            consent: { yes: { type: 'radio_buttons', selected_option: { value: 'nej' } } },
            more: { extra: { type: 'static_select', selected_option: null } },
          },
        },
      },
    });
    expect(view()).toBeUndefined();
  });

  it('of a button beside a section, in a modal and in a message', async () => {
    const { standin, call, told, view } = await open([beside({ ...button('andra'), value: 'avsandare' })]);
    const user = standin.personId;
    await standin.press({ user, on: { view: view()?.id ?? '' }, action_id: 'andra' });
    const pressed = { type: 'button', action_id: 'andra', value: 'avsandare' };
    expect(told.at(-1)).toMatchObject({ view: { id: view()?.id }, actions: [pressed] });
    const blocks = [beside({ ...button('andra'), value: 'avsandare' })];
    const { ts } = await call('chat.postMessage', { channel: standin.directId, text: 'x', blocks });
    await standin.press({ user, on: { channel: standin.directId, ts: String(ts) }, action_id: 'andra' });
    expect(told.at(-1)).toMatchObject({ message: { ts }, actions: [pressed] });
  });

  it('nothing of what is not offered', async () => {
    const { choose } = await open([SENDER]);
    await expect(choose('sender', 'who', 'polis')).rejects.toThrow('Inget val polis');
    await expect(choose('annat', 'who', 'soc')).rejects.toThrow('Inget val soc');
  });

  it('nothing of a submission with an empty field', async () => {
    const optional = { ...input('maybe', radios('a', ['x'])), optional: true };
    const { submit, choose, told, view } = await open([SENDER, CONSENT, optional]);
    await choose('sender', 'who', 'soc');
    told.length = 0;
    expect(await submit()).toBeUndefined();
    expect(told).toEqual([]);
    expect(view()?.errors).toEqual({ consent: 'Fyll i det här fältet' });
    await choose('consent', 'yes', 'ja');
    expect(view()?.errors).toEqual({});
    expect(await submit()).toMatchObject({ ok: true });
  });
});

describe('an update while the view is open', () => {
  const offers = (value: string) => ({ ...select('who', ['skola', 'soc']), initial_option: option(value) });

  it('keeps what was chosen where both ids stay, and starts anew where one is new', async () => {
    const { choose, update, values } = await open([input('sender', offers('skola')), CONSENT]);
    expect(values()).toEqual({ 'sender/who': 'skola', 'consent/yes': null });
    await choose('sender', 'who', 'soc');
    await choose('consent', 'yes', 'nej');
    await update([
      input('sender', offers('skola')),
      input('consent-2', radios('yes', ['ja', 'nej'])),
      input('sender-2', offers('skola')),
    ]);
    expect(values()).toEqual({ 'sender/who': 'soc', 'consent-2/yes': null, 'sender-2/who': 'skola' });
  });

  it('does not fill in an empty field that stays, as Slack does not', async () => {
    const { update, values } = await open([SENDER]);
    await update([input('sender', offers('soc'))]);
    expect(values()).toEqual({ 'sender/who': null });
  });

  it('empties a field whose choice is no longer offered, and one without ids', async () => {
    const bare = { type: 'input', label: plain('x'), element: { type: 'static_select', options: [option('x')] } };
    const { choose, update, values, view } = await open([SENDER, bare]);
    const [block_id, fields] = Object.entries(view()?.values ?? {}).find(([id]) => id !== 'sender') ?? [];
    await choose('sender', 'who', 'soc');
    await choose(block_id ?? '', Object.keys(fields ?? {})[0] ?? '', 'x');
    expect(Object.values(values())).toEqual(['soc', 'x']);
    await update([input('sender', select('who', ['skola'])), bare]);
    expect(Object.values(values())).toEqual([null, null]);
  });
});

describe("the app's answer to a submission", () => {
  it('puts an error at its field', async () => {
    const { submit, view, standin } = await answering({
      response_action: 'errors',
      errors: { sender: 'Välj ett annat' },
    });
    await submit();
    expect(view()?.errors).toEqual({ sender: 'Välj ett annat' });
    expect(await drawn(standin.url)).toContain('Välj ett annat');
    expect(standin.failures).toEqual([]);
  });

  it.each<[string, Fields, string]>([
    ['an error at no field', { response_action: 'errors', errors: { annat: 'x' } }, 'errors nämner annat'],
    ['no errors', { response_action: 'errors', errors: {} }, 'errors är tomt'],
    ['an unknown action', { response_action: 'close' }, 'response_action är "close"'],
    ['something else', { text: 'tack' }, 'response_action är undefined'],
    [
      'a view that Slack refuses',
      { response_action: 'update', view: modal([SENDER], { submit: undefined }) },
      'submit: missing',
    ],
  ])('refuses %s aloud, and leaves the view', async (_what, body, fault) => {
    const { submit, view, standin } = await answering(body);
    const before = view()?.id;
    await submit();
    expect(standin.failures.join()).toContain(fault);
    expect(view()?.id).toBe(before);
  });

  it('updates the view, with what was chosen', async () => {
    const { submit, view, values } = await answering({
      response_action: 'update',
      view: modal([SENDER, CONSENT], { title: plain('Steg två') }),
    });
    const before = view();
    await submit();
    expect(view()).toMatchObject({ id: before?.id, modal: { title: { text: 'Steg två' } } });
    expect(view()?.hash).not.toBe(before?.hash);
    expect(values()).toEqual({ 'sender/who': 'soc', 'consent/yes': null });
  });

  it('pushes a view, and finds the one beneath as it was', async () => {
    const { submit, view, values, standin } = await answering({ response_action: 'push', view: modal([CONSENT]) });
    const before = view();
    await submit();
    expect(view()).toMatchObject({ rootId: before?.id, previousId: before?.id });
    expect(values()).toEqual({ 'consent/yes': null });
    await standin.closeView(standin.personId);
    expect(values()).toEqual({ 'sender/who': 'soc' });
  });

  it('clears all views', async () => {
    const { submit, view } = await answering({ response_action: 'clear' });
    await submit();
    expect(view()).toBeUndefined();
  });

  it('does not bring back a view that was closed meanwhile', async () => {
    const { submit, view, standin, answer } = await answering({});
    answer.body = () => {
      void standin.closeView(standin.personId);
      return { response_action: 'update', view: modal([SENDER]) };
    };
    await submit();
    expect(view()).toBeUndefined();
  });
});

it('goes through the real Bolt app: a choice, an update, a submission', async () => {
  const standin = await begin();
  const app = new App({
    token: standin.botToken,
    signingSecret: standin.signingSecret,
    clientOptions: { slackApiUrl: standin.apiUrl, retryConfig: { retries: 0 } },
    logLevel: LogLevel.ERROR,
  });
  const shown = (blocks: object[]) => modal(blocks) as never;
  app.command('/prova', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: shown([SENDER]) });
  });
  app.action({ type: 'block_actions', action_id: 'who' }, async ({ ack, client, body }) => {
    await ack();
    if (body.view === undefined) return;
    const { id, hash, state } = body.view;
    const chosen = state.values.sender?.who?.selected_option?.value ?? '';
    await client.views.update({ view_id: id, hash, view: shown([SENDER, section(`Du valde ${chosen}`), CONSENT]) });
  });
  app.view('prova', async ({ ack, view }) => {
    const said = view.state.values.consent?.yes?.selected_option?.value ?? '';
    await ack({ response_action: 'update', view: shown([section(`Samtycke: ${said}`)]) });
  });
  const server = (await app.start({ port: 0, host: '127.0.0.1' })) as unknown as { address: () => AddressInfo };
  cleanups.push(() => app.stop());
  standin.deliverTo(`http://127.0.0.1:${server.address().port}/slack/events`);

  const user = standin.personId;
  const text = () => JSON.stringify(standin.view(user)?.modal.blocks);
  await standin.command({ command: '/prova', text: '', channel: standin.directId, user });
  const { id: view } = await standin.until(() => standin.view(user));
  await standin.choose({ user, on: { view }, block_id: 'sender', action_id: 'who', value: 'soc' });
  await standin.until(() => (text().includes('Du valde soc') ? true : undefined));
  await standin.choose({ user, on: { view }, block_id: 'consent', action_id: 'yes', value: 'nej' });
  await standin.submitView(user);
  expect(text()).toContain('Samtycke: nej');
  expect(standin.failures).toEqual([]);
});

async function begin() {
  const standin = await startStandin({
    commands: [{ command: '/prova', description: 'Pröva', usageHint: '' }],
    onFailure: () => undefined,
  });
  cleanups.push(standin.stop);
  return standin;
}

/** A stand-in with a modal open, whose app writes down what it is told and answers as `answer` says. */
async function open(blocks: object[]) {
  const standin = await begin();
  const told: Fields[] = [];
  const answer: { body: () => Fields } = { body: () => ({}) };
  standin.deliverThrough(({ payload }) => {
    told.push(payload);
    return Promise.resolve({ ok: true, body: payload.type === 'view_submission' ? answer.body() : {} });
  });
  const user = standin.personId;
  const call = async (method: string, args: object): Promise<Record<string, unknown>> => {
    const response = await fetch(`${standin.apiUrl}${method}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${standin.botToken}` },
      body: JSON.stringify(args),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  const view = () => standin.view(user);
  await standin.command({ command: '/prova', text: '', channel: standin.directId, user });
  const opened = await call('views.open', { trigger_id: told.pop()?.trigger_id, view: modal(blocks) });
  expect(opened).toMatchObject({ ok: true });
  return {
    standin,
    call,
    told,
    answer,
    view,
    choose: (block_id: string, action_id: string, value: string) =>
      standin.choose({ user, on: { view: view()?.id ?? '' }, block_id, action_id, value }),
    submit: () => standin.submitView(user),
    update: async (to: object[]) => {
      const updated = await call('views.update', { view_id: view()?.id, hash: view()?.hash, view: modal(to) });
      expect(updated).toMatchObject({ ok: true });
    },
    /** The chosen values by `block_id/action_id`. */
    values: () =>
      Object.fromEntries(
        Object.entries(view()?.values ?? {}).flatMap(([block_id, actions]) =>
          Object.entries(actions).map(([id, value]) => [`${block_id}/${id}`, value.selected_option?.value ?? null]),
        ),
      ),
  };
}

/** With one field, filled in, and the app's answer to its submission. */
async function answering(body: Fields) {
  const opened = await open([SENDER]);
  await opened.choose('sender', 'who', 'soc');
  opened.answer.body = () => body;
  return opened;
}

async function drawn(url: string): Promise<string> {
  const response = await fetch(`${url}/changes`);
  const chunk = await response.body?.getReader().read();
  return new TextDecoder().decode(chunk?.value);
}

function modal(blocks: readonly object[], more: object = {}): Fields {
  const filled = blocks.length === 0 ? [{ type: 'divider' }] : blocks;
  return {
    type: 'modal',
    callback_id: 'prova',
    private_metadata: 'minne',
    title: plain('Pröva'),
    submit: plain('Pröva'),
    blocks: filled,
    ...more,
  };
}

function input(block_id: string, element: object, more: object = {}) {
  return { type: 'input', block_id, label: plain(`Fältet ${block_id}`), element, ...more };
}

function select(action_id: string, values: readonly string[]) {
  return { type: 'static_select', action_id, options: values.map((value) => option(value)) };
}

function radios(action_id: string, values: readonly string[], more: object = {}) {
  return { type: 'radio_buttons', action_id, options: values.map((value) => ({ ...option(value), ...more })) };
}

function option(value: string) {
  return { text: plain(value), value };
}

function button(action_id: string) {
  return { type: 'button', action_id, text: plain('Ändra') };
}

function section(text: string) {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

function beside(accessory: object) {
  return { ...section('Avsändare: skola'), accessory };
}

function plain(text: string) {
  return { type: 'plain_text', text };
}

function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index));
}
