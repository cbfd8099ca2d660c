// A select to HTML: a combobox whose list is hidden until the page shows it. A static select has its whole list, an external
// one none (the page asks the app for it) but the fewest letters to ask with, in `data-least`. Neither has ids of its own
// beside the field's: the same message may stand on the page twice.
import type { ExternalSelect, Option, StaticSelect } from '@slack/types';
import { escapeHtml } from './markdown.ts';

export type Select = StaticSelect | ExternalSelect;

export interface Frame {
  readonly block_id: string;
  readonly label: string;
  /** ARIA attributes of the field, and its id where a label leads to it. */
  readonly state: string;
  readonly chosen: Option | undefined;
}

/** Slack's own least, where the app says nothing. */
const LEAST = 3;

export function selectToHtml(element: Select, { block_id, label, state, chosen }: Frame): string {
  const external = element.type === 'external_select';
  const least = external ? ` data-least="${element.min_query_length ?? LEAST}"` : '';
  return `<div class="select${external ? ' external' : ''}">
    <input type="text" role="combobox" data-block="${escapeHtml(block_id)}" data-field="${escapeHtml(element.action_id ?? '')}"${least}
      value="${escapeHtml(chosen?.text.text ?? '')}" placeholder="${escapeHtml(placeholderOf(element))}" autocomplete="off"
      spellcheck="false" aria-autocomplete="list" aria-haspopup="listbox" aria-expanded="false"${state}>
    <div class="select-list" hidden><div role="listbox" aria-label="${escapeHtml(label)}">${external ? '' : options(element, chosen)}</div>
      <p class="select-note" hidden></p></div></div>`;
}

export function placeholderOf(element: Select): string {
  return (
    element.placeholder?.text ?? (element.type === 'external_select' ? 'Skriv för att söka' : 'Välj ett alternativ')
  );
}

export function descriptionOf({ description }: Option): string {
  return description === undefined ? '' : `<span class="description">${escapeHtml(description.text)}</span>`;
}

function options(element: StaticSelect, chosen: Option | undefined): string {
  const option = (each: Option) => `
    <div role="option" data-value="${escapeHtml(each.value ?? '')}" aria-selected="${each.value === chosen?.value}">
      <span class="option-text">${escapeHtml(each.text.text)}</span>${descriptionOf(each)}</div>`;
  if (element.options !== undefined) return element.options.map(option).join('');
  return (element.option_groups ?? [])
    .map(({ label, options }) => {
      const text = escapeHtml(label.text);
      return `<div role="group" aria-label="${text}"><div class="group-label" role="presentation">${text}</div>${options.map(option).join('')}</div>`;
    })
    .join('');
}
