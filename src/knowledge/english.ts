// What the parties and the concepts of the rules are called in English: the questions, their answers, and what a fact is called.
import { z } from 'zod';
import { line } from './fields.ts';
import { wordings, type EnglishWordings } from './rule-schema.ts';

export interface EnglishSource {
  /** By the party's id: what it is called in a sentence, "the school nurse". */
  readonly parties: Readonly<Record<string, string>>;
  /** By the Swedish heading under which parties are chosen. */
  readonly headings: Readonly<Record<string, string>>;
  readonly concepts: Readonly<Record<string, EnglishConcept>>;
  /** The words by which a question in English is understood. */
  readonly wordings: Omit<EnglishWordings, 'fields'>;
}

export interface EnglishConcept {
  /** What the fact is called where its value only says yes or no: "consent". */
  readonly name: string;
  readonly question: string;
  readonly help?: string;
  readonly values: Readonly<Record<string, string>>;
}

const id = z.string().trim().min(1).max(60);

const conceptShape = z.strictObject({
  namn: line(60).describe(
    'Vad begreppet heter, till exempel consent. Visas framför ett svar som bara är ja eller nej.',
  ),
  fråga: line(150),
  hjälp: line(300).optional(),
  värden: z.record(id, line(75)).optional().describe('Vad varje värde heter. Utelämnas där värdena är parter.'),
});

const englishShape = z.strictObject({
  parter: z.record(id, line(75)).describe('Vad varje part heter i en mening: the school nurse.'),
  rubriker: z.record(line(75), line(75)).describe('Rubrikerna som parterna väljs under, på svenska och engelska.'),
  begrepp: z.record(id, conceptShape),
  kallas: z
    .record(id, wordings)
    .optional()
    .describe('Andra ord för parterna i en engelsk fråga, skrivna som i ordforrad.yml: principal, head teacher.'),
  folk: wordings.optional().describe('Engelska ord för dem som inte har någon egen part: staff, someone.'),
  kollegor: wordings.optional().describe('Engelska ord för dem som hör till samma ställe: colleague, boss.'),
  uttryck: z
    .record(id, z.record(id, wordings))
    .optional()
    .describe('Det som sägs om uppgiften i en engelsk fråga: begrepp, värde och ordföljder, som i ordforrad.yml.'),
});

export const englishFile = englishShape.transform((file): EnglishSource => ({
  parties: file.parter,
  headings: file.rubriker,
  concepts: Object.fromEntries(
    Object.entries(file.begrepp).map(([concept, { namn, fråga, hjälp, värden }]) => [
      concept,
      { name: namn, question: fråga, ...(hjälp === undefined ? {} : { help: hjälp }), values: värden ?? {} },
    ]),
  ),
  wordings: {
    parties: file.kallas ?? {},
    concepts: file.uttryck ?? {},
    kinds: { people: file.folk ?? [], colleagues: file.kollegor ?? [] },
  },
}));

/** The keys that may stand at a path in the file, for "Menade du …?"; none where they are names of parties and values. */
export function englishKeysAt(path: readonly (string | number)[]): readonly string[] {
  if (path.length === 0) return Object.keys(englishShape.shape);
  return path[0] === 'begrepp' && path.length === 2 ? Object.keys(conceptShape.shape) : [];
}
