// Git, asked in a folder; the one place where another program is run.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What git writes, without the last line break; `undefined` when it fails. */
export async function runGit(folder: string, args: readonly string[], index?: string): Promise<string | undefined> {
  // What a hook of git sets would point it at another archive than the folder's.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const env = { ...Object.fromEntries(own), LC_ALL: 'C', ...(index === undefined ? {} : { GIT_INDEX_FILE: index }) };
  try {
    const { stdout } = await execute('git', [...args], { cwd: folder, env, maxBuffer: MOST_OUTPUT });
    return stdout.replace(/\n$/u, '');
  } catch {
    return undefined;
  }
}

const MOST_OUTPUT = 10_000_000;
