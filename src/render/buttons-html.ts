// Buttons to HTML: an ordinary one, and the pair of thumbs by which one says what one thinks of an answer. Each carries
// `data-press`, `data-block` and `data-value` (action_id, block_id, value), and what it asks first in `data-confirm`.
import type { Button, ConfirmationDialog, FeedbackButtons } from '@slack/types';
import { escapeHtml } from './markdown.ts';
import { type NameOf, mrkdwnToHtml } from './mrkdwn-html.ts';

export function buttonToHtml(element: Button, block_id: string, nameOf: NameOf): string {
  const style = element.style === 'primary' || element.style === 'danger' ? ` ${element.style}` : '';
  const label = attribute('aria-label', element.accessibility_label);
  const data = `class="button${style}" ${pressOf(element, block_id)}${attribute('data-value', element.value)}${confirmOf(element, nameOf)}${label}`;
  const text = escapeHtml(element.text.text);
  return element.url?.startsWith('https://') === true
    ? `<a ${data} href="${escapeHtml(element.url)}" target="_blank" rel="noreferrer">${text}</a>`
    : `<button type="button" ${data}>${text}</button>`;
}

/** `pressed` is the value of the one that the viewer has pressed. */
export function feedbackToHtml(element: FeedbackButtons, block_id: string, pressed: string | undefined): string {
  const thumb = (
    { text, accessibility_label, value }: FeedbackButtons['positive_button'],
    direction: 'up' | 'down',
  ) => `<button type="button" class="thumb ${direction}" ${pressOf(element, block_id)}${attribute('data-value', value)}
    aria-pressed="${value === pressed}" aria-label="${escapeHtml(accessibility_label ?? text.text)}" title="${escapeHtml(text.text)}">${THUMB}</button>`;
  return `<div class="feedback" role="group" aria-label="Vad tyckte du om svaret?">${thumb(element.positive_button, 'up')}${thumb(element.negative_button, 'down')}</div>`;
}

const THUMB = `<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M6.5 9v7.5H3.5V9zm0 0L10 2.5c1.5 0 2.2 1 1.900 2.400L11.3 7.5h4.200c1 0 1.700.9 1.5 1.900l-1.200 5.600c-.2.9-.9 1.5-1.800 1.5H6.5"/></svg>`;

function pressOf({ action_id = '' }: { action_id?: string }, block_id: string): string {
  return `data-press="${escapeHtml(action_id)}" data-block="${escapeHtml(block_id)}"`;
}

function confirmOf({ confirm }: { confirm?: ConfirmationDialog }, nameOf: NameOf): string {
  if (confirm === undefined) return '';
  const { title, text, style } = confirm;
  const html = text.type === 'mrkdwn' ? mrkdwnToHtml(text.text, nameOf) : `<p>${escapeHtml(text.text)}</p>`;
  const asked = {
    title: title?.text ?? 'Är du säker?',
    html,
    confirm: confirm.confirm?.text ?? 'Ja',
    deny: confirm.deny?.text ?? 'Avbryt',
    danger: style === 'danger',
  };
  return attribute('data-confirm', JSON.stringify(asked));
}

function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`;
}
