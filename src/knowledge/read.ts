// Reads the knowledge folder: every file, every check, every problem at once. It gives the knowledge only when there is none.
import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checks } from './checks.ts';
import type { Draft, Located } from './checks/draft.ts';
import type { Knowledge } from './knowledge.ts';
import { placeAt, type Place, type Problem, type ProblemCode } from './problem.ts';
import type { Case, ConceptsSource, CoverageSource, Vocabulary } from './rule-schema.ts';
import { rulebookOf } from './rulebook.ts';
import type { Entry, FileKind, Provision, Words } from './schema.ts';
import type { KnownAct } from './sections.ts';
import { emptyProblem, parseYaml } from './yaml.ts';

export interface ReadResult {
  /** Present exactly when there are no problems. */
  readonly knowledge?: Knowledge;
  readonly problems: readonly Problem[];
}

/** Reads and checks the folder. Never throws for what stands in it, nor for a folder that is missing. */
export async function readKnowledge(folder: string): Promise<ReadResult> {
  const listing = await list(folder, '');
  const texts = await Promise.all(listing.files.map((file) => readText(folder, file)));
  const parsed = texts.map((text) =>
    'problem' in text ? { problems: [text.problem] } : parseFile(text.file, text.text),
  );
  const draft: Draft = {
    provisions: parsed.flatMap((file) => file.provision ?? []),
    entries: parsed.flatMap((file) => file.entry ?? []),
    words: parsed.find((file) => file.words !== undefined)?.words ?? { equivalents: [] },
    acts: parsed.flatMap((file) => file.act ?? []),
    ...parsed.reduce<Pick<ParsedFile, 'concepts' | 'coverage' | 'vocabulary'>>(
      (found, { concepts, coverage, vocabulary }) => ({
        ...found,
        ...(concepts && { concepts }),
        ...(coverage && { coverage }),
        ...(vocabulary && { vocabulary }),
      }),
      {},
    ),
    cases: parsed.flatMap((file) => file.cases ?? []),
    unread: [...listing.problems, ...parsed.filter(saysNothing).flatMap((file) => file.problems)].map(
      ({ file }) => file,
    ),
  };
  const { rulebook, problems: inRules } = rulebookOf(draft);
  const found = [
    ...listing.problems,
    ...parsed.flatMap((file) => file.problems),
    ...checks.flatMap((check) => check(draft)),
    ...inRules,
  ];
  const problems = found.length > 0 ? found : noContent(draft);
  if (problems.length > 0) return { problems };
  return {
    problems,
    knowledge: {
      provisions: draft.provisions.map(({ value }) => value),
      entries: draft.entries.map(({ value }) => value),
      words: draft.words,
      acts: draft.acts.map(({ value }) => value),
      ...(draft.vocabulary && { vocabulary: draft.vocabulary.value }),
      ...(rulebook === undefined ? {} : { rulebook }),
      version: fingerprint(texts),
    },
  };
}

interface ParsedFile {
  readonly problems: readonly Problem[];
  readonly provision?: Located<Provision>;
  readonly entry?: Located<Entry>;
  readonly words?: Words;
  readonly act?: Located<KnownAct>;
  readonly concepts?: Located<ConceptsSource>;
  readonly coverage?: Located<CoverageSource>;
  readonly cases?: Located<readonly Case[]>;
  readonly vocabulary?: Located<Vocabulary>;
}

function saysNothing(file: ParsedFile): boolean {
  return Object.keys(file).every((key) => key === 'problems');
}

const MOST_BYTES = 200_000;
const ENTRY_PATH = /^fragor\/[a-z0-9-]+(?:\/[a-z0-9-]+)*\.md$/u;

// ---- the folder -------------------------------------------------------------------------------------------------

