// Takes away every rule and every exception, one at a time, and sees whether some case notices: what no case notices, nobody
// would notice either if it were lost.
import { sectionKey } from '../law/citation.ts';
import type { Case } from '../knowledge/rule-schema.ts';
import type { Rulebook } from '../knowledge/rulebook.ts';
import { audit, exceptionsOf, withoutException, type Finding } from '../rules/audit.ts';
import { breaks, kleene, meaning } from '../rules/evaluate.ts';
import { explore, exploreIn } from '../rules/explore.ts';
import { known } from '../rules/facts.ts';
import { inForce, type Facts, type Rule, type RuleSet, type Stated } from '../rules/rule.ts';
import { dayOf, tryCase } from './trial.ts';

/** A rule, or one provision that it excepts, taken away. */
export interface Deletion {
  readonly rule: Rule;
  /** The provision that it would no longer except; absent where the whole rule is taken away. */
  readonly provision?: string;
  /** Whether some case then fails, or fails in another way. */
  readonly caught: boolean;
}

/** Takes away every rule, and every exception of every rule, one at a time, and tries the cases that could notice. */
export function sweep(rulebook: Rulebook, day: string): Deletion[] {
  const isNoticed = createNotice(rulebook);
  const { rules } = rulebook.ruleSet;
  return rules.flatMap((rule): Deletion[] => [
    { rule, caught: isNoticed(rule, [], day) },
    ...exceptionsOf(rule).map((provision) => ({
      rule,
      provision,
      caught: isNoticed(rule, [withoutException(rule, provision)], day, provision),
    })),
  ]);
}

/** A name for what it is about: the rule and its exception, or whatever else. */
export function keyOf(about: Finding | Pick<Deletion, 'rule' | 'provision'>): string {
  if ('where' in about) return JSON.stringify([...about.where]);
  if ('concept' in about) return about.concept;
  return `${about.rule.id}\n${('provision' in about && about.provision) || ''}`;
}

export interface SweepCounts {
  readonly rules: number;
  readonly exceptions: number;
  readonly caughtByCases: number;
  /** Of those that no case caught: after which the audit finds something that it did not find before. */
  readonly caughtByAudit: number;
  readonly survivors: readonly Deletion[];
}

/** The sweep in figures. Slow where much survives the cases: the audit is run for each of them. */
export function sweepCounts(rulebook: Rulebook, day: string): SweepCounts {
  const deletions = sweep(rulebook, day);
  const missed = deletions.filter(({ caught }) => !caught);
  const found = new Map<string, ReadonlySet<string>>();
  const foundOn = (on: string) => {
    const known = found.get(on) ?? new Set(audit(inForce(rulebook.ruleSet, on)).map(keyOf));
    found.set(on, known);
    return known;
  };
  const survivors = missed.filter((deletion) => {
    const on = dayOf(deletion.rule, day);
    return !auditWithout(deletion, rulebook, on).some((finding) => !foundOn(on).has(keyOf(finding)));
  });
  return {
    rules: deletions.filter(({ provision }) => provision === undefined).length,
    exceptions: deletions.filter(({ provision }) => provision !== undefined).length,
    caughtByCases: deletions.length - missed.length,
    caughtByAudit: missed.length - survivors.length,
    survivors,
  };
}

type IsNoticed = (rule: Rule, instead: readonly Rule[], day: string, provision?: string) => boolean;

/**
 * Whether some case notices that others stand in a rule's place. To reason about a case is dear, so three things are settled
 * first: whether the rule can have a part in it at all, whether the case names what it is about, and if not, whether
 * anything comes out otherwise.
 */
function createNotice(rulebook: Rulebook): IsNoticed {
  const { ruleSet, cases } = rulebook;
  const said = (each: Case, day: string, rules: RuleSet) => tryCase(each, rulebook, rules, day).faults.join('\n');
  const before = memo((each: Case, day: string) => said(each, day, ruleSet));
  const lasting = new Map(cases.map((each) => [each, lastingFacts(each.stated, ruleSet)]));
  return (rule, instead, today, provision) => {
    // A rule that is yet to come is tried as from its first day.
    const dayFor = (each: Case) => each.day ?? dayOf(rule, today);
    const changed = { ...ruleSet, rules: ruleSet.rules.flatMap((other) => (other === rule ? instead : [other])) };
    const about = provisionsAbout(rule, rulebook);
    const touched = cases.flatMap((each) => {
      const facts = lasting.get(each) ?? new Map();
      const isOut = dayOf(rule, dayFor(each)) !== dayFor(each) || !mayHavePart(rule, facts, ruleSet);
      return isOut ? [] : [{ each, facts, named: namedIn(each, about, rule.provision, provision) }];
    });
    return touched
      .sort((a, b) => b.named - a.named)
      .some(({ each, facts, named }) => {
        const day = dayFor(each);
        if (named === 0 && isSame(inForce(ruleSet, day), inForce(changed, day), facts)) return false;
        if (isMissed(rule, instead, each, rulebook) && before(each, day) === '') return true;
        return said(each, day, changed) !== before(each, day);
      });
  };
}

