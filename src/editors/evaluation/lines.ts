// A file of questions to measure by, one JSON object a line: read whole, and everything that is wrong with it told at once.
import { sectionKey } from '../../law/citation.ts';
import { parseCitation } from '../../law/parse.ts';
import { closest } from '../../knowledge/closest.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { placeAt, type Place, type Problem, type ProblemCode } from '../../knowledge/problem.ts';
import { UNKNOWN_WORD, VERDICT_WORDS } from '../../knowledge/rule-schema.ts';

/** One question with what its answer should be. */
export interface Line {
  readonly question: string;
  /** What it is about, and in what manner it is asked: to count by. */
  readonly area?: string;
  readonly register?: string;
  readonly expect: Expected;
}

/** What is due; what is absent is not measured. */
export interface Expected {
  /** Any of them is right. Absent, and never empty. */
  readonly entries?: readonly string[];
  /** Sections, in the form `OSL 26:1`. */
  readonly citations?: readonly string[];
  readonly outcome?: Outcome;
  /** In the rules' own names. */
  readonly facts?: Readonly<Record<string, string>>;
  /** In the editors' word; `null` where the rules should come to nothing. */
  readonly verdict?: string | null;
}

/** The outcomes of the machine-readable answer. */
const OUTCOMES = ['answer', 'verdict', 'lagrum', 'clarify', 'decline', 'urgent'] as const;
type Outcome = (typeof OUTCOMES)[number];

const LINE_KEYS = ['question', 'area', 'register', 'expect'];
const EXPECT_KEYS = ['entries', 'entry', 'citations', 'outcome', 'facts', 'verdict'];

/** Reads the lines, and finds what is wrong with each. Empty lines are passed over. */
export function readLines(
  file: string,
  text: string,
  knowledge: Knowledge,
): { readonly lines: readonly Line[]; readonly problems: readonly Problem[] } {
  const read = rowsOf(text).map((row) => readLine(file, text, row, knowledge));
  const problems = read.flatMap((line) => line.problems);
  if (read.length === 0) {
    const told = { message: 'Filen har inga frågor.', next: `Skriv en fråga på varje rad: ${EXAMPLE}` };
    return { lines: [], problems: [{ ...placeAt(file, text, 0), code: 'empty', ...told }] };
  }
  return { lines: read.flatMap(({ line }) => line ?? []), problems };
}

const EXAMPLE = '{"question": "vad är men?", "expect": {"entries": ["grunder/vad-ar-men"]}}';

interface Row {
  readonly source: string;
  readonly offset: number;
}

function rowsOf(text: string): Row[] {
  let offset = 0;
  return text.split('\n').flatMap((source) => {
    const row = { source, offset };
    offset += source.length + 1;
    return source.trim() === '' ? [] : [row];
  });
}

/** Tells a problem at the last of the given words on the line, each looked for behind the one before it. */
type Tell = (at: readonly string[], code: ProblemCode, message: string, next: string) => void;

function readLine(
  file: string,
  text: string,
  { source, offset }: Row,
  knowledge: Knowledge,
): { readonly line?: Line; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const place = (at: readonly string[]): Place => {
    const found = at.reduce((from, word) => Math.max(from, source.indexOf(JSON.stringify(word), from)), 0);
    return placeAt(file, text, offset + found);
  };
  const tell: Tell = (at, code, message, next) => void problems.push({ ...place(at), code, message, next });
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    const told = placeAt(file, text, offset + faultIn(source));
    const next = `Se efter citattecken, komma och klamrar. Så här ser en rad ut: ${EXAMPLE}`;
    return { problems: [{ ...told, code: 'json', message: 'Raden går inte att läsa som JSON.', next }] };
  }
  if (!isGroup(value)) {
    tell([], 'wrong-value', 'Raden ska vara ett JSON-objekt.', `Skriv den så här: ${EXAMPLE}`);
    return { problems };
  }
  knownKeys(value, LINE_KEYS, [], tell);
  const question = textAt(value, 'question', [], tell);
  if (value.question === undefined) tell([], 'missing-key', '«question» saknas.', `Skriv frågan: ${EXAMPLE}`);
  const [area, register] = ['area', 'register'].map((key) => textAt(value, key, [], tell));
  const expect = readExpected(value, knowledge, tell);
  if (problems.length > 0 || question === undefined || expect === undefined) return { problems };
  const named = { ...(area === undefined ? {} : { area }), ...(register === undefined ? {} : { register }) };
  return { line: { question, ...named, expect }, problems };
}

/** Where JSON goes wrong. Of a strange token the engine does not say where it stands: it is the first that makes a beginning strange. */
function faultIn(source: string): number {
  const message = jsonFault(source);
  const at = / at position (\d+)/u.exec(message)?.[1];
  if (at !== undefined) return Math.min(Number(at), source.length);
  const isStrange = (beginning: string) => jsonFault(beginning).startsWith('Unexpected token');
  const first = Array.from({ length: source.length }, (_, i) => i).find((i) => isStrange(source.slice(0, i + 1)));
  return first ?? source.trimEnd().length;
}

