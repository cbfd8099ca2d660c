// The page of a provision: what it says, its rules read aloud, what they break and what breaks them, and where it is used.
import type { Answer } from '../answer.ts';
import { formatLong, sectionKey, type Citation } from '../law/citation.ts';
import { appliesOn } from '../knowledge/knowledge.ts';
import type { Case } from '../knowledge/rule-schema.ts';
import type { Provision } from '../knowledge/schema.ts';
import { breakersOf, breaks, reaches } from '../rules/evaluate.ts';
import type { Condition, Rule } from '../rules/rule.ts';
import { blocksToHtml } from './blocks-html.ts';
import { ruleSentence } from './rule-sentence.ts';
import { renderSlack } from './slack.ts';
import { renderText } from './text.ts';
import { at, bullets, html, markdown, nothing, section, terms, when, type Html } from './visa-html.ts';
import { caseList } from './visa-case.ts';
import {
  anchorOf,
  authorsSentence,
  capital,
  citationLink,
  provisionLink,
  ruleLink,
  statuteLink,
  type View,
} from './visa-view.ts';
import { longDate } from './words.ts';

/** The wordings of one provision, the one in force first. */
export function provisionBody(view: View, wordings: readonly Provision[]): Html {
  const sorted = [...wordings].sort((a, b) => Number(appliesOn(b, view.day)) - Number(appliesOn(a, view.day)));
  const [first] = sorted;
  if (first === undefined) return nothing;
  const key = sectionKey(first.citation);
  return html`<p class="kicker">${formatLong(first.citation)}</p>
    <h1>${first.heading}</h1>
    ${sorted.map((wording, index) => wordingPart(view, wording, index > 0))} ${casesPart(view, key)}
    ${section('Frågor som hänvisar hit', bullets(entriesCiting(view, first.citation)))}
    ${section('Andra bestämmelser som får verkan genom den', bullets(rulesThrough(view, key)))}`;
}

function wordingPart(view: View, wording: Provision, another: boolean): Html {
  const rules = rulesOf(view, wording);
  const dated = period(wording);
  return html`<article class="wording">
    ${when(another, () => html`<h2>${dated === '' ? 'En annan lydelse' : `Lydelsen som ${dated}`}</h2>`)}
    ${terms([
      ['Lydelse', html`${wording.wording}${dated === '' ? '' : `, ${dated}`}`],
      ['Kallas', wording.aliases.join(', ')],
      ['Lagtexten', statuteLink(wording.citation)],
      ['Kontrollerad', `${longDate(wording.checked)} mot lagtexten`],
      [
        'Granskad',
        wording.review === null
          ? 'Inte granskad av jurist'
          : `${longDate(wording.review.date)} av ${wording.review.by}`,
      ],
    ])}
    <div class="prose">${markdown(wording.summary)}</div>
    ${rules.length === 0 ? html`<p class="muted">Bestämmelsen har inga regler. Den förklarar, men avgör inget i ett svar.</p>` : nothing}
    ${rules.map((rule, index) => rulePart(view, rule, rules.length > 1 ? index + 1 : undefined))}
  </article>`;
}

