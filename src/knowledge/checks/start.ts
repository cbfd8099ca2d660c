// Checks of what meets those who have not asked yet: that the questions and subjects it names are there, and none is left out.
import { closest } from '../closest.ts';
import { areaOf } from '../knowledge.ts';
import type { Problem } from '../problem.ts';
import type { Check } from './draft.ts';

export const commonEntriesExist: Check = ({ starts, entries, unread }) => {
  const ids = entries.map(({ value }) => value.id);
  return starts.flatMap(({ value, placeOf }) =>
    value.common.flatMap((id, i): Problem[] => {
      if (ids.includes(id) || unread.includes(`fragor/${id}.md`)) return [];
      const meant = closest(id, ids);
      return [
        {
          ...placeOf(['vanliga frågor', i]),
          code: 'unknown-entry',
          message: `Frågan «${id}» finns inte.`,
          next: meant === undefined ? 'Skriv sökvägen under fragor/ utan .md.' : `Menade du «${meant}»?`,
        },
      ];
    }),
  );
};

export const areasAreFolders: Check = ({ starts, entries, unread }) => {
  const folders = new Set(entries.map(({ value }) => areaOf(value.id)));
  const mayHave = (area: string) => folders.has(area) || unread.some((path) => path.startsWith(`fragor/${area}/`));
  return starts.flatMap(({ value, placeOf }) =>
    Object.keys(value.areas).flatMap((area): Problem[] => {
      if (mayHave(area)) return [];
      const meant = closest(area, [...folders]);
      return [
        {
          ...placeOf(['områden', area]),
          code: 'unknown-value',
          message: `Det finns inga frågor i fragor/${area}/.`,
          next: meant === undefined ? 'Ta bort raden, eller skriv mappens namn.' : `Menade du «${meant}»?`,
        },
      ];
    }),
  );
};

/** A subject without a name would stand as `elevhalsa`. A municipality's own are shown under its name. */
export const areasHaveNames: Check = ({ starts, entries }) => {
  const [start] = starts;
  if (start === undefined) return [];
  const named = new Set(starts.flatMap(({ value }) => Object.keys(value.areas)));
  const folders = new Set(
    entries.filter(({ value }) => value.origin === undefined).map(({ value }) => areaOf(value.id)),
  );
  return [...folders]
    .filter((area) => area !== '' && !named.has(area))
    .map((area) => ({
      ...start.placeOf(['områden']),
      code: 'missing-key',
      message: `Ämnet i fragor/${area}/ har inget namn.`,
      next: `Skriv «${area}:» och vad ämnet heter, där det ska stå i ordningen.`,
    }));
};
