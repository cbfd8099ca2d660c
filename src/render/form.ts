// The form in which a situation is tried: who discloses to whom, then only the questions whose answers can change the verdict,
// and the verdict as it stands. What has been answered is kept in the form itself; nothing is kept by us.
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { hasParties, isName, type Situation } from '../answer/situation.ts';
import type { ConceptText, Rulebook } from '../knowledge/rulebook.ts';
import type { Language } from '../question/language.ts';
import type { Stated } from '../rules/rule.ts';
import { rulebookIn, wordsIn } from './language.ts';
import { SLACK_LIMITS } from './limits.ts';
import { option, plain } from './parts.ts';
import { sections } from './slack.ts';
import { answerLabel, composeVerdict, factPhrase, offeredAnswers } from './verdict.ts';
import type { Words } from './words.ts';

export const FORM = { callback: 'try_situation', action: 'answer_fact', presumed: 'take_up' } as const;

/** What the form holds beside what stands in its fields. */
export interface FormState {
  /** Concepts that the person has taken up, though the rules only presumed them. */
  readonly takenUp: readonly string[];
  readonly language: Language;
}

/** Of a form that is opened anew. */
export const NOTHING_TAKEN_UP: FormState = { takenUp: [], language: 'sv' };

/** The form for what is stated so far; `situation` is absent until both parties are chosen. */
export function situationForm(
  stated: Stated,
  state: FormState,
  known: Rulebook,
  situation: Situation | undefined,
): ModalView {
  const say = wordsIn(state.language);
  const rulebook = rulebookIn(known, state.language);
  const asked = questionsOf(stated, state, rulebook, situation);
  return {
    type: 'modal',
    callback_id: FORM.callback,
    private_metadata: JSON.stringify(state),
    title: plain(say.formTitle),
    submit: plain(say.formSubmit),
    close: plain(say.close),
    blocks: [
      ...asked.map((concept) => field(concept, stated[concept.id], say)),
      ...(situation === undefined ? sections(say.formStart) : outcome(situation, state, say)),
    ],
  };
}

/** What stands in the form's fields, as Slack sends it: block, then action, then the chosen option. */
export type FormValues = Readonly<
  Record<string, Readonly<Record<string, { readonly selected_option?: { readonly value: string } | null }>>>
>;

/** Reads the form back. Values that are not ours, or no longer the rules', are left out. */
export function readForm(
  values: FormValues,
  metadata: string,
  rulebook: Rulebook,
): { readonly stated: Stated; readonly state: FormState } {
  const stated: Record<string, string> = {};
  const before = stateIn(metadata);
  let { takenUp } = before;
  for (const [block, actions] of Object.entries(values)) {
    const value = Object.values(actions)[0]?.selected_option?.value;
    if (value === undefined) continue;
    if (block.startsWith(PRESUMED)) takenUp = [...takenUp, value];
    const concept = block.slice(FACT.length);
    if (block.startsWith(FACT) && isName(rulebook, concept, value)) stated[concept] = value;
  }
  return { stated, state: { ...before, takenUp: [...new Set(takenUp)].filter((id) => rulebook.concepts.has(id)) } };
}

const FACT = 'fact:';
const PRESUMED = 'presumed:';

/** What was written in the form itself; nothing of it is trusted. */
function stateIn(metadata: string): FormState {
  let value: unknown;
  try {
    value = JSON.parse(metadata);
  } catch {
    return NOTHING_TAKEN_UP;
  }
  if (typeof value !== 'object' || value === null) return NOTHING_TAKEN_UP;
  const list = 'takenUp' in value && Array.isArray(value.takenUp) ? (value.takenUp as readonly unknown[]) : [];
  return {
    takenUp: list.filter((each) => typeof each === 'string'),
    language: 'language' in value && value.language === 'en' ? 'en' : 'sv',
  };
}

/** The parties, all that has been answered or taken up, and the one question that comes next. */
function questionsOf(
  stated: Stated,
  { takenUp }: FormState,
  rulebook: Rulebook,
  situation: Situation | undefined,
): ConceptText[] {
  const next = hasParties(stated) ? situation?.reasoning.next?.concept.id : undefined;
  return [...rulebook.concepts.values()].filter(
    ({ id, isParty }) => isParty || stated[id] !== undefined || takenUp.includes(id) || id === next,
  );
}

function field(concept: ConceptText, value: string | undefined, say: Words): InputBlock {
  const groups = concept.choices.map(({ heading, values }) => ({
    label: plain(heading),
    options: values.map((each) => option(answerLabel(concept, each, say), each)),
  }));
  const values = concept.choices.flatMap((group) => group.values);
  const options = offeredAnswers(concept, values).map((each) => option(answerLabel(concept, each, say), each));
  const chosen = options.find((each) => each.value === value);
  const common = { action_id: FORM.action, ...(chosen === undefined ? {} : { initial_option: chosen }) };
  const select = { type: 'static_select', placeholder: plain(say.choose), ...common } as const;
  return {
    type: 'input',
    block_id: `${FACT}${concept.id}`,
    dispatch_action: true,
    optional: !concept.isParty,
    label: plain(concept.question),
    ...(concept.help === undefined ? {} : { hint: plain(concept.help) }),
    element: concept.isParty
      ? { ...select, option_groups: groups }
      : options.length > SLACK_LIMITS.radioOptions
        ? { ...select, options }
        : { type: 'radio_buttons', options, ...common },
  };
}

/** The verdict as it stands, and the way to what was only presumed. */
function outcome(situation: Situation, { takenUp, language }: FormState, say: Words): KnownBlock[] {
  const { understood, lead, why, ways } = composeVerdict(situation, new Map(), language);
  const rulebook = rulebookIn(situation.rulebook, language);
  const { reasoning } = situation;
  const presumed = reasoning.presumed
    .filter(({ concept }) => !takenUp.includes(concept))
    .map((each) => option(factPhrase(rulebook, each, say), each.concept));
  const picker: InputBlock = {
    type: 'input',
    // Another id for each choice made, so that the field stands empty for the next one.
    block_id: `${PRESUMED}${takenUp.length}`,
    dispatch_action: true,
    optional: true,
    label: plain(say.changePresumed),
    element: {
      type: 'static_select',
      action_id: FORM.presumed,
      placeholder: plain(say.choose),
      options: presumed.slice(0, SLACK_LIMITS.selectOptions),
    },
  };
  return [
    { type: 'divider' },
    ...sections([`*${understood}*`, lead, why, ways].filter((part) => part !== '').join('\n\n')),
    ...(presumed.length === 0 ? [] : [{ type: 'divider' } as const, picker]),
  ];
}
