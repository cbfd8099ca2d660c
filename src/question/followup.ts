// What a follow-up in a thread says: "och om hon är 15?", "men till BUP då?", "åt andra hållet?". It names little, because the
// rest was said before; so a party that no word gives a role is read beside the two that are already known.
import type { Vocabulary } from '../knowledge/rule-schema.ts';
import { RECIPIENT, SENDER } from '../knowledge/rulebook.ts';
import { DETERMINERS, type Mark } from './frames.ts';
import { prepare } from './lexicon.ts';
import { whoIsNamed, type Named, type Role } from './named.ts';
import { findPhrases, type Phrase } from './phrases.ts';
import { words } from './swedish.ts';
import { understand, type UnderstoodFact } from './understand.ts';
import { findAll, tokenize, type Token } from './vocabulary.ts';

export interface FollowUp extends Named {
  /** It asks about the opposite direction. */
  readonly turned: boolean;
  /** Whether its words lean on something that was said before; clearly when it begins in the middle of a sentence. */
  readonly leans: 'clearly' | 'perhaps' | 'no';
  /** It begins as a question of its own: "får jag …", "vad är …", "ny fråga: …". */
  readonly asks: boolean;
}

export function readFollowUp(written: string, vocabulary: Vocabulary): FollowUp {
  const text = asWritten(written);
  const { facts: all, directions } = understand(text, vocabulary);
  const facts = all.filter((each) => isMeant(each, text));
  const lexicon = prepare(vocabulary);
  const tokens = tokenize(text, lexicon);
  const hits = findAll(tokens, lexicon);
  const { individuals } = lexicon.kinds;
  return {
    ...whoIsNamed({
      tokens,
      phrases: findPhrases(tokens, hits, lexicon),
      hits,
      facts,
      directions,
      roleOf: (phrase, party) =>
        BESIDE.has(phrase.mark) ? 'aside' : roleOf(phrase, individuals.includes(party), tokens),
    }),
    turned: TURNED.test(text),
    leans: leansBack(text),
    asks: ASKS_ANEW.test(text.trim()) && !LEANS.test(text.trim()),
  };
}

/** Not what only looks like a fact where so little is said. */
function isMeant({ concept, value, start, end }: UnderstoodFact, text: string): boolean {
  if (concept === CONSENT && value === 'ja') return !HEDGED.test(text.trim().replace(OPENING, ''));
  // "det gäller en orosanmälan" is about what was said to them, not about whom it would be said to.
  return concept !== RECIPIENT || !/anmäl/iu.test(text.slice(start, end));
}

const CONSENT = 'samtycke';
const OPENING = /^(?:och|men|fast)\s+/iu;

/** Written as it is said, a short message is hard to read by its words: "å om hon e tretton" is "och om hon är tretton". */
function asWritten(text: string): string {
  return text.replaceAll(/(?<![\p{L}\p{N}])(?:å|o|ho|e|ä|dä|me|dom|nån|nåt|nåra|syrran)(?![\p{L}\p{N}])/giu, (word) => {
    return SPOKEN[word.toLowerCase()] ?? word;
  });
}

const SPOKEN: Readonly<Record<string, string>> = {
  o: 'och',
  ho: 'hon',
  dä: 'det',
  å: 'och',
  e: 'är',
  ä: 'är',
  me: 'med',
  dom: 'de',
  nån: 'någon',
  nåt: 'något',
  nåra: 'några',
  syrran: 'systern',
};

function leansBack(text: string): FollowUp['leans'] {
  const all = words(text);
  if (all.length > MOST_WORDS) return 'no';
  if (/^(?:och|men|fast)(?![\p{L}])/iu.test(text.trim())) return 'clearly';
  return LEANS.test(text.trim()) ? 'perhaps' : 'no';
}

/** Longer than this it tells its own story. */
const MOST_WORDS = 25;

