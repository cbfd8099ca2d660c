// What an answer in a thread took over from the one before it, what is new, and what that did.
import type { Follows, VerdictAnswer } from '../answer.ts';
import type { Situation } from '../answer/situation.ts';
import { RECIPIENT, SENDER, type Rulebook } from '../knowledge/rulebook.ts';
import type { Stated } from '../rules/rule.ts';
import { rulebookIn, wordsIn } from './language.ts';
import { composeVerdict, factPhrase, lower, parties } from './verdict.ts';
import type { Words } from './words.ts';

type Kept = Extract<Follows, { kind: 'kept' }>;

/** Markdown, a line or two: what was kept, what is new, and whether that changes the verdict. */
export function composeKept({ kept, changed, dropped, before }: Kept, after: VerdictAnswer): string {
  const { stated, language } = after;
  const say = wordsIn(language);
  const rulebook = rulebookIn(after.rulebook, language);
  const isNew = (role: string) => changed[role] !== undefined;
  const pairIsNew = isNew(SENDER) || isNew(RECIPIENT);
  const pair = `**${parties(stated, rulebook)}**`;
  const lines = [
    [say.kept, [...(pairIsNew ? [] : [pair]), ...others(kept, rulebook, say)]],
    [say.changed, [...(pairIsNew ? [pair] : []), ...others(changed, rulebook, say)]],
    [say.dropped, others(dropped, rulebook, say)],
  ] as const;
  const effect = pairIsNew ? '' : effectOf(changed, before, after, say);
  return [
    ...lines.flatMap(([title, facts]) => (facts.length === 0 ? [] : [`*${title} ${facts.join(' · ')}*`])),
    ...(effect === '' ? [] : [`*${effect}*`]),
  ].join('\n\n');
}

/** Whether the same is asked, and answered, as before: the verdict may be the same and yet hang on something else. */
function effectOf(changed: Stated, before: Situation, after: Situation, say: Words): string {
  if (Object.keys(changed).length === 0) return say.nothingNew;
  const { verdict } = after.reasoning;
  if (verdict !== before.reasoning.verdict) return say.otherVerdict(say.verdict[before.reasoning.verdict]);
  return composeVerdict(before).lead === composeVerdict(after).lead ? say.sameVerdict : say.otherReasons;
}

/** All but the parties. */
function others(stated: Stated, rulebook: Rulebook, say: Words): string[] {
  return Object.entries(stated)
    .filter(([concept]) => concept !== SENDER && concept !== RECIPIENT)
    .map(([concept, value]) => lower(factPhrase(rulebook, { concept, value }, say)));
}
