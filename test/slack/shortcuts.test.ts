// The two shortcuts: a question in a form from anywhere, and an answer to what stands in a message.
import { describe, expect, it } from 'vitest';
import { ASK } from '../../src/render/ask.ts';
import { ACTIONS } from '../../src/render/buttons.ts';
import { FORM } from '../../src/render/form.ts';
import { sayStart } from '../../src/render/start-words.ts';
import { ASK_GLOBAL, ASK_MESSAGE } from '../../src/render/ways-in.ts';
import { say } from '../../src/render/words.ts';
import { startBot, type Bot } from '../support/bot.ts';
import { readyKnowledge } from '../support/knowledge.ts';
import { modalWith, pressInModal, shown } from '../support/shown.ts';

const knowledge = await readyKnowledge();
const current = () => knowledge;
const user = 'U0PERSON';
const COLLEAGUE = 'U0KOLLEGA';
const CLEAR = 'får man prata om mitt ärende med kollegor på soc';

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  it('a question is asked in a form and answered in its place', async () => {
    const bot = await startBot(mode, current);
    const answer = await asked(bot, CLEAR);
    expect(answer).toMatch(/Svar på:[\s\S]*OSL 26:1/u);
    expect(bot.slack.view(user)?.modal.submit).toBeUndefined();
    expect(bot.slack.failures).toEqual([]);
  });

  it("a colleague's message is answered for the presser alone", async () => {
    const bot = await startBot(mode, current);
    const { slack } = bot;
    const { message } = await slack.say({ channel: slack.channelId, user: COLLEAGUE, text: CLEAR });
    await press(bot, message);
    const given = await bot.post(slack.channelId);
    expect(given.onlyFor).toBe(user);
    expect(given.thread).toBeUndefined();
    expect(shown(given)).toContain('OSL 8:2');
    expect(slack.messages(slack.channelId, COLLEAGUE).filter((each) => each.bot)).toEqual([]);
    expect(slack.failures).toEqual([]);
  });
});

describe('the form', () => {
  it('warns of personal data on top, and hides it', async () => {
    const bot = await startBot('http', current);
    const answer = await asked(bot, `${CLEAR} 19811218-9876`);
    expect(JSON.stringify(bot.slack.view(user)?.modal.blocks[0])).toContain('ett personnummer');
    expect(answer).toContain(say.clarify);
    expect(answer).not.toContain('9876');
    expect(bot.log()).not.toContain('9876');
  });

  it('stays, and says how to ask, where nothing is asked', async () => {
    const bot = await startBot('http', current);
    await write(bot, 'hej');
    await bot.slack.submitView(user);
    expect(bot.slack.view(user)?.errors).toEqual({ [ASK.field]: say.empty });
    expect(bot.slack.failures).toEqual([]);
  });

  it('says so first where someone is in danger', async () => {
    const bot = await startBot('http', current);
    expect(await asked(bot, 'pappan står här och hotar med kniv')).toMatch(/Hjälpen först[\s\S]*112/u);
  });

  it('takes a choice in the place of the question back', async () => {
    const bot = await startBot('http', current);
    expect(await asked(bot, 'vad är jäv')).toContain(say.clarify);
    await pressInModal(bot, `${ACTIONS.choose}:0`);
    await modalWith(bot, 'KL 6:28');
    expect(bot.slack.failures).toEqual([]);
  });

  it('changes a verdict in place, and opens the situation and the provisions on top of it', async () => {
    const bot = await startBot('http', current);
    await asked(bot, 'Får BUP berätta för skolkuratorn om diagnosen?');
    await pressInModal(bot, `${ACTIONS.choose}:0`);
    const changed = await modalWith(bot, `*${say.verdict.permitted}.*`);
    await pressInModal(bot, ACTIONS.openForm);
    await modalWith(bot, FORM.action);
    await bot.slack.closeView(user);
    expect(shown(bot.slack.view(user)?.modal)).toBe(changed);
    await pressInModal(bot, ACTIONS.showProvisions);
    await bot.slack.until(() => (bot.slack.view(user)?.modal.title.text === say.provisions ? true : undefined));
    expect(bot.slack.failures).toEqual([]);
  });

  it('leads on as far as one likes, with a way back to where it began', async () => {
    const bot = await startBot('http', current);
    const { slack } = bot;
    const first = await asked(bot, CLEAR);
    const seen = [first];
    while (seen.length < 5) {
      await pressInModal(bot, `${ACTIONS.readMore}:0`);
      seen.push(
        await slack.until(() => {
          const now = shown(slack.view(user)?.modal);
          return now === seen.at(-1) ? undefined : now;
        }),
      );
    }
    await slack.closeView(user);
    await slack.closeView(user);
    expect(shown(slack.view(user)?.modal)).toBe(first);
    expect(slack.failures).toEqual([]);
  });

  it('leads on to a person, on top of the answer that was not enough', async () => {
    const people = { humanChannel: 'C0KANAL2', admins: [] };
    const bot = await startBot('http', current, { channels: ['allmänt', 'jurister'] }, { people });
    const { slack } = bot;
    expect(await asked(bot, 'hur lagar man pannkakor')).toContain(say.humanBelow);
    await pressInModal(bot, ACTIONS.askHuman);
    const form = await slack.until(() => (slack.view(user)?.modal.submit === undefined ? undefined : slack.view(user)));
    expect(form.previousId).toBeDefined();
    const field = form.modal.blocks.find(({ type }) => type === 'input') as { block_id: string };
    const at = { user, on: { view: form.id }, block_id: field.block_id, action_id: field.block_id };
    await slack.type({ ...at, value: 'Vem kan hjälpa mig med det här?' });
    await slack.submitView(user);
    const posted = await slack.until(() => slack.messages('C0KANAL2', user).find((each) => each.bot));
    expect(shown(posted)).toContain('Vem kan hjälpa mig');
    expect(slack.failures).toEqual([]);
  });

  it('apologises, in the form, when it fails, and in a message where it does not open', async () => {
    let broken = false;
    const bot = await startBot('http', () => {
      if (broken) throw new Error('hemligmarkör');
      return knowledge;
    });
    await write(bot, 'hemligmarkör');
    broken = true;
    await bot.slack.submitView(user);
    await modalWith(bot, 'Något gick fel');
    expect(bot.log()).not.toContain('hemligmarkör');

    const fault = (method: string) => (method === 'views.open' ? { error: 'expired_trigger_id' } : undefined);
    const other = await startBot('http', current, { fault });
    await other.slack.shortcut({ user, callback_id: ASK_GLOBAL.callback_id });
    expect(shown(await other.post(other.slack.directId))).toContain('Något gick fel');
  });
});

