// HTML for the editors' pages: a template that escapes whatever is not itself made by it, the frame around every page, and
// the addresses that the pages link to each other by.
import { escapeHtml, markdownToHtml } from './markdown.ts';
import { NAME } from './words.ts';

/** Text that is markup already. Only {@link html} and {@link markdown} make it. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | undefined | readonly Part[];

/** A template whose values are escaped, but for those that are markup. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.map((text, index) => text + written(parts[index])).join('') };
}

/** Curated Markdown; its headings come right below that of the page. */
export function markdown(text: string): Html {
  return { markup: markdownToHtml(text).replaceAll(/<(\/?)h[1-6]>/gu, '<$1h2>') };
}

/** What an attribute or a part is when it is not wanted. */
export const nothing: Html = { markup: '' };

export function when(wanted: boolean, part: () => Html): Html {
  return wanted ? part() : nothing;
}

export interface Frame {
  readonly title: string;
  /** What stands at the foot: which version is shown, and of which day. */
  readonly version: string;
  readonly day: string;
  /** How many problems the folder has now; the pages then show the last version without any. */
  readonly problems: number;
  /** The page's own place among the links at the top. */
  readonly here?: 'start' | 'matris' | 'tackning';
  readonly wide?: boolean;
  readonly search?: string;
}

/** A whole page. */
export function page(frame: Frame, body: Html): string {
  const { title, version, day, problems, here, wide = false, search = '' } = frame;
  const link = (place: Frame['here'], to: string, label: string) =>
    html`<a href="${to}" ${here === place ? CURRENT : nothing}>${label}</a>`;
  const whole = html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – ${NAME}</title>
<link rel="icon" href="/ikon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/stil.css">
<script src="/uppdatera.js" defer></script>
</head>
<body${wide ? WIDE : nothing}>
<a class="skip" href="#innehall">Hoppa till innehållet</a>
<header class="top">
<a class="name" href="/">${NAME}</a>
<nav aria-label="Sidor">${link('start', '/', 'Innehåll')}${link('matris', '/matris', 'Matris')}${link('tackning', '/tackning', 'Vad som täcks')}</nav>
<form role="search" action="/" method="get"><label for="sok">Sök</label><input id="sok" name="sok" type="search" value="${search}" maxlength="100" autocomplete="off"><button>Sök</button></form>
</header>
${when(
  problems > 0,
  () =>
    html`<p class="warning" role="status">
      <strong>Kunskapsmappen har ${problems} fel.</strong> Sidorna visar den senaste felfria versionen.
      <a href="/fel">Visa felen</a>
    </p>`,
)}
<main id="innehall" tabindex="-1">
${body}
</main>
<footer class="foot"><p>Rättsläget enligt kunskapsmappen den ${day}. Version ${version}. Allmän information till den som granskar reglerna; den som ansvarar för ärendet bestämmer.</p></footer>
</body>
</html>
`;
  return whole.markup;
}

const CURRENT: Html = { markup: ' aria-current="page"' };
const WIDE: Html = { markup: ' class="wide"' };

/** A section with its heading, or nothing where it would be empty. */
export function section(heading: string, body: Html | undefined, id?: string): Html {
  if (body === undefined || body.markup.trim() === '') return nothing;
  return html`<section${id === undefined ? nothing : html` id="${id}"`}><h2>${heading}</h2>${body}</section>`;
}

export function bullets(items: readonly Html[], kind = 'plain'): Html {
  return items.length === 0
    ? nothing
    : html`<ul class="${kind}">
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
}

/** Terms with what they stand for; a term without is left out. */
export function terms(pairs: readonly (readonly [string, Html | string | undefined])[]): Html {
  const said = pairs.filter(([, said]) => said !== undefined && said !== '' && said !== nothing);
  return said.length === 0
    ? nothing
    : html`<dl>
        ${said.map(
          ([term, said]) =>
            html`<div>
              <dt>${term}</dt>
              <dd>${said}</dd>
            </div>`,
        )}
      </dl>`;
}

/** The addresses of the pages. */
export const at = {
  /** A provision by its key, `OSL 26:1`. */
  provision: (key: string) => `/lagrum/${key.split(' ').map(segment).join('/')}`,
  concept: (id: string) => `/begrepp/${segment(id)}`,
  case: (id: string) => `/fall/${segment(id)}`,
  entry: (id: string) => `/fraga/${id.split('/').map(segment).join('/')}`,
  /** The answer as a page by itself. */
  answerPage: (id: string) => `/sida/${id.split('/').map(segment).join('/')}`,
  situation: (stated: Readonly<Record<string, string>>) => `/prova?${query(stated)}`,
  matrix: (filter: Readonly<Record<string, string>>) => `/matris?${query(filter)}`,
} as const;

function segment(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':');
}

function query(of: Readonly<Record<string, string>>): string {
  return new URLSearchParams({ ...of }).toString();
}

function written(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(written).join('');
}
