// What a follow-up in English says: "what if she is 15?", "but with consent?", "and the other way round?". See followup.ts.
import type { EnglishWordings, Vocabulary } from '../knowledge/rule-schema.ts';
import { RECIPIENT, SENDER } from '../knowledge/rulebook.ts';
import { findEnglish, tokenizeEnglish } from './english-lexicon.ts';
import { findEnglishPhrases } from './english-phrases.ts';
import { understandEnglish } from './english-understand.ts';
import type { FollowUp } from './followup.ts';
import type { Mark } from './frames.ts';
import { whoIsNamed, type Role } from './named.ts';
import type { Phrase } from './phrases.ts';
import { words } from './swedish.ts';
import type { Token } from './vocabulary.ts';

export function readEnglishFollowUp(text: string, wordings: EnglishWordings, kinds: Vocabulary['kinds']): FollowUp {
  const { facts: all, directions } = understandEnglish(text, wordings, kinds);
  const facts = all.filter(({ concept, value }) => !(concept === CONSENT && value === 'ja' && isHedged(text)));
  const tokens = tokenizeEnglish(text);
  const hits = findEnglish(tokens, wordings);
  const { phrases } = findEnglishPhrases(tokens, hits, kinds, wordings.fields);
  return {
    ...whoIsNamed({
      tokens,
      phrases,
      hits,
      facts,
      directions,
      roleOf: (phrase, party) => roleOf(phrase, kinds.individuals.includes(party), tokens),
    }),
    turned: TURNED.test(text),
    leans: leansBack(text.trim()),
    asks: ASKS_ANEW.test(text.trim()) && !LEANS.test(text.trim()),
  };
}

const CONSENT = 'samtycke';

/** Somebody's yes beside somebody's no is no consent to reckon with. */
function isHedged(text: string): boolean {
  return /\b(?:but|only|except|although|though|refus\w*)\b/iu.test(text.trim().replace(/^(?:and|but|so)\s+/iu, ''));
}

function leansBack(text: string): FollowUp['leans'] {
  if (words(text).length > MOST_WORDS) return 'no';
  if (/^(?:and|but)\b/iu.test(text)) return 'clearly';
  return LEANS.test(text) ? 'perhaps' : 'no';
}

/** Longer than this it tells its own story. */
const MOST_WORDS = 25;
const LEANS =
  /^(?:(?:and|but|so|ok(?:ay)?|thanks|thank you|right|hm+)[\s,.!-]+)*(?:if|what if|what about|how about|what happens if|even if|also if|does (?:it|that|this)|would (?:it|that)|is (?:it|that) (?:the same|different)|in that case|(?:s?he|they)(?:['’](?:s|re|ve))? |we have|i have|now (?:s?he|they|we)|it is (?:an?|about|the)|it['’]s (?:an?|about|the)|and to|or to|same )|\b(?:instead|the other way (?:a)?round|vice versa|then)\s*[?.!]*$/iu;
const TURNED =
  /\b(?:the other way (?:a)?round|vice versa|the opposite (?:way|direction)|other direction|the reverse|in reverse|conversely)\b/iu;
/** How a question begins that stands by itself. */
const ASKS_ANEW =
  /^(?:hi|hello|new question|another (?:question|thing)|may|can|could|must|should|is|are|am|does|do|what|who|how|when|why|which|where)\b/iu;

const TOLD: ReadonlySet<Mark> = new Set(['to', 'with', 'for', 'against']);
const TELLS =
  /^(?:tells?|told|telling|knows?|says?|discloses?|shares?|reports?|sends?|gives?|passes|informs?|does|has)$/u;
const WANTS =
  /^(?:asks?|asked|asking|wants?|wanted|requests?|requested|demands?|calls?|called|needs?|gets?|reads?|sees?|wonders?|phones?)$/u;

function roleOf(phrase: Phrase, isIndividual: boolean, tokens: readonly Token[]): Role {
  if (TOLD.has(phrase.mark)) return RECIPIENT;
  if (phrase.mark === 'from') return isIndividual ? 'aside' : SENDER;
  const after = tokens.slice(phrase.to + 1, phrase.to + 4).map(({ word }) => word);
  const before = tokens
    .slice(0, phrase.from)
    .map(({ word }) => word)
    .join(' ');
  // "what about the police?", "and mum?", "I meant her trustee": someone is put in another's place.
  const replaces = REPLACES.test(before);
  if (after.some((word) => WANTS.test(word))) return RECIPIENT;
  if (isIndividual) return replaces && after.every((word) => HESITATES.test(word)) ? RECIPIENT : 'aside';
  if (after.some((word) => TELLS.test(word))) return SENDER;
  return replaces || PUTS.test(before) ? undefined : 'aside';
}

const REPLACES =
  /^(?:(?:and|but|so|or|ok|okay|then|sorry|no|i (?:mean|meant)|(?:what|how) about)(?: |$))*(?:the|a|an|my|her|his|their|our|old|new)?$/u;
const PUTS = /(?:^| )(?:is|are|was|were)(?: (?:the|a|an|my|her|his|their|our|from|at|not|old|new))*$/u;
const HESITATES = /^(?:then|instead|also|too|herself|himself|themselves|now)$/u;
