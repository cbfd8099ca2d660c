// JSON as a tree that can be folded: what is deep down is closed until someone opens it.
import { make } from './dom.ts';

export function treeOf(value: unknown, depth = 0): HTMLElement {
  if (!isNested(value)) return make('span', `json-${kindOf(value)}`, JSON.stringify(value));
  const entries = Object.entries(value);
  const list = Array.isArray(value);
  const count = list ? `[ ${entries.length} ]` : `{ ${entries.length} }`;
  if (entries.length === 0) return make('span', 'json-empty', list ? '[ ]' : '{ }');
  const details = make('details', 'json', make('summary', '', count));
  details.open = depth < 2;
  const draw = () => {
    const items = entries.map(([key, each]) =>
      make('li', '', make('span', 'json-key', key), ': ', treeOf(each, depth + 1)),
    );
    details.append(make('ul', '', ...items));
  };
  // A payload holds the whole message again: its branches grow when they are opened.
  if (details.open) draw();
  else details.addEventListener('toggle', draw, { once: true });
  return details;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function kindOf(value: unknown): 'text' | 'value' {
  return typeof value === 'string' ? 'text' : 'value';
}
