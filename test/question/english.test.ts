// English questions as people write them, with who would tell whom and what else is said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/question/language.ts';
import { understand, type Understood } from '../../src/question/understand.ts';
import { realKnowledge } from '../support/knowledge.ts';

const { vocabulary, rulebook } = await realKnowledge();
if (vocabulary === undefined || rulebook === undefined) throw new Error('the folder has no vocabulary or no rules');

/** Question | sender | recipient | other facts, `concept=value; …`. Empty where nothing must be found. */
const TABLE = `
Can the school nurse tell my teacher that I have ADHD? | elevhälsa medicinsk | lärare | uppgift=hälsa
What may the school tell the police? | skola | polis |
Can I as a teacher be told what the school nurse knows about my pupil? | elevhälsa medicinsk | lärare |
My school counsellor told my mum what I said. Was she allowed to do that? | elevhälsa psykosocial | vårdnadshavare |
I am a school nurse. Can I tell the social services that a girl has been beaten by her dad? | elevhälsa medicinsk | socialtjänst | misstanke om att barn far illa=ja; brott=begånget; brottstyp=misshandel
I'm a school counsellor at an independent school. Can I share what a pupil told me with the principal without consent? | elevhälsa psykosocial | rektor | avsändaren är=enskild verksamhet; samtycke=nej
A mother asks me, a school nurse, if her 15-year-old daughter is on the pill. May I answer? | elevhälsa medicinsk | vårdnadshavare | ålder=under 18; uppgift=hälsa; begäran=ja
The police want to know where a pupil lives. Do we at the school have to tell them? | skola | polis | uppgift=kontaktuppgifter; begäran=ja
Are social services allowed to tell the school who reported us? | socialtjänst | skola | uppgift=vem som anmälde
Does the preschool have to hand over information to the social services when they have opened an investigation about a child? | förskola | socialtjänst | utredning=barnavårdsutredning
can a social worker disclose information about a client to the client's employer | socialsekreterare | arbetsgivare |
Can information be passed on from the health centre to the school? | vårdcentral eller sjukhus | skola |
Is the principal allowed to read the school counsellor's notes? | elevhälsa psykosocial | rektor |
Are the school nurse's records available to the principal? | elevhälsa medicinsk | rektor |
Can my parents find out from the youth clinic that I've been there? I'm 16 | ungdomsmottagning | vårdnadshavare | ålder=under 18
I work at BUP. A teacher calls and wants to know how a patient is doing. Can I tell her? | BUP | lärare | begäran=ja
We are a foster family. What can social services tell us? | socialtjänst | familjehem |
is a teacher allowed to tell other parents about a pupil's diagnosis | lärare | allmänhet | uppgift=hälsa
Can the police be told by the hospital that a patient has been stabbed? | vårdcentral eller sjukhus | polis | brott=begånget; brottstyp=grov misshandel
Can school staff let the father know, even though he does not have custody? | skolpersonal | förälder ej vh |
Can you tell me if a school counsellor can share notes with the police? | elevhälsa psykosocial | polis |
I want to know whether I, as a principal, may tell the parents of another pupil | rektor | allmänhet |
Can the school counsellor keep what I said secret from my parents? | elevhälsa psykosocial | vårdnadshavare |
The new school wants the old school's records about my son. Can they be sent without my consent? | skola | skola | ärende=skolbyte; samtycke=nej; begäran=ja
My 17-year-old client does not want me to talk to her mother. I'm a social worker. Can I? | socialsekreterare | vårdnadshavare | ålder=under 18; samtycke=nej
Hi! I'm a counselor in a high school. The police came and asked me about a student. What am I allowed to say? | elevhälsa psykosocial | polis | begäran=ja
Is it ok for me as a preschool teacher to talk to the child health centre about a child without the parents knowing? | förskola | BVC |
The mother says yes but the father says no. Can BUP give the school information? | BUP | skola | samtycke=bara en vårdnadshavare
We at the health centre have been contacted by the social services. Do we have to answer? | vårdcentral eller sjukhus | socialtjänst | begäran=ja
Is a teacher obliged to answer the social services' questions? | lärare | socialtjänst | begäran=ja
Parents of my 19 year old student are calling me. May I as a teacher tell them about his absence? | lärare | anhörig | ålder=18–20
Should we tell the police about a student who is going to kill someone? I'm the principal. | rektor | polis | brott=risk; brottstyp=mord
A parent who works as a police officer asks the teacher about a pupil. Can she tell him? | lärare | vårdnadshavare | begäran=ja
Does the school have to let the police see the attendance data? | skola | polis |
The court wants me to testify about a client. I am a social worker. | socialsekreterare | domstol | ärende=vittnesmål; begäran=ja
my dad hit me. if i tell my teacher will she tell social services | lärare | socialtjänst | misstanke om att barn far illa=ja; brott=begånget; brottstyp=misshandel
Am I entitled to see what BUP has written? I am the mother of a 16-year-old. | BUP | vårdnadshavare | ålder=under 18
May I warn the police unasked? I'm a doctor at a private clinic. | privat vård | polis | avsändaren är=enskild verksamhet; begäran=nej
Can the nurse explain to a subject teacher why a pupil needs breaks? | elevhälsa medicinsk | lärare |
Parents forbid the school to talk to social services | skola | socialtjänst | samtycke=nej
`
  .trim()
  .split('\n')
  .map((row) => {
    const [question = '', sender = '', recipient = '', others = ''] = row.split('|').map((cell) => cell.trim());
    return [question, sender, recipient, others] as const;
  });

