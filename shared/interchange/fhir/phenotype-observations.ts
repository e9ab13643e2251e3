import type { CaseSource } from '#shared/interchange/case-source.ts';
import { absent, ifKnown, patientReference, present } from '#shared/interchange/fhir/fhir-codes.ts';
import type { FhirNode } from '#shared/pedigree/formats/fhir/fhir-node.ts';
import { writeAge, writeConditionCode } from '#shared/pedigree/formats/fhir/fhir-words.ts';
import { statedFeature, type Feature, type TimeElement } from '#shared/phenotype/feature.ts';

/**
 * What was observed and excluded, each an observation coded by its term with the answer Present or Absent; about whom is said by `focus` where it is a relative. Of what
 * nobody has assessed there is none.
 */
export function phenotypeObservations({ file, nameOfTerm }: CaseSource, focusOf: (personId: string) => FhirNode): readonly FhirNode[] {
  return file.features.filter(({ state }) => state !== 'not-assessed').map((feature, index): FhirNode => {
    const { termId, label, state, recordedOn, note, personId } = feature;
    const components = componentsOf(statedFeature(feature), nameOfTerm);
    return {
      resourceType: 'Observation',
      id: `phenotype-${String(index + 1)}`,
      status: 'final',
      category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'exam', display: 'Exam' }] }],
      code: termConcept(termId, label),
      subject: patientReference,
      ...focusOf(personId),
      ...ifKnown('effectiveDateTime', recordedOn),
      valueCodeableConcept: state === 'excluded' ? absent : present,
      ...(note === '' ? {} : { note: [{ text: note }] }),
      ...(components.length === 0 ? {} : { component: components }),
    };
  });
}

const termConcept = (termId: string, label: string): FhirNode => writeConditionCode({ name: label, diseaseId: null, termId });

/** Roots of the ontology's branches, as the question to which the answer is a term of that branch. */
const branches = { severity: ['HP:0012824', 'Severity'], laterality: ['HP:0012831', 'Laterality'], modifier: ['HP:0012823', 'Clinical modifier'], onset: ['HP:0003674', 'Onset'] } as const;

const branchConcept = (branch: keyof typeof branches): FhirNode => termConcept(branches[branch][0], branches[branch][1]);

function componentsOf({ severityId, lateralityId, modifierIds, onset, resolution }: Feature, nameOfTerm: (termId: string) => string): readonly FhirNode[] {
  const answers = [...[severityId].map((id) => ['severity', id] as const), ...[lateralityId].map((id) => ['laterality', id] as const), ...modifierIds.map((id) => ['modifier', id] as const)];
  const terms = answers.flatMap(([branch, id]) => (id === null ? [] : [{ code: branchConcept(branch), valueCodeableConcept: termConcept(id, nameOfTerm(id)) }]));
  const times = [
    { code: branchConcept('onset'), time: onset },
    { code: { text: 'Resolution' }, time: resolution },
  ].flatMap(({ code, time }) => (time === null ? [] : [{ code, ...timeValue(time) }]));
  return [...terms, ...times];
}

function timeValue(time: TimeElement): FhirNode {
  switch (time.kind) {
    case 'age': {
      const { valueAge, valueString } = writeAge(time.duration, 'value');
      return valueAge === undefined ? { valueString } : { valueQuantity: valueAge };
    }
    case 'age-range':
      return { valueString: `${time.start} to ${time.end}` };
    case 'gestation':
      return { valueString: `gestation ${String(time.weeks)}+${String(time.days)}` };
    case 'term':
      return { valueCodeableConcept: termConcept(time.termId, time.label) };
    case 'date':
      return time.date.length === 'YYYY-MM-DD'.length ? { valueDateTime: time.date } : { valueString: time.date };
    case 'date-range':
      return { valuePeriod: { start: time.start, end: time.end } };
  }
}