function jsonFault(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

type Group = Readonly<Record<string, unknown>>;

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readExpected(line: Group, knowledge: Knowledge, tell: Tell): Expected | undefined {
  const { expect } = line;
  if (!isGroup(expect)) {
    const fault = expect === undefined ? '«expect» saknas.' : '«expect» ska vara ett JSON-objekt.';
    tell(['expect'], expect === undefined ? 'missing-key' : 'wrong-value', fault, `Skriv det som väntas: ${EXAMPLE}`);
    return undefined;
  }
  const path = ['expect'];
  knownKeys(expect, EXPECT_KEYS, path, tell);
  if (EXPECT_KEYS.every((key) => expect[key] === undefined))
    tell(path, 'wrong-value', '«expect» säger inte vad som väntas.', `Skriv minst en av: ${EXPECT_KEYS.join(', ')}.`);
  const entries = readEntries(expect, knowledge, tell);
  const citations = readCitations(expect, tell);
  const facts = readFacts(expect, knowledge, tell);
  const outcome = oneOf(expect, 'outcome', OUTCOMES, tell);
  const verdict = expect.verdict === null ? null : oneOf(expect, 'verdict', Object.values(VERDICT_WORDS), tell);
  if (outcome === 'decline' && entries !== undefined) {
    const next = 'Ta bort «outcome», om någon fråga svarar på det här; annars ta bort frågorna.';
    tell(['expect', 'outcome'], 'wrong-value', 'En fråga utanför underlaget kan inte ha ett svar i det.', next);
  }
  return {
    ...(entries === undefined ? {} : { entries }),
    ...(citations === undefined ? {} : { citations }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(facts === undefined ? {} : { facts }),
    ...(verdict === undefined ? {} : { verdict }),
  };
}

function readEntries(expect: Group, { entries }: Knowledge, tell: Tell): readonly string[] | undefined {
  if (expect.entry !== undefined && expect.entries !== undefined)
    tell(['expect', 'entry'], 'wrong-value', '«entry» och «entries» står båda.', 'Skriv alla under «entries».');
  const key = expect.entries === undefined ? 'entry' : 'entries';
  const given = key === 'entry' ? textAt(expect, 'entry', ['expect'], tell) : textsAt(expect, 'entries', tell);
  const ids = typeof given === 'string' ? [given] : given;
  const known = new Set(entries.map(({ id }) => id));
  for (const id of ids ?? []) {
    if (known.has(id)) continue;
    const next = meant(id, [...known], 'Skriv sökvägen under fragor/ utan .md.');
    tell(['expect', key, id], 'unknown-entry', `Frågan «${id}» finns inte.`, next);
  }
  return ids;
}

function readCitations(expect: Group, tell: Tell): readonly string[] | undefined {
  return textsAt(expect, 'citations', tell)?.flatMap((text) => {
    const citation = parseCitation(text);
    if (citation !== undefined) return sectionKey(citation);
    const message = `«${text}» går inte att läsa som ett lagrum.`;
    tell(['expect', 'citations', text], 'not-a-citation', message, 'Skriv till exempel «OSL 26:1», ett i taget.');
    return [];
  });
}

function readFacts(expect: Group, { rulebook }: Knowledge, tell: Tell): Readonly<Record<string, string>> | undefined {
  const { facts } = expect;
  if (facts === undefined) return undefined;
  if (!isGroup(facts)) {
    const next = 'Skriv begrepp och värde: {"avsändare": "skola", "mottagare": "polis"}.';
    tell(['expect', 'facts'], 'wrong-value', '«facts» ska vara ett JSON-objekt.', next);
    return undefined;
  }
  const concepts = rulebook?.concepts ?? new Map<string, { readonly values: ReadonlyMap<string, string> }>();
  const pairs = Object.entries(facts).flatMap(([concept, value]): (readonly [string, string])[] => {
    const known = concepts.get(concept);
    if (known === undefined) {
      const message = `Begreppet «${concept}» finns inte i begrepp.yml.`;
      tell(['expect', 'facts', concept], 'unknown-concept', message, meant(concept, [...concepts.keys()]));
      return [];
    }
    if (typeof value === 'string' && (value === UNKNOWN_WORD || known.values.has(value))) return [[concept, value]];
    const message = `«${String(value)}» är inget värde för «${concept}».`;
    const at = ['expect', 'facts', concept, ...(typeof value === 'string' ? [value] : [])];
    tell(at, 'unknown-value', message, meant(String(value), [...known.values.keys()]));
    return [];
  });
  return Object.fromEntries(pairs);
}

// ---- the values -----------------------------------------------------------------------------------------------------

function knownKeys(group: Group, known: readonly string[], path: readonly string[], tell: Tell): void {
  for (const key of Object.keys(group).filter((each) => !known.includes(each)))
    tell(
      [...path, key],
      'unknown-key',
      `Nyckeln «${key}» finns inte.`,
      meant(key, known, `Ta bort den, eller använd en av: ${known.join(', ')}.`),
    );
}

function textAt(group: Group, key: string, path: readonly string[], tell: Tell): string | undefined {
  const value = group[key];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '') return value;
  tell([...path, key], 'wrong-value', `«${key}» ska vara en text som inte är tom.`, 'Skriv den inom citattecken.');
  return undefined;
}

function textsAt(group: Group, key: string, tell: Tell): readonly string[] | undefined {
  const value = group[key];
  if (value === undefined) return undefined;
  const isText = (each: unknown): each is string => typeof each === 'string' && each.trim() !== '';
  if (Array.isArray(value) && value.length > 0 && value.every(isText)) return value;
  const next = `Skriv dem inom hakparenteser och citattecken: "${key}": ["…", "…"].`;
  tell(['expect', key], 'wrong-value', `«${key}» ska vara en lista av texter, med minst en.`, next);
  return undefined;
}

function oneOf<T extends string>(group: Group, key: string, values: readonly T[], tell: Tell): T | undefined {
  const given = textAt(group, key, ['expect'], tell);
  const found = values.find((value) => value === given);
  if (given !== undefined && found === undefined)
    tell(['expect', key, given], 'wrong-value', `«${given}» är inget värde för «${key}».`, meant(given, values));
  return found;
}

function meant(name: string, known: readonly string[], otherwise = `Välj bland: ${known.join(', ')}.`): string {
  const near = closest(name, known);
  return near === undefined ? otherwise : `Menade du «${near}»?`;
}
