// Decision diagrams: a function of a situation as a graph, branching on one concept at a time in a fixed order. Equal parts
// are one and the same object, and a branch that makes no difference is not there:
//
//        consent                       So two functions are equal exactly when they are one object, a concept that is not
//     yes ╱    ╲ no                    in the graph cannot matter, and the graph stays small where the table of all
//        │    necessary                situations would be astronomical.
//        │   yes ╱  ╲ no
//      permitted    barred
//
// Source: reduced ordered decision diagrams, R. E. Bryant (1986), with many-valued branches and any leaves.
import type { Logic } from './evaluate.ts';
import { givenBy } from './facts.ts';
import type { Concept, ConceptId, Facts, Value } from './rule.ts';

export type Diagram<L> = Leaf<L> | Branch<L>;

export interface Leaf<L> {
  readonly kind: 'leaf';
  readonly id: number;
  readonly value: L;
}

export interface Branch<L> {
  readonly kind: 'branch';
  readonly id: number;
  readonly concept: Concept;
  /** One for each of the concept's values, in their order; `undefined` where the value is impossible. */
  readonly next: readonly (Diagram<L> | undefined)[];
}

/** A workshop in which equal diagrams are one object. Diagrams of two workshops must not be mixed. */
export interface Diagrams<L> extends Logic<Diagram<L>> {
  readonly leaf: (value: L) => Diagram<L>;
  /** `yes` where the condition (a diagram of `always` and `never`) is so, else `no`. */
  readonly choose: (condition: Diagram<L>, yes: Diagram<L>, no: Diagram<L>) => Diagram<L>;
  /** The leaves of two diagrams, joined pair by pair. */
  readonly join: (a: Diagram<L>, b: Diagram<L>, joined: (a: L, b: L) => L) => Diagram<L>;
  /** Leaves out what cannot be, by the facts and by what the values give: every way that is left leads to some situation. */
  readonly given: (diagram: Diagram<L>, facts: Facts) => Diagram<L>;
}

