// A form on the page of the local workspace, in a real browser and by keyboard alone. Needs the page built.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fields } from '../../src/local/shapes.ts';
import { type Standin, startStandin } from '../../src/local/standin.ts';
import { seriousFaults } from '../support/axe.ts';
import { launchBrowser, noBrowser } from '../support/browser.ts';

const FROM = 'Vem lämnar ut uppgiften?';
const TO = 'Vem ska få den?';

describe.skipIf(noBrowser)('a form on the page', { timeout: 60_000 }, () => {
  let browser: Browser;
  let standin: Standin;
  let page: Page;
  let told: Fields[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  beforeEach(async () => {
    told = [];
    standin = await startStandin({ commands: [{ command: '/prova', description: 'Pröva', usageHint: '' }] });
    standin.deliverThrough(({ payload }) => {
      // That the page shows the conversation with the app is told too, and is no part of the form.
      if (payload.event === undefined) told.push(payload);
      return Promise.resolve({ ok: true });
    });
    page = await browser.newPage({ bypassCSP: true, viewport: { width: 390, height: 800 } });
    page.setDefaultTimeout(30_000);
    await page.goto(standin.url);
    await standin.command({ command: '/prova', text: '', channel: standin.directId, user: standin.personId });
    await call('views.open', { trigger_id: told.pop()?.trigger_id, view: form('from') });
    await page.getByRole('dialog').waitFor();
  });
  afterEach(async () => {
    await page.close();
    await standin.stop();
  });

  it('finds an option by writing, and lets be with Escape', async () => {
    const from = page.getByRole('combobox', { name: FROM });
    await from.focus();
    await page.keyboard.type('ELEV');
    expect(await page.getByRole('dialog').getByRole('option').allInnerTexts()).toEqual(['Elevhälsan']);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').count()).toBe(0);
    expect(await from.inputValue()).toBe('');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(told).toEqual([]);
  });

  it('chooses with the arrows, and keeps focus when the app updates the view, under a new id too', async () => {
    const from = page.getByRole('combobox', { name: FROM });
    await from.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await expect.poll(() => told.at(-1)).toMatchObject({ actions: [{ selected_option: { value: 'soc' } }] });
    for (const block_id of ['from', 'from-2']) {
      const view_id = standin.view(standin.personId)?.id;
      await call('views.update', { view_id, view: form(block_id, `Uppdaterad ${block_id}`) });
      await page.getByText(`Uppdaterad ${block_id}`, { exact: true }).waitFor();
      expect(await from.evaluate((field) => field === document.activeElement)).toBe(true);
      expect(await from.inputValue()).toBe(block_id === 'from' ? 'Socialnämnd' : '');
    }
  });

  it('keeps an open list when another block is updated', async () => {
    await page.getByRole('combobox', { name: FROM }).focus();
    await page.keyboard.type('soc');
    await call('views.update', { view_id: standin.view(standin.personId)?.id, view: form('from', 'Under tiden') });
    await page.getByText('Under tiden').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => told.at(-1)).toMatchObject({ actions: [{ selected_option: { value: 'soc' } }] });
  });

  it('refuses to submit an empty field, leads to it, and submits when it is filled in', async () => {
    await page.getByRole('combobox', { name: FROM }).focus();
    await page.keyboard.type('elev');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('soc');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Skicka in' }).press('Enter');
    await page.getByText('Fyll i det här fältet').waitFor();
    const group = page.getByRole('radiogroup', { name: 'Samtycke?' });
    await expect.poll(() => group.evaluate((radios) => radios.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.getByText('Fyll i det här fältet').waitFor({ state: 'detached' });
    await expect.poll(() => standin.view(standin.personId)?.values.consent?.yes?.selected_option?.value).toBe('nej');
    await page.getByRole('button', { name: 'Skicka in' }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(told.at(-1)).toMatchObject({
      view: { state: { values: { to: { to: { selected_option: { value: 'soc' } } } } } },
    });
  });

  it.each(['light', 'dark'] as const)('has no serious fault of accessibility in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.getByRole('button', { name: 'Skicka in' }).click();
    await page.getByText('Fyll i det här fältet').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('combobox', { name: TO }).click();
    await page.getByRole('listbox').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  async function call(method: string, args: object): Promise<void> {
    const response = await fetch(`${standin.apiUrl}${method}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${standin.botToken}` },
      body: JSON.stringify(args),
    });
    expect(await response.json()).toMatchObject({ ok: true });
  }
});

function form(from: string, note = 'Pröva ett fall') {
  const groups = [
    { label: plain('Skola'), options: [option('Elevhälsan', 'elev'), option('Rektor', 'rektor')] },
    { label: plain('Socialtjänst'), options: [option('Socialnämnd', 'soc')] },
  ];
  const select = (action_id: string) => ({ type: 'static_select', action_id, option_groups: groups });
  const radios = { type: 'radio_buttons', action_id: 'yes', options: [option('Ja', 'ja'), option('Nej', 'nej')] };
  return {
    type: 'modal',
    title: plain('Pröva'),
    submit: plain('Skicka in'),
    blocks: [
      { type: 'input', block_id: from, dispatch_action: true, label: plain(FROM), element: select('from') },
      { type: 'section', text: plain(note) },
      { type: 'input', block_id: 'to', label: plain(TO), element: select('to'), hint: plain('Mottagaren') },
      { type: 'input', block_id: 'consent', label: plain('Samtycke?'), element: radios },
    ],
  };
}

function option(text: string, value: string) {
  return { text: plain(text), value };
}

function plain(text: string) {
  return { type: 'plain_text', text };
}
