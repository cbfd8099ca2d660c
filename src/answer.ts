// The one road from a question to an answer, from top to bottom:
//
//   text ─▶ guard ─▶ is someone in danger? ─▶ whom to ring, and below it what follows
//                          ▼
//                    is it a citation? ─▶ the provision
//                          ├▶ understand ─▶ who tells whom: the rules' verdict, with the entry that explains it
//                          └▶ search ─▶ sure: the entry · near: a choice · else: a decline that says what is near
//
// Everything here is a pure function of the text, the knowledge and the day.
import { actById } from './law/acts.ts';
import { provisionUrl, sectionKey, wholeSection, type Citation } from './law/citation.ts';
import { findCitations, type FoundCitation } from './law/parse.ts';
import { formerMeaning, successionOf, type Succession } from './law/successors.ts';
import {
  appliesOn,
  entryById,
  nextWording,
  provisionOn,
  sectionExists,
  type Knowledge,
} from './knowledge/knowledge.ts';
import type { Elsewhere } from './knowledge/elsewhere.ts';
import { contactsFor, type Contact } from './knowledge/local.ts';
import type { Entry, Provision } from './knowledge/schema.ts';
import { RECIPIENT, SENDER, type Rulebook } from './knowledge/rulebook.ts';
import { easyWish } from './question/easy.ts';
import { guard, type PersonalData } from './question/guard.ts';
import { languageOf, type Language } from './question/language.ts';
import { isFunctionWord, words } from './question/swedish.ts';
import { understand, type Understood, type UnderstoodFact } from './question/understand.ts';
import type { Link } from './rules/reason.ts';
import type { Stated } from './rules/rule.ts';
import { mayAnswer, mayName, mayOffer, TOO_CLOSE } from './search/confidence.ts';
import { findProvisions } from './search/lookup.ts';
import { search, type Found, type Hit } from './search/search.ts';
import { situationOf, statedIn, type Situation } from './answer/situation.ts';
import { alarmOf, type Alarm } from './answer/urgent.ts';

/** What every answer carries, whatever its outcome. */
interface Base {
  /** The question with personal data masked; the entry's or provision's own where it was asked for by name. */
  readonly question: string;
  readonly personalData: readonly PersonalData[];
  /** The day for which it is given. */
  readonly date: string;
  /** The entries nearest to the question, best first, at most five, also when declining. */
  readonly entries: readonly RankedEntry[];
  /** The chance, 0 to 1, that the first of them is what was asked for; 1 where it was asked for by name. */
  readonly confidence: number;
  /** The language that it was asked in, and is given in. */
  readonly language: Language;
  /** Whether it was asked for in easy Swedish. */
  readonly easy: boolean;
  /** How it builds on an earlier answer in the thread. */
  readonly follows?: Follows;
}

export type Follows =
  /** The verdict is reached by what was stated before and what is new; `changed` is empty where nothing new was understood. */
  | {
      readonly kind: 'kept';
      readonly kept: Stated;
      readonly changed: Stated;
      /** What was true of the parties before, such as a consent, and is not reckoned with for those of now. */
      readonly dropped: Stated;
      readonly before: Situation;
    }
  /** The words lean on something said before, but were read by themselves: there was nothing to lay them on. */
  | { readonly kind: 'alone' };

export type Answer = OrdinaryAnswer | UrgentAnswer;

export type OrdinaryAnswer =
  | EntryAnswer
  | VerdictAnswer
  | (Base & {
      readonly outcome: 'lagrum';
      readonly provisions: readonly CitedProvision[];
      /** Asked for too, but not known to exist or more than are shown at once. */
      readonly left: readonly Citation[];
      readonly related: readonly Entry[];
    })
  | (Base & { readonly outcome: 'clarify'; readonly choices: readonly (Found | Direction)[] })
  | (Base & { readonly outcome: 'decline'; readonly reason: Decline; readonly near: readonly Entry[] });

export type EntryAnswer = Base & {
  readonly outcome: 'answer';
  readonly entry: Entry;
  readonly provisions: readonly CitedProvision[];
  readonly related: readonly Entry[];
  readonly contacts: readonly Contact[];
  /** Whether the day by which it was to be looked at again has passed. */
  readonly overdue: boolean;
};

