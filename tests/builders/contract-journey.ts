import { join } from 'node:path';
import type { BackendEvent, WireResponse } from '#shared/contract/wire.ts';
import type { ContractHost } from '#tests/builders/contract-host.ts';

/** One call of the journey and what came of it; a job's answer with the event that ended it. */
export interface Step {
  readonly procedure: string;
  readonly response: WireResponse;
  readonly end: BackendEvent | null;
}

export const passphrase = 'wine-dark sea of Ithaca';

/** A published form of packet, made up for this test. */
const packet = {
  id: 'packet-1',
  subject: { id: 'proband-1', sex: 'FEMALE', timeAtLastEncounter: { age: { iso8601duration: 'P4Y' } } },
  phenotypicFeatures: [{ type: { id: 'HP:0001250', label: 'Seizure' } }, { type: { id: 'HP:0001252', label: 'Hypotonia' }, excluded: true }],
  metaData: { created: '2026-01-01T00:00:00Z', createdBy: 'test', resources: [], phenopacketSchemaVersion: '2.0' },
};
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Every procedure of the contract at least once, good and refused, in an order in which each has something to work on. */
export async function journey(host: ContractHost): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const call = async (procedure: string, input: unknown): Promise<unknown> => {
    const response = await host.call(procedure, input);
    const value = response.ok ? response.value : null;
    const jobId = fieldOf(value, 'jobId');
    steps.push({ procedure, response, end: typeof jobId === 'string' ? await host.endOf(jobId) : null });
    return value;
  };
  await beforeTheVault(call);
  const caseId = await theCase(call);
  await theFamily(call, caseId);
  await theFindings(call, caseId);
  await theExports(call, caseId);
  await theFamilyView(call, caseId);
  await theCasework(call, caseId);
  await theReferrals(call, caseId);
  await theTrials(call, caseId);
  await theKnowledge(call, caseId);
  await theVault(call, host.folder);
  return steps;
}

type Call = (procedure: string, input: unknown) => Promise<unknown>;

async function beforeTheVault(call: Call): Promise<void> {
  await call('app.state', {});
  await call('case.list', {});
  await call('vault.unlock', { passphrase });
  await call('vault.create', { passphrase: 'too short', clinicianName: '' });
  await call('vault.create', { passphrase, clinicianName: 'Eumaeus' });
  await call('app.state', {});
  await call('settings.read', {});
  await call('settings.change', { autoLockMinutes: 0, clinicName: 'Ithaca' });
}

async function theCase(call: Call): Promise<unknown> {
  const created = await call('case.create', { case: { reference: 'NRG-1' }, proband: { givenName: 'Telemachus' } });
  const [caseId, personId] = [fieldOf(created, 'caseId'), fieldOf(created, 'probandId')];
  await call('case.list', {});
  await call('case.change', { caseId, version: 1, change: { note: 'seen in clinic' } });
  await call('case.change', { caseId, version: 1, change: { note: 'too late' } });
  await call('person.change', { personId, version: 1, change: { birthDate: '2019-04' } });
  await call('person.change', { personId, version: 2, change: { birthDate: 'in spring' } });
  const feature = await call('feature.add', { personId, termId: 'HP:0001250', detail: {} });
  await call('feature.change', { featureId: fieldOf(feature, 'id'), version: 1, change: { state: 'excluded' } });
  await call('feature.addMany', { caseId, features: [{ personId, termId: 'HP:0001252', detail: {} }, { personId, termId: 'HP:0001250', detail: { state: 'excluded' } }] });
  await call('history.undo', { caseId });
  const replaced = await call('feature.replace', { featureId: fieldOf(feature, 'id'), version: 2, termId: 'HP:0002373' });
  await call('feature.remove', { featureId: fieldOf(replaced, 'id'), version: 1 });
  await call('history.undo', { caseId });
  await call('history.redo', { caseId });
  await call('history.undo', { caseId });
  await call('history.list', { caseId: null, limit: 100, before: null });
  await call('term.check', { personId });
  await call('case.show', { caseId });
  await call('case.show', { caseId: '00000000-0000-7000-8000-000000000000' });
  await theCaseload(call, caseId);
  const job = await call('case.import', { files: [{ name: 'good.json', base64: base64(JSON.stringify(packet)) }, { name: 'bad.json', base64: base64('{"id": "Odysseus') }] });
  await call('job.cancel', { jobId: fieldOf(job, 'jobId') });
  await call('case.list', {});
  return caseId;
}

