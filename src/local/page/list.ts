// A list of messages, drawn so that what did not change stays in place: a screen reader reads only the new ones, and
// focus on a button survives when its message is drawn anew.
import type { Item } from './snapshot.ts';

/** Makes `list` show `items`; returns those that are new since the last time. */
export function drawList(list: HTMLElement, items: readonly Item[], place: string): readonly HTMLElement[] {
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
    const node = known ?? create(item.key);
    if (known === undefined) added.push(node);
    if (sources.get(node) !== item.html) fill(node, item);
    if (node === at) at = at.nextElementSibling;
    else list.insertBefore(node, at);
  }
  for (const gone of before.values()) gone.remove();
  return added;
}

/** The HTML as the server sent it, which the browser's own writing of it would not equal. */
const sources = new WeakMap<HTMLElement, string>();

function create(key: string): HTMLElement {
  const node = document.createElement('li');
  node.className = 'message';
  node.dataset.key = key;
  return node;
}

function fill(node: HTMLElement, item: Item): void {
  const focused = node.contains(document.activeElement) ? document.activeElement : null;
  sources.set(node, item.html);
  node.innerHTML = item.html;
  node.classList.toggle('private', node.querySelector('.only-you') !== null);
  if (focused !== null) refocus(node, focused);
}

function refocus(node: HTMLElement, lost: Element): void {
  const same = ['data-press', 'data-thread'].flatMap((name) => {
    const value = lost.getAttribute(name);
    return value === null ? [] : [`[${name}="${CSS.escape(value)}"]`];
  });
  const found = same[0] === undefined ? null : node.querySelector<HTMLElement>(same[0]);
  node.tabIndex = -1;
  (found ?? node).focus({ preventScroll: true });
}
