// The door of the HTTP mode: Bolt verifies the signature and refuses old requests; we refuse those from the future too.
import type { IncomingMessage } from 'node:http';
import { HTTPReceiver, type Logger } from '@slack/bolt';

/** How far from our clock a request's may be, in either direction. Source: Slack's guide on verifying requests. */
const WINDOW_SECONDS = 300;

export interface ReceiverOptions {
  readonly signingSecret: string;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Whether there is knowledge to answer from. */
  readonly ready: () => boolean;
}

/** Bolt's receiver at `/slack/events`, with `/healthz` and `/readyz`, and 401 for a timestamp outside the window. */
export function httpReceiver({ signingSecret, logger, now, ready }: ReceiverOptions): HTTPReceiver {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
    bodyLimit: '1mb',
    customRoutes: [
      { path: '/healthz', method: 'GET', handler: (_, response) => response.writeHead(200).end('ok') },
      { path: '/readyz', method: 'GET', handler: (_, response) => response.writeHead(ready() ? 200 : 503).end() },
    ],
  });
  // Bolt rejects only the past: a request signed for tomorrow could be kept and sent again until then.
  const listen = receiver.requestListener.bind(receiver);
  receiver.requestListener = (request, response) => {
    if (fromTheFuture(request, now())) response.writeHead(401).end();
    else listen(request, response);
  };
  return receiver;
}

function fromTheFuture(request: IncomingMessage, now: number): boolean {
  const sent = Number(request.headers['x-slack-request-timestamp']);
  return Number.isFinite(sent) && sent - now / 1000 > WINDOW_SECONDS;
}
