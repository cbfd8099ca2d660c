// The pages for those who edit and review the knowledge: its contents, and each page in its frame. They show what the folder
// says and what the rules come to; they judge nothing themselves.
import type { Answer } from '../answer.ts';
import { ACTS } from '../law/acts.ts';
import { formatLong, sectionKey } from '../law/citation.ts';
import { printProblem, type Problem } from '../knowledge/problem.ts';
import type { Case } from '../knowledge/rule-schema.ts';
import type { Entry, Provision } from '../knowledge/schema.ts';
import type { Reasoning } from '../rules/reason.ts';
import type { Concept, Stated } from '../rules/rule.ts';
import { conditionWords } from './rule-sentence.ts';
import { caseBody, caseList, situationBody } from './visa-case.ts';
import { conceptBody } from './visa-concept.ts';
import { at, bullets, html, nothing, page, section, when, type Frame, type Html } from './visa-html.ts';
import { matrixBody, type Matrix } from './visa-matrix.ts';
import { entryBody, provisionBody } from './visa-provision.ts';
import { capital, conceptLink, partiesText, provisionLink, type View } from './visa-view.ts';
import { longDate } from './words.ts';

export function provisionPage(view: View, wordings: readonly Provision[]): string {
  const [first] = wordings;
  const title = first === undefined ? '' : `${sectionKey(first.citation)} ${first.heading}`;
  return framed(view, { title }, provisionBody(view, wordings));
}

export function conceptPage(view: View, concept: Concept): string {
  return framed(
    view,
    { title: view.book.concepts.get(concept.id)?.question ?? concept.id },
    conceptBody(view, concept),
  );
}

export function casePage(view: View, each: Case, reasoning: Reasoning): string {
  return framed(view, { title: each.name }, caseBody(view, each, reasoning));
}

export function situationPage(view: View, stated: Stated, reasoning: Reasoning): string {
  return framed(view, { title: capital(partiesText(view, stated)) }, situationBody(view, stated, reasoning));
}

export function matrixPage(view: View, matrix: Matrix): string {
  return framed(view, { title: 'Vem kan lämna till vem', here: 'matris', wide: true }, matrixBody(view, matrix));
}

export function entryPage(view: View, id: string, shown: Answer): string | undefined {
  const body = entryBody(view, id, shown);
  const title = view.knowledge.entries.find((entry) => entry.id === id)?.question ?? id;
  return body && framed(view, { title, wide: true }, body);
}

/** What the rules cover, what they do not, and what they leave out altogether. */
export function coveragePage(view: View): string {
  const { ruleSet, uncovered, leftOut } = view.book;
  const rows = ruleSet.coverage.map(({ when: condition, covered }, index) => ({
    words: capital(conditionWords(condition, view.book)),
    covered,
    sentence: uncovered[index],
  }));
  const body = html`<h1>Vad reglerna täcker</h1>
    <p class="lead">
      Det som inte är täckt får svaret «Utanför underlaget», aldrig att sekretess inte hindrar. En regel som saknas får
      inte läsas som ett tillstånd.
    </p>
    ${section('Täcks, när', bullets(rows.filter(({ covered }) => covered).map(({ words }) => html`${words}.`)))}
    ${section(
      'Täcks inte, när',
      bullets(
        rows
          .filter(({ covered }) => !covered)
          .map(
            ({ words, sentence }) =>
              html`${words}.${sentence === undefined ? nothing : html`<br /><span class="muted">Svaret säger: ${sentence}</span>`}`,
          ),
      ),
    )}
    ${section('Det som reglerna lämnar utanför', bullets(leftOut.map((sentence) => html`${sentence}`)))}`;
  return framed(view, { title: 'Vad reglerna täcker', here: 'tackning' }, body);
}

export function notFoundPage(view: View): string {
  const body = html`<h1>Sidan finns inte</h1>
    <p>Det finns inget i kunskapsmappen på den adressen. Det kan ha bytt namn. <a href="/">Till innehållet</a></p>`;
  return framed(view, { title: 'Sidan finns inte' }, body);
}

