// What a follow-up in a thread says: "och om hon är 15?", "men till BUP då?", "åt andra hållet?". It names little, because the
// rest was said before; so a party that no word gives a role is read beside the two that are already known.
import type { Vocabulary } from '../knowledge/rule-schema.ts';
import { RECIPIENT, SENDER } from '../knowledge/rulebook.ts';
import { isEnglish } from './english.ts';
import { DETERMINERS, type Mark } from './frames.ts';
import { prepare } from './lexicon.ts';
import { findPhrases, type Phrase } from './phrases.ts';
import { words } from './swedish.ts';
import { understand, type UnderstoodFact } from './understand.ts';
import { findAll, tokenize, type Token } from './vocabulary.ts';

export interface FollowUp {
  /** All that it states by itself, the parties whose role is said among them. */
  readonly facts: readonly UnderstoodFact[];
  /** Parties named without a role, in the order of the text. */
  readonly named: readonly string[];
  /** It asks about the opposite direction. */
  readonly turned: boolean;
  /** Whether its words lean on something that was said before; clearly when it begins in the middle of a sentence. */
  readonly leans: 'clearly' | 'perhaps' | 'no';
}

export function readFollowUp(text: string, vocabulary: Vocabulary): FollowUp {
  const { facts, directions } = understand(text, vocabulary);
  const lexicon = prepare(vocabulary);
  const tokens = tokenize(text, lexicon);
  const taken = new Set([...facts.map(({ value }) => value), ...directions.flat()]);
  const named = findPhrases(tokens, findAll(tokens, lexicon), lexicon).flatMap((phrase): Named[] => {
    const { party, genitive, mark } = phrase;
    if (party === undefined || taken.has(party) || genitive || BESIDE.has(mark)) return [];
    return [{ phrase, party, role: roleOf(phrase, lexicon.kinds.individuals.includes(party), tokens) }];
  });
  const placed = [SENDER, RECIPIENT].flatMap((role) => {
    const found = named.find((each) => each.role === role);
    if (found === undefined || facts.some(({ concept }) => concept === role)) return [];
    const { from, to } = found.phrase;
    return [{ concept: role, value: found.party, start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 }];
  });
  return {
    facts: [...facts, ...placed],
    named: named.flatMap(({ role, party }) => (role === undefined ? [party] : [])),
    turned: TURNED.test(text),
    leans: leansBack(text),
  };
}

function leansBack(text: string): FollowUp['leans'] {
  const all = words(text);
  if (all.length > MOST_WORDS) return 'no';
  if (/^(?:och|men|fast|and|but)(?![\p{L}])/iu.test(text.trim())) return 'clearly';
  return (isEnglish(all) ? LEANS_EN : LEANS).test(text.trim()) ? 'perhaps' : 'no';
}

interface Named {
  readonly phrase: Phrase;
  readonly party: string;
  readonly role: Role;
}

/** `aside` for one who is named but neither tells nor is told. */
type Role = typeof SENDER | typeof RECIPIENT | 'aside' | undefined;

/** Longer than this it tells its own story. */
const MOST_WORDS = 25;

const LEANS =
  /^(?:(?:och|men|så|fast|okej|ok|jaha|aha|tack|bra)[\s,.!-]+)*(?:om|ifall|tänk om|vad händer (?:om|då)|vad (?:gäller|blir det) (?:om|då)|hur (?:blir|är) det (?:om|då|med|för)|gäller (?:det|detta|samma|detsamma)|i så fall|spelar det|ändrar det|även om|också om|det (?:gäller|rör|är)|hon (?:är|har)|han (?:är|har)|hen (?:är|har)|de (?:är|har)|vi har|jag har|nu (?:har|är))(?![\p{L}])|(?:^|\s)(?:i ?stället|åt andra hållet|tvärtom|omvänt|i så fall|samma sak|då)\s*[?.!]*$/iu;
const LEANS_EN =
  /^(?:(?:and|but|so|ok(?:ay)?|thanks)[\s,.!-]+)*(?:if|what if|what about|how about|even if|does (?:it|that)|would (?:it|that)|in that case|(?:s?he|they) (?:is|are|has|have)|we have)\b|\b(?:instead|the other way (?:a)?round|then)\s*[?.!]*$/iu;
const TURNED = /(?:åt )?(?:det )?andra hållet|tvärt ?om|omvänt|det omvända|the other way (?:a)?round/iu;

/** Marks of who is talked about, not of who tells or is told. */
const BESIDE: ReadonlySet<Mark> = new Set(['about', 'as', 'of', 'aside']);
const TOLD: ReadonlySet<Mark> = new Set(['to', 'for', 'with', 'against']);
/** What one does who wants to know, and what one does who knows. */
const WANTS =
  /^(?:fraga(?:r|de|t)?|undrar|undrade|begar(?:de|t|a)?|ber|bad|kraver|kravde|ringer|ringde|vill|ville|far|fick|veta|laser|lasa)$/u;
const TELLS = /^(?:beratta(?:r|de|t)?|lamna(?:r|de|t)?|sager|saga|sa|skicka(?:r|de)?|vet|visste|anmal(?:a|er|de))$/u;
const ASKS = /^(?:fraga(?:r|de|t)?|undrar|undrade|begar(?:de|t|a)?|ringer|ringde|veta|laser|lasa)$/u;

/** An individual may be told, but has nothing to disclose: "om mamman säger ja" is about consent. */
function roleOf(phrase: Phrase, isIndividual: boolean, tokens: readonly Token[]): Role {
  if (TOLD.has(phrase.mark)) return RECIPIENT;
  if (phrase.mark === 'from') return isIndividual ? 'aside' : SENDER;
  const after = tokens
    .slice(phrase.to + 1, phrase.to + 4)
    .filter(({ sentence }) => sentence === tokens[phrase.to]?.sentence)
    .map(({ word }) => word);
  if (isIndividual) return after.some((word) => ASKS.test(word)) ? RECIPIENT : 'aside';
  if (after.some((word) => TELLS.test(word))) return SENDER;
  if (after.some((word) => WANTS.test(word))) return RECIPIENT;
  // "men om det är skolsköterskan?" puts someone in another's place; "det gäller en orosanmälan" names a thing of theirs.
  const before = tokens.slice(0, phrase.from).findLast(({ word }) => !DETERMINERS.has(word));
  return phrase.mark === 'bare' && (before === undefined || PUTS.test(before.word)) ? undefined : 'aside';
}

/** What stands before one who is put in another's place. */
const PUTS = /^(?:ar|var|vore|om|men|och)$/u;
