// The command line whole, with a world of its own: arguments and standard input in, exit code and text out.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { runCli } from '../src/cli.ts';
import type { World } from '../src/cli/world.ts';
import type { AnswerJson } from '../src/render/json.ts';
import { copyOf, smallCopy, SOUND } from './knowledge/folder.ts';

const FOLDER = smallCopy();
const TODAY = '2026-11-22';
const MEN = 'Vad betyder »men« i sekretesslagen?';

/** The keys of the machine-readable answer, in their order: a contract with other programs. */
const KEYS =
  'question outcome entries citations facts verdict chain open presumed personalData confidence language date ms'.split(
    ' ',
  );

describe('help and wrong use', () => {
  it.each([[['--hjälp']], [['--help']], [['-h']], [['fraga', '--hjälp']]])('%j shows the help', async (args) => {
    const { code, out, err } = await run(args);
    expect([code, err]).toEqual([0, '']);
    for (const word of ['fraga', 'lagrum', 'kontroll', 'start', '--json', '--html', '--datum', '--mapp']) {
      expect(out).toContain(word);
    }
  });

  it('shows the help also when no command is given, but as wrong use', async () => {
    expect(await run([])).toEqual({ ...(await run(['--hjälp'])), code: 2 });
  });

  it.each<[string[], string]>([
    [['fåga', 'x'], 'Kommandot «fåga» finns inte.'],
    [['fraga', 'x', '--jsn'], 'Valet «--jsn» finns inte'],
    [['fraga', 'x', '-z'], 'Valet «-z» finns inte'],
    [['fraga', 'x', '--datum'], 'Valet «--datum» finns inte, eller saknar sitt värde.'],
    [['fraga', 'x', '--json=ja'], 'Valet «--json»'],
    [['fraga', 'x', '--datum', 'i morgon'], '«i morgon» är ingen dag.'],
    [['fraga', 'x', '--datum', '2026-02-30'], '«2026-02-30» är ingen dag.'],
    [['fraga', 'x', '--datum', '2026-13-01'], '«2026-13-01» är ingen dag.'],
    [['fraga', 'x', '--datum', '26-11-22'], '«26-11-22» är ingen dag.'],
    [['fraga', 'x', '--datum='], '«» är ingen dag.'],
    [['fraga', 'x', '--json', '--html'], 'Välj --json eller --html'],
    [['fraga', 'x', '--förklara', '--html'], 'Välj --förklara eller --html'],
    [['lagrum'], 'Skriv vilket lagrum'],
    [['kontroll', 'knowledge'], '«kontroll» tar inga ord.'],
    [['start', 'nu'], '«start» tar inga ord.'],
    [['statistik', 'nu'], '«statistik» tar inga ord.'],
    [['ny'], 'ny fraga "Vad gäller på fritidsgården?"'],
    [['ny', 'sak', 'x'], 'ny lagrum OSL 26:9'],
    [['ny', 'ordalydelse'], 'ny ordalydelse grunder/vad-ar-men'],
    [['ny', 'ordalydelse', 'grunder/vad-ar-men'], 'ny ordalydelse grunder/vad-ar-men'],
    [['kontroll', '--granskning', '--logg', '/ingen/logg'], 'Loggen /ingen/logg går inte att läsa.'],
  ])('%j is told in Swedish, with the way to the help', async (args, told) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(told);
    expect(err).toContain('--hjälp');
    expect(err).not.toMatch(/Error|TypeError|\n\s+at /u);
  });

  it('asks for a question where there is none and no one to read it from', async () => {
    const { code, err } = await run(['fraga'], { stdin: Object.assign(Readable.from([]), { isTTY: true }) });
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'Skriv en fråga, till exempel: sekretesslotsen fraga "får soc prata med skolan?"',
    ]);
  });
});

