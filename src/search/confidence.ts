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
  /** Whether it is about what the folder is about: the share of three of its words that name the subject. */
  readonly subject: number;
}

/** The chance that the first hit is right, by a logistic of the evidence. */
export function confidence({ score, like, runnerUp, known, subject }: Evidence): number {
  // A lead counts less where both are far from the question.
  const margin = score === 0 ? 0 : ((score - runnerUp) / score) * Math.min(1, score / NEAR);
  const evidence = WEIGHT.score * score + WEIGHT.like * like + WEIGHT.margin * margin;
  const sum = WEIGHT.bias + evidence + WEIGHT.known * known + WEIGHT.subject * subject;
  return 1 / (1 + Math.exp(-sum));
}

/** Fitted by logistic regression on one half of test/answers, drawn by a seed; `npx vitest run test/answers` measures all. */
const WEIGHT = { bias: -4.91, score: 0.58, like: 0.97, margin: 4.84, known: 2.36, subject: 2.25 } as const;
const NEAR = 0.4;

/** At or above it one answer is given; between it and the next, the best are offered to choose from; below, none. */
export const ENOUGH_TO_ANSWER = 0.6;
export const ENOUGH_TO_OFFER = 0.3;
/** Above it a decline names what is nearest. */
export const ENOUGH_TO_NAME = 0.15;
/**
 * A second hit with more than this share of the first one's score is as likely to be meant: ask back. A provision is shown
 * for free words only when they clearly name it.
 */
export const TOO_CLOSE = { entry: 0.95, provision: 0.9 } as const;
