// Answer -> Slack: a message of one markdown block, small print and buttons, and the modals that the buttons open. What does
// not fit a message is never cut in silence: it ends at a paragraph, says so, and opens in full behind a button.
import type { Button, KnownBlock, ModalView } from '@slack/types';
import { lexer } from 'marked';
import { ordinaryOf, type Answer, type CitedProvision, type EntryAnswer, type OrdinaryAnswer } from '../answer.ts';
import { writeStated } from '../answer/situation.ts';
import type { Entry } from '../knowledge/schema.ts';
import { sectionKey } from '../law/citation.ts';
import type { Language } from '../question/language.ts';
import {
  ACTIONS,
  actions,
  choiceButton,
  feedbackRow,
  shareButton,
  shorten,
  targetButton,
  targetOf,
  type Target,
} from './buttons.ts';
import type { Choice } from './choice.ts';
import { asMarkdown, compose, composeProvision, type Composed } from './compose.ts';
import { isEasy } from './entry.ts';
import { peopleWordsIn, wordsIn } from './language.ts';
import { characters, SLACK_LIMITS } from './limits.ts';
import { markdownTo, markdownToMrkdwn, plain } from './markdown.ts';
import { NAME, type Words } from './words.ts';

export interface SlackMessage {
  /** The fallback: notification, screen reader, search. Never empty. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Who sees the message: the asker alone, all in a channel, all there as a colleague shared it, or one who talks with the bot. */
export type Audience = 'private' | 'everyone' | 'shared' | 'direct';

/** Where an answer is shown, which decides what can be done with it there. */
export interface Setting {
  readonly audience: Audience;
  /** Whether there are people to hand the question over to. */
  readonly human: boolean;
}

export function renderSlack(given: Answer, { audience, human }: Setting): SlackMessage {
  const say = wordsIn(given.language);
  const people = peopleWordsIn(given.language);
  const composed = compose(given, human);
  const answer = ordinaryOf(given);
  const target = targetOf(answer);
  const sharedBy = audience === 'shared' ? [people.share.shared] : [];
  const shared = context(sharedBy);
  const small = smallPrint(composed);
  const { markdown, folded } = fit(composed, sourceLine(given, composed), characters([...shared, ...small]), say);
  return {
    text: shorten([...sharedBy, markdownTo(asMarkdown(composed), plain)].join(' '), FALLBACK),
    blocks: [
      ...shared,
      { type: 'markdown', text: markdown },
      ...below(given, composed, folded),
      // One in danger is not asked for marks.
      ...(given.outcome === 'urgent' ? [] : feedbackRow(target)),
      ...actions([...(audience === 'private' ? shareButton(target) : []), ...(human ? [humanButton(given)] : [])]),
    ],
  };
}

/** A message that is a text of our own: help, a notice, an apology. */
export function plainMessage(markdown: string): SlackMessage {
  return { text: markdownTo(markdown, plain), blocks: [{ type: 'markdown', text: markdown }] };
}

/** The provisions that an answer rests on, each with its summary and its wording. */
export function provisionsModal(provisions: readonly CitedProvision[], language: Language = 'sv'): ModalView {
  const say = wordsIn(language);
  const full = distinct(provisions).map((cited): KnownBlock[] => [
    { type: 'header', text: { type: 'plain_text', text: shorten(provisionTitle(cited), SLACK_LIMITS.headerText) } },
    ...sections(composeProvision(cited, false, say)),
  ]);
  return modal(
    say.provisions,
    full.flatMap((blocks, i) => (i === 0 ? blocks : [{ type: 'divider' } as const, ...blocks])),
    language,
  );
}

/** The whole of an answer, with what one can go on to; `above` is Markdown that stands before it. */
export function answerModal(given: Answer, human: boolean, above = ''): ModalView {
  return modal(NAME, [...sections(above), ...answerSections(given, human)], given.language);
}

/** An answer in a modal. It is whole, and seen by one person: nothing is folded, and nothing can be shown to others from there. */
export function answerSections(given: Answer, human: boolean): KnownBlock[] {
  const composed = compose(given, human);
  return [
    ...sections(join([asMarkdown(composed), sourceLine(given, composed)])),
    ...below(given, composed, false),
    ...actions(human ? [humanButton(given)] : []),
  ];
}

/** A modal that only says something, Markdown. */
export function noticeModal(markdown: string, language: Language = 'sv'): ModalView {
  return modal(NAME, sections(markdown), language);
}

/** A notification shows about two lines; a screen reader reads the blocks. */
const FALLBACK = 600;

// ---- fitting ----------------------------------------------------------------------------------------------------

function fit(composed: Composed, sources: string, used: number, say: Words): { markdown: string; folded: boolean } {
  const budget = Math.min(SLACK_LIMITS.markdown, SLACK_LIMITS.messageText - used);
  const whole = join([asMarkdown(composed), sources]);
  if (whole.length <= budget) return { markdown: whole, folded: false };
  const room = budget - join([composed.lead, say.continues, sources]).length - 2 * PARAGRAPH.length;
  return { markdown: join([composed.lead, upTo(composed.body, room), say.continues, sources]), folded: true };
}

/** As many whole blocks of the Markdown, from the start, as there is room for. */
function upTo(markdown: string, room: number): string {
  let kept = '';
  for (const token of lexer(markdown)) {
    if (kept.length + token.raw.length > room) break;
    kept += token.raw;
  }
  return kept.trimEnd();
}

/** Buttons of one kind under an answer; more than these and nobody reads them. */
const MOST_TURNS = 9;

const PARAGRAPH = '\n\n';

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(PARAGRAPH);
}

