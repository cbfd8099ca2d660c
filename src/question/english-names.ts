// What a clause of an English question says of who tells whom beside its verb: two together, a request, names with prepositions.
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
import { FRAMES, REQUEST } from './english-words.ts';
import type { Phrase } from './phrases.ts';

/** "between school and social services", "can BUP and the school talk to each other". */
export function readPair(parts: EnglishParts): EnglishBare | undefined {
  const { verbs, clause } = parts;
  const named = within(parts).filter(({ genitive }) => !genitive);
  const at = verbs.at(-1)?.at ?? clause.from;
  const between = named.filter(({ mark }) => mark === 'between');
  const [a, b] = between.length === 2 ? between : coordinated(parts, named);
  return a === undefined || b === undefined ? undefined : { ...NONE, at, pair: [a, b] };
}

function coordinated({ verbs, text: { tokens } }: EnglishParts, named: readonly Phrase[]): readonly Phrase[] {
  const verb = verbs.find(
    ({ frame, at }) => frame === 'share' || frame === 'talk' || /^(?:meet|discuss)/u.test(tokens[at]?.word ?? ''),
  );
  if (verb === undefined || verb.passive) return [];
  const isDiscussion = (tokens[verb.at]?.word ?? '').startsWith('discuss');
  const before = named.filter(({ to, mark }) => to < verb.at && mark === 'bare');
  const [first, second, ...more] = before.slice(-2);
  const others = named.filter(
    ({ from, mark }) =>
      from > verb.at &&
      (mark === 'to' || mark === 'with' || (mark === 'bare' && verb.frame === 'talk' && !isDiscussion)),
  );
  const isTogether = second?.joined === true && second.from > (first?.to ?? 0);
  return isTogether && more.length === 0 && others.length === 0 && first !== undefined ? [first, second] : [];
}

/** "a request from the police", "police questions", "asked by the court": who it is for. */
export function readRequest(parts: EnglishParts): EnglishBare | undefined {
  const { clause, verbs, text } = parts;
  const inquirer = within(parts).find(({ genitive, mark, from, to, party }) => {
    if (party === undefined) return false;
    if (genitive) return REQUEST.test(text.tokens[to + 1]?.word ?? '');
    const before = text.tokens.slice(Math.max(clause.from, from - 4), from).map(({ word }) => word);
    return (
      mark === 'from' &&
      before.some(
        (word) => REQUEST.test(word) && !/^(?:call|email)/u.test(word) && !FRAMES.get(word)?.startsWith('ask'),
      )
    );
  });
  if (inquirer === undefined) return undefined;
  const verb = verbs.find(
    ({ at, passive, frame }) => at < inquirer.from && !passive && (frame === 'tell' || frame === 'pass'),
  );
  const subject = verb === undefined ? undefined : (subjectBefore(verb.at, clause, text) ?? parts.inherited);
  return {
    ...NONE,
    at: inquirer.genitive ? inquirer.to + 1 : inquirer.to,
    sender: known(subject),
    recipient: owned(inquirer),
    wanted: true,
  };
}

/** No verb that tells: "information from BUP to the school", "is the counsellor bound by secrecy towards teachers". */
export function readNames(parts: EnglishParts): EnglishBare | undefined {
  const phrases = within(parts).filter(({ genitive }) => !genitive);
  const of = (...marks: readonly Phrase['mark'][]) => phrases.find(({ mark }) => marks.includes(mark));
  const words = parts.text.tokens.slice(parts.clause.from, parts.clause.to + 1).map(({ word }) => word);
  const base = { ...NONE, at: parts.clause.from };
  const [from, to] = [of('from'), of('to')];
  const holding = from ?? owned(ownerIn(parts));
  if (holding !== undefined && to !== undefined) return { ...base, sender: known(holding), recipient: known(to) };
  const against = of('against');
  const holder = of('bare', 'for', 'among');
  if (against !== undefined && words.some((word) => /^(?:secrecy|confiden|secret)/u.test(word)))
    return { ...base, sender: known(holder), recipient: known(against) };
  return undefined;
}
