// How sure the ranker is of its first hit, and what that is enough for.

export interface Evidence {
  /** The first hit's score. */
  readonly score: number;
  /** Its likeness to the nearest single wording. */
  readonly like: number;
  /** The second hit's score. */
  readonly runnerUp: number;
  /** The share of the question's own words that the index knows at all. */
  readonly known: number;
}

/** The chance that the first hit is right, by a logistic of the evidence. */
export function confidence({ score, like, runnerUp, known }: Evidence): number {
  const margin = score === 0 ? 0 : (score - runnerUp) / score;
  const sum = WEIGHT.bias + WEIGHT.score * score + WEIGHT.like * like + WEIGHT.margin * margin + WEIGHT.known * known;
  return 1 / (1 + Math.exp(-sum));
}

/** Fitted on a seeded half of test/answers by logistic regression; the other half is what CONTRIBUTING reports. */
const WEIGHT = { bias: -4.96, score: 1.02, like: 2.51, margin: 3.25, known: 3.9 } as const;

/** At or above it one answer is given; between it and the next, the best are offered to choose from; below, none. */
export const ENOUGH_TO_ANSWER = 0.5;
export const ENOUGH_TO_OFFER = 0.2;
/** Above it a decline names what is nearest. */
export const ENOUGH_TO_NAME = 0.15;
/** A second hit with more than this share of the first one's score is as likely to be meant: ask back. */
export const TOO_CLOSE = 0.95;
