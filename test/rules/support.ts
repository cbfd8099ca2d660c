// Small rule sets for the tests of the engine: written by hand, drawn by chance, and judged situation by situation in the
// plainest way there is, against which the engine's own ways are held.
import fc from 'fast-check';
import type { Presumed } from '../../src/rules/facts.ts';
import {
  ALWAYS,
  NEVER,
  UNKNOWN,
  type BarKind,
  type Concept,
  type ConceptId,
  type Condition,
  type Coverage,
  type Facts,
  type Outcome,
  type Rule,
  type RuleSet,
  type Target,
  type Value,
  type Verdict,
} from '../../src/rules/rule.ts';

// ---- by hand ----------------------------------------------------------------------------------------------------

export function concept(id: ConceptId, values: readonly Value[], more: Partial<Concept> = {}): Concept {
  const none = {
    groups: new Map(),
    gives: new Map(),
    presumptions: [],
    assessment: false,
    attainable: new Set<Value>(),
  };
  return { id, values, ...none, ...more };
}

/** Facts as an object: `{ consent: ['yes'] }`. */
export function facts(given: Readonly<Record<ConceptId, readonly Value[]>>): Facts {
  return new Map(Object.entries(given).map(([id, values]) => [id, new Set(values)]));
}

/** All of the facts: `all({ consent: ['yes'] })`. */
export function all(given: Readonly<Record<ConceptId, readonly Value[]>>): Condition {
  const parts = Object.entries(given).map(([id, values]): Condition => ({
    kind: 'is',
    concept: id,
    values: new Set(values),
  }));
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'every', of: parts };
}

export function some(...of: readonly Condition[]): Condition {
  return { kind: 'some', of };
}

export function not(of: Condition): Condition {
  return { kind: 'not', of };
}

type Reach = Partial<Pick<Rule, 'unless' | 'validFrom' | 'validTo' | 'id'>>;

export function bars(provision: string, kind: BarKind, when = ALWAYS, more: Reach & { publicly?: boolean } = {}): Rule {
  const { publicly = false, ...rest } = more;
  const effect = { verb: 'bars', kind, protects: publicly ? 'public' : 'individual' } as const;
  return { id: provision, provision, effect, when, unless: NEVER, ...rest };
}

export function lifts(
  provision: string,
  target: 'everything' | 'secrecy' | 'individual' | readonly string[],
  when = ALWAYS,
  more: Reach & { except?: readonly string[] } = {},
): Rule {
  const { except = [], ...rest } = more;
  const reach: Target =
    typeof target === 'string' ? { kind: target } : { kind: 'provisions', provisions: new Set(target) };
  const effect = { verb: 'lifts', target: reach, except: new Set(except) } as const;
  return { id: provision, provision, effect, when, unless: NEVER, ...rest };
}

export function requires(provision: string, when = ALWAYS, more: Reach & { except?: readonly string[] } = {}): Rule {
  const { except = [], ...rest } = more;
  return {
    id: provision,
    provision,
    effect: { verb: 'requires', except: new Set(except) },
    when,
    unless: NEVER,
    ...rest,
  };
}

/** Rules that cover everything, unless said otherwise. */
export function ruleSet(
  concepts: readonly Concept[],
  rules: readonly Rule[],
  coverage: readonly Coverage[] = [{ when: ALWAYS, covered: true }],
): RuleSet {
  return { concepts, rules, coverage };
}

export const ids = (rules: readonly Rule[]): readonly string[] => rules.map(({ id }) => id);

// ---- by chance --------------------------------------------------------------------------------------------------

const VALUES = ['1', '2', '3', '4'];
const PROVISIONS = ['P', 'Q', 'R'] as const;
const provisions = fc.subarray([...PROVISIONS], { maxLength: 2 }).map((names) => new Set<string>(names));

/** Concepts yet without anything but their values. */
type Shape = Readonly<Record<ConceptId, readonly Value[]>>;

const shapes: fc.Arbitrary<Shape> = fc
  .array(fc.integer({ min: 2, max: 4 }), { minLength: 2, maxLength: 5 })
  .filter((sizes) => sizes.reduce((a, b) => a * b) <= 256)
  .map((sizes) => Object.fromEntries(sizes.map((size, index) => ['abcde'.charAt(index), VALUES.slice(0, size)])));

function someOf(values: readonly Value[]): fc.Arbitrary<ReadonlySet<Value>> {
  return fc.subarray([...values], { minLength: 1 }).map((some) => new Set(some));
}

function oneFact(shape: Shape): fc.Arbitrary<readonly [ConceptId, ReadonlySet<Value>]> {
  return fc.oneof(...Object.entries(shape).map(([id, values]) => fc.tuple(fc.constant(id), someOf(values))));
}

