// The payloads that Slack delivers, with every key that Bolt and a listener may read.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Option } from '@slack/types';
import { messagePayload } from './api.ts';
import type { Fields } from './shapes.ts';
import type { Field } from './state.ts';
import { type View, viewPayload } from './views.ts';
import type { Conversation, Message, Workspace } from './workspace.ts';

/** app_mention in a channel, message.im in a direct conversation: the two that the app subscribes to. */
export function eventPayload(workspace: Workspace, message: Message, kind: Conversation['kind']): Fields {
  const { team, appId, bot } = workspace;
  const event = {
    type: kind === 'im' ? 'message' : 'app_mention',
    user: message.user,
    text: message.text,
    ts: message.ts,
    event_ts: message.ts,
    channel: message.channel,
    team: team.id,
    client_msg_id: randomUUID(),
    ...(kind === 'im' ? { channel_type: 'im' } : {}),
    ...(message.thread === undefined ? {} : { thread_ts: message.thread }),
  };
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
    channel_name: place.kind === 'im' ? 'directmessage' : place.name,
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

/** The keys of a pressed button that Slack sends back. */
export interface Pressed {
  readonly action_id?: string;
  readonly value?: string;
  readonly style?: string;
  readonly text: unknown;
}

/** A pressed button as it stands in `actions`. */
export function pressAction(block_id: string, { action_id, value, style, text }: Pressed): Fields {
  return {
    type: 'button',
    action_id,
    block_id,
    text,
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
  };
}

/** A choice in a select or among radio buttons as it stands in `actions`. */
export function choiceAction({ block_id, action_id, element }: Field, selected_option: Option): Fields {
  return {
    type: element.type,
    action_id,
    block_id,
    selected_option,
    ...(element.initial_option === undefined ? {} : { initial_option: element.initial_option }),
    ...('placeholder' in element ? { placeholder: element.placeholder } : {}),
  };
}

export function messageActionPayload(workspace: Workspace, message: Message, action: Fields, act: Act): Fields {
  const place = workspace.conversation(message.channel);
  const ephemeral = message.onlyFor !== undefined;
  return {
    ...actionPayload(workspace, action, act),
    state: { values: {} },
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: ephemeral,
      ...(message.thread === undefined ? {} : { thread_ts: message.thread }),
    },
    channel: { id: message.channel, name: place?.kind === 'im' ? 'directmessage' : (place?.name ?? '') },
    response_url: act.responseUrl,
    // Slack does not keep ephemeral messages, so it cannot send one back.
    ...(ephemeral ? {} : { message: messagePayload(workspace, message) }),
  };
}

export function viewActionPayload(
  workspace: Workspace,
  view: View,
  action: Fields,
  act: Omit<Act, 'responseUrl'>,
): Fields {
  return {
    ...actionPayload(workspace, action, act),
    container: { type: 'view', view_id: view.id },
    view: ownView(workspace, view),
  };
}

export function viewSubmissionPayload(workspace: Workspace, view: View, triggerId: string): Fields {
  return {
    type: 'view_submission',
    ...common(workspace, view.user),
    trigger_id: triggerId,
    view: ownView(workspace, view),
    response_urls: [],
  };
}

export function viewClosedPayload(workspace: Workspace, view: View, is_cleared: boolean): Fields {
  return { type: 'view_closed', ...common(workspace, view.user), view: ownView(workspace, view), is_cleared };
}

function actionPayload(workspace: Workspace, action: Fields, act: Omit<Act, 'responseUrl'>): Fields {
  return {
    type: 'block_actions',
    ...common(workspace, act.user),
    trigger_id: act.triggerId,
    actions: [{ ...action, action_ts: workspace.nextTs() }],
  };
}

function common(workspace: Workspace, user: string): Fields {
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

function ownView(workspace: Workspace, view: View): object {
  return viewPayload(view, { team: workspace.team.id, app: workspace.appId, bot: workspace.bot.botId });
}
