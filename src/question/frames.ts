// The small words and the verbs by which a Swedish sentence says who tells whom. All without dots, as tokens are.
import { fold } from './swedish.ts';

/**
 * Who does what to whom, by the verb:
 *
 *     tell   kuratorn berättar för mentorn       subject -> till/för/åt/object
 *     talk   kuratorn pratar med mentorn         subject -> med/object, when asked for leave; else it only opens a talk
 *     get    mentorn får veta av kuratorn        subject <- av/från/hos
 *     ask    mentorn frågar kuratorn             subject <- av/från/hos/object; mentorn wants it
 *     let    kuratorn låter mentorn läsa         subject -> object
 *     share  skolan och soc samverkar            either way
 */
export type Frame = 'tell' | 'talk' | 'get' | 'ask' | 'let' | 'share';

export interface Verb {
  readonly frame: Frame;
  readonly form: 'infinitive' | 'finite' | 'supine' | 'passive';
  /** Says little without a thing that is given: "ge uppgifter" discloses, "ge mat" does not. */
  readonly light: boolean;
  /** May be followed by "för" and the one who is told. */
  readonly takesFor: boolean;
}

/** Regular verbs by their infinitive in -a; others as infinitive/present/past/supine. `*` light, `+` takes "för". */
const VERBS: Readonly<Record<Frame, string>> = {
  tell: `lämna* överlämna* utlämna delge/delger/delgav/delgett ge*/ger/gav/gett dela* skicka* sända*/sänder/sände/sänt
    översända/översänder/översände/översänt vidarebefordra förmedla berätta+ säga+/säger/sade/sagt säja+/säjer/sa/sagt informera
    upplysa/upplyser/upplyste/upplyst meddela faxa röja+/röjer/röjde/röjt avslöja+ yppa+ nämna+/nämner/nämnde/nämnt
    uppge/uppger/uppgav/uppgett rapportera redogöra+/redogör/redogjorde/redogjort redovisa+ presentera+ visa+ svara anmäla/anmäler/anmälde/anmält
    orosanmäla/orosanmäler/orosanmälde/orosanmält polisanmäla/polisanmäler/polisanmälde/polisanmält larma varna underrätta tipsa
    läcka/läcker/läckte/läckt skvallra+ tjalla återkoppla återrapportera neka överföra/överför/överförde/överfört
    sprida/sprider/spred/spridit föra*/för!/förde/fört slussa tillhandahålla/tillhandahåller/tillhandahöll/tillhandahållit
    förklara+ redogöra+ anförtro/anförtror/anförtrodde/anförtrott läsa_upp lyfta*/lyfter/lyfte/lyft`,
  talk: `prata tala+ snacka samtala diskutera rådgöra/rådgör/rådgjorde/rådgjort rådfråga samråda/samråder/samrådde/samrått
    konsultera kontakta ringa/ringer/ringde/ringt uppringa/uppringer/uppringde/uppringt maila mejla sms:a kommunicera bolla resonera`,
  share: `samverka samarbeta utbyta/utbyter/utbytte/utbytt samordna`,
  ask: `begära/begär/begärde/begärt fråga efterfråga kräva/kräver/krävde/krävt be/ber/bad/bett önska utfråga undra`,
  get: `läsa/läser/läste/läst veta/vet!/visste!/vetat inhämta hämta* höra/hör!/hörde!/hört granska se*/ser!/såg!/sett! titta kika kolla snoka`,
  let: `låta/låter/lät/låtit`,
};

export const VERB_FORMS: ReadonlyMap<string, Verb> = new Map(
  (Object.keys(VERBS) as Frame[]).flatMap((frame) =>
    VERBS[frame].split(/\s+/u).flatMap((entry) => conjugated(entry, frame)),
  ),
);

