// The shape of what stands inside blocks: buttons, selects, radio buttons, text inputs, feedback buttons.
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

export function elementFaults(value: unknown, types: readonly string[]): string[] {
  if (!isFields(value) || typeof value.type !== 'string' || !types.includes(value.type)) {
    return [`element type ${isFields(value) ? String(value.type) : '?'} is unknown here`];
  }
  switch (value.type) {
    case 'button':
      return buttonFaults(value);
    case 'static_select':
      return selectFaults(value);
    case 'external_select':
      return externalSelectFaults(value);
    case 'radio_buttons':
      return radioFaults(value);
    case 'plain_text_input':
      return textInputFaults(value);
    case 'feedback_buttons':
      return feedbackFaults(value);
    default:
      return [`element type ${value.type} is unknown here`];
  }
}

function buttonFaults(button: Fields): string[] {
  const { style, url } = button;
  return [
    ...unknownKeys(button, ['type', 'text', 'action_id', 'value', 'url', 'style', 'accessibility_label', 'confirm']),
    ...textFaults(button.text, 'button', PLAIN),
    ...(style === undefined || style === 'primary' || style === 'danger' ? [] : ['button style is primary or danger']),
    ...(url === undefined || (typeof url === 'string' && url.startsWith('https://'))
      ? []
      : ['button url is not https']),
    ...notOf('string', button, 'button', ['action_id', 'value', 'accessibility_label']),
    ...(button.confirm === undefined ? [] : confirmFaults(button.confirm)),
  ];
}

function confirmFaults(confirm: unknown): string[] {
  if (!isFields(confirm)) return ['confirm is not an object'];
  const { style } = confirm;
  return [
    ...unknownKeys(confirm, ['title', 'text', 'confirm', 'deny', 'style']),
    ...textFaults(confirm.title, 'confirm title', PLAIN),
    ...textFaults(confirm.text, 'confirm text', ANY_TEXT),
    ...textFaults(confirm.confirm, 'confirm confirm', PLAIN),
    ...textFaults(confirm.deny, 'confirm deny', PLAIN),
    ...(style === undefined || style === 'primary' || style === 'danger' ? [] : ['confirm style is primary or danger']),
  ];
}

function feedbackFaults(buttons: Fields): string[] {
  return [
    ...unknownKeys(buttons, ['type', 'action_id', 'positive_button', 'negative_button']),
    ...notOf('string', buttons, 'feedback_buttons', ['action_id']),
    ...['positive_button', 'negative_button'].flatMap((key) => {
      const button = buttons[key];
      if (!isFields(button)) return [`${key} is missing`];
      return [
        ...unknownKeys(button, ['text', 'value', 'accessibility_label']),
        ...textFaults(button.text, key, PLAIN),
        ...(typeof button.value === 'string' ? [] : [`${key} value is not a text`]),
        ...notOf('string', button, key, ['accessibility_label']),
      ];
    }),
  ];
}

function textInputFaults(input: Fields): string[] {
  return [
    ...unknownKeys(input, [
      'type',
      'action_id',
      'multiline',
      'min_length',
      'max_length',
      'placeholder',
      'initial_value',
      'focus_on_load',
    ]),
    ...notOf('string', input, 'plain_text_input', ['action_id', 'initial_value']),
    ...notOf('boolean', input, 'plain_text_input', ['multiline', 'focus_on_load']),
    ...notOf('number', input, 'plain_text_input', ['min_length', 'max_length']),
    ...optionalText(input.placeholder, 'placeholder'),
  ];
}

function externalSelectFaults(select: Fields): string[] {
  return [
    ...unknownKeys(select, ['type', 'action_id', 'placeholder', 'min_query_length', 'initial_option']),
    ...notOf('string', select, 'external_select', ['action_id']),
    ...notOf('number', select, 'external_select', ['min_query_length']),
    ...optionalText(select.placeholder, 'placeholder'),
    ...(select.initial_option === undefined ? [] : optionFaults(select.initial_option, PLAIN)),
  ];
}

function selectFaults(select: Fields): string[] {
  const { options, option_groups, ...own } = select;
  return [
    ...unknownKeys(own, ['type', 'action_id', 'initial_option', 'placeholder']),
    ...notOf('string', select, 'select', ['action_id']),
    ...optionalText(select.placeholder, 'placeholder'),
    ...(options === undefined ? [] : optionsFaults(options)),
    ...(option_groups === undefined ? [] : listFaults(option_groups, 'option_groups', groupFaults)),
    ...(select.initial_option === undefined ? [] : optionFaults(select.initial_option, PLAIN)),
  ];
}

/** The answer to block_suggestion: options or option_groups, of which there may be none. */
export function suggestionFaults(answer: Fields): string[] {
  const { options, option_groups } = answer;
  const isEmpty = (list: unknown) => Array.isArray(list) && list.length === 0;
  return [
    ...unknownKeys(answer, ['options', 'option_groups']),
    ...((options === undefined) === (option_groups === undefined) ? ['give options or option_groups'] : []),
    ...(options === undefined || isEmpty(options) ? [] : optionsFaults(options)),
    ...(option_groups === undefined || isEmpty(option_groups)
      ? []
      : listFaults(option_groups, 'option_groups', groupFaults)),
  ];
}

function optionsFaults(options: unknown): string[] {
  return listFaults(options, 'options', (each) => optionFaults(each, PLAIN));
}

function groupFaults(group: unknown): string[] {
  if (!isFields(group)) return ['not an option group'];
  return [
    ...unknownKeys(group, ['label', 'options']),
    ...textFaults(group.label, 'option group label', PLAIN),
    ...optionsFaults(group.options),
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
