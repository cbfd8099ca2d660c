// The reply to a question that was handed over: from the channel to the asker in a direct message, and from there back again.
import type { App, BlockAction, ButtonAction, ViewSubmitAction } from '@slack/bolt';
import { guard } from '../question/guard.ts';
import {
  HANDOVER,
  readHandover,
  repliedMessage,
  replyMessage,
  wroteBackMessage,
  type Handover,
} from '../render/handover.ts';
import { HANDOVER_FORMS, readWritten, replyForm, WRITTEN, writeBackForm } from '../render/handover-forms.ts';
import { sayHuman } from '../render/people-words.ts';
import type { SlackMessage } from '../render/slack.ts';
import { say } from '../render/words.ts';
import { answerTo } from './buttons.ts';
import { orApologise, type Desk } from './desk.ts';
import { describeError } from './log.ts';
import { orDirectly, privately, type Place } from './press.ts';
import { orApologiseInForm, sendOn, type Submitted } from './submit.ts';

export function listenForReplies(app: App, desk: Desk): void {
  opens(app, desk, HANDOVER.reply, (handover, body) => {
    const at = handover.at ?? placeIn(body);
    return at === undefined ? undefined : replyForm({ ...handover, at });
  });
  opens(app, desk, HANDOVER.writeBack, (handover) => (handover.at === undefined ? undefined : writeBackForm(handover)));

  onForm(app, desk, HANDOVER_FORMS.reply, async (handover, submitted) => {
    const reply = readWritten(submitted.view.state.values);
    if (guard(reply).personalData.some(({ kind }) => kind === 'personnummer' || kind === 'samordningsnummer')) {
      // Refused, not masked: who answers may well give a phone number of their own.
      await submitted.ack({ response_action: 'errors', errors: { [WRITTEN]: sayHuman.noIdentityNumbers } });
      return;
    }
    const about = answerTo(handover.target, desk)?.question ?? '';
    await sendOn(desk, submitted, {
      surface: HANDOVER_FORMS.reply,
      field: WRITTEN,
      words: reply,
      blank: sayHuman.blank,
      send: async () => {
        await post(submitted, { channel: handover.asker }, replyMessage(handover, submitted.user, reply, about));
        // The asker has it: that the others do not see it is no reason to tell the one who replied that it failed.
        await post(submitted, threadOf(handover), repliedMessage(submitted.user, reply)).catch((error: unknown) => {
          desk.log.warn(describeError(error), 'could not show the reply in the thread');
        });
      },
      done: sayHuman.replySent,
      failed: () => sayHuman.replyNotSent,
    });
  });

  onForm(app, desk, HANDOVER_FORMS.writeBack, async (handover, submitted) => {
    const { text, personalData } = guard(readWritten(submitted.view.state.values));
    await sendOn(desk, submitted, {
      surface: HANDOVER_FORMS.writeBack,
      field: WRITTEN,
      words: text,
      blank: sayHuman.blank,
      send: () => post(submitted, threadOf(handover), wroteBackMessage(handover, text)),
      done: [sayHuman.writeBackSent, ...(personalData.length === 0 ? [] : [sayHuman.masked])].join('\n\n'),
      failed: () => sayHuman.writeBackNotSent,
    });
  });
}

type Form = ReturnType<typeof replyForm>;

/** A button that opens the form for the question it carries. */
function opens(app: App, desk: Desk, id: string, formFor: (handover: Handover, body: Place) => Form | undefined): void {
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: id },
    async ({ body, action, ack, respond, client }) => {
      await ack();
      const tell = privately(respond, body);
      await orApologise(
        desk.log,
        id,
        async () => {
          const handover = readHandover(action.value);
          const view = handover && formFor(handover, body);
          if (view === undefined) await tell(sayHuman.tooOld);
          else await client.views.open({ trigger_id: body.trigger_id, view });
        },
        () => orDirectly(tell, client, body.user.id)(say.apology),
      );
    },
  );
}

function onForm(
  app: App,
  desk: Desk,
  callback: string,
  send: (handover: Required<Pick<Handover, 'at'>> & Handover, submitted: Submitted) => Promise<void>,
): void {
  app.view<ViewSubmitAction>(callback, async ({ ack, view, body, client }) => {
    const submitted = { ack, view, client, user: body.user.id };
    await orApologiseInForm(desk, callback, ack, async () => {
      const handover = readHandover(view.private_metadata);
      if (handover?.at === undefined) throw new Error('the form does not say which question it is about');
      await send({ ...handover, at: handover.at }, submitted);
    });
  });
}

/** The question's own message, or the thread under it. */
function placeIn({ channel, message, container }: Place): Handover['at'] {
  const ts: unknown = message?.thread_ts ?? container.message_ts;
  return channel === undefined || typeof ts !== 'string' ? undefined : { channel: channel.id, ts };
}

function threadOf({ at }: Required<Pick<Handover, 'at'>>): { channel: string; thread_ts: string } {
  return { channel: at.channel, thread_ts: at.ts };
}

function post(
  { client }: Submitted,
  to: { readonly channel: string; readonly thread_ts?: string },
  message: SlackMessage,
): Promise<unknown> {
  return client.chat.postMessage({ ...to, ...message, unfurl_links: false, unfurl_media: false });
}
