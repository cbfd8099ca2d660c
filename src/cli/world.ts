// The world as the command line sees it, and what it tells one who uses it wrongly.
import type { Readable, Writable } from 'node:stream';

/** The world as the command line sees it. */
export interface World {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The environment as the bot itself reads it, with `.env`; `env` unless told. */
  readonly settings?: () => World['env'];
  /** The knowledge folder that comes with the program. */
  readonly folder: string;
  /** Where the index is kept from one start to the next, unless INDEX_CACHE says otherwise; nowhere when there is none. */
  readonly cache?: string;
  /** Today, as `2026-11-22`. */
  readonly today: () => string;
  /** Runs the bot until it is told to stop, and gives the exit code. */
  readonly start: (folders: readonly string[] | undefined) => Promise<ExitCode>;
}

/** 0 fine, 1 problems found, 2 wrong use. */
export type ExitCode = 0 | 1 | 2;

/** What was wrong, and the way to the help. */
export function wrongUse(world: World, fault: string): ExitCode {
  world.stderr.write(`${fault}\nSkriv «sekretesslotsen --hjälp» för att se vad som går.\n`);
  return 2;
}
