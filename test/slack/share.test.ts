// «Visa för alla»: a private answer is shown to all where it stands, without the asker's words, name or alarm.
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/local/standin.ts';
import { ACTIONS } from '../../src/render/buttons.ts';
import { sayShare } from '../../src/render/people-words.ts';
import { say } from '../../src/render/words.ts';
import { prepare } from '../../src/search/search.ts';
import { startBot, type Bot } from '../support/bot.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';
import { actionsIn, textIn } from '../support/message.ts';

const knowledge = await realKnowledge();
// The index is made before the first question: Slack waits three seconds for a command.
prepare(knowledge, DAY);
const current = () => knowledge;
const CLEAR = 'får man prata om mitt ärende med kollegor på soc';

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  it('shows a private answer to all, without what was asked, and says privately that it did', async () => {
    const bot = await startBot(mode, current);
    const given = await ask(bot, CLEAR);
    await share(bot, given);
    const shared = await bot.slack.until(() => inChannel(bot)[0]);
    expect(shared.onlyFor).toBeUndefined();
    expect(textIn(shared)).toContain(sayShare.shared);
    expect(textIn(shared)).toContain('OSL 8:2');
    expect(JSON.stringify(shared).toLowerCase()).not.toContain('mitt ärende med kollegor');
    expect(JSON.stringify(shared)).not.toContain(bot.slack.personId);
    expect(actionsIn(shared)).not.toContain(ACTIONS.share);
    const note = await bot.slack.until(() => privateNote(bot, sayShare.done));
    expect(note.onlyFor).toBe(bot.slack.personId);
    expect(bot.slack.failures).toEqual([]);
  });
});

describe('an answer that is shown to all', () => {
  it('is asked about first', async () => {
    const bot = await startBot('http', current);
    const given = await ask(bot, CLEAR);
    const pressed = bot.slack.press({ user: bot.slack.personId, on: given, action_id: ACTIONS.share });
    await expect(pressed).rejects.toThrow(sayShare.confirm);
  });

  it('carries no alarm: the help was for the one who asked', async () => {
    const bot = await startBot('http', current);
    const given = await ask(bot, 'en elev säger att hon ska ta livet av sig, får skolkuratorn ringa BUP?');
    expect(textIn(given)).toContain(say.helpFirst);
    await share(bot, given);
    const shared = await bot.slack.until(() => inChannel(bot)[0]);
    expect(textIn(shared)).not.toContain(say.helpFirst);
    expect(textIn(shared)).not.toContain('livet av sig');
  });

  it('shows a verdict by its facts, not by the words they were read from', async () => {
    const bot = await startBot('http', current);
    const given = await ask(bot, 'Får BUP berätta för skolkuratorn om diagnosen?');
    expect(textIn(given)).toContain('»diagnosen«');
    await share(bot, given);
    const shared = await bot.slack.until(() => inChannel(bot)[0]);
    expect(textIn(shared)).toContain(`**${say.verdict.depends}.**`);
    expect(textIn(shared)).not.toMatch(/[»«]/u);
  });

  it('stands in the thread that it was read in', async () => {
    const bot = await startBot('http', current);
    const { slack } = bot;
    await slack.say({ channel: slack.channelId, user: slack.personId, text: `@Sekretesslotsen ${CLEAR}` });
    const first = await bot.post(slack.channelId);
    expect(actionsIn(first)).not.toContain(ACTIONS.share);
    await slack.press({ user: slack.personId, on: first, action_id: `${ACTIONS.readMore}:0` });
    await share(bot, await bot.post(slack.channelId, 2));
    const shared = await slack.until(() => inChannel(bot)[1]);
    expect(shared.thread).toBe(first.thread);
    expect((await slack.until(() => privateNote(bot, sayShare.done))).thread).toBe(first.thread);
  });

  it('is shown once, however often the button is pressed', async () => {
    const bot = await startBot('http', current);
    const given = await ask(bot, CLEAR);
    await Promise.all([share(bot, given), share(bot, given)]);
    await bot.slack.until(() => privateNote(bot, sayShare.already));
    expect(inChannel(bot)).toHaveLength(1);
  });

  it('is shown anew when a choice has put another answer in its place', async () => {
    const bot = await startBot('http', current);
    const { slack } = bot;
    const given = await ask(bot, 'Får BUP berätta för skolkuratorn om diagnosen?');
    await share(bot, given);
    await slack.until(() => privateNote(bot, sayShare.done));
    await slack.press({ user: slack.personId, on: given, action_id: `${ACTIONS.choose}:0` });
    const changed = await slack.until(() => privateNote(bot, `**${say.verdict.permitted}.**`));
    expect(changed.ts).toBe(given.ts);
    await share(bot, changed);
    const [, second] = await slack.until(() => (inChannel(bot).length === 2 ? inChannel(bot) : undefined));
    expect(textIn(second)).toContain(`**${say.verdict.permitted}.**`);
    expect(slack.failures).toEqual([]);
  });

  it('is told of kindly when it is gone', async () => {
    let folder = knowledge;
    const bot = await startBot('http', () => folder);
    const given = await ask(bot, CLEAR);
    folder = { ...knowledge, entries: [] };
    await share(bot, given);
    await bot.slack.until(() => privateNote(bot, say.notThere));
    expect(inChannel(bot)).toEqual([]);
  });

  it('is not offered where nobody else is', async () => {
    const bot = await startBot('http', current);
    const { slack } = bot;
    await slack.say({ channel: slack.directId, user: slack.personId, text: CLEAR });
    const given = await bot.post(slack.directId);
    await slack.press({ user: slack.personId, on: given, action_id: `${ACTIONS.readMore}:0` });
    await slack.command({ command: '/sekretess', text: CLEAR, channel: slack.directId, user: slack.personId });
    await bot.post(slack.directId, 3);
    for (const post of bot.posts(slack.directId)) expect(actionsIn(post)).not.toContain(ACTIONS.share);
  });
});

async function ask({ slack, post }: Bot, text: string): Promise<Message> {
  await slack.command({ command: '/sekretess', text, channel: slack.channelId, user: slack.personId });
  const given = await post(slack.channelId);
  expect(given.onlyFor).toBe(slack.personId);
  return given;
}

function share({ slack }: Bot, on: Message): Promise<unknown> {
  return slack.press({ user: slack.personId, on, action_id: ACTIONS.share, confirmed: true });
}

/** What the bot has posted for all. */
function inChannel({ slack, posts }: Bot): readonly Message[] {
  return posts(slack.channelId).filter(({ onlyFor }) => onlyFor === undefined);
}

function privateNote({ slack, posts }: Bot, text: string): Message | undefined {
  return posts(slack.channelId).find((each) => each.onlyFor !== undefined && textIn(each).includes(text));
}
