// What is offered over the box where one writes: commands and shortcuts after «/», the app's name after «@».
import { make, part } from './dom.ts';
import { announce } from './notices.ts';
import type { Command, Shortcut } from './snapshot.ts';

export interface Suggestion {
  readonly title: string;
  readonly usage: string;
  readonly text: string;
  /** What is put in the box, or done at once. */
  readonly then: string | (() => void);
}

export interface Suggestions {
  readonly offer: (suggestions: readonly Suggestion[]) => void;
  /** Whether the key was for the list, which then has done its part. */
  readonly take: (event: KeyboardEvent) => boolean;
}

/** In `form`; `taken` is told which one was chosen. */
export function createSuggestions(form: HTMLElement, id: string, taken: (suggestion: Suggestion) => void): Suggestions {
  const list = part(form, '.suggestions', HTMLUListElement);
  const input = part(form, 'textarea', HTMLTextAreaElement);
  list.id = id;
  input.setAttribute('aria-controls', id);
  let offered: readonly Suggestion[] = [];
  let chosen = 0;

  const draw = () => {
    list.hidden = offered.length === 0;
    list.replaceChildren(...offered.map((each, index) => option(each, `${id}-${index}`, index === chosen)));
    if (offered.length === 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${id}-${chosen}`);
    list.children[chosen]?.scrollIntoView({ block: 'nearest' });
  };
  const offer = (suggestions: readonly Suggestion[]) => {
    const appeared = offered.length === 0 && suggestions.length > 0;
    offered = suggestions;
    chosen = 0;
    draw();
    if (appeared) announce(`${suggestions.length} förslag. Välj med piltangenterna och Enter.`);
  };
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    const suggestion = offered[[...list.children].findIndex((child) => child.contains(event.target as Node))];
    if (suggestion !== undefined) taken(suggestion);
  });

  return {
    offer,
    take(event) {
      const suggestion = offered[chosen];
      if (suggestion === undefined) return false;
      switch (event.key) {
        case 'ArrowDown':
        case 'ArrowUp':
          chosen = (chosen + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length;
          draw();
          break;
        case 'Escape':
          offer([]);
          break;
        case 'Enter':
          // A command written out in full goes with Enter; there is nothing left to choose.
          if (input.value.trim() === suggestion.title && suggestion.usage === '') {
            offer([]);
            return false;
          }
          taken(suggestion);
          break;
        case 'Tab':
          taken(suggestion);
          break;
        default:
          return false;
      }
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}

export function ofCommand({ command, usageHint, description }: Command): Suggestion {
  const then = usageHint === '' ? command : `${command} `;
  return { title: command, usage: usageHint, text: description, then };
}

export function ofShortcut({ name, description }: Shortcut, run: () => void): Suggestion {
  return { title: name, usage: 'genväg', text: description, then: run };
}

export function ofName(name: string): Suggestion {
  return { title: `@${name}`, usage: '', text: 'Nämn appen så att den svarar', then: `@${name} ` };
}

function option(suggestion: Suggestion, id: string, selected: boolean): HTMLLIElement {
  const item = make(
    'li',
    '',
    make('strong', '', suggestion.title),
    ' ',
    make('span', 'usage', suggestion.usage),
    make('span', 'description', suggestion.text),
  );
  item.id = id;
  item.role = 'option';
  item.ariaSelected = String(selected);
  return item;
}
