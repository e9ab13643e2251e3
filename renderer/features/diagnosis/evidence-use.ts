/** Whether the sequencing findings and the family's modes of inheritance take part: in the list, and in all that follows from it. */
export interface EvidenceUse {
  readonly isWithGenes: boolean;
  readonly isWithFamily: boolean;
}