/** Someone is in danger: whom to ring stands first, and the answer to the question below. */
export type UrgentAnswer = Base &
  Alarm & {
    readonly outcome: 'urgent';
    /** What the gravest danger's words rest on. */
    readonly provisions: readonly CitedProvision[];
    readonly then: OrdinaryAnswer;
  };

/** What the rules say of the situation. */
export type VerdictAnswer = Base &
  Situation & {
    readonly outcome: 'verdict';
    /** Where each fact was read in the question; empty for what came from buttons or the form. */
    readonly understood: readonly UnderstoodFact[];
    /** The curated entry that explains it, where one was found with confidence. */
    readonly explained?: Entry;
    /** The provisions in the chain, then those of the entry. */
    readonly provisions: readonly CitedProvision[];
    readonly related: readonly Entry[];
    readonly contacts: readonly Contact[];
  };

/** One way to read who tells whom, when the words leave it open. */
export interface Direction {
  readonly kind: 'direction';
  readonly stated: Stated;
  readonly rulebook: Rulebook;
}

/** Why there is no answer. */
export type Decline =
  | { readonly why: 'empty' }
  | { readonly why: 'thanks' }
  | { readonly why: 'too-long'; readonly length: number; readonly most: number }
  | { readonly why: 'outside'; readonly elsewhere?: Elsewhere; readonly contacts: readonly Contact[] }
  | { readonly why: 'not-in-force'; readonly entry: Entry }
  | { readonly why: 'no-provision-like-it' }
  | { readonly why: 'no-such-provision'; readonly citations: readonly Citation[] };

export interface RankedEntry {
  readonly id: string;
  readonly score: number;
}

/** A provision as an answer cites it. */
export interface CitedProvision {
  readonly citation: Citation;
  readonly url: string;
  /** Our summary of it as it reads on the day; absent where the folder has none. */
  readonly provision?: Provision;
  /** The wording that is known to come. */
  readonly upcoming?: Provision;
  /** Where the citation is to a repealed act, or has the number of something else in one. */
  readonly replaced?: Succession;
  readonly formerly?: Succession;
}

/** Longer than any letter to a bot; beyond it the search would only find noise. */
export const MOST_CHARACTERS = 6_000;

/** Answers a question asked in free text, or by a citation alone, for a day written `2026-11-22`. */
export function answer(text: string, knowledge: Knowledge, date: string): Answer {
  const heardText = heard(text);
  const then = ordinaryAnswer(heardText, knowledge, date);
  const alarm = alarmOf(heardText.question.slice(0, MOST_CHARACTERS), knowledge);
  if (alarm === undefined) return then;
  const { entries, confidence } = then;
  const provisions = alarm.gravest.citations.map((citation) => citedProvision(citation, knowledge, date));
  return { ...heardText, date, entries, confidence, outcome: 'urgent', ...alarm, provisions, then };
}

/** The answer to the question itself, which also stands below an urgent one. */
export function ordinaryOf(given: Answer): OrdinaryAnswer {
  return given.outcome === 'urgent' ? given.then : given;
}

/** The same answer in the language that its button was written in. */
export function inLanguage<Given extends Answer>(given: Given, language: Language): Given {
  return { ...given, language, ...('then' in given ? { then: inLanguage(given.then, language) } : {}) };
}

function ordinaryAnswer(asked: Heard, knowledge: Knowledge, date: string): OrdinaryAnswer {
  const base = { ...asked, date, entries: [], confidence: 0 };
  const question = easyWish(asked.question).rest;
  const said = words(question);
  if (said.every((word) => word.length === 1 || COURTESIES.has(word))) {
    const why = said.some((word) => THANKS.has(word)) ? 'thanks' : 'empty';
    return { ...base, outcome: 'decline', reason: { why }, near: [] };
  }
  if (question.length > MOST_CHARACTERS) {
    const reason = { why: 'too-long', length: question.length, most: MOST_CHARACTERS } as const;
    return { ...base, outcome: 'decline', reason, near: [] };
  }
  const cited = findCitations(question);
  if (cited.length > 0 && asksForProvision(question, cited)) {
    return {
      ...answerProvisions(
        cited.map(({ citation }) => citation),
        knowledge,
        date,
      ),
      ...asked,
    };
  }
  const understood =
    knowledge.vocabulary === undefined ? NOTHING_UNDERSTOOD : understand(question, knowledge.vocabulary);
  return { ...answerByWords(question, cited, understood, knowledge, date), ...asked };
}

