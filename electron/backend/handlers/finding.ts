import { findingChangeLabel, genotypeLabel } from '#electron/backend/findings/finding-labels.ts';
import { addFindings } from '#electron/backend/findings/add-findings.ts';
import { geneNews } from '#electron/backend/findings/gene-news.ts';
import { keepAssertions, reviewed, watchedVariant } from '#electron/backend/findings/import-assertions.ts';
import { readClassification } from '#electron/backend/findings/read-classification.ts';
import { watchedFindings } from '#electron/backend/findings/watched-findings.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { readLargeFile, sentFiles } from '#electron/backend/handlers/vcf.ts';
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
  'finding.addMany': ({ caseId, findings, trans }, unit) => {
    if (unit.cases.find(caseId) === null) return refusal(noCase);
    if (findings.some(({ genotypes }) => genotypes.some(({ personId }) => unit.people.find(personId)?.caseId !== caseId))) return refusal(noPerson);
    const outcome = addFindings(unit, caseId, findings.map((given) => ({ ...given, detail: { ...unknownDetail, ...withoutUndefined(given.detail) } })), trans);
    if (!outcome.ok) return outcome;
    const { added } = outcome.value;
    unit.describe(`Add ${added.length === 1 ? findingName(added[0] ?? unknownDetail) : `${String(added.length)} sequencing findings`}`, caseId);
    return outcome;
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
    // What is left uncertain is looked at again; what is decided needs no date. What lists brought has been weighed with the rest.
    return unit.findings.change(classified, classified.version, { nextReviewOn: read.value === 'uncertain-significance' ? reviewDueAfter(unit.at) : null, assertions: reviewed(finding.assertions, unit.at) });
  },
  'finding.remove': ({ findingId, version }, unit) => {
    const finding = unit.findings.find(findingId);
    if (finding === null) return refusal(missing);
    unit.describe(`Remove ${findingName(finding)}`, finding.caseId);
    const removed = unit.findings.remove(finding, version);
    return removed.ok ? success({}) : removed;
  },
  'finding.due': (_input, context) => success(context.vault.repositories().findings.due(context.clock().slice(0, 10))),
  'finding.importAssertions': async ({ file, source }, context, run) => {
    const watched = context.vault.repositories().findings.all().map(watchedVariant);
    const matched = await readLargeFile(sentFiles, file, (bytes, ports) => run.inWorker('assertions.match', { ...bytes, watched, usualSource: source }, ports));
    if (!matched.ok) return matched;
    if (run.signal.aborted) return refusal(failure('cancelled', 'The import was cancelled. Nothing was changed.'));
    const { format, rows, unreadable, matches } = matched.value;
    const kept = context.vault.command('finding.importAssertions', (unit) => success(keepAssertions(unit, matches)));
    return kept.ok ? success({ format, rows, unreadable, touched: kept.value }) : kept;
  },
  'finding.watch': (_input, context) => {
    const { findings, people } = context.vault.repositories();
    return success(findings.watched().flatMap(({ reference, finding }) => watchedFindings(reference, finding, people.find)));
  },
  'finding.reviewAssertion': ({ findingId, version }, unit) => {
    const finding = unit.findings.find(findingId);
    if (finding === null) return refusal(missing);
    unit.describe(`Keep the class of ${findingName(finding)} after a public assertion`, finding.caseId);
    return unit.findings.change(finding, version, { assertions: reviewed(finding.assertions, unit.at) });
  },
  'finding.geneNews': (_input, context) => success(geneNews(context)),
  'finding.weighGeneNews': ({ findingId, version, release }, unit) => {
    const finding = unit.findings.find(findingId);
    if (finding === null) return refusal(missing);
    unit.describe(`Keep the class of ${findingName(finding)} after what ${release} brought of its gene`, finding.caseId);
    return unit.findings.change(finding, version, { geneWeighedIn: release });
  },
  'finding.elsewhere': ({ findingId }, context) => {
    const { findings } = context.vault.repositories();
    const finding = findings.find(findingId);
    return finding === null ? refusal(missing) : success(findings.elsewhere(finding));
  },
} satisfies Handlers<'finding'>;
