// «Fråga en människa»: from the button to the channel of those who answer, to the asker, and back.
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/local/calls.ts';
import type { Message } from '../../src/local/standin.ts';
import { memoryInRam } from '../../src/memory.ts';
import { ACTIONS } from '../../src/render/buttons.ts';
import { WRITTEN } from '../../src/render/handover-forms.ts';
import { HANDOVER } from '../../src/render/handover.ts';
import { sayHuman } from '../../src/render/people-words.ts';
import { say } from '../../src/render/words.ts';
import { prepare } from '../../src/search/search.ts';
import { startBot, type Bot } from '../support/bot.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';
import { actionsIn, textIn } from '../support/message.ts';

const knowledge = await realKnowledge();
// The index is made before the first question: Slack waits three seconds for a command.
prepare(knowledge, DAY);
const CLEAR = 'får man prata om mitt ärende med kollegor på soc';
const HELP = 'Vi är oense om vad som gäller när två enheter delar ärende.';
const [LAWYERS, LAWYER, OTHER] = ['C0KANAL2', 'U0KOLLEGA', 'U0ANNAN'];

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  it('goes to the people, is taken, answered, and answered back', async () => {
    const { slack, memory, ...bot } = await start({ mode });
    const asker = slack.personId;
    const given = await ask(bot, slack, CLEAR);
    await handOver(slack, given, HELP);
    expect(textIn(slack.view(asker))).toContain(sayHuman.sent);
    const question = slack.messages(LAWYERS)[0]!;
    expect(textIn(question)).toContain(HELP);
    expect(textIn(question)).toContain(`<@${asker}>`);
    expect(textIn(question)).toContain('Svaret som inte räckte: «');
    expect(textIn(question)).not.toMatch(/https?:/u);
    expect(memory.notes(DAY)).toContainEqual({
      kind: 'gap',
      day: DAY,
      why: 'asked a human',
      words: [],
      area: 'socialtjanst',
      entry: 'socialtjanst/sprida-inom-socialtjansten',
    });

    await slack.press({ user: LAWYER, on: question, action_id: HANDOVER.take });
    const taken = await slack.until(() => changed(slack, question, `<@${LAWYER}> har tagit frågan`));
    expect(textIn(taken)).toContain(HELP);
    expect(actionsIn(taken)).toEqual([HANDOVER.reply, HANDOVER.giveBack]);

    await slack.press({ user: LAWYER, on: taken, action_id: HANDOVER.reply });
    await write(slack, LAWYER, 'Det är samma myndighet. Ring mig på 08-123 456 78.');
    expect(textIn(slack.view(LAWYER))).toContain(sayHuman.replySent);
    const reply = await slack.until(() => bot.posts(slack.directId).at(-1));
    expect(textIn(reply)).toMatch(/Svar från <@U0KOLLEGA>[\s\S]*samma myndighet\. Ring mig på 08-123 456 78/u);
    const told = slack.messages(LAWYERS).find(({ thread }) => thread === question.ts);
    expect(textIn(told)).toContain('samma myndighet');

    // Below the reply only the bot reads: it says so, instead of answering what was meant for a person.
    await slack.say({ channel: slack.directId, user: asker, text: 'men mamma blir arg', thread: reply.ts });
    const notRead = await slack.until(() => bot.posts(slack.directId).find(({ thread }) => thread === reply.ts));
    expect(textIn(notRead)).toContain(sayHuman.notRead);
    expect(actionsIn(notRead)).toEqual([HANDOVER.writeBack]);

    await slack.press({ user: asker, on: reply, action_id: HANDOVER.writeBack });
    await write(slack, asker, 'Tack! Gäller det också 811218-9876?');
    expect(textIn(slack.view(asker))).toContain(sayHuman.masked);
    const back = slack.messages(LAWYERS).at(-1)!;
    expect(back.thread).toBe(question.ts);
    expect(textIn(back)).toContain('Tack! Gäller det också [personnummer]?');

    await slack.press({ user: OTHER, on: back, action_id: HANDOVER.reply });
    await write(slack, OTHER, 'Ja.');
    expect(textIn(bot.posts(slack.directId).at(-1))).toContain(`<@${OTHER}>`);
    expect(slack.messages(LAWYERS).at(-1)?.thread).toBe(question.ts);
    expect(bot.log()).not.toMatch(/oense|samma myndighet|U0KOLLEGA|U0PERSON/u);
    expect(slack.failures).toEqual([]);
  });
});

