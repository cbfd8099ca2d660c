// Block Kit to HTML for the page: the blocks that we send, and a visible error for every other.
import type { KnownBlock } from '@slack/types';
import { escapeHtml, markdownToHtml } from '../render/markdown.ts';
import { type NameOf, mrkdwnToHtml } from './mrkdwn.ts';

/** One HTML string for the blocks; buttons carry `data-press` (action_id) and `data-block` (block_id) for the page. */
export function blocksToHtml(blocks: readonly KnownBlock[], nameOf: NameOf): string {
  return blocks.map((block) => blockToHtml(block, nameOf)).join('\n');
}

function blockToHtml(block: KnownBlock, nameOf: NameOf): string {
  switch (block.type) {
    case 'markdown':
      // Slack shows every heading in one size, and the page has an outline of its own.
      return `<div class="block markdown">${markdownToHtml(block.text).replaceAll(/<(\/?)h[1-6]>/g, '<$1h3>')}</div>`;
    case 'section':
      return `<div class="block section">${block.text === undefined ? '' : textToHtml(block.text, nameOf)}</div>`;
    case 'header':
      return `<h3 class="block header">${escapeHtml(block.text.text)}</h3>`;
    case 'context':
      return `<div class="block context">${block.elements
        .map((element) => ('text' in element ? textToHtml(element, nameOf) : unknown(element.type)))
        .join('')}</div>`;
    case 'actions':
      return `<div class="block actions">${block.elements
        .map((element) => (element.type === 'button' ? button(element, block.block_id) : unknown(element.type)))
        .join('')}</div>`;
    case 'divider':
      return '<hr class="block divider">';
    default:
      return unknown(block.type);
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

interface Button {
  readonly text: { readonly text: string };
  readonly action_id?: string;
  readonly url?: string;
  readonly style?: string;
  readonly accessibility_label?: string;
}

function button(element: Button, blockId: string | undefined): string {
  const style = element.style === 'primary' || element.style === 'danger' ? ` ${element.style}` : '';
  const label =
    element.accessibility_label === undefined ? '' : ` aria-label="${escapeHtml(element.accessibility_label)}"`;
  const data = `class="button${style}" data-press="${escapeHtml(element.action_id ?? '')}" data-block="${escapeHtml(blockId ?? '')}"${label}`;
  const text = escapeHtml(element.text.text);
  return element.url?.startsWith('https://') === true
    ? `<a ${data} href="${escapeHtml(element.url)}" target="_blank" rel="noreferrer">${text}</a>`
    : `<button type="button" ${data}>${text}</button>`;
}

function unknown(type: string): string {
  return `<p class="block unknown" role="alert">Okänd blocktyp: ${escapeHtml(type)}</p>`;
}
