// The page of a concept: what is asked, what can be answered and what follows, what is taken for granted, and who asks.
import { sectionKey } from '../law/citation.ts';
import { mentioned } from '../rules/audit.ts';
import type { Concept, Facts } from '../rules/rule.ts';
import { factWords, presumptionSentence } from './rule-sentence.ts';
import { caseList } from './visa-case.ts';
import { bullets, html, nothing, section, when, type Html } from './visa-html.ts';
import { authorsSentence, capital, conceptLink, ruleLink, valueText, type View } from './visa-view.ts';

export function conceptBody(view: View, concept: Concept): Html {
  const text = view.book.concepts.get(concept.id);
  const { rules, concepts } = view.book.ruleSet;
  const asking = rules.filter(({ when: condition, unless }) =>
    [...mentioned(condition), ...mentioned(unless)].includes(concept.id),
  );
  const resting = concepts.filter(
    ({ id, presumptions }) =>
      id !== concept.id && presumptions.some(({ when: condition }) => mentioned(condition).includes(concept.id)),
  );
  const place = view.book.places.concepts.get(concept.id);
  const cases = view.book.cases.filter(({ open, ways }) => [...open, ...ways].includes(concept.id));
  return html`<p class="kicker">Begrepp: ${concept.id}</p>
    <h1>${text?.question ?? concept.id}</h1>
    ${text?.help === undefined ? nothing : html`<p class="lead">${text.help}</p>`}
    ${when(
      concept.assessment,
      () =>
        html`<p>
          <span class="tag note">Bedömning</span> Bara den som beslutar kan svara. Programmet fyller aldrig i svaret på
          egen hand.
        </p>`,
    )}
    ${section('Svaren', bullets(concept.values.map((value) => valueLine(view, concept, value))))}
    ${section(
      'Samlingsnamn',
      bullets([...concept.groups].map(([name, group]) => groupLine(view, concept, name, [...group.values]))),
    )}
    ${section(
      'Utgångspunkter',
      bullets(concept.presumptions.map((presumption) => html`${presumptionSentence(concept, presumption, view.book)}`)),
    )}
    ${when(concept.presumptions.length === 0, () => html`<p class="muted">Inget antas om svaret. Det står öppet tills någon har sagt det.</p>`)}
    ${section(
      `Regler som frågar efter det`,
      bullets(
        asking.map(
          (rule) => html`${ruleLink(view, rule)}<br /><span class="muted">${authorsSentence(view, rule)}</span>`,
        ),
      ),
    )}
    ${section('Andra begrepp vars utgångspunkter vilar på det', bullets(resting.map(({ id }) => conceptLink(view, id))))}
    ${section('Fall där det ska stå kvar att bedöma, eller är en väg framåt', caseList(view, cases))}
    ${place === undefined ? nothing : html`<p class="place">Står i ${place.file}, rad ${place.line}.</p>`}`;
}

function valueLine(view: View, concept: Concept, value: string): Html {
  const citation = view.book.concepts.get(concept.id)?.citations.get(value);
  const follows = gives(view, concept.gives.get(value));
  return html`${capital(valueText(view, concept.id, value))}${citation === undefined ? nothing : html` <span class="muted">${sectionKey(citation)}</span>`}${when(
    concept.attainable.has(value),
    () => html` <span class="tag note">Går att åstadkomma</span>`,
  )}${follows === '' ? nothing : html`<br /><span class="muted">Då är det också så att ${follows}.</span>`}`;
}

function gives(view: View, facts: Facts | undefined): string {
  return [...(facts ?? [])].map(([concept, values]) => factWords(concept, [...values], view.book)).join('; ');
}

function groupLine(view: View, concept: Concept, name: string, values: readonly string[]): Html {
  return html`${capital(valueText(view, concept.id, name))}<br /><span class="muted"
      >${values.map((value) => valueText(view, concept.id, value)).join(', ')}</span
    >`;
}
