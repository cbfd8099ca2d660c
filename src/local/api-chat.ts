// chat.*: what the app posts, changes and takes away.
import { loud, type Methods, quiet, text } from './method.ts';
import { isRefusal, readContent, type Refusal } from './received.ts';
import type { Fields } from './shapes.ts';
import { postAsApp, readThread } from './threads.ts';
import type { Message, Workspace } from './workspace.ts';
import { messagePayload } from './written.ts';

export const CHAT: Methods = {
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
};

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
