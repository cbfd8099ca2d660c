// `/sekretess <fråga>` and `/lagrum <OSL 26:1 | ord>`: answered for the asker's eyes only, also where the bot is no member.
import type { App } from '@slack/bolt';
import { answer, answerLookup, type Answer } from '../answer.ts';
import { languageOf } from '../question/language.ts';
import { wordsIn } from '../render/language.ts';
import { plainMessage, renderSlack } from '../render/slack.ts';
import { logAnswer, orApologise, settingFor, type Desk } from './desk.ts';
import { isDirect } from './press.ts';
import { plainText } from './text.ts';

/** The commands as the manifest registers them and the local workspace offers them. */
export const COMMANDS = [
  { command: '/sekretess', description: 'Fråga om sekretess. Bara du ser svaret.', usageHint: '[din fråga]' },
  { command: '/lagrum', description: 'Visa en bestämmelse. Bara du ser den.', usageHint: '[OSL 26:1 eller ett ord]' },
  { command: '/prova', description: 'Pröva en situation i ett formulär.', usageHint: '[socialtjänst -> skola]' },
] as const;

export function listenForCommands(app: App, desk: Desk): void {
  listen(app, desk, '/sekretess', (text) => answer(text, desk.knowledge(), desk.today()));
  listen(app, desk, '/lagrum', (text) => answerLookup(text, desk.knowledge(), desk.today()));
}

function listen(app: App, desk: Desk, name: '/sekretess' | '/lagrum', ask: (text: string) => Answer): void {
  app.command(name, async ({ command, ack, respond }) => {
    await ack();
    const text = plainText(command.text);
    const say = wordsIn(/^help$/iu.test(text) ? 'en' : languageOf(text));
    await orApologise(
      desk.log,
      name,
      async () => {
        if (text === '' || /^(?:hj[äa]lp|help)$/iu.test(text)) {
          await respond({ response_type: 'ephemeral', ...plainMessage(say.help) });
          return;
        }
        const given = ask(text);
        const audience = isDirect(command.channel_name) ? 'direct' : 'private';
        await respond({ response_type: 'ephemeral', ...renderSlack(given, settingFor(desk, audience)) });
        logAnswer(desk, name, given);
        if (given.personalData.length > 0) {
          // A slash command is seen by nobody else and stays nowhere: there is nothing to delete.
          await respond({
            response_type: 'ephemeral',
            ...plainMessage(say.personalData(given.personalData.map(({ kind }) => kind))),
          });
        }
      },
      () => respond({ response_type: 'ephemeral', ...plainMessage(say.apology) }),
    );
  });
}
