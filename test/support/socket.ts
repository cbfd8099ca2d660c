// Socket Mode for the stand-in: a WebSocket server that Bolt's real SocketModeReceiver connects to.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Deliver, Reply, Standin } from '../../src/local/standin.ts';

export interface SocketMode {
  /** How many connections the app has opened since start. */
  readonly connections: () => number;
  /** Tells the app to come back on a fresh connection, as Slack does every few hours. Bolt waits 5 s before it does. */
  readonly refresh: () => void;
  readonly stop: () => Promise<void>;
}

/** Deliveries of `standin` go over sockets from now on, and apps.connections.open tells where. */
export async function serveSocketMode(standin: Standin, ackMs = 3_000): Promise<SocketMode> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  let connections = 0;
  const waiting = new Map<string, (reply: Reply) => void>();

  server.on('connection', (socket) => {
    connections += 1;
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(textOf(data)) as { envelope_id: string; payload?: object };
      waiting.get(envelope_id)?.({ ok: true, ...(payload === undefined ? {} : { body: { ...payload } }) });
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: server.clients.size }));
  });

  const deliver: Deliver = ({ kind, payload, attempt, reason }) => {
    const socket = [...server.clients].find((client: WebSocket) => client.readyState === client.OPEN);
    if (socket === undefined) return Promise.resolve({ ok: false, reason: 'connection_failed' });
    const envelope_id = randomUUID();
    socket.send(
      JSON.stringify({
        envelope_id,
        type: kind,
        payload,
        accepts_response_payload: kind !== 'events_api',
        ...(kind === 'events_api' ? { retry_attempt: attempt, retry_reason: reason ?? '' } : {}),
      }),
    );
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        settle({ ok: false, reason: 'http_timeout' });
      }, ackMs);
      const settle = (reply: Reply) => {
        clearTimeout(timer);
        waiting.delete(envelope_id);
        resolve(reply);
      };
      waiting.set(envelope_id, settle);
    });
  };
  standin.deliverThrough(deliver, `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`);

  return {
    connections: () => connections,
    refresh() {
      for (const socket of server.clients)
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    async stop() {
      for (const socket of server.clients) socket.terminate();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function textOf(data: RawData): string {
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString('utf8');
}
