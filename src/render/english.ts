// The phrases of an answer in English, for those who ask in it. Each says what its Swedish one in `words.ts` says; the terms are
// those of the official English text of OSL. Markdown where the Swedish has it.
import type { PersonalDataKind } from '../question/guard.ts';
import type { Verdict } from '../rules/rule.ts';
import { NAME, type Words } from './words.ts';

/** The help, in short: the longer one is in Swedish. */
export const HELP_IN_ENGLISH = `I am ${NAME}. Ask me about secrecy and the duty of confidentiality in your own words, without names or personal identity numbers. For example: “Can colleagues at social services talk about my case?” With \`/lagrum OSL 26:1\` you get a provision, in Swedish. I give general information; whoever is responsible for the case decides.`;

export const english = {
  provisions: 'Provisions',
  showProvisions: 'Show provisions',
  showWhole: 'Show the whole answer',
  close: 'Close',
  readStatute: 'Read the statute (in Swedish)',
  wholeAct: 'the whole act at the Riksdag',
  readMore: 'Read more (in Swedish)',
  continues: `*The answer goes on under “Show the whole answer”.*`,

  moreThanFits: 'There is no room for the rest here. Ask for one provision at a time to see all of it.',

  answers: (question: string) => `Answer to: ${question}`,
  clarify: 'Several answers come close. Which one do you mean? The questions are in Swedish.',
  nearest: 'I am not sure what you mean. These are the nearest. The questions are in Swedish:',
  noneOfThem:
    'If none fits: write who wants to disclose the information, to whom and what it is about, or ask your nearest manager, registrar or lawyer.',
  noneOfThemAskHuman:
    'If none fits: write who wants to disclose the information, to whom and what it is about, or press “Ask a human”.',
  near: 'These are the nearest of what I can answer (in Swedish):',
  outside: 'I have no answer to that.',
  covers:
    'I answer questions about secrecy and the duty of confidentiality in schools, student health services (elevhälsan), social services, health care and care, and about co-operation with the police. Try to write who wants to disclose the information, to whom, and what it is about. You can also ask for a provision, for example OSL 26:1.',
  human: 'If you need an answer anyway: ask your nearest manager, registrar or lawyer.',
  humanBelow: 'If you need an answer anyway: press “Ask a human” and a person will help you.',
  thanked: 'You are welcome. Write again whenever you like.',
  empty:
    'Write your question and I will answer. For example: “Can colleagues at social services talk about my case?” or “OSL 26:1”.',
  tooLong: (length: number, most: number) =>
    `The question is too long for me (${thousands(length)} characters, I read at most ${thousands(most)}). Shorten it to what you want to know.`,
  notInForce: (question: string) => `The answer to “${question}” does not apply on that day.`,
  noSuchProvision: (places: string) =>
    `${places}: not among the sections that I know of. Check the act and the number.`,
  noProvisionLikeIt:
    'I find no provision with that name. Write for example “OSL 26:1”, “26 kap. 1 § OSL” or “generalklausulen”.',
  alsoUnknown: (places: string) =>
    `I do not show ${places}: either the section is not among those that I know of, or there were too many at once.`,
  noSummary: 'The section exists, but there is no summary of it here yet.',

  wording: (sfs: string) => `Wording according to ${sfs}`,
  upcoming: (place: string, day: string) => `${place} gets a new wording on ${longDate(day)}.`,
  replaced: (old: string, current: string) =>
    current === ''
      ? `${old} is repealed and has no direct equivalent today.`
      : `${old} is repealed. Today ${current} applies.`,
  formerly: (current: string) =>
    `In the earlier Social Services Act (2001:453) something else stood under the same number. If that is what you mean: see ${current} today.`,

  origin: (name: string) => `The text is ${name}’s own.`,
  locally: (name: string) => `At ${name}`,
  contactPage: 'Read more',

  checked: (day: string) => `Checked against the statute on ${longDate(day)}.`,
  reviewed: (day: string, by: string) => `Reviewed by ${by} on ${longDate(day)}.`,
  notReviewed: 'Not reviewed by a lawyer.',
  overdue: (day: string) => `Should have been looked over by ${longDate(day)}: read with care.`,
  source: (title: string, by: string, day: string, use: string) =>
    `Based on: “${title}”, ${by}, ${longDate(day)}. In Swedish: ${use}`,
  beforeCheck: (day: string, checked: string) =>
    `You ask about ${longDate(day)}. The text was checked against the law on ${longDate(checked)}: before that, something else may have applied.`,
  forDate: (day: string) => `The answer is for the law as of ${longDate(day)}.`,

  understood: 'This is how I understood the question:',
  kept: 'Kept from before:',
  changed: 'New:',
  dropped: 'Was about those before, so I do not count it:',
  otherVerdict: (before: string) => `That changes the answer, which was «${before}».`,
  sameVerdict: 'That does not change the answer.',
  otherReasons: 'The answer is much the same, but now depends on something else.',
  nothingNew:
    'I did not understand what is new in what you write, so my assessment stays the same. Choose it under “Change the facts”, or put it in another way.',
  readAlone:
    'That sounds like something that goes on from before. I have no facts from before to build on, so I read it by itself. Please write who would disclose the information, to whom, and what is new.',
  verdict: {
    required: 'Must be disclosed',
    permitted: 'Secrecy does not prevent it',
    barred: 'Secrecy prevents it',
    depends: 'It depends',
    outside: 'Not covered',
  },
  inShort: {
    required: 'There is a duty to disclose the information, so consent is not needed.',
    permitted: 'The information can be disclosed, but only what is needed.',
    barred: 'As things stand, the information must not be disclosed.',
  },
  noBar:
    'No secrecy covers just this. Loyalty to the employer, data protection (GDPR) and good professional ethics still apply.',
  outsideRules: 'My rules do not cover this, so I cannot say whether it is possible.',
  dutyIf: (what: readonly string[]) => `It becomes a duty if ${anyOf(what)}.`,
  barredUnless: (what: readonly string[]) => `Secrecy prevents it, unless ${anyOf(what)}.`,
  barredAtRest: 'Secrecy prevents it, unless the assessment below leads to something else.',
  permittedUnless: (what: readonly string[]) => `Secrecy does not prevent it, unless ${anyOf(what)}.`,
  hangsOn: (question: string) => `First I need to know: ${question}`,
  why: 'Why (what the provisions say is in Swedish)',
  toAssess: 'To be assessed',
  ways: 'Ways forward',
  presumed: (what: string) => `I assume: ${what}.`,
  unknown: 'not known',
  dontKnow: 'Do not know',
  bars: { true: 'prevents it', open: 'may prevent it', false: 'does not prevent it here' },
  brokenBy: (places: string) => `does not prevent it, because ${places} overrides it`,
  opens: 'allows it',
  requires: 'requires that the information is disclosed',
  mayOpen: 'Could allow it',
  mayRequire: 'Could make it a duty',
  closed: 'Does not allow it here',
  excepted: (places: string) => `${places} is excepted there.`,
  through: (place: string) => `through ${place}`,
  turns: (what: string) => `(${what})`,
  ifYouShare: (verdict: Verdict) =>
    verdict === 'barred' || verdict === 'outside' ? 'Keep in mind' : 'If you disclose the information',
  cautions: [
    'Disclose only what is needed, to the person who needs it. Tell the person concerned if that does not harm anyone, and write down what you disclosed and why. Data protection (GDPR) and the recipient’s own secrecy still apply.',
  ],
  danger: '**If anyone is in immediate danger: call 112 first.**',
  helpFirst: 'Help first.',
  seenIn: (words: string) => `I take what you write seriously: ${words}. These you can call now:`,
  numbersChecked: (day: string) => `Telephone numbers checked on ${longDate(day)}.`,
  yourQuestion: 'Your question about secrecy',
  noQuestion:
    'If you also want to know what applies about secrecy: write who wants to tell, whom they want to tell and about what.',
  necessity: 'Necessity (BrB 24:4) can free an act from punishment afterwards, but is not a way to plan for.',
  leftOut: (what: readonly string[]) =>
    `Nor do the rules cover: ${what.map((each) => each.replace(/\.$/u, '')).join('; ')}.`,
  nextQuestion: 'This can change the answer',
  tryWay: 'Press a way forward to see how the answer changes.',
  changeFacts: 'Change the facts',
  formTitle: 'Try a situation',
  formSubmit: 'Show the whole answer',
  formStart:
    'Choose who wants to disclose the information and who is to receive it, and I will ask for what is needed.',
  choose: 'Choose …',
  changePresumed: 'Change something that I assume',
  noRules: 'There are no rules to try it against.',
  chooseInForm: 'Choose under “Change the facts”.',
  explained: (question: string) => `More about it: ${question}`,
  unsureDirection: 'Who wants to disclose the information, and to whom?',
  unsureDirectionBody: 'I see two parties but am not sure who discloses to whom. Choose:',

  personalData: (kinds: readonly PersonalDataKind[]) =>
    `I saw something like ${list([...new Set(kinds)].map((kind) => PERSONAL_DATA[kind]))} in your question. I have masked it and store nothing. Do not write anything that points out a person.`,
  personalDataInMessage: (kinds) =>
    `I saw something like ${list([...new Set(kinds)].map((kind) => PERSONAL_DATA[kind]))} in the message. I have masked it and store nothing. Please ask the one who wrote it to delete it.`,
  deleteMessage: 'It is still in your message in Slack: please delete or edit the message.',
  apology:
    'Something went wrong on my side, so you got no answer. It is not your fault. Try again in a while, or ask a colleague if it is urgent.',
  notThere: 'That answer no longer exists: what I know has changed. Please ask again.',

  easySwedish: 'Easy Swedish',
  ordinary: 'Ordinary answer',
  easyNote: 'This is a simplified form of the answer. The ordinary answer says more, and which provisions it rests on.',
  notEasy: 'This answer does not exist in easy Swedish yet.',

  and: (items: readonly string[]) => list(items),
} as const satisfies Words;

/** What is said in English about what stays in Swedish. */
export const besideEnglish = {
  onlyInSwedish: '**This answer only exists in Swedish so far.**',
  inSwedish: 'In Swedish, to show others',
  details: 'Details (in Swedish)',
  swedishSays: (text: string) => `In Swedish: ${text}`,
} as const;

/** `2026-11-22` as `22 November 2026`. */
function longDate(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** "a, b and c". */
function list(items: readonly string[], joint: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${joint} ${last}`;
}

function anyOf(what: readonly string[]): string {
  return what.length === 1 ? (what[0] ?? '') : `one of these is so: ${list(what, 'or')}`;
}

const PERSONAL_DATA: Readonly<Record<PersonalDataKind, string>> = {
  personnummer: 'a personal identity number (personnummer)',
  samordningsnummer: 'a co-ordination number (samordningsnummer)',
  'e-post': 'an e-mail address',
  telefon: 'a telephone number',
};

function thousands(n: number): string {
  return new Intl.NumberFormat('en-GB').format(n);
}
