import { escapedHtml } from '#shared/interchange/documents/document-html.ts';
import { concept } from '#shared/pedigree/formats/fhir/fhir-words.ts';
import type { FhirNode } from '#shared/pedigree/formats/fhir/fhir-node.ts';
import type { GenotypeState } from '#shared/casefile/finding.ts';
import type { VariantClass } from '#shared/variant/acmg/classify.ts';
import type { GenomeBuild } from '#shared/variant/variant.ts';

/** Codes of LOINC 2.78 that HL7's Genomics Reporting guide (http://hl7.org/fhir/uv/genomics-reporting, 3.0.0) and the answer lists behind them use. */
const loincSystem = 'http://loinc.org';
export const loinc = (code: string, display: string): FhirNode => concept(loincSystem, code, display);

export const present = loinc('LA9633-4', 'Present');
export const absent = loinc('LA9634-2', 'Absent');

export const assemblies: Readonly<Record<GenomeBuild, FhirNode>> = { GRCh37: loinc('LA14029-5', 'GRCh37'), GRCh38: loinc('LA26806-2', 'GRCh38') };

/** LOINC answer list LL381-5; it has no word for mosaicism. */
export const allelicStateCodes: Readonly<Partial<Record<GenotypeState, FhirNode>>> = {
  heteroplasmic: loinc('LA6703-8', 'Heteroplasmic'),
  homoplasmic: loinc('LA6704-6', 'Homoplasmic'),
  homozygous: loinc('LA6705-3', 'Homozygous'),
  heterozygous: loinc('LA6706-1', 'Heterozygous'),
  hemizygous: loinc('LA6707-9', 'Hemizygous'),
};

/** LOINC answer list LL4034-6. */
export const significanceCodes: Readonly<Record<VariantClass, FhirNode>> = {
  pathogenic: loinc('LA6668-3', 'Pathogenic'),
  'likely-pathogenic': loinc('LA26332-9', 'Likely pathogenic'),
  'uncertain-significance': loinc('LA26333-7', 'Uncertain significance'),
  'likely-benign': loinc('LA26334-5', 'Likely benign'),
  benign: loinc('LA6675-8', 'Benign'),
};

export const patientReference = { reference: 'Patient/patient' } as const;

export const clinicalStatus = (code: string, display: string): FhirNode => concept('http://terminology.hl7.org/CodeSystem/condition-clinical', code, display);
export const verificationStatus = (code: string, display: string): FhirNode => concept('http://terminology.hl7.org/CodeSystem/condition-ver-status', code, display);

export const ifKnown = (name: string, value: string | null): FhirNode => (value === null ? {} : { [name]: value });

/** Where the resources of the bundle, and codes that no public vocabulary has, are said to be: a place that can never exist (RFC 2606), so that nobody goes and asks there. */
export const base = 'https://nostos.invalid/fhir/';

/** Words beside what has a place of its own; FHIR knows no empty ones. */
export function notes(...words: readonly string[]): FhirNode {
  const said = words.filter((text) => text.trim() !== '');
  return said.length === 0 ? {} : { note: said.map((text) => ({ text })) };
}

/** Words that stand in a resource for a reader, where it has no field for them. */
export const narrative = (text: string): FhirNode => ({ status: 'additional', div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${escapedHtml(text)}</p></div>` });
