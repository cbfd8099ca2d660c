// The rules over all situations at once: what they come to, as a decision diagram.
import { createDiagrams, leavesOf, type Diagram, type Diagrams } from './diagram.ts';
import { judge, type Judged } from './evaluate.ts';
import type { Concept, Facts, Outcome, RuleSet, Verdict } from './rule.ts';

/** What the leaves of a diagram can be: an outcome, a truth about a rule, or how an outcome changes between rule sets. */
export type Settled = Outcome | boolean | Shift;

export interface Shift {
  readonly before: Outcome;
  readonly after: Outcome;
}

export interface Exploration {
  readonly diagrams: Diagrams<Settled>;
  /** What the rules come to in every situation that the facts leave possible. */
  readonly outcome: Diagram<Settled>;
  /** Where each rule holds and stands; what follows from the values themselves is not yet drawn (see `given`). */
  readonly judged: Judged<Diagram<Settled>>;
}

/** Explores every situation that the facts leave possible. The rules must be those in force on one day. */
export function explore(rules: RuleSet, facts: Facts): Exploration {
  return exploreIn(createDiagrams<Settled>(within(rules.concepts, facts), true, false), rules, facts);
}

/** As {@link explore}, in a workshop of someone's, so that what comes of two rule sets can be compared. */
export function exploreIn(diagrams: Diagrams<Settled>, rules: RuleSet, facts: Facts): Exploration {
  const judged = judge(rules, diagrams);
  const { leaf, choose, given } = diagrams;
  const verdict = choose(judged.required, leaf('required'), choose(judged.barred, leaf('barred'), leaf('permitted')));
  return { diagrams, judged, outcome: given(choose(judged.covered, verdict, leaf('outside')), facts) };
}

/** The outcomes that a diagram leaves possible. */
export function outcomesOf(diagram: Diagram<Settled>): ReadonlySet<Outcome> {
  return new Set([...leavesOf(diagram)].filter((leaf) => typeof leaf === 'string'));
}

/**
 * What can be said while several outcomes are possible. Where nothing bars disclosure in any of them it is permitted, though
 * more facts may show a duty; every other mixture depends.
 */
export function verdictOf(outcomes: ReadonlySet<Outcome>): Verdict {
  const [only] = outcomes;
  if (only !== undefined && outcomes.size === 1) return only;
  return outcomes.has('barred') || outcomes.has('outside') ? 'depends' : 'permitted';
}

/** The concepts, each with the values that the facts leave possible. */
function within(concepts: readonly Concept[], facts: Facts): Concept[] {
  return concepts.map((concept) => {
    const possible = facts.get(concept.id);
    return possible === undefined
      ? concept
      : { ...concept, values: concept.values.filter((value) => possible.has(value)) };
  });
}
