// Faults on purpose: what can be made to go wrong between the app and the workspace, and a reminder as long as it does.
import { element, part } from './dom.ts';
import { send } from './send.ts';
import type { Trouble } from './snapshot.ts';

interface Kind {
  readonly name: string;
  /** Said while it is on, after a colon. */
  readonly on: string;
  readonly trouble: (times: number) => Trouble;
}

const KINDS: readonly Kind[] = [
  {
    name: 'Överlast: vänta två sekunder',
    on: 'Slack är överlastat och ber appen vänta',
    trouble: (times) => ({ kind: 'ratelimited', retryAfter: 2, times }),
  },
  {
    name: 'Överlast: vänta en minut',
    on: 'Slack är överlastat och ber appen vänta',
    trouble: (times) => ({ kind: 'ratelimited', retryAfter: 60, times }),
  },
  {
    name: 'Slack nekar anropet',
    on: 'Slack nekar appens anrop',
    trouble: (times) => ({ kind: 'error', error: 'internal_error', times }),
  },
  {
    name: 'Slack ligger nere',
    on: 'Slack ligger nere',
    trouble: (times) => ({ kind: 'status', status: 503, times }),
  },
  {
    name: 'Slack svarar långsamt',
    on: 'Slack svarar långsamt',
    trouble: (times) => ({ kind: 'slow', ms: 4_000, times }),
  },
  {
    name: 'Appens kvitto kommer bort',
    on: 'appens kvitto kommer bort',
    trouble: (times) => ({ kind: 'lostAck', times }),
  },
];

/** More than anyone tries: until it is switched off. */
const UNTIL_OFF = 10_000;

export function listenToTrouble(): void {
  const form = element('trouble-form') as HTMLFormElement;
  const kind = part(form, '#trouble-kind', HTMLSelectElement);
  const times = part(form, '#trouble-times', HTMLSelectElement);
  kind.replaceChildren(...KINDS.map(({ name }, index) => new Option(name, String(index))));
  times.replaceChildren(
    new Option('Nästa gång', '1'),
    new Option('Tre gånger', '3'),
    new Option('Tills jag slår av', String(UNTIL_OFF)),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = KINDS[Number(kind.value)];
    if (chosen !== undefined) void send('fault', chosen.trouble(Number(times.value)));
  });
  element('trouble-off').addEventListener('click', () => {
    const back = element('inspector').hidden ? element('main-input') : kind;
    void send('fault', { kind: 'none' }).then(() => {
      back.focus();
    });
  });
}

export function drawTrouble(trouble: Trouble | undefined): void {
  element('trouble').hidden = trouble === undefined;
  element('trouble-text').textContent =
    trouble === undefined ? '' : `Ett fel är påslaget: ${textOf(trouble)}${timesOf(trouble)}.`;
}

function textOf({ kind }: Trouble): string {
  return KINDS.find((each) => each.trouble(1).kind === kind)?.on ?? kind;
}

function timesOf({ times }: Trouble): string {
  if (times > UNTIL_OFF / 2) return '';
  return times === 1 ? ', en gång till' : `, ${times} gånger till`;
}
