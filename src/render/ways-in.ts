// The ways in to the bot that are registered with Slack: the manifests, the local workspace and the listeners take them from here.

/** Each is answered for the asker's eyes only. */
export const COMMANDS = [
  { command: '/sekretess', description: 'Fråga om sekretess. Bara du ser svaret.', usageHint: '[din fråga]' },
  {
    command: '/lagrum',
    description: 'Sök eller visa ett lagrum. Bara du ser det.',
    usageHint: '[OSL 26:1 eller ett ord]',
  },
  { command: '/prova', description: 'Pröva en situation i ett formulär.', usageHint: '[socialtjänst -> skola]' },
] as const;

/** `global` ones are found by the composer and in the search, `message` ones in the menu of a message. */
export const SHORTCUTS = [
  {
    type: 'global',
    name: 'Fråga om sekretess',
    callback_id: 'ask_global',
    description: 'Ställ en fråga. Bara du ser svaret.',
  },
  {
    type: 'message',
    name: 'Sök svar på detta',
    callback_id: 'ask_message',
    description: 'Svarar på det som står i meddelandet. Bara du ser svaret.',
  },
] as const;

export const [ASK_GLOBAL, ASK_MESSAGE] = SHORTCUTS;

/** How the bot presents itself where people begin to talk with it. */
export const AGENT_DESCRIPTION =
  'Svarar på frågor om sekretess och tystnadsplikt i skola, elevhälsa, socialtjänst och vård, med lagrum. Svaren är skrivna i förväg. Skriv utan namn och personnummer.';
