// Where a log is scrolled to when something is said in it.

export function isAtEnd(log: HTMLElement): boolean {
  return log.scrollHeight - log.scrollTop - log.clientHeight < 80;
}

export function toEnd(log: HTMLElement): void {
  log.scrollTop = log.scrollHeight;
}

/** A long answer is shown from its start, what the person wrote from its end. */
export function show(log: HTMLElement, item: HTMLElement, fromStart: boolean): void {
  if (fromStart && item.offsetHeight > log.clientHeight - 40) item.scrollIntoView({ block: 'start' });
  else toEnd(log);
}
