// A command run whole, with nothing on standard input: what it printed, where, and its exit code.
import { Readable, Writable } from 'node:stream';
import { runCli } from '../../src/cli.ts';
import { DAY } from './knowledge.ts';

export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function run(...args: string[]): Promise<Printed> {
  return await runWith({}, ...args);
}

/** As {@link run}, with what an operator has set. */
export async function runWith(settings: Readonly<Record<string, string>>, ...args: string[]): Promise<Printed> {
  const written = { out: '', err: '' };
  const into = (key: 'out' | 'err') =>
    new Writable({
      write(chunk, _, done) {
        written[key] += String(chunk);
        done();
      },
    });
  const code = await runCli(args, {
    stdin: Readable.from([]),
    stdout: into('out'),
    stderr: into('err'),
    env: {},
    settings: () => settings,
    folder: '/ingen/mapp',
    today: () => DAY,
    start: () => Promise.resolve(0),
  });
  return { code, ...written };
}
