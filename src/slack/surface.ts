// Where something was pressed or chosen: under a message, in a modal or in the Home tab, and how what it asks for is shown there.
import type { BlockAction, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Answer } from '../answer.ts';
import type { Language } from '../question/language.ts';
import { wordsIn } from '../render/language.ts';
import { answerModal, noticeModal, plainMessage, renderSlack } from '../render/slack.ts';
import { hasHuman, settingFor, type Desk } from './desk.ts';
import { audienceOf, isAskers, orDirectly, privately, threadOf } from './press.ts';

/** A modal as our renderers give it. */
export type Modal = ReturnType<typeof noticeModal>;

export interface Surface {
  /** Opens a modal, on top of the one that is open. */
  readonly open: (view: Modal) => Promise<unknown>;
  /** Shows the answer in the place of that under which the button stands. */
  readonly replace: (given: Answer) => Promise<unknown>;
  /** Shows the answer beside it, for the one who pressed alone. */
  readonly add: (given: Answer) => Promise<unknown>;
  /** Says something to the one who pressed, and to nobody else. */
  readonly tell: (markdown: string) => Promise<unknown>;
  /** As {@link tell}, also where nothing more can be opened: a trigger is good for one view and three seconds. */
  readonly apologise: () => Promise<unknown>;
}

/** What Slack delivers of an act in a message, a modal or the Home tab. */
export interface Act {
  readonly body: BlockAction;
  readonly client: WebClient;
  /** Absent, whatever Bolt's types say, where the act is not in a message. */
  readonly respond: RespondFn;
}

/** `language`: that of the answer which the act stands under. */
export function surfaceOf(desk: Desk, act: Act, language: Language = 'sv'): Surface {
  const { apology } = wordsIn(language);
  switch (act.body.view?.type) {
    case undefined:
      return inMessage(desk, act, apology);
    case 'home':
      return inHome(desk, act, apology);
    default:
      return inModal(desk, act, apology);
  }
}

function inMessage(desk: Desk, { body, client, respond }: Act, apology: string): Surface {
  const audience = audienceOf(body);
  const tell = privately(respond, body);
  const add = (given: Answer) => {
    const message = renderSlack(given, settingFor(desk, audience === 'everyone' ? 'private' : audience));
    return respond({ response_type: 'ephemeral', replace_original: false, ...threadOf(body), ...message });
  };
  return {
    open: (view) => client.views.open({ trigger_id: body.trigger_id, view }),
    replace: (given) =>
      // What others see is changed by the one who asked alone; anybody else sees beside it what it would be.
      audience === 'everyone' && !isAskers(body)
        ? add(given)
        : respond({ replace_original: true, ...renderSlack(given, settingFor(desk, audience)) }),
    add,
    tell,
    apologise: () => orDirectly(tell, client, body.user.id)(apology),
  };
}

function inModal(desk: Desk, { body, client }: Act, apology: string): Surface {
  const { trigger_id, view } = body;
  const update = (next: Modal) => client.views.update({ view_id: view?.id ?? '', view: next });
  const open = (next: Modal) => (isTopmost(view) ? update(next) : client.views.push({ trigger_id, view: next }));
  return {
    open,
    replace: (given) => update(answerModal(given, hasHuman(desk))),
    add: (given) => open(answerModal(given, hasHuman(desk))),
    tell: (markdown) => open(noticeModal(markdown)),
    apologise: () => update(noticeModal(apology)),
  };
}

/** Slack keeps three modals on each other: from the third one leads on in its place, and back to the second. */
function isTopmost(view: BlockAction['view']): boolean {
  const previous = view?.previous_view_id ?? null;
  return previous !== null && previous !== view?.root_view_id;
}

function inHome(desk: Desk, { body, client }: Act, apology: string): Surface {
  const open = (view: Modal) => client.views.open({ trigger_id: body.trigger_id, view });
  const add = (given: Answer) => open(answerModal(given, hasHuman(desk)));
  return {
    open,
    replace: add,
    add,
    tell: (markdown) => open(noticeModal(markdown)),
    // In their conversation with the bot.
    apologise: () => client.chat.postMessage({ channel: body.user.id, ...plainMessage(apology) }),
  };
}
