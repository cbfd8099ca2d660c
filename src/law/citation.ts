// A citation: one place in an act. This is its one identity, its two usual written forms, and its address on the web.
import { actById, type ActId } from './acts.ts';

/**
 * A place in an act. `chapter` is absent for acts that are numbered straight through. Chapter and section keep their
 * letter without a space (`7g`). `paragraph` is a stycke, `item` a punkt, `sentence` a mening, all counted from 1.
 */
export interface Citation {
  readonly act: ActId;
  readonly chapter?: string;
  readonly section: string;
  readonly paragraph?: number;
  readonly item?: number;
  readonly sentence?: number;
}

/** The ordinals by which a stycke or a mening is written out; beyond them a number is used. */
export const ORDINALS = [
  'första',
  'andra',
  'tredje',
  'fjärde',
  'femte',
  'sjätte',
  'sjunde',
  'åttonde',
  'nionde',
  'tionde',
] as const;

/** The section alone, as `OSL 26:1` or `FL 10`: the identity of a provision file and the form used in JSON. */
export function sectionKey(citation: Citation): string {
  return `${citation.act} ${sectionPlace(citation)}`;
}

/** The section within its act, as `26:1` or `10`. */
export function sectionPlace({ chapter, section }: Citation): string {
  return chapter === undefined ? section : `${chapter}:${section}`;
}

/** `OSL 26:1 första stycket p. 2`. */
export function formatShort(citation: Citation): string {
  return `${sectionKey(citation)}${within(citation)}`;
}

/** `26 kap. 1 § första stycket p. 2 OSL`, with the SFS number where the abbreviation alone would mislead. */
export function formatLong(citation: Citation): string {
  const act = actById(citation.act);
  const chapter = citation.chapter === undefined ? '' : `${spaced(citation.chapter)} kap. `;
  const label = act.repealed === undefined ? act.id : `${act.repealed.successor} (${act.sfs})`;
  return `${chapter}${spaced(citation.section)} §${within(citation)} ${label}`;
}

/** The same provision as a whole, without stycke, punkt or mening. */
export function wholeSection({ act, chapter, section }: Citation): Citation {
  return chapter === undefined ? { act, section } : { act, chapter, section };
}

/** A public text of the provision. Source of the address form: lagen.nu, anchors K (kapitel), P (paragraf), S (stycke). */
export function provisionUrl(citation: Citation): string {
  const chapter = citation.chapter === undefined ? '' : `K${citation.chapter}`;
  const paragraph = citation.paragraph === undefined ? '' : `S${citation.paragraph}`;
  return `https://lagen.nu/${actById(citation.act).sfs}#${chapter}P${citation.section}${paragraph}`;
}

/** The whole act at the Riksdag. */
export function actUrl(act: ActId): string {
  return `https://data.riksdagen.se/dokument/sfs-${actById(act).sfs.replace(':', '-')}.html`;
}

function within({ paragraph, item, sentence }: Citation): string {
  const parts = [
    paragraph === undefined ? '' : ordinal(paragraph, 'stycket', 'st.'),
    item === undefined ? '' : ` p. ${item}`,
    sentence === undefined ? '' : ordinal(sentence, 'meningen', 'men.'),
  ];
  return parts.join('');
}

function ordinal(n: number, word: string, short: string): string {
  const written = ORDINALS[n - 1];
  return written === undefined ? ` ${short} ${n}` : ` ${written} ${word}`;
}

/** `7g` as the statute book writes it: `7 g`. */
function spaced(number: string): string {
  return number.replace(/^(\d+)([a-z])$/, '$1 $2');
}
