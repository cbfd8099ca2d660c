// What every page for editors is made from, and the links, names and words that they share.
import { formatLong, provisionUrl, sectionKey, type Citation } from '../law/citation.ts';
import { appliesOn, type Knowledge } from '../knowledge/knowledge.ts';
import type { Problem } from '../knowledge/problem.ts';
import { RECIPIENT, SENDER, type Rulebook } from '../knowledge/rulebook.ts';
import type { Provision } from '../knowledge/schema.ts';
import type { Reasoning } from '../rules/reason.ts';
import { UNKNOWN, type ConceptId, type Rule, type Verdict } from '../rules/rule.ts';
import { factWords } from './rule-sentence.ts';
import { at, html, type Html } from './visa-html.ts';

export interface View {
  readonly knowledge: Knowledge;
  readonly book: Rulebook;
  readonly day: string;
  /** What is wrong in the folder since the knowledge shown was read. */
  readonly problems: readonly Problem[];
  /** What the rules come to in each case, by its id, as far as they have been gone through. */
  readonly assessed: ReadonlyMap<string, Reasoning>;
}

/** The verdicts as headlines, in the Act's own words. */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  required: 'Ska lämnas',
  permitted: 'Sekretess hindrar inte',
  barred: 'Sekretess hindrar',
  depends: 'Beror på',
  outside: 'Utanför underlaget',
};

/** As the end of a sentence: "… så hindrar sekretess." */
export const VERDICT_CLAUSES: Readonly<Record<Verdict, string>> = {
  required: 'uppgiften ska lämnas',
  permitted: 'sekretess hindrar inte',
  barred: 'sekretess hindrar',
  depends: 'det beror på mer än så',
  outside: 'det ligger utanför underlaget',
};

export function verdictTag(verdict: Verdict): Html {
  return html`<span class="tag ${verdict}">${VERDICTS[verdict]}</span>`;
}

/** "OSL 26:1 Sekretess inom socialtjänsten", as a link; plain text where the folder has no summary of it. */
export function provisionLink({ knowledge, day }: View, key: string): Html {
  const wordings = knowledge.provisions.filter(({ citation }) => sectionKey(citation) === key);
  const shown = wordings.find((wording) => appliesOn(wording, day)) ?? wordings[0];
  return shown === undefined
    ? html`${key}`
    : html`<a href="${at.provision(key)}">${key}</a> <span class="heading">${shown.heading}</span>`;
}

export function citationLink(view: View, citation: Citation): Html {
  return provisionLink(view, sectionKey(citation));
}

/** A rule by its provision's name and heading. */
export function ruleLink(view: View, rule: Rule): Html {
  return html`${shortRuleLink(view, rule)} <span class="heading">${wordingOf(view, rule)?.heading ?? ''}</span>`;
}

/** "OSL 23:2 regel 2": which of several rules, and from when where the folder has several wordings. */
export function shortRuleLink(view: View, rule: Rule): Html {
  const wordings = view.knowledge.provisions.filter(({ citation }) => sectionKey(citation) === rule.provision).length;
  const name = wordings > 1 ? rule.id : rule.id.replace(/ \(.*\)$/u, '');
  return html`<a href="${at.provision(rule.provision)}#${anchorOf(rule)}">${name}</a>`;
}

/** The part of a page where a rule stands. */
export function anchorOf({ id, provision }: Rule): string {
  const rest = id
    .slice(provision.length)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return rest === '' ? 'regel-1' : rest;
}

/** The wording of the provision that the rule stands in. */
function wordingOf({ knowledge, book }: View, rule: Rule): Provision | undefined {
  const source = book.rules.get(rule.id)?.source;
  return knowledge.provisions.find(({ rules }) => source !== undefined && rules.includes(source));
}

/** What the author wrote that the rule says. */
export function authorsSentence({ book }: View, rule: Rule): string {
  return book.rules.get(rule.id)?.sentence ?? '';
}

export function conceptLink({ book }: View, id: ConceptId): Html {
  return html`<a href="${at.concept(id)}">${book.concepts.get(id)?.question ?? id}</a>`;
}

/** What people call a value of a concept. */
export function valueText({ book }: View, concept: ConceptId, value: string): string {
  if (value === UNKNOWN) return 'Vet inte';
  return book.concepts.get(concept)?.values.get(value) ?? value;
}

/** A fact as a clause; said as not known where it was asked and not known. */
export function factClause({ book }: View, concept: ConceptId, value: string): string {
  if (value !== UNKNOWN) return factWords(concept, [value], book);
  return `svaret på «${book.concepts.get(concept)?.question ?? concept}» inte är känt`;
}

/** "BUP → polisen". */
export function partiesText(view: View, stated: Readonly<Record<string, string>>): string {
  const party = (concept: string) => {
    const value = stated[concept];
    return value === undefined ? 'okänd' : valueText(view, concept, value);
  };
  return `${party(SENDER)} → ${party(RECIPIENT)}`;
}

export function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}

/** Links to the text of the law itself. */
export function statuteLink(citation: Citation): Html {
  return html`<a href="${provisionUrl(citation)}" rel="noreferrer">${formatLong(citation)} på lagen.nu</a>`;
}
