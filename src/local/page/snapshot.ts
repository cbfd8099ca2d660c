// What the server tells the page, whole each time: the page draws what differs. HTML is made, and escaped, on the server.

/** A part of the page that is drawn anew only when its HTML differs. */
export interface Piece {
  readonly key: string;
  readonly html: string;
}

/** A message; its key is its `ts`. */
export interface Item extends Piece {
  readonly bot: boolean;
}

export interface Thread {
  /** The message that is answered, then its replies. */
  readonly items: readonly Item[];
  /** «… söker i underlaget», while the app works. */
  readonly status?: string;
  /** Whether the person at the page began it. */
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

export interface Command {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
}

export interface Snapshot {
  readonly botName: string;
  readonly conversations: readonly Conversation[];
  readonly commands: readonly Command[];
  readonly examples: readonly string[];
  readonly modal?: Modal;
  /** Every loud error since start. */
  readonly failures: readonly string[];
}
