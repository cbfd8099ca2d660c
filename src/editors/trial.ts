// Holds the lawyers' cases, and the situations of the curated answers, against the rules.
import { sectionKey } from '../law/citation.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Problem } from '../knowledge/problem.ts';
import { VERDICT_WORDS, type Case } from '../knowledge/rule-schema.ts';
import type { Rulebook } from '../knowledge/rulebook.ts';
import { reason, type Link, type Reasoning } from '../rules/reason.ts';
import type { RuleSet, Stated, Verdict } from '../rules/rule.ts';
import { list } from '../render/words.ts';

/** Every case and every answer with a situation that the rules do not come to, at its line. */
export function tryCases({ rulebook, entries }: Knowledge, day: string): Problem[] {
  if (rulebook === undefined) return [];
  const { cases, places, ruleSet } = rulebook;
  return [
    ...duplicates(rulebook),
    ...cases.flatMap((each): Problem[] => {
      const place = places.cases.get(each.id);
      const trial = tryCase(each, rulebook, ruleSet, each.day ?? day);
      if (place === undefined || trial.faults.length === 0) return [];
      return [{ ...place, code: 'case-fails', ...told(`Fallet «${each.id}» håller inte.`, 'fallet', trial, each) }];
    }),
    ...entries.flatMap((entry): Problem[] => {
      const { id, situation } = entry;
      const place = places.situations.get(id);
      if (situation === undefined || place === undefined) return [];
      const trial = tryCase({ ...NOTHING_MORE, ...situation }, rulebook, ruleSet, dayOf(entry, day));
      if (trial.faults.length === 0) return [];
      return [
        { ...place, code: 'situation-fails', ...told('Svaret och reglerna säger olika.', 'svaret', trial, situation) },
      ];
    }),
  ];
}

export interface Trial {
  /** What did not come out as expected, in sentences. None when it holds. */
  readonly faults: readonly string[];
  readonly reasoning: Reasoning;
}

/** Tries one case under rules that may be others than the rulebook's own. */
export function tryCase(expected: Expected, { rules: texts }: Rulebook, rules: RuleSet, day: string): Trial {
  const reasoning = reason(rules, day, expected.stated);
  const { verdict, refused, chain, open, next, ways } = reasoning;
  const throughOf = (link: Link) => texts.get(link.rule.id)?.through;
  const hasPart = (key: string) =>
    chain.some(
      (link) => plays(link) && [link.rule.provision, ...[throughOf(link) ?? []].flat().map(sectionKey)].includes(key),
    );
  const opens = (key: string) => chain.some((link) => link.rule.provision === key && isOpening(link, chain));
  const missing = (concepts: readonly string[], found: readonly string[]) =>
    concepts.filter((concept) => !found.includes(concept));
  const left = [...open, ...(next === undefined ? [] : [next.concept.id])];
  const keys = (citations: Case['decidedBy']) => citations.map(sectionKey);
  return {
    reasoning,
    faults: [
      ...refused.map((concept) => `«${concept}» kan inte vara så tillsammans med det andra i «fakta».`),
      ...(verdict === expected.verdict
        ? []
        : [`Utfallet ska vara «${VERDICT_WORDS[expected.verdict]}» men blir «${VERDICT_WORDS[verdict]}».`]),
      ...keys(expected.decidedBy)
        .filter((key) => !hasPart(key))
        .map((key) => `${key} ska ha del i utfallet men har det inte.`),
      ...keys(expected.closed)
        .filter(opens)
        .map((key) => `${key} ska inte öppna men gör det.`),
      ...missing(expected.open, left).map((concept) => `«${concept}» ska stå kvar att bedöma men gör det inte.`),
      ...missing(
        expected.ways,
        ways.map(({ concept }) => concept),
      ).map((concept) => `«${concept}» ska vara en väg framåt men är det inte.`),
    ],
  };
}

/** What a case asks for. */
export type Expected = Pick<Case, 'stated' | 'verdict' | 'decidedBy' | 'closed' | 'open' | 'ways'>;

const NOTHING_MORE = { decidedBy: [], closed: [], open: [], ways: [] } as const;

/** The day itself where something applies then, else the first day on which it does, or the last on which it did. */
export function dayOf(
  { validFrom = '', validTo = '9999-12-31' }: { readonly validFrom?: string; readonly validTo?: string },
  day: string,
): string {
  if (day < validFrom) return validFrom;
  return day > validTo ? validTo : day;
}

/** The link stands or may stand, or is a bar that is broken or frees the situation itself. */
function plays({ rule, stands }: Link): boolean {
  return stands !== 'false' || rule.effect.verb === 'bars';
}

