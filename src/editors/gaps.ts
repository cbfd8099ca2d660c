// What the bot has learned of what is missing: by area, by the words that questions share, by entry. For those who plan what
// to write next.
import { FEEDBACK_REASONS, type FeedbackReason, type Note } from '../memory.ts';
import {
  countGaps,
  gapsByArea,
  gapsIn,
  sharedWords,
  thumbs,
  type AreaGaps,
  type GapCounts,
  type SharedWords,
  type Thumbs,
} from '../memory/count.ts';
import { longDate } from '../render/words.ts';
import { table } from './table.ts';

export interface GapReport {
  readonly since: string;
  /** How many days things are kept. */
  readonly keepDays: number;
  /** Lines of the file that are not ours. */
  readonly foreign: number;
  readonly answered: number;
  readonly all: GapCounts;
  readonly areas: readonly AreaGaps[];
  readonly together: readonly SharedWords[];
  readonly disliked: readonly Thumbs[];
  readonly liked: readonly Thumbs[];
  readonly lines: readonly Line[];
}

/** What someone wrote to the editors, masked. */
interface Line {
  readonly day: string;
  readonly entry?: string;
  readonly reason?: FeedbackReason;
  readonly line: string;
}

export function gapReport(
  notes: readonly Note[],
  since: string,
  { keepDays, foreign }: Pick<GapReport, 'keepDays' | 'foreign'>,
): GapReport {
  const own = notes.filter(({ day }) => day >= since);
  const gaps = gapsIn(own);
  const pressed = thumbs(own);
  const most = (key: 'up' | 'down') =>
    pressed
      .filter((entry) => entry[key] > 0)
      .sort((a, b) => b[key] - a[key] || a.entry.localeCompare(b.entry, 'sv'))
      .slice(0, MOST_ENTRIES);
  return {
    since,
    keepDays,
    foreign,
    answered: own.filter(({ kind }) => kind === 'answered').length,
    all: countGaps(gaps),
    areas: gapsByArea(own),
    together: sharedWords(gaps),
    disliked: most('down'),
    liked: most('up'),
    lines: gaps.flatMap(({ day, entry, reason, line }) =>
      line === undefined
        ? []
        : [{ day, ...(entry === undefined ? {} : { entry }), ...(reason === undefined ? {} : { reason }), line }],
    ),
  };
}

/** The report for programs, in the words of the other reports. */
export function gapsAsJson(report: GapReport): object {
  return {
    sedan: report.since,
    sparasDagar: report.keepDays,
    besvarade: report.answered,
    allt: countsAsJson(report.all),
    områden: report.areas.map(({ area = null, ...counts }) => ({ område: area, ...countsAsJson(counts) })),
    ordTillsammans: report.together.map(({ words, times }) => ({ ord: words, gånger: times })),
    flestTummarNer: report.disliked.map(thumbsAsJson),
    flestTummarUpp: report.liked.map(thumbsAsJson),
    rader: report.lines.map(({ day, entry = null, reason, line }) => ({
      dag: day,
      fråga: entry,
      skäl: reason === undefined ? null : REASONS[reason],
      text: line,
    })),
    främmandeRader: report.foreign,
  };
}

export function gapsAsText(report: GapReport): string {
  const { since, keepDays, foreign, answered, all, areas, together, disliked, liked, lines } = report;
  const parts = [
    [
      `Sedan den ${longDate(since)}. Besvarade frågor: ${answered}. Luckor: ${all.total}.`,
      `Varje lucka sparas i ${keepDays} dagar. Här finns varken frågor eller vem som frågade, bara ord som är vanliga i kunskapsmappen.`,
    ],
    all.total === 0 ? [] : [areasTable(areas, all)],
    all.thumbsDown === 0 ? [] : [`Tummar ner: ${reasonsInWords(all)}.`],
    together.length === 0
      ? []
      : [
          'Ord som återkommer i luckorna:',
          ...together.map(({ words, times }) => `  ${words.join(', ')}: ${times}`),
          'Fråga boten med orden, så ser du vad som saknas: sekretesslotsen fraga --förklara "…"',
        ],
    disliked.length === 0
      ? []
      : ['Svar med flest tummar ner:', ...disliked.map(({ entry, up, down }) => `  ${entry}: ${down} ner, ${up} upp`)],
    liked.length === 0
      ? []
      : ['Svar med flest tummar upp:', ...liked.map(({ entry, up, down }) => `  ${entry}: ${up} upp, ${down} ner`)],
    lines.length === 0
      ? []
      : [
          'Skrivet till redaktörerna («…» är ord som har dolts):',
          ...lines.map(
            ({ day, entry, reason, line }) =>
              `  ${[day, entry, reason === undefined ? undefined : REASONS[reason]].filter((part) => part !== undefined).join('  ')}\n    ${line}`,
          ),
        ],
    foreign === 0 ? [] : [`Rader i filen som inte är botens egna: ${foreign}. De har hoppats över och står kvar.`],
  ].filter((part) => part.length > 0);
  return parts.map((part) => part.join('\n')).join('\n\n');
}

/** What is told where nothing is remembered. */
export const HOW_TO_REMEMBER = `Boten har inte sparat något att räkna: MEMORY_FILE är inte satt.

Slå på det så här: skriv till exempel MEMORY_FILE=minne.jsonl i .env (eller i miljön) och starta om boten. Den sparar då
vilket svar som gavs och vad som saknades, aldrig frågan eller vem som frågade. Varje rad sparas i MEMORY_DAYS dagar, 90 om
inget annat är satt.`;

const REASONS: Readonly<Record<FeedbackReason, string>> = {
  wrong: 'fel',
  unclear: 'svårt att förstå',
  missing: 'något saknas',
  other: 'annat',
};

const MOST_ENTRIES = 10;
const NOTHING_NEAR = '(inget i närheten)';

function areasTable(areas: readonly AreaGaps[], all: GapCounts): string {
  const row = (name: string, { declined, askedBack, thumbsDown, askedHuman, total }: GapCounts) => [
    name,
    ...[declined, askedBack, thumbsDown, askedHuman, total].map(String),
  ];
  return table([
    ['område', 'utan svar', 'fråga tillbaka', 'tumme ner', 'till en människa', 'allt'],
    ...areas.map(({ area, ...counts }) => row(area ?? NOTHING_NEAR, counts)),
    row('allt', all),
  ]);
}

function reasonsInWords({ reasons, thumbsDown }: GapCounts): string {
  const given = FEEDBACK_REASONS.map((reason) => [REASONS[reason], reasons[reason]] as const);
  const silent = thumbsDown - given.reduce((sum, [, n]) => sum + n, 0);
  return [...given, ['utan skäl', silent] as const]
    .filter(([, n]) => n > 0)
    .map(([name, n]) => `${name} ${n}`)
    .join(', ');
}

function countsAsJson({ total, declined, askedBack, thumbsDown, askedHuman, reasons }: GapCounts): object {
  return {
    luckor: total,
    utanSvar: declined,
    frågaTillbaka: askedBack,
    tummeNer: thumbsDown,
    tillEnMänniska: askedHuman,
    skäl: Object.fromEntries(FEEDBACK_REASONS.map((reason) => [REASONS[reason], reasons[reason]])),
  };
}

function thumbsAsJson({ entry, up, down }: Thumbs): object {
  return { fråga: entry, upp: up, ner: down };
}
