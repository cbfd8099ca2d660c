// A problem in the knowledge folder, told to the person who edits it: where it is, what is wrong, and what to do.

export interface Place {
  /** Path from the knowledge folder, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column: number;
  /** The whole source line, for the caret; empty when the file has none there. */
  readonly source: string;
}

export interface Problem extends Place {
  /** A stable name for the kind of problem, in English: for tests and tools, never shown. */
  readonly code: ProblemCode;
  /** What is wrong, in Swedish. */
  readonly message: string;
  /** What to do about it, in Swedish. */
  readonly next: string;
}

export type ProblemCode =
  | 'unreadable'
  | 'not-utf8'
  | 'too-large'
  | 'link'
  | 'misplaced'
  | 'empty'
  | 'yaml'
  | 'json'
  | 'front-matter'
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-value'
  | 'not-a-citation'
  | 'unknown-provision'
  | 'repealed-act'
  | 'other-wording'
  | 'file-name'
  | 'duplicate-id'
  | 'duplicate-wording'
  | 'unlisted-citation'
  | 'unknown-entry'
  | 'unknown-concept'
  | 'unknown-value'
  | 'backward-gives'
  | 'no-such-rule'
  | 'duplicate-case'
  | 'case-fails'
  | 'situation-fails'
  | 'audit'
  | 'leaning-answer'
  | 'headings'
  | 'overdue'
  | 'not-yet'
  | 'not-in-force'
  | 'too-long'
  | 'uncited'
  | 'colliding-wording'
  | 'alike'
  | 'unsafe-markdown'
  | 'no-content';

const WIDEST = 100;

/**
 * One problem on a few lines:
 *
 *     lagrum/osl/26-1.yml:3:1
 *       Nyckeln «rubrk» finns inte.
 *         3 | rubrk: Sekretess inom socialtjänsten
 *           | ^
 *       Gör så här: Menade du «rubrik»?
 */
export function printProblem({ file, line, column, source, message, next }: Problem): string {
  const number = String(line);
  const from = Math.max(0, column - 1 - WIDEST / 2);
  const shown = source.slice(from, from + WIDEST).replaceAll('\t', '→');
  const caret =
    source === ''
      ? []
      : [`    ${number} | ${shown}`, `    ${' '.repeat(number.length)} | ${' '.repeat(column - 1 - from)}^`];
  return [`${file}:${line}:${column}`, `  ${message}`, ...caret, `  Gör så här: ${next}`].join('\n');
}

/** All problems, in the order of their places. */
export function printProblems(problems: readonly Problem[]): string {
  return [...problems].sort(byPlace).map(printProblem).join('\n\n');
}

/** The order in which an editor walks through the files. */
export function byPlace(a: Place, b: Place): number {
  return a.file.localeCompare(b.file, 'sv') || a.line - b.line || a.column - b.column;
}

/** The place of an offset in a text. */
export function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  const end = text.indexOf('\n', start);
  return {
    file,
    line: before.split('\n').length,
    column: offset - start + 1,
    source: text.slice(start, end === -1 ? text.length : end).replace(/\r$/, ''),
  };
}
