// YAML to values, with the place of every value, and every fault told in Swedish. Anchors, aliases and tags are refused:
// no editor needs them, and they are how a small file becomes a large one.
import leven from 'leven';
import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type ErrorCode,
  type YAMLError,
} from 'yaml';
import type { z } from 'zod';
import { placeAt, type Place, type Problem, type ProblemCode } from './problem.ts';
import { fileSchemas, keysAt, type FileKind } from './schema.ts';

/** A path of keys and list indices into a YAML file. */
export type ValuePath = readonly (string | number)[];

export interface ParsedYaml<T> {
  readonly value?: T;
  readonly problems: readonly Problem[];
  /** Where the value at a path stands; where it is missing, the nearest thing around it that is there. */
  readonly placeOf: (path: ValuePath) => Place;
}

/**
 * Reads the YAML that stands in `text` from `from` to `to` (the whole of it for a `.yml`, the front matter of a `.md`)
 * and checks it against the schema of its kind.
 */
export function parseYaml<K extends FileKind>(
  kind: K,
  file: string,
  text: string,
  from = 0,
  to = text.length,
): ParsedYaml<z.output<(typeof fileSchemas)[K]>> {
  const document = parseDocument(text.slice(from, to), {
    version: '1.2',
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'error',
    lineCounter: new LineCounter(),
  });
  const at = (offset: number): Place => placeAt(file, text, from + offset);
  const placeOf = (path: ValuePath): Place => at(offsetOf(document, path));
  const broken = [...yamlProblems(document, at), ...forbidden(document, at)];
  if (broken.length > 0) return { problems: broken, placeOf };
  if (document.contents === null) return { problems: [emptyProblem(at(0))], placeOf };

  const result = fileSchemas[kind].safeParse(document.toJS({ maxAliasCount: 0 }), { reportInput: true });
  if (result.success) return { value: result.data as z.output<(typeof fileSchemas)[K]>, problems: [], placeOf };
  return { problems: result.error.issues.flatMap((issue) => schemaProblems(issue, kind, document, at)), placeOf };
}

/** The problem of a file that says nothing. */
export function emptyProblem(place: Place): Problem {
  return {
    ...place,
    code: 'empty',
    message: 'Filen är tom.',
    next: 'Skriv innehållet, eller ta bort filen. En fil av samma slag bredvid visar hur den ska se ut.',
  };
}