/** Markdown as sections, each within Slack's limit, broken between paragraphs, else between lines, else between words. */
export function sections(markdown: string): KnownBlock[] {
  const texts: string[] = [];
  for (const piece of pieces(markdownToMrkdwn(markdown), [PARAGRAPH, '\n', ' '])) {
    const joined = texts.length === 0 ? piece : `${texts.at(-1) ?? ''}${PARAGRAPH}${piece}`;
    if (texts.length > 0 && joined.length <= SLACK_LIMITS.sectionText) texts[texts.length - 1] = joined;
    else texts.push(piece);
  }
  return texts.map((text) => ({ type: 'section', text: { type: 'mrkdwn', text } }));
}

function pieces(text: string, separators: readonly string[]): string[] {
  if (text === '') return [];
  const [separator, ...finer] = separators;
  if (separator === undefined) return chunks(text);
  if (separator === PARAGRAPH) return text.split(separator).flatMap((part) => pieces(part, finer));
  if (text.length <= SLACK_LIMITS.sectionText) return [text];
  const out: string[] = [];
  for (const part of text
    .split(separator)
    .flatMap((long) => (long.length > SLACK_LIMITS.sectionText ? pieces(long, finer) : [long]))) {
    const joined = `${out.at(-1) ?? ''}${separator}${part}`;
    if (out.length > 0 && joined.length <= SLACK_LIMITS.sectionText) out[out.length - 1] = joined;
    else out.push(part);
  }
  return out;
}

function chunks(text: string): string[] {
  const size = SLACK_LIMITS.sectionText;
  return Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));
}

// ---- below an answer --------------------------------------------------------------------------------------------

/** A question back, ways forward, buttons, small print, and what to read on. */
function below(given: Answer, composed: Composed, folded: boolean): KnownBlock[] {
  const answer = ordinaryOf(given);
  const { language } = given;
  const say = wordsIn(language);
  // Whom to ring must not vanish: nothing takes the place of an urgent answer.
  const inPlace = given.outcome === 'urgent' ? ACTIONS.readMore : ACTIONS.choose;
  const leadsOn = targetOf(answer).kind === 'none' ? inPlace : ACTIONS.readMore;
  const leadsFrom = given.outcome === 'urgent' ? 2 * MOST_TURNS : 0;
  // A way that is an answer to the question too has its button there.
  const ways = composed.ways.filter(({ id }) => composed.answers.every((other) => other.id !== id));
  // Each of these takes the answer's place: one sees the verdict change, and with what.
  const turns = (choices: readonly Choice[], from: number) =>
    actions(choices.slice(0, MOST_TURNS).map((choice, i) => choiceButton(choice, inPlace, from + i, language)));
  return [
    ...context(titled(say.nextQuestion, composed.question)),
    ...turns(composed.answers, 0),
    ...context(titled(say.ways, ways.length === 0 ? '' : say.tryWay)),
    ...turns(ways, MOST_TURNS),
    ...actions(answerButtons(answer, folded)),
    ...smallPrint(composed),
    ...actions(composed.choices.map((choice, i) => choiceButton(choice, leadsOn, leadsFrom + i, language))),
  ];
}

