// The built program in a real browser: what a newcomer meets after `npm start`.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { serveEditors } from '../src/editors/serve.ts';
import { copyOf, SOUND } from './knowledge/folder.ts';
import { seriousFaults } from './support/axe.ts';
import { launchBrowser, noBrowser, tabTo } from './support/browser.ts';
import { SPLIT_EMPLOYMENT, SPREAD_INTERNALLY } from './support/letters.ts';

const ROOT = join(import.meta.dirname, '..');
describe.skipIf(noBrowser)('in the browser', { timeout: 60_000 }, () => {
  let program: ChildProcess;
  let browser: Browser;
  let url = '';

  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);

  afterAll(() => browser.close());

  // A fresh workspace for each test: what one leaves open is not in the next one's way.
  beforeEach(async () => {
    program = spawn(process.execPath, [join(ROOT, 'dist/main.js'), 'start'], {
      env: { PATH: process.env.PATH, PORT: '0' },
    });
    url = await printedUrl(program);
  }, 60_000);

  afterEach(() => void program.kill('SIGTERM'));

  it('answers the letter in the direct conversation, and opens and closes its provisions', async () => {
    const page = await open(browser, url);
    await write(page, SPREAD_INTERNALLY);
    await page.getByRole('button', { name: 'Visa lagrum' }).first().waitFor();
    const shown = (await page.locator('body').textContent()) ?? '';
    for (const citation of ['OSL 26:1', 'OSL 8:1', 'OSL 8:2', 'SoL 2:1 andra stycket', 'SoL 14:7'])
      expect(shown).toContain(citation);

    const button = page.getByRole('button', { name: 'Visa lagrum' }).first();
    await button.click();
    const modal = page.getByRole('dialog');
    await modal.getByRole('heading', { name: 'OSL 26:1 Sekretess inom socialtjänsten' }).waitFor();
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.close();
  });

  it('answers a mention in the channel, by keyboard alone', async () => {
    const page = await open(browser, url);
    await page.getByRole('navigation').getByRole('link', { name: 'allmänt' }).press('Enter');
    await page.getByRole('textbox', { name: /#allmänt/u }).focus();
    await page.keyboard.insertText(`@Sekretesslotsen ${SPLIT_EMPLOYMENT}`);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Visa lagrum' }).first().waitFor();
    const shown = (await page.locator('body').textContent()) ?? '';
    for (const citation of ['OSL 2:1 andra stycket', 'OSL 23:2', 'SoL 19:1']) expect(shown).toContain(citation);
    await page.close();
  });

  it('offers the commands, and shows their answers to the asker only', async () => {
    const page = await open(browser, url);
    await write(page, '/lagrum genralklausulen');
    await page.getByText('Bara synligt för dig').last().waitFor();
    await page.getByText('OSL 10:27').last().waitFor();
    await page.close();
  });

  it('gives a verdict with its chain and ways, and changes with the fact that is pressed', async () => {
    const page = await open(browser, url);
    await write(page, 'Får BUP berätta för skolkuratorn om diagnosen?');
    const consent = page.getByRole('button', { name: 'Samtycke finns' }).first();
    await consent.waitFor();
    const before = await shownText(page);
    expect(before).toContain('BUP → skolkuratorn');
    expect(before).toMatch(
      /Beror på\. Sekretess hindrar, om inte samtycke finns[\s\S]*OSL 25:1 kan hindra[\s\S]*Vägar framåt/u,
    );
    await consent.click();
    await page.getByText('bryter den').first().waitFor();
    const after = await shownText(page);
    expect(after).toMatch(
      /samtycke finns[\s\S]*OSL 25:1 hindrar inte, eftersom OSL 12:2 bryter den[\s\S]*OSL 12:2 öppnar genom OSL 10:1/u,
    );
    expect(after).not.toContain('kan hindra');
    await page.close();
  });

  it('tries a situation in the form, by keyboard alone', async () => {
    const page = await open(browser, url);
    await page.locator('#main-input').focus();
    await page.keyboard.insertText('/prova ');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog');
    await form.getByText('Välj vem som vill lämna uppgiften').waitFor();
    await choose(page, 'Vem vill lämna uppgiften?', 'BUP');
    await choose(page, 'Vem ska få uppgiften?', 'skolkuratorn');
    const consent = form.getByRole('radio', { name: 'Samtycke finns' });
    await consent.waitFor();
    expect(await form.textContent()).toMatch(/Beror på\.[\s\S]*OSL 25:1/u);
    await tabTo(page, consent);
    await page.keyboard.press('Space');
    await form.getByText('bryter den').waitFor();
    expect(await form.textContent()).toContain('OSL 12:2 öppnar');
    await tabTo(page, form.getByRole('button', { name: 'Visa hela svaret' }));
    await page.keyboard.press('Enter');
    await form.getByText('Om du lämnar uppgiften').waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    await page.close();
  });

  it.each(['light', 'dark'] as const)(
    'says first whom to ring when someone is in danger, in %s',
    async (colorScheme) => {
      const page = await open(browser, url, colorScheme);
      await write(page, 'en elev säger att hon ska ta livet av sig, får skolkuratorn ringa BUP?');
      await page.getByText('Hjälpen först.').waitFor();
      const shown = (await page.locator('body').textContent()) ?? '';
      expect(shown).toMatch(/Hjälpen först\.[\s\S]*112[\s\S]*90101[\s\S]*Det du frågar om sekretess[\s\S]*Beror på\./u);
      expect(await seriousFaults(page)).toEqual([]);
      await page.close();
    },
  );

  it('shows hostile text as text', async () => {
    const page = await open(browser, url);
    const hostile =
      '<img src=x onerror="document.title=1"> <script>document.title=2</script> **x** [y](javascript:alert(1))';
    await write(page, hostile);
    await page.getByText('Det har jag inget svar på').last().waitFor();
    expect(await page.title()).not.toMatch(/^[12]$/u);
    expect(await page.locator('img[src="x"], a[href^="javascript"]').count()).toBe(0);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('has no serious fault of accessibility in %s', async (colorScheme) => {
    const page = await open(browser, url, colorScheme);
    await write(page, 'får man prata om mitt ärende med kollegor på soc');
    await page.getByRole('button', { name: 'Visa lagrum' }).last().click();
    await page.getByRole('dialog').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });
});

describe.skipIf(noBrowser)('the page of an answer for editors', { timeout: 60_000 }, () => {
  it('shows it on every surface, without serious faults of accessibility, and again when it is saved', async () => {
    const folder = copyOf(SOUND);
    const editors = await serveEditors({ folders: [folder], port: 0, today: () => '2026-11-22' });
    if ('fault' in editors) throw new Error(editors.fault);
    const browser = await launchBrowser();
    onTestFinished(async () => {
      await browser.close();
      await editors.stop();
    });
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme, bypassCSP: true });
      await page.goto(`${editors.url}fraga/grunder/sund`);
      await page.frameLocator('iframe').getByText('Det beror på läget.').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.close();
    }
    const page = await browser.newPage();
    await page.goto(`${editors.url}fraga/grunder/sund`);
    const entry = join(folder, 'fragor/grunder/sund.md');
    writeFileSync(entry, readFileSync(entry, 'utf8').replace('Det beror på läget.', 'Nu står det något annat.'));
    await page.getByText('Nu står det något annat.').first().waitFor({ timeout: 30_000 });
  });
});

async function open(browser: Browser, url: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.newPage({ colorScheme, bypassCSP: true });
  page.setDefaultTimeout(30_000);
  await page.goto(url);
  await page.locator('#main-input').waitFor();
  return page;
}

async function write(page: Page, text: string): Promise<void> {
  await page.locator('#main-input').fill(text);
  await page.locator('#main-input').press('Enter');
}

async function shownText(page: Page): Promise<string> {
  return (await page.locator('main').last().textContent()) ?? '';
}

/** Chooses in a select with search: to it, write, take the first that is left. */
async function choose(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await tabTo(page, field);
  await page.keyboard.insertText(text);
  await page.getByRole('option', { name: text }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** The address that the program prints when it is ready. */
function printedUrl(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = '';
    program.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = /http:\/\/\S+/u.exec(out)?.[0];
      if (found !== undefined) resolve(found);
    });
    program.stderr?.on('data', (chunk: Buffer) => (out += chunk.toString()));
    program.once('exit', (code) => {
      reject(new Error(`The program ended with ${code}: ${out}`));
    });
  });
}
