// From what people state to facts: names of groups become their values, and what each value gives is drawn from it.
import { kleene, meaning } from './evaluate.ts';
import { UNKNOWN, type Concept, type ConceptId, type Facts, type Stated, type Value } from './rule.ts';

export interface Known {
  readonly facts: Facts;
  /** What was stated but cannot be so together with what was stated before it, or is no value of its concept. */
  readonly refused: readonly ConceptId[];
}

/** The facts stated, with all that follows from them. What contradicts something earlier in the concepts' order is refused. */
export function known(concepts: readonly Concept[], stated: Stated): Known {
  const refused: ConceptId[] = [];
  let facts: Facts = new Map();
  for (const concept of concepts) {
    const name = stated[concept.id];
    if (name === undefined || name === UNKNOWN) continue;
    const next = suppose(concepts, facts, concept, name);
    if (next === undefined) refused.push(concept.id);
    else facts = next;
  }
  const unknown = Object.keys(stated).filter((id) => concepts.every((concept) => concept.id !== id));
  return { facts, refused: [...refused, ...unknown] };
}

/** A value that is taken for granted. */
export interface Presumed {
  readonly concept: ConceptId;
  readonly value: Value;
}

/**
 * Adds what is presumed where nothing is known: not where the concept was stated, be it as unknown. A presumption may rest
 * on an earlier one. What is already narrowed to some values is presumed only within them.
 */
export function presume(
  concepts: readonly Concept[],
  stated: Stated,
  facts: Facts,
): { readonly facts: Facts; readonly presumed: readonly Presumed[] } {
  const presumed: Presumed[] = [];
  let all = facts;
  for (let again = true; again;) {
    again = false;
    for (const concept of concepts) {
      if (stated[concept.id] === UNKNOWN || presumed.some((each) => each.concept === concept.id)) continue;
      const logic = kleene(all);
      const applies = concept.presumptions.find(({ when }) => meaning(when, logic) === 'true');
      const next = applies && suppose(concepts, all, concept, applies.value);
      const before = all.get(concept.id)?.size ?? concept.values.length;
      if (applies === undefined || next === undefined || next.get(concept.id)?.size === before) continue;
      presumed.push({ concept: concept.id, value: applies.value });
      all = next;
      again = true;
    }
  }
  return { facts: all, presumed };
}

/** The facts if what the value's or group's name says were so too; `undefined` when it cannot be, or is no such name. */
export function suppose(concepts: readonly Concept[], facts: Facts, concept: Concept, name: Value): Facts | undefined {
  const more = possibleValues(concept, name);
  return more && conclude(concepts, facts, more);
}

/** What a value's or group's name says of its concept, and gives of others. */
function possibleValues(concept: Concept, name: string): Facts | undefined {
  if (concept.values.includes(name))
    return new Map([...(concept.gives.get(name) ?? []), [concept.id, new Set([name])]]);
  const group = concept.groups.get(name);
  return group && new Map([...group.gives, [concept.id, group.values]]);
}

/**
 * The facts with more facts, and all that follows: what every value still possible gives, and the loss of each value that
 * gives something impossible. `undefined` when they cannot all be so. What already follows from `facts` must be in them.
 */
export function conclude(concepts: readonly Concept[], facts: Facts, more: Facts): Facts | undefined {
  const result = new Map(facts);
  let narrowed = new Set<ConceptId>();
  const narrow = (concept: ConceptId, values: ReadonlySet<Value>) => {
    const before = result.get(concept);
    const both = before === undefined ? values : new Set([...before].filter((value) => values.has(value)));
    if (both.size === before?.size) return;
    result.set(concept, both);
    narrowed.add(concept);
  };
  for (const [concept, values] of more) narrow(concept, values);
  // Only where something has changed can anything new follow; from nothing, everything is new.
  for (let all = facts.size === 0; all || narrowed.size > 0; all = false) {
    const changed = narrowed;
    narrowed = new Set();
    for (const concept of givingAmong(concepts)) {
      if (!all && !changed.has(concept.id) && !givenBy(concept).some((id) => changed.has(id))) continue;
      const { id, values, gives } = concept;
      const possible = [...(result.get(id) ?? values)].filter((value) => fits(gives.get(value), result));
      if (possible.length === 0) return undefined;
      if (result.has(id) || possible.length < values.length) narrow(id, new Set(possible));
      for (const [given, common] of givenByAll(possible.map((value) => gives.get(value)))) narrow(given, common);
    }
  }
  return [...result.values()].some((values) => values.size === 0) ? undefined : result;
}

const giving = new WeakMap<readonly Concept[], readonly Concept[]>();

/** Those that any value of gives something: from the others nothing follows. */
function givingAmong(concepts: readonly Concept[]): readonly Concept[] {
  const known = giving.get(concepts) ?? concepts.filter(({ gives }) => gives.size > 0);
  giving.set(concepts, known);
  return known;
}

const given = new WeakMap<Concept, readonly ConceptId[]>();

/** The concepts that any value of this one gives something of. */
export function givenBy(concept: Concept): readonly ConceptId[] {
  const known = given.get(concept);
  if (known !== undefined) return known;
  const ids = [...new Set([...concept.gives.values()].flatMap((facts) => [...facts.keys()]))];
  given.set(concept, ids);
  return ids;
}

function fits(gives: Facts | undefined, facts: Facts): boolean {
  for (const [concept, values] of gives ?? []) {
    const possible = facts.get(concept);
    if (possible !== undefined && !meet(possible, values)) return false;
  }
  return true;
}

function meet(some: ReadonlySet<Value>, others: ReadonlySet<Value>): boolean {
  for (const value of some) if (others.has(value)) return true;
  return false;
}

/** What is given whichever of the values is the true one: for each concept that all speak of, all that any allows. */
function givenByAll(given: readonly (Facts | undefined)[]): Facts {
  const [first, ...others] = given;
  const result = new Map<ConceptId, ReadonlySet<Value>>();
  for (const [concept, values] of first ?? []) {
    const all = others.map((each) => each?.get(concept));
    if (all.every((each) => each !== undefined))
      result.set(concept, new Set([...values, ...all.flatMap((each) => [...each])]));
  }
  return result;
}
