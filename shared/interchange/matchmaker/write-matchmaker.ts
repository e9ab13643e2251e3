import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { copiesOf, isCarried, type Finding, type PersonGenotype } from '#shared/casefile/finding.ts';
import { probandOf, type CaseLoss, type CaseSource, type CaseWriting } from '#shared/interchange/case-source.ts';
import { matchmakerPatientSchema, matchmakerRequestSchema, type MatchmakerPatient } from '#shared/interchange/matchmaker/matchmaker-request.ts';
import { presumedSexAssignedAtBirth } from '#shared/pedigree/individual.ts';
import { durationInDays } from '#shared/phenotype/duration.ts';
import { statedFeature, type TimeElement } from '#shared/phenotype/feature.ts';
import { onsetClasses } from '#shared/phenotype/onset-class.ts';
import { consequences, type GenomicLocation } from '#shared/variant/variant.ts';

/** Who is to be written to by whom a match is found. A request is nothing without it, so it stands there at every level. */
export interface MatchmakerContact {
  readonly name: string;
  readonly institution: string;
  /** `mailto:` or a web address. */
  readonly href: string;
}

/** The patient as a request to the Matchmaker Exchange, with phenotype by default: few of the others send any, and it is what makes a match worth following. */
export function writeMatchmaker(source: CaseSource, contact: MatchmakerContact): Result<CaseWriting, Failure> {
  const { file, title } = source;
  const proband = probandOf(file);
  const features = featuresOf(source, proband.id);
  const genomicFeatures = file.findings.flatMap((finding) => finding.genotypes.filter((one) => one.personId === proband.id && isCarried(one)).flatMap((genotype) => genomicFeature(finding, genotype, source)));
  const href = hrefOf(contact.href);
  const missing = whatIsMissing({ ...contact, href }, features.length + genomicFeatures.length);
  if (missing.length > 0) return refusal(failure('rule-broken', ['A request to the Matchmaker Exchange says whom to write to and what to match.', ...missing].join(' ')));
  const sex = { female: 'FEMALE', male: 'MALE', unassigned: 'OTHER', unknown: undefined } as const;
  const disorders = file.candidates.filter(({ state }) => state === 'confirmed' || state === 'working').map(({ diseaseId, diseaseName }) => ({ id: diseaseId.replace(/^OMIM:/, 'MIM:').replace(/^ORPHA:/, 'Orphanet:'), label: diseaseName }));
  const patientSex = sex[presumedSexAssignedAtBirth(proband)];
  const patient: MatchmakerPatient = {
    id: title === '' ? 'case' : title,
    contact: { name: contact.name, ...(contact.institution === '' ? {} : { institution: contact.institution }), href },
    species: 'NCBITaxon:9606',
    ...(patientSex === undefined ? {} : { sex: patientSex }),
    ...(disorders.length === 0 ? {} : { disorders }),
    ...(features.length === 0 ? {} : { features }),
    ...(genomicFeatures.length === 0 ? {} : { genomicFeatures }),
  };
  const checked = matchmakerRequestSchema.safeParse({ patient });
  if (!checked.success) return refusal(failure('rule-broken', 'The request would not be taken by the Matchmaker Exchange. Check the terms, genes and positions of the case.'));
  return success({ text: `${JSON.stringify(checked.data, null, 2)}\n`, losses: lossesOf(source) });
}

/** An e-mail address that was typed as such is one to write to. */
const hrefOf = (address: string): string => (/^[^\s@:/]+@[^\s@:/]+$/.test(address.trim()) ? `mailto:${address.trim()}` : address.trim());

/** All at once, so that nobody goes to the settings twice. */
function whatIsMissing({ name, href }: MatchmakerContact, matchableCount: number): readonly string[] {
  const isAddress = matchmakerPatientSchema.shape.contact.shape.href.safeParse(href).success;
  return [
    ...(name === '' ? ['Your name is missing: enter it under Settings (clinicianName).'] : []),
    ...(href === '' ? ['Your address for replies is missing: enter it under Settings (replyAddress).'] : isAddress ? [] : ['Your address for replies under Settings (replyAddress) is none: expected an e-mail or web address.']),
    ...(matchableCount === 0 ? ['There is nothing to match: record an observed or excluded finding, or a variant with its gene.'] : []),
  ];
}

