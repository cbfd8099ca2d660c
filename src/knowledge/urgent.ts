// What is to be seen before anything else: situations in which someone's life or safety is at stake, the words by which each
// is recognised, whom to ring, and what is then to be said.
import { z } from 'zod';
import type { Citation } from '../law/citation.ts';
import { citation, day, line, LONGEST_WORDING } from './fields.ts';

export interface Urgent {
  /** The gravest first. */
  readonly situations: readonly UrgentSituation[];
  /** What makes an ordinary question of the words of any situation. */
  readonly unless: {
    /** Wherever it stands in the sentence. */
    readonly inSentence: readonly string[];
    /** Where it stands before the words, in the same part of the sentence. */
    readonly before: readonly string[];
  };
  /** What is said where only examples show danger, and so not which; without it examples show none. */
  readonly unnamed?: UrgentSituation;
  /** Messages about the same people and themes in which nobody is in danger. */
  readonly calmExamples: readonly string[];
  /** Words that say that it is happening now; what stands before is then no longer a mere supposition. */
  readonly now: readonly string[];
  readonly checked: string;
}

/** Whom to ring, and what is then said. */
export interface Help {
  readonly calls: readonly Call[];
  /** Markdown, a sentence or two. */
  readonly says: string;
  readonly saysEn?: string;
  readonly citations: readonly Citation[];
}

/** The wordings are written as those of the vocabulary: `a/b`, `…`, `2–17`, `word!`. */
export interface UrgentSituation extends Help {
  readonly name: string;
  readonly wordings: readonly string[];
  /** What makes it an ordinary question, wherever it stands in the sentence. */
  readonly unless: readonly string[];
  /** Messages in which it is here now, also where none of the wordings stands: what is like them is recognised. */
  readonly examples: readonly string[];
}

/** Someone to ring. */
export interface Call {
  readonly who: string;
  /** Absent where it is another in every municipality. */
  readonly number?: string;
  /** When, or for what. */
  readonly when: string;
  /** The same in English, for those who ask in it. */
  readonly whoEn?: string;
  readonly whenEn?: string;
}

const GAP = '…';

const wording = line(200)
  .check(({ value: text, issues }) => {
    const steps = text.split(/[ -]+/u);
    const isSound =
      steps[0] !== GAP &&
      steps.at(-1) !== GAP &&
      steps.every((step, i) => step !== GAP || steps[i - 1] !== GAP) &&
      steps.every((step) => step.split('/').every((word) => word !== '' && word !== '!')) &&
      steps.every((step) => step === GAP || !step.includes(GAP));
    if (isSound) return;
    issues.push({
      code: 'custom',
      input: text,
      message: `«${text}» går inte att läsa som en ordföljd.`,
      params: { next: 'Skriv ord med mellanslag, «a/b» för det ena eller det andra och « … » mitt i för ord emellan.' },
    });
  })
  .describe('En ordföljd, som i ordforrad.yml: a/b, …, 2–17, ord!');

const callShape = z.strictObject({
  vem: line(80).describe('Vem som svarar, till exempel SOS Alarm.'),
  nummer: line(30).optional().describe('Numret inom citattecken, till exempel "112". Utelämnas där det är olika.'),
  när: line(200).describe('När man ska ringa just dit, efter ett kolon.'),
  'vem en': line(80).optional().describe('Vem som svarar, på engelska, där det inte är ett namn.'),
  'när en': line(250).optional().describe('Samma sak som «när», på engelska.'),
});

const situationShape = z.strictObject({
  läge: line(60).describe('Vad läget heter. Det allvarligaste läget står först i filen.'),
  ord: z.array(wording).min(1).describe('Ordföljder som visar att läget är här nu.'),
  'inte om': z.array(wording).optional().describe('Ordföljder i samma mening som gör det till en vanlig fråga.'),
  exempel: z
    .array(line(LONGEST_WORDING))
    .optional()
    .describe('Meddelanden där läget är här nu, som folk skriver dem. Det som liknar dem känns igen.'),
  ring: z.array(callShape).min(1).describe('Vem man ringer, den viktigaste först.'),
  säg: z.string().trim().min(1).max(600).describe('En eller två meningar om vad man får säga. Markdown.'),
  'säg en': z.string().trim().min(1).max(700).optional().describe('Samma meningar på engelska.'),
  lagrum: z.array(citation).min(1).describe('Varje lagrum som meningarna vilar på.'),
});

const likeExamplesShape = situationShape.pick({ ring: true, säg: true, 'säg en': true, lagrum: true });

const unlessShape = z.strictObject({
  'i meningen': z.array(wording).describe('Gör det till en vanlig fråga var det än står i meningen.'),
  före: z.array(wording).describe('Gör det till en vanlig fråga när det står före, i samma led av meningen.'),
});

const urgentShape = z.strictObject({
  kontrollerad: day.describe('Den dag då numren senast kontrollerades.'),
  lägen: z.array(situationShape).min(1).describe('Lägena, det allvarligaste först.'),
  'liknar exempel': likeExamplesShape
    .optional()
    .describe('Vad som sägs när bara exemplen visar att någon kan vara i fara, inte vilket läge det är.'),
  'lugna exempel': z
    .array(line(LONGEST_WORDING))
    .optional()
    .describe('Meddelanden om samma människor och ämnen där ingen är i fara nu.'),
  'inte om': unlessShape.describe('Gäller alla lägen.'),
  nu: z.array(wording).describe('Ord som säger att det händer nu. Då räknas inte det som står under «före».'),
});

export const urgentFile = urgentShape.transform((file): Urgent => ({
  checked: file.kontrollerad,
  situations: file.lägen.map((each) => ({
    name: each.läge,
    wordings: each.ord,
    unless: each['inte om'] ?? [],
    examples: each.exempel ?? [],
    ...helpIn(each),
  })),
  calmExamples: file['lugna exempel'] ?? [],
  ...(file['liknar exempel'] && {
    unnamed: { name: UNNAMED, wordings: [], unless: [], examples: [], ...helpIn(file['liknar exempel']) },
  }),
  unless: { inSentence: file['inte om']['i meningen'], before: file['inte om'].före },
  now: file.nu,
}));

/** What a situation that only examples show is called. */
const UNNAMED = 'någon kan vara i fara';

function helpIn({ ring, säg, 'säg en': saysEn, lagrum }: z.output<typeof likeExamplesShape>): Help {
  const calls = ring.map(({ vem, nummer, när, 'vem en': whoEn, 'när en': whenEn }) => ({
    who: vem,
    ...(nummer === undefined ? {} : { number: nummer }),
    when: när,
    ...(whoEn === undefined ? {} : { whoEn }),
    ...(whenEn === undefined ? {} : { whenEn }),
  }));
  return { calls, says: säg, ...(saysEn === undefined ? {} : { saysEn }), citations: lagrum };
}

/** The keys that may stand at a path in the file, for "Menade du …?". */
export function urgentKeysAt(path: readonly (string | number)[]): readonly string[] {
  if (path.length === 0) return Object.keys(urgentShape.shape);
  if (path[0] === 'liknar exempel' && path.length === 1) return Object.keys(likeExamplesShape.shape);
  if (path[0] === 'inte om') return Object.keys(unlessShape.shape);
  return Object.keys(path.includes('ring') ? callShape.shape : situationShape.shape);
}
