// Who is named in an English question, and how: each with its preposition, and the asker by what they say of themselves.
import type { EnglishWordings } from '../knowledge/rule-schema.ts';
import type { Mark } from './frames.ts';
import type { Lexicon } from './lexicon.ts';
import type { Phrase } from './phrases.ts';
import { longest, type Hit, type Token } from './vocabulary.ts';
import {
  ADVERBS,
  BE,
  CONJUNCTIONS,
  DETERMINERS,
  FRAMES,
  MODALS,
  PREPOSITIONS,
  SUBORDINATORS,
  THING,
} from './english-words.ts';

type Kinds = Lexicon['kinds'];
type Unit = Omit<Phrase, 'mark' | 'joined'>;

export interface EnglishPhrases {
  /** In the order of the text. */
  readonly phrases: readonly Phrase[];
  /** What only says who is asking: "my son", "I am 14". */
  readonly askers: readonly Phrase[];
}

export function findEnglishPhrases(
  tokens: readonly Token[],
  hits: readonly Hit[],
  kinds: Kinds,
  fields: EnglishWordings['fields'],
): EnglishPhrases {
  const named = certain(longest(hits.filter(({ entry }) => entry.kind !== 'value')), hits, kinds, fields);
  const units = named.flatMap((hit) => unitOf(hit, tokens));
  const pronouns = tokens.flatMap((_, at) =>
    named.some(({ from, to }) => from <= at && at <= to) ? [] : pronounAt(at, tokens),
  );
  const isAsker = ({ from, to }: Unit) =>
    named.some(({ entry, ...hit }) => hit.from === from && hit.to === to && entry.kind === 'party' && entry.asker);
  const others = [...units.filter((unit) => !isAsker(unit)), ...pronouns].sort((a, b) => a.from - b.from);
  const bare = (unit: Unit): Phrase => ({ ...unit, mark: 'bare', joined: false });
  return { phrases: marked(inPlaces(others, tokens, kinds), tokens), askers: units.filter(isAsker).map(bare) };
}

/** Whether a word may stand between a preposition or an article and its noun. */
export function isBeforeEnglishNoun(word: string): boolean {
  if (DETERMINERS.has(word)) return true;
  return !(
    FRAMES.has(word) ||
    MODALS.has(word) ||
    BE.has(word) ||
    PREPOSITIONS.has(word) ||
    SUBORDINATORS.has(word) ||
    CONJUNCTIONS.has(word) ||
    ADVERBS.has(word) ||
    SELF.has(word) ||
    OTHERS.has(word) ||
    word === 'you'
  );
}

export function isSame(tokens: readonly Token[], a: number, b: number): boolean {
  return tokens[a] !== undefined && tokens[a].sentence === tokens[b]?.sentence;
}

const SELF: ReadonlySet<string> = new Set(['i', 'we', 'me', 'us']);
const OTHERS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'him', 'her', 'them']);

/** A word for two parties, "nurse", is of the one whose field is named too; else it is not said who that is. */
function certain(named: readonly Hit[], hits: readonly Hit[], kinds: Kinds, fields: EnglishWordings['fields']): Hit[] {
  const meanings = (hit: Hit) =>
    hits.filter(({ entry, from, to }) => entry.kind === 'party' && from === hit.from && to === hit.to);
  const fieldOf = ({ entry }: Hit) => {
    if (entry.kind !== 'party') return undefined;
    // A pupil is of the school, though not under its heading.
    return fields[entry.party === PUPIL ? (kinds.schools[0] ?? '') : entry.party];
  };
  const known = new Set(named.filter((hit) => new Set(meanings(hit).map(partyOf)).size < 2).map(fieldOf));
  return named.map((hit) => {
    const all = meanings(hit);
    if (new Set(all.map(partyOf)).size < 2) return hit;
    const fitting = all.filter((each) => known.has(fieldOf(each)));
    const [only] = fitting;
    return only !== undefined && new Set(fitting.map(partyOf)).size === 1 ? only : { ...hit, entry: { kind: 'folk' } };
  });
}

const PUPIL = 'elev';

function partyOf({ entry }: Hit): string {
  return entry.kind === 'party' ? entry.party : '';
}