describe('an English question', () => {
  it.each(TABLE)('«%s» is from %s to %s', (question, sender, recipient, others) => {
    const stated = statedIn(understand(question, vocabulary));
    const told: Record<string, string> = Object.fromEntries(
      others.split('; ').flatMap((pair) => (pair === '' ? [] : [pair.split('=') as [string, string]])),
    );
    expect(stated).toMatchObject({
      ...(sender === '' ? {} : { avsändare: sender }),
      ...(recipient === '' ? {} : { mottagare: recipient }),
      ...told,
    });
    const unnamed = (['avsändare', 'mottagare'] as const).filter((_, at) => [sender, recipient][at] === '');
    for (const party of unnamed) expect(stated).not.toHaveProperty(party);
  });

  it.each([
    ['Can BUP and the school share information with each other?', 'BUP', 'skola'],
    ['Does secrecy apply between the school nurse and the teachers?', 'elevhälsa medicinsk', 'lärare'],
    [
      'Can the school physician and the school counsellor discuss a pupil?',
      'elevhälsa medicinsk',
      'elevhälsa psykosocial',
    ],
  ])('«%s» does not say who tells whom, and is asked back', (question, a, b) => {
    const { facts, directions } = understand(question, vocabulary);
    expect(facts.map(({ concept }) => concept)).not.toContain('avsändare');
    expect(directions).toEqual([
      [a, b],
      [b, a],
    ]);
  });

  it.each([
    'How do I become a social worker?',
    'What does the school nurse do?',
    'Where can I report a police officer?',
    'Do I need consent from the parents?',
    "I'm a teacher, how do I ask parents for consent?",
    'Social services in Germany emailed us asking for a file. Can we send it to them?',
    'Is a nurse allowed to speak out about working conditions?',
    'What happens if a reporter from another country reports a crime?',
    'My friend works as a social worker and told me about a client. Is that allowed?',
  ])('«%s» names no two who tell and are told', (question) => {
    const { facts, directions } = understand(question, vocabulary);
    const roles = facts.filter(({ concept }) => concept === 'avsändare' || concept === 'mottagare');
    expect(roles.length).toBeLessThan(2);
    expect(directions).toEqual([]);
  });

  it.each([
    ['Can the school tell the police without consent?', 'samtycke', 'without consent'],
    ["Can BUP tell the school? We don't have consent from the parents", 'samtycke', "don't have consent"],
    ['Can the school’s nurse tell the police?', 'avsändare', 'school’s nurse'],
    ['She’s fifteen. Can BUP tell the school?', 'ålder', 'She’s fifteen'],
    ['Police questions: must the school answer them?', 'mottagare', 'Police'],
  ])('«%s» says where in the text the words for %s stand', (question, concept, words) => {
    const fact = understand(question, vocabulary).facts.find((each) => each.concept === concept);
    expect(words).toContain(question.slice(fact?.start, fact?.end));
    expect(question.slice(fact?.start, fact?.end)).not.toBe('');
  });

  it.each([
    ['Do the parents consent when the school tells BUP?', 'samtycke'],
    ['Can the parents refuse to let the school tell BUP?', 'samtycke'],
    ['What age limit is there when BUP tells the parents?', 'ålder'],
    ['May the health centre tell the school?', 'uppgift'],
    ['I want to know whether the school may tell BUP', 'begäran'],
    ['Can the police open a criminal investigation when the school reports?', 'utredning'],
    ['Is the client an alcoholic friend of the social services?', 'brott'],
  ])('«%s» says nothing of %s', (question, concept) => {
    expect(statedIn(understand(question, vocabulary))).not.toHaveProperty([concept]);
  });

  it('states only values that the rules have, each concept once, and within the text', () => {
    const words = TABLE.flatMap(([question]) => question.split(' '));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (some) => {
        const text = `The ${some.join(' ')}`;
        const { facts } = understand(text, vocabulary);
        expect(new Set(facts.map(({ concept }) => concept)).size).toBe(facts.length);
        for (const { concept, value, start, end } of facts) {
          expect(rulebook.concepts.get(concept)?.values.has(value)).toBe(true);
          expect(0 <= start && start < end && end <= text.length).toBe(true);
        }
      }),
    );
  });

  it('is read as Swedish where the folder has no English words', () => {
    const { parties, concepts, kinds } = vocabulary;
    expect(understand('Can the teacher tell the police?', { parties, concepts, kinds }).facts).toEqual([]);
  });

  it('may be English by its small words and Swedish by what it says', () => {
    const mixed = 'May the socialtjänsten lämna uppgifter till polisen? What does the law say about it?';
    expect(statedIn(understand(mixed, vocabulary))).toEqual({ avsändare: 'socialtjänst', mottagare: 'polis' });
  });

  it('is told apart from a Swedish one, which is read by its own words', () => {
    expect(TABLE.every(([question]) => languageOf(question) === 'en')).toBe(true);
    expect(statedIn(understand('Får BUP berätta för skolan?', vocabulary))).toEqual({
      avsändare: 'BUP',
      mottagare: 'skola',
    });
  });
});

function statedIn({ facts }: Understood): Record<string, string> {
  return Object.fromEntries(facts.map(({ concept, value }) => [concept, value]));
}
