// What the rules come to between every two parties when nothing more is known. The rules are explored once, over all
// situations; each pair is then a look into the same diagram, as `reason` would look into one of its own.
import { RECIPIENT, SENDER, type Rulebook } from '../knowledge/rulebook.ts';
import type { Cell, Matrix, MatrixFilter } from '../render/visa-matrix.ts';
import { EVERYONE } from '../render/visa-matrix.ts';
import { supportOf, type Diagram } from '../rules/diagram.ts';
import { explore, outcomesOf, verdictOf, type Settled } from '../rules/explore.ts';
import { known, presume } from '../rules/facts.ts';
import { inForce, type Concept, type Outcome, type Stated, type Value } from '../rules/rule.ts';

/** Gives the matrix of a filter; the exploring is done at the first asking. */
export type MatrixMaker = (filter: MatrixFilter) => Matrix;

export function createMatrix({ ruleSet }: Rulebook, day: string): MatrixMaker {
  const rules = inForce(ruleSet, day);
  const { concepts } = rules;
  let explored: ReturnType<typeof explore> | undefined;
  const cellOf = (stated: Stated, recipient: string): Cell => {
    explored ??= explore(rules, new Map());
    const { facts } = presume(concepts, stated, known(concepts, stated).facts);
    const outcome = explored.diagrams.given(explored.outcome, facts);
    const possible = outcomesOf(outcome);
    const atRest = verdictOf(outcomesAtRest(outcome));
    return { recipient, verdict: verdictOf(possible), possible: [...possible], atRest, open: supportOf(outcome).size };
  };
  const make = (filter: MatrixFilter): Matrix => {
    const recipients = chosen(concepts, RECIPIENT, filter.recipients);
    const rows = chosen(concepts, SENDER, filter.senders).map((sender) => ({
      sender,
      cells: recipients.map((recipient) =>
        cellOf({ ...filter.also, [SENDER]: sender, [RECIPIENT]: recipient }, recipient),
      ),
    }));
    const isOutside = ({ cells }: { cells: readonly Cell[] }) => cells.every(({ verdict }) => verdict === 'outside');
    return {
      recipients,
      rows: rows.filter((row) => !isOutside(row)),
      uncovered: rows.filter(isOutside).map(({ sender }) => sender),
      filter,
      choices: { senders: groupsOf(concepts, SENDER), recipients: groupsOf(concepts, RECIPIENT) },
    };
  };
  const made = new Map<string, Matrix>();
  return (filter) => {
    const key = JSON.stringify(filter);
    const matrix = made.get(key) ?? make(filter);
    if (made.size >= KEPT) made.clear();
    made.set(key, matrix);
    return matrix;
  };
}

/** So many choices are kept made. */
const KEPT = 20;

/** What is left when every concept that has a value at rest has it; a walk, for `given` is too slow for thousands of cells. */
function outcomesAtRest(outcome: Diagram<Settled>): ReadonlySet<Outcome> {
  const reached = new Set([outcome]);
  for (const node of reached) {
    if (node.kind === 'leaf') continue;
    const { values, resting } = node.concept;
    const ways = node.next.filter((_, index) => resting === undefined || values[index] === resting);
    const possible = ways.some((way) => way !== undefined) ? ways : node.next;
    for (const way of possible) if (way !== undefined) reached.add(way);
  }
  return new Set([...reached].flatMap((node) => (node.kind === 'leaf' ? [...outcomesOf(node)] : [])));
}

function groupsOf(concepts: readonly Concept[], id: string): string[] {
  return [...(concepts.find((concept) => concept.id === id)?.groups.keys() ?? [])];
}

/**
 * The parties of a choice, in the order of the folder. A group is shown as itself, where it is someone that can be spoken of
 * and no mere name for several, and with each of its parts. The overview opens only the groups whose parts are not alike.
 */
function chosen(concepts: readonly Concept[], id: string, choice: string): string[] {
  const concept = concepts.find((each) => each.id === id);
  if (concept === undefined) return [];
  const group = concept.groups.get(choice);
  if (group !== undefined)
    return inOrder(concept, [...partsOf(concept, group.values), ...spokenOf(concept, group.values)]);
  if (choice === EVERYONE || concept.values.includes(choice))
    return concept.values.filter((value) => choice === EVERYONE || value === choice);
  const all = spokenOf(concept, new Set(concept.values));
  const hidden = all
    .filter((name) => isAlike(concept, name))
    .flatMap((name) => partsOf(concept, valuesOf(concept, name)));
  return inOrder(concept, [...all, ...concept.values]).filter((name) => !hidden.includes(name));
}

/** The groups within some parties that are someone: what is said of the group itself tells them from mere names. */
function spokenOf({ groups }: Concept, within: ReadonlySet<Value>): string[] {
  return [...groups]
    .filter(([, { values, gives }]) => gives.size > 0 && [...values].every((value) => within.has(value)))
    .map(([name]) => name);
}

function valuesOf({ groups }: Concept, name: string): ReadonlySet<Value> {
  return groups.get(name)?.values ?? new Set([name]);
}

function partsOf(concept: Concept, values: ReadonlySet<Value>): Value[] {
  return concept.values.filter((value) => values.has(value));
}

/** Whether the rules have no name for only some of the group's parts together with others: then they speak of it as one. */
function isAlike(concept: Concept, name: string): boolean {
  const own = valuesOf(concept, name);
  return [...concept.groups.values()].every(({ values }) => {
    const shared = [...own].filter((value) => values.has(value)).length;
    return shared === 0 || shared === own.size || shared === values.size;
  });
}

/** A group stands before the first of its parts, the wider before the narrower. */
function inOrder(concept: Concept, names: readonly string[]): string[] {
  const first = (name: string) =>
    Math.min(...[...valuesOf(concept, name)].map((value) => concept.values.indexOf(value)));
  return [...names].sort((a, b) => first(a) - first(b) || valuesOf(concept, b).size - valuesOf(concept, a).size);
}
