// Checks that a text uses only what the renderers show.
import { lexer, walkTokens, type Token, type Tokens } from 'marked';
import { placeAt, type Problem } from '../problem.ts';
import type { Addition } from '../local.ts';
import type { Entry, Provision } from '../schema.ts';
import { remembered, type Check, type Located } from './draft.ts';

export const plainMarkdown: Check = ({ entries, additions, provisions }) => [
  ...[...entries, ...additions].flatMap(inAnswer),
  ...provisions.flatMap(inSummary),
];

const inAnswer = remembered(({ value, file, text }: Located<Entry | Addition>) =>
  unsafeIn(value.body, { file, text }, text.lastIndexOf(value.body)),
);
const inSummary = remembered(({ value, file, text }: Located<Provision>) =>
  unsafeIn(value.summary, { file, text }, text.search(/^sammanfattning/mu)),
);

function unsafeIn(markdown: string, { file, text }: Pick<Located<unknown>, 'file' | 'text'>, from: number): Problem[] {
  let at = from; // they come in the order of the text, so each is looked for behind the one before it
  return unsafeTokens(markdown).map(({ raw, what }): Problem => {
    const found = text.indexOf(raw.trim().split('\n')[0] ?? '', at);
    const place = placeAt(file, text, Math.max(found, from, 0));
    at = Math.max(at, found + 1);
    return {
      ...place,
      code: 'unsafe-markdown',
      message: `${what} visas inte i svaren.`,
      next: 'Skriv det som vanlig text. Länkar ska börja med https://.',
    };
  });
}

/** What the renderers leave out, wherever it is nested. */
function unsafeTokens(markdown: string): { raw: string; what: string }[] {
  const found: { raw: string; what: string }[] = [];
  void walkTokens(lexer(markdown), (token) => {
    const what = unsafeKind(token);
    if (what !== undefined) found.push({ raw: token.raw, what });
  });
  return found;
}

function unsafeKind(token: Token): string | undefined {
  switch (token.type) {
    case 'html':
      return 'HTML';
    case 'image':
      return 'En bild';
    case 'table':
      return 'En tabell';
    case 'link':
      return linkFault((token as Tokens.Link).href);
    default:
      return undefined;
  }
}

/** A link that can lead nowhere, by its form alone: nothing is fetched. */
function linkFault(href: string): string | undefined {
  if (!href.startsWith('https://')) return 'En länk som inte är https';
  const host = URL.canParse(href) ? new URL(href).hostname : '';
  return /^(?:[a-z\d-]+\.)+[a-z]{2,}$/u.test(host) ? undefined : 'En länk som inte kan leda någonstans';
}
