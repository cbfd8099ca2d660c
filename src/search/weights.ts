// What each signal of the search says about how sure it is. Written by `sekretesslotsen utvardera … --kalibrera`, from the half of
// the questions that may be looked at; read the change before it is kept.
import type { Chance, Weights } from './signals.ts';

export const WEIGHTS: Readonly<Record<Chance, Weights>> = {
  right: {
    bias: -4.24,
    score: 5.03,
    words: 2.24,
    like: -2.12,
    about: 1.7,
    margin: 4.73,
    known: 0.43,
    subject: 0.4,
    elsewhere: -2.4,
  },
  inside: {
    bias: -2.37,
    score: 5.61,
    words: 1.85,
    like: -0.39,
    about: 0.63,
    margin: -3.22,
    known: 2.15,
    subject: 1.92,
    elsewhere: -4.66,
  },
};
