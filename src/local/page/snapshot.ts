// What the server tells the page, whole each time: the page draws what differs. HTML is made, and escaped, on the server.
//
//   GET  /changes?as=USER     server-sent events, each a `Snapshot` as that person sees the workspace; without `as` the
//                             first person. Two windows may be two persons: the server remembers none of it.
//   GET  /journal?after=ID    `{ entries: JournalEntry[] }`, those newer than ID, oldest first.
//   POST /act/NAME            an act of `Acts`, with `as` beside its input; 200 `{ ok: true, ...answer }`, or 400
//                             `{ ok: false, error }` with a text for the person.

/** A part of the page that is drawn anew only when its HTML differs. */
export interface Piece {
  readonly key: string;
  readonly html: string;
}

/** A message; its key is its `ts`. */
export interface Item extends Piece {
  readonly bot: boolean;
  /** Whether message shortcuts are offered on it: on everyone's messages, but not on one that only the viewer sees. */
  readonly shortcuts: boolean;
}

export interface Thread {
  /** The message that is answered, then its replies. */
  readonly items: readonly Item[];
  /** «… söker i underlaget», while the app works. */
  readonly status?: string;
  /** Whether the viewer began it. */
  readonly mine: boolean;
}

export interface Conversation {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly items: readonly Item[];
  readonly threads: Readonly<Record<string, Thread>>;
}

export interface Modal {
  readonly id: string;
  readonly title: string;
  /** Each with its block_id as key. */
  readonly blocks: readonly Piece[];
  readonly close: string;
  readonly submit?: string;
}

/** The app's Home tab, as the viewer has it. */
export interface Home {
  readonly blocks: readonly Piece[];
  /** Why there is nothing: the app has published no view for this person. */
  readonly empty?: string;
}

export interface Command {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
}

/** In the composer's menu and search (global), or in the menu of a message. */
export interface Shortcut {
  readonly type: 'global' | 'message';
  /** At most 24 characters. */
  readonly name: string;
  readonly callback_id: string;
  readonly description: string;
}

/** What the app offers to say, where the viewer has opened their conversation with it; `message` is said when one is pressed. */
export interface Prompts {
  readonly title?: string;
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
}

export interface PersonHere {
  readonly id: string;
  readonly name: string;
}

/**
 * Something that goes wrong on purpose, `times` times more. The first four befall calls of the Web API; `method` narrows
 * them to one method. `lostAck` befalls deliveries: the app's acknowledgement is lost, so events come again.
 */
export type Trouble = { readonly times: number } & (
  | { readonly kind: 'ratelimited'; readonly retryAfter: number; readonly method?: string }
  | { readonly kind: 'error'; readonly error: string; readonly method?: string }
  | { readonly kind: 'status'; readonly status: number; readonly method?: string }
  | { readonly kind: 'slow'; readonly ms: number; readonly method?: string }
  | { readonly kind: 'lostAck' }
);

export interface JournalEntry {
  /** Counts from 1. */
  readonly id: number;
  /** `in`: from the app to Slack. `out`: from Slack to the app. */
  readonly direction: 'in' | 'out';
  readonly kind: 'api' | 'response_url' | 'events_api' | 'slash_commands' | 'interactive';
  /** The method called; or the event, command or interaction delivered. */
  readonly name: string;
  /** ISO, when it began. */
  readonly time: string;
  readonly ms: number;
  /** `ok`, Slack's error code, `HTTP 500`, or why a delivery was not acknowledged. */
  readonly status: string;
  /** What was sent and what was answered, tokens and secrets left out. */
  readonly body: unknown;
  readonly answer?: unknown;
}

export interface Snapshot {
  readonly botName: string;
  /** Who the page is drawn for, one of `people`. */
  readonly viewer: string;
  readonly people: readonly PersonHere[];
  readonly conversations: readonly Conversation[];
  readonly home: Home;
  readonly commands: readonly Command[];
  readonly shortcuts: readonly Shortcut[];
  readonly prompts?: Prompts;
  readonly examples: readonly string[];
  readonly modal?: Modal;
  /** The id of the newest entry, 0 when there is none: ask /journal when it has grown. */
  readonly journal: number;
  readonly trouble?: Trouble;
  /** Every loud error since start. */
  readonly failures: readonly string[];
}

/** Where the blocks stand that are acted on: a message, the modal on top, or the Home tab. */
export type On =
  { readonly channel: string; readonly ts: string } | { readonly view: string } | { readonly home: true };

/** One field or button among those blocks. */
export type Spot = On & { readonly block_id: string; readonly action_id: string };

/** An option as a list shows it. */
export interface Offered {
  readonly value: string;
  readonly text: string;
  readonly description?: string;
}

/** One group without a label where the app answers with plain options. */
export interface OfferedGroup {
  readonly label?: string;
  readonly options: readonly Offered[];
}

/** The acts of the page by name, each with its input; `as`, who does it, stands beside the input. */
export interface Acts {
  readonly say: { readonly channel: string; readonly text: string; readonly thread?: string };
  readonly command: { readonly channel: string; readonly command: string; readonly text: string };
  /**
   * A button; of two feedback buttons `value` tells which. Where the button has a `confirm`, the page asks first and sends
   * `confirmed`.
   */
  readonly press: Spot & { readonly value?: string; readonly confirmed?: boolean };
  /** In a select (static or external) or among radio buttons; `value` is the option's. */
  readonly choose: Spot & { readonly value: string };
  /** What stands in a text input now. Await the last one before `submit`, `press` or `choose`. */
  readonly type: Spot & { readonly value: string };
  /** What an external select offers for what is written in it; answers `{ groups: OfferedGroup[] }`. */
  readonly suggest: Spot & { readonly query: string };
  readonly submit: Readonly<Record<string, never>>;
  readonly close: Readonly<Record<string, never>>;
  /** The viewer looks at the app: its Home tab, or their conversation with it. */
  readonly open: { readonly tab: 'home' | 'messages' };
  readonly shortcut: { readonly callback_id: string };
  readonly messageShortcut: { readonly callback_id: string; readonly channel: string; readonly ts: string };
  /** In place of what is on; `none` switches off. */
  readonly fault: Trouble | { readonly kind: 'none' };
}
