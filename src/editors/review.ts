// What a lawyer should read, and in which order: what the law has changed under, what is past its day, and what nobody has
// reviewed, the oldest first and of those what is most asked for.
import { readFile } from 'node:fs/promises';
import { sectionKey } from '../law/citation.ts';
import type { Draft, Located } from '../knowledge/checks/draft.ts';
import { appliesOn } from '../knowledge/knowledge.ts';
import type { Entry } from '../knowledge/schema.ts';
import { list } from '../render/words.ts';
import { runGit } from './git.ts';

export interface ReviewList {
  /** Entries that rest on a provision whose wording is another than when they were last checked. */
  readonly changed: readonly { readonly id: string; readonly changes: readonly WordingChange[] }[];
  /** Entries past the day by which they were to be looked at. */
  readonly overdue: readonly { readonly id: string; readonly reviewBy: string }[];
  readonly unreviewed: readonly Unreviewed[];
  readonly unreviewedProvisions: readonly {
    readonly key: string;
    readonly checked: string;
    readonly entries: number;
  }[];
  /** Why the changes of wording are not known, where they are not. */
  readonly note?: string;
}

export interface WordingChange {
  readonly key: string;
  readonly before: string;
  readonly now: string;
}

export interface Unreviewed {
  readonly id: string;
  readonly question: string;
  readonly checked: string;
  /** How often it was the answer, by the log; 0 without one. */
  readonly asked: number;
}

/** The list for the first of the folders, whose history git has; `asked` says how often each entry was the answer. */
export async function reviewList(
  draft: Draft,
  folder: string,
  day: string,
  asked: ReadonlyMap<string, number>,
): Promise<ReviewList> {
  const { entries, provisions } = draft;
  const { changed, isKnown } = await changedWordings(draft, folder, day);
  const age = (a: { checked: string }, b: { checked: string }) => a.checked.localeCompare(b.checked);
  return {
    changed,
    overdue: entries.flatMap(({ value: { id, reviewBy } }) =>
      reviewBy !== undefined && reviewBy < day ? [{ id, reviewBy }] : [],
    ),
    unreviewed: entries
      .filter(({ value }) => value.review === null)
      .map(({ value: { id, question, checked } }) => ({ id, question, checked, asked: asked.get(id) ?? 0 }))
      .sort((a, b) => age(a, b) || b.asked - a.asked || a.id.localeCompare(b.id, 'sv')),
    unreviewedProvisions: provisions
      .filter(({ value }) => value.review === null)
      .map(({ value: { citation, checked } }) => {
        const key = sectionKey(citation);
        const resting = entries.filter(({ value }) => value.citations.some((each) => sectionKey(each) === key));
        return { key, checked, entries: resting.length };
      })
      .sort((a, b) => age(a, b) || b.entries - a.entries),
    ...(isKnown
      ? {}
      : {
          note: 'Mappens hela historia finns inte här (git), så det syns inte säkert vilka lydelser som har ändrats.',
        }),
  };
}

/** How often each entry was the answer, by the lines that the bot has logged: an object a line, with the entry's id. */
export async function askedInLog(file: string): Promise<ReadonlyMap<string, number> | { readonly fault: string }> {
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return { fault: `Loggen ${file} går inte att läsa. Kontrollera att den finns.` };
  }
  const counts = new Map<string, number>();
  for (const [, id = ''] of text.matchAll(/^\{.*"entry":"([a-z0-9/-]+)".*\}$/gmu))
    counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** The list for programs, in the words of the other reports. */
export function reviewAsJson({ changed, overdue, unreviewed, unreviewedProvisions, note }: ReviewList): object {
  return {
    ändradLydelse: changed.map(({ id, changes }) => ({
      fråga: id,
      lagrum: changes.map(({ key, before, now }) => ({ lagrum: key, före: before, nu: now })),
    })),
    skulleHaSettsÖver: overdue.map(({ id, reviewBy }) => ({ fråga: id, senast: reviewBy })),
    ogranskadeFrågor: unreviewed.map(({ id, checked, asked }) => ({ fråga: id, kontrollerad: checked, gånger: asked })),
    ogranskadeLagrum: unreviewedProvisions.map(({ key, checked, entries }) => ({
      lagrum: key,
      kontrollerad: checked,
      frågor: entries,
    })),
    ...(note === undefined ? {} : { anmärkning: note }),
  };
}