describe('a question to a person', () => {
  it('is masked, and the asker told', async () => {
    const { slack, ...bot } = await start();
    await handOver(slack, await ask(bot, slack, CLEAR), 'Det gäller 811218-9876, ring 070-174 06 05');
    expect(textIn(slack.view(slack.personId))).toContain(sayHuman.masked);
    expect(textIn(slack.messages(LAWYERS)[0])).toContain('Det gäller [personnummer], ring [telefon]');
  });

  it.each(['hur byter jag vinterdäck', 'vad är jäv'])('can be asked where there was no answer: %s', async (text) => {
    const { slack, ...bot } = await start();
    await handOver(slack, await ask(bot, slack, text), HELP);
    expect(textIn(slack.messages(LAWYERS)[0])).toContain(sayHuman.noAnswer);
    expect(slack.failures).toEqual([]);
  });

  it('can be asked under an answer that is gone', async () => {
    let folder = knowledge;
    const { slack, ...bot } = await start({ folder: () => folder });
    const given = await ask(bot, slack, CLEAR);
    folder = { ...knowledge, entries: [] };
    await handOver(slack, given, HELP);
    expect(textIn(slack.messages(LAWYERS)[0])).toContain(sayHuman.noAnswer);
  });

  it.each([
    ['not_in_channel', { error: 'not_in_channel' }, sayHuman.notSentHere],
    ['channel_not_found', { error: 'channel_not_found' }, sayHuman.notSentHere],
    ['ratelimited', { retryAfter: 30 }, sayHuman.notSent],
  ] satisfies readonly (readonly [string, Fault, string])[])(
    'says in the form that it did not get through, and keeps the words: %s',
    async (code, how, words) => {
      const fault = (method: string, args: Readonly<Record<string, unknown>>) =>
        method === 'chat.postMessage' && args.channel === LAWYERS ? how : undefined;
      const { slack, memory, ...bot } = await start({ fault });
      await handOver(slack, await ask(bot, slack, CLEAR), HELP);
      const view = slack.view(slack.personId)!;
      expect(view.errors?.[WRITTEN]).toBe(words);
      expect(view.values[WRITTEN]?.[WRITTEN]).toMatchObject({ value: HELP });
      expect(bot.log()).toMatch(code === 'ratelimited' ? /rate_?limited/u : code);
      expect(bot.log()).not.toContain('oense');
      expect(memory.notes(DAY).filter(({ kind }) => kind === 'gap')).toEqual([]);
    },
  );

  it('is not offered where there is nobody to ask', async () => {
    const { slack, post } = await startBot('http', () => knowledge);
    await slack.say({ channel: slack.directId, user: slack.personId, text: 'hur byter jag vinterdäck' });
    const given = await post(slack.directId);
    expect(actionsIn(given)).not.toContain(ACTIONS.askHuman);
    expect(textIn(given)).toContain(say.human);
  });
});

describe('a question in the channel', () => {
  it('is one person’s: of two who take it in one breath the second is told who has it', async () => {
    const { slack, ...bot } = await start();
    await handOver(slack, await ask(bot, slack, CLEAR), HELP);
    const question = slack.messages(LAWYERS)[0]!;
    await Promise.all([LAWYER, OTHER].map((user) => slack.press({ user, on: question, action_id: HANDOVER.take })));
    const told = await slack.until(
      () =>
        [LAWYER, OTHER].flatMap((user) => slack.messages(LAWYERS, user).filter(({ onlyFor }) => onlyFor === user))[0],
    );
    const holder = told.onlyFor === LAWYER ? OTHER : LAWYER;
    expect(textIn(told)).toContain(sayHuman.alreadyTaken(`<@${holder}>`));
    await slack.until(() => changed(slack, question, `<@${holder}> har tagit frågan`));
  });

  it('is given back by the one who took it, and can be taken again', async () => {
    const { slack, ...bot } = await start();
    await handOver(slack, await ask(bot, slack, CLEAR), HELP);
    const question = slack.messages(LAWYERS)[0]!;
    await slack.press({ user: LAWYER, on: question, action_id: HANDOVER.take });
    const taken = await slack.until(() => changed(slack, question, 'har tagit frågan'));
    await slack.press({ user: OTHER, on: taken, action_id: HANDOVER.giveBack });
    const told = await slack.until(() => slack.messages(LAWYERS, OTHER).find(({ onlyFor }) => onlyFor === OTHER));
    expect(textIn(told)).toContain(sayHuman.onlyHolder(`<@${LAWYER}>`));
    await slack.press({ user: LAWYER, on: taken, action_id: HANDOVER.giveBack });
    const free = await slack.until(() => changed(slack, question, sayHuman.take));
    expect(textIn(free)).not.toContain('har tagit frågan');
    await slack.press({ user: OTHER, on: free, action_id: HANDOVER.take });
    await slack.until(() => changed(slack, question, `<@${OTHER}> har tagit frågan`));
    expect(slack.failures).toEqual([]);
  });
});

