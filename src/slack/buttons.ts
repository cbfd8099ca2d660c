// The buttons under an answer: open its provisions or the whole of it in a modal, or choose one of several answers.
import type { App, BlockAction, ButtonAction, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { answerEntry, answerProvisions, answerSituation, type Answer } from '../answer.ts';
import { readStated } from '../answer/situation.ts';
import { parseCitation } from '../law/parse.ts';
import { NOTHING_TAKEN_UP, situationForm } from '../render/form.ts';
import { ACTIONS, answerModal, plainMessage, provisionsModal, readTarget, renderSlack } from '../render/slack.ts';
import { say } from '../render/words.ts';
import { orApologise, type Desk } from './desk.ts';

export function listenForButtons(app: App, desk: Desk): void {
  onButton(app, desk, ACTIONS.showProvisions, async (given, { client, trigger }) => {
    if (!('provisions' in given)) throw new GoneError();
    await client.views.open({ trigger_id: trigger, view: provisionsModal(given.provisions) });
  });
  onButton(app, desk, ACTIONS.showWhole, async (given, { client, trigger }) => {
    await client.views.open({ trigger_id: trigger, view: answerModal(given) });
  });
  onButton(app, desk, ACTIONS.openForm, async (given, { client, trigger }) => {
    if (given.outcome !== 'verdict') throw new GoneError();
    const view = situationForm(given.stated, NOTHING_TAKEN_UP, given.rulebook, given);
    await client.views.open({ trigger_id: trigger, view });
  });
  // A choice between several takes the question's place; going on to read more leaves the answer where it was.
  onButton(app, desk, ACTIONS.choose, async (given, { respond }) => {
    await respond({ replace_original: true, ...renderSlack(given) });
  });
  onButton(app, desk, ACTIONS.readMore, async (given, { respond, thread }) => {
    await respond({ response_type: 'ephemeral', replace_original: false, ...thread, ...renderSlack(given) });
  });
}

interface Pressed {
  readonly client: WebClient;
  readonly trigger: string;
  readonly respond: RespondFn;
  /** Where the message with the button stands, when that is in a thread. */
  readonly thread: { readonly thread_ts?: string };
}

/** The answer that a button stands for is no longer in the knowledge. */
class GoneError extends Error {
  override readonly name = 'GoneError';
}

function onButton(app: App, desk: Desk, id: string, show: (given: Answer, pressed: Pressed) => Promise<void>): void {
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: new RegExp(`^${id}(?::\\d+)?$`, 'u') },
    async ({ body, action, ack, respond, client }) => {
      await ack();
      const tell = (text: string) =>
        respond({ response_type: 'ephemeral', replace_original: false, ...plainMessage(text) });
      await orApologise(
        desk.log,
        id,
        async () => {
          const given = targeted(action.value, desk);
          if (given === undefined) {
            await tell(say.notThere);
            return;
          }
          await show(given, { client, trigger: body.trigger_id, respond, thread: threadOf(body) });
        },
        () => tell(say.apology),
      );
    },
  );
}

/** What the button's value points at, answered anew from the knowledge of now. */
function targeted(value: string | undefined, desk: Desk): Answer | undefined {
  const target = readTarget(value);
  switch (target?.kind) {
    case undefined:
      return undefined;
    case 'entry':
      return answerEntry(target.id, desk.knowledge(), desk.today());
    case 'situation': {
      const stated = readStated(target.written, desk.knowledge());
      return stated && answerSituation(stated, desk.knowledge(), desk.today());
    }
    case 'provision': {
      const citations = target.places.flatMap((place) => parseCitation(place) ?? []);
      return citations.length === 0 ? undefined : answerProvisions(citations, desk.knowledge(), desk.today());
    }
  }
}

/** The thread of a message that others see too; for one that is private to the asker Slack tells only its container's. */
function threadOf({ message, container }: BlockAction<ButtonAction>): { thread_ts?: string } {
  const thread: unknown = message?.thread_ts ?? container.thread_ts;
  return typeof thread === 'string' ? { thread_ts: thread } : {};
}
