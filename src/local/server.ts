// The local workspace over HTTP, on the loopback address alone: the Web API and response_url for the app, and the page
// with its few routes for the person. Another site in the same browser can reach neither.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readPageFile } from './files.ts';
import { type Fields, isFields } from './shapes.ts';

export interface Routes {
  readonly api: (method: string, args: Fields, token: string | undefined) => Promise<Answer>;
  readonly response: (id: string, body: unknown) => Answer;
  /** An act of the person at the page, and what they are answered; a rejected promise is told to them. */
  readonly act: (name: string, input: Fields) => Promise<Fields | undefined>;
  /** As the person with this id sees it. */
  readonly snapshot: (as: string | undefined) => unknown;
  /** The entries newer than the one with this id. */
  readonly journal: (after: number) => readonly object[];
  readonly onChange: (listener: () => void) => () => void;
  readonly fail: (text: string) => void;
}

export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const BODY_LIMIT = 1_000_000;

export async function serve(routes: Routes, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    handle(routes, request, response).catch((error: unknown) => {
      routes.fail(`Den lokala arbetsytan stötte på ett fel: ${String(error)}`);
      if (!response.headersSent) send(response, 500, { ok: false, error: 'internal_error' });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function handle(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const host = request.headers.host ?? '';
  // A name that someone else points at 127.0.0.1 (DNS rebinding) is not us.
  if (!/^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(host)) {
    send(response, 403, { ok: false, error: 'forbidden_host' });
    return;
  }
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const [, area = '', rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(path) ?? [];
  const asked = new URLSearchParams(query);
  const post = request.method === 'POST';
  if (post && area === 'api') await answerApi(routes, rest, request, response);
  else if (post && area === 'response') answer(response, routes.response(rest, await readJson(request)));
  else if (post && area === 'act') await answerAct(routes, rest, host, request, response);
  else if (request.method === 'GET' && area === 'changes')
    stream(routes, asked.get('as') ?? undefined, request, response);
  else if (request.method === 'GET' && area === 'journal')
    send(response, 200, { entries: routes.journal(Number(asked.get('after') ?? 0)) });
  else if (request.method === 'GET') await answerFile(routes, area === 'page' ? rest : area, response);
  else send(response, 404, { ok: false, error: 'not_found' });
}

async function answerApi(
  routes: Routes,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  const json = request.headers['content-type']?.includes('json') === true;
  const sent: unknown = json ? tryJson(body) : Object.fromEntries(new URLSearchParams(body));
  const args = isFields(sent) ? sent : {};
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? (typeof args.token === 'string' ? args.token : undefined);
  answer(response, await routes.api(method, args, token));
}

async function answerAct(
  routes: Routes,
  name: string,
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (request.headers.origin !== `http://${host}`) {
    send(response, 403, { ok: false, error: 'forbidden_origin' });
    return;
  }
  const input = await readJson(request);
  try {
    const answer = await routes.act(name, isFields(input) ? input : {});
    send(response, 200, { ok: true, ...answer });
  } catch (error) {
    send(response, 400, { ok: false, error: error instanceof Error ? error.message : String(error) });
  }
}

async function answerFile(routes: Routes, name: string, response: ServerResponse): Promise<void> {
  const file = await readPageFile(name === '' ? 'index.html' : name);
  if (file === undefined) {
    if (name.endsWith('.js')) routes.fail('Sidans program är inte byggt. Kör «npm run build» och ladda om sidan.');
    send(response, 404, { ok: false, error: 'not_found' });
    return;
  }
  response.writeHead(200, { ...HEADERS, 'Content-Type': file.type }).end(file.content);
}

/** Server-sent events: the whole snapshot now, and again after every change. */
function stream(routes: Routes, as: string | undefined, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream', Connection: 'keep-alive' });
  let due = false;
  const write = () => {
    due = false;
    response.write(`data: ${JSON.stringify(routes.snapshot(as))}\n\n`);
  };
  const stop = routes.onChange(() => {
    if (!due) setImmediate(write);
    due = true;
  });
  request.on('close', stop);
  write();
}

const HEADERS = {
  'Content-Security-Policy': "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

function answer(response: ServerResponse, { status, body, headers }: Answer): void {
  send(response, status, body, headers);
}

function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...HEADERS, ...headers, 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  return tryJson(await readBody(request));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new Error('request body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
