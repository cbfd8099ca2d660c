// A menu that a button opens: arrows move in it, Enter chooses, Escape and a press beside it close it. There is one on the
// page, filled anew each time; the browser keeps it over all else and gives focus back to the button.
import { element, make } from './dom.ts';

export interface Choice {
  readonly name: string;
  readonly description?: string;
  readonly chosen: () => void;
}

/** Opens the menu at `button`, which is told whether it is open by `aria-expanded`. */
export function openMenu(button: HTMLElement, label: string, choices: readonly Choice[]): void {
  const menu = element('menu');
  // A press on the button of an open menu has closed it already, and is to do no more.
  if (closedBy === button) return;
  const items = choices.map((choice) => itemOf(choice, menu));
  menu.ariaLabel = label;
  menu.replaceChildren(...items);
  opener = button;
  menu.showPopover();
  place(menu, button.getBoundingClientRect());
  button.ariaExpanded = 'true';
  items[0]?.focus();
}

/** Listens for the keys and for the closing; once. */
export function listenToMenu(): void {
  const menu = element('menu');
  menu.addEventListener('keydown', (event) => {
    const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const to = nextOf(items, event.key);
    if (event.key === 'Tab') menu.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    to.focus();
  });
  menu.addEventListener('beforetoggle', (event) => {
    if (event.newState === 'open') return;
    if (opener !== undefined) opener.ariaExpanded = 'false';
    closedBy = opener;
    setTimeout(() => (closedBy = undefined));
    opener = undefined;
  });
}

let opener: HTMLElement | undefined;
let closedBy: HTMLElement | undefined;

function itemOf({ name, description, chosen }: Choice, menu: HTMLElement): HTMLButtonElement {
  const item = make('button', '', make('span', '', name));
  if (description !== undefined && description !== '') item.append(make('span', 'description', description));
  item.type = 'button';
  item.role = 'menuitem';
  item.tabIndex = -1;
  item.addEventListener('click', () => {
    // Focus first goes back to the button, then where the choice leads.
    menu.hidePopover();
    chosen();
  });
  return item;
}

/** Where a key leads: round and round by the arrows, to the ends, or to the next that begins with the letter. */
function nextOf(items: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const at = items.findIndex((item) => item === document.activeElement);
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return key.length > 1
        ? undefined
        : [...items.slice(at + 1), ...items].find((item) =>
            item.textContent.toLocaleLowerCase('sv').startsWith(key.toLocaleLowerCase('sv')),
          );
  }
}

/** Under the button, or above it where there is more room, its right edge at the button's but never outside the window. */
function place(menu: HTMLElement, button: DOMRect): void {
  const { width, height } = menu.getBoundingClientRect();
  const below = innerHeight - button.bottom;
  const top = below < height + 16 && button.top > below ? button.top - height - 4 : button.bottom + 4;
  menu.style.top = `${Math.max(8, top)}px`;
  menu.style.left = `${Math.min(Math.max(8, button.right - width), innerWidth - width - 8)}px`;
}
