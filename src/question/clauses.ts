// A question cut into clauses: where each begins, and as what.
import {
  ADVERBS,
  AND,
  DEONTIC,
  DETERMINERS,
  MODALS,
  PREPOSITIONS,
  QUESTION_WORDS,
  SUBORDINATORS,
  VERB_FORMS,
  WISHES,
  isThing,
} from './frames.ts';
import { isFinite, type Phrase } from './phrases.ts';
import { headOf } from './verbs.ts';
import type { Token } from './vocabulary.ts';

export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly opener: Opener;
  readonly sentence: number;
}

/** How a clause begins: itself, or as a part of the one before. */
export type Opener = 'main' | 'and' | 'that' | 'if' | 'which' | 'what';

export interface Text {
  readonly tokens: readonly Token[];
  readonly phrases: readonly Phrase[];
  /** Parties that have nothing to disclose: what is theirs is not with them. */
  readonly individuals: readonly string[];
}

export function splitClauses(text: Text): Clause[] {
  const { tokens } = text;
  const starts: { at: number; opener: Opener; soft: boolean }[] = [];
  for (const [at, token] of tokens.entries()) {
    if (text.phrases.some(({ from, to }) => from < at && at <= to)) continue;
    const start = at === 0 || token.sentence !== tokens[at - 1]?.sentence;
    const since = starts.at(-1)?.at ?? 0;
    const opener = openerAt(at, since, text);
    if (start) starts.push({ at, opener: opener === 'if' ? 'if' : 'main', soft: false });
    else if (opener !== undefined) starts.push({ at, opener, soft: false });
    else if (/[,:()–—]| - /u.test(token.before)) starts.push({ at, opener: 'main', soft: true });
  }
  return mergeFragments(
    starts.map(({ at, opener, soft }, place) => ({
      from: at,
      to: (starts[place + 1]?.at ?? tokens.length) - 1,
      opener,
      sentence: tokens[at]?.sentence ?? 0,
      soft,
    })),
    text,
  );
}

/** What commas cut off and has no verb belongs to what it was cut from. */
function mergeFragments(pieces: readonly (Clause & { soft: boolean })[], text: Text): Clause[] {
  const merged: Clause[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    const joins = piece.soft && last?.sentence === piece.sentence && isFragment(last, piece, text);
    if (last === undefined || !joins) merged.push(piece);
    else merged[merged.length - 1] = { ...last, to: piece.to };
  }
  return merged;
}

function isFragment(last: Clause, piece: Clause, text: Text): boolean {
  if (!hasVerb(piece, text) || (last.opener === 'main' && !hasVerb(last, text))) return true;
  return !hasFinite(piece, text) && headOf(last, text.tokens) === undefined;
}

function openerAt(at: number, since: number, text: Text): Opener | undefined {
  const { tokens } = text;
  const word = tokens[at]?.word ?? '';
  const next = nextWord(at, text);
  if (word === 'att') return isInfinitive(next, at, text) ? undefined : 'that';
  if (word === 'om') return opensCondition(at, text) ? 'if' : undefined;
  if (word === 'som') return isRelative(at, text) ? 'which' : undefined;
  if (word === 'nar' || word === 'ifall' || word === 'da')
    return at === since || hasVerb(clauseOf(since, at), text) ? 'if' : undefined;
  if (word === 'huruvida') return 'if';
  if (SUBORDINATORS.has(word)) return hasVerb(clauseOf(since, at), text) ? 'main' : undefined;
  const hasBefore = at > since && hasFinite(clauseOf(since, at), text);
  if (QUESTION_WORDS.has(word)) return hasBefore || hasVerb(clauseOf(since, at), text) ? 'what' : undefined;
  if (AND.has(word)) return hasBefore && beginsClause(at + 1, text) ? 'and' : undefined;
  const isMain =
    MODALS.has(word) && hasBefore && since > 0 && !AND.has(tokens[at - 1]?.word ?? '') && tokens[since]?.word !== 'vad';
  return isMain || (MODALS.has(word) && hasBefore && startsSubordinate(since, text)) ? 'main' : undefined;
}

function startsSubordinate(since: number, { tokens }: Text): boolean {
  return ['om', 'nar', 'da', 'ifall', 'eftersom'].includes(tokens[since]?.word ?? '');
}

function clauseOf(from: number, next: number): Pick<Clause, 'from' | 'to'> {
  return { from, to: next - 1 };
}

function nextWord(at: number, { tokens }: Text): string {
  let next = at + 1;
  while (ADVERBS.has(tokens[next]?.word ?? '')) next += 1;
  return tokens[next]?.word ?? '';
}

