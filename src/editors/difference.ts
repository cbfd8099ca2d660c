// What a change of the rules does to the law that the program speaks: which kinds of situation come to another outcome than in
// an earlier revision, in words for the lawyer who answers for the change.
import { daysAfter } from '../knowledge/days.ts';
import { VERDICT_WORDS } from '../knowledge/rule-schema.ts';
import { printProblems } from '../knowledge/problem.ts';
import { readKnowledge } from '../knowledge/read.ts';
import { RECIPIENT, SENDER, type Rulebook } from '../knowledge/rulebook.ts';
import { factInWords, situationInWords } from '../render/situation.ts';
import { known, presume } from '../rules/facts.ts';
import { reason } from '../rules/reason.ts';
import { inForce, type Rule, type RuleSet, type Verdict } from '../rules/rule.ts';
import { readRevision } from './revision.ts';
import { compare, type Compared, type Conditions, type Shifted } from './shifts.ts';

export type Difference =
  | { readonly kind: 'same' | 'different'; readonly text: string }
  /** Why there is nothing to compare, and what to do. */
  | { readonly kind: 'fault'; readonly text: string };

/**
 * Compares the folders' rules with those of a revision of git, as they apply on a day and when they change after it. The
 * revision is of the first folder; local folders on top of it are the same on both sides.
 */
export async function difference(folders: readonly string[], revision: string, day: string): Promise<Difference> {
  const now = await readKnowledge(...folders);
  const [folder = '.', ...local] = folders;
  if (now.knowledge === undefined)
    return {
      kind: 'fault',
      text: `${printProblems(now.problems)}\n\n${now.problems.length} fel i ${folder}. Rätta dem, så kan reglerna jämföras.`,
    };
  const { rulebook } = now.knowledge;
  if (rulebook === undefined)
    return { kind: 'fault', text: `${folder} har inga regler att jämföra: begrepp.yml saknas.` };
  const before = await readRevision(folder, revision, ...local);
  if ('fault' in before) return { kind: 'fault', text: before.fault };
  if (before.knowledge.rulebook === undefined)
    return { kind: 'fault', text: `${revision} (${before.id}) har inga regler än. Välj en senare version.` };
  const { isDifferent, lines } = differenceInWords(before.knowledge.rulebook, rulebook, day);
  const head = `Jämfört med ${revision} (${before.id}), enligt lagen den ${day}.`;
  return { kind: isDifferent ? 'different' : 'same', text: [head, ...lines].join('\n') };
}

/** What comes to something else under the later rules, in lines. */
function differenceInWords(
  before: Rulebook,
  after: Rulebook,
  day: string,
): { readonly isDifferent: boolean; readonly lines: readonly string[] } {
  const changes = changesOf(before.ruleSet, after.ruleSet);
  if (changes.lines.length === 0) return { isDifferent: false, lines: ['Inga skillnader.'] };
  const comparedOn = (on: string) => compare(inForce(before.ruleSet, on), inForce(after.ruleSet, on));
  const today = comparedOn(day);
  const sections = [shiftsInWords(today.shifts, after)];
  for (const on of laterDays(changes.rules, day)) {
    const then = shiftsInWords(comparedOn(on).shifts, after);
    if (then.join() !== sections[0]?.join()) sections.push([`Från och med den ${on}:`, '', ...then]);
  }
  const cases = casesInWords(before, after, day, changes.isOfConcepts ? undefined : today);
  const isDifferent = cases.length > 0 || sections.some((section) => section.length > 0);
  const told = [...sections.flat(), ...cases];
  return { isDifferent, lines: [...changes.lines, '', ...(isDifferent ? told : ['Inga skillnader i utfall.'])] };
}

// ---- what was edited --------------------------------------------------------------------------------------------

interface Changes {
  readonly lines: readonly string[];
  /** The rules that are new, gone or altered, as they were and as they are. */
  readonly rules: readonly Rule[];
  /** Whether a concept changed, be it only what is presumed of it. */
  readonly isOfConcepts: boolean;
}

function changesOf(before: RuleSet, after: RuleSet): Changes {
  const rules = changed(before.rules, after.rules);
  const concepts = changed(before.concepts, after.concepts);
  const order = (set: RuleSet) => canonical(set.concepts.map(({ id }) => id));
  const isReordered = concepts.added.length + concepts.removed.length === 0 && order(before) !== order(after);
  return {
    rules: rules.all,
    isOfConcepts: concepts.all.length > 0,
    lines: [
      ...named('Nya regler', rules.added),
      ...named('Ändrade regler', rules.altered),
      ...named('Borttagna regler', rules.removed),
      ...named('Nya begrepp', concepts.added),
      ...named('Ändrade begrepp', concepts.altered),
      ...named('Borttagna begrepp', concepts.removed),
      ...(isReordered ? ['Begreppen frågas i en annan ordning.'] : []),
      ...(canonical(before.coverage) === canonical(after.coverage) ? [] : ['Täckningen är ändrad.']),
    ],
  };
}

