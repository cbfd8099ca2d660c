// The log, which never holds what anybody asked: an error is told by its kind and where it arose, not by its message.
import { LogLevel, type Logger as BoltLogger } from '@slack/bolt';
import type { Logger } from 'pino';

/** What may be said of an error: names, codes and places in the code. Messages can quote the text that they failed on. */
export interface ErrorFacts {
  readonly error: string;
  readonly code?: string;
  /** The HTTP status of Slack's answer. */
  readonly status?: number;
  /** Slack's own error code, such as `invalid_auth`. */
  readonly slack?: string;
  /** The innermost frames of the stack. */
  readonly at: readonly string[];
}

export function describeError(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const data = 'data' in error && typeof error.data === 'object' ? error.data : undefined;
  const slack =
    data !== null && data !== undefined && 'error' in data && typeof data.error === 'string' ? data.error : undefined;
  return {
    error: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...('statusCode' in error && typeof error.statusCode === 'number' ? { status: error.statusCode } : {}),
    ...(slack === undefined ? {} : { slack }),
    // Behind the message, which may hold lines that look like frames: it can quote what somebody wrote.
    at: (error.stack ?? '')
      .replace(error.message, '')
      .split('\n')
      .filter((line) => /^\s+at /u.test(line))
      .slice(0, 4)
      .map((line) => line.trim()),
  };
}

/** Bolt's own log, through ours. Its debug lines hold whole payloads, so they are never let through. */
export function boltLogger(log: Logger): BoltLogger {
  const tell =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) => {
      log[level](
        parts
          .map((part) =>
            part instanceof Error ? JSON.stringify(describeError(part)) : typeof part === 'string' ? part : typeof part,
          )
          .join(' '),
      );
    };
  return {
    debug: () => undefined,
    info: tell('info'),
    warn: tell('warn'),
    error: tell('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
