// From the workspace to the app: a payload over signed HTTP as Slack sends it, and the retries that Slack makes.
import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fields } from './shapes.ts';

/** Named as Socket Mode names its envelopes. */
export type Kind = 'events_api' | 'slash_commands' | 'interactive';

export type FailureReason = 'http_timeout' | 'http_error' | 'connection_failed';

export interface Delivery {
  readonly kind: Kind;
  readonly payload: Fields;
  /** 0 the first time, then 1 to 3. */
  readonly attempt: number;
  /** Why the attempt before failed. */
  readonly reason?: FailureReason;
}

export type Reply =
  | { readonly ok: true; readonly body?: Fields }
  | { readonly ok: false; readonly reason: FailureReason; readonly status?: number; readonly noRetry?: boolean };

/** A transport: resolves when the app has acknowledged, or has failed to in time. Never rejects. */
export type Deliver = (delivery: Delivery) => Promise<Reply>;

export interface HttpOptions {
  readonly address: string;
  readonly signingSecret: string;
  readonly ackMs: number;
  /** Added to the time in the signature; for tests of stale and future requests. */
  readonly skewSeconds?: number;
}

/** The value of X-Slack-Signature for a body sent at `timestamp` (seconds since 1970). */
export function sign(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

export function overHttp(options: HttpOptions): Deliver {
  return async (delivery) => {
    const body = encode(delivery);
    // The real clock, whatever the workspace's own says: the receiver judges by its own.
    const timestamp = Math.floor(Date.now() / 1000) + (options.skewSeconds ?? 0);
    try {
      const response = await fetch(options.address, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(options.ackMs),
        headers: {
          'Content-Type': delivery.kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
          'X-Slack-Request-Timestamp': String(timestamp),
          'X-Slack-Signature': sign(options.signingSecret, timestamp, body),
          ...(delivery.attempt === 0
            ? {}
            : {
                'X-Slack-Retry-Num': String(delivery.attempt),
                'X-Slack-Retry-Reason': delivery.reason ?? 'unknown_error',
              }),
        },
        body,
      });
      return read(response, await response.text());
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      return { ok: false, reason: late ? 'http_timeout' : 'connection_failed' };
    }
  };
}

/** Slack redelivers events only, after each of `delays` (ms) in turn; a command or a button is given up at once. */
export async function withRetries(
  deliver: Deliver,
  delivery: Delivery,
  delays: readonly number[],
  signal: AbortSignal,
) {
  let reply = await deliver(delivery);
  for (const [index, delay] of delays.entries()) {
    if (reply.ok || reply.noRetry === true || delivery.kind !== 'events_api') return reply;
    try {
      await wait(delay, undefined, { signal });
    } catch {
      return reply;
    }
    reply = await deliver({ ...delivery, attempt: index + 1, reason: reply.reason });
  }
  return reply;
}

function encode({ kind, payload }: Delivery): string {
  switch (kind) {
    case 'events_api':
      return JSON.stringify(payload);
    case 'slash_commands':
      return new URLSearchParams(payload as Record<string, string>).toString();
    case 'interactive':
      return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  }
}

function read(response: Response, text: string): Reply {
  if (!response.ok) {
    const noRetry = response.headers.get('X-Slack-No-Retry') === '1';
    return { ok: false, reason: 'http_error', status: response.status, noRetry };
  }
  if (text === '') return { ok: true };
  try {
    const body: unknown = JSON.parse(text);
    return { ok: true, body: typeof body === 'object' && body !== null ? (body as Fields) : { text } };
  } catch {
    return { ok: true, body: { text } };
  }
}
