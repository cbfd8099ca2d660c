// From what is stated to a reasoned verdict: what it comes to, through which rules, what is presumed, what can still change
// it, what to ask next, and what one could do about it.
import { supportOf, type Diagram } from './diagram.ts';
import { breakersOf, kleene, meaning, reaches, type Truth } from './evaluate.ts';
import { explore, outcomesOf, verdictOf, type Exploration, type Settled } from './explore.ts';
import { known, presume, suppose, type Presumed } from './facts.ts';
import {
  inForce,
  UNKNOWN,
  type Concept,
  type ConceptId,
  type Facts,
  type Rule,
  type RuleSet,
  type Stated,
  type Value,
  type Verdict,
} from './rule.ts';

export interface Reasoning {
  readonly verdict: Verdict;
  /** Whether no fact that is still unknown (presumptions taken as given) can change the outcome. */
  readonly settled: boolean;
  readonly facts: Facts;
  /** What was stated but cannot be so. */
  readonly refused: readonly ConceptId[];
  /** What is presumed and could, if it were otherwise, change the outcome. */
  readonly presumed: readonly Presumed[];
  /** What can still change the outcome, in the order of asking: what is unknown, and the assessments that are only presumed. */
  readonly open: readonly ConceptId[];
  /** What to ask next; absent when no answer can change the outcome, or the person has said not to know. */
  readonly next?: Question;
  readonly chain: readonly Link[];
  /** The declarations, by their place in the coverage, for which it is outside or may be. */
  readonly uncovered: readonly number[];
  /** What it comes to if everything open is at rest, and each single thing that would turn that. */
  readonly atRest: Verdict;
  readonly turning: readonly Change[];
  /** What a person could bring about, and what it would then come to: only what is better than now. */
  readonly ways: readonly Change[];
}

export interface Question {
  readonly concept: Concept;
  /** The values still possible, each with what it would come to. */
  readonly answers: readonly Change[];
}

export interface Change {
  readonly concept: ConceptId;
  readonly value: Value;
  readonly verdict: Verdict;
}

/** A rule that has a part in the verdict. */
export interface Link {
  readonly rule: Rule;
  readonly stands: Truth;
  /** Whether its own condition is fulfilled. */
  readonly holds: Truth;
  /** For a bar: the rules that break it, or could. */
  readonly brokenBy: readonly Rule[];
  /** For a lift or a duty: the bars in play that it does not reach, because it excepts them. The door is closed there. */
  readonly closedBy: readonly Rule[];
}

/** Reasons from what is stated, under the rules in force on the day. The same is stated again and again. */
export function reason(ruleSet: RuleSet, day: string, stated: Stated): Reasoning {
  const reasoned = remembered.get(ruleSet) ?? new Map<string, Reasoning>();
  remembered.set(ruleSet, reasoned);
  const key = JSON.stringify([day, Object.entries(stated).sort()]);
  const known = reasoned.get(key) ?? reasonAnew(inForce(ruleSet, day), stated);
  if (reasoned.size >= MOST_REMEMBERED) reasoned.clear();
  reasoned.set(key, known);
  return known;
}

const remembered = new WeakMap<RuleSet, Map<string, Reasoning>>();
const MOST_REMEMBERED = 500;

function reasonAnew(rules: RuleSet, stated: Stated): Reasoning {
  const { concepts } = rules;
  const now = situationOf(rules, stated);
  const { outcome, settled: exploration } = now;
  const verdict = verdictFrom(outcome);
  const supported = supportOf(outcome);
  const unjudged = explored(rules, withoutAssessments(concepts, now));
  const open = concepts.map(({ id }) => id).filter((id) => supportOf(unjudged.outcome).has(id));
  const asked = concepts.find(({ id }) => supported.has(id) && stated[id] !== UNKNOWN);
  return {
    verdict,
    settled: outcome.kind === 'leaf',
    facts: now.facts,
    refused: now.refused,
    presumed: now.presumed.filter((each) => matters(rules, now, each)),
    open,
    ...(asked === undefined ? {} : { next: question(concepts, asked, now) }),
    chain: chainOf(rules, exploration, now.facts),
    uncovered: uncoveredBy(rules, now.facts),
    ...restOf(concepts, unjudged, now, open),
    ways: waysForward(rules, stated, now),
  };
}

