// Calls to Slack that come too fast: Slack says how long to wait, and a short wait is better than an apology, which Slack would
// refuse for the same reason.
import type { WebClientOptions } from '@slack/web-api';

type Fetch = NonNullable<WebClientOptions['fetch']>;

/** As `call`, and once more when Slack asks for a pause of at most {@link LONGEST_SECONDS}. */
export function patient(call: Fetch = fetch): Fetch {
  return async (url, init) => {
    const answer = await call(url, init);
    const seconds = answer.status === 429 ? Number(answer.headers.get('retry-after') ?? Number.NaN) : Number.NaN;
    if (!(seconds <= LONGEST_SECONDS)) return answer;
    // Read to its end, or it keeps its connection.
    await answer.text();
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    return call(url, init);
  };
}

/** Slack lets an app post about once a second in a channel; after longer than this people ask again. */
const LONGEST_SECONDS = 5;
