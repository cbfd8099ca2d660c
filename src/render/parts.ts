// The small pieces of which views are built.
import type { Button, HeaderBlock, PlainTextElement, PlainTextOption } from '@slack/types';
import { SLACK_LIMITS } from './limits.ts';

export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(shorten(text, SLACK_LIMITS.headerText)) };
}

export function option(text: string, value: string, description = ''): PlainTextOption {
  return {
    text: plain(shorten(text, SLACK_LIMITS.optionText)),
    value,
    ...(description === '' ? {} : { description: plain(shorten(description, SLACK_LIMITS.optionDescription)) }),
  };
}

/** A button that is read by its `action_id`, and by its value where it has one. */
export function plainButton(action_id: string, label: string, value?: string): Button {
  return {
    type: 'button',
    action_id,
    text: plain(shorten(label, SLACK_LIMITS.buttonText)),
    ...(value === undefined ? {} : { value }),
  };
}

/** A label cut at a word, and seen to be cut. */
export function shorten(label: string, most: number): string {
  if (label.length <= most) return label;
  const cut = label.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…`;
}
