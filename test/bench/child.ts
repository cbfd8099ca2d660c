// One peer at one size in a process of its own, so that its memory is its own: builds, tells what that took, then answers
// questions by the handful as it is told to, and times each.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { loadPeers } from './peers.ts';
import type { Document, Searcher } from './peer.ts';

export interface BuildOrder {
  readonly kind: 'build';
  readonly peer: string;
  readonly variant: string;
  /** A file with the documents as JSON. */
  readonly corpus: string;
}

export interface AskOrder {
  readonly kind: 'ask';
  readonly questions: readonly string[];
  /** No question is begun later than this many ms after the first; the first always is. */
  readonly within: number;
}

export interface Built {
  readonly kind: 'built';
  readonly ms: number;
  readonly bytes: number;
}

export interface Answered {
  readonly kind: 'answered';
  /** In ms, one for each question that was asked. */
  readonly times: readonly number[];
  /** The first hit of each. */
  readonly firsts: readonly (string | undefined)[];
}

let searcher: Searcher | undefined;

process.on('message', (order: BuildOrder | AskOrder) => {
  process.send?.(order.kind === 'build' ? build(order) : ask(order));
});

function build({ peer: name, variant: label, corpus }: BuildOrder): Built {
  const variant = loadPeers()
    .peers.find((peer) => peer.name === name)
    ?.variants.find((each) => each.label === label);
  if (variant === undefined) throw new Error(`There is no ${name} with ${label}.`);
  const documents = JSON.parse(readFileSync(corpus, 'utf8')) as readonly Document[];
  // What is made at the first use of a library is not the index.
  const trial = variant.build(documents.slice(0, 20));
  trial.search('hej');
  trial.close?.();
  const before = used();
  const start = performance.now();
  searcher = variant.build(documents);
  const ms = performance.now() - start;
  const bytes = used() - before + (searcher.bytes?.() ?? 0);
  // The documents are read here too, so that they are counted both before and after.
  return { kind: 'built', ms, bytes: documents.length === 0 ? 0 : bytes };
}

function ask({ questions, within }: AskOrder): Answered {
  if (searcher === undefined) throw new Error('Nothing has been built.');
  const times: number[] = [];
  const firsts: (string | undefined)[] = [];
  const begun = performance.now();
  for (const question of questions) {
    const start = performance.now();
    if (times.length > 0 && start - begun > within) break;
    const [first] = searcher.search(question);
    times.push(performance.now() - start);
    firsts.push(first);
  }
  return { kind: 'answered', times, firsts };
}

function used(): number {
  const collect: (() => unknown) | undefined = globalThis.gc;
  if (collect === undefined) throw new Error('Needs --expose-gc.');
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
