// The thread that a question stands in: what our last answer there was about, read back from that answer's own buttons. We keep
// nothing ourselves. In channels it takes a permission that a workspace may withhold; then the question is read by itself.
import type { WebClient } from '@slack/web-api';
import type { Earlier } from '../answer/followup.ts';
import { readStated } from '../answer/situation.ts';
import { entryById, type Knowledge } from '../knowledge/knowledge.ts';
import { HANDOVER, readHandover, type Handover } from '../render/handover.ts';
import { ACTIONS, languageIn, readTarget } from '../render/buttons.ts';

export interface ThreadPlace {
  readonly channel: string;
  /** The `ts` of the message that the thread hangs on. */
  readonly thread: string;
  /** The bot's own user id: what others have written there is not looked at. */
  readonly bot: string;
}

export interface Above {
  /** What the bot's last answer there was about. */
  readonly earlier?: Earlier;
  /** The thread hangs on a person's reply: what is written in it is meant for them. */
  readonly reply?: Handover;
}

/** What stands above in the thread; empty where it may not be read. Rejects when Slack is out of reach. */
export async function above(
  client: WebClient,
  { channel, thread, bot }: ThreadPlace,
  knowledge: Knowledge,
): Promise<Above> {
  let earlier: Earlier | undefined;
  let reply: Handover | undefined;
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const read = await client.conversations.replies({
      channel,
      ts: thread,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const message of read.messages ?? []) {
      if (message.user !== bot) continue;
      const buttons = (message.blocks ?? []).flatMap(buttonsIn);
      earlier = aboutWhat(buttons, knowledge) ?? earlier;
      if (message.ts === thread) reply = readHandover(buttons.find(({ id }) => id === HANDOVER.writeBack)?.value);
    }
    cursor = read.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') break;
  }
  return { ...(earlier === undefined ? {} : { earlier }), ...(reply === undefined ? {} : { reply }) };
}

/** Messages a call, and calls: a thread with more than a thousand replies is no conversation with a bot. */
const PAGE = 200;
const MOST_PAGES = 5;

/** Every answer with provisions has a button that opens them, whose value is the answer itself. */
function aboutWhat(buttons: readonly Pressable[], knowledge: Knowledge): Earlier | undefined {
  const target = readTarget(buttons.find(({ id }) => id === ACTIONS.showProvisions)?.value);
  switch (target?.kind) {
    case 'situation': {
      const stated = readStated(target.written, knowledge);
      return stated && { kind: 'situation', stated, language: languageIn(target) };
    }
    case 'entry': {
      const entry = entryById(knowledge, target.id);
      return entry && { kind: 'entry', entry, language: languageIn(target) };
    }
    default:
      return undefined;
  }
}

interface Pressable {
  readonly id: string;
  readonly value: string;
}

/** What came over the wire is believed only in shape. */
function buttonsIn(block: unknown): Pressable[] {
  const elements = isFields(block) && Array.isArray(block.elements) ? (block.elements as readonly unknown[]) : [];
  return elements.flatMap((element) =>
    isFields(element) && typeof element.action_id === 'string' && typeof element.value === 'string'
      ? [{ id: element.action_id, value: element.value }]
      : [],
  );
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
