// What sections an act has and how each is built, as facts: numbers and dates, never the text of the law. By them a citation
// of a stycke or a punkt that is not there is found, and a summary of a wording that is no longer the law's.
import { z } from 'zod';
import { actById, ACTS, type ActId } from '../law/acts.ts';
import { sectionPlace, type Citation } from '../law/citation.ts';
import { line, type Validity } from './fields.ts';

/** One wording of a section. */
export interface SectionWording extends Validity {
  /** The act that gave it, as `SFS 2024:88`. */
  readonly wording: string;
  /** How many stycken it has; absent where they have not been counted. */
  readonly paragraphs?: number;
  /** How many punkter a stycke has, by its number counted from 1; a stycke without any is not there. */
  readonly items: ReadonlyMap<number, number>;
}

/** The sections of an act by their place (`26:1` or `10`), each with its known wordings, the oldest first. */
export interface KnownAct {
  readonly act: ActId;
  /** How far the act's amendments have been read, in words. */
  readonly readUpTo: string;
  readonly sections: ReadonlyMap<string, readonly SectionWording[]>;
}

const WORDING =
  /^(?<sfs>SFS \d{4}:\d{1,4})(?: från (?<from>\d{4}-\d{2}-\d{2}))?(?: till (?<to>\d{4}-\d{2}-\d{2}))?(?:, (?<paragraphs>\d{1,2}) styck(?:e|en))?(?:, punkter (?<items>\d{1,2}:\d{1,2}(?: \d{1,2}:\d{1,2})*))?$/u;

const wording = z
  .string()
  .regex(WORDING)
  .describe(
    'Författningen som gav lydelsen, dagarna den gäller, antal stycken, och antal punkter i de stycken som har några.',
  )
  .meta({ examples: ['SFS 2025:934 från 2025-12-01, 3 stycken, punkter 1:5'] });

const number = z.string().regex(/^\d{1,3}[a-z]?$/u);
const section = z.union([wording, z.array(wording).min(1)]);
const sections = z.record(number, section);

export const sectionsFile = z.strictObject({
  lag: z.enum(ACTS.filter((act) => act.repealed === undefined).map(({ id }) => id)),
  'läst till och med': line(60).describe('Hur långt lagens ändringar är lästa.'),
  paragrafer: z
    .record(number, z.union([section, sections]))
    .describe('Varje paragraf i lagen. Har lagen kapitel står paragraferna under sitt kapitel.'),
});

/** What a file says, or the numbers under which it has chapters where there are none, or none where there are. */
export const knownAct = (file: z.output<typeof sectionsFile>): KnownAct => ({
  act: file.lag,
  readUpTo: file['läst till och med'],
  sections: new Map(
    Object.entries(file.paragrafer).flatMap(([outer, value]) =>
      typeof value === 'string' || Array.isArray(value)
        ? [[outer, wordingsOf(value)] as const]
        : Object.entries(value).map(([inner, own]) => [`${outer}:${inner}`, wordingsOf(own)] as const),
    ),
  ),
});

/** A number that is written as a chapter in an act without any, or the other way round. */
export const soundSectionsFile = sectionsFile.check(({ value: { lag, paragrafer }, issues }) => {
  const { chapters } = actById(lag);
  for (const [outer, value] of Object.entries(paragrafer)) {
    const isChapter = typeof value === 'object' && !Array.isArray(value);
    if (isChapter === chapters) continue;
    issues.push({
      code: 'custom',
      input: value,
      path: ['paragrafer', outer],
      message: chapters ? `${lag} har kapitel, men ${outer} står som en paragraf.` : `${lag} har inga kapitel.`,
      params: {
        next: chapters
          ? "Skriv kapitlets nummer, och paragraferna indragna under det: '1': SFS 2009:400, 2 stycken."
          : "Skriv varje paragraf på en rad: '10': SFS 2017:900, 2 stycken.",
      },
    });
  }
});

/** The known wordings of the section that is cited; none where the section or the act is not known. */
export function knownWordings(acts: readonly KnownAct[], citation: Citation): readonly SectionWording[] {
  return acts.find(({ act }) => act === citation.act)?.sections.get(sectionPlace(citation)) ?? [];
}

function wordingsOf(value: string | readonly string[]): SectionWording[] {
  return [value].flat().flatMap((text) => {
    const { sfs, from, to, paragraphs, items = '' } = WORDING.exec(text)?.groups ?? {};
    if (sfs === undefined) return [];
    return [
      {
        wording: sfs,
        ...(from === undefined ? {} : { validFrom: from }),
        ...(to === undefined ? {} : { validTo: to }),
        ...(paragraphs === undefined ? {} : { paragraphs: Number(paragraphs) }),
        items: new Map(
          items
            .split(' ')
            .filter((pair) => pair !== '')
            .map((pair) => {
              const [paragraph, count] = pair.split(':').map(Number);
              return [paragraph ?? 0, count ?? 0];
            }),
        ),
      },
    ];
  });
}