const LEANS =
  /^(?:(?:och|men|så|fast|okej|ok|jaha|aha|tack|bra)[\s,.!-]+)*(?:om|ifall|tänk om|vad händer (?:om|då)|vad (?:gäller|blir det) (?:om|då)|hur (?:blir|är) det (?:om|då|med|för)|gäller (?:det|detta|samma|detsamma)|i så fall|spelar det|ändrar det|även om|också om|det (?:gäller|rör|är)|hon (?:är|har)|han (?:är|har)|hen (?:är|har)|de (?:är|har)|vi har|jag har|nu (?:har|är))(?![\p{L}])|(?:^|\s)(?:i ?stället|åt andra hållet|tvärtom|omvänt|i så fall|samma sak|vice versa|då)\s*[?.!]*$/iu;
const TURNED =
  /andra hållet|tvärt ?om|(?:^(?:(?:och|men|fast)\s+)?omvänt|omvän[dt]a?(?=\s*(?:då|också|håll)?\s*[?.!,]*$))|vice versa/iu;
/** Somebody's yes beside somebody's no, or beside one who was not asked: that is no consent to reckon with. */
const HEDGED =
  /(?<!\p{L})(?:men|fast|fastän|utom|förutom|utan att|bara|endast|ena)(?!\p{L})|vet (?:de |hon |han )?inget|(?:ingen|inte) (?:fått )?tag|svarar (?:inte|aldrig)|vägrar/iu;
/** How a question begins that stands by itself, and how one says that it does. */
const ASKS_ANEW =
  /^(?:hej\b|ny fråga|en? (?:helt )?annan|annan sak|(?:får|kan|måste|ska|bör|behöver|vill|är|var|går|har|finns|vad|vem|vilka|vilken|vilket|hur|när|varför|var)(?![\p{L}]))/iu;

/** Marks of who is talked about, not of who tells or is told. */
const BESIDE: ReadonlySet<Mark> = new Set(['about', 'as', 'of', 'aside']);
const TOLD: ReadonlySet<Mark> = new Set(['to', 'for', 'with', 'against']);
/** What one does who wants to know, and what one does who knows. */
const WANTS =
  /^(?:fraga(?:r|de|t)?|undrar|undrade|begar(?:de|t|a)?|ber|bad|kraver|kravde|ringer|ringde|vill|ville|far|fick|veta|laser|lasa)$/u;
const TELLS =
  /^(?:gor|gjorde|uttalar|sitter|har|beratta(?:r|de|t)?|lamna(?:r|de|t)?|sager|saga|sa|skicka(?:r|de)?|vet|visste|anmal(?:a|er|de))$/u;
const ASKS = /^(?:fraga(?:r|de|t)?|undrar|undrade|begar(?:de|t|a)?|ringer|ringde|veta|laser|lasa)$/u;

/** An individual may be told, but has nothing to disclose: "om mamman säger ja" is about consent. */
function roleOf(phrase: Phrase, isIndividual: boolean, tokens: readonly Token[]): Role {
  if (TOLD.has(phrase.mark)) return RECIPIENT;
  if (phrase.mark === 'from') return isIndividual ? 'aside' : SENDER;
  const after = tokens
    .slice(phrase.to + 1, phrase.to + 4)
    .filter(({ sentence }) => sentence === tokens[phrase.to]?.sentence)
    .map(({ word }) => word);
  const before = tokens.slice(0, phrase.from).findLast(({ word }) => !DETERMINERS.has(word) && !HESITATES.test(word));
  // "pappan då?", "jag menade hans god man": someone is put in another's place.
  const replaces = before === undefined || REPLACES.test(before.word);
  if (isIndividual)
    return after.some((word) => ASKS.test(word)) || (replaces && after.every((word) => HESITATES.test(word)))
      ? RECIPIENT
      : 'aside';
  if (after.some((word) => TELLS.test(word))) return SENDER;
  if (after.some((word) => WANTS.test(word))) return RECIPIENT;
  // "men om det är skolsköterskan?", but "det gäller en orosanmälan" names a thing of theirs.
  return phrase.mark === 'bare' && (replaces || PUTS.test(before.word)) ? undefined : 'aside';
}

const HESITATES = /^(?:da|ju|nu|ocksa|sjalv|egentligen|istallet|i|stallet|hur|blir|det|med|for)$/u;
const REPLACES = /^(?:men|och|menar|menade|tankte|eller|o)$/u;
const PUTS = /^(?:ar|var|vore|om)$/u;
