// What a verdict says: how the question was understood, the verdict in the Act's words, the chain of provisions, what is to be
// assessed, and what could be done. Nothing is evaluated here; it is all in the reasoning.
import { writeStated, withStated, type Situation } from '../answer/situation.ts';
import { formatShort, provisionUrl, sectionKey, type Citation } from '../law/citation.ts';
import { RECIPIENT, SENDER, type ConceptText, type Rulebook } from '../knowledge/rulebook.ts';
import type { Change, Link, Reasoning } from '../rules/reason.ts';
import { UNKNOWN, type Rule, type Stated, type Value, type Verdict } from '../rules/rule.ts';
import type { Language } from '../question/language.ts';
import type { Choice } from './choice.ts';
import { rulebookIn, wordsIn } from './language.ts';
import { say as swedish, type Words } from './words.ts';

/** Markdown, part by part; empty strings and lists are what the verdict lacks. */
export interface ComposedVerdict {
  readonly understood: string;
  readonly lead: string;
  readonly why: string;
  readonly open: string;
  readonly ways: string;
  readonly cautions: string;
  readonly presumed: string;
  /** What to ask next, and the answers, each leading to the situation with it. */
  readonly question: string;
  readonly answers: readonly Choice[];
  readonly wayChoices: readonly Choice[];
}

/** `words` are those of the question from which each concept's fact was read. */
export function composeVerdict(
  { stated, rulebook: known, reasoning }: Situation,
  words: ReadonlyMap<string, string> = new Map(),
  language: Language = 'sv',
): ComposedVerdict {
  const say = wordsIn(language);
  const rulebook = rulebookIn(known, language);
  const { verdict, next, ways } = reasoning;
  const asked = rulebook.concepts.get(next?.concept.id ?? '');
  const answers = next === undefined || asked === undefined ? [] : answersTo(next.answers, asked, stated, say);
  return {
    understood: `${say.understood} ${understood(stated, rulebook, words, say)}`,
    lead: [
      ...(reasoning.facts.get(CRIME)?.has(RISK) === true ? [say.danger] : []),
      `**${say.verdict[verdict]}.** ${inShort(reasoning, rulebook, say)}`.trim(),
    ].join('\n\n'),
    why: section(say.why, bullets(whyLines(reasoning, rulebook, say))),
    open: section(say.toAssess, bullets(assessments(reasoning, rulebook, say))),
    ways: section(
      say.ways,
      ways
        .map((way, i) => `${i + 1}. ${capital(factPhrase(rulebook, way, say))} → ${lower(say.verdict[way.verdict])}.`)
        .join('\n'),
    ),
    cautions: section(say.ifYouShare(verdict), bullets(cautions(reasoning, rulebook, say))),
    presumed: presumptions(reasoning, rulebook, say),
    question: asked === undefined ? '' : questionLine(asked, answers.length === 0, say),
    answers,
    wayChoices: ways.map((way) => ({
      kind: 'situation',
      id: writeStated(withStated(stated, way.concept, way.value)),
      label: capital(factPhrase(rulebook, way, say)),
    })),
  };
}

/** "BUP → skolkuratorn · samtycke finns": the parties, then whatever else was stated. */
function understood(stated: Stated, rulebook: Rulebook, words: ReadonlyMap<string, string>, say: Words): string {
  const others = Object.entries(stated)
    .filter(([concept]) => concept !== SENDER && concept !== RECIPIENT)
    .map(([concept, value]) => {
      const from = words.get(concept);
      return `${lower(factPhrase(rulebook, { concept, value }, say))}${from === undefined ? '' : ` (»${from}«)`}`;
    });
  return [`**${parties(stated, rulebook)}**`, ...others].join(' · ');
}

/** "Läraren → socialtjänsten". */
export function parties(stated: Stated, rulebook: Rulebook): string {
  return `${capital(nameOf(rulebook, SENDER, stated[SENDER]))} → ${nameOf(rulebook, RECIPIENT, stated[RECIPIENT])}`;
}

/** A fact in words that stand by themselves: the value's own, with the concept's name where they are only yes or no. */
export function factPhrase(
  rulebook: Rulebook,
  { concept, value }: { concept: string; value: Value },
  say: Words = swedish,
): string {
  const name = rulebook.concepts.get(concept)?.name ?? concept;
  if (value === UNKNOWN) return `${name}: ${say.unknown}`;
  const text = nameOf(rulebook, concept, value);
  return SAYS_NOTHING_ALONE.test(text) ? `${name}: ${lower(text)}` : text;
}

/** Yes and no, and none of the others; not "No consent". */
const SAYS_NOTHING_ALONE = /^(?:ja|nej|inget av|ingen av|none of)\b|^(?:yes|no)(?:,|$)/iu;

/** More answers than this are chosen in the form, not by buttons. */
const MOST_BUTTONS = 8;

/** What a concept's value is called where it is offered for an answer. */
export function answerLabel({ values }: ConceptText, value: Value, say: Words = swedish): string {
  return value === UNKNOWN ? say.dontKnow : capital(values.get(value) ?? value);
}

