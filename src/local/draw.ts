// The workspace as one person sees it, drawn as HTML for the page.
import type { HomeView, ModalView } from '@slack/types';
import { escapeHtml } from '../render/markdown.ts';
import { blocksToHtml, blockToHtml } from '../render/blocks-html.ts';
import type { Form } from '../render/fields-html.ts';
import { mrkdwnToHtml } from '../render/mrkdwn-html.ts';
import type { Held } from './held.ts';
import type {
  Command,
  Conversation,
  Item,
  Modal,
  Piece,
  Shortcut,
  Snapshot,
  Thread,
  Trouble,
} from './page/snapshot.ts';
import { blocksOf, type Home, type View } from './views.ts';
import type { Message, Workspace } from './workspace.ts';

export interface Drawn {
  readonly workspace: Workspace;
  readonly viewer: string;
  readonly view: View | undefined;
  readonly home: Home | undefined;
  readonly held: Held;
  readonly commands: readonly Command[];
  readonly shortcuts: readonly Shortcut[];
  readonly examples: readonly string[];
  /** The id of its newest entry. */
  readonly journal: number;
  readonly trouble: Trouble | undefined;
}

export function drawSnapshot(drawn: Drawn): Snapshot {
  const { workspace, viewer, view, home, commands, shortcuts, examples, journal, trouble } = drawn;
  const prompts = workspace.prompts(workspace.directWith(viewer).id);
  return {
    botName: workspace.bot.name,
    viewer,
    people: workspace.people,
    conversations: workspace.conversations(viewer).map(({ id, name, kind }) => ({
      id,
      name,
      kind,
      ...drawMessages(drawn, id),
    })),
    home: drawHome(workspace, home),
    ...(prompts === undefined ? {} : { prompts }),
    commands,
    shortcuts,
    examples,
    ...(view === undefined ? {} : { modal: drawModal(workspace, view) }),
    journal,
    ...(trouble === undefined ? {} : { trouble }),
    failures: workspace.failures,
  };
}

function drawMessages(drawn: Drawn, channel: string): Pick<Conversation, 'items' | 'threads'> {
  const { workspace, viewer } = drawn;
  const messages = workspace.messages(channel, viewer);
  const repliesTo = group(messages);
  const roots = messages.filter((message) => message.thread === undefined);
  const items = roots.map((root) => item(drawn, root, footer(workspace, root, repliesTo.get(root.ts) ?? [])));
  const threads = roots.map((root): [string, Thread] => {
    const status = workspace.status(channel, root.ts);
    const replies = repliesTo.get(root.ts) ?? [];
    return [
      root.ts,
      {
        items: [root, ...replies].map((message) => item(drawn, message, '')),
        mine: root.user === viewer,
        ...(status === undefined ? {} : { status: `${workspace.bot.name} ${status}` }),
      },
    ];
  });
  return { items, threads: Object.fromEntries(threads) };
}

function group(messages: readonly Message[]): ReadonlyMap<string, readonly Message[]> {
  const groups = new Map<string, Message[]>();
  for (const message of messages) {
    if (message.thread === undefined) continue;
    const replies = groups.get(message.thread) ?? [];
    groups.set(message.thread, [...replies, message]);
  }
  return groups;
}

function item(drawn: Drawn, message: Message, below: string): Item {
  return {
    key: message.ts,
    bot: message.bot,
    shortcuts: message.onlyFor === undefined,
    html: messageHtml(drawn, message) + below,
  };
}

function messageHtml({ workspace, viewer, held }: Drawn, message: Message): string {
  const name = message.user === viewer ? 'Du' : (workspace.nameOf(message.user) ?? message.user);
  const body =
    message.blocks.length > 0
      ? blocksToHtml(message.blocks, workspace.nameOf, held.form(message, viewer))
      : `<div class="block section">${mrkdwnToHtml(message.text, workspace.nameOf)}</div>`;
  return `
    <span class="avatar${message.bot ? ' bot' : ''}" aria-hidden="true">${escapeHtml(name.slice(0, 1))}</span>
    <div class="message-main">
      <p class="message-head"><strong class="author">${escapeHtml(name)}</strong>${
        message.bot ? ' <span class="badge">APP</span>' : ''
      } ${timeHtml(message.ts)}</p>
      ${message.onlyFor === undefined ? '' : ONLY_YOU}
      <div class="message-body">${body}</div>
      ${message.edited === true ? '<p class="edited">(redigerat)</p>' : ''}
    </div>`;
}

/** «2 svar», which opens the thread, and the app's status while it works. */
function footer(workspace: Workspace, root: Message, replies: readonly Message[]): string {
  const status = workspace.status(root.channel, root.ts);
  const working = status === undefined ? '' : `<p class="status">${escapeHtml(`${workspace.bot.name} ${status}`)}</p>`;
  const last = replies.at(-1);
  if (last === undefined) return working;
  return `${working}<p class="replies"><button type="button" data-thread="${root.ts}">${replies.length} svar</button>
    <span class="muted">Senaste svaret ${timeHtml(last.ts)}</span></p>`;
}

function drawModal(workspace: Workspace, view: View): Modal {
  const { modal } = view;
  return {
    id: view.id,
    title: modal.title.text,
    blocks: pieces(workspace, modal, view),
    close: modal.close?.text ?? 'Stäng',
    ...(modal.submit === undefined ? {} : { submit: modal.submit.text }),
  };
}

function drawHome(workspace: Workspace, home: Home | undefined): Snapshot['home'] {
  if (home === undefined)
    return { blocks: [], empty: `${workspace.bot.name} har inte lagt något på sin startsida än.` };
  return { blocks: pieces(workspace, home.home, home) };
}

function pieces(workspace: Workspace, view: ModalView | HomeView, form: Form): readonly Piece[] {
  return blocksOf(view).map((block) => ({
    key: block.block_id ?? '',
    html: blockToHtml(block, workspace.nameOf, form),
  }));
}

const ONLY_YOU = `<p class="only-you"><svg viewBox="0 0 20 20" aria-hidden="true"><path d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z"/><circle cx="10" cy="10" r="2.2"/></svg>Bara synligt för dig</p>`;

const CLOCK = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit' });

function timeHtml(ts: string): string {
  const date = new Date(Number(ts) * 1000);
  return `<time datetime="${date.toISOString()}">${CLOCK.format(date)}</time>`;
}
