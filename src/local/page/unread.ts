// Where something has been said that the person at the page has not had before their eyes.
import type { Conversation } from './snapshot.ts';

export interface Unread {
  /** The ids of the conversations with news; `shown` is in view, and what stands in it is seen. */
  readonly look: (
    viewer: string,
    conversations: readonly Conversation[],
    shown: string | undefined,
  ) => readonly string[];
}

export function createUnread(): Unread {
  let who = '';
  const seen = new Map<string, number>();
  return {
    look(viewer, conversations, shown) {
      // What was said before the page was opened, or before one came as this person, is no news.
      const first = viewer !== who;
      who = viewer;
      if (first) seen.clear();
      for (const each of conversations)
        if (first || each.id === shown || !seen.has(each.id)) seen.set(each.id, newestIn(each));
      return conversations.filter((each) => newestIn(each) > (seen.get(each.id) ?? 0)).map(({ id }) => id);
    },
  };
}

/** The time of the last that was said, in threads too. */
function newestIn({ items, threads }: Conversation): number {
  const replies = Object.values(threads).flatMap((thread) => thread.items);
  return Math.max(0, ...[...items, ...replies].map(({ key }) => Number(key)));
}
