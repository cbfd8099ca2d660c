// Everything that is measured, ours first.
import { flexsearch } from './peers/flexsearch.ts';
import { fuseAnywhere, fuseDefault, fuseTokens } from './peers/fuse.ts';
import { lunrSwedish } from './peers/lunr.ts';
import { minisearchDefault, minisearchTrigrams, minisearchWords } from './peers/minisearch.ts';
import { orama } from './peers/orama.ts';
import { ours } from './peers/ours.ts';
import { scan } from './peers/scan.ts';
import { sqliteTrigrams } from './peers/sqlite.ts';
import type { Peer } from './peer.ts';

export interface Peers {
  readonly peers: readonly Peer[];
  /** Sentences on what could not be had. */
  readonly missing: readonly string[];
}

export function loadPeers(): Peers {
  const sqlite = sqliteTrigrams();
  return {
    peers: [
      ours,
      ...(typeof sqlite === 'string' ? [] : [sqlite]),
      minisearchTrigrams,
      minisearchWords,
      minisearchDefault,
      lunrSwedish,
      orama,
      flexsearch,
      fuseTokens,
      fuseAnywhere,
      fuseDefault,
      scan,
    ],
    missing: typeof sqlite === 'string' ? [sqlite] : [],
  };
}
