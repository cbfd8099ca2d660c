// A list of pieces (messages, or the blocks of a modal or Home), drawn so that what did not change stays in place: a screen
// reader reads only the new ones, and focus on a button or in a field survives when its piece is drawn anew.
import type { Piece } from './snapshot.ts';

/** Makes `list` show `items`; returns those that are new since the last time. */
export function drawList(list: HTMLElement, items: readonly Piece[], place: string): readonly HTMLElement[] {
  const before = new Map(
    [...list.children].map((child) => [child.getAttribute('data-key') ?? '', child as HTMLElement]),
  );
  if (list.dataset.place !== place) {
    list.replaceChildren();
    before.clear();
    list.dataset.place = place;
  }
  const added: HTMLElement[] = [];
  let at: Element | null = list.firstElementChild;
  for (const item of items) {
    const known = before.get(item.key);
    before.delete(item.key);
    const node = known ?? create(list, item.key);
    if (known === undefined) added.push(node);
    if (sources.get(node) !== withoutTyped(item.html)) fill(node, item.html);
    if (node === at) at = at.nextElementSibling;
    else list.insertBefore(node, at);
  }
  for (const gone of before.values()) gone.remove();
  return added;
}

/** Draws the piece that holds `element` as the server last sent it: what was done in it did not go through. */
export function undo(element: HTMLElement): void {
  const node = element.closest<HTMLElement>('[data-key]');
  const html = node === null ? undefined : sources.get(node);
  if (node !== null && html !== undefined) fill(node, html);
}

/** The HTML as the server sent it, which the browser's own writing of it would not equal. */
const sources = new WeakMap<HTMLElement, string>();

/** What the person types is here already: it alone is no reason to draw a field anew under their hands. */
function withoutTyped(html: string): string {
  return html.replaceAll(/ data-typed="[^"]*"/g, '');
}

function create(list: HTMLElement, key: string): HTMLElement {
  const node = document.createElement(list.tagName === 'OL' ? 'li' : 'div');
  node.className = list.tagName === 'OL' ? 'message' : 'piece';
  node.dataset.key = key;
  return node;
}

function fill(node: HTMLElement, html: string): void {
  const focused = node.contains(document.activeElement) ? document.activeElement : null;
  const typed = new Map([...textsIn(node)].map((text) => [text.dataset.field, text.value]));
  sources.set(node, withoutTyped(html));
  node.innerHTML = html;
  for (const text of textsIn(node)) text.value = typed.get(text.dataset.field) ?? text.dataset.typed ?? '';
  node.classList.toggle('private', node.querySelector('.only-you') !== null);
  if (focused !== null && !refocus(node, focused)) {
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
  }
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

function textsIn(node: HTMLElement): NodeListOf<TextField> {
  return node.querySelectorAll<TextField>('.text-input');
}

/** Moves focus to what in `within` stands for the element that lost it; whether there is such a thing. */
export function refocus(within: HTMLElement, lost: Element): boolean {
  const name = ['data-press', 'data-thread', 'data-answer', 'data-menu', 'data-field'].find((each) =>
    lost.hasAttribute(each),
  );
  if (name === undefined) return false;
  const same = [...within.querySelectorAll<HTMLElement>(`[${name}="${CSS.escape(lost.getAttribute(name) ?? '')}"]`)];
  // Among radio buttons, focus belongs to the one that is chosen; two feedback buttons are told apart by their values.
  const target =
    same.find((each) => each.matches(':checked')) ??
    same.find((each) => each.getAttribute('data-value') === lost.getAttribute('data-value')) ??
    same[0];
  target?.focus({ preventScroll: true });
  if (isText(target) && isText(lost)) target.setSelectionRange(lost.selectionStart, lost.selectionEnd);
  return target !== undefined;
}

function isText(element: Element | undefined): element is TextField {
  return element?.classList.contains('text-input') === true;
}
