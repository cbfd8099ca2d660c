// One more wording for a question that is there, from what someone really asked: refused where it says who they are, stands
// somewhere already, or cannot be added without harm. Only an editor who asks for it ever sets it going.
import { readFile, writeFile } from 'node:fs/promises';
import { closest } from '../knowledge/closest.ts';
import { wordingKey, wordingsOf } from '../knowledge/checks/entries.ts';
import type { Draft } from '../knowledge/checks/draft.ts';
import { LONGEST_WORDING } from '../knowledge/fields.ts';
import { layersOf, pathOf } from '../knowledge/folder.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { printProblems } from '../knowledge/problem.ts';
import type { ReadResult } from '../knowledge/read.ts';
import { withWording } from '../knowledge/wording.ts';
import { guard } from '../question/guard.ts';
import { say } from '../render/words.ts';
import { search } from '../search/search.ts';

/** What was added, and where the entry stood and stands when someone asks just that, from 1. */
export interface AddedWording {
  readonly path: string;
  readonly wording: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** Adds the wording to the entry in the topmost of the folders, and nothing anywhere else. */
export async function addWording(
  given: string,
  words: string,
  { draft, readable, problems }: Pick<ReadResult, 'draft' | 'readable' | 'problems'>,
  folders: readonly string[],
  day: string,
): Promise<AddedWording | { readonly fault: string }> {
  const id = given.replace(/^fragor\//u, '').replace(/\.md$/u, '');
  const wording = words
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const layers = layersOf(folders);
  const files = layers.map(({ prefix }) => `${prefix}fragor/${id}.md`);
  const broken = problems.filter(({ file }) => files.includes(file));
  if (broken.length > 0) return { fault: `Filen har fel som behöver rättas först.\n\n${printProblems(broken)}` };
  const fault = wordingFault(wording) ?? unknownEntry(id, readable) ?? taken(wording, id, draft);
  if (fault !== undefined) return { fault };
  const file = files.at(-1) ?? '';
  if (![...draft.entries, ...draft.additions].some((each) => each.file === file)) return { fault: sharedFault(id) };
  const path = pathOf(layers, file);
  let text;
  try {
    text = withWording(await readFile(path, 'utf8'), wording);
    if (text !== undefined) await writeFile(path, text);
  } catch {
    return {
      fault: `${path} gick inte att skriva. Kontrollera att filen finns kvar och att du har rätt att skriva i den.`,
    };
  }
  if (text === undefined)
    return { fault: `${path} är skriven så att jag inte vågar ändra i den. Lägg till formuleringen för hand.` };
  const entries = readable.entries.map((entry) =>
    entry.id === id ? { ...entry, wordings: [...entry.wordings, wording] } : entry,
  );
  return {
    path,
    wording,
    before: rankOf(id, wording, readable, day),
    after: rankOf(id, wording, { ...readable, entries }, day),
  };
}

/** What was done, and what it does. */
export function addedAsText({ path, wording, before, after }: AddedWording): string {
  return [
    `Lade till «${wording}» i ${path}.`,
    `Den som frågar så fann svaret ${placeInWords(before)} förut, och finner det ${placeInWords(after)} nu.`,
    'Läs den en gång till: namn, orter och annat som pekar ut någon känner jag inte igen. Kör sedan kontroll.',
  ].join('\n');
}

function placeInWords(rank: number | undefined): string {
  return rank === undefined ? 'inte bland de närmaste' : `på plats ${rank}`;
}

function wordingFault(wording: string): string | undefined {
  if (wording === '')
    return 'Skriv formuleringen, till exempel: sekretesslotsen ny ordalydelse grunder/vad-ar-men "vad menas med men?"';
  const { text, personalData } = guard(wording);
  if (personalData.length > 0) {
    const kinds = personalData.map(({ kind }) => kind);
    return `${say.personalData(kinds)}\n\n  ${text}\n\nInget är tillagt. Skriv frågan utan det, så som vem som helst kunde ha ställt den.`;
  }
  return wording.length > LONGEST_WORDING
    ? `Formuleringen är ${wording.length} tecken. Korta den till högst ${LONGEST_WORDING}: behåll det som frågas.`
    : undefined;
}

function unknownEntry(id: string, { entries }: Knowledge): string | undefined {
  const ids = entries.map((entry) => entry.id);
  if (ids.includes(id)) return undefined;
  const meant = closest(id, ids);
  const next = meant === undefined ? 'Skriv sökvägen under fragor/ utan .md.' : `Menade du «${meant}»?`;
  return `Frågan «${id}» finns inte. ${next}`;
}

/** Where it stands already, whoever's it is. */
function taken(wording: string, id: string, { entries, additions }: Draft): string | undefined {
  const key = wordingKey(wording);
  if (key === '') return 'Formuleringen har inga ord. Skriv den så som någon frågade.';
  for (const { value, placeOf } of [...entries, ...additions]) {
    const same = wordingsOf(value).find(({ text }) => wordingKey(text) === key);
    if (same === undefined) continue;
    const { file, line } = placeOf(same.path);
    return value.id === id
      ? `Formuleringen står redan där: ${file}, rad ${line}.`
      : `Formuleringen står redan i en annan fråga, ${value.id}: ${file}, rad ${line}. Ta bort den där först, om den hör hemma i ${id}.`;
  }
  return undefined;
}

/** A change of ours would be gone with the next version, and a folder of one's own is there so that nothing is. */
function sharedFault(id: string): string {
  return `Frågan är gemensam och står inte i er egen mapp. Skriv ett tillägg i fragor/${id}.md i er mapp och lägg formuleringen där, eller ändra den gemensamma genom att köra kommandot med bara den mappen (--mapp).`;
}

function rankOf(id: string, wording: string, knowledge: Knowledge, day: string): number | undefined {
  const found = search(knowledge, day, wording).hits.flatMap((hit) =>
    hit.found.kind === 'entry' ? [hit.found.entry.id] : [],
  );
  const at = found.indexOf(id);
  return at === -1 ? undefined : at + 1;
}
