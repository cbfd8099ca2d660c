// The selects of a modal: write to find, arrows to move, Enter to choose, Escape to let be. The list comes whole from the
// server; here it is shown, hidden and sifted. One listener for all, since the fields are drawn anew as the app wishes.
import { element } from './send.ts';

/** Listens in `body`; `chosen` is told when another option than before is taken. */
export function createSelects(body: HTMLElement, chosen: (input: HTMLInputElement, value: string) => void): void {
  let open: Open | undefined;

  const show = (input: HTMLInputElement) => {
    if (open?.input === input) return;
    hide();
    const box = input.parentElement?.querySelector<HTMLElement>('.select-list');
    if (box == null) return;
    open = { input, box, options: [...box.querySelectorAll<HTMLElement>('[role=option]')], active: undefined };
    box.hidden = false;
    input.ariaExpanded = 'true';
    sift(open, '');
    place(open);
    activate(open, open.options.find((option) => option.ariaSelected === 'true') ?? open.options[0]);
  };

  /** What was written and not chosen is gone. */
  const hide = () => {
    if (open === undefined) return;
    const { input, box } = open;
    activate(open, undefined);
    box.hidden = true;
    input.ariaExpanded = 'false';
    input.value = input.defaultValue;
    open = undefined;
  };

  const take = (option: HTMLElement | undefined) => {
    if (open === undefined || option === undefined) return;
    const { input, options } = open;
    const before = options.find((each) => each.ariaSelected === 'true');
    input.defaultValue = option.querySelector('.option-text')?.textContent ?? '';
    for (const each of options) each.ariaSelected = String(each === option);
    hide();
    input.select();
    if (option !== before) chosen(input, option.dataset.value ?? '');
  };

  const move = (by: 1 | -1) => {
    if (open === undefined) return;
    const seen = open.options.filter((option) => !option.hidden);
    const at = open.active === undefined ? -1 : seen.indexOf(open.active);
    activate(open, seen[(at + by + seen.length) % seen.length]);
  };

  body.addEventListener('click', (event) => {
    const input = selectOf(event.target);
    if (input !== undefined) show(input);
  });
  body.addEventListener('focusin', (event) => {
    selectOf(event.target)?.select();
  });
  body.addEventListener('focusout', hide);
  // Focus stays in the field while the list is used with the pointer.
  body.addEventListener('mousedown', (event) => {
    if (open === undefined || !(event.target instanceof Element) || !open.box.contains(event.target)) return;
    event.preventDefault();
    take(event.target.closest<HTMLElement>('[role=option]') ?? undefined);
  });
  body.addEventListener('input', (event) => {
    const input = selectOf(event.target);
    if (input === undefined) return;
    const text = input.value;
    show(input);
    if (open === undefined) return;
    input.value = text;
    sift(open, text);
    place(open);
    const found = open.options.filter((option) => !option.hidden);
    activate(open, found[0]);
    element('modal-status').textContent = found.length === 0 ? 'Inga träffar' : `${found.length} att välja på`;
  });
  body.addEventListener('keydown', (event) => {
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
        // Open, it is the list that closes; closed, the modal.
        if (!wasOpen) return;
        hide();
        input.select();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
  const follow = () => {
    if (open !== undefined) place(open);
  };
  body.addEventListener('scroll', follow);
  addEventListener('resize', follow);
}

interface Open {
  readonly input: HTMLInputElement;
  readonly box: HTMLElement;
  readonly options: readonly HTMLElement[];
  active: HTMLElement | undefined;
}

function selectOf(target: EventTarget | null): HTMLInputElement | undefined {
  return target instanceof HTMLInputElement && target.role === 'combobox' ? target : undefined;
}

/** Every word must stand somewhere in the option; a group without such an option goes with its heading. */
function sift({ box, options }: Open, text: string): void {
  const words = text.toLocaleLowerCase('sv').split(/\s+/);
  for (const option of options) {
    const has = option.textContent.toLocaleLowerCase('sv');
    option.hidden = !words.every((word) => has.includes(word));
  }
  for (const group of box.querySelectorAll<HTMLElement>('[role=group]'))
    group.hidden = group.querySelector('[role=option]:not([hidden])') === null;
  const none = options.every((option) => option.hidden);
  for (const part of box.children) (part as HTMLElement).hidden = part.classList.contains('no-match') !== none;
}

function activate(open: Open, option: HTMLElement | undefined): void {
  open.active?.classList.remove('active');
  open.active = option;
  if (option === undefined) {
    open.input.removeAttribute('aria-activedescendant');
    return;
  }
  option.classList.add('active');
  open.input.setAttribute('aria-activedescendant', option.id);
  // The first of a group comes with its heading.
  const heading = option.previousElementSibling;
  if (heading?.classList.contains('group-label') === true) heading.scrollIntoView({ block: 'nearest' });
  option.scrollIntoView({ block: 'nearest' });
}

/** Above or below the field, where there is more room, over whatever the modal would cut off. */
function place({ input, box }: Open): void {
  const field = input.getBoundingClientRect();
  const height = window.visualViewport?.height ?? innerHeight;
  const below = height - field.bottom - 16;
  const above = field.top - 16;
  const up = below < Math.min(280, box.scrollHeight) && above > below;
  box.style.left = `${field.left}px`;
  box.style.width = `${field.width}px`;
  box.style.maxHeight = `${Math.min(320, up ? above : below)}px`;
  box.style.top = up ? 'auto' : `${field.bottom + 4}px`;
  box.style.bottom = up ? `${innerHeight - field.top + 4}px` : 'auto';
}
