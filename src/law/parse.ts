// Finds provisions in text, however people write them: "26 kap. 1 § OSL", "OSL 26:1", "10 kap. 21–23 §§",
// "23:1, 2 och 5", "2 kapitel 1 paragraf", "14 kap. 1 § första stycket SoL", "§ 10 förvaltningslagen", "LSS 24g".
//
//   text ──scan──▶ act names and groups of sections ──attach──▶ each group gets its act ──▶ citations
//
//   "enligt  OSL   10 kap. 27 §  och  26 kap. 9 §   samt   19 kap. 1 § SoL"
//            act──▶   group    ──▶     group                 group ◀──act
import { actById, type ActId } from './acts.ts';
import type { Citation } from './citation.ts';
import { between, scan, type GroupToken, type Token } from './scan.ts';

export interface FoundCitation {
  readonly citation: Citation;
  /** Where it stands in the text as given, in UTF-16 units, with its act's name; the citations of a list share their place. */
  readonly start: number;
  readonly end: number;
  /** `false` when no act was named, and the default act was taken. */
  readonly actStated: boolean;
}

/** Every provision cited in the text, in order. A chapter and section without an act's name is taken as `defaultAct`. */
export function findCitations(text: string, defaultAct: ActId = 'OSL'): FoundCitation[] {
  const { plain, tokens } = scan(text);
  return attach(tokens, plain).flatMap((group) => citationsOf(group, defaultAct));
}

/** The one provision that the whole text is, or `undefined`. The act must be named. */
export function parseCitation(text: string): Citation | undefined {
  const { plain, tokens } = scan(text.trim());
  const found = attach(tokens, plain).flatMap((group) => citationsOf(group, 'OSL'));
  const [only] = found;
  if (only === undefined || found.length > 1 || !only.actStated) return undefined;
  const left = tokens.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), plain);
  return /^[\s,.]*$/u.test(left) ? only.citation : undefined;
}

type AttachedGroup = GroupToken & { readonly act?: ActId };

const TIGHT = /^[\s,(]*(?:kap\.?\s*)?$/u;
const IN_LIST = /^\s*(?:,|;|-|\/|och|samt|eller|jfr\.?|jämförd[a]? med|jämfört med|med|till)?\s*(?:även\s*)?$/u;
const DASH = /^\s*-\s*$/u;
const BEFORE_ACT = /^\s*(?:i\s+)?$/u;

/** Gives each group its act: the one just before it, else the one just after it, else the one of the list it stands in. */
function attach(tokens: readonly Token[], text: string): AttachedGroup[] {
  const groups: AttachedGroup[] = [];
  let list: number[] = []; // the groups of the list under way, as indices in `groups`
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'group') continue;
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const gap = before === undefined ? undefined : text.slice(before.end, token.start);
    // A section of an act that we do not know is no place in one that we do.
    if (before?.kind === 'other act' && TIGHT.test(gap ?? '') && !belongsBack(tokens, index - 1, text)) continue;
    if (after?.kind === 'other act' && BEFORE_ACT.test(text.slice(token.end, after.start))) continue;
    const continues = before?.kind === 'group' && gap !== undefined && IN_LIST.test(gap);
    const previous = continues ? groups.at(-1) : undefined;
    const ahead =
      before?.kind === 'act' && gap !== undefined && TIGHT.test(gap) && !belongsBack(tokens, index - 1, text);
    const behind = after?.kind === 'act' && BEFORE_ACT.test(text.slice(token.end, after.start)) ? after.act : undefined;
    const act = ahead
      ? before.act
      : previous?.act !== undefined && !token.long
        ? previous.act
        : (behind ?? previous?.act);
    const chapter = token.chapter ?? (act !== undefined && !actById(act).chapters ? undefined : previous?.chapter);

    const sections = previous !== undefined && DASH.test(gap ?? '') ? throughRange(previous, token) : token.sections;

    if (!continues) list = [];
    const start = ahead ? before.start : token.start;
    const end = !ahead && behind !== undefined && act === behind ? (after?.end ?? token.end) : token.end;
    groups.push({
      ...token,
      start,
      end,
      sections,
      ...(act === undefined ? {} : { act }),
      ...(chapter === undefined ? {} : { chapter }),
    });
    list.push(groups.length - 1);
    if (act !== undefined) {
      for (const earlier of list) {
        const group = groups[earlier];
        if (group !== undefined && group.act === undefined) groups[earlier] = { ...group, act };
      }
    }
  }
  return groups;
}

/** "10:21–10:23": two groups of one chapter joined by a dash hold what lies between them too. */
function throughRange(from: GroupToken, to: GroupToken): readonly string[] {
  const [last, first] = [from.sections.at(-1), to.sections[0]];
  const sameChapter = to.chapter === undefined || to.chapter === from.chapter;
  return sameChapter && last !== undefined && first !== undefined
    ? [...between(last, first), ...to.sections]
    : to.sections;
}

/** "26 kap. 1 § OSL, 19 kap. 1 § SoL": an act that closes the group before it does not open the one after. */
function belongsBack(tokens: readonly Token[], actIndex: number, text: string): boolean {
  const group = tokens[actIndex - 1];
  const act = tokens[actIndex];
  if (group?.kind !== 'group' || act === undefined || !group.long) return false;
  const opener = tokens[actIndex - 2];
  const opened = opener?.kind === 'act' && TIGHT.test(text.slice(opener.end, group.start));
  return !opened && BEFORE_ACT.test(text.slice(group.end, act.start));
}

function citationsOf(group: AttachedGroup, defaultAct: ActId): FoundCitation[] {
  const act = group.act ?? defaultAct;
  // A section without its chapter is no place in an act that has chapters.
  if (group.chapter === undefined && (group.act === undefined || actById(act).chapters)) return [];
  const base = group.chapter === undefined ? { act } : { act, chapter: group.chapter };
  const last = group.sections.length - 1;
  return group.sections.flatMap((section, index) =>
    (index === last ? group.within : [{}]).map((within) => ({
      citation: { ...base, section, ...within },
      start: group.start,
      end: group.end,
      actStated: group.act !== undefined,
    })),
  );
}
