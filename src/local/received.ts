// What the app sends, checked before it is believed: the shape of every block first (then it is a KnownBlock), Slack's
// limits after that. Ids that the app left out are filled in, as Slack does.
import type { KnownBlock, ModalView } from '@slack/types';
import { messageViolations, modalViolations } from '../render/limits.ts';

/** A refused thing: Slack's error code, and what is wrong in words for a developer. */
export interface Refusal {
  readonly error: string;
  readonly detail: string;
}

export interface Content {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

export type Fields = Readonly<Record<string, unknown>>;

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
  const faults = [
    ...textFaults(view.title, 'title', ['plain_text']),
    ...['close', 'submit'].flatMap((key) =>
      view[key] === undefined ? [] : textFaults(view[key], key, ['plain_text']),
    ),
  ];
  if (faults.length > 0) return refuse(faults);
  const modal = { ...view, blocks: blocks.blocks } as unknown as ModalView;
  const violations = modalViolations(modal);
  return violations.length > 0 ? refuse(violations) : modal;
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

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readBlocks(value: unknown, surface: 'message' | 'modal'): { blocks: readonly KnownBlock[] } | Refusal {
  const list = parsed(value);
  if (!Array.isArray(list)) return refuse(['blocks is not a list']);
  const faults = list.flatMap((block: unknown, index) =>
    shapeFaults(block).map((text) => `block ${index + 1}: ${text}`),
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

/** The keys that each block may have: Slack refuses others, and we learn of a misspelt one. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  markdown: ['text'],
  section: ['text', 'expand'],
  header: ['text'],
  context: ['elements'],
  actions: ['elements'],
  divider: [],
};

const BUTTON_KEYS = ['type', 'text', 'action_id', 'value', 'url', 'style', 'accessibility_label'];

function shapeFaults(block: unknown): string[] {
  if (!isFields(block) || typeof block.type !== 'string') return ['not a block'];
  const keys = KEYS[block.type];
  if (keys === undefined) return [`block type ${block.type} is unknown here`];
  const faults = unknownKeys(block, ['type', 'block_id', ...keys]);
  if (block.block_id !== undefined && typeof block.block_id !== 'string') faults.push('block_id is not a text');
  switch (block.type) {
    case 'markdown':
      return typeof block.text === 'string' ? faults : [...faults, 'markdown text is not a text'];
    case 'section':
      return [...faults, ...textFaults(block.text, 'section', ['mrkdwn', 'plain_text'])];
    case 'header':
      return [...faults, ...textFaults(block.text, 'header', ['plain_text'])];
    case 'context':
      return [...faults, ...elementFaults(block.elements, (e) => textFaults(e, 'element', ['mrkdwn', 'plain_text']))];
    case 'actions':
      return [...faults, ...elementFaults(block.elements, buttonFaults)];
    default:
      return faults;
  }
}

function elementFaults(elements: unknown, faultsOf: (element: unknown) => string[]): string[] {
  return Array.isArray(elements) && elements.length > 0 ? elements.flatMap(faultsOf) : ['elements is empty'];
}

function textFaults(value: unknown, what: string, types: readonly string[]): string[] {
  if (!isFields(value) || typeof value.text !== 'string') return [`${what}: not a text object`];
  if (value.text === '') return [`${what}: empty`];
  const type = typeof value.type === 'string' && types.includes(value.type);
  return [
    ...(type ? [] : [`${what}: type must be ${types.join(' or ')}`]),
    ...unknownKeys(value, ['type', 'text', 'emoji', 'verbatim']),
  ];
}

function buttonFaults(value: unknown): string[] {
  if (!isFields(value) || value.type !== 'button') return [`element type ${typeName(value)} is unknown here`];
  const style = value.style;
  const url = value.url;
  return [
    ...unknownKeys(value, BUTTON_KEYS),
    ...textFaults(value.text, 'button', ['plain_text']),
    ...(style === undefined || style === 'primary' || style === 'danger' ? [] : ['button style is primary or danger']),
    ...(url === undefined || (typeof url === 'string' && url.startsWith('https://'))
      ? []
      : ['button url is not https']),
    ...['action_id', 'value', 'accessibility_label'].flatMap((key) =>
      value[key] === undefined || typeof value[key] === 'string' ? [] : [`button ${key} is not a text`],
    ),
  ];
}

function typeName(value: unknown): string {
  return isFields(value) && typeof value.type === 'string' ? value.type : '?';
}

function unknownKeys(value: Fields, known: readonly string[]): string[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => `key ${key} is unknown here`);
}

function withIds(block: KnownBlock, index: number): KnownBlock {
  const block_id = block.block_id ?? `b${index + 1}`;
  if (block.type !== 'actions') return { ...block, block_id };
  const elements = block.elements.map((element, at) => ({ ...element, action_id: element.action_id ?? `a${at + 1}` }));
  return { ...block, block_id, elements };
}
