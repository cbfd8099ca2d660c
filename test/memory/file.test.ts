// The memory in a file: what a crash, a foreign line, a full disk and time do to it.
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Note } from '../../src/memory.ts';
import { memoryInFile, type MemoryFault } from '../../src/memory/file.ts';

const DAY = '2026-11-22';
const ANSWERED: Note = { kind: 'answered', day: DAY, entry: 'skola/foto' };
const GAP: Note = {
  kind: 'gap',
  day: DAY,
  why: 'thumbs down',
  area: 'skola',
  entry: 'skola/foto',
  words: ['foto', 'skola'],
  reason: 'unclear',
  line: 'Svaret är svårt att läsa.',
};
const line = (note: object) => `${JSON.stringify(note)}\n`;

describe('a memory in a file', () => {
  it('remembers every kind of note after a restart, in order, for the owner’s eyes only', () => {
    const { file, open } = place('ny/mapp/minne.jsonl');
    const all: Note[] = [
      ANSWERED,
      GAP,
      { kind: 'thanks', day: DAY, entry: 'skola/foto' },
      { kind: 'digest', day: DAY },
      { kind: 'gap', day: DAY, why: 'declined', words: [] },
    ];
    const first = open();
    for (const note of all) first.note(note);
    expect(first.notes(DAY)).toEqual(all);
    expect(open().notes('2026-11-01')).toEqual(all);
    expect(open().notes('2026-11-23')).toEqual([]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('closes a file that others could read', () => {
    const { file, open } = place();
    writeFileSync(file, line(ANSWERED));
    chmodSync(file, 0o644);
    open();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('goes on after a crash in the middle of a line', () => {
    const { file, open, faults } = place();
    writeFileSync(file, `${line(ANSWERED)}{"kind":"gap","day":"2026-11-22","why":"decl`);
    const memory = open();
    expect(memory.notes(DAY)).toEqual([ANSWERED]);
    expect(faults).toEqual([{ what: 'foreign lines', lines: 1 }]);
    memory.note(GAP);
    memory.note(ANSWERED);
    expect(open().notes(DAY)).toEqual([ANSWERED, GAP, ANSWERED]);
  });

  it.each([
    ['no JSON', 'hej'],
    ['no object', '[1]\n3\nnull'],
    ['a note with more in it', JSON.stringify({ ...ANSWERED, user: 'U0ANNA' })],
    ['a note with less in it', JSON.stringify({ kind: 'answered', day: DAY })],
    ['a kind that is none', JSON.stringify({ ...ANSWERED, kind: 'asked' })],
    ['a kind that every object has', JSON.stringify({ ...ANSWERED, kind: 'constructor' })],
    ['a reason that is none', JSON.stringify({ ...GAP, reason: 'bad' })],
    ['words that are a sentence', JSON.stringify({ ...GAP, words: ['får Lisa bo här'] })],
    ['a day that is none', JSON.stringify({ ...ANSWERED, day: 'igår' })],
  ])('skips and counts %s, and leaves it in the file', (_, foreign) => {
    const { file, open, faults } = place();
    writeFileSync(file, `${foreign}\n${line(ANSWERED)}`);
    const memory = open();
    expect(memory.notes('2000-01-01')).toEqual([ANSWERED]);
    expect(faults).toEqual([{ what: 'foreign lines', lines: foreign.split('\n').length }]);
    memory.note(GAP);
    expect(readFileSync(file, 'utf8')).toBe(`${foreign}\n${line(ANSWERED)}${line(GAP)}`);
  });
});

describe('what is too old', () => {
  const old = (day: string): Note => ({ ...ANSWERED, day });

  it('is dropped at the start, half lines too, and what is not ours is left', () => {
    const { file, open } = place();
    const half = '{"kind":"gap","day":"2026-01-01","why":"decl';
    writeFileSync(
      file,
      [line(old('2026-08-24')), 'inte vår\n', `${half}\n`, line(old('2026-08-25')), line(GAP)].join(''),
    );
    expect(open({ days: 90 }).notes('2000-01-01')).toEqual([old('2026-08-25'), GAP]);
    expect(readFileSync(file, 'utf8')).toBe(['inte vår\n', line(old('2026-08-25')), line(GAP)].join(''));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(file, '..'))).toEqual(['minne.jsonl']);
  });

  it('is dropped once a day while the bot runs, also when nobody asks', () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { file, open } = place();
    let today = DAY;
    const memory = open({ days: 1, today: () => today });
    memory.note(ANSWERED);
    today = '2026-11-23';
    vi.advanceTimersByTime(3_600_000);
    expect(readFileSync(file, 'utf8')).toBe('');
    memory.note({ ...GAP, day: today });
    expect(memory.notes('2000-01-01')).toEqual([{ ...GAP, day: today }]);
    expect(readFileSync(file, 'utf8')).toBe(line({ ...GAP, day: today }));
  });

  it('keeps what was added behind its back', () => {
    const { file, open } = place();
    let today = DAY;
    const memory = open({ days: 1, today: () => today });
    memory.note(ANSWERED);
    appendFileSync(file, line({ ...GAP, day: '2026-11-23' }));
    today = '2026-11-23';
    memory.notes(today);
    expect(readFileSync(file, 'utf8')).toBe(line({ ...GAP, day: '2026-11-23' }));
  });
});

describe('a file that cannot be written', () => {
  it('is told once, and the bot goes on in RAM', () => {
    const { file, open, faults } = place();
    mkdirSync(file);
    const memory = open();
    memory.note(ANSWERED);
    memory.note(GAP);
    expect(memory.notes(DAY)).toEqual([ANSWERED, GAP]);
    expect(faults).toEqual([{ what: 'cannot write', code: 'EISDIR' }]);
  });

  it('takes up again when there is room, and loses nothing but what was said meanwhile', () => {
    const { file, open, faults } = place();
    const memory = open();
    memory.note(ANSWERED);
    // As a full disk leaves it: half a line, and then no file to write to for a while.
    appendFileSync(file, '{"kind":"ga');
    const text = readFileSync(file, 'utf8');
    rmSync(file);
    mkdirSync(file);
    memory.note(GAP);
    rmSync(file, { recursive: true });
    writeFileSync(file, text);
    memory.note(GAP);
    expect(memory.notes(DAY)).toEqual([ANSWERED, GAP, GAP]);
    expect(open().notes(DAY)).toEqual([ANSWERED, GAP]);
    expect(faults).toEqual([
      { what: 'cannot write', code: 'EISDIR' },
      { what: 'foreign lines', lines: 1 },
    ]);
  });
});

function place(name = 'minne.jsonl') {
  const folder = mkdtempSync(join(tmpdir(), 'sekretesslotsen-minne-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, name);
  const faults: MemoryFault[] = [];
  const open = ({ days = 90, today = () => DAY }: { days?: number; today?: () => string } = {}) =>
    memoryInFile(file, days, today, (fault) => faults.push(fault));
  return { file, faults, open };
}
