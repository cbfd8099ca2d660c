// Trouble on purpose, switched on while the workspace runs: what an app must bear from Slack, to be seen and tested.
import type { Trouble } from './page/snapshot.ts';
import type { Fields } from './shapes.ts';

export interface Troubles {
  /** In place of what is on; undefined switches it off. */
  readonly set: (trouble: Trouble | undefined) => void;
  readonly current: () => Trouble | undefined;
  /** What befalls this call of the Web API; counts. */
  readonly ofCall: (method: string) => CallTrouble | undefined;
  /** Whether the acknowledgement of this delivery is lost; counts. */
  readonly losesAck: () => boolean;
}

type CallTrouble = Exclude<Trouble, { readonly kind: 'lostAck' }>;

export function createTroubles(changed: () => void): Troubles {
  let current: Trouble | undefined;
  const count = ({ times, ...rest }: Trouble) => {
    current = times > 1 ? { ...rest, times: times - 1 } : undefined;
    changed();
  };
  return {
    set(trouble) {
      current = trouble;
      changed();
    },
    current: () => current,
    ofCall(method) {
      const trouble = current;
      if (trouble === undefined || trouble.kind === 'lostAck') return undefined;
      if (trouble.method !== undefined && trouble.method !== method) return undefined;
      count(trouble);
      return trouble;
    },
    losesAck() {
      if (current?.kind !== 'lostAck') return false;
      count(current);
      return true;
    },
  };
}

/** As the page asks for it; rejects, in words for the person, what cannot be switched on. */
export function readTrouble(input: Fields): Trouble | undefined {
  const number = (key: string, least: number): number => {
    const value = Number(input[key] ?? least);
    if (!Number.isInteger(value) || value < least) throw new Error(`${key} ska vara ett heltal, minst ${least}`);
    return value;
  };
  const method = typeof input.method === 'string' && input.method !== '' ? { method: input.method } : {};
  switch (input.kind) {
    case 'none':
      return undefined;
    case 'lostAck':
      return { kind: 'lostAck', times: number('times', 1) };
    case 'ratelimited':
      return { kind: 'ratelimited', times: number('times', 1), retryAfter: number('retryAfter', 1), ...method };
    case 'error': {
      const error = typeof input.error === 'string' && input.error !== '' ? input.error : 'internal_error';
      return { kind: 'error', times: number('times', 1), error, ...method };
    }
    case 'status':
      return { kind: 'status', times: number('times', 1), status: number('status', 500), ...method };
    case 'slow':
      return { kind: 'slow', times: number('times', 1), ms: number('ms', 1), ...method };
    default:
      throw new Error(`Okänt fel: ${String(input.kind)}`);
  }
}
