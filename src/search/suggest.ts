// What a search for a provision offers while it is still being written: the one that is cited, those whose place begins so, and
// those whose names are like the words.
//
//   "osl 26"      ─▶ the act and the beginning of a place ─▶ OSL 26:1, OSL 26:2, …
//   "26 kap. 1 §" ─▶ a whole citation                     ─▶ OSL 26:1, then what begins so
//   "sol samtyke" ─▶ an act and other words               ─▶ the act's, by name
import { ACTS, type ActId } from '../law/acts.ts';
import { sectionKey, wholeSection } from '../law/citation.ts';
import { findCitations } from '../law/parse.ts';
import { successionOf } from '../law/successors.ts';
import { appliesOn, provisionOn, type Knowledge } from '../knowledge/knowledge.ts';
import type { Provision } from '../knowledge/schema.ts';
import { provisionsLike } from './lookup.ts';

/** The provisions that someone who has written this may mean, best first, each once, at most `most`. */
export function suggestProvisions(knowledge: Knowledge, day: string, written: string, most: number): Provision[] {
  const text = written.normalize('NFC').slice(0, LONGEST).toLocaleLowerCase('sv').trim();
  // One letter is like everything.
  if (/^\D?$/u.test(text)) return mostRestedOn(knowledge, day).slice(0, most);
  const cited = findCitations(text)
    .flatMap(({ citation }) => [citation, ...(successionOf(citation)?.current ?? [])])
    .flatMap((citation) => provisionOn(knowledge, wholeSection(citation), day) ?? []);
  const begun = begunIn(text);
  const isPlaced = begun.acts.length > 0 || begun.place !== undefined;
  const placed = isPlaced
    ? inOrder(knowledge.provisions.filter((each) => appliesOn(each, day) && fits(each, begun)))
    : [];
  const named = begun.words === '' ? [] : provisionsLike(knowledge, day, begun.words).map(({ item }) => item);
  // Words beside an act are searched for in that act; where nothing there is called so, in all of them.
  const both = named.filter((each) => placed.includes(each));
  const found = begun.words === '' ? placed : both.length > 0 ? both : isPlaced ? [...named, ...placed] : named;
  return [...new Set([...cited, ...found])].slice(0, most);
}

/** Characters; nobody writes more in a search. */
const LONGEST = 100;

interface Begun {
  readonly acts: readonly ActId[];
  /** What stands before and after the colon, as far as it has been written. */
  readonly place?: { readonly first: string; readonly second?: string };
  /** What is neither. */
  readonly words: string;
}

/** "26", "26:", "26 kap 1", "7 g § ": numbers that may be the beginning of a place. */
const PLACE =
  /(?<!\p{L})(\d+(?: ?[a-z](?!\p{L}))?)(?:\s*(:|kap(?:itlet|itel)?\b\.?)\s*(\d+(?: ?[a-z](?!\p{L}))?)?)?\s*(?:§+|paragraf(?:en)?)?/u;

function begunIn(text: string): Begun {
  const found = PLACE.exec(text);
  const tight = (number: string) => number.replaceAll(' ', '');
  const rest = found === null ? text : `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  const { acts, words } = actIn(rest);
  const [, first, divided, second] = found ?? [];
  if (first === undefined) return { acts, words };
  const after = divided === undefined ? {} : { second: tight(second ?? '') };
  return { acts, words, place: { first: tight(first), ...after } };
}

/** The act that is named by one of the words or by all of them, however it is called, and the words that are left. */
function actIn(text: string): Pick<Begun, 'acts' | 'words'> {
  const words = text.split(/[\s,.()§]+/u).filter((word) => word !== '');
  const whole = actsCalled(words.join(' '));
  if (whole.length > 0) return { acts: whole, words: '' };
  const at = words.findIndex((word) => actsCalled(word).length > 0);
  if (at === -1) return { acts: [], words: words.join(' ') };
  return { acts: actsCalled(words[at] ?? ''), words: words.toSpliced(at, 1).join(' ') };
}

function actsCalled(name: string): ActId[] {
  const isBegun = (whole: string) => LAW.test(name) && whole.toLocaleLowerCase('sv').startsWith(name);
  return ACTS.filter(
    ({ id, name: whole, aliases = [] }) =>
      [id, whole, ...aliases].some((each) => each.toLocaleLowerCase('sv') === name) || isBegun(whole),
  ).map(({ id }) => id);
}

/** What makes the beginning of a word that of an act's name: "socialtjänst" alone is what the act is about. */
const LAW = /\p{L}{3,}(?:lag|balk|förordning)/u;

function fits({ citation: { act, chapter, section } }: Provision, { acts, place }: Begun): boolean {
  if (acts.length > 0 && !acts.includes(act)) return false;
  if (place === undefined) return true;
  if (place.second === undefined) return (chapter ?? section).startsWith(place.first);
  return chapter === place.first && section.startsWith(place.second);
}

/** As the statute book has them, OSL first: it is what is asked for where no act is named. */
function inOrder(provisions: readonly Provision[]): Provision[] {
  const rank = ({ citation: { act } }: Provision) => ACTS.findIndex(({ id }) => id === act);
  return provisions.toSorted(
    (a, b) =>
      rank(a) - rank(b) || sectionKey(a.citation).localeCompare(sectionKey(b.citation), 'sv', { numeric: true }),
  );
}

/** To one who has written nothing: what most answers rest on. */
function mostRestedOn({ provisions, entries }: Knowledge, day: string): Provision[] {
  const times = new Map<string, number>();
  for (const { citations } of entries)
    for (const key of new Set(citations.map(sectionKey))) times.set(key, (times.get(key) ?? 0) + 1);
  const rested = ({ citation }: Provision) => times.get(sectionKey(citation)) ?? 0;
  return provisions.filter((each) => appliesOn(each, day)).toSorted((a, b) => rested(b) - rested(a));
}
