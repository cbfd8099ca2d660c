// The app's own place in Slack: the Home tab with what it opens, and what is suggested where a conversation with the bot begins.
import type { App, BlockAction, BlockElementAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { areasOf, holdingsOf, lawChanges } from '../answer/overview.ts';
import { adminState, firstDayCounted } from '../memory/admin-state.ts';
import { askForm } from '../render/ask.ts';
import { areaModal, BROWSE, readPage } from '../render/browse.ts';
import { NOTHING_TAKEN_UP, situationForm } from '../render/form.ts';
import { HOME, homeNotice, homeView, readRound } from '../render/home.ts';
import { stateText } from '../render/digest.ts';
import { lookupModal } from '../render/lookup.ts';
import { noticeModal } from '../render/slack.ts';
import { sayStart } from '../render/start-words.ts';
import { say } from '../render/words.ts';
import { orApologise, type Desk } from './desk.ts';
import { describeError } from './log.ts';
import { suggestions } from './suggestions.ts';
import { surfaceOf, type Act, type Modal, type Surface } from './surface.ts';

export function listenForHome(app: App, desk: Desk): void {
  app.event('app_home_opened', async ({ event, client }) => {
    switch (event.tab) {
      case 'home':
        await publish(desk, client, event.user);
        break;
      case 'messages':
        await suggest(desk, client, event.channel);
        break;
      case undefined:
        break;
    }
  });
  opens(app, desk, HOME.ask, askForm);
  opens(app, desk, HOME.lookUp, () => lookupModal());
  opens(app, desk, HOME.tryOut, () => {
    const { rulebook } = desk.knowledge();
    return rulebook === undefined ? noticeModal(say.noRules) : situationForm({}, NOTHING_TAKEN_UP, rulebook, undefined);
  });
  onAct(app, desk, BROWSE.area, async ({ action, body, client }, surface) => {
    if (action.type !== 'static_select') return;
    await surface.open(areaPage(desk, action.selected_option.value, 0));
    // Drawn anew, with nothing chosen: Slack tells nothing of a choice of what is chosen already.
    await publish(desk, client, body.user.id, readRound(action.block_id) + 1);
  });
  onAct(app, desk, BROWSE.page, async ({ action, body, client }) => {
    const page = readPage(action.type === 'button' ? action.value : undefined);
    const view = areaPage(desk, page?.area, page?.from ?? 0);
    await client.views.update({ view_id: body.view?.id ?? '', view });
  });
}

/** The Home tab for that person, as the knowledge is now. */
async function publish(desk: Desk, client: WebClient, user: string, round = 0): Promise<void> {
  const show = (view: ReturnType<typeof homeView>) => client.views.publish({ user_id: user, view });
  await orApologise(
    desk.log,
    'home',
    async () => {
      await show(homeFor(user, round, desk));
    },
    () => show(homeNotice(say.apology)),
  );
}

function homeFor(user: string, round: number, desk: Desk): ReturnType<typeof homeView> {
  const knowledge = desk.knowledge();
  const day = desk.today();
  const isAdmin = desk.people.admins.includes(user);
  const forAdmins = () => {
    const notes = desk.memory.notes(firstDayCounted(day));
    return stateText(adminState(knowledge, desk.problems(), notes, day), desk.memory.lasts === true);
  };
  return homeView({
    areas: areasOf(knowledge, day),
    ...lawChanges(knowledge, day),
    news: knowledge.start.news,
    holdings: holdingsOf(knowledge, day),
    hasRules: knowledge.rulebook !== undefined,
    forAdmins: isAdmin ? forAdmins() : '',
    round,
  });
}

/** Slack shows four at most. That it cannot is no loss to one who writes. */
async function suggest(desk: Desk, client: WebClient, channel: string): Promise<void> {
  try {
    const prompts = suggestions(desk, 4).map(({ question }) => ({ title: question, message: question }));
    if (prompts.length === 0) return;
    await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, title: sayStart.suggested, prompts });
  } catch (error) {
    desk.log.warn({ surface: 'prompts', ...describeError(error) }, 'could not suggest questions');
  }
}

function areaPage(desk: Desk, id: string | undefined, from: number): Modal {
  const area = areasOf(desk.knowledge(), desk.today()).find((each) => each.id === id);
  return area === undefined ? noticeModal(say.notThere) : areaModal(area, from);
}

function opens(app: App, desk: Desk, id: string, view: () => Modal): void {
  onAct(app, desk, id, async (_, surface) => {
    await surface.open(view());
  });
}

function onAct(
  app: App,
  desk: Desk,
  id: string,
  meet: (act: Act & { readonly action: BlockElementAction }, surface: Surface) => Promise<void>,
): void {
  app.action<BlockAction>(
    { type: 'block_actions', action_id: new RegExp(`^${id}(?::\\d+)?$`, 'u') },
    async ({ body, action, ack, respond, client }) => {
      await ack();
      const surface = surfaceOf(desk, { body, client, respond });
      await orApologise(desk.log, id, () => meet({ body, client, respond, action }, surface), surface.apologise);
    },
  );
}