function conjugated(entry: string, frame: Frame): [string, Verb][] {
  const light = entry.includes('*');
  const takesFor = entry.includes('+');
  const parts = entry.replaceAll(/[*+:]/gu, '').split('/').map(fold);
  const [infinitive = '', present = `${infinitive}r`, past = `${infinitive}de`, supine = `${infinitive}t`] = parts;
  const passive =
    parts.length === 1
      ? [`${infinitive}s`, `${past}s`, `${supine}s`]
      : [`${infinitive}s`, `${infinitive.replace(/a$/u, '')}s`, `${past}s`, `${supine}s`];
  const participles =
    parts.length === 1
      ? [`${infinitive}d`, past.replace(/de$/u, 'd'), `${infinitive}de`]
      : [supine.replace(/t$/u, 'd'), supine.replace(/t$/u, 'da')];
  const forms: [string, Verb['form']][] = [
    ...participles.map((form): [string, Verb['form']] => [form, 'passive']),
    ...passive.map((form): [string, Verb['form']] => [form, 'passive']),
    [infinitive, 'infinitive'],
    [present, 'finite'],
    [past, 'finite'],
    [supine, 'supine'],
  ];
  return forms
    .filter(([form]) => form.length > 1 && !form.endsWith('!'))
    .map(([form, kind]) => [form, { frame, form: kind, light, takesFor }]);
}

/** Verbs that bring on another and say whether that is allowed, owed or wished. */
export const MODALS = set(
  'får kan måste ska skall bör borde kunde skulle fick behöver behövde vill ville törs vågar brukar tänker ämnar',
);
/** Those that ask for leave or duty: what stands with them is what the question is about. */
export const DEONTIC = set(
  'får kan måste ska skall bör borde kunde skulle fick behöver rätt lov skyldig skyldighet skyldiga tvungen okej ok okay tillåtet lagligt fritt hindrar hinder möjligt möjlighet brott fel befogad okay tillåtelse ansvar',
);
export const WISHES = set('vill ville önskar önskade tycker');
/** Finite verbs that name no disclosure but begin or hold a clause. */
export const OTHER_FINITE = set(
  'är har hade var blir blev finns fanns gäller gör gjorde undrar undrade vet visste kommer kom går gick säger tror misstänker jobbar arbetar hindrar krävs räcker ber bryter heter tar tog står stod sitter bor ser såg hör mår slår blivit ger',
);
export const WORK = set(
  'jobbar arbetar jobba arbeta jobbat arbetat anställd praktiserar praktikant vikarierar vikarie tjänstgör extrajobbar timanställd jobbade arbetade verksam inhyrd',
);

/** Verbs by which someone goes from one place to another. */
export type MoveKind = 'leaves' | 'enters' | 'moves';
export const MOVES: ReadonlyMap<string, MoveKind> = new Map(
  Object.entries({
    leaves: 'slutar sluta slutat slutade skrivs skrivits',
    enters: 'börjar börja börjat började kommer kommit placeras',
    moves:
      'byter byta bytt bytte flyttar flytta flyttat flyttade flyttas flyttats övergår övergå övergått går gå gått remitteras',
  } as const).flatMap(([kind, words]) => [...set(words)].map((word) => [word, kind as MoveKind] as const)),
);

export const TAKE = set('ta tar tog tagit tas');
export const TAKE_WHAT = set('del reda emot');
export const HAVE = set('ha har hade haft');
export const HAVE_WHAT = set('insyn tillgång rätt åtkomst');
export const GET_MAIN = set('få får fick fått');

/** What is given or got when something is disclosed. Also as the end of a compound. */
const THINGS = fold(
  'uppgift uppgifter uppgiften uppgifterna information informationen info infon kopia kopior kopian handling handlingar handlingarna journal journalen journaler journalerna besked beskedet återkoppling återkopplingen underrättelse svar svaret insyn tillgång utdrag anteckning anteckningar anteckningarna akt akten akter dokument dokumenten dokumentation dokumentationen papper rapport rapporten utredning utredningen namn namnet namnen adress adressen adresser nummer numret lista listan listor protokoll intyg intyget utlåtande bild bilder film filmen filmer foto foton mail mejl material underlag personnummer betyg resultat provresultat diagnos diagnosen frånvaro upplysning upplysningar detaljer omdöme omdömen anmälan pedagogiska kartläggning åtgärdsprogram uppgifterna närvaro närvaron frånvaro frånvaron',
).split(' ');
/** What makes a light verb one of disclosing: particles and words that stand for what is told. */
const THING_WORDS = set('ut över vidare vad det detta den dem allt något någonting nåt sånt sådant in');

/** What is given without anything being told. */
const GOODS = set(
  'medicin mediciner mat stöd stödet hjälp pengar bidrag plats ledighet ledigt skjuts vård vaccin alvedon tablett spruta plåster lov barnet barnen',
);

