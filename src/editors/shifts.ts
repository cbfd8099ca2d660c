// Where two rule sets come to different outcomes, gathered by what it changes from and to, and by who sends and receives. The
// kinds of situation are walked as parts of one diagram, never one by one: a deep change makes millions of them.
import { RECIPIENT, SENDER } from '../knowledge/rulebook.ts';
import { leavesOf, type Diagram } from '../rules/diagram.ts';
import { difference, isShift } from '../rules/difference.ts';
import type { Settled, Shift } from '../rules/explore.ts';
import type { Concept, ConceptId, Facts, Outcome, RuleSet, Value } from '../rules/rule.ts';

export interface Shifted {
  readonly before: Outcome;
  readonly after: Outcome;
  /** Each of the senders with each of the recipients. */
  readonly senders: readonly Value[];
  readonly recipients: readonly Value[];
  /** What is so in every one of the situations, for each concept of which something is. */
  readonly always: Conditions;
  /** What is so besides in some kinds of them, the most general first. */
  readonly examples: readonly Conditions[];
  /** The kinds of situation, in all. */
  readonly kinds: number;
}

export type Conditions = ReadonlyMap<ConceptId, readonly Value[]>;

export interface Compared {
  readonly shifts: readonly Shifted[];
  /** Whether any situation in which the facts are so comes to something else. */
  readonly touches: (facts: Facts) => boolean;
}

/** Compares two rule sets, each in force on its day, over all situations. */
export function compare(before: RuleSet, after: RuleSet): Compared {
  const { diagram, diagrams, concepts } = difference(before, after, [SENDER, RECIPIENT]);
  return {
    shifts: [...leavesOf(diagram)]
      .filter(isShift)
      .flatMap((shift) => gathered(diagram, shift, concepts))
      .sort((a, b) => b.senders.length * b.recipients.length - a.senders.length * a.recipients.length),
    touches: (facts) => [...leavesOf(diagrams.given(diagram, facts))].some(isShift),
  };
}

/** How many of the most general kinds are kept while walking, and how many of them, unlike each other, are examples. */
const KEPT = 24;
const EXAMPLES = 2;
/** In how many concepts two examples must differ. */
const UNLIKE = 3;

/** The pairs of parties for which the shift is possible: the senders with the same recipients together. */
function gathered(diagram: Diagram<Settled>, shift: Shift, concepts: readonly Concept[]): Shifted[] {
  const walk = createWalk(shift);
  const groups = new Map<string, { senders: Value[]; recipients: readonly Value[]; parts: Set<Diagram<Settled>> }>();
  for (const [sender, below] of branchesOf(diagram, SENDER, concepts)) {
    const cells = branchesOf(below, RECIPIENT, concepts).filter(([, part]) => walk.reaches(part));
    if (cells.length === 0) continue;
    const recipients = cells.map(([recipient]) => recipient);
    const group = groups.get(recipients.join('\n')) ?? { senders: [], recipients, parts: new Set() };
    group.senders.push(sender);
    for (const [, part] of cells) group.parts.add(part);
    groups.set(recipients.join('\n'), group);
  }
  return [...groups.values()].map(({ senders, recipients, parts }) => {
    const all = [...parts];
    const always = joined(all.map(walk.always));
    const examples = cheapest(all.flatMap(walk.general)).map(({ where }) => without(where, always));
    return {
      ...shift,
      senders,
      recipients,
      always,
      examples: unlike(examples.filter(({ size }) => size > 0)),
      kinds: all.map(walk.kinds).reduce((a, b) => a + b, 0),
    };
  });
}

/** What is under each value of the concept: the whole, where the diagram does not branch on it. */
function branchesOf(
  diagram: Diagram<Settled>,
  id: ConceptId,
  concepts: readonly Concept[],
): (readonly [Value, Diagram<Settled>])[] {
  const values = concepts.find((concept) => concept.id === id)?.values ?? [''];
  return values.flatMap((value, index) => {
    const isBranch = diagram.kind === 'branch' && diagram.concept.id === id;
    const next = isBranch ? diagram.next[index] : diagram;
    return next === undefined ? [] : [[value, next] as const];
  });
}