async function theCaseload(call: Call, caseId: unknown): Promise<void> {
  const other = await call('case.create', { case: { reference: 'NRG-2' }, proband: {} });
  const cases = [{ caseId, version: 2 }, { caseId: fieldOf(other, 'caseId'), version: 1 }];
  await call('case.changeMany', { cases, change: { nextAction: 'Ring', nextActionDueOn: '2026-01-15' } });
  await call('case.changeMany', { cases, change: { status: 'closed' } });
  await call('case.due', { caseId });
  await call('case.see', { caseId });
  await call('case.see', { caseId });
  await call('search.find', { text: 'telemach', limit: 5 });
  await call('search.find', { text: 'nobody', clinician: 'nobody', within: caseId, limit: 5 });
  await call('case.similar', { caseId, limit: 5 });
  await call('case.compare', { caseId, otherId: fieldOf(other, 'caseId') });
  await call('case.compare', { caseId, otherId: '00000000-0000-7000-8000-000000000000' });
  await call('case.deleteMany', { cases: [{ caseId: fieldOf(other, 'caseId'), version: 2 }] });
  const filter = { text: '', clinician: '', scope: 'all', statuses: ['intake'], due: 'overdue', diagnosis: 'any', isNews: false, isMoved: false, sortBy: 'next', isDescending: false };
  const saved = await call('filter.save', { name: 'Late', filter });
  await call('filter.save', { name: 'Late', filter: { ...filter, due: 'someday' } });
  await call('filter.list', {});
  await call('filter.remove', { filterId: fieldOf(saved, 'id'), version: 1 });
  await call('filter.remove', { filterId: fieldOf(saved, 'id'), version: 1 });
}

async function theFamily(call: Call, caseId: unknown): Promise<void> {
  const shown = await call('family.show', { caseId });
  const probandId = fieldOf(firstOf(fieldOf(fieldOf(shown, 'family'), 'individuals')), 'id');
  const edited = await call('family.edit', { caseId, edits: [{ kind: 'add-parents', childId: probandId }, { kind: 'add-sibling', individualId: probandId, side: 'after', detail: { givenName: 'Polycaste' } }] });
  await call('family.edit', { caseId, edits: [{ kind: 'add-parents', childId: '00000000-0000-7000-8000-000000000000' }] });
  const family = { ...(fieldOf(edited, 'family') as object), conditions: [{ id: 'c', name: 'Haemophilia A', diseaseId: null, termId: null }] };
  await call('family.save', { caseId, family, basedOnRevision: fieldOf(edited, 'revision'), label: 'Import a family' });
  await call('family.save', { caseId, family, basedOnRevision: fieldOf(edited, 'revision'), label: 'Import it again' });
  const relative = firstOf(fieldOf(edited, 'createdIds'));
  await call('feature.add', { personId: relative, termId: 'HP:0001250', detail: {} });
  await call('history.undo', { caseId });
  const conditionId = fieldOf(firstOf(fieldOf(fieldOf(await call('family.show', { caseId }), 'family'), 'conditions')), 'id');
  await call('risk.change', { caseId, conditionId, change: { mode: 'XLR', alleleFrequency: 0.0001 } });
  await call('risk.change', { caseId, conditionId: '00000000-0000-7000-8000-000000000000', change: { mode: 'XLR' } });
  await call('risk.show', { caseId });
  await call('family.versions', { caseId });
  await call('family.asOf', { caseId, entryId: fieldOf(shown, 'revision') });
  await call('family.asOf', { caseId, entryId: 1 });
  await call('case.show', { caseId });
}

