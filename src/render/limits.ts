// What we send, held against Slack's limits. The bot measures before posting, the local workspace on receipt: a message that
// Slack would refuse is refused here first.
import type { AnyBlock, HomeView, InputBlock, KnownBlock, ModalView } from '@slack/types';
import { actionElementViolations, contextActionViolations, inputElementViolations } from './limits-elements.ts';
import { length, over, SLACK_LIMITS } from './limits-table.ts';

export { SLACK_LIMITS } from './limits-table.ts';

/** The block types that we send; another one is a fault in our own code, not something Slack must be asked about. */
const SENT_BLOCKS = [
  'markdown',
  'section',
  'header',
  'context',
  'actions',
  'context_actions',
  'divider',
  'input',
] as const;

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
  const asks = view.blocks.some((block) => block.type === 'input');
  return [
    ...over('blocks in the modal', view.blocks.length, SLACK_LIMITS.modalBlocks),
    ...length('modal title', view.title.text, SLACK_LIMITS.modalTitle),
    ...length('modal close', view.close?.text ?? 'x', SLACK_LIMITS.modalTitle),
    ...length('modal submit', view.submit?.text ?? 'x', SLACK_LIMITS.modalTitle),
    ...(asks && view.submit === undefined ? ['modal submit: missing, and there is an input block'] : []),
    ...ownTexts(view),
    ...(view.blocks.filter(takesFocus).length > 1 ? ['focus_on_load: more than one field'] : []),
    ...blockViolations(view.blocks as readonly KnownBlock[], 'modal'),
  ];
}

/** As {@link messageViolations}, for the Home tab. */
export function homeViolations(view: HomeView): string[] {
  return [
    ...over('blocks in the Home tab', view.blocks.length, SLACK_LIMITS.homeBlocks),
    ...ownTexts(view),
    ...blockViolations(view.blocks as readonly KnownBlock[], 'home'),
  ];
}

function ownTexts({ callback_id, private_metadata }: ModalView | HomeView): string[] {
  return [
    ...length('callback_id', callback_id ?? 'x', SLACK_LIMITS.callbackId),
    ...over('private_metadata', private_metadata?.length ?? 0, SLACK_LIMITS.privateMetadata),
  ];
}

function takesFocus(block: AnyBlock): boolean {
  const { type, element } = block as Partial<InputBlock>;
  return type === 'input' && element !== undefined && 'focus_on_load' in element && element.focus_on_load;
}

type Surface = 'message' | 'modal' | 'home';

function blockViolations(blocks: readonly KnownBlock[], surface: Surface): string[] {
  return blocks.flatMap((block, index) => violations(block, surface).map((text) => `block ${index + 1}: ${text}`));
}

function violations(block: KnownBlock, surface: Surface): string[] {
  const id = block.block_id === undefined ? [] : length('block_id', block.block_id, SLACK_LIMITS.blockId);
  switch (block.type) {
    case 'markdown':
      return [
        ...(surface === 'message' ? [] : ['a markdown block exists in messages only']),
        ...length('markdown', block.text, SLACK_LIMITS.markdown),
      ];
    case 'section':
      return [
        ...id,
        ...length('section', block.text?.text ?? '', SLACK_LIMITS.sectionText),
        ...(block.accessory === undefined ? [] : actionElementViolations(block.accessory)),
      ];
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
        ...block.elements.flatMap(actionElementViolations),
      ];
    case 'context_actions':
      return [
        ...id,
        ...(surface === 'message' ? [] : ['a context_actions block exists in messages only']),
        ...over('context_actions', block.elements.length, SLACK_LIMITS.contextActions),
        ...block.elements.flatMap(contextActionViolations),
      ];
    case 'divider':
      return id;
    case 'input':
      return [
        ...id,
        ...(surface === 'modal' ? [] : ['an input block is for modals only']),
        ...length('input label', block.label.text, SLACK_LIMITS.inputLabel),
        ...length('input hint', block.hint?.text ?? 'x', SLACK_LIMITS.inputHint),
        ...inputElementViolations(block.element),
        ...(block.element.type === 'plain_text_input' && block.dispatch_action === true
          ? ['dispatch_action on a plain_text_input is not something we send']
          : []),
      ];
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
