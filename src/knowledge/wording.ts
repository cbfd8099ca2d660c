// One more wording in the front matter of a question's file, every other byte as it was: an editor who looks at the change in
// git sees the line that was added and nothing else.
import { isDeepStrictEqual } from 'node:util';
import { isScalar, isSeq, parseDocument, stringify, type Document, type YAMLSeq } from 'yaml';
import { frontMatter } from './files.ts';

/** The text of the file with the wording last among the others; `undefined` where it cannot be put there without harm. */
export function withWording(text: string, wording: string): string | undefined {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const file = text.slice(mark.length);
  const range = frontMatter(file);
  if (range === undefined) return undefined;
  const front = file.slice(range.from, range.to);
  const document = read(front);
  const wordings = document.get(KEY, true);
  const changed = isSeq(wordings)
    ? wordings.flow === true
      ? inBrackets(front, wordings, wording)
      : onLineOfItsOwn(front, wordings, wording)
    : wordings === undefined
      ? underNewKey(front, wording)
      : undefined;
  if (changed === undefined || !saysTheSame(document, read(changed), wording)) return undefined;
  return mark + file.slice(0, range.from) + changed + file.slice(range.to);
}

const KEY = 'andra formuleringar';
const BYTE_ORDER_MARK = '\uFEFF';

function read(front: string): Document {
  return parseDocument(front, { version: '1.2', keepSourceTokens: true, logLevel: 'error' });
}

function onLineOfItsOwn(front: string, { items, srcToken }: YAMLSeq, wording: string): string | undefined {
  const last = items.at(-1);
  if (!isScalar(last) || !last.range || srcToken?.type !== 'block-seq') return undefined;
  const [, end] = last.range;
  // A text of several lines ends behind its last line break, any other before the one of its line.
  const at = front[end - 1] === '\n' ? end : front.indexOf('\n', end) + 1;
  const line = `${' '.repeat(srcToken.indent)}- ${scalar(wording)}${lineBreak(front)}`;
  return at === 0 ? undefined : front.slice(0, at) + line + front.slice(at);
}

function inBrackets(front: string, { items, range }: YAMLSeq, wording: string): string | undefined {
  const last = items.at(-1);
  // Quoted, as a comma or a bracket in it would end it here.
  const quoted = `'${wording.replaceAll("'", "''")}'`;
  if (!range) return undefined;
  const [at, more] = isScalar(last) && last.range ? [last.range[1], `, ${quoted}`] : [range[1] - 1, quoted];
  return front.slice(0, at) + more + front.slice(at);
}

function underNewKey(front: string, wording: string): string {
  const end = lineBreak(front);
  return `${front}${KEY}:${end}  - ${scalar(wording)}${end}`;
}

/** As YAML reads it back, on one line: in quotes where a mark would mean something else. */
function scalar(wording: string): string {
  return stringify(wording, { lineWidth: 0, singleQuote: true, blockQuote: false }).trimEnd();
}

function lineBreak(front: string): string {
  return front.includes('\r\n') ? '\r\n' : '\n';
}

/** What is written is read back before anyone relies on it: all as it was, and the wording last. */
function saysTheSame(before: Document, after: Document, wording: string): boolean {
  if (before.errors.length + after.errors.length > 0) return false;
  const [was, is] = [before, after].map((document) => document.toJS({ maxAliasCount: 0 }) as Record<string, unknown>);
  const wordings = was?.[KEY] ?? [];
  return Array.isArray(wordings) && isDeepStrictEqual(is, { ...was, [KEY]: [...(wordings as unknown[]), wording] });
}
