// What a person wrote, out of what Slack sends: mentions gone, links as they were typed, the three escapes undone.

/** A message's text as its writer saw it, without mentions of people, channels and the bot. */
export function plainText(text: string): string {
  return text
    .replaceAll(/<[@#!][^>]*>/gu, ' ')
    .replaceAll(/<(?:mailto:|tel:|https?:\/\/)[^>|]*\|([^>]*)>/gu, '$1')
    .replaceAll(/<(?:mailto:|tel:)?([^>|]*)>/gu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