async function theFindings(call: Call, caseId: unknown): Promise<void> {
  const personId = fieldOf(firstOf(fieldOf(fieldOf(await call('family.show', { caseId }), 'family'), 'individuals')), 'id');
  const added = await call('finding.add', { caseId, detail: { gene: { symbol: 'FGFR2', hgncId: null }, hgvsCoding: 'c.755C>G' }, genotypes: [{ personId, state: 'heterozygous' }], reported: 'uncertain-significance' });
  await call('finding.add', { caseId, detail: { hgvsCoding: 'c.75XC>G' }, genotypes: [], reported: null });
  const findingId = fieldOf(added, 'id');
  await call('finding.change', { findingId, version: fieldOf(added, 'version'), change: { inheritance: 'de-novo' } });
  await call('finding.setGenotype', { findingId, personId, genotype: { state: 'mosaic', alleleShare: 0.2, tissue: 'blood' } });
  const criteria = [{ code: 'PS2', strength: 'strong', evidence: 'trio', reasonForStrength: '' }];
  await call('finding.classify', { findingId, criteria: [...criteria, { code: 'PM6', strength: 'moderate', evidence: '', reasonForStrength: '' }], classification: null, why: '' });
  await call('finding.classify', { findingId, criteria, classification: null, why: 'seen in clinic' });
  await call('finding.elsewhere', { findingId });
  await call('finding.addMany', { caseId, findings: [{ detail: { gene: { symbol: 'RP1', hgncId: null }, hgvsCoding: 'c.2029C>T' }, genotypes: [{ personId, state: 'heterozygous' }] }, { detail: { gene: { symbol: 'RP1', hgncId: null }, hgvsCoding: 'c.607G>A' }, genotypes: [] }], trans: [{ first: 0, second: 1, knownBy: 'parents' }] });
  await theFiles(call, caseId, personId);
  const listed = await call('finding.list', { caseId });
  await call('finding.remove', { findingId, version: fieldOf(firstOf(listed), 'version') });
  await call('history.undo', { caseId });
}

async function theExports(call: Call, caseId: unknown): Promise<void> {
  const request = { caseId, content: { kind: 'case-data' }, format: 'phenopacket', level: 'full', purpose: 'referral', recipient: 'Asclepius', paper: 'a4', shiftsDates: false };
  await call('export.preview', request);
  await call('export.preview', { ...request, content: { kind: 'case-summary' } });
  await call('export.make', request);
  const personId = fieldOf(firstOf(fieldOf(fieldOf(await call('family.show', { caseId }), 'family'), 'individuals')), 'id');
  const consent = await call('consent.add', { caseId, detail: { personId, purpose: 'referral', isGiven: true, giverName: 'Penelope', givenBy: 'parent' } });
  const given = await call('consent.change', { consentId: fieldOf(consent, 'id'), version: 1, change: { expiresOn: '2099' } });
  await call('consent.change', { consentId: fieldOf(consent, 'id'), version: 1, change: { expiresOn: '1999' } });
  await call('export.make', request);
  await call('consent.remove', { consentId: fieldOf(given, 'id'), version: 2 });
  await call('consent.withdraw', { consentId: fieldOf(given, 'id'), version: 2, on: '2099', note: '' });
  const mistaken = await call('consent.add', { caseId, detail: { personId, purpose: 'registry', isGiven: false } });
  await call('consent.remove', { consentId: fieldOf(mistaken, 'id'), version: 1 });
  await call('consent.list', { caseId });
  await call('erasure.preview', { caseId, personId: '00000000-0000-7000-8000-000000000000' });
  const relative = fieldOf(((fieldOf(fieldOf(await call('family.show', { caseId }), 'family'), 'individuals') ?? []) as readonly unknown[]).at(-1), 'id');
  await call('erasure.preview', { caseId, personId: relative });
  await call('erasure.make', { caseId, personId: relative, requestedOn: '2026-03-01', requestedBy: 'self' });
  await call('erasure.list', { caseId });
  await call('export.list', { caseId });
}

/** A VCF file and a list of assertions that the page sends, and paths where there is nothing. */
async function theFiles(call: Call, caseId: unknown, personId: unknown): Promise<void> {
  const vcf = '##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tsample\n1\t100\t.\tA\tG\t50\tPASS\t.\tGT\t0/1\n';
  const filters = { mode: 'dominant', genes: null, regions: '', maxFrequency: null, minQuality: null, minGenotypeQuality: null, passOnly: false, leastEffect: 'any', reducedPenetrance: false, includeUncalled: false };
  const people = [{ personId, sample: 'sample', status: 'affected' }];
  await call('vcf.samples', { caseId, file: { path: '/nonexistent/exome.vcf.gz' } });
  await call('vcf.select', { caseId, file: { path: '/nonexistent/exome.vcf.gz' }, people, filters });
  await call('vcf.select', { caseId, file: { fileId: '00000000-0000-4000-8000-000000000000', size: 1 }, people, filters });
  const beginning = (await call('file.open', {})) as { fileId: string };
  const sentBeginning = call('file.send', { fileId: beginning.fileId, base64: base64(vcf), isLast: true });
  await call('vcf.samples', { caseId, file: { fileId: beginning.fileId, size: vcf.length } });
  await sentBeginning;
  const { fileId } = (await call('file.open', {})) as { fileId: string };
  const sent = call('file.send', { fileId, base64: base64(vcf), isLast: true });
  await call('vcf.select', { caseId, file: { fileId, size: vcf.length }, people, filters });
  await sent;
  await call('file.send', { fileId, base64: base64(vcf), isLast: true });
  const list = (await call('file.open', {})) as { fileId: string };
  const sentList = call('file.send', { fileId: list.fileId, base64: base64('gene,hgvs,classification,date\nFGFR2,c.755C>G,pathogenic,2026-01-02\n'), isLast: true });
  await call('finding.importAssertions', { file: { fileId: list.fileId, size: 100 }, source: 'Ithaca' });
  await sentList;
  const watched = firstOf(await call('finding.watch', {}));
  await call('finding.due', {});
  const reviewed = await call('finding.reviewAssertion', { findingId: fieldOf(watched, 'findingId'), version: fieldOf(watched, 'version') });
  await call('finding.geneNews', {});
  await call('finding.weighGeneNews', { findingId: fieldOf(watched, 'findingId'), version: fieldOf(reviewed, 'version'), release: '2025-05-06' });
}

