// Prints manifest.yml as JSON, for the hook `get-manifest` of the Slack CLI: it reads standard output and knows JSON alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const manifest = parse(readFileSync(join(import.meta.dirname, '../manifest.yml'), 'utf8'));
process.stdout.write(`${JSON.stringify(manifest)}\n`);
