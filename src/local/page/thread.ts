// The thread at the right: a message and its replies, and where one answers.
import type { Composer } from './composer.ts';
import { element } from './dom.ts';
import { drawList } from './list.ts';
import type { Shown } from './route.ts';
import { isAtEnd, show, toEnd } from './scroll.ts';
import type { Snapshot } from './snapshot.ts';
import { withTools } from './tools.ts';

export function drawThread(
  { shortcuts }: Snapshot,
  { conversation, thread: ts, home }: Shown,
  composer: Composer,
): void {
  const { id, name, kind, threads } = conversation;
  const pane = element('thread');
  const thread = ts === undefined || home ? undefined : threads[ts];
  pane.hidden = thread === undefined;
  element('workspace').classList.toggle('with-thread', thread !== undefined);
  if (thread === undefined || ts === undefined) return;
  element('thread-place').textContent = kind === 'im' ? name : `#${name}`;
  composer.setPlace({ channel: id, name, kind, thread: ts });
  const list = element('thread-messages');
  const log = element('thread-log');
  const first = list.dataset.place !== ts;
  const follow = first || isAtEnd(log);
  list.dataset.channel = id;
  const added = drawList(list, withTools(thread.items, shortcuts, false), ts);
  const began = element('thread-status').hidden && thread.status !== undefined;
  element('thread-status').hidden = thread.status === undefined;
  element('thread-status').textContent = thread.status ?? '';
  if (began && follow) toEnd(log);
  const last = added.at(-1);
  if (last === undefined || !follow) return;
  if (first && thread.items.length <= 2) log.scrollTop = 0;
  else show(log, last, thread.items.at(-1)?.bot === true);
}