/** What the rules say of a situation that was put together with buttons or in the form. */
export function answerSituation(stated: Stated, knowledge: Knowledge, date: string): VerdictAnswer | undefined {
  const situation = situationOf(stated, knowledge, date);
  if (situation === undefined) return undefined;
  const near = explaining(situation, knowledge, date);
  const base = {
    question: [SENDER, RECIPIENT].map((party) => nameOf(situation, party)).join(' → '),
    ...UNASKED,
    date,
    entries: near.map(({ id }) => ({ id, score: 1 })),
    confidence: 1,
  };
  const [explained, ...related] = near;
  return { ...base, ...verdictPart(situation, [], { explained, related }, knowledge, date) };
}

/** The entry with this id, as when someone chose it from several. `undefined` when there is none (any more). */
export function answerEntry(id: string, knowledge: Knowledge, date: string): OrdinaryAnswer | undefined {
  const entry = entryById(knowledge, id);
  if (entry === undefined) return undefined;
  const base = { ...UNASKED, question: entry.question, date, entries: [{ id, score: 1 }], confidence: 1 };
  return appliesOn(entry, date)
    ? { ...base, ...entryPart(entry, knowledge, date) }
    : { ...base, outcome: 'decline', reason: { why: 'not-in-force', entry }, near: [] };
}

/** The provisions cited, each as it reads on the day; a decline when none of them is known to exist. */
export function answerProvisions(citations: readonly Citation[], knowledge: Knowledge, date: string): OrdinaryAnswer {
  // Where a repealed provision is asked for, what took its place is what the person needs.
  const whole = distinct(
    citations.flatMap((citation) => [citation, ...(successionOf(citation)?.current ?? [])]).map(wholeSection),
  );
  const known = whole.filter((citation) => isKnown(citation, knowledge));
  const related = restingOn(known, knowledge, date);
  const base = {
    question: whole.map(sectionKey).join(', '),
    ...UNASKED,
    date,
    entries: related.slice(0, MOST_ENTRIES).map(({ id }) => ({ id, score: 1 })),
    confidence: 1,
  };
  if (known.length === 0) {
    return { ...base, outcome: 'decline', reason: { why: 'no-such-provision', citations: whole }, near: [] };
  }
  const provisions = known.slice(0, MOST_PROVISIONS).map((citation) => citedProvision(citation, knowledge, date));
  const left = whole.filter((citation) => !provisions.some((shown) => shown.citation === citation));
  return { ...base, outcome: 'lagrum', provisions, left, related: related.slice(0, MOST_RELATED) };
}

/** What `/lagrum` answers: a citation gets its provision, other words the provisions whose names are like them. */
export function answerLookup(text: string, knowledge: Knowledge, date: string): OrdinaryAnswer {
  const asked = heard(text);
  const { question } = asked;
  const cited = findCitations(question).map(({ citation }) => citation);
  if (cited.length > 0) return { ...answerProvisions(cited, knowledge, date), ...asked };
  const base = { ...asked, date, entries: [], confidence: 0 };
  if (words(question).length === 0) return { ...base, outcome: 'decline', reason: { why: 'empty' }, near: [] };
  const [first, ...others] = findProvisions(knowledge, date, question.slice(0, MOST_CHARACTERS));
  if (first === undefined) return { ...base, outcome: 'decline', reason: { why: 'no-provision-like-it' }, near: [] };
  if (others.length === 0) return { ...answerProvisions([first.citation], knowledge, date), ...asked };
  const choices = [first, ...others]
    .slice(0, MOST_RELATED)
    .map((provision) => ({ kind: 'provision', provision }) as const);
  return { ...base, outcome: 'clarify', choices };
}

/** What a person has stated in words, be it a question or no more than "socialtjänst -> skola". */
export function situationIn(text: string, { vocabulary, rulebook }: Knowledge): Stated {
  const question = heard(text).question.slice(0, MOST_CHARACTERS);
  const [sender, recipient, ...more] = question.split(BETWEEN_PARTIES).map((side) => side.trim());
  if (vocabulary === undefined || rulebook === undefined || sender === undefined) return {};
  if (recipient === undefined || more.length > 0 || question.split(/\s+/u).length > MOST_WORDS_IN_PAIR)
    return statedIn(understand(question, vocabulary));
  const party = (words: string, concept: string): Stated => {
    const values = rulebook.concepts.get(concept)?.values ?? new Map<string, string>();
    const wanted = words.toLocaleLowerCase('sv');
    const named = [...values].find(([id, name]) => [id, name].some((each) => each.toLocaleLowerCase('sv') === wanted));
    return named === undefined ? {} : { [concept]: named[0] };
  };
  // What is no party's own name may still be another word for one: it is put in a sentence that says who tells whom.
  const understood = statedIn(understand(`Får ${sender} lämna uppgifter till ${recipient}?`, vocabulary));
  return { ...understood, ...party(sender, SENDER), ...party(recipient, RECIPIENT) };
}

