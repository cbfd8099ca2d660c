// Citations in running text -> links to the provisions.
import { provisionUrl } from '../law/citation.ts';
import { findCitations } from '../law/parse.ts';

/** Every citation in the Markdown that names its act becomes a link to the provision; links already there are left alone. */
export function linkCitations(markdown: string): string {
  const taken = [...markdown.matchAll(/\[[^\]]*\]\([^)]*\)|`[^`]*`/gu)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const found = findCitations(markdown).filter(
    ({ start, end, actStated }, i, all) =>
      actStated &&
      all.findIndex((other) => other.start === start) === i &&
      !taken.some(([from, to]) => start < to && end > from),
  );
  return found.reduceRight((text, { citation, start, end }) => {
    return `${text.slice(0, start)}[${text.slice(start, end)}](${provisionUrl(citation)})${text.slice(end)}`;
  }, markdown);
}
