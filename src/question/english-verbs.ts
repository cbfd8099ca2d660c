// What the verbs of a clause of an English question say of who tells whom.
import { asksLeave, type EnglishVerb } from './english-clauses.ts';
import {
  known,
  NONE,
  owned,
  ownerIn,
  subjectBefore,
  within,
  type EnglishBare,
  type EnglishParts,
} from './english-parts.ts';
import { BE, PREPOSITIONS, THING } from './english-words.ts';
import type { Phrase } from './phrases.ts';

/** The last verb says what is done; those before it who wants it, or lets it be done. */
export function readVerbs(parts: EnglishParts): EnglishBare | undefined {
  const { verbs, clause, text } = parts;
  const main = verbs.findLast(
    ({ frame, at }) => frame !== 'want' && !(frame === 'let' && verbs.some((other) => other.at > at)),
  );
  if (main === undefined) return readWant(parts);
  const earlier = verbs.filter(({ at }) => at < main.at);
  const control = earlier.at(-1);
  const between = control === undefined ? undefined : subjectBefore(main.at, clause, text, control.at + 1);
  const first = control === undefined ? undefined : (subjectBefore(control.at, clause, text) ?? parts.inherited);
  if (control?.frame === 'let' && !control.passive && main.frame === 'get')
    return { ...NONE, at: main.at, sender: known(first), recipient: known(between) };
  const subject = between ?? subjectBefore(main.at, clause, text) ?? parts.inherited;
  const reading = readVerb(main, subject, parts);
  if (reading === undefined || control === undefined) return reading;
  const isWish = control.frame === 'want' || control.frame === 'ask';
  if (!isWish) return reading;
  // "the mother wants me to tell what she said": it is she who is told.
  const told =
    between !== undefined && reading.recipient === undefined && first?.kind !== 'self'
      ? known(first)
      : reading.recipient;
  const isWanted = told !== undefined && told === known(first);
  if (main.frame === 'talk' && between === undefined)
    return { ...reading, wish: first?.kind === 'party', wanted: false };
  const wanted = isWanted || (main.frame === 'get' && between === undefined);
  return wanted ? { ...reading, at: control.at, recipient: told, wanted } : { ...reading, recipient: told };
}

/** "the police want the address", "a mother wants information from the school". */
function readWant(parts: EnglishParts): EnglishBare | undefined {
  const { verbs, clause, text } = parts;
  const want = verbs.at(-1);
  if (
    want === undefined ||
    !/^(?:want|wants|wanted|wonder|wonders|wondered|insists?)$/u.test(text.tokens[want.at]?.word ?? '')
  )
    return undefined;
  const who = subjectBefore(want.at, clause, text) ?? parts.inherited;
  const after = within(parts).filter(({ from }) => from > want.at);
  const from = after.find(({ mark }) => mark === 'from');
  const owner = ownerIn(parts);
  return who === undefined
    ? undefined
    : { ...NONE, at: want.at, recipient: known(who), sender: known(from ?? owned(owner)), wanted: true };
}

function readVerb(verb: EnglishVerb, subject: Phrase | undefined, parts: EnglishParts): EnglishBare | undefined {
  const after = within(parts).filter(({ from }) => from > verb.at);
  const mark = (...marks: readonly Phrase['mark'][]) =>
    after.find((phrase) => marks.includes(phrase.mark) && !phrase.genitive);
  const object = objectOf(verb, after, parts);
  const by = mark('of') ?? mark('from');
  const owner = ownerIn(parts);
  const base = { ...NONE, at: verb.at };
  switch (verb.frame) {
    case 'tell':
      if (verb.passive) return { ...base, sender: known(by), recipient: known(subject ?? mark('to')) };
      return {
        ...base,
        sender: known(subject),
        recipient: known(object ?? (isReply(verb, parts) ? mark('to') : undefined)),
      };
    case 'give':
      if (verb.passive)
        return {
          ...base,
          sender: known(by ?? owned(owner)),
          recipient: known(mark('to') ?? (isThing(subject, verb, parts) ? undefined : subject)),
        };
      return { ...base, sender: known(subject), recipient: known(mark('to') ?? object) };
    case 'pass':
    case 'share': {
      const to =
        mark('to', 'with', ...(isOfCourt(verb, parts) ? (['at', 'of'] as const) : [])) ??
        (isFiled(verb, parts) ? object : undefined);
      if (verb.passive) return { ...base, sender: known(by ?? owned(owner)), recipient: known(to) };
      return to === undefined && isMotion(verb, parts)
        ? undefined
        : { ...base, sender: known(subject), recipient: known(to) };
    }
    case 'talk': {
      const partner = mark('to', 'with') ?? object;
      if (verb.passive)
        return { ...base, sender: known(subject), recipient: known(mark('of')), wanted: true, talk: true };
      // Someone else who rings us wants to know, unless it is asked whether they may.
      const word = parts.text.tokens[verb.at]?.word ?? '';
      const last = parts.text.tokens[verb.at - 1]?.word ?? '';
      const isFinite = word.endsWith('ing') ? BE.has(last) : last !== 'to';
      const isOther = subject?.kind === 'party' || subject?.kind === 'folk';
      const opens = isFinite && isOther && !asksLeave(parts.clause, parts.text);
      if (opens) return { ...base, sender: known(partner), recipient: known(subject), wanted: true, talk: true };
      return { ...base, sender: known(subject), recipient: known(partner), talk: true };
    }
    case 'get':
    case 'ask':
      return readGet(verb, subject, { ...parts, after, object, owner });
    case 'hold':
      return { ...base, sender: known(subject), recipient: known(mark('from')) };
    case 'let':
    case 'want':
      return undefined;
  }
}

