// What one clause says of who tells whom: its verb's frame, filled with those who are named about it.
import { COMPARISONS, DEONTIC, EXCHANGE, MODALS, REQUESTS, SECRECY, SUMMONS, WISHES, isThing } from './frames.ts';
import { around, ofMark, owner, source, told, type Parts } from './places.ts';
import { isWish, type Clause, type Text } from './clauses.ts';
import type { Phrase } from './phrases.ts';
import { headOf, type Head } from './verbs.ts';
import type { Token } from './vocabulary.ts';

/** Who tells whom in one clause. `'someone'` is there, but it is not said who; undefined is nobody. */
export interface Reading {
  readonly sender: Phrase | 'someone' | undefined;
  readonly recipient: Phrase | 'someone' | undefined;
  /** The clause says that the recipient wants it, and only by that who it is: "polisen ringer", "soc begär". */
  readonly wanted: boolean;
  /** The clause asks whether it is allowed or owed. */
  readonly asked: boolean;
  /** Two who exchange, and it is not said who tells whom. */
  readonly pair: readonly [Phrase, Phrase] | undefined;
  /** They talk; with the one it is about that is no disclosure. */
  readonly talk: boolean;
  /** Someone wishes to talk with someone, which may be to tell or to ask. */
  readonly wish: boolean;
  /** Who has said or written what the clause asks for, or was told it. */
  readonly teller: Phrase | undefined;
}

type Bare = Omit<Reading, 'asked'>;

const NONE = {
  sender: undefined,
  recipient: undefined,
  wanted: false,
  pair: undefined,
  talk: false,
  wish: false,
  teller: undefined,
};

export function readClause(
  clause: Clause,
  text: Text,
  inherited: Phrase | undefined,
  mayOpen: boolean,
): Bare | undefined {
  const words = text.tokens.slice(clause.from, clause.to + 1).map(({ word }) => word);
  const phrases = text.phrases.filter(({ from, to }) => from >= clause.from && to <= clause.to);
  const head = headOf(clause, text.tokens);
  const parts = { mayOpen, phrases, words, head, clause, inherited };
  if (words.some((word) => COMPARISONS.has(word))) return undefined;
  if (head !== undefined) return readPair(parts) ?? readRequest(parts, text) ?? readHead(parts, head, text);
  return readPair(parts) ?? readRequest(parts, text) ?? readWish(parts, text) ?? readNames(parts, text);
}

/** "polisen vill | att …": who wishes to be told, if it is not said who else. */
function readWish({ clause, phrases }: Parts, text: Text): Bare | undefined {
  if (!isWish(clause, text) || text.tokens[clause.to + 1]?.word !== 'att') return undefined;
  const who = phrases.find(({ mark, genitive, kind }) => mark === 'bare' && !genitive && kind === 'party');
  return who === undefined ? undefined : { ...NONE, recipient: who, wanted: true };
}

function readHead(parts: Parts, head: Head, text: Text): Bare | undefined {
  switch (head.frame) {
    case 'tell':
      return head.passive ? readPassive(parts, head, text) : readTell(parts, head);
    case 'talk':
      return readTalk(parts, head);
    case 'get':
    case 'ask':
      return readGet(parts, head, text);
    case 'let':
      return readLet(parts, head);
    case 'share':
      return undefined;
  }
}

function readTell(parts: Parts, head: Head): Bare {
  const { subject, objects } = around(parts, head);
  const from = source(parts);
  const sender = subject?.kind === 'generic' || subject === undefined ? (from ?? subject) : subject;
  const object = objects.find((each) => !isThingTold(each, parts, head));
  return {
    ...NONE,
    sender: known(sender),
    recipient: known(told(parts, head, object) ?? object),
  };
}

/** "lämna ut dem": the papers, not the persons, unless something else is given: "ge dem uppgifter". */
function isThingTold({ kind }: Phrase, { words }: Parts, head: Head): boolean {
  return kind === 'folk' || (kind === 'other' && head.light && !words.some(isThing));
}

function readPassive(parts: Parts, head: Head, text: Text): Bare {
  return {
    ...NONE,
    sender: known(source(parts) ?? owner(parts, text)),
    recipient: known(told(parts, head)),
  };
}

/** With leave asked for the subject tells; a third person who just rings wants to know; who wishes to talk may do either. */
function readTalk(parts: Parts, head: Head): Bare {
  const { subject, objects } = around(parts, head);
  const caller = head.passive ? ofMark(parts, 'of')[0] : undefined;
  if (caller !== undefined)
    return { ...NONE, sender: known(subject), recipient: known(caller), wanted: true, talk: true };
  const partner = told(parts, head) ?? objects[0];
  const isOther = subject?.kind === 'party' || subject?.kind === 'folk';
  const wish = isOther && partner !== undefined && parts.words.some((word) => WISHES.has(word));
  const isSending = parts.words.some((word) => /^(?:mail|mejl|sms)/u.test(word)) && parts.words.some(isThing);
  const opens = parts.mayOpen && !parts.words.some((word) => DEONTIC.has(word)) && isOther && !wish && !isSending;
  const [sender, recipient] = opens ? [partner, subject] : [subject, partner];
  return { ...NONE, sender: known(sender), recipient: known(recipient), wanted: opens, talk: true, wish };
}

