// JSON as a tree that can be folded: what is deep down is closed until someone opens it.
import { make } from './dom.ts';

/** `key` is what the value is called where it stands. */
export function treeOf(value: unknown, key = '', depth = 0): HTMLElement {
  const name = key === '' ? [] : [make('span', 'json-key', key), ': '];
  if (!isNested(value)) return make('div', 'json', ...name, leafOf(value));
  const entries = Object.entries(value);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return make('div', 'json', ...name, `${open}${close}`);
  const count = make('span', 'json-count', `${open} ${entries.length} ${close}`);
  const details = make('details', 'json', make('summary', '', ...name, count));
  details.open = depth < 2;
  const draw = () => {
    const items = entries.map(([inner, each]) => make('li', '', treeOf(each, inner, depth + 1)));
    details.append(make('ul', '', ...items));
  };
  // A payload holds the whole message again: its branches grow when they are opened.
  if (details.open) draw();
  else details.addEventListener('toggle', draw, { once: true });
  return details;
}

function leafOf(value: unknown): HTMLElement {
  return make('span', typeof value === 'string' ? 'json-text' : 'json-value', JSON.stringify(value));
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
