// The fields of a modal to HTML: a label, a select, radio buttons or a text box, a hint, and what is wrong. The page adds
// what moves: each field carries `data-block` and `data-field` (block_id and action_id), each option `data-value`, and a
// text box `data-typed`, what the person has written in it.
import type { ExternalSelect, InputBlock, Option, PlainTextInput, RadioButtons, StaticSelect } from '@slack/types';
import { escapeHtml } from './markdown.ts';
import { type NameOf, mrkdwnToHtml } from './mrkdwn-html.ts';
import { descriptionOf, placeholderOf, type Select, selectToHtml } from './select-html.ts';
import { unknownToHtml } from './unknown-html.ts';

/** An element that holds a choice. */
export type Chooser = StaticSelect | ExternalSelect | RadioButtons;

/** What is chosen or written in a field, as Slack sends it: an option, or in a text input a value. */
export interface Value {
  readonly type: (Chooser | PlainTextInput)['type'];
  readonly selected_option?: Option | null;
  readonly value?: string | null;
}

/** By block_id, then action_id. */
export type Values = Readonly<Record<string, Readonly<Record<string, Value>>>>;

/** What a view, or a message as one person has it, holds beside its blocks. */
export interface Form {
  readonly values: Values;
  readonly errors?: Readonly<Record<string, string>>;
  /** The `value` of the feedback button that was pressed, by block_id. */
  readonly pressed?: Readonly<Record<string, string>>;
}

export function inputToHtml(block: InputBlock, nameOf: NameOf, form: Form): string {
  const block_id = block.block_id ?? '';
  const error = form.errors?.[block_id];
  const notes = [
    ...(block.hint === undefined ? [] : [{ id: idOf('hint', block_id), kind: 'hint', text: block.hint.text }]),
    ...(error === undefined ? [] : [{ id: idOf('error', block_id), kind: 'error', text: error }]),
  ];
  const described = notes.length === 0 ? '' : ` aria-describedby="${notes.map(({ id }) => id).join(' ')}"`;
  const state = `${described}${block.optional === true ? '' : ' aria-required="true"'}${error === undefined ? '' : ' aria-invalid="true"'}`;
  const label =
    escapeHtml(block.label.text) + (block.optional === true ? ' <span class="optional">(valfritt)</span>' : '');
  const below = notes
    .map(({ id, kind, text }) => `<p class="field-${kind}" id="${id}">${escapeHtml(text)}</p>`)
    .join('');
  const id = idOf('field', block_id);
  const labelled = (field: string) =>
    `<div class="block input"><label class="field-label" for="${id}">${label}</label>${field}${below}</div>`;
  const { element } = block;
  switch (element.type) {
    case 'static_select':
    case 'external_select': {
      const chosen = heldIn(form, block_id, element)?.selected_option ?? undefined;
      return labelled(
        selectToHtml(element, { block_id, label: block.label.text, state: ` id="${id}"${state}`, chosen }),
      );
    }
    case 'plain_text_input':
      return labelled(textToHtml(element, block_id, ` id="${id}"${state}`, form));
    case 'radio_buttons': {
      const radios = radiosToHtml(element, block_id, nameOf, form);
      return `<fieldset class="block input" role="radiogroup"${state}><legend class="field-label">${label}</legend>${radios}${below}</fieldset>`;
    }
    default:
      return unknownToHtml(element.type);
  }
}

/** A select beside a section or among the buttons of an actions block, where nothing but its placeholder names it. */
export function bareSelectToHtml(element: Select, block_id: string, form: Form): string {
  const label = placeholderOf(element);
  const chosen = heldIn(form, block_id, element)?.selected_option ?? undefined;
  return selectToHtml(element, { block_id, label, state: ` aria-label="${escapeHtml(label)}"`, chosen });
}

function heldIn(form: Form, block_id: string, { action_id = '' }: { action_id?: string }): Value | undefined {
  return form.values[block_id]?.[action_id];
}

function textToHtml(element: PlainTextInput, block_id: string, state: string, form: Form): string {
  const typed = heldIn(form, block_id, element)?.value ?? '';
  const most = element.max_length === undefined ? '' : ` maxlength="${element.max_length}"`;
  const shared = `class="text-input" data-block="${escapeHtml(block_id)}" data-field="${escapeHtml(element.action_id ?? '')}"
    data-typed="${escapeHtml(typed)}" placeholder="${escapeHtml(element.placeholder?.text ?? '')}" autocomplete="off"${most}${state}`;
  return element.multiline === true ? `<textarea rows="4" ${shared}></textarea>` : `<input type="text" ${shared}>`;
}

function radiosToHtml(element: RadioButtons, block_id: string, nameOf: NameOf, form: Form): string {
  const action_id = element.action_id ?? '';
  const chosen = heldIn(form, block_id, element)?.selected_option;
  return element.options
    .map((each) => {
      const text = each.text.type === 'mrkdwn' ? mrkdwnToHtml(each.text.text, nameOf) : escapeHtml(each.text.text);
      return `<label class="radio"><input type="radio" name="${idOf('radio', block_id)}" data-block="${escapeHtml(block_id)}"
        data-field="${escapeHtml(action_id)}" value="${escapeHtml(each.value ?? '')}"${each.value === chosen?.value ? ' checked' : ''}>
        <span class="radio-text">${text}${descriptionOf(each)}</span></label>`;
    })
    .join('');
}

/** An id of the page's for an id of the app's, which may hold spaces. */
function idOf(kind: string, id: string): string {
  return `${kind}-${encodeURIComponent(id).replaceAll("'", '%27')}`;
}
