import { describe, expect, it } from 'vitest';
import { urgentFile } from '../../src/knowledge/urgent.ts';
import { findDangers } from '../../src/question/danger.ts';

const urgent = urgentFile.parse({
  kontrollerad: '2026-11-22',
  lägen: [
    {
      läge: 'hot',
      ord: ['hotar/hotade … kniv', 'slår! mig'],
      'inte om': ['i slöjden'],
      ring: [{ vem: 'SOS Alarm', nummer: '112', när: 'genast' }],
      säg: 'Ring.',
      lagrum: ['BrB 24:4'],
    },
    {
      läge: 'självmord',
      ord: ['vill dö', 'har självmordstankar'],
      ring: [{ vem: 'SOS Alarm', nummer: '112', när: 'genast' }],
      säg: 'Ring.',
      lagrum: ['BrB 24:4'],
    },
  ],
  'inte om': { 'i meningen': ['år sedan'], före: ['om en/någon', 'när en/någon'] },
  nu: ['i kväll'],
});
const seen = (question: string) => findDangers(question, urgent).map(({ situation, words }) => [situation.name, words]);

describe('danger', () => {
  it.each([
    ['pappan hotar med kniv', [['hot', 'hotar med kniv']]],
    ['Pappan HOTADE oss med en kniv!', [['hot', 'HOTADE oss med en kniv']]],
    ['han slar mig', [['hot', 'slar mig']]],
    ['hon har sjävmordstankar', [['självmord', 'har sjävmordstankar']]],
    ['hon vill do', [['självmord', 'vill do']]],
    [
      'hon vill dö och hotar med kniv',
      [
        ['hot', 'hotar med kniv'],
        ['självmord', 'vill dö'],
      ],
    ],
    ['jag vet inte vad jag ska göra, hon vill dö', [['självmord', 'vill dö']]],
    ['om en elev skriver i kväll att hon vill dö', [['självmord', 'vill dö']]],
    ['Får jag berätta om en elev? Hon vill dö.', [['självmord', 'vill dö']]],
    ['det var för tio år sedan. Nu vill hon dö', []],
    ['för tio år sedan ville jag sluta. Hon vill dö', [['självmord', 'vill dö']]],
  ])('%s', (question, expected) => {
    expect(seen(question)).toEqual(expected);
  });

  it.each([
    ['supposed', 'vad gör jag om en elev säger att hon vill dö'],
    ['supposed, in other words', 'hur gör ni när någon hotar med kniv'],
    ['denied', 'hon vill inte alls dö, och har inga självmordstankar'],
    ['long past', 'han hotade mig med kniv för tio år sedan'],
    ['ordinary where it stands', 'två elever hotade varandra med en kniv i slöjden'],
    ['in two parts of the sentence', 'han hotar att anmäla oss, och köket har tappat en kniv'],
    ['of other words', 'en hotad art, ett hot mot demokratin, akut brist på knivar'],
    ['nothing', ''],
  ])('is not seen in what is %s', (_, question) => {
    expect(seen(question)).toEqual([]);
  });
});
