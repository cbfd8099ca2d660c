// The wish for easy Swedish: heard in many words, taken out of the question, and not heard where easy Swedish is what is asked about.
import { describe, expect, it } from 'vitest';
import { easyWish } from '../../src/question/easy.ts';

describe('the wish for easy Swedish', () => {
  it.each([
    ['Vad är sekretess? På lätt svenska', 'Vad är sekretess?'],
    ['vad ar sekretess pa latt svenska tack', 'vad ar sekretess'],
    ['Kan du förklara det enkelt: får BUP berätta för skolan?', ': får BUP berätta för skolan?'],
    ['förklara på lättläst svenska vad en orosanmälan är', 'vad en orosanmälan är'],
    ['Får soc prata med min lärare? Lättläst.', 'Får soc prata med min lärare? .'],
    ['Vem får läsa min journal? Svara enkelt', 'Vem får läsa min journal?'],
    ['med enkla ord, vad är samtycke', ', vad är samtycke'],
    ['What is an orosanmälan, in easy Swedish?', 'What is an orosanmälan, ?'],
  ])('is heard, and blanked out: %s', (text, left) => {
    const { easy, rest } = easyWish(text);
    expect(easy).toBe(true);
    expect(rest).toHaveLength(text.length);
    expect(rest.trim().replaceAll(/ +/gu, ' ')).toBe(left);
  });

  it.each([
    'Är det så enkelt?',
    'Kan ni översätta beslutet till lätt svenska?',
    'Vem måste ge information på lätt svenska?',
    'Det är lätt att glömma sekretessen',
    'Får vi förklara för mamman varför?',
    'Finns det ett enkelt sätt att sortera yrkena?',
  ])('is not heard: %s', (text) => {
    expect(easyWish(text)).toEqual({ easy: false, rest: text });
  });
});
