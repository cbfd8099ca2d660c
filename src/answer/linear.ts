// Telling two kinds of texts apart by what they hold: a linear support vector machine with squared hinge loss, by dual
// coordinate descent (Hsieh et al. 2008). The same samples in the same order give the same weights.

/** What a text holds, and how much of it. */
export type Features = ReadonlyMap<string, number>;

export interface Sample {
  readonly features: Features;
  readonly holds: boolean;
  /** How much a mistake with it costs. */
  readonly cost: number;
}

/** How far a text lies on the side of those for which it holds: about 1 for them, -1 for the others. */
export type Score = (features: Features) => number;

export function learn(samples: readonly Sample[]): Score {
  const ids = new Map<string, number>();
  const rows = spread(samples).map((sample) => rowOf(sample, ids));
  const weights = new Float64Array(ids.size);
  const shares = new Float64Array(rows.length);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, { own, values, sign, square, slack }] of rows.entries()) {
      let sum = bias;
      for (let i = 0; i < own.length; i += 1) sum += (weights[own[i] ?? 0] ?? 0) * (values[i] ?? 0);
      const before = shares[at] ?? 0;
      const after = Math.max(0, before - (sign * sum - 1 + slack * before) / (square + slack));
      if (after === before) continue;
      shares[at] = after;
      const by = (after - before) * sign;
      for (let i = 0; i < own.length; i += 1) {
        const id = own[i] ?? 0;
        weights[id] = (weights[id] ?? 0) + by * (values[i] ?? 0);
      }
      bias += by;
    }
  }
  return (features) => {
    let sum = bias;
    for (const [feature, value] of features) sum += (weights[ids.get(feature) ?? -1] ?? 0) * value;
    return sum;
  };
}

const ROUNDS = 10;
/** The less, the more a rare word must be worth before it is believed. */
const TRUST = 1;

interface Row {
  readonly own: Int32Array;
  readonly values: Float64Array;
  readonly sign: 1 | -1;
  readonly square: number;
  readonly slack: number;
}

function rowOf({ features, holds, cost }: Sample, ids: Map<string, number>): Row {
  const own = Int32Array.from(features.keys(), (feature) => {
    const id = ids.get(feature) ?? ids.size;
    ids.set(feature, id);
    return id;
  });
  const values = Float64Array.from(features.values());
  const square = values.reduce((sum, value) => sum + value ** 2, 1);
  return { own, values, sign: holds ? 1 : -1, square, slack: 1 / (2 * TRUST * cost) };
}

const GOLDEN = 0.618_033_988_749_895;

/** Like ones stand together in a file; learning goes faster when they come mixed. */
function spread<T>(all: readonly T[]): T[] {
  return all
    .map((one, i) => ({ one, at: (i * GOLDEN) % 1 }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
