import { findingChangeLabel, genotypeLabel } from '#electron/backend/findings/finding-labels.ts';
import { readClassification } from '#electron/backend/findings/read-classification.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import { findingDetailSchema, findingName, reviewDueAfter, type FindingDetail } from '#shared/casefile/finding.ts';
import { unknownVariant } from '#shared/variant/variant.ts';

const missing = failure('not-found', 'This sequencing finding is no longer there. It may have been removed or undone.');
const noCase = failure('not-found', 'This case is no longer there. It may have been deleted or undone.');
const noPerson = failure('not-found', 'This person is no longer in the family. They may have been taken out or undone.');

/** Of which nothing is known. */
const unknownDetail: FindingDetail = findingDetailSchema.parse({ ...unknownVariant, nextReviewOn: null, note: '' });

export const findingHandlers = {
  'finding.list': ({ caseId }, context) => {
    const { cases, findings } = context.vault.repositories();
    return cases.find(caseId) === null ? refusal(noCase) : success(findings.ofCase(caseId));
  },
  'finding.add': ({ caseId, detail, genotypes, reported }, unit) => {
    if (unit.cases.find(caseId) === null) return refusal(noCase);
    if (genotypes.some(({ personId }) => unit.people.find(personId)?.caseId !== caseId)) return refusal(noPerson);
    const complete = { ...unknownDetail, ...withoutUndefined(detail), ...(reported === 'uncertain-significance' && !detail.nextReviewOn ? { nextReviewOn: reviewDueAfter(unit.at) } : {}) };
    if (findingName(complete) === '') return refusal(failure('invalid-input', 'Nothing is said of the variant. Give its gene, a description such as c.755C>G, or words for it.'));
    unit.describe(`Add ${findingName(complete)}`, caseId);
    let finding = unit.findings.add(caseId, complete);
    for (const { personId, state, alleleShare, tissue } of genotypes) finding = unit.findings.putGenotype(finding, personId, { state, alleleShare: alleleShare ?? null, tissue: tissue ?? '' });
    if (reported === null) return success(finding);
    return success(unit.findings.classify(finding, { classification: reported, criteria: [], by: complete.report.laboratory || 'Laboratory report', at: unit.at, why: 'As the report gives it.' }));
  },
  'finding.change': ({ findingId, version, change }, unit) => {
    const finding = unit.findings.find(findingId);
    if (finding === null) return refusal(missing);
    const given = withoutUndefined(change);
    if (findingName({ ...finding, ...given }) === '') return refusal(failure('invalid-input', 'Nothing would be left of the variant. Keep its gene or a description, or remove the finding.'));
    unit.describe(findingChangeLabel(finding, given), finding.caseId);
    return unit.findings.change(finding, version, given);
  },
  'finding.setGenotype': ({ findingId, personId, genotype }, unit) => {
    const finding = unit.findings.find(findingId);
    if (finding === null) return refusal(missing);
    const person = unit.people.find(personId);
    if (person?.caseId !== finding.caseId) return refusal(noPerson);
    unit.describe(genotypeLabel(finding, person, genotype), finding.caseId);
    return success(unit.findings.putGenotype(finding, personId, genotype));
  },
  'finding.classify': ({ findingId, criteria, classification, why }, unit) => {
    const finding = unit.findings.find(findingId);
    if (finding === null) return refusal(missing);
    const read = readClassification(criteria, classification, why);
    if (!read.ok) return read;
    unit.describe(`Classify ${findingName(finding)} as ${read.value.replaceAll('-', ' ')}`, finding.caseId);
    const classified = unit.findings.classify(finding, { classification: read.value, criteria, by: unit.actor, at: unit.at, why });
    // What is left uncertain is looked at again; what is decided needs no date.
    return unit.findings.change(classified, classified.version, { nextReviewOn: read.value === 'uncertain-significance' ? reviewDueAfter(unit.at) : null });
  },
  'finding.remove': ({ findingId, version }, unit) => {
    const finding = unit.findings.find(findingId);
    if (finding === null) return refusal(missing);
    unit.describe(`Remove ${findingName(finding)}`, finding.caseId);
    const removed = unit.findings.remove(finding, version);
    return removed.ok ? success({}) : removed;
  },
  'finding.elsewhere': ({ findingId }, context) => {
    const { findings } = context.vault.repositories();
    const finding = findings.find(findingId);
    return finding === null ? refusal(missing) : success(findings.elsewhere(finding));
  },
} satisfies Handlers<'finding'>;