describe('fraga', () => {
  it.each([[['fraga', MEN]], [['fråga', ...MEN.split(' ')]]])('%j answers, with the provisions', async (args) => {
    const { code, out, err } = await run(args);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('OSL 26:1');
    expect(out).toContain('https://lagen.nu/2009:400#K26P1');
    expect(out).toContain('Inte granskat av jurist.');
  });

  it('answers a line of JSON for each line, in order and with the same keys', async () => {
    const { code, out } = await run(['fraga', '--json'], { stdin: Readable.from([`${MEN}\n\nOSL 26:1\nfotboll\n`]) });
    const answers = jsonLines(out);
    expect(code).toBe(0);
    expect(answers.map((given) => Object.keys(given))).toEqual([KEYS, KEYS, KEYS, KEYS]);
    expect(answers.map(({ question, outcome }) => [question, outcome])).toEqual([
      [MEN, 'answer'],
      ['', 'decline'],
      ['OSL 26:1', 'lagrum'],
      ['fotboll', 'decline'],
    ]);
    expect(answers[0]).toMatchObject({ date: TODAY, facts: {}, verdict: null, personalData: [] });
    expect(answers[0]?.entries[0]?.id).toBe('grunder/vad-ar-men');
    expect(answers[0]?.citations).toContain('OSL 26:1');
    expect(answers[0]?.confidence).toBeGreaterThan(0.9);
    expect(answers[2]?.citations).toEqual(['OSL 26:1']);
  });

  it.each(['--förklara', '--forklara'])('says why with %s, behind the ordinary answer', async (option) => {
    const [plain, why] = [await run(['fraga', MEN]), await run(['fraga', MEN, option])];
    expect([why.code, why.err]).toEqual([0, '']);
    expect(why.out.startsWith(plain.out.trimEnd())).toBe(true);
    expect(why.out).toMatch(/Varför det blev så\n\n1\. .* \(grunder\/vad-ar-men\): \d+ %\n +\d+ % {2}\S/u);
    const [json] = jsonLines((await run(['fraga', MEN, option, '--json'])).out);
    expect(Object.keys(json!)).toEqual([...KEYS, 'explanation']);
  });

  it('takes a line to end at LF or CRLF alone, wherever the bytes are cut', async () => {
    const questions = [
      'Vad är men?',
      'Vad\u2028är\u0085men?',
      'Vad är\rmen?',
      'Får «åklagaren» 😀 läsa?',
      'Vad är men?',
    ];
    const bytes = Buffer.from(questions.join('\n').replace('\n', '\r\n'));
    const cut = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, i) => bytes.subarray(i * 3, i * 3 + 3));
    const { out } = await run(['fraga', '--json'], { stdin: Readable.from(cut, { objectMode: false }) });
    // What no reader sees is a space in the answer.
    expect(jsonLines(out).map(({ question }) => question)).toEqual(
      questions.map((text) => text.replaceAll(/[\u2028\u0085\r]/gu, ' ')),
    );
  });

  it.each<[string, string, AnswerJson['outcome']]>([
    ['nothing', '', 'decline'],
    ['spaces', '   \t ', 'decline'],
    ['a mark', '?', 'decline'],
    ['a smile', '😀', 'decline'],
    ['a family, half of it', '👩‍👧\uD83D', 'decline'],
    ['control characters', '\u0000\u0007\u001B[31m\u202E', 'decline'],
    ['a question among control characters', `\u0000${MEN}\u001B[0m`, 'answer'],
    ['a citation beside a smile', 'OSL 26:1 😀', 'lagrum'],
    ['20 000 characters', 'får soc prata '.repeat(1_429).slice(0, 20_000), 'decline'],
    ['20 000 characters without a space', 'å'.repeat(20_000), 'decline'],
  ])('%s', async (_, text, outcome) => {
    const json = await run(['fraga', '--json', text]);
    expect([json.code, json.err]).toEqual([0, '']);
    const [given, ...more] = jsonLines(json.out);
    expect([given?.outcome, more]).toEqual([outcome, []]);
    const written = await run(['fraga', text]);
    expect([written.code, written.err]).toEqual([0, '']);
    expect(written.out.trim().length).toBeGreaterThan(20);
    // eslint-disable-next-line no-control-regex -- nothing that a terminal would obey
    expect(written.out).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F\u202E]/u);
  });

  it('says that a question is too long, and how long it may be', async () => {
    const { out } = await run(['fraga', 'å'.repeat(20_000)]);
    expect(out).toMatch(/för lång.*20\s000.*6\s000/su);
  });

  it('shows nothing of a personnummer, and says where it stood', async () => {
    const text = 'Får skolan veta att 121212-1212 har kontakt med soc?';
    for (const form of ['--json', '--html', '--mapp']) {
      const { out } = await run(['fraga', text, form, ...(form === '--mapp' ? [FOLDER] : [])]);
      expect(out).not.toMatch(/121212|1212/u);
    }
    const [given] = jsonLines((await run(['fraga', '--json', text])).out);
    expect(given?.question).toBe('Får skolan veta att [personnummer] har kontakt med soc?');
    expect(given?.personalData).toEqual([{ kind: 'personnummer', start: 20, end: 31 }]);
  });

  it('gives a page that stands by itself, in which the question is only text', async () => {
    const { code, out } = await run(['fraga', '--html', `<script>alert(1)</script> ${MEN}`]);
    expect(code).toBe(0);
    expect(out).toMatch(/^<!doctype html>\n<html lang="sv">/u);
    expect(out).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(out).not.toMatch(/<script|<link|src=/u);
  });

  it('colours only what a terminal shows to one who wants it', async () => {
    const terminal = { isTTY: true, columns: 60 };
    expect((await run(['fraga', MEN], { terminal })).out).toContain('\u001B[1');
    expect((await run(['fraga', MEN], { terminal, env: { NO_COLOR: '1' } })).out).not.toContain('\u001B');
    expect((await run(['fraga', MEN])).out).not.toContain('\u001B');
  });
});

