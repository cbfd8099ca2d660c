// The form in which a question is asked where there is no message to write it in.
import type { ModalView } from '@slack/types';
import { SLACK_LIMITS } from './limits.ts';
import { plain } from './parts.ts';
import { sections } from './slack.ts';
import { sayStart } from './start-words.ts';
import { say } from './words.ts';

export const ASK = { callback: 'ask_question', field: 'question' } as const;

export function askForm(): ModalView {
  return {
    type: 'modal',
    callback_id: ASK.callback,
    title: plain(sayStart.ask),
    submit: plain(sayStart.askSubmit),
    close: plain(say.close),
    blocks: [
      {
        type: 'input',
        block_id: ASK.field,
        label: plain(sayStart.askLabel),
        hint: plain(sayStart.askHint),
        element: {
          type: 'plain_text_input',
          action_id: ASK.field,
          multiline: true,
          max_length: SLACK_LIMITS.textInput,
          focus_on_load: true,
          placeholder: plain(sayStart.askExample),
        },
      },
      ...sections(sayStart.privacy),
    ],
  };
}

/** What stands in a form's fields, as Slack sends it: block, then action. */
type Values = Readonly<Record<string, Readonly<Record<string, { readonly value?: string | null }>>>>;

/** The question as it was written; empty where there is none. */
export function readQuestion(values: Values): string {
  return values[ASK.field]?.[ASK.field]?.value?.trim() ?? '';
}
