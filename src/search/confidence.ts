// How sure the ranker is: that its first hit is the right one, and that the question is about this at all.
import { SIGNALS, type Signals, type Weights } from './signals.ts';
import { WEIGHTS } from './weights.ts';

/** Both are chances, 0 to 1. */
export interface Confidence {
  /** That the first hit is what was asked for. */
  readonly right: number;
  /** That anything here is. */
  readonly inside: number;
}

export function confidence(signals: Signals): Confidence {
  return { right: chance(signals, WEIGHTS.right), inside: chance(signals, WEIGHTS.inside) };
}

export const NO_CONFIDENCE: Confidence = { right: 0, inside: 0 };

function chance(signals: Signals, weights: Weights): number {
  return 1 / (1 + Math.exp(-SIGNALS.reduce((sum, signal) => sum + weights[signal] * signals[signal], weights.bias)));
}

/**
 * One answer is given where both are at least this: to give a wrong one alone is worse than to ask back. On the half that may be
 * looked at, nine in ten of those given alone are then right. The lines below were chosen on the same half.
 */
const ENOUGH_TO_ANSWER: Confidence = { right: 0.75, inside: 0.6 };
/** The best are offered to choose from. Below it, nothing is. */
const ENOUGH_TO_OFFER = 0.5;
/** Above it a decline names what is nearest. */
const ENOUGH_TO_NAME = 0.2;

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
