// The newer surfaces through the real Bolt app, in both modes: that Bolt reads what the workspace delivers as Slack's own.
import type { AddressInfo } from 'node:net';
import { App, type BlockAction, type FeedbackButtonsAction } from '@slack/bolt';
import { expect, it, onTestFinished } from 'vitest';
import { startStandin } from '../../src/local/standin.ts';
import { SILENT } from '../support/silent.ts';
import { serveSocketMode } from '../support/socket.ts';
import { plain } from '../support/workspace.ts';

const ADA = 'U0ADA';
const SHORTCUTS = [
  { type: 'global', name: 'Fråga', callback_id: 'ask', description: '' },
  { type: 'message', name: 'Sök svar på detta', callback_id: 'ask_message', description: '' },
] as const;

it.each(['http', 'socket'] as const)(
  'Home, prompts, shortcuts, a search, a text and feedback over %s',
  async (mode) => {
    const standin = await startBolt(mode);
    const user = standin.personId;

    await standin.open({ user, tab: 'home' });
    await standin.until(() => standin.home(user));
    await standin.open({ user, tab: 'messages' });
    await standin.until(() => standin.prompts(user));

    await standin.press({ user, on: { home: true }, action_id: 'ask' });
    await standin.until(() => standin.view(user));
    await standin.closeView(user);

    await standin.shortcut({ user, callback_id: 'ask' });
    const view = await standin.until(() => standin.view(user));
    const on = { view: view.id };
    const search = { user, on, block_id: 'lagrum', action_id: 'sok' };
    expect(await standin.suggest({ ...search, query: 'soc' })).toMatchObject({ options: [{ value: 'soc' }] });
    await standin.choose({ ...search, value: 'soc' });
    await standin.type({ user, on, block_id: 'fraga', action_id: 'text', value: 'Får soc fråga?' });
    await standin.submitView(user);
    const answer = await standin.until(() => standin.messages(standin.directId).find(({ bot }) => bot));
    expect(answer.text).toBe('soc: Får soc fråga?');

    await standin.press({ user, on: answer, action_id: 'nytta', value: 'nej' });
    await standin.until(() => standin.messages(standin.directId).find(({ text }) => text === 'Tack för nej'));

    const { message: root } = await standin.say({ channel: standin.channelId, user: ADA, text: 'Vad gäller?' });
    const { message: reply } = await standin.say({
      channel: standin.channelId,
      user: ADA,
      text: 'hos soc',
      thread: root.ts,
    });
    await standin.messageShortcut({ user, callback_id: 'ask_message', on: reply });
    expect(
      await standin.until(() =>
        standin.messages(standin.channelId, user).find(({ text }) => text === 'Svar på hos soc'),
      ),
    ).toMatchObject({ thread: root.ts, onlyFor: user });
    expect(standin.failures).toEqual([]);
  },
);

async function startBolt(mode: 'http' | 'socket') {
  const standin = await startStandin({ commands: [], shortcuts: SHORTCUTS, onFailure: () => undefined });
  onTestFinished(standin.stop);
  const socket = mode === 'socket' ? await serveSocketMode(standin) : undefined;
  const app = new App({
    token: standin.botToken,
    ...(mode === 'socket'
      ? { socketMode: true, appToken: standin.appToken }
      : { signingSecret: standin.signingSecret }),
    clientOptions: { slackApiUrl: standin.apiUrl, retryConfig: { retries: 0 } },
    logger: SILENT,
  });
  listen(app);
  if (mode === 'socket') await app.start();
  else {
    const server = (await app.start({ port: 0, host: '127.0.0.1' })) as unknown as { address: () => AddressInfo };
    standin.deliverTo(`http://127.0.0.1:${server.address().port}/slack/events`);
  }
  onTestFinished(async () => {
    await app.stop();
    await socket?.stop();
  });
  return standin;
}

function listen(app: App): void {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: HOME });
    else {
      const prompts: [{ title: string; message: string }] = [{ title: 'Om soc', message: 'Får soc fråga?' }];
      await client.assistant.threads.setSuggestedPrompts({ channel_id: event.channel, prompts });
    }
  });
  app.action<BlockAction>('ask', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: MODAL });
  });
  app.shortcut('ask', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: MODAL });
  });
  app.options<'block_suggestion'>({ type: 'block_suggestion', action_id: 'sok' }, async ({ ack, options }) => {
    await ack({ options: [{ text: { type: 'plain_text', text: `Om ${options.value}` }, value: options.value }] });
  });
  app.view('ask', async ({ ack, body, view, client }) => {
    await ack();
    const { lagrum, fraga } = view.state.values;
    await client.chat.postMessage({
      channel: body.user.id,
      text: `${lagrum?.sok?.selected_option?.value ?? ''}: ${fraga?.text?.value ?? ''}`,
      blocks: [{ type: 'context_actions', elements: [FEEDBACK] }],
    });
  });
  app.action<BlockAction<FeedbackButtonsAction>>('nytta', async ({ ack, action, body, client }) => {
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: `Tack för ${action.value}` });
  });
  app.shortcut({ type: 'message_action', callback_id: 'ask_message' }, async ({ ack, shortcut, respond }) => {
    await ack();
    const { message } = shortcut;
    await respond({
      response_type: 'ephemeral',
      text: `Svar på ${message.text ?? ''}`,
      thread_ts: String(message.thread_ts),
    });
  });
}

const BUTTON = { type: 'button', action_id: 'ask', text: plain('Fråga') };
const HOME = { type: 'home' as const, blocks: [{ type: 'actions' as const, elements: [BUTTON] }] };
const MODAL = {
  type: 'modal' as const,
  callback_id: 'ask',
  title: plain('Fråga'),
  submit: plain('Fråga'),
  blocks: [
    {
      type: 'input',
      block_id: 'lagrum',
      label: plain('Lagrum'),
      element: { type: 'external_select', action_id: 'sok' },
    },
    {
      type: 'input',
      block_id: 'fraga',
      label: plain('Fråga'),
      element: { type: 'plain_text_input', action_id: 'text' },
    },
  ],
};
const FEEDBACK = {
  type: 'feedback_buttons' as const,
  action_id: 'nytta',
  positive_button: { text: plain('Ja'), value: 'ja' },
  negative_button: { text: plain('Nej'), value: 'nej' },
};
