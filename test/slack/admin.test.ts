// What the bot remembers of what people ask, and what those who look after the knowledge are told in their channel.
import { pino } from 'pino';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Problem } from '../../src/knowledge/problem.ts';
import { memoryInRam, type Memory, type Note } from '../../src/memory.ts';
import type { SlackMessage } from '../../src/render/slack.ts';
import type { Desk } from '../../src/slack/desk.ts';
import { startDigest } from '../../src/slack/digest.ts';
import { seenInMemory } from '../../src/slack/seen.ts';
import { startBot } from '../support/bot.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';

const knowledge = await realKnowledge();
const current = () => knowledge;
const ADMINS = 'C0KANAL2';
const people = { adminChannel: ADMINS, admins: [] };
const channels = { channels: ['allmänt', 'redaktionen'] };

const problem = (file: string, message = 'Nyckeln «rubrk» finns inte.'): Problem => ({
  file,
  line: 3,
  column: 1,
  source: 'rubrk: x',
  code: 'unknown-key',
  message,
  next: 'Menade du «rubrik»?',
});

describe('what is remembered', () => {
  it('is the answer given and what was lacking, by mention and command, and never the words or who asked', async () => {
    const memory = memoryInRam();
    const { slack, post, log } = await startBot('http', current, {}, { memory });
    const ask = (text: string) =>
      slack.say({ channel: slack.channelId, user: slack.personId, text: `@Sekretesslotsen ${text}` });
    await ask('får man prata om mitt ärende med kollegor på soc');
    await post(slack.channelId);
    await ask('Får Zebulon i Örnsköldsvik publicera foton på instagram?');
    await post(slack.channelId, 2);
    await slack.command({ command: '/lagrum', text: 'tomtebloss', channel: slack.channelId, user: slack.personId });
    await post(slack.channelId, 3);
    await ask('hej');
    await post(slack.channelId, 4);
    await vi.waitFor(() => {
      expect(memory.notes(DAY)).toHaveLength(3);
    });
    expect(memory.notes(DAY)).toMatchObject([
      { kind: 'answered', day: DAY, entry: 'socialtjanst/sprida-inom-socialtjansten' },
      { kind: 'gap', day: DAY, why: 'declined', words: expect.arrayContaining(['foton', 'publicera']) as string[] },
      { kind: 'gap', day: DAY, why: 'declined' },
    ]);
    expect(JSON.stringify(memory.notes(DAY)) + log()).not.toMatch(/zebulon|örnsköldsvik|tomtebloss/iu);
    expect(JSON.stringify(memory.notes(DAY))).not.toContain(slack.personId);
  });

  it('costs nobody their answer when it fails', async () => {
    const memory: Memory = {
      note: () => {
        throw new Error('full');
      },
      notes: () => [],
    };
    const { slack, post, posts, log } = await startBot('http', current, {}, { memory });
    await slack.say({ channel: slack.directId, user: slack.personId, text: 'OSL 99:1' });
    await post(slack.directId);
    await vi.waitFor(() => {
      expect(log()).toContain('could not remember');
    });
    expect(posts(slack.directId)).toHaveLength(1);
  });
});

