// What an editor should look at although nothing is wrong: it stops neither the bot nor the check.
import { answerEntry } from '../answer.ts';
import { sectionKey, type Citation } from '../law/citation.ts';
import { findCitations } from '../law/parse.ts';
import type { Draft, Located } from '../knowledge/checks/draft.ts';
import { appliesOn, type Knowledge } from '../knowledge/knowledge.ts';
import type { Problem } from '../knowledge/problem.ts';
import type { Entry } from '../knowledge/schema.ts';
import { contentWords, stem } from '../question/swedish.ts';
import { SLACK_LIMITS } from '../render/limits.ts';
import { ACTIONS } from '../render/buttons.ts';
import { renderSlack } from '../render/slack.ts';
import { dayOf } from './trial.ts';

/** All that there is to look at, each at its line. */
export function reminders(draft: Draft, knowledge: Knowledge, day: string): Problem[] {
  return [
    ...overdue(draft, day),
    ...inTheFuture(draft, day),
    ...suggestedInVain(draft, day),
    ...tooLong(draft, knowledge, day),
    ...uncited(draft),
    ...colliding(draft.entries),
    ...alike(draft.entries),
  ];
}

function overdue({ entries }: Draft, day: string): Problem[] {
  return entries
    .filter(({ value }) => value.reviewBy !== undefined && value.reviewBy < day)
    .map(({ value, placeOf }) => ({
      ...placeOf(['granskas senast']),
      code: 'overdue',
      message: `Texten skulle ha setts över senast den ${value.reviewBy ?? ''}, och svaret säger det.`,
      next: 'Läs den mot lagen, och skriv nya dagar för «kontrollerad» och «granskas senast».',
    }));
}

/** A day that has not been yet is a slip of the finger, and hides the text from the list of what to review. */
function inTheFuture({ entries, provisions }: Draft, day: string): Problem[] {
  return [...entries, ...provisions]
    .filter(({ value }) => value.checked > day || (value.review?.date ?? '') > day)
    .map(({ value, placeOf }) => ({
      ...placeOf([value.checked > day ? 'kontrollerad' : 'granskad']),
      code: 'not-yet',
      message: 'Dagen har inte varit än.',
      next: 'Skriv dagen då texten lästes mot lagen.',
    }));
}

/** A question that does not apply is not suggested, so that the list is shorter than its editor thinks. */
function suggestedInVain({ starts, entries }: Draft, day: string): Problem[] {
  return starts.flatMap(({ value, placeOf }) =>
    value.common.flatMap((id, i): Problem[] => {
      const entry = entries.find((each) => each.value.id === id);
      if (entry === undefined || appliesOn(entry.value, day)) return [];
      const message = `Svaret på «${entry.value.question}» gäller inte den här dagen, så frågan föreslås inte.`;
      return [
        { ...placeOf(['vanliga frågor', i]), code: 'not-in-force', message, next: 'Byt den mot en fråga som gäller.' },
      ];
    }),
  );
}

/** An answer that Slack has no room for is shown in part, with the rest behind a button. */
function tooLong({ entries }: Draft, knowledge: Knowledge, day: string): Problem[] {
  return entries.flatMap((entry): Problem[] => {
    const answer = answerEntry(entry.value.id, knowledge, dayOf(entry.value, day));
    const blocks = answer === undefined ? [] : renderSlack(answer, { audience: 'everyone', human: true }).blocks;
    const isFolded = blocks.some(
      (block) =>
        block.type === 'actions' &&
        block.elements.some((element) => element.type === 'button' && element.action_id === ACTIONS.showWhole),
    );
    if (!isFolded) return [];
    return [
      {
        ...entry.placeOf(['kort svar']),
        code: 'too-long',
        message: `Svaret ryms inte i ett meddelande i Slack (högst ${SLACK_LIMITS.markdown} tecken med lagrummen).`,
        next: 'Korta det, eller dela frågan i två.',
      },
    ];
  });
}

