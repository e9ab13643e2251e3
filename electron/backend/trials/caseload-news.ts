import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { SoughtOfCase } from '#db/repositories/trial-tracking.ts';
import type { TrialStore } from '#db/trials/trial-store.ts';
import { patientDisease } from '#electron/backend/trials/trial-knowledge.ts';
import type { CaseTrialNews } from '#shared/contract/trial-procedures.ts';
import { groupedBy } from '#shared/pedigree/grouped-by.ts';
import type { StudyChange } from '#shared/trial/compare-studies.ts';
import { fitOf, keysOf, questionOf, soughtDiseases } from '#shared/trial/fit-study.ts';
import { openStatuses, type Study } from '#shared/trial/study.ts';
import type { TrialTracking } from '#shared/trial/tracking.ts';
import type { PatientDisease } from '#shared/trial/trial-patient.ts';

/** One thing that trial data brought for a case. */
type Piece = Omit<CaseTrialNews, 'moreCount'>;

/** One line a case: the weightiest of what trial data brought, and how much more there is. */
export function caseloadNews(pieces: readonly Piece[]): readonly CaseTrialNews[] {
  const ofCase = groupedBy(pieces, ({ caseId }) => caseId);
  return [...ofCase.values()].flatMap((all) => {
    const [first] = all.toSorted((one, other) => weight.indexOf(one.kind) - weight.indexOf(other.kind));
    return first === undefined ? [] : [{ ...first, moreCount: all.length - 1 }];
  });
}

/** A trial that closed must be told to the family first. */
const weight: readonly CaseTrialNews['kind'][] = ['closed', 'opened', 'fits', 'changed'];

/** What imports changed about the studies that cases follow, until it is taken as read. */
export function newsOfFollowed(tracked: readonly TrialTracking[], store: TrialStore): readonly Piece[] {
  return tracked.flatMap(({ caseId, studyId, seenImport }) => {
    const changes = store.changesAfter(studyId, seenImport).flatMap((step) => step.changes);
    const study = changes.length === 0 ? undefined : store.find(studyId)?.study;
    return study === undefined ? [] : [{ caseId, kind: kindOf(changes), studyId, title: titleOf(study) }];
  });
}

/** How it stands now: of several changes of the status the last one counts. */
function kindOf(changes: readonly StudyChange[]): Piece['kind'] {
  const last = changes.findLast(({ kind }) => kind === 'closed' || kind === 'opened')?.kind;
  return last === 'closed' || last === 'opened' ? last : 'changed';
}

/**
 * Studies open to participants that the last import brought, for each case whose disease or gene they are about. What else a study may fit by, such as a finding, is
 * left to the list of the case: it would be news for half the caseload.
 */
export function newsOfFitting(sought: readonly SoughtOfCase[], tracked: readonly TrialTracking[], store: TrialStore, knowledge: KnowledgeFile, importNumber: number): readonly Piece[] {
  const studiesOf = createFitter(store, knowledge, importNumber);
  const followed = new Set(tracked.map(({ caseId, studyId }) => `${caseId} ${studyId}`));
  return [...groupedBy(sought, ({ caseId }) => caseId)].flatMap(([caseId, all]) => {
    const diseases = soughtDiseases({ diseases: all.map(({ diseaseId, name, standing }) => ({ id: diseaseId, name, standing, probability: null, names: [name], genes: [] })) });
    const studies = new Map(diseases.flatMap((disease) => studiesOf(disease)).map((study) => [study.id, study]));
    return [...studies.values()].filter(({ id }) => !followed.has(`${caseId} ${id}`)).map((study): Piece => ({ caseId, kind: 'fits', studyId: study.id, title: titleOf(study) }));
  });
}

interface Fitting {
  readonly store: TrialStore;
  readonly importNumber: number;
  /** By the names and genes that they are found by. */
  readonly fresh: ReadonlyMap<string, readonly number[]>;
  readonly ofDisease: Map<string, readonly Study[]>;
}

/** What was found for the diseases of a release and the last import: public knowledge, and the same for every case. */
const lastFitting = new WeakMap<KnowledgeFile, Fitting>();

function createFitter(store: TrialStore, knowledge: KnowledgeFile, importNumber: number): (disease: PatientDisease) => readonly Study[] {
  const last = lastFitting.get(knowledge);
  const fitting = last?.store === store && last.importNumber === importNumber ? last : { store, importNumber, fresh: store.keysOfImport(importNumber, openStatuses), ofDisease: new Map<string, readonly Study[]>() };
  lastFitting.set(knowledge, fitting);
  return ({ id, name, standing }) => {
    const key = `${id} ${name}`;
    const present = fitting.ofDisease.get(key);
    if (present !== undefined) return present;
    const studies = fitting.fresh.size === 0 ? [] : findFitting(fitting, patientDisease(knowledge, { id, name, standing, probability: null }));
    fitting.ofDisease.set(key, studies);
    return studies;
  };
}

function findFitting({ store, fresh }: Fitting, disease: PatientDisease): readonly Study[] {
  const question = questionOf({ ...nobody, diseases: [disease] }, new Map(), '');
  const { conditions: [names = []], genes } = keysOf(question);
  const numbers = new Set([...names.map((name) => `c ${name}`), ...genes.map((gene) => `g ${gene}`)].flatMap((key) => fresh.get(key) ?? []));
  return [...numbers].flatMap((number) => {
    const study = store.byNumber(number)?.study;
    const fit = study === undefined ? null : fitOf(study, question);
    return study !== undefined && (fit?.kind === 'disease' || fit?.kind === 'gene') ? [study] : [];
  });
}

/** Of the patient only the disease counts here. */
const nobody = { variants: [], features: [] } as const;

const titleOf = (study: Study): string => study.title || study.officialTitle || study.id;
