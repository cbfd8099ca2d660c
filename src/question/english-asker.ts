// Who asks an English question, by what they say of themselves.
import type { Lexicon } from './lexicon.ts';
import type { Phrase } from './phrases.ts';
import type { Token } from './vocabulary.ts';
import { isBeforeEnglishNoun, isSame, type EnglishPhrases } from './english-phrases.ts';
import { DETERMINERS, PREPOSITIONS } from './english-words.ts';

/** "I am a school nurse", "we at BUP", "as a teacher", "school nurse here", "at our school", "my son"; undefined when two are said. */
export function findEnglishAsker(
  { phrases, askers }: EnglishPhrases,
  tokens: readonly Token[],
  kinds: Lexicon['kinds'],
): Phrase | undefined {
  const said = phrases.filter(
    (phrase, at) => phrase.party !== undefined && isAsker(phrase, phrases[at - 1], tokens, kinds),
  );
  const all = [...said, ...askers];
  const isPrivate = ({ party = '' }: Phrase) => kinds.individuals.includes(party);
  const working = all.filter((phrase) => !isPrivate(phrase));
  const professions = working.filter(({ party = '' }) => kinds.professions.includes(party));
  const places = working.filter(
    (phrase) =>
      !professions.includes(phrase) && !(professions.length > 0 && kinds.schools.includes(phrase.party ?? '')),
  );
  const deciding = places.length > 0 ? places : professions.length > 0 ? professions : all;
  return new Set(deciding.map(({ party }) => party)).size === 1 ? deciding[0] : undefined;
}

function isAsker(phrase: Phrase, last: Phrase | undefined, tokens: readonly Token[], kinds: Lexicon['kinds']): boolean {
  if (phrase.kind === 'self') return true;
  if (phrase.kind !== 'party' || phrase.genitive) return false;
  return (
    isAsOne(phrase, last) ||
    isSaidOfSelf(phrase, tokens) ||
    isBesideSelf(phrase, last, tokens) ||
    isPresented(phrase, tokens) ||
    isOurs(phrase, tokens, kinds)
  );
}

/** "as a teacher", but not "him as a teacher". */
function isAsOne({ mark, from }: Phrase, last: Phrase | undefined): boolean {
  if (mark !== 'as') return false;
  const near = last !== undefined && from - last.to <= 4;
  return !near || last.kind === 'self' || last.kind === 'generic';
}

/** "I am the boy's teacher", "we are an independent school", "I work nights at a care home". */
function isSaidOfSelf({ from }: Phrase, tokens: readonly Token[]): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 9) && isSame(tokens, at, from); at -= 1) {
    if (/[,;:(]/u.test(tokens[at + 1]?.before ?? '')) return false;
    const word = tokens[at]?.word ?? '';
    if (/^(?:am|are|is)$/u.test(word)) return isSelf(tokens[at - 1]) && isPlain(at + 1, from, tokens, false);
    if (/^(?:work|working|works|run|operate|employed|intern|internship|volunteer|teach|job)$/u.test(word))
      return hasSelfBefore(at, tokens) && isPlain(at + 1, from, tokens, true);
  }
  return false;
}

function isSelf(token: Token | undefined): boolean {
  return token?.word === 'i' || token?.word === 'we';
}

function hasSelfBefore(at: number, tokens: readonly Token[]): boolean {
  return [1, 2, 3, 4, 5, 6].some((back) => isSame(tokens, at - back, at) && isSelf(tokens[at - back])) || at === 0;
}

/** Nothing but what may stand before a name, and after "work" also where. */
function isPlain(start: number, end: number, tokens: readonly Token[], places: boolean): boolean {
  return tokens
    .slice(start, end)
    .every(
      ({ word }) =>
        isBeforeEnglishNoun(word) ||
        (places && ['at', 'as', 'for', 'among', 'with'].includes(PREPOSITIONS.get(word) ?? '')),
    );
}

/** "we teachers", "me, the class teacher,", "us (a private clinic)". */
function isBesideSelf({ from, mark }: Phrase, last: Phrase | undefined, tokens: readonly Token[]): boolean {
  if (last?.kind !== 'self' || last.party !== undefined || mark !== 'bare') return false;
  const between = tokens.slice(last.to + 1, from);
  const opening = tokens[last.to + 1]?.before ?? '';
  if (opening.includes('(')) return between.every(({ word }) => isBeforeEnglishNoun(word));
  if (opening.includes(',')) return DETERMINERS.has(between[0]?.word ?? '') && between.length <= 2;
  return between.length === 0 && tokens[last.to]?.word === 'we' && (tokens[from]?.word ?? '').endsWith('s');
}

/** "School nurse here.", "Preschool teacher here: …", "School nurse at an independent school. Can I …", "Home care staff: what …". */
function isPresented({ from, to }: Phrase, tokens: readonly Token[]): boolean {
  const next = tokens[to + 1];
  if (next?.word === 'here' && isSame(tokens, to, to + 1)) return true;
  const isFirst = tokens
    .slice(0, from)
    .every(({ word }) => /^(?:an?|hi|hello|hey)$/u.test(word) || (isBeforeEnglishNoun(word) && !DETERMINERS.has(word)));
  if (!isFirst || next === undefined) return false;
  // A first sentence without a verb says who writes it.
  const isWhole = !isSame(tokens, to, to + 1) && !next.before.includes('?');
  return isWhole || next.before.includes(':');
}

/** "at our school", "from our care home"; "our counsellor" is said by one who is none. */
function isOurs({ from, party = '' }: Phrase, tokens: readonly Token[], kinds: Lexicon['kinds']): boolean {
  if (kinds.professions.includes(party) || kinds.individuals.includes(party)) return false;
  for (let at = from - 1; at >= Math.max(0, from - 3) && isSame(tokens, at, from); at -= 1) {
    const word = tokens[at]?.word ?? '';
    if (word === 'our') return true;
    if (!isBeforeEnglishNoun(word)) return false;
  }
  return false;
}
