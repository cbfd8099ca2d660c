// The formats of what the rule engine reads: rules in the files of their provisions, concepts, coverage and cases. Names of
// concepts and values are still the editors' own here; rulebook.ts looks them up.
import { z } from 'zod';
import type { Citation } from '../law/citation.ts';
import { UNKNOWN, type BarKind, type Stated, type Verdict } from '../rules/rule.ts';
import { citation, day, line, validity, type Validity } from './fields.ts';

/** All of the facts, and where there are any, one of the alternatives. */
export interface ConditionSource {
  readonly facts: readonly { readonly concept: string; readonly values: readonly string[] }[];
  readonly anyOf: readonly ConditionSource[];
}

export interface RuleSource extends Validity {
  readonly effect:
    | { readonly verb: 'bars'; readonly kind: BarKind; readonly protects: 'individual' | 'public' }
    | { readonly verb: 'lifts'; readonly target: TargetSource; readonly except: readonly Citation[] }
    | { readonly verb: 'requires'; readonly except: readonly Citation[] };
  readonly when: ConditionSource;
  readonly unless?: ConditionSource;
  /** The provision through which it has its effect. */
  readonly through?: Citation;
  /** Whether the effect is read from what the provision does not say. */
  readonly aContrario: boolean;
  /** What the rule says, in a sentence for those who get the answer. */
  readonly sentence: string;
}

export type TargetSource = 'everything' | 'secrecy' | 'individual' | readonly Citation[];

/** A party, who may disclose and receive. With parts it is a name for several. */
export interface PartySource {
  readonly id: string;
  /** As it stands in a sentence: "skolkuratorn". */
  readonly name: string;
  readonly parts: readonly string[];
  readonly is: readonly string[];
  /** The heading under which it and those after it are offered to choose from. */
  readonly heading?: string;
  /** Whether it is only a name for the rules' own use, never offered. */
  readonly onlyInRules: boolean;
}

export interface ConceptSource {
  readonly id: string;
  readonly question: string;
  readonly help?: string;
  readonly assessment: boolean;
  /** Absent where the values are the parties. */
  readonly values?: readonly ValueSource[];
  readonly presumptions: readonly {
    readonly value: string;
    readonly when: ConditionSource;
    readonly basis?: Citation;
  }[];
  readonly attainable: readonly string[];
  readonly resting?: string;
}

export interface ValueSource {
  readonly id: string;
  readonly text: string;
  readonly gives: readonly { readonly concept: string; readonly values: readonly string[] }[];
  readonly citation?: Citation;
}

export interface ConceptsSource {
  readonly parties: readonly PartySource[];
  readonly concepts: readonly ConceptSource[];
}

export interface CoverageSource {
  readonly rows: readonly {
    readonly when: ConditionSource;
    readonly covered: boolean;
    readonly sentence?: string;
    readonly english?: string;
  }[];
  /** What the rules leave out, in sentences. */
  readonly leftOut: readonly { readonly sentence: string; readonly english?: string }[];
}

/**
 * The words by which parties and facts are recognised in a question. A wording is one or more words in their dictionary form;
 * inflection, compounds and misspellings are found from it. In a wording `a/b` is either word, `…` up to six words between,
 * `2–17` a number in that span and `word!` just this form.
 */
export interface Vocabulary {
  /** Party -> wordings. One that begins with a first person ("min son") says who is asking. */
  readonly parties: Readonly<Record<string, readonly string[]>>;
  /** Concept -> value -> wordings. The value `NOT_SAID` holds wordings that only look as if they said something. */
  readonly concepts: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** What the grammar must know of the parties. */
  readonly kinds: {
    /** Parties that receive but owe no secrecy, and so never send. */
    readonly individuals: readonly string[];
    /** Whom the matter is about: to talk with them is to do one's work, not to disclose. */
    readonly concerned: readonly string[];
    /** Professions: "kurator på BUP" is BUP, but "kurator på en skola" is the kurator. */
    readonly professions: readonly string[];
    readonly schools: readonly string[];
    /** Those whose work it is to ask: if they wish to talk with someone, it is hardly to tell. */
    readonly inquirers: readonly string[];
    /** Kinds of information that win over others that are said too: what is safest to have understood. */
    readonly overriding: readonly string[];
    /** Words for those who have no party of their own: "personalen på HVB-hemmet". */
    readonly people: readonly string[];
    /** Words for those who belong where the asker or the sender does. */
    readonly colleagues: readonly string[];
  };
  /** The words of those who ask in English; absent where the folder has none. */
  readonly english?: EnglishWordings;
}

