// What Slack takes and refuses of the elements that the app sends, on each surface.
import { describe, expect, it } from 'vitest';
import { isRefusal, readContent, readHome, readModal, readSuggestions } from '../../src/local/received.ts';
import { homeViolations } from '../../src/render/limits.ts';

const OPTION = { text: plain('Elevhälsan'), value: 'elev' };
const CONFIRM = { title: plain('Dela?'), text: plain('Alla ser det.'), confirm: plain('Dela'), deny: plain('Avbryt') };
const EXTERNAL = { type: 'external_select', action_id: 'sok', placeholder: plain('Sök'), min_query_length: 2 };
const WRITTEN = { type: 'plain_text_input', action_id: 'text' };
const FEEDBACK = {
  type: 'feedback_buttons',
  action_id: 'nytta',
  positive_button: { text: plain('Till hjälp'), value: 'ja', accessibility_label: 'Svaret var till hjälp' },
  negative_button: { text: plain('Inte till hjälp'), value: 'nej' },
};

describe('on each surface', () => {
  const select = { type: 'static_select', action_id: 'val', options: [OPTION] };
  it.each<[string, object, readonly string[]]>([
    ['a select beside a section', beside(select), ['message', 'modal', 'home']],
    ['a select among actions', actions(select), ['message', 'modal', 'home']],
    ['a search beside a section', beside(EXTERNAL), ['message', 'modal', 'home']],
    ['a search among actions', actions(EXTERNAL), ['message', 'modal', 'home']],
    ['a button that asks first', actions(button({ confirm: CONFIRM })), ['message', 'modal', 'home']],
    ['feedback buttons', context(FEEDBACK), ['message']],
    ['markdown', { type: 'markdown', text: '**Ja**' }, ['message']],
    ['a text input', input(WRITTEN), ['modal']],
    ['a search as input', input(EXTERNAL), ['modal']],
  ])('%s', (_what, block, surfaces) => {
    const read = {
      message: readContent({ text: 'x', blocks: [block] }),
      modal: readModal(modal([block])),
      home: readHome({ type: 'home', blocks: [block] }),
    };
    const taken = Object.entries(read).filter(([, answer]) => !isRefusal(answer));
    expect(taken.map(([surface]) => surface)).toEqual(surfaces);
  });
});

