// What is wrong with the rules as a whole, told to the editor: what the audit finds over all situations, and every rule and
// exception that could be taken away without any case noticing.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Place, Problem } from '../knowledge/problem.ts';
import type { Rulebook } from '../knowledge/rulebook.ts';
import { situationInWords } from '../render/situation.ts';
import { audit, type Finding } from '../rules/audit.ts';
import { inForce } from '../rules/rule.ts';
import { keyOf, sweep, type Deletion } from './sweep.ts';

/** What the audit and the sweep find, at the line of what it is about. */
export function auditProblems({ rulebook }: Knowledge, day: string): Problem[] {
  if (rulebook === undefined) return [];
  const findings = audit(inForce(rulebook.ruleSet, day));
  const undeclared = findings.filter((finding) => finding.kind === 'undeclared');
  const others = findings.filter((finding) => finding.kind !== 'undeclared');
  const told = new Set(others.map(keyOf));
  const isTold = (deletion: Deletion) => told.has(keyOf(deletion)) || told.has(keyOf({ rule: deletion.rule }));
  return [
    ...others.flatMap((finding) => at(placeOf(finding, rulebook), wordsFor(finding))),
    ...(undeclared.length === 0 ? [] : at(rulebook.places.coverage, undeclaredWords(undeclared, rulebook))),
    ...sweep(rulebook, day)
      // Of what changes no situation at all no case can tell.
      .filter((deletion) => !deletion.caught && !isTold(deletion))
      .flatMap((deletion) => at(rulebook.places.rules.get(deletion.rule.id), untestedWords(deletion))),
  ];
}

// ---- in words -----------------------------------------------------------------------------------------------------

type Words = Pick<Problem, 'message' | 'next'>;

function at(place: Place | undefined, words: Words): Problem[] {
  return place === undefined ? [] : [{ ...place, code: 'audit', ...words }];
}

type Undeclared = Extract<Finding, { readonly kind: 'undeclared' }>;

function placeOf(finding: Exclude<Finding, Undeclared>, { places }: Rulebook): Place | undefined {
  return finding.kind === 'idle-concept' ? places.concepts.get(finding.concept) : places.rules.get(finding.rule.id);
}

function wordsFor(finding: Exclude<Finding, Undeclared>): Words {
  switch (finding.kind) {
    case 'dead-rule':
      return {
        message: 'Regeln kan inte gälla i någon situation som är täckt.',
        next: 'Se efter om villkoren motsäger varandra, om något alltid bryter regeln, eller om avsändaren ska vara täckt i tackning.yml. Ta annars bort regeln.',
      };
    case 'idle-rule':
      return {
        message: 'Utfallet blir detsamma utan regeln, i alla situationer.',
        next: 'Se efter om den saknar något att bryta, eller om en annan regel redan säger detsamma. Ta annars bort regeln.',
      };
    case 'idle-exception':
      return {
        message: `Utfallet blir detsamma utan undantaget för ${finding.provision}, i alla situationer.`,
        next: `Ta bort ${finding.provision} under «utom», eller skriv regeln som gör att undantaget behövs.`,
      };
    case 'idle-concept':
      return {
        message: `Inget svar på frågan om «${finding.concept}» kan ändra något utfall.`,
        next: 'Använd begreppet i en regel, eller ta bort det.',
      };
  }
}

const MOST_SITUATIONS = 5;

function undeclaredWords(undeclared: readonly Undeclared[], rulebook: Rulebook): Words {
  const shown = undeclared.slice(0, MOST_SITUATIONS).map(({ where }) => `«${situationInWords(where, rulebook)}»`);
  const more = undeclared.length - shown.length;
  return {
    message: `Täckningen säger ingenting om ${shown.join(', ')}${more > 0 ? ` och ${more} slag av situationer till` : ''}.`,
    next: 'Skriv en rad för dem i tackning.yml: «täckt: ja» om reglerna är skrivna för dem, annars «täckt: nej» med en mening till den som frågar.',
  };
}

function untestedWords({ provision }: Deletion): Words {
  if (provision === undefined)
    return {
      message: 'Inget av fallen märker om regeln tas bort.',
      next: 'Skriv ett fall i fall/ där regeln avgör, med lagrummet under «avgörs av».',
    };
  return {
    message: `Inget av fallen märker om undantaget för ${provision} tas bort.`,
    next: `Skriv ett fall i fall/ där ${provision} hindrar, med regelns eget lagrum under «öppnar inte».`,
  };
}