function conditions(shape: Shape): fc.Arbitrary<Condition> {
  const is = oneFact(shape).map(([id, values]): Condition => ({ kind: 'is', concept: id, values }));
  const flat = fc.oneof({ weight: 6, arbitrary: is }, fc.constant(ALWAYS), fc.constant(NEVER));
  const of = fc.array(flat, { minLength: 1, maxLength: 3 });
  const deep: fc.Arbitrary<Condition> = fc.record({ kind: fc.constantFrom('every' as const, 'some' as const), of });
  const negated = fc.record({ kind: fc.constant('not' as const), of: deep });
  return fc.oneof({ weight: 3, arbitrary: is }, { weight: 3, arbitrary: deep }, negated, fc.constant(ALWAYS));
}

/** In a plain one no value gives anything of the concepts after its own. */
function conceptsOf(shape: Shape, plain: boolean): fc.Arbitrary<Concept[]> {
  const each = Object.entries(shape).map(([id, values]) => {
    const later = Object.fromEntries(Object.entries(shape).filter(([other]) => other > id));
    const gives: fc.Arbitrary<Facts> =
      plain || Object.keys(later).length === 0
        ? fc.constant(new Map())
        : fc.array(oneFact(later), { maxLength: 2 }).map((given) => new Map(given));
    const presumption = fc.record({ value: fc.constantFrom('1', '2', 'group'), when: conditions(shape) });
    const resting = fc.constantFrom({}, { resting: '1' }, { resting: '2' });
    const own = fc.record<Concept>({
      id: fc.constant(id),
      values: fc.constant(values),
      groups: fc.record({ values: someOf(values), gives }).map((group) => new Map([['group', group]])),
      gives: fc.tuple(gives, gives).map(([one, two]) => new Map(Object.entries({ 1: one, 2: two }))),
      presumptions: fc.oneof(fc.constant([]), fc.array(presumption, { maxLength: 2 })),
      assessment: fc.boolean(),
      attainable: fc.constantFrom([], [], ['1'], ['1', '2']).map((attainable) => new Set(attainable)),
    });
    return fc.tuple(own, resting).map(([concept, rest]): Concept => ({ ...concept, ...rest }));
  });
  return fc.tuple(...each);
}

function rulesOver(shape: Shape): fc.Arbitrary<Rule[]> {
  const target: fc.Arbitrary<Target> = fc.oneof(
    fc.record({ kind: fc.constantFrom('everything' as const, 'secrecy' as const, 'individual' as const) }),
    fc.record({ kind: fc.constant('provisions' as const), provisions }),
  );
  const bar = fc.record({
    verb: fc.constant('bars' as const),
    kind: fc.constantFrom<BarKind>('secrecy', 'silence', 'inner'),
    protects: fc.constantFrom('individual' as const, 'public' as const),
  });
  const rule = fc.record({
    provision: fc.constantFrom(...PROVISIONS),
    effect: fc.oneof(
      { weight: 3, arbitrary: bar },
      { weight: 2, arbitrary: fc.record({ verb: fc.constant('lifts' as const), target, except: provisions }) },
      { weight: 1, arbitrary: fc.record({ verb: fc.constant('requires' as const), except: provisions }) },
    ),
    when: conditions(shape),
    unless: fc.oneof({ weight: 2, arbitrary: fc.constant(NEVER) }, conditions(shape)),
  });
  return fc
    .array(rule, { minLength: 1, maxLength: 8 })
    .map((rules) => rules.map((each, index) => ({ id: `${each.provision}${index}`, ...each })));
}

function coverageOver(shape: Shape): fc.Arbitrary<Coverage[]> {
  const row = fc.record({ when: conditions(shape), covered: fc.boolean() });
  return fc.oneof(fc.constant<Coverage[]>([{ when: ALWAYS, covered: true }]), fc.array(row, { maxLength: 3 }));
}

/** Rule sets with some situation that can be. In `plain` ones no value gives anything of another concept. */
export function ruleSets({ plain = false } = {}): fc.Arbitrary<RuleSet> {
  return shapes
    .chain((shape) =>
      fc.record({ concepts: conceptsOf(shape, plain), rules: rulesOver(shape), coverage: coverageOver(shape) }),
    )
    .filter(({ concepts }) => situations(concepts).length > 0);
}

/** A statement about some of the concepts that there may be. */
export const statements: fc.Arbitrary<Record<ConceptId, Value>> = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom(...VALUES, '1', '2', 'group', '?'), {
    maxKeys: 4,
  })
  .map((stated) => ({ ...stated }));

// ---- in the plainest way ----------------------------------------------------------------------------------------

/** A complete situation: one value of every concept. */
export type Situation = Readonly<Record<ConceptId, Value>>;

/** Every situation in which what the values give is so. */
export function situations(concepts: readonly Concept[]): Situation[] {
  let found: Situation[] = [{}];
  for (const { id, values } of concepts) found = found.flatMap((s) => values.map((value) => ({ ...s, [id]: value })));
  return found.filter((s) => concepts.every(({ id, gives }) => agrees(s, gives.get(s[id]!) ?? new Map())));
}

/** Whether the situation is one of those that the facts leave possible. */
export function agrees(situation: Situation, given: Facts): boolean {
  return [...given].every(([id, values]) => !(id in situation) || values.has(situation[id]!));
}

