// Curated Markdown in the forms that each surface can show. Raw HTML and images never pass, nor a link that is not https:
// `marked` does not sanitise, so what it may draw is decided here.
import { Marked, type Token, type Tokens } from 'marked';

const SAFE_LINK = /^https:\/\/[^\s<>"']+$/;

/** Standard Markdown to HTML that holds no markup of the author's own and links to https addresses only. */
export function markdownToHtml(markdown: string): string {
  return toHtml.parse(markdown, { async: false });
}

/** Standard Markdown to Slack's mrkdwn, which modals ask for. Escaped; headings become bold lines. */
export function markdownToMrkdwn(markdown: string): string {
  return markdownTo(markdown, mrkdwn);
}

/** Standard Markdown to text, in the inline forms of one surface; {@link plain} for a notification or a screen reader. */
export function markdownTo(markdown: string, as: Inline): string {
  return blocks(toHtml.lexer(markdown), as).trim();
}

/** Text that Slack must read as text: & < > are the three characters with a meaning of their own in mrkdwn. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function escapeHtml(text: string): string {
  return escapeMrkdwn(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

const toHtml = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ text }) => escapeHtml(text),
    link({ href, tokens }) {
      const label = this.parser.parseInline(tokens);
      return SAFE_LINK.test(href)
        ? `<a href="${escapeHtml(href)}" target="_blank" rel="noreferrer">${label}</a>`
        : label;
    },
  },
});

/** How one surface writes the few inline forms that our Markdown uses. */
export interface Inline {
  readonly text: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly em: (text: string) => string;
  readonly code: (text: string) => string;
  readonly link: (label: string, href: string) => string;
  readonly heading: (text: string) => string;
  readonly bullet: string;
  readonly quote: string;
}

const mrkdwn: Inline = {
  text: escapeMrkdwn,
  strong: (text) => `*${text}*`,
  em: (text) => `_${text}_`,
  code: (text) => `\`${text}\``,
  link: (label, href) => (SAFE_LINK.test(href) ? `<${href.replaceAll('|', '%7C')}|${label}>` : label),
  heading: (text) => `*${text}*`,
  bullet: '•',
  quote: '> ',
};

/** No marks at all; the addresses of links are left out. */
export const plain: Inline = {
  text: (text) => text,
  strong: (text) => text,
  em: (text) => text,
  code: (text) => text,
  link: (label) => label,
  heading: (text) => text,
  bullet: '•',
  quote: '  ',
};

function blocks(tokens: readonly Token[], as: Inline): string {
  return tokens
    .map((token) => block(token, as))
    .filter((text) => text !== '')
    .join('\n\n');
}

function block(token: Token, as: Inline): string {
  switch (token.type) {
    case 'heading':
      return as.heading(inline((token as Tokens.Heading).tokens, as));
    case 'paragraph':
      return inline((token as Tokens.Paragraph).tokens, as);
    case 'list':
      return list(token as Tokens.List, as);
    case 'blockquote':
      return blocks((token as Tokens.Blockquote).tokens, as).replaceAll(/^/gm, as.quote);
    case 'space':
      return '';
    case 'hr':
      return '—';
    default:
      return as.text('text' in token && typeof token.text === 'string' ? token.text : token.raw);
  }
}

function list(token: Tokens.List, as: Inline): string {
  const first = typeof token.start === 'number' ? token.start : 1;
  return token.items
    .map((item, index) => {
      const mark = token.ordered ? `${first + index}.` : as.bullet;
      const body = item.tokens
        .map((child) =>
          child.type === 'text' ? inline((child as Tokens.Text).tokens ?? [child], as) : block(child, as),
        )
        .join('\n');
      return `${mark} ${body.replaceAll('\n', '\n   ')}`;
    })
    .join('\n');
}

function inline(tokens: readonly Token[], as: Inline): string {
  return tokens
    .map((token) => {
      switch (token.type) {
        case 'strong':
          return as.strong(inline((token as Tokens.Strong).tokens, as));
        case 'em':
          return as.em(inline((token as Tokens.Em).tokens, as));
        case 'codespan':
          return as.code(as.text((token as Tokens.Codespan).text));
        case 'link': {
          const link = token as Tokens.Link;
          return as.link(inline(link.tokens, as), link.href);
        }
        case 'br':
          return '\n';
        case 'escape':
        case 'text': {
          const text = token as Tokens.Text;
          return text.tokens === undefined ? as.text(text.text) : inline(text.tokens, as);
        }
        default:
          return as.text('text' in token && typeof token.text === 'string' ? token.text : token.raw);
      }
    })
    .join('');
}
