// What meets those who have not asked anything yet: what people ask most, what the subjects are called, and what is new.
import { z } from 'zod';
import { day, line } from './fields.ts';

export interface Start {
  /** Folder of `fragor/` -> what the subject is called, in the order in which they are shown. */
  readonly areas: Readonly<Record<string, string>>;
  /** Entries by their id, the one to suggest first at the front. */
  readonly common: readonly string[];
  /** The newest first. */
  readonly news: readonly News[];
}

/** Something that editors tell of. */
export interface News {
  readonly day: string;
  /** Markdown, a sentence or two. */
  readonly text: string;
}

const newsShape = z.strictObject({
  datum: day.describe('Dagen då det blev nytt.'),
  text: line(300).describe('Vad som är nytt, i en mening eller två. Markdown.'),
});

const startShape = z.strictObject({
  // A subject stands on a select beside the number of its answers, and an option holds 75 characters.
  områden: z.record(z.string().regex(/^[a-z0-9-]+$/u), line(60)).describe('Mapp i fragor/ och vad ämnet heter.'),
  'vanliga frågor': z
    .array(line(120))
    .describe('Frågor att föreslå, till exempel grunder/vad-ar-men, den första först.'),
  nytt: z.array(newsShape).describe('Nyheter i underlaget, den nyaste först. De fem första visas.'),
});

export const startFile = startShape.partial().transform((file): Start => ({
  areas: file.områden ?? {},
  common: file['vanliga frågor'] ?? [],
  news: (file.nytt ?? []).map(({ datum, text }) => ({ day: datum, text })),
}));

/** One folder's on another's: what a municipality adds comes first among the news and last among the rest. */
export function startOf(starts: readonly Start[]): Start {
  return {
    areas: Object.assign({}, ...starts.map(({ areas }) => areas)) as Start['areas'],
    common: [...new Set(starts.flatMap(({ common }) => common))],
    news: starts.flatMap(({ news }) => news).toSorted((a, b) => b.day.localeCompare(a.day)),
  };
}

/** The keys that may stand at a path in the file, for "Menade du …?". */
export function startKeysAt(path: readonly (string | number)[]): readonly string[] {
  if (path.length === 0) return Object.keys(startShape.shape);
  return path[0] === 'nytt' ? Object.keys(newsShape.shape) : [];
}
