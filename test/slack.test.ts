// The bot in Slack, over both of its connections, before the stand-in that refuses what Slack would refuse.
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../src/render/buttons.ts';
import { FORM } from '../src/render/form.ts';
import { NAME, say } from '../src/render/words.ts';
import { describeError } from '../src/slack/log.ts';
import { plainText } from '../src/slack/text.ts';
import { seenInMemory } from '../src/slack/seen.ts';
import { startBot } from './support/bot.ts';
import { realKnowledge } from './support/knowledge.ts';
import { SPLIT_EMPLOYMENT } from './support/letters.ts';
import { textIn } from './support/message.ts';

const knowledge = await realKnowledge();
const current = () => knowledge;
/** A question that has one clear answer. */
const DIAGNOSIS = 'Får BUP berätta för skolkuratorn om diagnosen?';
const CLEAR = 'får man prata om mitt ärende med kollegor på soc';

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  it('answers a mention in its thread, once, however often it is delivered', async () => {
    const { slack, post, posts } = await startBot(mode, current);
    const { message } = await slack.say({
      channel: slack.channelId,
      user: slack.personId,
      text: `@Sekretesslotsen ${SPLIT_EMPLOYMENT}`,
    });
    const given = await post(slack.channelId);
    expect(given.thread).toBe(message.ts);
    expect(textIn(given)).toMatch(/OSL 2:1[\s\S]*OSL 23:2[\s\S]*SoL 19:1/u);

    await slack.redeliver();
    const second = await slack.say({
      channel: slack.channelId,
      user: slack.personId,
      text: '@Sekretesslotsen OSL 40:7g',
    });
    await slack.until(() => posts(slack.channelId).find(({ thread }) => thread === second.message.ts));
    expect(posts(slack.channelId)).toHaveLength(2);
    expect(slack.failures).toEqual([]);
  });

  it('answers a direct message in its thread and opens the provisions in a modal', async () => {
    const { slack, post } = await startBot(mode, current);
    const { message } = await slack.say({ channel: slack.directId, user: slack.personId, text: CLEAR });
    const given = await post(slack.directId);
    expect(given.thread).toBe(message.ts);
    expect(textIn(given)).toMatch(/OSL 26:1[\s\S]*OSL 8:1[\s\S]*OSL 8:2[\s\S]*SoL 2:1/u);

    await slack.press({ user: slack.personId, on: given, action_id: ACTIONS.showProvisions });
    const view = await slack.until(() => slack.view(slack.personId));
    expect(view.modal.title.text).toBe(say.provisions);
    expect(JSON.stringify(view.modal.blocks)).toContain('OSL 26:1 Sekretess inom socialtjänsten');
    expect(slack.failures).toEqual([]);
  });

  it('answers commands for the asker alone', async () => {
    const { slack, post } = await startBot(mode, current);
    await slack.command({
      command: '/sekretess',
      text: CLEAR,
      channel: slack.channelId,
      user: slack.personId,
    });
    const given = await post(slack.channelId);
    expect(given.onlyFor).toBe(slack.personId);
    expect(textIn(given)).toContain('OSL 8:2');
    await slack.command({
      command: '/lagrum',
      text: 'genralklausulen',
      channel: slack.channelId,
      user: slack.personId,
    });
    expect(textIn(await post(slack.channelId, 2))).toContain('OSL 10:27');
    expect(slack.failures).toEqual([]);
  });

  it('says first whom to ring when someone is in danger, by mention, message and command', async () => {
    const { slack, post } = await startBot(mode, current);
    const danger = 'pappan står här och hotar med kniv';
    await slack.say({ channel: slack.directId, user: slack.personId, text: danger });
    await slack.say({ channel: slack.channelId, user: slack.personId, text: `@Sekretesslotsen ${danger}` });
    await slack.command({ command: '/sekretess', text: danger, channel: slack.channelId, user: slack.personId });
    for (const given of [await post(slack.directId), await post(slack.channelId, 1), await post(slack.channelId, 2)])
      expect(textIn(given)).toMatch(/\*\*Hjälpen först\.\*\*[\s\S]*\*\*112\*\*[\s\S]*Det du frågar om sekretess/u);
    expect(slack.failures).toEqual([]);
  });

  it('asks back when two are close, and puts the chosen answer in its place', async () => {
    const { slack, post, posts } = await startBot(mode, current);
    await slack.say({ channel: slack.directId, user: slack.personId, text: 'vad är jäv' });
    const question = await post(slack.directId);
    expect(textIn(question)).toContain(say.clarify);
    await slack.press({ user: slack.personId, on: question, action_id: `${ACTIONS.choose}:0` });
    await slack.until(() => (textIn(posts(slack.directId)[0]).includes('KL 6:28') ? true : undefined));
    expect(posts(slack.directId)).toHaveLength(1);
    expect(slack.failures).toEqual([]);
  });

  it('gives a verdict, and puts the changed one in its place', async () => {
    const { slack, post, posts } = await startBot(mode, current);
    await slack.say({ channel: slack.directId, user: slack.personId, text: DIAGNOSIS });
    const given = await post(slack.directId);
    expect(textIn(given)).toContain(`**${say.verdict.depends}.**`);
    await slack.press({ user: slack.personId, on: given, action_id: `${ACTIONS.choose}:0` });
    await slack.until(() =>
      textIn(posts(slack.directId)[0]).includes(`**${say.verdict.permitted}.**`) ? true : undefined,
    );
    expect(textIn(posts(slack.directId)[0])).toContain('samtycke finns');
    expect(slack.failures).toEqual([]);
  });

  it('keeps both of two choices made in one breath', async () => {
    const { slack } = await startBot(mode, current);
    const user = slack.personId;
    await slack.command({ command: '/prova', text: '', channel: slack.channelId, user });
    const { id } = await slack.until(() => slack.view(user));
    const choose = (party: string, value: string) =>
      slack.choose({ user, on: { view: id }, block_id: `fact:${party}`, action_id: FORM.action, value });
    await Promise.all([choose('avsändare', 'BUP'), choose('mottagare', 'lärare')]);
    await slack.until(() => (shown(slack.view(user)).includes('BUP → läraren') ? true : undefined));
    expect(shown(slack.view(user))).not.toContain(say.apology);
    expect(slack.failures).toEqual([]);
  });

  it('opens the form filled in, asks only what matters, and shows the whole answer', async () => {
    const { slack } = await startBot(mode, current);
    const user = slack.personId;
    await slack.command({ command: '/prova', text: 'BUP -> skolkuratorn', channel: slack.channelId, user });
    const view = await slack.until(() => slack.view(user));
    expect(view.modal.title.text).toBe(say.formTitle);
    const questions = () =>
      slack.view(user)!.modal.blocks.flatMap((block) => (block.type === 'input' ? block.block_id : []));
    expect(questions()).toEqual([
      'fact:avsändare',
      'fact:mottagare',
      'fact:samtycke',
      expect.stringMatching('presumed'),
    ]);
    const choose = (block_id: string, action_id: string, value: string) =>
      slack.choose({ user, on: { view: slack.view(user)!.id }, block_id, action_id, value });
    await choose('fact:samtycke', FORM.action, 'nej');
    await slack.until(() => (shown(slack.view(user)).includes(`*${say.verdict.barred}.*`) ? true : undefined));
    await choose('fact:samtycke', FORM.action, 'ja');
    await slack.until(() => (shown(slack.view(user)).includes(`*${say.verdict.permitted}.*`) ? true : undefined));
    await slack.submitView(user);
    await slack.until(() => (slack.view(user)?.modal.title.text === NAME ? true : undefined));
    expect(shown(slack.view(user))).toContain('OSL 12:2');
    expect(slack.failures).toEqual([]);
  });

  it('apologises when it fails, and logs no word of the question', async () => {
    const { slack, post, log } = await startBot(mode, () => {
      throw new Error('the knowledge broke on: hemligmarkör');
    });
    await slack.say({ channel: slack.directId, user: slack.personId, text: 'hemligmarkör och kollegor på soc' });
    expect(textIn(await post(slack.directId))).toContain(say.apology);
    await slack.command({
      command: '/sekretess',
      text: 'hemligmarkör',
      channel: slack.channelId,
      user: slack.personId,
    });
    expect(textIn(await post(slack.channelId))).toContain(say.apology);
    expect(log()).toContain('could not answer');
    expect(log()).not.toContain('hemligmarkör');
  });
});

