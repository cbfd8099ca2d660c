// Who is named in a question, and how: each with its preposition, and what the asker says of themselves.
import {
  ADVERBS,
  AND,
  DETERMINERS,
  GENERIC,
  MODALS,
  OTHERS,
  OTHER_FINITE,
  PREPOSITIONS,
  QUESTION_WORDS,
  SELF_OBJECT,
  SELF_SUBJECT,
  SUBORDINATORS,
  VERB_FORMS,
  isThing,
  type Mark,
} from './frames.ts';
import { type Lexicon } from './lexicon.ts';
import { longest, type Hit, type Token } from './vocabulary.ts';

/** Someone in the text. Places are tokens, `to` inclusive. */
export interface Phrase {
  readonly kind: 'party' | 'self' | 'generic' | 'other' | 'folk' | 'kollega';
  readonly party?: string;
  readonly mark: Mark;
  readonly genitive: boolean;
  /** Named as a kind and not as someone known: "kurator", not "kuratorn". */
  readonly indefinite: boolean;
  /** From the first word of the name to the end of what belongs to it: "kuratorn på en friskola". */
  readonly from: number;
  readonly to: number;
  /** Joined by "och" to the phrase before. */
  readonly joined: boolean;
}

type Unit = Omit<Phrase, 'mark' | 'joined'>;

export function findPhrases(tokens: readonly Token[], hits: readonly Hit[], lexicon: Lexicon): Phrase[] {
  const named = longest(hits.filter(({ entry }) => entry.kind !== 'value')).flatMap((hit) => unitsOf(hit, tokens));
  const pronouns = tokens.flatMap((token, at) =>
    named.some(({ from, to }) => from <= at && at <= to) ? [] : pronounAt(token.word, at, tokens),
  );
  const units = [...named, ...pronouns].sort((a, b) => a.from - b.from);
  return marked(joinedByPlace(units, tokens, lexicon), tokens, lexicon);
}

function unitsOf({ entry, from, to, doubt, genitive }: Hit, tokens: readonly Token[]): Unit[] {
  const next = tokens[to + 1];
  const isFirstPart = next?.before === '-' && isThing(next.word);
  const place = { from, to, genitive: genitive || isFirstPart, indefinite: doubt === 0 };
  switch (entry.kind) {
    case 'party':
      return [{ ...place, kind: entry.asker ? 'self' : 'party', party: entry.party }];
    case 'folk':
    case 'kollega':
      return [{ ...place, kind: entry.kind }];
    case 'value':
      return [];
  }
}

function pronounAt(word: string, at: number, tokens: readonly Token[]): Unit[] {
  const unit = { from: at, to: at, genitive: false, indefinite: false };
  if (SELF_SUBJECT.has(word) || SELF_OBJECT.has(word)) return [{ ...unit, kind: 'self' }];
  if (GENERIC.has(word)) return [{ ...unit, kind: 'generic' }];
  // "den" and "de" are pronouns only where no noun follows.
  const next = tokens[at + 1]?.word ?? '';
  const isArticle =
    /^de[nt]?$/u.test(word) &&
    !isVerbal(next) &&
    !PREPOSITIONS.has(next) &&
    tokens[at + 1]?.sentence === tokens[at]?.sentence;
  return OTHERS.has(word) && !isArticle ? [{ ...unit, kind: 'other' }] : [];
}

export function isVerbal(word: string): boolean {
  return VERB_FORMS.has(word) || MODALS.has(word) || OTHER_FINITE.has(word) || ADVERBS.has(word);
}

export function isFinite(word: string): boolean {
  return VERB_FORMS.get(word)?.form === 'finite' || MODALS.has(word) || OTHER_FINITE.has(word);
}

/** "kuratorn på BUP" is one, and so are "BUP-kuratorn", "oss på skolan" and "personalen på HVB-hemmet". */
function joinedByPlace(units: readonly Unit[], tokens: readonly Token[], lexicon: Lexicon): Unit[] {
  const joined: Unit[] = [];
  for (const unit of units) {
    const last = joined.at(-1);
    const whole = last === undefined ? undefined : inOne(last, unit, tokens, lexicon);
    if (whole === undefined) joined.push(unit);
    else joined[joined.length - 1] = whole;
  }
  return joined;
}

