// The Home tab, and what is suggested where a conversation with the bot begins.
import { describe, expect, it } from 'vitest';
import { areasOf } from '../../src/answer/overview.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { memoryInRam } from '../../src/memory.ts';
import { ASK } from '../../src/render/ask.ts';
import { BROWSE } from '../../src/render/browse.ts';
import { ACTIONS } from '../../src/render/buttons.ts';
import { FORM } from '../../src/render/form.ts';
import { HOME } from '../../src/render/home.ts';
import { FIND_PROVISION } from '../../src/render/lookup.ts';
import { sayStart } from '../../src/render/start-words.ts';
import { say } from '../../src/render/words.ts';
import { startBot, type Bot } from '../support/bot.ts';
import { DAY, readyKnowledge } from '../support/knowledge.ts';
import { modalWith, pressInModal, shown } from '../support/shown.ts';

const knowledge = await readyKnowledge();
const current = () => knowledge;
const user = 'U0PERSON';

describe.each(['http', 'socket'] as const)('the Home tab over %s', (mode) => {
  it('is shown when it is opened, and leads to a subject, an answer and back', async () => {
    const bot = await startBot(mode, current);
    const { slack } = bot;
    const home = await opened(bot);
    expect(home).toContain(sayStart.intro);
    expect(home).toContain('Skola (');
    expect(home).toContain(sayStart.privacy.slice(0, 40));
    expect(home).toContain(knowledge.version);
    expect(home).toContain('Inget av svaren är granskat av jurist.');

    await choose(bot, 'skola');
    const list = await modalWith(bot, 'Vad kan lärare säga till varandra om en elev i personalrummet?');
    expect(list).toContain(sayStart.read);
    await pressInModal(bot, `${ACTIONS.readMore}:0`);
    await modalWith(bot, /Svar på: /u);
    await slack.closeView(user);
    expect(shown(slack.view(user)?.modal)).toBe(list);
    expect(slack.failures).toEqual([]);
  });
});

