// What is chosen and written in fields, as Slack keeps it and sends it: `state.values` of a view or a message.
import type { InputBlock, KnownBlock, Option, PlainTextInput } from '@slack/types';
import type { Chooser, Value, Values } from '../render/fields-html.ts';
import { SLACK_LIMITS } from '../render/limits.ts';

export interface Field<E extends Element = Element> {
  readonly block_id: string;
  readonly action_id: string;
  readonly element: E;
  /** A choice outside an input block is told to the app at once; in one only where the app asked for it. */
  readonly dispatches: boolean;
  /** Must not be empty at submission. */
  readonly required: boolean;
}

type Element = Chooser | PlainTextInput;

export function fieldsOf(blocks: readonly KnownBlock[]): readonly Field[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'input':
        return isField(block.element) ? [inputField(block, block.element)] : [];
      case 'actions':
        return block.elements.flatMap((element) => bareField(block, element));
      case 'section':
        return block.accessory === undefined ? [] : bareField(block, block.accessory);
      default:
        return [];
    }
  });
}

/** A field where something is chosen. */
export function isChoice(field: Field): field is Field<Chooser> {
  return field.element.type !== 'plain_text_input';
}

/** A field where something is written. */
export function isText(field: Field): field is Field<PlainTextInput> {
  return field.element.type === 'plain_text_input';
}

/** The options that stand in the element itself; those of an external select come from the app, one search at a time. */
export function optionsOf(element: Chooser): readonly Option[] {
  switch (element.type) {
    case 'radio_buttons':
      return element.options;
    case 'static_select':
      return element.options ?? (element.option_groups ?? []).flatMap(({ options }) => options);
    case 'external_select':
      return [];
  }
}

/**
 * The values with which blocks are first shown. A field that was there before, by both its ids, keeps its value, empty
 * too, and its initial value is not looked at; a choice that is no longer offered is empty.
 */
export function valuesFor(blocks: readonly KnownBlock[], before: Values = {}): Values {
  return fieldsOf(blocks).reduce<Values>((values, field) => {
    const known = before[field.block_id]?.[field.action_id];
    if (isText(field)) return withText(values, field, known === undefined ? field.element.initial_value : known.value);
    if (!isChoice(field)) return values;
    const wanted = (known === undefined ? field.element.initial_option : known.selected_option) ?? undefined;
    const offered =
      field.element.type === 'external_select'
        ? wanted
        : optionsOf(field.element).find((option) => option.value === wanted?.value);
    return withChoice(values, field, offered);
  }, {});
}

export function withChoice(values: Values, field: Field<Chooser>, option?: Option): Values {
  return withValue(values, field, {
    type: field.element.type,
    selected_option: option === undefined ? null : asSlackWrites(option),
  });
}

export function withText(values: Values, field: Field<PlainTextInput>, text: string | null | undefined): Values {
  return withValue(values, field, { type: field.element.type, value: text === undefined || text === '' ? null : text });
}

/** What keeps the fields from being submitted, by block_id, in words for the person. */
export function faultsIn(blocks: readonly KnownBlock[], values: Values): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  for (const field of fieldsOf(blocks)) {
    const value = values[field.block_id]?.[field.action_id];
    const fault =
      (value?.value ?? value?.selected_option ?? null) === null ? missing(field) : wrongLength(field, value);
    if (fault !== undefined) faults[field.block_id] = fault;
  }
  return faults;
}

function missing({ required }: Field): string | undefined {
  return required ? 'Fyll i det här fältet' : undefined;
}

function wrongLength(field: Field, value: Value | undefined): string | undefined {
  if (!isText(field)) return undefined;
  const { min_length = 0, max_length = SLACK_LIMITS.textInput } = field.element;
  const length = value?.value?.length ?? 0;
  if (length < min_length) return `Skriv minst ${min_length} tecken`;
  return length > max_length ? `Skriv högst ${max_length} tecken` : undefined;
}

function withValue(values: Values, { block_id, action_id }: Field, value: Value): Values {
  return { ...values, [block_id]: { ...values[block_id], [action_id]: value } };
}

function inputField(block: InputBlock, element: Element): Field {
  return {
    ...ids(block, element),
    element,
    dispatches: block.dispatch_action === true,
    required: block.optional !== true,
  };
}

/** A field outside an input block. */
function bareField(block: { block_id?: string }, element: { readonly type: string }): Field[] {
  return isField(element) ? [{ ...ids(block, element), element, dispatches: true, required: false }] : [];
}

function ids(block: { block_id?: string }, element: Element): { block_id: string; action_id: string } {
  return { block_id: block.block_id ?? '', action_id: element.action_id ?? '' };
}

const FIELDS: readonly string[] = ['static_select', 'external_select', 'radio_buttons', 'plain_text_input'];

function isField(element: { readonly type: string }): element is Element {
  return FIELDS.includes(element.type);
}

/** Slack says of every plain text whether it has emoji, also where the app did not. */
function asSlackWrites(option: Option): Option {
  return option.text.type === 'plain_text' ? { ...option, text: { emoji: true, ...option.text } } : option;
}
