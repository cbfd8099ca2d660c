// The phrases of an answer, and what is said of the rules, in the language that it is given in.
import type { Rulebook } from '../knowledge/rulebook.ts';
import type { Language } from '../question/language.ts';
import { english } from './english.ts';
import { peopleEnglish } from './people-english.ts';
import { sayFeedback, sayHuman, sayShare, type PeopleWords } from './people-words.ts';
import { say, type Words } from './words.ts';

export function wordsIn(language: Language): Words {
  switch (language) {
    case 'sv':
      return say;
    case 'en':
      return english;
  }
}

export function peopleWordsIn(language: Language): PeopleWords {
  switch (language) {
    case 'sv':
      return { share: sayShare, feedback: sayFeedback, human: sayHuman };
    case 'en':
      return peopleEnglish;
  }
}

/** The rules with what people read of them in the language; in Swedish where the folder has no English. */
export function rulebookIn(rulebook: Rulebook, language: Language): Rulebook {
  return language === 'en' ? { ...rulebook, ...rulebook.english } : rulebook;
}