function changed<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]) {
  const old = new Map(before.map((each) => [each.id, each]));
  const current = new Map(after.map((each) => [each.id, each]));
  const added = after.filter(({ id }) => !old.has(id));
  const removed = before.filter(({ id }) => !current.has(id));
  const altered = after.filter((each) => old.has(each.id) && canonical(old.get(each.id)) !== canonical(each));
  const asTheyWere = altered.flatMap(({ id }) => old.get(id) ?? []);
  return { added, removed, altered, all: [...added, ...removed, ...altered, ...asTheyWere] };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (part instanceof Set || part instanceof Map ? [...part] : part));
}

const MOST_NAMES = 12;

function named(what: string, all: readonly { readonly id: string }[]): string[] {
  if (all.length === 0) return [];
  const more = all.length - MOST_NAMES;
  const names = all.slice(0, MOST_NAMES).map(({ id }) => id);
  return [`${what}: ${names.join(', ')}${more > 0 ? ` och ${more} till` : ''}.`];
}

/** The days after this on which a rule that changed begins to apply, or no longer does. */
function laterDays(rules: readonly Rule[], day: string): readonly string[] {
  const days = rules.flatMap(({ validFrom, validTo }) => [
    ...(validFrom === undefined ? [] : [validFrom]),
    ...(validTo === undefined ? [] : [daysAfter(validTo, 1)]),
  ]);
  return [...new Set(days)].filter((each) => each > day).sort();
}

// ---- in words -----------------------------------------------------------------------------------------------------

const MOST_GROUPS = 6;
const MOST_CONDITIONS = 8;
const MOST_CASES = 20;

/** Under each change of outcome, who may be affected, the widest first. */
function shiftsInWords(shifts: readonly Shifted[], rulebook: Rulebook): string[] {
  const kinds = new Map<string, Shifted[]>();
  for (const each of shifts) {
    const key = `Från ${shiftInWords(each)}:`;
    kinds.set(key, [...(kinds.get(key) ?? []), each]);
  }
  return [...kinds].flatMap(([head, groups]) => {
    const rest = groups.slice(MOST_GROUPS);
    const pairs = rest.reduce((sum, { senders, recipients }) => sum + senders.length * recipients.length, 0);
    return [
      head,
      '',
      ...groups.slice(0, MOST_GROUPS).flatMap((group) => [...groupInWords(group, rulebook), '']),
      ...(pairs > 0 ? [`  … och ${number(pairs)} par av avsändare och mottagare till.`, ''] : []),
    ];
  });
}

function groupInWords({ senders, recipients, always, examples, kinds }: Shifted, rulebook: Rulebook): string[] {
  const parties = new Map([
    [SENDER, senders],
    [RECIPIENT, recipients],
  ]);
  const shown = examples.map((each) => `      till exempel när ${conditionsInWords(each, rulebook)}`);
  return [
    `  ${situationInWords(parties, rulebook)}`,
    always.size > 0
      ? `    när ${conditionsInWords(always, rulebook, Number.POSITIVE_INFINITY)}`
      : `    i ${kinds > 1 ? 'vissa' : 'alla'} lägen`,
    ...(kinds > 1 ? shown : []),
    ...(kinds > 1 ? [`      ${number(kinds)} slag av situationer i allt`] : []),
  ];
}

function conditionsInWords(where: Conditions, rulebook: Rulebook, most = MOST_CONDITIONS): string {
  // What has few answers left says most.
  const facts = [...where].sort(([, a], [, b]) => a.length - b.length);
  const shown = facts.slice(0, most).map(([id, values]) => factInWords(id, values, rulebook));
  const more = facts.length - shown.length;
  return `${shown.join('; ')}${more > 0 ? `; och ${more} villkor till` : ''}`;
}

function casesInWords(before: Rulebook, after: Rulebook, day: string, compared?: Compared): string[] {
  const moved = after.cases.flatMap((each) => {
    const on = each.day ?? day;
    // Where the concepts are the same, a case that no changed situation fits cannot come to anything else.
    if (compared !== undefined && on === day && !compared.touches(factsOf(each.stated, after.ruleSet))) return [];
    const old = reason(before.ruleSet, on, each.stated).verdict;
    const current = reason(after.ruleSet, on, each.stated).verdict;
    return old === current ? [] : [`  ${each.id} (${each.name}): ${shiftInWords({ before: old, after: current })}`];
  });
  if (moved.length === 0) return [];
  const more = moved.length - MOST_CASES;
  return ['Fall som ändras:', '', ...moved.slice(0, MOST_CASES), ...(more > 0 ? [`  … och ${more} fall till`] : [])];
}

function factsOf(stated: Rulebook['cases'][number]['stated'], { concepts }: RuleSet) {
  return presume(concepts, stated, known(concepts, stated).facts).facts;
}

function shiftInWords({ before, after }: { readonly before: Verdict; readonly after: Verdict }): string {
  return `«${VERDICT_WORDS[before]}» till «${VERDICT_WORDS[after]}»`;
}

function number(n: number): string {
  return new Intl.NumberFormat('sv-SE').format(n);
}
