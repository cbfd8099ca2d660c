// An English question in clauses, with the verbs of each that say something of a disclosure.
import type { Phrase } from './phrases.ts';
import type { Token } from './vocabulary.ts';
import { isSame } from './english-phrases.ts';
import {
  ADVERBS,
  BE,
  CONJUNCTIONS,
  DEONTIC,
  DETERMINERS,
  FRAMES,
  INVERTED,
  MODALS,
  PARTICIPLE,
  PREPOSITIONS,
  SUBORDINATORS,
  THING,
  type EnglishFrame,
} from './english-words.ts';

export interface EnglishText {
  readonly tokens: readonly Token[];
  readonly phrases: readonly Phrase[];
  /** Parties that owe no secrecy. */
  readonly individuals: readonly string[];
}

/** Places are tokens, `to` inclusive. */
export interface EnglishClause {
  readonly from: number;
  readonly to: number;
  /** `what` for a question word, `aside` for "without telling", "before the school asks". */
  readonly opener: 'main' | 'and' | 'if' | 'what' | 'that' | 'aside';
}

export interface EnglishVerb {
  readonly at: number;
  readonly frame: EnglishFrame;
  readonly passive: boolean;
}

export function splitEnglish(text: EnglishText): EnglishClause[] {
  const clauses: EnglishClause[] = [];
  let from = 0;
  let opener: EnglishClause['opener'] = 'main';
  for (let at = 0; at <= text.tokens.length; at += 1) {
    const next = at === text.tokens.length ? 'main' : at === 0 ? openerAt(0, text) : boundaryAt(at, from, text);
    if (next === undefined) continue;
    if (at > from) clauses.push({ from, to: at - 1, opener });
    from = at;
    opener = next;
  }
  return clauses;
}

/** The verbs of a clause in order. "report", "call" and the like are nouns behind an article or a name's 's. */
export function verbsIn({ from, to }: EnglishClause, { tokens, phrases }: EnglishText): EnglishVerb[] {
  const verbs: EnglishVerb[] = [];
  for (let at = from; at <= to; at += 1) {
    const frame = FRAMES.get(tokens[at]?.word ?? '');
    const isName = phrases.some((phrase) => phrase.from <= at && at <= phrase.to);
    if (frame !== undefined && !isName && !isNoun(at, from, tokens, phrases))
      verbs.push({ at, frame, passive: isPassive(at, from, tokens) });
  }
  return verbs;
}

/** Whether the clause asks if something is allowed or owed. */
export function asksLeave({ from, to, opener }: EnglishClause, { tokens }: EnglishText): boolean {
  const words = tokens.slice(from, to + 1).map(({ word }) => word);
  const owes = words.some((word, at) => /^(?:have|has|had|need|needs)$/u.test(word) && words[at + 1] === 'to');
  const first = words.findIndex((word) => INVERTED.has(word));
  const isInverted =
    opener !== 'that' &&
    opener !== 'and' &&
    (first === 0 || (first > 0 && first <= 3 && opener === 'what' && isQuestion(to, tokens)));
  return owes || isInverted || words.some((word) => DEONTIC.has(word));
}

function isQuestion(at: number, tokens: readonly Token[]): boolean {
  const last = tokens.findLastIndex(({ sentence }) => sentence === tokens[at]?.sentence);
  return tokens[last + 1] === undefined || (tokens[last + 1]?.before.includes('?') ?? false);
}

function boundaryAt(at: number, start: number, text: EnglishText): EnglishClause['opener'] | undefined {
  const { tokens } = text;
  const word = tokens[at]?.word ?? '';
  if (!isSame(tokens, at - 1, at)) return openerAt(at, text);
  const before = tokens[at]?.before ?? '';
  const isCut = /[,:()–—]|\s-\s/u.test(before);
  if (/^(?:without|before|after|by|instead|when|while|until)$/u.test(word) && isAside(at, text)) return 'aside';
  if (word === 'that') return isThatClause(at, text) ? 'that' : undefined;
  if (word === 'so') return isSubjectAt(at + 1, text) ? (isCut ? 'main' : 'if') : undefined;
  if (SUBORDINATORS.has(word)) return openerAt(at, text);
  if (CONJUNCTIONS.has(word) && (isSubjectAt(at + 1, text) ? hasVerb(start, at, text) : isVerbal(at + 1, text)))
    return 'and';
  if (isCut && (MODALS.has(word) || isSubjectAt(at, text) || /[:()–—]/u.test(before))) return 'main';
  return undefined;
}

function openerAt(at: number, { tokens }: EnglishText): EnglishClause['opener'] {
  const word = tokens[at]?.word ?? '';
  if (/^(?:if|whether|because|although|though|unless|until|while|since)$/u.test(word)) return 'if';
  if (/^(?:what|how|why|when|where|which|who|whom|whose)$/u.test(word)) return 'what';
  return CONJUNCTIONS.has(word) && isSame(tokens, at, at - 1) ? 'and' : 'main';
}

/** Whether something is said already: "can BUP | and the school share" is one clause, "I work at BUP | and a teacher asks" are two. */
function hasVerb(start: number, end: number, { tokens, phrases }: EnglishText): boolean {
  return tokens.slice(start, end).some(({ word }, offset) => {
    const at = start + offset;
    return (
      FRAMES.has(word) ||
      (MODALS.has(word) && phrases.some(({ to }) => to === at - 1)) ||
      /^(?:work|works)$/u.test(word)
    );
  });
}