/** `always` and `never` are the leaves that stand for true and false. */
export function createDiagrams<L>(concepts: readonly Concept[], always: L, never: L): Diagrams<L> {
  const level = new Map(concepts.map(({ id }, index) => [id, index]));
  const leaves = new Map<L, Leaf<L>>();
  const branches = new Map<string, Branch<L>>();
  let made = 0;

  const leaf = (value: L): Leaf<L> => {
    const known = leaves.get(value) ?? { kind: 'leaf', id: made++, value };
    leaves.set(value, known);
    return known;
  };
  const branch = (concept: Concept, next: readonly (Diagram<L> | undefined)[]): Diagram<L> | undefined => {
    let first: Diagram<L> | undefined;
    let differs = false;
    let key = `${level.get(concept.id) ?? ''}:`;
    for (const each of next) {
      key += each === undefined ? ',' : `${each.id},`;
      first ??= each;
      differs ||= each !== undefined && each !== first;
    }
    if (!differs) return first;
    const known = branches.get(key) ?? { kind: 'branch', id: made++, concept, next };
    branches.set(key, known);
    return known;
  };
  const yes = leaf(always);
  const no = leaf(never);

  const levelOf = (diagram: Diagram<L>) =>
    diagram.kind === 'leaf' ? Number.POSITIVE_INFINITY : (level.get(diagram.concept.id) ?? Number.POSITIVE_INFINITY);
  /** Takes every diagram one step along the first concept that any of them branches on. */
  const step = (...of: readonly Diagram<L>[]) => {
    const first = of.reduce((a, b) => (levelOf(b) < levelOf(a) ? b : a));
    if (first.kind === 'leaf') throw new Error('A leaf has no next step.');
    const { concept } = first;
    const at = (diagram: Diagram<L>, index: number) =>
      diagram.kind === 'branch' && diagram.concept === concept ? diagram.next[index] : diagram;
    return { concept, at };
  };

  const chosen = new Map<string, Diagram<L>>();
  const choose = (condition: Diagram<L>, a: Diagram<L>, b: Diagram<L>): Diagram<L> => {
    if (condition === yes || a === b) return a;
    if (condition === no) return b;
    if (a === yes && b === no) return condition;
    const key = `${condition.id},${a.id},${b.id}`;
    const known = chosen.get(key);
    if (known !== undefined) return known;
    const { concept, at } = step(condition, a, b);
    const next = concept.values.map((_, index) => {
      const [c, then, otherwise] = [at(condition, index), at(a, index), at(b, index)];
      return c && then && otherwise ? choose(c, then, otherwise) : undefined;
    });
    const result = branch(concept, next) ?? no;
    chosen.set(key, result);
    return result;
  };

  const join = (a: Diagram<L>, b: Diagram<L>, joined: (a: L, b: L) => L): Diagram<L> => {
    const memo = new Map<string, Diagram<L>>();
    const walk = (x: Diagram<L>, y: Diagram<L>): Diagram<L> => {
      if (x.kind === 'leaf' && y.kind === 'leaf') return leaf(joined(x.value, y.value));
      const key = `${x.id},${y.id}`;
      const known = memo.get(key);
      if (known !== undefined) return known;
      const { concept, at } = step(x, y);
      const next = concept.values.map((_, index) => {
        const [left, right] = [at(x, index), at(y, index)];
        return left && right ? walk(left, right) : undefined;
      });
      const result = branch(concept, next) ?? no;
      memo.set(key, result);
      return result;
    };
    return walk(a, b);
  };

  const either = (a: Diagram<L>, b: Diagram<L>) => choose(a, yes, b);
  const both = (a: Diagram<L>, b: Diagram<L>) => choose(a, b, no);
  const is = (concept: ConceptId, values: ReadonlySet<Value>): Diagram<L> => {
    const of = concepts[level.get(concept) ?? -1];
    if (of === undefined) throw new Error(`No concept ${concept}.`);
    if (of.values.every((value) => values.has(value))) return of.values.length === 0 ? no : yes;
    const next = of.values.map((value) => (values.has(value) ? yes : no));
    return branch(of, next) ?? no;
  };
  const conditionOf = (facts: Facts) => [...facts].map(([concept, values]) => is(concept, values)).reduce(both, yes);
  const constraints = new Map<Concept, Diagram<L>>();
  /** Where what each value of the concept gives is so. */
  const constraintOf = (concept: Concept): Diagram<L> => {
    const { id, values, gives } = concept;
    const made =
      constraints.get(concept) ??
      values.reduceRight<Diagram<L>>(
        (others, value) => choose(is(id, new Set([value])), conditionOf(gives.get(value) ?? NO_FACTS), others),
        yes,
      );
    constraints.set(concept, made);
    return made;
  };
  const giving = concepts.filter(({ gives }) => gives.size > 0);
  /** Where all is so that has a bearing on these concepts: what they give, what gives them, and on from there. */
  const consistent = (about: Iterable<ConceptId>): Diagram<L> => {
    const reached = new Set(about);
    let left = giving;
    for (let before = -1; before !== reached.size;) {
      before = reached.size;
      const touched = left.filter((each) => reached.has(each.id) || givenBy(each).some((id) => reached.has(id)));
      for (const each of touched) for (const id of [each.id, ...givenBy(each)]) reached.add(id);
      left = left.filter((each) => !touched.includes(each));
    }
    return giving
      .filter((each) => !left.includes(each))
      .map(constraintOf)
      .reduce(both, yes);
  };

  const kept = new Map<string, Diagram<L> | undefined>();
  /** The diagram without what the condition excludes. Of a concept that only the condition asks about, any value will do. */
  const keep = (node: Diagram<L>, condition: Diagram<L>): Diagram<L> | undefined => {
    if (condition.kind === 'leaf') return condition === yes ? node : undefined;
    if (node.kind === 'leaf') return node;
    const key = `${node.id},${condition.id}`;
    if (kept.has(key)) return kept.get(key);
    const { concept, at } = step(node, condition);
    const possible = (index: number) => at(condition, index) ?? no;
    const result =
      node.concept === concept
        ? branch(
            concept,
            node.next.map((each, index) => each && keep(each, possible(index))),
          )
        : keep(node, concept.values.map((_, index) => possible(index)).reduce(either, no));
    kept.set(key, result);
    return result;
  };

  return {
    always: yes,
    never: no,
    is,
    both,
    either,
    not: (a) => choose(a, no, yes),
    leaf,
    choose,
    join,
    // Facts that contradict every branch leave nothing; whoever states facts has drawn out what follows from them first.
    given: (diagram, facts) =>
      diagram.kind === 'leaf'
        ? diagram
        : (keep(diagram, both(conditionOf(facts), consistent(supportOf(diagram)))) ?? diagram),
  };
}

const NO_FACTS: Facts = new Map();
/** Every node, each once, from the top. */
export function nodesOf<L>(diagram: Diagram<L>): ReadonlySet<Diagram<L>> {
  const seen = new Set<Diagram<L>>([diagram]);
  for (const node of seen) if (node.kind === 'branch') for (const each of node.next) if (each) seen.add(each);
  return seen;
}

/** The values that the function can come to. */
export function leavesOf<L>(diagram: Diagram<L>): ReadonlySet<L> {
  return new Set([...nodesOf(diagram)].flatMap((node) => (node.kind === 'leaf' ? [node.value] : [])));
}

/** The concepts that matter to it. */
export function supportOf<L>(diagram: Diagram<L>): ReadonlySet<ConceptId> {
  return new Set([...nodesOf(diagram)].flatMap((node) => (node.kind === 'branch' ? [node.concept.id] : [])));
}

/** One way through a diagram: for each concept passed, the values that lead on to the same place; and where it ends. */
export interface Path<L> {
  readonly where: ReadonlyMap<ConceptId, readonly Value[]>;
  readonly value: L;
}

/** The ways to the leaves that are wanted, in the order of the concepts' values. Lazily, as there may be very many. */
export function* pathsOf<L>(
  diagram: Diagram<L>,
  wanted: (value: L) => boolean,
  where: ReadonlyMap<ConceptId, readonly Value[]> = new Map(),
): Generator<Path<L>> {
  if (diagram.kind === 'leaf') {
    if (wanted(diagram.value)) yield { where, value: diagram.value };
    return;
  }
  for (const next of new Set(diagram.next)) {
    if (next === undefined || ![...leavesOf(next)].some(wanted)) continue;
    const values = diagram.concept.values.filter((_, index) => diagram.next[index] === next);
    yield* pathsOf(next, wanted, new Map([...where, [diagram.concept.id, values]]));
  }
}
