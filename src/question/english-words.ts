// English words that the reading of a question turns on: its verbs by what they do with a disclosure, and its small words.
import type { Mark } from './frames.ts';

/**
 *     tell   inform the mother            who is told is the object
 *     give   give the mother the file     the object, or after "to"
 *     pass   hand over to the mother      only after "to" or "with"
 *     talk   talk to, call                as pass, but to whom it is about it is no disclosure
 *     share  share, cooperate             as pass; of two together it is not said who tells whom
 *     get    read, be told                who does it is told
 *     ask    ask the school               who is asked tells
 *     want   want to know                 who wants it is told
 *     hold   keep from the mother         "from" is who would be told
 *     let    let the mother see           who lets tells
 */
export type EnglishFrame = 'tell' | 'give' | 'pass' | 'talk' | 'share' | 'get' | 'ask' | 'want' | 'hold' | 'let';

const FORMS: Readonly<Record<EnglishFrame, string>> = {
  tell: `tell tells told telling inform informs informed informing notify notifies notified notifying warn warns warned warning
    alert alerts alerted alerting brief briefs briefed briefing update updates updated updating answer answers answered
    answering refuse refuses refused refusing deny denies denied denying tip tips tipped tipping`,
  give: `give gives gave given giving send sends sent sending show shows showed shown showing hand hands handed handing
    provide provides provided providing forward forwards forwarded forwarding offer offers offered lend lends lent supply
    supplies supplied supplying grant grants granted release releases released releasing`,
  pass: `disclose discloses disclosed disclosing report reports reported reporting pass passes passed passing reveal reveals
    revealed revealing say says said saying explain explains explained explaining mention mentions mentioned mentioning submit
    submits submitted submitting transfer transfers transferred transferring leak leaks leaked leaking write writes wrote written
    writing reply replies replied replying respond responds responded responding describe describes described describing
    communicate communicates communicated deliver delivers delivered confide confides confided surrender turn turns turned
    turning volunteer volunteers testify testifies testified testifying file files filed filing make makes made making go goes
    went going gossip hint confirm confirms confirmed confirming leave comment comments commented`,
  talk: `talk talks talked talking speak speaks spoke spoken speaking chat chats chatted chatting call calls called calling
    phone phones phoned phoning ring rings rang ringing contact contacts contacted contacting text texts texted texting email
    emails emailed emailing mail mails mailed message messages messaged consult consults consulted consulting involve involves
    involved involving discuss discusses discussed discussing`,
  share: `share shares shared sharing exchange exchanges exchanged exchanging cooperate cooperates cooperating collaborate
    collaborates collaborating communicate`,
  get: `get gets got getting obtain obtains obtained obtaining receive receives received receiving read reads reading see sees
    saw seen seeing access accesses accessed accessing know knows knew known knowing learn learns learned learnt learning hear
    hears heard hearing view views viewed viewing open opens opened opening find finds found finding look looks looked looking
    inspect inspects collect collects entitled`,
  ask: `ask asks asked asking request requests requested requesting demand demands demanded demanding question questions
    questioned questioning interview interviews interviewed interviewing interrogate require inquire inquires enquire enquires
    summon summons summoned subpoena subpoenaed`,
  want: `want wants wanted wanting wish wishes wished would like need needs needed wonder wonders wondered insist insists`,
  hold: `keep keeps kept keeping withhold withholds withheld withholding hide hides hid hidden hiding conceal conceals`,
  let: `let lets letting allow allows permit permits`,
};

export const FRAMES: ReadonlyMap<string, EnglishFrame> = new Map(
  Object.entries(FORMS).flatMap(([frame, forms]) =>
    listed(forms).map((form) => [form, frame as EnglishFrame] as const),
  ),
);

/** Forms with which something is done to the subject, where a form of "be" stands before them. */
export const PARTICIPLE =
  /^(?:told|given|sent|shown|written|spoken|seen|known|heard|got|found|kept|read|said|made|hidden|left|lent|withheld|.*ed)$/u;
export const BE: ReadonlySet<string> = words('be been being is are was were am get gets got');
export const MODALS: ReadonlySet<string> = words(
  'can could may might must should shall will would do does did am is are was were has have had',
);
/** What makes a clause ask whether something is allowed or owed. */
export const DEONTIC: ReadonlySet<string> = words(
  `can could may must should shall allowed permitted obliged obligated required bound entitled forbidden prohibited ok okay fine
   legal lawful legally lawfully right duty obligation supposed illegal unlawful wrong free mandatory possible acceptable
   permissible override let lets`,
);
/** A clause that begins so, and is no statement, asks; "have to" and "need to" do so anywhere. */
export const INVERTED: ReadonlySet<string> = words('do does did is are was were am has have had will would might');

export const DETERMINERS: ReadonlySet<string> = words(
  `the a an this that these those my our your his her their its some any no each every another other both all either one's
   all two three several many certain same such own what which whose`,
);
export const PREPOSITIONS: ReadonlyMap<string, Mark> = new Map([
  ...(['to', 'into', 'onto'] as const).map((word) => [word, 'to'] as const),
  ...(['with'] as const).map((word) => [word, 'with'] as const),
  ...(['from'] as const).map((word) => [word, 'from'] as const),
  ...(['by'] as const).map((word) => [word, 'of'] as const),
  ...(['for'] as const).map((word) => [word, 'for'] as const),
  ...(['against', 'towards', 'toward'] as const).map((word) => [word, 'against'] as const),
  ...(['at', 'in', 'within', 'inside', 'under', 'on'] as const).map((word) => [word, 'at'] as const),
  ...(['among', 'amongst'] as const).map((word) => [word, 'among'] as const),
  ...(['between'] as const).map((word) => [word, 'between'] as const),
  ...(['as'] as const).map((word) => [word, 'as'] as const),
  ...(['about', 'regarding', 'concerning', 'around'] as const).map((word) => [word, 'about'] as const),
  ...(
    [
      'of',
      'like',
      'than',
      'despite',
      'without',
      'behind',
      'near',
      'outside',
      'before',
      'after',
      'during',
      'through',
      'via',
      'over',
      'instead',
      'besides',
      'beside',
      'except',
    ] as const
  ).map((word) => [word, 'aside'] as const),
]);
export const SUBORDINATORS: ReadonlySet<string> = words(
  'if whether because although though unless until while since what how why when where which who whom whose that so',
);
export const CONJUNCTIONS: ReadonlySet<string> = words('and but or then');
export const ADVERBS: ReadonlySet<string> = words(
  `not never also just only still really even ever actually now already simply always legally freely lawfully openly please
   yet too then directly ask first again back over out up on off down away along anything something everything nothing it
   more information secretly automatically ever`,
);

/** What is told, and with which a name before it is whose it is: "police questions", "the BUP record". */
export const THING =
  /^(?:record|file|note|journal|document|information|info|data|report|investigation|inquir|enquir|question|case|chart|log|paper|letter|email|statement|assessment|decision|archive|material|conversation|secrecy|confidentiality|interview|result|answer|view|request|register|address|number|meeting|duty|rule|act|matter|system|employee)/u;
/** A thing with which someone wants to know. */
export const REQUEST = /^(?:question|request|demand|inquir|enquir|call|email|letter|interview|summons|subpoena)/u;

function listed(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}

function words(text: string): ReadonlySet<string> {
  return new Set(listed(text));
}
