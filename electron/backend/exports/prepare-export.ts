import { readCaseFile } from '#electron/backend/cases/read-case-file.ts';
import type { BackendContext } from '#electron/backend/context.ts';
import { aliasOfCase } from '#electron/backend/exports/case-alias.ts';
import { withConsentProblems } from '#electron/backend/exports/consent-problems.ts';
import { exportFileName } from '#electron/backend/exports/export-file-name.ts';
import type { WrittenExport } from '#electron/backend/exports/export-writer.ts';
import { readingNote } from '#electron/backend/exports/reading-note.ts';
import { exportWriters } from '#electron/backend/exports/export-writers.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import { consentStateOn, isAllowed } from '#shared/casefile/consent-state.ts';
import type { ExportFormat } from '#shared/casefile/export-record.ts';
import { deidentifyCase, type LevelOptions } from '#shared/interchange/deidentify/deidentify-case.ts';
import type { LevelledCase } from '#shared/interchange/deidentify/levelled-case.ts';
import { reidentificationWarnings, type ExportWarning } from '#shared/interchange/deidentify/reidentification.ts';
import { withoutUnaskedNames } from '#shared/interchange/deidentify/unasked-relatives.ts';
import { formatsOfContent, formatsOfPatientAlone } from '#shared/interchange/export-contents.ts';
import { consentsOfExport, peopleInExport, peopleWhoMustAgree, type ConsentsOfExport } from '#shared/interchange/export-consents.ts';
import type { ExportContent, ExportRequest } from '#shared/interchange/export-request.ts';
import { splitIntoWords } from '#shared/ontology/search-words.ts';
import { familyNumbers } from '#shared/pedigree/family-numbers.ts';

/** A file that is ready to leave, with everything that stands for and against it. */
export interface PreparedExport {
  readonly written: WrittenExport;
  readonly fileName: string;
  readonly levelled: LevelledCase;
  readonly consents: ConsentsOfExport;
  /** Ids of the vault. */
  readonly personIds: readonly string[];
  readonly warnings: readonly ExportWarning[];
}

/** Reads the case, leaves of it what the level allows, and has the writer of the format put that into a file. The writer sees nothing else. */
export async function prepareExport(request: ExportRequest, context: BackendContext, want: 'preview' | 'file'): Promise<Result<PreparedExport, Failure>> {
  const repositories = context.vault.repositories();
  const original = readCaseFile(repositories, request.caseId);
  if (original === null) return refusal(failure('not-found', 'This case is no longer there. It may have been deleted or undone.'));
  const write = exportWriters[request.format];
  if (write === undefined || !formatsOfContent[request.content.kind].includes(request.format)) return refusal(failure('invalid-input', 'This cannot be written in this format. Choose another format.'));
  const today = context.clock().slice(0, 10);
  const alias = aliasOfCase(repositories, request.caseId);
  const byLevel = deidentifyCase(original, { level: request.level, pseudonym: alias.pseudonym, shiftDays: request.shiftsDates ? alias.dateShiftDays : null, today, ...vocabularyOf(context) });
  const levelled = withoutUnaskedNames(byLevel, (id) => mayBeNamed(byLevel.originalIds.get(id) ?? id, request, original, today));
  const content = contentInFile(request.content, levelled);
  if (content === null) return refusal(failure('not-found', 'What is to be written is private or no longer there.'));
  const { clinicName, clinicianName, replyAddress, telephone } = repositories.settings.read();
  const title = request.level === 'full' ? original.case.reference : alias.pseudonym;
  // Where the clinic is, the patient lives nearby.
  const clinic = request.level === 'deidentified' ? { clinicName: '', clinicianName: '', telephone: '' } : { clinicName, clinicianName, telephone };
  const inVault = (ids: readonly string[]): readonly string[] => ids.map((id) => levelled.originalIds.get(id) ?? id);
  const consents = consentsOfExport(original, inVault(peopleWhoMustAgree(levelled.file, request)), request.purpose, today, numbersOf(original));
  const written = await write({ file: levelled.file, request: { ...request, content }, title, today, clinic, contact: { name: clinicianName, institution: clinicName, href: replyAddress }, context }, want);
  if (!written.ok) return refusal(withConsentProblems(consents.blocks, written.error));
  return success({
    written: written.value,
    fileName: exportFileName(request, title, written.value.extension),
    levelled,
    consents,
    personIds: inVault(peopleInExport(levelled.file, request.format)),
    warnings: [...reidentificationWarnings(levelled.file, request.level), ...unaskedWarning(request.format, levelled.unaskedIds.length), ...readingNote(content, written.value.preview.text)],
  });
}

/** A questionnaire goes to the family, and a letter to a relative is theirs. */
function mayBeNamed(personId: string, { content, format, purpose }: ExportRequest, { consents }: CaseFile, today: string): boolean {
  if (format === 'questionnaire' || (content.kind === 'relatives-letter' && content.personId === personId)) return true;
  return isAllowed(consentStateOn(consents, personId, purpose, today).state, purpose);
}

/** Files of the patient alone say nothing of relatives anyway. */
function unaskedWarning(format: ExportFormat, count: number): readonly ExportWarning[] {
  if (count === 0 || formatsOfPatientAlone.has(format)) return [];
  return [{ kind: 'unasked-relatives', message: `${count === 1 ? 'One relative has' : `${String(count)} relatives have`} not agreed to this purpose and ${count === 1 ? 'stands' : 'stand'} without a name, with years instead of dates.` }];
}

/** The names of the release in use. That a text is one of them is asked of a whole text, word by word, so that nothing stands beside it. */
function vocabularyOf({ knowledge }: BackendContext): Pick<LevelOptions, 'nameOfCode' | 'codeOfName'> {
  const release = knowledge.active();
  let diseases: ReadonlyMap<string, string> | null = null;
  return {
    nameOfCode: (code) => (code.startsWith('HP:') ? release?.term(code)?.label : release?.disease(code)?.name) ?? null,
    codeOfName: (text) => {
      if (release === null) return null;
      const wanted = plainName(text);
      const [hit] = release.searchTerms(text, 1);
      if (hit !== undefined && [hit.label, hit.matchedText].some((name) => plainName(name) === wanted)) return hit.id;
      diseases ??= new Map(release.diseases().map(({ id, name }) => [plainName(name), id]));
      return diseases.get(wanted) ?? null;
    },
  };
}

const plainName = (name: string): string => splitIntoWords(name).join(' ');

/** What the request names, by its id in the file; null where the level leaves it out. */
function contentInFile(content: ExportContent, { file, originalIds }: LevelledCase): ExportContent | null {
  if (content.kind === 'referral-letter') {
    const referral = file.referrals.find(({ id }) => (originalIds.get(id) ?? id) === content.referralId);
    return referral === undefined ? null : { ...content, referralId: referral.id };
  }
  if (content.kind === 'relatives-letter') {
    const individual = file.family.individuals.find(({ id }) => (originalIds.get(id) ?? id) === content.personId);
    return individual === undefined ? null : { ...content, personId: individual.id };
  }
  return content;
}

function numbersOf({ family }: CaseFile): (personId: string) => string {
  const numbers = familyNumbers(family);
  return (personId) => numbers.get(personId) ?? '';
}
