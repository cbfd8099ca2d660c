// trigger_id: the proof that a person just acted, by which the app may open one modal for them within three seconds.
import { randomBytes } from 'node:crypto';

export interface Triggers {
  readonly issue: (user: string) => string;
  /** The person whose act it was; a trigger that is used up or too old is an error code. */
  readonly take: (id: string) => { readonly user: string } | { readonly error: string };
}

const TRIGGER_MS = 3_000;

export function createTriggers(now: () => number): Triggers {
  const issued = new Map<string, { readonly user: string; readonly at: number; used: boolean }>();
  return {
    issue(user) {
      const id = randomBytes(6).toString('hex').toUpperCase();
      issued.set(id, { user, at: now(), used: false });
      return id;
    },
    take(id) {
      const trigger = issued.get(id);
      if (trigger === undefined) return { error: 'invalid_trigger_id' };
      if (trigger.used) return { error: 'exchanged_trigger_id' };
      if (now() - trigger.at > TRIGGER_MS) return { error: 'expired_trigger_id' };
      trigger.used = true;
      return { user: trigger.user };
    },
  };
}