/** The problems of the folder, as `kontroll` prints them; the one page there is while no good version has been read. */
export function problemsPage(problems: readonly Problem[], view: View | undefined): string {
  const files = [...new Set(problems.map(({ file }) => file))].sort((a, b) => a.localeCompare(b, 'sv'));
  const body = html`<h1>${problems.length === 0 ? 'Inga fel' : `${problems.length} fel i kunskapsmappen`}</h1>
    <p class="lead">
      ${
        problems.length === 0
          ? 'Kunskapsmappen är läst och kontrollerad.'
          : view === undefined
            ? 'Sidorna kan visas först när felen är rättade. Rätta dem och ladda om sidan.'
            : 'Sidorna visar den senaste felfria versionen tills felen är rättade.'
      }
    </p>
    ${files.map((file) => section(file, html`${problems.filter((problem) => problem.file === file).map((problem) => html`<pre tabindex="0">${printProblem(problem)}</pre>`)}`))}`;
  if (view !== undefined) return framed(view, { title: 'Fel i kunskapsmappen' }, body);
  return page({ title: 'Fel i kunskapsmappen', version: 'saknas', day: 'i dag', problems: 0 }, body);
}

// ---- contents ---------------------------------------------------------------------------------------------------

/** All there is, or what a search finds of it. */
export function startPage(view: View, search: string): string {
  const { knowledge, book } = view;
  const sought = search.trim();
  const finds = finder(sought);
  const provisions = unique(knowledge.provisions).filter(({ citation, heading, aliases, summary }) =>
    finds(sectionKey(citation), formatLong(citation), heading, ...aliases, summary),
  );
  const concepts = book.ruleSet.concepts.filter(({ id }) => finds(id, book.concepts.get(id)?.question ?? ''));
  const cases = book.cases.filter(({ id, name, why }) => finds(id, name, why));
  const entries = knowledge.entries.filter(({ question, shortAnswer, wordings }) =>
    finds(question, shortAnswer, ...wordings),
  );
  const found = provisions.length + concepts.length + cases.length + entries.length;
  const body = html`${
    sought === ''
      ? html`<h1>Reglerna, så som programmet läser dem</h1>
          <p class="lead">
            Varje regel som en svensk mening, vad den bryter och vad som bryter den, och vad den leder till. För dig som
            skriver och granskar; inget går att ändra här.
          </p>
          ${countsPart(view)}`
      : html`<h1>Sökning: ${sought}</h1>
          <p class="lead">
            ${found === 0 ? html`Inget innehåller alla orden. <a href="/">Visa allt innehåll</a>` : html`${found} träffar. <a href="/">Visa allt innehåll</a>`}
          </p>`
  }
  ${section('Lagrum', provisions.length === 0 ? nothing : provisionsPart(view, provisions), 'lagrum')}
  ${section(
    'Begrepp',
    bullets(
      concepts.map(
        ({ id, assessment }) =>
          html`${conceptLink(view, id)}${when(assessment, () => html` <span class="tag note">Bedömning</span>`)}`,
      ),
      'columns',
    ),
    'begrepp',
  )}
  ${section('Frågor och svar', entries.length === 0 ? nothing : entriesPart(entries, sought !== ''), 'fragor')}
  ${section('Fall', cases.length === 0 ? nothing : casesPart(view, cases, sought !== ''), 'fall')}
  ${when(sought === '', () =>
    section(
      'Det som reglerna lämnar utanför',
      html`${bullets(book.leftOut.map((sentence) => html`${sentence}`))}
        <p><a href="/tackning">Vad reglerna täcker, och inte täcker</a></p>`,
    ),
  )}`;
  return framed(
    view,
    { title: sought === '' ? 'Innehåll' : `Sökning: ${sought}`, here: 'start', search: sought },
    body,
  );
}