function readGet(parts: Parts, head: Head, text: Text): Bare | undefined {
  const { subject, objects } = around(parts, head);
  const isOwnQuestion = head.frame === 'ask' && (subject === undefined || subject.kind === 'self');
  const partner = objects[0] ?? ofMark(parts, 'to', ...(head.contacts ? (['with'] as const) : []))[0];
  const asked = head.frame === 'ask' || head.contacts ? partner : undefined;
  const to = head.frame === 'ask' || head.contacts ? undefined : ofMark(parts, 'to')[0];
  const recipient = subject === undefined || subject.kind === 'generic' ? (to ?? subject) : subject;
  const sender = source(parts) ?? asked ?? owner(parts, text);
  if (isOwnQuestion && sender === undefined) return undefined;
  return {
    ...NONE,
    sender: known(sender),
    recipient: known(recipient),
    wanted: head.frame === 'ask' || parts.words.some((word) => WISHES.has(word)),
  };
}

function readLet(parts: Parts, head: Head): Bare {
  const { subject, objects } = around(parts, head);
  return { ...NONE, sender: known(subject), recipient: known(objects[0]) };
}

function known(phrase: Phrase | undefined): Phrase | 'someone' | undefined {
  return phrase?.kind === 'folk' ? 'someone' : phrase;
}

/** No verb that tells: "uppgifter från BUP till skolan", "har kuratorn tystnadsplikt mot mentorn". */
function readNames(parts: Parts, text: Text): Bare | undefined {
  const from = source(parts);
  const to = ofMark(parts, 'to')[0];
  const from_ = from ?? (to !== undefined && parts.words.some(isThing) ? owner(parts, text) : undefined);
  if (from_ !== undefined && to !== undefined && (parts.words.some(isThing) || from?.mark === 'from'))
    return { ...NONE, sender: from_, recipient: to };
  if (!parts.words.some((word) => SECRECY.has(word))) return undefined;
  const against = ofMark(parts, 'against')[0] ?? undefined;
  const holder = ofMark(parts, 'bare', 'among', 'for')[0] ?? owner(parts, text);
  return against === undefined ? undefined : { ...NONE, sender: known(holder), recipient: known(against) };
}

/** "en förfrågan från polisen", "svara på polisens frågor", "vittna i tingsrätten": who it is for. */
function readRequest(parts: Parts, { tokens }: Text): Bare | undefined {
  const { head } = parts;
  const inquirer = parts.phrases.find((phrase) => isInquirer(phrase, tokens) || isSummoner(phrase, parts));
  if (inquirer === undefined) return undefined;
  const bare = parts.phrases.find(({ mark, genitive, from }) => mark === 'bare' && !genitive && from < inquirer.from);
  const isSummoned = isSummoner(inquirer, parts);
  const subject = head?.frame === 'tell' && !head.passive ? around(parts, head).subject : isSummoned ? bare : undefined;
  const sender = subject === undefined || subject.from === inquirer.from ? undefined : known(subject);
  return { ...NONE, sender, recipient: { ...inquirer, genitive: false }, wanted: true };
}

function isInquirer({ from, to, mark, genitive }: Phrase, tokens: readonly Token[]): boolean {
  const before = tokens.slice(Math.max(0, from - 4), from).map(({ word }) => word);
  return genitive
    ? /^(?:begaran|forfragan|foreskrift|fraga|fragor|frageformular|telefonsamtal)$/u.test(tokens[to + 1]?.word ?? '')
    : mark === 'from' && before.some((word) => REQUESTS.has(word) || word.startsWith('svara'));
}

function isSummoner({ from, mark, genitive, kind }: Phrase, { words, clause }: Parts): boolean {
  const summons = words.findIndex((word) => SUMMONS.has(word));
  const near = clause.from + summons < from && from <= clause.from + summons + 6;
  return summons >= 0 && near && kind === 'party' && !genitive && ['at', 'to', 'from'].includes(mark);
}

/** "mellan skolan och soc", "får BUP och skolan prata med varandra", "sekretess skola soc". */
function readPair(parts: Parts): Bare | undefined {
  const named = parts.phrases.filter(({ kind, genitive }) => kind !== 'folk' && kind !== 'generic' && !genitive);
  const between = named.filter(({ mark }) => mark === 'between');
  const [first, second] = between.length === 2 ? between : coordinated(parts, named);
  return first === undefined || second === undefined ? undefined : { ...NONE, pair: [first, second] };
}

function coordinated(parts: Parts, named: readonly Phrase[]): readonly Phrase[] {
  const { head, words } = parts;
  if (!words.some((word) => EXCHANGE.has(word)) && head?.frame !== 'share' && head?.frame !== 'talk') return [];
  const roles = named.filter(
    ({ mark }) => mark === 'bare' || (mark === 'with' && (head?.frame === 'share' || head === undefined)),
  );
  const others = named.filter(
    (phrase) =>
      !roles.includes(phrase) && ['to', 'for', 'with', 'from', 'of', 'among', 'against'].includes(phrase.mark),
  );
  if (roles.length !== 2 || others.length > 0) return [];
  const joined = roles[1]?.joined === true;
  return joined || head?.frame === 'share' || (head === undefined && !words.some((word) => MODALS.has(word)))
    ? roles
    : [];
}
