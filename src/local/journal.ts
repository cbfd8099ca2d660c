// What went between the app and the workspace, the newest last, for the page's inspector. It lives in memory, holds no token
// and forgets the oldest.
import type { JournalEntry } from './page/snapshot.ts';
import { isFields } from './shapes.ts';

export interface Journal {
  /** Begins an entry; called with how it went, it is written. */
  readonly begin: (
    entry: Pick<JournalEntry, 'direction' | 'kind' | 'name' | 'body'>,
  ) => (end: Pick<JournalEntry, 'status' | 'answer'>) => void;
  readonly entries: () => readonly JournalEntry[];
  /** The id of the newest entry, 0 when there is none. */
  readonly newest: () => number;
}

export interface JournalOptions {
  readonly now: () => number;
  /** Texts that never stand in it. */
  readonly secrets: readonly string[];
  readonly changed: () => void;
}

const KEPT = 300;

export function createJournal({ now, secrets, changed }: JournalOptions): Journal {
  let entries: readonly JournalEntry[] = [];
  let newest = 0;
  const clean = (value: unknown) => scrubbed(value, secrets);
  return {
    begin(entry) {
      const began = now();
      const body = clean(entry.body);
      return ({ status, answer }) => {
        newest += 1;
        const written: JournalEntry = {
          ...entry,
          id: newest,
          body,
          status,
          time: new Date(began).toISOString(),
          ms: Math.max(0, Math.round(now() - began)),
          ...(answer === undefined ? {} : { answer: clean(answer) }),
        };
        entries = [...entries, written].slice(-KEPT);
        changed();
      };
    },
    entries: () => entries,
    newest: () => newest,
  };
}

/** A copy without tokens and secrets, in which JSON that came as text is what it says. */
function scrubbed(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') {
    const inside = /^[[{]/.test(value) ? parsed(value) : undefined;
    return inside === undefined ? hidden(value, secrets) : scrubbed(inside, secrets);
  }
  if (Array.isArray(value)) return value.map((each) => scrubbed(each, secrets));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'token')
      .map(([key, each]) => [key, scrubbed(each, secrets)]),
  );
}

/** Whoever has a response_url may answer with it, so it is a secret too. */
function hidden(text: string, secrets: readonly string[]): string {
  return secrets
    .reduce((rest, secret) => rest.replaceAll(secret, '…'), text)
    .replaceAll(/(\/response\/)[\da-f]+/g, '$1…');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
