// The small pieces of which views are built.
import type { HeaderBlock, PlainTextElement, PlainTextOption } from '@slack/types';
import { shorten } from './buttons.ts';
import { SLACK_LIMITS } from './limits.ts';

export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(shorten(text, SLACK_LIMITS.headerText)) };
}

/** What can be chosen, in a line; the description is small print under it. */
export function option(text: string, value: string, description = ''): PlainTextOption {
  return {
    text: plain(shorten(text, SLACK_LIMITS.optionText)),
    value,
    ...(description === '' ? {} : { description: plain(shorten(description, SLACK_LIMITS.optionDescription)) }),
  };
}
