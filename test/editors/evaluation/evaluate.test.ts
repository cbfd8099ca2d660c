// The figures of what was judged, and the command whole on a small folder.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../support/command.ts';
import { curveAsSvg } from '../../../src/editors/evaluation/curve.ts';
import { figuresOf, missesOf, type Figures } from '../../../src/editors/evaluation/evaluate.ts';
import { half } from '../../../src/editors/evaluation/half.ts';
import type { Judged } from '../../../src/editors/evaluation/judge.ts';
import { figuresAsText, missesAsText } from '../../../src/editors/evaluation/report.ts';
import { read, smallFolder } from '../small.ts';

const files = mkdtempSync(join(tmpdir(), 'sekretesslotsen-'));
afterAll(() => {
  rmSync(files, { recursive: true, force: true });
});

describe('the figures', () => {
  const one = (question: string, over: Partial<Judged>, area?: string): Judged => ({
    line: { question, ...(area === undefined ? {} : { area }), expect: { entries: ['a/b'] } },
    came: { entry: 'c/d', outcome: 'answer' },
    ...over,
  });
  const judged = [
    one('a', { found: { rank: 1, fate: 'alone' }, rated: { confidence: 0.9, right: true } }, 'skola'),
    one('b', { found: { rank: 3, fate: 'offered' }, rated: { confidence: 0.8, right: false } }, 'skola'),
    one('c', { found: { rank: 1, fate: 'verdict' }, rated: { confidence: 0.7, right: true } }, 'vård'),
    one('g', { found: { fate: 'wrongAlone' }, rated: { confidence: 0.6, right: false } }),
    one('e', { outside: 'askedBack', rated: { confidence: 0.95, right: false } }),
  ];
  const figures = figuresOf(judged, [1, 2, 3, 4, 5]);

  it('are counted by hand', () => {
    expect(figures).toMatchObject({
      questions: 5,
      found: { asked: 4, first: 2, amongThree: 3, alone: 1, offered: 1, verdict: 1, wrongAlone: 1, declined: 0 },
      outside: { asked: 1, declined: 0, askedBack: 1, answered: 0 },
      byArea: [
        { name: '', asked: 1 },
        { name: 'skola', asked: 2, first: 1 },
        { name: 'vård', asked: 1 },
      ],
      byRegister: [],
      ms: { p50: 3, p99: 5 },
    });
    expect(figures.sureness.inside.auroc).toBe(0.75);
    // The one from outside is the surest of all, and wrong.
    expect(figures.sureness.all.auroc).toBeCloseTo(3 / 6, 12);
    expect(figures.sureness.all.curve[0]).toEqual({ coverage: 0.2, error: 1 });
  });

  it('are told in Swedish, and what is not asked for is left out', () => {
    const text = figuresAsText(figures, 'titta');
    for (const told of [
      /^5 frågor ur hälften «titta»\./u,
      /rätt svar först +2 +50 %/u,
      /rätt svar bland de tre första +3 +75 %/u,
      /frågar tillbaka +1 +100 %/u,
      /skola +2 +50 % +100 % +100 % +0 % +0 %/u,
      /AUROC.* 0,750 +0,500/u,
    ])
      expect(text).toMatch(told);
    expect(text).not.toContain('lagrum nämns');
    expect(text).not.toContain('språk');
    expect(figuresAsText(figuresOf([], []), undefined)).toMatch(/^0 frågor\.\n\nTid/u);
  });

  it('list the misses of the half to look at, and never of the other', () => {
    const measured = judged.filter(({ line }) => half(line.question) === 'mät');
    const misses = missesOf(judged);
    expect(misses.map(({ line }) => line.question)).toEqual(['g']);
    expect(measured.map(({ line }) => line.question)).toEqual(['b']);
    expect(missesAsText(misses)).toContain('väntat:  a/b');
  });

  it('are drawn: labelled, in light and dark, within the frame', () => {
    const svg = curveAsSvg(figures.sureness);
    for (const part of ['prefers-color-scheme: dark', 'currentColor', 'Andel fel bland dem', 'role="img"', '<title'])
      expect(svg).toContain(part);
    expect(svg).toMatch(/<path d="M211 /u); // a quarter of the way from 76 to 616
    const numbers = [...svg.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/gu)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers.every(([x, y]) => x! >= 0 && x! <= 640 && y! >= 0 && y! <= 400)).toBe(true);
    expect(curveAsSvg(figuresOf([], []).sureness)).not.toMatch(/NaN|Infinity/u);
  });
});

describe('utvardera', () => {
  const file = (name: string, ...lines: readonly object[]) => {
    const path = join(files, name);
    writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return path;
  };

  it('asks every question by the real road, and gives the figures', async () => {
    const folder = smallFolder();
    const { entries } = await read(folder);
    const own = file('egna.jsonl', ...entries.map(({ id, question }) => ({ question, expect: { entry: id } })));
    const outside = file('utanfor.jsonl', { question: 'Hur bakar man bröd?', expect: { outcome: 'decline' } });
    const svg = join(files, 'kurva.svg');
    const { code, out, err } = await run('utvardera', own, outside, '--json', '--svg', svg, '--mapp', folder);
    expect([code, err]).toEqual([0, '']);
    const figures = JSON.parse(out) as Figures;
    expect(figures.found).toMatchObject({ asked: entries.length, first: entries.length });
    expect(figures.outside).toMatchObject({ asked: 1, declined: 1 });
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg /u);
    const halves = await Promise.all(
      ['titta', 'mät'].map((part) => run('utvardera', own, outside, '--json', '--del', part, '--mapp', folder)),
    );
    const counts = halves.map((each) => (JSON.parse(each.out) as Figures).questions);
    expect(counts[0]! + counts[1]!).toBe(entries.length + 1);
  });

  it.each<[string[], string]>([
    [[], 'Skriv vilken fil'],
    [['x.jsonl', '--del', 'hela'], 'Välj --del titta eller --del mät.'],
    [['x.jsonl', '--del', 'mät', '--fel'], 'Den hälften mäts bara'],
    [['x.jsonl', '--del', 'mat', '--fel'], 'Den hälften mäts bara'],
  ])('%j is refused with why', async (args, told) => {
    const { code, out, err } = await run('utvardera', ...args, '--mapp', smallFolder());
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(told);
  });

  it('measures nothing where a line is wrong', async () => {
    const bad = file('fel.jsonl', { question: 'a', expect: { entry: 'x/y' } });
    const { code, out, err } = await run('utvardera', bad, join(files, 'ingen.jsonl'), '--mapp', smallFolder());
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${bad}:1:35`);
    expect(err).toContain('Filen går inte att läsa.');
    expect(err).toContain('2 fel, så jag har inte mätt något.');
  });
});
