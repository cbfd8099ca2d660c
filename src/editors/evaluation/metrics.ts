// The measures of how sure the program is against how right it is: pure arithmetic on pairs of the two. Answers that are
// equally sure have no order among themselves, so no figure here depends on the order in which they are given.

/** One answer: how sure it was, 0 to 1, and whether it was right. */
export interface Rated {
  readonly confidence: number;
  readonly right: boolean;
}

/** If only the surest share of the questions were answered, the share of those that would be wrong. Both 0 to 1. */
export interface CurvePoint {
  readonly coverage: number;
  readonly error: number;
}

/** The risk–coverage curve, a point for each answer, the surest first. */
export function riskCoverage(rated: readonly Rated[]): CurvePoint[] {
  let errors = 0;
  return surestFirst(rated).map(({ right }, i) => {
    errors += 1 - right;
    return { coverage: (i + 1) / rated.length, error: errors / (i + 1) };
  });
}

/** The mean error over all coverages, 0 to 1, less is better; `undefined` of nothing. Source: Geifman and El-Yaniv 2017. */
export function areaUnder(curve: readonly CurvePoint[]): number | undefined {
  return mean(curve.map(({ error }) => error));
}

/**
 * The chance that a right answer is surer than a wrong one, ties counted half (Mann–Whitney): 0.5 is blind, 1 perfect.
 * `undefined` where all are right, or all wrong.
 */
export function auroc(rated: readonly Rated[]): number | undefined {
  const wrong = rated.filter(({ right }) => !right).length;
  const pairs = wrong * (rated.length - wrong);
  if (pairs === 0) return undefined;
  let below = 0;
  let won = 0;
  for (const { size, right } of levels(rated).reverse()) {
    won += right * (below + (size - right) / 2);
    below += size - right;
  }
  return won / pairs;
}

/**
 * How far what is said of the sureness lies from how often it is right, in bins of as many answers each, weighted by their
 * size: 0 is perfect. `undefined` of nothing. Source: Naeini et al. 2015, with equal counts.
 */
export function calibrationError(rated: readonly Rated[], bins = 10): number | undefined {
  const sorted = surestFirst(rated);
  const gaps = Array.from({ length: bins }, (_, i) => {
    const bin = sorted.slice(Math.floor((i * sorted.length) / bins), Math.floor(((i + 1) * sorted.length) / bins));
    const gap = bin.reduce((sum, { confidence, right }) => sum + confidence - right, 0);
    return Math.abs(gap) / sorted.length;
  });
  return sorted.length === 0 ? undefined : gaps.reduce((sum, gap) => sum + gap, 0);
}

/** The nearest-rank quantile (0 < q <= 1); `undefined` of nothing. */
export function quantile(values: readonly number[], q: number): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.ceil(q * values.length) - 1];
}

/** The answers that are equally sure, the surest first: how many they are, and how many of them are right. */
function levels(
  rated: readonly Rated[],
): { readonly confidence: number; readonly size: number; readonly right: number }[] {
  const counted = new Map<number, { readonly size: number; readonly right: number }>();
  for (const { confidence, right } of rated) {
    const before = counted.get(confidence) ?? { size: 0, right: 0 };
    counted.set(confidence, { size: before.size + 1, right: before.right + (right ? 1 : 0) });
  }
  return [...counted]
    .map(([confidence, counts]) => ({ confidence, ...counts }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** One for each answer; of those that are equally sure each is as right as they are on average. */
function surestFirst(rated: readonly Rated[]): { readonly confidence: number; readonly right: number }[] {
  return levels(rated).flatMap(({ confidence, size, right }) =>
    Array.from({ length: size }, () => ({ confidence, right: right / size })),
  );
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