/** A duty that stands, or a lift that stands and lifts something; but not where all that still bars is what it excepts. */
function isOpening({ rule, stands, closedBy }: Link, chain: readonly Link[]): boolean {
  if (rule.effect.verb === 'bars' || stands !== 'true') return false;
  if (rule.effect.verb === 'lifts' && !chain.some(({ brokenBy }) => brokenBy.includes(rule))) return false;
  const standing = chain.filter((link) => link.rule.effect.verb === 'bars' && link.stands !== 'false');
  return standing.length === 0 || !standing.every((link) => closedBy.includes(link.rule));
}

// ---- what the editor is told --------------------------------------------------------------------------------------

function duplicates({ cases, places }: Rulebook): Problem[] {
  const twice = new Set(cases.map(({ id }) => id).filter((id, index, all) => all.indexOf(id) < index));
  return [...twice].flatMap((id) => {
    const place = places.cases.get(id);
    if (place === undefined) return [];
    const message = `Mer än ett fall heter «${id}».`;
    return [{ ...place, code: 'duplicate-case' as const, message, next: 'Ge fallet ett id som inget annat fall har.' }];
  });
}

function told(
  head: string,
  what: 'fallet' | 'svaret',
  { faults, reasoning }: Trial,
  expected: { readonly stated: Stated; readonly verdict: Verdict },
): { readonly message: string; readonly next: string } {
  const chain = inShort(reasoning.chain);
  return {
    message: [head, ...faults, chain === '' ? 'Ingen regel har del i utfallet.' : `Kedjan: ${chain}.`].join(' '),
    next: adviceOn(what, reasoning, expected),
  };
}

function adviceOn(
  what: 'fallet' | 'svaret',
  { refused, verdict, open }: Reasoning,
  expected: { readonly verdict: Verdict },
): string {
  if (refused.length > 0) return `Ta bort eller ändra ${list(refused.map((id) => `«${id}»`))} under «fakta».`;
  if (verdict === 'outside') return `Pröva om avsändaren ska täckas i tackning.yml; ändra annars ${what}.`;
  if (verdict === 'depends' && expected.verdict !== 'depends') {
    const asked = list(open.slice(0, MOST_OPEN).map((id) => `«${id}»`));
    return `Det här kan ännu ändra utfallet: ${asked}. Har en regel ändrats: rätta regeln («skillnad» visar vad som blev annorlunda). Saknas något i fallet: skriv det som ${what} förutsätter under «fakta».`;
  }
  return `Läs lagtexten till bestämmelserna i kedjan. Är ${what} rätt, ändra regeln; annars ${what}.`;
}

const MOST_OPEN = 4;
const MOST_LINKS = 6;

/** "OSL 26:1 hindrar, OSL 10:27 är stängd för OSL 26:1": what stands first, then what may, then what is broken. */
function inShort(chain: readonly Link[]): string {
  const state = { true: 0, open: 2, false: 4 } as const;
  const rank = ({ rule, stands }: Link) => state[stands] + Number(rule.effect.verb !== 'bars');
  const links = [...chain].sort((a, b) => rank(a) - rank(b));
  const shown = links.slice(0, MOST_LINKS).map((link) => linkInWords(link, chain));
  const more = links.length - shown.length;
  return [...shown, ...(more > 0 ? [`och ${more} till`] : [])].join(', ');
}

function linkInWords(link: Link, chain: readonly Link[]): string {
  const { rule, holds, stands, brokenBy, closedBy } = link;
  const names = (rules: readonly { readonly provision: string }[]) =>
    list([...new Set(rules.map(({ provision }) => provision))]);
  const closed = closedBy.length === 0 ? '' : ` (stängd för ${names(closedBy)})`;
  const may = stands === 'open' ? 'kan ' : '';
  switch (rule.effect.verb) {
    case 'bars':
      if (holds === 'false') return `${rule.provision} gäller inte här`;
      if (stands === 'false') return `${rule.provision} bryts av ${names(brokenBy)}`;
      return `${rule.provision} ${may === '' ? 'hindrar' : 'kan hindra'}`;
    case 'lifts':
      if (stands === 'true' && closedBy.length > 0 && !isOpening(link, chain))
        return `${rule.provision} är stängd för ${names(closedBy)}`;
      return `${rule.provision} ${may === '' ? 'öppnar' : 'kan öppna'}${closed}`;
    case 'requires':
      if (stands === 'false') return `${rule.provision} kräver inget${closed}`;
      return `${rule.provision} ${may === '' ? 'kräver' : 'kan kräva'}${closed}`;
  }
}
