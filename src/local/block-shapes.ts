// The shape of what the app sends: which keys each block, element and text object may have and of what type. Slack refuses
// other keys, and so we learn of a misspelt one. Limits are measured elsewhere, once the shape is known.
import {
  ANY_TEXT,
  type Fields,
  isFields,
  listFaults,
  notOf,
  optionalText,
  PLAIN,
  textFaults,
  unknownKeys,
} from './shapes.ts';
import { elementFaults } from './element-shapes.ts';

/** Every fault in a modal's own keys, in English; its blocks are looked at apart. */
export function modalFaults(view: Fields): string[] {
  return [
    ...unknownKeys(view, ['type', 'title', 'blocks', 'close', 'submit', ...VIEW_TEXTS, ...VIEW_FLAGS]),
    ...textFaults(view.title, 'title', PLAIN),
    ...optionalText(view.close, 'close'),
    ...optionalText(view.submit, 'submit'),
    ...notOf('string', view, 'view', VIEW_TEXTS),
    ...notOf('boolean', view, 'view', VIEW_FLAGS),
  ];
}

/** As {@link modalFaults}, for the Home tab. */
export function homeFaults(view: Fields): string[] {
  return [...unknownKeys(view, ['type', 'blocks', ...VIEW_TEXTS]), ...notOf('string', view, 'view', VIEW_TEXTS)];
}

export function blockFaults(block: unknown): string[] {
  if (!isFields(block) || typeof block.type !== 'string') return ['not a block'];
  const keys = KEYS[block.type];
  if (keys === undefined) return [`block type ${block.type} is unknown here`];
  const faults = unknownKeys(block, ['type', 'block_id', ...keys]);
  if (block.block_id !== undefined && typeof block.block_id !== 'string') faults.push('block_id is not a text');
  switch (block.type) {
    case 'markdown':
      return typeof block.text === 'string' ? faults : [...faults, 'markdown text is not a text'];
    case 'section':
      return [
        ...faults,
        ...textFaults(block.text, 'section', ANY_TEXT),
        ...(block.accessory === undefined ? [] : elementFaults(block.accessory, ACTIONS)),
      ];
    case 'header':
      return [...faults, ...textFaults(block.text, 'header', PLAIN)];
    case 'context':
      return [...faults, ...listFaults(block.elements, 'elements', (each) => textFaults(each, 'element', ANY_TEXT))];
    case 'actions':
      return [...faults, ...listFaults(block.elements, 'elements', (each) => elementFaults(each, ACTIONS))];
    case 'context_actions':
      return [
        ...faults,
        ...listFaults(block.elements, 'elements', (each) => elementFaults(each, ['feedback_buttons'])),
      ];
    case 'input':
      return [
        ...faults,
        ...textFaults(block.label, 'label', PLAIN),
        ...optionalText(block.hint, 'hint'),
        ...notOf('boolean', block, 'input', ['optional', 'dispatch_action']),
        ...elementFaults(block.element, INPUTS),
      ];
    default:
      return faults;
  }
}

const ACTIONS = ['button', 'static_select', 'external_select'];
const INPUTS = ['plain_text_input', 'static_select', 'external_select', 'radio_buttons'];

const VIEW_TEXTS = ['private_metadata', 'callback_id', 'external_id'];
const VIEW_FLAGS = ['clear_on_close', 'notify_on_close'];

const KEYS: Readonly<Record<string, readonly string[]>> = {
  markdown: ['text'],
  section: ['text', 'expand', 'accessory'],
  header: ['text'],
  context: ['elements'],
  actions: ['elements'],
  context_actions: ['elements'],
  divider: [],
  input: ['label', 'hint', 'element', 'optional', 'dispatch_action'],
};
