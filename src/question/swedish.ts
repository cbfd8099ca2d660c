// Swedish words for searching: tokens, stems, and the parts of compounds.
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
  const known = stems.get(word);
  if (known !== undefined) return known;
  // The folded word is stemmed, so that one typed without its dots gives the same stem as one with them.
  const folded = fold(word);
  const stemmed = folded === word ? stemmer.stem(indefinite(folded)) : stem(folded);
  if (stems.size < MOST_REMEMBERED) stems.set(word, stemmed);
  return stemmed;
}

/** Letters without their marks: å, ä -> a, ö -> o, é -> e. */
export function fold(word: string): string {
  if (!/[^ -~]/u.test(word)) return word;
  const known = folds.get(word);
  if (known !== undefined) return known;
  const folded = word.normalize('NFD').replaceAll(/\p{M}/gu, '');
  if (folds.size < MOST_REMEMBERED && word.length <= LONGEST_REMEMBERED) folds.set(word, folded);
  return folded;
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
export function compoundParts(word: string, vocabulary: Pick<ReadonlySet<string>, 'has'>): string[] {
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
const MOST_REMEMBERED = 50_000;
/** In letters: a whole text is folded once, if ever. */
const LONGEST_REMEMBERED = 40;
const stemmer = snowball.newStemmer('swedish');
const stems = new Map<string, string>();
const folds = new Map<string, string>();

/**
 * A word without the definite ending that Snowball leaves on it: skolan, barnet, kuratorn, and their genitives. What is left is
 * stemmed like the word itself, so that it need not be one.
 */
function indefinite(folded: string): string {
  const known = MENDED.get(folded);
  if (known !== undefined) return known;
  if (folded.length < SHORTEST_DEFINITE) return folded;
  const bare = folded.replace(/(?<=an|et|orn)s$/u, '');
  if (/(?:[^m]an|orn|elsen)$/u.test(bare)) return bare.slice(0, -1);
  return /(?<!h|it)et$/u.test(bare) ? bare.slice(0, -1) : bare;
}

const SHORTEST_DEFINITE = 5;

/** Forms that neither the rule nor Snowball brings together, and words that would fall together with others. */
const MENDED: ReadonlyMap<string, string> = new Map(
  [
    'skola: skolor skolorna',
    'hälsa: hälso',
    'barn: barnen barnens',
    'myndighet: myndigheternas myndighetens',
    'social: socialen',
    'nämnd: nämnden nämnders',
    'man: mannen',
    'anmälning: anmälan anmälans anmälningar',
    'ansökning: ansökan ansökans ansökningar',
    // Not "pappa", "dött", "mot", "gång" and "kallad", whose stems are the same.
    'papper_: papper papperet pappret papperen',
    'dotter_: dotter dottern dotterns döttrar',
    'möte_: möte möten mötet mötena mötets',
    'gäng_: gäng gänget gängen',
    'källa_: källa källan källor',
  ].flatMap((line) => {
    const [word = '', forms = ''] = line.split(': ');
    return forms.split(' ').map((form) => [fold(form), fold(word)] as const);
  }),
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