async function theFamilyView(call: Call, caseId: unknown): Promise<void> {
  const personId = fieldOf(firstOf(fieldOf(fieldOf(await call('family.show', { caseId }), 'family'), 'individuals')), 'id');
  await call('familyView.show', {});
  await call('familyView.check', { caseId, scope: 'parents' });
  await call('familyView.enter', { caseId, scope: 'parents', pin: '2468' });
  await call('case.list', {});
  await call('app.state', {});
  await call('familyView.show', {});
  const said = { personId, fact: 'birthDate', shown: 'Born April 2019', answer: 'correction', said: '2019-05', saidBy: 'the mother' };
  const kept = await call('familyView.say', said);
  const other = await call('familyView.say', { ...said, fact: 'other', answer: 'addition', said: 'He also has asthma.' });
  await call('familyView.takeBack', { suggestionId: fieldOf(other, 'id'), version: fieldOf(other, 'version') });
  await call('familyView.leave', { pin: '1357' });
  await call('familyView.leave', { pin: '2468' });
  await call('suggestion.list', { caseId });
  await call('suggestion.decide', { suggestionId: fieldOf(kept, 'id'), version: fieldOf(kept, 'version'), decision: 'accepted', note: '' });
  await call('suggestion.decide', { suggestionId: fieldOf(kept, 'id'), version: fieldOf(kept, 'version'), decision: 'dismissed', note: '' });
  const answers = { format: 'nostos-questionnaire-answers', version: 1, caseId, saidBy: 'the father', savedOn: '2026-03-01', answers: [{ personId, fact: 'name', shown: 'Called Telemachus', answer: 'not-sure', said: '' }] };
  await call('questionnaire.import', { caseId, file: { name: 'answers.json', base64: base64(JSON.stringify(answers)) } });
  await call('questionnaire.import', { caseId, file: { name: 'answers.json', base64: base64('{') } });
}

async function theCasework(call: Call, caseId: unknown): Promise<void> {
  const absent = '00000000-0000-7000-8000-000000000000';
  const event = await call('event.add', { caseId, detail: { kind: 'visit', when: { kind: 'season', year: 2019, season: 'spring', isAbout: false }, clinician: 'Dr Kaur' } });
  await call('event.add', { caseId, detail: { when: { kind: 'season', year: 2019, season: 'monsoon', isAbout: false } } });
  await call('event.change', { eventId: fieldOf(event, 'id'), version: 1, change: { title: 'No cause found' } });
  await call('event.change', { eventId: fieldOf(event, 'id'), version: 1, change: { title: 'too late' } });
  const test = await call('test.add', { caseId, detail: { kind: 'exome', name: 'Trio exome', orderedOn: '2021-02' } });
  await call('test.add', { caseId, detail: { kind: 'exome', personIds: [absent] } });
  await call('test.change', { testId: fieldOf(test, 'id'), version: 1, change: { status: 'reported', result: 'negative', reportedOn: '2021-06' } });
  const task = await call('task.add', { caseId, detail: { title: 'Call the laboratory', dueOn: '2026-03-06', testId: fieldOf(test, 'id') } });
  await call('task.change', { taskId: fieldOf(task, 'id'), version: 1, change: { doneOn: '2026-03-05' } });
  const document = await call('document.add', { caseId, file: { name: 'letter.txt', base64: base64('Dear Dr Kaur') }, detail: { eventId: fieldOf(event, 'id') } });
  await call('document.add', { caseId, file: { name: 'letter.txt', base64: base64('Dear Dr Kaur') }, detail: { eventId: absent } });
  await call('document.change', { documentId: fieldOf(document, 'id'), version: 1, change: { note: 'from the eye clinic' } });
  await call('document.read', { documentId: fieldOf(document, 'id') });
  await call('document.remove', { documentId: fieldOf(document, 'id'), version: 2 });
  await call('document.read', { documentId: fieldOf(document, 'id') });
  await call('history.undo', { caseId });
  await call('task.remove', { taskId: fieldOf(task, 'id'), version: 2 });
  await call('test.remove', { testId: fieldOf(test, 'id'), version: 2 });
  await call('event.remove', { eventId: fieldOf(event, 'id'), version: 2 });
  for (const procedure of ['event.list', 'test.list', 'task.list', 'document.list']) await call(procedure, { caseId });
  await call('event.list', { caseId: absent });
}

