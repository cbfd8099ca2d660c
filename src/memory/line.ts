// A line of the memory's file, read strictly: what is not exactly a note of ours is none.
import { FEEDBACK_REASONS, type Gap, type Note } from '../memory.ts';

export interface ReadNotes {
  readonly notes: readonly Note[];
  /** How many lines are something else: half a line from a crash, or another program's. */
  readonly foreign: number;
}

/** The notes of a whole file, oldest first. */
export function readNotes(text: string): ReadNotes {
  const lines = text.split('\n').filter((line) => line !== '');
  const notes = lines.flatMap((line) => readNote(line) ?? []);
  return { notes, foreign: lines.length - notes.length };
}

/** The day of a line that begins as one of ours, also where a crash broke it: that too is kept no longer than was promised. */
export function dayIn(line: string): string | undefined {
  return /^\{"kind":"[a-z]+","day":"(\d{4}-\d{2}-\d{2})"/u.exec(line)?.[1];
}

type Check = (value: unknown) => boolean;
/** A check for every key that a note may have, so that a new one cannot be forgotten here. */
type Checks<T> = { readonly [K in keyof Required<T>]: Check };

const isText =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const orAbsent =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const oneOf = (...values: readonly unknown[]): Check => values.includes.bind(values);

const isDay = isText(/^\d{4}-\d{2}-\d{2}$/u);
const isEntry = isText(/^[a-z0-9/-]{1,200}$/u);

const WHYS: Readonly<Record<Gap['why'], true>> = {
  declined: true,
  'asked back': true,
  'thumbs down': true,
  'asked a human': true,
};

const CHECKS: { readonly [K in Note['kind']]: Checks<Extract<Note, { kind: K }>> } = {
  answered: { kind: oneOf('answered'), day: isDay, entry: isEntry },
  thanks: { kind: oneOf('thanks'), day: isDay, entry: isEntry },
  digest: { kind: oneOf('digest'), day: isDay },
  gap: {
    kind: oneOf('gap'),
    day: isDay,
    why: oneOf(...Object.keys(WHYS)),
    area: orAbsent(isText(/^[a-z0-9-]{1,100}$/u)),
    entry: orAbsent(isEntry),
    words: (value) => Array.isArray(value) && value.length <= 20 && value.every(isText(/^\S{1,60}$/u)),
    reason: orAbsent(oneOf(...FEEDBACK_REASONS)),
    line: orAbsent(isText(/^[^\n]{1,200}$/u)),
  },
};

function readNote(line: string): Note | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isNote(value) ? value : undefined;
}

function isNote(value: unknown): value is Note {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  const checks = Object.entries(CHECKS).find(([kind]) => kind === value.kind)?.[1];
  if (checks === undefined) return false;
  const given = new Map(Object.entries(value));
  return (
    [...given.keys()].every((key) => Object.hasOwn(checks, key)) &&
    Object.entries<Check>(checks).every(([key, check]) => check(given.get(key)))
  );
}
