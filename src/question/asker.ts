// Who the asker is, by what they say of themselves.
import {
  ADVERBS,
  AND,
  GENERIC,
  MODALS,
  POSSESSIVE_SELF,
  PREPOSITIONS,
  QUESTION_WORDS,
  SELF_OBJECT,
  SELF_SUBJECT,
  VERB_FORMS,
  WORK,
} from './frames.ts';
import { isBeforeNoun, isFinite, isIn, isVerbal, type Phrase } from './phrases.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './vocabulary.ts';

/**
 * Who the asker is: "vi på BUP", "jag jobbar som fältare", "som lärare", "kurator här", "på vår skola", "min son". Undefined
 * when nothing is said, and when two are ("halvtid på soc och halvtid på skolan").
 */
export function findAsker(phrases: readonly Phrase[], tokens: readonly Token[], lexicon: Lexicon): Phrase | undefined {
  const { professions: trades, schools, individuals } = lexicon.kinds;
  const named = phrases.filter(
    (phrase, at) => phrase.party !== undefined && isAsker(phrase, phrases[at - 1], tokens, lexicon),
  );
  const working = named.filter((phrase) => !isIn(individuals, phrase));
  const candidates = working.length > 0 ? working : named;
  const professions = candidates.filter((phrase) => isIn(trades, phrase));
  const others = candidates.filter(
    (phrase) => !isIn(trades, phrase) && !(professions.length > 0 && isIn(schools, phrase)),
  );
  // "jag är kurator och jobbar på BUP": the place decides, as in one breath.
  const deciding = others.length > 0 ? others : professions;
  return new Set(deciding.map(({ party }) => party)).size === 1 ? deciding[0] : undefined;
}

function isAsker(phrase: Phrase, last: Phrase | undefined, tokens: readonly Token[], { kinds }: Lexicon): boolean {
  if (phrase.kind === 'self') return true;
  if (phrase.kind !== 'party' || phrase.genitive) return false;
  if (last?.kind === 'self' && phrase.mark === 'as' && phrase.indefinite && phrase.from - last.to <= 2) return true;
  return (
    isInRole(phrase, last, tokens) ||
    isAtWork(phrase, tokens) ||
    (isPresented(phrase, tokens) && !isIn(kinds.inquirers, phrase)) ||
    isOurs(phrase, tokens, kinds)
  );
}

/** "som lärare", but not "uppgifter som läraren har" or "hon som kurator". */
function isInRole(phrase: Phrase, last: Phrase | undefined, tokens: readonly Token[]): boolean {
  if (phrase.mark !== 'as' || !phrase.indefinite) return false;
  const next = tokens[phrase.to + 1];
  const after = tokens[phrase.to + 2]?.word ?? '';
  const hasOwnVerb =
    next !== undefined && next.sentence === tokens[phrase.to]?.sentence && next.before === ' ' && isFinite(next.word);
  if (hasOwnVerb && !SELF_SUBJECT.has(after) && !GENERIC.has(after)) return false;
  const near = last !== undefined && phrase.from - last.to <= 4 && last.mark === 'bare' ? last.kind : undefined;
  return near !== 'other' && near !== 'party';
}

/** "jag är rektor", "jag jobbar sedan i våras på ett HVB", and "Jobbar på soc." that leaves out the pronoun. */
function isAtWork(phrase: Phrase, tokens: readonly Token[]): boolean {
  for (let at = phrase.from - 1; at >= Math.max(0, phrase.from - 9); at -= 1) {
    const word = tokens[at]?.word ?? '';
    if (tokens[at]?.sentence !== tokens[phrase.from]?.sentence || /[,:]/u.test(tokens[at + 1]?.before ?? ''))
      return false;
    if (word === 'ar' || word === 'heter' || word === 'var') return isSaidOfSelf(at, phrase, tokens);
    if (WORK.has(word)) return ['at', 'as', 'among', 'bare'].includes(phrase.mark) && isSaidOfSelf(at, phrase, tokens);
  }
  return false;
}

function isSaidOfSelf(verb: number, phrase: Phrase, tokens: readonly Token[]): boolean {
  const between = tokens.slice(verb + 1, phrase.from).map(({ word }) => word);
  const [before = '', earlier = ''] = [tokens[verb - 1], tokens[verb - 2]].map((token) =>
    token?.sentence === tokens[verb]?.sentence ? token?.word : '',
  );
  const self =
    [before, earlier].some((word) => SELF_SUBJECT.has(word)) ||
    (AND.has(before) || before === 'men' || before === 'som' ? refersToSelf(verb, tokens) : false);
  const begins =
    /[,–-]/u.test(tokens[verb]?.before ?? '') &&
    refersToSelf(verb, tokens) &&
    !isAsked(tokens, verb) &&
    phrase.indefinite;
  const starts = before === '' && !isAsked(tokens, verb) && phrase.indefinite;
  const isWork = WORK.has(tokens[verb]?.word ?? '');
  const plain = between.every(
    (word) =>
      isBeforeNoun(word) ||
      ADVERBS.has(word) ||
      PREPOSITIONS.get(word) === 'at' ||
      (isWork && !isVerbal(word) && !SELF_SUBJECT.has(word)),
  );
  return plain && (self || starts || begins || SELF_SUBJECT.has(between[0] ?? ''));
}

