// A masked question in everyday Swedish, or in English -> stated facts: who would disclose to whom, and what is said about it.
import type { Vocabulary } from '../knowledge/rule-schema.ts';
import { RECIPIENT, SENDER } from '../knowledge/rulebook.ts';
import { findAsker } from './asker.ts';
import { readClauses } from './disclosures.ts';
import { understandEnglish } from './english-understand.ts';
import { ownership, roleFacts, stated, type Understood, type UnderstoodFact } from './facts.ts';
import { languageOf } from './language.ts';
import { findMove } from './moves.ts';
import { findPhrases } from './phrases.ts';
import { decide } from './roles.ts';
import { isNegation, prepare } from './lexicon.ts';
import { findAll, tokenize, type Token } from './vocabulary.ts';

export type { Understood, UnderstoodFact };

/**
 *     text -> words -> who is named, and how -> clauses -> who tells whom in each -> the one that is asked about
 *                   -> what else is said, less what is denied
 *
 * A party is stated only when the words give its role. Where two readings contradict each other both are given back.
 */
export function understand(text: string, vocabulary: Vocabulary): Understood {
  if (vocabulary.english === undefined || languageOf(text) !== 'en') return understandSwedish(text, vocabulary);
  const inEnglish = understandEnglish(text, vocabulary.english, vocabulary.kinds);
  if (saysWho(inEnglish)) return inEnglish;
  // "May the socialtjänsten lämna uppgifter till polisen?" is English by its small words and Swedish by what it says.
  const inSwedish = understandSwedish(text, vocabulary);
  return saysWho(inSwedish) ? inSwedish : inEnglish;
}

function saysWho({ facts, directions }: Understood): boolean {
  const roles = facts.filter(({ concept }) => concept === SENDER || concept === RECIPIENT);
  return roles.length === 2 || directions.length > 0;
}

function understandSwedish(text: string, vocabulary: Vocabulary): Understood {
  const lexicon = prepare(vocabulary);
  const tokens = tokenize(text, lexicon);
  const hits = findAll(tokens, lexicon);
  const phrases = findPhrases(tokens, hits, lexicon);
  const asker = findAsker(phrases, tokens, lexicon);
  const clauses = { tokens, phrases, individuals: lexicon.kinds.individuals };
  const roles = decide(readClauses(clauses), findMove(clauses), { phrases, asker, kinds: lexicon.kinds });
  const facts = [
    ...roleFacts(roles, tokens),
    ...ownership(roles, asker, phrases, hits, tokens, lexicon.kinds),
    ...stated(hits, tokens, lexicon.kinds.overriding, negationAt),
  ];
  return { facts, directions: roles.directions };
}

/** A negation before the words, within three of them and the same clause, or just after. */
function negationAt(from: number, to: number, tokens: readonly Token[]): number | undefined {
  for (let at = from - 1; at >= from - 3; at -= 1) {
    const word = tokens[at]?.word ?? '';
    if (tokens[at]?.sentence !== tokens[from]?.sentence || tokens[at + 1]?.before.includes(',') === true) break;
    if (isNegation(word)) return at;
    if (/^(?:att|om|som|vad|men)$/u.test(word) && tokens[at - 1]?.word !== 'utan') break;
  }
  const after = tokens[to + 1];
  return after?.before === ' ' && /^(?:inte|ej|saknas)$/u.test(after.word) ? to + 1 : undefined;
}
