// How sure the ranker is: that its first hit is the right one, and that the question is about this at all.

export interface Evidence {
  /** The first hit's score. */
  readonly score: number;
  /** Its likeness to the nearest single wording. */
  readonly like: number;
  /** The score of the best hit that the first does not refer to. */
  readonly runnerUp: number;
  /** The share of the question's own words that the index knows at all. */
  readonly known: number;
  /** Whether it is about what the folder is about: the share of three of its words that name the subject. */
  readonly subject: number;
}

/** Both are chances, 0 to 1. */
export interface Confidence {
  /** That the first hit is what was asked for. */
  readonly right: number;
  /** That anything here is. */
  readonly inside: number;
}

export function confidence(evidence: Evidence): Confidence {
  return { right: logistic(evidence, RIGHT), inside: logistic(evidence, INSIDE) };
}

type Weights = Readonly<Record<'bias' | 'score' | 'like' | 'margin' | 'known' | 'subject', number>>;

function logistic({ score, like, runnerUp, known, subject }: Evidence, weights: Weights): number {
  // A lead counts less where both are far from the question.
  const margin = score === 0 ? 0 : ((score - runnerUp) / score) * Math.min(1, score / NEAR);
  const evidence = weights.score * score + weights.like * like + weights.margin * margin;
  return 1 / (1 + Math.exp(-(weights.bias + evidence + weights.known * known + weights.subject * subject)));
}

/** Fitted by logistic regression on one half of test/answers, drawn by a seed, when there were 14 entries. */
const RIGHT: Weights = { bias: -4.91, score: 0.58, like: 0.97, margin: 4.84, known: 2.36, subject: 2.25 };
/**
 * Fitted by logistic regression on wordings held out of the entries, two of each, against 160 questions from outside, written
 * for it and none of those in test/answers.
 */
const INSIDE: Weights = { bias: -6.35, score: 3.38, like: 2.32, margin: -0.4, known: 3.67, subject: 2.56 };
const NEAR = 0.4;

/** One answer is given where both are at least this: to give a wrong one alone is worse than to ask back. */
const ENOUGH_TO_ANSWER: Confidence = { right: 0.8, inside: 0.8 };
/** The best are offered to choose from; of the 160 from outside a fifth meet that. Below it, nothing is. */
const ENOUGH_TO_OFFER = 0.66;
/** Above it a decline names what is nearest. */
const ENOUGH_TO_NAME = 0.3;

export function mayAnswer({ right, inside }: Confidence): boolean {
  return right >= ENOUGH_TO_ANSWER.right && inside >= ENOUGH_TO_ANSWER.inside;
}

export function mayOffer({ inside }: Confidence): boolean {
  return inside >= ENOUGH_TO_OFFER;
}

export function mayName({ inside }: Confidence): boolean {
  return inside >= ENOUGH_TO_NAME;
}

/**
 * A second hit with more than this share of the first one's score is as likely to be meant: ask back. A provision is shown
 * for free words only when they clearly name it.
 */
export const TOO_CLOSE = { entry: 0.95, provision: 0.9 } as const;
