// The page's acts, posted to the server in the name of the one who sits at the page, and told when one does not go through.
import { notice } from './notices.ts';
import type { Acts } from './snapshot.ts';

/** Who sits at this page, as the address says; the server's first person where it names none. */
export function viewer(): string | undefined {
  return new URLSearchParams(location.search).get('som') ?? undefined;
}

/** Resolves to whether the act was taken; when not, the reason stands in a notice. */
export async function send<K extends keyof Acts>(act: K, input: Acts[K]): Promise<boolean> {
  return (await ask(act, input)) !== undefined;
}

/** Resolves to what the act answers; undefined when it was not taken, and then the reason stands in a notice. */
export async function ask<K extends keyof Acts>(act: K, input: Acts[K]): Promise<object | undefined> {
  try {
    const response = await fetch(`/act/${act}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...input, as: viewer() }),
    });
    const answer = (await response.json()) as object;
    if (response.ok) return answer;
    if ('error' in answer) notice(String(answer.error));
  } catch {
    notice('Den lokala arbetsytan svarar inte. Kör programmet fortfarande?');
  }
  return undefined;
}
