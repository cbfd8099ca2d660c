// How a fact stands inside a Swedish sentence, after "när", "om inte" or "att". What is asked of people stands in the
// knowledge folder; these are the clauses that the questions and answers there become when a rule is read aloud.

/**
 * Either a beginning that all the values share ("uppgiften gäller" + "hälsa"), or a whole clause for each value. A clause
 * is in the order of a subordinate clause: what negates stands before the verb ("mottagaren inte behöver uppgiften").
 */
export interface Phrase {
  readonly lead?: string;
  /** By value. With a beginning, a value that is left out stands as it does among the answers to the question. */
  readonly values: Readonly<Record<string, string>>;
  /** Whole clauses for several values at once, or for one that the beginning does not fit: by the values, with ", " between. */
  readonly together?: Readonly<Record<string, string>>;
}

const yesNo = (ja: string, nej: string): Phrase => ({ values: { ja, nej } });

/** By concept. One that is not here is read as its question and its answer, which is right but stiff. */
export const PHRASES: Readonly<Record<string, Phrase>> = {
  uppgift: {
    lead: 'uppgiften gäller',
    values: {
      'personliga förhållanden': 'en persons förhållanden i övrigt',
      orosanmälan: 'en orosanmälan eller svaret på den',
      'att utredning inletts': 'om socialtjänsten har inlett utredning',
      'att någon är aktuell': 'att någon är aktuell hos socialtjänsten',
      'beslut om tvångsvård': 'själva beslutet om omhändertagande eller tvångsvård',
      disciplinärende: 'ett ärende om avstängning eller annan åtgärd mot en elev',
      disciplinbeslut: 'själva beslutet i ett sådant ärende',
      'fel i folkbokföringen': 'att något i folkbokföringen är fel',
      'förmån eller ersättning': 'en förmån eller ersättning från en annan myndighet',
      'felaktig utbetalning': 'att en ersättning betalas ut felaktigt',
      avidentifierad: 'något som inte kan kopplas till en viss person',
    },
  },
  ärende: {
    lead: 'saken hos mottagaren är',
    values: {
      skolbyte: 'ett byte av skola eller skolform',
      'ärendet flyttas': 'att hela ärendet flyttas dit',
      tillsyn: 'tillsyn eller revision över avsändaren',
      vittnesmål: 'ett vittnesmål',
      'vittnesmål i mål om barn': 'ett vittnesmål i ett mål om vård eller skydd av ett barn',
      socialförsäkring: 'en namngiven persons socialförsäkring',
      'insats för äldre eller funktionshindrade': 'en insats till äldre eller någon med funktionsnedsättning',
      'uppföljning av uppdrag': 'att nämnden följer upp sin utförare',
      'yttrande om ung misstänkt': 'ett yttrande om en misstänkt under 18 år',
    },
    together: { 'inget särskilt': 'saken hos mottagaren inte är någon av dem som reglerna nämner' },
  },
  'samma myndighet': yesNo('båda hör till samma myndighet', 'de hör till olika myndigheter'),
  'självständiga verksamhetsgrenar': yesNo(
    'de är självständiga verksamhetsgrenar i förhållande till varandra',
    'de inte är självständiga verksamhetsgrenar i förhållande till varandra',
  ),
  'samma kommun eller region': yesNo(
    'båda finns i samma kommun eller i samma region',
    'de finns i olika kommuner eller regioner',
  ),
  'behövs i arbetet': yesNo(
    'mottagaren behöver uppgiften i sitt arbete',
    'mottagaren inte behöver uppgiften i sitt arbete',
  ),
  part: yesNo('mottagaren är part i ärendet', 'mottagaren inte är part i ärendet'),
  'synnerlig vikt': yesNo(
    'det är av synnerlig vikt för någons skydd att parten inte får uppgiften',
    'det inte är av synnerlig vikt för någons skydd att parten inte får uppgiften',
  ),
  anmälaren: {
    lead: 'orosanmälan gjordes',
    values: { privatperson: 'av en privatperson', 'i sitt arbete': 'av någon i sitt arbete' },
  },
  'fara för anmälaren': yesNo(
    'det kan antas att den som anmälde utsätts för våld eller annat allvarligt men om det kommer fram',
    'det inte kan antas att den som anmälde utsätts för våld eller annat allvarligt men',
  ),
  'misstanke om att barn far illa': yesNo(
    'det finns misstanke om att ett barn far illa',
    'det inte finns misstanke om att ett barn far illa',
  ),
  'kännedom om övergrepp i hemmet': yesNo(
    'avsändaren vet att ett barn utnyttjas sexuellt eller misshandlas i hemmet',
    'avsändaren inte vet att ett barn utnyttjas sexuellt eller misshandlas i hemmet',
  ),
  utredning: {
    lead: 'socialtjänsten',
    values: {
      ingen: 'ännu inte utreder något',
      förhandsbedömning: 'förhandsbedömer en orosanmälan',
      barnavårdsutredning: 'har beslutat om en utredning av ett barns behov av skydd eller stöd',
      vårdnadsutredning: 'utreder vårdnad, boende eller umgänge',
      'annan utredning': 'utreder något annat',
    },
  },
  'mottagaren anmälde': {
    values: {
      'i sitt arbete': 'mottagaren gjorde orosanmälan i sitt arbete',
      'som privatperson': 'mottagaren gjorde orosanmälan som privatperson',
      nej: 'det inte är mottagaren som gjorde orosanmälan',
    },
  },
  begäran: yesNo('mottagaren har begärt uppgiften', 'uppgiften lämnas på eget initiativ'),
  ålder: {
    lead: 'den som uppgiften rör är',
    values: { 'under 18': 'under 18 år', '18–20': '18–20 år', '21 eller äldre': '21 år eller äldre' },
    together: {
      'under 18, 18–20': 'den som uppgiften rör är under 21 år',
      '18–20, 21 eller äldre': 'den som uppgiften rör är 18 år eller äldre',
    },
  },
  samtycke: {
    values: {
      ja: 'samtycke finns',
      nej: 'samtycke saknas',
      'bara en vårdnadshavare': 'bara den ena av två vårdnadshavare samtycker',
      'bara barnet': 'barnet samtycker, men inte vårdnadshavarna',
      'bara vårdnadshavarna': 'vårdnadshavarna samtycker, men inte barnet',
    },
  },
  'barnet bestämmer själv': yesNo(
    'barnet är så moget att det självt bestämmer i frågan',
    'vårdnadshavarna bestämmer i frågan',
  ),
  'barnet lider betydande men': yesNo(
    'det kan antas att barnet lider betydande men om vårdnadshavaren får veta',
    'det inte kan antas att barnet lider betydande men om vårdnadshavaren får veta',
  ),
  'vistelseorten måste hållas hemlig': yesNo(
    'det är nödvändigt för vården eller skyddet att vårdnadshavaren inte vet var barnet är',
    'det inte är nödvändigt för vården eller skyddet att vårdnadshavaren inte vet var barnet är',
  ),
  menprövning: {
    values: {
      'står klart att ingen lider men': 'det står klart att ingen lider men',
      'inget särskilt': 'menprövningen inte visar något särskilt',
      'kan antas': 'det kan antas att någon lider men',
      'särskild anledning': 'det finns särskild anledning att anta men',
      'måste antas betydande men': 'det måste antas att någon lider betydande men',
    },
    together: {
      'särskild anledning, måste antas betydande men': 'det åtminstone finns särskild anledning att anta men',
      'kan antas, särskild anledning, måste antas betydande men': 'det åtminstone kan antas att någon lider men',
    },
  },
  vårdsituation: {
    values: {
      'ingen av dem': 'det inte rör missbruk, tvångsvård eller ett väntat barn som behöver skydd',
      missbruk: 'det finns ett fortgående missbruk',
      'psykiatrisk tvångsvård': 'personen får psykiatrisk eller rättspsykiatrisk tvångsvård',
      'väntat barn behöver skydd': 'ett väntat barn behöver en skyddsinsats',
    },
  },
  'behövs för vård eller stöd': yesNo(
    'uppgiften behövs för att personen ska få nödvändig vård, behandling eller annat stöd',
    'uppgiften inte behövs för personens vård, behandling eller stöd',
  ),
  'kan samtycka': yesNo(
    'personen själv kan ta ställning till ett samtycke',
    'personen inte själv kan ta ställning till ett samtycke',
  ),
  'krävs för elevens stöd': yesNo(
    'det krävs att uppgiften lämnas för att eleven ska få nödvändigt stöd',
    'det inte krävs att uppgiften lämnas för att eleven ska få nödvändigt stöd',
  ),
  brott: {
    values: {
      inget: 'det inte rör något brott',
      begånget: 'det finns misstanke om ett begånget brott',
      risk: 'det finns risk för brott framåt',
    },
  },
  'brott inom SiS': yesNo(
    'brottet misstänks ha begåtts inom SiS verksamhet',
    'brottet inte misstänks ha begåtts inom SiS verksamhet',
  ),
  brottstyp: { lead: 'brottet är', values: {} },
  'minsta straff': {
    lead: 'brottets lägsta straff är',
    values: {
      'under sex månader': 'under sex månaders fängelse',
      'sex månader': 'minst sex månaders men under ett års fängelse',
      'ett år': 'minst ett års fängelse',
    },
    together: { 'sex månader, ett år': 'brottets lägsta straff är minst sex månaders fängelse' },
  },
  'skäligen misstänkt': yesNo('den som uppgiften rör är skäligen misstänkt', 'den som uppgiften rör inte är misstänkt'),
  'fängelse i skalan': yesNo('fängelse finns i straffskalan', 'straffskalan bara har böter'),
  'brott mot person': yesNo(
    'brottet står i 3, 4 eller 6 kap. brottsbalken, eller är könsstympning eller oskuldsingrepp',
    'brottet inte hör till 3, 4 eller 6 kap. brottsbalken',
  ),
  fullbordat: yesNo('brottet är fullbordat', 'brottet är ett försök, en förberedelse eller stämpling'),
  'brottsoffret under 18': yesNo(
    'den som brottet riktas mot är under 18 år',
    'den som brottet riktas mot är 18 år eller äldre',
  ),
  'brottsoffret närstående': yesNo(
    'den som kan drabbas är närstående till den som kan komma att begå brottet',
    'den som kan drabbas inte är närstående till den som kan komma att begå brottet',
  ),
  'konkret risk': yesNo(
    'det finns konkreta omständigheter som visar på risken',
    'det inte finns konkreta omständigheter som visar på risken',
  ),
  'brottet är å färde': yesNo(
    'brottet är så nära eller så långt gånget att det redan är straffbart',
    'brottet ännu inte är straffbart',
  ),
  'ska avslöjas': yesNo('brottet hör till dem som måste avslöjas', 'brottet inte hör till dem som måste avslöjas'),
  händelse: {
    lead: 'det är fråga om',
    values: {
      rattfylleri: 'rattfylleri eller liknande som pågår eller är på väg att ske',
      'ungdom i fara eller på bar gärning': 'ett barn som påträffas i akut fara eller när det begår brott',
      'vanvårdat djur': 'ett djur som far illa utan att det går att lösa med ägaren',
    },
    together: { 'ingen av dem': 'det inte är fråga om någon av de särskilda händelserna' },
  },
  'elevs brott i skolan': yesNo(
    'en elev misstänks ha begått brottet i samband med skolan',
    'brottet inte misstänks ha begåtts av en elev i samband med skolan',
  ),
  ändamål: {
    lead: 'uppgiften ska användas till',
    values: {
      annat: 'stöd, vård eller annat',
      'förebygga brott': 'att förebygga, förhindra eller upptäcka brott',
      'utreda brott': 'att utreda brott',
      'felaktiga utbetalningar': 'att hindra eller utreda felaktiga utbetalningar, skatter eller avgifter',
      fusk: 'att hindra eller utreda fusk eller regelbrott',
    },
  },
  olämpligt: yesNo('det är olämpligt att lämna uppgiften', 'det inte är olämpligt att lämna uppgiften'),
  'skäl mot': yesNo(
    'sådana skäl mot att lämna uppgiften finns som bestämmelsen nämner',
    'det inte finns sådana skäl mot att lämna uppgiften som bestämmelsen nämner',
  ),
  'behövs i brottsbekämpningen': yesNo(
    'uppgiften behövs i den brottsbekämpande verksamheten',
    'uppgiften inte behövs i den brottsbekämpande verksamheten',
  ),
  'sekretessintresset väger tyngst': yesNo(
    'övervägande skäl talar för att sekretessintresset går före',
    'övervägande skäl inte talar för att sekretessintresset går före',
  ),
  '10 kap. 15 a § går före 23 §': yesNo(
    'er jurist bedömer att OSL 10:15a gäller trots den snävare OSL 10:23',
    'er jurist inte bedömer att OSL 10:15a gäller trots den snävare OSL 10:23',
  ),
  'nödvändigt för egen verksamhet': yesNo(
    'det är nödvändigt för avsändarens egen verksamhet att lämna uppgiften',
    'det inte är nödvändigt för avsändarens egen verksamhet att lämna uppgiften',
  ),
  'uppenbar intresseövervikt': yesNo(
    'det är uppenbart att intresset av att lämna uppgiften går före',
    'det inte är uppenbart att intresset av att lämna uppgiften går före',
  ),
  'polisens arbete skadas': yesNo(
    'det kan antas att polisens utredning eller arbete skadas',
    'det inte kan antas att polisens utredning eller arbete skadas',
  ),
  'bör leda till åtgärd': yesNo(
    'det är något som bör leda till en åtgärd från socialtjänsten',
    'det inte är något som bör leda till en åtgärd från socialtjänsten',
  ),
  'läkaren kan inte ge vården': yesNo(
    'en läkare bedömer att vården inte själv kan ge tillräcklig vård',
    'ingen läkare bedömer att vården inte själv kan ge tillräcklig vård',
  ),
  'behövs för försvaret': yesNo(
    'uppgiften behövs för att den misstänkte ska kunna ta till vara sin rätt',
    'uppgiften inte behövs för att den misstänkte ska kunna ta till vara sin rätt',
  ),
  'annars inte obehörigt': yesNo(
    'det av något annat skäl inte vore obehörigt att lämna uppgiften',
    'det inte finns något annat skäl varför det inte vore obehörigt att lämna uppgiften',
  ),
};

/** Who runs a party's activity, said of a party that is named beside it, and of one that is not. */
export const NATURES: Readonly<Record<string, { readonly activity: string; readonly party: string }>> = {
  myndighet: { activity: 'är offentlig', party: 'en myndighet' },
  'enskild verksamhet': { activity: 'är privat', party: 'en privat verksamhet' },
  privatperson: { activity: 'är ingen verksamhet utan en privatperson', party: 'en privatperson' },
};
