// Measures our search beside every other that can be had, on the same Swedish questions, in one run, and writes what came of
// it: npm run bench:search. Part of it is printed, not written: -- --quick to see in a minute that it runs, --peer <a part of a
// name> and --size <entries> to measure only these (each may be given again), --own <file> for other questions of our own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { OWN_FILES, readOwnSet, readPublicSets, ROOT, type Asked } from './data.ts';
import { measureSize, type Limits } from './growth.ts';
import { padding } from './padding.ts';
import type { Document, Peer, Variant } from './peer.ts';
import { loadPeers } from './peers.ts';
import { ours } from './peers/ours.ts';
import { SCAN } from './peers/scan.ts';
import { measureQuality, type Quality, type SlowLimits } from './quality.ts';
import { sample } from './random.ts';
import { reportOf, type Run } from './report.ts';
import type { SizeTimed } from './report-growth.ts';
import { KB, tasksOf, type Task } from './tasks.ts';

interface Plan {
  readonly tuned: boolean;
  /** Questions measured of each set. */
  readonly most: number;
  /** Questions timed at each size. */
  readonly timed: number;
  /** Sizes beyond the natural one. */
  readonly sizes: readonly number[];
  readonly limits: Limits;
  readonly slow: SlowLimits;
}

const FULL: Plan = {
  tuned: true,
  most: Infinity,
  timed: 300,
  sizes: [2_000, 20_000, 100_000],
  limits: { build: 300_000, answering: 20_000 },
  slow: { public: 60, own: 20 },
};
const QUICK: Plan = {
  tuned: false,
  most: 8,
  timed: 40,
  sizes: [],
  limits: { build: 20_000, answering: 1_500 },
  slow: { public: 8, own: 1 },
};

/** What all others are compared with. */
const ALWAYS: readonly string[] = [ours.name, SCAN];

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      own: { type: 'string', multiple: true, default: [...OWN_FILES] },
      peer: { type: 'string', multiple: true, default: [] },
      size: { type: 'string', multiple: true },
    },
  });
  const chosen = values.quick ? QUICK : FULL;
  const plan =
    values.size === undefined
      ? chosen
      : // A large size takes its time to build, however few are asked of it.
        { ...chosen, sizes: values.size.map(Number), limits: { ...chosen.limits, build: FULL.limits.build } };
  const where = here();
  const given = process.argv.slice(2);
  const sets = readPublicSets();
  if (typeof sets === 'string') {
    process.stderr.write(`${sets}\n`);
    process.exitCode = 2;
    return;
  }
  const own = await readOwnSet(values.own);
  const tasks = tasksOf(sets, own, plan.most);
  const { peers: all, missing } = loadPeers();
  const peers = all.filter(
    ({ name }) => values.peer.length === 0 || ALWAYS.includes(name) || values.peer.some((each) => name.includes(each)),
  );
  const quality = peers.map((peer) => {
    tell(`${peer.name}: right how often`);
    return measureQuality(peer, tasks, plan);
  });
  const command = ['npm run bench:search', ...(given.length === 0 ? [] : ['--', ...given])].join(' ');
  const questions = timedQuestions(tasks.measured, plan.timed);
  const run = { ...plan, ...where, command, ownFiles: values.own, missing, sizeQuestions: questions.length, quality };
  const whole = !values.quick && values.peer.length === 0 && values.size === undefined;
  const sizes: SizeTimed[] = [];
  const others = [...own.documents, ...sets.a.documents];
  for await (const size of measureSizes(quality, tasks.both.documents, others, questions, plan)) {
    sizes.push(size);
    // What is known is written as soon as it is: the largest size takes longest, and may be one too many for a machine.
    if (whole) writeReport(reportOf({ ...run, sizes }));
  }
  if (!whole) process.stdout.write(reportOf({ ...run, sizes }));
}

function writeReport(report: string): void {
  mkdirSync(join(ROOT, 'docs'), { recursive: true });
  writeFileSync(join(ROOT, 'docs/benchmarks.md'), report);
  tell('written to docs/benchmarks.md');
}

/** Where and when. */
function here(): Pick<Run, 'machine' | 'load' | 'node' | 'date'> {
  const memory = Math.round(totalmem() / 2 ** 30);
  return {
    load: loadavg()[0] ?? 0,
    machine: `${cpus()[0]?.model.trim() ?? 'an unknown processor'}, ${availableParallelism()} cores, ${memory} GB`,
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
  };
}

async function* measureSizes(
  quality: readonly Quality[],
  natural: readonly Document[],
  others: readonly Document[],
  questions: readonly Asked[],
  { sizes, limits }: Plan,
): AsyncGenerator<SizeTimed> {
  const peers = quality.map(({ peer, chosen }) => ({ peer, variant: chosen.get('clean') ?? firstOf(peer) }));
  const real = [...natural, ...others];
  const made = padding(real, Math.max(0, ...sizes.map((size) => size - real.length)));
  const all = [...real, ...made];
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    for (const size of [natural.length, ...sizes]) {
      const corpus = join(folder, `${size}.json`);
      writeFileSync(corpus, JSON.stringify(all.slice(0, size)));
      const rows = await measureSize(peers, corpus, questions, limits, (what) => {
        tell(`${size} entries: ${what}`);
      });
      yield { size, rows };
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Half as they stand and half distorted, in an order in which they mix. */
function timedQuestions(tasks: readonly Task[], count: number): readonly Asked[] {
  const clean = tasks.filter(({ name }) => name === KB).flatMap(({ questions }) => questions);
  const distorted = tasks.filter(({ target }) => target === 'distorted').flatMap(({ questions }) => questions);
  const [some, others] = [clean, distorted].map((questions) => sample(questions, Math.ceil(count / 2), 'timed'));
  return (some ?? []).flatMap((question, at) => [question, ...(others?.[at] === undefined ? [] : [others[at]])]);
}

function firstOf({ name, variants: [first] }: Peer): Variant {
  if (first === undefined) throw new Error(`${name} has no settings.`);
  return first;
}

function tell(what: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${what}\n`);
}
