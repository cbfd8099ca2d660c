// A list of pieces (messages, or the blocks of a modal), drawn so that what did not change stays in place: a screen reader
// reads only the new ones, and focus on a button or in a field survives when its piece is drawn anew.
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
    if (sources.get(node) !== item.html) fill(node, item.html);
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

function create(list: HTMLElement, key: string): HTMLElement {
  const node = document.createElement(list.tagName === 'OL' ? 'li' : 'div');
  node.className = list.tagName === 'OL' ? 'message' : 'modal-block';
  node.dataset.key = key;
  return node;
}

function fill(node: HTMLElement, html: string): void {
  const focused = node.contains(document.activeElement) ? document.activeElement : null;
  sources.set(node, html);
  node.innerHTML = html;
  node.classList.toggle('private', node.querySelector('.only-you') !== null);
  if (focused !== null && !refocus(node, focused)) {
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
  }
}

/** Moves focus to what in `within` stands for the element that lost it; whether there is such a thing. */
export function refocus(within: HTMLElement, lost: Element): boolean {
  const name = ['data-press', 'data-thread', 'data-field'].find((each) => lost.hasAttribute(each));
  if (name === undefined) return false;
  const same = [...within.querySelectorAll<HTMLElement>(`[${name}="${CSS.escape(lost.getAttribute(name) ?? '')}"]`)];
  // Among radio buttons, focus belongs to the one that is chosen.
  const target = same.find((each) => each.matches(':checked')) ?? same[0];
  target?.focus({ preventScroll: true });
  return target !== undefined;
}
