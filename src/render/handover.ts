// A question that the bot hands over to people: the message in their channel, the reply to the asker, and what travels in the
// buttons. Nothing is kept by us: who asked, about what, who has taken it and where it stands is in the messages themselves.
import type { KnownBlock } from '@slack/types';
import { inLanguage, type Answer } from '../answer.ts';
import type { Language } from '../question/language.ts';
import { actions, button, readTarget, shorten, writeTarget, type Target } from './buttons.ts';
import { compose } from './compose.ts';
import { peopleWordsIn } from './language.ts';
import { escapeMrkdwn, markdownTo, plain } from './markdown.ts';
import { sayHuman } from './people-words.ts';
import type { SlackMessage } from './slack.ts';

/** The `action_id` of the buttons under a question in the channel, and under a reply. */
export const HANDOVER = {
  take: 'take_question',
  giveBack: 'give_back_question',
  reply: 'reply_to_asker',
  writeBack: 'write_back',
} as const;

/** All that is known of a question that was handed over. People and channels are Slack's ids. */
export interface Handover {
  readonly asker: string;
  /** What the answer was that did not suffice. */
  readonly target: Target;
  /** Who has taken it. */
  readonly holder?: string;
  /** The message in the channel, once there is one. */
  readonly at?: { readonly channel: string; readonly ts: string };
}

export function writeHandover({ asker, holder = NOBODY, at, target }: Handover): string {
  return [VERSION, asker, holder, at === undefined ? NOWHERE : `${at.channel}:${at.ts}`, writeTarget(target)].join(' ');
}

/** `undefined` for a value that we did not write. */
export function readHandover(value = ''): Handover | undefined {
  const [, asker, holder, channel, ts, written] = WRITTEN.exec(value) ?? [];
  const target = readTarget(written);
  if (asker === undefined || target === undefined) return undefined;
  return {
    asker,
    target,
    ...(holder === undefined ? {} : { holder }),
    ...(channel === undefined || ts === undefined ? {} : { at: { channel, ts } }),
  };
}

/** The question in the channel of those who answer, with what the bot could say. `question` is as the guard left it. */
export function questionMessage(handover: Handover, question: string, insufficient: Answer | undefined): SlackMessage {
  return {
    text: sayHuman.notification,
    blocks: [
      mrkdwn(sayHuman.asks(mention(handover.asker))),
      verbatim(question),
      { type: 'context', elements: [{ type: 'plain_text', text: summaryOf(insufficient) }] },
      ...footer(handover, ''),
    ],
  };
}

/** The same question when it is taken, at `when`, or given back; `blocks` are its message's, as Slack sends them. */
export function questionAgain(blocks: unknown, handover: Handover, when: string): SlackMessage {
  const kept = blocksOf(blocks).filter(({ block_id }) => block_id !== STATUS && block_id !== BUTTONS);
  return { text: sayHuman.notification, blocks: [...kept, ...footer(handover, when)] };
}

/** The question as its message says it now, who has taken it included: a button may have been pressed on an older one. */
export function handoverIn(blocks: unknown): Handover | undefined {
  const buttons = blocksOf(blocks).find(({ block_id }) => block_id === BUTTONS);
  const [first] = buttons?.type === 'actions' ? buttons.elements : [];
  return first?.type === 'button' ? readHandover(first.value) : undefined;
}

/** What the asker gets in a direct message. */
export function replyMessage(handover: Handover, from: string, reply: string, about: string): SlackMessage {
  return {
    text: sayHuman.replyNotification,
    blocks: [
      mrkdwn(sayHuman.replyFrom(mention(from), escapeMrkdwn(shorten(about, MOST_ABOUT)))),
      verbatim(reply),
      ...actions([button(HANDOVER.writeBack, sayHuman.writeBack, writeHandover(handover))]),
    ],
  };
}

/** For one who writes below a reply in their conversation with the bot, where nobody but the bot would read it. */
export function notReadMessage(handover: Handover): SlackMessage {
  return {
    text: sayHuman.notRead,
    blocks: [
      mrkdwn(sayHuman.notRead),
      ...actions([button(HANDOVER.writeBack, sayHuman.writeBack, writeHandover(handover))]),
    ],
  };
}

/** The reply, in the thread of the question, so that the others see that it is answered and how. */
export function repliedMessage(from: string, reply: string): SlackMessage {
  return { text: sayHuman.replied(mention(from)), blocks: [mrkdwn(sayHuman.replied(mention(from))), verbatim(reply)] };
}

/** What the asker writes back, in the thread of the question. */
export function wroteBackMessage(handover: Handover, words: string): SlackMessage {
  const said = sayHuman.wroteBack(mention(handover.asker));
  return {
    text: said,
    blocks: [
      mrkdwn(said),
      verbatim(words),
      ...actions([button(HANDOVER.reply, sayHuman.reply, writeHandover(handover))]),
    ],
  };
}

/** Which answer did not suffice, by its title; that there was none where there was none. */
export function titleOf(insufficient: Answer | undefined, language: Language = 'sv'): string {
  const { human: say } = peopleWordsIn(language);
  return insufficient === undefined ? say.noAnswer : say.insufficient(insufficient.question);
}

/** As {@link titleOf}, and what the answer says in short, without links; in Swedish, for those who answer. */
function summaryOf(insufficient: Answer | undefined): string {
  if (insufficient === undefined) return titleOf(insufficient);
  const [, ...short] = markdownTo(compose(inLanguage(insufficient, 'sv')).lead, plain).split('\n\n');
  return shorten([titleOf(insufficient), ...short].join('\n'), MOST_SUMMARY);
}

/** mrkdwn for a person's name. */
export function mention(user: string): string {
  return `<@${user}>`;
}

const VERSION = 'h1';
const NOBODY = '-';
const NOWHERE = '-';
const WRITTEN = /^h1 ([UW][A-Z0-9]+) (?:-|([UW][A-Z0-9]+)) (?:-|([CG][A-Z0-9]+):(\d+\.\d+)) (.+)$/su;
const STATUS = 'handover_status';
const BUTTONS = 'handover_buttons';
const MOST_SUMMARY = 700;
const MOST_ABOUT = 200;

function footer(handover: Handover, when: string): KnownBlock[] {
  const { holder } = handover;
  const value = writeHandover(handover);
  const reply = button(HANDOVER.reply, sayHuman.reply, value);
  if (holder === undefined)
    return actions([{ ...button(HANDOVER.take, sayHuman.take, value), style: 'primary' }, reply]).map(named(BUTTONS));
  const status: KnownBlock = {
    type: 'context',
    block_id: STATUS,
    elements: [{ type: 'mrkdwn', text: sayHuman.takenBy(mention(holder), when) }],
  };
  const buttons = actions([{ ...reply, style: 'primary' }, button(HANDOVER.giveBack, sayHuman.giveBack, value)]);
  return [status, ...buttons.map(named(BUTTONS))];
}

function named(block_id: string): (block: KnownBlock) => KnownBlock {
  return (block) => ({ ...block, block_id });
}

/** Only blocks of our own: Slack sends them back with the buttons that stand in them. */
function blocksOf(blocks: unknown): readonly KnownBlock[] {
  return Array.isArray(blocks) ? (blocks as KnownBlock[]) : [];
}

/** A person's words as they are: no mention, channel or link of theirs is acted on. */
function verbatim(words: string): KnownBlock {
  return { type: 'section', text: { type: 'plain_text', text: words } };
}

function mrkdwn(text: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}
