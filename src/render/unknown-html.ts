// What Block Kit has and we do not send: shown as an error where it stands, never left out in silence.
import { escapeHtml } from './markdown.ts';

export function unknownToHtml(type: string): string {
  return `<p class="block unknown" role="alert">Okänd blocktyp: ${escapeHtml(type)}</p>`;
}