function countsPart(view: View): Html {
  const { knowledge, book, assessed } = view;
  const failing = book.cases.filter(({ id, verdict }) => {
    const now = assessed.get(id)?.verdict;
    return now !== undefined && now !== verdict;
  });
  const reviewed = knowledge.provisions.filter(({ review }) => review !== null).length;
  const counts: readonly (readonly [number, string, string])[] = [
    [unique(knowledge.provisions).length, 'lagrum', '#lagrum'],
    [book.ruleSet.rules.length, 'regler', '#lagrum'],
    [book.ruleSet.concepts.length, 'begrepp', '#begrepp'],
    [knowledge.entries.length, 'frågor och svar', '#fragor'],
    [book.cases.length, 'fall', '#fall'],
  ];
  return html`<ul class="counts">
      ${counts.map(
        ([n, label, to]) =>
          html`<li>
            <a href="${to}"><strong>${n}</strong> ${label}</a>
          </li>`,
      )}
    </ul>
    <p>
      ${reviewed === 0 ? 'Inget lagrum är granskat av jurist än.' : `${reviewed} lagrum är granskade av jurist.`}
      ${
        assessed.size < book.cases.length
          ? `${assessed.size} av ${book.cases.length} fall är genomräknade; ladda om sidan om en stund.`
          : failing.length === 0 && book.cases.length > 0
            ? 'Alla fall stämmer med reglerna.'
            : nothing
      }
    </p>
    ${when(
      failing.length > 0,
      () =>
        html`<details class="warning">
          <summary><strong>${failing.length} fall stämmer inte med reglerna</strong></summary>
          ${caseList(view, failing)}
        </details>`,
    )}`;
}

function provisionsPart(view: View, provisions: readonly Provision[]): Html {
  return html`${ACTS.map((act) => {
    const own = provisions.filter(({ citation }) => citation.act === act.id);
    return own.length === 0
      ? nothing
      : html`<h3>${act.id === act.name ? nothing : html`${act.id}, `}${act.name} (${act.sfs})</h3>
          ${bullets(
            own.map(
              ({ citation, rules }) =>
                html`${provisionLink(view, sectionKey(citation))}${when(rules.length > 0, () => html` ${effects(rules)}`)}`,
            ),
            'columns',
          )}`;
  })}`;
}

const EFFECTS = { bars: 'hindrar', lifts: 'bryter', requires: 'kräver' } as const;

function effects(rules: Provision['rules']): Html {
  const verbs = [...new Set(rules.map(({ effect }) => effect.verb))];
  return html`<span class="verbs">${verbs.map((verb) => EFFECTS[verb]).join(', ')}</span>`;
}

/** The questions under their topics, which are folded up until something is sought. */
function entriesPart(entries: readonly Entry[], open: boolean): Html {
  const topicOf = ({ id }: Entry) => id.split('/')[0] ?? id;
  const topics = [...new Set(entries.map(topicOf))].sort((a, b) => a.localeCompare(b, 'sv'));
  return html`${topics.map((topic) => {
    const own = entries.filter((entry) => topicOf(entry) === topic);
    const links = own.map(({ id, question, origin }) => {
      const whose = origin === undefined ? nothing : html` <span class="tag note">${origin}</span>`;
      return html`<a href="${at.entry(id)}">${question}</a>${whose}`;
    });
    return html`<details${open ? OPEN : nothing}><summary>${topic} <span class="count">${own.length}</span></summary>${bullets(links)}</details>`;
  })}`;
}

function casesPart(view: View, cases: readonly Case[], open: boolean): Html {
  const fileOf = ({ id }: Case) => view.book.places.cases.get(id)?.file ?? '';
  const files = [...new Set(cases.map(fileOf))];
  return html`${files.map((file) => {
    const own = cases.filter((each) => fileOf(each) === file);
    return html`<details${open ? OPEN : nothing}><summary>${file === '' ? 'Fall' : file} <span class="count">${own.length}</span></summary>${caseList(view, own)}</details>`;
  })}`;
}

const OPEN: Html = { markup: ' open' };

/** One for each provision, however many wordings it has: in the order of chapter and section. */
function unique(provisions: readonly Provision[]): Provision[] {
  const byKey = new Map(provisions.map((provision) => [sectionKey(provision.citation), provision]));
  const order = new Intl.Collator('sv', { numeric: true });
  return [...byKey].sort(([a], [b]) => order.compare(a, b)).map(([, provision]) => provision);
}

/** Whether all the words stand somewhere in the texts. */
function finder(sought: string): (...texts: readonly string[]) => boolean {
  const words = folded(sought)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return (...texts) => {
    const text = folded(texts.join(' '));
    return words.every((word) => text.includes(word));
  };
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function framed(view: View, frame: Pick<Frame, 'title' | 'here' | 'wide' | 'search'>, body: Html): string {
  const { knowledge, day, problems } = view;
  return page({ ...frame, version: knowledge.version, day: longDate(day), problems: problems.length }, body);
}