/** The facts of a case but what a person could bring about, which the engine changes to find ways forward. */
function lastingFacts(stated: Stated, { concepts }: RuleSet): Facts {
  const { refused } = known(concepts, stated);
  const attainable = new Set(concepts.filter((concept) => concept.attainable.size > 0).map(({ id }) => id));
  const lasting = Object.entries(stated).filter(([id]) => !refused.includes(id) && !attainable.has(id));
  return known(concepts, Object.fromEntries(lasting)).facts;
}

/** The engine frees the assessments to find the bars in play; what the other facts rule out has no part in anything. */
function mayHavePart({ when }: Rule, facts: Facts, { concepts }: RuleSet): boolean {
  const assessments = new Set(concepts.filter(({ assessment }) => assessment).map(({ id }) => id));
  return meaning(when, kleene(new Map([...facts].filter(([id]) => !assessments.has(id))))) !== 'false';
}

/**
 * The provisions of which the chain could say something else though the rule changes no outcome: its own, and of a bar those
 * of the rules that break it or except it.
 */
function provisionsAbout(rule: Rule, { ruleSet, rules }: Rulebook): ReadonlySet<string> {
  const others = ruleSet.rules.filter(
    ({ effect }) =>
      rule.effect.verb === 'bars' &&
      effect.verb !== 'bars' &&
      (breaks(effect, rule.provision, rule.effect) || effect.except.has(rule.provision)),
  );
  return new Set(
    [rule, ...others].flatMap(({ id, provision }) => {
      const through = rules.get(id)?.through;
      return through === undefined ? [provision] : [provision, sectionKey(through)];
    }),
  );
}

/** Whether the case asks for a part of the provision that no rule but the one taken away can have: it can then not hold. */
function isMissed({ provision }: Rule, instead: readonly Rule[], each: Case, { ruleSet, rules }: Rulebook): boolean {
  const isOf = ({ id, provision: own }: Rule) => {
    const through = rules.get(id)?.through;
    return own === provision || (through !== undefined && sectionKey(through) === provision);
  };
  return (
    instead.length === 0 &&
    each.decidedBy.some((citation) => sectionKey(citation) === provision) &&
    ruleSet.rules.filter(isOf).length === 1
  );
}

/** 0 where the case names none of the provisions; the more the likelier that it notices. */
function namedIn({ decidedBy, closed }: Case, about: ReadonlySet<string>, own: string, provision?: string): number {
  const [decides, shut] = [decidedBy.map(sectionKey), closed.map(sectionKey)];
  const named = [...decides, ...shut].filter((key) => about.has(key)).length;
  if (provision !== undefined)
    return named === 0 ? 0 : 1 + 2 * Number(shut.includes(own)) + Number(decides.includes(provision));
  return named === 0 ? 0 : 1 + 2 * Number(decides.includes(own)) + Number(shut.includes(own));
}

/** Whether the same comes out, and every rule of both stands in the same situations, wherever the facts are so. */
function isSame(before: RuleSet, after: RuleSet, facts: Facts): boolean {
  const first = explore(before, facts);
  const second = exploreIn(first.diagrams, after, facts);
  const stands = (rule: Rule) => first.judged.stands.get(rule) === second.judged.stands.get(rule);
  return first.outcome === second.outcome && after.rules.filter((rule) => first.judged.stands.has(rule)).every(stands);
}

function memo(find: (each: Case, day: string) => string): (each: Case, day: string) => string {
  const found = new Map<Case, Map<string, string>>();
  return (each, day) => {
    const days = found.get(each) ?? new Map<string, string>();
    const result = days.get(day) ?? find(each, day);
    found.set(each, days.set(day, result));
    return result;
  };
}

function auditWithout({ rule, provision }: Deletion, { ruleSet }: Rulebook, day: string): readonly Finding[] {
  const rules = ruleSet.rules.flatMap((other) =>
    other !== rule ? [other] : provision === undefined ? [] : [withoutException(rule, provision)],
  );
  return audit(inForce({ ...ruleSet, rules }, day));
}
