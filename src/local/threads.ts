// Where a message of the app's lands: on its own or in a thread, and the one case in which Slack takes it and shows it to nobody.
import type { Refusal } from './received.ts';
import type { Message, Workspace } from './workspace.ts';

/** The thread that `thread_ts` names; nothing where it is left out. */
export function readThread(
  workspace: Workspace,
  channel: string,
  thread_ts: unknown,
): { readonly thread?: string } | Refusal {
  if (thread_ts === undefined || thread_ts === '') return {};
  const parent = typeof thread_ts === 'string' ? workspace.find(channel, thread_ts) : undefined;
  if (parent === undefined) return { error: 'thread_not_found', detail: 'thread_ts is no message here' };
  if (parent.thread !== undefined)
    return { error: 'cannot_reply_to_message', detail: "thread_ts is a reply: use its parent's" };
  return { thread: parent.ts };
}

export function postAsApp(workspace: Workspace, message: Omit<Message, 'ts' | 'user' | 'bot'>): Message {
  const { channel, thread, onlyFor } = message;
  const active = workspace.messages(channel).some((each) => each.thread === thread);
  if (onlyFor !== undefined && thread !== undefined && !active) {
    workspace.fail('Ett meddelande som bara en person ser, i en tråd utan svar: Slack visar det inte för någon');
  }
  return workspace.post({ ...message, user: workspace.bot.userId, bot: true });
}