describe('problems in the knowledge', () => {
  it('are told the admins once, with what to do, and that it is whole again', async () => {
    let problems: readonly Problem[] = [];
    const { slack, app, posts } = await startBot('http', current, channels, { people, problems: () => problems });
    const reload = async (found: readonly Problem[]) => {
      problems = found;
      await app.reloaded();
    };
    await reload([]);
    expect(posts(ADMINS)).toEqual([]);
    const seven = Array.from({ length: 7 }, (_, i) => problem(`fragor/skola/${i}.md`));
    await reload(seven);
    await reload(seven);
    await reload(seven.slice(0, 3));
    expect(posts(ADMINS)).toHaveLength(1);
    const told = textOf(posts(ADMINS)[0]!);
    expect(told).toContain('7 fel i kunskapsmappen. Boten svarar med den senaste felfria versionen.');
    expect(told).toContain('`fragor/skola/4.md:3` Nyckeln «rubrk» finns inte. Gör så här: Menade du «rubrik»?');
    expect(told).not.toContain('fragor/skola/5.md');
    expect(told).toMatch(/… och 2 till[\s\S]*sekretesslotsen kontroll/u);
    await reload([...seven.slice(0, 3), problem('ord.yml')]);
    expect(posts(ADMINS)).toHaveLength(2);
    await reload([]);
    await reload([]);
    expect(posts(ADMINS)).toHaveLength(3);
    expect(textOf(posts(ADMINS)[2]!)).toMatch(/^Kunskapsmappen är hel igen: \d+ frågor, inga fel\./u);
    await reload(seven);
    expect(posts(ADMINS)).toHaveLength(4);
    expect(slack.failures).toEqual([]);
  });

  it('show what stands in a file as text', async () => {
    const { app, posts } = await startBot('http', current, channels, {
      people,
      problems: () => [problem('ord.yml', '<!channel> **fet** [x](https://evil.example) `kod` @här')],
    });
    await app.reloaded();
    expect(textOf(posts(ADMINS)[0]!)).toContain(
      '\\<!channel\\> \\*\\*fet\\*\\* \\[x\\](https://evil.example) \\`kod\\` @här',
    );
  });

  it('that cannot be told are logged, and told at the next reload', async () => {
    let isDown = true;
    const fault = (method: string) =>
      isDown && method === 'chat.postMessage' ? { error: 'not_in_channel' } : undefined;
    const { app, posts, log } = await startBot(
      'http',
      current,
      { ...channels, fault },
      {
        people,
        problems: () => [problem('ord.yml')],
      },
    );
    await app.reloaded();
    expect(log()).toContain('could not tell the admins of a reload');
    isDown = false;
    await app.reloaded();
    expect(posts(ADMINS)).toHaveLength(1);
  });

  it('are told nobody where the admins have no channel', async () => {
    const { slack, app, posts } = await startBot('http', current, channels, { problems: () => [problem('ord.yml')] });
    await app.reloaded();
    expect([...posts(ADMINS), ...posts(slack.channelId)]).toEqual([]);
  });
});