function uncoveredBy({ coverage }: RuleSet, facts: Facts): number[] {
  const logic = kleene(facts);
  return coverage.flatMap(({ when, covered }, index) => (covered || meaning(when, logic) === 'false' ? [] : [index]));
}

/** The rules explored as far as some facts leave open. */
interface Explored {
  readonly facts: Facts;
  readonly settled: Exploration;
  readonly outcome: Diagram<Settled>;
}

interface Situation extends Explored {
  readonly refused: readonly ConceptId[];
  readonly presumed: readonly Presumed[];
  /** The facts before anything was presumed. */
  readonly bare: Facts;
}

/** Much is known of most situations, so that little is left to explore: it is done anew for each. */
function explored(rules: RuleSet, facts: Facts): Explored {
  const settled = explore(rules, facts);
  return { facts, settled, outcome: settled.outcome };
}

/** What it comes to if more is known. */
function verdictGiven({ settled: { diagrams }, outcome }: Explored, facts: Facts): Verdict {
  return verdictFrom(diagrams.given(outcome, facts));
}

function situationOf(rules: RuleSet, stated: Stated): Situation {
  const { facts: bare, refused } = known(rules.concepts, stated);
  const { facts, presumed } = presume(rules.concepts, stated, bare);
  return { ...explored(rules, facts), refused, presumed, bare };
}

function verdictFrom(diagram: Diagram<Settled>): Verdict {
  return verdictOf(outcomesOf(diagram));
}

/** The facts if only some of what is presumed were presumed. What followed from the rest is gone with it. */
function presuming(concepts: readonly Concept[], now: Situation, isKept: (presumed: Presumed) => boolean): Facts {
  let facts = now.bare;
  for (const each of now.presumed.filter(isKept)) {
    const concept = concepts.find(({ id }) => id === each.concept);
    facts = (concept && suppose(concepts, facts, concept, each.value)) ?? facts;
  }
  return facts;
}

/** Whether some value that was presumed away would, all else as it is, come to something else than one that was not. */
function matters(rules: RuleSet, now: Situation, presumed: Presumed): boolean {
  const concept = rules.concepts.find(({ id }) => id === presumed.concept);
  if (concept === undefined) return false;
  const rest = presuming(rules.concepts, now, (each) => each !== presumed);
  const { settled, outcome } = explored(rules, rest);
  const possible = concept.values.flatMap((value) => {
    const facts = suppose(rules.concepts, rest, concept, value);
    return facts === undefined ? [] : [{ value, outcome: settled.diagrams.given(outcome, facts) }];
  });
  const isAway = ({ value }: { value: Value }) => now.facts.get(concept.id)?.has(value) === false;
  return possible.some(isAway) && new Set(possible.map((each) => each.outcome)).size > 1;
}

/** The facts as they are before anyone has judged anything, if only by presumption. */
function withoutAssessments(concepts: readonly Concept[], now: Situation): Facts {
  const assessments = new Set(concepts.filter(({ assessment }) => assessment).map(({ id }) => id));
  return presuming(concepts, now, ({ concept }) => !assessments.has(concept));
}

function question(concepts: readonly Concept[], concept: Concept, now: Situation): Question {
  const answers = concept.values.flatMap((value) => {
    const then = suppose(concepts, now.facts, concept, value);
    return then ? [{ concept: concept.id, value, verdict: verdictGiven(now, then) }] : [];
  });
  return { concept, answers };
}

/** The verdict with everything that is open at rest, and what a single change from there would make of it. */
function restOf(
  concepts: readonly Concept[],
  unjudged: Explored,
  now: Situation,
  open: readonly ConceptId[],
): Pick<Reasoning, 'atRest' | 'turning'> {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const turnable = concepts.filter(({ id }) => open.includes(id));
  const quiet = turnable.flatMap(({ id, resting }) => (resting === undefined ? [] : [{ concept: id, value: resting }]));
  const suppositions = [...now.presumed, ...quiet];
  const assume = (facts: Facts | undefined, { concept: id, value }: Presumed): Facts | undefined => {
    const concept = byId.get(id);
    return facts && concept && suppose(concepts, facts, concept, value);
  };
  /** From some facts on, what is presumed and at rest, as far as it goes together with them. */
  const verdictFor = (facts: Facts): Verdict =>
    verdictGiven(
      unjudged,
      suppositions.reduce((sofar, each) => assume(sofar, each) ?? sofar, facts),
    );
  const atRest = verdictFor(unjudged.facts);
  const changes = turnable.flatMap(({ id, values, resting }) =>
    resting === undefined ? [] : values.filter((value) => value !== resting).map((value) => ({ concept: id, value })),
  );
  const turning = changes.flatMap((change) => {
    const facts = assume(unjudged.facts, change);
    return facts === undefined ? [] : [{ ...change, verdict: verdictFor(facts) }];
  });
  return { atRest, turning: turning.filter(({ verdict }) => verdict !== atRest) };
}

