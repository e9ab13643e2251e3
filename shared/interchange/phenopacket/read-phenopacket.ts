import type { Problem } from '#shared/base/problem.ts';
import type { CandidateState } from '#shared/casefile/case-record.ts';
import type { FindingDetail, Genotype } from '#shared/casefile/finding.ts';
import type { OdysseyEventDetail } from '#shared/casefile/odyssey-event.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { IndividualDetail } from '#shared/pedigree/individual.ts';
import type { FeatureDetail, TimeElement } from '#shared/phenotype/feature.ts';
import type { VariantClass } from '#shared/variant/acmg/classify.ts';

/** A patient as a GA4GH Phenopacket describes one, in the words of Nostos. */
export interface ReadPhenopacket {
  /** The packet's own id, as given. */
  readonly id: string;
  /** The id, cut and cleaned to what a case reference can hold. */
  readonly reference: string;
  readonly version: 1 | 2;
  /** 1-based line of the file where the packet begins. */
  readonly line: number;
  /** JSON pointer of the packet in its document: empty for a packet by itself. */
  readonly pointer: string;
  readonly subjectId: string;
  readonly alternateIds: readonly string[];
  readonly proband: IndividualDetail;
  readonly features: readonly ReadFeature[];
  readonly diseases: readonly ReadDisease[];
  readonly genes: readonly ReadGene[];
  readonly variants: readonly ReadVariant[];
  readonly treatments: readonly ReadTreatment[];
  readonly measurements: readonly ReadMeasurement[];
  /** Conditions that Nostos wrote without a code. */
  readonly conditions: readonly ReadCondition[];
  /** Of a Family message, as far as its pedigree can be read; null of a packet by itself. */
  readonly family: ReadFamily | null;
  /** What no record of a case has a place for, with how often the packet says it. */
  readonly unkept: readonly UnkeptPart[];
  /** Publications, a line each: id and title. */
  readonly references: readonly string[];
  /** The packet's JSON as it stands in the file; of a family all of it. */
  readonly raw: string;
}

export interface ReadFeature {
  /** The id to record: the live one where a vocabulary was given and the packet's id is obsolete or merged. */
  readonly termId: string;
  readonly label: string;
  readonly detail: FeatureDetail;
  /** The id in the packet. */
  readonly givenId: string;
  readonly pointer: string;
}

export interface ReadDisease {
  readonly id: string;
  readonly label: string;
  readonly state: CandidateState;
  readonly onset: TimeElement | null;
}

/** A variant, what the patient has of it, and the class that the packet gives it. */
export interface ReadVariant {
  readonly detail: FindingDetail;
  readonly genotype: Genotype;
  readonly classification: VariantClass | null;
}

export type ReadTreatment = Pick<OdysseyEventDetail, 'title' | 'when' | 'until' | 'isOngoing' | 'diseaseId' | 'note'>;
export type ReadMeasurement = Pick<OdysseyEventDetail, 'title' | 'when' | 'note'>;

export interface ReadCondition {
  readonly name: string;
  readonly isAffected: boolean;
  readonly onset: TimeElement | null;
}

/** The patient's family, under the ids of the file; the patient is its proband. */
export interface ReadFamily {
  readonly family: Family;
  readonly relatives: readonly ReadRelative[];
}

/** What the packet of a relative says besides what stands in the pedigree. */
export interface ReadRelative {
  readonly individualId: string;
  readonly features: readonly ReadFeature[];
  readonly variants: readonly ReadVariant[];
}

export interface UnkeptPart {
  readonly what: string;
  readonly count: number;
}

export interface ReadGene {
  readonly symbol: string;
  /** Such as HGNC:9884; empty when not given. */
  readonly id: string;
}

/** What came of reading a file or a part of one. */
export interface PhenopacketReading {
  /** In the order of the file. */
  readonly packets: readonly ReadPhenopacket[];
  readonly problems: readonly Problem[];
  /** Packets that could not be read. */
  readonly refusedCount: number;
}

/** What the reader must know of the ontology to check and to migrate terms. */
export interface TermVocabulary {
  /** The live term of an id, of a merged id or of an obsolete id with a replacement. */
  readonly resolve: (id: string) => ResolvedTerm | null;
  /** Ids above a live term, with or without itself. */
  readonly ancestors: (id: string) => Iterable<string>;
  /** True for the label, a synonym or a former label of a live term. Absent: only the label is compared. */
  readonly isNameOf?: ((id: string, text: string) => boolean) | undefined;
}
export interface ResolvedTerm {
  readonly id: string;
  readonly label: string;
  readonly isPhenotype: boolean;
  /** Taken out of use without a replacement. */
  readonly isObsolete: boolean;
}