describe('what is refused', () => {
  it.each<[string, object, string]>([
    ['a long title of a confirmation', actions(button({ confirm: { ...CONFIRM, title: long(101) } })), '101 > 100'],
    ['a long text of a confirmation', actions(button({ confirm: { ...CONFIRM, text: long(301) } })), '301 > 300'],
    ['a long button of a confirmation', actions(button({ confirm: { ...CONFIRM, deny: long(31) } })), '31 > 30'],
    [
      'a confirmation without a way out',
      actions(button({ confirm: { ...CONFIRM, deny: undefined } })),
      'confirm deny: not a text object',
    ],
    [
      'a long feedback button',
      context({ ...FEEDBACK, positive_button: { text: long(76), value: 'ja' } }),
      'feedback button: 76 > 75',
    ],
    [
      'a long value of a feedback button',
      context({ ...FEEDBACK, positive_button: { text: plain('Ja'), value: 'x'.repeat(2_001) } }),
      'feedback button value: 2001 > 2000',
    ],
    ['one feedback button alone', context({ ...FEEDBACK, negative_button: undefined }), 'negative_button is missing'],
    ['a button among feedback', context(button({})), 'element type button is unknown here'],
    ['feedback among actions', actions(FEEDBACK), 'element type feedback_buttons is unknown here'],
    ['options in a search', actions({ ...EXTERNAL, options: [OPTION] }), 'key options is unknown here'],
    [
      'a long option in a search',
      actions({ ...EXTERNAL, initial_option: { text: long(76), value: 'x' } }),
      'option 1 text: 76 > 75',
    ],
    ['a long placeholder', actions({ ...EXTERNAL, placeholder: long(151) }), 'placeholder: 151 > 150'],
  ])('in a message, %s', (_what, block, fault) => {
    expect(readContent({ text: 'x', blocks: [block] })).toMatchObject({
      error: 'invalid_blocks',
      detail: expect.stringContaining(fault) as string,
    });
  });

  it.each<[string, object, string]>([
    ['a text longer than 3,000', input({ ...WRITTEN, max_length: 3_001 }), 'max_length: 3001 > 3000'],
    ['a least length over the greatest', input({ ...WRITTEN, min_length: 11, max_length: 10 }), 'min_length: 11 > 10'],
    ['a length that is no number', input({ ...WRITTEN, min_length: '3' }), 'min_length is not a number'],
    ['more written than may be', input({ ...WRITTEN, initial_value: 'xxx', max_length: 2 }), 'initial_value: 3 > 2'],
    [
      'a dispatch of what is written',
      { ...input(WRITTEN), dispatch_action: true },
      'dispatch_action on a plain_text_input is not something we send',
    ],
  ])('in a modal, %s', (_what, block, fault) => {
    expect(readModal(modal([block]))).toMatchObject({
      error: 'invalid_blocks',
      detail: expect.stringContaining(fault) as string,
    });
  });

  it('focus on two fields', () => {
    const focused = input({ ...WRITTEN, focus_on_load: true });
    expect(readModal(modal([{ ...focused, block_id: 'a' }, focused]))).toMatchObject({
      detail: 'focus_on_load: more than one field',
    });
  });

  it('more than a hundred blocks in the Home tab, by the bot itself with the same words', () => {
    const blocks = Array.from({ length: 101 }, () => ({ type: 'divider' as const }));
    expect(homeViolations({ type: 'home', blocks })).toEqual(['blocks in the Home tab: 101 > 100']);
    expect(readHome({ type: 'home', blocks })).toMatchObject({ detail: 'blocks in the Home tab: 101 > 100' });
    expect(readHome({ type: 'home', blocks: [], private_metadata: 'm'.repeat(3_001) })).toMatchObject({
      detail: 'private_metadata: 3001 > 3000',
    });
    expect(readHome({ type: 'home', blocks: [], title: plain('Hem') })).toMatchObject({
      detail: 'key title is unknown here',
    });
  });
});

it('takes a hundred suggestions or none, in options or in groups', () => {
  const options = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ text: plain('Val'), value: String(index) }));
  expect(readSuggestions({ options: [] })).toEqual({ options: [] });
  expect(readSuggestions({ options: options(100) })).toMatchObject({ options: { length: 100 } });
  expect(readSuggestions({ option_groups: [{ label: plain('Skola'), options: [OPTION] }] })).not.toHaveProperty(
    'error',
  );
  for (const [answer, detail] of [
    [{ options: options(101) }, 'select options: 101 > 100'],
    [{}, 'give options or option_groups'],
    [{ options: [{ ...OPTION, text: long(76) }] }, 'option 1 text: 76 > 75'],
    [{ options: [{ ...OPTION, hint: 'x' }] }, 'key hint is unknown here'],
  ] as const) {
    expect(readSuggestions(answer)).toEqual({ error: 'invalid_options', detail });
  }
});

function modal(blocks: readonly object[]) {
  return { type: 'modal', title: plain('Pröva'), submit: plain('Skicka'), blocks };
}

function input(element: object) {
  return { type: 'input', block_id: 'i', label: plain('Fältet'), element };
}

function actions(element: object) {
  return { type: 'actions', elements: [element] };
}

function context(element: object) {
  return { type: 'context_actions', elements: [element] };
}

function beside(accessory: object) {
  return { type: 'section', text: plain('Avsändare'), accessory };
}

function button(more: object) {
  return { type: 'button', action_id: 'dela', text: plain('Dela'), ...more };
}

function long(count: number) {
  return plain('x'.repeat(count));
}

function plain(text: string) {
  return { type: 'plain_text', text };
}