function inOne(head: Unit, place: Unit, tokens: readonly Token[], { kinds }: Lexicon): Unit | undefined {
  const hyphen = place.from === head.to + 1 && tokens[place.from]?.before === '-';
  if (!hyphen && !isAtPlace(head, place, tokens)) return undefined;
  if (place.kind !== 'party' && !(hyphen && place.kind === 'folk')) return undefined;
  const whole = { ...head, to: place.to, genitive: hyphen && place.genitive };
  if (hyphen && place.kind === 'folk')
    return head.kind === 'party' ? { ...whole, genitive: place.genitive } : undefined;
  if (hyphen)
    return isIn(kinds.professions, place) && !isIn(kinds.schools, head) ? whole : { ...place, from: head.from };
  if (head.kind === 'generic' || place.party === undefined) return undefined;
  if (head.kind !== 'party') return { ...whole, kind: head.kind === 'self' ? 'self' : 'party', party: place.party };
  const keeps = !isIn(kinds.professions, head) || isIn(kinds.schools, place);
  return keeps ? whole : { ...whole, party: place.party };
}

export function isIn(parties: readonly string[], { party }: Pick<Phrase, 'party'>): boolean {
  return party !== undefined && parties.includes(party);
}

function isAtPlace(head: Unit, place: Unit, tokens: readonly Token[]): boolean {
  const between = tokens.slice(head.to + 1, place.from);
  if (between.length === 0 || place.genitive || between.some(({ before }, at) => at > 0 && /[,.;:?!(]/u.test(before)))
    return false;
  const words = between.map(({ word }) => word).filter((word) => word !== 'har');
  if (head.kind === 'other' && words[0] === 'i') return false;
  return (
    PREPOSITIONS.get(words[0] ?? '') === 'at' &&
    !/[,.;:?!]/u.test(tokens[head.to + 1]?.before ?? '') &&
    words.slice(1).every((word) => isBeforeNoun(word))
  );
}

/** Whether a word may stand between a preposition and its noun. Unknown words may if they look like adjectives. */
export function isBeforeNoun(word: string): boolean {
  if (DETERMINERS.has(word) || /^\d+$/u.test(word)) return true;
  if (isVerbal(word) || PREPOSITIONS.has(word) || AND.has(word) || SUBORDINATORS.has(word) || QUESTION_WORDS.has(word))
    return false;
  return word.length > 2 && /(?:[aest]|lig|ig|sk|iv|al|ad|ar)$/u.test(word) && word !== 'att';
}

function marked(units: readonly Unit[], tokens: readonly Token[], lexicon: Lexicon): Phrase[] {
  const phrases: Phrase[] = [];
  for (const unit of units) {
    const last = phrases.at(-1);
    const joined = last !== undefined && isJoined(last, unit, tokens);
    const own = markOf(unit, last, tokens);
    const beside = last !== undefined && isApposition(last, unit, tokens, lexicon) ? 'as' : own;
    phrases.push({ ...unit, mark: joined && own === 'bare' ? last.mark : beside, joined });
  }
  return phrases;
}

function markOf(unit: Unit, last: Unit | undefined, tokens: readonly Token[]): Mark {
  for (let at = unit.from - 1; at >= Math.max(0, unit.from - 5); at -= 1) {
    const word = tokens[at]?.word ?? '';
    if (tokens[at]?.sentence !== tokens[unit.from]?.sentence || /[,;:()]/u.test(tokens[at + 1]?.before ?? ''))
      return 'bare';
    const mark = PREPOSITIONS.get(word);
    if (mark !== undefined) return mark;
    if (last?.to === at && !last.genitive) return 'bare';
    const isOwner = word.endsWith('s') && !isVerbal(word);
    if (!isBeforeNoun(word) && !isOwner) return 'bare';
  }
  return 'bare';
}

function isJoined(last: Unit, unit: Unit, tokens: readonly Token[]): boolean {
  const words = tokens.slice(last.to + 1, unit.from).map(({ word }) => word);
  if (last.genitive !== unit.genitive && !unit.genitive) return false;
  return AND.has(words[0] ?? '') && words.slice(1).every((word) => DETERMINERS.has(word));
}

/** "vi lärare", "vi föräldrar", "jag, skolsköterska på en friskola". */
function isApposition(last: Unit, unit: Unit, tokens: readonly Token[], { kinds }: Lexicon): boolean {
  if (last.kind !== 'self' || last.party !== undefined || !unit.indefinite || unit.from !== last.to + 1) return false;
  return (
    (isIn(kinds.professions, unit) || isIn(kinds.individuals, unit)) &&
    tokens[unit.from]?.sentence === tokens[last.to]?.sentence
  );
}
