// Deliveries to the app: each attempt is written in the journal, its acknowledgement may be lost on purpose, and what was
// never acknowledged is told aloud.
import { type Deliver, type Delivery, type Kind, type Reply, withRetries } from './delivery.ts';
import type { Journal } from './journal.ts';
import type { Fields } from './shapes.ts';
import type { Troubles } from './troubles.ts';
import type { Workspace } from './workspace.ts';

export interface Dispatch {
  readonly send: (kind: Kind, payload: Fields) => Promise<Reply>;
  /** The transport from now on. */
  readonly through: (deliver: Deliver) => void;
  /** The last event again, as Slack sends it when it saw no acknowledgement. */
  readonly again: () => Promise<Reply>;
}

export interface DispatchContext {
  readonly workspace: Workspace;
  readonly journal: Journal;
  readonly troubles: Troubles;
  readonly retryDelaysMs: readonly number[];
  /** Aborted when the workspace closes. */
  readonly stopping: AbortSignal;
}

export function createDispatch({ workspace, journal, troubles, retryDelaysMs, stopping }: DispatchContext): Dispatch {
  let deliver: Deliver = () => Promise.resolve({ ok: false, reason: 'connection_failed' });
  let lastEvent: Delivery | undefined;

  const attempt: Deliver = async (delivery) => {
    const { kind, payload } = delivery;
    const end = journal.begin({ direction: 'out', kind, name: nameOf(delivery), body: payload });
    const reply = await deliver(delivery);
    const lost = reply.ok && troubles.losesAck();
    end({ status: lost ? 'lost_ack' : statusOf(reply), ...(reply.ok && { answer: reply.body }) });
    return lost ? { ok: false, reason: 'http_timeout' } : reply;
  };

  return {
    async send(kind, payload) {
      const delivery: Delivery = { kind, payload, attempt: 0 };
      if (kind === 'events_api') lastEvent = delivery;
      const reply = await withRetries(attempt, delivery, retryDelaysMs, stopping);
      if (!reply.ok && !stopping.aborted) workspace.fail(`${why(reply)}: ${inWords(nameOf(delivery))}`);
      return reply;
    },
    through(transport) {
      deliver = transport;
    },
    again() {
      if (lastEvent === undefined) throw new Error('no event has been delivered');
      return attempt({ ...lastEvent, attempt: 1, reason: 'http_timeout' });
    },
  };
}

/** The type of an event or interaction, or the command. */
function nameOf({ payload }: Delivery): string {
  const event = payload.event as { type: string } | undefined;
  return event?.type ?? (payload.command as string | undefined) ?? (payload.type as string);
}

type NotOk = Extract<Reply, { ok: false }>;

function statusOf(reply: Reply): string {
  if (reply.ok) return 'ok';
  return reply.reason === 'http_error' ? `HTTP ${reply.status ?? '?'}` : reply.reason;
}

function why(reply: NotOk): string {
  switch (reply.reason) {
    case 'http_timeout':
      return 'Appen kvitterade inte i tid';
    case 'http_error':
      return `Appen svarade med HTTP ${reply.status ?? 'fel'}`;
    case 'connection_failed':
      return 'Appen gick inte att nå';
  }
}

const WORDS: Readonly<Record<string, string>> = {
  app_home_opened: 'appen öppnad',
  app_mention: 'omnämnande',
  block_actions: 'knapptryckning eller val',
  block_suggestion: 'sökning',
  message: 'direktmeddelande',
  message_action: 'genväg på ett meddelande',
  shortcut: 'genväg',
  view_closed: 'stängd dialogruta',
  view_submission: 'formulär',
};

function inWords(name: string): string {
  const words = WORDS[name];
  return words === undefined ? name : `${words} (${name})`;
}
