// The list under a select: what it holds, what of it matches, and where on the page it lies.
import { make } from './dom.ts';
import type { Offered, OfferedGroup } from './snapshot.ts';

/** Every word must stand somewhere in the option; a group without such an option goes with its heading. */
export function sift(box: HTMLElement, text: string): void {
  const words = text.toLocaleLowerCase('sv').split(/\s+/);
  const options = optionsIn(box);
  for (const option of options) {
    const has = option.textContent.toLocaleLowerCase('sv');
    option.hidden = !words.every((word) => has.includes(word));
  }
  for (const group of box.querySelectorAll<HTMLElement>('[role=group]'))
    group.hidden = group.querySelector('[role=option]:not([hidden])') === null;
  tell(box, options.every((option) => option.hidden) ? NONE : '');
}

/** Puts what the app offers in the list. */
export function fill(box: HTMLElement, groups: readonly OfferedGroup[], chosen: string): void {
  listIn(box)?.replaceChildren(
    ...groups.flatMap(({ label, options }) => {
      const made = options.map((each) => optionOf(each, chosen));
      if (label === undefined) return made;
      const heading = make('div', 'group-label', label);
      heading.role = 'presentation';
      const group = make('div', '', heading, ...made);
      group.role = 'group';
      group.ariaLabel = label;
      return [group];
    }),
  );
  tell(box, optionsIn(box).length === 0 ? NONE : '');
}

export const NONE = 'Inga träffar';

/** Says something in place of the list; an empty text shows the list. */
export function tell(box: HTMLElement, text: string): void {
  const note = box.querySelector<HTMLElement>('.select-note');
  const list = listIn(box);
  if (note === null || list === null) return;
  note.textContent = text;
  note.hidden = text === '';
  list.hidden = text !== '';
}

export function listIn(box: HTMLElement): HTMLElement | null {
  return box.querySelector<HTMLElement>('[role=listbox]');
}

export function optionsIn(box: HTMLElement): readonly HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>('[role=option]')];
}

/** Above or below the field, where there is more room, over whatever would cut it off. */
export function place(input: HTMLElement, box: HTMLElement): void {
  const field = input.getBoundingClientRect();
  const height = window.visualViewport?.height ?? innerHeight;
  const below = height - field.bottom - 16;
  const above = field.top - 16;
  const up = below < Math.min(280, box.scrollHeight) && above > below;
  const width = Math.min(Math.max(field.width, 280), innerWidth - 16);
  box.style.left = `${Math.max(8, Math.min(field.left, innerWidth - width - 8))}px`;
  box.style.width = `${width}px`;
  box.style.maxHeight = `${Math.min(320, up ? above : below)}px`;
  box.style.top = up ? 'auto' : `${field.bottom + 4}px`;
  box.style.bottom = up ? `${innerHeight - field.top + 4}px` : 'auto';
}

function optionOf({ value, text, description }: Offered, chosen: string): HTMLElement {
  const option = make('div', '', make('span', 'option-text', text));
  if (description !== undefined) option.append(make('span', 'description', description));
  option.role = 'option';
  option.dataset.value = value;
  option.ariaSelected = String(text === chosen);
  return option;
}
