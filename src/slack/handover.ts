// «Fråga en människa»: the form, the question in the channel of those who answer, and who of them takes it.
import type { App, BlockAction, ButtonAction, ViewSubmitAction } from '@slack/bolt';
import { guard } from '../question/guard.ts';
import { ACTIONS, languageIn, readTarget, type Target } from '../render/buttons.ts';
import { HANDOVER, handoverIn, mention, questionAgain, questionMessage, type Handover } from '../render/handover.ts';
import { askForm, HANDOVER_FORMS, readWritten, WRITTEN } from '../render/handover-forms.ts';
import { peopleWordsIn, wordsIn } from '../render/language.ts';
import { sayHuman } from '../render/people-words.ts';
import { say } from '../render/words.ts';
import { answerTo } from './buttons.ts';
import { noteGap, orApologise, type Desk } from './desk.ts';
import { holdersInMemory, type Holders } from './holders.ts';
import { describeError } from './log.ts';
import { messageKey, orDirectly, privately } from './press.ts';
import { orApologiseInForm, sendOn } from './submit.ts';
import { surfaceOf } from './surface.ts';

export function listenForHandovers(app: App, desk: Desk): void {
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: ACTIONS.askHuman },
    async ({ body, action, ack, respond, client }) => {
      await ack();
      // Help is given also where the answer is gone, or the button is not ours.
      const target = readTarget(action.value) ?? NO_ANSWER;
      const say = wordsIn(languageIn(target));
      const surface = surfaceOf(desk, { body, client, respond }, languageIn(target));
      await orApologise(
        desk.log,
        ACTIONS.askHuman,
        async () => {
          if (desk.people.humanChannel === undefined) {
            await surface.tell(say.human);
            return;
          }
          await surface.open(askForm(target, answerTo(target, desk)));
        },
        surface.apologise,
      );
    },
  );

  app.view<ViewSubmitAction>(HANDOVER_FORMS.ask, async ({ ack, view, body, client }) => {
    const submitted = { ack, view, client, user: body.user.id };
    await orApologiseInForm(desk, HANDOVER_FORMS.ask, ack, async () => {
      const channel = desk.people.humanChannel;
      const target = readTarget(view.private_metadata) ?? NO_ANSWER;
      const { text, personalData } = guard(readWritten(view.state.values));
      const insufficient = answerTo(target, desk);
      const { human: say } = peopleWordsIn(languageIn(target));
      await sendOn(desk, submitted, {
        surface: HANDOVER_FORMS.ask,
        field: WRITTEN,
        words: text,
        blank: say.blank,
        send: async () => {
          if (channel === undefined) throw new NoChannelError();
          const message = questionMessage({ asker: submitted.user, target }, text, insufficient);
          await client.chat.postMessage({ channel, ...message, unfurl_links: false, unfurl_media: false });
          noteGap(desk, 'asked a human', target, insufficient);
        },
        done: [say.sent, ...(personalData.length === 0 ? [] : [say.masked])].join('\n\n'),
        failed: (error) => (isClosed(error) ? say.notSentHere : say.notSent),
      });
    });
  });

  const holders = holdersInMemory();
  onQuestion(app, desk, HANDOVER.take, (pressed) => take(pressed, holders));
  onQuestion(app, desk, HANDOVER.giveBack, (pressed) => giveBack(pressed, holders));
}

/** A question in the channel, and one who pressed a button under it. */
interface Pressed {
  readonly user: string;
  /** As its message says it now. */
  readonly handover: Handover;
  /** Tells the question apart from all others. */
  readonly key: string;
  readonly tell: (markdown: string) => Promise<unknown>;
  /** Shows who has it now. */
  readonly show: (handover: Handover) => Promise<unknown>;
}

async function take({ user, handover, key, tell, show }: Pressed, holders: Holders): Promise<void> {
  const holder = handover.holder ?? holders.take(key, user);
  if (handover.holder === user) {
    await tell(sayHuman.alreadyYours);
    return;
  }
  if (holder !== user) {
    await tell(sayHuman.alreadyTaken(mention(holder)));
    return;
  }
  try {
    await show({ ...handover, holder: user });
  } catch (error) {
    holders.release(key);
    throw error;
  }
}

async function giveBack({ user, handover, key, tell, show }: Pressed, holders: Holders): Promise<void> {
  const { holder, ...free } = handover;
  if (holder !== undefined && holder !== user) {
    await tell(sayHuman.onlyHolder(mention(holder)));
    return;
  }
  await show(free);
  holders.release(key);
}

function onQuestion(app: App, desk: Desk, id: string, act: (pressed: Pressed) => Promise<void>): void {
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: id },
    async ({ body, ack, respond, client }) => {
      await ack();
      const tell = privately(respond, body);
      await orApologise(
        desk.log,
        id,
        async () => {
          const blocks: unknown = body.message?.blocks;
          const handover = handoverIn(blocks);
          if (handover === undefined) {
            await tell(sayHuman.tooOld);
            return;
          }
          const show = (next: Handover) =>
            respond({ replace_original: true, ...questionAgain(blocks, next, momentInWords(new Date())) });
          await act({ user: body.user.id, handover, key: messageKey(body), tell, show });
        },
        () => orDirectly(tell, client, body.user.id)(say.apology),
      );
    },
  );
}

const NO_ANSWER: Target = { kind: 'none', area: '' };

class NoChannelError extends Error {
  override readonly name = 'NoChannelError';
}

/** Whether the channel is closed to the bot, so that it does not help to try again. */
function isClosed(error: unknown): boolean {
  return error instanceof NoChannelError || CLOSED.has(describeError(error).slack ?? '');
}

const CLOSED = new Set(['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action']);

/** `22 november 2026 kl. 14:05`, as clocks show it in Sweden. */
function momentInWords(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  }).format(moment);
}
