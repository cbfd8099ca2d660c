// `prova` at a terminal: what is asked, what may be answered, and where it ends.
import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runCli } from '../src/cli.ts';
import { interview } from '../src/interview.ts';
import { say } from '../src/render/words.ts';
import { REAL } from './knowledge/folder.ts';
import { DAY, realKnowledge } from './support/knowledge.ts';

const knowledge = await realKnowledge();

describe('the interview', () => {
  it('asks for the parties that are missing, and again for what is none', async () => {
    const { given, told } = await talk('', ['soc', 'Hogwarts', 'skolkuratorn', '']);
    expect(given?.stated).toEqual({ avsändare: 'socialtjänst', mottagare: 'elevhälsa psykosocial' });
    expect(told).toContain('Vem vill lämna uppgiften?');
    expect(told).toContain(say.notAParty);
  });

  it('asks what can change the verdict, by number or by words, until nothing can', async () => {
    const { given, told } = await talk('BUP -> skolkuratorn', ['99', 'Inget samtycke']);
    expect(told).toContain('Finns samtycke från den som uppgiften rör?');
    expect(told).toContain(say.chooseNumber(6));
    expect(given?.stated.samtycke).toBe('nej');
    expect(given?.reasoning).toMatchObject({ verdict: 'barred', settled: true });
    expect((await talk('BUP -> skolkuratorn', ['1'])).given?.reasoning.verdict).toBe('permitted');
  });

  it('goes on from «vet inte» without asking the same again', async () => {
    const { given, told } = await talk('BUP -> skolkuratorn', ['vet inte', '', '']);
    expect(given?.stated.samtycke).toBe('?');
    expect(told.split('Finns samtycke från den som uppgiften rör?')).toHaveLength(2);
  });

  it('ends where the person ends it', async () => {
    expect((await talk('BUP -> skolkuratorn', [])).given?.reasoning.verdict).toBe('depends');
    expect((await talk('', [])).given).toBeUndefined();
    expect((await talk('soc', [''])).given).toBeUndefined();
  });
});

describe('the command', () => {
  it('keeps the answer alone on standard output', async () => {
    const { code, out, err } = await run(['prova', 'BUP', 'till', 'läraren', '--json', '--mapp', REAL], '2\n');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'verdict',
      question: 'BUP → läraren',
      facts: { avsändare: 'BUP', mottagare: 'lärare', samtycke: 'nej' },
      verdict: 'hindrar',
      chain: expect.arrayContaining([{ lagrum: 'OSL 25:1', effect: 'hindrar', state: 'ja' }]) as unknown,
      open: expect.arrayContaining(['menprövning']) as unknown,
      presumed: expect.arrayContaining(['samma myndighet']) as unknown,
    });
    expect(err).toContain('Finns samtycke');
  });

  it('says what to write when the parties are not told', async () => {
    const { code, out, err } = await run(['prova', '--mapp', REAL], '');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('prova socialtjänsten till skolan');
  });
});

async function talk(words: string, lines: readonly string[]) {
  const left = [...lines];
  const told: string[] = [];
  const person = { tell: (text: string) => void told.push(text), answer: () => Promise.resolve(left.shift()) };
  return { given: await interview(words, knowledge, DAY, person), told: told.join('\n') };
}

async function run(args: readonly string[], input: string) {
  const written = { out: '', err: '' };
  const into = (key: 'out' | 'err') =>
    new Writable({
      write(chunk: Buffer, _, done) {
        written[key] += chunk.toString();
        done();
      },
    });
  const code = await runCli(args, {
    stdin: Readable.from([input]),
    stdout: into('out'),
    stderr: into('err'),
    env: {},
    folder: REAL,
    today: () => DAY,
    start: () => Promise.resolve(0),
  });
  return { code, ...written };
}
