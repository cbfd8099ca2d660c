// What a schema finds wrong with a file, told to the person who edits it: in Swedish, at its place, with what to do.
import type { z } from 'zod';
import { closest } from './closest.ts';
import type { Place, Problem, ProblemCode } from './problem.ts';
import { keysAt, type FileKind } from './schema.ts';

/** A path of keys and list indices into a YAML file. */
export type ValuePath = readonly (string | number)[];

/** Where things stand in the file that is checked. */
export interface Places {
  /** The value at a path; where it is missing, the nearest thing around it that is there. */
  readonly of: (path: ValuePath) => Place;
  /** A key in the map at a path. */
  readonly ofKey: (path: ValuePath, key: string) => Place;
}

/** The problems that one issue of zod stands for. */
export function schemaProblems(issue: z.core.$ZodIssue, kind: FileKind, places: Places): Problem[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  const name = nameOf(path);
  const problem = (code: ProblemCode, message: string, next: string): Problem[] => [
    { ...places.of(path), code, message, next },
  ];
  const unreadable = () =>
    problem('wrong-value', `${name} har ett värde som inte går att läsa.`, 'Jämför med en annan fil av samma slag.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, keysAt(kind, path), places.ofKey(path, key), path));
    case 'invalid_type':
      if (issue.input === null) return problem('wrong-value', `${name} är tom.`, emptyHelp(issue.expected));
      return issue.input === undefined
        ? problem('missing-key', `${name} saknas.`, `Lägg till en rad som börjar med «${String(path.at(-1) ?? '')}:».`)
        : problem(
            'wrong-value',
            `${name} ska vara ${typeWord(issue.expected)}.`,
            path.at(-1) === 'granskad' ? REVIEW_HELP : typeHelp(issue.expected, issue.input),
          );
    case 'too_small':
      return problem(
        'wrong-value',
        `${name} är tom${issue.origin === 'array' && Number(issue.minimum) > 1 ? ' eller för kort' : ''}.`,
        'Skriv något där.',
      );
    case 'too_big':
      return problem('wrong-value', `${name} är för lång: högst ${String(issue.maximum)} tecken.`, 'Korta texten.');
    case 'invalid_format':
      return problem(
        'wrong-value',
        issue.format === 'date' ? `${name} är ingen dag i kalendern.` : `${name} är inte skrivet så som det ska.`,
        formatHelp(issue.format, issue.format === 'regex' ? issue.pattern : undefined),
      );
    case 'custom':
      return problem(
        problemCode(issue.params?.problem),
        issue.message,
        typeof issue.params?.next === 'string' ? issue.params.next : 'Rätta värdet.',
      );
    case 'invalid_value':
      return problem(
        'wrong-value',
        `${name} har ett värde som inte finns.`,
        choice(issue.input, issue.values.map(String)),
      );
    case 'invalid_union': {
      // Of two forms the one that was meant is that whose own kind is right: its faults lie further in.
      const meant = issue.errors.find((inner) => inner.length > 0 && inner.every((fault) => fault.path.length > 0));
      if (meant !== undefined)
        return meant.flatMap((fault) => schemaProblems({ ...fault, path: [...path, ...fault.path] }, kind, places));
      return unreadable();
    }
    default:
      return unreadable();
  }
}

function unknownKey(key: string, known: readonly string[], place: Place, path: ValuePath): Problem {
  const meant = closest(key, known);
  const next =
    path.at(-1) === 'granskad'
      ? 'Ett namn med komma ska stå inom citattecken: granskad: { datum: 2027-01-15, av: "Namn, titel" }.'
      : meant === undefined
        ? `Ta bort den${known.length > 0 ? `, eller använd en av: ${known.join(', ')}` : ''}.`
        : `Menade du «${meant}»?`;
  return { ...place, code: 'unknown-key', message: `Nyckeln «${key}» finns inte.`, next };
}

function choice(given: unknown, values: readonly string[]): string {
  const meant = typeof given === 'string' ? closest(given, values) : undefined;
  return meant === undefined ? `Välj bland: ${values.join(', ')}.` : `Menade du «${meant}»?`;
}

function nameOf(path: ValuePath): string {
  const keys = path.filter((part) => typeof part === 'string');
  const index = path.find((part) => typeof part === 'number');
  const which = index === undefined ? '' : `Rad ${index + 1} i `;
  return keys.length === 0 ? 'Filen' : `${which}«${keys.join(' › ')}»`;
}

function typeWord(expected: string): string {
  switch (expected) {
    case 'string':
      return 'text';
    case 'array':
      return 'en lista';
    case 'object':
    case 'record':
      return 'en grupp av nycklar';
    default:
      return 'av ett annat slag';
  }
}

function emptyHelp(expected: string): string {
  return expected === 'string' ? 'Skriv något där.' : typeHelp(expected);
}

const REVIEW_HELP =
  'När en jurist har granskat: { datum: 2027-01-15, av: "Namn, titel" }. Dessförinnan som i de andra filerna.';

function typeHelp(expected: string, given?: unknown): string {
  switch (expected) {
    case 'string':
      if (typeof given === 'object' && given !== null && !Array.isArray(given))
        return 'Texten har ett kolon, som läses som en nyckel: sätt hela texten inom citattecken.';
      return 'Skriv en text. Siffror och ja/nej behöver citattecken.';
    case 'array':
      return 'Skriv en rad för varje värde, indragen och med «- » först.';
    case 'object':
    case 'record':
      return 'Skriv «nyckel: värde» på varje rad. Den första raden ska vara en nyckel.';
    default:
      return 'Jämför med en annan fil av samma slag.';
  }
}

function formatHelp(format: string, pattern: string | undefined): string {
  if (format === 'date') return 'Skriv dagen som 2026-11-22.';
  if (format === 'url') return 'Skriv en adress som börjar med https://.';
  if (pattern?.includes('styck(?:') === true)
    return 'Skriv till exempel: SFS 2025:934 från 2025-12-01, 3 stycken, punkter 1:5.';
  if (pattern?.includes('SFS') === true) return 'Skriv SFS och nummer, till exempel SFS 2024:88.';
  return 'Skriv allt på en enda rad.';
}

function problemCode(value: unknown): ProblemCode {
  return value === 'not-a-citation' ? value : 'wrong-value';
}
