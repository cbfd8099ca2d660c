// The payloads that Slack delivers of what is said, opened and asked for, with every key that Bolt and a listener may read.
import { randomBytes, randomUUID } from 'node:crypto';
import { messagePayload, viewPayload } from './written.ts';
import type { Fields } from './shapes.ts';
import type { Home } from './views.ts';
import type { Conversation, Message, Workspace } from './workspace.ts';

/** app_mention in a channel, message.im in a direct conversation: the two messages that the app subscribes to. */
export function eventPayload(workspace: Workspace, message: Message, kind: Conversation['kind']): Fields {
  return event(workspace, {
    type: kind === 'im' ? 'message' : 'app_mention',
    user: message.user,
    text: message.text,
    ts: message.ts,
    event_ts: message.ts,
    channel: message.channel,
    team: workspace.team.id,
    client_msg_id: randomUUID(),
    ...(kind === 'im' ? { channel_type: 'im' } : {}),
    ...(message.thread === undefined ? {} : { thread_ts: message.thread }),
  });
}

/** A person looks at the app: its Home tab with what was last published there, or their conversation with it. */
export function homeOpenedPayload(
  workspace: Workspace,
  { user, tab, home }: { readonly user: string; readonly tab: 'home' | 'messages'; readonly home: Home | undefined },
): Fields {
  return event(workspace, {
    type: 'app_home_opened',
    user,
    channel: workspace.directWith(user).id,
    tab,
    event_ts: workspace.nextTs(),
    ...(tab === 'home' && home !== undefined ? { view: viewPayload(workspace, home) } : {}),
  });
}

function event(workspace: Workspace, event: Fields): Fields {
  const { team, appId, bot } = workspace;
  return {
    token: 'lokal',
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: appId,
    event,
    type: 'event_callback',
    event_id: `Ev${randomBytes(5).toString('hex').toUpperCase()}`,
    event_time: Math.floor(workspace.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: bot.userId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: randomBytes(8).toString('hex'),
  };
}

export interface Act {
  readonly user: string;
  readonly triggerId: string;
  readonly responseUrl: string;
}

export function commandPayload(
  workspace: Workspace,
  command: { readonly command: string; readonly text: string },
  place: Conversation,
  act: Act,
): Fields {
  return {
    token: 'lokal',
    team_id: workspace.team.id,
    team_domain: workspace.team.domain,
    channel_id: place.id,
    channel_name: nameIn(place),
    user_id: act.user,
    user_name: workspace.nameOf(act.user)?.toLowerCase() ?? act.user,
    command: command.command,
    text: command.text,
    api_app_id: workspace.appId,
    is_enterprise_install: 'false',
    response_url: act.responseUrl,
    trigger_id: act.triggerId,
  };
}

/** A global shortcut: it stands nowhere, so there is no conversation to answer in. */
export function shortcutPayload(workspace: Workspace, callback_id: string, act: Omit<Act, 'responseUrl'>): Fields {
  return {
    type: 'shortcut',
    ...common(workspace, act.user),
    action_ts: workspace.nextTs(),
    callback_id,
    trigger_id: act.triggerId,
  };
}

/** A message shortcut, on anyone's message. */
export function messageShortcutPayload(
  workspace: Workspace,
  callback_id: string,
  message: Message,
  place: Conversation,
  act: Act,
): Fields {
  return {
    type: 'message_action',
    ...common(workspace, act.user),
    action_ts: workspace.nextTs(),
    callback_id,
    trigger_id: act.triggerId,
    response_url: act.responseUrl,
    message_ts: message.ts,
    channel: { id: place.id, name: nameIn(place) },
    message: messagePayload(workspace, message),
  };
}

/** What every interaction begins with. */
export function common(workspace: Workspace, user: string): Fields {
  const name = workspace.nameOf(user)?.toLowerCase() ?? user;
  return {
    user: { id: user, username: name, name, team_id: workspace.team.id },
    api_app_id: workspace.appId,
    token: 'lokal',
    team: { id: workspace.team.id, domain: workspace.team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** The name of a conversation as payloads have it. */
export function nameIn(place: Conversation | undefined): string {
  return place?.kind === 'im' ? 'directmessage' : (place?.name ?? '');
}
