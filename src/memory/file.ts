// The memory in a file: a line of JSON for each thing remembered, only ever added to, and what is too old taken out once a day.
// One process writes to it. Where the file cannot be written the bot goes on in RAM.
import {
  appendFileSync,
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { daysAfter } from '../knowledge/days.ts';
import type { Memory, Note } from '../memory.ts';
import { dayIn, readNotes } from './line.ts';

/** What went wrong with the file, once for each kind: the operator is told, the person who asked is not. */
export interface MemoryFault {
  readonly what: 'cannot write' | 'cannot read' | 'foreign lines';
  /** The system's own code, such as `ENOSPC`. */
  readonly code?: string;
  /** How many lines are not ours. */
  readonly lines?: number;
}

/** A memory that outlives the program, of the last `keepDays` days. `today` is the day in Sweden. */
export function memoryInFile(
  file: string,
  keepDays: number,
  today: () => string,
  tell: (fault: MemoryFault) => void,
): Memory {
  const told = new Set<MemoryFault['what']>();
  const tellOnce = (what: MemoryFault['what'], error: unknown) => {
    if (told.has(what)) return;
    told.add(what);
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    tell({ what, ...(code === undefined ? {} : { code }) });
  };
  const attempt = (what: MemoryFault['what'], work: () => void) => {
    try {
      work();
      return true;
    } catch (error) {
      tellOnce(what, error);
      return false;
    }
  };

  let kept: Note[] = [];
  let cleanedOn = '';
  // What a crash left of a line must not take the next one with it.
  let isMidLine = false;
  const firstDay = () => daysAfter(today(), 1 - keepDays);

  const clean = () => {
    cleanedOn = today();
    const first = firstDay();
    kept = kept.filter(({ day }) => day >= first);
    attempt('cannot write', () => {
      if (withoutOld(file, first)) isMidLine = false;
    });
  };
  const daily = () => {
    if (cleanedOn !== today()) clean();
  };

  const isOpen = attempt('cannot write', () => {
    create(file);
  });
  if (isOpen) {
    attempt('cannot write', () => {
      chmodSync(file, OWNER_ONLY);
    });
    attempt('cannot read', () => {
      const text = readFileSync(file, 'utf8');
      const { notes, foreign } = readNotes(text);
      kept = [...notes];
      isMidLine = text !== '' && !text.endsWith('\n');
      if (foreign > 0) tell({ what: 'foreign lines', lines: foreign });
    });
  }
  clean();
  // Also where nobody asks anything for days; it keeps no program alive.
  setInterval(daily, HOUR_MS).unref();

  return {
    lasts: true,
    note: (note) => {
      daily();
      kept.push(note);
      const isWritten = attempt('cannot write', () => {
        appendFileSync(file, `${isMidLine ? '\n' : ''}${JSON.stringify(note)}\n`, { mode: OWNER_ONLY });
      });
      // A full disk may have taken half of it.
      isMidLine = !isWritten;
    },
    notes: (since) => {
      daily();
      return kept.filter(({ day }) => day >= since);
    },
  };
}

const HOUR_MS = 3_600_000;
const OWNER_ONLY = 0o600;

function create(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  closeSync(openSync(file, 'a', OWNER_ONLY));
}

/**
 * Takes the lines before a day out of the file, and says whether there were any. The rest is written whole under another name
 * first, so that a crash loses nothing. Lines that are not ours are left as they are: the file may be another than was meant.
 */
function withoutOld(file: string, first: string): boolean {
  const lines = readFileSync(file, 'utf8').split('\n');
  const rest = lines.filter((line) => line !== '' && (dayIn(line) ?? first) >= first);
  if (rest.length === lines.filter((line) => line !== '').length) return false;
  const half = `${file}.${process.pid}`;
  try {
    const handle = openSync(half, 'w', OWNER_ONLY);
    try {
      writeFileSync(handle, rest.map((line) => `${line}\n`).join(''));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
  return true;
}