describe('messages', () => {
  it('leads on to a related answer without losing the first', async () => {
    const { slack, post, posts } = await startBot('http', current);
    await slack.say({ channel: slack.channelId, user: slack.personId, text: `@Sekretesslotsen ${CLEAR}` });
    const given = await post(slack.channelId);
    await slack.press({ user: slack.personId, on: given, action_id: `${ACTIONS.readMore}:0` });
    const more = await post(slack.channelId, 2);
    expect(more.onlyFor).toBe(slack.personId);
    expect(more.thread).toBe(given.thread);
    expect(posts(slack.channelId)[0]).toEqual(given);
  });

  it('warns of personal data privately, and still answers', async () => {
    const { slack, post, posts } = await startBot('http', current);
    await slack.say({
      channel: slack.channelId,
      user: slack.personId,
      text: '@Sekretesslotsen får kollegor på soc prata om mitt ärende 19811218-9876',
    });
    const given = await post(slack.channelId);
    const warning = await post(slack.channelId, 2);
    expect(given.onlyFor).toBeUndefined();
    expect(warning.onlyFor).toBe(slack.personId);
    expect(warning.text).toContain('ett personnummer');
    expect(JSON.stringify(posts(slack.channelId))).not.toContain('9876');
  });

  it('helps one who says nothing but its name', async () => {
    const { slack, post } = await startBot('http', current);
    await slack.say({ channel: slack.channelId, user: slack.personId, text: '@Sekretesslotsen' });
    expect(textIn(await post(slack.channelId))).toContain('Fråga mig om sekretess');
  });

  it('is silent on what does not ask it', async () => {
    const { slack, posts, post } = await startBot('http', current);
    await slack.say({
      channel: slack.channelId,
      user: slack.personId,
      text: 'Får kollegor på soc prata om mitt ärende?',
    });
    await slack.say({ channel: slack.directId, user: slack.personId, text: 'OSL 26:1' });
    await post(slack.directId);
    expect(posts(slack.channelId)).toEqual([]);
  });

  it('apologises when Slack refuses the answer', async () => {
    let refused = 0;
    const fault = (method: string) =>
      method === 'chat.postMessage' && refused++ === 0 ? { error: 'invalid_blocks' } : undefined;
    const { slack, post, log } = await startBot('http', current, { fault });
    await slack.say({ channel: slack.directId, user: slack.personId, text: 'OSL 26:1' });
    expect(textIn(await post(slack.directId))).toContain(say.apology);
    expect(log()).toContain('invalid_blocks');
  });

  it('apologises when a modal will not open', async () => {
    const fault = (method: string) => (method === 'views.open' ? { error: 'expired_trigger_id' } : undefined);
    const { slack, post } = await startBot('http', current, { fault });
    await slack.say({ channel: slack.directId, user: slack.personId, text: CLEAR });
    await slack.press({ user: slack.personId, on: await post(slack.directId), action_id: ACTIONS.showProvisions });
    expect(textIn(await post(slack.directId, 2))).toContain(say.apology);
  });

  it('says so when the answer behind a button is gone', async () => {
    let folder = knowledge;
    const { slack, post } = await startBot('http', () => folder);
    await slack.say({ channel: slack.directId, user: slack.personId, text: CLEAR });
    const given = await post(slack.directId);
    folder = { ...knowledge, entries: [] };
    await slack.press({ user: slack.personId, on: given, action_id: ACTIONS.showProvisions });
    expect(textIn(await post(slack.directId, 2))).toContain(say.notThere);
  });
});