/** The answers that can be given, not to know among them; but not who it is, which would be to know less than was said. */
export function offeredAnswers({ isParty }: ConceptText, values: readonly Value[]): readonly Value[] {
  return isParty ? values : [...values, UNKNOWN];
}

function answersTo(changes: readonly Change[], concept: ConceptText, stated: Stated, say: Words): Choice[] {
  if (changes.length > MOST_BUTTONS) return [];
  const values = changes.map(({ value }) => value);
  return offeredAnswers(concept, values).map((value) => ({
    kind: 'situation',
    id: writeStated(withStated(stated, concept.id, value)),
    label: answerLabel(concept, value, say),
  }));
}

function questionLine(concept: ConceptText, inForm: boolean, say: Words): string {
  return [`**${concept.question}**`, concept.help ?? '', inForm ? say.chooseInForm : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** The verdict's own sentence: what it hangs on, as far as that can be said in one. */
function inShort(
  { verdict, atRest, turning, next, chain, presumed, uncovered }: Reasoning,
  rulebook: Rulebook,
  say: Words,
): string {
  if (verdict === 'outside') return outsideWords(uncovered, rulebook, say);
  // An assessment for which the law has no main rule weighs as much as a fact; the others stand with what is to be assessed.
  const isOpen = (id: string) => presumed.every(({ concept }) => concept !== id);
  // Of several values of one concept that turn it, the first stands for them all.
  const facts = turning
    .filter(({ concept }) => isOpen(concept) || rulebook.concepts.get(concept)?.assessment === false)
    .filter(
      (change, i, all) => all.findIndex((o) => o.concept === change.concept && o.verdict === change.verdict) === i,
    );
  const turnsTo = (wanted: readonly Verdict[]) => facts.filter((change) => wanted.includes(change.verdict));
  if (verdict === 'permitted') {
    const duties = turnsTo(['required']);
    const why = chain.some(({ rule }) => rule.effect.verb === 'bars') ? say.inShort.permitted : say.noBar;
    return duties.length === 0 ? why : `${why} ${say.dutyIf(alternatives(duties, rulebook, say))}`;
  }
  if (verdict !== 'depends') return say.inShort[verdict];
  const openers = turnsTo(['permitted', 'required']);
  const closers = turnsTo(['barred']);
  if (atRest === 'barred' && openers.length > 0) return say.barredUnless(alternatives(openers, rulebook, say));
  if (atRest === 'barred') return say.barredAtRest;
  if (atRest !== 'depends' && closers.length > 0) return say.permittedUnless(alternatives(closers, rulebook, say));
  const first = rulebook.concepts.get(next?.concept.id ?? '');
  return first === undefined ? '' : say.hangsOn(lower(first.question));
}

/** What the editors say of what is not covered; ours where they say nothing. */
function outsideWords(uncovered: readonly number[], rulebook: Rulebook, say: Words): string {
  const sentences = uncovered.flatMap((index) => rulebook.uncovered[index] ?? []);
  return sentences.length === 0 ? say.outsideRules : [...new Set(sentences)].join(' ');
}

function alternatives(changes: readonly Change[], rulebook: Rulebook, say: Words): string[] {
  return changes.slice(0, MOST_ALTERNATIVES).map((change) => lower(factPhrase(rulebook, change, say)));
}

/** More than these in one sentence, and it is no longer short. */
const MOST_ALTERNATIVES = 4;

/**
 * Bars first, each with its sentence; what opens or requires it; and in one line each, what might, and what does not although
 * people may think so. A bar that does not hold is only told where none does: then it is the reason.
 */
function whyLines({ chain, verdict }: Reasoning, rulebook: Rulebook, say: Words): string[] {
  const required = verdict === 'required';
  const bars = chain.filter(({ rule }) => rule.effect.verb === 'bars');
  const holding = bars.filter(({ holds }) => holds !== 'false');
  const others = chain.filter(({ rule }) => rule.effect.verb !== 'bars');
  const closed = others.filter(({ closedBy }) => closedBy.length > 0);
  const active = others.filter((link) => !closed.includes(link));
  const maybe = active.filter(({ stands }) => stands === 'open');
  const named = (verb: Rule['effect']['verb'], title: string) => {
    const links = maybe.filter(({ rule }) => rule.effect.verb === verb);
    return links.length === 0 ? '' : `**${title}:** ${say.and(headed(links, rulebook))}.`;
  };
  return [
    ...(holding.length > 0 ? holding : bars).map((link) => barLine(link, chain, rulebook, say)),
    ...active.filter(({ stands }) => stands === 'true').map((link) => actingLine(link, rulebook, say)),
    ...(required ? [] : [named('requires', say.mayRequire)]),
    named('lifts', say.mayOpen),
    closed.length === 0
      ? ''
      : `**${say.closed}:** ${placesOf(
          closed.map(({ rule }) => rule),
          rulebook,
          say,
        )}. ${say.excepted(
          placesOf(
            closed.flatMap(({ closedBy }) => closedBy),
            rulebook,
            say,
          ),
        )}`,
  ];
}

function barLine(
  { rule, stands, holds, brokenBy }: Link,
  chain: readonly Link[],
  rulebook: Rulebook,
  say: Words,
): string {
  const text = rulebook.rules.get(rule.id);
  if (text === undefined) return '';
  const broken = stands === 'false' && holds !== 'false';
  // Those that surely break it are the reason; where none does by itself, one or another of them does.
  const surely = brokenBy.filter(({ id }) => chain.some((other) => other.rule.id === id && other.stands === 'true'));
  const breakers = surely.length > 0 ? surely : brokenBy;
  const state = broken ? say.brokenBy(placesOf(breakers, rulebook, say)) : say.bars[stands];
  return `${linked(text.citation)} **${state}**. ${text.sentence}`;
}

function actingLine({ rule }: Link, rulebook: Rulebook, say: Words): string {
  const text = rulebook.rules.get(rule.id);
  if (text === undefined) return '';
  const state = rule.effect.verb === 'requires' ? say.requires : say.opens;
  const through = text.through === undefined ? '' : ` ${say.through(linked(text.through))}`;
  return `${linked(text.citation)} **${state}**${through}. ${text.sentence}`;
}

function headed(links: readonly Link[], rulebook: Rulebook): string[] {
  const lines = links.flatMap(({ rule }) => {
    const text = rulebook.rules.get(rule.id);
    return text === undefined ? [] : [`${linked(text.citation)} (${lower(text.heading)})`];
  });
  return [...new Set(lines)];
}

function placesOf(rules: readonly Rule[], rulebook: Rulebook, say: Words): string {
  const places = rules.flatMap((rule) => {
    const text = rulebook.rules.get(rule.id);
    return text === undefined ? [] : [linked(text.citation)];
  });
  return say.and([...new Set(places)]);
}

/** What only the person can judge, of what could turn the verdict. */
function assessments({ turning, open, presumed, verdict }: Reasoning, rulebook: Rulebook, say: Words): string[] {
  const turns = new Set(turning.map(({ concept }) => concept));
  return open
    .filter((id) => turns.has(id) && rulebook.concepts.get(id)?.assessment === true)
    .flatMap((id) => {
      const concept = rulebook.concepts.get(id);
      if (concept === undefined) return [];
      const counted = presumed.some((each) => each.concept === id) && concept.resting !== undefined;
      const values = turning
        .filter(({ concept: other }) => other === id)
        .filter((change, i, all) => all.findIndex((other) => other.verdict === change.verdict) === i)
        .map((change) => `${lower(factPhrase(rulebook, change, say))} → ${lower(say.verdict[change.verdict])}`);
      return [
        counted || verdict === 'depends' ? `${concept.question} ${say.turns(say.and(values))}` : concept.question,
      ];
    });
}

/** What was taken for granted, apart from that nothing in particular is so. */
function presumptions({ presumed }: Reasoning, rulebook: Rulebook, say: Words): string {
  const told = presumed.filter(({ concept, value }) => rulebook.concepts.get(concept)?.resting !== value);
  if (told.length === 0) return '';
  return `*${say.presumed(told.map((each) => lower(factPhrase(rulebook, each, say))).join(' · '))}*`;
}

function cautions({ verdict, facts }: Reasoning, rulebook: Rulebook, say: Words): string[] {
  if (verdict === 'outside') return rulebook.leftOut.length === 0 ? [] : [say.leftOut(rulebook.leftOut)];
  const danger = facts.get(CRIME)?.has(RISK) === true;
  return [...(verdict === 'barred' ? [] : say.cautions), ...(danger ? [say.necessity] : [])];
}

/** The editors' names for that there is a risk of a crime: then one must hear of 112. */
const CRIME = 'brott';
const RISK = 'risk';

function section(title: string, text: string): string {
  return text === '' ? '' : `### ${title}\n${text}`;
}

function bullets(lines: readonly string[]): string {
  return lines
    .filter((line) => line !== '')
    .map((line) => `- ${line}`)
    .join('\n');
}

function linked(citation: Citation): string {
  return `[${formatShort(citation)}](${provisionUrl(citation)})`;
}

function nameOf(rulebook: Rulebook, concept: string, value: Value | undefined): string {
  return value === undefined ? '' : (rulebook.concepts.get(concept)?.values.get(value) ?? value);
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('sv') + text.slice(1);
}

/** With a small first letter, unless the word is an abbreviation or a name. */
export function lower(text: string): string {
  return /^\p{Lu}[\p{Ll}\s,]/u.test(text) &&
    !/^(?:Försäkringskassan|Skatteverket|Migrationsverket|Arbetsförmedlingen|Kronofogden|Skolinspektionen|Säkerhetspolisen)/u.test(
      text,
    )
    ? text.slice(0, 1).toLocaleLowerCase('sv') + text.slice(1)
    : text;
}

/** The section of a rule's provision, as JSON names it. */
export function ruleKey(rulebook: Rulebook, rule: Rule): string {
  const citation = rulebook.rules.get(rule.id)?.citation;
  return citation === undefined ? rule.provision : sectionKey(citation);
}