// ---- parts of the diagram -----------------------------------------------------------------------------------------

/** A kind of situation, and how little of the space it is: 0 is all of it, and each halving adds 1. */
interface Kind {
  readonly cost: number;
  readonly where: Conditions;
}

interface Walk {
  readonly reaches: (node: Diagram<Settled>) => boolean;
  /** What is so on every way to the shift. */
  readonly always: (node: Diagram<Settled>) => Conditions;
  /** The most general ways to it. */
  readonly general: (node: Diagram<Settled>) => readonly Kind[];
  readonly kinds: (node: Diagram<Settled>) => number;
}

/** Each part of the diagram is looked at once. */
function createWalk(shift: Shift): Walk {
  const reaches = remembered((node: Diagram<Settled>): boolean =>
    node.kind === 'leaf' ? node.value === shift : node.next.some((each) => each !== undefined && reaches(each)),
  );
  /** The ways on that lead to the shift, each with its values and how much of what is possible they are. */
  const onward = (node: Diagram<Settled>) => {
    if (node.kind === 'leaf') return [];
    const { concept, next } = node;
    const possible = next.filter((each) => each !== undefined).length;
    return [...new Set(next)].flatMap((part) => {
      if (part === undefined || !reaches(part)) return [];
      const values = concept.values.filter((_, index) => next[index] === part);
      return [{ id: concept.id, part, values, cost: Math.log2(possible / values.length), possible }];
    });
  };
  const always = remembered((node: Diagram<Settled>): Conditions => {
    const ways = onward(node);
    const [first] = ways;
    if (first === undefined) return new Map();
    const values = ways.flatMap((way) => way.values);
    const below = joined(ways.map(({ part }) => always(part)));
    return values.length === first.possible ? below : new Map([[first.id, values], ...below]);
  });
  const general = remembered((node: Diagram<Settled>): readonly Kind[] =>
    node.kind === 'leaf'
      ? reaches(node)
        ? [{ cost: 0, where: new Map() }]
        : []
      : cheapest(
          onward(node).flatMap(({ id, part, values, cost }) =>
            general(part).map((kind) => ({
              cost: cost + kind.cost,
              where: new Map<ConceptId, readonly Value[]>([[id, values], ...kind.where]),
            })),
          ),
        ),
  );
  const kinds = remembered((node: Diagram<Settled>): number =>
    node.kind === 'leaf' ? Number(reaches(node)) : onward(node).reduce((sum, { part }) => sum + kinds(part), 0),
  );
  return { reaches, always, general, kinds };
}

function remembered<T>(find: (node: Diagram<Settled>) => T): (node: Diagram<Settled>) => T {
  const found = new Map<Diagram<Settled>, { readonly value: T }>();
  return (node) => {
    const known = found.get(node) ?? { value: find(node) };
    found.set(node, known);
    return known.value;
  };
}

function cheapest(kinds: readonly Kind[]): readonly Kind[] {
  return [...kinds].sort((a, b) => a.cost - b.cost).slice(0, KEPT);
}

/** What all of them say, each as far as the widest. */
function joined(all: readonly Conditions[]): Conditions {
  const [first, ...others] = all;
  return new Map(
    [...(first ?? [])].flatMap(([id, values]) => {
      const rest = others.map((each) => each.get(id));
      return rest.every((each) => each !== undefined) ? [[id, [...new Set([...values, ...rest.flat()])]] as const] : [];
    }),
  );
}

function without(where: Conditions, said: Conditions): Conditions {
  return new Map([...where].filter(([id, values]) => said.get(id)?.length !== values.length));
}

/** The first, and the first that is not much like those before it. */
function unlike(all: readonly Conditions[]): readonly Conditions[] {
  const differing = (a: Conditions, b: Conditions) =>
    [...new Set([...a.keys(), ...b.keys()])].filter((id) => a.get(id)?.join() !== b.get(id)?.join()).length;
  const chosen: Conditions[] = [];
  for (const each of all) {
    if (chosen.length < EXAMPLES && chosen.every((other) => differing(each, other) >= UNLIKE)) chosen.push(each);
  }
  return chosen;
}
