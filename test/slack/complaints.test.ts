// What people complain of in the bots of others, each as a test that it is not so here. What cannot be tested at all: there is no
// language model that could invent an answer or be talked into one, and no price per seat.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { answer, answerEntry, citationsOf } from '../../src/answer.ts';
import { writeStated } from '../../src/answer/situation.ts';
import { overHttp } from '../../src/local/delivery.ts';
import { readHandover, writeHandover } from '../../src/render/handover.ts';
import { SLACK_LIMITS } from '../../src/render/limits.ts';
import { plainMessage, renderSlack } from '../../src/render/slack.ts';
import { say } from '../../src/render/words.ts';
import { UNKNOWN } from '../../src/rules/rule.ts';
import { patient } from '../../src/slack/patience.ts';
import { startBot, type Bot } from '../support/bot.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';
import { textIn } from '../support/message.ts';

const knowledge = await realKnowledge();
const current = () => knowledge;
const QUESTION = 'Får BUP berätta för skolkuratorn om diagnosen?';
const manifests = ['manifest.yml', 'manifest.http.yml'].map((file) =>
  readFileSync(join(import.meta.dirname, '../..', file), 'utf8'),
);

describe('«it speaks when nobody asked»', () => {
  it('hears no word in a channel that is not said to it', async () => {
    const { slack, posts } = await startBot('http', current);
    const { channelId: channel, personId: user } = slack;
    const { message, reply } = await slack.say({ channel, user, text: QUESTION });
    const inThread = await slack.say({ channel, user, text: QUESTION, thread: message.ts });
    expect([reply, inThread.reply]).toEqual([undefined, undefined]);
    expect(posts(channel)).toEqual([]);
  });

  it.each(manifests)('has not asked Slack to tell it what is said in channels', (text) => {
    const { settings } = parse(text) as { settings: { event_subscriptions: { bot_events: string[] } } };
    expect(settings.event_subscriptions.bot_events.filter((event) => /^message\.(?!im$)/u.test(event))).toEqual([]);
  });

  it('says nothing to what other bots and it itself have written', async () => {
    const bot = await startBot('http', current);
    const { slack, posts } = bot;
    const { directId: channel, botUserId } = slack;
    const event = { type: 'message', channel, channel_type: 'im', text: QUESTION };
    const other = { ...event, bot_id: 'B0ANNAN', user: 'U0ANNAN', ts: '1790000000.000100' };
    const nameless = { ...event, bot_id: 'B0ANNAN', subtype: 'bot_message', ts: '1790000000.000200' };
    const own = { ...event, user: botUserId, ts: '1790000000.000300' };
    for (const each of [other, nameless, own]) await deliver(bot, each);
    const { message } = await slack.say({ channel, user: slack.personId, text: 'OSL 26:1' });
    await slack.until(() => posts(channel).find(({ thread }) => thread === message.ts));
    expect(posts(channel)).toHaveLength(1);
    expect(bot.log()).not.toContain('could not');
  });
});

describe('«it goes quiet when something fails»', () => {
  it.each(['invalid_blocks', 'msg_blocks_too_long', 'internal_error'])(
    'apologises when Slack says %s',
    async (error) => {
      let refused = 0;
      const { slack, post } = await startBot('http', current, {
        fault: (method) => (method === 'chat.postMessage' && refused++ === 0 ? { error } : undefined),
      });
      await slack.say({ channel: slack.directId, user: slack.personId, text: QUESTION });
      expect((await post(slack.directId)).text).toBe(plainMessage(say.apology).text);
    },
  );

  it.each(['file_share', 'thread_broadcast'])(
    'answers what is written beside a file or shown outside its thread: %s',
    async (subtype) => {
      const bot = await startBot('http', current);
      const { slack, post, posts } = bot;
      const { directId: channel, personId: user } = slack;
      const { message } = await slack.say({ channel, user, text: QUESTION });
      await post(channel);
      const event = { type: 'message', channel, channel_type: 'im', user, text: 'OSL 26:1', thread_ts: message.ts };
      const written = { ...event, subtype, ts: '1790000000.000100', event_ts: '1790000000.000100' };
      const edited = { ...event, subtype: 'message_changed', ts: '1790000000.000200', event_ts: '1790000000.000200' };
      for (const each of [edited, written]) await deliver(bot, each);
      expect(textIn(await post(channel, 2))).toContain('OSL 26:1');
      expect(posts(channel)).toHaveLength(2);
    },
  );

  it('waits, when Slack asks it to for a moment, and answers: an apology would be refused too', async () => {
    let calls = 0;
    const { slack, post } = await startBot('http', current, {
      fault: (method) => (method === 'chat.postMessage' && calls++ === 0 ? { retryAfter: 1 } : undefined),
    });
    await slack.say({ channel: slack.directId, user: slack.personId, text: 'OSL 26:1' });
    expect(textIn(await post(slack.directId))).toContain('OSL 26:1');
    expect(calls).toBe(2);
  });

  it.each([
    ['a pause longer than people wait', '6'],
    ['a pause of no length', 'snart'],
  ])('does not wait for %s', async (_what, seconds) => {
    let calls = 0;
    const refuse = () => {
      calls += 1;
      return Promise.resolve(new Response('', { status: 429, headers: { 'Retry-After': seconds } }));
    };
    expect((await patient(refuse)('https://slack.example')).status).toBe(429);
    expect(calls).toBe(1);
  });

  it('apologises in the thread, where the question stands', async () => {
    let refused = 0;
    const { slack, post } = await startBot('http', current, {
      fault: (method) => (method === 'chat.postMessage' && refused++ === 0 ? { error: 'invalid_blocks' } : undefined),
    });
    const { channelId: channel, personId: user } = slack;
    const { message } = await slack.say({ channel, user, text: `@Sekretesslotsen ${QUESTION}` });
    expect((await post(channel)).thread).toBe(message.ts);
  });
});

