// What a form sends on, and how the form itself tells how that went: Slack waits three seconds for it, no longer.
import type { AckFn, ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { sayHuman } from '../render/people-words.ts';
import { noticeModal, plainMessage } from '../render/slack.ts';
import { say } from '../render/words.ts';
import { orApologise, type Desk } from './desk.ts';
import { describeError } from './log.ts';

/** A form that was submitted. */
export interface Submitted {
  readonly ack: AckFn<ViewResponseAction>;
  readonly view: ViewOutput;
  readonly client: WebClient;
  /** Who submitted it. */
  readonly user: string;
}

export interface Sending {
  /** For the log. */
  readonly surface: string;
  /** The field that the words stand in: when they cannot be sent the form stays, and says why there. */
  readonly field: string;
  /** What was written. */
  readonly words: string;
  /** What the field says when nothing was: Slack takes spaces for words. Plain text. */
  readonly blank: string;
  readonly send: () => Promise<unknown>;
  /** What the form says when it is sent, Markdown. */
  readonly done: string;
  /** What the field says when it could not be. Plain text. */
  readonly failed: (error: unknown) => string;
}

/** Sends, and tells in the form how it went: at once, or when it is known if that takes longer than Slack waits. */
export async function sendOn(desk: Desk, { ack, view, client, user }: Submitted, sending: Sending): Promise<void> {
  if (sending.words.trim() === '') {
    await ack({ response_action: 'errors', errors: { [sending.field]: sending.blank } });
    return;
  }
  const outcome = sending.send().then(
    () => ({ sent: true, words: sending.done }),
    (error: unknown) => {
      desk.log.error({ surface: sending.surface, ...describeError(error) }, 'could not send on');
      return { sent: false, words: sending.failed(error) };
    },
  );
  const soon = await Promise.race([outcome, later(ACK_WITHIN_MS)]);
  if (soon?.sent === false) {
    await ack({ response_action: 'errors', errors: { [sending.field]: soon.words } });
    return;
  }
  await ack({ response_action: 'update', view: noticeModal(soon?.words ?? sayHuman.sending) });
  if (soon !== undefined) return;
  const { words } = await outcome;
  try {
    await client.views.update({ view_id: view.id, view: noticeModal(words) });
  } catch {
    // They did not wait with the form open.
    await client.chat.postMessage({ channel: user, ...plainMessage(words) });
  }
}

/** As `orApologise`, in the form. */
export function orApologiseInForm(
  desk: Desk,
  surface: string,
  ack: Submitted['ack'],
  work: () => Promise<void>,
): Promise<void> {
  return orApologise(desk.log, surface, work, () => ack({ response_action: 'update', view: noticeModal(say.apology) }));
}

/** Slack gives up after three seconds. */
const ACK_WITHIN_MS = 2_000;

function later(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(undefined);
    }, ms).unref();
  });
}
