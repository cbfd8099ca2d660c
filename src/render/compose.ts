// What an answer says, before it is known where it will be shown: the one place that decides what is said and in what order.
// The renderers only choose its clothes.
import type {
  Answer,
  CitedProvision,
  Decline,
  Direction,
  EntryAnswer,
  UrgentAnswer,
  VerdictAnswer,
} from '../answer.ts';
import { writeStated } from '../answer/situation.ts';
import { actById } from '../law/acts.ts';
import { actUrl, formatLong, formatShort, provisionUrl, sectionKey, type Citation } from '../law/citation.ts';
import type { Addition, Contact } from '../knowledge/local.ts';
import type { Entry, Provision, Review } from '../knowledge/schema.ts';
import type { Found } from '../search/search.ts';
import type { Language } from '../question/language.ts';
import type { Choice } from './choice.ts';
import { besideEnglish } from './english.ts';
import { entryTexts, explanation, inEnglish, isEasy } from './entry.ts';
import { composeKept } from './follows.ts';
import { rulebookIn, wordsIn } from './language.ts';
import { linkCitations } from './links.ts';
import { composeAlarm } from './urgent.ts';
import { composeVerdict, parties } from './verdict.ts';
import { say as swedish, type Words } from './words.ts';

/** All texts are Markdown. Empty strings and lists are what the answer lacks. */
export interface Composed {
  /** What to read first, in a line or two. */
  readonly lead: string;
  readonly body: string;
  /** The provisions cited, in the answer's order. */
  readonly sources: readonly Source[];
  /** Small print: when it was checked and by whom, what it was learned from, what is about to change. */
  readonly notes: readonly string[];
  /** What a person may go on to. */
  readonly choices: readonly Choice[];
  /** What stands above the choices. */
  readonly choicesTitle: string;
  /** A question back, Markdown, that can change the answer, with its answers; and the ways forward as choices. */
  readonly question: string;
  readonly answers: readonly Choice[];
  readonly ways: readonly Choice[];
}

export interface Source {
  readonly label: string;
  readonly url: string;
  readonly heading: string;
  /** `SFS 2024:88`; empty where the folder has no summary. */
  readonly wording: string;
}

/** `human`: whether a button under it hands the question over to a person, so that nobody needs to be pointed elsewhere. */
export function compose(answer: Answer, human = false): Composed {
  const composed = composeOutcome(answer, human);
  return answer.follows?.kind === 'alone'
    ? { ...composed, lead: join(`*${wordsIn(answer.language).readAlone}*`, composed.lead) }
    : composed;
}

function composeOutcome(answer: Answer, human: boolean): Composed {
  const say = wordsIn(answer.language);
  switch (answer.outcome) {
    case 'answer':
      return {
        ...nothing,
        ...withLocalPart(entryTexts(answer, say), answer, say),
        sources: answer.provisions.map(source),
        notes: [
          ...(answer.entry.origin === undefined ? [] : [say.origin(answer.entry.origin)]),
          ...trust(answer.entry.checked, answer.entry.review, say),
          ...(answer.overdue && answer.entry.reviewBy !== undefined ? [say.overdue(answer.entry.reviewBy)] : []),
          ...new Set(answer.provisions.flatMap((cited) => comingWording(cited, say))),
          ...(answer.entry.source === undefined ? [] : [learnedFrom(answer.entry, say)]),
          dateNote(answer.date, answer.entry.checked, say),
        ],
        ...(isEasy(answer) ? {} : goOn(answer.related, say)),
      };
    case 'verdict':
      return composeVerdictAnswer(answer);
    case 'urgent':
      return composeUrgentAnswer(answer, human);
    case 'lagrum':
      return {
        ...nothing,
        // Several provisions each carry their own title: a list of all of them first would only be in the way.
        lead: answer.provisions.length === 1 ? answer.provisions.map((cited) => `**${title(cited)}**`).join('') : '',
        body: [
          ...answer.provisions.map((cited) => composeProvision(cited, answer.provisions.length > 1, say)),
          ...(answer.left.length === 0 ? [] : [say.alsoUnknown(say.and(answer.left.map(sectionKey)))]),
        ].join('\n\n'),
        sources: answer.provisions.map(source),
        notes: [...provisionTrust(answer.provisions, say), dateNote(answer.date, oldestCheck(answer.provisions), say)],
        ...goOn(answer.related, say),
      };
    case 'clarify':
      if (answer.choices.every((choice) => choice.kind === 'direction'))
        return {
          ...nothing,
          lead: `**${say.unsureDirection}**`,
          body: say.unsureDirectionBody,
          choices: answer.choices.map((choice) => offered(choice, answer.language)),
        };
      return {
        ...nothing,
        lead: answer.confidence > 0 && answer.confidence < CLOSE_ENOUGH ? say.nearest : say.clarify,
        body: join(
          inEnglish(
            answer.choices.flatMap((choice) => (choice.kind === 'entry' ? [choice.entry] : [])),
            answer.language,
          ),
          human ? say.noneOfThemAskHuman : say.noneOfThem,
        ),
        choices: answer.choices.map((choice) => offered(choice, answer.language)),
      };
    case 'decline':
      return {
        ...nothing,
        lead: declined(answer.reason, answer.language),
        body: join(
          ...(answer.reason.why === 'outside'
            ? [say.covers, human ? say.humanBelow : say.human, localPart([], answer.reason.contacts, say)]
            : []),
          inEnglish(answer.near, answer.language),
        ),
        choices: answer.near.map(entryChoice),
        choicesTitle: answer.near.length === 0 ? '' : say.near,
      };
  }
}