describe('«it answers two and three times»', () => {
  it('answers once what Slack delivers again, and what is both a mention and a direct message', async () => {
    const { slack, post, posts } = await startBot('http', current);
    await slack.say({ channel: slack.directId, user: slack.personId, text: `@Sekretesslotsen ${QUESTION}` });
    await post(slack.directId);
    await slack.redeliver();
    await slack.redeliver();
    // Slack is answered before the person is, so only the answer to something else tells that no other is on its way.
    const next = await slack.say({ channel: slack.directId, user: slack.personId, text: 'OSL 26:1' });
    await slack.until(() => posts(slack.directId).find(({ thread }) => thread === next.message.ts));
    expect(posts(slack.directId)).toHaveLength(2);
  });
});

describe('«links are broken, and previews make the answer very long»', () => {
  it('links every provision that it cites, to the public text', () => {
    const given = answer(QUESTION, knowledge, DAY);
    const [text] = renderSlack(given, { audience: 'direct', human: false }).blocks;
    const shown = text?.type === 'markdown' ? text.text : '';
    expect(citationsOf(given).length).toBeGreaterThan(0);
    for (const { url } of 'provisions' in given ? given.provisions : []) expect(shown).toContain(`](${url})`);
  });

  it('asks Slack for no previews', async () => {
    const sent: unknown[] = [];
    const { slack, post } = await startBot('http', current, {
      fault: (method, args) => {
        if (method === 'chat.postMessage') sent.push([args.unfurl_links, args.unfurl_media]);
        return undefined;
      },
    });
    await slack.say({ channel: slack.directId, user: slack.personId, text: QUESTION });
    await post(slack.directId);
    expect(sent).toEqual([['false', 'false']]);
  });
});

describe('«one has to write for it»', () => {
  it.each([
    'får bup beretta för skolkuratorn om diagnosn',
    'FÅR BUP SÄGA TILL SKOLKURATORN OM DIAGNOSEN',
    'hej! kan bup säga diagnosen till kuratorn på skolan eller??',
  ])('reads it as people write: «%s»', (text) => {
    expect(answer(text, knowledge, DAY).outcome).toBe('verdict');
  });
});

it('«what a button holds is too long»: no value in any answer comes near what Slack allows', () => {
  const values = knowledge.entries.flatMap(({ id }) => {
    const given = answerEntry(id, knowledge, DAY);
    const blocks = given === undefined ? [] : renderSlack(given, { audience: 'private', human: true }).blocks;
    return blocks.flatMap((block) =>
      block.type === 'actions'
        ? block.elements.map((element) => ('value' in element ? (element.value ?? '').length : 0))
        : [],
    );
  });
  expect(Math.max(...values)).toBeLessThan(SLACK_LIMITS.buttonValue / 2);
});

it('«what a button holds is too long»: a situation in which all is stated can be handed over to a person', () => {
  const { rulebook } = knowledge;
  const longest = (names: readonly string[]) => names.reduce((a, b) => (b.length > a.length ? b : a));
  const stated = Object.fromEntries(
    [...(rulebook?.concepts ?? [])].map(([id, { values }]) => [id, longest([UNKNOWN, ...values.keys()])]),
  );
  const written = writeHandover({
    asker: 'U0123456789A',
    holder: 'U0123456789A',
    at: { channel: 'C0123456789A', ts: '1790000000.000100' },
    target: { kind: 'situation', written: writeStated(stated), language: 'en' },
  });
  expect(readHandover(written)?.target.kind).toBe('situation');
  expect(written.length).toBeLessThanOrEqual(SLACK_LIMITS.buttonValue);
});

it('«one cannot tell what others see»: a private answer says so by being private, and stays so until it is shared', async () => {
  const { slack, posts, post } = await startBot('http', current);
  const { channelId: channel, personId: user } = slack;
  await slack.command({ command: '/sekretess', text: QUESTION, channel, user });
  expect((await post(channel)).onlyFor).toBe(user);
  expect(slack.messages(channel, 'U0ADA')).toEqual([]);
  expect(textIn(posts(channel)[0])).toContain('Visa för alla');
});

/** Delivers an event as Slack does, such as the stand-in has no act for. */
async function deliver({ slack, app }: Bot, event: object): Promise<void> {
  const tell = overHttp({ address: app.address ?? '', signingSecret: slack.signingSecret, ackMs: 3_000 });
  const around = {
    type: 'event_callback',
    team_id: 'T0',
    api_app_id: 'A0',
    event_id: 'Ev0',
    event_time: 1_790_000_000,
  };
  expect(await tell({ kind: 'events_api', payload: { ...around, event }, attempt: 0 })).toMatchObject({ ok: true });
}
