// A situation and what the rules come to in it, step by step; and the page of a case, which holds it against what it should be.
import { sectionKey } from '../law/citation.ts';
import { UNKNOWN_WORD, type Case } from '../knowledge/rule-schema.ts';
import { RECIPIENT, SENDER } from '../knowledge/rulebook.ts';
import type { Change, Link, Reasoning } from '../rules/reason.ts';
import { UNKNOWN, type Concept, type ConceptId, type Rule, type Stated, type Verdict } from '../rules/rule.ts';
import { longDate } from './words.ts';
import { at, bullets, html, nothing, section, terms, when, type Html } from './visa-html.ts';
import {
  authorsSentence,
  capital,
  citationLink,
  conceptLink,
  factClause,
  partiesText,
  ruleLink,
  shortRuleLink,
  valueText,
  VERDICT_CLAUSES,
  VERDICTS,
  verdictTag,
  type View,
} from './visa-view.ts';

/** Cases as links, each with the verdict it should come to; marked where the rules come to another. */
export function caseList(view: View, cases: readonly Case[]): Html {
  return bullets(
    cases.map((each) => {
      const now = view.assessed.get(each.id)?.verdict;
      const fails = now !== undefined && now !== each.verdict;
      return html`<a href="${at.case(each.id)}">${each.name}</a>
        ${verdictTag(each.verdict)}${when(fails, () => html` <span class="tag fails">Stämmer inte</span>`)}`;
    }),
  );
}

export function caseBody(view: View, each: Case, reasoning: Reasoning): Html {
  const agrees = reasoning.verdict === each.verdict;
  const place = view.book.places.cases.get(each.id);
  return html`<p class="kicker">Fall ${each.id}</p>
    <h1>${each.name}</h1>
    <p class="lead">${each.why}</p>
    ${section('Det som är sagt', factsPart(view, each.stated))}
    ${section(
      'Så ska det bli',
      html`<p>
          ${verdictTag(each.verdict)}
          ${
            agrees
              ? html`<span class="agrees">Reglerna kommer till detsamma.</span>`
              : html`<strong class="tag fails">Stämmer inte</strong> Reglerna kommer till:
                  ${verdictTag(reasoning.verdict)}`
          }
        </p>
        ${terms([
          ['Avgörs av', list(each.decidedBy.map((citation) => citationLink(view, citation)))],
          ['Öppnar inte', list(each.closed.map((citation) => citationLink(view, citation)))],
          ['Ska stå kvar att bedöma', list(each.open.map((id) => conceptLink(view, id)))],
          ['Vägar framåt', list(each.ways.map((id) => conceptLink(view, id)))],
          ['Dag', each.day === undefined ? undefined : longDate(each.day)],
        ])}`,
    )}
    ${reasoningPart(view, each.stated, reasoning)}
    <p><a class="button" href="${at.situation(each.stated)}">Ändra något i fallet och se vad som händer</a></p>
    ${place === undefined ? nothing : html`<p class="place">Står i ${place.file}, rad ${place.line}.</p>`}`;
}

/** The page where an editor tries a situation: what is said, what it comes to, and what more can be said. */
export function situationBody(view: View, stated: Stated, reasoning: Reasoning): Html {
  return html`<p class="kicker">Pröva en situation</p>
    <h1>${capital(partiesText(view, stated))}</h1>
    ${refusedPart(view, reasoning)} ${reasoningPart(view, stated, reasoning)} ${formPart(view, stated, reasoning)}`;
}

function refusedPart(view: View, { refused }: Reasoning): Html {
  return when(
    refused.length > 0,
    () =>
      html`<p class="warning">
        <strong>Allt kan inte stämma på en gång.</strong> Bortsett är från:
        ${refused.map((id) => view.book.concepts.get(id)?.question ?? id).join('; ')}
      </p>`,
  );
}

function factsPart(view: View, stated: Stated): Html {
  return terms(
    Object.entries(stated).map(([concept, value]) => [
      view.book.concepts.get(concept)?.question ?? concept,
      capital(valueText(view, concept, value)),
    ]),
  );
}

// ---- what it comes to -------------------------------------------------------------------------------------------

