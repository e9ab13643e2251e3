import { idSchema } from '#shared/base/schemas.ts';
import { writeGedcomAge, writeGedcomDate } from '#shared/pedigree/formats/gedcom/gedcom-dates.ts';
import { parentLinks, type GedcomFamilyRecord, type ParentLinks } from '#shared/pedigree/formats/gedcom/gedcom-links.ts';
import { conditionType, factTypes, stated, writeCondition, writeGestation, writePregnancy } from '#shared/pedigree/formats/gedcom/gedcom-words.ts';
import { writeParent, writeTwin } from '#shared/pedigree/formats/relation-words.ts';
import { genderOfSex } from '#shared/pedigree/formats/sex-and-gender.ts';
import type { NamedFamily } from '#shared/pedigree/formats/family-format.ts';
import { toldVitalStatus } from '#shared/pedigree/formats/told-vital-status.ts';
import type { WrittenFile } from '#shared/pedigree/formats/written-family.ts';
import type { Family, Partnership } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth, type Individual } from '#shared/pedigree/individual.ts';

export type GedcomVersion = '5.5.1' | '7.0';

/** A line with what stands below it. */
interface Line {
  readonly tag: string;
  readonly value?: string | undefined;
  /** True where the value is a pointer and not text. */
  readonly isPointer?: boolean | undefined;
  readonly below?: readonly Line[] | undefined;
}

/** The first of the families as GEDCOM in UTF-8. What has no tag is a FACT or an ASSO with words that any program shows. */
export function writeGedcom(families: readonly NamedFamily[], version: GedcomVersion): WrittenFile {
  const written = families.slice(0, 1).map(({ name, family }) => ({ name, family, fileIds: recordIdsOf(family), addedIds: new Set<string>() }));
  const records = written.flatMap(({ family, fileIds }) => recordsOf(family, fileIds, version));
  const head = version === '7.0' ? ['0 HEAD', '1 GEDC', '2 VERS 7.0', '1 SOUR Nostos'] : ['0 HEAD', '1 SOUR Nostos', '1 GEDC', '2 VERS 5.5.1', '2 FORM LINEAGE-LINKED', '1 CHAR UTF-8', '1 SUBM @SUBMITTER@', '0 @SUBMITTER@ SUBM', '1 NAME Nostos'];
  return { text: `${[...head, ...records, '0 TRLR'].join('\n')}\n`, written };
}

/** The ids of the family where they can be ids of records, else running numbers. */
function recordIdsOf(family: Family): ReadonlyMap<string, string> {
  const fits = ({ id }: Individual): boolean => /^[A-Z][A-Z0-9_]{0,17}$/.test(id) && !idSchema.safeParse(id).success && id !== 'VOID' && id !== 'SUBMITTER' && !/^F\d+$/.test(id);
  const used = new Set(family.individuals.filter(fits).map(({ id }) => id));
  let number = 0;
  return new Map(
    family.individuals.map((individual) => {
      if (fits(individual)) return [individual.id, individual.id];
      do number += 1;
      while (used.has(`I${String(number)}`));
      return [individual.id, `I${String(number)}`];
    }),
  );
}

function recordsOf(family: Family, fileIds: ReadonlyMap<string, string>, version: GedcomVersion): readonly string[] {
  const links = parentLinks(family);
  const idOf = (id: string): string => fileIds.get(id) ?? '';
  const individuals = family.individuals.flatMap((individual) => [`0 @${idOf(individual.id)}@ INDI`, ...written(individualLines(individual, family, links, idOf, version), 1, version)]);
  const families = links.families.flatMap((record) => [`0 @${record.id}@ FAM`, ...written(familyLines(record, family, idOf, version), 1, version)]);
  return [...individuals, ...families];
}