describe('lagrum', () => {
  it.each<[string[], string]>([
    [['OSL 26:1'], 'OSL 26:1'],
    [['26', 'kap.', '1', '§', 'OSL'], 'OSL 26:1'],
    [['generalklausulen'], 'OSL 10:27'],
    [['SoL 14:1'], 'SoL 19:1'],
    [['OSL 99:1'], 'OSL 99:1 finns inte'],
    [['fotboll'], 'Jag hittar ingen bestämmelse med det namnet.'],
    [['  '], 'Skriv din fråga'],
  ])('%j', async (words, expected) => {
    const { code, out, err } = await run(['lagrum', ...words]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(expected);
  });

  it('answers in JSON with the same keys', async () => {
    const [given] = jsonLines((await run(['lagrum', '--json', 'OSL', '26:1'])).out);
    expect(Object.keys(given ?? {})).toEqual(KEYS);
    expect(given).toMatchObject({ outcome: 'lagrum', citations: ['OSL 26:1'], confidence: 1 });
  });
});

describe('--datum', () => {
  it.each([
    [undefined, TODAY, 'SFS 2023:353'],
    ['2028-06-30', '2028-06-30', 'SFS 2023:353'],
    ['2028-07-01', '2028-07-01', 'SFS 2025:737'],
  ])('%s: OSL 23:2 as it reads on %s', async (given, date, wording) => {
    const option = given === undefined ? [] : ['--datum', given];
    const { out } = await run(['lagrum', 'OSL 23:2', ...option]);
    expect(out).toContain(`Lydelse enligt ${wording}`);
    expect(jsonLines((await run(['fraga', '--json', 'OSL 23:2', ...option])).out)[0]?.date).toBe(date);
  });
});

describe('kontroll', () => {
  it('says what a sound folder holds', async () => {
    const { code, out, err } = await run(['kontroll', '--mapp', SOUND]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Inga fel\. 2 frågor \(0 granskade av jurist\), 1 lagrum\. Version [\da-f]{12}\.\n$/u);
    expect((await run(['kontroll'])).code).toBe(0);
  });

  it('shows every problem of a broken one, and how many they are', async () => {
    const folder = copyOf(FOLDER);
    writeFileSync(join(folder, 'ord.yml'), 'likvärdiga: []\nord: []\n');
    writeFileSync(join(folder, 'fragor', 'tom.md'), '');
    const { code, out, err } = await run(['kontroll', '--mapp', folder]);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(/^fragor\/tom\.md:1:1\n[^]+\nord\.yml:2:1\n[^]+\n2 fel i /u);
    expect(out).toContain(`2 fel i ${folder}.`);
  });

  it('tells of a folder that is not there', async () => {
    const { code, out } = await run(['kontroll', '--mapp', '/ingen/sådan/mapp']);
    expect(code).toBe(1);
    expect(out).toContain('Mappen går inte att läsa.');
    expect(out).toContain('1 fel i /ingen/sådan/mapp.');
  });
});

describe('for editors', () => {
  it('begins a question and a provision where they belong, once', async () => {
    const folder = copyOf(SOUND);
    const begun = await run(['ny', 'fraga', 'Vad gäller på fritidsgården?', '--amne', 'fritid', '--mapp', folder]);
    expect([begun.code, begun.err]).toEqual([0, '']);
    const [first = '', ...notes] = begun.out.split('\n');
    expect(first).toContain(join(folder, 'fragor/fritid/fritidsgarden.md'));
    expect(notes.join()).toContain('Ämnet fritid är nytt');
    const twice = ['ny', 'lagrum', 'SoL 19:1', '--mapp', folder];
    expect((await run(twice)).out).toContain(join(folder, 'lagrum/sol/19-1.yml'));
    expect(await run(twice)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('finns redan') as string });
  });

  it('counts, and lists what is to be reviewed, in words and as JSON', async () => {
    expect((await run(['statistik', '--mapp', SOUND])).out).toMatch(/^ämne +frågor/u);
    expect(JSON.parse((await run(['statistik', '--json', '--mapp', SOUND])).out)).toHaveProperty('entries');
    const listed = await run(['kontroll', '--granskning', '--mapp', SOUND]);
    expect([listed.code, listed.err]).toEqual([0, '']);
    expect(listed.out).toContain('Frågor som ingen jurist har granskat (2)');
    const asJson = await run(['kontroll', '--granskning', '--json', '--mapp', SOUND]);
    expect(JSON.parse(asJson.out)).toMatchObject({ ogranskadeFrågor: [{ gånger: 0 }, { gånger: 0 }] });
  });
});

