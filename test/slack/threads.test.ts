// Follow-ups in threads, over the stand-in: what was stated is read back from the bot's own answer, where that may be read.
import { describe, expect, it } from 'vitest';
import { say } from '../../src/render/words.ts';
import { startBot } from '../support/bot.ts';
import { realKnowledge } from '../support/knowledge.ts';
import { textIn } from '../support/message.ts';

const knowledge = await realKnowledge();
const current = () => knowledge;
const FIRST = 'Får BUP berätta för skolkuratorn om diagnosen?';

describe('a thread in a channel', () => {
  it('keeps the facts when the bot is mentioned again, and changes the verdict', async () => {
    const { slack, post } = await startBot('http', current, { scopes: ['channels:history'] });
    const { channelId: channel, personId: user } = slack;
    const { message } = await slack.say({ channel, user, text: `@Sekretesslotsen ${FIRST}` });
    await post(channel);
    await slack.say({ channel, user, text: '@Sekretesslotsen men om vi har samtycke?', thread: message.ts });
    const second = await post(channel, 2);
    expect(second.thread).toBe(message.ts);
    expect(textIn(second)).toContain(say.kept);
    expect(textIn(second)).toContain('BUP → skolkuratorn');
    expect(textIn(second)).toContain(say.verdict.permitted);

    await slack.say({ channel, user, text: '@Sekretesslotsen och till rektorn då?', thread: message.ts });
    const third = await post(channel, 3);
    expect(textIn(third)).toContain('BUP → rektorn');
    expect(textIn(third)).toContain('samtycke finns');
    expect(slack.failures).toEqual([]);
  });

  it('says that it builds on nothing where it may not read the thread, and answers all the same', async () => {
    const { slack, post } = await startBot('http', current);
    const { channelId: channel, personId: user } = slack;
    const { message } = await slack.say({ channel, user, text: `@Sekretesslotsen ${FIRST}` });
    await post(channel);
    await slack.say({ channel, user, text: '@Sekretesslotsen men om vi har samtycke?', thread: message.ts });
    expect(textIn(await post(channel, 2))).toContain(say.readAlone);
    expect(slack.failures).toEqual([]);
  });

  it('does not hear what is said there without a mention', async () => {
    const { slack, post, posts } = await startBot('http', current, { scopes: ['channels:history'] });
    const { channelId: channel, personId: user } = slack;
    const { message } = await slack.say({ channel, user, text: `@Sekretesslotsen ${FIRST}` });
    await post(channel);
    const { reply } = await slack.say({ channel, user, text: 'men om vi har samtycke?', thread: message.ts });
    expect(reply).toBeUndefined();
    expect(posts(channel)).toHaveLength(1);
  });

  it('believes nothing that others have written there, and no button that is not its own', async () => {
    const { slack, post } = await startBot('http', current, { scopes: ['channels:history'] });
    const { channelId: channel, personId: user } = slack;
    const { message } = await slack.say({ channel, user, text: `situation/s1{"avsändare":"polis","mottagare":"BUP"}` });
    await slack.say({ channel, user, text: '@Sekretesslotsen men om vi har samtycke?', thread: message.ts });
    expect(textIn(await post(channel))).toContain(say.readAlone);
  });
});

describe('a thread in a direct message', () => {
  it('keeps the facts without any permission more', async () => {
    const { slack, post } = await startBot('http', current);
    const { directId: channel, personId: user } = slack;
    const { message } = await slack.say({ channel, user, text: FIRST });
    await post(channel);
    await slack.say({ channel, user, text: 'och åt andra hållet?', thread: message.ts });
    expect(textIn(await post(channel, 2))).toContain('Skolkuratorn → BUP');
    expect(slack.failures).toEqual([]);
  });

  it('takes the last answer, also after a choice has changed it', async () => {
    const { slack, post } = await startBot('http', current);
    const { directId: channel, personId: user } = slack;
    const { message } = await slack.say({ channel, user, text: FIRST });
    const given = await post(channel);
    const consent = given.blocks
      .flatMap((block) => (block.type === 'actions' ? block.elements : []))
      .find((element) => element.type === 'button' && element.text.text === 'Samtycke finns');
    await slack.press({ user, on: given, action_id: consent?.action_id ?? '' });
    await slack.until(() =>
      JSON.stringify(slack.messages(channel, user)).includes(say.verdict.permitted) ? true : undefined,
    );
    await slack.say({ channel, user, text: 'och till rektorn då?', thread: message.ts });
    expect(textIn(await post(channel, 2))).toMatch(/samtycke finns[\s\S]*BUP → rektorn/u);
  });
});

it('answers when Slack fails to give the thread', async () => {
  const { slack, post } = await startBot('http', current, {
    fault: (method) => (method === 'conversations.replies' ? { status: 500 } : undefined),
  });
  const { directId: channel, personId: user } = slack;
  const { message } = await slack.say({ channel, user, text: FIRST });
  await post(channel);
  await slack.say({ channel, user, text: 'men om vi har samtycke?', thread: message.ts });
  expect(textIn(await post(channel, 2))).toContain(say.readAlone);
});
