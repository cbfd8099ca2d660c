// What people ask about here though it lies outside: recognised like the entries, by wordings, so that they are told where to turn
// instead of being given a neighbouring answer.
import { z } from 'zod';
import { line } from './fields.ts';

export interface Elsewhere {
  readonly subject: string;
  /** That it lies outside, and whom to ask. Markdown, a sentence or two. */
  readonly says: string;
  readonly wordings: readonly string[];
}

const subjectShape = z.strictObject({
  ämne: line(60).describe('Vad frågorna gäller, i några ord.'),
  säg: z.string().trim().min(1).max(400).describe('Att det ligger utanför, och vem man kan fråga i stället.'),
  formuleringar: z.array(line(1_000)).min(1).describe('Sätt att fråga om det.'),
});

const elsewhereShape = z.strictObject({
  utanför: z.array(subjectShape).min(1).describe('Ämnen som ligger utanför underlaget.'),
});

export const elsewhereFile = elsewhereShape.transform(({ utanför }): readonly Elsewhere[] =>
  utanför.map(({ ämne, säg, formuleringar }) => ({ subject: ämne, says: säg, wordings: formuleringar })),
);

/** The keys that may stand at a path in the file, for "Menade du …?". */
export function elsewhereKeysAt(path: readonly (string | number)[]): readonly string[] {
  return Object.keys((path.length === 0 ? elsewhereShape : subjectShape).shape);
}
