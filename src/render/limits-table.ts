// Slack's limits as one table, and the two ways of holding something against a number in it.

/**
 * Numbers are characters (UTF-16 units) unless the name says otherwise.
 * Source: docs.slack.dev/reference/block-kit; `messageText` is measured by others (slackapi/bolt-js#2509 and
 * metabase/metabase#79908): Slack answers `msg_blocks_too_long` at about 13,200, Metabase holds 13,000.
 */
export const SLACK_LIMITS = {
  messageBlocks: 50,
  messageText: 13_000,
  modalBlocks: 100,
  homeBlocks: 100,
  markdown: 12_000,
  sectionText: 3_000,
  headerText: 150,
  contextElements: 10,
  contextText: 3_000,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  contextActions: 5,
  url: 3_000,
  actionId: 255,
  blockId: 255,
  inputLabel: 2_000,
  inputHint: 2_000,
  selectOptions: 100,
  selectGroups: 100,
  groupLabel: 75,
  placeholder: 150,
  textInput: 3_000,
  radioOptions: 10,
  optionText: 75,
  optionValue: 150,
  optionDescription: 75,
  modalTitle: 24,
  privateMetadata: 3_000,
  callbackId: 255,
  shortcutName: 24,
  suggestedPrompts: 4,
} as const;

export function over(what: string, count: number, limit: number): string[] {
  return count > limit ? [`${what}: ${count} > ${limit}`] : [];
}

/** As {@link over} for a text that must not be empty. */
export function length(what: string, text: string, limit: number): string[] {
  return text.length === 0 ? [`${what}: empty`] : over(what, text.length, limit);
}
