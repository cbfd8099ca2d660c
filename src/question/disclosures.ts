// A question in clauses, and what all of them together say of who tells whom.
import { GET_MAIN, SUBORDINATORS } from './frames.ts';
import { hasFinite, isDeontic, isWish, splitClauses, withoutOpeners, type Clause, type Text } from './clauses.ts';
import type { Phrase } from './phrases.ts';
import { subjectOf } from './places.ts';
import { readClause, type Reading } from './readings.ts';
import { verbsOf } from './verbs.ts';

/**
 *     Soc ringer   |  och frågar     |  om vi på skolan får berätta för dem  |  vad kuratorn har sagt
 *     main            and               if                                      what
 *     opens a talk    soc wants         vi -> dem                               what is told: nobody here takes part
 *
 * Clauses that tell what is disclosed are left out; those that wish or ask for it hand over who it is for.
 */
export function readClauses(given: Text): Reading[] {
  const clauses = splitClauses(given);
  const text = withoutOpeners(given, clauses);
  const readings: Reading[] = [];
  let matrix: 'none' | 'tells' | 'wants' | 'leave' = 'none';
  let subject: Phrase | undefined;
  let askedBefore = false;
  for (const clause of clauses) {
    const isNewSentence =
      clause.from > 0 && text.tokens[clause.from]?.sentence !== text.tokens[clause.from - 1]?.sentence;
    if (isNewSentence) [matrix, askedBefore] = ['none', false];
    const deontic = isDeontic(clause, text);
    const isContent =
      (matrix === 'tells' && clause.opener !== 'main' && clause.opener !== 'and') ||
      (matrix === 'wants' && clause.opener === 'what' && !deontic);
    const inherits =
      clause.opener === 'and' || (clause.opener === 'main' && !isNewSentence && !hasFinite(clause, text))
        ? subject
        : undefined;
    const isBackground: boolean =
      clause.opener === 'if'
        ? isNewSentence || clause.from === 0 || matrix !== 'none'
        : clause.opener === 'and' ||
          (clause.opener === 'main' && !SUBORDINATORS.has(text.tokens[clause.from]?.word ?? ''));
    const reading: Omit<Reading, 'asked'> | undefined = withAddressee(
      readClause(clause, text, inherits, isBackground),
      clause,
      readings.at(-1),
    );
    if (reading !== undefined) {
      const asked = deontic || (askedBefore && clause.opener !== 'main');
      if (!isContent && tellsByContact(reading, clause, readings.at(-1)))
        readings.push({ ...reading, recipient: readings.pop()?.sender, asked });
      else if (!isContent) readings.push({ ...reading, asked });
      else if (reading.wanted && clause.opener === 'if') readings.push({ ...reading, asked: false });
    }
    if (isContent) {
      const last = readings.pop();
      if (last !== undefined)
        readings.push(clause.opener === 'what' ? withTeller(withLate(last, clause, text), clause, text) : last);
      continue;
    }
    askedBefore = deontic || (askedBefore && clause.opener !== 'main');
    subject = subjectOf(clause, text) ?? inherits;
    if (reading !== undefined) matrix = reading.wanted && reading.sender === undefined ? 'wants' : 'tells';
    else if (isWish(clause, text)) matrix = 'wants';
  }
  return readings;
}

/** "mormor mejlar BUP | och undrar": who is written to is who is asked. */
function withAddressee(
  reading: Omit<Reading, 'asked'> | undefined,
  clause: Clause,
  last: Reading | undefined,
): Omit<Reading, 'asked'> | undefined {
  const isSameWriter =
    last !== undefined && !last.asked && last.sender !== undefined && last.sender === reading?.recipient;
  return reading?.wanted === true && reading.sender === undefined && clause.opener === 'and' && isSameWriter
    ? { ...reading, sender: last.recipient }
    : reading;
}

/** "soc ringer skolan | och vill berätta": they did not ring to ask. */
function tellsByContact(reading: Omit<Reading, 'asked'>, clause: Clause, last: Reading | undefined): boolean {
  const isSame = reading.sender !== undefined && reading.sender === last?.recipient;
  return clause.opener === 'and' && isSame && !reading.wanted && reading.recipient === undefined && last.talk;
}

/** "berätta vad som hänt | för föräldrarna", "få veta vem som anmält | av soc": it belongs to the verb before. */
function withLate(reading: Reading, clause: Clause, text: Text): Reading {
  const late = text.phrases
    .filter(({ from, to, genitive }) => from >= clause.from && to <= clause.to && !genitive)
    .at(-1);
  const own = verbsOf(clause, text.tokens);
  if (late === undefined || own.some(({ frame, takesFor }) => takesFor || frame === 'get' || frame === 'ask'))
    return reading;
  if (text.tokens.slice(clause.from, clause.to + 1).some(({ word }) => GET_MAIN.has(word))) return reading;
  if (late.mark === 'for' && reading.recipient === undefined) return { ...reading, recipient: late };
  return late.mark === 'of' && reading.sender === undefined && !own.some(({ form }) => form === 'passive')
    ? { ...reading, sender: late }
    : reading;
}

/** "veta | vad läraren skrivit", "veta | vad barnet sagt till läraren": who has it, if that is only one. */
function withTeller(reading: Reading, clause: Clause, text: Text): Reading {
  if (reading.sender !== undefined || text.tokens[clause.from]?.word !== 'vad') return reading;
  const named = text.phrases.filter(
    ({ from, to, genitive, kind, party, mark }) =>
      from >= clause.from &&
      to <= clause.to &&
      !genitive &&
      (kind === 'self' || kind === 'party') &&
      !(party !== undefined && text.individuals.includes(party)) &&
      ['bare', 'to', 'for', 'with', 'among'].includes(mark),
  );
  return named.length === 1 ? { ...reading, teller: named[0] } : reading;
}
