// The middle of the page: a channel, or the app's own place with its two tabs, Home and what is said with it.
import { type Composer, type Place, say } from './composer.ts';
import { element, make, makeButton } from './dom.ts';
import { drawList } from './list.ts';
import { withTools } from './tools.ts';
import { addressOf, HOME, type Shown } from './route.ts';
import { isAtEnd, show } from './scroll.ts';
import { newsMark } from './sidebar.ts';
import type { Conversation, Snapshot } from './snapshot.ts';

/** `news`: something has been said with the app while its Home was in front. */
export function drawConversation(
  snapshot: Snapshot,
  { conversation, home }: Shown,
  composer: Composer,
  news: boolean,
): void {
  const { id, name, kind, items } = conversation;
  const channel = kind === 'channel';
  element('title').textContent = channel ? `# ${name}` : name;
  element('topic').hidden = !channel;
  document.title = `${channel ? `#${name}` : name}${home ? ', hem' : ''} · Lokal arbetsyta`;
  drawTabs(conversation, home, news);
  element('home').hidden = !home;
  element('log').hidden = home;
  element('main-composer').hidden = home;
  if (home) {
    drawHome(snapshot);
    return;
  }
  composer.setPlace({ channel: id, name, kind });
  drawEmpty(snapshot, conversation, composer);
  const list = element('messages');
  const follow = list.dataset.place !== id || isAtEnd(element('log'));
  list.dataset.channel = id;
  const added = drawList(list, withTools(items, snapshot.shortcuts, true), id);
  const last = added.at(-1);
  if (last !== undefined && follow) show(element('log'), last, items.at(-1)?.bot === true);
}

function drawTabs({ id, kind }: Conversation, home: boolean, news: boolean): void {
  element('tabs').hidden = kind === 'channel';
  if (kind === 'channel') return;
  for (const [tab, address, current] of [
    ['tab-home', HOME, home],
    ['tab-messages', addressOf(id), !home],
  ] as const) {
    element(tab).setAttribute('href', address);
    if (current) element(tab).setAttribute('aria-current', 'page');
    else element(tab).removeAttribute('aria-current');
  }
  const marked = element('tab-messages').querySelector('.news');
  if (news && marked === null) element('tab-messages').append(newsMark());
  if (!news) marked?.remove();
}

function drawHome({ home, viewer }: Snapshot): void {
  const empty = home.blocks.length === 0;
  element('home-empty').hidden = !empty;
  element('home-empty').textContent = home.empty ?? 'Här finns inget än.';
  drawList(element('home-blocks'), home.blocks, viewer);
}

/** Where nothing has been said: what the app offers to say, or else what the program gives as examples. */
function drawEmpty(snapshot: Snapshot, { id, name, kind, items }: Conversation, composer: Composer): void {
  const { botName, examples, commands, prompts } = snapshot;
  const box = element('empty');
  box.hidden = items.length > 0;
  const offered =
    kind === 'im' && prompts !== undefined && prompts.prompts.length > 0
      ? prompts.prompts
      : examples.map((text) => ({ title: text, message: kind === 'im' ? text : `@${botName} ${text}` }));
  const state = JSON.stringify([id, offered, prompts?.title]);
  if (items.length > 0 || box.dataset.state === state) return;
  box.dataset.state = state;
  element('empty-title').textContent = kind === 'im' ? (prompts?.title ?? 'Fråga om sekretess') : `Det här är #${name}`;
  element('empty-text').textContent =
    kind === 'im'
      ? `Skriv en fråga som du skulle ställa den till en kunnig kollega. ${botName} svarar med lagrum, eller säger när frågan ligger utanför underlaget.`
      : `Här läser alla med. Nämn @${botName} så svarar den i en tråd. Pröva:`;
  const place: Place = { channel: id, name, kind };
  element('examples').replaceChildren(
    ...offered.map(({ title, message }) =>
      make(
        'li',
        '',
        makeButton('', title, () => {
          void say(place, message);
          composer.focus();
        }),
      ),
    ),
  );
  element('empty-more').textContent =
    commands.length === 0 ? '' : `Kommandon finns också: ${commands.map(({ command }) => command).join(', ')}.`;
}