function humanButton(given: Answer): Button {
  return targetButton(ACTIONS.askHuman, peopleWordsIn(given.language).human.ask, targetOf(ordinaryOf(given)));
}

function smallPrint(composed: Composed): KnownBlock[] {
  return [...context(composed.notes), ...context(titleOf(composed))];
}

// ---- parts ------------------------------------------------------------------------------------------------------

/** In easy Swedish they are read behind their button: a row of abbreviations is not easy. */
function sourceLine(answer: Answer, { sources }: Composed): string {
  if (!['answer', 'verdict', 'urgent'].includes(answer.outcome) || isEasy(answer)) return '';
  return `**${wordsIn(answer.language).provisions}:** ${sources.map(({ label, url }) => `[${label}](${url})`).join(' · ')}`;
}

function titled(title: string, text: string): string[] {
  return text === '' ? [] : [`**${title}:** ${text}`];
}

/** What the buttons below are, said straight above them. */
function titleOf({ choices, choicesTitle }: Composed): string[] {
  return choices.length === 0 || choicesTitle === '' ? [] : [`**${choicesTitle}**`];
}

export function context(notes: readonly string[]): KnownBlock[] {
  const text = notes.map((note) => markdownToMrkdwn(note)).join('\n');
  if (text === '') return [];
  return [{ type: 'context', elements: pieces(text, ['\n', ' ']).map((part) => ({ type: 'mrkdwn', text: part })) }];
}

function answerButtons(answer: OrdinaryAnswer, folded: boolean): Button[] {
  const target = targetOf(answer);
  const say = wordsIn(answer.language);
  const whole: Button[] = folded
    ? [{ ...targetButton(ACTIONS.showWhole, say.showWhole, target), style: 'primary' }]
    : [];
  const provisions = targetButton(ACTIONS.showProvisions, say.showProvisions, target);
  switch (answer.outcome) {
    case 'answer':
      return isEasy(answer)
        ? [...whole, provisions, targetButton(ACTIONS.readMore, say.ordinary, target)]
        : [...tryButton(answer, say), ...whole, provisions, ...easyButton(answer.entry, target, say)];
    case 'verdict':
      return [
        targetButton(ACTIONS.openForm, say.changeFacts, target),
        ...whole,
        provisions,
        ...easyButton(answer.explained, target, say),
      ];
    case 'lagrum':
      return whole;
    case 'clarify':
    case 'decline':
      return [];
  }
}

/**
 * Who tells whom is only read out of Swedish words. One who asks in English comes to the rules from the entry's own situation,
 * in the form.
 */
function tryButton({ entry: { situation }, language }: EntryAnswer, say: Words): Button[] {
  if (situation === undefined || language === 'sv') return [];
  const target = { kind: 'situation', written: writeStated(situation.stated), language } as const;
  return [targetButton(ACTIONS.openForm, say.changeFacts, target)];
}

/** What shows the entry in easy Swedish, where it has that. */
function easyButton(entry: Entry | undefined, { language }: Target, say: Words): Button[] {
  if (entry?.easySwedish === undefined) return [];
  const target = { kind: 'entry', id: entry.id, ...(language === undefined ? {} : { language }) } as const;
  return [targetButton(ACTIONS.easySwedish, say.easySwedish, target)];
}

/** What does not fit is said not to. */
export function modal(title: string, blocks: readonly KnownBlock[], language: Language = 'sv'): ModalView {
  const say = wordsIn(language);
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title },
    close: { type: 'plain_text', text: say.close },
    blocks:
      blocks.length <= SLACK_LIMITS.modalBlocks
        ? [...blocks]
        : [...blocks.slice(0, SLACK_LIMITS.modalBlocks - 1), ...sections(say.moreThanFits)],
  };
}

function distinct(provisions: readonly CitedProvision[]): CitedProvision[] {
  return [...new Map(provisions.map((cited) => [sectionKey(cited.citation), cited])).values()];
}

function provisionTitle({ citation, provision }: CitedProvision): string {
  return provision === undefined ? sectionKey(citation) : `${sectionKey(citation)} ${provision.heading}`;
}
