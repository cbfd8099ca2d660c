// The Web API methods that the app calls, each a small function. What Slack would refuse is refused with Slack's code;
// when the fault is the app's own (an unknown method, a broken limit) it is also told aloud.
import { type Refusal, isRefusal, readContent, readModal } from './received.ts';
import type { Fields } from './shapes.ts';
import { postAsApp, readThread } from './threads.ts';
import type { Triggers } from './triggers.ts';
import type { View, Views } from './views.ts';
import type { Message, Workspace } from './workspace.ts';
import { messagePayload, viewPayload } from './written.ts';

export interface ApiContext {
  readonly workspace: Workspace;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly botToken: string;
  readonly appToken: string;
  /** Where apps.connections.open points, when Socket Mode is served. */
  readonly connectionUrl: () => string | undefined;
}

export type ApiAnswer =
  { readonly ok: true; readonly [key: string]: unknown } | { readonly ok: false; readonly error: string };

export function callApi(context: ApiContext, method: string, args: Fields, token: string | undefined): ApiAnswer {
  const run = METHODS[method];
  const answer = run === undefined ? loud('unknown_method', 'the local workspace does not have it') : guarded();
  if (!isRefusal(answer)) return { ok: true, ...answer };
  if (answer.detail !== '')
    context.workspace.fail(`Slack skulle avvisa appens anrop ${method}: ${answer.error} (${answer.detail})`);
  return { ok: false, error: answer.error };

  function guarded(): object {
    const wanted = method === 'apps.connections.open' ? context.appToken : context.botToken;
    if (token !== wanted) return loud('invalid_auth', 'the token is not the one of this start');
    return run?.(context, args) ?? {};
  }
}

type Method = (context: ApiContext, args: Fields) => object;

