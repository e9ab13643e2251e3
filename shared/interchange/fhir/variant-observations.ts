import { findingName, type Finding, type PersonGenotype } from '#shared/casefile/finding.ts';
import type { CaseSource } from '#shared/interchange/case-source.ts';
import { absent, allelicStateCodes, assemblies, loinc, patientReference, present, significanceCodes } from '#shared/interchange/fhir/fhir-codes.ts';
import type { FhirNode } from '#shared/pedigree/formats/fhir/fhir-node.ts';
import { concept } from '#shared/pedigree/formats/fhir/fhir-words.ts';

const variantProfile = 'http://hl7.org/fhir/uv/genomics-reporting/StructureDefinition/variant';
const implicationProfile = 'http://hl7.org/fhir/uv/genomics-reporting/StructureDefinition/diagnostic-implication';
const implicationCode = concept('http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs', 'diagnostic-implication', 'Diagnostic Implication');
const laboratory = [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory', display: 'Laboratory' }] }];

/** Each variant in each person tested, after the profile Variant of Genomics Reporting; and what the class of the patient's variant implies, after Diagnostic Implication. */
export function variantObservations(source: CaseSource, probandId: string, focusOf: (personId: string) => FhirNode): readonly FhirNode[] {
  return source.file.findings.flatMap((finding, index) => {
    const id = `variant-${String(index + 1)}`;
    const observed = finding.genotypes.map((genotype, at) => variantObservation(finding, genotype, { id: `${id}-${String(at + 1)}`, focus: focusOf(genotype.personId), hgncIdOf: source.hgncIdOf }));
    const own = finding.genotypes.findIndex(({ personId }) => personId === probandId);
    return own < 0 ? observed : [...observed, ...implication(finding, id, `${id}-${String(own + 1)}`)];
  });
}

function variantObservation(finding: Finding, genotype: PersonGenotype, { id, focus, hgncIdOf }: { readonly id: string; readonly focus: FhirNode; readonly hgncIdOf: CaseSource['hgncIdOf'] }): FhirNode {
  const { report } = finding;
  return {
    resourceType: 'Observation',
    id,
    meta: { profile: [variantProfile] },
    status: 'final',
    category: laboratory,
    code: loinc('69548-6', 'Genetic variant assessment'),
    subject: patientReference,
    ...focus,
    ...(report.date === null ? {} : { effectiveDateTime: report.date }),
    ...(report.laboratory === '' ? {} : { performer: [{ display: report.laboratory }] }),
    valueCodeableConcept: genotype.state === 'absent' ? absent : present,
    ...(finding.note === '' ? {} : { note: [{ text: finding.note }] }),
    ...(report.test === '' ? {} : { method: { text: report.test } }),
    component: variantComponents(finding, genotype, hgncIdOf),
  };
}

function variantComponents(finding: Finding, { state, alleleShare }: PersonGenotype, hgncIdOf: CaseSource['hgncIdOf']): readonly FhirNode[] {
  const { gene, transcript, hgvsCoding, hgvsGenomic, hgvsProtein, location, wording, inheritance } = finding;
  const hgvs = (code: string, display: string, value: string): readonly FhirNode[] => (value === '' ? [] : [{ code: loinc(code, display), valueCodeableConcept: { coding: [{ system: 'http://varnomen.hgvs.org', code: value }] } }]);
  const hgncId = gene === null ? null : (gene.hgncId ?? hgncIdOf(gene.symbol));
  const allelicState = allelicStateCodes[state];
  return [
    ...(gene === null ? [] : [{ code: loinc('48018-6', 'Gene studied [ID]'), valueCodeableConcept: hgncId === null ? { text: gene.symbol } : concept('http://www.genenames.org/geneId', hgncId, gene.symbol) }]),
    ...(transcript === '' ? [] : [{ code: loinc('51958-7', 'Transcript reference sequence [ID]'), valueCodeableConcept: concept('http://www.ncbi.nlm.nih.gov/refseq', transcript, transcript) }]),
    ...hgvs('48004-6', 'DNA change (c.HGVS)', hgvsCoding),
    ...hgvs('48005-3', 'Amino acid change (pHGVS)', hgvsProtein),
    ...hgvs('81290-9', 'Genomic DNA change (gHGVS)', hgvsGenomic),
    ...(location === null
      ? []
      : [
          { code: loinc('62374-4', 'Human reference sequence assembly version'), valueCodeableConcept: assemblies[location.build] },
          { code: loinc('48000-4', 'Chromosome [Identifier] in Blood or Tissue by Molecular genetics method'), valueCodeableConcept: { text: location.chromosome } },
          { code: loinc('81254-5', 'Genomic allele start-end'), valueRange: { low: { value: location.position }, ...(location.end === null ? {} : { high: { value: location.end } }) } },
          { code: loinc('69547-8', 'Genomic ref allele [ID]'), valueString: location.reference },
          { code: loinc('69551-0', 'Genomic alt allele [ID]'), valueString: location.alternate },
        ]),
    { code: loinc('48002-0', 'Genomic source class [Type]'), valueCodeableConcept: loinc('LA6683-2', 'Germline') },
    ...(state === 'absent' || state === 'unknown' ? [] : [{ code: loinc('53034-5', 'Allelic state'), valueCodeableConcept: allelicState ?? { text: state } }]),
    ...(alleleShare === null ? [] : [{ code: loinc('81258-6', 'Sample variant allelic frequency [NFr]'), valueQuantity: { value: alleleShare, system: 'http://unitsofmeasure.org', code: '1' } }]),
    ...(inheritance === 'unknown' ? [] : [{ code: { text: 'Inheritance' }, valueCodeableConcept: { text: inheritance } }]),
    ...(wording === '' ? [] : [{ code: { text: 'Variant in words' }, valueString: wording }]),
  ];
}

function implication(finding: Finding, id: string, variantId: string): readonly FhirNode[] {
  const last = finding.classifications.at(-1);
  if (last === undefined) return [];
  const criteria = last.criteria.map(({ code, strength }) => `${code} (${strength})`).join(', ');
  return [
    {
      resourceType: 'Observation',
      id: `${id}-implication`,
      meta: { profile: [implicationProfile] },
      status: 'final',
      category: laboratory,
      code: implicationCode,
      subject: patientReference,
      derivedFrom: [{ reference: `Observation/${variantId}`, ...(findingName(finding) === '' ? {} : { display: findingName(finding) }) }],
      component: [
        { code: loinc('53037-8', 'Genetic variation clinical significance [Imp]'), valueCodeableConcept: significanceCodes[last.classification] },
        ...(criteria === '' ? [] : [{ code: { text: 'ACMG/AMP criteria' }, valueString: criteria }]),
      ],
    },
  ];
}
