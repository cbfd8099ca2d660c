// Follow-ups in threads, over the stand-in: what was stated is read back from the bot's own answer, where that may be read.
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/local/standin.ts';
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
    // A consent is given for somebody: it does not follow to the next.
    expect(textIn(third)).toContain(`${say.dropped} samtycke finns`);
    expect(textIn(third)).not.toContain(`**${say.verdict.permitted}.**`);
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

describe('an answer that all in a channel see', () => {
  it('is changed by the one who asked; anybody else sees beside it what it would be', async () => {
    const { slack, post, posts } = await startBot('http', current);
    const { channelId: channel, personId: user } = slack;
    await slack.say({ channel, user, text: `@Sekretesslotsen ${FIRST}` });
    const given = await post(channel);
    const before = textIn(given);
    await slack.press({ user: 'U0ADA', on: given, action_id: consentIn(given) });
    const beside = await slack.until(() => slack.messages(channel, 'U0ADA').find(({ onlyFor }) => onlyFor === 'U0ADA'));
    expect(textIn(beside)).toContain(say.verdict.permitted);
    expect(textIn(posts(channel)[0])).toBe(before);

    await slack.press({ user, on: given, action_id: consentIn(given) });
    await slack.until(() => (textIn(posts(channel)[0]) === before ? undefined : true));
    expect(textIn(posts(channel)[0])).toContain(say.verdict.permitted);
    expect(slack.failures).toEqual([]);
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
    await slack.press({ user, on: given, action_id: consentIn(given) });
    await slack.until(() =>
      JSON.stringify(slack.messages(channel, user)).includes(say.verdict.permitted) ? true : undefined,
    );
    await slack.say({ channel, user, text: 'och till rektorn då?', thread: message.ts });
    expect(textIn(await post(channel, 2))).toMatch(/BUP → rektorn[\s\S]*samtycke finns/u);
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

/** The button that states that there is a consent. */
function consentIn(given: Message): string {
  const buttons = given.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  const found = buttons.find((element) => element.type === 'button' && element.text.text === 'Samtycke finns');
  return found?.action_id ?? '';
}
