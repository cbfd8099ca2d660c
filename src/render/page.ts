// Answer -> an HTML page that stands by itself: to print, to file with a case, to send.
import type { Answer } from '../answer.ts';
import { compose, asMarkdown } from './compose.ts';
import { wordsIn } from './language.ts';
import { escapeHtml, markdownToHtml } from './markdown.ts';
import { NAME } from './words.ts';

export function renderPage(answer: Answer): string {
  const say = wordsIn(answer.language);
  const composed = compose(answer);
  const { sources, notes, choices, choicesTitle } = composed;
  const body = [
    `<h1>${escapeHtml(answer.question)}</h1>`,
    `<main>${markdownToHtml(asMarkdown(composed))}</main>`,
    composed.question === ''
      ? ''
      : `<section><h2>${say.nextQuestion}</h2>${markdownToHtml(composed.question)}<ul>${composed.answers.map(({ label }) => `<li>${escapeHtml(label)}</li>`).join('')}</ul></section>`,
    sources.length === 0
      ? ''
      : `<section><h2>${say.provisions}</h2><ul>${sources
          .map(
            ({ label, url, heading, wording }) =>
              `<li><a href="${escapeHtml(url)}">${escapeHtml(label)}</a> ${escapeHtml(heading)}${wording === '' ? '' : ` (${escapeHtml(wording)})`}</li>`,
          )
          .join('')}</ul></section>`,
    choices.length === 0
      ? ''
      : `<section>${choicesTitle === '' ? '' : `<h2>${escapeHtml(choicesTitle)}</h2>`}<ul>${choices.map(({ label }) => `<li>${escapeHtml(label)}</li>`).join('')}</ul></section>`,
    notes.length === 0 ? '' : `<footer>${notes.map((note) => markdownToHtml(note)).join('')}</footer>`,
  ];
  return `<!doctype html>
<html lang="${answer.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(answer.question.slice(0, 80))} – ${NAME}</title>
<style>${STYLE}</style>
</head>
<body>
${body.filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1.05rem/1.55 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; line-height: 1.3; } h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; }
footer { margin-top: 2rem; border-top: 1px solid #8886; font-size: .85rem; } footer p { margin: .4rem 0; }
@media print { body { margin: 0; } a { color: inherit; } }
`;
