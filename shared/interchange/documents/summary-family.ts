import { counted } from '#shared/base/counted.ts';
import { heading, paragraph, plain, soft, strong, type Block, type Cell, type Words } from '#shared/interchange/documents/document.ts';
import type { DrawnFamily } from '#shared/interchange/documents/pedigree-figures.ts';
import { ageOf, firstLetterLarge, saidDate, saidTime } from '#shared/interchange/documents/said.ts';
import { featureWords } from '#shared/interchange/documents/summary-findings.ts';
import { nameOf, type SummarySource } from '#shared/interchange/documents/summary-source.ts';
import type { Family, IndividualCondition } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import { relationsToProband } from '#shared/pedigree/relation-words.ts';
import { familyStructure } from '#shared/pedigree/structure.ts';

/** The drawing where it finds room among the text, else where to find it; below it from whom and when it was taken. */
export function pedigreeSection({ file }: SummarySource, { figures }: DrawnFamily): readonly Block[] {
  if (file.family.individuals.length < 2) return [];
  const inline = figures.filter(({ place }) => place === 'inline');
  const told = historyWords(file.family);
  return [
    heading('Pedigree'),
    ...(inline.length > 0 ? inline : [paragraph(`The pedigree of ${counted(file.family.individuals.length, 'person', 'people')} stands at the end, on ${figures.length === 1 ? 'a page' : `${String(figures.length)} pages`} of its own.`)]),
    ...(told.length === 0 ? [] : [paragraph(told.join(' '))]),
  ];
}

/** Who of the family has what, in words: what the drawing says, for whom it is read aloud, and what it has no room for. */
export function familySection(source: SummarySource, { numberOf }: DrawnFamily): readonly Block[] {
  const { family } = source.file;
  const relations = relationsToProband(family, familyStructure(family), numberOf);
  const rows = relativesToTell(source).map((individual) => relativeRow(individual, source, [numberOf(individual.id), relations.get(individual.id) ?? '']));
  if (rows.length === 0) return [];
  return [heading('Family history'), { kind: 'table', caption: 'Relatives of whom something is known', columns: [{ label: 'Relative', share: 36 }, { label: 'Age', share: 14 }, { label: 'What is known', share: 50 }], rows }];
}

function historyWords({ header }: Family): readonly string[] {
  const taken = [header.historian === '' ? '' : `historian: ${header.historian}`, header.takenOn === null ? '' : `taken ${saidDate(header.takenOn)}`, header.updatedOn === null ? '' : `updated ${saidDate(header.updatedOn)}`].filter((part) => part !== '');
  const ancestry = [header.maternalAncestry === '' ? '' : `Ancestry of the mother’s side: ${header.maternalAncestry}.`, header.paternalAncestry === '' ? '' : `Ancestry of the father’s side: ${header.paternalAncestry}.`];
  const consanguinity = { 'not-asked': '', denied: 'Consanguinity was asked for and denied.', reported: 'The parents are reported to be related by blood.' }[header.consanguinityAsked];
  return [taken.length === 0 ? '' : `${firstLetterLarge(taken.join(', '))}.`, consanguinity, ...ancestry].filter((part) => part !== '');
}

/** Relatives with a condition, a finding of their own or a cause of death. */
function relativesToTell({ file }: SummarySource): readonly Individual[] {
  const told = new Set([...file.family.individualConditions.filter(isTold).map(({ individualId }) => individualId), ...file.features.filter(({ state }) => state === 'observed').map(({ personId }) => personId)]);
  return file.family.individuals.filter((individual) => !individual.isProband && (told.has(individual.id) || individual.causeOfDeath !== ''));
}

const isTold = ({ state }: IndividualCondition): boolean => state !== 'unaffected';

const stateWords: Readonly<Record<IndividualCondition['state'], string>> = { affected: 'affected', unaffected: 'unaffected', carrier: 'carrier', 'obligate-carrier': 'obligate carrier', presymptomatic: 'presymptomatic', uncertain: 'uncertain' };

function relativeRow(individual: Individual, source: SummarySource, [number, relation]: readonly [string, string]): readonly Cell[] {
  const age = ageOf(individual, source.today);
  return [
    [[strong(number), plain(nameOf(individual) === '' ? '' : ` ${nameOf(individual)}`), soft(relation === '' ? '' : `, ${relation}`)]],
    [individual.vitalStatus === 'deceased' ? `died${age === null ? '' : ` at ${age}`}` : (age ?? '')],
    knownOf(individual, source),
  ];
}

function knownOf(individual: Individual, source: SummarySource): readonly Words[] {
  const { family, features } = source.file;
  const nameOfCondition = new Map(family.conditions.map(({ id, name }) => [id, name]));
  const conditions = family.individualConditions.filter((row) => row.individualId === individual.id && isTold(row)).map((row): Words => {
    const onset = row.onset === null ? '' : ` at ${saidTime(row.onset)}`;
    return [plain(`${nameOfCondition.get(row.conditionId) ?? ''}: ${stateWords[row.state]}${onset}`), ...(row.evidence === '' ? [] : [soft(`, ${row.evidence}`)])];
  });
  const own = features.filter(({ personId, state }) => personId === individual.id && state === 'observed').map((feature) => featureWords(feature, source));
  return [...conditions, ...own, ...(individual.causeOfDeath === '' ? [] : [`Cause of death: ${individual.causeOfDeath}`])];
}