interface Getting extends EnglishParts {
  readonly after: readonly Phrase[];
  readonly object: Phrase | undefined;
  readonly owner: Phrase | undefined;
}

function readGet(
  verb: EnglishVerb,
  subject: Phrase | undefined,
  { after, object, owner, text, clause, verbs }: Getting,
): EnglishBare | undefined {
  const from = after.find(({ mark, genitive }) => mark === 'from' && !genitive);
  const base = { ...NONE, at: verb.at };
  if (verb.frame === 'ask') {
    if (verb.passive) {
      const by = after.find(({ mark }) => mark === 'of');
      return { ...base, sender: known(subject), recipient: known(by), wanted: true };
    }
    const sender = from ?? object ?? owned(owner);
    if ((subject === undefined || subject.kind === 'self') && sender === undefined) return undefined;
    return { ...base, sender: known(sender), recipient: known(subject), wanted: true };
  }
  if (verb.passive) {
    const by = after.find(({ mark, genitive }) => mark === 'of' && !genitive);
    return { ...base, sender: known(owned(owner)), recipient: known(by) };
  }
  const holder = from ?? owned(owner) ?? after.find(({ mark }) => mark === 'at' || mark === 'of');
  // "a boy I know": without leave asked and without anyone who holds it, nothing is told.
  const wants = verbs.some(({ frame }) => frame === 'want');
  return holder === undefined && !wants && !asksLeave(clause, text)
    ? undefined
    : { ...base, sender: known(holder), recipient: known(subject) };
}

/** Who stands right after the verb, over what may stand before a name: "tell the teacher", but not "tell about the teacher". */
function objectOf(
  { at }: EnglishVerb,
  after: readonly Phrase[],
  { text: { tokens } }: EnglishParts,
): Phrase | undefined {
  return after.find(
    ({ from, mark, genitive }) =>
      mark === 'bare' &&
      !genitive &&
      !tokens.slice(at + 1, from).some(({ word }) => PREPOSITIONS.has(word) || word === 'to'),
  );
}

function isReply({ at }: EnglishVerb, { text }: EnglishParts): boolean {
  return (text.tokens[at]?.word ?? '').startsWith('answer');
}

function isOfCourt({ at }: EnglishVerb, { text }: EnglishParts): boolean {
  return (text.tokens[at]?.word ?? '').startsWith('testif');
}

/** "file a report of concern", "make a police report". */
function isFiled({ at }: EnglishVerb, { text }: EnglishParts): boolean {
  return /^(?:fil|mak|made)/u.test(text.tokens[at]?.word ?? '');
}

/** What only tells something where it is said to whom: "go", "turn", "make", "leave". */
function isMotion({ at }: EnglishVerb, { text }: EnglishParts): boolean {
  return /^(?:go|went|turn|mak|made|fil|left|leav)/u.test(text.tokens[at]?.word ?? '');
}

/** "can the parents' address be given": it is the address that is given. */
function isThing(subject: Phrase | undefined, { at }: EnglishVerb, { text: { tokens } }: EnglishParts): boolean {
  return subject === undefined || tokens.slice(subject.to + 1, at).some(({ word }) => THING.test(word));
}
