/** What a column of a PED file holds. */
export type PedColumn =
  | { readonly kind: 'family' | 'id' | 'father' | 'mother' | 'sex' | 'phenotype' | 'dead' | 'ancestry' | 'row-name' | 'not-read'; readonly title: string }
  /** The state of everybody in a condition that the title names. */
  | { readonly kind: 'condition'; readonly title: string };

/** Written before the name of a condition in a title, so that any name can be told from other columns. */
export const conditionPrefix = 'affected:';

/** Titles in use, in lower case and without separators, by PLINK, LINKAGE, GEMINI, peddy, R's kinship2 and animal breeders. */
const titles: readonly (readonly [PedColumn['kind'], readonly string[]])[] = [
  ['family', ['ped', 'famid', 'family', 'familyid', 'pedigree', 'pedid', 'kindred']],
  ['id', ['id', 'iid', 'ind', 'indid', 'individ', 'individual', 'individualid', 'sample', 'sampleid', 'person', 'personid', 'subject', 'subjectid', 'name']],
  ['father', ['father', 'fatherid', 'fathid', 'dadid', 'dad', 'pat', 'patid', 'paternalid', 'fa', 'sire', 'pid']],
  ['mother', ['mother', 'motherid', 'mothid', 'momid', 'mom', 'mumid', 'mat', 'matid', 'maternalid', 'mo', 'dam', 'mid']],
  ['sex', ['sex', 'gender']],
  ['phenotype', ['aff', 'affected', 'affectedstatus', 'affection', 'affectionstatus', 'phenotype', 'pheno', 'disease', 'trait', 'diseasestatus']],
  ['dead', ['dead', 'deceased', 'isdead', 'vital', 'vitalstatus']],
  ['ancestry', ['ancestry', 'ethnicity', 'population']],
  ['not-read', ['avail', 'available', 'genotyped', 'exclude', 'batch', 'proband', 'mztwin', 'twin', 'age', 'yob', 'generation']],
];

const kindOfTitle = new Map(titles.flatMap(([kind, names]) => names.map((name) => [name, kind] as const)));
const plain = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * The columns that a line of titles names; null where it is a line of data. `fid` is the family in PLINK and the father in R: the father where no
 * other column is.
 */
export function columnsOfTitles(fields: readonly string[]): readonly PedColumn[] | null {
  const first = (fields[0] ?? '').replace(/^#+\s*/, '');
  const all = first === '' && fields.length > 1 && fields[0] !== '' ? fields.slice(1) : [first, ...fields.slice(1)];
  const names = all.map(plain);
  const hasFather = names.some((name) => kindOfTitle.get(name) === 'father');
  const kinds = names.map((name): PedColumn['kind'] | undefined => (name === 'fid' ? (hasFather ? 'family' : 'father') : kindOfTitle.get(name)));
  if (!kinds.includes('id') || !(kinds.includes('father') || kinds.includes('mother'))) return null;
  const hasPhenotype = kinds.includes('phenotype');
  const used = new Set<string>();
  return all.map((title, index): PedColumn => {
    if (title.startsWith(conditionPrefix)) return { kind: 'condition', title: title.slice(conditionPrefix.length).trim() };
    const name = names[index] ?? '';
    // R's `status` says who has died where another column says who is affected.
    const kind = name === 'status' ? (hasPhenotype ? 'dead' : 'phenotype') : kinds[index];
    if (kind === undefined || (used.has(kind) && kind !== 'phenotype')) return { kind: kind === undefined && mayNameCondition(title) ? 'condition' : 'not-read', title };
    if (kind === 'phenotype' && used.has(kind)) return { kind: 'condition', title };
    used.add(kind);
    return { kind, title };
  });
}

/** The columns of a file without titles: six of meaning, the rest genotypes or covariates. */
export function standardColumns(count: number): readonly PedColumn[] {
  const kinds = ['family', 'id', 'father', 'mother', 'sex', 'phenotype'] as const;
  return Array.from({ length: count }, (_, index): PedColumn => ({ kind: kinds[index] ?? 'not-read', title: kinds[index] ?? '' }));
}

/** A title that is no marker of a genotype file such as `rs123`, `rs123_A` or `1:12345:A:G`. */
const mayNameCondition = (title: string): boolean => title.trim() !== '' && !/^(rs\d+|\d+[:_]\d+|chr)/i.test(title) && !/_[ACGT0]$|_HET$/i.test(title);
