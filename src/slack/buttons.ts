// The buttons under an answer, wherever it stands: open its provisions or the whole of it in a modal, choose one of several
// answers, or read on.
import type { App, BlockAction, ButtonAction, RespondFn } from '@slack/bolt';
import { answerEntry, answerProvisions, answerSituation, inLanguage, type Answer } from '../answer.ts';
import { readStated } from '../answer/situation.ts';
import { parseCitation } from '../law/parse.ts';
import { ACTIONS, languageIn, readTarget, type Target } from '../render/buttons.ts';
import { NOTHING_TAKEN_UP, situationForm } from '../render/form.ts';
import { peopleWordsIn, wordsIn } from '../render/language.ts';
import { answerModal, provisionsModal, renderSlack } from '../render/slack.ts';
import { hasHuman, orApologise, settingFor, type Desk } from './desk.ts';
import { messageKey, threadOf } from './press.ts';
import { surfaceOf, type Surface } from './surface.ts';

export function listenForButtons(app: App, desk: Desk): void {
  onButton(app, desk, ACTIONS.showProvisions, async (given, { surface }) => {
    if (!('provisions' in given)) throw new GoneError();
    await surface.open(provisionsModal(given.provisions, given.language));
  });
  onButton(app, desk, ACTIONS.showWhole, async (given, { surface }) => {
    await surface.open(answerModal(given, hasHuman(desk)));
  });
  onButton(app, desk, ACTIONS.openForm, async (given, { surface }) => {
    if (given.outcome !== 'verdict') throw new GoneError();
    const state = { ...NOTHING_TAKEN_UP, language: given.language };
    await surface.open(situationForm(given.stated, state, given.rulebook, given));
  });
  // A choice between several takes the question's place; going on to read more leaves the answer where it was.
  onButton(app, desk, ACTIONS.choose, async (given, { surface }) => {
    await surface.replace(given);
  });
  onButton(app, desk, ACTIONS.readMore, async (given, { surface }) => {
    await surface.add(given);
  });
  // Below the answer, never in its place: others may see that, and a verdict says more than the entry that explains it.
  onButton(app, desk, ACTIONS.easySwedish, async (given, { surface }) => {
    if (given.outcome !== 'answer') throw new GoneError();
    await surface.add({ ...inLanguage(given, 'sv'), easy: true });
  });
  // Rendered anew from what the button stands for, so neither the asker's words nor the help in danger go along. No name goes
  // along either: who asks about whom can point to a pupil or a client, and one who wants to stand for it can say so.
  onButton(app, desk, ACTIONS.share, async (given, { respond, thread, message, value, surface }) => {
    // Of the answer as it stands: a choice may have put another one in its place, which nobody else has seen.
    const key = `${ACTIONS.share}:${message}:${value}`;
    const say = peopleWordsIn(given.language).share;
    if (!desk.seen.firstTime(key)) {
      await surface.tell(say.already);
      return;
    }
    try {
      const shown = renderSlack(given, settingFor(desk, 'shared'));
      await respond({ response_type: 'in_channel', replace_original: false, ...thread, ...shown });
    } catch (error) {
      desk.seen.forget(key);
      throw error;
    }
    await surface.tell(say.done);
  });
}

/** What the target points at, answered anew from the knowledge of now, in the language of the answer that it stood under. */
export function answerTo(target: Target | undefined, desk: Desk): Answer | undefined {
  const given = pointedAt(target, desk);
  return given && inLanguage(given, languageIn(target));
}

function pointedAt(target: Target | undefined, desk: Desk): Answer | undefined {
  switch (target?.kind) {
    case undefined:
    case 'none':
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

interface Pressed {
  readonly surface: Surface;
  readonly respond: RespondFn;
  /** Where the message with the button stands, when that is in a thread. */
  readonly thread: { readonly thread_ts?: string };
  /** Tells that message apart from all others. */
  readonly message: string;
  /** What the button holds. */
  readonly value: string;
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
      const target = readTarget(action.value);
      const language = languageIn(target);
      const surface = surfaceOf(desk, { body, client, respond }, language);
      await orApologise(
        desk.log,
        id,
        async () => {
          const given = answerTo(target, desk);
          if (given === undefined) {
            await surface.tell(wordsIn(language).notThere);
            return;
          }
          const { value = '' } = action;
          await show(given, { surface, respond, thread: threadOf(body), message: messageKey(body), value });
        },
        () => surface.apologise(),
      );
    },
  );
}