/** The provisions that the answer shown cites. */
export function citationsOf(given: Answer): readonly Citation[] {
  switch (given.outcome) {
    case 'answer':
    case 'verdict':
    case 'lagrum':
      return given.provisions.map(({ citation }) => citation);
    case 'urgent':
      return [...given.provisions.map(({ citation }) => citation), ...citationsOf(given.then)];
    case 'clarify':
    case 'decline':
      return [];
  }
}

/** Of what was asked for by a button, or is not yet told of who asked. */
const UNASKED = { personalData: [], language: 'sv', easy: false } as const;
const NOTHING = { entries: [], citations: [] } as const;
const NOTHING_UNDERSTOOD: Understood = { facts: [], directions: [] };
/** What stands between two parties who are only named; an arrow is hard to write in a shell. */
const BETWEEN_PARTIES = /->|→|=>|\s+till\s+/u;
const MOST_WORDS_IN_PAIR = 8;
/** Characters; a question is shorter, a letter that tells a story longer. */
const LETTER = 400;
const MOST_ENTRIES = 5;
const MOST_CHOICES = 5;
/** The share of the first hit's score below which another is not worth reading past. */
const WORTH_OFFERING = 0.7;
const MOST_RELATED = 4;
const MOST_PROVISIONS = 12;

function answerByWords(
  question: string,
  cited: readonly FoundCitation[],
  understood: Understood,
  knowledge: Knowledge,
  date: string,
): OrdinaryAnswer {
  const { hits, confidence, elsewhere } = search(knowledge, date, question, {
    cited: cited.map(({ citation }) => citation),
    stated: statedIn(understood),
  });
  const entries = rankedEntries(hits);
  const base = { ...UNASKED, question, date, entries, confidence: confidence.right };
  const [first, second] = hits;
  const sure =
    first !== undefined && mayAnswer(confidence) && (second?.score ?? 0) <= first.score * TOO_CLOSE[first.found.kind];
  const entry = sure && first.found.kind === 'entry' ? first.found.entry : undefined;

  // A letter names many parties: where an entry answers it, its own words do so better than two of them picked out.
  const situation =
    entry !== undefined && question.length > LETTER ? undefined : situationOf(statedIn(understood), knowledge, date);
  if (situation !== undefined && situation.reasoning.verdict !== 'outside') {
    const related = mayOffer(confidence) ? nearest(hits) : [];
    const explained = entry !== undefined && isAbout(entry, situation) ? entry : undefined;
    const others = distinctEntries([...(entry === undefined || explained === entry ? [] : [entry]), ...related]);
    return { ...base, ...verdictPart(situation, understood.facts, { explained, related: others }, knowledge, date) };
  }
  const directions = directionsOf(understood, knowledge);
  // An entry about one party telling another would answer only one of the ways in which the words may be read.
  if (entry !== undefined && (directions.length === 0 || entry.situation === undefined))
    return { ...base, ...entryPart(entry, knowledge, date) };
  if (directions.length > 0) return { ...base, outcome: 'clarify', choices: directions };
  if (situation !== undefined)
    return { ...base, ...verdictPart(situation, understood.facts, { related: [] }, knowledge, date) };
  if (first === undefined || !mayOffer(confidence)) {
    const near = mayName(confidence) ? nearest(hits) : [];
    return {
      ...base,
      outcome: 'decline',
      reason: {
        why: 'outside',
        ...(elsewhere === undefined ? {} : { elsewhere }),
        contacts: contactsFor(knowledge.contacts, NOTHING),
      },
      near,
    };
  }
  if (!sure || first.found.kind === 'entry') return { ...base, outcome: 'clarify', choices: choicesOf(hits) };
  return { ...answerProvisions([first.found.provision.citation], knowledge, date), ...base };
}

