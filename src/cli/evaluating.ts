// The command that measures: files of questions with what is expected of them in, figures out.
import { readFile, writeFile } from 'node:fs/promises';
import { answer } from '../answer.ts';
import { curveAsSvg } from '../editors/evaluation/curve.ts';
import { calibrate, weightsAsFile } from '../editors/evaluation/calibration.ts';
import { figuresOf, missesOf } from '../editors/evaluation/evaluate.ts';
import { half, HALVES, type Half } from '../editors/evaluation/half.ts';
import { judge } from '../editors/evaluation/judge.ts';
import { readLines, type Line } from '../editors/evaluation/lines.ts';
import { figuresAsText, missesAsText } from '../editors/evaluation/report.ts';
import { atFile } from '../knowledge/folder.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { printProblems, type Problem } from '../knowledge/problem.ts';
import { prepare } from '../search/search.ts';
import type { ExitCode, World } from './world.ts';

export interface Evaluating {
  readonly files: readonly string[];
  readonly date: string;
  readonly json: boolean;
  /** Where to write the curve. */
  readonly svg: string | undefined;
  /** As it was written: one of the halves, or something else. */
  readonly part: string | undefined;
  readonly misses: boolean;
  /** Print the weights that fit the questions, instead of figures. */
  readonly calibrating: boolean;
}

/** Why it cannot be run as it was called, before anything is read; `undefined` when it can. */
export function evaluatingFault({ files, part, misses }: Evaluating): string | undefined {
  if (files.length === 0) return 'Skriv vilken fil, till exempel: sekretesslotsen utvardera test/answers/seeds.jsonl';
  const chosen = part === undefined ? undefined : halfNamed(part);
  if (part !== undefined && chosen === undefined) return `«${part}» är ingen del. Välj --del titta eller --del mät.`;
  if (misses && chosen === 'mät')
    return 'Den hälften mäts bara: den som har sett vilka frågor som går fel rättar efter dem, och då mäter den inget mer. Läs felen i den andra: --del titta --fel.';
  return undefined;
}

export async function evaluate(evaluating: Evaluating, knowledge: Knowledge, world: World): Promise<ExitCode> {
  const { files, date, json, svg, misses } = evaluating;
  const part = evaluating.part === undefined ? undefined : halfNamed(evaluating.part);
  const read = await Promise.all(files.map((file) => readFileLines(file, knowledge)));
  const problems = read.flatMap((each) => each.problems);
  if (problems.length > 0) {
    world.stderr.write(`${printProblems(problems)}\n\n${problems.length} fel, så jag har inte mätt något.\n`);
    return 1;
  }
  const lines = read
    .flatMap((each) => each.lines)
    .filter(({ question }) => part === undefined || half(question) === part);
  prepare(knowledge, date);
  if (evaluating.calibrating) {
    const weights = calibrate(lines, knowledge, date);
    if (weights !== undefined) world.stdout.write(weightsAsFile(weights));
    else
      world.stderr.write(
        'Det behövs både frågor som har ett svar och frågor som ligger utanför, till exempel test/answers/inside.jsonl och test/answers/outside.jsonl.\n',
      );
    return weights === undefined ? 1 : 0;
  }
  const answered = lines.map((line) => {
    const started = performance.now();
    const given = answer(line.question, knowledge, date);
    return { ms: performance.now() - started, judged: judge(line, given, knowledge) };
  });
  const judged = answered.map((each) => each.judged);
  const figures = figuresOf(
    judged,
    answered.map(({ ms }) => ms),
  );
  const missed = misses ? missesOf(judged) : undefined;
  if (svg !== undefined) {
    try {
      await writeFile(svg, curveAsSvg(figures.sureness));
    } catch {
      world.stderr.write(
        `${svg} gick inte att skriva. Kontrollera att mappen finns och att du har rätt att skriva i den.\n`,
      );
      return 1;
    }
  }
  const text = json
    ? JSON.stringify({ ...figures, ...(missed === undefined ? {} : { misses: missed }) })
    : [figuresAsText(figures, part), ...(missed === undefined ? [] : [missesAsText(missed)])].join('\n\n');
  world.stdout.write(`${text}\n`);
  return 0;
}

function halfNamed(text: string): Half | undefined {
  const name = text.normalize('NFC').toLowerCase();
  return HALVES.find((each) => each === name || each.replace('ä', 'a') === name);
}

async function readFileLines(
  file: string,
  knowledge: Knowledge,
): Promise<{ readonly lines: readonly Line[]; readonly problems: readonly Problem[] }> {
  let bytes;
  try {
    bytes = await readFile(file);
  } catch {
    const next = 'Kontrollera att den finns och att du har rätt att läsa den.';
    return { lines: [], problems: [atFile(file, 'unreadable', 'Filen går inte att läsa.', next)] };
  }
  return readLines(file, new TextDecoder('utf-8').decode(bytes).replaceAll('\r\n', '\n'), knowledge);
}
