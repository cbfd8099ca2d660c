// YAML to values, with the place of every value, and every fault told in Swedish. Anchors, aliases and tags are refused:
// no editor needs them, and they are how a small file becomes a large one.
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
import { placeAt, type Place, type Problem } from './problem.ts';
import { schemaProblems, type Places, type ValuePath } from './schema-problems.ts';
import { fileSchemas, type FileKind } from './schema.ts';

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
  const places: Places = { of: placeOf, ofKey: (path, key) => at(keyOffset(document, path, key)) };
  return { problems: result.error.issues.flatMap((issue) => schemaProblems(issue, kind, places)), placeOf };
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
