// What a person can do in the workspace: say, use a command, press a button, choose in a modal, close or submit it. Each
// act becomes the payload that Slack would deliver, and the app's acknowledgement has the effect that it has in Slack.
import type { Kind, Reply } from './delivery.ts';
import {
  type Act,
  choiceAction,
  commandPayload,
  eventPayload,
  messageActionPayload,
  pressAction,
  viewActionPayload,
  viewClosedPayload,
  viewSubmissionPayload,
} from './payloads.ts';
import { respond, type Responses, type Target } from './responses.ts';
import type { Fields } from './shapes.ts';
import { emptyFields, fieldsOf, optionsOf } from './state.ts';
import { takeAnswer } from './submission.ts';
import { blocksOf, type Triggers, type View, type Views } from './views.ts';
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

export interface Press {
  readonly user: string;
  /** Where the button stands: a message, or the view that the person has open. */
  readonly on: { readonly channel: string; readonly ts: string } | { readonly view: string };
  readonly action_id: string;
  readonly block_id?: string;
  /** Tells two buttons with the same action_id apart. */
  readonly value?: string;
}

export interface Choose {
  readonly user: string;
  readonly view: string;
  readonly block_id: string;
  readonly action_id: string;
  /** Of the option. */
  readonly value: string;
}

/** Each resolves when the app has acknowledged or failed to; an answer that the app posts may come later. */
export interface Person {
  /** `reply` is undefined when nothing is delivered: a word in a channel that does not mention the app. */
  readonly say: (input: Say) => Promise<{ readonly message: Message; readonly reply: Reply | undefined }>;
  readonly command: (input: Command) => Promise<Reply>;
  readonly press: (input: Press) => Promise<Reply>;
  /** In a select or among radio buttons; undefined when nothing is delivered: no change, or no dispatch_action. */
  readonly choose: (input: Choose) => Promise<Reply | undefined>;
  readonly closeView: (user: string) => Promise<void>;
  /** Undefined when nothing is delivered: a field that must be filled in is empty, and the view says so. */
  readonly submitView: (user: string) => Promise<Reply | undefined>;
}

export interface PersonContext {
  readonly workspace: Workspace;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly responses: Responses;
  readonly commands: readonly string[];
  readonly responseUrl: (id: string) => string;
  readonly send: (kind: Kind, payload: Fields) => Promise<Reply>;
}

export function createPerson(context: PersonContext): Person {
  const { workspace, views, triggers, responses, send } = context;
  const act = (target: Target): Act => ({
    user: target.user,
    triggerId: triggers.issue(target.user),
    responseUrl: context.responseUrl(responses.issue(target)),
  });

  return {
    async say({ channel, user, text, thread }) {
      const place = placeOf(workspace, channel);
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
      const place = placeOf(workspace, input.channel);
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

    async press({ user, on, ...by }) {
      if ('view' in on) {
        const view = openView(views, user);
        const found = view.id === on.view ? findButton(blocksOf(view.modal), by) : undefined;
        if (found === undefined) throw new Error(`Ingen knapp ${by.action_id} i vyn`);
        return await send(
          'interactive',
          viewActionPayload(workspace, view, pressAction(found.block_id, found.element), {
            user,
            triggerId: triggers.issue(user),
          }),
        );
      }
      const message = workspace.messages(on.channel, user).find((each) => each.ts === on.ts);
      const found = message === undefined ? undefined : findButton(message.blocks, by);
      if (message === undefined || found === undefined) throw new Error(`Ingen knapp ${by.action_id} i meddelandet`);
      workspace.meet(user);
      const target: Target = { channel: message.channel, user, original: message };
      return await send(
        'interactive',
        messageActionPayload(workspace, message, pressAction(found.block_id, found.element), act(target)),
      );
    },

    async choose({ user, view: id, block_id, action_id, value }) {
      const view = openView(views, user);
      const fields = view.id === id ? fieldsOf(blocksOf(view.modal)) : [];
      const field = fields.find((each) => each.block_id === block_id && each.action_id === action_id);
      const option = field === undefined ? undefined : optionsOf(field.element).find((each) => each.value === value);
      if (field === undefined || option === undefined) throw new Error(`Inget val ${value} för ${action_id} i vyn`);
      const valueIn = (of: View) => of.values[block_id]?.[action_id]?.selected_option;
      if (valueIn(view)?.value === value) return undefined;
      const chosen = views.choose(view, field, option);
      if (!field.dispatches) return undefined;
      const action = choiceAction(field, valueIn(chosen) ?? option);
      return await send(
        'interactive',
        viewActionPayload(workspace, chosen, action, { user, triggerId: triggers.issue(user) }),
      );
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
      const empty = emptyFields(blocksOf(view.modal), view.values);
      views.setErrors(view, Object.fromEntries(empty.map((block_id) => [block_id, EMPTY])));
      if (empty.length > 0) return undefined;
      const reply = await send('interactive', viewSubmissionPayload(workspace, view, triggers.issue(user)));
      if (reply.ok) takeAnswer(context, view.id, reply.body ?? {});
      return reply;
    },
  };
}

const EMPTY = 'Fyll i det här fältet';

function findButton(blocks: Message['blocks'], by: { action_id: string; block_id?: string; value?: string }) {
  for (const block of blocks) {
    if (by.block_id !== undefined && block.block_id !== by.block_id) continue;
    for (const element of elementsOf(block)) {
      if (element.type !== 'button' || element.action_id !== by.action_id) continue;
      if (by.value === undefined || by.value === element.value) return { block_id: block.block_id ?? '', element };
    }
  }
  return undefined;
}

function elementsOf(block: Message['blocks'][number]) {
  switch (block.type) {
    case 'actions':
      return block.elements;
    case 'section':
      return block.accessory === undefined ? [] : [block.accessory];
    default:
      return [];
  }
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

function placeOf(workspace: Workspace, channel: string) {
  const place = workspace.conversation(channel);
  if (place === undefined) throw new Error(`Ingen konversation ${channel}`);
  return place;
}

function openView(views: Views, user: string): View {
  const view = views.top(user);
  if (view === undefined) throw new Error(`Ingen vy är öppen för ${user}`);
  return view;
}
