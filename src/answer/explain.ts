// Why what was found was found: how much each thing in the question gave to each hit.
import type { Knowledge } from '../knowledge/knowledge.ts';
import { RECIPIENT, SENDER } from '../knowledge/rulebook.ts';
import type { Entry, Provision } from '../knowledge/schema.ts';
import { formatShort, sectionKey } from '../law/citation.ts';
import { contentWords, fold, stem, words } from '../question/swedish.ts';
import type { Confidence } from '../search/confidence.ts';
import { search, type Found, type Hit } from '../search/search.ts';
import { besideIn } from './beside.ts';

export interface Explanation {
  /** The best three. */
  readonly hits: readonly ExplainedHit[];
  /** Words that were taken for others. */
  readonly repaired: readonly { readonly said: string; readonly read: string }[];
  readonly confidence: Confidence;
}

export interface ExplainedHit {
  readonly found: Found;
  /** 0 to about 1. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** One thing that was said, what it met, and its part of the score. */
export interface Evidence {
  readonly kind: 'word' | 'part' | 'letters' | 'like' | 'fact' | 'citation';
  readonly said: string;
  /** Empty where it met nothing that can be named. */
  readonly matched: string;
  readonly gave: number;
}

/**
 * Explains a search by asking again without each thing in turn, be it a word, the citations or the parties: what the score then
 * loses is what it gave, in proportion, so that the parts make the score. It knows nothing of how the ranker works. The question
 * is as the guard left it.
 */
export function explain(question: string, knowledge: Knowledge, date: string): Explanation {
  const { facts, ...beside } = besideIn(question, knowledge);
  const { cited, stated } = beside;
  const { hits, confidence, repaired } = search(knowledge, date, question, beside);
  const readings = new Map(repaired.map(({ said, read }) => [said, read]));
  const ways = contentWords(question)
    .slice(0, MOST_WORDS)
    .map((said) => ({
      meets: (found: Found) => meeting(said, readings.get(fold(said)) ?? said, found),
      hits: search(knowledge, date, leaveOut(question, said), beside).hits,
    }));
  if (cited.length > 0)
    ways.push({
      meets: () => ({ kind: 'citation', said: cited.map(formatShort).join(', '), matched: '' }),
      hits: search(knowledge, date, question, { stated }).hits,
    });
  const parties = facts.filter(({ concept }) => concept === SENDER || concept === RECIPIENT);
  if (parties.length > 0)
    ways.push({
      meets: () => ({
        kind: 'fact',
        said: parties.map(({ start, end }) => question.slice(start, end)).join(', '),
        matched: parties.map(({ concept, value }) => `${concept}: ${value}`).join(', '),
      }),
      hits: search(knowledge, date, question, { cited }).hits,
    });
  return {
    hits: hits.slice(0, MOST_HITS).map((hit) => {
      const lost = ways
        .map((without) => ({ ...without.meets(hit.found), gave: loss(hit, without.hits) }))
        .filter(({ gave }) => gave > 0);
      const all = lost.reduce((sum, { gave }) => sum + gave, 0);
      const evidence = lost.map((each) => ({ ...each, gave: (hit.score * each.gave) / all }));
      return { found: hit.found, score: hit.score, evidence };
    }),
    repaired,
    confidence,
  };
}

const MOST_HITS = 3;
/** A search each: a letter has no more that would be read. */
const MOST_WORDS = 40;

/** The marks stay, as a ranker may ask which sentence asks. */
function leaveOut(question: string, said: string): string {
  return question.replaceAll(/[\p{L}\d]+/gu, (word) => (words(word)[0] === said ? '' : word));
}

/** What is no longer among the hits has lost all. */
function loss({ found, score }: Hit, hits: readonly Hit[]): number {
  return score - (hits.find((hit) => keyOf(hit.found) === keyOf(found))?.score ?? 0);
}

function keyOf(found: Found): string {
  return found.kind === 'entry' ? found.entry.id : `${sectionKey(found.provision.citation)} ${found.provision.wording}`;
}

/** The word of the hit that has the same stem; else no more than letters can have met. */
function meeting(said: string, read: string, found: Found): Omit<Evidence, 'gave'> {
  const text = found.kind === 'entry' ? entryText(found.entry) : provisionText(found.provision);
  const matched = words(text).find((word) => stem(word) === stem(read));
  return matched === undefined ? { kind: 'letters', said, matched: '' } : { kind: 'word', said, matched };
}

function entryText({ question, wordings, shortAnswer, body }: Entry): string {
  return [question, ...wordings, shortAnswer, body].join('\n');
}

function provisionText({ heading, aliases, summary }: Provision): string {
  return [heading, ...aliases, summary].join('\n');
}
