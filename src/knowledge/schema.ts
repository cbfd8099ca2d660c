// The formats of the knowledge folder. The one place where the editors' Swedish keys become English types; the JSON Schemas
// in `knowledge/.schema/`, by which editors' tools complete and check as one types, are made from these too.
import { z } from 'zod';
import type { Citation } from '../law/citation.ts';
import type { Stated, Verdict } from '../rules/rule.ts';
import { citation, day, line, LONGEST_WORDING, sfs, validity, type Validity } from './fields.ts';
import { additionFile, localFile, localKeys, type Addition } from './local.ts';
import {
  casesFile,
  conceptsFile,
  coverageFile,
  factsFile,
  ruleFile,
  rulesKeysAt,
  verdictWord,
  vocabularyFile,
  type RuleSource,
} from './rule-schema.ts';
import { knownAct, sectionsFile, soundSectionsFile } from './sections.ts';
import { elsewhereFile, elsewhereKeysAt } from './elsewhere.ts';
import { englishFile, englishKeysAt } from './english.ts';
import { startFile, startKeysAt } from './start.ts';
import { urgentFile, urgentKeysAt } from './urgent.ts';

/** A review by a lawyer. `null` until there has been one: nothing may pretend otherwise. */
export type Review = { readonly date: string; readonly by: string } | null;

/** One provision, summarised in our own words, in one wording. */
export interface Provision extends Validity {
  readonly citation: Citation;
  readonly heading: string;
  /** Names that people use for it, such as "generalklausulen". */
  readonly aliases: readonly string[];
  /** The act whose wording this is, as `SFS 2024:88`. */
  readonly wording: string;
  readonly checked: string;
  readonly review: Review;
  /** Markdown. */
  readonly summary: string;
  /** The rules that encode it. */
  readonly rules: readonly RuleSource[];
  /** Whose text it is, where it is a municipality's own. */
  readonly origin?: string;
}

/** A curated question with its answer. */
export interface Entry extends Validity {
  /** The path below `fragor/`, without `.md`. */
  readonly id: string;
  readonly question: string;
  readonly wordings: readonly string[];
  readonly shortAnswer: string;
  /** The short answer in English, for those who ask in English. */
  readonly shortAnswerEn?: string;
  /** The answer in easy Swedish (lätt svenska), Markdown, for those who ask for that. */
  readonly easySwedish?: string;
  /** Markdown. */
  readonly body: string;
  readonly citations: readonly Citation[];
  readonly seeAlso: readonly string[];
  /** The situation that it answers, in the concepts of the rules, and what they come to in it. */
  readonly situation?: Situation;
  readonly source?: Source;
  readonly checked: string;
  readonly review: Review;
  /** The day after which someone must look at it again. */
  readonly reviewBy?: string;
  /** Whose text it is, where it is a municipality's own. */
  readonly origin?: string;
  /** What municipalities have laid under it. */
  readonly additions?: readonly Addition[];
}

export interface Situation {
  readonly stated: Stated;
  readonly verdict: Verdict;
}

/** Where a question was learned from. */
export interface Source {
  readonly title: string;
  readonly by: string;
  readonly published: string;
  readonly url?: string;
  /** What we took from it, in a sentence. */
  readonly use: string;
}

/** What a thesaurus says: groups of words that mean the same to those who ask. */
export interface Words {
  readonly equivalents: readonly (readonly string[])[];
  /** English words and phrases, each with what it is called in Swedish. */
  readonly english: Readonly<Record<string, readonly string[]>>;
}

const reviewFile = z.strictObject({ datum: day, av: line(200) });

const review = reviewFile
  .nullable()
  .transform((value): Review => (value === null ? null : { date: value.datum, by: value.av }))
  .describe('Lämnas null tills en jurist har granskat texten.');

const provisionFile = z.strictObject({
  lagrum: citation,
  rubrik: line(150).describe('Vår egen korta rubrik.'),
  kallas: z.array(line(80)).optional().describe('Namn som folk använder, till exempel generalklausulen.'),
  lydelse: sfs,
  'gäller från': day.optional(),
  'gäller till': day.optional(),
  kontrollerad: day.describe('Den dag då texten senast lästes mot lagtexten.'),
  granskad: review,
  sammanfattning: z.string().trim().min(1).max(6_000).describe('Vad bestämmelsen säger, med egna ord. Markdown.'),
  regler: z.array(ruleFile).optional().describe('Vad bestämmelsen gör: hindrar, bryter eller kräver ett utlämnande.'),
});

const sourceFile = z.strictObject({
  titel: line(300),
  av: line(200),
  publicerad: day,
  länk: z.url({ protocol: /^https$/u }).optional(),
  användning: line(500).describe('Vad vi har hämtat därifrån.'),
});

/** Characters: the question stands on Slack's buttons, which hold no more. */
export const LONGEST_QUESTION = 75;

const entryFile = z.strictObject({
  fråga: line(LONGEST_QUESTION).describe(
    'Frågan på en rad, som någon skulle ställa den. Den står på knappar, så högst 75 tecken.',
  ),
  'andra formuleringar': z.array(line(LONGEST_WORDING)).describe('Andra sätt att fråga samma sak.'),
  'kort svar': z.string().trim().min(1).max(400).describe('Svaret i en eller två meningar.'),
  'kort svar en': z.string().trim().min(1).max(500).optional().describe('Det korta svaret på engelska.'),
  'lätt svenska': z
    .string()
    .trim()
    .min(1)
    .max(1_200)
    .optional()
    .describe('Svaret på lätt svenska: korta meningar, vanliga ord, ett råd om vad man kan göra. Markdown.'),
  lagrum: z.array(citation).min(1).describe('Varje lagrum som svaret vilar på.'),
  'se även': z.array(line(120)).optional().describe('Andra frågor, till exempel grunder/vad-ar-men.'),
  fakta: factsFile.optional().describe('Situationen som frågan gäller, i reglernas begrepp. Kräver «utfall».'),
  utfall: verdictWord.optional().describe('Vad reglerna ska komma till i den situationen.'),
  källa: sourceFile.optional(),
  'gäller från': day.optional(),
  'gäller till': day.optional(),
  kontrollerad: day,
  granskad: review,
  'granskas senast': day.optional(),
});

