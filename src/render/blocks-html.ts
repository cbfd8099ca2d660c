// Block Kit to HTML for the page: the blocks that we send, and a visible error for every other.
import type {
  ActionsBlockElement,
  ContextActionsBlockElement,
  KnownBlock,
  SectionBlock,
  SectionBlockAccessory,
} from '@slack/types';
import { buttonToHtml, feedbackToHtml } from './buttons-html.ts';
import { bareSelectToHtml, type Form, inputToHtml } from './fields-html.ts';
import { escapeHtml, markdownToHtml } from './markdown.ts';
import { type NameOf, mrkdwnToHtml } from './mrkdwn-html.ts';
import { unknownToHtml } from './unknown-html.ts';

/** One HTML string for the blocks; buttons carry `data-press` (action_id) and `data-block` (block_id) for the page. */
export function blocksToHtml(blocks: readonly KnownBlock[], nameOf: NameOf, form = NO_FORM): string {
  return blocks.map((block) => blockToHtml(block, nameOf, form)).join('\n');
}

const NO_FORM: Form = { values: {} };

/** One block as one HTML element; `form` is what the view or message holds that the block stands in. */
export function blockToHtml(block: KnownBlock, nameOf: NameOf, form = NO_FORM): string {
  switch (block.type) {
    case 'markdown':
      // Slack shows every heading in one size, and the page has an outline of its own.
      return `<div class="block markdown">${markdownToHtml(block.text).replaceAll(/<(\/?)h[1-6]>/g, '<$1h3>')}</div>`;
    case 'section':
      return section(block, nameOf, form);
    case 'header':
      return `<h3 class="block header">${escapeHtml(block.text.text)}</h3>`;
    case 'context':
      return `<div class="block context">${block.elements
        .map((element) => ('text' in element ? textToHtml(element, nameOf) : unknownToHtml(element.type)))
        .join('')}</div>`;
    case 'actions':
      return `<div class="block actions">${block.elements
        .map((element) => elementToHtml(element, block.block_id ?? '', nameOf, form))
        .join('')}</div>`;
    case 'context_actions':
      return `<div class="block context-actions">${block.elements
        .map((element) => elementToHtml(element, block.block_id ?? '', nameOf, form))
        .join('')}</div>`;
    case 'input':
      return inputToHtml(block, nameOf, form);
    case 'divider':
      return '<hr class="block divider">';
    default:
      return unknownToHtml(block.type);
  }
}

function section({ text, accessory, block_id = '' }: SectionBlock, nameOf: NameOf, form: Form): string {
  const html = text === undefined ? '' : textToHtml(text, nameOf);
  return accessory === undefined
    ? `<div class="block section">${html}</div>`
    : `<div class="block section with-accessory"><div class="section-text">${html}</div>${elementToHtml(accessory, block_id, nameOf, form)}</div>`;
}

function elementToHtml(
  element: ActionsBlockElement | SectionBlockAccessory | ContextActionsBlockElement,
  block_id: string,
  nameOf: NameOf,
  form: Form,
): string {
  switch (element.type) {
    case 'button':
      return buttonToHtml(element, block_id, nameOf);
    case 'static_select':
    case 'external_select':
      return bareSelectToHtml(element, block_id, form);
    case 'feedback_buttons':
      return feedbackToHtml(element, block_id, form.pressed?.[block_id]);
    default:
      return unknownToHtml(element.type);
  }
}

interface Text {
  readonly type: string;
  readonly text: string;
}

function textToHtml(text: Text, nameOf: NameOf): string {
  return text.type === 'mrkdwn'
    ? mrkdwnToHtml(text.text, nameOf)
    : `<p>${escapeHtml(text.text).replaceAll('\n', '<br>')}</p>`;
}
