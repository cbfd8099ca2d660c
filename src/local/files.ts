// The page's own files. HTML and style lie beside this module's `page/`; the program is compiled, so when this module
// runs from src/ it is taken from dist/.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export interface PageFile {
  readonly type: string;
  readonly content: string;
}

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1f4e5a"/>
<path d="M10 15v-3a6 6 0 0 1 12 0v3m-13 0h14v9H9z" fill="none" stroke="#fff" stroke-width="2.5" stroke-linejoin="round"/></svg>`;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** A file by its name alone (letters and one ending), so that no path leads out of the folder. */
export async function readPageFile(name: string): Promise<PageFile | undefined> {
  if (name === 'icon.svg') return { type: 'image/svg+xml', content: ICON };
  const ending = /^[a-z]+\.(html|css|js)$/.exec(name)?.[1];
  if (ending === undefined) return undefined;
  const places = ending === 'js' ? [`./page/${name}`, `../../dist/local/page/${name}`] : [`./page/${name}`];
  for (const place of places) {
    const content = await readFile(fileURLToPath(new URL(place, import.meta.url)), 'utf8').catch(() => undefined);
    if (content !== undefined) return { type: TYPES[ending] ?? 'text/plain', content };
  }
  return undefined;
}
