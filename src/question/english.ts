// English, as far as it is needed to hear a question asked in it.
import snowball from 'snowball-stemmers';

const stemmer = snowball.newStemmer('english');

export function englishStem(word: string): string {
  return stemmer.stem(word);
}

/** Whether a text, given as its words, is in English: some of them are common English ones that Swedish has not, and few are Swedish. */
export function isEnglish(all: readonly string[]): boolean {
  const count = (some: ReadonlySet<string>) => all.filter((word) => some.has(word)).length;
  const english = count(ENGLISH);
  return english > 0 && english > count(SWEDISH);
}

/** Whether it is a small English word that Swedish has not. */
export function isCommonEnglish(word: string): boolean {
  return ENGLISH.has(word);
}

const ENGLISH = new Set(
  `the is are am was were be been do does did can could may might must shall should will would have has had i you he she it we
  they my your his her their our this that these those who whom what which when where why how if of to with from by about
  and or not no any some there here them us him`.split(/\s+/u),
);

const SWEDISH = new Set(
  `och att det som en ett på är av för inte den jag vi ni han hon hen de dem med om så får kan ska vill var vad vem när hur
  varför till från min mitt mina sin sitt sina någon något eller men när har hade`.split(/\s+/u),
);
