// What is chosen in a modal's fields, as Slack keeps it and sends it: `view.state.values`.
import type { InputBlock, KnownBlock, Option } from '@slack/types';
import type { Chooser, Value, Values } from '../render/fields-html.ts';

export interface Field {
  readonly block_id: string;
  readonly action_id: string;
  readonly element: Chooser;
  /** A choice in an actions block is told to the app at once; in an input block only where the app asked for it. */
  readonly dispatches: boolean;
  /** Must not be empty at submission. */
  readonly required: boolean;
}

export function fieldsOf(blocks: readonly KnownBlock[]): readonly Field[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'input':
        return isChooser(block.element) ? [inputField(block, block.element)] : [];
      case 'actions':
        return block.elements.flatMap((element) =>
          isChooser(element) ? [{ ...ids(block, element), element, dispatches: true, required: false }] : [],
        );
      default:
        return [];
    }
  });
}

export function optionsOf(element: Chooser): readonly Option[] {
  switch (element.type) {
    case 'radio_buttons':
      return element.options;
    case 'static_select':
      return element.options ?? (element.option_groups ?? []).flatMap(({ options }) => options);
    case 'external_select':
      return element.initial_option === undefined ? [] : [element.initial_option];
  }
}

/**
 * The values with which blocks are first shown. A field that was there before, by both its ids, keeps its value, empty
 * too, and its initial_option is not looked at; a value that is no longer offered is empty.
 */
export function valuesFor(blocks: readonly KnownBlock[], before: Values = {}): Values {
  return fieldsOf(blocks).reduce<Values>((values, field) => {
    const known = before[field.block_id]?.[field.action_id];
    const wanted = known === undefined ? field.element.initial_option : known.selected_option;
    return withChoice(
      values,
      field,
      optionsOf(field.element).find((option) => option.value === wanted?.value),
    );
  }, {});
}

export function withChoice(values: Values, { block_id, action_id, element }: Field, option?: Option): Values {
  const value: Value = { type: element.type, selected_option: option === undefined ? null : asSlackWrites(option) };
  return { ...values, [block_id]: { ...values[block_id], [action_id]: value } };
}

/** The block_ids of the fields that must be filled in and are not. */
export function emptyFields(blocks: readonly KnownBlock[], values: Values): readonly string[] {
  return fieldsOf(blocks)
    .filter(({ required, block_id, action_id }) => required && values[block_id]?.[action_id]?.selected_option == null)
    .map(({ block_id }) => block_id);
}

function inputField(block: InputBlock, element: Chooser): Field {
  return {
    ...ids(block, element),
    element,
    dispatches: block.dispatch_action === true,
    required: block.optional !== true,
  };
}

function ids(block: { block_id?: string }, element: Chooser): { block_id: string; action_id: string } {
  return { block_id: block.block_id ?? '', action_id: element.action_id ?? '' };
}

function isChooser(element: { readonly type: string }): element is Chooser {
  return element.type === 'static_select' || element.type === 'radio_buttons';
}

/** Slack says of every plain text whether it has emoji, also where the app did not. */
function asSlackWrites(option: Option): Option {
  return option.text.type === 'plain_text' ? { ...option, text: { emoji: true, ...option.text } } : option;
}
