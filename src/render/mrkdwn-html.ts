// Slack's mrkdwn to HTML, as far as our own messages and what a person types use it. Everything is escaped on the way.
import { escapeHtml } from './markdown.ts';

/** The name behind an id such as U123 or C123; undefined shows the id itself. */
export type NameOf = (id: string) => string | undefined;

export function mrkdwnToHtml(text: string, nameOf: NameOf): string {
  return text
    .split(/```([\s\S]+?)```/)
    .map((part, index) => (index % 2 === 1 ? `<pre>${literal(part.trim())}</pre>` : prose(part, nameOf)))
    .join('');
}

type Kind = 'bullet' | 'quote' | 'text';

interface Group {
  readonly kind: Kind;
  readonly lines: string[];
}

const BULLET = /^\s*[•◦‣-]\s+/;
const QUOTE = /^(?:>|&gt;)\s?/;

function prose(text: string, nameOf: NameOf): string {
  return groups(text.split('\n'))
    .map(({ kind, lines }) => {
      const html = lines.map((line) =>
        line
          .split('\n')
          .map((part) => inline(part, nameOf))
          .join('<br>'),
      );
      switch (kind) {
        case 'bullet':
          return `<ul>${html.map((line) => `<li>${line}</li>`).join('')}</ul>`;
        case 'quote':
          return `<blockquote>${html.join('<br>')}</blockquote>`;
        case 'text':
          return `<p>${html.join('<br>')}</p>`;
      }
    })
    .join('');
}

/** Lines of one kind that stand together; a blank line ends a group, an indented line goes on with the bullet above it. */
function groups(lines: readonly string[]): Group[] {
  const found: Group[] = [];
  let open: Group | undefined;
  for (const line of lines) {
    if (line.trim() === '') {
      open = undefined;
      continue;
    }
    const [kind, text] = classify(line);
    if (open?.kind === 'bullet' && kind === 'text' && /^\s{2,}/.test(line)) {
      open.lines.push(`${open.lines.pop() ?? ''}\n${line.trim()}`);
      continue;
    }
    if (open?.kind !== kind) {
      open = { kind, lines: [] };
      found.push(open);
    }
    open.lines.push(text);
  }
  return found;
}

function classify(line: string): [Kind, string] {
  if (BULLET.test(line)) return ['bullet', line.replace(BULLET, '')];
  if (QUOTE.test(line)) return ['quote', line.replace(QUOTE, '')];
  return ['text', line];
}

// A mark counts only at a word's edge, so snake_case and 2*3*4 stay as they are.
const between = (mark: string) =>
  `(?<![\\p{L}\\p{N}])[${mark}](?=\\S)([^${mark}\\n]+)(?<=\\S)[${mark}](?![\\p{L}\\p{N}])`;

/** In the order of the parameters of `form`: code, <…>, bold, italic, struck. */
const INLINE = new RegExp(['`([^`\\n]+)`', '<([^<>\\n]+)>', ...['*', '_', '~'].map(between)].join('|'), 'gu');

function inline(text: string, nameOf: NameOf): string {
  let html = '';
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    html += literal(text.slice(at, match.index)) + form(match, nameOf);
    at = match.index + match[0].length;
  }
  return html + literal(text.slice(at));
}

function form([all, code, angle, bold, italic, struck]: RegExpExecArray, nameOf: NameOf): string {
  if (code !== undefined) return `<code>${literal(code)}</code>`;
  if (angle !== undefined) return reference(angle, nameOf);
  if (bold !== undefined) return `<strong>${inline(bold, nameOf)}</strong>`;
  if (italic !== undefined) return `<em>${inline(italic, nameOf)}</em>`;
  if (struck !== undefined) return `<s>${inline(struck, nameOf)}</s>`;
  return literal(all);
}

/** What stands in <…>: a link, a mention, a channel, or something that Slack would expand (`!here`), shown as text. */
function reference(inside: string, nameOf: NameOf): string {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? undefined : inside.slice(bar + 1);
  if (target.startsWith('@')) return mention('@', label ?? nameOf(target.slice(1)) ?? target.slice(1));
  if (target.startsWith('#')) return mention('#', label ?? nameOf(target.slice(1)) ?? target.slice(1));
  if (target.startsWith('!')) return mention('@', label ?? target.slice(1));
  if (/^https:\/\/[^\s"']+$/.test(target)) {
    return `<a href="${escapeHtml(decode(target))}" target="_blank" rel="noreferrer">${literal(label ?? target)}</a>`;
  }
  return literal(label ?? target.replace(/^mailto:/, ''));
}

function mention(sign: string, name: string): string {
  return `<span class="mention">${sign}${literal(name)}</span>`;
}

/** Text in which only &amp; &lt; &gt; are entities, as HTML that cannot hold markup. */
function literal(text: string): string {
  return escapeHtml(decode(text));
}

function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
