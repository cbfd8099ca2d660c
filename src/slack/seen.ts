// What has been answered already: Slack delivers again when it is unsure, and a mention in a direct message comes as two events.

/** Remembers that something was dealt with. */
export interface Seen {
  /** `true` the first time a key is given, `false` for as long as it is remembered. */
  firstTime(key: string): boolean;
  /** Makes the next time the first again: what was begun did not succeed. */
  forget(key: string): void;
}

/** In memory, bounded both in number and in time. Slack's last retry comes five minutes after the first delivery. */
export function seenInMemory({ most = 10_000, minutes = 15, now = Date.now } = {}): Seen {
  const seen = new Map<string, number>();
  return {
    firstTime: (key) => {
      const time = now();
      for (const [old, at] of seen) {
        if (time - at < minutes * 60_000 && seen.size < most) break;
        seen.delete(old);
      }
      if (seen.has(key)) return false;
      seen.set(key, time);
      return true;
    },
    forget: (key) => void seen.delete(key),
  };
}