function unitOf({ entry, from, to, genitive }: Hit, tokens: readonly Token[]): Unit[] {
  if (entry.kind === 'value') return [];
  const next = tokens[to + 1];
  const isFirstPart =
    next !== undefined &&
    isSame(tokens, to + 1, to) &&
    /^[ -]$/u.test(next.before) &&
    THING.test(next.word) &&
    !isGivenThing(from, next.word, tokens) &&
    !isVerbAt(to + 1, tokens);
  const plural = (tokens[to]?.word ?? '').endsWith('s') && !(tokens[to]?.word ?? '').endsWith('ss');
  const isBare = !DETERMINERS.has(tokens[from - 1]?.word ?? '');
  const place = {
    from,
    to,
    genitive: genitive || isFirstPart,
    indefinite: /^an?$/u.test(before(from, tokens)) || isBare || plural,
  };
  if (entry.kind !== 'party') return [{ ...place, kind: entry.kind }];
  return [{ ...place, kind: entry.asker ? 'self' : 'party', party: entry.party }];
}

/** "give the school information": two objects, and not the information of the school. */
function isGivenThing(from: number, thing: string, tokens: readonly Token[]): boolean {
  if (!/^(?:information|info|data|details|access|answers?|reports?|documents?)$/u.test(thing)) return false;
  const verb = tokens.slice(0, from).findLast(({ word }) => !DETERMINERS.has(word))?.word ?? '';
  return FRAMES.get(verb) === 'give' || FRAMES.get(verb) === 'tell';
}

/** "the police question", but "the police questions were": a verb where an auxiliary or a person stands before. */
function isVerbAt(at: number, tokens: readonly Token[]): boolean {
  const next = tokens[at + 1]?.word ?? '';
  return (
    FRAMES.has(tokens[at]?.word ?? '') &&
    isSame(tokens, at, at + 1) &&
    (DETERMINERS.has(next) ||
      SELF.has(next) ||
      /^(?:to|for|if|whether|how|that|everything|all|copies|information)$/u.test(next))
  );
}

/** The article or pronoun of the name, over its adjectives. */
function before(from: number, tokens: readonly Token[]): string {
  for (let at = from - 1; at >= Math.max(0, from - 3) && isSame(tokens, at, from); at -= 1) {
    const word = tokens[at]?.word ?? '';
    if (DETERMINERS.has(word)) return word;
    if (!isBeforeEnglishNoun(word)) return '';
  }
  return '';
}

function pronounAt(at: number, tokens: readonly Token[]): Unit[] {
  const word = tokens[at]?.word ?? '';
  const unit = { from: at, to: at, genitive: false, indefinite: false };
  if (SELF.has(word)) return [{ ...unit, kind: 'self' }];
  if (word === 'you') return [{ ...unit, kind: 'generic' }];
  if (!OTHERS.has(word)) return [];
  // "her" is hers where a noun follows.
  const next = tokens[at + 1];
  const isHers =
    word === 'her' &&
    next?.before === ' ' &&
    isBeforeEnglishNoun(next.word) &&
    !/^\d|^(?:that|what|which)$/u.test(next.word);
  return isHers ? [] : [{ ...unit, kind: 'other' }];
}

/** "the nurse at BUP", "BUP staff", "we at the school" and "someone from social services" are each one. */
function inPlaces(units: readonly Unit[], tokens: readonly Token[], kinds: Kinds): Unit[] {
  const joined: Unit[] = [];
  for (const unit of units) {
    const last = joined.at(-1);
    const whole = last === undefined ? undefined : inOne(last, unit, tokens, kinds);
    if (whole === undefined) joined.push(unit);
    else joined[joined.length - 1] = whole;
  }
  return joined;
}

function inOne(head: Unit, place: Unit, tokens: readonly Token[], kinds: Kinds): Unit | undefined {
  const isBeside = place.from === head.to + 1 && tokens[place.from]?.before === ' ' && !head.genitive;
  const whole = { ...head, to: place.to, genitive: place.genitive };
  // "BUP staff", "the hospital psychologist", "an independent school teacher".
  if (isBeside && head.kind === 'party' && !isOf(kinds.individuals, head)) {
    if (place.kind !== 'party' && place.kind !== 'other' && place.kind !== 'self' && place.kind !== 'generic')
      return whole;
    if (place.kind === 'party' && isOf(kinds.professions, place))
      return isOf(kinds.schools, head)
        ? { ...whole, party: place.party ?? '' }
        : isOf(kinds.professions, head)
          ? undefined
          : whole;
  }
  if (place.kind !== 'party' || place.party === undefined || isOf(kinds.individuals, place)) return undefined;
  if (head.genitive || head.kind === 'generic' || head.kind === 'other' || isOf(kinds.individuals, head))
    return undefined;
  if (!isAtPlace(head, place, tokens)) return undefined;
  if (head.kind !== 'party')
    return { ...whole, genitive: false, kind: head.kind === 'self' ? 'self' : 'party', party: place.party };
  const keeps = !isOf(kinds.professions, head) || isOf(kinds.schools, place) || isOf(kinds.professions, place);
  return keeps ? { ...whole, genitive: false } : { ...whole, genitive: false, party: place.party };
}