/** As the Swedish ones, in English. What the grammar must know of the parties holds for both. */
export interface EnglishWordings extends Pick<Vocabulary, 'parties' | 'concepts'> {
  /** Party -> the heading that it is chosen under. Of a word for two ("nurse"), it is that one whose like are named too. */
  readonly fields: Readonly<Record<string, string>>;
  readonly kinds: Pick<Vocabulary['kinds'], 'people' | 'colleagues'>;
}

/** A situation with what the rules must come to in it, written by those who know the law. */
export interface Case {
  readonly id: string;
  readonly name: string;
  readonly stated: Stated;
  readonly verdict: Verdict;
  /** Provisions whose rules have a part in the verdict. */
  readonly decidedBy: readonly Citation[];
  /** Provisions that people believe in and that do not open here. */
  readonly closed: readonly Citation[];
  /** Concepts that must be left to assess or to ask about. */
  readonly open: readonly string[];
  /** Concepts of which a change must be among the ways forward. */
  readonly ways: readonly string[];
  readonly day?: string;
  readonly why: string;
}

const name = line(80);
const values = z
  .union([name, z.array(name).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

const ANY_OF = 'någon av';

// eslint-disable-next-line @typescript-eslint/consistent-indexed-object-style -- a Record cannot name itself
interface ConditionFile {
  readonly [key: string]: string | readonly (string | ConditionFile)[];
}

const conditionFile: z.ZodType<ConditionFile> = z.lazy(() =>
  z.record(name, z.union([name, z.array(z.union([name, conditionFile])).min(1)])).check(({ value: file, issues }) => {
    for (const [key, given] of Object.entries(file)) {
      const problem = listProblem(key, typeof given === 'string' ? [given] : given);
      if (problem !== undefined) issues.push({ code: 'custom', input: given, path: [key], ...problem });
    }
  }),
);

/** Values stand under a concept, conditions under «någon av». */
function listProblem(key: string, list: readonly (string | ConditionFile)[]) {
  if (key === ANY_OF && list.some((each) => typeof each === 'string'))
    return {
      message: '«någon av» ska vara en lista av villkor.',
      params: { next: 'Skriv «- { begrepp: värde }» på varje rad under den.' },
    };
  if (key !== ANY_OF && list.some((each) => typeof each !== 'string'))
    return {
      message: `«${key}» har villkor i stället för värden.`,
      params: { next: 'Skriv ett värde, eller flera som [a, b].' },
    };
  return undefined;
}

const condition = conditionFile
  .transform(conditionSource)
  .describe(
    'Ett villkor: begrepp och värde på varje rad. Flera värden skrivs [a, b]. «någon av» är en lista av villkor.',
  );

function conditionSource(file: ConditionFile): ConditionSource {
  const lists = Object.entries(file).map(([key, given]) => [key, typeof given === 'string' ? [given] : given] as const);
  return {
    facts: lists
      .filter(([key]) => key !== ANY_OF)
      .map(([concept, list]) => ({ concept, values: list.filter((each) => typeof each === 'string') })),
    anyOf: lists
      .filter(([key]) => key === ANY_OF)
      .flatMap(([, list]) => list.filter((each) => typeof each !== 'string').map(conditionSource)),
  };
}

const KINDS: Readonly<Record<'sekretess' | 'tystnadsplikt' | 'inre sekretess', BarKind>> = {
  sekretess: 'secrecy',
  tystnadsplikt: 'silence',
  'inre sekretess': 'inner',
};

const TARGETS = {
  allt: 'everything',
  'all sekretess': 'secrecy',
  'sekretess till skydd för enskild': 'individual',
} as const;

const ruleShape = z.strictObject({
  hindrar: z.literal('utlämnande').optional().describe('En sekretess som hindrar att uppgiften lämnas.'),
  bryter: z
    .union([z.enum(['allt', 'all sekretess', 'sekretess till skydd för enskild']), z.array(citation).min(1)])
    .optional()
    .describe(
      'En öppning. Ange vad den bryter: all sekretess, sekretess till skydd för enskild, eller en lista av lagrum.',
    ),
  kräver: z.literal('utlämnande').optional().describe('En skyldighet att lämna uppgiften.'),
  slag: z.enum(['sekretess', 'tystnadsplikt', 'inre sekretess']).optional(),
  'till skydd för': z.enum(['enskild', 'allmän']).optional(),
  utom: z.array(citation).min(1).optional().describe('Lagrum vars sekretess den inte rår på.'),
  genom: citation.optional().describe('Bestämmelsen som gör att den får verkan, till exempel OSL 10:28.'),
  'läst motsatsvis': z.literal('ja').optional(),
  när: condition.optional(),
  'om inte': condition.optional(),
  mening: line(300).describe('Vad regeln säger, i en mening för den som får svaret.'),
  'gäller från': day.optional(),
  'gäller till': day.optional(),
});

export const ruleFile = ruleShape.transform((file, context): RuleSource => {
  const effect = effectOf(file);
  if (effect === undefined) {
    context.addIssue({
      code: 'custom',
      message: 'En regel ska ha en av «hindrar», «bryter» och «kräver», och bara nycklar som hör till den.',
      params: { next: '«slag» och «till skydd för» hör till «hindrar»; «utom» hör till «bryter» och «kräver».' },
    });
    return z.NEVER;
  }
  return {
    effect,
    when: file.när ?? { facts: [], anyOf: [] },
    ...(file['om inte'] === undefined ? {} : { unless: file['om inte'] }),
    ...(file.genom === undefined ? {} : { through: file.genom }),
    aContrario: file['läst motsatsvis'] === 'ja',
    sentence: file.mening,
    ...validity(file),
  };
});

function effectOf(file: z.output<typeof ruleShape>): RuleSource['effect'] | undefined {
  const verbs = [file.hindrar, file.bryter, file.kräver].filter((verb) => verb !== undefined);
  if (verbs.length !== 1) return undefined;
  const except = file.utom ?? [];
  if (file.hindrar !== undefined) {
    if (file.utom !== undefined) return undefined;
    const protects = file['till skydd för'] === 'allmän' ? 'public' : 'individual';
    return { verb: 'bars', kind: KINDS[file.slag ?? 'sekretess'], protects };
  }
  if (file.slag !== undefined || file['till skydd för'] !== undefined) return undefined;
  if (file.bryter === undefined) return { verb: 'requires', except };
  return { verb: 'lifts', target: typeof file.bryter === 'string' ? TARGETS[file.bryter] : file.bryter, except };
}

// ---- concepts ---------------------------------------------------------------------------------------------------

const given = z.record(name, values);

const partyFile = z.strictObject({
  namn: line(80).describe('Så som parten står i en mening: skolkuratorn.'),
  delar: z.array(name).min(1).optional().describe('Parter som namnet står för tillsammans.'),
  är: values.optional().describe('myndighet, enskild verksamhet eller privatperson.'),
  rubrik: line(75).optional().describe('Rubriken som den, och de efter den, står under i formuläret.'),
  'bara i regler': z.literal('ja').optional().describe('Ett samlingsnamn som inte går att välja i formuläret.'),
});

const valueFile = z.union([
  line(75),
  z.strictObject({ text: line(75), ger: given.optional(), lagrum: citation.optional() }),
]);

const presumptionFile = z.strictObject({
  värde: name,
  när: condition.describe('När det antas. Skriv {} för alltid.'),
  stöd: citation.optional().describe('Bestämmelsen vars huvudregel det är. Krävs för en bedömning.'),
});

const conceptFile = z.strictObject({
  fråga: line(150).describe('Frågan som ställs till den som inte har sagt det.'),
  hjälp: line(300).optional(),
  värden: z.union([z.literal('parter'), z.record(name, valueFile)]),
  bedömning: z.literal('ja').optional().describe('En bedömning som bara den som beslutar kan göra.'),
  antas: z.array(presumptionFile).optional(),
  annars: name
    .optional()
    .describe('Värdet när inget särskilt är fallet, till exempel nej. Svaret säger vad som gäller då.'),
  'kan uppnås': z.array(name).optional().describe('Värden som man kan åstadkomma, till exempel ett samtycke.'),
});

const conceptsShape = z.strictObject({
  parter: z.record(name, partyFile),
  begrepp: z.record(name, conceptFile),
});

export const conceptsFile = conceptsShape.transform((file): ConceptsSource => ({
  parties: Object.entries(file.parter).map(([id, party]) => ({
    id,
    name: party.namn,
    parts: party.delar ?? [],
    is: party.är ?? [],
    ...(party.rubrik === undefined ? {} : { heading: party.rubrik }),
    onlyInRules: party['bara i regler'] === 'ja',
  })),
  concepts: Object.entries(file.begrepp).map(([id, concept]) => ({
    id,
    question: concept.fråga,
    ...(concept.hjälp === undefined ? {} : { help: concept.hjälp }),
    assessment: concept.bedömning === 'ja',
    ...(concept.värden === 'parter'
      ? {}
      : { values: Object.entries(concept.värden).map(([value, text]) => valueSource(value, text)) }),
    presumptions: (concept.antas ?? []).map(({ värde, när, stöd }) => ({
      value: värde,
      when: när,
      ...(stöd === undefined ? {} : { basis: stöd }),
    })),
    attainable: concept['kan uppnås'] ?? [],
    ...(concept.annars === undefined ? {} : { resting: concept.annars }),
  })),
}));

function valueSource(id: string, file: z.output<typeof valueFile>): ValueSource {
  if (typeof file === 'string') return { id, text: file, gives: [] };
  return {
    id,
    text: file.text,
    gives: Object.entries(file.ger ?? {}).map(([concept, allowed]) => ({ concept, values: allowed })),
    ...(file.lagrum === undefined ? {} : { citation: file.lagrum }),
  };
}

// ---- coverage and cases -----------------------------------------------------------------------------------------

const coverageRow = z.strictObject({
  när: condition,
  täckt: z.enum(['ja', 'nej']),
  mening: line(300).optional().describe('Vad svaret säger när det inte är täckt.'),
  'mening en': line(350).optional().describe('Samma mening på engelska.'),
});

const leftOutFile = z.union([line(300), z.strictObject({ text: line(300), en: line(350) })]);

export const coverageFile = z
  .strictObject({ täckning: z.array(coverageRow).min(1), 'utanför reglerna': z.array(leftOutFile).optional() })
  .transform((file): CoverageSource => ({
    rows: file.täckning.map(({ när, täckt, mening, 'mening en': english }) => ({
      when: när,
      covered: täckt === 'ja',
      ...(mening === undefined ? {} : { sentence: mening }),
      ...(english === undefined ? {} : { english }),
    })),
    leftOut: (file['utanför reglerna'] ?? []).map((each) =>
      typeof each === 'string' ? { sentence: each } : { sentence: each.text, english: each.en },
    ),
  }));

/** The verdicts in the words of those who edit and read. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  required: 'ska lämnas',
  permitted: 'hindrar inte',
  barred: 'hindrar',
  depends: 'beror på',
  outside: 'utanför',
};

export const verdictWord = z
  .enum(['ska lämnas', 'hindrar inte', 'hindrar', 'beror på', 'utanför'])
  .transform((word) => VERDICTS[word]);

const VERDICTS = {
  'ska lämnas': 'required',
  'hindrar inte': 'permitted',
  hindrar: 'barred',
  'beror på': 'depends',
  utanför: 'outside',
} as const satisfies Record<string, Verdict>;

/** What an editor writes where a person was asked and does not know. */
export const UNKNOWN_WORD = 'vet inte';

export const factsFile = z
  .record(name, name)
  .transform((facts): Stated =>
    Object.fromEntries(
      Object.entries(facts).map(([concept, value]) => [concept, value === UNKNOWN_WORD ? UNKNOWN : value]),
    ),
  )
  .describe('Begrepp och värde på varje rad, så som i begrepp.yml.');

const caseFile = z.strictObject({
  id: line(40),
  namn: line(150),
  fakta: factsFile,
  utfall: verdictWord,
  'avgörs av': z.array(citation).optional().describe('Lagrum vars regler har del i utfallet.'),
  'öppnar inte': z
    .array(citation)
    .optional()
    .describe('Stängda dörrar: lagrum som man kan tro öppnar, men som inte gör det.'),
  'ska bedömas': z.array(name).optional().describe('Begrepp som ska stå kvar att bedöma eller fråga om.'),
  vägar: z.array(name).optional().describe('Begrepp där en ändring ska finnas bland vägarna framåt.'),
  dag: day.optional(),
  varför: z.string().trim().min(1).max(1_000),
});

export const casesFile = z.strictObject({ fall: z.array(caseFile).min(1) }).transform((file): readonly Case[] =>
  file.fall.map((each) => ({
    id: each.id,
    name: each.namn,
    stated: each.fakta,
    verdict: each.utfall,
    decidedBy: each['avgörs av'] ?? [],
    closed: each['öppnar inte'] ?? [],
    open: each['ska bedömas'] ?? [],
    ways: each.vägar ?? [],
    ...(each.dag === undefined ? {} : { day: each.dag }),
    why: each.varför,
  })),
);

export const wordings = z.array(z.string().trim().min(1).max(400));
const parties = z.array(name);

/** A value of any concept: wordings that only look as if they said something. */
export const NOT_SAID = 'sägs inte';

const vocabularyShape = z.strictObject({
  parter: z.record(name, wordings),
  begrepp: z.record(name, z.record(name, wordings)),
  sorter: z.strictObject({
    enskilda: parties,
    'den det gäller': parties,
    yrken: parties,
    skolor: parties,
    frågar: parties,
    'går före': parties.optional(),
    folk: wordings,
    kollegor: wordings,
  }),
});

export const vocabularyFile = vocabularyShape.transform(({ parter, begrepp, sorter }): Vocabulary => ({
  parties: parter,
  concepts: begrepp,
  kinds: {
    individuals: sorter.enskilda,
    concerned: sorter['den det gäller'],
    professions: sorter.yrken,
    schools: sorter.skolor,
    inquirers: sorter.frågar,
    overriding: sorter['går före'] ?? [],
    people: sorter.folk,
    colleagues: sorter.kollegor,
  },
}));

/** The keys that may stand at a path in the formats above, or `undefined` where the path is not theirs or takes any key. */
export function rulesKeysAt(path: readonly (string | number)[]): readonly string[] | undefined {
  const [top, second, third] = path;
  if (top === 'regler' && path.length === 2) return Object.keys(ruleShape.shape);
  if (top === 'parter' && path.length === 2) return Object.keys(partyFile.shape);
  if (top === 'begrepp' && path.length === 2) return Object.keys(conceptFile.shape);
  if (top === 'begrepp' && third === 'antas' && path.length === 4) return Object.keys(presumptionFile.shape);
  if (top === 'begrepp' && third === 'värden' && path.length === 4) return ['text', 'ger', 'lagrum'];
  if (top === 'täckning' && path.length === 2) return Object.keys(coverageRow.shape);
  if (top === 'fall' && typeof second === 'number' && path.length === 2) return Object.keys(caseFile.shape);
  return undefined;
}
