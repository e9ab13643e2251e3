import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { BackendContext } from '#electron/backend/context.ts';
import { featureAddLabel, featureAddManyLabel, featureChangeLabel } from '#electron/backend/cases/change-labels.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import { bareDetail, featureDetailSchema, type Feature } from '#shared/phenotype/feature.ts';

const missing = failure('not-found', 'This finding is no longer there. It may have been removed or undone.');

export const featureHandlers = {
  'feature.add': ({ personId, termId, detail }, unit, context) => {
    const person = unit.people.find(personId);
    if (person === null) return refusal(failure('not-found', 'This person is no longer there. The case may have been deleted or undone.'));
    const term = unrecordedTerm(context, unit.features.ofPerson(personId), termId);
    if (!term.ok) return term;
    const complete = { ...bareDetail('observed'), ...withoutUndefined(detail) };
    unit.describe(featureAddLabel(term.value.label, complete), person.caseId);
    return success(unit.features.add({ caseId: person.caseId, personId, termId: term.value.id, label: term.value.label, detail: complete }));
  },
  'feature.addMany': ({ caseId, features }, unit, context) => {
    if (features.some(({ personId }) => unit.people.find(personId)?.caseId !== caseId)) return refusal(failure('not-found', 'Somebody these findings are of is no longer there. The case may have been deleted or undone.'));
    const added: Feature[] = [];
    for (const { personId, termId, detail } of features) {
      const term = unrecordedTerm(context, unit.features.ofPerson(personId), termId);
      if (!term.ok) continue;
      added.push(unit.features.add({ caseId, personId, termId: term.value.id, label: term.value.label, detail: { ...bareDetail('observed'), ...withoutUndefined(detail) } }));
    }
    unit.describe(featureAddManyLabel(added), caseId);
    return success({ added, alreadyRecordedCount: features.length - added.length });
  },
  'feature.change': ({ featureId, version, change }, unit) => {
    const feature = unit.features.find(featureId);
    const person = feature === null ? null : unit.people.find(feature.personId);
    if (feature === null || person === null) return refusal(missing);
    const given = withoutUndefined(change);
    unit.describe(featureChangeLabel(feature, given), person.caseId);
    return unit.features.change(featureId, version, given);
  },
  'feature.replace': ({ featureId, version, termId }, unit, context) => {
    const feature = unit.features.find(featureId);
    const person = feature === null ? null : unit.people.find(feature.personId);
    if (feature === null || person === null) return refusal(missing);
    const others = unit.features.ofPerson(person.id).filter((other) => other.id !== featureId);
    const term = unrecordedTerm(context, others, termId);
    if (!term.ok) return term;
    unit.describe(`Replace ${feature.label} by ${term.value.label}`, person.caseId);
    const removed = unit.features.remove(featureId, version);
    if (!removed.ok) return removed;
    return success(unit.features.add({ caseId: person.caseId, personId: person.id, termId: term.value.id, label: term.value.label, detail: featureDetailSchema.parse(feature) }));
  },
  'feature.remove': ({ featureId, version }, unit) => {
    const feature = unit.features.find(featureId);
    const person = feature === null ? null : unit.people.find(feature.personId);
    if (feature === null || person === null) return refusal(missing);
    unit.describe(`Remove ${feature.label}`, person.caseId);
    const removed = unit.features.remove(featureId, version);
    return removed.ok ? success({}) : removed;
  },
} satisfies Handlers<'feature'>;

/** The term to record, refused where the person has it already, also under an older id. */
function unrecordedTerm(context: BackendContext, recorded: readonly Feature[], termId: string): Result<NamedTerm, Failure> {
  const knowledge = context.knowledge.active();
  const term = namedTerm(knowledge, termId);
  const isRecorded = recorded.some((feature) => namedTerm(knowledge, feature.termId).id === term.id);
  return isRecorded ? refusal(failure('conflict', `${term.label} is recorded for this person already. Change the finding that is there.`)) : success(term);
}

interface NamedTerm {
  readonly id: string;
  readonly label: string;
}

/** The live term of the release in use; the id itself, kept as it is, where the release does not know it or there is none. */
function namedTerm(knowledge: KnowledgeFile | null, termId: string): NamedTerm {
  return knowledge?.resolve(termId) ?? { id: termId, label: termId };
}
