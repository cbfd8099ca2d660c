// Every Swedish phrase that the program itself speaks, so that they can be read, and improved, in one place. Markdown where
// it says so. What is seen in an answer has its English form in `english.ts`.
import type { PersonalDataKind } from '../question/guard.ts';
import type { Verdict } from '../rules/rule.ts';

export const NAME = 'Sekretesslotsen';

export const say = {
  provisions: 'Lagrum',
  showProvisions: 'Visa lagrum',
  showWhole: 'Visa hela svaret',
  close: 'Stäng',
  readStatute: 'Läs lagtexten',
  wholeAct: 'hela lagen hos riksdagen',
  readMore: 'Läs också',
  /** Markdown. */
  continues: `*Svaret fortsätter under «Visa hela svaret».*`,

  moreThanFits: 'Resten ryms inte här. Fråga efter ett lagrum i taget, så visas det i sin helhet.',

  answers: (question: string) => `Svar på: ${question}`,
  clarify: 'Flera svar ligger nära. Vilket menar du?',
  nearest: 'Jag är osäker på vad du menar. Det här ligger närmast:',
  noneOfThem:
    'Passar inget: skriv vem som vill lämna uppgiften, till vem och vad det gäller, eller fråga din närmaste chef, registrator eller jurist.',
  noneOfThemAskHuman:
    'Passar inget: skriv vem som vill lämna uppgiften, till vem och vad det gäller, eller tryck på «Fråga en människa».',
  near: 'Det här ligger närmast av det jag kan svara på:',
  outside: 'Det har jag inget svar på.',
  covers:
    'Jag svarar på frågor om sekretess och tystnadsplikt i skola, elevhälsa, socialtjänst, vård och omsorg, och om samverkan med polisen. Prova att skriva vem som vill lämna uppgiften, till vem, och vad det gäller. Du kan också fråga efter ett lagrum, till exempel OSL 26:1.',
  human: 'Behöver du svar ändå: fråga din närmaste chef, registrator eller jurist.',
  humanBelow: 'Behöver du svar ändå: tryck på «Fråga en människa», så får du hjälp av en person.',
  thanked: 'Varsågod. Skriv igen när du vill.',
  empty: 'Skriv din fråga, så svarar jag. Till exempel: «Får kollegor på soc prata om mitt ärende?» eller «OSL 26:1».',
  tooLong: (length: number, most: number) =>
    `Frågan är för lång för mig (${thousands(length)} tecken, jag läser högst ${thousands(most)}). Korta den till det du vill veta.`,
  notInForce: (question: string) => `Svaret på «${question}» gäller inte den dagen.`,
  noSuchProvision: (places: string) =>
    `${places} finns inte bland de paragrafer jag känner till. Kontrollera lagen och numret.`,
  noProvisionLikeIt:
    'Jag hittar ingen bestämmelse med det namnet. Skriv till exempel «OSL 26:1», «26 kap. 1 § OSL» eller «generalklausulen».',
  alsoUnknown: (places: string) =>
    `Jag visar inte ${places}: antingen finns paragrafen inte bland dem jag känner till, eller så blev de för många på en gång.`,
  noSummary: 'Paragrafen finns, men här finns ingen sammanfattning av den än.',

  wording: (sfs: string) => `Lydelse enligt ${sfs}`,
  upcoming: (place: string, day: string) => `${place} får ny lydelse den ${longDate(day)}.`,
  replaced: (old: string, current: string) =>
    current === ''
      ? `${old} är upphävd och har ingen direkt motsvarighet i dag.`
      : `${old} är upphävd. I dag gäller ${current}.`,
  formerly: (current: string) =>
    `I den tidigare socialtjänstlagen (2001:453) stod något annat under samma nummer. Menar du den: se i dag ${current}.`,

  origin: (name: string) => `Texten är ${genitive(name)} egen.`,
  locally: (name: string) => `Hos ${name}`,
  contactPage: 'Läs mer',

  checked: (day: string) => `Kontrollerat mot lagtexten den ${longDate(day)}.`,
  reviewed: (day: string, by: string) => `Granskat av ${by} den ${longDate(day)}.`,
  notReviewed: 'Inte granskat av jurist.',
  overdue: (day: string) => `Skulle ha setts över senast den ${longDate(day)}: läs med försiktighet.`,
  source: (title: string, by: string, day: string, use: string) =>
    `Underlag: «${title}», ${by}, ${longDate(day)}. ${use}`,
  beforeCheck: (day: string, checked: string) =>
    `Du frågar om den ${longDate(day)}. Texten är kontrollerad mot lagen den ${longDate(checked)}: dessförinnan kan något annat ha gällt.`,
  forDate: (day: string) => `Svaret gäller lagen den ${longDate(day)}.`,

  // ---- verdicts
  understood: 'Så har jag förstått frågan:',
  kept: 'Kvar från förut:',
  changed: 'Nytt:',
  dropped: 'Gällde de förra, så det räknar jag inte med:',

  otherVerdict: (before: string) => `Det ändrar svaret, som förut var «${before}».`,
  sameVerdict: 'Det ändrar inte svaret.',
  otherReasons: 'Svaret är i stort detsamma, men hänger nu på annat.',
  nothingNew:
    'Jag förstod inte vad som är nytt i det du skriver, så jag räknar som förut. Välj det under «Ändra uppgifterna», eller skriv det på ett annat sätt.',
  readAlone:
    'Det låter som en fortsättning. Jag har inga uppgifter från förut att bygga på, så jag läste det för sig. Skriv gärna vem som vill lämna uppgiften, till vem, och vad som är nytt.',
  verdict: {
    required: 'Ska lämnas',
    permitted: 'Sekretess hindrar inte',
    barred: 'Sekretess hindrar',
    depends: 'Beror på',
    outside: 'Utanför underlaget',
  },
  /** What the verdict means, where nothing more particular can be said. */
  inShort: {
    required: 'Det finns en skyldighet att lämna uppgiften, så samtycke behövs inte.',
    permitted: 'Uppgiften kan lämnas, men bara det som behövs.',
    barred: 'Så som det är nu ska uppgiften inte lämnas.',
  },
  noBar: 'Ingen sekretess träffar just det här. Lojalitet mot arbetsgivaren, dataskydd och god yrkesetik gäller ändå.',
  outsideRules: 'Det här täcker inte mina regler, så jag kan inte säga om det går.',
  dutyIf: (what: readonly string[]) => `Det blir en skyldighet, om ${anyOf(what)}.`,
  barredUnless: (what: readonly string[]) => `Sekretess hindrar, om inte ${anyOf(what)}.`,
  barredAtRest: 'Sekretess hindrar, om inte bedömningen nedan leder till något annat.',
  permittedUnless: (what: readonly string[]) => `Sekretess hindrar inte, om inte ${anyOf(what)}.`,
  hangsOn: (question: string) => `Först måste jag veta: ${question}`,
  why: 'Varför',
  toAssess: 'Att bedöma',
  ways: 'Vägar framåt',
  presumed: (what: string) => `Jag utgår från: ${what}.`,
  unknown: 'vet inte',
  dontKnow: 'Vet inte',
  bars: { true: 'hindrar', open: 'kan hindra', false: 'hindrar inte här' },
  brokenBy: (places: string) => `hindrar inte, eftersom ${places} bryter den`,
  opens: 'öppnar',
  requires: 'kräver att uppgiften lämnas',
  mayOpen: 'Kan öppna',
  mayRequire: 'Kan göra det till en skyldighet',
  closed: 'Öppnar inte här',
  excepted: (places: string) => `Där är ${places} undantagen.`,
  through: (place: string) => `genom ${place}`,
  turns: (what: string) => `(${what})`,
  ifYouShare: (verdict: Verdict) =>
    verdict === 'barred' || verdict === 'outside' ? 'Tänk på' : 'Om du lämnar uppgiften',
  cautions: [
    'Lämna bara det som behövs, till den som behöver det. Berätta för personen om det inte skadar någon, och skriv ner vad du lämnade och varför. Dataskydd och mottagarens egen sekretess gäller ändå.',
  ],
  danger: '**Är någon i akut fara: ring 112 först.**',
  helpFirst: 'Hjälpen först.',
  seenIn: (words: string) => `Jag tar det du skriver på allvar: ${words}. Hit kan du ringa nu:`,
  numbersChecked: (day: string) => `Telefonnumren kontrollerade den ${longDate(day)}.`,
  yourQuestion: 'Det du frågar om sekretess',
  noQuestion: 'Vill du också veta vad som gäller för sekretessen: skriv vem som vill berätta, för vem och om vad.',
  necessity: 'Nöd (BrB 24:4) kan göra en handling straffri i efterhand, men är ingen väg att planera för.',
  leftOut: (what: readonly string[]) =>
    `Reglerna täcker inte heller: ${what.map((each) => each.replace(/\.$/u, '')).join('; ')}.`,
  nextQuestion: 'Det här kan ändra svaret',
  tryWay: 'Tryck på en väg för att se hur svaret ändras.',
  changeFacts: 'Ändra uppgifterna',
  notAParty: 'Den parten känner jag inte igen. Skriv till exempel: skolkuratorn, socialtjänsten, BUP eller polisen.',
  chooseNumber: (most: number) => `Skriv ett tal från 1 till ${most}, eller en tom rad för att sluta.`,
  formTitle: 'Pröva en situation',
  formSubmit: 'Visa hela svaret',
  formStart: 'Välj vem som vill lämna uppgiften och vem som ska få den, så frågar jag det som behövs.',
  choose: 'Välj …',
  changePresumed: 'Ändra något av det jag utgår från',
  noRules: 'Det finns inga regler att pröva mot i underlaget.',
  chooseInForm: 'Välj under «Ändra uppgifterna».',
  explained: (question: string) => `Mer om det: ${question}`,
  unsureDirection: 'Vem vill lämna uppgiften, och till vem?',
  unsureDirectionBody: 'Jag ser två parter men inte säkert vem som lämnar till vem. Välj:',

  personalData: (kinds: readonly PersonalDataKind[]) =>
    `Jag såg något som liknar ${list([...new Set(kinds)].map((kind) => PERSONAL_DATA[kind]))} i din fråga. Jag har dolt det och sparar inget. Skriv inte uppgifter som pekar ut någon.`,
  personalDataInMessage: (kinds: readonly PersonalDataKind[]) =>
    `Jag såg något som liknar ${list([...new Set(kinds)].map((kind) => PERSONAL_DATA[kind]))} i meddelandet. Jag har dolt det och sparar inget. Be gärna den som skrev det att ta bort det.`,
  deleteMessage: 'Uppgiften ligger kvar i ditt meddelande i Slack: ta gärna bort eller redigera det.',
  apology:
    'Något gick fel hos mig, så du fick inget svar. Det är inte ditt fel. Försök igen om en stund, eller fråga en kollega om det brådskar.',
  notThere: 'Svaret finns inte längre: underlaget har ändrats. Ställ frågan igen.',

  // ---- easy Swedish
  easySwedish: 'Lätt svenska',
  ordinary: 'Vanligt svar',
  easyNote: 'Det här är en förenklad form av svaret. Det vanliga svaret säger mer, och vilka lagrum det vilar på.',
  notEasy: 'Det här svaret finns inte på lätt svenska än.',

  /** "a, b och c". */
  and: (items: readonly string[]) => list(items),
} as const;

