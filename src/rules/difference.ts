// What differs between two rule sets, over all situations.
import { createDiagrams, type Diagram, type Diagrams } from './diagram.ts';
import { exploreIn, type Settled, type Shift } from './explore.ts';
import type { Concept, ConceptId, RuleSet } from './rule.ts';

export interface Difference {
  /** Its leaves are shifts where the two come to different outcomes, and elsewhere the outcome that both come to. */
  readonly diagram: Diagram<Settled>;
  readonly diagrams: Diagrams<Settled>;
  readonly concepts: readonly Concept[];
}

/**
 * The difference between two rule sets, each in force on its day, as one diagram: a deep change makes millions of kinds of
 * situation, too many to be listed. It branches on the concepts named in `first` before all others.
 */
export function difference(before: RuleSet, after: RuleSet, first: readonly ConceptId[] = []): Difference {
  const concepts = inOrder(merged(before.concepts, after.concepts), first);
  const diagrams = createDiagrams<Settled>(concepts, true, false);
  const shifts = new Map<string, Shift>();
  const shift = (a: Settled, b: Settled): Settled => {
    if (a === b || typeof a !== 'string' || typeof b !== 'string') return a;
    const known = shifts.get(`${a} ${b}`) ?? { before: a, after: b };
    shifts.set(`${a} ${b}`, known);
    return known;
  };
  const outcome = (rules: RuleSet) => exploreIn(diagrams, { ...rules, concepts }, new Map()).outcome;
  const diagram = diagrams.given(diagrams.join(outcome(before), outcome(after), shift), new Map());
  return { diagram, diagrams, concepts };
}

export function isShift(leaf: Settled): leaf is Shift {
  return typeof leaf === 'object';
}

/** The concepts of both, each with the values of both; what a value gives is read from the later. */
function merged(before: readonly Concept[], after: readonly Concept[]): Concept[] {
  const dropped = before.filter(({ id }) => after.every((concept) => concept.id !== id));
  const kept = after.map((concept) => {
    const old = before.find(({ id }) => id === concept.id);
    const gone = old?.values.filter((value) => !concept.values.includes(value)) ?? [];
    const gives = [...(old?.gives ?? [])].filter(([value]) => gone.includes(value));
    return { ...concept, values: [...concept.values, ...gone], gives: new Map([...gives, ...concept.gives]) };
  });
  return [...kept, ...dropped];
}

function inOrder(concepts: readonly Concept[], first: readonly ConceptId[]): Concept[] {
  const named = first.flatMap((id) => concepts.filter((concept) => concept.id === id));
  return [...named, ...concepts.filter((concept) => !named.includes(concept))];
}
