// Checks of the provision files, and of the days on which anything applies.
import { sectionKey } from '../../law/citation.ts';
import type { Validity } from '../fields.ts';
import { knownWordings } from '../sections.ts';
import { fileStem, sectionsFileOf, type Check } from './draft.ts';

export const provisionFileName: Check = ({ provisions }) =>
  provisions.flatMap(({ value, path, placeOf }) => {
    const stem = fileStem(value.citation);
    const expected =
      value.validFrom === undefined ? [`${stem}.yml`] : [`${stem}.yml`, `${stem}.${value.validFrom}.yml`];
    if (expected.includes(path)) return [];
    return [
      {
        ...placeOf(['lagrum']),
        code: 'file-name',
        message: `Filen heter inte som sitt lagrum, ${sectionKey(value.citation)}.`,
        next: `Döp filen till ${expected.at(-1) ?? stem}, eller rätta lagrummet.`,
      },
    ];
  });

export const wholeSectionOnly: Check = ({ provisions }) =>
  provisions.flatMap(({ value, placeOf }) =>
    value.citation.paragraph === undefined && value.citation.item === undefined && value.citation.sentence === undefined
      ? []
      : [
          {
            ...placeOf(['lagrum']),
            code: 'wrong-value',
            message: 'En fil beskriver en hel paragraf.',
            next: `Skriv ${sectionKey(value.citation)}, och nämn stycket i sammanfattningen.`,
          } as const,
        ],
  );

export const oneFilePerWording: Check = ({ provisions }) =>
  provisions.flatMap(({ value, placeOf }, index) => {
    const other = provisions
      .slice(0, index)
      .find(
        (earlier) => sectionKey(earlier.value.citation) === sectionKey(value.citation) && overlap(earlier.value, value),
      );
    if (other === undefined) return [];
    return [
      {
        ...placeOf(['lagrum']),
        code: 'duplicate-id',
        message: `${sectionKey(value.citation)} finns redan i ${other.file}.`,
        next: 'Behåll den ena filen. Är det två lydelser: skriv «gäller till» i den äldre och «gäller från» i den nyare.',
      },
    ];
  });

export const validityInOrder: Check = ({ provisions, entries }) =>
  [...provisions, ...entries].flatMap(({ value, placeOf }) =>
    value.validFrom !== undefined && value.validTo !== undefined && value.validFrom > value.validTo
      ? [
          {
            ...placeOf(['gäller till']),
            code: 'wrong-value',
            message: '«gäller till» ligger före «gäller från».',
            next: 'Rätta den ena dagen.',
          } as const,
        ]
      : [],
  );

/** A summary of a wording that the list of sections does not have is of one that is gone, or that the list has not been told of. */
export const wordingOfTheLaw: Check = ({ provisions, acts }) =>
  provisions.flatMap(({ value, placeOf }) => {
    const { citation, wording } = value;
    const known = knownWordings(
      acts.map((act) => act.value),
      citation,
    ).map((one) => one.wording);
    if (known.length === 0 || known.includes(wording)) return [];
    return [
      {
        ...placeOf(['lydelse']),
        code: 'other-wording',
        message: `${sectionKey(citation)} har lydelsen ${known.join(' och ')} i ${sectionsFileOf(citation)}, inte ${wording}.`,
        next: 'Läs lagtexten. Är lydelsen ny: skriv den i båda filerna, och läs om sammanfattningen och frågorna som vilar på den.',
      },
    ];
  });

export const sectionsFileName: Check = ({ acts }) =>
  acts.flatMap(({ value, path, placeOf }) =>
    path === sectionsFileOf(value)
      ? []
      : [
          {
            ...placeOf(['lag']),
            code: 'file-name',
            message: `Filen heter inte som sin lag, ${value.act}.`,
            next: `Döp filen till ${sectionsFileOf(value)}, eller rätta lagen.`,
          } as const,
        ],
  );

function overlap(a: Validity, b: Validity): boolean {
  return (a.validFrom ?? '') <= (b.validTo ?? '9999-12-31') && (b.validFrom ?? '') <= (a.validTo ?? '9999-12-31');
}
