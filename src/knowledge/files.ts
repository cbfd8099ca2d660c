// One file of a knowledge folder to what it says, by the place where it lies.
import type { Located } from './checks/draft.ts';
import { atFile, type SourceText } from './folder.ts';
import type { AdditionSource, LocalSource } from './local.ts';
import { placeAt, type Problem } from './problem.ts';
import type { Case, ConceptsSource, CoverageSource, Vocabulary } from './rule-schema.ts';
import type { Entry, FileKind, Provision, Words } from './schema.ts';
import type { KnownAct } from './sections.ts';
import type { Elsewhere } from './elsewhere.ts';
import type { EnglishSource } from './english.ts';
import type { Start } from './start.ts';
import type { Urgent } from './urgent.ts';
import { emptyProblem, parseYaml } from './yaml.ts';

/** What a file says, one field at most beside its problems. */
export interface ParsedFile {
  readonly problems: readonly Problem[];
  readonly provision?: Located<Provision>;
  readonly entry?: Located<Entry>;
  readonly addition?: Located<AdditionSource>;
  readonly local?: Located<LocalSource>;
  readonly words?: Located<Words>;
  readonly act?: Located<KnownAct>;
  readonly concepts?: Located<ConceptsSource>;
  readonly coverage?: Located<CoverageSource>;
  readonly cases?: Located<readonly Case[]>;
  readonly vocabulary?: Located<Vocabulary>;
  readonly urgent?: Located<Urgent>;
  readonly elsewhere?: Located<readonly Elsewhere[]>;
  readonly english?: Located<EnglishSource>;
  readonly start?: Located<Start>;
}

export function saysNothing(file: ParsedFile): boolean {
  return CONTENTS.every((key) => file[key] === undefined);
}

const CONTENTS = [
  'provision',
  'entry',
  'addition',
  'local',
  'words',
  'act',
  'concepts',
  'coverage',
  'cases',
  'vocabulary',
  'urgent',
  'elsewhere',
  'english',
  'start',
] as const satisfies readonly (keyof ParsedFile)[];

export function parseFile(source: SourceText): ParsedFile {
  const { path, file, text, layer } = source;
  if (text.trim() === '') return { problems: [emptyProblem(placeAt(file, text, 0))] };
  if (/^lagrum\/.+\.yml$/u.test(path)) return read('lagrum', source, (provision) => ({ provision }));
  if (path.startsWith('fragor/') && path.endsWith('.md')) return parseQuestion(source);
  if (path === 'ord.yml') return read('ord', source, (words) => ({ words }));
  if (path === 'start.yml') return read('start', source, (start) => ({ start }));
  if (/^fall\/[^/]+\.yml$/u.test(path)) return read('fall', source, (cases) => ({ cases }));
  if (path === LOCAL_FILE && layer.isLocal) return read('lokalt', source, (local) => ({ local }));
  if (layer.isLocal) return misplacedLocally(file);
  if (/^paragrafer\/[^/]+\.yml$/u.test(path)) return read('paragrafer', source, (act) => ({ act }));
  if (path === 'begrepp.yml') return read('begrepp', source, (concepts) => ({ concepts }));
  if (path === 'tackning.yml') return read('tackning', source, (coverage) => ({ coverage }));
  if (path === 'ordforrad.yml') return read('ordforrad', source, (vocabulary) => ({ vocabulary }));
  if (path === 'akut.yml') return read('akut', source, (urgent) => ({ urgent }));
  if (path === 'utanfor.yml') return read('utanfor', source, (elsewhere) => ({ elsewhere }));
  if (path === 'engelska.yml') return read('engelska', source, (english) => ({ english }));
  return {
    problems: [
      atFile(
        file,
        'misplaced',
        'Filen hör inte hemma här.',
        path === LOCAL_FILE
          ? 'Den hör till en lokal mapp, som pekas ut efter den här: KNOWLEDGE=./knowledge,./lokalt.'
          : 'Lagrum ligger i lagrum/<lag>/ och slutar på .yml; frågor ligger i fragor/<ämne>/ och slutar på .md; fall ligger i fall/ och slutar på .yml.',
      ),
    ],
  };
}

/** The file in which a local folder says whose it is. */
export const LOCAL_FILE = 'lokalt.yml';

function misplacedLocally(file: string): ParsedFile {
  return {
    problems: [
      atFile(
        file,
        'misplaced',
        'Filen hör inte hemma i en lokal mapp.',
        `I en lokal mapp ligger ${LOCAL_FILE}, fragor/, lagrum/, fall/, start.yml och ord.yml. Begrepp och deras engelska, täckning, ordförråd, akuta lägen, ämnen utanför och paragrafer är gemensamma.`,
      ),
    ],
  };
}

const ENTRY_PATH = /^fragor\/[a-z0-9-]+(?:\/[a-z0-9-]+)*\.md$/u;

function parseQuestion(source: SourceText): ParsedFile {
  const { path, file, text, layer } = source;
  if (!ENTRY_PATH.test(path)) {
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
  const front = frontMatter(text);
  if (front === undefined) return withoutFront(source);
  const { from, to, end } = front;
  const range = [from, to] as const;
  const body = text.slice(end).trim();
  const id = path.slice('fragor/'.length, -'.md'.length);
  const parsed =
    layer.isLocal && /^tillägg[ \t]*:/mu.test(text.slice(from, to))
      ? read('tillagg', source, ({ value, ...at }) => ({ addition: { ...at, value: { ...value, id, body } } }), range)
      : read('fraga', source, ({ value, ...at }) => ({ entry: { ...at, value: { ...value, id, body } } }), range);
  if (body !== '') return parsed;
  const place = placeAt(file, text, Math.max(0, text.trimEnd().length - 1));
  const empty: Problem = {
    ...place,
    code: 'empty',
    message: 'Svaret saknas efter huvudet.',
    next: 'Skriv svaret under den andra raden med «---».',
  };
  return { problems: [...parsed.problems, empty] };
}

/** From where to where the front matter of a question stands, and where the line that ends it does. */
export function frontMatter(
  text: string,
): { readonly from: number; readonly to: number; readonly end: number } | undefined {
  const front = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*\r?$/mu.exec(text);
  if (front?.index !== 0 || front[1] === undefined || front[1].trim() === '') return undefined;
  const from = text.indexOf('\n') + 1;
  return { from, to: from + front[1].length, end: front[0].length };
}

function withoutFront({ file, text }: SourceText): ParsedFile {
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

type Content<K extends FileKind> = NonNullable<ReturnType<typeof parseYaml<K>>['value']>;

/** Reads the YAML of the file, or of the part of it that is given, as of one kind. */
function read<K extends FileKind>(
  kind: K,
  { file, path, text }: SourceText,
  use: (located: Located<Content<K>>) => Omit<ParsedFile, 'problems'>,
  range: readonly [from: number, to: number] = [0, text.length],
): ParsedFile {
  const { value, problems, placeOf } = parseYaml(kind, file, text, ...range);
  return value === undefined ? { problems } : { problems, ...use({ value, file, path, text, placeOf }) };
}
