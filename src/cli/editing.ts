// The commands for those who edit and review: what each prints, and with which exit code it ends.
import { readFile } from 'node:fs/promises';
import { readMemoryConfig } from '../config.ts';
import { checkFolders } from '../editors/check.ts';
import { difference } from '../editors/difference.ts';
import { gapReport, gapsAsJson, gapsAsText, HOW_TO_REMEMBER } from '../editors/gaps.ts';
import { report, type ReportForm } from '../editors/report.ts';
import { askedInLog, reviewAsJson, reviewAsText, reviewList } from '../editors/review.ts';
import { newEntry, newProvision, writeScaffold, type Site } from '../editors/scaffold.ts';
import { serveEditors } from '../editors/serve.ts';
import { statisticsAsText, statisticsOf } from '../editors/statistics.ts';
import { addedAsText, addWording } from '../editors/wording.ts';
import { daysAfter } from '../knowledge/days.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { readKnowledge } from '../knowledge/read.ts';
import { readNotes } from '../memory/line.ts';
import { wrongUse, type ExitCode, type World } from './world.ts';

export interface Checking {
  readonly folders: readonly string[];
  readonly date: string;
  readonly form: ReportForm;
}

export async function check(world: World, { folders, date, form }: Checking): Promise<ExitCode> {
  const checked = await checkFolders(folders, date);
  const text = report(checked, folders, form);
  if (text !== '') world.stdout.write(`${text}\n`);
  return checked.problems.length > 0 ? 1 : 0;
}

export async function listReview(
  world: World,
  folders: readonly string[],
  day: string,
  log: string | undefined,
  json: boolean,
): Promise<ExitCode> {
  const { draft, problems } = await readKnowledge(...folders);
  const asked = log === undefined ? new Map<string, number>() : await askedInLog(log);
  if ('fault' in asked) return wrongUse(world, asked.fault);
  const [folder = '.'] = folders;
  const due = await reviewList(draft, folder, day, asked);
  world.stdout.write(`${json ? JSON.stringify(reviewAsJson(due)) : reviewAsText(due)}\n`);
  if (problems.length === 0) return 0;
  world.stderr.write(`Mappen har ${problems.length} fel, så listan kan sakna något. Kör «kontroll» för att se dem.\n`);
  return 1;
}

export async function showDifference(
  world: World,
  revision: string,
  day: string,
  folders: readonly string[],
): Promise<ExitCode> {
  const { kind, text } = await difference(folders, revision, day);
  (kind === 'fault' ? world.stderr : world.stdout).write(`${text}\n`);
  return kind === 'fault' ? 2 : kind === 'different' ? 1 : 0;
}

/** Writes the beginning of a new file, and says where it is. */
export async function begin(
  [kind, ...words]: readonly string[],
  topic: string | undefined,
  knowledge: Knowledge,
  site: Site,
  world: World,
): Promise<ExitCode> {
  const text = words.join(' ');
  if ((kind !== 'fraga' && kind !== 'fråga' && kind !== 'lagrum') || text === '')
    return wrongUse(
      world,
      'Skriv till exempel: sekretesslotsen ny fraga "Vad gäller på fritidsgården?" eller ny lagrum OSL 26:9',
    );
  const begun = kind === 'lagrum' ? newProvision(text, knowledge, site) : newEntry(text, topic, knowledge, site);
  const written = 'fault' in begun ? begun : await writeScaffold(begun, site.folder);
  if ('fault' in written) {
    world.stderr.write(`${written.fault}\n`);
    return 1;
  }
  const notes = 'notes' in begun ? begun.notes : [];
  world.stdout.write(
    [`Skrev ${written.path}. Fyll i det som är tomt, och kör sedan kontroll.`, ...notes, ''].join('\n'),
  );
  return 0;
}

/** Adds a wording to a question that is there, and tells what that does. */
export async function reword(
  [id, ...words]: readonly string[],
  folders: readonly string[],
  day: string,
  world: World,
): Promise<ExitCode> {
  if (id === undefined || words.length === 0)
    return wrongUse(
      world,
      'Skriv frågans namn och hur någon frågade: sekretesslotsen ny ordalydelse grunder/vad-ar-men "vad menas med men?"',
    );
  const added = await addWording(id, words.join(' '), await readKnowledge(...folders), folders, day);
  if ('fault' in added) {
    world.stderr.write(`${added.fault}\n`);
    return 1;
  }
  world.stdout.write(`${addedAsText(added)}\n`);
  return 0;
}

export function showStatistics(world: World, knowledge: Knowledge, json: boolean): Promise<ExitCode> {
  const statistics = statisticsOf(knowledge);
  world.stdout.write(`${json ? JSON.stringify(statistics) : statisticsAsText(statistics)}\n`);
  return Promise.resolve(0);
}

/** What the bot has learned of what is missing, since a day or for as long as it is kept. */
export async function showGaps(world: World, since: string | undefined, json: boolean): Promise<ExitCode> {
  const settings = readMemoryConfig((world.settings ?? (() => world.env))());
  if ('faults' in settings) return wrongUse(world, settings.faults.join('\n'));
  const { memory } = settings;
  if (memory === undefined) {
    world.stderr.write(`${HOW_TO_REMEMBER}\n`);
    return 2;
  }
  let text = '';
  try {
    text = await readFile(memory.file, 'utf8');
  } catch (error) {
    // Before the bot has remembered anything there is no file.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) {
      world.stderr.write(
        `${memory.file} går inte att läsa. Kontrollera MEMORY_FILE och att du har rätt att läsa den.\n`,
      );
      return 1;
    }
  }
  const { notes, foreign } = readNotes(text);
  const first = daysAfter(world.today(), 1 - memory.days);
  const from = since === undefined || since < first ? first : since;
  const report = gapReport(notes, from, { keepDays: memory.days, foreign });
  world.stdout.write(`${json ? JSON.stringify(gapsAsJson(report)) : gapsAsText(report)}\n`);
  return 0;
}

/** Serves the editors' pages until the person stops the program. */
export async function showPages(world: World, options: Parameters<typeof serveEditors>[0]): Promise<ExitCode> {
  const served = await serveEditors(options);
  if ('fault' in served) {
    world.stderr.write(`${served.fault}\n`);
    return 1;
  }
  world.stdout.write(`Sidorna för redaktörer finns här:\n\n  ${served.url}\n\nAvsluta med Ctrl+C.\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await served.stop();
  return 0;
}
