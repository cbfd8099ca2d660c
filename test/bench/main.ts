// Measures our search beside every other that can be had, on the same Swedish questions, in one run, and writes what came of
// it: npm run bench:search, or with -- --quick to see in a minute that it runs (printed, not written).
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { OWN_FILES, readOwnSet, readPublicSets, ROOT, type Asked } from './data.ts';
import { measureSize, type Limits } from './growth.ts';
import { padding } from './padding.ts';
import type { Document, Peer, Variant } from './peer.ts';
import { loadPeers } from './peers.ts';
import { measureQuality, type Quality } from './quality.ts';
import { sample } from './random.ts';
import { reportOf } from './report.ts';
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
}

const FULL: Plan = {
  tuned: true,
  most: Infinity,
  timed: 300,
  sizes: [2_000, 20_000, 100_000],
  limits: { build: 180_000, answering: 20_000 },
};
const QUICK: Plan = { tuned: false, most: 20, timed: 40, sizes: [], limits: { build: 20_000, answering: 1_500 } };

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, own: { type: 'string', multiple: true } },
  });
  const plan = values.quick ? QUICK : FULL;
  const sets = readPublicSets();
  if (typeof sets === 'string') {
    process.stderr.write(`${sets}\n`);
    process.exitCode = 2;
    return;
  }
  const ownFiles = values.own ?? OWN_FILES;
  const own = await readOwnSet(ownFiles);
  const tasks = tasksOf(sets, own, plan.most);
  const { peers, missing } = loadPeers();
  const quality = peers.map((peer) => {
    tell(`${peer.name}: right how often`);
    return measureQuality(peer, tasks, plan.tuned);
  });
  const sizes = await measureSizes(
    quality,
    tasks.both.documents,
    [...own.documents, ...sets.a.documents],
    timedQuestions(tasks.measured, plan.timed),
    plan,
  );
  const report = reportOf({
    command: `npm run bench:search${values.quick ? ' -- --quick' : ''}`,
    machine: `${cpus()[0]?.model.trim() ?? 'an unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
    tuned: plan.tuned,
    ownFiles,
    missing,
    sizeQuestions: plan.timed,
    quality,
    sizes,
  });
  if (values.quick) {
    process.stdout.write(report);
    return;
  }
  mkdirSync(join(ROOT, 'docs'), { recursive: true });
  writeFileSync(join(ROOT, 'docs/benchmarks.md'), report);
  tell('written to docs/benchmarks.md');
}

async function measureSizes(
  quality: readonly Quality[],
  natural: readonly Document[],
  others: readonly Document[],
  questions: readonly Asked[],
  { sizes, limits }: Plan,
): Promise<SizeTimed[]> {
  const peers = quality.map(({ peer, chosen }) => ({ peer, variant: chosen.get('clean') ?? firstOf(peer) }));
  const real = [...natural, ...others];
  const made = padding(real, Math.max(0, ...sizes.map((size) => size - real.length)));
  const all = [...real, ...made];
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const measured: SizeTimed[] = [];
  try {
    for (const size of [natural.length, ...sizes]) {
      const corpus = join(folder, `${size}.json`);
      writeFileSync(corpus, JSON.stringify(all.slice(0, size)));
      const rows = await measureSize(peers, corpus, questions, limits, (what) => {
        tell(`${size} entries: ${what}`);
      });
      measured.push({ size, rows });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return measured;
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
  process.stderr.write(`${what}\n`);
}
