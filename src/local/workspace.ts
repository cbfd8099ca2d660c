// The state of the local workspace: who is there, what was said, and what went wrong. Knows nothing of the network.
import type { PersonHere, Prompts } from './page/snapshot.ts';
import type { Content } from './received.ts';

export interface Message extends Content {
  /** Slack's id of a message in its conversation: seconds, a dot, six digits. */
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly bot: boolean;
  /** The `ts` of the message that this one answers. */
  readonly thread?: string;
  /** An ephemeral message: the one person who sees it. */
  readonly onlyFor?: string;
  readonly edited?: boolean;
}

export interface Conversation {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  /** The person at the other end of a direct conversation. */
  readonly user?: string;
}

export interface Workspace {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly appId: string;
  readonly bot: { readonly userId: string; readonly botId: string; readonly name: string };
  /** Those who work here; the first is at the page. */
  readonly people: readonly PersonHere[];
  readonly failures: readonly string[];
  readonly now: () => number;
  readonly nextTs: () => string;
  readonly conversation: (id: string) => Conversation | undefined;
  /** The conversation, where this person takes part in it. */
  readonly conversationOf: (user: string, id: string) => Conversation | undefined;
  readonly conversations: (viewer: string) => readonly Conversation[];
  readonly directWith: (user: string) => Conversation;
  readonly nameOf: (id: string) => string | undefined;
  readonly isPerson: (id: string) => boolean;
  /** Makes a person known, under their id when no name was given. */
  readonly meet: (user: string) => void;
  readonly post: (message: Omit<Message, 'ts'>) => Message;
  readonly change: (message: Message, to: Content) => Message;
  readonly remove: (message: Message) => void;
  readonly find: (channel: string, ts: string) => Message | undefined;
  /** In order of time, replies among them; an ephemeral message only for its own viewer. */
  readonly messages: (channel: string, viewer?: string) => readonly Message[];
  /** "… söker i underlaget", under the thread where the app works; an empty text takes it away. */
  readonly setStatus: (channel: string, thread: string, text: string) => void;
  /** What the app suggests to say in a conversation with one person. */
  readonly setPrompts: (channel: string, prompts: Prompts) => void;
  readonly prompts: (channel: string) => Prompts | undefined;
  readonly status: (channel: string, thread: string) => string | undefined;
  readonly fail: (text: string) => void;
  /** Tells listeners that something is to be shown anew. */
  readonly changed: () => void;
  readonly onChange: (listener: () => void) => () => void;
}

/** The person at the page, and the colleagues whose part they can take. */
export const PERSON = 'U0PERSON';
const PEOPLE: readonly PersonHere[] = [
  { id: PERSON, name: 'Kim' },
  { id: 'U0ADA', name: 'Ada' },
  { id: 'U0BO', name: 'Bo' },
];

/** The id of a channel by its place among the names that the workspace was started with. */
export function channelId(index: number): string {
  return `C0KANAL${index + 1}`;
}

export interface WorkspaceOptions {
  readonly botUserId: string;
  readonly botName: string;
  readonly channels: readonly string[];
  readonly now: () => number;
  readonly onFailure: (text: string) => void;
}

export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { now } = options;
  const names = new Map([
    ...PEOPLE.map(({ id, name }): [string, string] => [id, name]),
    [options.botUserId, options.botName],
  ]);
  const conversations = new Map<string, Conversation>();
  const channels = options.channels.map((name, index): Conversation => ({
    id: channelId(index),
    name,
    kind: 'channel',
  }));
  for (const channel of channels) {
    conversations.set(channel.id, channel);
    names.set(channel.id, channel.name);
  }
  let messages: readonly Message[] = [];
  const statuses = new Map<string, string>();
  const prompts = new Map<string, Prompts>();
  const failures: string[] = [];
  const listeners = new Set<() => void>();
  let lastTs = 0;

  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  const nextTs = () => {
    lastTs = Math.max(lastTs + 1, now() * 1000);
    return microsToTs(lastTs);
  };
  const directWith = (user: string): Conversation => {
    const id = `D${user.slice(1)}`;
    const known = conversations.get(id);
    if (known !== undefined) return known;
    const direct: Conversation = { id, name: options.botName, kind: 'im', user };
    conversations.set(id, direct);
    return direct;
  };
  for (const { id } of PEOPLE) directWith(id);

  return {
    team: { id: 'T0LOKAL', name: 'Lokal arbetsyta', domain: 'lokal' },
    appId: 'A0LOKAL',
    bot: { userId: options.botUserId, botId: `B${options.botUserId.slice(1)}`, name: options.botName },
    people: PEOPLE,
    failures,
    now,
    nextTs,
    conversation: (id) => conversations.get(id),
    conversationOf(user, id) {
      const found = conversations.get(id);
      return found?.kind === 'im' && found.user !== user ? undefined : found;
    },
    conversations: (viewer) => [...channels, directWith(viewer)],
    directWith,
    nameOf: (id) => names.get(id),
    isPerson: (id) => names.has(id) && !conversations.has(id) && id !== options.botUserId,
    meet(user) {
      if (!names.has(user)) names.set(user, user);
    },
    post(message) {
      const posted = { ...message, ts: nextTs() };
      messages = [...messages, posted];
      if (posted.bot) statuses.delete(`${posted.channel} ${posted.thread ?? ''}`);
      changed();
      return posted;
    },
    change(message, to) {
      const edited = { ...message, text: to.text, blocks: to.blocks, edited: true };
      messages = messages.map((each) => (each.ts === message.ts && each.channel === message.channel ? edited : each));
      changed();
      return edited;
    },
    remove(message) {
      messages = messages.filter((each) => each.ts !== message.ts || each.channel !== message.channel);
      changed();
    },
    find: (channel, ts) => messages.find((each) => each.channel === channel && each.ts === ts),
    messages: (channel, viewer) =>
      messages.filter((each) => each.channel === channel && (each.onlyFor === undefined || each.onlyFor === viewer)),
    setStatus(channel, thread, text) {
      if (text === '') statuses.delete(`${channel} ${thread}`);
      else statuses.set(`${channel} ${thread}`, text);
      changed();
    },
    setPrompts(channel, given) {
      prompts.set(channel, given);
      changed();
    },
    prompts: (channel) => prompts.get(channel),
    status: (channel, thread) => statuses.get(`${channel} ${thread}`),
    fail(text) {
      failures.push(text);
      options.onFailure(text);
      changed();
    },
    changed,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function microsToTs(micros: number): string {
  return `${Math.floor(micros / 1_000_000)}.${String(Math.floor(micros) % 1_000_000).padStart(6, '0')}`;
}
