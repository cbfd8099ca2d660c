// `/prova`: the form in which a situation is tried, filled in from the command's words, renewed at every
// choice, and at last turned into the whole answer.
import type { App, BlockAction, ViewOutput } from '@slack/bolt';
import { answerSituation, inLanguage, situationIn } from '../answer.ts';
import { situationOf } from '../answer/situation.ts';
import type { Stated } from '../rules/rule.ts';
import { FORM, NOTHING_TAKEN_UP, readForm, situationForm, type FormState } from '../render/form.ts';
import { answerModal, noticeModal, plainMessage } from '../render/slack.ts';
import { say } from '../render/words.ts';
import { hasHuman, orApologise, type Desk } from './desk.ts';
import { orDirectly } from './press.ts';
import { plainText } from './text.ts';

export function listenForForm(app: App, desk: Desk): void {
  app.command('/prova', async ({ command, ack, respond, client }) => {
    await ack();
    const tell = (text: string) => respond({ response_type: 'ephemeral', ...plainMessage(text) });
    await orApologise(
      desk.log,
      '/prova',
      async () => {
        const view = formFor(situationIn(plainText(command.text), desk.knowledge()), NOTHING_TAKEN_UP, desk);
        if (view === undefined) await tell(say.noRules);
        else await client.views.open({ trigger_id: command.trigger_id, view });
      },
      () => orDirectly(tell, client, command.user_id)(say.apology),
    );
  });

  app.action<BlockAction>(
    { type: 'block_actions', action_id: new RegExp(`^(?:${FORM.action}|${FORM.presumed})$`, 'u') },
    async ({ body, ack, client }) => {
      await ack();
      const { view } = body;
      if (view === undefined) return;
      // Without the hash: of two choices in quick succession the second knows the first, and must not be refused for it.
      const show = (next: Form) => client.views.update({ view_id: view.id, view: next });
      await orApologise(
        desk.log,
        'form',
        async () => {
          const next = renewed(view, desk);
          await show(next ?? noticeModal(say.noRules));
        },
        () => client.views.update({ view_id: view.id, view: noticeModal(say.apology) }),
      );
    },
  );

  app.view(FORM.callback, async ({ ack, view }) => {
    let next: Form | undefined;
    await orApologise(
      desk.log,
      'form',
      () => {
        const { rulebook } = desk.knowledge();
        const { stated, state } =
          rulebook === undefined
            ? { stated: {}, state: NOTHING_TAKEN_UP }
            : readForm(view.state.values, view.private_metadata, rulebook);
        const given = answerSituation(stated, desk.knowledge(), desk.today());
        next =
          given === undefined
            ? noticeModal(say.noRules)
            : answerModal(inLanguage(given, state.language), hasHuman(desk));
        return Promise.resolve();
      },
      () => Promise.resolve(),
    );
    await ack({ response_action: 'update', view: next ?? noticeModal(say.apology) });
  });
}

type Form = ReturnType<typeof situationForm>;

function renewed(view: ViewOutput, desk: Desk): Form | undefined {
  const { rulebook } = desk.knowledge();
  if (rulebook === undefined) return undefined;
  const { stated, state } = readForm(view.state.values, view.private_metadata, rulebook);
  return formFor(stated, state, desk);
}

function formFor(stated: Stated, state: FormState, desk: Desk): Form | undefined {
  const { rulebook } = desk.knowledge();
  if (rulebook === undefined) return undefined;
  return situationForm(stated, state, rulebook, situationOf(stated, desk.knowledge(), desk.today()));
}