/** After "att": a verb, or a word that is nobody's name and ends as infinitives do. */
function isInfinitive(word: string, at: number, { phrases, tokens }: Text): boolean {
  if (VERB_FORMS.get(word)?.form === 'infinitive' || word === 'som') return true;
  const next = tokens.findIndex((token, place) => place > at && token.word === word);
  if (phrases.some(({ from, to }) => from <= next && next <= to) || DETERMINERS.has(word)) return false;
  return /^(?:fa|ge|se|ga|bo|ta|ha|gora|vara|bli|be|sta|ma)$/u.test(word) || (word.endsWith('a') && !isFinite(word));
}

/** "om" before a subject and its verb: "om skolan får …"; not in "uppgifter om eleven". */
function opensCondition(at: number, { tokens, phrases }: Text): boolean {
  const before = tokens[at - 1]?.word ?? '';
  const next = phrases.find(({ from }) => from === at + 1);
  if (
    next !== undefined &&
    ['self', 'generic'].includes(next.kind) &&
    !/^(?:mig|mej|oss)$/u.test(tokens[next.from]?.word ?? '')
  )
    return true;
  if (isThing(before)) return false;
  for (let place = at + 1; place <= at + 7; place += 1) {
    const inside = phrases.find(({ from, to }) => from <= place && place <= to);
    if (inside !== undefined) {
      place = inside.to;
      continue;
    }
    const word = tokens[place]?.word ?? '';
    if (
      tokens[place]?.sentence !== tokens[at]?.sentence ||
      PREPOSITIONS.has(word) ||
      AND.has(word) ||
      QUESTION_WORDS.has(word)
    )
      return false;
    if (isFinite(word)) return place > at + 1;
  }
  return false;
}

function isRelative(at: number, { tokens, phrases }: Text): boolean {
  const phrase = phrases.find(({ mark, from }) => mark === 'as' && from > at && from <= at + 3);
  if (phrase === undefined) return isVerbAhead(at, tokens);
  const next = tokens[phrase.to + 1]?.word ?? '';
  return (
    !phrase.indefinite ||
    (isFinite(next) &&
      tokens[phrase.to + 1]?.before === ' ' &&
      phrases.every(({ from, kind }) => from !== phrase.to + 2 || kind === 'party'))
  );
}

function isVerbAhead(at: number, tokens: readonly Token[]): boolean {
  return tokens.slice(at + 1, at + 5).some(({ word, sentence }) => sentence === tokens[at]?.sentence && isFinite(word));
}

function beginsClause(at: number, { tokens, phrases }: Text): boolean {
  const word = tokens[at]?.word ?? '';
  if (isFinite(word) || DEONTIC.has(word)) return true;
  const phrase = phrases.find(({ from }) => from === at || from === at + 1);
  return phrase !== undefined && isFinite(tokens[phrase.to + 1]?.word ?? '');
}

function hasVerb({ from, to }: Pick<Clause, 'from' | 'to'>, { tokens }: Text): boolean {
  return tokens.slice(from, to + 1).some(({ word }) => VERB_FORMS.has(word) || isFinite(word));
}

export function hasFinite({ from, to }: Pick<Clause, 'from' | 'to'>, { tokens }: Text): boolean {
  return tokens.slice(from, to + 1).some(({ word }) => isFinite(word));
}

export function isDeontic({ from, to }: Clause, { tokens }: Text): boolean {
  return tokens.slice(from, to + 1).some(({ word }) => DEONTIC.has(word));
}

/** "vill att", "begär att", "ber om att", and not "vill inte att". */
export function isWish({ from, to }: Clause, { tokens }: Text): boolean {
  const words = tokens.slice(from, to + 1).map(({ word }) => word);
  return words.some((word) => WISHES.has(word)) && !words.includes('inte');
}

/** "om" and "som" that open a clause are no prepositions of what follows. */
export function withoutOpeners(text: Text, clauses: readonly Clause[]): Text {
  const opened = (phrase: Phrase) =>
    clauses.some(({ from, opener }) => {
      const first = text.tokens[from]?.word;
      const opens =
        (opener === 'if' && first === 'om' && phrase.mark === 'about') || (opener === 'which' && phrase.mark === 'as');
      return opens && from < phrase.from && phrase.from <= from + 4;
    });
  return { ...text, phrases: text.phrases.map((phrase) => (opened(phrase) ? { ...phrase, mark: 'bare' } : phrase)) };
}
