// Looking a provision up by searching as one writes: the modal, and the options that the search gives.
import type { ModalView, PlainTextOption } from '@slack/types';
import type { Answer } from '../answer.ts';
import type { Provision } from '../knowledge/schema.ts';
import { sectionKey } from '../law/citation.ts';
import { option, plain } from './parts.ts';
import { answerSections, modal } from './slack.ts';
import { sayStart } from './start-words.ts';

/** The select's `action_id`. */
export const FIND_PROVISION = 'find_provision';

/** The search, and below it what was chosen. */
export function lookupModal(chosen?: Answer, human = false): ModalView {
  return modal(sayStart.lookUp, [
    {
      type: 'section',
      block_id: FIND_PROVISION,
      text: plain(sayStart.lookUpLabel),
      accessory: {
        type: 'external_select',
        action_id: FIND_PROVISION,
        placeholder: plain(sayStart.search),
        min_query_length: 0,
      },
    },
    ...(chosen === undefined ? [] : [{ type: 'divider' } as const, ...answerSections(chosen, human)]),
  ]);
}

/** "OSL 10:27 generalklausulen", with the heading as small print; its value is its place. */
export function provisionOption({ citation, heading, aliases }: Provision): PlainTextOption {
  const place = sectionKey(citation);
  return option([place, ...aliases.slice(0, 1)].join(' '), place, heading);
}