describe('the message', () => {
  it('is answered in its thread where it is a reply', async () => {
    const bot = await startBot('http', current);
    const { slack } = bot;
    const at = { channel: slack.channelId, user: COLLEAGUE };
    const { message: parent } = await slack.say({ ...at, text: 'Jag undrar en sak' });
    const { message } = await slack.say({ ...at, text: CLEAR, thread: parent.ts });
    await press(bot, message);
    const given = await bot.post(slack.channelId);
    expect(given).toMatchObject({ onlyFor: user, thread: parent.ts });
    await slack.press({ user, on: given, action_id: `${ACTIONS.readMore}:0` });
    expect(await bot.post(slack.channelId, 2)).toMatchObject({ onlyFor: user, thread: parent.ts });
    expect(slack.failures).toEqual([]);
  });

  it('may hold personal data: the presser alone is told', async () => {
    const bot = await startBot('http', current);
    const { slack } = bot;
    const text = `${CLEAR} 19811218-9876 <https://a.se|a.se>`;
    const { message } = await slack.say({ channel: slack.channelId, user: COLLEAGUE, text });
    await press(bot, message);
    const warning = await bot.post(slack.channelId, 2);
    expect(warning.onlyFor).toBe(user);
    expect(warning.text).toContain('ett personnummer i meddelandet');
    expect(shown(await bot.post(slack.channelId))).not.toContain('9876');
    expect(slack.messages(slack.channelId, COLLEAGUE).filter((each) => each.bot)).toEqual([]);
  });

  it('may be our own, or have no words', async () => {
    const bot = await startBot('http', current);
    const { slack } = bot;
    await slack.say({ channel: slack.channelId, user: COLLEAGUE, text: '@Sekretesslotsen OSL 26:1' });
    const own = await bot.post(slack.channelId);
    await press(bot, own);
    expect((await bot.post(slack.channelId, 2)).text).toContain(sayStart.ownMessage);
    const { message } = await slack.say({ channel: slack.channelId, user: COLLEAGUE, text: '<@U0PERSON>' });
    await press(bot, message);
    expect((await bot.post(slack.channelId, 3)).text).toContain(sayStart.noText);
    expect(slack.failures).toEqual([]);
  });

  it('is answered in a modal where nothing can be said beside it', async () => {
    const bot = await startBot('http', current, { onFailure: () => undefined });
    await press(bot, await unreachable(bot));
    expect(await modalWith(bot, 'Svar på: ')).toContain('OSL 26:1');
    expect(bot.posts(bot.slack.channelId)).toEqual([]);
  });

  it('is apologised for in a direct message where neither can be shown', async () => {
    const fault = (method: string) => (method === 'views.open' ? { error: 'expired_trigger_id' } : undefined);
    const bot = await startBot('http', current, { fault, onFailure: () => undefined });
    await press(bot, await unreachable(bot));
    expect(shown(await bot.post(bot.slack.directId))).toContain('Något gick fel');
  });
});

async function write(bot: Bot, text: string): Promise<void> {
  const { slack } = bot;
  await slack.shortcut({ user, callback_id: ASK_GLOBAL.callback_id });
  const view = await slack.until(() => slack.view(user));
  await slack.type({ user, on: { view: view.id }, block_id: ASK.field, action_id: ASK.field, value: text });
}

/** Asks by the shortcut, and gives what then stands in the modal. */
async function asked(bot: Bot, text: string): Promise<string> {
  await write(bot, text);
  await bot.slack.submitView(user);
  return shown(bot.slack.view(user)?.modal);
}

/** A colleague's reply in a thread whose first message is gone: no response finds its way there. */
async function unreachable({ slack, post }: Bot) {
  const { channelId: channel } = slack;
  const call = async (method: string, args: object) => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${slack.botToken}` };
    await fetch(`${slack.apiUrl}${method}`, { method: 'POST', headers, body: JSON.stringify(args) });
  };
  await call('chat.postMessage', { channel, text: 'Hej', blocks: [{ type: 'markdown', text: 'Hej' }] });
  const root = await post(channel);
  const { message } = await slack.say({ channel, user: COLLEAGUE, text: CLEAR, thread: root.ts });
  await call('chat.delete', { channel, ts: root.ts });
  return message;
}

async function press({ slack }: Bot, { channel, ts }: { channel: string; ts: string }): Promise<void> {
  await slack.messageShortcut({ user, callback_id: ASK_MESSAGE.callback_id, on: { channel, ts } });
}
