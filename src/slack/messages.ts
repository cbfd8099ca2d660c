// Mentions in channels and direct messages: each is answered in its thread, once.
import type { App, SayFn, types } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { answerFollowUp } from '../answer/followup.ts';
import type { Answer } from '../answer.ts';
import { languageOf } from '../question/language.ts';
import { notReadMessage } from '../render/handover.ts';
import { wordsIn } from '../render/language.ts';
import { helpMessage } from '../render/help.ts';
import { plainMessage, renderSlack, type Audience } from '../render/slack.ts';
import { logAnswer, orApologise, settingFor, type Desk } from './desk.ts';
import { describeError } from './log.ts';
import { showingStatus } from './status.ts';
import { EXAMPLES, suggestions } from './suggestions.ts';
import { plainText } from './text.ts';
import { above, type Above } from './thread.ts';

export function listenForMessages(app: App, desk: Desk): void {
  app.event('app_mention', async ({ event, say, client, context }) => {
    if (event.user === undefined) return;
    const asked: Asked = {
      audience: 'everyone',
      text: event.text,
      user: event.user,
      channel: event.channel,
      ts: event.ts,
      thread: event.thread_ts ?? event.ts,
      bot: context.botUserId,
    };
    await reply(desk, asked, say, client);
  });
  app.message(async ({ message, say, client, context }) => {
    // Only what is said straight to the bot; mentions come as their own event.
    if (message.channel_type !== 'im' || !isWritten(message)) return;
    const asked: Asked = {
      audience: 'direct',
      text: message.text ?? '',
      user: message.user,
      channel: message.channel,
      ts: message.ts,
      thread: message.thread_ts ?? message.ts,
      bot: context.botUserId,
    };
    await reply(desk, asked, say, client);
  });
}

/** Whether a person wrote it, also beside a file or to be seen outside its thread: not edits, deletions, joins or other bots. */
function isWritten(
  message: types.AllMessageEvents,
): message is types.GenericMessageEvent | types.FileShareMessageEvent | types.ThreadBroadcastMessageEvent {
  switch (message.subtype) {
    case undefined:
    case 'file_share':
    case 'thread_broadcast':
      return !('bot_id' in message);
    default:
      return false;
  }
}

interface Asked {
  readonly audience: Audience;
  readonly text: string;
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  /** The thread in which the answer belongs. */
  readonly thread: string;
  /** The bot's own user id. */
  readonly bot: string | undefined;
}

async function reply(desk: Desk, asked: Asked, say: SayFn, client: WebClient): Promise<void> {
  // One message is one question, by whichever event and however often it is told.
  if (!desk.seen.firstTime(`${asked.channel}:${asked.ts}`)) return;
  const post = (message: { text: string; blocks: ReturnType<typeof renderSlack>['blocks'] }) =>
    say({ ...message, thread_ts: asked.thread, unfurl_links: false, unfurl_media: false });
  const work = async () => {
    const text = plainText(asked.text);
    if (text === '') {
      await post(helpMessage(suggestions(desk, EXAMPLES)));
      return;
    }
    const { earlier, reply: from } = await readAbove(desk, asked, client);
    if (from !== undefined) {
      await post(notReadMessage(from));
      return;
    }
    const given = answerFollowUp(text, earlier, desk.knowledge(), desk.today());
    await post(renderSlack(given, settingFor(desk, asked.audience)));
    logAnswer(desk, 'message', given);
    await warn(desk, asked, given, client);
  };
  await showingStatus(desk, client, asked, () =>
    orApologise(desk.log, 'message', work, () =>
      post(plainMessage(wordsIn(languageOf(plainText(asked.text))).apology)),
    ),
  );
}

/** What stands above, where the question stands in a thread and that may be read: it is never worth a silence. */
async function readAbove(desk: Desk, { ts, thread, channel, bot }: Asked, client: WebClient): Promise<Above> {
  if (thread === ts || bot === undefined) return {};
  try {
    // Slack's client tries again for seconds; the answer does not wait for that.
    return (await Promise.race([above(client, { channel, thread, bot }, desk.knowledge()), after(MOST_MS)])) ?? {};
  } catch (error) {
    desk.log.info(describeError(error), 'could not read the thread');
    return {};
  }
}

/** How long an answer may wait for the thread above it. */
const MOST_MS = 1_000;

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, undefined).unref();
  });
}

/** Tells the asker, and nobody else, that personal data was seen. The answer has been given: a failure here is only logged. */
async function warn(desk: Desk, asked: Asked, { personalData, language }: Answer, client: WebClient): Promise<void> {
  if (personalData.length === 0) return;
  const phrase = wordsIn(language);
  const text = `${phrase.personalData(personalData.map(({ kind }) => kind))} ${phrase.deleteMessage}`;
  try {
    await client.chat.postEphemeral({
      channel: asked.channel,
      user: asked.user,
      thread_ts: asked.thread,
      ...plainMessage(text),
    });
  } catch (error) {
    desk.log.warn(describeError(error), 'could not warn of personal data');
  }
}
