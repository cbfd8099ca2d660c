// When a rule holds, when it stands, and what the rules come to. It is written once, over any logic: with three-valued
// truth it judges one situation, with decision diagrams (diagram.ts) it judges all of them at once.
//
//   holds(r)   = when ∧ ¬unless
//   duty       stands where it holds and no bar that it excepts holds      (the duty never arose)
//   lift       stands where it holds
//   bar        stands where it holds and no lift or duty that breaks it stands
//   verdict    outside ▸ required (a duty stands) ▸ barred (a bar stands) ▸ permitted
//
// That a bar stands hangs on lifts and duties; that a duty stands hangs on bars that hold: there can be no cycle, so there
// is one solution, whatever the order of reading.
import type { Bars, Condition, ConceptId, Coverage, Effect, Facts, Rule, RuleSet, Target, Value } from './rule.ts';

/** The operations of a logic with values of type `T`. */
export interface Logic<T> {
  readonly always: T;
  readonly never: T;
  readonly is: (concept: ConceptId, values: ReadonlySet<Value>) => T;
  readonly both: (a: T, b: T) => T;
  readonly either: (a: T, b: T) => T;
  readonly not: (a: T) => T;
}

/** What the logic says of every rule and of the whole. */
export interface Judged<T> {
  readonly holds: ReadonlyMap<Rule, T>;
  readonly stands: ReadonlyMap<Rule, T>;
  readonly covered: T;
  /** Some duty stands; some bar stands. */
  readonly required: T;
  readonly barred: T;
}

export function judge<T>({ rules, coverage }: RuleSet, logic: Logic<T>): Judged<T> {
  const holds = new Map(rules.map((rule) => [rule, meaning(conditionOf(rule), logic)]));
  const held = (rule: Rule) => holds.get(rule) ?? logic.never;
  const stands = new Map<Rule, T>();
  const standing = (rule: Rule) => stands.get(rule) ?? logic.never;
  const anyOf = (some: readonly T[]) => some.reduce(logic.either, logic.never);
  /** Most rules hold nowhere near the situations in question: then there is nothing to break. */
  const unbroken = (rule: Rule, against: () => readonly T[]) =>
    held(rule) === logic.never ? logic.never : logic.both(held(rule), logic.not(anyOf(against())));
  const bars = rules.filter(({ effect }) => effect.verb === 'bars');
  const others = rules.filter(({ effect }) => effect.verb !== 'bars');
  for (const rule of others)
    stands.set(
      rule,
      unbroken(rule, () => exceptedBars(rule, bars).map(held)),
    );
  const acting = others.filter((rule) => standing(rule) !== logic.never);
  for (const bar of bars)
    stands.set(
      bar,
      unbroken(bar, () => breakersOf(bar, acting).map(standing)),
    );
  return {
    holds,
    stands,
    covered: covers(coverage, logic),
    required: anyOf(others.filter(({ effect }) => effect.verb === 'requires').map(standing)),
    barred: anyOf(bars.map(standing)),
  };
}

/**
 * Whether a provision with this effect may break the bar: a lift that reaches it, or any duty that does not except it. As a
 * duty does not arise where a bar that it excepts holds, no situation can be both required and barred.
 */
export function breaks(effect: Effect, provision: string, bar: Bars): boolean {
  switch (effect.verb) {
    case 'bars':
      return false;
    case 'requires':
      return !effect.except.has(provision);
    case 'lifts':
      return reaches(effect.target, provision, bar) && !effect.except.has(provision);
  }
}

/** Whether the bar is among those that the target names, exceptions apart. */
export function reaches(target: Target, provision: string, bar: Bars): boolean {
  switch (target.kind) {
    case 'everything':
      return true;
    case 'secrecy':
      return bar.kind === 'secrecy';
    case 'individual':
      return bar.kind === 'secrecy' && bar.protects === 'individual';
    case 'provisions':
      return target.provisions.has(provision);
  }
}

/** The rules that keep a bar from standing where they stand. */
export function breakersOf({ effect, provision }: Rule, rules: readonly Rule[]): readonly Rule[] {
  return effect.verb === 'bars' ? rules.filter((other) => breaks(other.effect, provision, effect)) : [];
}

/** The bars that keep a duty from arising where they hold. */
function exceptedBars({ effect }: Rule, bars: readonly Rule[]): readonly Rule[] {
  return effect.verb === 'requires' ? bars.filter((bar) => effect.except.has(bar.provision)) : [];
}

export function meaning<T>(condition: Condition, logic: Logic<T>): T {
  switch (condition.kind) {
    case 'is':
      return logic.is(condition.concept, condition.values);
    case 'every':
      return fold(condition.of, logic.always, logic.never, logic.both, logic);
    case 'some':
      return fold(condition.of, logic.never, logic.always, logic.either, logic);
    case 'not':
      return logic.not(meaning(condition.of, logic));
  }
}

/** Joins the parts, and stops where no further part can change it: most rules fall on their first fact. */
function fold<T>(parts: readonly Condition[], from: T, end: T, join: (a: T, b: T) => T, logic: Logic<T>): T {
  let result = from;
  for (const part of parts) {
    if (result === end) break;
    result = join(result, meaning(part, logic));
  }
  return result;
}

function conditionOf({ when, unless }: Rule): Condition {
  return { kind: 'every', of: [when, { kind: 'not', of: unless }] };
}

function covers<T>(coverage: readonly Coverage[], logic: Logic<T>): T {
  const anyOf = (covered: boolean) =>
    coverage
      .filter((row) => row.covered === covered)
      .map((row) => meaning(row.when, logic))
      .reduce(logic.either, logic.never);
  return logic.both(anyOf(true), logic.not(anyOf(false)));
}

// ---- three-valued truth -----------------------------------------------------------------------------------------

/** Kleene's truth: `open` where what is known does not settle it. */
export type Truth = 'true' | 'false' | 'open';

/** The logic of one situation, of which only the facts are known. */
export function kleene(facts: Facts): Logic<Truth> {
  return {
    always: 'true',
    never: 'false',
    is(concept, values) {
      const possible = facts.get(concept);
      if (possible === undefined) return 'open';
      const fitting = [...possible].filter((value) => values.has(value)).length;
      return fitting === 0 ? 'false' : fitting === possible.size ? 'true' : 'open';
    },
    both: (a, b) => (a === 'false' || b === 'false' ? 'false' : a === 'true' && b === 'true' ? 'true' : 'open'),
    either: (a, b) => (a === 'true' || b === 'true' ? 'true' : a === 'false' && b === 'false' ? 'false' : 'open'),
    not: (a) => (a === 'open' ? 'open' : a === 'true' ? 'false' : 'true'),
  };
}
