// What the bot remembers: that an answer was given, that one was missing, what people thought of it. Never who asked, nor what
// was asked word for word. It sits behind this one interface, handed in from `main`, so that it may stand elsewhere later.

/** One thing that is remembered. `day` is the day in Sweden, as `2026-11-22`: no clock time, which could point to a person. */
export type Note =
  /** This entry was the answer. */
  | { readonly kind: 'answered'; readonly day: string; readonly entry: string }
  | Gap
  /** Someone pressed thumbs up under this entry. */
  | { readonly kind: 'thanks'; readonly day: string; readonly entry: string }
  /** The weekly digest was sent. */
  | { readonly kind: 'digest'; readonly day: string };

/** Something that the knowledge lacks, or says badly. */
export interface Gap {
  readonly kind: 'gap';
  readonly day: string;
  readonly why: 'declined' | 'asked back' | 'thumbs down' | 'asked a human';
  /** The folder of the entry that was nearest, such as `skola`; absent where nothing was near. */
  readonly area?: string;
  /** The entry that was given, where one was. */
  readonly entry?: string;
  /** Words of the question that also stand in the knowledge folder, sorted: they cannot point to a person. */
  readonly words: readonly string[];
  /** Why the thumb was down. */
  readonly reason?: FeedbackReason;
  /** What the person wrote to the editors, masked. */
  readonly line?: string;
}

export const FEEDBACK_REASONS = ['wrong', 'unclear', 'missing', 'other'] as const;
export type FeedbackReason = (typeof FEEDBACK_REASONS)[number];

export interface Memory {
  /** Remembers it. Never throws: what cannot be kept must not cost anybody their answer. */
  readonly note: (note: Note) => void;
  /** What is remembered from that day on, oldest first. */
  readonly notes: (since: string) => readonly Note[];
  /** It is there after a restart, too. */
  readonly lasts?: true;
}

/** A memory that is gone when the program ends; the oldest go when there are more than `most`. */
export function memoryInRam(most = 10_000): Memory {
  let kept: readonly Note[] = [];
  return {
    note: (note) => {
      kept = [...kept, note].slice(-most);
    },
    notes: (since) => kept.filter(({ day }) => day >= since),
  };
}
