// The bot in Slack for those who ask in English, and for those who want easy Swedish.
import { describe, expect, it } from 'vitest';
import { answer } from '../../src/answer.ts';
import type { Message } from '../../src/local/standin.ts';
import { languageOf } from '../../src/question/language.ts';
import { ACTIONS } from '../../src/render/buttons.ts';
import { english } from '../../src/render/english.ts';
import { peopleEnglish } from '../../src/render/people-english.ts';
import { FORM } from '../../src/render/form.ts';
import { say } from '../../src/render/words.ts';
import { startBot } from '../support/bot.ts';
import { DAY } from '../support/knowledge.ts';
import { EASY, inTongues } from '../support/tongues.ts';

const knowledge = await inTongues();
const current = () => knowledge;
const DIFFERENCE = 'What is the difference between secrecy and duty of confidentiality in Sweden?';
const WHO_TELLS_WHOM = 'Can BUP tell the school counsellor about the diagnosis?';

/** An English wording of an entry whose situation is known to the rules. */
const WITH_FACTS = knowledge.entries
  .filter(({ situation }) => situation !== undefined)
  .flatMap(({ wordings }) => wordings)
  .find((wording) => {
    return languageOf(wording) === 'en' && answer(wording, knowledge, DAY).outcome === 'answer';
  })!;

describe('a question in English', () => {
  it('is answered in English, with the provisions behind an English button', async () => {
    const { slack, post } = await startBot('http', current);
    await slack.say({ channel: slack.channelId, user: slack.personId, text: `@Sekretesslotsen ${DIFFERENCE}` });
    const given = await post(slack.channelId);
    expect(text(given)).toMatch(
      /Answer to: [\s\S]*Secrecy does not prevent this for the test[\s\S]*In Swedish, to show/u,
    );
    await slack.press({ user: slack.personId, on: given, action_id: ACTIONS.showProvisions });
    const view = await slack.until(() => slack.view(slack.personId));
    expect(view.modal.title.text).toBe(english.provisions);
    expect(JSON.stringify(view.modal)).toContain(english.readStatute);
    expect(slack.failures).toEqual([]);
  });

  it('gives a verdict that stays in English through three presses', async () => {
    const { slack, post, posts } = await startBot('http', current);
    await slack.say({ channel: slack.directId, user: slack.personId, text: WHO_TELLS_WHOM });
    const shown = () => text(posts(slack.directId)[0]!);
    await post(slack.directId);
    expect(shown()).toContain('**It depends.** Secrecy prevents it, unless consent exists');
    for (const label of ['The child consents, but not the guardians', 'Do not know', 'Consent exists']) {
      const before = shown();
      const on = posts(slack.directId)[0]!;
      await slack.press({ user: slack.personId, on, action_id: actionOf(on, label) });
      await slack.until(() => (shown() === before ? undefined : true));
      expect(shown()).toContain('This is how I understood the question:');
      expect(shown()).toContain(english.changeFacts);
      expect(shown()).not.toContain(say.changeFacts);
    }
    expect(shown()).toContain(`**${english.verdict.permitted}.**`);
    expect(posts(slack.directId)).toHaveLength(1);
    expect(slack.failures).toEqual([]);
  });

  it('opens the form in English, and gives the whole answer in it', async () => {
    const { slack, post } = await startBot('http', current);
    const user = slack.personId;
    await slack.say({ channel: slack.directId, user, text: WHO_TELLS_WHOM });
    await slack.press({ user, on: await post(slack.directId), action_id: ACTIONS.openForm });
    const view = await slack.until(() => slack.view(user));
    expect(view.modal.title.text).toBe(english.formTitle);
    expect(JSON.stringify(view.modal)).toContain('Who is to receive the information?');
    await slack.choose({ user, on: { view: view.id }, block_id: 'fact:samtycke', action_id: FORM.action, value: 'ja' });
    const shown = () => JSON.stringify(slack.view(user)?.modal ?? {});
    await slack.until(() => (shown().includes(`*${english.verdict.permitted}.*`) ? true : undefined));
    expect(slack.view(user)?.modal.title.text).toBe(english.formTitle);
    await slack.submitView(user);
    await slack.until(() => (shown().includes(english.formTitle) ? undefined : true));
    expect(shown()).toContain(english.inShort.permitted);
    expect(shown()).toContain('OSL 12:2');
    expect(slack.failures).toEqual([]);
  });

  it('leads from an entry to the rules, in English', async () => {
    const { slack, post } = await startBot('http', current);
    const user = slack.personId;
    await slack.command({ command: '/sekretess', text: WITH_FACTS, channel: slack.channelId, user });
    const given = await post(slack.channelId);
    expect(text(given)).toContain('Secrecy does not prevent this for the test');
    await slack.press({ user, on: given, action_id: ACTIONS.openForm });
    const { modal } = await slack.until(() => slack.view(user));
    expect(modal.title.text).toBe(english.formTitle);
    expect(JSON.stringify(modal)).toContain('This is how I understood the question');
    expect(slack.failures).toEqual([]);
  });

  it('is warned of personal data in English, and helped in English', async () => {
    const { slack, post } = await startBot('http', current);
    const user = slack.personId;
    await slack.say({ channel: slack.directId, user, text: `${DIFFERENCE} Call me at 070-174 06 05` });
    await post(slack.directId);
    expect(text(await post(slack.directId, 2))).toContain('a telephone number');
    expect(text(await post(slack.directId, 2))).toContain(english.deleteMessage);
    await slack.command({ command: '/sekretess', text: 'help', channel: slack.channelId, user });
    expect(text(await post(slack.channelId))).toContain('Ask me about secrecy');
    expect(slack.failures).toEqual([]);
  });

  it('is shown to all in English, with the buttons in English', async () => {
    const { slack, post } = await startBot('http', current);
    const user = slack.personId;
    await slack.command({ command: '/sekretess', text: DIFFERENCE, channel: slack.channelId, user });
    const given = await post(slack.channelId);
    expect(text(given)).toContain(peopleEnglish.feedback.good);
    expect(text(given)).toContain(peopleEnglish.share.confirm);
    await slack.press({ user, on: given, action_id: ACTIONS.share, confirmed: true });
    const shared = await post(slack.channelId, 2);
    expect(text(shared)).toContain(peopleEnglish.share.shared);
    expect(text(shared)).toContain('Secrecy does not prevent this for the test');
    expect(slack.failures).toEqual([]);
  });
});

