// The Bolt app: it listens, asks the one road for an answer, and shows it. Whatever fails, the person gets an apology and the
// log a line without the question.
import { App, SocketModeReceiver, type Receiver } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Problem } from '../knowledge/problem.ts';
import { memoryInRam, type Memory } from '../memory.ts';
import { listenForButtons } from './buttons.ts';
import { listenForCommands } from './commands.ts';
import { listenForFeedback } from './feedback.ts';
import type { SlackMessage } from '../render/slack.ts';
import { listenForForm } from './form.ts';
import { listenForHandovers } from './handover.ts';
import { listenForHome } from './home.ts';
import { listenForLookup } from './lookup.ts';
import type { Desk, People } from './desk.ts';
import { startDigest } from './digest.ts';
import { boltLogger, describeError } from './log.ts';
import { listenForMessages } from './messages.ts';
import { noticesOf } from './notices.ts';
import { patient } from './patience.ts';
import { httpReceiver } from './receiver.ts';
import { listenForReplies } from './replies.ts';
import { seenInMemory, type Seen } from './seen.ts';
import { listenForShortcuts } from './shortcuts.ts';

export interface SlackOptions {
  readonly botToken: string;
  readonly connection: HttpConnection | SocketConnection;
  /** The knowledge to answer from, asked for anew for every question. */
  readonly knowledge: () => Knowledge;
  /** What is wrong in the folder now; nothing unless told. */
  readonly problems?: () => readonly Problem[];
  /** The day to answer for, as `2026-11-22`. */
  readonly today: () => string;
  readonly log: Logger;
  readonly seen?: Seen;
  /** Gone at the end of the program unless told. */
  readonly memory?: Memory;
  readonly people?: People;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Where the Web API is; Slack's own unless told otherwise. */
  readonly slackApiUrl?: string;
}

export interface HttpConnection {
  readonly mode: 'http';
  readonly signingSecret: string;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
}

export interface SocketConnection {
  readonly mode: 'socket';
  readonly appToken: string;
}

export interface RunningApp {
  /** Where Slack is to send its requests, in HTTP mode. */
  readonly address?: string;
  /** Tells the admins, where they have a channel, what a reload of the knowledge has led to. Never rejects. */
  reloaded(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the app and resolves when it listens. Rejects when Slack is out of reach, a token is refused or the port is taken. */
export async function startSlackApp(options: SlackOptions): Promise<RunningApp> {
  const { botToken, connection, knowledge, today, log } = options;
  const logger = boltLogger(log);
  // An answer half an hour late is worse than an apology now, so no call is queued for long. Socket Mode would otherwise set
  // a hundred retries for every client of the process.
  const clientOptions = {
    fetch: patient(),
    retryConfig: { retries: 2 },
    rejectRateLimitedCalls: true,
    ...(options.slackApiUrl === undefined ? {} : { slackApiUrl: options.slackApiUrl }),
  };
  const receiver: Receiver =
    connection.mode === 'http'
      ? httpReceiver({
          signingSecret: connection.signingSecret,
          logger,
          now: options.now ?? Date.now,
          ready: () => knowledge().entries.length > 0,
        })
      : new SocketModeReceiver({ appToken: connection.appToken, logger, installerOptions: { clientOptions } });
  // The token is verified by init(), where a refusal can be caught; the constructor would verify it in the background.
  const app = new App({ token: botToken, receiver, clientOptions, logger, deferInitialization: true });
  await app.init();
  const desk: Desk = {
    knowledge,
    problems: options.problems ?? (() => []),
    today,
    log,
    seen: options.seen ?? seenInMemory(),
    memory: options.memory ?? memoryInRam(),
    people: options.people ?? { admins: [] },
  };
  listenForMessages(app, desk);
  listenForCommands(app, desk);
  listenForButtons(app, desk);
  listenForForm(app, desk);
  listenForFeedback(app, desk);
  listenForHandovers(app, desk);
  listenForReplies(app, desk);
  listenForHome(app, desk);
  listenForLookup(app, desk);
  listenForShortcuts(app, desk);
  app.error((error) => {
    log.error(describeError(error), 'a listener failed');
    return Promise.resolve();
  });
  const running = (): Pick<RunningApp, 'reloaded' | 'stop'> => {
    const admins = tellAdmins(app, desk, options.now ?? Date.now);
    return {
      reloaded: admins.reloaded,
      stop: async () => {
        admins.stop();
        await app.stop();
      },
    };
  };
  if (connection.mode === 'socket') {
    await app.start();
    return running();
  }
  const server = await app.start({ host: connection.host, port: connection.port });
  const bound = 'address' in server ? server.address() : null;
  const port = bound !== null && typeof bound === 'object' ? bound.port : connection.port;
  return { address: `http://${connection.host}:${port}/slack/events`, ...running() };
}

/** The weekly digest and the notices; nothing where the admins have no channel. */
function tellAdmins(app: App, desk: Desk, now: () => number) {
  const { adminChannel: channel } = desk.people;
  if (channel === undefined) return { reloaded: () => Promise.resolve(), stop: () => undefined };
  const post = async (message: SlackMessage) => {
    await app.client.chat.postMessage({ channel, ...message, unfurl_links: false, unfurl_media: false });
  };
  return { reloaded: noticesOf(desk, post), stop: startDigest(desk, post, now) };
}
