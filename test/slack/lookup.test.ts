// `/lagrum` and the help of the commands.
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/render/buttons.ts';
import { FIND_PROVISION } from '../../src/render/lookup.ts';
import { sayStart } from '../../src/render/start-words.ts';
import { HELP_IN_ENGLISH } from '../../src/render/english.ts';
import { COMMANDS, SHORTCUTS } from '../../src/render/ways-in.ts';
import { startBot, type Bot } from '../support/bot.ts';
import { readyKnowledge } from '../support/knowledge.ts';
import { modalWith, pressInModal, shown } from '../support/shown.ts';

const knowledge = await readyKnowledge();
const current = () => knowledge;
const user = 'U0PERSON';
const AT = { user, block_id: FIND_PROVISION, action_id: FIND_PROVISION };

describe.each(['http', 'socket'] as const)('the search for a provision over %s', (mode) => {
  it('opens without words, offers as one writes, and shows what is chosen and then another', async () => {
    const bot = await startBot(mode, current);
    const { slack } = bot;
    const { id } = await searching(bot);
    const on = { view: id };
    const offered = await slack.suggest({ ...AT, on, query: 'genralklasulen' });
    expect(offered?.options?.[0]).toMatchObject({
      text: { text: 'OSL 10:27 generalklausulen' },
      value: 'OSL 10:27',
      description: { text: 'Generalklausulen' },
    });
    await slack.choose({ ...AT, on, value: 'OSL 10:27' });
    const first = await modalWith(bot, 'OSL 10:27 – ');
    expect(first).toContain(FIND_PROVISION);

    await slack.suggest({ ...AT, on, query: '26 kap. 1 §' });
    await slack.choose({ ...AT, on, value: 'OSL 26:1' });
    expect(await modalWith(bot, 'OSL 26:1 – ')).not.toContain('OSL 10:27 – ');
    await pressInModal(bot, `${ACTIONS.readMore}:0`);
    await modalWith(bot, 'Svar på: ');
    await slack.closeView(user);
    await modalWith(bot, 'OSL 26:1 – ');
    expect(slack.failures).toEqual([]);
  });
});

describe('the search for a provision', () => {
  it('offers some before anything is written, nothing for nonsense, and within the limits whatever is written', async () => {
    const bot = await startBot('http', current);
    const on = { view: (await searching(bot)).id };
    const offered = async (query: string) => (await bot.slack.suggest({ ...AT, on, query }))?.options ?? [];
    expect(await offered('')).toHaveLength(20);
    expect(await offered('zzzzqqq')).toEqual([]);
    for (const query of ['osl', 'skollagen', 'sekretess', '2', '§', 'x'.repeat(300)])
      expect((await offered(query)).length).toBeLessThanOrEqual(20);
    expect(bot.slack.failures).toEqual([]);
  });

  it('offers nothing, and logs no word of it, when it fails', async () => {
    let broken = false;
    const bot = await startBot('http', () => {
      if (broken) throw new Error('hemligmarkör');
      return knowledge;
    });
    const on = { view: (await searching(bot)).id };
    broken = true;
    expect((await bot.slack.suggest({ ...AT, on, query: 'hemligmarkör' }))?.options).toEqual([]);
    expect(bot.log()).toContain('could not answer');
    expect(bot.log()).not.toContain('hemligmarkör');
  });

  it('apologises where it cannot be opened', async () => {
    const fault = (method: string) => (method === 'views.open' ? { error: 'expired_trigger_id' } : undefined);
    const bot = await startBot('http', current, { fault });
    await bot.slack.command({ command: '/lagrum', text: '', channel: bot.slack.channelId, user });
    expect((await bot.post(bot.slack.channelId)).text).toContain('Något gick fel');
  });

  it('answers words as before', async () => {
    const bot = await startBot('http', current);
    await bot.slack.command({ command: '/lagrum', text: 'genralklausulen', channel: bot.slack.channelId, user });
    expect(shown(await bot.post(bot.slack.channelId))).toContain('OSL 10:27');
    expect(bot.slack.view(user)).toBeUndefined();
  });
});

describe('the help', () => {
  it('comes in English on «/sekretess HELP»', async () => {
    const bot = await startBot('http', current);
    await bot.slack.command({ command: '/sekretess', text: 'HELP', channel: bot.slack.channelId, user });
    expect(shown(await bot.post(bot.slack.channelId))).toContain(HELP_IN_ENGLISH.slice(0, 40));
  });

  it.each([
    ['/sekretess', ''],
    ['/sekretess', 'hjälp'],
    ['/sekretess', 'hjalp'],
    ['/sekretess', 'HJÄLP'],
    ['/sekretess', '?'],
    ['/lagrum', 'hjälp'],
  ])('comes on «%s %s»', async (command, text) => {
    const bot = await startBot('http', current);
    const { slack } = bot;
    await slack.command({ command, text, channel: slack.channelId, user });
    const help = await bot.post(slack.channelId);
    expect(help.onlyFor).toBe(user);
    for (const each of COMMANDS) expect(shown(help)).toContain(each.command);
    for (const { name } of SHORTCUTS) expect(shown(help)).toContain(name);
    expect(shown(help)).toContain(sayStart.privacy.slice(0, 40));
    expect(shown(help)).toContain(sayStart.help.doesNot);
    expect(slack.failures).toEqual([]);
  });

  it('has examples that are answered when they are pressed', async () => {
    const bot = await startBot('http', current);
    const { slack } = bot;
    await slack.say({ channel: slack.channelId, user, text: '@Sekretesslotsen' });
    const help = await bot.post(slack.channelId);
    await slack.press({ user, on: help, action_id: `${ACTIONS.readMore}:0` });
    const given = await bot.post(slack.channelId, 2);
    const [first] = knowledge.start.common;
    expect(shown(given)).toContain(knowledge.entries.find(({ id }) => id === first)?.question);
    expect(given.onlyFor).toBe(user);
    expect(slack.failures).toEqual([]);
  });
});

async function searching({ slack }: Bot) {
  await slack.command({ command: '/lagrum', text: '', channel: slack.channelId, user });
  return slack.until(() => slack.view(user));
}
