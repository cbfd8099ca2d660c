// The two shortcuts: to ask a question in a form from anywhere, and to have what stands in a message answered, also in a thread.
// Whoever uses them is the only one who sees the answer.
import type { App, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import { answer, type Answer } from '../answer.ts';
import { ASK, askForm, readQuestion } from '../render/ask.ts';
import { answerModal, noticeModal, plainMessage, renderSlack } from '../render/slack.ts';
import { sayStart } from '../render/start-words.ts';
import { ASK_GLOBAL, ASK_MESSAGE } from '../render/ways-in.ts';
import { say } from '../render/words.ts';
import { hasHuman, logAnswer, orApologise, settingFor, type Desk } from './desk.ts';
import { describeError } from './log.ts';
import { isDirect, orDirectly } from './press.ts';
import { plainText } from './text.ts';

export function listenForShortcuts(app: App, desk: Desk): void {
  app.shortcut<GlobalShortcut>(
    { type: 'shortcut', callback_id: ASK_GLOBAL.callback_id },
    async ({ shortcut, ack, client }) => {
      await ack();
      await orApologise(
        desk.log,
        ASK_GLOBAL.callback_id,
        async () => {
          await client.views.open({ trigger_id: shortcut.trigger_id, view: askForm() });
        },
        () => client.chat.postMessage({ channel: shortcut.user.id, ...plainMessage(say.apology) }),
      );
    },
  );

  app.view(ASK.callback, async ({ ack, view }) => {
    await orApologise(
      desk.log,
      ASK.callback,
      async () => {
        const given = answer(readQuestion(view.state.values), desk.knowledge(), desk.today());
        if (asksNothing(given)) {
          await ack({ response_action: 'errors', errors: { [ASK.field]: say.empty } });
          return;
        }
        await ack({
          response_action: 'update',
          view: answerModal(given, hasHuman(desk), warningOf(given, say.personalData)),
        });
        logAnswer(desk, ASK.callback, given);
      },
      () => ack({ response_action: 'update', view: noticeModal(say.apology) }),
    );
  });

  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: ASK_MESSAGE.callback_id },
    async ({ shortcut, ack, respond, client, context }) => {
      await ack();
      const { message, channel, trigger_id } = shortcut;
      const privately = { response_type: 'ephemeral', replace_original: false, ...threadOf(message) } as const;
      const tell = (markdown: string) => respond({ ...privately, ...plainMessage(markdown) });
      await orApologise(
        desk.log,
        ASK_MESSAGE.callback_id,
        async () => {
          const text = plainText(message.text ?? '');
          const isOwn =
            (message.user !== undefined && message.user === context.botUserId) ||
            (message.bot_id !== undefined && message.bot_id === context.botId);
          if (isOwn || text === '') {
            await tell(isOwn ? sayStart.ownMessage : sayStart.noText);
            return;
          }
          const given = answer(text, desk.knowledge(), desk.today());
          const warning = warningOf(given, say.personalDataInMessage);
          const shown = renderSlack(given, settingFor(desk, isDirect(channel.name) ? 'direct' : 'private'));
          try {
            await respond({ ...privately, ...shown });
            if (warning !== '') await tell(warning);
          } catch (error) {
            desk.log.warn({ surface: ASK_MESSAGE.callback_id, ...describeError(error) }, 'answers in a modal instead');
            await client.views.open({ trigger_id, view: answerModal(given, hasHuman(desk), warning) });
          }
          logAnswer(desk, ASK_MESSAGE.callback_id, given);
        },
        () => orDirectly(tell, client, shortcut.user.id)(say.apology),
      );
    },
  );
}

/**
 * The thread of a reply. To any other message the answer stands in the conversation itself: Slack shows nobody a private message
 * in a thread that has not begun, and in one that has, only those who have it open.
 */
function threadOf({ ts, thread_ts }: MessageShortcut['message']): { readonly thread_ts?: string } {
  return typeof thread_ts === 'string' && thread_ts !== ts ? { thread_ts } : {};
}

function asksNothing(given: Answer): boolean {
  return given.outcome === 'decline' && ['empty', 'thanks'].includes(given.reason.why);
}

/** What the one who asked is told of personal data; empty where there was none. */
function warningOf({ personalData }: Answer, words: typeof say.personalData): string {
  return personalData.length === 0 ? '' : words(personalData.map(({ kind }) => kind));
}
