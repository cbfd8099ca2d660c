// Time and memory at one size: each peer in a process of its own, all alive at once but only one at work, asked the same
// questions by the handful in turn, so that what else the machine does falls on all alike.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Answered, AskOrder, BuildOrder, Built } from './child.ts';
import type { Asked } from './data.ts';
import { mean, quantile } from './metrics.ts';
import type { Peer, Variant } from './peer.ts';

export interface Timed {
  readonly peer: string;
  /** Why there are no figures, or not from all questions. */
  readonly note?: string;
  readonly buildMs?: number;
  readonly bytes?: number;
  readonly asked?: number;
  /** In ms. */
  readonly p50?: number;
  readonly p99?: number;
  /** Right one first, of those asked. */
  readonly r1?: number;
}

export interface Limits {
  /** A build that takes longer than so many ms is stopped. */
  readonly build: number;
  /** A peer that has answered for so many ms is asked no more. */
  readonly answering: number;
}

export async function measureSize(
  peers: readonly { readonly peer: Peer; readonly variant: Variant }[],
  corpus: string,
  questions: readonly Asked[],
  limits: Limits,
  tell: (what: string) => void,
): Promise<Timed[]> {
  const runners: Runner[] = [];
  for (const { peer, variant } of peers) {
    tell(`${peer.name}: builds`);
    runners.push(await start(peer.name, variant.label, corpus, limits.build));
  }
  try {
    for (const runner of runners) await askHandful(runner, questions.slice(0, WARM_UP), limits.answering / 5, false);
    for (let at = 0, round = 0; at < questions.length; at += HANDFUL, round += 1) {
      tell(`question ${at + 1}`);
      for (let turn = 0; turn < runners.length; turn += 1) {
        const runner = runners[(turn + round) % runners.length]!;
        const left = limits.answering - runner.times.reduce((sum, time) => sum + time, 0);
        if (left > 0) await askHandful(runner, questions.slice(at, at + HANDFUL), left, true);
      }
    }
  } finally {
    for (const { child } of runners) child.kill();
  }
  return runners.map((runner) => timed(runner, questions, limits));
}

const HANDFUL = 20;
const WARM_UP = 60;

interface Runner {
  readonly peer: string;
  readonly child: ChildProcess;
  readonly built: Built | undefined;
  failed: string | undefined;
  readonly times: number[];
  readonly firsts: (string | undefined)[];
}

async function start(peer: string, variant: string, corpus: string, most: number): Promise<Runner> {
  const child = fork(join(import.meta.dirname, 'child.ts'), {
    execArgv: ['--expose-gc', `--max-old-space-size=${MOST_MEGABYTES}`, '--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const order: BuildOrder = { kind: 'build', peer, variant, corpus };
  const built = await reply<Built>(child, order, most);
  if (typeof built !== 'string') return { peer, child, built, failed: undefined, times: [], firsts: [] };
  child.kill('SIGKILL');
  return { peer, child, built: undefined, failed: `while building: ${built}`, times: [], firsts: [] };
}

const MOST_MEGABYTES = 8192;

async function askHandful(runner: Runner, asked: readonly Asked[], within: number, counts: boolean): Promise<void> {
  if (runner.failed !== undefined) return;
  const order: AskOrder = { kind: 'ask', questions: asked.map(({ text }) => text), within };
  const given = await reply<Answered>(runner.child, order, within + SLOWEST_QUESTION);
  if (typeof given === 'string') runner.failed = `while answering: ${given}`;
  else if (counts) {
    runner.times.push(...given.times);
    runner.firsts.push(...given.firsts);
  }
}

const SLOWEST_QUESTION = 150_000;

/** What the child answers, or why it did not. */
async function reply<T>(child: ChildProcess, order: BuildOrder | AskOrder, most: number): Promise<T | string> {
  const stop = new AbortController();
  const timer = setTimeout(() => {
    stop.abort();
  }, most);
  const { signal } = stop;
  try {
    const answered = once(child, 'message', { signal });
    const ended = once(child, 'exit', { signal }).then(() => 'its process ended, most likely out of memory');
    // Whichever is still waited for when the other has come ends with the signal.
    answered.catch(() => undefined);
    ended.catch(() => undefined);
    child.send(order);
    const first: unknown = await Promise.race([answered.then(([message]: unknown[]) => message), ended]);
    return first as T | string;
  } catch {
    return `stopped after ${Math.round(most / 1000)} s`;
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

function timed(
  { peer, built, failed, times, firsts }: Runner,
  questions: readonly Asked[],
  { answering }: Limits,
): Timed {
  const base = built === undefined ? { peer } : { peer, buildMs: built.ms, bytes: built.bytes };
  if (times.length === 0) return { ...base, note: failed ?? 'no question was answered' };
  const sorted = Float64Array.from(times).sort();
  const right = firsts.map((id, at) => (id !== undefined && questions[at]!.gold.includes(id) ? 1 : 0));
  const stopped = `asked ${times.length} of ${questions.length} questions, then stopped: ${answering / 1000} s were up`;
  const note = failed ?? (times.length < questions.length ? stopped : undefined);
  return {
    ...base,
    ...(note === undefined ? {} : { note }),
    asked: times.length,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    r1: mean(right),
  };
}