/** What a person who asked in English never meets; all other phrases have an English form, or the types say so. */
type SwedishOnly = 'notAParty' | 'chooseNumber';

/** The phrases of an answer, in whichever language. */
export type Words = Spoken<Omit<typeof say, SwedishOnly>>;

/** What says the same in another language: phrases of the same form under the same names. */
export type Spoken<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof T]: Spoken<T[Key]> };

/** Why an answer came, for one who wants to know: what in the question met what, and how much each gave. */
export const sayWhy = {
  title: 'Varför det blev så',
  nothing: 'Inget i underlaget liknar frågan.',
  met: {
    word: (matched: string) => (matched === '' ? 'ordet' : `ordet «${matched}»`),
    part: (matched: string) => (matched === '' ? 'ordled' : `ordledet «${matched}»`),
    letters: (matched: string) => (matched === '' ? 'bokstäver som liknar' : `bokstäverna i «${matched}»`),
    like: (matched: string) => (matched === '' ? 'liknar en formulering' : `liknar «${matched}»`),
    fact: (matched: string) => (matched === '' ? 'uppgiften' : `uppgiften «${matched}»`),
    citation: (matched: string) => (matched === '' ? 'lagrummet' : `lagrummet ${matched}`),
  },
  rest: 'övrigt',
  repaired: (said: string, read: string) => `«${said}» läst som «${read}»`,
  sure: (right: string, inside: string) =>
    `Chansen att det första är rätt: ${right}. Chansen att frågan alls hör hit: ${inside}.`,
  decided: {
    answer: 'Ett svar visas: det första är säkert nog, och inget annat ligger för nära.',
    verdict: 'Ett utfall visas: frågan säger vem som lämnar till vem, och reglerna är skrivna för det.',
    lagrum: 'Ett lagrum visas: frågan nämner det, eller liknar det klart mest.',
    direction: 'Det blir en fråga tillbaka: parterna nämns, men inte säkert vem som lämnar till vem.',
    tooClose: 'Det blir en fråga tillbaka: flera ligger för nära varandra.',
    unsure: 'Det blir en fråga tillbaka: det första är inte säkert nog.',
    outside: 'Det blir inget svar: för lite i frågan liknar något i underlaget.',
    refused: 'Det blir inget svar, av det skäl som står ovan; det som liknar frågan har inte avgjort det.',
  },
} as const;

/** `2026-11-22` as `22 november 2026`. */
export function longDate(day: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** "a, b och c". */
export function list(items: readonly string[], joint: 'och' | 'eller' = 'och'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${joint} ${last}`;
}

function genitive(name: string): string {
  return /[sxz]$/iu.test(name) ? name : `${name}s`;
}

function anyOf(what: readonly string[]): string {
  return what.length === 1 ? (what[0] ?? '') : `något av det här är så: ${list(what, 'eller')}`;
}

const PERSONAL_DATA: Readonly<Record<PersonalDataKind, string>> = {
  personnummer: 'ett personnummer',
  samordningsnummer: 'ett samordningsnummer',
  'e-post': 'en e-postadress',
  telefon: 'ett telefonnummer',
};

export function thousands(n: number): string {
  return new Intl.NumberFormat('sv-SE').format(n);
}
