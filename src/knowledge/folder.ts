// The knowledge folders as text: which files there are, and what stands in them. A municipality's own folder may lie on ours.
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { placeAt, type Problem, type ProblemCode } from './problem.ts';

/** One of the folders that the knowledge is read from. The first is ours; those after it are local and lie on top. */
export interface Layer {
  readonly folder: string;
  /** What its files' names begin with when they are told of; empty for the first. */
  readonly prefix: string;
  readonly isLocal: boolean;
}

/** A file of a layer. */
export interface SourceFile {
  readonly layer: Layer;
  /** From its own folder, with forward slashes. */
  readonly path: string;
  /** As people are told of it: the path, behind the name of the local folder that it stands in. */
  readonly file: string;
}

export interface SourceText extends SourceFile {
  readonly text: string;
}

export function layersOf(folders: readonly string[]): Layer[] {
  const names = folders.map((folder) => basename(folder));
  return folders.map((folder, index) => {
    const name = basename(folder);
    const isAlone = names.filter((other) => other === name).length === 1;
    return { folder, prefix: index === 0 ? '' : `${isAlone ? name : folder}/`, isLocal: index > 0 };
  });
}

/** Where a file that a problem names stands on the disk. */
export function pathOf(layers: readonly Layer[], file: string): string {
  return join(layerOf(layers, file)?.folder ?? '', pathWithin(layers, file));
}

/** The path from its own folder of a file that a problem names. */
export function pathWithin(layers: readonly Layer[], file: string): string {
  return file.slice(layerOf(layers, file)?.prefix.length);
}

function layerOf(layers: readonly Layer[], file: string): Layer | undefined {
  return layers.findLast(({ prefix }) => file.startsWith(prefix));
}

export function atFile(file: string, code: ProblemCode, message: string, next: string): Problem {
  return { file, line: 1, column: 1, source: '', code, message, next };
}

const MOST_BYTES = 200_000;

export interface Listing {
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
}

/** What belongs in the folder. Hidden files and those for people (`.md` at the top) are passed over. */
export async function list(layer: Layer, below = ''): Promise<Listing> {
  const { folder, prefix } = layer;
  let names;
  try {
    names = await readdir(join(folder, below), { withFileTypes: true });
  } catch {
    return {
      files: [],
      problems: [
        atFile(
          `${prefix}${below}` || '.',
          'unreadable',
          'Mappen går inte att läsa.',
          'Kontrollera att den finns och att du har rätt att läsa den.',
        ),
      ],
    };
  }
  const parts = await Promise.all(
    names
      .filter(({ name }) => !name.startsWith('.') && !name.endsWith('~'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(async (entry): Promise<Listing> => {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        const file = `${prefix}${path}`;
        if (entry.isSymbolicLink()) {
          return {
            files: [],
            problems: [
              atFile(
                file,
                'link',
                'Filen är en länk till något utanför sin plats.',
                'Lägg själva filen här i stället.',
              ),
            ],
          };
        }
        if (entry.isDirectory()) return list(layer, path);
        // To read a pipe would be to wait for ever.
        if (!entry.isFile())
          return { files: [], problems: [atFile(file, 'unreadable', 'Det här är ingen vanlig fil.', 'Ta bort den.')] };
        if (below === '' && path.endsWith('.md')) return { files: [], problems: [] };
        return { files: [{ layer, path, file }], problems: [] };
      }),
  );
  return { files: parts.flatMap((part) => part.files), problems: parts.flatMap((part) => part.problems) };
}

/** The text of a file in Unicode's composed form, or why it cannot be had. */
export async function readText(source: SourceFile): Promise<SourceText | { readonly problem: Problem }> {
  const { file } = source;
  const path = join(source.layer.folder, source.path);
  try {
    const { size } = await lstat(path);
    if (size > MOST_BYTES) {
      return {
        problem: atFile(
          file,
          'too-large',
          `Filen är större än ${MOST_BYTES / 1000} kB.`,
          'Dela upp den i flera frågor.',
        ),
      };
    }
    return decode(source, await readFile(path));
  } catch {
    return {
      problem: atFile(
        file,
        'unreadable',
        'Filen går inte att läsa.',
        'Kontrollera att den finns kvar och att du har rätt att läsa den.',
      ),
    };
  }
}

function decode(source: SourceFile, bytes: Buffer): SourceText | { readonly problem: Problem } {
  // A Mac may store «å» as two characters; to a search and to the keys they must be the one that others write.
  const text = new TextDecoder('utf-8').decode(bytes).normalize('NFC');
  // A character that could not be decoded became U+FFFD; one that was written as such is as useless to a reader.
  const bad = text.indexOf('\uFFFD');
  if (bad === -1) return { ...source, text };
  return {
    problem: {
      ...placeAt(source.file, text, bad),
      code: 'not-utf8',
      message: 'Filen är inte sparad som UTF-8: ett tecken här går inte att läsa.',
      next: 'Spara filen med teckenkodningen UTF-8 (inte Windows-1252 eller Latin-1), och skriv om tecknet.',
    },
  };
}
