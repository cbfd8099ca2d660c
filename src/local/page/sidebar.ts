// The places one can go to, and who one is there.
import { element, make } from './dom.ts';
import { addressOf } from './route.ts';
import type { Conversation, PersonHere } from './snapshot.ts';

/** `unread` are the ids of those with news. */
export function drawPlaces(conversations: readonly Conversation[], current: string, unread: readonly string[]): void {
  for (const [list, kind] of [
    ['channels', 'channel'],
    ['directs', 'im'],
  ] as const) {
    const links = conversations
      .filter((each) => each.kind === kind)
      .map((each) => placeLink(each, each.id === current, unread.includes(each.id)));
    const html = links.map((link) => link.outerHTML).join('');
    if (element(list).dataset.html === html) continue;
    const focused = document.activeElement?.closest(`#${list} a`)?.getAttribute('href');
    element(list).replaceChildren(...links);
    element(list).dataset.html = html;
    if (focused != null) element(list).querySelector<HTMLElement>(`a[href="${focused}"]`)?.focus();
    // On a telephone the places stand in a row that may be wider than the window.
    element(list).querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

export function drawPeople(people: readonly PersonHere[], viewer: string): void {
  const select = element('person') as HTMLSelectElement;
  const options = people.map(({ id, name }) => new Option(name, id));
  const html = options.map((option) => option.outerHTML).join('');
  if (select.dataset.html !== html) select.replaceChildren(...options);
  select.dataset.html = html;
  select.value = viewer;
}

/** `chosen` is told who the person at the page is to be from now on. */
export function listenToPeople(chosen: (id: string) => void): void {
  const select = element('person') as HTMLSelectElement;
  select.addEventListener('change', () => {
    chosen(select.value);
  });
}

export function newsMark(): HTMLElement {
  return make('span', 'news', make('span', 'hidden-text', 'nytt'));
}

function placeLink({ id, name, kind }: Conversation, current: boolean, news: boolean): HTMLLIElement {
  const sign = make('span', kind === 'im' ? 'sign presence' : 'sign', kind === 'im' ? '' : '#');
  sign.ariaHidden = 'true';
  const link = make('a', '', sign, name);
  link.href = addressOf(id);
  if (current) link.setAttribute('aria-current', 'page');
  if (news) link.append(newsMark());
  return make('li', '', link);
}