function refersToSelf(verb: number, tokens: readonly Token[]): boolean {
  return tokens
    .slice(Math.max(0, verb - 8), verb)
    .some(({ word, sentence }) => SELF_SUBJECT.has(word) && sentence === tokens[verb]?.sentence);
}

/** A sentence that begins with its verb asks, if it goes on with "skyldig" or the like or if it ends so. */
function isAsked(tokens: readonly Token[], at: number): boolean {
  const sentence = tokens.filter((token) => token.sentence === tokens[at]?.sentence);
  return (
    sentence.some(({ word }) => /^(?:skyldig|tvungen|tvingad|bunden|ok|okej|fri|behorig)/u.test(word)) ||
    isQuestion(tokens, at)
  );
}

function isQuestion(tokens: readonly Token[], at: number): boolean {
  const next = tokens.find(({ sentence }) => sentence > (tokens[at]?.sentence ?? 0));
  return next?.before.includes('?') ?? false;
}

/** "Kurator på en friskola. Får jag …", "skolsköterska här, …", "Fråga från en lärare: …": who it is from, with no verb. */
function isPresented(phrase: Phrase, tokens: readonly Token[]): boolean {
  if (!phrase.indefinite) return false;
  const next = tokens[phrase.to + 1];
  const isHere = next?.word === 'har' && /^[^\p{L}]*[,.:!–-][^\p{L}]*$/u.test(tokens[phrase.to + 2]?.before ?? '');
  if (phrase.mark === 'bare' && isHere) return true;
  const sentence = tokens.filter((token) => token.sentence === tokens[phrase.from]?.sentence);
  if (isLabel(phrase, sentence, tokens)) return true;
  const isLast = sentence.at(-1) === tokens.at(-1);
  const isFirstName = tokens
    .slice(0, Math.max(0, phrase.from - 2))
    .every((token) => token.sentence !== sentence[0]?.sentence);
  const hasVerb = sentence.some(({ word }) => VERB_FORMS.has(word) || isFinite(word));
  return phrase.mark === 'bare' && !isLast && isFirstName && !hasVerb;
}

const GREETING = /^(?:hej|hejsan|halla|tja|tjena|tjenare|god|dag|morgon|fraga|fundering|undran|mvh|halsningar)$/u;

/** What stands first, before a colon, a dash or a comma, where we then ask: "Privat hemtjänst: får vi …". */
function isLabel(phrase: Phrase, sentence: readonly Token[], tokens: readonly Token[]): boolean {
  const next = tokens[phrase.to + 1];
  if (next === undefined || next.sentence !== tokens[phrase.from]?.sentence || !/[:,–-]/u.test(next.before))
    return false;
  const before = sentence.filter(({ start }) => start < (tokens[phrase.from]?.start ?? 0)).map(({ word }) => word);
  const isFrom = before.includes('fraga') && phrase.mark === 'from';
  const isFirst = before.every((word) => GREETING.test(word) || isBeforeNoun(word) || (isFrom && word === 'fran'));
  const asks =
    MODALS.has(next.word) || QUESTION_WORDS.has(next.word) || SELF_SUBJECT.has(next.word) || next.before.includes(':');
  const isOwn = sentence.some(({ word }) => SELF_SUBJECT.has(word) || SELF_OBJECT.has(word) || GENERIC.has(word));
  return (
    isFirst &&
    asks &&
    isOwn &&
    (phrase.mark === 'bare' || isFrom) &&
    tokens[phrase.from]?.word.includes('anmal') === false
  );
}

/** "på vår skola", "från vårt HVB"; "till vår kurator" is said by one who is none. */
function isOurs(phrase: Phrase, tokens: readonly Token[], { professions, individuals }: Lexicon['kinds']): boolean {
  const before = tokens[phrase.from - 1]?.word ?? '';
  const earlier = tokens[phrase.from - 2]?.word ?? '';
  const isWorkplace = !isIn(professions, phrase) && !isIn(individuals, phrase);
  const marks: readonly Phrase['mark'][] = isWorkplace ? ['at', 'from', 'to', 'among'] : ['at'];
  return POSSESSIVE_SELF.has(before) && PREPOSITIONS.get(earlier) === phrase.mark && marks.includes(phrase.mark);
}
