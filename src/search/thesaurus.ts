// What a word may also be called: the editors' groups of words and their English words, compiled for searching.
import type { Words } from '../knowledge/schema.ts';
import { englishStem } from '../question/english.ts';
import { fold, stem, words } from '../question/swedish.ts';

/** A word goes by its stem, a phrase by the stems of its words with spaces between. */
export interface Thesaurus {
  readonly others: ReadonlyMap<string, readonly string[]>;
  /** The phrases, each as its stems, by the first of them. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** An English word or phrase, by its English stems, to what it is called in Swedish. */
  readonly english: ReadonlyMap<string, readonly string[]>;
}

const compiled = new Map<string, Thesaurus>();

/** The same thesaurus for the same words, so that what was made with it before still holds after a reload. */
export function thesaurusOf(source: Words): Thesaurus {
  const key = JSON.stringify(source);
  const known = compiled.get(key) ?? compile(source);
  compiled.clear();
  compiled.set(key, known);
  return known;
}

function compile({ equivalents, english }: Words): Thesaurus {
  const others = new Map<string, Set<string>>();
  const names = new Set<string>();
  for (const group of equivalents) {
    const keys = [...new Set(group.map(keyOf))];
    for (const key of keys) {
      names.add(key);
      const set = others.get(key) ?? new Set();
      others.set(key, set);
      for (const other of keys) if (other !== key) set.add(other);
    }
  }
  const translated = new Map<string, Set<string>>();
  for (const [said, meant] of Object.entries(english)) {
    const key = words(said).map(englishStem).join(' ');
    const set = translated.get(key) ?? new Set();
    translated.set(key, set);
    for (const each of meant.map(keyOf)) {
      names.add(each);
      set.add(each);
    }
  }
  return {
    others: listed(others),
    phrases: phrasesOf([...names]),
    english: listed(translated),
  };
}

/** The phrases of the thesaurus that stand in a text, given as its words' stems. */
export function phrasesIn(stems: readonly string[], { phrases }: Thesaurus): string[] {
  const found: string[] = [];
  for (const [at, first] of stems.entries())
    for (const phrase of phrases.get(first) ?? [])
      if (phrase.every((each, i) => stems[at + i] === each)) found.push(joined(phrase));
  return found;
}

function keyOf(name: string): string {
  return joined(words(fold(name)).map(stem));
}

function phrasesOf(names: readonly string[]): Map<string, string[][]> {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of names.map((name) => name.split(' ')).filter(({ length }) => length > 1)) {
    const [first = ''] = phrase;
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return byFirst;
}

function joined(stems: readonly string[]): string {
  return stems.join(' ');
}

function listed(sets: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  return new Map([...sets].map(([key, set]) => [key, [...set]]));
}