async function theReferrals(call: Call, caseId: unknown): Promise<void> {
  const added = await call('referral.add', { caseId, templateId: 'undiagnosed-diseases-program', draftedOn: '2026-01-12', detail: { question: 'Which disease is it?' } });
  await call('referral.add', { caseId, templateId: 'free', draftedOn: 'tomorrow', detail: {} });
  const referralId = fieldOf(added, 'id');
  const changed = await call('referral.change', { referralId, version: fieldOf(added, 'version'), change: { urgency: 'soon', judged: { 'not-a-relative': { isMet: true, note: '' } } } });
  await call('referral.change', { referralId, version: fieldOf(added, 'version'), change: { urgency: 'routine' } });
  const step = (stage: string, on: string) => ({ kind: 'take', step: { stage, on, by: 'Eumaeus', channel: 'letter', note: '' }, appointmentOn: null, declineReason: '', actionAsked: '' });
  const sent = await call('referral.step', { referralId, version: fieldOf(changed, 'version'), edit: step('sent', '2026-01-14') });
  await call('referral.step', { referralId, version: fieldOf(sent, 'version'), edit: step('drafted', '2026-01-15') });
  await call('referral.readiness', { referralId });
  await call('referral.draft', { referralId });
  await call('referral.draft', { referralId: '00000000-0000-7000-8000-000000000000' });
  await call('referral.due', {});
  await call('referral.list', { caseId });
  const last = await call('referral.step', { referralId, version: fieldOf(sent, 'version'), edit: { kind: 'take-back' } });
  await call('referral.remove', { referralId, version: fieldOf(last, 'version') });
  await call('history.undo', { caseId });
}

async function theTrials(call: Call, caseId: unknown): Promise<void> {
  const studyId = 'NCT00000001';
  const study = (overallStatus: string) => ({ protocolSection: { identificationModule: { nctId: studyId, briefTitle: 'Growing up in Ithaca' }, statusModule: { overallStatus }, conditionsModule: { conditions: ['Seizure'] }, eligibilityModule: { sex: 'ALL', minimumAge: '2 Years', eligibilityCriteria: 'Inclusion Criteria:\n\n* Age over 2 years' } } });
  const load = (value: unknown) => call('trial.import', { files: [{ name: 'study.json', base64: base64(JSON.stringify(value)) }] });
  await call('trial.state', {});
  await call('trial.match', { caseId, statuses: null, phases: null, limit: 10 });
  await call('trial.diseases', { caseId });
  await load('no study');
  await load(study('RECRUITING'));
  await call('trial.setSearch', { caseId, detail: { place: { label: 'Ithaca', latitude: 38.4, longitude: 20.7 }, words: 'growing up' } });
  await call('trial.search', { caseId });
  await call('trial.places', { beginning: 'Ith' });
  await call('trial.match', { caseId, statuses: ['RECRUITING'], phases: null, limit: 10 });
  const tracking = await call('trial.track', { caseId, studyId });
  await call('trial.track', { caseId, studyId });
  await load(study('COMPLETED'));
  await call('trial.news', { caseId: null });
  await call('trial.caseloadNews', {});
  await call('trial.show', { caseId, studyId });
  const trackingId = fieldOf(tracking, 'id');
  await call('trial.changeTracking', { trackingId, version: 1, change: { state: 'declined' } });
  await call('trial.changeTracking', { trackingId, version: 1, change: { state: 'declined', reason: 'too far' } });
  await call('trial.markSeen', { trackingId, version: 2 });
  await call('trial.untrack', { trackingId, version: 3 });
  await call('trial.fetchPreview', { diseaseId: 'OMIM:154700' });
  await call('trial.fetch', { diseaseId: 'OMIM:154700' });
}