/** Whether what is stated of a concept, a value or a group, is so in the situation. */
function isSo(situation: Situation, { id, groups }: Concept, name: Value): boolean {
  const group = groups.get(name);
  return group ? group.values.has(situation[id]!) && agrees(situation, group.gives) : situation[id] === name;
}

export function isTrue(condition: Condition, situation: Situation): boolean {
  if (condition.kind === 'is') return condition.values.has(situation[condition.concept]!);
  if (condition.kind === 'not') return !isTrue(condition.of, situation);
  const parts = condition.of.map((part) => isTrue(part, situation));
  return condition.kind === 'every' ? !parts.includes(false) : parts.includes(true);
}

export function holdsIn(rule: Rule, situation: Situation): boolean {
  return isTrue(rule.when, situation) && !isTrue(rule.unless, situation);
}

/** The rules that stand in the situation. */
export function standingIn(rules: readonly Rule[], situation: Situation): Rule[] {
  const holding = rules.filter((rule) => holdsIn(rule, situation));
  const barring = holding.filter(({ effect }) => effect.verb === 'bars');
  const breaking = holding.filter(({ effect }) => {
    if (effect.verb === 'bars') return false;
    return effect.verb === 'lifts' || !barring.some(({ provision }) => effect.except.has(provision));
  });
  const unbroken = barring.filter((bar) => !breaking.some((breaker) => isBroken(bar, breaker)));
  return rules.filter((rule) => breaking.includes(rule) || unbroken.includes(rule));
}

function isBroken({ provision, effect: bar }: Rule, { effect }: Rule): boolean {
  if (bar.verb !== 'bars' || effect.verb === 'bars' || effect.except.has(provision)) return false;
  if (effect.verb === 'requires') return true;
  if (effect.target.kind === 'everything') return true;
  if (effect.target.kind === 'provisions') return effect.target.provisions.has(provision);
  return bar.kind === 'secrecy' && (effect.target.kind === 'secrecy' || bar.protects === 'individual');
}

export function isCovered(coverage: readonly Coverage[], situation: Situation): boolean {
  const rows = coverage.filter(({ when }) => isTrue(when, situation));
  return rows.length > 0 && rows.every(({ covered }) => covered);
}

export function outcomeIn({ rules, coverage }: RuleSet, situation: Situation): Outcome {
  const verbs = standingIn(rules, situation).map(({ effect }) => effect.verb);
  if (!isCovered(coverage, situation)) return 'outside';
  return verbs.includes('requires') ? 'required' : verbs.includes('bars') ? 'barred' : 'permitted';
}

export function outcomesIn(rules: RuleSet, among: readonly Situation[]): ReadonlySet<Outcome> {
  return new Set(among.map((situation) => outcomeIn(rules, situation)));
}

/** One outcome, or permitted though perhaps required, or else it depends. */
export function verdictIn(rules: RuleSet, among: readonly Situation[]): Verdict {
  const outcomes = [...outcomesIn(rules, among)].sort();
  if (outcomes.length === 1) return outcomes[0]!;
  return outcomes.join() === 'permitted,required' ? 'permitted' : 'depends';
}

/** Whether all of the situations that agree on these concepts come to the same. */
export function isSettledBy(rules: RuleSet, among: readonly Situation[], on: readonly ConceptId[]): boolean {
  const outcomes = new Map<string, Outcome>();
  return among.every((situation) => {
    const key = on.map((id) => situation[id]).join();
    const outcome = outcomeIn(rules, situation);
    const before = outcomes.get(key) ?? outcome;
    outcomes.set(key, before);
    return before === outcome;
  });
}

/** What is accepted of what is stated, in the concepts' order, and every situation in which that is so. */
export function believed(concepts: readonly Concept[], stated: Readonly<Record<ConceptId, Value>>) {
  let left = situations(concepts);
  const refused: ConceptId[] = [];
  for (const each of concepts) {
    const name = stated[each.id];
    if (name === undefined || name === UNKNOWN) continue;
    const fitting = left.filter((situation) => isSo(situation, each, name));
    if (fitting.length === 0) refused.push(each.id);
    else left = fitting;
  }
  return {
    left,
    refused: [...refused, ...Object.keys(stated).filter((id) => !concepts.some((each) => each.id === id))],
  };
}

/** The same, and of what is presumed. */
export function presumedToo(concepts: readonly Concept[], left: readonly Situation[], presumed: readonly Presumed[]) {
  return presumed.reduce(
    (some, { concept, value }) =>
      some.filter((situation) =>
        isSo(
          situation,
          concepts.find(({ id }) => id === concept)!,
          value,
        ),
      ),
    left,
  );
}

/** Whether a situation is among those of a path. */
export const isWhere = (where: ReadonlyMap<string, readonly string[]>) => (situation: Situation) =>
  agrees(situation, new Map([...where].map(([id, values]) => [id, new Set(values)])));
