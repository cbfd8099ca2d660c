// The forms around a question that is handed over: the asker's, the reply, and the answer to a reply.
import type { ModalView } from '@slack/types';
import type { Answer } from '../answer.ts';
import type { Language } from '../question/language.ts';
import { languageIn, writeTarget, type Target } from './buttons.ts';
import type { WrittenValues } from './feedback.ts';
import { titleOf, writeHandover, type Handover } from './handover.ts';
import { peopleWordsIn, wordsIn } from './language.ts';
import { plain } from './parts.ts';
import { sayHuman } from './people-words.ts';
import { sections } from './slack.ts';

/** The `callback_id` of each form. */
export const HANDOVER_FORMS = { ask: 'ask_human', reply: 'reply_to_asker', writeBack: 'write_back' } as const;

/** The block in which the words are written, of which a fault can be told. */
export const WRITTEN = 'written';

/** Where a question to a person is written. It stands empty: what was asked of the bot may hold what others should not read. */
export function askForm(target: Target, insufficient: Answer | undefined): ModalView {
  const language = languageIn(target);
  const { human: say } = peopleWordsIn(language);
  return form({
    language,
    callback: HANDOVER_FORMS.ask,
    metadata: writeTarget(target),
    title: say.ask,
    blocks: [say.warning, titleOf(insufficient, language)],
    label: say.question,
  });
}

export function replyForm(handover: Handover): ModalView {
  return form({
    callback: HANDOVER_FORMS.reply,
    metadata: writeHandover(handover),
    title: sayHuman.replyTitle,
    blocks: [],
    label: sayHuman.replyLabel,
    hint: sayHuman.replyHint,
  });
}

export function writeBackForm(handover: Handover): ModalView {
  return form({
    callback: HANDOVER_FORMS.writeBack,
    metadata: writeHandover(handover),
    title: sayHuman.writeBack,
    blocks: [],
    label: sayHuman.writeBackLabel,
    hint: sayHuman.writeBackHint,
  });
}

/** What was written in any of them. */
export function readWritten(values: WrittenValues): string {
  return (values[WRITTEN]?.[WRITTEN]?.value ?? '').trim().slice(0, MOST_WRITTEN);
}

interface Asked {
  /** Swedish unless told. */
  readonly language?: Language;
  readonly callback: string;
  readonly metadata: string;
  readonly title: string;
  /** Markdown, above the field. */
  readonly blocks: readonly string[];
  readonly label: string;
  readonly hint?: string;
}

/** Characters. With every number in it masked by the longest name of what it was it still fits a section. */
const MOST_WRITTEN = 1_500;

function form({ callback, metadata, title, blocks, label, hint, language = 'sv' }: Asked): ModalView {
  return {
    type: 'modal',
    callback_id: callback,
    private_metadata: metadata,
    title: plain(title),
    submit: plain(peopleWordsIn(language).human.submit),
    close: plain(wordsIn(language).close),
    blocks: [
      ...blocks.flatMap(sections),
      {
        type: 'input',
        block_id: WRITTEN,
        label: plain(label),
        ...(hint === undefined ? {} : { hint: plain(hint) }),
        element: { type: 'plain_text_input', action_id: WRITTEN, multiline: true, max_length: MOST_WRITTEN },
      },
    ],
  };
}
