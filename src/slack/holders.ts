// Who has just taken a question. The message in the channel says it for good; this settles two presses in one breath, of which
// the second does not see the first in its message yet.

export interface Holders {
  /** Who has it: the one given, unless someone else took it just now. */
  readonly take: (question: string, who: string) => string;
  readonly release: (question: string) => void;
}

/** In memory, each for a minute. */
export function holdersInMemory(now: () => number = Date.now): Holders {
  const held = new Map<string, { readonly who: string; readonly at: number }>();
  return {
    take: (question, who) => {
      for (const [old, { at }] of held) if (now() - at > A_MINUTE) held.delete(old);
      const before = held.get(question);
      if (before !== undefined) return before.who;
      held.set(question, { who, at: now() });
      return who;
    },
    release: (question) => {
      held.delete(question);
    },
  };
}

const A_MINUTE = 60_000;
