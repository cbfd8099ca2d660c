// What replaced what: the socialtjänstlag of 2001, section by section, in that of 2025. An old citation often looks valid
// today but means something else ("14 kap. 1 § SoL" was the duty to report), so both directions are needed.
import { sectionKey, type Citation } from './citation.ts';
import { findCitations } from './parse.ts';

/** The places of today's act that took over from a section of the repealed one. */
export interface Succession {
  readonly old: Citation;
  /** Empty where nothing corresponds today. */
  readonly current: readonly Citation[];
}

/** Where a section of a repealed act is found today, or `undefined` when the act is in force or the section is not mapped. */
export function successionOf(citation: Citation): Succession | undefined {
  return byOld.get(sectionKey(citation));
}

/**
 * What a citation of today's act would have meant under the repealed one with the same number, where that differs:
 * for `SoL 14:1`, the duty to report, found today in `SoL 19:1`. `undefined` when there is nothing to mistake.
 */
export function formerMeaning(citation: Citation): Succession | undefined {
  if (citation.act !== 'SoL') return undefined;
  const former = byOld.get(sectionKey({ ...citation, act: 'SoL2001' }));
  const same = former?.current.every((current) => sectionKey(current) === sectionKey(citation));
  return former === undefined || same === true ? undefined : former;
}

/**
 * SoL2001 -> SoL, checked section by section against both statute texts. A stycke stands where only that part moved.
 * Several rows may share a section; an empty right side means that nothing corresponds.
 */
const ROWS: readonly (readonly [string, string])[] = [
  ['1:1 första stycket', '2:1 första stycket'],
  ['1:1 andra stycket', '2:2'],
  ['1:1 tredje stycket', '2:1 andra stycket'],
  ['1:2', '3:1'],
  ['2:1', '4:1'],
  ['2:4', '4:2'],
  ['2:5', '4:3'],
  ['2:6', '7:3'],
  ['2:7', '10:8 och 9'],
  ['2a:10', '29:10'],
  ['2a:11', '29:11'],
  ['2a:12', '29:12'],
  ['3:3', '5:1-3'],
  ['3:5', '10:3'],
  ['3:6a', '21:1 och 2'],
  ['3:6b', '13:7'],
  ['4:1', '11:1'],
  ['4:2a', '11:5'],
  ['5:1', '18:1-5'],
  ['5:1a', '18:6'],
  ['5:1b', '18:8'],
  ['5:1c', '18:9'],
  ['5:2', '18:11'],
  ['5:3', '13:4 och 6'],
  ['5:3a', '13:5'],
  ['5:11', '18:7'],
  ['5:11', '13:1'],
  ['5:11a', '13:8'],
  ['7:1', '26:1'],
  ['7:3', '17:1 och 2'],
  ['7:3a', '17:4 och 5'],
  ['7:4', '17:6'],
  ['7:5', '17:7 och 8'],
  ['7:6', '17:10'],
  ['11:1', '14:2'],
  ['11:1a', '20:1 och 2'],
  ['11:2', '20:3-5'],
  ['11:3a', '22:7'],
  ['11:4', '29:9'],
  ['11:4a', '23:1-5'],
  ['11:4b', '23:1-5'],
  ['11:4c', '23:1-5'],
  ['11:5', '14:3 och 7'],
  ['11:6', '14:6'],
  ['11:7', '14:1 och 11'],
  ['11:8', '14:10'],
  ['11:9', '14:8'],
  ['11:10', '3:2-4'],
  ['11:10', '20:7'],
  ['11:11', '15:10'],
  ['11:11a', '15:11'],
  ['11:11b', '15:12'],
  ['12:1', '16:1'],
  ['12:2', '16:2 och 3'],
  ['12:5', '15:2'],
  ['12:6', '15:3'],
  ['12:7 första stycket', '15:4'],
  ['12:7 andra stycket', '15:8'],
  ['12:7 tredje stycket', '15:8'],
  ['12:8', '15:5'],
  ['12:9', '15:6'],
  ['12:10 första stycket', ''],
  ['12:10 andra stycket', ''],
  ['12:10 tredje stycket', '15:7'],
  ['14:1 första stycket', '19:1'],
  ['14:1 andra stycket', '19:2'],
  ['14:1 tredje stycket', '20:6'],
  ['14:1 fjärde stycket', '19:3'],
  ['14:1a', '19:5'],
  ['14:1b', '19:6'],
  ['14:1c', '19:4'],
  ['14:2', '5:1 andra stycket'],
  ['14:3', '27:2'],
  ['14:4', '27:3'],
  ['14:5', '27:4'],
  ['14:6', '27:5'],
  ['14:7', '27:6'],
  ['15:1', '17:11'],
  ['15:2', '17:12'],
  ['15:3', '15:1'],
  ['16:3', '35:1'],
  ['16:3', '35:5'],
  ['16:4a', '17:9'],
];

const byOld = table();

function table(): ReadonlyMap<string, Succession> {
  const map = new Map<string, Succession>();
  for (const [from, to] of ROWS) {
    const [old] = findCitations(from, 'SoL2001');
    if (old === undefined) throw new Error(`The succession table has a row that is no citation: ${from}`);
    const key = sectionKey(old.citation);
    const current = findCitations(to, 'SoL').map((found) => found.citation);
    const known = map.get(key)?.current ?? [];
    map.set(key, { old: old.citation, current: [...known, ...current.filter((c) => !known.some((k) => same(k, c)))] });
  }
  return map;
}

function same(a: Citation, b: Citation): boolean {
  return sectionKey(a) === sectionKey(b) && a.paragraph === b.paragraph;
}
