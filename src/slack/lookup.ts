// The search for a provision: what it offers at every letter, and the provision that is chosen, in the same modal.
import type { App, BlockAction, ExternalSelectAction } from '@slack/bolt';
import { answerProvisions } from '../answer.ts';
import { parseCitation } from '../law/parse.ts';
import { FIND_PROVISION, lookupModal, provisionOption } from '../render/lookup.ts';
import { noticeModal } from '../render/slack.ts';
import { say } from '../render/words.ts';
import { suggestProvisions } from '../search/suggest.ts';
import { hasHuman, logAnswer, orApologise, type Desk } from './desk.ts';

export function listenForLookup(app: App, desk: Desk): void {
  app.options<'block_suggestion'>({ type: 'block_suggestion', action_id: FIND_PROVISION }, async ({ options, ack }) => {
    await orApologise(
      desk.log,
      FIND_PROVISION,
      async () => {
        const found = suggestProvisions(desk.knowledge(), desk.today(), options.value, MOST_OFFERED);
        await ack({ options: found.map(provisionOption) });
      },
      // A list can say nothing but that nothing was found.
      () => ack({ options: [] }),
    );
  });

  app.action<BlockAction<ExternalSelectAction>>(
    { type: 'block_actions', action_id: FIND_PROVISION },
    async ({ body, action, ack, client }) => {
      await ack();
      const view_id = body.view?.id ?? '';
      await orApologise(
        desk.log,
        FIND_PROVISION,
        async () => {
          const citation = parseCitation(action.selected_option?.value ?? '');
          if (citation === undefined) return;
          const given = answerProvisions([citation], desk.knowledge(), desk.today());
          await client.views.update({ view_id, view: lookupModal(given, hasHuman(desk)) });
          logAnswer(desk, FIND_PROVISION, given);
        },
        () => client.views.update({ view_id, view: noticeModal(say.apology) }),
      );
    },
  );
}

/** More than these and nobody reads them. */
const MOST_OFFERED = 20;
