// Answer -> terminal. Colour only where the terminal has it; lines no wider than is good to read.
import type { Answer } from '../answer.ts';
import { findCitations } from '../law/parse.ts';
import { asMarkdown, compose } from './compose.ts';
import { wordsIn } from './language.ts';
import { markdownTo, plain, type Inline } from './markdown.ts';

export interface TextOptions {
  readonly color: boolean;
  /** Columns; 80 by default. */
  readonly width?: number;
}

export function renderText(answer: Answer, { color, width = 80 }: TextOptions): string {
  const style = color ? coloured : terminal;
  const say = wordsIn(answer.language);
  const composed = compose(answer);
  const { sources, notes, choices, choicesTitle } = composed;
  const parts = [
    markdownTo(asMarkdown(composed), style),
    composed.question === ''
      ? ''
      : [
          style.heading(say.nextQuestion),
          markdownTo(composed.question, style),
          ...composed.answers.map(({ label }) => `• ${label}`),
        ].join('\n'),
    sources.length === 0 ? '' : [style.heading(say.provisions), ...sources.map(sourceLine)].join('\n'),
    choices.length === 0
      ? ''
      : [
          ...(choicesTitle === '' ? [] : [style.heading(choicesTitle)]),
          ...choices.map(({ label }) => `• ${label}`),
        ].join('\n'),
    dim(notes.map((note) => markdownTo(note, plain)).join(' '), color),
    answer.personalData.length === 0 ? '' : say.personalData(answer.personalData.map(({ kind }) => kind)),
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => wrap(part, width))
    .join('\n\n');
}

function sourceLine({
  label,
  heading,
  wording,
  url,
}: {
  label: string;
  heading: string;
  wording: string;
  url: string;
}): string {
  return `• ${[label, heading, wording === '' ? '' : `(${wording})`].filter((part) => part !== '').join(' ')}\n   ${url}`;
}

/** A citation's address stands under «Lagrum»; another link would be dead words without its own. */
const terminal: Inline = {
  ...plain,
  link: (label, href) => (findCitations(label).length > 0 || href.endsWith(label) ? label : `${label}: ${href}`),
};

const coloured: Inline = {
  ...terminal,
  strong: (text) => `\u001B[1m${text}\u001B[22m`,
  em: (text) => `\u001B[3m${text}\u001B[23m`,
  heading: (text) => `\u001B[1;36m${text}\u001B[22;39m`,
};

function dim(text: string, color: boolean): string {
  return color && text !== '' ? `\u001B[2m${text}\u001B[22m` : text;
}

// eslint-disable-next-line no-control-regex -- the escape is what colour is made of
const COLOUR = /\u001B\[[\d;]*m/gu;

/** Breaks long lines at spaces; a line that begins with a mark or a number goes on under its own text. */
function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      const indent = /^\s*(?:[•>]|\d+\.)?\s*/u.exec(line)?.[0].length ?? 0;
      const out: string[] = [];
      let current = '';
      for (const word of line.trimEnd().split(' ')) {
        const longer = current === '' ? word : `${current} ${word}`;
        if (longer.replaceAll(COLOUR, '').length > width && current.trim() !== '') {
          out.push(current);
          current = ' '.repeat(indent) + word;
        } else current = longer;
      }
      return [...out, current].join('\n');
    })
    .join('\n');
}
