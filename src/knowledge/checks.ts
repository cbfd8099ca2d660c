// Every check across files. Each is a small function in a file of its kind.
import {
  citationsInTextListed,
  listedCitationsExist,
  provisionsInSummariesExist,
  provisionsOfActsInForce,
  urgentCitationsListed,
} from './checks/citations.ts';
import type { Check } from './checks/draft.ts';
import { allHasItsEnglish } from './checks/english.ts';
import { headingsInOrder, oneAnswerPerWording, relatedEntriesExist, standsByItself } from './checks/entries.ts';
import { additionsHaveTheirEntry, contactsAreShownSomewhere, localNamesAreOfParties } from './checks/local.ts';
import { plainMarkdown } from './checks/markdown.ts';
import { areasAreFolders, areasHaveNames, commonEntriesExist } from './checks/start.ts';
import {
  oneFilePerWording,
  provisionFileName,
  sectionsFileName,
  validityInOrder,
  wholeSectionOnly,
  wordingOfTheLaw,
} from './checks/provisions.ts';

/** Every check across files. */
export const checks: readonly Check[] = [
  provisionFileName,
  sectionsFileName,
  wholeSectionOnly,
  wordingOfTheLaw,
  oneFilePerWording,
  oneAnswerPerWording,
  validityInOrder,
  provisionsOfActsInForce,
  listedCitationsExist,
  citationsInTextListed,
  urgentCitationsListed,
  provisionsInSummariesExist,
  relatedEntriesExist,
  standsByItself,
  headingsInOrder,
  plainMarkdown,
  additionsHaveTheirEntry,
  contactsAreShownSomewhere,
  localNamesAreOfParties,
  allHasItsEnglish,
  commonEntriesExist,
  areasAreFolders,
  areasHaveNames,
];