const soundEntryFile = entryFile.check(({ value: file, issues }) => {
  if ((file.fakta === undefined) === (file.utfall === undefined)) return;
  const [there, missing] = file.fakta === undefined ? ['utfall', 'fakta'] : ['fakta', 'utfall'];
  issues.push({
    code: 'custom',
    input: file,
    path: [there],
    message: `«${there}» står utan «${missing}».`,
    params: { next: `Lägg till «${missing}:», eller ta bort «${there}:».` },
  });
});

const wordsFile = z.strictObject({
  likvärdiga: z.array(z.array(line(80)).min(2)).describe('Varje rad är ord som betyder samma sak för den som frågar.'),
  engelska: z
    .record(line(80), z.array(line(80)).min(1))
    .optional()
    .describe('Engelska ord och vad de heter på svenska i svaren.'),
});

/** The schemas of the files, by the name of their JSON Schema. Each takes Swedish keys and gives an English type. */
export const fileSchemas = {
  lagrum: provisionFile.transform((file): Provision => ({
    citation: file.lagrum,
    heading: file.rubrik,
    aliases: file.kallas ?? [],
    wording: file.lydelse,
    ...validity(file),
    checked: file.kontrollerad,
    review: file.granskad,
    summary: file.sammanfattning,
    rules: file.regler ?? [],
  })),
  fraga: soundEntryFile.transform((file): Omit<Entry, 'id' | 'body'> => ({
    question: file.fråga,
    wordings: file['andra formuleringar'],
    shortAnswer: file['kort svar'],
    ...(file['kort svar en'] === undefined ? {} : { shortAnswerEn: file['kort svar en'] }),
    ...(file['lätt svenska'] === undefined ? {} : { easySwedish: file['lätt svenska'] }),
    citations: file.lagrum,
    seeAlso: file['se även'] ?? [],
    ...(file.fakta === undefined || file.utfall === undefined
      ? {}
      : { situation: { stated: file.fakta, verdict: file.utfall } }),
    ...(file.källa === undefined ? {} : { source: source(file.källa) }),
    ...validity(file),
    checked: file.kontrollerad,
    review: file.granskad,
    ...(file['granskas senast'] === undefined ? {} : { reviewBy: file['granskas senast'] }),
  })),
  ord: wordsFile.transform((file): Words => ({ equivalents: file.likvärdiga, english: file.engelska ?? {} })),
  paragrafer: soundSectionsFile.transform(knownAct),
  begrepp: conceptsFile,
  tackning: coverageFile,
  fall: casesFile,
  ordforrad: vocabularyFile,
  akut: urgentFile,
  utanfor: elsewhereFile,
  engelska: englishFile,
  start: startFile,
  lokalt: localFile,
  tillagg: additionFile,
} as const;

export type FileKind = keyof typeof fileSchemas;

/** The keys that may stand at a path in a file (the empty path: at its top), for "Menade du …?". */
export function keysAt(kind: FileKind, path: readonly (string | number)[]): readonly string[] {
  if (path.length === 0) return fileKeys[kind];
  if (kind === 'akut') return urgentKeysAt(path);
  if (kind === 'utanfor') return elsewhereKeysAt(path);
  if (kind === 'engelska') return englishKeysAt(path);
  if (kind === 'start') return startKeysAt(path);
  if (kind === 'lokalt' && path[0] === 'kontakter') return localKeys.kontakter;
  const inRules = rulesKeysAt(path);
  if (inRules !== undefined) return inRules;
  return groupKeys[String(path.at(-1))] ?? [];
}

const fileKeys: Readonly<Record<FileKind, readonly string[]>> = {
  lagrum: Object.keys(provisionFile.shape),
  fraga: Object.keys(entryFile.shape),
  ord: Object.keys(wordsFile.shape),
  paragrafer: Object.keys(sectionsFile.shape),
  begrepp: ['parter', 'begrepp'],
  tackning: ['täckning', 'utanför reglerna'],
  fall: ['fall'],
  ordforrad: ['parter', 'begrepp', 'sorter'],
  akut: urgentKeysAt([]),
  utanfor: elsewhereKeysAt([]),
  engelska: englishKeysAt([]),
  start: startKeysAt([]),
  lokalt: localKeys.lokalt,
  tillagg: localKeys.tillagg,
};

const groupKeys: Readonly<Record<string, readonly string[]>> = {
  granskad: Object.keys(reviewFile.shape),
  källa: Object.keys(sourceFile.shape),
};

/** The JSON Schema (draft 2020-12) by which an editor's tool completes and checks a file of this kind. */
export function jsonSchema(kind: FileKind): object {
  return z.toJSONSchema(fileSchemas[kind], { io: 'input' });
}

function source(file: z.output<typeof sourceFile>): Source {
  return {
    title: file.titel,
    by: file.av,
    published: file.publicerad,
    ...(file.länk === undefined ? {} : { url: file.länk }),
    use: file.användning,
  };
}
