// Which language a question is written in: Swedish, unless its words say that it is English.
import { words } from './swedish.ts';

export type Language = 'sv' | 'en';

/**
 * The language to answer in. Small words tell it, for they are in every sentence and hardly borrowed; words that both languages
 * have say little, and letters that English lacks speak for Swedish. What is in doubt is Swedish: «GDPR?», «OSL 26:1», «BUP».
 */
export function languageOf(text: string): Language {
  // What is quoted or put in brackets is often a word of the other language, with which the writer asks what it means.
  const own = text.replaceAll(/\([^()]*\)|"[^"]*"|[“”»«][^“”»«]*[“”»«]|(?<!\p{L})'[^']*'(?!\p{L})/gu, ' ');
  const [english, swedish] = weigh(own.trim() === '' ? text : own);
  return english >= ENOUGH && english > swedish * FOREIGN_WORDS ? 'en' : 'sv';
}

/** Whether nothing in the text tells its language: "BUP?", "15", "mum?". */
export function couldBeEither(text: string): boolean {
  const [english, swedish] = weigh(text);
  return english < ENOUGH && swedish === 0;
}

/** One small word that is English alone; or two of those that say little by themselves. */
const ENOUGH = 1;
/** A Swedish question borrows an English phrase («need to know») more readily than an English one a Swedish. */
const FOREIGN_WORDS = 1.5;

function weigh(text: string): readonly [english: number, swedish: number] {
  let english = (text.match(CONTRACTIONS) ?? []).length;
  let swedish = 0;
  for (const word of words(text.replaceAll(CONTRACTIONS, ' '))) {
    if (ENGLISH.has(word)) english += 1;
    else if (SWEDISH.has(word) || /[åäö]/u.test(word)) swedish += 1;
    else if (ENGLISH_MATTERS.has(word)) english += MATTERS;
    else if (BOTH.has(word)) english += SAYS_LITTLE;
  }
  return [english, swedish];
}

/** "I'm", "don't", "they've", "she’ll". */
const CONTRACTIONS =
  /(?<!\p{L})(?:i['’]m|\p{L}+n['’]t|\p{L}+['’](?:re|ve|ll)|(?:it|that|he|she|who|what)['’]s)(?!\p{L})/giu;

const MATTERS = 0.6;
const SAYS_LITTLE = 0.2;

/** Small words that Swedish has not, nor its slips of the keyboard or of the dots. */
const ENGLISH = listed(`
  the is are was were been being does did doing could might should would will shall have had having you he she we they your
  their our ours yours theirs this that these those who whom whose what which when where why how if of to with from about and or
  not cannot any anyone anybody anything some someone somebody something there here them him than then because but into without
  between my mine his himself herself myself themselves after before during please thanks thank hello every each other
  another also only more allowed whether until while during must may can i'm dont doesnt isnt cant
`);

/** What English questions here are about, told apart from what Swedish calls it. */
const ENGLISH_MATTERS = listed(`
  secrecy confidentiality confidential disclose disclosed disclosure share sharing tell telling told say saying know ask asking
  asked give given get see look read write call report reporting reported reports school schools teacher teachers student
  students pupil pupils child children kid kids daughter son mother father mom mum dad parent parents guardian guardians nurse
  nurses doctor doctors counsellor counselor psychologist principal headteacher preschool social services worker workers care home
  health healthcare police prosecutor court hospital clinic client clients colleague colleagues boss manager employer
  employee staff municipality authority authorities agency journalist record records file files notes document documents law act
  rule rules duty right rights consent harm abuse violence crime suspected suspicion concern emergency danger name address
  meeting email phone photo picture company municipal public independent swedish english sweden help understand explain mean
  means meaning need want wants
`);

/** Words of both languages, or so short that a slip makes one of the other. */
const BOTH = listed(`i a an in on at for it be do am as so by us me her has all no man old new under information`);

const SWEDISH = listed(`
  och att det som en ett på pa av för inte den jag ja vi ni han hon hen de dem dom med om så får kan ska skall skulle vill
  ville var vad va vem vems vilka vilken vilket när nar hur hurdan varför varfor till från fran min mitt mina sin sitt sina din ditt
  dina någon nagon något nagot någons några eller men är ar har hade hos utan mot vid efter innan också ocksa bara mig mej dig sig
  sej oss er honom henne hennes hans deras vår vårt våra man måste maste behöver behover ger ge säga saga sagt berätta beratta
  prata fråga fraga vet veta göra gora gör gor gå ga finns här där dar nu då da än denna detta dessa alla allt inga ingen inget mer
  sen sedan ur åt bli blir blev blivit lämna lamna lämnar gäller galler barn barnet skola skolan soc socialen socialtjänst
  socialtjansten polisen polis läkare lakare kurator kuratorn rektor rektorn elev elever eleven sekretess tystnadsplikt
  anmälan orosanmälan mamma pappa mamman pappan samtycke
`);

function listed(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u));
}