/** One provision in full, as Markdown, with what is to be known about its wording. */
export function composeProvision(cited: CitedProvision, withTitle = true, say: Words = swedish): string {
  const { provision, citation, url, replaced, formerly } = cited;
  const parts = [
    withTitle ? `**${title(cited)}**` : '',
    replaced === undefined ? '' : say.replaced(formatLong(citation), places(replaced.current, say)),
    provision === undefined ? (replaced === undefined ? say.noSummary : '') : linkCitations(provision.summary),
    provision?.origin === undefined ? '' : `*${say.origin(provision.origin)}*`,
    formerly === undefined ? '' : `*${say.formerly(places(formerly.current, say))}*`,
    [
      ...(provision === undefined ? [] : [say.wording(provision.wording)]),
      `[${say.readStatute}](${url})`,
      `[${say.wholeAct}](${actUrl(citation.act)})`,
      ...comingWording(cited, say),
    ].join(' · '),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What the whole answer says in one piece of Markdown, without its sources and small print. */
export function asMarkdown({ lead, body }: Composed): string {
  return join(lead, body);
}

/** A day before the text was checked may have had other law: only the day of the check and later are vouched for. */
function dateNote(date: string, checked: string | undefined, say: Words): string {
  return checked !== undefined && date < checked ? say.beforeCheck(date, checked) : say.forDate(date);
}

/** Below it what is offered is only what lies nearest, not several answers that fit. */
const CLOSE_ENOUGH = 0.5;

const nothing: Composed = {
  lead: '',
  body: '',
  sources: [],
  notes: [],
  choices: [],
  choicesTitle: '',
  question: '',
  answers: [],
  ways: [],
};

function composeVerdictAnswer(answer: VerdictAnswer): Composed {
  const words = answer.understood.map(
    ({ concept, start, end }) => [concept, answer.question.slice(start, end)] as const,
  );
  const { explained, language } = answer;
  const say = wordsIn(language);
  const verdict = composeVerdict(answer, new Map(words), language);
  return {
    lead: join(
      answer.follows?.kind === 'kept' ? composeKept(answer.follows, answer) : `*${verdict.understood}*`,
      verdict.lead,
    ),
    body: join(
      explained === undefined ? '' : explanation(explained, answer, say),
      verdict.why,
      verdict.open,
      verdict.ways,
      verdict.cautions,
      verdict.presumed,
      localPart(explained?.additions ?? [], answer.contacts, say),
    ),
    sources: answer.provisions.map(source),
    notes: [
      ...provisionTrust(answer.provisions, say),
      ...new Set(answer.provisions.flatMap((cited) => comingWording(cited, say))),
      dateNote(answer.date, oldestCheck(answer.provisions), say),
    ],
    ...goOn([...(explained === undefined ? [] : [explained]), ...answer.related], say),
    question: verdict.question,
    answers: verdict.answers,
    ways: verdict.wayChoices,
  };
}

/** The alarm, and below it all that the ordinary answer says; one who is in danger is not told that there is none. */
function composeUrgentAnswer(answer: UrgentAnswer, human: boolean): Composed {
  const { then } = answer;
  const say = wordsIn(answer.language);
  const below = then.outcome === 'decline' ? { ...nothing, body: say.noQuestion } : compose(then, human);
  const own = answer.provisions.map(source);
  return {
    ...below,
    lead: linkCitations(composeAlarm(answer, (contact) => contactLine(contact, say))),
    body: join(`## ${say.yourQuestion}`, asMarkdown(below)),
    sources: [
      ...own,
      ...below.sources.filter(({ url, label }) => !own.some((each) => each.url === url && each.label === label)),
    ],
    notes: [say.numbersChecked(answer.numbersChecked), ...below.notes],
  };
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function withLocalPart(
  { lead, body }: Pick<Composed, 'lead' | 'body'>,
  { entry, contacts }: EntryAnswer,
  say: Words,
): Pick<Composed, 'lead' | 'body'> {
  return { lead, body: join(body, localPart(entry.additions ?? [], contacts, say)) };
}

/** What municipalities add to the answer, under the name of each. */
function localPart(additions: readonly Addition[], contacts: readonly Contact[], say: Words): string {
  const origins = [...new Set([...additions, ...contacts].map(({ origin }) => origin))];
  return origins
    .map((origin) =>
      join(
        `## ${say.locally(origin)}`,
        ...additions.filter((addition) => addition.origin === origin).map(({ body }) => linkCitations(body)),
        contacts
          .filter((contact) => contact.origin === origin)
          .map((contact) => `- ${contactLine(contact, say)}`)
          .join('\n'),
      ),
    )
    .join('\n\n');
}

function contactLine({ role, name, phone, email, url, note }: Contact, say: Words): string {
  const who = [name, phone, email].filter((part) => part !== undefined).join(', ');
  const sentences = [
    who === '' ? '' : `${who}.`,
    note === undefined ? '' : `${note.replace(/\.$/u, '')}.`,
    url === undefined ? '' : `[${say.contactPage}](${url})`,
  ].filter((part) => part !== '');
  return `**${role}:** ${sentences.join(' ')}`;
}

function declined(reason: Decline, language: Language): string {
  const say = wordsIn(language);
  switch (reason.why) {
    case 'thanks':
      return say.thanked;
    case 'empty':
      return say.empty;
    case 'too-long':
      return say.tooLong(reason.length, reason.most);
    case 'outside':
      if (reason.elsewhere === undefined) return `**${say.outside}**`;
      return language === 'sv'
        ? reason.elsewhere.says
        : `**${say.outside}** ${besideEnglish.swedishSays(reason.elsewhere.says)}`;
    case 'not-in-force':
      return say.notInForce(reason.entry.question);
    case 'no-provision-like-it':
      return say.noProvisionLikeIt;
    case 'no-such-provision':
      return say.noSuchProvision(say.and(reason.citations.map(sectionKey)));
  }
}

function title({ citation, provision }: CitedProvision): string {
  if (provision !== undefined) return `${sectionKey(citation)} – ${provision.heading}`;
  return actById(citation.act).repealed === undefined ? sectionKey(citation) : formatLong(citation);
}

function source({ citation, url, provision }: CitedProvision): Source {
  return { label: formatShort(citation), url, heading: provision?.heading ?? '', wording: provision?.wording ?? '' };
}

function trust(checked: string, review: Review, say: Words): string[] {
  return [say.checked(checked), review === null ? say.notReviewed : say.reviewed(review.date, review.by)];
}

/** When several were checked on different days, the oldest day is what holds for all of them. */
function provisionTrust(cited: readonly CitedProvision[], say: Words): string[] {
  const checked = oldestCheck(cited);
  const reviews = cited.flatMap(({ provision }) => (provision === undefined ? [] : [provision.review]));
  return checked === undefined ? [] : trust(checked, reviews.includes(null) ? null : (reviews[0] ?? null), say);
}

function oldestCheck(cited: readonly CitedProvision[]): string | undefined {
  return cited.flatMap(({ provision }) => provision?.checked ?? []).sort()[0];
}

function comingWording({ citation, upcoming }: CitedProvision, say: Words): string[] {
  return upcoming?.validFrom === undefined ? [] : [say.upcoming(sectionKey(citation), upcoming.validFrom)];
}

function learnedFrom({ source: from }: Entry, say: Words): string {
  return from === undefined ? '' : say.source(from.title, from.by, from.published, from.use);
}

/** The entries to read on in. */
function goOn(entries: readonly Entry[], say: Words): Pick<Composed, 'choices' | 'choicesTitle'> {
  return { choices: entries.map(entryChoice), choicesTitle: entries.length === 0 ? '' : say.readMore };
}

function entryChoice(entry: Entry): Choice {
  return { kind: 'entry', id: entry.id, label: entry.question };
}

function provisionChoice(provision: Provision): Choice {
  const id = sectionKey(provision.citation);
  return { kind: 'provision', id, label: `${id} ${provision.heading}` };
}

function offered(choice: Found | Direction, language: Language): Choice {
  switch (choice.kind) {
    case 'entry':
      return entryChoice(choice.entry);
    case 'provision':
      return provisionChoice(choice.provision);
    case 'direction':
      return {
        kind: 'situation',
        id: writeStated(choice.stated),
        label: parties(choice.stated, rulebookIn(choice.rulebook, language)),
      };
  }
}

function places(citations: readonly Citation[], say: Words): string {
  return say.and(citations.map((citation) => `[${formatShort(citation)}](${provisionUrl(citation)})`));
}
