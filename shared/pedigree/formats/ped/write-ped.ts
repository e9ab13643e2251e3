import { fileIdsOf } from '#shared/pedigree/formats/file-ids.ts';
import { conditionPrefix } from '#shared/pedigree/formats/ped/ped-columns.ts';
import { geneticParents } from '#shared/pedigree/formats/genetic-parents.ts';
import type { WrittenFamily, WrittenFile } from '#shared/pedigree/formats/written-family.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth } from '#shared/pedigree/individual.ts';

const sexCodes = { male: '1', female: '2', unassigned: '0', unknown: '0' } as const;

/** Families as PED parted by tabs, with a line of titles that begins with `#`; conditions after the first are further columns. */
export function writePed(families: readonly { readonly name: string; readonly family: Family }[]): WrittenFile {
  const conditions = [...new Set(families.flatMap(({ family }) => family.conditions.map(({ name }) => titleOf(name))))];
  const titles = conditions.length === 0 ? ['phenotype'] : conditions.map((name) => `${conditionPrefix}${name}`);
  const names = distinct(families.map(({ name }) => (fieldOf(name) === '' ? '1' : fieldOf(name))));
  const written = families.map(({ family }, index): WrittenFamily => ({ name: names[index] ?? '1', family, fileIds: fileIdsOf(family, { forbidden: /[\s,"#]/g, longest: 80, taken: ['0', '-9', '.', 'NA', 'na', 'x', 'X', 'None', 'none', 'null', 'unknown'] }), addedIds: new Set() }));
  const lines = written.flatMap((one) => linesOf(one, conditions));
  return { text: `${[['#family_id', 'individual_id', 'father_id', 'mother_id', 'sex', ...titles].join('\t'), ...lines].join('\n')}\n`, written };
}

const fieldOf = (text: string): string => text.replace(/[\s"]+/g, '_').replace(/^#+/, '');

/** Families of one name are told apart. */
function distinct(names: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let number = 2; used.has(free); number += 1) free = `${name}_${String(number)}`;
    used.add(free);
    return free;
  });
}

/** A name of nothing but blanks would be no title. */
const titleOf = (name: string): string => name.replace(/[\t\n\r"]+/g, ' ').trim() || 'condition';

function linesOf({ name, family, fileIds }: WrittenFamily, conditions: readonly string[]): readonly string[] {
  const sexOf = new Map(family.individuals.map((individual) => [individual.id, presumedSexAssignedAtBirth(individual)]));
  const idByTitle = new Map(family.conditions.toReversed().map((condition) => [titleOf(condition.name), condition.id]));
  const stateOf = new Map(family.individualConditions.map((row) => [`${row.individualId}\n${row.conditionId}`, row.state]));
  const parentsOf = geneticParents(family);
  return family.individuals.map((individual) => {
    const parents = parentsOf.get(individual.id);
    const idOf = (parentId: string | undefined): string => (parentId === undefined ? '0' : (fileIds.get(parentId) ?? '0'));
    const codes = conditions.map((title) => codeOf(stateOf.get(`${individual.id}\n${idByTitle.get(title) ?? ''}`)));
    return [name, fileIds.get(individual.id), idOf(parents?.father), idOf(parents?.mother), sexCodes[sexOf.get(individual.id) ?? 'unknown'], ...(codes.length === 0 ? ['0'] : codes)].join('\t');
  });
}

const codeOf = (state: string | undefined): string => (state === 'affected' ? '2' : state === 'unaffected' ? '1' : '0');
