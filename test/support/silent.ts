// A logger for Bolt that says nothing: a socket that is closed under it at the end of a test is no news.
import { type Logger, LogLevel } from '@slack/bolt';

export const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};