describe('the weekly digest', () => {
  it('says what was lacking, what is wrong, what is due and what the law changes', async () => {
    const memory: Memory = { ...memoryInRam(), lasts: true };
    for (const day of ['2028-05-01', '2028-05-07'])
      memory.note({ kind: 'gap', day, why: 'declined', area: 'skola', words: [] });
    memory.note({
      kind: 'gap',
      day: '2028-05-03',
      why: 'thumbs down',
      entry: 'skola/x',
      area: 'skola',
      words: [],
      reason: 'wrong',
    });
    memory.note({ kind: 'gap', day: '2028-04-30', why: 'declined', words: [] });
    memory.note({ kind: 'gap', day: '2028-05-08', why: 'declined', words: [] });
    memory.note({ kind: 'answered', day: '2028-05-05', entry: 'skola/x' });
    const { slack, post } = await startBot('http', current, channels, {
      people,
      memory,
      today: () => '2028-05-08',
      // The receiver reads the clock too, but nobody asks anything here.
      now: () => Date.parse('2028-05-08T06:00:30Z'),
      problems: () => [problem('ord.yml')],
    });
    const told = textOf(await post(ADMINS));
    expect(told).toContain('**Veckan 1 maj 2028 – 7 maj 2028**');
    expect(told).toContain('1 svar (veckan före: 0)');
    expect(told).toContain('3 gånger saknades något (veckan före: 1): utan svar 2, tumme ner 1');
    expect(told).toContain('Skola: 3 gånger');
    expect(told).toContain('sekretesslotsen luckor');
    expect(told).toContain('1 fel i kunskapsmappen');
    expect(told).toMatch(/svar att se över\*\*\n- «.+» skulle ha setts över den 31 maj 2027/u);
    expect(told).toMatch(/På väg i lagen\*\*\n- 1 juli 2028: OSL 23:2 .*får ny lydelse; \d+ svar vilar på den/u);
    expect(slack.failures).toEqual([]);
    await vi.waitFor(() => {
      expect(memory.notes('2028-05-08')).toContainEqual({ kind: 'digest', day: '2028-05-08' });
    });
  });

  /** Monday at eight in Sweden, by the clock of the summer and of the winter; summer time begins on Sunday 2027-03-28. */
  const WINTER = '2027-03-22T07:00:00Z';
  const SUMMER = '2027-03-29T06:00:00Z';

  it.each([
    ['in the winter', WINTER, '2027-03-15'],
    ['on the day after the clocks were changed', SUMMER, '2027-03-22'],
  ])('comes on Monday at eight in Sweden, %s', async (_, eight, before) => {
    const clock = clockAt(new Date(Date.parse(eight) - 2 * 60_000).toISOString());
    const { sent } = digest({ notes: [{ kind: 'digest', day: before }] });
    await clock.minutes(1);
    expect(sent).toEqual([]);
    await clock.minutes(1);
    expect(sent).toHaveLength(1);
  });

  it('comes once a week, however long the bot runs and however often it is started', async () => {
    const clock = clockAt('2027-03-20T12:00:00Z');
    const notes: Note[] = [{ kind: 'digest', day: '2027-03-15' }];
    const first = digest({ notes });
    await clock.minutes(9 * 24 * 60);
    expect(first.sent).toHaveLength(2);
    first.stop();
    const second = digest({ notes: first.notes() });
    await clock.minutes(60);
    expect(second.sent).toEqual([]);
    await clock.minutes(7 * 24 * 60);
    expect(second.sent).toHaveLength(1);
    expect(first.sent).toHaveLength(2);
  });

  it('comes at once where the bot was down on Monday', async () => {
    const clock = clockAt('2027-03-24T12:00:00Z');
    const { sent } = digest({ notes: [{ kind: 'digest', day: '2027-03-15' }] });
    await clock.minutes(1);
    expect(sent).toHaveLength(1);
    expect(textOf(sent[0]!)).toContain('Veckan 15 mars 2027 – 21 mars 2027');
  });

  it('waits for the next Monday where the memory has forgotten whether it was sent, and says that it does', async () => {
    const clock = clockAt('2027-03-24T12:00:00Z');
    const { sent } = digest({ notes: [], lasts: false });
    await clock.minutes(60);
    expect(sent).toEqual([]);
    await clock.minutes(5 * 24 * 60);
    expect(sent).toHaveLength(1);
    expect(textOf(sent[0]!)).toContain('MEMORY_FILE');
  });

  it('is tried again after an hour when Slack refuses it, and is not thrown', async () => {
    const clock = clockAt(WINTER);
    let refusals = 2;
    const { sent } = digest({ notes: [], fails: () => refusals-- > 0 });
    await clock.minutes(59);
    expect([sent.length, refusals]).toEqual([0, 1]);
    await clock.minutes(2 * 60);
    expect([sent.length, refusals]).toEqual([1, -1]);
  });
});

function textOf(message: { readonly blocks?: unknown }): string {
  const blocks = message.blocks as readonly { readonly text?: string }[];
  return blocks.map(({ text }) => text ?? '').join('\n');
}

/** A clock that stands at an instant, and goes when it is told. */
function clockAt(instant: string) {
  vi.useFakeTimers({ now: Date.parse(instant), toFake: ['setInterval', 'clearInterval', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  return { minutes: (n: number) => vi.advanceTimersByTimeAsync(n * 60_000) };
}

function digest(options: {
  readonly notes: readonly Note[];
  readonly lasts?: boolean;
  readonly fails?: () => boolean;
}) {
  const { notes, lasts = true, fails = () => false } = options;
  const ram = memoryInRam();
  for (const note of notes) ram.note(note);
  const sent: SlackMessage[] = [];
  const desk: Desk = {
    knowledge: current,
    problems: () => [],
    today: () => DAY,
    log: pino({ level: 'silent' }),
    seen: seenInMemory(),
    memory: lasts ? { ...ram, lasts } : ram,
    people,
  };
  const post = (message: SlackMessage) => {
    if (fails()) return Promise.reject(new Error('not_in_channel'));
    sent.push(message);
    return Promise.resolve();
  };
  const stop = startDigest(desk, post, Date.now);
  onTestFinished(stop);
  return { sent, stop, notes: () => ram.notes('2000-01-01') };
}
