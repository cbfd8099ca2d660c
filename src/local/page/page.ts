// The page of the local workspace: takes whole snapshots from the server and draws what differs. The address says what
// is shown (#/CONVERSATION/THREAD), so that reload and the browser's back button work.
import { createComposer, type Place, say } from './composer.ts';
import { drawList } from './list.ts';
import { createModal } from './modal.ts';
import { announce, element, notice, send } from './send.ts';
import type { Conversation, Snapshot } from './snapshot.ts';

const narrow = matchMedia('(max-width: 760px)');
const modal = createModal();
const composer = createComposer('main-composer', 'main-input', () => {
  toEnd(element('log'));
});
const threadComposer = createComposer('thread-composer', 'thread-input', () => {
  toEnd(element('thread-log'));
});

let snapshot: Snapshot | undefined;
let failuresSeen = 0;

const changes = new EventSource('/changes');
let lost: { retract: () => void } | undefined;
changes.addEventListener('message', (event: MessageEvent<string>) => {
  lost?.retract();
  lost = undefined;
  const next = JSON.parse(event.data) as Snapshot;
  const before = snapshot;
  snapshot = next;
  openAnswered(before, next);
  draw();
});
changes.addEventListener('error', () => {
  lost ??= notice('Förbindelsen med den lokala arbetsytan är bruten. Starta den igen med «npm start».');
});
addEventListener('hashchange', () => {
  draw();
});

document.addEventListener('click', (event) => {
  const target =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-thread],[data-press]') : null;
  if (target === null) return;
  const thread = target.dataset.thread;
  if (thread === undefined) void press(target);
  else openThread(thread, true);
});
element('thread-close').addEventListener('click', closeThread);
element('thread').addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) closeThread();
});

function draw(): void {
  if (snapshot === undefined) return;
  const { conversations, commands, botName, failures } = snapshot;
  const shown = where(conversations);
  if (shown === undefined) return;
  drawSidebar(conversations, shown.conversation.id);
  for (const each of [composer, threadComposer]) each.setCommands(commands, botName);
  drawConversation(shown.conversation);
  drawThread(shown.conversation, shown.thread);
  modal.draw(snapshot.modal);
  // Fewer than before: the program was started anew.
  if (failures.length < failuresSeen) failuresSeen = 0;
  for (const failure of failures.slice(failuresSeen)) notice(failure);
  failuresSeen = failures.length;
}

/** The conversation and thread that the address names; the direct conversation where it names none. */
function where(
  conversations: readonly Conversation[],
): { conversation: Conversation; thread: string | undefined } | undefined {
  const [, id, thread] = location.hash.split('/');
  const named = conversations.find((each) => each.id === id);
  const conversation = named ?? conversations.find(({ kind }) => kind === 'im');
  if (conversation === undefined) return undefined;
  return { conversation, thread: thread !== undefined && thread in conversation.threads ? thread : undefined };
}

function drawSidebar(conversations: readonly Conversation[], current: string): void {
  for (const [list, kind] of [
    ['channels', 'channel'],
    ['directs', 'im'],
  ] as const) {
    const links = conversations
      .filter((each) => each.kind === kind)
      .map((each) => placeLink(each, each.id === current));
    const html = links.map((link) => link.outerHTML).join('');
    if (element(list).dataset.html !== html) element(list).replaceChildren(...links);
    element(list).dataset.html = html;
  }
}

function placeLink({ id, name, kind }: Conversation, current: boolean): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `#/${id}`;
  if (current) link.setAttribute('aria-current', 'page');
  const sign = document.createElement('span');
  sign.className = kind === 'im' ? 'sign presence' : 'sign';
  sign.textContent = kind === 'im' ? '' : '#';
  sign.ariaHidden = 'true';
  link.append(sign, name);
  item.append(link);
  return item;
}

function drawConversation(conversation: Conversation): void {
  const { id, name, kind, items } = conversation;
  const channel = kind === 'channel';
  element('title').textContent = channel ? `# ${name}` : name;
  element('topic').textContent = channel
    ? 'Nämn Sekretesslotsen för att få svar i en tråd'
    : 'Frågor om sekretess, direkt till appen';
  document.title = `${channel ? `#${name}` : name} · Lokal arbetsyta`;
  composer.setPlace({ channel: id, name, kind });
  drawEmpty(conversation);
  const follow = element('messages').dataset.place !== id || isAtEnd(element('log'));
  const added = drawList(element('messages'), items, id);
  const last = added.at(-1);
  if (last !== undefined && follow) show(element('log'), last, items.at(-1)?.bot === true);
}

