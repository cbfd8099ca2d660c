// The phrases of an answer in the language that it is given in.
import type { Language } from '../question/language.ts';
import { english } from './english.ts';
import { say, type Words } from './words.ts';

export function wordsIn(language: Language): Words {
  switch (language) {
    case 'sv':
      return say;
    case 'en':
      return english;
  }
}