/** Whether an entry that is written for some parties is written for these: what holds for others would mislead. */
function isAbout(entry: Entry, { stated, rulebook }: Situation): boolean {
  const namesOf = (role: string, name: string) =>
    rulebook.ruleSet.concepts.find(({ id }) => id === role)?.groups.get(name)?.values ?? new Set([name]);
  return [SENDER, RECIPIENT].every((role) => {
    const [own, asked] = [entry.situation?.stated[role], stated[role]];
    if (own === undefined || asked === undefined) return true;
    const values = namesOf(role, asked);
    return [...namesOf(role, own)].some((value) => values.has(value));
  });
}

function directionsOf(understood: Understood, { rulebook }: Knowledge): Direction[] {
  if (rulebook === undefined) return [];
  const stated = statedIn(understood);
  return understood.directions.map(([sender, recipient]) => ({
    kind: 'direction',
    stated: { ...stated, [SENDER]: sender, [RECIPIENT]: recipient },
    rulebook,
  }));
}

function nameOf({ stated, rulebook }: Situation, concept: string): string {
  const value = stated[concept] ?? '';
  return rulebook.concepts.get(concept)?.values.get(value) ?? value;
}

function verdictPart(
  situation: Situation,
  understood: readonly UnderstoodFact[],
  { explained, related }: { readonly explained?: Entry | undefined; readonly related: readonly Entry[] },
  knowledge: Knowledge,
  date: string,
): Omit<VerdictAnswer, keyof Base> {
  const cited = distinct([...citationsInChain(situation), ...(explained?.citations ?? [])]);
  return {
    outcome: 'verdict',
    ...situation,
    understood,
    ...(explained === undefined ? {} : { explained }),
    provisions: cited.map((citation) => citedProvision(citation, knowledge, date)),
    contacts: contactsFor(knowledge.contacts, {
      entries: explained === undefined ? [] : [explained.id],
      citations: standing(situation),
    }),
    related: distinctEntries([
      ...(explained?.seeAlso ?? []).flatMap((id) => entryById(knowledge, id) ?? []),
      ...related,
    ])
      .filter((entry) => entry !== explained)
      .slice(0, MOST_RELATED),
  };
}

/** The provisions that decide, or may decide, what the outcome is. */
function standing({ rulebook, reasoning }: Situation): Citation[] {
  return reasoning.chain
    .filter(({ rule, stands }) => rule.effect.verb !== 'bars' && stands !== 'false')
    .flatMap(({ rule }) => rulebook.rules.get(rule.id)?.citation ?? []);
}

/** Each rule's provision with that through which it has its effect: what bars, what acts, what may, and what does not. */
function citationsInChain({ rulebook, reasoning }: Situation): Citation[] {
  const rank = ({ rule, holds, stands, closedBy }: Link) => {
    if (rule.effect.verb === 'bars') return holds === 'false' ? 3 : 0;
    if (closedBy.length > 0) return 4;
    return stands === 'true' ? 1 : 2;
  };
  return reasoning.chain
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap(({ rule }) => {
      const text = rulebook.rules.get(rule.id);
      return text === undefined ? [] : [text.citation, ...(text.through === undefined ? [] : [text.through])];
    });
}

/** The entries written for situations like this one: all that they state is stated here too, and they say most of it. */
function explaining({ stated }: Situation, knowledge: Knowledge, date: string): Entry[] {
  return knowledge.entries
    .filter((entry) => appliesOn(entry, date) && entry.situation !== undefined)
    .map((entry) => ({ entry, facts: Object.entries(entry.situation?.stated ?? {}) }))
    .filter(({ facts }) => facts.every(([concept, value]) => stated[concept] === value))
    .sort((a, b) => b.facts.length - a.facts.length)
    .map(({ entry }) => entry);
}

function entryPart(entry: Entry, knowledge: Knowledge, date: string): Omit<EntryAnswer, keyof Base> {
  return {
    outcome: 'answer',
    entry,
    provisions: entry.citations.map((citation) => citedProvision(citation, knowledge, date)),
    related: entry.seeAlso.flatMap((id) => entryById(knowledge, id) ?? []).slice(0, MOST_RELATED),
    contacts: contactsFor(knowledge.contacts, { entries: [entry.id], citations: entry.citations }),
    overdue: entry.reviewBy !== undefined && entry.reviewBy < date,
  };
}

