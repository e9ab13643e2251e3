import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { patientDisease } from '#electron/backend/trials/trial-knowledge.ts';
import type { Candidate, Person } from '#shared/casefile/case-record.ts';
import { findingName, isCarried, type Finding, type FindingDetail, type Genotype } from '#shared/casefile/finding.ts';
import type { ReadPhenopacket } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import type { IndividualDetail } from '#shared/pedigree/individual.ts';
import { isCalendarDate } from '#shared/phenotype/duration.ts';
import type { Feature, FeatureDetail } from '#shared/phenotype/feature.ts';
import type { RankedCandidate } from '#shared/ranking/ranking.ts';
import { birthRange } from '#shared/trial/birth.ts';
import type { GeoPoint } from '#shared/trial/study.ts';
import { plainSex, type PatientDisease, type PatientFeature, type PatientVariant, type TrialPatient } from '#shared/trial/trial-patient.ts';
import type { VariantClass } from '#shared/variant/acmg/classify.ts';

/** Diseases that the phenotype alone speaks for, best first; asked for only where the clinic has settled on none. */
export type RankDiseases = () => readonly Pick<RankedCandidate, 'diseaseId' | 'name' | 'probability'>[];

/** How many of a ranking are looked for, and how likely the least of them must be: a study of a disease that is one of hundreds helps nobody. */
const mostRanked = 5;
export const leastProbability = 0.05;

/** What a case says that trials ask for. */
export interface CaseFacts {
  readonly people: readonly Person[];
  /** Of all people of the case. */
  readonly features: readonly Feature[];
  readonly candidates: readonly Candidate[];
  readonly findings: readonly Finding[];
  readonly place: GeoPoint | null;
}

/** The proband of a case as trials see one. Null where the case is not there. */
export function patientOfCase({ people, features, candidates, findings, place }: CaseFacts, knowledge: KnowledgeFile, today: string, rank: RankDiseases): TrialPatient | null {
  const proband = people.find((person) => person.isProband);
  if (proband === undefined) return null;
  const decided = candidates.map((candidate) => patientDisease(knowledge, { id: candidate.diseaseId, name: candidate.diseaseName, standing: candidate.state, probability: null }));
  return {
    ...aboutPerson(proband, today),
    diseases: withRanked(decided, knowledge, rank),
    variants: variantsOf(findings, proband.id),
    features: features.filter(({ personId }) => personId === proband.id).flatMap((feature) => featureOf(feature.termId, feature.label, feature)),
    place,
  };
}

/** The patient of a phenopacket as trials see one. */
export function patientOfPacket(packet: ReadPhenopacket, knowledge: KnowledgeFile, today: string, place: GeoPoint | null, rank: RankDiseases): TrialPatient {
  const decided = packet.diseases.map(({ id, label, state }) => patientDisease(knowledge, { id, name: label, standing: state, probability: null }));
  return {
    ...aboutPerson(packet.proband, today, writtenOn(packet)),
    diseases: withRanked(decided, knowledge, rank),
    variants: packet.variants.filter(({ genotype }) => isCarried(genotype)).flatMap(({ detail, genotype, classification }) => variantOf(detail, genotype, classification, detail.phase?.kind === 'trans')),
    features: packet.features.flatMap(({ termId, label, detail }) => featureOf(termId, label, detail)),
    place,
  };
}

/**
 * The day on which the packet was written: an age in it was reached by then. It is not the day of that age, since packets are written from papers and
 * records that are years old; a person would come out too young.
 */
function writtenOn({ raw }: ReadPhenopacket): string | null {
  const packet = JSON.parse(raw) as { readonly metaData?: { readonly created?: unknown } };
  const day = typeof packet.metaData?.created === 'string' ? packet.metaData.created.slice(0, 10) : '';
  return isCalendarDate(day) ? day : null;
}

function aboutPerson(person: IndividualDetail, today: string, seenBy: string | null = null): Pick<TrialPatient, 'birth' | 'sex' | 'sexNote' | 'isDeceased'> {
  return { birth: birthRange(person, seenBy !== null && seenBy < today ? seenBy : today), ...plainSex(person), isDeceased: person.vitalStatus === 'deceased' };
}

function withRanked(decided: readonly PatientDisease[], knowledge: KnowledgeFile, rank: RankDiseases): readonly PatientDisease[] {
  if (decided.some(({ standing }) => standing === 'confirmed')) return decided;
  const ranked = rank().filter(({ probability }) => probability >= leastProbability).slice(0, mostRanked);
  const fresh = ranked.filter(({ diseaseId }) => !decided.some(({ id }) => id === diseaseId));
  return [...decided, ...fresh.map(({ diseaseId, name, probability }) => patientDisease(knowledge, { id: diseaseId, name, standing: 'ranked', probability }))];
}

function featureOf(termId: string, label: string, { state, resolution }: Pick<FeatureDetail, 'state' | 'resolution'>): readonly PatientFeature[] {
  return state === 'not-assessed' ? [] : [{ termId, label, state, isResolved: resolution !== null }];
}

function variantsOf(findings: readonly Finding[], personId: string): readonly PatientVariant[] {
  const carried = findings.flatMap((finding) => {
    const genotype = finding.genotypes.find((one) => one.personId === personId);
    return genotype !== undefined && isCarried(genotype) ? [{ finding, genotype }] : [];
  });
  const isInTrans = ({ id, phase }: Finding): boolean =>
    (phase?.kind === 'trans' && carried.some(({ finding }) => finding.id === phase.otherFindingId)) || carried.some(({ finding }) => finding.phase?.kind === 'trans' && finding.phase.otherFindingId === id);
  return carried.flatMap(({ finding, genotype }) => variantOf(finding, genotype, finding.classifications.at(-1)?.classification ?? null, isInTrans(finding)));
}

function variantOf(detail: FindingDetail, { state }: Genotype, classification: VariantClass | null, isInTrans: boolean): readonly PatientVariant[] {
  if (detail.gene === null || state === 'absent') return [];
  return [{ gene: detail.gene.symbol, name: findingName(detail), classification, zygosity: state, isInTrans }];
}