/** "without telling the parents", "before I talk to them". */
function isAside(at: number, { tokens, phrases }: EnglishText): boolean {
  const next = tokens[at + 1]?.word === 'of' ? at + 2 : at + 1;
  if (/^\p{L}{2,}ing$/u.test(tokens[next]?.word ?? '') && FRAMES.has(tokens[next]?.word ?? '')) return true;
  const subject = phrases.find(({ from }) => from === next || from === next + 1);
  if (subject !== undefined && tokens[at]?.word === 'without' && (tokens[subject.to + 1]?.word ?? '').endsWith('ing'))
    return true;
  const isTime = /^(?:before|after|until|while)$/u.test(tokens[at]?.word ?? '');
  return (
    isTime &&
    subject !== undefined &&
    (FRAMES.has(tokens[subject.to + 1]?.word ?? '') || MODALS.has(tokens[subject.to + 1]?.word ?? ''))
  );
}

/** "tell them that she is ill", but not "tell that nurse" or "is that ok". */
function isThatClause(at: number, { tokens, phrases }: EnglishText): boolean {
  const last = tokens[at - 1]?.word ?? '';
  const next = tokens[at + 1]?.word ?? '';
  if (PREPOSITIONS.has(last) || MODALS.has(last) || (/^(?:like|do|answer|say)$/u.test(last) && !DETERMINERS.has(next)))
    return false;
  return (
    DETERMINERS.has(next) ||
    MODALS.has(next) ||
    FRAMES.has(next) ||
    phrases.some(({ from }) => from === at + 1 || from === at + 2) ||
    next === 'something' ||
    next === 'it' ||
    next === 'there'
  );
}

function isVerbal(at: number, text: EnglishText): boolean {
  const { tokens } = text;
  const word = tokens[at]?.word ?? '';
  if (FRAMES.has(word) || MODALS.has(word) || /^(?:whether|if|how|why|what)$/u.test(word)) return true;
  if (/^(?:then|also|just|now|not|still)$/u.test(word)) return isVerbal(at + 1, text);
  return isSubjectAt(at, text);
}

/** A name, or "I", with a verb after it. */
function isSubjectAt(at: number, { tokens, phrases }: EnglishText): boolean {
  const subject = phrases.find(({ from }) => from >= at && from <= at + 2 && isSame(tokens, at, from));
  if (subject === undefined) return false;
  const next = tokens[subject.to + 1]?.word ?? '';
  return (
    !PREPOSITIONS.has(tokens[at]?.word ?? '') &&
    isSame(tokens, subject.to, subject.to + 1) &&
    (FRAMES.has(next) || MODALS.has(next) || (ADVERBS.has(next) && FRAMES.has(tokens[subject.to + 2]?.word ?? '')))
  );
}

function isNoun(at: number, start: number, tokens: readonly Token[], phrases: readonly Phrase[]): boolean {
  const word = tokens[at]?.word ?? '';
  if (/^(?:would|like)$/u.test(word)) return !(word === 'like' && tokens[at - 1]?.word === 'would');
  if (/^(?:need|needs)$/u.test(word) && tokens[at + 1]?.word === 'to') return true;
  const last = at > start ? (tokens[at - 1]?.word ?? '') : '';
  if (
    /^(?:report|call|question|request|demand|answer|contact|access|email|text|update|interview|file|copy|record|message|need|view|share|look|talk|summons|offer|transfer|supply|ring|turn|release|check|show|hint|comment|open|leave|right|wish)s?$/u.test(
      word,
    )
  ) {
    const before = phrases.find(({ to }) => to === at - 1);
    const isOwned = before?.genitive === true;
    if (DETERMINERS.has(last) || isOwned || last === 'of' || (PREPOSITIONS.has(last) && last !== 'to')) return true;
    // "have access to", "emails", "reports to".
    if (
      /^(?:new|own|public|formal|written|private|medical|ordinary|have|has|had|full|psychiatric|direct|online|digital|further|special|more|open|social|staff|legal|oral|verbal|anonymous|personal)$/u.test(
        last,
      ) &&
      !(word === 'open')
    )
      return !/^(?:have|has|had)$/u.test(last) || !/^(?:access)$/u.test(word);
  }
  const isOwned = phrases.some(({ to, genitive }) => genitive && to === at - 1);
  if (word.endsWith('ing') && (DETERMINERS.has(last) || isOwned)) return true;
  return word === 'open' && (MODALS.has(last) || last === 'in');
}

/** "be told", "is not given", "got asked", and "shared by the school". */
function isPassive(at: number, start: number, tokens: readonly Token[]): boolean {
  const word = tokens[at]?.word ?? '';
  if (!PARTICIPLE.test(word)) return false;
  for (let back = at - 1; back >= Math.max(start, at - 4); back -= 1) {
    const before = tokens[back]?.word ?? '';
    if (BE.has(before)) return back === at - 1 || !/^(?:have|has|had)$/u.test(before);
    if (!ADVERBS.has(before) && !before.endsWith('ly') && before !== 'been' && before !== 'all' && before !== 'and')
      break;
  }
  return tokens[at + 1]?.word === 'by' || (THING.test(tokens[at - 1]?.word ?? '') && word.endsWith('ed'));
}
