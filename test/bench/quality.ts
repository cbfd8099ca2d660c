// How often each peer is right: tuned on the dev halves, then asked the test halves.
import type { Asked } from './data.ts';
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

/** How many questions of a set a slow peer is asked. None of our own when distorted: there, one takes it seconds. */
export interface SlowLimits {
  readonly public: number;
  readonly own: number;
}

export function measureQuality(
  peer: Peer,
  { tuning, measured }: Tasks,
  { tuned, slow }: { readonly tuned: boolean; readonly slow: SlowLimits },
): Quality {
  const most = peer.slow === true ? slow : undefined;
  const chosen = tuned
    ? tune(peer, tuning, most === undefined ? undefined : { ...most, own: 0 })
    : new Map(TARGETS.map((target) => [target, firstOf(peer)]));
  const ranks = new Map<string, Ranks>();
  for (const [variant, tasks] of grouped(measured, ({ target }) => chosen.get(target) ?? firstOf(peer))) {
    eachBuilt(variant, tasks, (task, searcher) => {
      ranks.set(task.name, ranksOf(task, searcher, most));
    });
  }
  return { peer, chosen, ranks };
}

export function asked(ranks: Ranks): Rank[] {
  return ranks.filter((rank) => rank !== undefined);
}

/** The variant with the best mean MRR over the target's dev sets, for each target. */
function tune(peer: Peer, tuning: readonly Task[], most?: SlowLimits): ReadonlyMap<Target, Variant> {
  const best = new Map<Target, { readonly variant: Variant; readonly score: number }>();
  for (const variant of peer.variants) {
    const scores = new Map<Target, number[]>();
    // Where there is nothing to choose between, nothing need be asked.
    const tasks = peer.variants.length === 1 ? [] : tuning.filter((task) => drawnOf(task, most).length > 0);
    eachBuilt(variant, tasks, (task, searcher) => {
      const { mrr } = figures(asked(ranksOf(task, searcher, most)));
      scores.set(task.target, [...(scores.get(task.target) ?? []), mrr]);
    });
    for (const [target, each] of scores) {
      const score = mean(each);
      if (score > (best.get(target)?.score ?? -1)) best.set(target, { variant, score });
    }
  }
  // What was not asked of a target takes what did best on clean questions.
  const otherwise = best.get('clean')?.variant ?? firstOf(peer);
  return new Map(TARGETS.map((target) => [target, best.get(target)?.variant ?? otherwise]));
}

/** Builds each set of documents once, and keeps one index at a time. */
function eachBuilt(variant: Variant, tasks: readonly Task[], each: (task: Task, searcher: Searcher) => void): void {
  for (const [documents, same] of grouped(tasks, (task): readonly Document[] => task.documents)) {
    const searcher = variant.build(documents, same[0]?.words);
    for (const task of same) each(task, searcher);
    searcher.close?.();
  }
}

function ranksOf(task: Task, searcher: Searcher, most: SlowLimits | undefined): Ranks {
  const drawn = new Set(drawnOf(task, most));
  return task.questions.map((question) =>
    drawn.has(question) ? rankOf(searcher.search(question.text), question.gold) : undefined,
  );
}

function drawnOf({ name, target, questions }: Task, most: SlowLimits | undefined): readonly Asked[] {
  if (most === undefined) return questions;
  const limits = { clean: most.public, distorted: most.public, own: most.own, 'own, distorted': 0 };
  return sample(questions, limits[target], name);
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