function individualLines(individual: Individual, family: Family, links: ParentLinks, idOf: (id: string) => string, version: GedcomVersion): readonly Line[] {
  const sex = presumedSexAssignedAtBirth(individual);
  const { givenName, familyName, reference, note } = individual;
  const names = [...(givenName === '' ? [] : [{ tag: 'GIVN', value: givenName }]), ...(familyName === '' ? [] : [{ tag: 'SURN', value: familyName }])];
  const code = sex === 'male' ? 'M' : sex === 'female' ? 'F' : sex === 'unassigned' && version === '7.0' ? 'X' : 'U';
  return [
    ...(names.length === 0 ? [] : [{ tag: 'NAME', value: `${givenName.replaceAll('/', ' ')}${familyName === '' ? '' : ` /${familyName.replaceAll('/', ' ')}/`}`.trim(), below: names }]),
    { tag: 'SEX', value: code },
    ...(sex === 'unassigned' && version !== '7.0' ? [fact(factTypes.sexAssignedAtBirth, sex)] : []),
    ...(individual.gender === genderOfSex(sex) ? [] : [fact(factTypes.gender, individual.gender)]),
    ...(individual.birthDate === null ? [] : [{ tag: 'BIRT', below: [{ tag: 'DATE', value: writeGedcomDate(individual.birthDate) }] }]),
    ...deathLines(individual, version),
    ...(individual.isAdopted ? [{ tag: 'ADOP', value: 'Y' }] : []),
    ...factLines(individual, version),
    ...conditionLines(individual.id, family, version),
    ...(reference === '' ? [] : [{ tag: 'REFN', value: reference }]),
    ...(note === '' ? [] : [{ tag: 'NOTE', value: note }]),
    ...(links.spouseOf.get(individual.id) ?? []).map((id): Line => ({ tag: 'FAMS', value: id, isPointer: true })),
    ...(links.childOf.get(individual.id) ?? []).map(({ familyId, how }): Line => ({ tag: 'FAMC', value: familyId, isPointer: true, below: how === 'birth' ? [] : [{ tag: 'PEDI', value: version === '7.0' ? how.toUpperCase() : how }] })),
    ...(links.wordsOf.get(individual.id) ?? []).map((edge) => association(idOf(edge.parentId), writeParent(edge), version)),
    ...twinLines(individual.id, family, idOf, version),
  ];
}

const fact = (type: string, value: string, below: readonly Line[] = []): Line => ({ tag: 'FACT', value: stated(value), below: [{ tag: 'TYPE', value: type }, ...below] });
const association = (id: string, words: string, version: GedcomVersion): Line => ({ tag: 'ASSO', value: id, isPointer: true, below: version === '7.0' ? [{ tag: 'ROLE', value: 'OTHER', below: [{ tag: 'PHRASE', value: words }] }] : [{ tag: 'RELA', value: words }] });

function deathLines(individual: Individual, version: GedcomVersion): readonly Line[] {
  const { deathDate, ageAtDeath, causeOfDeath } = individual;
  const vitalStatus = toldVitalStatus(individual);
  if (vitalStatus === 'unknown') return [];
  // A record without a death does not say that somebody lives.
  if (vitalStatus === 'alive') return [fact(factTypes.vitalStatus, 'alive')];
  const age = ageAtDeath === null ? null : writeGedcomAge(ageAtDeath, version === '7.0');
  const below = [...(deathDate === null ? [] : [{ tag: 'DATE', value: writeGedcomDate(deathDate) }]), ...(age === null ? [] : [{ tag: 'AGE', value: age }]), ...(causeOfDeath === '' ? [] : [{ tag: 'CAUS', value: causeOfDeath }])];
  return [{ tag: 'DEAT', value: below.length === 0 ? 'Y' : undefined, below }];
}

function factLines(individual: Individual, version: GedcomVersion): readonly Line[] {
  const { karyotype, ancestry, birthOrder, isEvaluated, evaluations, childlessness, isProband, isConsultand, ageAtLastEncounter, ageRecordedOn } = individual;
  const age = ageAtLastEncounter === null ? null : writeGedcomAge(ageAtLastEncounter, version === '7.0');
  return [
    ...lifeLines(individual),
    ...(isProband ? [fact(factTypes.proband, 'Y')] : []),
    ...(isConsultand ? [fact(factTypes.consultand, 'Y')] : []),
    ...(karyotype === '' ? [] : [fact(factTypes.karyotype, karyotype)]),
    ...(ancestry === '' ? [] : [fact(factTypes.ancestry, ancestry)]),
    ...(birthOrder === null ? [] : [fact(factTypes.birthOrder, String(birthOrder))]),
    ...(age === null && ageRecordedOn === null ? [] : [fact(factTypes.ageWhenLastSeen, age ?? '', ageRecordedOn === null ? [] : [{ tag: 'DATE', value: writeGedcomDate(ageRecordedOn) }])]),
    ...(isEvaluated ? [fact(factTypes.examined, 'Y')] : []),
    ...evaluations.map((text) => fact(factTypes.evaluation, text)),
    ...(childlessness === null ? [] : [fact(factTypes[childlessness.kind], childlessness.reason)]),
  ];
}

function lifeLines({ life }: Individual): readonly Line[] {
  switch (life.kind) {
    case 'person':
      return [];
    case 'group':
      return [fact(factTypes.group, life.count === null ? 'n' : String(life.count))];
    case 'pregnancy':
      return [fact(factTypes.pregnancy, writePregnancy(life))];
    case 'stillbirth':
      return [fact(factTypes.stillbirth, writeGestation(life.gestation))];
    case 'loss':
      return [fact(factTypes[life.outcome], writeGestation(life.gestation))];
  }
}