function featuresOf({ file }: CaseSource, probandId: string) {
  return file.features
    .filter(({ personId, state }) => personId === probandId && state !== 'not-assessed')
    .map(({ termId, label, state, onset }) => {
      const ageOfOnset = onset === null ? null : onsetTermOf(onset);
      return { id: termId, label, observed: state === 'observed' ? ('yes' as const) : ('no' as const), ...(ageOfOnset === null ? {} : { ageOfOnset }) };
    });
}

/** The request knows onset as a term: the class in which an age lies, the narrowest that begins last before it. */
function onsetTermOf(onset: TimeElement): string | null {
  if (onset.kind === 'term') return onset.termId;
  const days = onset.kind === 'age' ? durationInDays(onset.duration) : onset.kind === 'age-range' ? durationInDays(onset.start) : onset.kind === 'gestation' ? (onset.weeks - 40) * 7 + onset.days : null;
  return days === null ? null : (onsetClasses.findLast(({ fromDays }) => fromDays <= days)?.termId ?? null);
}

const assemblyChromosome = /^(?:chr)?(\d{1,2}|X|Y|MT?)$/i;

function genomicFeature(finding: Finding, genotype: PersonGenotype, { hgncIdOf }: CaseSource) {
  const { gene, location, consequence } = finding;
  if (gene === null) return [];
  const copies = copiesOf(genotype);
  return [
    {
      gene: { id: gene.hgncId ?? hgncIdOf(gene.symbol) ?? gene.symbol },
      ...variantOf(location),
      ...(copies === 1 || copies === 2 ? { zygosity: copies } : {}),
      ...(consequence === null ? {} : { type: { id: consequences[consequence] } }),
    },
  ];
}

/** From 0, without `chr`, and only where the alleles are bases. */
function variantOf(location: GenomicLocation | null) {
  const name = assemblyChromosome.exec(location?.chromosome ?? '')?.[1]?.toUpperCase();
  if (location === null || name === undefined || location.position < 1) return {};
  const isBases = /^[ACGT]+$/.test(location.reference) && /^[ACGT]+$/.test(location.alternate);
  const start = location.position - 1;
  const end = location.end ?? start + location.reference.length;
  return { variant: { assembly: location.build, referenceName: name === 'M' ? 'MT' : name, start, ...(isBases || location.end !== null ? { end } : {}), ...(isBases ? { referenceBases: location.reference, alternateBases: location.alternate } : {}) } };
}

function lossesOf({ file }: CaseSource): readonly CaseLoss[] {
  const proband = probandOf(file);
  const own = file.features.filter(({ personId }) => personId === proband.id).map(statedFeature);
  const said: readonly (readonly [string, string, number])[] = [
    ['individual', 'relatives', file.family.individuals.length - 1],
    ['not-assessed', 'what nobody has assessed', own.filter(({ state }) => state === 'not-assessed').length],
    ['feature-detail', 'severity, laterality, modifiers and notes of findings', own.filter(({ severityId, lateralityId, modifierIds, note }) => severityId !== null || lateralityId !== null || modifierIds.length > 0 || note !== '').length],
    ['variant-without-gene', 'variants without a gene', file.findings.filter(({ gene }) => gene === null).length],
    ['variant-detail', 'descriptions, classes and evidence of variants', file.findings.length],
    ['casework', 'events, tests, referrals, tasks, documents and consents', file.events.length + file.tests.length + file.referrals.length + file.tasks.length + file.documents.length + file.consents.length],
  ];
  return said.filter(([, , count]) => count > 0).map(([kind, words, count]) => ({ kind, people: [], message: `A matchmaker request does not hold ${words} (${String(count)}).` }));
}