function isOf(parties: readonly string[], { party }: Unit): boolean {
  return party !== undefined && parties.includes(party);
}

function isAtPlace(head: Unit, place: Unit, tokens: readonly Token[]): boolean {
  const [first, ...rest] = tokens.slice(head.to + 1, place.from);
  if (first === undefined || !isSame(tokens, head.to, place.from) || place.genitive || first.before !== ' ')
    return false;
  const links = head.kind === 'self' ? AT : head.kind === 'party' ? AT_OR_OF : FROM_TOO;
  return links.has(first.word) && rest.every(({ word, before }) => before === ' ' && isBeforeEnglishNoun(word));
}

const AT: ReadonlySet<string> = new Set(['at', 'in', 'on']);
const AT_OR_OF: ReadonlySet<string> = new Set(['at', 'in', 'of']);
const FROM_TOO: ReadonlySet<string> = new Set(['at', 'in', 'of', 'from', 'for']);

function marked(units: readonly Unit[], tokens: readonly Token[]): Phrase[] {
  const phrases: Phrase[] = [];
  for (const unit of units) {
    const last = phrases.at(-1);
    const joined = last !== undefined && isJoined(last, unit, tokens);
    const own = markOf(unit, last, tokens);
    phrases.push({ ...unit, mark: joined && own === 'bare' ? last.mark : own, joined });
  }
  return phrases;
}

function markOf(unit: Unit, last: Unit | undefined, tokens: readonly Token[]): Mark {
  for (let at = unit.from - 1; at >= Math.max(0, unit.from - 5) && isSame(tokens, at, unit.from); at -= 1) {
    if (/[,:()–—]/u.test(tokens[at + 1]?.before ?? '')) return 'bare';
    const mark = PREPOSITIONS.get(tokens[at]?.word ?? '');
    if (mark !== undefined) return mark === 'aside' && isFollowedBySubject(at, unit, tokens) ? 'bare' : mark;
    if (last?.to === at && !last.genitive) return 'bare';
    // "against the rules | the teachers have": another name's words stand there.
    if (DETERMINERS.has(tokens[at + 1]?.word ?? '') && !DETERMINERS.has(tokens[at]?.word ?? '')) return 'bare';
    if (!(last?.to === at) && !isBeforeEnglishNoun(tokens[at]?.word ?? '')) return 'bare';
  }
  return 'bare';
}

/** "before the school tells": no preposition but the beginning of a clause. */
function isFollowedBySubject(at: number, unit: Unit, tokens: readonly Token[]): boolean {
  const next = tokens[unit.to + 1]?.word ?? '';
  return /^(?:before|after)$/u.test(tokens[at]?.word ?? '') && (FRAMES.has(next) || MODALS.has(next));
}

function isJoined(last: Phrase, unit: Unit, tokens: readonly Token[]): boolean {
  if (!isSame(tokens, last.to, unit.from) || (last.genitive && !unit.genitive)) return false;
  // "at BUP and a teacher phoned": a clause of its own.
  const next = tokens[unit.to + 1]?.word ?? '';
  if (last.mark !== 'bare' && isSame(tokens, unit.to, unit.to + 1) && (FRAMES.has(next) || MODALS.has(next)))
    return false;
  const [first, ...rest] = tokens.slice(last.to + 1, unit.from).map(({ word }) => word);
  const isNext = first === undefined && /^ ?, ?$|^ ?& ?$|^\/$/u.test(tokens[unit.from]?.before ?? '');
  return isNext || ((first === 'and' || first === 'or') && rest.every((word) => isBeforeEnglishNoun(word)));
}