/** The verdict, what is left to assess, what was taken for granted, the steps, and the ways on. */
function reasoningPart(view: View, stated: Stated, reasoning: Reasoning): Html {
  return html`${verdictPart(view, stated, reasoning)} ${section('Steg för steg', chainPart(view, reasoning.chain))}
  ${section('Det som kan ändra utfallet', openPart(view, reasoning))}
  ${section('Utgångspunkter', presumedPart(view, reasoning))}
  ${section('Det som vänder utfallet', turningPart(view, stated, reasoning))}
  ${section('Vägar framåt', bullets(reasoning.ways.map((way) => changeLine(view, stated, way))))}`;
}

function verdictPart(view: View, stated: Stated, reasoning: Reasoning): Html {
  const { verdict } = reasoning;
  return html`<div class="verdict ${verdict}">
    <p class="headline">${VERDICTS[verdict]}</p>
    <p>${outcomeLine(view, stated, reasoning)}</p>
  </div>`;
}

function outcomeLine(view: View, stated: Stated, { verdict, settled, atRest }: Reasoning): string {
  const parties = partiesText(view, stated);
  if (verdict === 'outside')
    return `${capital(parties)}: reglerna är inte skrivna för det här. Det betyder inte att uppgiften kan lämnas.`;
  if (settled) return 'Avgjort med det som är sagt, så länge utgångspunkterna stämmer.';
  return verdict === 'depends'
    ? `Det som är sagt räcker inte. Vad som återstår står nedan.${atRest === 'depends' ? '' : ` Om inget särskilt tillkommer: ${VERDICT_CLAUSES[atRest]}.`}`
    : 'Så är det med det som är sagt. Mer kan visa att uppgiften dessutom ska lämnas.';
}

/** As the ends of one sentence, so that what negates stands where it should. */
function presumedPart(view: View, { presumed }: Reasoning): Html {
  if (presumed.length === 0) return nothing;
  const items = presumed.map(
    ({ concept, value }) =>
      html`<a href="${at.concept(concept)}">${factClause(view, concept, value)}</a>. ${basis(view, concept, value)}`,
  );
  return html`<p>Tills någon säger annat är det antaget att</p>
    ${bullets(items, 'dashed')}`;
}

function basis({ book }: View, concept: ConceptId, value: string): Html {
  const citation = book.concepts.get(concept)?.bases.get(value);
  return citation === undefined ? nothing : html`Stöd: ${sectionKey(citation)}.`;
}

function openPart(view: View, { open, next }: Reasoning): Html {
  return bullets(
    open.map((id) => {
      const concept = view.book.concepts.get(id);
      return html`${conceptLink(view, id)}${when(concept?.assessment === true, () => html` <span class="tag note">Bedömning</span>`)}${when(next?.concept.id === id, () => html` <span class="tag note">Frågas först</span>`)}`;
    }),
  );
}

function turningPart(view: View, stated: Stated, { settled, atRest, turning }: Reasoning): Html {
  if (settled || (atRest === 'depends' && turning.length === 0)) return nothing;
  return html`<p>Om inget särskilt tillkommer: ${verdictTag(atRest)}</p>
    ${bullets(turning.map((change) => changeLine(view, stated, change)))}`;
}

function changeLine(view: View, stated: Stated, { concept, value, verdict }: Change): Html {
  return html`<a href="${at.situation({ ...stated, [concept]: value })}">Om ${factClause(view, concept, value)}</a>:
    ${verdictTag(verdict)}`;
}

// ---- the steps --------------------------------------------------------------------------------------------------

function chainPart(view: View, chain: readonly Link[]): Html {
  const part = (heading: string, verbs: readonly string[]) => {
    const links = chain.filter(({ rule }) => verbs.includes(rule.effect.verb));
    return links.length === 0
      ? nothing
      : html`<h3>${heading}</h3>
          <ol class="chain">
            ${links.map((link) => linkPart(view, link, chain))}
          </ol>`;
  };
  if (chain.length === 0) return html`<p class="muted">Ingen regel har någon del i det här.</p>`;
  return html`${part('Det som hindrar eller kan hindra', ['bars'])}
  ${part('Det som kräver eller kan kräva att uppgiften lämnas', ['requires'])}
  ${part('Det som öppnar eller kan öppna', ['lifts'])}`;
}

