// The help: how to reach the bot, what it does and does not, and a few questions to begin with.
import type { Entry } from '../knowledge/schema.ts';
import { HELP_IN_ENGLISH } from './english.ts';
import { ACTIONS, actions, targetButton } from './buttons.ts';
import { plainMessage, type SlackMessage } from './slack.ts';
import { sayStart } from './start-words.ts';
import { COMMANDS, SHORTCUTS } from './ways-in.ts';

/** The help, with questions to begin with as buttons. */
export function helpMessage(suggested: readonly Entry[]): SlackMessage {
  const { help } = sayStart;
  const sections = [
    help.lead,
    titled(help.waysIn, [
      help.direct,
      ...COMMANDS.map(({ command, description, usageHint }) => `\`${command} ${usageHint}\` ${description}`),
      ...SHORTCUTS.map(({ name, description }) => help.shortcut(name, description)),
      help.home,
    ]),
    titled(help.limits, [help.does, help.doesNot]),
    titled(help.privacy, [sayStart.privacy]),
    ...(suggested.length === 0 ? [] : [`**${help.examples}**`]),
  ];
  const { text, blocks } = plainMessage(sections.join('\n\n'));
  const examples = suggested.map(({ id, question }, i) =>
    targetButton(`${ACTIONS.readMore}:${i}`, question, { kind: 'entry', id }),
  );
  return { text, blocks: [...blocks, ...actions(examples)] };
}

/** The help in short, for one who asks for it in English. */
export function helpInEnglish(): SlackMessage {
  return plainMessage(HELP_IN_ENGLISH);
}

function titled(title: string, lines: readonly string[]): string {
  return `**${title}**\n${lines.map((line) => `- ${line}`).join('\n')}`;
}
