// What is counted: where the right one stood, and how sure a difference between two systems is.
import { seeded } from './random.ts';

/** The place of the first right one, from 1; 0 where it is not among those given. */
export type Rank = number;

export interface Figures {
  readonly count: number;
  /** Right one first. */
  readonly r1: number;
  /** Right one among the first three. */
  readonly r3: number;
  /** The mean of one over the place. */
  readonly mrr: number;
}

export function rankOf(ids: readonly string[], gold: readonly string[]): Rank {
  return ids.findIndex((id) => gold.includes(id)) + 1;
}

export function figures(ranks: readonly Rank[]): Figures {
  return { count: ranks.length, r1: mean(ranks.map(first)), r3: mean(ranks.map(three)), mrr: mean(ranks.map(inverse)) };
}

export function first(rank: Rank): number {
  return rank === 1 ? 1 : 0;
}

export function inverse(rank: Rank): number {
  return rank === 0 ? 0 : 1 / rank;
}

function three(rank: Rank): number {
  return rank >= 1 && rank <= 3 ? 1 : 0;
}

export interface Difference {
  readonly mean: number;
  /** The ends of the 95 % interval. */
  readonly low: number;
  readonly high: number;
}

/**
 * How much better one is than another on the same questions: the mean, and the interval by drawing the questions anew,
 * with replacement, `DRAWS` times. Pairs, since a hard question is hard for both.
 */
export function difference(ours: readonly number[], theirs: readonly number[], seed: string): Difference {
  const each = ours.map((value, at) => value - (theirs[at] ?? 0));
  const random = seeded(seed);
  const means = new Float64Array(DRAWS);
  const count = each.length;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    let sum = 0;
    for (let drawn = 0; drawn < count; drawn += 1) sum += each[Math.floor(random() * each.length)] ?? 0;
    means[draw] = sum / each.length;
  }
  means.sort();
  return { mean: mean(each), low: quantile(means, 0.025), high: quantile(means, 0.975) };
}

export const DRAWS = 5000;

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of values in order: the value below which that share of them lies. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
