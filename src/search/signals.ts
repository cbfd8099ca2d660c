// What the search sees of its first hit, and what each of that may weigh.

/** What speaks for and against the first hit; each 0 to about 1. */
export interface Signals {
  readonly score: number;
  /** What of it comes of its words, of its one wording that is most alike, and of what it is about. */
  readonly words: number;
  readonly like: number;
  readonly about: number;
  /** How far it is ahead of the best hit that it does not refer to, as a share of its own score. */
  readonly margin: number;
  /** The share of the question's own words that any text has. */
  readonly known: number;
  /** The share of them that entries are asked by and provisions are called. */
  readonly subject: number;
  /** The score of the nearest subject outside, as a share of this one, at most 2. */
  readonly elsewhere: number;
}

export const SIGNALS = ['score', 'words', 'like', 'about', 'margin', 'known', 'subject', 'elsewhere'] as const;

/** What there is a chance of: that the first hit is right, and that anything here is. */
export type Chance = 'right' | 'inside';

/** A logistic regression over the signals. */
export type Weights = Readonly<Record<'bias' | keyof Signals, number>>;
