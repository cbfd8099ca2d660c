// The matrix: who may disclose to whom when nothing more is known than who they are. One letter a cell where the columns are
// many, words where they are few; the sentence in each cell's title.
import { RECIPIENT, SENDER } from '../knowledge/rulebook.ts';
import type { Outcome, Stated, Verdict } from '../rules/rule.ts';
import { at, html, nothing, when, type Html } from './visa-html.ts';
import { capital, valueText, VERDICT_CLAUSES, VERDICTS, type View } from './visa-view.ts';

export interface Cell {
  readonly recipient: string;
  readonly verdict: Verdict;
  /** What it can come to when more is known. */
  readonly possible: readonly Outcome[];
  /** What it comes to if everything that is open is as it mostly is; `depends` where that is not enough to tell. */
  readonly atRest: Verdict;
  /** How many questions can still change it. */
  readonly open: number;
}

export interface Row {
  readonly sender: string;
  readonly cells: readonly Cell[];
}

export interface Matrix {
  readonly recipients: readonly string[];
  readonly rows: readonly Row[];
  /** Senders whom the rules cover towards no recipient shown. */
  readonly uncovered: readonly string[];
  readonly filter: MatrixFilter;
  readonly choices: MatrixChoices;
}

export interface MatrixFilter {
  /** `''` for the overview, {@link EVERYONE}, or a group or party. */
  readonly senders: string;
  readonly recipients: string;
  /** What else is taken to be so. */
  readonly also: Stated;
}

export interface MatrixChoices {
  readonly senders: readonly string[];
  readonly recipients: readonly string[];
}

/** Chosen to see each party by itself. */
export const EVERYONE = 'alla';

/** The names of what the form sends. */
export const FIELDS = { senders: 'från', recipients: 'till', also: 'och' } as const;

/** At most so many columns and the cells have words. */
const WORDY = 9;

const LETTERS: Readonly<Record<Verdict, string>> = {
  required: 'S',
  permitted: 'N',
  barred: 'H',
  depends: 'B',
  outside: 'U',
};
const SHORT: Readonly<Record<Verdict, string>> = {
  required: 'Ska lämnas',
  permitted: 'Hindrar inte',
  barred: 'Hindrar',
  depends: 'Beror på',
  outside: 'Utanför',
};

export function matrixBody(view: View, matrix: Matrix): Html {
  const { rows, recipients, uncovered, filter } = matrix;
  return html`<h1>Vem kan lämna till vem</h1>
    <p class="lead">
      Vad reglerna kommer till när bara avsändaren och mottagaren är kända${alsoWords(view, filter.also)}. Det som
      reglerna utgår från tills någon säger annat är antaget också här. Det som står litet i en ruta är vad det blir om
      inget särskilt tillkommer. Varje ruta leder till en sida med stegen, det som återstår att bedöma och vägarna
      framåt.
    </p>
    ${formPart(view, matrix)} ${legend()}
    ${rows.length === 0 ? html`<p>Ingen av avsändarna i urvalet täcks av reglerna.</p>` : tablePart(view, rows, recipients, filter)}
    ${when(
      uncovered.length > 0,
      () =>
        html`<h2>Avsändare som reglerna inte täcker</h2>
          <p>
            För dem blir svaret «${VERDICTS.outside}» mot alla mottagare i urvalet:
            ${uncovered.map((sender) => valueText(view, SENDER, sender)).join(', ')}.
            <a href="/tackning">Vad som täcks</a>
          </p>`,
    )}`;
}

function alsoWords(view: View, also: Stated): string {
  const said = Object.entries(also).map(
    ([concept, value]) => `${concept}: ${valueText(view, concept, value).toLowerCase()}`,
  );
  return said.length === 0 ? '' : `, och detta är sagt: ${said.join('; ')}`;
}

function legend(): Html {
  const meanings: Readonly<Record<Verdict, string>> = {
    barred: 'sekretess eller tystnadsplikt hindrar',
    depends: 'mer behöver vara känt eller bedömt',
    permitted: 'ingen regel hindrar',
    required: 'uppgiften ska lämnas',
    outside: 'reglerna är inte skrivna för det',
  };
  const order: readonly Verdict[] = ['barred', 'depends', 'permitted', 'required', 'outside'];
  return html`<dl class="legend">
    ${order.map(
      (verdict) =>
        html`<div>
          <dt class="cell ${verdict}">${LETTERS[verdict]}</dt>
          <dd><strong>${SHORT[verdict]}:</strong> ${meanings[verdict]}</dd>
        </div>`,
    )}
  </dl>`;
}

