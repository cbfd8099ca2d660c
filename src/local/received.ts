// What the app sends, checked before it is believed: the shape of every block first (then it is a KnownBlock), Slack's
// limits after that. Ids that the app left out are filled in, as Slack does.
import { randomBytes } from 'node:crypto';
import type { HomeView, KnownBlock, ModalView, StaticSelect } from '@slack/types';
import { suggestionViolations } from '../render/limits-elements.ts';
import { over } from '../render/limits-table.ts';
import { homeViolations, messageViolations, modalViolations, SLACK_LIMITS } from '../render/limits.ts';
import { blockFaults, homeFaults, modalFaults } from './block-shapes.ts';
import { suggestionFaults } from './element-shapes.ts';
import type { Prompts } from './page/snapshot.ts';
import { type Fields, isFields } from './shapes.ts';

/** A refused thing: Slack's error code, and what is wrong in words for a developer. */
export interface Refusal {
  readonly error: string;
  readonly detail: string;
}

export interface Content {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

export function isRefusal(value: object): value is Refusal {
  return 'error' in value && 'detail' in value;
}

/** Text and blocks of a message. Stricter than Slack in one thing: `text` must stand beside blocks, for notifications. */
export function readContent(args: Fields): Content | Refusal {
  const text = typeof args.text === 'string' ? args.text : '';
  const blocks = readBlocks(args.blocks ?? [], 'message');
  if (isRefusal(blocks)) return blocks;
  if (text.trim() === '')
    return { error: 'no_text', detail: 'text is empty: notifications and screen readers need it' };
  return { text, blocks: blocks.blocks };
}

export function readModal(value: unknown): ModalView | Refusal {
  const view = parsed(value);
  if (!isFields(view) || view.type !== 'modal') return refuse(['view is not a modal']);
  const blocks = readBlocks(view.blocks, 'modal');
  if (isRefusal(blocks)) return blocks;
  const faults = modalFaults(view);
  if (faults.length > 0) return refuse(faults);
  const modal = { ...view, blocks: blocks.blocks } as unknown as ModalView;
  const violations = modalViolations(modal);
  return violations.length > 0 ? refuse(violations) : modal;
}

export function readHome(value: unknown): HomeView | Refusal {
  const view = parsed(value);
  if (!isFields(view) || view.type !== 'home') return refuse(['view is not a home']);
  const blocks = readBlocks(view.blocks, 'home');
  if (isRefusal(blocks)) return blocks;
  const faults = homeFaults(view);
  if (faults.length > 0) return refuse(faults);
  const home = { ...view, blocks: blocks.blocks } as unknown as HomeView;
  const violations = homeViolations(home);
  return violations.length > 0 ? refuse(violations) : home;
}

/** What an external select is to offer: the body of the acknowledgement of a block_suggestion. */
export type Suggestions = Pick<StaticSelect, 'options' | 'option_groups'>;

export function readSuggestions(body: Fields): Suggestions | Refusal {
  const faults = suggestionFaults(body);
  if (faults.length > 0) return refuse(faults, 'invalid_options');
  const violations = suggestionViolations(body);
  return violations.length > 0 ? refuse(violations, 'invalid_options') : body;
}

/** What the app suggests to say: one to four prompts, each with a title and the message that it stands for. */
export function readPrompts(args: Fields): Prompts | Refusal {
  const list = parsed(args.prompts);
  const prompts = Array.isArray(list) ? list.filter(isPrompt) : [];
  if (!Array.isArray(list) || prompts.length !== list.length || prompts.length === 0)
    return refuse(['prompts must be a list, each with a title and a message'], 'invalid_arguments');
  const tooMany = over('prompts', prompts.length, SLACK_LIMITS.suggestedPrompts);
  if (tooMany.length > 0) return refuse(tooMany, 'invalid_arguments');
  return { prompts, ...(typeof args.title === 'string' && args.title !== '' ? { title: args.title } : {}) };
}

function isPrompt(value: unknown): value is Prompts['prompts'][number] {
  const isText = (text: unknown) => typeof text === 'string' && text.trim() !== '';
  return isFields(value) && isText(value.title) && isText(value.message);
}

/** A value that came form-encoded: nested things are JSON text there, and themselves in a JSON body. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

function readBlocks(
  value: unknown,
  surface: 'message' | 'modal' | 'home',
): { blocks: readonly KnownBlock[] } | Refusal {
  const list = parsed(value);
  if (!Array.isArray(list)) return refuse(['blocks is not a list']);
  const faults = list.flatMap((block: unknown, index) =>
    blockFaults(block).map((text) => `block ${index + 1}: ${text}`),
  );
  if (faults.length > 0) return refuse(faults);
  const blocks = (list as KnownBlock[]).map(withIds);
  const ids = blocks.map((block) => block.block_id);
  if (new Set(ids).size !== ids.length) return refuse(['the same block_id twice']);
  const violations = surface === 'message' ? messageViolations(blocks) : [];
  const tooLong = violations.some((text) => text.startsWith('characters in the message'));
  return violations.length > 0 ? refuse(violations, tooLong ? 'msg_blocks_too_long' : 'invalid_blocks') : { blocks };
}

function refuse(faults: readonly string[], error = 'invalid_blocks'): Refusal {
  return { error, detail: faults.join('; ') };
}

function withIds(block: KnownBlock, index: number): KnownBlock {
  const block_id = block.block_id ?? `b${index + 1}`;
  switch (block.type) {
    case 'actions':
      return { ...block, block_id, elements: block.elements.map((element, at) => withActionId(element, `a${at + 1}`)) };
    case 'context_actions':
      return { ...block, block_id, elements: block.elements.map((element, at) => withActionId(element, `a${at + 1}`)) };
    case 'section':
      return block.accessory === undefined
        ? { ...block, block_id }
        : { ...block, block_id, accessory: withActionId(block.accessory, 'a1') };
    case 'input':
      // New each time, as Slack's own are: what was chosen in a field without ids of the app's does not outlive an update.
      return { ...block, block_id: block.block_id ?? newId(), element: withActionId(block.element, newId()) };
    default:
      return { ...block, block_id };
  }
}

function withActionId<T extends { type: string }>(element: T, action_id: string): T {
  return { action_id, ...element };
}

function newId(): string {
  return randomBytes(4).toString('hex');
}