const METHODS: Readonly<Record<string, Method | undefined>> = {
  'api.test': (_context, args) => ({ args }),

  'auth.test': ({ workspace }) => ({
    url: 'http://127.0.0.1/',
    team: workspace.team.name,
    team_id: workspace.team.id,
    user: workspace.bot.name.toLowerCase(),
    user_id: workspace.bot.userId,
    bot_id: workspace.bot.botId,
    is_enterprise_install: false,
  }),

  'apps.connections.open': ({ connectionUrl }) => {
    const url = connectionUrl();
    return url === undefined ? loud('internal_error', 'Socket Mode is not served here') : { url };
  },

  'chat.postMessage': ({ workspace }, args) => {
    const place = readPlace(workspace, args);
    if (isRefusal(place)) return place;
    const content = readContent(args);
    if (isRefusal(content)) return content;
    const posted = postAsApp(workspace, { ...content, ...place });
    return { channel: posted.channel, ts: posted.ts, message: messagePayload(workspace, posted) };
  },

  'chat.postEphemeral': ({ workspace }, args) => {
    const place = readPlace(workspace, args);
    if (isRefusal(place)) return place;
    const content = readContent(args);
    if (isRefusal(content)) return content;
    const onlyFor = text(args, 'user');
    if (onlyFor === undefined || workspace.nameOf(onlyFor) === undefined) return loud('user_not_in_channel', 'user');
    const posted = postAsApp(workspace, { ...content, ...place, onlyFor });
    return { message_ts: posted.ts };
  },

  'chat.update': ({ workspace }, args) => {
    const message = ownMessage(workspace, args, 'cant_update_message');
    if (isRefusal(message)) return message;
    const content = readContent(args);
    if (isRefusal(content)) return content;
    const edited = workspace.change(message, content);
    return { channel: edited.channel, ts: edited.ts, text: edited.text, message: messagePayload(workspace, edited) };
  },

  'chat.delete': ({ workspace }, args) => {
    const message = ownMessage(workspace, args, 'cant_delete_message');
    if (isRefusal(message)) return message;
    workspace.remove(message);
    return { channel: message.channel, ts: message.ts };
  },

  'views.open': (context, args) => {
    const modal = readModal(args.view);
    if (isRefusal(modal)) return modal;
    const trigger = context.triggers.take(text(args, 'trigger_id') ?? '');
    return 'error' in trigger ? quiet(trigger.error) : viewAnswer(context, context.views.open(trigger.user, modal));
  },

  'views.push': (context, args) => {
    const modal = readModal(args.view);
    if (isRefusal(modal)) return modal;
    const trigger = context.triggers.take(text(args, 'trigger_id') ?? '');
    if ('error' in trigger) return quiet(trigger.error);
    const view = context.views.push(trigger.user, modal);
    return typeof view === 'string' ? quiet(view) : viewAnswer(context, view);
  },

  'views.update': (context, args) => {
    const view = context.views.find({ view_id: text(args, 'view_id'), external_id: text(args, 'external_id') });
    if (view === undefined) return quiet('not_found');
    const hash = text(args, 'hash');
    if (hash !== undefined && hash !== view.hash) return quiet('hash_conflict');
    const modal = readModal(args.view);
    return isRefusal(modal) ? modal : viewAnswer(context, context.views.update(view, modal));
  },

  'users.info': ({ workspace }, args) => {
    const id = text(args, 'user') ?? '';
    const name = workspace.nameOf(id);
    if (name === undefined || !id.startsWith('U')) return quiet('user_not_found');
    const profile = { real_name: name, display_name: name };
    const is_bot = id === workspace.bot.userId;
    return {
      user: {
        id,
        team_id: workspace.team.id,
        name: name.toLowerCase(),
        real_name: name,
        profile,
        is_bot,
        locale: 'sv-SE',
        tz: 'Europe/Stockholm',
      },
    };
  },

  'conversations.open': ({ workspace }, args) => {
    const user = text(args, 'users') ?? '';
    if (workspace.nameOf(user) === undefined) return loud('user_not_found', 'users must be one known user');
    return { channel: { id: workspace.directWith(user).id } };
  },

  'conversations.info': ({ workspace }, args) => {
    const found = workspace.conversation(text(args, 'channel') ?? '');
    if (found === undefined) return quiet('channel_not_found');
    const { id, name, kind, user } = found;
    return kind === 'im'
      ? { channel: { id, is_im: true, is_channel: false, is_private: true, user } }
      : { channel: { id, name, is_im: false, is_channel: true, is_private: false, is_member: true } };
  },

  'assistant.threads.setStatus': ({ workspace }, args) => {
    const channel = text(args, 'channel_id') ?? '';
    const thread = text(args, 'thread_ts') ?? '';
    if (workspace.find(channel, thread) === undefined) return loud('thread_not_found', 'channel_id, thread_ts');
    workspace.setStatus(channel, thread, text(args, 'status') ?? '');
    return {};
  },
};

/** The app asked for what it never should: told in the page, on standard error and in `failures`. */
function loud(error: string, detail: string): Refusal {
  return { error, detail };
}

/** What may happen to a sound app too: a late trigger, a stale hash, a message that is gone. */
function quiet(error: string): Refusal {
  return { error, detail: '' };
}

function readPlace(workspace: Workspace, args: Fields): { channel: string; thread?: string } | Refusal {
  const wanted = text(args, 'channel') ?? '';
  const isUser = wanted.startsWith('U') && workspace.nameOf(wanted) !== undefined;
  const found = isUser ? workspace.directWith(wanted) : workspace.conversation(wanted);
  if (found === undefined) return loud('channel_not_found', `channel is ${wanted === '' ? 'missing' : wanted}`);
  const thread = readThread(workspace, found.id, args.thread_ts);
  return isRefusal(thread) ? thread : { channel: found.id, ...thread };
}

function ownMessage(workspace: Workspace, args: Fields, refusal: string): Message | Refusal {
  const message = workspace.find(text(args, 'channel') ?? '', text(args, 'ts') ?? '');
  if (message === undefined || message.onlyFor !== undefined) return quiet('message_not_found');
  return message.bot ? message : loud(refusal, "it is not the app's own");
}

function viewAnswer({ workspace }: ApiContext, view: View): object {
  return { view: viewPayload(workspace, view) };
}

function text(args: Fields, key: string): string | undefined {
  const value = args[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
