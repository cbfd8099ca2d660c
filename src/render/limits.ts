// Slack's limits as one table, and the one function that measures what we send against it. The bot calls it before
// posting, the local workspace calls it on receipt: a message that Slack would refuse is refused here first.
import type { KnownBlock, ModalView } from '@slack/types';

/**
 * Numbers are characters (UTF-16 units) unless the name says otherwise.
 * Source: docs.slack.dev/reference/block-kit; `messageText` is measured by others (slackapi/bolt-js#2509 and
 * metabase/metabase#79908): Slack answers `msg_blocks_too_long` at about 13,200, Metabase holds 13,000.
 */
export const SLACK_LIMITS = {
  messageBlocks: 50,
  messageText: 13_000,
  modalBlocks: 100,
  markdown: 12_000,
  sectionText: 3_000,
  headerText: 150,
  contextElements: 10,
  contextText: 3_000,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  actionId: 255,
  blockId: 255,
  modalTitle: 24,
  privateMetadata: 3_000,
  callbackId: 255,
} as const;

/** The block types that we send; another one is a fault in our own code, not something Slack must be asked about. */
const SENT_BLOCKS = ['markdown', 'section', 'header', 'context', 'actions', 'divider'] as const;

/**
 * Every way in which a message's blocks break Slack's limits, in English, each naming its block; empty when it may be sent.
 */
export function messageViolations(blocks: readonly KnownBlock[]): string[] {
  return [
    ...over('blocks in the message', blocks.length, SLACK_LIMITS.messageBlocks),
    ...over('characters in the message', characters(blocks), SLACK_LIMITS.messageText),
    ...blockViolations(blocks, 'message'),
  ];
}

/** All the text in the blocks, which Slack limits for a message as a whole. */
export function characters(blocks: readonly KnownBlock[]): number {
  return blocks.reduce((sum, block) => sum + textOf(block), 0);
}

/** As {@link messageViolations}, for a modal. */
export function modalViolations(view: ModalView): string[] {
  return [
    ...over('blocks in the modal', view.blocks.length, SLACK_LIMITS.modalBlocks),
    ...length('modal title', view.title.text, SLACK_LIMITS.modalTitle),
    ...length('modal close', view.close?.text ?? 'x', SLACK_LIMITS.modalTitle),
    ...length('callback_id', view.callback_id ?? 'x', SLACK_LIMITS.callbackId),
    ...over('private_metadata', view.private_metadata?.length ?? 0, SLACK_LIMITS.privateMetadata),
    ...blockViolations(view.blocks as readonly KnownBlock[], 'modal'),
  ];
}

function blockViolations(blocks: readonly KnownBlock[], surface: 'message' | 'modal'): string[] {
  return blocks.flatMap((block, index) => violations(block, surface).map((text) => `block ${index + 1}: ${text}`));
}

function violations(block: KnownBlock, surface: 'message' | 'modal'): string[] {
  const id = block.block_id === undefined ? [] : length('block_id', block.block_id, SLACK_LIMITS.blockId);
  switch (block.type) {
    case 'markdown':
      return [
        ...(surface === 'message' ? [] : ['a markdown block exists in messages only']),
        ...length('markdown', block.text, SLACK_LIMITS.markdown),
      ];
    case 'section':
      return [...id, ...length('section', block.text?.text ?? '', SLACK_LIMITS.sectionText)];
    case 'header':
      return [...id, ...length('header', block.text.text, SLACK_LIMITS.headerText)];
    case 'context':
      return [
        ...id,
        ...over('context elements', block.elements.length, SLACK_LIMITS.contextElements),
        ...block.elements.flatMap((element) =>
          'text' in element ? length('context', element.text, SLACK_LIMITS.contextText) : [],
        ),
      ];
    case 'actions':
      return [
        ...id,
        ...over('actions', block.elements.length, SLACK_LIMITS.actionsElements),
        ...sameActionTwice(block.elements),
        ...block.elements.flatMap((element) =>
          element.type === 'button'
            ? [
                ...length('button', element.text.text, SLACK_LIMITS.buttonText),
                ...over('button value', element.value?.length ?? 0, SLACK_LIMITS.buttonValue),
                ...over('button url', element.url?.length ?? 0, SLACK_LIMITS.url),
                ...length('action_id', element.action_id ?? 'x', SLACK_LIMITS.actionId),
              ]
            : [`element type ${element.type} is not one we send`],
        ),
      ];
    case 'divider':
      return id;
    default:
      return [`block type ${block.type} is not one of ${SENT_BLOCKS.join(', ')}`];
  }
}

function textOf(block: KnownBlock): number {
  switch (block.type) {
    case 'markdown':
      return block.text.length;
    case 'section':
      return block.text?.text.length ?? 0;
    case 'header':
      return block.text.text.length;
    case 'context':
      return block.elements.reduce((sum, element) => sum + ('text' in element ? element.text.length : 0), 0);
    default:
      return 0;
  }
}

function sameActionTwice(elements: readonly { action_id?: string }[]): string[] {
  const ids = elements.map((element) => element.action_id).filter((id) => id !== undefined);
  return new Set(ids).size === ids.length ? [] : ['the same action_id twice in one actions block'];
}

function over(what: string, count: number, limit: number): string[] {
  return count > limit ? [`${what}: ${count} > ${limit}`] : [];
}

function length(what: string, text: string, limit: number): string[] {
  return text.length === 0 ? [`${what}: empty`] : over(what, text.length, limit);
}
