// A file of questions to measure by: what is wrong with it is told at its place, with what to do.
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../src/editors/evaluation/lines.ts';
import { realKnowledge } from '../../support/knowledge.ts';

const real = await realKnowledge();

describe('a file of questions', () => {
  it.each<[string, string, number, string, string]>([
    ['JSON that breaks off', '{"question": "a', 16, 'Raden går inte att läsa som JSON.', 'citattecken'],
    ['a word without quotes', '{"question": "foo", "expect": foo}', 32, 'läsa som JSON', 'citattecken'],
    ['a comma too few', '{"question": "a" "expect": 1}', 18, 'läsa som JSON', 'citattecken'],
    ['a list', '[1]', 1, 'Raden ska vara ett JSON-objekt.', 'grunder/vad-ar-men'],
    ['no question', '{"expect": {"outcome": "decline"}}', 1, '«question» saknas.', 'Skriv frågan'],
    ['an empty question', '{"question": " ", "expect": {"outcome": "decline"}}', 2, 'inte är tom', 'citattecken'],
    ['nothing expected', '{"question": "a", "expect": {}}', 19, 'säger inte vad som väntas', 'entries'],
    [
      'a key with a slip',
      '{"question": "a", "expcet": {}, "expect": {"outcome": "decline"}}',
      19,
      'Nyckeln «expcet» finns inte.',
      'Menade du «expect»?',
    ],
    [
      'an unknown key',
      '{"question": "a", "x": 1, "expect": {"outcome": "decline"}}',
      19,
      'Nyckeln «x» finns inte.',
      'använd en av: question',
    ],
    [
      'an entry with a slip',
      '{"question": "a", "expect": {"entry": "grunder/vad-ar-mne"}}',
      39,
      'Frågan «grunder/vad-ar-mne» finns inte.',
      'Menade du «grunder/vad-ar-men»?',
    ],
    [
      'an entry like none',
      '{"question": "a", "expect": {"entries": ["grunder/vad-ar-men", "x/yyyyyyyyyyyyyyy"]}}',
      64,
      '«x/yyyyyyyyyyyyyyy» finns inte',
      'under fragor/ utan .md',
    ],
    [
      'both forms',
      '{"question": "a", "expect": {"entries": ["grunder/vad-ar-men"], "entry": "x"}}',
      65,
      'står båda',
      'under «entries»',
    ],
    [
      'no list',
      '{"question": "a", "expect": {"entries": "grunder/vad-ar-men"}}',
      30,
      'ska vara en lista',
      'hakparenteser',
    ],
    ['an empty list', '{"question": "a", "expect": {"entries": []}}', 30, 'ska vara en lista', 'hakparenteser'],
    [
      'no citation',
      '{"question": "a", "expect": {"citations": ["sekretesslagen"]}}',
      44,
      'går inte att läsa som ett lagrum',
      'OSL 26:1',
    ],
    [
      'no outcome',
      '{"question": "a", "expect": {"outcome": "declin"}}',
      41,
      'inget värde för «outcome»',
      'Menade du «decline»?',
    ],
    [
      'no verdict',
      '{"question": "a", "expect": {"verdict": "barred"}}',
      41,
      'inget värde för «verdict»',
      'Välj bland: ska lämnas',
    ],
    [
      'no concept',
      '{"question": "a", "expect": {"facts": {"avsändar": "skola"}}}',
      40,
      'Begreppet «avsändar»',
      'Menade du «avsändare»?',
    ],
    [
      'no value',
      '{"question": "a", "expect": {"facts": {"avsändare": "skla"}}}',
      53,
      '«skla» är inget värde',
      'Menade du «skola»?',
    ],
    [
      'an answer to what is outside',
      '{"question": "a", "expect": {"entry": "grunder/vad-ar-men", "outcome": "decline"}}',
      61,
      'utanför underlaget',
      'Ta bort «outcome»',
    ],
  ])('%s', (_, line, column, message, next) => {
    const { lines, problems } = readLines('prov.jsonl', `\n${line}\n`, real);
    expect(lines).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({
        file: 'prov.jsonl',
        line: 2,
        column,
        message: expect.stringContaining(message) as string,
        next: expect.stringContaining(next) as string,
      }),
    ]);
  });

  it('tells everything at once, and an empty file', () => {
    const broken = '{"question": "a", "expect": {"entry": "x", "outcome": "y"}}';
    expect(readLines('a', `${broken}\n${broken}`, real).problems.map(({ line }) => line)).toEqual([1, 1, 2, 2]);
    expect(readLines('a', '\n \n', real).problems).toMatchObject([{ message: 'Filen har inga frågor.' }]);
  });

  it('takes one entry or several, and every way of writing a provision', () => {
    const text = [
      '{"question": "a", "area": "skola", "register": "kort", "expect": {"entry": "grunder/vad-ar-men"}}',
      '{"question": "b", "expect": {"citations": ["26 kap. 1 § OSL"], "verdict": null, "facts": {"samtycke": "vet inte"}}}',
    ].join('\n');
    expect(readLines('a', text, real)).toEqual({
      problems: [],
      lines: [
        { question: 'a', area: 'skola', register: 'kort', expect: { entries: ['grunder/vad-ar-men'] } },
        { question: 'b', expect: { citations: ['OSL 26:1'], verdict: null, facts: { samtycke: 'vet inte' } } },
      ],
    });
  });
});
