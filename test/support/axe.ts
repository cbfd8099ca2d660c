// Accessibility, by axe, of a page that is open.
import axeCore from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds on the page that would stop someone. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const found = await page.evaluate(async (source) => {
    // The page's policy allows no script but its own; the test's is given to the engine itself.
    (0, eval)(source);
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> };
    };
    return (await axe.run()).violations.map(({ id, impact }) => `${impact}: ${id}`);
  }, axeCore.source);
  return found.filter((fault) => /^(?:serious|critical)/u.test(fault));
}