const RANK: Readonly<Record<Verdict, number>> = { outside: 0, barred: 1, depends: 2, permitted: 3, required: 4 };

function waysForward(rules: RuleSet, stated: Stated, now: Situation): Change[] {
  const verdict = verdictFrom(now.outcome);
  const isAttainable = (id: ConceptId) => rules.concepts.some((each) => each.id === id && each.attainable.size > 0);
  /** What was stated and cannot itself be brought about must go on being so. */
  const isLost = (id: ConceptId) => stated[id] !== undefined && !isAttainable(id) && !now.refused.includes(id);
  // What is asked late is what is particular to the situation, and the likelier way.
  return rules.concepts
    .toReversed()
    .flatMap(({ id, attainable }) => [...attainable].map((value) => ({ concept: id, value })))
    .filter(({ concept, value }) => stated[concept] !== value)
    .map(({ concept, value }) => ({ concept, value, then: situationOf(rules, { ...stated, [concept]: value }) }))
    .filter(({ then, concept }) => !then.refused.some((id) => id === concept || isLost(id)))
    .map(({ concept, value, then }) => ({ concept, value, verdict: verdictFrom(then.outcome) }))
    .filter((way) => RANK[way.verdict] > RANK[verdict]);
}

/**
 * The bars that hold, or may; those that would but for an assessment or their own exception; and the lifts and duties that
 * act on any of them, or are kept from it.
 */
function chainOf(rules: RuleSet, { diagrams, judged }: Exploration, facts: Facts): Link[] {
  const truth = (diagram: Diagram<Settled> | undefined): Truth => {
    const found = diagrams.given(diagram ?? diagrams.never, facts);
    return found.kind === 'branch' ? 'open' : found.value === true ? 'true' : 'false';
  };
  const links = rules.rules.map((rule) => ({
    rule,
    holds: truth(judged.holds.get(rule)),
    stands: truth(judged.stands.get(rule)),
  }));
  const holding = links.filter(({ holds }) => holds !== 'false').map(({ rule }) => rule);
  const standing = links.filter(({ stands }) => stands !== 'false').map(({ rule }) => rule);
  const bars = holding.filter(isBar);
  const applicable = rules.rules.filter(isBar).filter((bar) => holding.includes(bar) || mayApply(bar, rules, facts));
  return links
    .filter(({ rule, holds }) => holds !== 'false' || applicable.includes(rule))
    .map((link) => ({
      ...link,
      brokenBy: breakersOf(link.rule, standing),
      closedBy: closing(link.rule, bars),
    }))
    .filter((link) => link.rule.effect.verb !== 'lifts' || acts(link, link.stands === 'true' ? applicable : bars));
}

function isBar({ effect }: Rule): boolean {
  return effect.verb === 'bars';
}

/** Whether the bar is about such situations, whatever the assessments and its exceptions come to. */
function mayApply({ when }: Rule, { concepts }: RuleSet, facts: Facts): boolean {
  const assessments = new Set(concepts.filter(({ assessment }) => assessment).map(({ id }) => id));
  const freed = new Map([...facts].filter(([concept]) => !assessments.has(concept)));
  return meaning(when, kleene(freed)) !== 'false';
}

/** The bars that the rule would reach but for its exceptions. */
function closing({ effect }: Rule, bars: readonly Rule[]): Rule[] {
  if (effect.verb === 'bars') return [];
  return bars.filter(
    (bar) =>
      bar.effect.verb === 'bars' &&
      effect.except.has(bar.provision) &&
      (effect.verb === 'requires' || reaches(effect.target, bar.provision, bar.effect)),
  );
}

/** A lift with nothing to lift, and nothing it is kept from lifting, is no part of the reasoning. */
function acts({ rule, closedBy }: Link, bars: readonly Rule[]): boolean {
  return closedBy.length > 0 || bars.some((bar) => breakersOf(bar, [rule]).length > 0);
}