function citedProvision(citation: Citation, knowledge: Knowledge, date: string): CitedProvision {
  const provision = provisionOn(knowledge, citation, date);
  const upcoming = nextWording(knowledge, citation, date);
  const replaced = successionOf(citation);
  const formerly = formerMeaning(citation);
  return {
    citation,
    url: provisionUrl(citation),
    ...(provision === undefined ? {} : { provision }),
    ...(upcoming === undefined ? {} : { upcoming }),
    ...(replaced === undefined ? {} : { replaced }),
    ...(formerly === undefined ? {} : { formerly }),
  };
}

function isKnown(citation: Citation, knowledge: Knowledge): boolean {
  return (
    sectionExists(knowledge, citation) ||
    (actById(citation.act).repealed !== undefined && successionOf(citation) !== undefined)
  );
}

/** "OSL 26:1", "vad säger 10 kap 27 § OSL?": nothing is said beside the citation but words that ask for its text. */
function asksForProvision(question: string, cited: readonly FoundCitation[]): boolean {
  const rest = cited.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, question);
  return words(rest).every((word) => isFunctionWord(word) || ASKING.has(word));
}

/** Courtesies ask nothing: a greeting is met with how to ask, thanks with a word back. */
const THANKS = new Set('tack tackar tackish thanks thank perfekt toppen super kanon underbart'.split(' '));
const COURTESIES = new Set([
  ...THANKS,
  ...'och hej hejsan hallå tjena tja god morgon kväll dag helg hello hi hey snälla så mycket jättemycket ok okej okay bra you ha en fin trevlig för hjälpen svaret då vet jag much very'.split(
    ' ',
  ),
]);

/** Words with which people ask for a provision, beside the function words. */
const ASKING = new Set(
  'säger står betyder innebär förklara förklaring visa läsa läs lagrum lagrummet lagen paragraf paragrafen bestämmelsen handlar tolka texten snälla please explain show say says mean means'.split(
    ' ',
  ),
);

/** The entries that rest on any of the provisions, those that rest on most of them first. */
function restingOn(citations: readonly Citation[], knowledge: Knowledge, date: string): Entry[] {
  const keys = new Set(citations.map(sectionKey));
  const shared = (entry: Entry) => entry.citations.filter((citation) => keys.has(sectionKey(citation))).length;
  return knowledge.entries
    .filter((entry) => appliesOn(entry, date) && shared(entry) > 0)
    .sort((a, b) => shared(b) - shared(a));
}

/** The best few; an answer is always among them when there is one at all near. */
function choicesOf(hits: readonly Hit[]): Found[] {
  const [first] = hits;
  const best = hits.filter(({ score }) => score >= (first?.score ?? 0) * WORTH_OFFERING).slice(0, MOST_CHOICES);
  const entry = hits.find(({ found }) => found.kind === 'entry');
  const chosen = entry === undefined || best.includes(entry) ? best : [entry, ...best.slice(0, MOST_CHOICES - 1)];
  return chosen.map(({ found }) => found);
}

function rankedEntries(hits: readonly Hit[]): RankedEntry[] {
  return hits
    .flatMap(({ found, score }) => (found.kind === 'entry' ? [{ id: found.entry.id, score: round(score) }] : []))
    .slice(0, MOST_ENTRIES);
}

function nearest(hits: readonly Hit[]): Entry[] {
  return hits.flatMap(({ found }) => (found.kind === 'entry' ? [found.entry] : [])).slice(0, MOST_CHOICES);
}

function distinct(citations: readonly Citation[]): Citation[] {
  return [...new Map(citations.map((citation) => [sectionKey(citation), citation])).values()];
}

function distinctEntries(entries: readonly Entry[]): Entry[] {
  return [...new Set(entries)];
}

function round(score: number): number {
  return Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000;
}

type Heard = Pick<Base, 'question' | 'personalData' | 'language' | 'easy'>;

/** The question as everything after this may see it: masked, composed, without control characters. */
function heard(text: string): Heard {
  const { text: masked, personalData } = guard(readable(text));
  const question = masked.normalize('NFC');
  const { easy } = easyWish(question);
  return { question, personalData, language: easy ? 'sv' : languageOf(question), easy };
}

/** Control characters mean nothing to a reader; each becomes a space, so that places in the text stay where they were. */
function readable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu, (character) =>
    character === '\n' ? '\n' : ' ',
  );
}
