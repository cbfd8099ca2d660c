// A real browser for the tests that need one: they are skipped where there is no Chromium, unless REQUIRE_BROWSER is set.
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** For `describe.skipIf`. */
export const noBrowser = CHROMIUM === undefined && process.env.REQUIRE_BROWSER === undefined;

if (noBrowser) {
  process.stdout.write(
    'The browser tests are skipped: there is no Chromium on this machine (Debian: apt-get install chromium).\n',
  );
}

export async function launchBrowser(): Promise<Browser> {
  if (CHROMIUM === undefined)
    throw new Error('REQUIRE_BROWSER is set, but there is no Chromium: apt-get install chromium');
  return await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** By keyboard alone. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there.');
}

export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}
