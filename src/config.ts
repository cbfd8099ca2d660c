// The environment: what an operator may set, and what is told when it is set wrong. Secrets come from here alone.
import { z } from 'zod';

const setting = (text: string) => z.string({ error: text }).trim().min(1, text);

const channel = (name: string) =>
  setting(`${name} är tom.`).regex(/^[CG][A-Z0-9]+$/u, `${name} ska vara en kanals id, som C012AB3CD.`);

const remembering = z.object({
  MEMORY_FILE: setting('MEMORY_FILE är tom.').optional(),
  MEMORY_DAYS: z.coerce
    .number('MEMORY_DAYS ska vara ett tal.')
    .int('MEMORY_DAYS ska vara ett heltal.')
    .min(1, 'MEMORY_DAYS ska vara 1–730.')
    .max(730, 'MEMORY_DAYS ska vara 1–730.')
    .default(90),
});

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
  ...remembering.shape,
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
  /** Where gaps and thumbs are kept; nothing is written where there is none. */
  readonly memory?: MemoryConfig;
  readonly host: string;
  readonly port: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

export interface MemoryConfig {
  readonly file: string;
  /** How many days a note is kept. */
  readonly days: number;
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

type Env = Readonly<Record<string, string | undefined>>;

/** The configuration, or what is wrong with it, a line in Swedish for each fault. */
export function readConfig(env: Env): { config: Config } | { faults: string[] } {
  const result = environment.safeParse(setIn(env));
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
      ...memoryOf(data),
      host: data.HOST,
      port: data.PORT,
      logLevel: data.LOG_LEVEL,
    },
  };
}

/** Where the memory is, for a command that only reads it and needs none of the keys. */
export function readMemoryConfig(env: Env): { memory?: MemoryConfig } | { faults: string[] } {
  const result = remembering.safeParse(setIn(env));
  return result.success ? memoryOf(result.data) : { faults: result.error.issues.map((issue) => issue.message) };
}

/** "./knowledge, ./lokalt" as folders. */
export function foldersIn(text: string): string[] {
  return listIn(text);
}

/** What is set to nothing is not set. */
function setIn(env: Env): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
}

function memoryOf({ MEMORY_FILE: file, MEMORY_DAYS: days }: z.output<typeof remembering>): { memory?: MemoryConfig } {
  return file === undefined ? {} : { memory: { file, days } };
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
