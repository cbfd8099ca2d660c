// What people who asked in English meet around an answer: an answer shared, thumbs, a question handed over to a person.
import type { PeopleWords } from './people-words.ts';

export const peopleEnglish = {
  share: {
    share: 'Show to everyone',
    confirm: 'Show the answer to everyone in the channel? Your question and your name are not shown.',
    confirmFacts:
      'Show the answer to everyone in the channel? Your question and your name are not shown, but who discloses to whom and what you have chosen can be seen in the answer.',
    yes: 'Show to everyone',
    no: 'Cancel',
    shared: 'Shared by a colleague.',
    done: 'The answer is now shown to everyone here. Your question and your name are not seen.',
    already: 'The answer is already shown to everyone here.',
  },
  feedback: {
    good: 'Good answer',
    bad: 'Not a good answer',
    thanks: 'Thank you! It helps us to know which answers work.',
    title: 'What was not good?',
    why: 'Which fits best?',
    reasons: {
      wrong: 'It is wrong',
      unclear: 'It is hard to understand',
      missing: 'Something is missing',
      other: 'Something else',
    },
    line: 'Do you want to tell us more?',
    hint: 'A line to those who write the answers. Do not write names or anything else that points out a person.',
    submit: 'Send',
    sent: 'Thank you! Those who write the answers see what you think, but not who you are.',
    noted: 'Thank you! I have noted that the answer did not help.',
  },
  human: {
    ask: 'Ask a human',
    warning:
      'Do not write names, personal identity numbers or anything else that points out a person. Your question is read by those who answer, together with your name.',
    insufficient: (title: string) => `The answer that was not enough: «${title}»`,
    noAnswer: 'I had no answer.',
    question: 'What do you need help with?',
    submit: 'Send',
    sending: 'Sending …',
    blank: 'Write something first.',
    sent: 'Your question has been sent to those who can help you. The answer comes in a direct message from me.',
    masked:
      'Something that you wrote looked like a personal identity number, a telephone number or an e-mail address. I masked it before sending.',
    notSent:
      'It could not be sent, so nobody has got your question. Try again in a while, or ask your nearest manager, registrar or lawyer.',
    notSentHere:
      'It could not be sent, so nobody has got your question: I cannot reach the channel that it should go to. Ask your nearest manager, registrar or lawyer, and please tell whoever looks after the bot.',
  },
} as const satisfies PeopleWords;
