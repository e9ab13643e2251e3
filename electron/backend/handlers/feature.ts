import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { featureAddLabel, featureChangeLabel } from '#electron/backend/change-labels.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import { bareDetail } from '#shared/phenotype/feature.ts';

const missing = failure('not-found', 'This finding is no longer there. It may have been removed or undone.');

export const featureHandlers = {
  'feature.add': ({ personId, termId, detail }, unit, context) => {
    const person = unit.people.find(personId);
    if (person === null) return refusal(failure('not-found', 'This person is no longer there. The case may have been deleted or undone.'));
    const term = namedTerm(context.knowledge.active(), termId);
    const isRecorded = unit.features.ofPerson(personId).some((feature) => namedTerm(context.knowledge.active(), feature.termId).id === term.id);
    if (isRecorded) return refusal(failure('conflict', `${term.label} is recorded for this person already. Change the finding that is there.`));
    const complete = { ...bareDetail('observed'), ...withoutUndefined(detail) };
    unit.describe(featureAddLabel(term.label, complete), person.caseId);
    return success(unit.features.add({ caseId: person.caseId, personId, termId: term.id, label: term.label, detail: complete }));
  },
  'feature.change': ({ featureId, version, change }, unit) => {
    const feature = unit.features.find(featureId);
    const person = feature === null ? null : unit.people.find(feature.personId);
    if (feature === null || person === null) return refusal(missing);
    const given = withoutUndefined(change);
    unit.describe(featureChangeLabel(feature, given), person.caseId);
    return unit.features.change(featureId, version, given);
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

/** The live term of the release in use; the id itself, kept as it is, where the release does not know it or there is none. */
function namedTerm(knowledge: KnowledgeFile | null, termId: string): { readonly id: string; readonly label: string } {
  return knowledge?.resolve(termId) ?? { id: termId, label: termId };
}
