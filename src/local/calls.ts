// A call of the Web API as it comes over HTTP: it may go wrong on purpose, and is written in the journal.
import { setTimeout as wait } from 'node:timers/promises';
import { type ApiAnswer, callApi } from './api.ts';
import type { Journal } from './journal.ts';
import type { ApiContext } from './method.ts';
import type { Trouble } from './page/snapshot.ts';
import type { Answer } from './server.ts';
import type { Fields } from './shapes.ts';
import type { Troubles } from './troubles.ts';

/** How a call of the Web API is to fail: an error code, a rate limit (seconds), or a bare HTTP status. */
export type Fault = { readonly error: string } | { readonly retryAfter: number } | { readonly status: number };

export interface CallContext extends ApiContext {
  readonly journal: Journal;
  readonly troubles: Troubles;
  /** Asked before every call; undefined lets it through. */
  readonly fault: (method: string, args: Fields) => Fault | undefined;
  /** Aborted when the workspace closes. */
  readonly stopping: AbortSignal;
}

export async function answerCall(
  context: CallContext,
  method: string,
  args: Fields,
  token: string | undefined,
): Promise<Answer> {
  const end = context.journal.begin({ direction: 'in', kind: 'api', name: method, body: args });
  const trouble = context.troubles.ofCall(method);
  if (trouble?.kind === 'slow') await wait(trouble.ms, undefined, { signal: context.stopping }).catch(() => undefined);
  const fault = context.fault(method, args) ?? faultOf(trouble);
  const answer = asHttp(fault ?? callApi(context, method, args, token));
  end({ status: statusOf(answer), answer: answer.body });
  return answer;
}

function faultOf(trouble: Trouble | undefined): Fault | undefined {
  switch (trouble?.kind) {
    case 'ratelimited':
      return { retryAfter: trouble.retryAfter };
    case 'error':
      return { error: trouble.error };
    case 'status':
      return { status: trouble.status };
    case 'slow':
    case 'lostAck':
    case undefined:
      return undefined;
  }
}

function asHttp(answer: Fault | ApiAnswer): Answer {
  if ('ok' in answer) return { status: 200, body: answer };
  if ('retryAfter' in answer) {
    const headers = { 'Retry-After': String(answer.retryAfter) };
    return { status: 429, headers, body: { ok: false, error: 'ratelimited' } };
  }
  if ('error' in answer) return { status: 200, body: { ok: false, error: answer.error } };
  return { status: answer.status, body: {} };
}

function statusOf({ status, body }: Answer): string {
  if ('error' in body) return String(body.error);
  return status === 200 ? 'ok' : `HTTP ${status}`;
}