export function isThing(word: string): boolean {
  return THINGS.some((thing) => word === thing || (thing.length > 4 && word.endsWith(thing)));
}

export function isThingOrParticle(word: string): boolean {
  return THING_WORDS.has(word) || isThing(word);
}

/** What has someone's name to it: "numret till en förälder". */
export function isContactThing(word: string): boolean {
  return /(?:adress|nummer|numm?ret|telefon|kontakt|uppgift|namn|personnummer|nyckel|kod)(?:en|et|er|erna|n)?$/u.test(
    word,
  );
}

export function isGoods(word: string): boolean {
  return GOODS.has(word);
}

export type Mark =
  'bare' | 'to' | 'for' | 'with' | 'against' | 'from' | 'of' | 'among' | 'at' | 'about' | 'between' | 'as' | 'aside';

export const PREPOSITIONS: ReadonlyMap<string, Mark> = new Map(
  Object.entries({
    till: 'to',
    åt: 'to',
    för: 'for',
    inför: 'for',
    med: 'with',
    mot: 'against',
    gentemot: 'against',
    emot: 'against',
    från: 'from',
    ifrån: 'from',
    av: 'of',
    hos: 'among',
    på: 'at',
    i: 'at',
    inom: 'at',
    vid: 'at',
    om: 'about',
    kring: 'about',
    rörande: 'about',
    angående: 'about',
    gällande: 'about',
    mellan: 'between',
    som: 'as',
    genom: 'aside',
    via: 'aside',
    utan: 'aside',
    under: 'aside',
    efter: 'aside',
    bland: 'aside',
    utom: 'aside',
    förutom: 'aside',
    än: 'aside',
  } as const).map(([word, mark]) => [fold(word), mark]),
);

export const SELF_SUBJECT = set('jag vi');
export const SELF_OBJECT = set('mig mej oss');
export const GENERIC = set('man en_');
export const OTHERS = set('hon han hen de dom dem honom henne den');
const OURS = ['vår', 'vårt', 'våra'];
export const POSSESSIVE_SELF: ReadonlySet<string> = new Set([...set('min mitt mina vår vårt våra'), ...OURS]);
/** What may stand between a preposition and its noun, beside adjectives. */
export const DETERMINERS: ReadonlySet<string> = new Set([
  ...OURS,
  ...set(
    'den det de dem dom en ett någon något några nån vår vårt våra min mitt mina din ditt dina sin sitt sina er ert era deras dess hennes hans hens samma annan annat andra alla varje själva själv båda bägge samtliga denna detta dessa ny nya nytt ordinarie övrig övriga extern kommunens regionens t ex både två',
  ),
]);
export const AND = set('och samt eller o resp respektive & ch');
export const ADVERBS = set(
  'inte ej icke då alltså också även bara ens nu sen sedan här där utan kanske egentligen verkligen ju väl dock aldrig gärna direkt någonsin först fortfarande redan',
);

/** Words that begin a clause of their own; "om" and "för" may also be prepositions. */
export const SUBORDINATORS = set('att när då eftersom medan innan ifall huruvida men så fast trots därför');
export const QUESTION_WORDS = set('vad vem vilka vilken vilket hur varför var vart vilkas');
export const SECRECY = set(
  'sekretess sekretessen tystnadsplikt tystnadsplikten sekretessgräns sekretessgränsen sekretes',
);
/** Words with which two parties are named who exchange something. */
export const EXCHANGE = set(
  'varandra varann informationsutbyte utbyte samverkan samarbete samverka samarbeta dela utbyta sekretess sekretessen tystnadsplikt informationsdelning informationsöverföring kommunikation kontakt kontakter sekretessgräns sip samråd uppgifter information',
);
export const REQUESTS = set(
  'enkät enkäten formulär begäran förfrågan fråga frågor frågan förfrågningar telefonsamtal samtal mejl mail brev föreläggande',
);
/** One who is called before a court has to answer there. */
export const SUMMONS = set('vittna vittnar vittnat vittne vittnen kallad kallade kallas kallats kallelse');
/** A question that compares or defines and has nothing disclosed in it. */
export const COMPARISONS = set('skillnad skillnaden skillnader skiljer betyder innebär definition definieras');

function set(words: string): ReadonlySet<string> {
  return new Set(fold(words).split(/\s+/u));
}
