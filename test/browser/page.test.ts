// The page of the local workspace with everything an app can show there, in a real browser and by keyboard. Needs the page
// built.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Fields } from '../../src/local/shapes.ts';
import { seriousFaults } from '../support/axe.ts';
import { hasFocus, launchBrowser, noBrowser, tabTo } from '../support/browser.ts';
import { plain, type Small, startSmall } from '../support/workspace.ts';

const SHORTCUTS = [
  { type: 'global', name: 'Fråga om sekretess', callback_id: 'ask', description: 'Öppnar en ruta' },
  { type: 'message', name: 'Sök svar på detta', callback_id: 'ask_message', description: 'Bara du ser svaret' },
] as const;

describe.skipIf(noBrowser)('the page', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  it('shows the published Home, live, and acts from it', async () => {
    const { page, told, call, user } = await open();
    await tabTo(page, page.getByRole('link', { name: 'Hem' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Välkommen' }).waitFor();
    expect(told).toContainEqual(event({ type: 'app_home_opened', tab: 'messages' }));
    expect(told).toContainEqual(event({ type: 'app_home_opened', tab: 'home' }));
    const ask = page.getByRole('button', { name: 'Ställ en fråga' });
    await tabTo(page, ask);
    await page.keyboard.press('Enter');
    await expect.poll(() => told.at(-1)).toMatchObject({ type: 'block_actions', actions: [{ action_id: 'home_ask' }] });
    await call('views.publish', { user_id: user, view: home('Hej igen') });
    await page.getByRole('heading', { name: 'Hej igen' }).waitFor();
    expect(await hasFocus(ask)).toBe(true);
    // What is said meanwhile with the app is not lost on the one who looks at its Home.
    await call('chat.postMessage', { channel: 'D0PERSON', text: 'Ett svar' });
    await page.getByRole('link', { name: 'Meddelanden nytt' }).click();
    await page.getByText('Ett svar').waitFor();
    expect(await page.getByRole('link', { name: /nytt/u }).count()).toBe(0);
  });

  it('offers what the app suggests where nothing has been said', async () => {
    const { page, standin } = await open();
    await tabTo(page, page.getByRole('button', { name: 'Får BUP prata med skolan?' }));
    await page.keyboard.press('Enter');
    await page.getByText('Får BUP prata med skolan om en elev?').waitFor();
    expect(standin.messages(standin.directId)).toMatchObject([{ text: 'Får BUP prata med skolan om en elev?' }]);
    expect(await page.getByText('Vad vill du veta?').isVisible()).toBe(false);
  });

  it('opens the menu of a message, chooses the shortcut in it, and comes back to where one was', async () => {
    const { page, standin, told, user } = await open();
    await standin.say({ channel: standin.directId, user, text: 'En fråga' });
    const button = page.getByRole('button', { name: 'Fler åtgärder' });
    await button.waitFor();
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([
      'Sök svar på detta\nBara du ser svaret',
      'Svara i tråd',
    ]);
    expect(await hasFocus(page.getByRole('menuitem', { name: 'Sök svar på detta' }))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('menu').isVisible()).toBe(false);
    expect(await hasFocus(button)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => told.at(-1))
      .toMatchObject({ type: 'message_action', callback_id: 'ask_message', message: { text: 'En fråga' } });
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await hasFocus(button)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('s');
    await page.keyboard.press('Enter');
    await expect.poll(() => hasFocus(page.getByRole('textbox', { name: 'Svar i tråden' }))).toBe(true);
  });

  it('finds the global shortcut in the menu of the composer, and after «/»', async () => {
    const { page, told } = await open();
    const called = () => told.filter(({ type }) => type === 'shortcut').length;
    await tabTo(page, page.getByRole('button', { name: 'Genvägar' }));
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect.poll(called).toBe(1);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.locator('#main-input').focus();
    await page.keyboard.type('/fråga om');
    await page.getByRole('option', { name: 'Fråga om sekretess' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(called).toBe(2);
    expect(await page.locator('#main-input').inputValue()).toBe('');
    expect(told.at(-1)).toMatchObject({ type: 'shortcut', callback_id: 'ask' });
  });

  it('asks the app for what a select offers, and takes it with the arrows', async () => {
    const { page, told } = await open('#/hem');
    const search = page.getByRole('combobox', { name: 'Sök lagrum' });
    await tabTo(page, search);
    await page.keyboard.press('ArrowDown');
    await page.getByText('Skriv minst 2 tecken för att söka').waitFor();
    await page.keyboard.type('os');
    await page.getByRole('option', { name: 'OSL 10:27' }).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await search.getAttribute('aria-activedescendant')).toBe('open-option');
    expect(await page.locator('#open-option').innerText()).toBe('OSL 10:27');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => told.at(-1))
      .toMatchObject({ type: 'block_actions', actions: [{ selected_option: { value: '10:27' } }] });
    await expect.poll(() => search.inputValue()).toBe('OSL 10:27');
    await page.keyboard.type('xyzzy');
    const none = page.locator('#home').getByText('Inga träffar');
    await none.waitFor();
    await page.keyboard.press('Escape');
    expect(await search.inputValue()).toBe('OSL 10:27');
    expect(await none.isVisible()).toBe(false);
  });

  it('asks first where a button does, and does nothing when one would rather not', async () => {
    const { page, told, call } = await open();
    await call('chat.postMessage', { channel: 'D0PERSON', text: 'Svar', blocks: answer() });
    const share = page.getByRole('button', { name: 'Visa för alla' });
    await share.waitFor();
    const before = told.length;
    await tabTo(page, share);
    await page.keyboard.press('Enter');
    const asked = page.getByRole('alertdialog', { name: 'Visa svaret för alla?' });
    await asked.getByText('#allmänt').waitFor();
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'hidden' });
    expect(await hasFocus(share)).toBe(true);
    await page.keyboard.press('Enter');
    await tabTo(page, asked.getByRole('button', { name: 'Avbryt' }));
    await page.keyboard.press('Enter');
    await asked.waitFor({ state: 'hidden' });
    expect(told).toHaveLength(before);
    await page.keyboard.press('Enter');
    await asked.waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => told.at(-1)).toMatchObject({ actions: [{ action_id: 'share' }] });
  });

  it('shows which thumb is pressed, to the one who pressed it', async () => {
    const { page, told, call, standin } = await open();
    await call('chat.postMessage', { channel: standin.channelId, text: 'Svar', blocks: answer() });
    await page.goto(`${standin.url}#/${standin.channelId}`);
    const up = page.getByRole('button', { name: 'Bra svar' });
    await tabTo(page, up);
    await page.keyboard.press('Enter');
    await expect.poll(() => up.getAttribute('aria-pressed')).toBe('true');
    expect(await hasFocus(up)).toBe(true);
    expect(told.at(-1)).toMatchObject({ actions: [{ type: 'feedback_buttons', action_id: 'rate', value: 'good' }] });
    await page.getByLabel('Du agerar som').selectOption({ label: 'Ada' });
    await page.waitForURL(/som=U0ADA/u);
    await expect.poll(() => up.getAttribute('aria-pressed')).toBe('false');
  });

  it('is another person’s page when one acts as another', async () => {
    const { page, standin, user } = await open();
    await standin.say({ channel: standin.directId, user, text: 'Det här har jag sagt' });
    await page.getByText('Det här har jag sagt').waitFor();
    await page.getByLabel('Du agerar som').selectOption({ label: 'Bo' });
    await page.getByText('Det här har jag sagt').waitFor({ state: 'detached' });
    await page.locator('#main-input').fill('Bo frågar');
    await page.locator('#main-input').press('Enter');
    await page.getByText('Bo frågar').waitFor();
    expect(standin.messages('D0BO')).toMatchObject([{ user: 'U0BO', text: 'Bo frågar' }]);
    await page.reload();
    await page.getByText('Bo frågar').waitFor();
  });

  it('keeps what is typed in a form, sends it, and says what is wrong', async () => {
    const { page, told, answers, call, standin, user } = await open();
    await standin.shortcut({ user, callback_id: 'ask' });
    const words = page.getByRole('textbox', { name: 'Vad saknades?' });
    await words.waitFor();
    await page.getByRole('textbox', { name: 'Rubrik' }).fill('Kort');
    await words.focus();
    await page.keyboard.type('Ett ord eller flera', { delay: 5 });
    await call('views.update', { view_id: standin.view(user)?.id, view: form('Nytt ovanför') });
    await page.getByText('Nytt ovanför').waitFor();
    expect(await words.inputValue()).toBe('Ett ord eller flera');
    expect(await hasFocus(words)).toBe(true);
    await page.keyboard.press('ArrowLeft');
    answers.submission = { response_action: 'errors', errors: { words: 'Skriv lite till' } };
    await page.getByRole('dialog').getByRole('button', { name: 'Skicka' }).press('Enter');
    await page.getByText('Skriv lite till').waitFor();
    await expect.poll(() => hasFocus(words)).toBe(true);
    await page.keyboard.type(' till');
    await page.getByText('Skriv lite till').waitFor({ state: 'detached' });
    expect(await words.inputValue()).toContain(' till');
    answers.submission = {};
    await page.getByRole('textbox', { name: 'Rubrik' }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const { values } = (told.at(-1) as { view: { state: { values: Record<string, Record<string, Fields>> } } }).view
      .state;
    expect(values.title?.text).toMatchObject({ value: 'Kort' });
    expect(values.words?.text?.value).toMatch(/^Ett ord eller/u);
  });

  it('lets one look at the traffic, one way or both, and fold its content', async () => {
    const { page, standin, user } = await open();
    const inspect = page.getByRole('button', { name: 'Granska trafiken' });
    await tabTo(page, inspect);
    await page.keyboard.press('Enter');
    const pane = page.getByRole('complementary', { name: 'Trafiken' });
    await standin.say({ channel: standin.directId, user, text: 'Syns detta?' });
    const first = pane
      .getByRole('listitem')
      .filter({ hasText: /message/u })
      .first();
    await first.waitFor();
    await tabTo(page, first.locator('summary').first());
    await page.keyboard.press('Enter');
    await pane.getByText('"Syns detta?"').waitFor();
    await pane.getByLabel('Visa anrop').selectOption({ label: 'Från appen' });
    expect(await pane.getByText(/^message$/u).isVisible()).toBe(false);
    expect(await pane.getByText('assistant.threads.setSuggestedPrompts').isVisible()).toBe(true);
    await pane.getByLabel('Visa anrop').press('Escape');
    expect(await pane.isVisible()).toBe(false);
    expect(await hasFocus(inspect)).toBe(true);
  });

  it('switches a fault on and off, and never lets one forget it', async () => {
    const { page, call } = await open();
    await page.getByRole('button', { name: 'Granska trafiken' }).click();
    await page.getByLabel('Vad som händer').selectOption({ label: 'Slack nekar anropet' });
    await page.getByLabel('Hur länge').selectOption({ label: 'Tre gånger' });
    await page.getByRole('button', { name: 'Slå på' }).press('Enter');
    await page.getByText('Ett fel är påslaget: Slack nekar appens anrop, 3 gånger till.').waitFor();
    expect(await call('chat.postMessage', { channel: 'D0PERSON', text: 'x' })).toEqual({
      ok: false,
      error: 'internal_error',
    });
    await page.getByText('2 gånger till.').waitFor();
    await page.getByRole('button', { name: 'Stäng granskningen' }).click();
    await page.getByRole('button', { name: 'Slå av' }).press('Enter');
    await page.getByText('Ett fel är påslaget').waitFor({ state: 'hidden' });
    expect(await call('chat.postMessage', { channel: 'D0PERSON', text: 'x' })).toMatchObject({ ok: true });
  });

  it.each(['light', 'dark'] as const)('has no serious fault of accessibility in %s, wide or narrow', async (scheme) => {
    const { page, call, standin, user } = await open('', scheme);
    expect(await seriousFaults(page)).toEqual([]);
    await call('chat.postMessage', { channel: standin.directId, text: 'Svar', blocks: answer() });
    await page.getByRole('button', { name: 'Fler åtgärder' }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Visa för alla' }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Granska trafiken' }).click();
    await page.locator('.entry summary').first().click();
    await page.getByRole('button', { name: 'Slå på' }).click();
    await page.getByText('Ett fel är påslaget').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Slå av' }).click();
    await page.getByText('Ett fel är påslaget').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Stäng granskningen' }).click();
    await page.setViewportSize({ width: 375, height: 720 });
    await page.getByRole('link', { name: 'Hem' }).click();
    await page.getByRole('combobox', { name: 'Sök lagrum' }).click();
    await page.keyboard.type('os');
    await page.locator('#home').getByRole('option').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    await standin.shortcut({ user, callback_id: 'ask' });
    await page.getByRole('dialog').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  async function open(hash = '', colorScheme: 'light' | 'dark' = 'light') {
    const small = await startSmall({ shortcuts: SHORTCUTS });
    const answers = answerAs(small);
    const page: Page = await browser.newPage({ bypassCSP: true, colorScheme, viewport: { width: 1280, height: 800 } });
    onTestFinished(() => page.close());
    page.setDefaultTimeout(10_000);
    await page.goto(`${small.standin.url}${hash}`);
    await page.getByText(hash === '' ? 'Vad vill du veta?' : 'Välkommen').waitFor();
    return { ...small, answers, page };
  }
});

/** A small app: a Home, prompts, a form behind every shortcut, and provisions to search. */
function answerAs({ answer, call }: Small): { submission: Fields } {
  const answers = { submission: {} };
  answer.body = (payload) => {
    const event = payload.event as { type: string; tab?: string; user: string; channel: string } | undefined;
    if (event?.tab === 'home') void call('views.publish', { user_id: event.user, view: home('Välkommen') });
    if (event?.tab === 'messages') void call('assistant.threads.setSuggestedPrompts', prompts(event.channel));
    switch (payload.type) {
      case 'shortcut':
      case 'message_action':
        void call('views.open', { trigger_id: payload.trigger_id, view: form('Tack för att du säger till') });
        return {};
      case 'block_suggestion':
        return { options: [option('OSL 26:1', '26:1'), option('OSL 10:27', '10:27')].filter(matching(payload.value)) };
      case 'view_submission':
        return answers.submission;
      default:
        return {};
    }
  };
  return answers;
}

function matching(query: unknown) {
  return ({ text }: ReturnType<typeof option>) => text.text.toLowerCase().includes(String(query));
}

function event(what: object): Fields {
  return expect.objectContaining({ event: expect.objectContaining(what) as unknown }) as Fields;
}

function prompts(channel_id: string) {
  const first = { title: 'Får BUP prata med skolan?', message: 'Får BUP prata med skolan om en elev?' };
  return { channel_id, title: 'Vad vill du veta?', prompts: [first, { title: 'Orosanmälan', message: 'När?' }] };
}

function home(title: string) {
  const search = { type: 'external_select', action_id: 'find', min_query_length: 2, placeholder: plain('Sök lagrum') };
  return {
    type: 'home',
    blocks: [
      { type: 'header', block_id: 'title', text: plain(title) },
      { type: 'section', block_id: 'search', text: plain('Läs en bestämmelse'), accessory: search },
      {
        type: 'actions',
        block_id: 'do',
        elements: [{ type: 'button', action_id: 'home_ask', text: plain('Ställ en fråga') }],
      },
    ],
  };
}

function form(note: string) {
  const input = (block_id: string, label: string, multiline: boolean) => ({
    type: 'input',
    block_id,
    label: plain(label),
    element: { type: 'plain_text_input', action_id: 'text', multiline },
  });
  return {
    type: 'modal',
    title: plain('Vad tycker du?'),
    submit: plain('Skicka'),
    blocks: [
      { type: 'section', block_id: 'note', text: plain(note) },
      input('words', 'Vad saknades?', true),
      input('title', 'Rubrik', false),
    ],
  };
}

function answer() {
  const confirm = {
    title: plain('Visa svaret för alla?'),
    text: { type: 'mrkdwn', text: 'Det läggs i *#allmänt*.' },
    confirm: plain('Visa'),
    deny: plain('Avbryt'),
  };
  const thumbs = {
    type: 'feedback_buttons',
    action_id: 'rate',
    positive_button: { text: plain('Bra svar'), value: 'good' },
    negative_button: { text: plain('Dåligt svar'), value: 'bad' },
  };
  const language = { type: 'static_select', action_id: 'language', placeholder: plain('Språk') };
  return [
    { type: 'section', text: plain('Sekretess hindrar inte.') },
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: 'share', text: plain('Visa för alla'), confirm },
        { ...language, options: [option('Svenska', 'sv'), option('English', 'en')] },
      ],
    },
    { type: 'context_actions', elements: [thumbs] },
  ];
}

function option(text: string, value: string) {
  return { text: plain(text), value };
}
