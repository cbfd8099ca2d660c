// "… söker i underlaget", where the answer takes longer than a blink.
import type { WebClient } from '@slack/web-api';
import { sayStart } from '../render/start-words.ts';
import type { Desk } from './desk.ts';
import { describeError } from './log.ts';

/** Longer than this and one wonders whether anything happens. */
const BLINK_MS = 300;

/** Does the work; if it lasts, the thread says meanwhile that it is under way. A status that Slack refuses costs nobody the answer. */
export async function showingStatus(
  desk: Desk,
  client: WebClient,
  { channel, thread }: { readonly channel: string; readonly thread: string },
  work: () => Promise<void>,
): Promise<void> {
  const say = async (status: string): Promise<boolean> => {
    try {
      await client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status });
      return true;
    } catch (error) {
      desk.log.warn(describeError(error), 'could not say that the answer is under way');
      return false;
    }
  };
  let said: Promise<boolean> | undefined;
  const timer = setTimeout(() => {
    said = say(sayStart.searching);
  }, BLINK_MS);
  try {
    await work();
  } finally {
    clearTimeout(timer);
    // Slack clears it when the answer is posted, but not where it came to Slack after that.
    if (await said) await say('');
  }
}
