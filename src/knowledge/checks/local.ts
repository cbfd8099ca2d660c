// Checks of local folders: that what they are laid on is there.
import { sectionKey } from '../../law/citation.ts';
import { closest } from '../closest.ts';
import { URGENT_TOPIC } from '../local.ts';
import type { Problem } from '../problem.ts';
import type { Check } from './draft.ts';

export const additionsHaveTheirEntry: Check = ({ additions, entries, unread }) =>
  additions.flatMap(({ value, path, placeOf }): Problem[] => {
    const ids = entries.map((entry) => entry.value.id);
    if (ids.includes(value.id) || unread.includes(path)) return [];
    const meant = closest(value.id, ids);
    return [
      {
        ...placeOf(['tillägg']),
        code: 'unknown-entry',
        message: `Det finns ingen gemensam fråga «${value.id}» att lägga till något till.`,
        next: `${meant === undefined ? 'Lägg filen på samma plats och med samma namn som frågan' : `Menade du «${meant}»? Flytta i så fall filen dit`}. Är det en egen fråga: ta bort raden «tillägg: ja» och skriv ett helt huvud.`,
      },
    ];
  });

export const contactsAreShownSomewhere: Check = ({ locals, entries, provisions, urgent }) =>
  locals.flatMap(({ value, placeOf }) =>
    value.contacts.flatMap(({ shownAt }, i) =>
      shownAt.flatMap((shown, j): Problem[] => {
        if (shown === 'always') return [];
        const place = placeOf(['kontakter', i, 'visas vid', j]);
        if ('provision' in shown) {
          const key = sectionKey(shown.provision);
          if (provisions.some((provision) => sectionKey(provision.value.citation) === key)) return [];
          return [
            {
              ...place,
              code: 'unknown-provision',
              message: `${key} har ingen fil i lagrum/, så kontakten visas aldrig där.`,
              next: 'Kontrollera numret, eller välj ett lagrum som svaren vilar på.',
            },
          ];
        }
        if (shown.topic === URGENT_TOPIC && urgent !== undefined) return [];
        const ids = entries.map((entry) => entry.value.id);
        if (ids.some((id) => id === shown.topic || id.startsWith(`${shown.topic}/`))) return [];
        const topics = ids.flatMap((id) => [id, ...id.split('/').slice(0, 1)]);
        const meant = closest(shown.topic, [...new Set(topics)]);
        return [
          {
            ...place,
            code: 'unknown-entry',
            message: `Det finns varken ett ämne eller en fråga som heter «${shown.topic}».`,
            next: meant === undefined ? 'Skriv namnet på en mapp eller en fil under fragor/.' : `Menade du «${meant}»?`,
          },
        ];
      }),
    ),
  );

/** A name of our own that already means someone else would make the bot take one party for another. */
export const localNamesAreOfParties: Check = ({ locals, vocabulary }) =>
  locals.flatMap(({ value, placeOf }) => {
    const parties = vocabulary?.value.parties ?? {};
    return Object.entries(value.partyNames).flatMap(([party, names]): Problem[] => {
      const place = placeOf(['kallas', party]);
      if (parties[party] === undefined) {
        const meant = closest(party, Object.keys(parties));
        const next = meant === undefined ? 'Parterna står i begrepp.yml.' : `Menade du «${meant}»?`;
        return [{ ...place, code: 'unknown-value', message: `Det finns ingen part som heter «${party}».`, next }];
      }
      return names.flatMap((name): Problem[] => {
        const same = (word: string) => word.toLocaleLowerCase('sv') === name.toLocaleLowerCase('sv');
        const owner = Object.keys(parties).find(
          (other) => other !== party && (same(other) || parties[other]?.some(same) === true),
        );
        if (owner === undefined) return [];
        const message = `«${name}» betyder redan ${owner}.`;
        return [{ ...place, code: 'unknown-value', message, next: 'Välj ett namn som bara den parten har hos er.' }];
      });
    });
  });
