// The editors' pages over HTTP, on the loopback address alone: read only, nothing from elsewhere. The folders are read again
// whenever they change, and pages that are open are loaded again; with problems the last good pages stay, and say so.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Problem } from '../knowledge/problem.ts';
import { openStore, type KnowledgeStore } from '../knowledge/store.ts';
import { problemsPage } from '../render/editor-pages.ts';
import { ICON, RELOAD, STYLE } from '../render/visa-style.ts';
import { createSite, type Site } from './site.ts';

export interface EditorsOptions {
  /** The knowledge folders, the base first. */
  readonly folders: readonly string[];
  /** 0 for any that is free. */
  readonly port: number;
  readonly today: () => string;
}

export interface Editors {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Where the pages are unless another port is asked for. */
export const EDITORS_PORT = 3999;

/** Serves the pages until told to stop; the fault is one that a person can mend. */
export async function serveEditors(options: EditorsOptions): Promise<Editors | { readonly fault: string }> {
  const folder = followFolder(options);
  const server = createServer((request, response) => {
    answer(folder, request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, 500, 'text/plain', `Något gick fel: ${String(error)}`);
      response.end();
    });
  });
  const fault = await listen(server, options.port);
  if (fault !== undefined) return { fault };
  await folder.open();
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      await folder.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

// ---- the folder -------------------------------------------------------------------------------------------------

interface Folder {
  readonly open: () => Promise<void>;
  readonly site: () => Site | undefined;
  readonly problems: () => readonly Problem[];
  /** Calls the listener after each reading; gives the way to stop. */
  readonly onRead: (listener: () => void) => () => void;
  readonly close: () => Promise<void>;
}

/** The pages of the folder as it was when it last had no problems, and the problems that it has now. */
function followFolder({ folders, today }: EditorsOptions): Folder {
  let store: KnowledgeStore | undefined;
  let site: { readonly of: object; readonly day: string; readonly pages: Site } | undefined;
  let problems: readonly Problem[] = [];
  let opening: Promise<void> | undefined;
  let stopWatching = () => Promise.resolve();
  let closed = false;
  const listeners = new Set<() => void>();

  const current = (): Site | undefined => {
    if (store === undefined) return undefined;
    const knowledge = store.current();
    const day = today();
    if (site?.of !== knowledge || site.day !== day) {
      const pages = createSite(knowledge, day);
      site = { of: knowledge, day, pages };
      void pages.assess(() => closed || site?.pages !== pages);
    }
    return site.pages;
  };
  const read = async () => {
    const opened = await openStore(...folders);
    if ('problems' in opened) {
      problems = opened.problems;
      return;
    }
    ({ store } = opened);
    problems = [];
    stopWatching = store.watch((reload) => {
      problems = reload.ok ? [] : reload.problems;
      current();
      for (const listener of listeners) listener();
    });
    current();
  };
  return {
    // Until a first good reading there is nothing to watch from: each visit is an occasion to read again.
    open: async () => {
      if (store !== undefined) return;
      opening ??= read().finally(() => {
        opening = undefined;
      });
      await opening;
    },
    site: current,
    problems: () => problems,
    onRead: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => {
      closed = true;
      return stopWatching();
    },
  };
}

// ---- HTTP -------------------------------------------------------------------------------------------------------

async function answer(folder: Folder, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A name that someone else points at 127.0.0.1 (DNS rebinding) is not us.
  if (!/^(?:localhost|127\.0\.0\.1)(?::\d+)?$/u.test(request.headers.host ?? '')) {
    send(response, 403, 'text/plain', 'Sidorna nås bara på den här datorn.');
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    send(response, 405, 'text/plain', 'Sidorna går bara att läsa.');
    return;
  }
  const [path, query] = splitOnce(request.url ?? '/', '?');
  const asset = ASSETS[path];
  if (asset !== undefined) {
    send(response, 200, asset.type, asset.text);
    return;
  }
  if (path === '/handelser') {
    tellOfReadings(folder, response);
    return;
  }
  await folder.open();
  const site = folder.site();
  const page = site?.answerPage(path);
  if (page !== undefined) {
    send(response, 200, 'text/html', page, ANSWER_PAGE);
    return;
  }
  if (site === undefined) {
    send(response, 503, 'text/html', problemsPage(folder.problems(), undefined));
    return;
  }
  const { html, found } = site.page(path, query, folder.problems());
  send(response, found ? 200 : 404, 'text/html', html);
}

const ASSETS: Readonly<Record<string, { readonly type: string; readonly text: string } | undefined>> = {
  '/stil.css': { type: 'text/css', text: STYLE },
  '/uppdatera.js': { type: 'text/javascript', text: RELOAD },
  '/ikon.svg': { type: 'image/svg+xml', text: ICON },
};

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** An answer's page has its style in itself, and stands within the page of its entry. */
const ANSWER_PAGE = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'",
};

/** Server-sent events: one each time the folders have been read, for as long as the page is open. */
function tellOfReadings(folder: Folder, response: ServerResponse): void {
  response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8' });
  response.write('retry: 1000\n\n');
  const stop = folder.onRead(() => response.write('data: read\n\n'));
  response.on('close', stop);
}

/** Node leaves the body out where only the head was asked for. */
function send(response: ServerResponse, status: number, type: string, text: string, more = {}): void {
  response.writeHead(status, {
    ...HEADERS,
    ...more,
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

function splitOnce(text: string, mark: string): [string, string] {
  const index = text.indexOf(mark);
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}

/** Why the port could not be had, in words for the person who chose it. */
async function listen(server: Server, port: number): Promise<string | undefined> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE')
      return `Porten ${port} är upptagen. Stäng det som använder den, eller välj en annan: --port ${port + 1}`;
    if (code === 'EACCES')
      return `Porten ${port} får inte användas av den här användaren. Välj en annan: --port ${EDITORS_PORT}`;
    throw error;
  }
}
