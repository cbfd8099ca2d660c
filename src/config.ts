// The environment: what an operator may set, and what is told when it is set wrong. Secrets come from here alone.
import { z } from 'zod';

const setting = (text: string) => z.string({ error: text }).trim().min(1, text);

const channel = (name: string) =>
  setting(`${name} är tom.`).regex(/^[CG][A-Z0-9]+$/u, `${name} ska vara en kanals id, som C012AB3CD.`);

const environment = z.object({
  SLACK_BOT_TOKEN: setting('SLACK_BOT_TOKEN saknas.')
    .regex(/^xoxb-/u, 'SLACK_BOT_TOKEN ska börja med xoxb-.')
    .optional(),
  SLACK_SIGNING_SECRET: setting('SLACK_SIGNING_SECRET är tom.').optional(),
  SLACK_APP_TOKEN: setting('SLACK_APP_TOKEN är tom.')
    .regex(/^xapp-/u, 'SLACK_APP_TOKEN ska börja med xapp-.')
    .optional(),
  KNOWLEDGE: setting('KNOWLEDGE är tom.').optional(),
  HUMAN_CHANNEL: channel('HUMAN_CHANNEL').optional(),
  ADMIN_CHANNEL: channel('ADMIN_CHANNEL').optional(),
  ADMINS: setting('ADMINS är tom.')
    .regex(
      /^[UW][A-Z0-9]+(?:\s*,\s*[UW][A-Z0-9]+)*$/u,
      'ADMINS ska vara medlems-id:n med komma emellan, som U012AB3CD.',
    )
    .optional(),
  HOST: setting('HOST är tom.').default('127.0.0.1'),
  PORT: z.coerce
    .number('PORT ska vara ett tal.')
    .int('PORT ska vara ett heltal.')
    .min(0, 'PORT ska vara 0–65535.')
    .max(65_535, 'PORT ska vara 0–65535.')
    .default(3000),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], 'LOG_LEVEL ska vara debug, info, warn eller error.')
    .default('info'),
});

/** How the program is to run. */
export interface Config {
  readonly slack: LocalConfig | HttpConfig | SocketConfig;
  /** The knowledge folders, when others than the one that comes with the program: the base, then local ones on top. */
  readonly folders?: readonly string[];
  /** Where the index is kept from one start to the next; empty where it is not to be. */
  readonly indexCache?: string;
  /** To whom the bot turns, by Slack's ids. */
  readonly people: {
    readonly humanChannel?: string;
    readonly adminChannel?: string;
    readonly admins: readonly string[];
  };
  readonly host: string;
  readonly port: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

interface LocalConfig {
  readonly mode: 'local';
}

interface HttpConfig {
  readonly mode: 'http';
  readonly botToken: string;
  readonly signingSecret: string;
}

interface SocketConfig {
  readonly mode: 'socket';
  readonly botToken: string;
  readonly appToken: string;
}

/** The configuration, or what is wrong with it, a line in Swedish for each fault. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): { config: Config } | { faults: string[] } {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = environment.safeParse(given);
  if (!result.success) return { faults: result.error.issues.map((issue) => issue.message) };
  const { data } = result;
  const slack = connection(data);
  if (typeof slack === 'string') return { faults: [slack] };
  return {
    config: {
      slack,
      ...(data.KNOWLEDGE === undefined ? {} : { folders: foldersIn(data.KNOWLEDGE) }),
      // Set to nothing is said on purpose here: it is kept nowhere.
      ...(env.INDEX_CACHE === undefined ? {} : { indexCache: env.INDEX_CACHE.trim() }),
      people: {
        ...(data.HUMAN_CHANNEL === undefined ? {} : { humanChannel: data.HUMAN_CHANNEL }),
        ...(data.ADMIN_CHANNEL === undefined ? {} : { adminChannel: data.ADMIN_CHANNEL }),
        admins: listIn(data.ADMINS ?? ''),
      },
      host: data.HOST,
      port: data.PORT,
      logLevel: data.LOG_LEVEL,
    },
  };
}

/** "./knowledge, ./lokalt" as folders. */
export function foldersIn(text: string): string[] {
  return listIn(text);
}

function listIn(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function connection(env: z.output<typeof environment>): Config['slack'] | string {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  if (botToken === undefined) {
    if (appToken === undefined && signingSecret === undefined) return { mode: 'local' };
    return 'SLACK_BOT_TOKEN saknas. Sätt den, eller ta bort de andra SLACK-värdena för att köra den lokala arbetsytan.';
  }
  if (appToken !== undefined) return { mode: 'socket', botToken, appToken };
  if (signingSecret !== undefined) return { mode: 'http', botToken, signingSecret };
  return 'Med SLACK_BOT_TOKEN behövs också SLACK_APP_TOKEN (Socket Mode) eller SLACK_SIGNING_SECRET (HTTP).';
}
