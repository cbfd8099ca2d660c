// Slack's limits as one table, and the one function that measures what we send against it. The bot calls it before
// posting, the local workspace calls it on receipt: a message that Slack would refuse is refused here first.
import type { Button, KnownBlock, ModalView, Option, RadioButtons, StaticSelect } from '@slack/types';

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
  inputLabel: 2_000,
  inputHint: 2_000,
  selectOptions: 100,
  selectGroups: 100,
  groupLabel: 75,
  placeholder: 150,
  radioOptions: 10,
  optionText: 75,
  optionValue: 150,
  optionDescription: 75,
  modalTitle: 24,
  privateMetadata: 3_000,
  callbackId: 255,
} as const;

/** The block types that we send; another one is a fault in our own code, not something Slack must be asked about. */
const SENT_BLOCKS = ['markdown', 'section', 'header', 'context', 'actions', 'divider', 'input'] as const;

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
    ...length('callback_id', view.callback_id ?? 'x', SLACK_LIMITS.callbackId),
    ...over('private_metadata', view.private_metadata?.length ?? 0, SLACK_LIMITS.privateMetadata),
    ...blockViolations(view.blocks as readonly KnownBlock[], 'modal'),
  ];
}

type Surface = 'message' | 'modal';

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
        ...(block.accessory === undefined ? [] : accessory(block.accessory)),
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
        ...block.elements.flatMap((element) => actionsElement(element, surface)),
      ];
    case 'divider':
      return id;
    case 'input':
      return [
        ...id,
        ...(surface === 'modal' ? [] : ['an input block is for modals only']),
        ...length('input label', block.label.text, SLACK_LIMITS.inputLabel),
        ...length('input hint', block.hint?.text ?? 'x', SLACK_LIMITS.inputHint),
        ...inputElement(block.element),
      ];
    default:
      return [`block type ${block.type} is not one of ${SENT_BLOCKS.join(', ')}`];
  }
}

function accessory(element: { readonly type: string }): string[] {
  return element.type === 'button' ? button(element as Button) : [`accessory type ${element.type} is not one we send`];
}

function actionsElement(element: { readonly type: string }, surface: Surface): string[] {
  if (element.type === 'button') return button(element as Button);
  if (element.type !== 'static_select') return [`element type ${element.type} is not one we send`];
  // Slack takes it in messages too; we do not send it there, and the local workspace keeps no choices for messages.
  return surface === 'modal' ? select(element as StaticSelect) : ['a static_select is for modals only'];
}

function inputElement(element: { readonly type: string }): string[] {
  switch (element.type) {
    case 'static_select':
      return select(element as StaticSelect);
    case 'radio_buttons':
      return radios(element as RadioButtons);
    default:
      return [`input element type ${element.type} is not one we send`];
  }
}

function button({ text, value, url, action_id }: Button): string[] {
  return [
    ...length('button', text.text, SLACK_LIMITS.buttonText),
    ...over('button value', value?.length ?? 0, SLACK_LIMITS.buttonValue),
    ...over('button url', url?.length ?? 0, SLACK_LIMITS.url),
    ...length('action_id', action_id ?? 'x', SLACK_LIMITS.actionId),
  ];
}

function select({ options, option_groups, initial_option, placeholder, action_id }: StaticSelect): string[] {
  const groups = option_groups ?? [];
  const all = [...(options ?? []), ...groups.flatMap((group) => group.options)];
  return [
    ...length('action_id', action_id ?? 'x', SLACK_LIMITS.actionId),
    ...length('placeholder', placeholder?.text ?? 'x', SLACK_LIMITS.placeholder),
    ...((options === undefined) === (option_groups === undefined) ? ['select: give options or option_groups'] : []),
    ...over('select options', options?.length ?? 0, SLACK_LIMITS.selectOptions),
    ...over('select option_groups', groups.length, SLACK_LIMITS.selectGroups),
    ...groups.flatMap((group) => [
      ...length('option group label', group.label.text, SLACK_LIMITS.groupLabel),
      ...over(`options in group ${group.label.text}`, group.options.length, SLACK_LIMITS.selectOptions),
      ...(group.options.length === 0 ? [`options in group ${group.label.text}: none`] : []),
    ]),
    ...choices('select', all, initial_option),
  ];
}

function radios({ options, initial_option, action_id }: RadioButtons): string[] {
  return [
    ...length('action_id', action_id ?? 'x', SLACK_LIMITS.actionId),
    ...over('radio options', options.length, SLACK_LIMITS.radioOptions),
    ...choices('radio', options, initial_option),
  ];
}

/** What holds for options wherever they stand. Slack asks for unique values without refusing others; we refuse them. */
function choices(what: string, options: readonly Option[], initial: Option | undefined): string[] {
  const unique = new Set(options.map((option) => option.value)).size === options.length;
  return [
    ...(options.length === 0 ? [`${what} options: none`] : []),
    ...options.flatMap((option, index) => [
      ...length(`option ${index + 1} text`, option.text.text, SLACK_LIMITS.optionText),
      ...length(`option ${index + 1} value`, option.value ?? '', SLACK_LIMITS.optionValue),
      ...length(`option ${index + 1} description`, option.description?.text ?? 'x', SLACK_LIMITS.optionDescription),
    ]),
    ...(unique ? [] : [`the same value twice among the ${what} options`]),
    ...(initial === undefined || options.some((option) => same(option, initial))
      ? []
      : ['initial_option is not one of the options']),
  ];
}

function same(one: Option, other: Option): boolean {
  return (
    one.value === other.value &&
    one.text.type === other.text.type &&
    one.text.text === other.text.text &&
    one.description?.text === other.description?.text
  );
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
