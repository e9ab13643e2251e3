import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { cutText } from '#shared/base/cut-text.ts';
import { cancerColumns, earliestYear, latestYear, oldest, geneTestCodes, genes, markerCode, markers, titleLine } from '#shared/pedigree/formats/canrisk/canrisk-columns.ts';
import type { NamedFamily } from '#shared/pedigree/formats/family-format.ts';
import { fileIdsOf } from '#shared/pedigree/formats/file-ids.ts';
import { geneticParents, type GeneticParents } from '#shared/pedigree/formats/genetic-parents.ts';
import type { WrittenFile } from '#shared/pedigree/formats/written-family.ts';
import type { Family, IndividualCondition } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth, type Individual } from '#shared/pedigree/individual.ts';
import { parseDuration } from '#shared/phenotype/duration.ts';

/** Limits of the format for an individual's id, a name and the name of a family. */
const longestId = 7;
const longestName = 8;
const longestFamilyName = 13;

/**
 * The first of the families as CanRisk 4. Everybody there is a person, male or female: pregnancies, losses and
 * groups are left out, and others unless children show which parent they are. A child
 * has both parents or none, so that missing ones are added.
 */
export function writeCanrisk(families: readonly NamedFamily[]): Result<WrittenFile, Failure> {
  const [named] = families;
  if (named === undefined) return refusal(failure('rule-broken', 'There is no family to write.'));
  const { family } = named;
  const parentsOf = geneticParents(family);
  const sexOf = sexesOf(family, parentsOf);
  const people = family.individuals.filter(({ id, life }) => sexOf.has(id) && life.kind === 'person');
  const target = people.find(({ isProband }) => isProband) ?? people.find(({ isConsultand }) => isConsultand) ?? people[0];
  if (target === undefined) return refusal(failure('rule-broken', 'CanRisk needs the sex of everybody; say it of the proband first.'));
  const ids = fileIdsOf({ ...family, individuals: people }, { forbidden: /[^A-Za-z0-9]/g, longest: longestId, taken: ['0'] });
  const name = cutText(named.name.replace(/[^A-Za-z0-9_-]/g, '_'), longestFamilyName) || '1';
  const added = new Map<string, AddedParent>();
  const lines = people.map((individual) => personLine(individual, { family, ids, sexOf, parentsOf, name, isTarget: individual === target, added }));
  const addedLines = [...added.values()].map(({ sex, id }) => [name, 'NA', '0', id, '0', '0', sex, '0', '0', '0', '0', ...cancerColumns.map(() => '0'), '0', ...genes.map(() => '0:0'), markers.map(() => '0').join(':')].join('\t'));
  return success({ text: `${['##CanRisk 4', titleLine, ...addedLines, ...lines].join('\n')}\n`, written: [{ name, family, fileIds: ids, addedIds: new Set([...added.values()].map(({ id }) => id)) }] });
}

/** Male or female, as assigned at birth or as the children show. */
function sexesOf(family: Family, parentsOf: ReadonlyMap<string, GeneticParents>): ReadonlyMap<string, 'M' | 'F'> {
  const fathers = new Set([...parentsOf.values()].flatMap(({ father }) => father ?? []));
  const mothers = new Set([...parentsOf.values()].flatMap(({ mother }) => mother ?? []));
  return new Map(
    family.individuals.flatMap((individual): readonly (readonly [string, 'M' | 'F'])[] => {
      const sex = presumedSexAssignedAtBirth(individual);
      if (sex === 'male' || (sex !== 'female' && fathers.has(individual.id))) return [[individual.id, 'M']];
      return sex === 'female' || mothers.has(individual.id) ? [[individual.id, 'F']] : [];
    }),
  );
}

interface AddedParent {
  readonly sex: 'M' | 'F';
  readonly id: string;
}

interface Writing {
  readonly family: Family;
  readonly ids: ReadonlyMap<string, string>;
  readonly sexOf: ReadonlyMap<string, 'M' | 'F'>;
  readonly parentsOf: ReadonlyMap<string, GeneticParents>;
  readonly name: string;
  readonly isTarget: boolean;
  /** Parents that had to be added, under the file id of their partner. */
  readonly added: Map<string, AddedParent>;
}