describe('a form with spaces alone', () => {
  it('stays open and asks for words, and nothing is sent', async () => {
    const { slack, ...bot } = await start();
    const asker = slack.personId;
    await slack.press({ user: asker, on: await ask(bot, slack, CLEAR), action_id: ACTIONS.askHuman });
    await write(slack, asker, '   ');
    expect(slack.view(asker)?.errors?.[WRITTEN]).toBe(sayHuman.blank);
    expect(slack.messages(LAWYERS)).toEqual([]);
  });
});

describe('a reply', () => {
  it('is stopped at a personal identity number, with the words kept', async () => {
    const { slack, ...bot } = await start();
    await handOver(slack, await ask(bot, slack, CLEAR), HELP);
    await slack.press({ user: LAWYER, on: slack.messages(LAWYERS)[0]!, action_id: HANDOVER.reply });
    await write(slack, LAWYER, 'Det gäller 811218-9876');
    expect(slack.view(LAWYER)?.errors?.[WRITTEN]).toBe(sayHuman.noIdentityNumbers);
    expect(bot.posts(slack.directId)).toHaveLength(1);
  });

  it('that cannot be delivered is told to the one who wrote it', async () => {
    let isClosed = false;
    const fault = (method: string) =>
      isClosed && method === 'chat.postMessage' ? { error: 'fatal_error' } : undefined;
    const { slack, ...bot } = await start({ fault });
    await handOver(slack, await ask(bot, slack, CLEAR), HELP);
    await slack.press({ user: LAWYER, on: slack.messages(LAWYERS)[0]!, action_id: HANDOVER.reply });
    isClosed = true;
    await write(slack, LAWYER, 'Ja.');
    expect(slack.view(LAWYER)?.errors?.[WRITTEN]).toBe(sayHuman.replyNotSent);
  });
});

interface Start {
  readonly mode?: 'http' | 'socket';
  readonly folder?: Parameters<typeof startBot>[1];
  readonly fault?: (method: string, args: Readonly<Record<string, unknown>>) => Fault | undefined;
}

async function start({ mode = 'http', folder = () => knowledge, fault = () => undefined }: Start = {}) {
  const memory = memoryInRam();
  const own = { memory, people: { humanChannel: LAWYERS, admins: [] } };
  const bot = await startBot(mode, folder, { fault, channels: ['allmänt', 'jurister'] }, own);
  return { ...bot, memory };
}

type Slack = Bot['slack'];

async function ask({ post }: Pick<Bot, 'post'>, slack: Slack, text: string): Promise<Message> {
  await slack.say({ channel: slack.directId, user: slack.personId, text });
  return await post(slack.directId);
}

async function handOver(slack: Slack, given: Message, words: string): Promise<void> {
  await slack.press({ user: slack.personId, on: given, action_id: ACTIONS.askHuman });
  await write(slack, slack.personId, words);
}

async function write(slack: Slack, user: string, value: string): Promise<void> {
  const view = await slack.until(() => {
    const open = slack.view(user);
    return textIn(open).includes(`"${WRITTEN}"`) ? open : undefined;
  });
  await slack.type({ user, on: { view: view.id }, block_id: WRITTEN, action_id: WRITTEN, value });
  await slack.submitView(user);
}

function changed(slack: Slack, { ts }: Message, to: string): Message | undefined {
  return slack.messages(LAWYERS).find((each) => each.ts === ts && textIn(each).includes(to));
}
