// What the address says is shown: #/hem for the app's Home, #/CONVERSATION/THREAD for what is said. So reload and the
// browser's back button work.
import type { Conversation } from './snapshot.ts';

export interface Shown {
  readonly conversation: Conversation;
  readonly thread: string | undefined;
  /** Home, in the app's own place, in front of the conversation with it. */
  readonly home: boolean;
}

export const HOME = '#/hem';

export function addressOf(conversation: string, thread?: string): string {
  return thread === undefined ? `#/${conversation}` : `#/${conversation}/${thread}`;
}

/** The conversation with the app where the address names none that is here. */
export function shownOf(conversations: readonly Conversation[]): Shown | undefined {
  const [, id, thread] = location.hash.split('/');
  const named = conversations.find((each) => each.id === id);
  const conversation = named ?? conversations.find(({ kind }) => kind === 'im');
  if (conversation === undefined) return undefined;
  return {
    conversation,
    thread: thread !== undefined && thread in conversation.threads ? thread : undefined,
    home: location.hash === HOME,
  };
}
