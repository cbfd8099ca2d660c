// A local workspace with an app that writes down what it is told and acknowledges as the test says.
import { onTestFinished } from 'vitest';
import type { Fields } from '../../src/local/shapes.ts';
import { type Standin, type StandinOptions, startStandin } from '../../src/local/standin.ts';

export interface Small {
  readonly standin: Standin;
  /** The person at the page. */
  readonly user: string;
  readonly told: Fields[];
  readonly last: () => Fields;
  /** What the app acknowledges a payload with; nothing unless told. */
  readonly answer: { body: (payload: Fields) => Fields };
  readonly call: (method: string, args?: object) => Promise<Fields>;
  /** Calls as the program on the page does. */
  readonly act: (name: string, input: object) => Promise<Fields>;
  /** What the page is told first, as this person sees it. */
  readonly drawn: (as?: string) => Promise<Fields>;
}

export async function startSmall(options: Partial<StandinOptions> = {}): Promise<Small> {
  const standin = await startStandin({
    commands: [{ command: '/prova', description: 'Pröva', usageHint: '' }],
    onFailure: () => undefined,
    ...options,
  });
  onTestFinished(standin.stop);
  const told: Fields[] = [];
  const answer: Small['answer'] = { body: () => ({}) };
  standin.deliverThrough(({ payload }) => {
    told.push(payload);
    return Promise.resolve({ ok: true, body: answer.body(payload) });
  });
  const post = async (path: string, body: object, headers: Readonly<Record<string, string>>): Promise<Fields> => {
    const response = await fetch(`${standin.url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Fields;
  };
  return {
    standin,
    user: standin.personId,
    told,
    last: () => told.at(-1)!,
    answer,
    call: (method, args = {}) => post(`/api/${method}`, args, { Authorization: `Bearer ${standin.botToken}` }),
    act: (name, input) => post(`/act/${name}`, input, { Origin: standin.url }),
    async drawn(as) {
      const response = await fetch(`${standin.url}/changes${as === undefined ? '' : `?as=${as}`}`);
      const chunk = await response.body?.getReader().read();
      return JSON.parse(new TextDecoder().decode(chunk?.value).replace(/^data: /, '')) as Fields;
    },
  };
}

export function plain(text: string) {
  return { type: 'plain_text' as const, text };
}
