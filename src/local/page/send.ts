// The page's acts, posted to the server, and what is told to the person when one does not go through.

/** Resolves to whether the act was taken; when not, the reason stands in a notice. */
export async function send(act: string, input: Readonly<Record<string, string>>): Promise<boolean> {
  try {
    const response = await fetch(`/act/${act}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    });
    if (response.ok) return true;
    const { error } = (await response.json()) as { readonly error: string };
    notice(error);
  } catch {
    notice('Den lokala arbetsytan svarar inte. Kör programmet fortfarande?');
  }
  return false;
}

/** A red notice that stays until it is closed, or until `retract` is called. */
export function notice(text: string): { retract: () => void } {
  // The same words twice are no news.
  for (const other of element('notices').children) if (other.firstChild?.textContent === text) other.remove();
  const box = document.createElement('div');
  box.className = 'notice';
  const words = document.createElement('p');
  words.textContent = text;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'notice-close';
  close.textContent = 'Stäng';
  close.addEventListener('click', () => {
    box.remove();
  });
  box.append(words, close);
  element('notices').append(box);
  return {
    retract: () => {
      box.remove();
    },
  };
}

/** Said to a screen reader, not shown. */
export function announce(text: string): void {
  element('announce').textContent = text;
}

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