function conditionLines(id: string, family: Family, version: GedcomVersion): readonly Line[] {
  return family.conditions.flatMap((condition) =>
    family.individualConditions
      .filter((row) => row.individualId === id && row.conditionId === condition.id)
      .map(({ state, onset, evidence }): Line => {
        const age = onset?.kind === 'age' ? writeGedcomAge(onset.duration, version === '7.0') : null;
        const below = [...(onset?.kind === 'date' ? [{ tag: 'DATE', value: writeGedcomDate(onset.date) }] : []), ...(age === null ? [] : [{ tag: 'AGE', value: age }]), ...(evidence === '' ? [] : [{ tag: 'NOTE', value: evidence }])];
        return { tag: 'FACT', value: writeCondition(condition), below: [{ tag: 'TYPE', value: `${conditionType}${state}` }, ...below] };
      }),
  );
}

/** Each twin points to the first of the group, and the first to the second. */
function twinLines(id: string, family: Family, idOf: (id: string) => string, version: GedcomVersion): readonly Line[] {
  return family.twinGroups.flatMap(({ members, knownBy }) => {
    const own = members.find(({ individualId }) => individualId === id);
    const other = members[0]?.individualId === id ? members[1] : members[0];
    return own === undefined || other === undefined ? [] : [association(idOf(other.individualId), writeTwin(own.zygote, knownBy), version)];
  });
}

function familyLines({ partnerIds, childIds }: GedcomFamilyRecord, family: Family, idOf: (id: string) => string, version: GedcomVersion): readonly Line[] {
  const sexOf = new Map(family.individuals.map((individual) => [individual.id, presumedSexAssignedAtBirth(individual)]));
  const [first, second] = partnerIds;
  const isWifeFirst = second !== undefined ? sexOf.get(first) === 'female' && sexOf.get(second) !== 'female' : sexOf.get(first) === 'female';
  const tags = isWifeFirst ? ['WIFE', 'HUSB'] : ['HUSB', 'WIFE'];
  const partnership = family.partnerships.find((row) => partnerIds.length === 2 && row.partnerIds.every((id) => partnerIds.includes(id)));
  const partners = partnerIds.map((id, index): Line => ({ tag: tags[index] ?? 'HUSB', value: idOf(id), isPointer: true }));
  return [...(isWifeFirst ? partners.toReversed() : partners), ...childIds.map((id): Line => ({ tag: 'CHIL', value: idOf(id), isPointer: true })), ...(partnership === undefined ? [] : partnershipLines(partnership, version))];
}

function partnershipLines({ status, isConsanguineous, degree, childlessness }: Partnership, version: GedcomVersion): readonly Line[] {
  // Version 5 has no FACT in a family.
  const tag = version === '7.0' ? 'FACT' : 'EVEN';
  return [
    ...(status === 'ended' ? [{ tag: 'DIV', value: 'Y' }] : []),
    ...(isConsanguineous ? [{ ...fact(factTypes.consanguinity, degree), tag }] : []),
    ...(childlessness === null ? [] : [{ ...fact(factTypes[childlessness.kind], childlessness.reason), tag }]),
  ];
}

/** Version 5 allows 255 characters a line; the rest goes on below. */
const longestValue = 200;

function written(lines: readonly Line[], level: number, version: GedcomVersion): readonly string[] {
  return lines.flatMap(({ tag, value, isPointer, below = [] }) => {
    if (isPointer === true) return [`${String(level)} ${tag} @${value ?? ''}@`, ...written(below, level + 1, version)];
    const texts = (value ?? '').replace(/\r\n?/g, '\n').split('\n').map((text) => escaped(text, version));
    const [first = '', ...rest] = texts.flatMap((text, index) => pieces(text, index === 0 ? tag : 'CONT', version));
    return [`${String(level)} ${first}`, ...rest.map((line) => `${String(level + 1)} ${line}`), ...written(below, level + 1, version)];
  });
}

const escaped = (text: string, version: GedcomVersion): string => (version === '7.0' ? text.replace(/^@/, '@@') : text.replaceAll('@', '@@'));

function pieces(text: string, tag: string, version: GedcomVersion): readonly string[] {
  const cut = version === '7.0' || text.length <= longestValue ? [text] : (text.match(/[^]{1,199}(?:@@|[^])/gu) ?? [text]);
  const rest = cut.join('').length;
  const all = rest < text.length ? [...cut, text.slice(rest)] : cut;
  return all.map((piece, index) => `${index === 0 ? tag : 'CONC'}${piece === '' ? '' : ` ${piece}`}`);
}