interface Listing {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** What belongs in the folder. Hidden files and those for people (`.md` at the top) are passed over. */
async function list(folder: string, below: string): Promise<Listing> {
  let names;
  try {
    names = await readdir(join(folder, below), { withFileTypes: true });
  } catch {
    return {
      files: [],
      problems: [
        atFile(
          below || '.',
          'unreadable',
          'Mappen går inte att läsa.',
          'Kontrollera att den finns och att du har rätt att läsa den.',
        ),
      ],
    };
  }
  const parts = await Promise.all(
    names
      .filter(({ name }) => !name.startsWith('.') && !name.endsWith('~'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(async (entry): Promise<Listing> => {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.isSymbolicLink()) {
          return {
            files: [],
            problems: [
              atFile(
                path,
                'link',
                'Filen är en länk till något utanför sin plats.',
                'Lägg själva filen här i stället.',
              ),
            ],
          };
        }
        if (entry.isDirectory()) return list(folder, path);
        // To read a pipe would be to wait for ever.
        if (!entry.isFile())
          return { files: [], problems: [atFile(path, 'unreadable', 'Det här är ingen vanlig fil.', 'Ta bort den.')] };
        if (below === '' && path.endsWith('.md')) return { files: [], problems: [] };
        return { files: [path], problems: [] };
      }),
  );
  return { files: parts.flatMap((part) => part.files), problems: parts.flatMap((part) => part.problems) };
}

type ReadText = { readonly file: string; readonly text: string } | { readonly problem: Problem };

async function readText(folder: string, file: string): Promise<ReadText> {
  const path = join(folder, file);
  try {
    const { size } = await lstat(path);
    if (size > MOST_BYTES) {
      return {
        problem: atFile(
          file,
          'too-large',
          `Filen är större än ${MOST_BYTES / 1000} kB.`,
          'Dela upp den i flera frågor.',
        ),
      };
    }
    return decode(file, await readFile(path));
  } catch {
    return {
      problem: atFile(
        file,
        'unreadable',
        'Filen går inte att läsa.',
        'Kontrollera att den finns kvar och att du har rätt att läsa den.',
      ),
    };
  }
}

function decode(file: string, bytes: Buffer): ReadText {
  // A Mac may store «å» as two characters; to a search and to the keys they must be the one that others write.
  const text = new TextDecoder('utf-8').decode(bytes).normalize('NFC');
  // A character that could not be decoded became U+FFFD; one that was written as such is as useless to a reader.
  const bad = text.indexOf('\uFFFD');
  if (bad === -1) return { file, text };
  return {
    problem: {
      ...placeAt(file, text, bad),
      code: 'not-utf8',
      message: 'Filen är inte sparad som UTF-8: ett tecken här går inte att läsa.',
      next: 'Spara filen med teckenkodningen UTF-8 (inte Windows-1252 eller Latin-1), och skriv om tecknet.',
    },
  };
}

// ---- one file ---------------------------------------------------------------------------------------------------

function parseFile(file: string, text: string): ParsedFile {
  if (text.trim() === '') return { problems: [emptyProblem(placeAt(file, text, 0))] };
  if (/^lagrum\/.+\.yml$/u.test(file)) return parseProvision(file, text);
  if (file.startsWith('fragor/') && file.endsWith('.md')) return parseEntry(file, text);
  if (file === 'ord.yml') return withValue('ord', file, text, (words) => ({ words }));
  if (/^paragrafer\/[^/]+\.yml$/u.test(file)) return withValue('paragrafer', file, text, (_, act) => ({ act }));
  if (file === 'begrepp.yml') return withValue('begrepp', file, text, (_, concepts) => ({ concepts }));
  if (file === 'tackning.yml') return withValue('tackning', file, text, (_, coverage) => ({ coverage }));
  if (file === 'ordforrad.yml') return withValue('ordforrad', file, text, (_, vocabulary) => ({ vocabulary }));
  if (/^fall\/[^/]+\.yml$/u.test(file)) return withValue('fall', file, text, (_, cases) => ({ cases }));
  return {
    problems: [
      atFile(
        file,
        'misplaced',
        'Filen hör inte hemma här.',
        'Lagrum ligger i lagrum/<lag>/ och slutar på .yml; frågor ligger i fragor/<ämne>/ och slutar på .md; fall ligger i fall/ och slutar på .yml.',
      ),
    ],
  };
}

function parseProvision(file: string, text: string): ParsedFile {
  const { value, problems, placeOf } = parseYaml('lagrum', file, text);
  return value === undefined ? { problems } : { problems, provision: { value, file, text, placeOf } };
}

function parseEntry(file: string, text: string): ParsedFile {
  if (!ENTRY_PATH.test(file)) {
    return {
      problems: [
        atFile(
          file,
          'file-name',
          'Filnamnet får bara ha små bokstäver a–z, siffror och bindestreck.',
          'Byt namn på filen (och mappen), till exempel vad-ar-men.md.',
        ),
      ],
    };
  }
  const front = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*\r?$/mu.exec(text);
  if (front?.index !== 0 || front[1]?.trim() === '') {
    return {
      problems: [
        {
          ...placeAt(file, text, 0),
          code: 'front-matter',
          ...(/^---[ \t]*\r?\n/u.test(text)
            ? {
                message: 'Raden med «---» som avslutar huvudet saknas.',
                next: 'Skriv «---» på en egen rad efter det sista i huvudet, och därefter svaret.',
              }
            : {
                message: 'Filen börjar inte med ett huvud mellan två rader med «---».',
                next: 'Skriv «---» på första raden, sedan fråga, kort svar och lagrum, sedan «---» på en egen rad, och därefter svaret.',
              }),
        },
      ],
    };
  }
  const from = text.indexOf('\n') + 1;
  const { value, problems, placeOf } = parseYaml('fraga', file, text, from, from + (front[1] ?? '').length);
  const body = text.slice(front[0].length).trim();
  if (body === '') {
    const place = placeAt(file, text, Math.max(0, text.trimEnd().length - 1));
    return {
      problems: [
        ...problems,
        {
          ...place,
          code: 'empty',
          message: 'Svaret saknas efter huvudet.',
          next: 'Skriv svaret under den andra raden med «---».',
        },
      ],
    };
  }
  if (value === undefined) return { problems };
  const id = file.slice('fragor/'.length, -'.md'.length);
  return { problems, entry: { value: { ...value, id, body }, file, text, placeOf } };
}

function withValue<K extends Exclude<FileKind, 'lagrum' | 'fraga'>>(
  kind: K,
  file: string,
  text: string,
  use: (value: Content<K>, located: Located<Content<K>>) => Omit<ParsedFile, 'problems'>,
): ParsedFile {
  const { value, problems, placeOf } = parseYaml(kind, file, text);
  return value === undefined ? { problems } : { problems, ...use(value, { value, file, text, placeOf }) };
}

type Content<K extends FileKind> = NonNullable<ReturnType<typeof parseYaml<K>>['value']>;

function noContent(draft: Draft): Problem[] {
  if (draft.entries.length + draft.provisions.length > 0) return [];
  return [
    atFile(
      '.',
      'no-content',
      'Mappen har varken lagrum eller frågor.',
      'Peka på rätt mapp, eller hämta tillbaka innehållet.',
    ),
  ];
}

function atFile(file: string, code: ProblemCode, message: string, next: string): Problem {
  const place: Place = { file, line: 1, column: 1, source: '' };
  return { ...place, code, message, next };
}

function fingerprint(texts: readonly ReadText[]): string {
  const hash = createHash('sha256');
  for (const text of texts) if ('text' in text) hash.update(`${text.file}\0${text.text}\0`);
  return hash.digest('hex').slice(0, 12);
}
