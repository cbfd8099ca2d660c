// The shape of what the app sends: which keys each block, element and text object may have and of what type. Slack refuses
// other keys, and so we learn of a misspelt one. Limits are measured elsewhere, once the shape is known.

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

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
        ...(block.accessory === undefined ? [] : elementFaults(block.accessory, ['button'])),
      ];
    case 'header':
      return [...faults, ...textFaults(block.text, 'header', PLAIN)];
    case 'context':
      return [...faults, ...listFaults(block.elements, 'elements', (each) => textFaults(each, 'element', ANY_TEXT))];
    case 'actions':
      return [
        ...faults,
        ...listFaults(block.elements, 'elements', (each) => elementFaults(each, ['button', 'static_select'])),
      ];
    case 'input':
      return [
        ...faults,
        ...textFaults(block.label, 'label', PLAIN),
        ...optionalText(block.hint, 'hint'),
        ...notOf('boolean', block, 'input', ['optional', 'dispatch_action']),
        ...elementFaults(block.element, ['static_select', 'radio_buttons']),
      ];
    default:
      return faults;
  }
}

const VIEW_TEXTS = ['private_metadata', 'callback_id', 'external_id'];
const VIEW_FLAGS = ['clear_on_close', 'notify_on_close'];

const KEYS: Readonly<Record<string, readonly string[]>> = {
  markdown: ['text'],
  section: ['text', 'expand', 'accessory'],
  header: ['text'],
  context: ['elements'],
  actions: ['elements'],
  divider: [],
  input: ['label', 'hint', 'element', 'optional', 'dispatch_action'],
};

const PLAIN = ['plain_text'];
const ANY_TEXT = ['mrkdwn', 'plain_text'];

function elementFaults(value: unknown, types: readonly string[]): string[] {
  if (!isFields(value) || typeof value.type !== 'string' || !types.includes(value.type)) {
    return [`element type ${isFields(value) ? String(value.type) : '?'} is unknown here`];
  }
  switch (value.type) {
    case 'button':
      return buttonFaults(value);
    case 'static_select':
      return selectFaults(value);
    default:
      return radioFaults(value);
  }
}

function buttonFaults(button: Fields): string[] {
  const { style, url } = button;
  return [
    ...unknownKeys(button, ['type', 'text', 'action_id', 'value', 'url', 'style', 'accessibility_label']),
    ...textFaults(button.text, 'button', PLAIN),
    ...(style === undefined || style === 'primary' || style === 'danger' ? [] : ['button style is primary or danger']),
    ...(url === undefined || (typeof url === 'string' && url.startsWith('https://'))
      ? []
      : ['button url is not https']),
    ...notOf('string', button, 'button', ['action_id', 'value', 'accessibility_label']),
  ];
}

function selectFaults(select: Fields): string[] {
  const options = (list: unknown) => listFaults(list, 'options', (each) => optionFaults(each, PLAIN));
  return [
    ...unknownKeys(select, ['type', 'action_id', 'options', 'option_groups', 'initial_option', 'placeholder']),
    ...notOf('string', select, 'select', ['action_id']),
    ...optionalText(select.placeholder, 'placeholder'),
    ...(select.options === undefined ? [] : options(select.options)),
    ...(select.option_groups === undefined
      ? []
      : listFaults(select.option_groups, 'option_groups', (group) =>
          isFields(group)
            ? [
                ...unknownKeys(group, ['label', 'options']),
                ...textFaults(group.label, 'option group label', PLAIN),
                ...options(group.options),
              ]
            : ['not an option group'],
        )),
    ...(select.initial_option === undefined ? [] : optionFaults(select.initial_option, PLAIN)),
  ];
}

function radioFaults(radios: Fields): string[] {
  return [
    ...unknownKeys(radios, ['type', 'action_id', 'options', 'initial_option']),
    ...notOf('string', radios, 'radio_buttons', ['action_id']),
    ...listFaults(radios.options, 'options', (each) => optionFaults(each, ANY_TEXT)),
    ...(radios.initial_option === undefined ? [] : optionFaults(radios.initial_option, ANY_TEXT)),
  ];
}

function optionFaults(option: unknown, types: readonly string[]): string[] {
  if (!isFields(option)) return ['not an option'];
  return [
    ...unknownKeys(option, ['text', 'value', 'description']),
    ...textFaults(option.text, 'option', types),
    ...(typeof option.value === 'string' ? [] : ['option value is not a text']),
    ...optionalText(option.description, 'option description'),
  ];
}

function listFaults(list: unknown, what: string, faultsOf: (each: unknown) => string[]): string[] {
  return Array.isArray(list) && list.length > 0 ? list.flatMap(faultsOf) : [`${what} is empty`];
}

function optionalText(value: unknown, what: string): string[] {
  return value === undefined ? [] : textFaults(value, what, PLAIN);
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

function notOf(type: 'string' | 'boolean', value: Fields, what: string, keys: readonly string[]): string[] {
  const name = type === 'string' ? 'a text' : 'true or false';
  return keys.flatMap((key) =>
    value[key] === undefined || typeof value[key] === type ? [] : [`${what} ${key} is not ${name}`],
  );
}

function unknownKeys(value: Fields, known: readonly string[]): string[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => `key ${key} is unknown here`);
}
