// What stands inside blocks, held against Slack's limits: buttons, selects, text inputs and their options.
import type {
  Button,
  ConfirmationDialog,
  ExternalSelect,
  FeedbackButtons,
  Option,
  PlainTextInput,
  RadioButtons,
  StaticSelect,
} from '@slack/types';
import { length, over, SLACK_LIMITS } from './limits-table.ts';

interface Element {
  readonly type: string;
}

/** In an actions block, or beside a section. */
export function actionElementViolations(element: Element): string[] {
  switch (element.type) {
    case 'button':
      return button(element as Button);
    case 'static_select':
      return select(element as StaticSelect);
    case 'external_select':
      return externalSelect(element as ExternalSelect);
    default:
      return notSent(element);
  }
}

export function inputElementViolations(element: Element): string[] {
  switch (element.type) {
    case 'static_select':
      return select(element as StaticSelect);
    case 'external_select':
      return externalSelect(element as ExternalSelect);
    case 'radio_buttons':
      return radios(element as RadioButtons);
    case 'plain_text_input':
      return textInput(element as PlainTextInput);
    default:
      return notSent(element);
  }
}

export function contextActionViolations(element: Element): string[] {
  return element.type === 'feedback_buttons' ? feedback(element as FeedbackButtons) : notSent(element);
}

/** What an external select is answered with: as the options of a select, but there may be none. */
export function suggestionViolations(given: Pick<StaticSelect, 'options' | 'option_groups'>): string[] {
  const none = given.options?.length === 0 || given.option_groups?.length === 0;
  return none ? [] : options(given);
}

function notSent({ type }: Element): string[] {
  return [`element type ${type} is not one we send here`];
}

function button({ text, value, url, action_id, confirm }: Button): string[] {
  return [
    ...length('button', text.text, SLACK_LIMITS.buttonText),
    ...over('button value', value?.length ?? 0, SLACK_LIMITS.buttonValue),
    ...over('button url', url?.length ?? 0, SLACK_LIMITS.url),
    ...actionId(action_id),
    ...(confirm === undefined ? [] : confirmation(confirm)),
  ];
}

function confirmation({ title, text, confirm, deny }: ConfirmationDialog): string[] {
  return [
    ...length('confirm title', title?.text ?? '', SLACK_LIMITS.confirmTitle),
    ...length('confirm text', text.text, SLACK_LIMITS.confirmText),
    ...length('confirm confirm', confirm?.text ?? '', SLACK_LIMITS.confirmButton),
    ...length('confirm deny', deny?.text ?? '', SLACK_LIMITS.confirmButton),
  ];
}

function feedback({ action_id, positive_button, negative_button }: FeedbackButtons): string[] {
  return [
    ...actionId(action_id),
    ...[positive_button, negative_button].flatMap(({ text, value, accessibility_label }) => [
      ...length('feedback button', text.text, SLACK_LIMITS.buttonText),
      ...length('feedback button value', value, SLACK_LIMITS.buttonValue),
      ...length('feedback button accessibility_label', accessibility_label ?? 'x', SLACK_LIMITS.buttonText),
    ]),
    ...(positive_button.value === negative_button.value ? ['the two feedback buttons have the same value'] : []),
  ];
}

function textInput({ action_id, placeholder, initial_value, min_length, max_length }: PlainTextInput): string[] {
  const longest = max_length ?? SLACK_LIMITS.textInput;
  return [
    ...actionId(action_id),
    ...placeholding(placeholder),
    ...over('min_length', min_length ?? 0, longest),
    ...over('max_length', longest, SLACK_LIMITS.textInput),
    ...(longest < 1 ? ['max_length: less than 1'] : []),
    ...over('initial_value', initial_value?.length ?? 0, longest),
  ];
}

function externalSelect({ action_id, placeholder, initial_option, min_query_length }: ExternalSelect): string[] {
  return [
    ...actionId(action_id),
    ...placeholding(placeholder),
    ...((min_query_length ?? 0) < 0 ? ['min_query_length: less than 0'] : []),
    ...(initial_option === undefined ? [] : choices('select', [initial_option], undefined)),
  ];
}

function select(element: StaticSelect): string[] {
  return [...actionId(element.action_id), ...placeholding(element.placeholder), ...options(element)];
}

function options({
  options,
  option_groups,
  initial_option,
}: Pick<StaticSelect, 'options' | 'option_groups' | 'initial_option'>): string[] {
  const groups = option_groups ?? [];
  const all = [...(options ?? []), ...groups.flatMap((group) => group.options)];
  return [
    ...((options === undefined) === (option_groups === undefined) ? ['select: give options or option_groups'] : []),
    ...over('select options', options?.length ?? 0, SLACK_LIMITS.selectOptions),
    ...over('select option_groups', groups.length, SLACK_LIMITS.selectGroups),
    ...groups.flatMap((group) => [
      ...length('option group label', group.label.text, SLACK_LIMITS.groupLabel),
      ...over(`options in group ${group.label.text}`, group.options.length, SLACK_LIMITS.selectOptions),
      ...(group.options.length === 0 ? [`options in group ${group.label.text}: none`] : []),
    ]),
    ...choices('select', all, initial_option),
  ];
}

function radios({ options, initial_option, action_id }: RadioButtons): string[] {
  return [
    ...actionId(action_id),
    ...over('radio options', options.length, SLACK_LIMITS.radioOptions),
    ...choices('radio', options, initial_option),
  ];
}

/** What holds for options wherever they stand. Slack asks for unique values without refusing others; we refuse them. */
function choices(what: string, options: readonly Option[], initial: Option | undefined): string[] {
  const unique = new Set(options.map((option) => option.value)).size === options.length;
  return [
    ...(options.length === 0 ? [`${what} options: none`] : []),
    ...options.flatMap((option, index) => [
      ...length(`option ${index + 1} text`, option.text.text, SLACK_LIMITS.optionText),
      ...length(`option ${index + 1} value`, option.value ?? '', SLACK_LIMITS.optionValue),
      ...length(`option ${index + 1} description`, option.description?.text ?? 'x', SLACK_LIMITS.optionDescription),
    ]),
    ...(unique ? [] : [`the same value twice among the ${what} options`]),
    ...(initial === undefined || options.some((option) => same(option, initial))
      ? []
      : ['initial_option is not one of the options']),
  ];
}

function same(one: Option, other: Option): boolean {
  return (
    one.value === other.value &&
    one.text.type === other.text.type &&
    one.text.text === other.text.text &&
    one.description?.text === other.description?.text
  );
}

function actionId(id: string | undefined): string[] {
  return length('action_id', id ?? 'x', SLACK_LIMITS.actionId);
}

function placeholding(placeholder: { readonly text: string } | undefined): string[] {
  return length('placeholder', placeholder?.text ?? 'x', SLACK_LIMITS.placeholder);
}
