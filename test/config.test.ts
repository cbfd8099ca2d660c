// What an operator may set, and what is told when it is set wrong.
import { describe, expect, it } from 'vitest';
import { readConfig, type Config } from '../src/config.ts';

type Env = Record<string, string | undefined>;

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1-hemlig' };
const APP = { SLACK_APP_TOKEN: 'xapp-1-hemlig' };
const SIGNING = { SLACK_SIGNING_SECRET: 'hemlig' };

describe('how the program runs', () => {
  it.each<[string, Env, Config['slack']]>([
    ['with nothing set: a local workspace', {}, { mode: 'local' }],
    [
      'with everything set to nothing: the same',
      { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: ' ', SLACK_SIGNING_SECRET: undefined },
      { mode: 'local' },
    ],
    [
      'with a signing secret: HTTP',
      { ...BOT, ...SIGNING },
      { mode: 'http', botToken: 'xoxb-1-hemlig', signingSecret: 'hemlig' },
    ],
    [
      'with an app token: Socket Mode',
      { ...BOT, ...APP },
      { mode: 'socket', botToken: 'xoxb-1-hemlig', appToken: 'xapp-1-hemlig' },
    ],
    [
      'with both: Socket Mode',
      { ...BOT, ...APP, ...SIGNING },
      { mode: 'socket', botToken: 'xoxb-1-hemlig', appToken: 'xapp-1-hemlig' },
    ],
    [
      'with spaces around a token: without them',
      { SLACK_BOT_TOKEN: ' xoxb-1-hemlig\n', ...APP },
      { mode: 'socket', botToken: 'xoxb-1-hemlig', appToken: 'xapp-1-hemlig' },
    ],
  ])('%s', (_, env, slack) => {
    expect(readConfig(env)).toEqual({
      config: { slack, people: { admins: [] }, host: '127.0.0.1', port: 3000, logLevel: 'info' },
    });
  });

  it.each<[Env, Partial<Config>]>([
    [
      { PORT: '8080', HOST: '0.0.0.0' },
      { port: 8080, host: '0.0.0.0' },
    ],
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '65535' }, { port: 65_535 }],
    [
      { PORT: '', HOST: '  ', LOG_LEVEL: '' },
      { port: 3000, host: '127.0.0.1', logLevel: 'info' },
    ],
    [{ LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
    [{ MEMORY_FILE: ' minne.jsonl ' }, { memory: { file: 'minne.jsonl', days: 90 } }],
    [{ MEMORY_FILE: 'minne.jsonl', MEMORY_DAYS: '730' }, { memory: { file: 'minne.jsonl', days: 730 } }],
    [{ KNOWLEDGE: ' /srv/kunskap , ./lokalt' }, { folders: ['/srv/kunskap', './lokalt'] }],
    [{ PATH: '/bin', SLACK_NOT_OURS: 'x' }, { slack: { mode: 'local' } }],
  ])('%j', (env, expected) => {
    expect(readConfig(env)).toMatchObject({ config: expected });
  });

  it('has no folder unless one is set', () => {
    expect(readConfig({ KNOWLEDGE: '' })).not.toHaveProperty('config.folders');
  });

  it('writes nothing down unless a file is set', () => {
    expect(readConfig({ MEMORY_FILE: '', MEMORY_DAYS: '30' })).not.toHaveProperty('config.memory');
  });
});

describe('what is set wrong', () => {
  const needsBot =
    'SLACK_BOT_TOKEN saknas. Sätt den, eller ta bort de andra SLACK-värdena för att köra den lokala arbetsytan.';

  it.each<[string, Env, string[]]>([
    [
      'a bot token alone',
      BOT,
      ['Med SLACK_BOT_TOKEN behövs också SLACK_APP_TOKEN (Socket Mode) eller SLACK_SIGNING_SECRET (HTTP).'],
    ],
    ['an app token alone', APP, [needsBot]],
    ['a signing secret alone', SIGNING, [needsBot]],
    ['both of them without a bot token', { ...APP, ...SIGNING }, [needsBot]],
    [
      'a bot token that is none',
      { SLACK_BOT_TOKEN: 'xoxp-1-hemlig', ...APP },
      ['SLACK_BOT_TOKEN ska börja med xoxb-.'],
    ],
    [
      'the tokens in each other’s place',
      { SLACK_BOT_TOKEN: 'xapp-1-hemlig', SLACK_APP_TOKEN: 'xoxb-1-hemlig' },
      ['SLACK_BOT_TOKEN ska börja med xoxb-.', 'SLACK_APP_TOKEN ska börja med xapp-.'],
    ],
    ['a port that is no number', { PORT: 'tre' }, ['PORT ska vara ett tal.']],
    ['a port that is not whole', { PORT: '80.5' }, ['PORT ska vara ett heltal.']],
    ['a port below', { PORT: '-1' }, ['PORT ska vara 0–65535.']],
    ['a port above', { PORT: '65536' }, ['PORT ska vara 0–65535.']],
    ['days of memory that are no number', { MEMORY_DAYS: 'länge' }, ['MEMORY_DAYS ska vara ett tal.']],
    ['no days of memory', { MEMORY_DAYS: '0' }, ['MEMORY_DAYS ska vara 1–730.']],
    ['days of memory for ever', { MEMORY_DAYS: '731' }, ['MEMORY_DAYS ska vara 1–730.']],
    ['a log level that is none', { LOG_LEVEL: 'verbose' }, ['LOG_LEVEL ska vara debug, info, warn eller error.']],
    [
      'everything at once',
      { SLACK_BOT_TOKEN: 'hemlig', PORT: 'x', LOG_LEVEL: 'y' },
      [
        'SLACK_BOT_TOKEN ska börja med xoxb-.',
        'PORT ska vara ett tal.',
        'LOG_LEVEL ska vara debug, info, warn eller error.',
      ],
    ],
  ])('%s', (_, env, faults) => {
    expect(readConfig(env)).toEqual({ faults });
    expect(JSON.stringify(readConfig(env))).not.toContain('hemlig');
  });

  it('says to whom the bot turns', () => {
    const read = readConfig({ HUMAN_CHANNEL: 'C0HUMAN', ADMIN_CHANNEL: 'G0ADMIN', ADMINS: 'U0ANNA, W0BO' });
    expect(read).toMatchObject({
      config: { people: { humanChannel: 'C0HUMAN', adminChannel: 'G0ADMIN', admins: ['U0ANNA', 'W0BO'] } },
    });
  });

  it('tells each of them that is no id of Slack', () => {
    expect(readConfig({ HUMAN_CHANNEL: '#jurister', ADMIN_CHANNEL: 'sekretess', ADMINS: 'anna' })).toEqual({
      faults: [
        'HUMAN_CHANNEL ska vara en kanals id, som C012AB3CD.',
        'ADMIN_CHANNEL ska vara en kanals id, som C012AB3CD.',
        'ADMINS ska vara medlems-id:n med komma emellan, som U012AB3CD.',
      ],
    });
  });
});