describe('the folder', () => {
  const broken = '/ingen/sådan/mapp';

  it.each<[string, string[], Record<string, string>, number]>([
    ['is the one that comes with the program', [], {}, 0],
    ['is the one in the environment', [], { KNOWLEDGE: broken }, 1],
    ['is the one of --mapp before that', ['--mapp', SOUND], { KNOWLEDGE: broken }, 0],
    ['set to nothing is not set', ['--mapp', ''], { KNOWLEDGE: ' ' }, 0],
  ])('%s', async (_, option, env, code) => {
    const asked = await run(['fraga', 'OSL 26:1', ...option], { env });
    expect(asked.code).toBe(code);
    expect((await run(['kontroll', ...option], { env })).code).toBe(code);
    if (code === 0) return;
    expect(asked.out).toBe('');
    expect(asked.err).toContain('Kunskapsmappen har fel, så jag kan inte svara.');
  });

  it.each<[string[], Record<string, string>, string[] | undefined]>([
    [['start'], {}, undefined],
    [['start', '--mapp', 'min'], { KNOWLEDGE: 'annan' }, ['min']],
    [['start'], { KNOWLEDGE: '' }, undefined],
  ])('%j with %j starts the bot with %s', async (args, env, folder) => {
    const start = vi.fn<World['start']>(() => Promise.resolve(1));
    expect((await run(args, { env, start })).code).toBe(1);
    expect(start).toHaveBeenCalledExactlyOnceWith(folder);
  });
});

interface Given {
  readonly stdin?: World['stdin'];
  readonly env?: World['env'];
  readonly start?: World['start'];
  readonly terminal?: { readonly isTTY: boolean; readonly columns: number };
}

async function run(args: readonly string[], given: Given = {}): Promise<{ code: number; out: string; err: string }> {
  const { stdin = Readable.from([]), env = {}, start = () => Promise.resolve(0), terminal = {} } = given;
  const [stdout, stderr] = [collector(), collector()];
  const world: World = {
    stdin,
    stdout: Object.assign(stdout.stream, terminal),
    stderr: stderr.stream,
    env,
    folder: FOLDER,
    today: () => TODAY,
    start,
  };
  const code = await runCli(args, world);
  return { code, out: stdout.text(), err: stderr.text() };
}

function collector(): { stream: Writable; text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

function jsonLines(out: string): AnswerJson[] {
  expect(out.endsWith('\n')).toBe(true);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as AnswerJson);
}
