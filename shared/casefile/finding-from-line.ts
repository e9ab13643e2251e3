import { assertNever } from '#shared/base/assert-never.ts';
import type { FindingDetail, Genotype } from '#shared/casefile/finding.ts';
import type { VariantClass } from '#shared/variant/acmg/classify.ts';
import type { HgvsExpression, ProteinEdit } from '#shared/variant/hgvs/expression.ts';
import type { ReportLine } from '#shared/variant/hgvs/parse-report-line.ts';
import { printHgvs } from '#shared/variant/hgvs/print-hgvs.ts';
import type { Consequence } from '#shared/variant/variant.ts';

/** What a line of a report makes of a finding: the fields that it says, and nothing about those that it does not. */
export interface FindingInLine {
  readonly detail: Partial<FindingDetail>;
  /** Of the person tested. */
  readonly genotype: Genotype;
  readonly reported: VariantClass | null;
  /** Whether the line says which variant or gene it is about. */
  readonly isEnough: boolean;
}

export function findingFromLine(line: ReportLine): FindingInLine {
  const text = (expression: HgvsExpression | null): string => (expression === null ? '' : printHgvs(expression));
  const consequence = consequenceOf(line);
  const detail: Partial<FindingDetail> = {
    ...(line.gene === null ? {} : { gene: { symbol: line.gene, hgncId: null } }),
    ...(line.transcript === null ? {} : { transcript: line.transcript }),
    ...(line.coding === null ? {} : { hgvsCoding: text(line.coding) }),
    ...(line.protein === null ? {} : { hgvsProtein: text(line.protein) }),
    ...(line.genomic === null ? {} : { hgvsGenomic: text(line.genomic) }),
    ...(line.rna === null ? {} : { hgvsRna: text(line.rna) }),
    ...(line.inheritance === null ? {} : { inheritance: line.inheritance }),
    ...(consequence === null ? {} : { consequence }),
  };
  return {
    detail,
    genotype: { state: line.zygosity ?? 'unknown', alleleShare: line.alleleShare, tissue: '' },
    reported: line.classification,
    isEnough: [line.gene, line.coding, line.protein, line.genomic].some((said) => said !== null),
  };
}

/** What follows from the description alone; null where it takes a transcript to know. */
function consequenceOf({ coding, protein }: ReportLine): Consequence | null {
  const change = protein?.kind === 'protein' && protein.alleles.kind === 'one' ? protein.alleles.change : null;
  if (change?.kind === 'edit') return consequenceOfEdit(change.edit, change.place.from);
  return coding === null ? null : spliceSiteOf(coding);
}

function consequenceOfEdit(edit: ProteinEdit, { aminoAcid, position }: { readonly aminoAcid: string; readonly position: number }): Consequence | null {
  switch (edit.kind) {
    case 'substitution':
      if (edit.alternate === 'Ter') return 'stop-gained';
      if (aminoAcid === 'Ter') return 'stop-lost';
      return position === 1 && aminoAcid === 'Met' ? 'start-lost' : 'missense';
    case 'unchanged':
      return 'synonymous';
    case 'frameshift':
      return 'frameshift';
    case 'deletion':
      return 'inframe-deletion';
    case 'insertion':
    case 'duplication':
      return 'inframe-insertion';
    case 'deletion-insertion':
    case 'repeat':
      return 'protein-altering';
    case 'extension-before-start':
      return 'start-lost';
    case 'extension-after-stop':
      return 'stop-lost';
    case 'unknown':
      return null;
    default:
      return assertNever(edit);
  }
}

/** The two bases on either side of an exon. */
function spliceSiteOf(coding: HgvsExpression): Consequence | null {
  if (coding.kind !== 'nucleotide' || coding.alleles.kind !== 'one' || coding.alleles.change.kind !== 'edit') return null;
  const { from } = coding.alleles.change.place;
  const offset = from.kind === 'base' ? from.offset : null;
  if (offset === null || offset.distance === null) return null;
  if (offset.distance > 2) return 'intron';
  return offset.direction === 'downstream' ? 'splice-donor' : 'splice-acceptor';
}