/** A summary that no answer, no other summary and no rule leads to is found only by one who knows its number. */
function uncited({ provisions, entries, additions }: Draft): Problem[] {
  const cited = new Set([
    ...[...entries, ...additions].flatMap(({ value }) => value.citations.map(sectionKey)),
    ...provisions.flatMap(({ value }) =>
      citedIn(value.summary)
        .map(sectionKey)
        .filter((key) => key !== sectionKey(value.citation)),
    ),
  ]);
  return provisions
    .filter(({ value }) => value.rules.length === 0 && !cited.has(sectionKey(value.citation)))
    .map(({ value, placeOf }) => ({
      ...placeOf(['lagrum']),
      code: 'uncited',
      message: `Ingen fråga, regel eller annan sammanfattning nämner ${sectionKey(value.citation)}.`,
      next: 'Skriv frågan som den besvarar, nämn den där den hör hemma, eller ta bort filen.',
    }));
}

function citedIn(text: string): Citation[] {
  return findCitations(text)
    .filter(({ actStated }) => actStated)
    .map(({ citation }) => citation);
}

/** Wordings of two entries that say the same when endings and small words are taken away: no search can tell them apart. */
function colliding(entries: readonly Located<Entry>[]): Problem[] {
  const owners = new Map<string, string>();
  return entries.flatMap(({ value, placeOf }) =>
    [
      { text: value.question, path: ['fråga'] },
      ...value.wordings.map((text, i) => ({ text, path: ['andra formuleringar', i] })),
    ].flatMap(({ text, path }): Problem[] => {
      const key = contentWords(text).map(stem).toSorted().join(' ');
      const owner = owners.get(key);
      owners.set(key, owner ?? value.id);
      if (owner === undefined || owner === value.id) return [];
      return [
        {
          ...placeOf(path),
          code: 'colliding-wording',
          message: `Formuleringen säger detsamma som en i ${owner}.`,
          next: 'Skriv om en av dem, så att det framgår vad som skiljer frågorna åt.',
        },
      ];
    }),
  );
}

/** Entries whose questions are asked in the same words: are they two? */
function alike(entries: readonly Located<Entry>[]): Problem[] {
  const texts = entries.map(({ value }) => [value.question, ...value.wordings, value.shortAnswer].flatMap(stemsOf));
  const holders = new Map<string, number>();
  for (const stems of texts) for (const each of new Set(stems)) holders.set(each, (holders.get(each) ?? 0) + 1);
  const weights = texts.map((stems) => {
    const counts = new Map<string, number>();
    for (const each of stems) counts.set(each, (counts.get(each) ?? 0) + 1);
    const raw = [...counts].map(
      ([each, n]) => [each, (1 + Math.log(n)) * Math.log(entries.length / (holders.get(each) ?? 1))] as const,
    );
    const norm = Math.hypot(...raw.map(([, weight]) => weight)) || 1;
    return new Map(raw.map(([each, weight]) => [each, weight / norm]));
  });
  return entries.flatMap(({ placeOf }, i) =>
    entries.slice(0, i).flatMap((other, j): Problem[] => {
      const likeness = cosine(weights[i] ?? new Map(), weights[j] ?? new Map());
      if (likeness < TOO_ALIKE) return [];
      return [
        {
          ...placeOf(['fråga']),
          code: 'alike',
          message: `Frågan liknar ${other.value.id} (${Math.round(likeness * 100)} % av orden väger lika).`,
          next: 'Slå ihop dem, eller gör det tydligt i båda vad som skiljer dem åt.',
        },
      ];
    }),
  );
}

/** The cosine of the entries' weighted words, from 0 to 1, above which two are probably one. */
const TOO_ALIKE = 0.5;

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [each, weight] of a) sum += weight * (b.get(each) ?? 0);
  return sum;
}

function stemsOf(text: string): string[] {
  return contentWords(text).map(stem);
}
