// Thumbs under an answer: what the person meets, and that what is remembered says which answer and why, never who.
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/local/standin.ts';
import { memoryInRam } from '../../src/memory.ts';
import { ACTIONS } from '../../src/render/buttons.ts';
import { sayFeedback } from '../../src/render/people-words.ts';
import { prepare } from '../../src/search/search.ts';
import { startBot, type Bot } from '../support/bot.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';
import { actionsIn, textIn, thumbIn } from '../support/message.ts';

const knowledge = await realKnowledge();
// The index is made before the first question: Slack waits three seconds for a command.
prepare(knowledge, DAY);
const CLEAR = 'får man prata om mitt ärende med kollegor på soc';
const ENTRY = 'socialtjanst/sprida-inom-socialtjansten';
const COLLEAGUE = 'U0KOLLEGA';

describe('a thumb up', () => {
  it('is thanked for in private and remembered once, by anyone who sees the answer', async () => {
    const { slack, memory, given, ...bot } = await withAnswer();
    await press({ slack }, given, 'up');
    await press({ slack }, given, 'up');
    await press({ slack }, given, 'up', COLLEAGUE);
    const thanks = await slack.until(() => bot.posts(slack.channelId)[1]);
    expect(thanks.onlyFor).toBe(slack.personId);
    expect(thanks.thread).toBe(given.thread);
    expect(textIn(thanks)).toContain(sayFeedback.thanks);
    await slack.until(() => slack.messages(slack.channelId, COLLEAGUE).find(({ onlyFor }) => onlyFor === COLLEAGUE));
    const thanked = { kind: 'thanks', day: DAY, entry: ENTRY };
    expect(memory.notes(DAY).filter(({ kind }) => kind === 'thanks')).toEqual([thanked, thanked]);
    expect(slack.failures).toEqual([]);
  });
});

describe('a thumb down', () => {
  it('asks why, and remembers the reason and the line without who wrote it', async () => {
    const { slack, memory, given, log } = await withAnswer();
    const user = COLLEAGUE;
    await press({ slack }, given, 'down', user);
    const view = await slack.until(() => slack.view(user));
    expect(view.modal.title.text).toBe(sayFeedback.title);
    const on = { view: view.id };
    await slack.submitView(user);
    expect(slack.view(user)?.errors).toHaveProperty('reason');
    await slack.choose({ user, on, block_id: 'reason', action_id: 'reason', value: 'missing' });
    const line = 'det står inget om samtycke, fråga Xerxes på 811218-9876';
    await slack.type({ user, on, block_id: 'line', action_id: 'line', value: line });
    await slack.submitView(user);
    expect(textIn(slack.view(user))).toContain(sayFeedback.sent);
    const gaps = memory.notes(DAY).filter(({ kind }) => kind === 'gap');
    expect(gaps).toEqual([
      {
        kind: 'gap',
        day: DAY,
        why: 'thumbs down',
        words: [],
        area: 'socialtjanst',
        entry: ENTRY,
        reason: 'missing',
        line: expect.stringMatching(/^det står inget om samtycke/u) as unknown,
      },
    ]);
    expect(JSON.stringify(gaps)).not.toMatch(/Xerxes|9876|U0KOLLEGA/u);
    expect(log()).not.toMatch(/samtycke|U0KOLLEGA/u);
    expect(slack.failures).toEqual([]);
  });

  it('is remembered without a reason when the question why cannot be asked', async () => {
    const fault = (method: string) => (method === 'views.open' ? { error: 'expired_trigger_id' } : undefined);
    const { slack, memory, given, posts } = await withAnswer(fault);
    await press({ slack }, given, 'down');
    const note = await slack.until(() => posts(slack.channelId)[1]);
    expect(textIn(note)).toContain(sayFeedback.noted);
    expect(memory.notes(DAY)).toContainEqual(expect.objectContaining({ why: 'thumbs down', entry: ENTRY }));
  });
});

describe('thumbs', () => {
  it('stand under answers, not under help or what has no answer', async () => {
    const { slack, posts } = await startBot('http', () => knowledge);
    for (const text of ['', 'hur byter jag vinterdäck', 'vad är jäv', 'OSL 26:1'])
      await slack.say({ channel: slack.directId, user: slack.personId, text });
    await slack.until(() => (posts(slack.directId).length === 4 ? true : undefined));
    const rated = posts(slack.directId).map((post) => actionsIn(post).includes(ACTIONS.feedback));
    expect(rated.filter(Boolean)).toHaveLength(1);
  });
});

type Fault = (method: string) => { error: string } | undefined;

async function withAnswer(fault: Fault = () => undefined) {
  const memory = memoryInRam();
  const bot = await startBot('http', () => knowledge, { fault }, { memory });
  const { slack, post } = bot;
  await slack.say({ channel: slack.channelId, user: slack.personId, text: `@Sekretesslotsen ${CLEAR}` });
  const given = await post(slack.channelId);
  return { ...bot, memory, given };
}

function press({ slack }: Pick<Bot, 'slack'>, on: Message, thumb: 'up' | 'down', user = slack.personId) {
  return slack.press({ user, on, action_id: ACTIONS.feedback, value: thumbIn(on, thumb) });
}
