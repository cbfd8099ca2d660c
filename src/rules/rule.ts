// What the rule engine is about. It knows no language and no source format: names are opaque strings to it.
//
//   concept      a question with a closed list of answers ("consent": "yes", "no"); one answer is true of a situation
//   facts        what is known of a situation: for some concepts, the values that are still possible
//   presumption  a value that is taken for granted until someone says otherwise, and always shown as such
//   assessment   a concept that only the person who decides can answer
//   rule         a provision's effect: it bars disclosure, lifts what others bar, or requires disclosure
//   holds        the rule's own condition is fulfilled
//   stands       it holds, and nothing that may break it stands
//   verdict      what the standing rules come to

export type ConceptId = string;
export type Value = string;

/** For each concept that something is known of, the values that are still possible; a concept left out may be anything. */
export type Facts = ReadonlyMap<ConceptId, ReadonlySet<Value>>;

/** What people state: one value, or the name of a group of values, for a concept. */
export type Stated = Readonly<Record<ConceptId, Value>>;

/** Stated when the person was asked and does not know: it is not asked again, and nothing is presumed about it. */
export const UNKNOWN: Value = '?';

export interface Concept {
  readonly id: ConceptId;
  /** At least two; exactly one of them is true of any situation. */
  readonly values: readonly Value[];
  /** Names for several values at once, as when someone says "the school" and not who there. */
  readonly groups: ReadonlyMap<string, Group>;
  /** What follows from each value about other concepts. */
  readonly gives: ReadonlyMap<Value, Facts>;
  readonly presumptions: readonly Presumption[];
  readonly assessment: boolean;
  /** The value that brings nothing with it, as when no consent is given; absent where every value is as ordinary. */
  readonly resting?: Value;
  /** Whether a person can bring about a value of it, such as to obtain a consent: only such are ways forward. */
  readonly attainable: ReadonlySet<Value>;
}

export interface Group {
  readonly values: ReadonlySet<Value>;
  readonly gives: Facts;
}

/** `value` is taken for granted where `when` is known to be true. The first that applies wins. */
export interface Presumption {
  readonly value: Value;
  readonly when: Condition;
}

export type Condition =
  | { readonly kind: 'is'; readonly concept: ConceptId; readonly values: ReadonlySet<Value> }
  | { readonly kind: 'every'; readonly of: readonly Condition[] }
  | { readonly kind: 'some'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

/** The condition that is always true. */
export const ALWAYS: Condition = { kind: 'every', of: [] };
/** The condition that is never true. */
export const NEVER: Condition = { kind: 'some', of: [] };

export type Effect = Bars | Lifts | Requires;

/** A secrecy that bars disclosure. */
export interface Bars {
  readonly verb: 'bars';
  readonly kind: BarKind;
  readonly protects: 'individual' | 'public';
}

/**
 * `secrecy`: of the Act, which its overriding provisions lift. `silence`: a private body's duty of confidentiality, which
 * they do not reach. `inner`: within one authority, where need in the work decides; they do not reach it either.
 */
export type BarKind = 'secrecy' | 'silence' | 'inner';

/** A provision that lifts bars. */
export interface Lifts {
  readonly verb: 'lifts';
  readonly target: Target;
  /** Provisions whose bars it leaves in place. */
  readonly except: ReadonlySet<string>;
}

/** A duty to disclose. It does not arise for what an excepted provision makes secret, and breaks every other bar. */
export interface Requires {
  readonly verb: 'requires';
  readonly except: ReadonlySet<string>;
}

/** Which bars a rule lifts: all of them, all secrecy, only that which protects an individual, or those of named provisions. */
export type Target =
  | { readonly kind: 'everything' }
  | { readonly kind: 'secrecy' }
  | { readonly kind: 'individual' }
  | { readonly kind: 'provisions'; readonly provisions: ReadonlySet<string> };

export interface Rule {
  /** Unique in its rule set. */
  readonly id: string;
  /** The provision that it encodes, by which other rules name it. */
  readonly provision: string;
  readonly effect: Effect;
  readonly when: Condition;
  readonly unless: Condition;
  /** The first and last day on which it applies, as `2026-11-22`. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** A kind of situation that the rules cover, or that they are declared not to cover. */
export interface Coverage {
  readonly when: Condition;
  readonly covered: boolean;
}

export interface RuleSet {
  /** In the order in which a lawyer asks about them. */
  readonly concepts: readonly Concept[];
  readonly rules: readonly Rule[];
  readonly coverage: readonly Coverage[];
}

/**
 * `required`: a duty stands. `barred`: something bars it. `permitted`: nothing bars it. `outside`: the rules are not declared
 * to cover the situation, whatever they happen to say of it.
 */
export type Outcome = 'required' | 'barred' | 'permitted' | 'outside';

/** What is known comes to one outcome, or not yet to any. */
export type Verdict = Outcome | 'depends';

/** The rules that apply on a day. */
export function inForce({ concepts, rules, coverage }: RuleSet, day: string): RuleSet {
  const applies = (rule: Rule) => (rule.validFrom ?? '') <= day && day <= (rule.validTo ?? '9999-12-31');
  return { concepts, coverage, rules: rules.filter(applies) };
}
