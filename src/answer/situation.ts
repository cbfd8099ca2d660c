// A situation as people state it: who discloses to whom, and what more is known. It is made from words, from buttons and from
// the form; it travels in a button's value, so that nothing has to be kept; and it is reasoned about in one way.
import type { Knowledge } from '../knowledge/knowledge.ts';
import { RECIPIENT, SENDER, type Rulebook } from '../knowledge/rulebook.ts';
import type { Understood } from '../question/understand.ts';
import { reason, type Reasoning } from '../rules/reason.ts';
import { UNKNOWN, type Stated } from '../rules/rule.ts';

/** A rulebook and a situation whose every name is known to it, with both parties. */
export interface Situation {
  readonly stated: Stated;
  readonly rulebook: Rulebook;
  readonly reasoning: Reasoning;
}

/** Reasons about what is stated; `undefined` while a party is missing, or where the folder has no rules. */
export function situationOf(stated: Stated, { rulebook }: Knowledge, date: string): Situation | undefined {
  if (rulebook === undefined || !hasParties(stated)) return undefined;
  return { stated, rulebook, reasoning: reason(rulebook.ruleSet, date, stated) };
}

/** What was understood, as it is stated to the rules. */
export function statedIn({ facts }: Understood): Stated {
  return Object.fromEntries(facts.map(({ concept, value }) => [concept, value]));
}

export function hasParties(stated: Stated): boolean {
  return stated[SENDER] !== undefined && stated[RECIPIENT] !== undefined;
}

/** The situation on one line, to be read back by {@link readStated}. */
export function writeStated(stated: Stated): string {
  return `${VERSION}${JSON.stringify(stated)}`;
}

/**
 * Reads what {@link writeStated} wrote. `undefined` for anything else, and for names that the rules do not have (any more):
 * a button may be older than the rules, and its value may have been made by someone else.
 */
export function readStated(text: string, { rulebook }: Knowledge): Stated | undefined {
  if (rulebook === undefined || !text.startsWith(VERSION)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text.slice(VERSION.length));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  const stated = entries.flatMap(([concept, name]) =>
    typeof name === 'string' && isName(rulebook, concept, name) ? [[concept, name] as const] : [],
  );
  return stated.length === entries.length ? Object.fromEntries(stated) : undefined;
}

/** Whether it is a value of the concept, a name for several, or that it is not known. */
export function isName(rulebook: Rulebook, concept: string, name: string): boolean {
  const text = rulebook.concepts.get(concept);
  return text !== undefined && (name === UNKNOWN || text.values.has(name));
}

/** With one more thing stated. */
export function withStated(stated: Stated, concept: string, value: string): Stated {
  return { ...stated, [concept]: value };
}

/** Changes when the form of the line does, so that an old button is known to be old. */
const VERSION = 's1';
