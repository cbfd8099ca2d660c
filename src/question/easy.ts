// The wish for an answer in easy Swedish («på lätt svenska», «förklara enkelt»), told apart from what is asked.

/** Whether the text asks for easy Swedish, and the text with that wish blanked out: every other word stays where it was. */
export function easyWish(text: string): { readonly easy: boolean; readonly rest: string } {
  const rest = text.replaceAll(WISH, (wish) => ' '.repeat(wish.length));
  return { easy: rest !== text, rest };
}

/** With or without dots, and with the words of courtesy that belong to it. A letter that is to be made easy is another matter. */
const WISH = new RegExp(
  String.raw`(?<!\p{L})(?<!\b(?:till|ge|skriva|skriv|(?:information|info)(?: p[åa])?)\s)(?:${[
    String.raw`(?:(?:kan du |snälla )?(?:f[öo]rklara|svara|ber[äa]tta|s[äa]g)(?: det| den| detta| för mig)? )?(?:p[åa] )?(?:mer |mycket )?(?:l[äa]tt(?:l[äa]st)?(?:are)?|enkel|enklare) ?svenska`,
    String.raw`(?:p[åa] )?l[äa]ttl[äa]st`,
    String.raw`(?:kan du )?(?:f[öo]rklara|svara)(?: det| den| detta| för mig)? (?:enkelt|enklare|l[äa]tt|l[äa]ttare)`,
    String.raw`enkelt f[öo]rklarat`,
    String.raw`med (?:enkla|l[äa]tta) ord`,
    String.raw`in (?:easy|simple|plain) swedish`,
  ].join('|')})(?:,? tack)?(?!\p{L})`,
  'giu',
);
