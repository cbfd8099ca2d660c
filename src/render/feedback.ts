// What opens under a thumb that points down: why, in one choice, and a line to those who write the answers for who wants to.
import type { ModalView } from '@slack/types';
import { FEEDBACK_REASONS, type FeedbackReason } from '../memory.ts';
import { languageIn, readTarget, writeTarget, type Target } from './buttons.ts';
import { peopleWordsIn, wordsIn } from './language.ts';
import { plain } from './parts.ts';

export const FEEDBACK_FORM = 'say_why';

/** Characters of the line to those who write the answers. */
const MOST_IN_LINE = 200;

/** The form under a thumb that points down; what it is about is kept in the form itself. */
export function feedbackModal(target: Target): ModalView {
  const { feedback: say } = peopleWordsIn(languageIn(target));
  return {
    type: 'modal',
    callback_id: FEEDBACK_FORM,
    private_metadata: writeTarget(target),
    title: plain(say.title),
    submit: plain(say.submit),
    close: plain(wordsIn(languageIn(target)).close),
    blocks: [
      {
        type: 'input',
        block_id: REASON,
        label: plain(say.why),
        element: {
          type: 'radio_buttons',
          action_id: REASON,
          options: FEEDBACK_REASONS.map((reason) => ({ text: plain(say.reasons[reason]), value: reason })),
        },
      },
      {
        type: 'input',
        block_id: LINE,
        optional: true,
        label: plain(say.line),
        hint: plain(say.hint),
        element: { type: 'plain_text_input', action_id: LINE, max_length: MOST_IN_LINE },
      },
    ],
  };
}

export interface Feedback {
  readonly target: Target | undefined;
  readonly reason: FeedbackReason | undefined;
  /** As it was written; empty where nothing was. */
  readonly written: string;
}

/** What stands in a form's fields, as Slack sends it: block, then action. */
export type WrittenValues = Readonly<
  Record<
    string,
    Readonly<
      Record<string, { readonly value?: string | null; readonly selected_option?: { readonly value?: string } | null }>
    >
  >
>;

/** Reads the form back. What is not ours is left out. */
export function readFeedback(values: WrittenValues, metadata: string): Feedback {
  const chosen = values[REASON]?.[REASON]?.selected_option?.value;
  return {
    target: readTarget(metadata),
    reason: FEEDBACK_REASONS.find((reason) => reason === chosen),
    written: (values[LINE]?.[LINE]?.value ?? '').trim().slice(0, MOST_IN_LINE),
  };
}

const REASON = 'reason';
const LINE = 'line';
