// The bot as it runs, before a stand-in for Slack, with its log in memory.
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { startStandin, type Message, type Standin, type StandinOptions } from '../../src/local/standin.ts';
import { startSlackApp, type RunningApp, type SlackOptions } from '../../src/slack/app.ts';
import { COMMANDS, SHORTCUTS } from '../../src/render/ways-in.ts';
import { serveSocketMode } from './socket.ts';
import { DAY } from './knowledge.ts';

export interface Bot {
  readonly slack: Standin;
  readonly app: RunningApp;
  /** Everything that the bot has logged, as text. */
  readonly log: () => string;
  /** What the bot has posted in a conversation, as the person sees it. */
  readonly posts: (channel: string) => readonly Message[];
  /** Waits for the bot's n:th post in a conversation. */
  readonly post: (channel: string, n?: number) => Promise<Message>;
}

export async function startBot(
  mode: 'http' | 'socket',
  knowledge: () => Knowledge,
  options: Partial<StandinOptions> = {},
  own: Partial<SlackOptions> = {},
): Promise<Bot> {
  const lines: string[] = [];
  const slack = await startStandin({ commands: COMMANDS, shortcuts: SHORTCUTS, retryDelaysMs: [20], ...options });
  const socket = mode === 'socket' ? await serveSocketMode(slack) : undefined;
  const app = await startSlackApp({
    botToken: slack.botToken,
    connection:
      mode === 'socket'
        ? { mode, appToken: slack.appToken }
        : { mode, signingSecret: slack.signingSecret, host: '127.0.0.1', port: 0 },
    knowledge,
    today: () => DAY,
    log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
    slackApiUrl: slack.apiUrl,
    ...own,
  });
  if (app.address !== undefined) slack.deliverTo(app.address);
  onTestFinished(async () => {
    await app.stop();
    await socket?.stop();
    await slack.stop();
  });
  const posts = (channel: string) => slack.messages(channel, slack.personId).filter(({ bot }) => bot);
  return {
    slack,
    app,
    log: () => lines.join(''),
    posts,
    post: (channel, n = 1) => slack.until(() => posts(channel)[n - 1]),
  };
}