function tablePart(view: View, rows: readonly Row[], recipients: readonly string[], { also }: MatrixFilter): Html {
  const wordy = recipients.length <= WORDY;
  const name = (concept: string, value: string) => capital(valueText(view, concept, value));
  return html`<div class="scroll" role="region" aria-label="Matrisen" tabindex="0">
    <table class="matrix ${wordy ? 'wordy' : 'lettered'}">
      <caption>
        Avsändare i rader, mottagare i kolumner. ${rows.length} × ${recipients.length}.
      </caption>
      <thead>
        <tr>
          <td class="corner"><span>Från ↓ &nbsp; Till →</span></td>
          ${recipients.map((recipient) => html`<th scope="col"><span>${name(RECIPIENT, recipient)}</span></th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ sender, cells }) =>
            html`<tr>
              <th scope="row">${name(SENDER, sender)}</th>
              ${cells.map((cell) => cellPart(view, sender, cell, also, wordy))}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

function cellPart(view: View, sender: string, cell: Cell, also: Stated, wordy: boolean): Html {
  const { recipient, verdict } = cell;
  const sentence = cellSentence(view, sender, cell);
  const to = at.situation({ [SENDER]: sender, [RECIPIENT]: recipient, ...also });
  const rests = verdict === 'depends' && cell.atRest !== 'depends';
  const words = wordy ? SHORT : LETTERS;
  const rest = when(
    rests,
    () =>
      html`<small class="${cell.atRest}"
        >${wordy ? 'annars: ' : ''}${wordy ? SHORT[cell.atRest].toLowerCase() : LETTERS[cell.atRest]}</small
      >`,
  );
  // A letter says nothing to those who hear it: for them the sentence is the link's name.
  const shown = wordy ? html`${words[verdict]}${rest}` : html`<span aria-hidden="true">${words[verdict]}${rest}</span>`;
  return html`<td class="cell ${verdict}"><a href="${to}" title="${sentence}">${shown}</a></td>`;
}

/** In the order in which they are told. */
const OUTCOMES: readonly Outcome[] = ['barred', 'permitted', 'required', 'outside'];

function cellSentence(view: View, sender: string, { recipient, verdict, possible, atRest, open }: Cell): string {
  const names = `${capital(valueText(view, SENDER, sender))} till ${valueText(view, RECIPIENT, recipient)}`;
  const settled = `${names}: ${verdict === 'depends' ? 'det beror på' : VERDICT_CLAUSES[verdict]}.`;
  if (possible.length < 2) return settled;
  const outcomes = OUTCOMES.filter((outcome) => possible.includes(outcome)).map((outcome) =>
    SHORT[outcome].toLowerCase(),
  );
  const rests =
    verdict === 'depends' && atRest !== 'depends' ? ` Om inget särskilt tillkommer: ${VERDICT_CLAUSES[atRest]}.` : '';
  return `${settled}${rests} Kan bli: ${outcomes.join(', ')}. ${open} ${open === 1 ? 'fråga' : 'frågor'} kvar.`;
}

// ---- choosing ---------------------------------------------------------------------------------------------------

function formPart(view: View, { filter, choices }: Matrix): Html {
  const parties = (concept: string, names: readonly string[], chosen: string) =>
    html`${option('', 'Översikt', chosen)}${option(EVERYONE, 'Alla var för sig', chosen)}${names.map((name) => option(name, capital(valueText(view, concept, name)), chosen))}`;
  const [also] = Object.entries(filter.also);
  const chosen = also === undefined ? '' : `${also[0]}=${also[1]}`;
  const others = view.book.ruleSet.concepts.filter(({ id }) => id !== SENDER && id !== RECIPIENT);
  return html`<form class="filter" action="/matris" method="get">
    <p>
      <label for="fran">Avsändare</label
      ><select id="fran" name="${FIELDS.senders}">
        ${parties(SENDER, choices.senders, filter.senders)}
      </select>
    </p>
    <p>
      <label for="till">Mottagare</label
      ><select id="till" name="${FIELDS.recipients}">
        ${parties(RECIPIENT, choices.recipients, filter.recipients)}
      </select>
    </p>
    <p>
      <label for="och">När det dessutom är så att</label
      ><select id="och" name="${FIELDS.also}">
        ${option('', 'Inget mer är känt', chosen)}${others.map(
          ({ id, values }) =>
            html`<optgroup label="${view.book.concepts.get(id)?.question ?? id}">
              ${values.map((value) => option(`${id}=${value}`, capital(valueText(view, id, value)), chosen))}
            </optgroup>`,
        )}
      </select>
    </p>
    <p><button>Visa</button></p>
  </form>`;
}

function option(value: string, label: string, chosen: string): Html {
  return html`<option value="${value}" ${value === chosen ? SELECTED : nothing}>${label}</option>`;
}

const SELECTED: Html = { markup: ' selected' };
