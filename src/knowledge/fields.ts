// The small pieces of which the formats of the knowledge folder are made.
import { z } from 'zod';
import type { Citation } from '../law/citation.ts';
import { findCitations, parseCitation } from '../law/parse.ts';

/** The days, as `2026-11-22`, on which something applies; both are included, and either may be open. */
export interface Validity {
  readonly validFrom?: string;
  readonly validTo?: string;
}

export const day = z.iso.date().describe('En dag, skriven 2026-11-22.');
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\n]*$/u);

/** Characters: a wording may be a whole letter, though a short one. */
export const LONGEST_WORDING = 1_000;

export const citation = z
  .string()
  .transform((text, context): Citation => {
    const found = parseCitation(text);
    if (found !== undefined) return found;
    const several = findCitations(text).length > 1;
    context.addIssue({
      code: 'custom',
      params: {
        problem: 'not-a-citation',
        next: several
          ? 'Skriv ett lagrum per rad.'
          : 'Skriv lagens förkortning, kapitel och paragraf, till exempel «OSL 26:1» eller «26 kap. 1 § OSL».',
      },
      message: several ? `«${text}» är flera lagrum.` : `«${text}» går inte att läsa som ett lagrum.`,
    });
    return z.NEVER;
  })
  .describe('Ett lagrum, till exempel OSL 26:1 eller 26 kap. 1 § första stycket OSL.');

export const sfs = z
  .string()
  .regex(/^SFS \d{4}:\d{1,4}$/u)
  .describe('Författningen som gav den här lydelsen, till exempel SFS 2024:88.');

/** The days of validity of a file, in English. */
export function validity(file: { 'gäller från'?: string | undefined; 'gäller till'?: string | undefined }): Validity {
  return {
    ...(file['gäller från'] === undefined ? {} : { validFrom: file['gäller från'] }),
    ...(file['gäller till'] === undefined ? {} : { validTo: file['gäller till'] }),
  };
}
