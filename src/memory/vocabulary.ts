// The words that may be remembered of what people write: those that so much of the folder uses that they point to nobody.
//
// A word counts when at least five texts of the folder have it. Three would let through Umeå, Lisa and hepatit, which stand
// in the wordings of three entries each: an invented example here, a person's own village or illness there. With five no
// first name, place or rare illness is left, but for the names that are words too, which are listed below.
import type { Knowledge } from '../knowledge/knowledge.ts';
import { isCommonEnglish } from '../question/english.ts';
import { fold, isFunctionWord, stem, words } from '../question/swedish.ts';

export interface FolderWords {
  /** Whether a word, as it was written, is common in the folder. Written as a name it must be so there too: IVO, not Sten. */
  readonly has: (written: string) => boolean;
  /** What a word is called in the folder, in the form that is most common there: never the form that was written. */
  readonly called: (written: string) => string | undefined;
  /** How many of the folder's texts have the word or another form of it. */
  readonly textsWith: (called: string) => number;
}

/** Worked out once for each knowledge. */
export function folderWords(knowledge: Knowledge): FolderWords {
  const known = made.get(knowledge) ?? make(knowledge);
  made.set(knowledge, known);
  return known;
}

const made = new WeakMap<Knowledge, FolderWords>();

/** In how many texts a word must stand before it may be remembered. */
const FEWEST_TEXTS = 5;
const SHORTEST = 2;

function make(knowledge: Knowledge): FolderWords {
  const texts = textsOf(knowledge);
  const all = texts.map(words);
  const common = commonAmong(all);
  const known = new Set(all.flat());
  // A capital at the beginning of a sentence says nothing.
  const asNames = commonAmong(texts.map((text) => [...text.matchAll(INSIDE_A_SENTENCE)].map(([word]) => word)));
  const forms = new Map<string, { readonly word: string; readonly texts: number }>();
  for (const [word, count] of common) {
    if (!tells(word)) continue;
    const key = stem(word);
    if ((forms.get(key)?.texts ?? 0) < count) forms.set(key, { word, texts: count });
  }
  const counts = new Map([...forms.values()].map(({ word, texts: count }) => [word, count]));
  const isNoName = (written: string) => written === written.toLowerCase() || asNames.has(written);
  return {
    has: (written) => {
      const word = written.toLowerCase();
      return common.has(word) && !couldPoint(word) && isNoName(written);
    },
    called: (written) => {
      const word = written.toLowerCase();
      return known.has(word) && tells(word) && isNoName(written) ? forms.get(stem(word))?.word : undefined;
    },
    textsWith: (called) => counts.get(called) ?? 0,
  };
}

const INSIDE_A_SENTENCE = /(?<=\p{Ll},? )\p{Lu}\p{L}*/gu;

/** What stands in the folder, a text for each entry and each provision. */
function textsOf({ entries, provisions }: Knowledge): string[] {
  return [
    ...entries.map(({ question, wordings, shortAnswer, body }) =>
      [question, ...wordings, shortAnswer, body].join('\n'),
    ),
    ...provisions.map(({ heading, summary }) => `${heading}\n${summary}`),
  ].map((text) => text.normalize('NFC'));
}

function commonAmong(texts: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of new Set(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count >= FEWEST_TEXTS));
}

function tells(word: string): boolean {
  return word.length >= SHORTEST && !isFunctionWord(word) && !isCommonEnglish(word) && !couldPoint(word);
}

/** Ages, numbers, dates and names, which with the rest could point to someone however common they are. */
function couldPoint(written: string): boolean {
  const word = written.toLowerCase();
  return (word.length === 1 && word !== 'i') || /\d|åring|årig/u.test(word) || POINTING.has(fold(word));
}

const POINTING = new Set(
  fold(
    `två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton aderton nitton tjugo trettio
    fyrtio femtio sextio sjuttio åttio nittio hundra tusen trea fyra femma sexa sjua åtta nia tvåan trean fyran femman sexan
    sjuan åttan nian one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty
    måndag tisdag onsdag torsdag fredag lördag söndag måndags tisdags onsdags torsdags fredags lördags söndags måndagar
    tisdagar onsdagar torsdagar fredagar lördagar söndagar måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen
    monday tuesday wednesday thursday friday saturday sunday
    januari februari mars april maj juni juli augusti september oktober november december january february march may june
    july august october
    bo gun hans hope klara liv maj mark max my pat per rose sarah sol stark stig sten sue tom tor tore tove vera ville will
    grace jack frank bill kalle lisa nicka`,
  ).split(/\s+/u),
);