export function reviewAsText({ changed, overdue, unreviewed, unreviewedProvisions, note }: ReviewList): string {
  const parts = [
    changed.length === 0
      ? []
      : [
          `Lydelsen har ändrats sedan frågan kontrollerades (${changed.length}):`,
          ...changed.map(
            ({ id, changes }) =>
              `  ${id}: ${list(changes.map(({ key, before, now }) => `${key} (${before} → ${now})`))}`,
          ),
        ],
    overdue.length === 0
      ? []
      : [
          `Skulle ha setts över (${overdue.length}):`,
          ...overdue.map(({ id, reviewBy }) => `  ${id}: senast ${reviewBy}`),
        ],
    unreviewed.length === 0
      ? []
      : [
          `Frågor som ingen jurist har granskat (${unreviewed.length}), äldst först och därefter mest frågade:`,
          ...unreviewed.map(
            ({ id, question, checked, asked }) =>
              `  ${checked}  ${asked === 0 ? '' : `${asked} gånger  `}${id}  ${question}`,
          ),
        ],
    unreviewedProvisions.length === 0
      ? []
      : [
          `Lagrum som ingen jurist har granskat (${unreviewedProvisions.length}), äldst först och därefter de som flest frågor vilar på:`,
          ...unreviewedProvisions.map(({ key, checked, entries }) => `  ${checked}  ${key}  ${entries} frågor`),
        ],
    note === undefined ? [] : [note],
  ].filter((part) => part.length > 0);
  return parts.length === 0 ? 'Allt är granskat.' : parts.map((part) => part.join('\n')).join('\n\n');
}

// ---- wordings that have changed ---------------------------------------------------------------------------------

/**
 * For each entry, the provisions that it rests on and that read otherwise on the day than when it was last vouched for: those
 * whose file held another wording in the revision that last touched the entry's `kontrollerad`, and those whose wording of the
 * day began after it. An entry whose day has been written anew since the last revision is vouched for now.
 */
async function changedWordings(draft: Draft, folder: string, day: string): Promise<Changed> {
  const { entries, provisions } = draft;
  const vouchedIn = (await lastVouched(folder)) ?? new Map<string, string>();
  const committed = (await valuesIn(folder, 'HEAD', 'kontrollerad', 'fragor')) ?? new Map<string, string>();
  const wordings = new Map<string, ReadonlyMap<string, string>>();
  const wordingsIn = async (commit: string) => {
    const known =
      wordings.get(commit) ?? (await valuesIn(folder, commit, 'lydelse', 'lagrum')) ?? new Map<string, string>();
    wordings.set(commit, known);
    return known;
  };
  const found = await inTurn(entries, async ({ value, path }: Located<Entry>) => {
    // A local entry's history is not in this folder, though one of ours may stand at the same path.
    const isOurs = value.origin === undefined && committed.get(path) === value.checked;
    const commit = isOurs ? vouchedIn.get(path) : undefined;
    const then = commit === undefined ? new Map<string, string>() : await wordingsIn(commit);
    const keys = new Set(value.citations.map(sectionKey));
    const current = provisions.filter(
      (provision) => keys.has(sectionKey(provision.value.citation)) && appliesOn(provision.value, day),
    );
    const changes = current.flatMap(({ value: { citation, wording, validFrom }, path: file }): WordingChange[] => {
      const key = sectionKey(citation);
      const before =
        then.get(file) ?? ((validFrom ?? '') > value.checked ? wordingBefore(provisions, key, wording) : undefined);
      const isNew = before !== undefined && (before !== wording || (validFrom ?? '') > value.checked);
      return isNew ? [{ key, before, now: wording }] : [];
    });
    return changes.length === 0 ? [] : [{ id: value.id, changes }];
  });
  return { changed: found.flat(), isKnown: vouchedIn.size > 0 && !(await isShallow(folder)) };
}

interface Changed {
  readonly changed: ReviewList['changed'];
  /** Whether git's whole history was there to look in. */
  readonly isKnown: boolean;
}

/** The wording that the folder has of a provision beside this one. */
function wordingBefore(provisions: Draft['provisions'], key: string, wording: string): string | undefined {
  return provisions.find(({ value }) => sectionKey(value.citation) === key && value.wording !== wording)?.value.wording;
}

async function isShallow(folder: string): Promise<boolean> {
  return (await runGit(folder, ['rev-parse', '--is-shallow-repository'])) === 'true';
}

/** For each question's file, the revision in which its `kontrollerad` was last written. */
async function lastVouched(folder: string): Promise<ReadonlyMap<string, string> | undefined> {
  const form = ['--relative', '--name-only', '--no-renames', '--format=%x00%H'];
  const log = await runGit(folder, ['log', ...form, '-G^kontrollerad:', '--', 'fragor']);
  if (log === undefined) return undefined;
  const vouched = new Map<string, string>();
  for (const part of log.split('\0')) {
    const [commit = '', ...files] = part.split('\n').filter((line) => line !== '');
    for (const file of files) if (!vouched.has(file)) vouched.set(file, commit);
  }
  return vouched;
}

/** File -> the value of a key at the start of a line, in a revision. */
async function valuesIn(
  folder: string,
  revision: string,
  key: string,
  below: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const lines = await runGit(folder, ['grep', '-e', `^${key}:`, revision, '--', below]);
  if (lines === undefined) return undefined;
  return new Map(
    lines.split('\n').map((line): [string, string] => {
      const [file = '', value = ''] = line.slice(revision.length + 1).split(`:${key}:`);
      return [file, value.trim()];
    }),
  );
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