describe('the Home tab', () => {
  it('lets one choose the same subject again', async () => {
    const bot = await startBot('http', current);
    await opened(bot);
    await choose(bot, 'vard');
    await modalWith(bot, '"Vård"');
    await bot.slack.closeView(user);
    await bot.slack.until(() => (shown(bot.slack.home(user)?.home).includes(`${BROWSE.area}:1`) ? true : undefined));
    await choose(bot, 'vard');
    await modalWith(bot, '"Vård"');
    expect(bot.slack.failures).toEqual([]);
  });

  it('opens a question, a situation and the search', async () => {
    const bot = await startBot('http', current);
    await opened(bot);
    for (const [action_id, inside] of [
      [HOME.ask, ASK.field],
      [HOME.tryOut, FORM.action],
      [HOME.lookUp, FIND_PROVISION],
    ] as const) {
      await bot.slack.press({ user, on: { home: true }, action_id });
      await modalWith(bot, inside);
      await bot.slack.closeView(user);
    }
    expect(bot.slack.failures).toEqual([]);
  });

  it('shows a long subject a page at a time', async () => {
    const bot = await startBot('http', current);
    const long = areasOf(knowledge, DAY).find(({ entries }) => entries.length > 40)!;
    const last = long.entries.at(-1)!.question;
    await opened(bot);
    await choose(bot, long.id);
    const first = await modalWith(bot, sayStart.more);
    expect(first).toContain(`Fråga 1–40 av ${long.entries.length}`);
    expect(first).not.toContain(JSON.stringify(last).slice(1, -1));
    await pressInModal(bot, `${BROWSE.page}:1`);
    const second = await modalWith(bot, JSON.stringify(last).slice(1, -1));
    expect(second).not.toContain(sayStart.more);
    await pressInModal(bot, `${BROWSE.page}:0`);
    expect(await modalWith(bot, sayStart.more)).toBe(first);
    expect(bot.slack.failures).toEqual([]);
  });

  it('holds a thousand answers in a subject, and a hundred days of new law', async () => {
    const [entry] = knowledge.entries;
    const [provision] = knowledge.provisions;
    const many = (n: number) => Array.from({ length: n }, (_, i) => i);
    const large: Knowledge = {
      ...knowledge,
      entries: many(1_000).map((i) => ({ ...entry!, id: `skola/nr-${i}`, question: `Fråga nummer ${i}?` })),
      provisions: many(300).map((i) => ({
        ...provision!,
        validFrom: `20${26 + (i % 40)}-0${1 + (i % 9)}-01`,
        heading: 'En mycket lång rubrik '.repeat(6),
      })),
    };
    const bot = await startBot('http', () => large);
    await opened(bot);
    await choose(bot, 'skola');
    await modalWith(bot, 'Fråga 1–40 av');
    expect(bot.slack.failures).toEqual([]);
  });

  it('tells what the law changes, with links and the text behind a button', async () => {
    const bot = await startBot('http', current);
    const home = await opened(bot);
    expect(home).toContain('Från den 1 juli 2028');
    expect(home).toMatch(/<https:\/\/lagen\.nu\/2009:400#K23P2\|OSL 23:2>/u);
    expect(home).toContain('Sedan den 15 januari 2026');
    expect(home).not.toContain('1 juli 2025');
    await bot.slack.press({ user, on: { home: true }, action_id: `${ACTIONS.showProvisions}:0` });
    expect(await bot.slack.until(() => bot.slack.view(user)?.modal.title.text)).toBe(say.provisions);
    expect(bot.slack.failures).toEqual([]);
  });

  it('tells what editors say is new, five at most, and how many answers a lawyer has reviewed', async () => {
    const news = Array.from({ length: 7 }, (_, i) => ({ day: `2026-11-${10 + i}`, text: `Nyhet **${i}**` }));
    const [first, ...rest] = knowledge.entries;
    const entries = [{ ...first!, review: { date: DAY, by: 'Kim, jurist' } }, ...rest];
    const bot = await startBot('http', () => ({ ...knowledge, entries, start: { ...knowledge.start, news } }));
    const home = await opened(bot);
    expect(home).toContain('Nyhet *4*');
    expect(home).not.toContain('Nyhet *5*');
    expect(home).toContain('1 av svaren är granskade av jurist.');
  });

  it('shows the state of the knowledge to admins alone', async () => {
    const problem = {
      file: 'ord.yml',
      line: 3,
      column: 1,
      source: '',
      code: 'yaml',
      message: 'Fel.',
      next: '',
    } as const;
    const problems = () => [problem];
    const admin = await startBot('http', current, {}, { people: { admins: [user] }, problems });
    expect(await opened(admin)).toContain('`ord.yml:3`');
    expect(await opened(admin)).toContain(sayStart.forAdmins);
    const other = await startBot('http', current, {}, { people: { admins: ['U0ANNAN'] }, problems });
    expect(await opened(other)).not.toMatch(/ord\.yml|sköter/u);
    expect([...admin.slack.failures, ...other.slack.failures]).toEqual([]);
  });

  it('apologises where it cannot be drawn, and logs it', async () => {
    let broken = true;
    const bot = await startBot('http', () => {
      if (broken) throw new Error('the knowledge broke');
      return knowledge;
    });
    await bot.slack.open({ user, tab: 'home' });
    await bot.slack.until(() => (shown(bot.slack.home(user)?.home).includes('Något gick fel') ? true : undefined));
    broken = false;
    expect(await opened(bot)).toContain(sayStart.intro);
    expect(bot.log()).toContain('could not answer');
  });

  it('apologises in a direct message where nothing can be opened', async () => {
    const fault = (method: string) => (method === 'views.open' ? { error: 'expired_trigger_id' } : undefined);
    const bot = await startBot('http', current, { fault });
    await opened(bot);
    await bot.slack.press({ user, on: { home: true }, action_id: HOME.ask });
    expect((await bot.post(bot.slack.directId)).text).toContain('Något gick fel');
  });
});

describe('a conversation that begins', () => {
  const suggested = async ({ slack }: Bot) => {
    await slack.open({ user, tab: 'messages' });
    return (await slack.until(() => slack.prompts(user))).prompts.map(({ message }) => message);
  };

  it('suggests what editors chose, and each is answered in its thread', async () => {
    const bot = await startBot('http', current);
    const { slack } = bot;
    const prompts = await suggested(bot);
    expect(prompts).toHaveLength(4);
    const { message } = await slack.say({ channel: slack.directId, user, text: prompts[1]! });
    const given = await bot.post(slack.directId);
    expect(given.thread).toBe(message.ts);
    expect(shown(given)).toContain(prompts[1]);
    expect(slack.failures).toEqual([]);
  });

  it('suggests first what people ask most', async () => {
    const memory = memoryInRam();
    for (const day of ['2026-11-20', '2026-11-21']) memory.note({ kind: 'answered', day, entry: 'grunder/vad-ar-men' });
    const bot = await startBot('http', current, {}, { memory });
    const [first] = await suggested(bot);
    expect(first).toBe(knowledge.entries.find(({ id }) => id === 'grunder/vad-ar-men')?.question);
  });

  it('goes on where Slack takes no suggestions', async () => {
    const fault = (method: string) => (method.startsWith('assistant.') ? { error: 'missing_scope' } : undefined);
    const bot = await startBot('http', current, { fault });
    await bot.slack.open({ user, tab: 'messages' });
    await bot.slack.say({ channel: bot.slack.directId, user, text: 'OSL 26:1' });
    expect(shown(await bot.post(bot.slack.directId))).toContain('OSL 26:1');
    expect(bot.log()).toContain('could not suggest questions');
  });
});

async function opened({ slack }: Bot): Promise<string> {
  await slack.open({ user, tab: 'home' });
  return slack.until(() => {
    const text = shown(slack.home(user)?.home);
    return text.includes(sayStart.intro) ? text : undefined;
  });
}

async function choose({ slack }: Bot, value: string): Promise<void> {
  const block = slack.home(user)?.home.blocks.find(({ block_id }) => block_id?.startsWith(BROWSE.area) === true);
  const at = { block_id: block?.block_id ?? '', action_id: BROWSE.area };
  await slack.choose({ user, on: { home: true }, ...at, value });
}