function personLine(individual: Individual, writing: Writing): string {
  const { family, ids, sexOf, name, isTarget } = writing;
  const isDead = individual.vitalStatus === 'deceased';
  const age = yearsOf(isDead ? individual.ageAtDeath : individual.ageAtLastEncounter);
  const given = cutText(individual.givenName.replace(/\s+/g, '_'), longestName);
  const people = [name, given === '' ? 'NA' : given, isTarget ? '1' : '0', ids.get(individual.id), ...parentIds(individual.id, writing), sexOf.get(individual.id), twinCode(individual.id, writing), isDead ? '1' : '0', age, yearOf(individual.birthDate)];
  const cancers = cancerColumns.map(({ pattern }) => cancerCode(individual.id, family, pattern));
  return [...people, ...cancers, /ashkenazi/i.test(individual.ancestry) ? '1' : '0', ...genes.map((gene) => geneTestCodes(gene, individual.evaluations)), markers.map((marker) => markerCode(marker, individual.evaluations)).join(':')].join('\t');
}

function yearsOf(duration: string | null): string {
  const years = Math.floor((duration === null ? null : parseDuration(duration))?.years ?? 0);
  return years <= oldest ? String(years) : '0';
}

function yearOf(date: string | null): string {
  const year = date === null ? 0 : Number(date.slice(0, 4));
  return year >= earliestYear && year <= latestYear ? String(year) : '0';
}

function parentIds(id: string, { parentsOf, ids, sexOf, added }: Writing): readonly [string, string] {
  const parents = parentsOf.get(id);
  const known = (parent: string | undefined, sex: 'M' | 'F'): string | undefined => (parent !== undefined && sexOf.get(parent) === sex ? ids.get(parent) : undefined);
  const [father, mother] = [known(parents?.father, 'M'), known(parents?.mother, 'F')];
  if (father === undefined && mother === undefined) return ['0', '0'];
  return [father ?? unknownPartner('M', mother ?? '', ids, added), mother ?? unknownPartner('F', father ?? '', ids, added)];
}

/** The id of the partner of whom nothing is known: one for each parent, so that siblings stay siblings. */
function unknownPartner(sex: 'M' | 'F', partnerId: string, ids: ReadonlyMap<string, string>, added: Map<string, AddedParent>): string {
  const known = added.get(partnerId);
  if (known !== undefined) return known.id;
  const taken = new Set([...ids.values(), ...[...added.values()].map(({ id }) => id)]);
  let id = cutText(`u${partnerId}`, longestId);
  for (let number = 1; taken.has(id); number += 1) id = `u${String(number)}`;
  added.set(partnerId, { sex, id });
  return id;
}

/** The same character for the members of a set of monozygotic twins of whom at least two are written; the format has ten. */
function twinCode(id: string, { family, ids }: Writing): string {
  const sets = family.twinGroups.flatMap((group) => {
    const members = group.members.filter(({ individualId }) => ids.has(individualId));
    const zygotes = [...new Set(members.flatMap(({ zygote }) => zygote ?? []))];
    return zygotes.map((zygote) => members.filter((member) => member.zygote === zygote).map(({ individualId }) => individualId)).filter(({ length }) => length > 1);
  });
  const at = sets.findIndex((set) => set.includes(id));
  return at < 0 || at > 8 ? '0' : String(at + 1);
}

function cancerCode(id: string, family: Family, pattern: RegExp): string {
  const conditions = new Set(family.conditions.filter(({ name }) => pattern.test(name)).map((condition) => condition.id));
  const row: IndividualCondition | undefined = family.individualConditions.find(({ individualId, conditionId, state }) => individualId === id && conditions.has(conditionId) && state === 'affected');
  if (row === undefined) return '0';
  const years = row.onset?.kind === 'age' ? (parseDuration(row.onset.duration)?.years ?? 0) : 0;
  return years >= 1 && years <= oldest ? String(Math.floor(years)) : 'AU';
}
