// The payloads of what a person does with blocks and views: presses, chooses, searches, submits, closes.
import type { ConfirmationDialog, Option } from '@slack/types';
import type { Chooser, Values } from '../render/fields-html.ts';
import { type Act, common, nameIn } from './payloads.ts';
import type { Fields } from './shapes.ts';
import type { Field } from './state.ts';
import type { Home, View } from './views.ts';
import type { Message, Workspace } from './workspace.ts';
import { messagePayload, viewPayload } from './written.ts';

/** The keys of a pressed button that Slack sends back. */
export interface Pressed {
  readonly type: 'button' | 'feedback_buttons';
  readonly action_id?: string;
  readonly value?: string;
  readonly style?: string;
  readonly text: unknown;
  readonly confirm?: ConfirmationDialog;
}

/** A pressed button as it stands in `actions`; of feedback buttons, the one that was pressed. */
export function pressAction(block_id: string, { type, action_id, value, style, text, confirm }: Pressed): Fields {
  return {
    type,
    action_id,
    block_id,
    text,
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
    ...(confirm === undefined ? {} : { confirm }),
  };
}

/** A choice in a select or among radio buttons as it stands in `actions`. */
export function choiceAction({ block_id, action_id, element }: Field<Chooser>, selected_option: Option): Fields {
  return {
    type: element.type,
    action_id,
    block_id,
    selected_option,
    ...(element.initial_option === undefined ? {} : { initial_option: element.initial_option }),
    ...('placeholder' in element ? { placeholder: element.placeholder } : {}),
  };
}

/** What stands in a payload of where an act was done. */
type Where = Readonly<Record<'container', Fields>> & Fields;

export function inMessage(workspace: Workspace, message: Message): Where {
  const ephemeral = message.onlyFor !== undefined;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: ephemeral,
      ...(message.thread === undefined ? {} : { thread_ts: message.thread }),
    },
    channel: { id: message.channel, name: nameIn(workspace.conversation(message.channel)) },
    // Slack does not keep ephemeral messages, so it cannot send one back.
    ...(ephemeral ? {} : { message: messagePayload(workspace, message) }),
  };
}

export function inView(workspace: Workspace, view: View | Home): Where {
  return { container: { type: 'view', view_id: view.id }, view: viewPayload(workspace, view) };
}

/** In a message there is also what its fields hold, and where to answer; a view has the former in itself. */
export function actionPayload(
  workspace: Workspace,
  where: Where,
  action: Fields,
  act: Omit<Act, 'responseUrl'> & { readonly responseUrl?: string; readonly values?: Values },
): Fields {
  return {
    type: 'block_actions',
    ...common(workspace, act.user),
    trigger_id: act.triggerId,
    ...where,
    ...(act.values === undefined ? {} : { state: { values: act.values } }),
    ...(act.responseUrl === undefined ? {} : { response_url: act.responseUrl }),
    actions: [{ ...action, action_ts: workspace.nextTs() }],
  };
}

export function suggestionPayload(
  workspace: Workspace,
  where: Where,
  { block_id, action_id }: Field,
  query: { readonly user: string; readonly value: string },
): Fields {
  return {
    type: 'block_suggestion',
    ...common(workspace, query.user),
    ...where,
    block_id,
    action_id,
    value: query.value,
  };
}

export function viewSubmissionPayload(workspace: Workspace, view: View, triggerId: string): Fields {
  return {
    type: 'view_submission',
    ...common(workspace, view.user),
    trigger_id: triggerId,
    view: viewPayload(workspace, view),
    response_urls: [],
  };
}

export function viewClosedPayload(workspace: Workspace, view: View, is_cleared: boolean): Fields {
  return { type: 'view_closed', ...common(workspace, view.user), view: viewPayload(workspace, view), is_cleared };
}
