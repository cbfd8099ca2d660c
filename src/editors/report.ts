// What the check found, for a person, for a program, and for GitHub, which shows each fault at its line in a change.
import { relative } from 'node:path';
import { layersOf, pathOf } from '../knowledge/folder.ts';
import { byPlace, printProblems, type Problem } from '../knowledge/problem.ts';
import { list } from '../render/words.ts';
import type { Checked } from './check.ts';

export type ReportForm = 'text' | 'json' | 'github';

/** The report in lines; the last of the text says how it went. */
export function report(checked: Checked, folders: readonly string[], form: ReportForm): string {
  switch (form) {
    case 'text':
      return asText(checked, folders);
    case 'json':
      return inOrder(checked)
        .map(({ problem, kind }) => JSON.stringify(asJson(problem, kind)))
        .join('\n');
    case 'github':
      return inOrder(checked)
        .map(({ problem, kind }) => annotation(problem, kind, folders))
        .join('\n');
  }
}

type Kind = 'fel' | 'påminnelse';

function inOrder({ problems, reminders }: Checked): { readonly problem: Problem; readonly kind: Kind }[] {
  return [
    ...[...problems].sort(byPlace).map((problem) => ({ problem, kind: 'fel' }) as const),
    ...[...reminders].sort(byPlace).map((problem) => ({ problem, kind: 'påminnelse' }) as const),
  ];
}

function asText({ knowledge, problems, reminders }: Checked, folders: readonly string[]): string {
  const noticed = reminders.length === 0 ? [] : ['Att se över:', printProblems(reminders)];
  const count = reminders.length === 1 ? '1 påminnelse' : `${reminders.length} påminnelser`;
  if (knowledge === undefined || problems.length > 0) {
    const also = reminders.length === 0 ? '' : ` Dessutom ${count}.`;
    return [...noticed, printProblems(problems), `${problems.length} fel i ${list(folders)}.${also}`].join('\n\n');
  }
  const { entries, provisions, rulebook, version } = knowledge;
  const reviewed = entries.filter(({ review }) => review !== null).length;
  const rules =
    rulebook === undefined ? '' : `, ${rulebook.ruleSet.rules.length} regler, ${rulebook.cases.length} fall som håller`;
  const also = reminders.length === 0 ? '' : ` ${count} att se över.`;
  return [
    ...noticed,
    `Inga fel.${also} ${entries.length} frågor (${reviewed} granskade av jurist), ${provisions.length} lagrum${rules}. Version ${version}.`,
  ].join('\n\n');
}

function asJson({ file, line, column, code, message, next }: Problem, kind: Kind): object {
  return { slag: kind, fil: file, rad: line, kolumn: column, kod: code, text: message, råd: next };
}

/** Source of the form: docs.github.com, "Workflow commands for GitHub Actions". */
function annotation(
  { file, line, column, code, message, next }: Problem,
  kind: Kind,
  folders: readonly string[],
): string {
  const path = relative(process.cwd(), pathOf(layersOf(folders), file)).replaceAll('\\', '/');
  const properties = [
    `file=${property(path)}`,
    `line=${line}`,
    `col=${column}`,
    `title=${kind === 'fel' ? 'Fel' : 'Påminnelse'} (${property(code)})`,
  ].join(',');
  return `::${kind === 'fel' ? 'error' : 'warning'} ${properties}::${data(`${message} ${next}`)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
