// Messages and views as Slack writes them, in answers to the app and in what it is told.
import type { HomeView, ModalView } from '@slack/types';
import type { Home, View } from './views.ts';
import type { Message, Workspace } from './workspace.ts';

/** A message as Slack writes it in answers and payloads. What began a thread is in that thread itself. */
export function messagePayload(workspace: Workspace, message: Message): object {
  const replies = workspace.messages(message.channel).filter(({ thread }) => thread === message.ts);
  const thread_ts = replies.length > 0 ? message.ts : message.thread;
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: workspace.team.id,
    ...(message.bot ? { bot_id: workspace.bot.botId, app_id: workspace.appId } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(thread_ts === undefined ? {} : { thread_ts }),
    ...(message.thread === undefined ? {} : { parent_user_id: workspace.find(message.channel, message.thread)?.user }),
    ...(replies.length > 0 ? { reply_count: replies.length, latest_reply: replies.at(-1)?.ts } : {}),
    ...(message.edited === true ? { edited: { user: message.user, ts: message.ts } } : {}),
  };
}

/** The view as Slack writes it in answers and payloads. */
export function viewPayload(workspace: Workspace, view: View | Home): object {
  return 'modal' in view ? modalPayload(workspace, view) : homePayload(workspace, view);
}

function modalPayload(workspace: Workspace, view: View): object {
  const { modal } = view;
  return {
    ...common(workspace, view, modal),
    title: modal.title,
    close: modal.close ?? null,
    submit: modal.submit ?? null,
    clear_on_close: modal.clear_on_close ?? false,
    notify_on_close: modal.notify_on_close ?? false,
    root_view_id: view.rootId,
    previous_view_id: view.previousId ?? null,
  };
}

function homePayload(workspace: Workspace, view: Home): object {
  return {
    ...common(workspace, view, view.home),
    // A Home tab has none of these, but Slack writes them all the same.
    title: { type: 'plain_text', text: 'View Title', emoji: true },
    close: null,
    submit: null,
    clear_on_close: false,
    notify_on_close: false,
    root_view_id: view.id,
    previous_view_id: null,
  };
}

function common(
  { team, appId, bot }: Workspace,
  { id, hash, values }: View | Home,
  view: ModalView | HomeView,
): object {
  return {
    id,
    team_id: team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    external_id: view.external_id ?? '',
    state: { values },
    hash,
    app_id: appId,
    app_installed_team_id: team.id,
    bot_id: bot.botId,
  };
}
