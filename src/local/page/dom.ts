// Elements: those that index.html has, and new ones.

/** An element of index.html; its absence is a fault of ours. */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no #${id}`);
  return found;
}

/** A part of an element that our own HTML always has. */
export function part<T extends HTMLElement>(within: ParentNode, selector: string, type: new () => T): T {
  const found = within.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`no ${selector}`);
  return found;
}

/** A new element with a class and what stands in it; text stays text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}

/** A new button that does nothing else than what it is told. */
export function makeButton(className: string, text: string, pressed: () => void): HTMLButtonElement {
  const button = make('button', className, text);
  button.type = 'button';
  button.addEventListener('click', pressed);
  return button;
}
