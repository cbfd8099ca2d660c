// conversations.* and assistant.threads.*: what the app asks about a conversation, and what it shows beside the messages.
import { loud, type Methods, quiet, text } from './method.ts';
import { isRefusal, readPrompts } from './received.ts';
import type { Message, Workspace } from './workspace.ts';
import { messagePayload } from './written.ts';

export const CONVERSATIONS: Methods = {
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

  'conversations.replies': ({ workspace, scopes }, args) => {
    const place = workspace.conversation(text(args, 'channel') ?? '');
    if (place === undefined) return quiet('channel_not_found');
    const needed = place.kind === 'im' ? 'im:history' : 'channels:history';
    // Not told aloud: an app may well try, and do without what it was not granted.
    if (place.kind === 'channel' && !scopes.includes(needed))
      return { ...quiet('missing_scope'), needed, provided: ['im:history', ...scopes].join() };
    const asked = workspace.find(place.id, text(args, 'ts') ?? '');
    if (asked === undefined || asked.onlyFor !== undefined) return quiet('thread_not_found');
    const root = asked.thread ?? asked.ts;
    const thread = workspace.messages(place.id).filter(({ ts, thread }) => ts === root || thread === root);
    return page(workspace, thread, Number(args.limit ?? 1_000), text(args, 'cursor'));
  },

  'assistant.threads.setStatus': ({ workspace }, args) => {
    const channel = text(args, 'channel_id') ?? '';
    const thread = text(args, 'thread_ts') ?? '';
    if (workspace.find(channel, thread) === undefined) return loud('thread_not_found', 'channel_id, thread_ts');
    workspace.setStatus(channel, thread, text(args, 'status') ?? '');
    return {};
  },

  'assistant.threads.setSuggestedPrompts': ({ workspace }, args) => {
    const place = workspace.conversation(text(args, 'channel_id') ?? '');
    if (place?.kind !== 'im') return loud('channel_not_found', 'channel_id must be a conversation with one person');
    if (args.thread_ts !== undefined)
      return loud('invalid_arguments', 'thread_ts: an agent view has no thread to open');
    const prompts = readPrompts(args);
    if (isRefusal(prompts)) return prompts;
    workspace.setPrompts(place.id, prompts);
    return {};
  },
};

/** A part of a thread; the cursor is the `ts` of the last message before it. */
function page(workspace: Workspace, thread: readonly Message[], limit: number, cursor: string | undefined): object {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) return loud('invalid_limit', 'limit must be 1–1000');
  const after = cursor === undefined ? -1 : thread.findIndex(({ ts }) => ts === cursor);
  if (cursor !== undefined && after === -1) return loud('invalid_cursor', 'cursor was not given by the call before');
  const shown = thread.slice(after + 1, after + 1 + limit);
  const last = shown.at(-1);
  const has_more = last !== undefined && last !== thread.at(-1);
  return {
    messages: shown.map((message) => messagePayload(workspace, message)),
    has_more,
    ...(has_more ? { response_metadata: { next_cursor: last.ts } } : {}),
  };
}