function linkPart(view: View, link: Link, chain: readonly Link[]): Html {
  const { rule, brokenBy, closedBy } = link;
  const { label, kind } = stateOf(link, chain);
  return html`<li class="${rule.effect.verb}">
    <p>${ruleLink(view, rule)} <span class="tag ${kind}">${label}</span></p>
    <p>${authorsSentence(view, rule)}</p>
    ${namesLine('Bryts, eller kan brytas, av', view, brokenBy)}
    ${namesLine('Når inte, eftersom den undantar', view, closedBy)}
  </li>`;
}

function namesLine(label: string, view: View, rules: readonly Rule[]): Html {
  const keys = [...new Map(rules.map((rule) => [rule.provision, rule])).values()];
  return keys.length === 0
    ? nothing
    : html`<p class="muted">${label}: ${list(keys.map((rule) => shortRuleLink(view, rule)))}</p>`;
}

function stateOf(
  { rule, stands, holds }: Link,
  chain: readonly Link[],
): { readonly label: string; readonly kind: Verdict } {
  switch (rule.effect.verb) {
    case 'bars':
      if (stands === 'true') return { label: 'Hindrar', kind: 'barred' };
      if (stands === 'false') return { label: 'Bruten, hindrar inte här', kind: 'permitted' };
      return holds === 'true'
        ? { label: 'Hindrar, om inget bryter', kind: 'depends' }
        : { label: 'Kan hindra', kind: 'depends' };
    case 'requires':
      if (stands === 'true') return { label: 'Kräver', kind: 'required' };
      return stands === 'false'
        ? { label: 'Gäller inte här', kind: 'outside' }
        : { label: 'Kan kräva', kind: 'depends' };
    case 'lifts':
      if (!chain.some((other) => other.brokenBy.includes(rule))) return { label: 'Öppnar inte här', kind: 'outside' };
      return stands === 'true' ? { label: 'Öppnar', kind: 'permitted' } : { label: 'Kan öppna', kind: 'depends' };
  }
}

// ---- trying -----------------------------------------------------------------------------------------------------

function formPart(view: View, stated: Stated, reasoning: Reasoning): Html {
  const ids = new Set([
    SENDER,
    RECIPIENT,
    ...Object.keys(stated),
    ...reasoning.open,
    ...reasoning.presumed.map(({ concept }) => concept),
    ...reasoning.ways.map(({ concept }) => concept),
  ]);
  const asked = view.book.ruleSet.concepts.filter(({ id }) => ids.has(id));
  return section(
    'Säg mer',
    html`<form class="try" action="/prova" method="get">
      ${asked.map((concept, index) => selectPart(view, concept, stated[concept.id], index))}
      <p><button>Pröva</button></p>
    </form>`,
    'sag-mer',
  );
}

function selectPart(view: View, concept: Concept, chosen: string | undefined, index: number): Html {
  const isParty = concept.id === SENDER || concept.id === RECIPIENT;
  const names = [...(view.book.concepts.get(concept.id)?.values.keys() ?? [])].filter(
    (name) => concept.values.includes(name) || concept.groups.has(name),
  );
  const option = (value: string, label: string) =>
    html`<option value="${value}" ${chosen === value ? SELECTED : nothing}>${label}</option>`;
  const id = `val-${index}`;
  return html`<p>
    <label for="${id}">${view.book.concepts.get(concept.id)?.question ?? concept.id}</label>
    <select id="${id}" name="${concept.id}">
      ${isParty ? nothing : option('', 'Inte sagt')}${isParty ? nothing : option(UNKNOWN, capital(UNKNOWN_WORD))}${names.map((name) => option(name, capital(valueText(view, concept.id, name))))}
    </select>
  </p>`;
}

const SELECTED: Html = { markup: ' selected' };

/** "a, b och c" of parts that are links. */
function list(parts: readonly Html[]): Html | undefined {
  if (parts.length === 0) return undefined;
  const last = parts.length - 1;
  return html`${parts.map((part, index) => html`${index === 0 ? '' : index === last ? ' och ' : ', '}${part}`)}`;
}
