// What is wrong with a set of rules, seen over all situations.
import { createDiagrams, pathsOf, supportOf, type Diagram, type Path } from './diagram.ts';
import { meaning } from './evaluate.ts';
import { exploreIn, type Settled } from './explore.ts';
import type { Concept, ConceptId, Condition, Rule, RuleSet } from './rule.ts';

export type Finding =
  /** The rule stands in no situation that is covered. */
  | { readonly kind: 'dead-rule'; readonly rule: Rule }
  /** Without the rule every situation comes to the same. */
  | { readonly kind: 'idle-rule'; readonly rule: Rule }
  /** Without this exception of the rule every situation comes to the same. */
  | { readonly kind: 'idle-exception'; readonly rule: Rule; readonly provision: string }
  /** No answer to this question can matter. */
  | { readonly kind: 'idle-concept'; readonly concept: ConceptId }
  /** Neither covered nor declared not to be. */
  | { readonly kind: 'undeclared'; readonly where: Where };

export type Where = Path<Settled>['where'];

/** Every finding about the rules in force on one day, over the whole space of situations. */
export function audit(rules: RuleSet): Finding[] {
  const workshop = createDiagrams<Settled>(rules.concepts, true, false);
  const { both, either, not, given, join, always, never } = workshop;
  const { outcome, judged } = exploreIn(workshop, rules, new Map());
  const possible = (diagram: Diagram<Settled>) => given(diagram, new Map());
  const standsCovered = (rule: Rule) => both(judged.covered, judged.stands.get(rule) ?? never);
  const same = (changed: readonly Rule[]) => {
    const other = exploreIn(workshop, { ...rules, rules: changed }, new Map()).outcome;
    return possible(join(other, outcome, (a, b) => a === b)) === always;
  };

  const dead = rules.rules.filter((rule) => possible(standsCovered(rule)) === never);
  const alive = rules.rules.filter((rule) => !dead.includes(rule));
  const support = supportOf(outcome);
  const helping = helpingConcepts(rules.concepts);
  const declared = rules.coverage.map(({ when }) => meaning(when, workshop)).reduce(either, never);
  return [
    ...dead.map((rule) => ({ kind: 'dead-rule', rule }) as const),
    ...alive
      .filter((rule) => same(rules.rules.filter((other) => other !== rule)))
      .map((rule) => ({ kind: 'idle-rule', rule }) as const),
    ...alive
      .flatMap((rule) => exceptionsOf(rule).map((provision) => ({ rule, provision })))
      .filter(({ rule, provision }) =>
        same(rules.rules.map((other) => (other === rule ? withoutException(rule, provision) : other))),
      )
      .map(({ rule, provision }) => ({ kind: 'idle-exception', rule, provision }) as const),
    ...rules.concepts
      .filter(({ id }) => !support.has(id) && !helping.has(id))
      .map(({ id }) => ({ kind: 'idle-concept', concept: id }) as const),
    ...[...pathsOf(possible(not(declared)), (leaf) => leaf === true)].map(
      ({ where }) => ({ kind: 'undeclared', where }) as const,
    ),
  ];
}

/** The provisions that a rule excepts. */
export function exceptionsOf({ effect }: Rule): readonly string[] {
  return effect.verb === 'bars' ? [] : [...effect.except];
}

/** The rule with one exception less. */
export function withoutException(rule: Rule, provision: string): Rule {
  const { effect } = rule;
  if (effect.verb === 'bars') return rule;
  return { ...rule, effect: { ...effect, except: new Set([...effect.except].filter((each) => each !== provision)) } };
}

/** Concepts that do not decide anything themselves, but from which something is presumed or follows. */
function helpingConcepts(concepts: readonly Concept[]): ReadonlySet<ConceptId> {
  const inPresumptions = concepts.flatMap(({ presumptions }) => presumptions.flatMap(({ when }) => mentioned(when)));
  const giving = concepts.filter(({ gives }) => gives.size > 0).map(({ id }) => id);
  return new Set([...inPresumptions, ...giving]);
}

/** The concepts that a condition names. */
export function mentioned(condition: Condition): ConceptId[] {
  switch (condition.kind) {
    case 'is':
      return [condition.concept];
    case 'every':
    case 'some':
      return condition.of.flatMap(mentioned);
    case 'not':
      return mentioned(condition.of);
  }
}
