// The traffic between the workspace and the app, newest first, for whoever wants to see what Slack would send: closed until
// it is opened, and asked for only then.
import { element, make, makeButton, part } from './dom.ts';
import { announce, notice } from './notices.ts';
import type { JournalEntry } from './snapshot.ts';
import { treeOf } from './tree.ts';

export interface Inspector {
  /** `newest` is the id of the last entry that there is. */
  readonly draw: (newest: number) => void;
}

/** Older ones leave the list, as new ones come. */
const MOST = 200;

export function createInspector(): Inspector {
  const pane = element('inspector');
  const button = element('inspect');
  const list = element('traffic');
  const filter = part(pane, '#traffic-filter', HTMLSelectElement);
  let newest = 0;
  let fetched = 0;
  let fetching = false;

  const sift = () => {
    pane.dataset.direction = filter.value;
  };
  const fetchNew = async () => {
    if (fetching || pane.hidden || fetched === newest) return;
    fetching = true;
    try {
      // Fewer than before: the program was started anew.
      if (newest < fetched) {
        list.replaceChildren();
        fetched = 0;
      }
      const response = await fetch(`/journal?after=${fetched}`);
      const { entries } = (await response.json()) as { readonly entries: readonly JournalEntry[] };
      for (const entry of entries) list.prepend(rowOf(entry));
      while (list.children.length > MOST) list.lastElementChild?.remove();
      fetched = entries.at(-1)?.id ?? newest;
      element('traffic-empty').hidden = list.children.length > 0;
    } finally {
      fetching = false;
    }
    await fetchNew();
  };
  const toggle = (open: boolean) => {
    pane.hidden = !open;
    element('workspace').classList.toggle('with-inspector', open);
    button.ariaExpanded = String(open);
    if (open) element('inspector-title').focus();
    else button.focus();
    void fetchNew();
  };

  sift();
  filter.addEventListener('change', sift);
  button.addEventListener('click', () => {
    toggle(pane.hidden !== false);
  });
  element('inspector-close').addEventListener('click', () => {
    toggle(false);
  });
  pane.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') toggle(false);
  });
  return {
    draw(now) {
      newest = now;
      void fetchNew();
    },
  };
}

function rowOf(entry: JournalEntry): HTMLLIElement {
  const out = entry.direction === 'out';
  const arrow = make('span', 'arrow', out ? '→' : '←');
  arrow.ariaHidden = 'true';
  const summary = make(
    'summary',
    '',
    arrow,
    make('span', 'hidden-text', out ? 'Till appen: ' : 'Från appen: '),
    make('code', '', entry.name),
    make('span', entry.status === 'ok' ? 'outcome' : 'outcome bad', entry.status),
    make('span', 'muted', `${CLOCK.format(new Date(entry.time))} · ${entry.ms} ms`),
  );
  const details = make('details', 'entry', summary);
  details.addEventListener(
    'toggle',
    () => {
      details.append(...contentOf(entry));
    },
    { once: true },
  );
  const row = make('li', '', details);
  row.dataset.direction = entry.direction;
  return row;
}

function contentOf({ body, answer, name, direction }: JournalEntry): HTMLElement[] {
  const copy = makeButton('button small', 'Kopiera', () => {
    const text = JSON.stringify(answer === undefined ? body : { body, answer }, null, 2);
    navigator.clipboard.writeText(text).then(
      () => {
        copy.textContent = 'Kopierat';
        announce(`${name} är kopierat.`);
      },
      () => notice('Webbläsaren lät inte sidan kopiera.'),
    );
  });
  const sent = make('h3', '', direction === 'out' ? 'Skickat till appen' : 'Skickat av appen');
  return [
    make('div', 'entry-head', sent, copy),
    treeOf(body),
    ...(answer === undefined ? [] : [make('h3', '', 'Svar'), treeOf(answer)]),
  ];
}

const CLOCK = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