describe('the door', () => {
  it('refuses a wrong signature, a stale request and one from the future', async () => {
    const { slack } = await startBot('http', current);
    expect(await slack.forge({ secret: 'fel' })).toMatchObject({ ok: false, status: 401 });
    expect(await slack.forge({ skewSeconds: -301 })).toMatchObject({ ok: false, status: 401 });
    expect(await slack.forge({ skewSeconds: 310 })).toMatchObject({ ok: false, status: 401 });
    expect(await slack.forge({ skewSeconds: 200 })).toMatchObject({ ok: true });
  });
});

describe('what is logged of an error', () => {
  it('is where it arose, and nothing of its message, whatever that looks like', () => {
    const { at } = describeError(new Error('Unexpected token:\n    at hemligmarkör'));
    expect(at.join()).toContain('slack.test.ts');
    expect(at.join()).not.toContain('hemligmarkör');
  });
});

describe('what has been seen', () => {
  it('is forgotten after its time, and never grows without end', () => {
    let time = 0;
    const seen = seenInMemory({ most: 3, minutes: 1, now: () => time });
    expect([seen.firstTime('a'), seen.firstTime('a')]).toEqual([true, false]);
    time = 60_001;
    expect(seen.firstTime('a')).toBe(true);
    for (const key of ['b', 'c', 'd']) seen.firstTime(key);
    expect(seen.firstTime('a')).toBe(true);
  });
});

describe('text from Slack', () => {
  it.each([
    ['<@U123> får soc <mailto:a@b.se|a@b.se> &amp; mer?', 'får soc a@b.se & mer?'],
    ['se <https://lagen.nu/x|lagen.nu>', 'se lagen.nu'],
    ['<tel:0701234567|070-123 45 67>', '070-123 45 67'],
    ['<!channel> <#C1|kanal> hej', 'hej'],
    ['1 &lt; 2', '1 < 2'],
  ])('%s', (from, expected) => {
    expect(plainText(from)).toBe(expected);
  });
});

function shown(view: { readonly modal: { readonly blocks: unknown } } | undefined): string {
  return JSON.stringify(view?.modal.blocks);
}
