// What the clauses of an English question say of who tells whom.
import {
  asksLeave,
  splitEnglish,
  verbsIn,
  type EnglishClause,
  type EnglishText,
  type EnglishVerb,
} from './english-clauses.ts';
import { readNames, readPair, readRequest } from './english-names.ts';
import { subjectBefore, within, type EnglishBare, type EnglishParts, type EnglishReading } from './english-parts.ts';
import { isSame } from './english-phrases.ts';
import { readVerbs } from './english-verbs.ts';
import { FRAMES } from './english-words.ts';
import type { Phrase } from './phrases.ts';

/**
 *     Can the nurse tell the teacher  |  what the pupil said
 *     main: nurse -> teacher             what: what is told, and nobody here takes part
 *
 *     The police want to know  |  if a pupil was at school.   Do I have to answer them?
 *     main: wanted by the police  if: what they want to know      main: I -> them
 */
export function readEnglish(text: EnglishText): EnglishReading[] {
  const readings: EnglishReading[] = [];
  let matrix: 'none' | 'tells' | 'wants' = 'none';
  let subject: Phrase | undefined;
  let askedBefore = false;
  let hadVerb = true;
  for (const clause of splitEnglish(text)) {
    const isNewSentence = !isSame(text.tokens, clause.from - 1, clause.from);
    if (isNewSentence) [matrix, askedBefore, subject] = ['none', false, undefined];
    if (clause.opener === 'aside') continue;
    // "a parent | who is a police officer asks …": one clause, cut in two.
    const isRelative = clause.opener !== 'main' && !hadVerb && subject?.to === clause.from - 1;
    const goesOn = clause.opener === 'and' || isRelative;
    const asked: boolean = asksLeave(clause, text) || (askedBefore && goesOn);
    const verbs = verbsIn(clause, text);
    hadVerb = verbs.length > 0;
    const isContent = matrix !== 'none' && clause.opener !== 'main' && !goesOn && !isNewSentence;
    const last = readings.at(-1);
    if (isContent && !(matrix === 'wants' && asked && last?.sender === undefined && isOwn(last))) {
      if (last !== undefined) readings.splice(-1, 1, withLate(withTeller(last, clause, text), clause, text));
      continue;
    }
    const inherited = goesOn ? subject : undefined;
    const reading = readClause({ clause, verbs, text, inherited });
    if (isToBot(clause, verbs, text)) continue;
    askedBefore = asked;
    subject = subjectBefore(verbs[0]?.at ?? clause.to + 1, clause, text) ?? inherited;
    if (reading === undefined) {
      if (verbs.some(({ frame }) => frame === 'ask' || frame === 'want')) matrix = 'wants';
      else if (verbs.length > 0) matrix = clause.opener === 'if' ? 'none' : 'tells';
      continue;
    }
    readings.push({ ...reading, asked });
    matrix = reading.wanted && reading.sender === undefined ? 'wants' : 'tells';
  }
  return readings;
}

function readClause(parts: EnglishParts): EnglishBare | undefined {
  const { verbs } = parts;
  return (
    readPair(parts) ??
    readRequest(parts) ??
    (verbs.length === 0 ? readNames(parts) : (readVerbs(parts) ?? readNames(parts)))
  );
}

function isOwn(reading: EnglishReading | undefined): boolean {
  return typeof reading?.recipient === 'object' && reading.recipient.kind === 'self';
}

/** "Can you tell me if", "Could someone explain", "Do you know whether": the bot is asked. */
function isToBot({ from, to }: EnglishClause, verbs: readonly EnglishVerb[], { tokens }: EnglishText): boolean {
  const words = tokens
    .slice(from, to + 1)
    .map(({ word }) => word)
    .join(' ');
  return (
    (verbs.length > 0 &&
      /^(?:please )?(?:(?:can|could|would|will) (?:you|someone|anyone|somebody)|do you|please)(?: please)? (?:tell|explain|know|help|say|inform|give|show|check)(?: me| us|$)/u.test(
        words,
      )) ||
    /^(?:i|we) (?:wonder|am wondering|would like to (?:know|ask)|want to (?:know|ask)|need to know|do not know)$/u.test(
      words,
    )
  );
}

/** "share | what she told me with her mother", "keep | what I said from my parents": it belongs to the verb before. */
function withLate(reading: EnglishReading, clause: EnglishClause, text: EnglishText): EnglishReading {
  const verb = text.tokens[reading.at]?.word ?? '';
  const frame = FRAMES.get(verb);
  if (reading.recipient !== undefined || frame === undefined) return reading;
  const late = within({ clause, text }).findLast(({ mark, genitive, to }) => {
    if (genitive) return false;
    if (frame === 'hold') return mark === 'from';
    if (frame === 'share' || verb.startsWith('discuss')) return mark === 'with';
    return (frame === 'pass' || frame === 'give') && mark === 'to' && to >= clause.to - 1;
  });
  return late === undefined ? reading : { ...reading, recipient: late };
}

/** "know | what the pupil told the counsellor", "read | what the nurse has written": who has it, where that is one. */
function withTeller(reading: EnglishReading, clause: EnglishClause, text: EnglishText): EnglishReading {
  if (reading.sender !== undefined || clause.opener !== 'what' || text.tokens[clause.from]?.word !== 'what')
    return reading;
  const named = within({ clause, text }).filter(
    ({ genitive, kind, mark }) =>
      !genitive && (kind === 'self' || kind === 'party') && (mark === 'bare' || mark === 'to'),
  );
  const [only] = named.length === 1 ? named : named.filter(({ kind }) => kind === 'party').slice(-1);
  return only === undefined ? reading : { ...reading, teller: only };
}
