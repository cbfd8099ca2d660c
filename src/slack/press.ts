// Where a button was pressed: in which thread, before whose eyes, and how the one who pressed it is told something there.
import type { BlockAction, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { plainMessage, type Audience } from '../render/slack.ts';

/** What Slack tells of the message that the button stands in. */
export type Place = Pick<BlockAction, 'message' | 'container' | 'channel'>;

/** The thread of a message that others see too; for one that is private to the asker Slack tells only its container's. */
export function threadOf({ message, container }: Place): { thread_ts?: string } {
  const thread: unknown = message?.thread_ts ?? container.thread_ts;
  return typeof thread === 'string' ? { thread_ts: thread } : {};
}

/** Who sees the message. In a direct conversation there is nobody else, also where a message is marked as private. */
export function audienceOf({ channel, container }: Place): Audience {
  if (isDirect(channel?.name)) return 'direct';
  return container.is_ephemeral === true ? 'private' : 'everyone';
}

/** Whether the one who pressed began the thread that the message answers. */
export function isAskers({ message, user }: Pick<BlockAction, 'message' | 'user'>): boolean {
  const asker: unknown = message?.parent_user_id;
  return asker === user.id;
}

/** What Slack calls every direct conversation. */
export function isDirect(channelName: string | undefined): boolean {
  return channelName === 'directmessage';
}

/** Tells the message apart from all others. */
export function messageKey({ channel, container }: Place): string {
  const ts: unknown = container.message_ts;
  return `${channel?.id ?? ''}:${typeof ts === 'string' ? ts : ''}`;
}

/** Says something to the one who pressed, and to nobody else, where the message stands. */
export function privately(respond: RespondFn, place: Place): (markdown: string) => Promise<unknown> {
  return (markdown) =>
    respond({ response_type: 'ephemeral', replace_original: false, ...threadOf(place), ...plainMessage(markdown) });
}

/** As `tell`, or in the person's own conversation with the bot where that does not come through: whoever acted is answered. */
export function orDirectly(
  tell: (markdown: string) => Promise<unknown>,
  client: WebClient,
  user: string,
): (markdown: string) => Promise<unknown> {
  return (markdown) =>
    tell(markdown).catch(() => client.chat.postMessage({ channel: user, ...plainMessage(markdown) }));
}
