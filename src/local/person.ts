// What a person can do in the workspace: say, use a command or a shortcut, act on blocks, close or submit a modal. Each act
// becomes the payload that Slack would deliver, and the app's acknowledgement has the effect that it has in Slack.
import { type BlockActs, createBlockActs } from './block-acts.ts';
import { viewClosedPayload, viewSubmissionPayload } from './block-payloads.ts';
import type { Kind, Reply } from './delivery.ts';
import type { Held } from './held.ts';
import type { Shortcut } from './page/snapshot.ts';
import {
  type Act,
  commandPayload,
  eventPayload,
  homeOpenedPayload,
  messageShortcutPayload,
  shortcutPayload,
} from './payloads.ts';
import { respond, type Responses, type Target } from './responses.ts';
import type { Fields } from './shapes.ts';
import { faultsIn } from './state.ts';
import { takeAnswer } from './submission.ts';
import { openView } from './surfaces.ts';
import type { Triggers } from './triggers.ts';
import { blocksOf, type Views } from './views.ts';
import type { Message, Workspace } from './workspace.ts';

export interface Say {
  readonly channel: string;
  readonly user: string;
  /** As typed: `@Sekretesslotsen` or `<@BOTID>` mentions the app, an address becomes a link, & < > are escaped. */
  readonly text: string;
  readonly thread?: string;
}

export interface Command {
  readonly command: string;
  readonly text: string;
  readonly channel: string;
  readonly user: string;
}

export interface UseShortcut {
  readonly user: string;
  readonly callback_id: string;
}

/** Each resolves when the app has acknowledged or failed to; an answer that the app posts may come later. */
export interface Person extends BlockActs {
  /** `reply` is undefined when nothing is delivered: a word in a channel that does not mention the app. */
  readonly say: (input: Say) => Promise<{ readonly message: Message; readonly reply: Reply | undefined }>;
  readonly command: (input: Command) => Promise<Reply>;
  /** Looks at the app: its Home tab, or the conversation with it. */
  readonly open: (input: { readonly user: string; readonly tab: 'home' | 'messages' }) => Promise<Reply>;
  /** A global shortcut, from the composer or the search. */
  readonly shortcut: (input: UseShortcut) => Promise<Reply>;
  /** A message shortcut, on anyone's message that others see too. */
  readonly messageShortcut: (
    input: UseShortcut & { readonly on: { readonly channel: string; readonly ts: string } },
  ) => Promise<Reply>;
  readonly closeView: (user: string) => Promise<void>;
  /** Undefined when nothing is delivered: a field is empty, or what is written there too short or long, and the view says so. */
  readonly submitView: (user: string) => Promise<Reply | undefined>;
}

export interface PersonContext {
  readonly workspace: Workspace;
  readonly views: Views;
  readonly held: Held;
  readonly triggers: Triggers;
  readonly responses: Responses;
  readonly commands: readonly string[];
  readonly shortcuts: readonly Shortcut[];
  readonly responseUrl: (id: string) => string;
  readonly send: (kind: Kind, payload: Fields) => Promise<Reply>;
}

export function createPerson(context: PersonContext): Person {
  const { workspace, views, triggers, responses, send } = context;
  const triggered = (user: string) => ({ user, triggerId: triggers.issue(user) });
  const act = (target: Target): Act => ({
    ...triggered(target.user),
    responseUrl: context.responseUrl(responses.issue(target)),
  });
  const checkShortcut = (type: Shortcut['type'], { user, callback_id }: UseShortcut) => {
    if (!context.shortcuts.some((each) => each.type === type && each.callback_id === callback_id))
      throw new Error(`${callback_id} är ingen genväg här`);
    workspace.meet(user);
  };

  return {
    ...createBlockActs({ ...context, act, triggered }),

    async say({ channel, user, text, thread }) {
      const place = placeOf(workspace, user, channel);
      if (thread !== undefined && workspace.find(channel, thread) === undefined)
        throw new Error(`Ingen tråd ${thread}`);
      workspace.meet(user);
      const wire = asSlackWrites(text, workspace.bot);
      const message = workspace.post({
        channel,
        user,
        bot: false,
        text: wire,
        blocks: [],
        ...(thread === undefined ? {} : { thread }),
      });
      const heard = place.kind === 'im' || wire.includes(`<@${workspace.bot.userId}>`);
      const reply = heard ? await send('events_api', eventPayload(workspace, message, place.kind)) : undefined;
      return { message, reply };
    },

    async command(input) {
      const place = placeOf(workspace, input.user, input.channel);
      if (!context.commands.includes(input.command)) throw new Error(`${input.command} är inget kommando här`);
      workspace.meet(input.user);
      const target: Target = { channel: place.id, user: input.user };
      const text = escapeText(input.text);
      const reply = await send(
        'slash_commands',
        commandPayload(workspace, { command: input.command, text }, place, act(target)),
      );
      if (reply.ok && reply.body !== undefined && isContent(reply.body)) {
        const refused = respond(workspace, target, reply.body);
        if (refused !== undefined)
          workspace.fail(`Slack skulle avvisa appens svar på ${input.command}: ${refused.error} (${refused.detail})`);
      }
      return reply;
    },

    async open({ user, tab }) {
      workspace.meet(user);
      return await send('events_api', homeOpenedPayload(workspace, { user, tab, home: views.home(user) }));
    },

    async shortcut(input) {
      checkShortcut('global', input);
      return await send('interactive', shortcutPayload(workspace, input.callback_id, triggered(input.user)));
    },

    async messageShortcut({ user, callback_id, on }) {
      checkShortcut('message', { user, callback_id });
      const place = placeOf(workspace, user, on.channel);
      const message = workspace.messages(on.channel, user).find(({ ts }) => ts === on.ts);
      if (message?.onlyFor !== undefined) throw new Error('Slack har inga genvägar på ett meddelande som bara du ser');
      if (message === undefined) throw new Error('Meddelandet finns inte längre');
      const target: Target = { channel: place.id, user };
      return await send('interactive', messageShortcutPayload(workspace, callback_id, message, place, act(target)));
    },

    async closeView(user) {
      const view = openView(views, user);
      const all = view.modal.clear_on_close === true;
      views.close(view, all);
      if (view.modal.notify_on_close === true) await send('interactive', viewClosedPayload(workspace, view, all));
    },

    async submitView(user) {
      const view = openView(views, user);
      if (view.modal.submit === undefined) throw new Error('Vyn har inget att skicka in');
      const faults = faultsIn(blocksOf(view.modal), view.values);
      views.setErrors(view, faults);
      if (Object.keys(faults).length > 0) return undefined;
      const reply = await send('interactive', viewSubmissionPayload(workspace, view, triggers.issue(user)));
      if (reply.ok) takeAnswer(context, view.id, reply.body ?? {});
      return reply;
    },
  };
}

/** Text as it stands in an event: & < > escaped, the app's name a mention, addresses in angle brackets. */
function asSlackWrites(text: string, bot: Workspace['bot']): string {
  return escapeText(text)
    .replaceAll(/&lt;@(U\w+)&gt;/g, '<@$1>')
    .replaceAll(new RegExp(`@${bot.name}(?![\\p{L}\\p{N}])`, 'giu'), `<@${bot.userId}>`)
    .replaceAll(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/g, '<$&>');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function isContent(body: Fields): boolean {
  return body.text !== undefined || body.blocks !== undefined;
}

function placeOf(workspace: Workspace, user: string, channel: string) {
  const place = workspace.conversationOf(user, channel);
  if (place === undefined) throw new Error(`Ingen konversation ${channel}`);
  return place;
}
