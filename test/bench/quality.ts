// How often each peer is right: tuned on the dev halves, then asked the test halves.
import { figures, mean, rankOf, type Rank } from './metrics.ts';
import type { Document, Peer, Searcher, Variant } from './peer.ts';
import { sample } from './random.ts';
import { TARGETS, type Target, type Task, type Tasks } from './tasks.ts';

/** For each of a task's questions the place of the right one; `undefined` for one that a slow peer was not asked. */
export type Ranks = readonly (Rank | undefined)[];

export interface Quality {
  readonly peer: Peer;
  readonly chosen: ReadonlyMap<Target, Variant>;
  /** By the name of the task. */
  readonly ranks: ReadonlyMap<string, Ranks>;
}

export function measureQuality(peer: Peer, { tuning, measured }: Tasks, tuned: boolean): Quality {
  const chosen = tuned ? tune(peer, tuning) : new Map(TARGETS.map((target) => [target, firstOf(peer)]));
  const ranks = new Map<string, Ranks>();
  for (const [variant, tasks] of grouped(measured, ({ target }) => chosen.get(target) ?? firstOf(peer))) {
    eachBuilt(variant, tasks, (task, searcher) => {
      ranks.set(task.name, ranksOf(peer, task, searcher));
    });
  }
  return { peer, chosen, ranks };
}

export function asked(ranks: Ranks): Rank[] {
  return ranks.filter((rank) => rank !== undefined);
}

/** The variant with the best mean MRR over the target's dev sets, for each target. */
function tune(peer: Peer, tuning: readonly Task[]): ReadonlyMap<Target, Variant> {
  const best = new Map<Target, { readonly variant: Variant; readonly score: number }>();
  for (const variant of peer.variants) {
    const scores = new Map<Target, number[]>();
    // Where there is nothing to choose between, nothing need be asked.
    const tasks = peer.variants.length === 1 ? [] : tuning.filter(({ questions }) => questions.length > 0);
    eachBuilt(variant, tasks, (task, searcher) => {
      const { mrr } = figures(asked(ranksOf(peer, task, searcher)));
      scores.set(task.target, [...(scores.get(task.target) ?? []), mrr]);
    });
    for (const target of TARGETS) {
      const score = mean(scores.get(target) ?? []);
      if (score > (best.get(target)?.score ?? -1)) best.set(target, { variant, score });
    }
  }
  return new Map([...best].map(([target, { variant }]) => [target, variant]));
}

/** Builds each set of documents once, and keeps one index at a time. */
function eachBuilt(variant: Variant, tasks: readonly Task[], each: (task: Task, searcher: Searcher) => void): void {
  for (const [documents, same] of grouped(tasks, (task): readonly Document[] => task.documents)) {
    const searcher = variant.build(documents);
    for (const task of same) each(task, searcher);
  }
}

function ranksOf({ most }: Peer, { name, questions }: Task, searcher: Searcher): Ranks {
  const drawn = new Set(sample(questions, most ?? Infinity, name));
  return questions.map((question) =>
    drawn.has(question) ? rankOf(searcher.search(question.text), question.gold) : undefined,
  );
}

function firstOf({ name, variants: [first] }: Peer): Variant {
  if (first === undefined) throw new Error(`${name} has no settings.`);
  return first;
}

function grouped<Item, Key>(items: readonly Item[], key: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
