#!/usr/bin/env node
// Puts the house together: the command line, the knowledge, and the bot in Slack or in the local workspace.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pino, type Logger } from 'pino';
import { suggestedEntries } from './answer/overview.ts';
import { runCli } from './cli.ts';
import { keptIn } from './cli/kept.ts';
import type { ExitCode } from './cli/world.ts';
import { readConfig, type Config } from './config.ts';
import { printProblems } from './knowledge/problem.ts';
import { openStore, type KnowledgeStore } from './knowledge/store.ts';
import { startStandin } from './local/standin.ts';
import { memoryInRam, type Memory } from './memory.ts';
import { memoryInFile } from './memory/file.ts';
import { prepare } from './search/search.ts';
import { startSlackApp, type RunningApp } from './slack/app.ts';
import { COMMANDS, SHORTCUTS } from './render/ways-in.ts';
import { describeError } from './slack/log.ts';

const OWN_FOLDER = fileURLToPath(new URL('../knowledge', import.meta.url));
const OWN_CACHE = fileURLToPath(new URL('../.cache', import.meta.url));

/** The channels of the local workspace: one for all, one where people answer, one for those who look after the bot. */
const LOCAL = { everyone: 'allmänt', humans: 'fråga-jurist', admins: 'boten' };

/** The day in Sweden, whatever the clock of the machine is set to. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
}

/** The environment, with what stands in `.env` where it says nothing. */
function settings(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

async function start(folders: readonly string[] | undefined): Promise<ExitCode> {
  const read = readConfig(settings());
  if ('faults' in read) {
    process.stderr.write(`${read.faults.join('\n')}\nSe .env.example.\n`);
    return 2;
  }
  const { config } = read;
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const opened = await openStore(...(folders ?? config.folders ?? [OWN_FOLDER]));
  if ('problems' in opened) {
    process.stderr.write(`Kunskapsmappen har fel, så boten startar inte.\n\n${printProblems(opened.problems)}\n`);
    return 1;
  }
  prepare(opened.store.current(), today(), keptIn(config.indexCache ?? OWN_CACHE));
  let app;
  try {
    app = await connect(config, opened.store, log);
  } catch (error) {
    process.stderr.write(`${startFault(error)}\n`);
    return 1;
  }
  const stopWatching = followChanges(opened.store, log, () => app.reloaded());
  await untilTold();
  await app.stop();
  await stopWatching();
  return 0;
}

/** Connects to Slack, or opens the local workspace. */
async function connect(
  { slack, host, port, people, memory }: Config,
  store: KnowledgeStore,
  log: Logger,
): Promise<Pick<RunningApp, 'reloaded' | 'stop'>> {
  const common = {
    knowledge: () => store.current(),
    problems: () => store.problems(),
    today,
    log,
    people,
    memory: remembering(memory, log),
  };
  switch (slack.mode) {
    case 'http': {
      const { signingSecret, botToken } = slack;
      const app = await startSlackApp({ ...common, botToken, connection: { mode: 'http', signingSecret, host, port } });
      log.info({ address: app.address }, 'listening for Slack');
      return app;
    }
    case 'socket': {
      const { appToken, botToken } = slack;
      const app = await startSlackApp({ ...common, botToken, connection: { mode: 'socket', appToken } });
      log.info('connected to Slack by Socket Mode');
      return app;
    }
    case 'local': {
      // What the empty page offers to try.
      const examples = suggestedEntries(store.current(), today(), [], 3).map(({ question }) => question);
      const standin = await startStandin({
        port,
        commands: COMMANDS,
        shortcuts: SHORTCUTS,
        examples,
        channels: [LOCAL.everyone, LOCAL.humans, LOCAL.admins],
      });
      const { botToken, signingSecret, apiUrl } = standin;
      const app = await startSlackApp({
        ...common,
        people: {
          humanChannel: standin.channelNamed(LOCAL.humans),
          adminChannel: standin.channelNamed(LOCAL.admins),
          admins: [standin.personId],
        },
        log: log.child({}, { level: 'warn' }),
        botToken,
        slackApiUrl: apiUrl,
        connection: { mode: 'http', signingSecret, host: '127.0.0.1', port: 0 },
      });
      if (app.address !== undefined) standin.deliverTo(app.address);
      process.stdout.write(
        `Sekretesslotsen svarar i en lokal arbetsyta, utan Slack:\n\n  ${standin.url}\n\nAvsluta med Ctrl+C.\n`,
      );
      return {
        reloaded: () => app.reloaded(),
        stop: async () => {
          await app.stop();
          await standin.stop();
        },
      };
    }
  }
}

function remembering(memory: Config['memory'], log: Logger): Memory {
  if (memory === undefined) return memoryInRam();
  return memoryInFile(memory.file, memory.days, today, (fault) => {
    log.warn(fault, 'the memory file is not as it should be: what cannot be kept in it is kept until the program ends');
  });
}

/** Every change in the folder is read; with problems the bot goes on with the last good knowledge, and says so. */
function followChanges(store: KnowledgeStore, log: Logger, tellAdmins: () => Promise<void>): () => Promise<void> {
  return store.watch((reload) => {
    void tellAdmins();
    if (reload.ok) {
      prepare(reload.knowledge, today());
      log.info(
        { version: reload.knowledge.version, entries: reload.knowledge.entries.length },
        'the knowledge was read again',
      );
      process.stderr.write(
        `${[`Kunskapsmappen är läst igen: ${reload.knowledge.entries.length} frågor, inga fel.`, ...reload.changes].join('\n  ')}\n`,
      );
      return;
    }
    log.error({ problems: reload.problems.length }, 'the knowledge has problems: going on with the last good');
    process.stderr.write(
      `Kunskapsmappen har fel. Boten svarar vidare med den senaste felfria versionen.\n\n${printProblems(reload.problems)}\n`,
    );
  });
}

function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

// "… | head -1" closes its end when it has had enough: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

/** Why it could not start, for the operator: what they can mend by themselves in words, the rest by its kind. */
function startFault(error: unknown): string {
  const { code, slack, error: kind } = describeError(error);
  if (code === 'EADDRINUSE')
    return 'Porten är upptagen. Stäng det som använder den, eller välj en annan: PORT=3001 npm start';
  if (code === 'EACCES') return 'Porten får inte användas av den här användaren. Välj en annan: PORT=3001 npm start';
  if (slack !== undefined) return `Slack svarade «${slack}». Kontrollera nycklarna i miljön, se .env.example.`;
  if (code === 'slack_webapi_request_error') return 'Slack går inte att nå. Kontrollera nätverket och försök igen.';
  return `Boten kunde inte starta (${[kind, code].filter((part) => part !== undefined).join(', ')}).`;
}

process.exitCode = await runCli(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  folder: OWN_FOLDER,
  cache: OWN_CACHE,
  settings,
  today,
  start,
});