/** The closest of the given names, when it is close enough to be a slip of the finger. */
export function closest(name: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((candidate) => ({ candidate, distance: leven(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.max(2, name.length / 3) ? best.candidate : undefined;
}

// ---- YAML's own faults ------------------------------------------------------------------------------------------

const YAML_FAULTS: Partial<Record<ErrorCode, readonly [message: string, next: string]>> = {
  TAB_AS_INDENT: ['Raden är indragen med tabb.', 'Byt tabben mot mellanslag: YAML godtar bara mellanslag i indrag.'],
  DUPLICATE_KEY: ['Nyckeln står två gånger i filen.', 'Ta bort den ena, eller slå ihop dem.'],
  BAD_INDENT: [
    'Indraget stämmer inte med raderna omkring.',
    'Rätta indraget så att raden står i linje med sina syskon.',
  ],
  BAD_ALIAS: ['Tecknet * i början av ett värde har en särskild betydelse i YAML.', 'Sätt värdet inom citattecken.'],
  MISSING_CHAR: ['Ett tecken saknas, ofta ett avslutande citattecken eller en klammer.', 'Avsluta det som är öppet.'],
  BLOCK_AS_IMPLICIT_KEY: [
    'Raden har ett kolon som YAML läser som en ny nyckel.',
    'Sätt hela texten inom citattecken, eller skriv «>-» efter nyckeln och texten indragen på nästa rad.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'En nyckel måste stå på en rad.',
    'Skriv nyckeln, ett kolon och ett mellanslag före värdet.',
  ],
  BAD_DQ_ESCAPE: ['Ett omvänt snedstreck inom citattecken kan inte tolkas.', 'Använd enkla citattecken i stället.'],
};

const YAML_FAULT = [
  'Filen går inte att läsa som YAML här.',
  'Kontrollera kolon, citattecken och indrag. Text som innehåller kolon eller börjar med ett specialtecken ska stå inom citattecken.',
] as const;

/** One to a line: what follows the first is nearly always the same slip, seen once more. */
function yamlProblems(document: Document, at: (offset: number) => Place): Problem[] {
  const problems = document.errors.map((error) => yamlProblem(error, document, at));
  return problems.filter(({ line }, i) => problems.findIndex((other) => other.line === line) === i);
}

function yamlProblem(error: YAMLError, document: Document, at: (offset: number) => Place): Problem {
  const opened = openedAt(error, document);
  const place = at(opened ?? error.pos[0]);
  const [message, next] = YAML_FAULTS[faultCode(error, place, opened)] ?? YAML_FAULT;
  return { ...place, code: 'yaml', message, next };
}

function faultCode(error: YAMLError, { source }: Place, opened: number | undefined): ErrorCode {
  if (opened !== undefined) return 'MISSING_CHAR';
  return /tabs?\b/i.test(error.message) || /^ *\t/u.test(source) ? 'TAB_AS_INDENT' : error.code;
}

/** What is never closed is looked for where it opens, not at the end of what it swallowed. */
function openedAt({ message, pos }: YAMLError, document: Document): number | undefined {
  if (!/Missing closing|end with a/u.test(message)) return undefined;
  let opened: number | undefined;
  visit(document, {
    Value: (_, node) => {
      if (node.range?.[1] === pos[0]) opened = node.range[0];
    },
  });
  return opened;
}

function forbidden(document: Document, at: (offset: number) => Place): Problem[] {
  const problems: Problem[] = [];
  const refuse = (offset: number, message: string, next: string) => {
    problems.push({ ...at(offset), code: 'yaml', message, next });
  };
  visit(document, {
    Alias: (_, node) => {
      refuse(
        node.range?.[0] ?? 0,
        'Hänvisningar inom YAML (*namn) används inte här.',
        'Skriv ut värdet, eller sätt det inom citattecken.',
      );
    },
    Node: (_, node) => {
      if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined) {
        refuse(node.range?.[0] ?? 0, 'Ankare i YAML (&namn) används inte här.', 'Skriv värdet inom citattecken.');
      }
      if (node.tag !== undefined) {
        refuse(node.range?.[0] ?? 0, 'Taggar i YAML (!namn) används inte här.', 'Skriv värdet inom citattecken.');
      }
    },
  });
  return problems;
}

// ---- places -----------------------------------------------------------------------------------------------------

function offsetOf(document: Document, path: ValuePath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return firstOffset(document);
}

/** Where the content begins, behind the comment that names the schema. */
function firstOffset(document: Document): number {
  return document.contents?.range?.[0] ?? 0;
}

function keyOffset(document: Document, path: ValuePath, key: string): number {
  const parent = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : offsetOf(document, path);
}

// ---- the schema's faults ----------------------------------------------------------------------------------------

function schemaProblems(
  issue: z.core.$ZodIssue,
  kind: FileKind,
  document: Document,
  at: (offset: number) => Place,
): Problem[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  const name = nameOf(path);
  const here = at(offsetOf(document, path));
  const problem = (code: ProblemCode, message: string, next: string): Problem[] => [{ ...here, code, message, next }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, keysAt(kind, path), at(keyOffset(document, path, key))));
    case 'invalid_type':
      return issue.input === undefined
        ? problem('missing-key', `${name} saknas.`, `Lägg till en rad som börjar med «${String(path.at(-1) ?? '')}:».`)
        : problem('wrong-value', `${name} ska vara ${typeWord(issue.expected)}.`, typeHelp(issue.expected));
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
        `${name} är inte skrivet så som det ska.`,
        formatHelp(issue.format, issue.format === 'regex' ? issue.pattern : undefined),
      );
    case 'custom':
      return problem(
        problemCode(issue.params?.problem),
        issue.message,
        typeof issue.params?.next === 'string' ? issue.params.next : 'Rätta värdet.',
      );
    case 'invalid_union': {
      // Of two forms the one that was meant is that whose own kind is right: its faults lie further in.
      const meant = issue.errors.find((inner) => inner.length > 0 && inner.every((fault) => fault.path.length > 0));
      if (meant !== undefined)
        return meant.flatMap((fault) =>
          schemaProblems({ ...fault, path: [...path, ...fault.path] }, kind, document, at),
        );
      return problem(
        'wrong-value',
        `${name} har ett värde som inte går att läsa.`,
        'Jämför med en annan fil av samma slag.',
      );
    }
    default:
      return problem(
        'wrong-value',
        `${name} har ett värde som inte går att läsa.`,
        'Jämför med en annan fil av samma slag.',
      );
  }
}

function unknownKey(key: string, known: readonly string[], place: Place): Problem {
  const meant = closest(key, known);
  const next =
    meant === undefined
      ? `Ta bort den${known.length > 0 ? `, eller använd en av: ${known.join(', ')}` : ''}.`
      : `Menade du «${meant}»?`;
  return { ...place, code: 'unknown-key', message: `Nyckeln «${key}» finns inte.`, next };
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

function typeHelp(expected: string): string {
  switch (expected) {
    case 'string':
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
  if (pattern?.includes('SFS') === true) return 'Skriv SFS och nummer, till exempel SFS 2024:88.';
  if (pattern?.includes(String.raw`\d{1,3}`) === true) return 'Skriv paragraferna som 1-3, 3a, 4.';
  return 'Skriv allt på en enda rad.';
}

function problemCode(value: unknown): ProblemCode {
  return value === 'not-a-citation' ? value : 'wrong-value';
}
