// The page of the local workspace: takes whole snapshots from the server and draws what differs, and leads each press to
// what it is for.
import { createComposer } from './composer.ts';
import { drawConversation } from './conversation.ts';
import { element } from './dom.ts';
import { drawTrouble, listenToTrouble } from './trouble.ts';
import { listenToFields } from './fields.ts';
import { createInspector } from './inspector.ts';
import { listenToMenu } from './menu.ts';
import { createModal } from './modal.ts';
import { announce, notice } from './notices.ts';
import { press } from './press.ts';
import { addressOf, type Shown, shownOf } from './route.ts';
import { toEnd } from './scroll.ts';
import { listenToSelects } from './select.ts';
import { send, viewer } from './send.ts';
import { drawPeople, drawPlaces, listenToPeople } from './sidebar.ts';
import type { Snapshot } from './snapshot.ts';
import { drawThread } from './thread.ts';
import { openTools } from './tools.ts';
import { createUnread } from './unread.ts';

const narrow = matchMedia('(max-width: 760px)');
const modal = createModal();
const inspector = createInspector();
const composer = createComposer('main-composer', 'main-input', () => {
  toEnd(element('log'));
});
const threadComposer = createComposer('thread-composer', 'thread-input', () => {
  toEnd(element('thread-log'));
});
listenToSelects();
listenToFields();
listenToMenu();
listenToTrouble();

const unread = createUnread();

let snapshot: Snapshot | undefined;
let failuresSeen = 0;
let changes = listen();
let lost: { retract: () => void } | undefined;

function listen(): EventSource {
  const as = viewer();
  const source = new EventSource(as === undefined ? '/changes' : `/changes?as=${encodeURIComponent(as)}`);
  source.addEventListener('message', (event: MessageEvent<string>) => {
    lost?.retract();
    lost = undefined;
    const next = JSON.parse(event.data) as Snapshot;
    const before = snapshot;
    snapshot = next;
    if (before?.viewer === next.viewer) openAnswered(before, next);
    draw();
  });
  source.addEventListener('error', () => {
    lost ??= notice('Förbindelsen med den lokala arbetsytan är bruten. Starta den igen med «npm start».');
  });
  return source;
}

listenToPeople((id) => {
  const name = snapshot?.people.find((each) => each.id === id)?.name ?? id;
  changes.close();
  // Another person has another conversation with the app; a channel is the same for all.
  const hash = shown()?.conversation.kind === 'im' && shown()?.home === false ? '' : location.hash;
  history.replaceState(null, '', `?som=${encodeURIComponent(id)}${hash}`);
  changes = listen();
  announce(`Du agerar nu som ${name}.`);
});

addEventListener('hashchange', draw);
document.addEventListener('click', (event) => {
  const target =
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('[data-thread],[data-answer],[data-press],[data-menu]')
      : null;
  if (target === null) return;
  const { thread, answer: answered, menu } = target.dataset;
  if (thread !== undefined) openThread(thread, true);
  else if (answered !== undefined) answer(answered);
  else if (menu !== undefined)
    // In the thread one answers already.
    openTools(target, snapshot?.shortcuts ?? [], element('thread').contains(target) ? undefined : answer);
  else void press(target);
});
element('thread-close').addEventListener('click', closeThread);
element('thread').addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) closeThread();
});

function shown(): Shown | undefined {
  return snapshot === undefined ? undefined : shownOf(snapshot.conversations);
}

function draw(): void {
  const now = shown();
  if (snapshot === undefined || now === undefined) return;
  const { conversations, commands, shortcuts, botName, failures, people } = snapshot;
  const { id } = now.conversation;
  const news = unread.look(snapshot.viewer, conversations, now.home ? undefined : id);
  drawPlaces(conversations, id, news);
  drawPeople(people, snapshot.viewer);
  const global = shortcuts.filter(({ type }) => type === 'global');
  for (const each of [composer, threadComposer]) each.setOffers({ commands, shortcuts: global, botName });
  tellOpened(now);
  drawConversation(snapshot, now, composer, news.includes(id));
  drawThread(snapshot, now, threadComposer);
  drawTrouble(snapshot.trouble);
  inspector.draw(snapshot.journal);
  modal.draw(snapshot.modal);
  // Fewer than before: the program was started anew.
  if (failures.length < failuresSeen) failuresSeen = 0;
  for (const failure of failures.slice(failuresSeen)) notice(failure);
  failuresSeen = failures.length;
}

let opened = '';

/** The app is told, as in Slack, each time its Home or its conversation comes to be shown. */
function tellOpened({ conversation, home }: Shown): void {
  const tab = home ? 'home' : 'messages';
  const now = conversation.kind === 'im' ? `${conversation.id} ${tab}` : '';
  if (now !== opened && now !== '') void send('open', { tab });
  opened = now;
}

/** When the app answers a message that the person at the page wrote, the thread opens by itself. */
function openAnswered(before: Snapshot, after: Snapshot): void {
  const now = shownOf(after.conversations);
  if (now === undefined || now.home) return;
  const old = before.conversations.find(({ id }) => id === now.conversation.id)?.threads ?? {};
  for (const [ts, thread] of Object.entries(now.conversation.threads)) {
    const isNew = thread.items.length > (old[ts]?.items.length ?? 1);
    if (!thread.mine || !isNew || thread.items.at(-1)?.bot !== true) continue;
    announce(`${after.botName} har svarat i tråden.`);
    if (ts !== now.thread) openThread(ts, narrow.matches);
  }
}

let opener: Element | null = null;

function openThread(ts: string, focus: boolean): void {
  const now = shown();
  if (now === undefined) return;
  opener = document.activeElement;
  location.hash = addressOf(now.conversation.id, ts);
  draw();
  if (focus) element('thread-title').focus();
}

function answer(ts: string): void {
  openThread(ts, false);
  threadComposer.focus();
}

function closeThread(): void {
  const now = shown();
  if (now === undefined) return;
  location.hash = addressOf(now.conversation.id);
  draw();
  const back = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
  if (back) (opener as HTMLElement).focus();
  else composer.focus();
}
