// Selects: write to find, arrows to move, Enter to choose, Escape to let be. A static select has its whole list, which is
// sifted here; an external one asks the app for what is written. A choice is told as the event `chosen`.
import { fill, listIn, NONE, optionsIn, place, sift, tell } from './options.ts';
import { announce } from './notices.ts';
import { ask } from './send.ts';
import type { OfferedGroup } from './snapshot.ts';
import { spotOf } from './spot.ts';

/** One listener for all selects of the page, since they are drawn anew as the app wishes. */
export function listenToSelects(): void {
  // Before the pane or the dialog that the select stands in, where Escape means something else.
  document.addEventListener('keydown', onKey, { capture: true });
  document.addEventListener('click', ({ target }) => {
    const input = selectOf(target);
    if (input !== undefined) show(input);
  });
  document.addEventListener('focusin', ({ target }) => {
    selectOf(target)?.select();
  });
  document.addEventListener('focusout', hide);
  // Focus stays in the field while the list is used with the pointer.
  document.addEventListener('mousedown', (event) => {
    if (open === undefined || !(event.target instanceof Element) || !open.box.contains(event.target)) return;
    event.preventDefault();
    take(event.target.closest<HTMLElement>('[role=option]'));
  });
  document.addEventListener('input', ({ target }) => {
    const input = selectOf(target);
    if (input !== undefined) onText(input, input.value);
  });
  const follow = () => {
    if (open !== undefined) place(open.input, open.box);
  };
  document.addEventListener('scroll', follow, { capture: true });
  addEventListener('resize', follow);
}

interface Open {
  readonly input: HTMLInputElement;
  readonly box: HTMLElement;
  active: HTMLElement | undefined;
}

let open: Open | undefined;

function selectOf(target: EventTarget | null): HTMLInputElement | undefined {
  return target instanceof HTMLInputElement && target.role === 'combobox' ? target : undefined;
}

function show(input: HTMLInputElement): void {
  if (open?.input === input) return;
  hide();
  const box = input.parentElement?.querySelector<HTMLElement>('.select-list');
  const list = box == null ? null : listIn(box);
  if (box == null || list === null) return;
  open = { input, box, active: undefined };
  // One is open at a time; the same message may stand on the page twice, so its own HTML has no ids.
  list.id = 'open-list';
  input.setAttribute('aria-controls', list.id);
  input.ariaExpanded = 'true';
  box.hidden = false;
  if (isExternal(input)) void search(open, '');
  else sift(box, '');
  settle(open);
}

/** What was written and not chosen is gone. */
function hide(): void {
  if (open === undefined) return;
  const { input, box } = open;
  activate(open, undefined);
  listIn(box)?.removeAttribute('id');
  input.removeAttribute('aria-controls');
  input.ariaExpanded = 'false';
  box.hidden = true;
  input.value = input.defaultValue;
  open = undefined;
}

function take(option: HTMLElement | null | undefined): void {
  if (open === undefined || option == null) return;
  const { input, box } = open;
  const before = optionsIn(box).find((each) => each.ariaSelected === 'true');
  input.defaultValue = option.querySelector('.option-text')?.textContent ?? '';
  for (const each of optionsIn(box)) each.ariaSelected = String(each === option);
  hide();
  input.select();
  if (option !== before)
    input.dispatchEvent(new CustomEvent('chosen', { bubbles: true, detail: option.dataset.value ?? '' }));
}

function onText(input: HTMLInputElement, text: string): void {
  show(input);
  if (open === undefined) return;
  input.value = text;
  if (isExternal(input)) {
    void search(open, text);
    return;
  }
  sift(open.box, text);
  settle(open, true);
}

function onKey(event: KeyboardEvent): void {
  const input = selectOf(event.target);
  if (input === undefined || event.isComposing) return;
  const wasOpen = open?.input === input;
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      show(input);
      if (wasOpen) move(event.key === 'ArrowDown' ? 1 : -1);
      break;
    case 'Enter':
      if (wasOpen) take(open?.active);
      else show(input);
      break;
    case 'Escape':
      // Open, it is the list that closes; closed, what the select stands in.
      if (!wasOpen) return;
      hide();
      input.select();
      break;
    default:
      return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function isExternal(input: HTMLInputElement): boolean {
  return input.dataset.least !== undefined;
}

let searches = 0;

/** Asks the app when the typing has paused; only the last answer counts. */
async function search(mine: Open, text: string): Promise<void> {
  const { input, box } = mine;
  const query = text.trim();
  const least = Number(input.dataset.least);
  const turn = ++searches;
  const late = () => turn !== searches || open !== mine;
  if (query.length < least) {
    tell(box, least === 1 ? 'Skriv för att söka' : `Skriv minst ${least} tecken för att söka`);
    settle(mine);
    return;
  }
  if (text !== '') await new Promise((resolve) => setTimeout(resolve, 150));
  const spot = spotOf(input);
  if (late() || spot === undefined) return;
  if (optionsIn(box).length === 0) tell(box, 'Söker …');
  const answer = (await ask('suggest', { ...spot, query })) as
    { readonly groups?: readonly OfferedGroup[] } | undefined;
  if (late()) return;
  fill(box, answer?.groups ?? [], input.defaultValue);
  settle(mine, true);
}

/** After the list has changed: where it lies, what is active in it and, when it is news, how much it holds. */
function settle(mine: Open, tellCount = false): void {
  const { input, box } = mine;
  place(input, box);
  const seen = seenIn(box);
  const chosen = tellCount ? undefined : seen.find((option) => option.ariaSelected === 'true');
  activate(mine, chosen ?? seen[0]);
  if (tellCount) announce(seen.length === 0 ? NONE : `${seen.length} att välja på`);
}

function move(by: 1 | -1): void {
  if (open === undefined) return;
  const seen = seenIn(open.box);
  const at = open.active === undefined ? -1 : seen.indexOf(open.active);
  activate(open, seen[(at + by + seen.length) % seen.length]);
}

function seenIn(box: HTMLElement): readonly HTMLElement[] {
  return listIn(box)?.hidden === true ? [] : optionsIn(box).filter((option) => !option.hidden);
}

function activate(mine: Open, option: HTMLElement | undefined): void {
  mine.active?.classList.remove('active');
  mine.active?.removeAttribute('id');
  mine.active = option;
  if (option === undefined) {
    mine.input.removeAttribute('aria-activedescendant');
    return;
  }
  option.classList.add('active');
  option.id = 'open-option';
  // Anew each time: with the same value as before, the change of option would go unread.
  mine.input.removeAttribute('aria-activedescendant');
  mine.input.setAttribute('aria-activedescendant', option.id);
  // The first of a group comes with its heading.
  const heading = option.previousElementSibling;
  if (heading?.classList.contains('group-label') === true) heading.scrollIntoView({ block: 'nearest' });
  option.scrollIntoView({ block: 'nearest' });
}
