// The weekly digest to the admins' channel: on Monday at eight in Sweden, or as soon as the bot is up after that, once a week.
import { daysAfter } from '../knowledge/days.ts';
import { adminState, firstDayCounted } from '../memory/admin-state.ts';
import { digestMessage } from '../render/digest.ts';
import type { SlackMessage } from '../render/slack.ts';
import type { Desk } from './desk.ts';
import { describeError } from './log.ts';

/** Looks at the clock every minute until it is told to stop. `now` is in milliseconds since 1970. */
export function startDigest(desk: Desk, post: (message: SlackMessage) => Promise<void>, now: () => number): () => void {
  // What is only in RAM has forgotten whether the week's digest was sent before the program began: then it is taken as sent.
  let sent = desk.memory.lasts === true ? '' : lastDue(now());
  let waitUntil = 0;
  let isPosting = false;
  const look = async () => {
    const monday = lastDue(now());
    if (isPosting || now() < waitUntil || sent === monday) return;
    if (desk.memory.notes(monday).some(({ kind }) => kind === 'digest')) {
      sent = monday;
      return;
    }
    isPosting = true;
    try {
      await post(digestOf(desk, monday));
      sent = monday;
      desk.memory.note({ kind: 'digest', day: swedishTime(now()).day });
    } catch (error) {
      waitUntil = now() + RETRY_MS;
      desk.log.error({ surface: 'digest', ...describeError(error) }, 'could not post the weekly digest');
    } finally {
      isPosting = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), MINUTE_MS);
  return () => {
    clearInterval(timer);
  };
}

const MINUTE_MS = 60_000;
const RETRY_MS = 60 * MINUTE_MS;
const HOUR = 8;
/** In the order that JavaScript has them. */
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The whole week that ended before that Monday, and how it stands today. */
function digestOf(desk: Desk, monday: string): SlackMessage {
  const sunday = daysAfter(monday, -1);
  const notes = desk.memory.notes(firstDayCounted(sunday));
  const state = adminState(desk.knowledge(), desk.problems(), notes, desk.today(), sunday);
  return digestMessage(state, desk.memory.lasts === true);
}

/** The last Monday that has come to eight o'clock in Sweden, as `2026-11-23`. */
function lastDue(at: number): string {
  const { day, weekday, hour } = swedishTime(at);
  const monday = daysAfter(day, -((weekday + 6) % 7));
  return monday === day && hour < HOUR ? daysAfter(monday, -7) : monday;
}

function swedishTime(at: number): { readonly day: string; readonly weekday: number; readonly hour: number } {
  const parts = new Map(CLOCK.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    weekday: WEEKDAYS.indexOf(part('weekday')),
    hour: Number(part('hour')),
  };
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Stockholm',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});
