// Facts and kinds of situation in Swedish, in the words of those who edit the rules: "socialtjänsten → läraren" and
// "samtycke: nej". Whoever answers a person takes the words that are written for people instead: `valuesInText`.
import { RECIPIENT, SENDER, type Rulebook } from '../knowledge/rulebook.ts';
import type { Concept, ConceptId, Value } from '../rules/rule.ts';
import { list } from './words.ts';

/** For each concept that something is known of, the values that are possible: facts, or one way through a diagram. */
export type Where = ReadonlyMap<ConceptId, Iterable<Value>>;

/** What the words are taken from. */
export type Wording = Pick<Rulebook, 'ruleSet' | 'concepts'>;

/** "socialtjänsten → läraren; samtycke: nej; begäran: ja" */
export function situationInWords(where: Where, wording: Wording): string {
  const pair = pairInWords(where, wording);
  return [...(pair === undefined ? [] : [pair]), ...factsInWords(where, wording)].join('; ');
}

/** "socialtjänsten → läraren"; `undefined` where nothing is said of either. */
export function pairInWords(where: Where, wording: Wording): string | undefined {
  const [from, to] = [where.get(SENDER), where.get(RECIPIENT)];
  if (from === undefined && to === undefined) return undefined;
  const party = (concept: ConceptId, values?: Iterable<Value>) =>
    values === undefined ? ANYONE : valuesInText(concept, values, wording);
  return `${party(SENDER, from)} → ${party(RECIPIENT, to)}`;
}

/** All but the parties, each as "samtycke: nej" or "uppgift: hälsa eller orosanmälan"; not what says nothing. */
export function factsInWords(where: Where, wording: Wording): string[] {
  return [...where].flatMap(([id, some]) => {
    const values = [...some];
    const all = conceptOf(id, wording)?.values.length;
    return id === SENDER || id === RECIPIENT || values.length === all ? [] : [factInWords(id, values, wording)];
  });
}

/** "samtycke: nej", with the names that stand in the rules. */
export function factInWords(id: ConceptId, values: Iterable<Value>, wording: Wording): string {
  return `${id}: ${shortest(conceptOf(id, wording), [...values], (value) => value)}`;
}

/** What the values are called where people read: "Inget samtycke"; "läraren, rektorn eller elevhälsan". */
export function valuesInText(id: ConceptId, values: Iterable<Value>, wording: Wording): string {
  return shortest(conceptOf(id, wording), [...values], (value) => wording.concepts.get(id)?.values.get(value) ?? value);
}

/** "a, b eller c" */
function oneOf(items: readonly string[]): string {
  return new Intl.ListFormat('sv', { type: 'disjunction' }).format(items);
}

const ANYONE = 'vem som helst';
const ANYTHING = 'vad som helst';

function conceptOf(id: ConceptId, { ruleSet }: Wording): Concept | undefined {
  return ruleSet.concepts.find((concept) => concept.id === id);
}

/** The values, groups of them by the group's name, or all but the others, whichever says it in the fewest names. */
function shortest(concept: Concept | undefined, values: readonly Value[], nameOf: (value: Value) => string): string {
  const isParty = concept?.id === SENDER || concept?.id === RECIPIENT;
  const others = concept?.values.filter((value) => !values.includes(value)) ?? [];
  if (concept !== undefined && others.length === 0) return isParty ? ANYONE : ANYTHING;
  const names = namesFor(concept, values);
  const without = namesFor(concept, others);
  if (others.length === 0 || names.length <= without.length + 1) return oneOf(names.map(nameOf));
  return `${isParty ? 'alla' : 'allt'} utom ${list(without.map(nameOf))}`;
}

/** Names of groups for what they cover wholly, the widest first, and the values that are left, all in the concept's order. */
function namesFor(concept: Concept | undefined, values: readonly Value[]): readonly Value[] {
  const left = new Set(values);
  const chosen: { readonly name: string; readonly first: number }[] = [];
  const place = (value: Value) => concept?.values.indexOf(value) ?? values.indexOf(value);
  const groups = [...(concept?.groups ?? [])].map(([name, group]) => ({ name, values: [...group.values] }));
  // Sorting keeps the order of those of one size, so that of two names for the same the first is taken.
  for (const group of groups.sort((a, b) => b.values.length - a.values.length)) {
    if (group.values.length < 2 || !group.values.every((value) => left.has(value))) continue;
    chosen.push({ name: group.name, first: Math.min(...group.values.map(place)) });
    for (const value of group.values) left.delete(value);
  }
  return [...chosen, ...[...left].map((value) => ({ name: value, first: place(value) }))]
    .sort((a, b) => a.first - b.first)
    .map(({ name }) => name);
}
