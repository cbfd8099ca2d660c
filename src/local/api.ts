// The Web API methods that the app calls, each a small function. What Slack would refuse is refused with Slack's code;
// when the fault is the app's own (an unknown method, a broken limit) it is also told aloud.
import { CHAT } from './api-chat.ts';
import { CONVERSATIONS } from './api-conversations.ts';
import { VIEWS } from './api-views.ts';
import { type ApiContext, loud, type Methods, quiet, text } from './method.ts';
import { isRefusal } from './received.ts';
import type { Fields } from './shapes.ts';

export type ApiAnswer =
  | { readonly ok: true; readonly [key: string]: unknown }
  | { readonly ok: false; readonly error: string; readonly [key: string]: unknown };

export function callApi(context: ApiContext, method: string, args: Fields, token: string | undefined): ApiAnswer {
  const run = METHODS[method];
  const answer = run === undefined ? loud('unknown_method', 'the local workspace does not have it') : guarded();
  if (!isRefusal(answer)) return { ok: true, ...answer };
  const { error, detail, ...more } = answer;
  if (detail !== '') context.workspace.fail(`Slack skulle avvisa appens anrop ${method}: ${error} (${detail})`);
  return { ok: false, error, ...more };

  function guarded(): object {
    const wanted = method === 'apps.connections.open' ? context.appToken : context.botToken;
    if (token !== wanted) return loud('invalid_auth', 'the token is not the one of this start');
    return run?.(context, args) ?? {};
  }
}

const METHODS: Methods = {
  ...CHAT,
  ...VIEWS,
  ...CONVERSATIONS,

  'api.test': (_context, args) => ({ args }),

  'auth.test': ({ workspace }) => ({
    url: 'http://127.0.0.1/',
    team: workspace.team.name,
    team_id: workspace.team.id,
    user: workspace.bot.name.toLowerCase(),
    user_id: workspace.bot.userId,
    bot_id: workspace.bot.botId,
    is_enterprise_install: false,
  }),

  'apps.connections.open': ({ connectionUrl }) => {
    const url = connectionUrl();
    return url === undefined ? loud('internal_error', 'Socket Mode is not served here') : { url };
  },

  'users.info': ({ workspace }, args) => {
    const id = text(args, 'user') ?? '';
    const name = workspace.nameOf(id);
    if (name === undefined || !id.startsWith('U')) return quiet('user_not_found');
    const profile = { real_name: name, display_name: name };
    const is_bot = id === workspace.bot.userId;
    return {
      user: {
        id,
        team_id: workspace.team.id,
        name: name.toLowerCase(),
        real_name: name,
        profile,
        is_bot,
        locale: 'sv-SE',
        tz: 'Europe/Stockholm',
      },
    };
  },
};
