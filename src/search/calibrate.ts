// Fitting the weights of the confidence to questions whose answers are known: logistic regression by gradient descent, with a small
// penalty on large weights, since the questions are some hundreds.
import { SIGNALS, type Signals, type Weights } from './signals.ts';

/** What the search saw, and whether it was so. */
export interface Sample {
  readonly signals: Signals;
  readonly holds: boolean;
}

/** The weights under which the samples are most likely. Without samples of both kinds there is nothing to learn: `undefined`. */
export function fit(samples: readonly Sample[]): Weights | undefined {
  if (!samples.some(({ holds }) => holds) || samples.every(({ holds }) => holds)) return undefined;
  const scales = SIGNALS.map((signal) => scaleOf(samples.map(({ signals }) => signals[signal])));
  const rows = samples.map(({ signals, holds }) => ({
    values: SIGNALS.map((signal, i) => (signals[signal] - (scales[i]?.mean ?? 0)) / (scales[i]?.spread ?? 1)),
    target: holds ? 1 : 0,
  }));
  const weights = SIGNALS.map(() => 0);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = SIGNALS.map((_, i) => (PENALTY * (weights[i] ?? 0)) / rows.length);
    let biasSlope = 0;
    for (const { values, target } of rows) {
      const sum = values.reduce((all, value, i) => all + value * (weights[i] ?? 0), bias);
      const error = (1 / (1 + Math.exp(-sum)) - target) / rows.length;
      biasSlope += error;
      for (const [i, value] of values.entries()) slope[i] = (slope[i] ?? 0) + error * value;
    }
    bias -= STEP * biasSlope;
    for (const [i, each] of slope.entries()) weights[i] = (weights[i] ?? 0) - STEP * each;
  }
  const unscaled = weights.map((weight, i) => weight / (scales[i]?.spread ?? 1));
  const shift = unscaled.reduce((sum, weight, i) => sum + weight * (scales[i]?.mean ?? 0), 0);
  return Object.fromEntries([
    ['bias', rounded(bias - shift)],
    ...SIGNALS.map((signal, i) => [signal, rounded(unscaled[i] ?? 0)] as const),
  ]) as Weights;
}

const ROUNDS = 4_000;
const STEP = 0.5;
const PENALTY = 2;

function scaleOf(values: readonly number[]): { readonly mean: number; readonly spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, spread: Math.sqrt(variance) || 1 };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
