// What the checks across files look at: everything that was read, with the way back to where it stands.
import type { Citation } from '../../law/citation.ts';
import type { Addition, LocalSource } from '../local.ts';
import type { Place, Problem } from '../problem.ts';
import type { ValuePath } from '../schema-problems.ts';
import type { Case, ConceptsSource, CoverageSource, Vocabulary } from '../rule-schema.ts';
import type { Entry, Provision, Words } from '../schema.ts';
import type { KnownAct } from '../sections.ts';
import type { Elsewhere } from '../elsewhere.ts';
import type { EnglishSource } from '../english.ts';
import type { Start } from '../start.ts';
import type { Urgent } from '../urgent.ts';

/** Something read from a file, with the way back to where each part of it stands. */
export interface Located<T> {
  readonly value: T;
  /** As people are told of it. */
  readonly file: string;
  /** From the folder that it stands in. */
  readonly path: string;
  readonly text: string;
  readonly placeOf: (path: ValuePath) => Place;
}

/** What has been read, before it is known to be sound. */
export interface Draft {
  readonly provisions: readonly Located<Provision>[];
  readonly entries: readonly Located<Entry>[];
  readonly additions: readonly Located<Addition>[];
  readonly locals: readonly Located<LocalSource>[];
  readonly words: readonly Located<Words>[];
  readonly acts: readonly Located<KnownAct>[];
  readonly concepts?: Located<ConceptsSource>;
  readonly english?: Located<EnglishSource>;
  readonly coverage?: Located<CoverageSource>;
  readonly cases: readonly Located<readonly Case[]>[];
  readonly vocabulary?: Located<Vocabulary>;
  readonly urgent?: Located<Urgent>;
  readonly elsewhere: readonly Located<readonly Elsewhere[]>[];
  readonly starts: readonly Located<Start>[];
  /** Files that are there but could not be read, from their own folder: nothing is said of what refers to them. */
  readonly unread: readonly string[];
}

/** Sees the whole draft and gives what is wrong with it. */
export type Check = (draft: Draft) => Problem[];

/** The path of a provision's file, without its ending. */
export function fileStem({ act, chapter, section }: Citation): string {
  return `lagrum/${act.toLowerCase()}/${chapter === undefined ? section : `${chapter}-${section}`}`;
}

/** The path of the file with the sections of the act that is cited. */
export function sectionsFileOf({ act }: Pick<Citation, 'act'>): string {
  return `paragrafer/${act.toLowerCase()}.yml`;
}

/** What is worked out of a file alone, once for as long as the file stays as it is. */
export function remembered<T extends object, R>(make: (file: Located<T>) => R): (file: Located<T>) => R {
  const known = new WeakMap<T, R>();
  return (file) => {
    const before = known.get(file.value);
    if (before !== undefined) return before;
    const made = make(file);
    known.set(file.value, made);
    return made;
  };
}
