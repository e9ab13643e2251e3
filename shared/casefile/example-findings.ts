import type { FindingDetail, GenotypeState } from '#shared/casefile/finding.ts';
import type { ClassificationEntry } from '#shared/variant/variant.ts';

/** A sequencing finding of an example family, as its laboratory reported it. Nobody is real. */
export interface ExampleFinding {
  /** Of the case. */
  readonly reference: string;
  /** The line of the report; what it says of copies and class is of the proband. */
  readonly line: string;
  readonly detail: Partial<FindingDetail>;
  /** What the others who were tested have, by given name. */
  readonly relatives: Readonly<Record<string, GenotypeState>>;
  /** Met criteria of a classification by the clinic, after the laboratory's; null: it made none. */
  readonly classified: { readonly criteria: ClassificationEntry['criteria']; readonly why: string } | null;
}

const report = (laboratory: string, date: string, test: string, limits: string): FindingDetail['report'] => ({ laboratory, accession: '', date, test, limits });

export const exampleFindings: readonly ExampleFinding[] = [
  {
    reference: 'DEMO-003',
    line: 'NF1 NM_001042492.3:c.5839C>T p.(Arg1947*) heterozygous, de novo, likely pathogenic',
    detail: { isParentageConfirmed: true, exon: '39', frequencies: [{ frequency: 0, homozygotes: 0, source: 'gnomAD v4.1' }], report: report('Example laboratory', '2023-04-18', 'NF1 and SPRED1, trio', 'Deep intronic variants; mosaicism below 10 %.') },
    relatives: { Nils: 'absent', Kari: 'absent' },
    classified: {
      criteria: [
        { code: 'PVS1', strength: 'very-strong', evidence: 'Nonsense, expected to undergo nonsense-mediated decay; loss of function of NF1 is an established mechanism.', reasonForStrength: '' },
        { code: 'PS2', strength: 'strong', evidence: 'Absent in both parents, parentage confirmed by the trio.', reasonForStrength: '' },
        { code: 'PM2', strength: 'supporting', evidence: 'Absent from gnomAD v4.1.', reasonForStrength: '' },
      ],
      why: 'Trio result of April 2023.',
    },
  },
  {
    reference: 'DEMO-004',
    line: 'DMD NM_004006.3:c.(6438+1_6439-1)_(7309+1_7310-1)del hemizygous, likely pathogenic',
    detail: { wording: 'Deletion of exons 45 to 50, out of frame', exon: '45 to 50', report: report('Example laboratory', '2024-10-29', 'DMD by multiplex probe amplification', 'Does not see small variants; breakpoints not sequenced.') },
    relatives: {},
    classified: null,
  },
  {
    reference: 'DEMO-008',
    line: 'POLG NM_002693.3:c.1550G>T p.(Gly517Val) heterozygous, uncertain significance',
    detail: { nextReviewOn: '2022-06', frequencies: [{ frequency: 0.0012, homozygotes: 1, source: 'gnomAD v2.1' }], report: report('Example laboratory', '2021-06', 'Exome of the proband alone', 'No parents; mitochondrial genome not covered.') },
    relatives: { Ayşe: 'heterozygous' },
    classified: null,
  },
];
