// What stands in a message or a modal, as the tests look for it.
import type { KnownBlock } from '@slack/types';
import type { Message, View } from '../../src/local/standin.ts';

/** Everything that the message or modal holds, as text to search in. */
export function textIn(shown: Message | View | undefined): string {
  return JSON.stringify(shown === undefined ? [] : blocksIn(shown));
}

/** The `action_id` of every button, in order. */
export function actionsIn(shown: Message | View): readonly string[] {
  return blocksIn(shown).flatMap((block) =>
    block.type === 'actions' || block.type === 'context_actions'
      ? block.elements.map(({ action_id }) => action_id ?? '')
      : [],
  );
}

/** The value of a thumb under the message, to press it by. */
export function thumbIn(message: Message, thumb: 'up' | 'down'): string {
  for (const block of message.blocks)
    for (const element of block.type === 'context_actions' ? block.elements : [])
      if (element.type === 'feedback_buttons')
        return thumb === 'up' ? element.positive_button.value : element.negative_button.value;
  throw new Error('No thumbs stand under the message');
}

function blocksIn(shown: Message | View): readonly KnownBlock[] {
  return 'modal' in shown ? (shown.modal.blocks as readonly KnownBlock[]) : shown.blocks;
}