function period({ validFrom, validTo }: Provision): string {
  return [
    validFrom === undefined ? '' : `gäller från och med den ${longDate(validFrom)}`,
    validTo === undefined ? '' : `${validFrom === undefined ? 'gäller ' : ''}till och med den ${longDate(validTo)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function rulePart(view: View, rule: Rule, number: number | undefined): Html {
  const inForce = appliesOn(rule, view.day);
  const place = view.book.places.rules.get(rule.id);
  return html`<section class="rule ${rule.effect.verb}" id="${anchorOf(rule)}">
    <h2>
      ${number === undefined ? 'Regeln' : `Regel ${number}`}${inForce ? nothing : html` <span class="tag outside">Gäller inte den ${view.day}</span>`}
    </h2>
    <p class="sentence">${ruleSentence(rule, view.book)}</p>
    <p class="authors"><span class="label">Så står det i svaret</span> ${authorsSentence(view, rule)}</p>
    ${relations(view, rule)}
    ${place === undefined ? nothing : html`<p class="place">Står i ${place.file}, rad ${place.line}.</p>`}
  </section>`;
}

function rulesOf({ book }: View, { rules }: Provision): Rule[] {
  return book.ruleSet.rules.filter(({ id }) => {
    const source = book.rules.get(id)?.source;
    return source !== undefined && rules.includes(source);
  });
}

// ---- what breaks what -------------------------------------------------------------------------------------------

function relations(view: View, rule: Rule): Html {
  return rule.effect.verb === 'bars' ? relationsOfBar(view, rule) : relationsOfOpening(view, rule);
}

function relationsOfBar(view: View, rule: Rule): Html {
  const rules = view.book.ruleSet.rules.filter((other) => canMeet(rule, other));
  const { effect } = rule;
  const breakers = breakersOf(rule, rules);
  const excepting = rules.filter(
    (other) =>
      other.effect.verb !== 'bars' &&
      other.effect.except.has(rule.provision) &&
      (other.effect.verb === 'requires' ||
        (effect.verb === 'bars' && reaches(other.effect.target, rule.provision, effect))),
  );
  const of = (verb: string) => breakers.filter((other) => other.effect.verb === verb);
  return html`${relation(view, 'Öppningar som kan bryta den', of('lifts'))}
  ${relation(view, 'Skyldigheter som kan bryta den', of('requires'))}
  ${relation(view, 'Stängda dörrar: når inte hit, eftersom de undantar den', excepting, 'closed')}
  ${when(breakers.length === 0, () => html`<p class="muted">Ingen regel bryter den.</p>`)}`;
}

function relationsOfOpening(view: View, rule: Rule): Html {
  const { effect } = rule;
  if (effect.verb === 'bars') return nothing;
  const bars = view.book.ruleSet.rules.filter((other) => other.effect.verb === 'bars' && canMeet(rule, other));
  const reached = bars.filter((bar) => bar.effect.verb === 'bars' && breaks(effect, bar.provision, bar.effect));
  return html`${relation(view, 'Det den kan bryta', reached)}
  ${relation(
    view,
    'Stängda dörrar: når inte hit',
    bars.filter(({ provision }) => effect.except.has(provision)),
    'closed',
  )}`;
}

/** Whether both can hold at once, by what each asks for outright: a duty of the school's never meets the secrecy of the police. */
function canMeet(a: Rule, b: Rule): boolean {
  const asked = factsOf(b.when);
  return factsOf(a.when).every(({ concept, values }) =>
    asked.every((other) => other.concept !== concept || [...values].some((value) => other.values.has(value))),
  );
}

function factsOf(condition: Condition): readonly Extract<Condition, { kind: 'is' }>[] {
  if (condition.kind === 'every') return condition.of.flatMap(factsOf);
  return condition.kind === 'is' ? [condition] : [];
}

/** Rules of one provision stand as one, for it is the provision that is broken or breaks. */
function relation(view: View, label: string, rules: readonly Rule[], kind = ''): Html {
  const keys = [...new Set(rules.map(({ provision }) => provision))];
  if (keys.length === 0) return nothing;
  return html`<details class="relation ${kind}" open>
    <summary>${label} <span class="count">${keys.length}</span></summary>
    ${bullets(
      keys.map((key) => provisionLink(view, key)),
      'columns',
    )}
  </details>`;
}

// ---- where it is used -------------------------------------------------------------------------------------------

function casesPart(view: View, key: string): Html {
  const names = (citations: readonly Citation[]) => citations.some((citation) => sectionKey(citation) === key);
  const { cases } = view.book;
  const decided = cases.filter(({ decidedBy }) => names(decidedBy));
  const closed = cases.filter(({ closed }) => names(closed));
  const others = cases.filter(
    (each) =>
      !decided.includes(each) &&
      !closed.includes(each) &&
      view.assessed.get(each.id)?.chain.some(({ rule }) => rule.provision === key) === true,
  );
  const waiting = view.assessed.size < cases.length;
  return html`${section('Fall som den avgör', folded(view, decided))}
  ${section('Fall där den inte öppnar', folded(view, closed))}
  ${section('Andra fall där den har en del', folded(view, others))}
  ${when(waiting && cases.length > 0, () => html`<p class="muted">Alla fall är inte genomräknade än. Ladda om sidan om en stund för att se de övriga fallen.</p>`)}`;
}

/** A long list is there for whoever opens it. */
function folded(view: View, cases: readonly Case[]): Html {
  const list = caseList(view, cases);
  return cases.length <= AT_A_GLANCE
    ? list
    : html`<details>
        <summary>${cases.length} fall</summary>
        ${list}
      </details>`;
}

const AT_A_GLANCE = 12;

function entriesCiting({ knowledge }: View, citation: Citation): Html[] {
  const key = sectionKey(citation);
  return knowledge.entries
    .filter(({ citations }) => citations.some((each) => sectionKey(each) === key))
    .map(({ id, question }) => html`<a href="${at.entry(id)}">${question}</a>`);
}

function rulesThrough(view: View, key: string): Html[] {
  const through = view.book.ruleSet.rules.filter(({ id }) => {
    const citation = view.book.rules.get(id)?.through;
    return citation !== undefined && sectionKey(citation) === key;
  });
  return through.map((rule) => ruleLink(view, rule));
}

/** The page of a curated question, for those who follow a link to it. */
/** An entry as an editor sees it, with the answer as each surface shows it, side by side. */
export function entryBody(view: View, id: string, shown: Answer): Html | undefined {
  const entry = view.knowledge.entries.find((each) => each.id === id);
  if (entry === undefined) return undefined;
  const see = entry.seeAlso.flatMap((other) => view.knowledge.entries.filter((each) => each.id === other));
  return html`<p class="kicker">Fråga och svar</p>
    <h1>${entry.question}</h1>
    ${terms([
      ['Skriven av', entry.origin],
      ['Kontrollerad', longDate(entry.checked)],
      [
        'Granskad',
        entry.review === null ? 'Inte granskad av jurist' : `${longDate(entry.review.date)} av ${entry.review.by}`,
      ],
      ['Ses över senast', entry.reviewBy === undefined ? undefined : longDate(entry.reviewBy)],
      [
        'Underlag',
        entry.source === undefined ? undefined : `${entry.source.title}, ${entry.source.by}. ${entry.source.use}`,
      ],
    ])}
    ${section('Så visas svaret', surfaces(id, shown))}
    ${section(
      'Lagrum som svaret vilar på',
      bullets(
        [...new Map(entry.citations.map((each) => [sectionKey(each), each])).values()].map((each) =>
          citationLink(view, each),
        ),
      ),
    )}
    ${
      entry.situation === undefined
        ? nothing
        : section(
            'Situationen',
            html`<p>
              <a href="${at.situation(entry.situation.stated)}"
                >Se vad reglerna kommer till i den situation som frågan gäller</a
              >
            </p>`,
          )
    }
    ${section('Andra sätt att fråga', bullets(entry.wordings.map((wording) => html`${wording}`)))}
    ${section('Läs också', bullets(see.map((other) => html`<a href="${at.entry(other.id)}">${capital(other.question)}</a>`)))}`;
}

/** A message in Slack, the terminal, and the page to print: drawn by the renderers themselves. */
function surfaces(id: string, shown: Answer): Html {
  const { blocks } = renderSlack(shown, { audience: 'private', human: true });
  return html`<div class="surfaces">
    <figure class="slack">
      <figcaption>Slack</figcaption>
      <div class="frame">${{ markup: blocksToHtml(blocks, () => undefined) }}</div>
    </figure>
    <figure>
      <figcaption>Terminal</figcaption>
      <pre class="frame" tabindex="0">${renderText(shown, { color: false, width: TERMINAL })}</pre>
    </figure>
    <figure>
      <figcaption><a href="${at.answerPage(id)}">Sida</a></figcaption>
      <iframe class="frame" src="${at.answerPage(id)}" title="Svaret som sida"></iframe>
    </figure>
  </div>`;
}

/** Columns. */
const TERMINAL = 52;