async function theKnowledge(call: Call, caseId: unknown): Promise<void> {
  await call('knowledge.list', {});
  await call('knowledge.verify', { name: 'starter' });
  await call('knowledge.activate', { name: 'starter' });
  await call('knowledge.activate', { name: 'not-installed' });
  await call('knowledge.install', { folder: '/nonexistent/folder', name: null });
  await call('knowledge.download', { release: null });
  await call('term.search', { text: 'seizure', limit: 5 });
  await call('term.show', { termId: 'HP:0001250' });
  await call('term.extract', { text: 'He has seizures but no hypotonia. His mother has migraine.' });
  await call('gene.search', { text: 'FBN', limit: 5 });
  await call('gene.resolve', { text: 'FBN1' });
  await call('disease.search', { text: 'marfan', limit: 5 });
  await call('term.choices', { branch: 'severity' });
  await call('term.systems', { termIds: ['HP:0001250'] });
  const differential = await call('ranking.rank', { caseId, excludedMode: 'absence', limit: 3 });
  const first = firstOf(fieldOf(differential, 'candidates'));
  await call('ranking.explain', { caseId, excludedMode: 'absence', diseaseId: fieldOf(first, 'diseaseId') ?? 'OMIM:1' });
  await call('ranking.modes', { caseId });
  await call('advice.questions', { caseId, excludedMode: 'absence', limit: 3 });
  await call('advice.pair', { caseId, excludedMode: 'absence' });
  await call('advice.decisive', { caseId, excludedMode: 'absence' });
  await call('advice.decisive', { caseId: '00000000-0000-7000-8000-000000000000', excludedMode: 'absence' });
  await call('reanalysis.list', {});
  await call('reanalysis.show', { caseId });
  await call('reanalysis.pause', { isPaused: true });
  await call('reanalysis.pause', { isPaused: false });
  await call('reanalysis.acknowledge', { caseId });
  await call('candidate.decide', { caseId, diseaseId: fieldOf(first, 'diseaseId') ?? 'OMIM:1', state: 'suspected', reason: 'fits' });
  await call('candidate.decide', { caseId, diseaseId: fieldOf(first, 'diseaseId') ?? 'OMIM:1', state: null, reason: '' });
}

async function theVault(call: Call, folder: string): Promise<void> {
  const cases = await call('case.list', {});
  await call('case.delete', { caseId: fieldOf(firstOf(cases), 'id'), version: fieldOf(firstOf(cases), 'version') });
  await call('vault.verify', {});
  await call('vault.backup', { folder: join(folder, 'backup') });
  await call('vault.renewRecoveryKey', { passphrase: 'not the passphrase' });
  await call('vault.renewRecoveryKey', { passphrase });
  await call('vault.keepInKeychain', { keep: true, passphrase });
  await call('vault.keepInKeychain', { keep: false, passphrase });
  await call('vault.unlock', { keychain: false });
  await call('vault.noteActivity', {});
  await call('vault.changePassphrase', { current: passphrase, next: 'rosy-fingered dawn again' });
  await call('vault.lock', {});
  await call('settings.read', {});
  await call('vault.unlock', { passphrase: 'rosy-fingered dawn again' });
  await call('vault.unlock', { passphrase: 'rosy-fingered dawn again' });
}

export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? (value as readonly unknown[])[0] : undefined;
}

/**
 * Takes out what chance and the clock of the machine decide: ids by the order of their first appearance, keys, hashes, durations, sizes, the
 * folder, and the candidate that the caseload shows as soon as it was ranked in the background, with how many are waiting for that.
 */
export function normalised(steps: readonly Step[], folder: string): unknown {
  const names = new Map<string, string>();
  const nameOf = (id: string) => names.get(id) ?? names.set(id, `id-${names.size + 1}`).get(id);
  const text = JSON.stringify(steps, (key, value: unknown) => (['milliseconds', 'recoveryKey', 'bytes', 'topCandidate', 'waiting', 'historyHead'].includes(key) ? `(${key})` : value));
  return JSON.parse(text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => nameOf(id) ?? id).replaceAll(JSON.stringify(folder).slice(1, -1), '(folder)'));
}
