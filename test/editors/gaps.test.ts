// `sekretesslotsen luckor`: what is missing, for those who plan what to write next.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Note } from '../../src/memory.ts';
import { runWith } from '../support/command.ts';

const NOTES: readonly Note[] = [
  { kind: 'answered', day: '2026-11-20', entry: 'skola/foto' },
  { kind: 'gap', day: '2026-11-01', why: 'declined', words: ['hyra'] },
  { kind: 'gap', day: '2026-11-20', why: 'declined', area: 'skola', words: ['foto', 'publicera', 'skola'] },
  { kind: 'gap', day: '2026-11-21', why: 'asked back', area: 'skola', words: ['foto', 'publicera', 'skola'] },
  {
    kind: 'gap',
    day: '2026-11-21',
    why: 'thumbs down',
    area: 'skola',
    entry: 'skola/foto',
    words: [],
    reason: 'unclear',
    line: 'Svaret är … svårt.',
  },
  { kind: 'gap', day: '2026-11-22', why: 'thumbs down', area: 'skola', entry: 'skola/foto', words: [] },
  { kind: 'thanks', day: '2026-11-22', entry: 'skola/foto' },
  { kind: 'gap', day: '2026-11-22', why: 'asked a human', area: 'vard', words: [] },
];

it('tells by area, by words together, by entry, and what was written', async () => {
  const { code, out, err } = await runWith(memory(), 'luckor', '--sedan', '2026-11-10');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatchInlineSnapshot(`
    "Sedan den 10 november 2026. Besvarade frågor: 1. Luckor: 5.
    Varje lucka sparas i 90 dagar. Här finns varken frågor eller vem som frågade, bara ord som är vanliga i kunskapsmappen.

    område  utan svar  fråga tillbaka  tumme ner  till en människa  allt
    skola           1               1          2                 0     4
    vard            0               0          0                 1     1
    allt            1               1          2                 1     5

    Tummar ner: svårt att förstå 1, utan skäl 1.

    Ord som återkommer i luckorna:
      foto, publicera, skola: 2
    Fråga boten med orden, så ser du vad som saknas: sekretesslotsen fraga --förklara "…"

    Svar med flest tummar ner:
      skola/foto: 2 ner, 1 upp

    Svar med flest tummar upp:
      skola/foto: 1 upp, 2 ner

    Skrivet till redaktörerna («…» är ord som har dolts):
      2026-11-21  skola/foto  svårt att förstå
        Svaret är … svårt.

    Rader i filen som inte är botens egna: 1. De har hoppats över och står kvar.
    "
  `);
});

it('tells all that is kept unless a day is given, and the same to programs', async () => {
  const { out } = await runWith(memory(), 'luckor', '--json');
  expect(JSON.parse(out)).toMatchObject({
    sedan: '2026-08-25',
    sparasDagar: 90,
    besvarade: 1,
    allt: { luckor: 6, utanSvar: 2, frågaTillbaka: 1, tummeNer: 2, tillEnMänniska: 1 },
    områden: [
      { område: 'skola', luckor: 4 },
      { område: null, luckor: 1 },
      { område: 'vard', luckor: 1 },
    ],
    ordTillsammans: [{ ord: ['foto', 'publicera', 'skola'], gånger: 2 }],
    flestTummarNer: [{ fråga: 'skola/foto', upp: 1, ner: 2 }],
    rader: [{ dag: '2026-11-21', fråga: 'skola/foto', skäl: 'svårt att förstå', text: 'Svaret är … svårt.' }],
    främmandeRader: 1,
  });
});

it('says how to switch it on where nothing is kept', async () => {
  const { code, out, err } = await runWith({}, 'luckor');
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/MEMORY_FILE är inte satt[\s\S]*MEMORY_FILE=minne\.jsonl[\s\S]*MEMORY_DAYS dagar/u);
});

it('has nothing to tell before the bot has remembered anything', async () => {
  const { code, out } = await runWith(
    { MEMORY_FILE: join(tmpdir(), 'finns-inte-alls.jsonl'), MEMORY_DAYS: '30' },
    'luckor',
  );
  expect(code).toBe(0);
  expect(out).toMatch(
    /^Sedan den 24 oktober 2026\. Besvarade frågor: 0\. Luckor: 0\.\nVarje lucka sparas i 30 dagar\./u,
  );
});

it.each<[string[], Record<string, string>, string, number]>([
  [['luckor', 'nu'], {}, '«luckor» tar inga ord.', 2],
  [['luckor', '--sedan', 'igår'], {}, '«igår» är ingen dag.', 2],
  [['luckor'], { MEMORY_FILE: 'x', MEMORY_DAYS: 'länge' }, 'MEMORY_DAYS ska vara ett tal.', 2],
  [['luckor'], { MEMORY_FILE: tmpdir() }, 'går inte att läsa', 1],
])('%j is told in Swedish', async (args, settings, told, expected) => {
  const { code, err } = await runWith(settings, ...args);
  expect(code).toBe(expected);
  expect(err).toContain(told);
});

function memory(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'sekretesslotsen-luckor-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'minne.jsonl');
  writeFileSync(file, [...NOTES.map((note) => JSON.stringify(note)), '{"kind":"ga', ''].join('\n'));
  return { MEMORY_FILE: file };
}
