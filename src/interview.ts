// `prova` at a terminal: who discloses to whom, and then only the questions whose answers can change the verdict.
import { answerSituation, situationIn, type VerdictAnswer } from './answer.ts';
import { withStated } from './answer/situation.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { RECIPIENT, SENDER, type ConceptText } from './knowledge/rulebook.ts';
import { markdownTo, plain } from './render/markdown.ts';
import { answerLabel, composeVerdict, offeredAnswers } from './render/verdict.ts';
import { say } from './render/words.ts';
import type { Stated } from './rules/rule.ts';

/** The person at the terminal. */
export interface Person {
  readonly tell: (text: string) => void;
  /** The next line; `undefined` when there are no more. */
  readonly answer: () => Promise<string | undefined>;
}

/**
 * Asks until nothing more can change the verdict, or until the person has had enough (an empty line, or no more lines).
 * `undefined` when the parties were never told, or the folder has no rules.
 */
export async function interview(
  words: string,
  knowledge: Knowledge,
  date: string,
  person: Person,
): Promise<VerdictAnswer | undefined> {
  let stated: Stated | undefined = situationIn(words, knowledge);
  stated = await withParty(SENDER, stated, knowledge, person);
  stated = stated && (await withParty(RECIPIENT, stated, knowledge, person));
  for (;;) {
    const given: VerdictAnswer | undefined = stated && answerSituation(stated, knowledge, date);
    if (given === undefined || stated === undefined) return undefined;
    const asked = given.reasoning.next;
    const concept = given.rulebook.concepts.get(asked?.concept.id ?? '');
    if (asked === undefined || concept === undefined) return given;
    const values = offeredAnswers(
      concept,
      asked.answers.map(({ value }) => value),
    );
    person.tell(`\n${markdownTo(composeVerdict(given).lead, plain)}\n\n${questionText(concept, values)}`);
    const value = await chosen(concept, values, person);
    if (value === undefined) return given;
    stated = withStated(stated, concept.id, value);
  }
}

/** Asks for a party until it is one. */
async function withParty(
  party: typeof SENDER | typeof RECIPIENT,
  stated: Stated,
  knowledge: Knowledge,
  person: Person,
): Promise<Stated | undefined> {
  let known = stated[party];
  for (let again = false; known === undefined; again = true) {
    person.tell(again ? say.notAParty : (knowledge.rulebook?.concepts.get(party)?.question ?? ''));
    const line = await person.answer();
    if (line === undefined || line.trim() === '') return undefined;
    known = situationIn(party === SENDER ? `${line} -> ` : ` -> ${line}`, knowledge)[party];
  }
  return withStated(stated, party, known);
}

/** The value that is chosen by its number or its words; `undefined` for an empty line or no line at all. */
async function chosen(concept: ConceptText, values: readonly string[], person: Person): Promise<string | undefined> {
  for (;;) {
    const line = (await person.answer())?.trim();
    if (line === undefined || line === '') return undefined;
    const byNumber = /^\d+$/u.test(line) ? values[Number(line) - 1] : undefined;
    const wanted = line.toLocaleLowerCase('sv');
    const byWords = values.find((value) =>
      [value, answerLabel(concept, value)].some((each) => each.toLocaleLowerCase('sv') === wanted),
    );
    const value = byNumber ?? byWords;
    if (value !== undefined) return value;
    person.tell(say.chooseNumber(values.length));
  }
}

function questionText(concept: ConceptText, values: readonly string[]): string {
  const help = concept.help === undefined ? [] : [concept.help];
  return [concept.question, ...help, ...values.map((value, i) => `  ${i + 1}. ${answerLabel(concept, value)}`)].join(
    '\n',
  );
}