describe('easy Swedish', () => {
  it('comes below the answer, for the one who pressed alone, and leads back', async () => {
    const { slack, post, posts } = await startBot('http', current);
    const user = slack.personId;
    const asked = 'får man prata om mitt ärende med kollegor på soc';
    const { message } = await slack.say({ channel: slack.channelId, user, text: `@Sekretesslotsen ${asked}` });
    const given = await post(slack.channelId);
    const before = text(given);
    await slack.press({ user, on: given, action_id: ACTIONS.easySwedish });
    const easy = await post(slack.channelId, 2);
    expect(easy.onlyFor).toBe(user);
    expect(easy.thread).toBe(message.ts);
    expect(text(easy)).toContain(JSON.stringify(EASY).slice(1, -1));
    expect(text(easy)).toContain(say.easyNote);
    expect(text(posts(slack.channelId)[0]!)).toBe(before);
    await slack.press({ user, on: easy, action_id: ACTIONS.readMore });
    const back = await post(slack.channelId, 3);
    expect(back.onlyFor).toBe(user);
    expect(text(back)).toContain('OSL 8:2');
    expect(text(back)).not.toContain(say.easyNote);
    expect(slack.failures).toEqual([]);
  });

  it('is given at once to one who asks for it', async () => {
    const { slack, post } = await startBot('http', current);
    const asked = 'får man prata om mitt ärende med kollegor på soc? På lätt svenska';
    await slack.say({ channel: slack.directId, user: slack.personId, text: asked });
    expect(text(await post(slack.directId))).toContain(JSON.stringify(EASY).slice(1, -1));
    expect(slack.failures).toEqual([]);
  });
});

function text(message: Message): string {
  return JSON.stringify(message.blocks);
}

/** The id of the button with the label that takes the answer's place. */
function actionOf(message: Message, label: string): string {
  const found = message.blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .find((each) => each.type === 'button' && each.text.text === label);
  if (found?.action_id === undefined) throw new Error(`no button «${label}»`);
  expect(found.action_id).toMatch(new RegExp(`^${ACTIONS.choose}:`, 'u'));
  return found.action_id;
}
