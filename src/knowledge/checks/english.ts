// Checks of engelska.yml: that all that an answer may show of parties and concepts has its English, and nothing else.
import { closest } from '../closest.ts';
import { NOT_SAID, type ConceptSource, type ConceptsSource } from '../rule-schema.ts';
import type { Problem } from '../problem.ts';
import type { ValuePath } from '../schema-problems.ts';
import type { Check, Draft } from './draft.ts';

/** Where the folder has the file, everything in it must be there: an answer half in English helps nobody. */
export const allHasItsEnglish: Check = ({ english, concepts, coverage }) => {
  if (english === undefined || concepts === undefined) return [];
  const { value, placeOf } = english;
  const { parties, concepts: known } = concepts.value;
  const compare: Compare = (path, said, wanted, kind) =>
    differences(said, wanted, kind).map(({ key, ...told }) => ({
      ...placeOf(key === undefined ? path : [...path, key]),
      ...told,
    }));
  return [
    ...compare(
      ['parter'],
      Object.keys(value.parties),
      parties.map(({ id }) => id),
      'Parten',
    ),
    ...compare(['rubriker'], Object.keys(value.headings), headingsOf(concepts.value), 'Rubriken'),
    ...compare(
      ['begrepp'],
      Object.keys(value.concepts),
      known.map(({ id }) => id),
      'Begreppet',
    ),
    ...known.flatMap((concept) => conceptProblems(concept, english, compare)),
    ...wordingProblems(english, concepts.value),
    ...coverageProblems(coverage),
  ];
};

type English = NonNullable<Draft['english']>;
type Compare = (path: ValuePath, said: readonly string[], wanted: readonly string[], kind: string) => Problem[];

function conceptProblems(
  { id, values, help }: ConceptSource,
  { value, placeOf }: English,
  compare: Compare,
): Problem[] {
  const said = value.concepts[id];
  if (said === undefined) return [];
  const path = ['begrepp', id];
  const wanted = values?.map((each) => each.id) ?? [];
  return [
    ...compare([...path, 'värden'], Object.keys(said.values), wanted, 'Värdet'),
    ...(help === undefined || said.help !== undefined ? [] : [{ ...placeOf(path), ...missing('Hjälpen till', id) }]),
  ];
}

/** The words by which a question is understood are of parties and values that there are; not every one need have some. */
function wordingProblems({ value, placeOf }: English, { parties, concepts }: ConceptsSource): Problem[] {
  const unknown = (path: ValuePath, said: readonly string[], wanted: readonly string[], kind: string) =>
    differences(said, wanted, kind).flatMap(({ key, ...told }) =>
      key === undefined ? [] : [{ ...placeOf([...path, key]), ...told }],
    );
  const ids = parties.map(({ id }) => id);
  const said = value.wordings.concepts;
  return [
    ...unknown(['kallas'], Object.keys(value.wordings.parties), ids, 'Parten'),
    ...unknown(
      ['uttryck'],
      Object.keys(said),
      concepts.map(({ id }) => id),
      'Begreppet',
    ),
    ...concepts.flatMap(({ id, values }) => {
      const wanted = values?.map((each) => each.id) ?? ids;
      return unknown(['uttryck', id], Object.keys(said[id] ?? {}), [...wanted, NOT_SAID], 'Värdet');
    }),
  ];
}

function coverageProblems(coverage: Draft['coverage']): Problem[] {
  if (coverage === undefined) return [];
  const { rows, leftOut } = coverage.value;
  const next = 'Skriv den också på engelska, under «mening en».';
  return [
    ...rows.flatMap(({ sentence, english }, index): Problem[] => {
      if (sentence === undefined || english !== undefined) return [];
      const message = 'Meningen saknar engelska.';
      return [{ ...coverage.placeOf(['täckning', index, 'mening']), code: 'missing-key', message, next }];
    }),
    ...leftOut.flatMap(({ english }, index): Problem[] => {
      if (english !== undefined) return [];
      const place = coverage.placeOf(['utanför reglerna', index]);
      const how = 'Skriv { text: …, en: … }, med samma sak på engelska under «en».';
      return [{ ...place, code: 'missing-key', message: 'Punkten saknar engelska.', next: how }];
    }),
  ];
}

interface Difference extends Pick<Problem, 'code' | 'message' | 'next'> {
  /** Where something stands that should not; absent where something should stand that does not. */
  readonly key?: string;
}

function differences(said: readonly string[], wanted: readonly string[], kind: string): Difference[] {
  const unknown = said.filter((key) => !wanted.includes(key));
  return [
    ...unknown.map((key): Difference => {
      const meant = closest(key, wanted);
      const next =
        meant === undefined ? 'Ta bort raden, eller skriv namnet som i begrepp.yml.' : `Menade du «${meant}»?`;
      return { key, code: 'unknown-value', message: `${kind} «${key}» finns inte i begrepp.yml.`, next };
    }),
    ...wanted.filter((key) => !said.includes(key)).map((key) => missing(kind, key)),
  ];
}

function missing(kind: string, key: string): Difference {
  const next = 'Lägg till vad det heter på engelska.';
  return { code: 'missing-key', message: `${kind} «${key}» saknas i engelska.yml.`, next };
}

function headingsOf({ parties }: ConceptsSource): string[] {
  return parties.flatMap(({ heading }) => heading ?? []);
}
