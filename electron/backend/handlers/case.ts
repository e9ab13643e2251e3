import { caseChangeLabel, caseName } from '#electron/backend/cases/change-labels.ts';
import { changeMany, deleteMany } from '#electron/backend/cases/change-many.ts';
import { importCases } from '#electron/backend/cases/import-cases.ts';
import { listedCases } from '#electron/backend/cases/listed-cases.ts';
import { compareCases, similarCases } from '#electron/backend/cases/similar-cases.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { activeKnowledge } from '#electron/backend/ranking/case-ranking.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import { newCaseDetail, newPersonDetail } from '#electron/backend/cases/new-case.ts';

const missing = failure('not-found', 'This case is no longer there. It may have been deleted or undone.');

export const caseHandlers = {
  'case.list': (_input, context) => success(listedCases(context)),
  'case.show': ({ caseId }, context) => {
    const repositories = context.vault.repositories();
    const record = repositories.cases.find(caseId);
    if (record === null) return refusal(missing);
    return success({
      case: record,
      people: repositories.people.ofCase(caseId),
      features: repositories.features.ofCase(caseId),
      candidates: repositories.candidates.ofCase(caseId),
      sources: repositories.sources.ofCase(caseId).map(({ id, fileName, format, importedAt }) => ({ id, fileName, format, importedAt })),
    });
  },
  'case.create': (input, unit) => {
    const record = unit.cases.add({ ...newCaseDetail, ...withoutUndefined(input.case) });
    const proband = unit.people.add(record.id, true, { ...newPersonDetail, ...withoutUndefined(input.proband) });
    unit.describe(`Create ${caseName(record.reference)}`, record.id);
    return success({ caseId: record.id, probandId: proband.id });
  },
  'case.change': ({ caseId, version, change }, unit) => {
    const record = unit.cases.find(caseId);
    if (record === null) return refusal(missing);
    const given = withoutUndefined(change);
    unit.describe(caseChangeLabel(record, given), caseId);
    return unit.cases.change(caseId, version, given);
  },
  'case.delete': ({ caseId, version }, unit) => {
    const record = unit.cases.find(caseId);
    if (record === null) return refusal(missing);
    unit.describe(`Delete ${caseName(record.reference)}`, caseId);
    const removed = unit.cases.remove(caseId, version);
    return removed.ok ? success({}) : removed;
  },
  'case.changeMany': ({ cases, change }, unit) => changeMany(cases, withoutUndefined(change), unit),
  'case.deleteMany': ({ cases }, unit) => deleteMany(cases, unit),
  'case.due': ({ caseId }, context) => success(context.vault.repositories().caseViews.due(caseId)),
  'case.see': ({ caseId }, context) => {
    const seenAt = context.vault.seeCase(caseId);
    // Whoever looks knows now: the case is no longer among those with news.
    context.emit({ kind: 'changed', topics: ['views'] });
    return success({ seenAt });
  },
  'case.similar': ({ caseId, limit }, context) => {
    const active = activeKnowledge(context);
    if (!active.ok) return active;
    const found = similarCases(context.vault.repositories(), active.value, caseId, limit);
    return found === null ? refusal(missing) : success(found);
  },
  'case.compare': ({ caseId, otherId }, context) => {
    const active = activeKnowledge(context);
    if (!active.ok) return active;
    const compared = compareCases(context.vault.repositories(), active.value, caseId, otherId);
    return compared === null ? refusal(missing) : success(compared);
  },
  'case.import': ({ files }, context, run) => importCases(files, context, run),
} satisfies Handlers<'case'>;
