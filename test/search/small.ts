// A small index for the tests of the search, and a thesaurus to go with it.
import type { Words } from '../../src/knowledge/schema.ts';
import { buildIndex, type SearchIndex, type Source } from '../../src/search/index.ts';
import { thesaurusOf } from '../../src/search/thesaurus.ts';

export const WORDS: Words = {
  equivalents: [
    ['sekretess', 'tystnadsplikt', 'hålla tyst'],
    ['polis', 'snut'],
  ],
  english: { police: ['polis'], 'social services': ['socialtjänst'], 'duty of confidentiality': ['tystnadsplikt'] },
};

export const SOURCES: readonly Source[] = [
  {
    wordings: ['Får skolan lämna uppgifter till polisen?', 'Kan en lärare berätta för polisen om en elev?'],
    body: 'Skolan får polisanmäla vissa brott.',
  },
  {
    wordings: ['Vad är sekretess?', 'Vad betyder sekretess i offentlig verksamhet?'],
    body: 'Ett förbud att röja en uppgift.',
  },
  {
    wordings: ['Måste förskolan göra en orosanmälan?', 'När ska man anmäla oro för ett barn till socialtjänsten?'],
    body: 'Den som arbetar med barn ska anmäla genast.',
  },
  { wordings: ['Hur länge sparas en patientjournal?'], body: 'I minst tio år.' },
];

export function smallIndex(sources: readonly Source[] = SOURCES): SearchIndex {
  return buildIndex(sources, thesaurusOf(WORDS));
}
