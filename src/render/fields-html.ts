// The fields of a modal to HTML: a label, a select or radio buttons, a hint, and what is wrong. The page adds what moves:
// each choosable thing carries `data-block` and `data-field` (block_id and action_id), each option `data-value`.
import type { ExternalSelect, InputBlock, Option, PlainTextInput, RadioButtons, StaticSelect } from '@slack/types';
import { escapeHtml } from './markdown.ts';
import { type NameOf, mrkdwnToHtml } from './mrkdwn-html.ts';

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
  switch (block.element.type) {
    case 'static_select': {
      const id = idOf('field', block_id);
      const select = selectToHtml(block.element, { block_id, id, label: block.label.text, state }, form);
      return `<div class="block input"><label class="field-label" for="${id}">${label}</label>${select}${below}</div>`;
    }
    case 'radio_buttons': {
      const radios = radiosToHtml(block.element, block_id, nameOf, form);
      return `<fieldset class="block input" role="radiogroup"${state}><legend class="field-label">${label}</legend>${radios}${below}</fieldset>`;
    }
    default:
      return '';
  }
}

interface Frame {
  readonly block_id: string;
  readonly id: string;
  readonly label: string;
  /** ARIA attributes of the field. */
  readonly state: string;
}

/** A select among the buttons of an actions block, where nothing but its placeholder names it. */
export function bareSelectToHtml(element: StaticSelect, block_id: string, form: Form): string {
  const label = placeholderOf(element);
  const state = ` aria-label="${escapeHtml(label)}"`;
  return selectToHtml(
    element,
    { block_id, id: idOf('field', `${block_id} ${element.action_id ?? ''}`), label, state },
    form,
  );
}

/** A combobox whose list is whole and hidden: the page shows it, and hides in it what does not match. */
function selectToHtml(element: StaticSelect, { block_id, id, label, state }: Frame, form: Form): string {
  const action_id = element.action_id ?? '';
  const chosen = form.values[block_id]?.[action_id]?.selected_option;
  const option = (each: Option, key: string) => `
    <div role="option" id="${id}-${key}" data-value="${escapeHtml(each.value ?? '')}" aria-selected="${each.value === chosen?.value}">
      <span class="option-text">${escapeHtml(each.text.text)}</span>${descriptionOf(each)}</div>`;
  const options =
    element.options?.map((each, index) => option(each, String(index))) ??
    (element.option_groups ?? []).map((group, at) => {
      const heading = `${id}-g${at}`;
      const inside = group.options.map((each, index) => option(each, `${at}-${index}`));
      return `<div role="group" aria-labelledby="${heading}">
        <div class="group-label" role="presentation" id="${heading}">${escapeHtml(group.label.text)}</div>${inside.join('')}</div>`;
    });
  return `<div class="select">
    <input type="text" role="combobox" id="${id}" data-block="${escapeHtml(block_id)}" data-field="${escapeHtml(action_id)}"
      value="${escapeHtml(chosen?.text.text ?? '')}" placeholder="${escapeHtml(placeholderOf(element))}" autocomplete="off"
      spellcheck="false" aria-autocomplete="list" aria-expanded="false" aria-controls="${id}-list"${state}>
    <div class="select-list" hidden><div role="listbox" id="${id}-list" aria-label="${escapeHtml(label)}">${options.join('')}</div>
      <p class="no-match" hidden>Inga träffar</p></div></div>`;
}

function radiosToHtml(element: RadioButtons, block_id: string, nameOf: NameOf, form: Form): string {
  const action_id = element.action_id ?? '';
  const chosen = form.values[block_id]?.[action_id]?.selected_option;
  return element.options
    .map((each) => {
      const text = each.text.type === 'mrkdwn' ? mrkdwnToHtml(each.text.text, nameOf) : escapeHtml(each.text.text);
      return `<label class="radio"><input type="radio" name="${idOf('radio', block_id)}" data-block="${escapeHtml(block_id)}"
        data-field="${escapeHtml(action_id)}" value="${escapeHtml(each.value ?? '')}"${each.value === chosen?.value ? ' checked' : ''}>
        <span class="radio-text">${text}${descriptionOf(each)}</span></label>`;
    })
    .join('');
}

function descriptionOf({ description }: Option): string {
  return description === undefined ? '' : `<span class="description">${escapeHtml(description.text)}</span>`;
}

function placeholderOf(element: StaticSelect): string {
  return element.placeholder?.text ?? 'Välj ett alternativ';
}

/** An id of the page's for an id of the app's, which may hold spaces. */
function idOf(kind: string, id: string): string {
  return `${kind}-${encodeURIComponent(id).replaceAll("'", '%27')}`;
}
