// Swedish words for searching: tokens, sentences, stems, and the parts of compounds.
import snowball from 'snowball-stemmers';

/** The words of a text in lower case, composed, without punctuation. */
export function words(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  );
}

/**
 * The form under which a word is found: its stem, with å, ä and ö folded, so that "fore" finds "före". Stems are
 * Snowball's, mended for common words whose forms it keeps apart.
 */
export function stem(word: string): string {
  const folded = fold(word);
  const known = stems.get(folded);
  if (known !== undefined) return known;
  // The folded word is stemmed, so that one typed without its dots gives the same stem as one with them.
  const stemmed = stemmer.stem(MENDED.get(folded) ?? folded);
  if (stems.size < MOST_STEMS) stems.set(folded, stemmed);
  return stemmed;
}

/** Letters without their marks: å, ä -> a, ö -> o, é -> e. */
export function fold(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** The sentences of a letter, each with at least one word. */
function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/** The sentences of a letter that ask: those with a question mark, else those that say that they ask, else all. */
export function askingSentences(text: string): string[] {
  const all = sentences(text);
  const marked = all.filter((sentence) => sentence.endsWith('?'));
  const said = all.filter((sentence) =>
    /(?:^|\P{L})(?:undrar|min fråga|frågan är|my question)(?!\p{L})/iu.test(sentence),
  );
  return [marked, said, all].find((some) => some.length > 0) ?? [];
}

/** Words that carry no subject of their own. They are searched for like others but say nothing of what is asked. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(fold(word));
}

/** The words that carry a subject, each once; all words when none does. */
export function contentWords(text: string): string[] {
  const all = words(text);
  const content = all.filter((word) => !isFunctionWord(word));
  return [...new Set(content.length === 0 ? all : content)];
}

/**
 * The two parts of a compound whose parts are words of the vocabulary (stems), with or without a joining s:
 * socialtjänstsekretess -> socialtjänst, sekretess. Empty for a word that is none.
 */
export function compoundParts(word: string, vocabulary: ReadonlySet<string>): string[] {
  const folded = fold(word);
  for (let cut = folded.length - SHORTEST_PART; cut >= SHORTEST_PART; cut -= 1) {
    const tail = stem(folded.slice(cut));
    if (!vocabulary.has(tail)) continue;
    const head = folded.slice(0, cut);
    const match = [head, head.replace(/[s-]$/u, ''), `${head}a`, `${head}e`]
      .map(stem)
      .find((part) => vocabulary.has(part));
    if (match !== undefined) return [match, tail];
  }
  return [];
}

const SHORTEST_PART = 4;
const MOST_STEMS = 50_000;
const stemmer = snowball.newStemmer('swedish');
const stems = new Map<string, string>();

/** Forms that Snowball does not bring together with their word. */
const MENDED: ReadonlyMap<string, string> = new Map(
  [
    ['skolan', 'skola'],
    ['skolans', 'skola'],
    ['hälsan', 'hälsa'],
    ['hälsans', 'hälsa'],
    ['hälso', 'hälsa'],
    ['elevhälsan', 'elevhälsa'],
    ['elevhälsans', 'elevhälsa'],
    ['barnets', 'barn'],
    ['barnens', 'barn'],
    ['myndigheternas', 'myndighet'],
    ['socialen', 'social'],
    ['nämnden', 'nämnd'],
    ['nämnders', 'nämnd'],
    ['mamman', 'mamma'],
    ['pappan', 'pappa'],
  ].map(([form = '', word = '']) => [fold(form), fold(word)]),
);

/** "men" is not among them: it is the law's word for harm too, and its rarity tells how much it says. */
const FUNCTION_WORDS = new Set(
  fold(
    `alla allt än ändå andra annan annat är åt att av bara bli blir blivit borde bra bör båda både ca då dag de del dem den denna
    dess dessa det detta dig din dina ditt dock du där därför efter egen eller en ens er era ert ett fick finns fler flera
    fram från frågan får fått för före förut gäller ganska ge genom ger gett gör göra går gått ha had hade han hans har hej
    helt henne hennes hen hens hit hittills hon honom hos hur i icke igen ihop in inga ingen inget innan inne inom inte ja jag
    ju just kan kanske kommer kommit krävs kunde kunna kunnat kvar lite man med medan mellan mer mest mig min mina minst
    mitt mot mycket måste nej ni någon något några nog nu när nån nånting nåt och också om på redan samma samt sedan sen sig
    sin sina sitt sina själv själva ska skall skulle som så sådan sådana sådant så tack till tills trots undrar under upp ut
    utan utom vad var vara varför varit varje vars vart vem vet vi vid vilka vilken vilket vill våra vårt vår vårt över
    the a an is are can may to of in my i do does what who how when for about and or if it they with on be me`,
  ).split(/\s+/u),
);
