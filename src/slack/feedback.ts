// Thumbs under an answer: up is remembered, down asks why first. What is remembered never says who.
import type { App, BlockFeedbackButtonsAction, ViewSubmitAction } from '@slack/bolt';
import { entryGiven, masked } from '../memory/gap.ts';
import { ACTIONS, languageIn, readThumb, type Target } from '../render/buttons.ts';
import { FEEDBACK_FORM, feedbackModal, readFeedback } from '../render/feedback.ts';
import { peopleWordsIn } from '../render/language.ts';
import { noticeModal } from '../render/slack.ts';
import { say } from '../render/words.ts';
import { answerTo } from './buttons.ts';
import { noteGap, orApologise, type Desk } from './desk.ts';
import { describeError } from './log.ts';
import { messageKey, orDirectly, privately } from './press.ts';
import { orApologiseInForm } from './submit.ts';

export function listenForFeedback(app: App, desk: Desk): void {
  app.action<BlockFeedbackButtonsAction>(
    { type: 'block_actions', action_id: ACTIONS.feedback },
    async ({ body, action, ack, respond, client }) => {
      await ack();
      const tell = privately(respond, body);
      await orApologise(
        desk.log,
        ACTIONS.feedback,
        async () => {
          const pressed = readThumb(action.value);
          if (pressed === undefined) {
            await tell(say.notThere);
            return;
          }
          switch (pressed.thumb) {
            case 'up':
              // Twice by one person is once; by two it is two.
              if (!desk.seen.firstTime(`${ACTIONS.feedback}:${messageKey(body)}:${body.user.id}`)) return;
              noteThanks(pressed.target, desk);
              await tell(peopleWordsIn(languageIn(pressed.target)).feedback.thanks);
              return;
            case 'down':
              await askWhy(pressed.target);
          }
        },
        () => orDirectly(tell, client, body.user.id)(say.apology),
      );

      async function askWhy(target: Target): Promise<void> {
        try {
          await client.views.open({ trigger_id: body.trigger_id, view: feedbackModal(target) });
        } catch (error) {
          // That it did not help is worth knowing without the reason too.
          desk.log.warn(describeError(error), 'could not ask why');
          noteGap(desk, 'thumbs down', target, answerTo(target, desk));
          await tell(peopleWordsIn(languageIn(target)).feedback.noted);
        }
      }
    },
  );

  app.view<ViewSubmitAction>(FEEDBACK_FORM, async ({ ack, view }) => {
    await orApologiseInForm(desk, FEEDBACK_FORM, ack, async () => {
      const { target, reason, written } = readFeedback(view.state.values, view.private_metadata);
      const language = languageIn(target);
      const line = masked(written, desk.knowledge());
      noteGap(desk, 'thumbs down', target, answerTo(target, desk), {
        ...(reason === undefined ? {} : { reason }),
        ...(line === '' ? {} : { line }),
      });
      await ack({ response_action: 'update', view: noticeModal(peopleWordsIn(language).feedback.sent, language) });
    });
  });
}

function noteThanks(target: Target, desk: Desk): void {
  const given = answerTo(target, desk);
  const entry = given === undefined ? undefined : entryGiven(given);
  if (entry !== undefined) desk.memory.note({ kind: 'thanks', day: desk.today(), entry: entry.id });
}