function drawEmpty({ id, name, kind, items }: Conversation): void {
  element('empty').hidden = items.length > 0;
  if (items.length > 0 || element('empty').dataset.place === id || snapshot === undefined) return;
  const { botName, examples, commands } = snapshot;
  element('empty').dataset.place = id;
  element('empty-title').textContent = kind === 'im' ? 'Fråga om sekretess' : `Det här är #${name}`;
  element('empty-text').textContent =
    kind === 'im'
      ? `Skriv en fråga som du skulle ställa den till en kunnig kollega. ${botName} svarar med lagrum, eller säger när frågan ligger utanför underlaget.`
      : `Här läser alla med. Nämn @${botName} så svarar den i en tråd. Pröva:`;
  element('examples').replaceChildren(
    ...examples.map((text) => example(text, kind === 'im' ? text : `@${botName} ${text}`, { channel: id, name, kind })),
  );
  element('empty-more').textContent =
    commands.length === 0 ? '' : `Kommandon finns också: ${commands.map(({ command }) => command).join(', ')}.`;
}

function example(shown: string, text: string, place: Place): HTMLLIElement {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = shown;
  button.addEventListener('click', () => {
    void say(place, text);
    composer.focus();
  });
  item.append(button);
  return item;
}

function drawThread({ id, name, kind, threads }: Conversation, ts: string | undefined): void {
  const pane = element('thread');
  const thread = ts === undefined ? undefined : threads[ts];
  pane.hidden = thread === undefined;
  element('workspace').classList.toggle('with-thread', thread !== undefined);
  if (thread === undefined || ts === undefined) return;
  element('thread-place').textContent = kind === 'im' ? name : `#${name}`;
  threadComposer.setPlace({ channel: id, name, kind, thread: ts });
  const first = element('thread-messages').dataset.place !== ts;
  const follow = first || isAtEnd(element('thread-log'));
  const added = drawList(element('thread-messages'), thread.items, ts);
  const began = element('thread-status').hidden && thread.status !== undefined;
  element('thread-status').hidden = thread.status === undefined;
  element('thread-status').textContent = thread.status ?? '';
  if (began && follow) toEnd(element('thread-log'));
  const last = added.at(-1);
  if (last === undefined || !follow) return;
  if (first && thread.items.length <= 2) element('thread-log').scrollTop = 0;
  else show(element('thread-log'), last, thread.items.at(-1)?.bot === true);
}

/** When the app answers a message that the person at the page wrote, the thread opens by itself. */
function openAnswered(before: Snapshot | undefined, after: Snapshot): void {
  if (before === undefined) return;
  const shown = where(after.conversations);
  if (shown === undefined) return;
  const old = before.conversations.find(({ id }) => id === shown.conversation.id)?.threads ?? {};
  for (const [ts, thread] of Object.entries(shown.conversation.threads)) {
    const isNew = thread.items.length > (old[ts]?.items.length ?? 1);
    if (!thread.mine || !isNew || thread.items.at(-1)?.bot !== true) continue;
    announce(`${after.botName} har svarat i tråden.`);
    if (ts !== shown.thread) openThread(ts, narrow.matches);
  }
}

let opener: Element | null = null;

function openThread(ts: string, focus: boolean): void {
  const shown = snapshot === undefined ? undefined : where(snapshot.conversations);
  if (shown === undefined) return;
  opener = document.activeElement;
  location.hash = `/${shown.conversation.id}/${ts}`;
  draw();
  if (focus) element('thread-title').focus();
}

function closeThread(): void {
  const shown = snapshot === undefined ? undefined : where(snapshot.conversations);
  if (shown === undefined) return;
  location.hash = `/${shown.conversation.id}`;
  draw();
  const back = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
  if (back) (opener as HTMLElement).focus();
  else composer.focus();
}

async function press(button: HTMLElement): Promise<void> {
  if (button.ariaBusy === 'true') return;
  const message = button.closest<HTMLElement>('[data-key]');
  const view = button.closest<HTMLElement>('dialog')?.dataset.view;
  const shown = snapshot === undefined ? undefined : where(snapshot.conversations);
  if (shown === undefined) return;
  button.ariaBusy = 'true';
  const { press: action_id = '', block: block_id = '' } = button.dataset;
  const on = view === undefined ? { channel: shown.conversation.id, ts: message?.dataset.key ?? '' } : { view };
  await send('press', { ...on, action_id, block_id });
  button.ariaBusy = null;
}

function isAtEnd(log: HTMLElement): boolean {
  return log.scrollHeight - log.scrollTop - log.clientHeight < 80;
}

function toEnd(log: HTMLElement): void {
  log.scrollTop = log.scrollHeight;
}

/** A long answer is shown from its start, what the person wrote from its end. */
function show(log: HTMLElement, item: HTMLElement, fromStart: boolean): void {
  if (fromStart && item.offsetHeight > log.clientHeight - 40) item.scrollIntoView({ block: 'start' });
  else toEnd(log);
}
