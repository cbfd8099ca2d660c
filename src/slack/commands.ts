// `/sekretess <fråga>` and `/lagrum <OSL 26:1 | ord>`: answered for the asker's eyes only, also where the bot is no member.
import type { App, RespondFn, SlashCommand } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { answer, answerLookup, type Answer } from '../answer.ts';
import { languageOf } from '../question/language.ts';
import { wordsIn } from '../render/language.ts';
import { helpInEnglish, helpMessage } from '../render/help.ts';
import { lookupModal } from '../render/lookup.ts';
import { plainMessage, renderSlack } from '../render/slack.ts';
import { logAnswer, orApologise, settingFor, type Desk } from './desk.ts';
import { isDirect, orDirectly } from './press.ts';
import { EXAMPLES, suggestions } from './suggestions.ts';
import { plainText } from './text.ts';

export function listenForCommands(app: App, desk: Desk): void {
  const help = async ({ text, respond }: Given) => {
    const message = HELP_IN_ENGLISH.test(text) ? helpInEnglish() : helpMessage(suggestions(desk, EXAMPLES));
    await respond({ response_type: 'ephemeral', ...message });
  };
  const reply = async ({ text, command, respond }: Given, ask: typeof answer) => {
    const given = ask(text, desk.knowledge(), desk.today());
    const audience = isDirect(command.channel_name) ? 'direct' : 'private';
    await respond({ response_type: 'ephemeral', ...renderSlack(given, settingFor(desk, audience)) });
    logAnswer(desk, command.command, given);
    await warn(given, respond);
  };
  listen(app, desk, '/sekretess', (given) =>
    given.text === '' || HELP.test(given.text) ? help(given) : reply(given, answer),
  );
  listen(app, desk, '/lagrum', async (given) => {
    if (given.text === '') await given.client.views.open({ trigger_id: given.command.trigger_id, view: lookupModal() });
    else if (HELP.test(given.text)) await help(given);
    else await reply(given, answerLookup);
  });
}

const HELP_IN_ENGLISH = /^help$/iu;
/** How people ask what this is. */
const HELP = /^(?:hj[äa]lp|help|\?)$/iu;

interface Given {
  /** What was written after the command. */
  readonly text: string;
  readonly command: SlashCommand;
  readonly client: WebClient;
  readonly respond: RespondFn;
}

function listen(app: App, desk: Desk, name: '/sekretess' | '/lagrum', meet: (given: Given) => Promise<unknown>): void {
  app.command(name, async ({ command, ack, respond, client }) => {
    await ack();
    const text = plainText(command.text);
    const say = wordsIn(languageOf(text));
    const tell = (markdown: string) => respond({ response_type: 'ephemeral', ...plainMessage(markdown) });
    await orApologise(
      desk.log,
      name,
      async () => {
        await meet({ text, command, client, respond });
      },
      () => orDirectly(tell, client, command.user_id)(say.apology),
    );
  });
}

/** A slash command is seen by nobody else and stays nowhere: there is nothing to delete. */
async function warn({ personalData, language }: Answer, respond: RespondFn): Promise<void> {
  if (personalData.length === 0) return;
  const words = wordsIn(language).personalData(personalData.map(({ kind }) => kind));
  await respond({ response_type: 'ephemeral', ...plainMessage(words) });
}
