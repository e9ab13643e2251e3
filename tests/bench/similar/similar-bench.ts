import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { findSimilar, type PhenotypeProfile } from '#shared/casefile/similar-profiles.ts';
import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { positionOfTerm, type RankingIndex } from '#shared/ranking/ranking-index.ts';
import type { Bench } from '#tests/bench/bench.ts';
import { readReferenceKnowledge, type ReferenceKnowledge } from '#tests/bench/ranking/reference-knowledge.ts';
import { casesFile } from '#tests/bench/ranking/solved-cases.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';

const matchmakerFile = 'matchmaker/benchmark_patients.json';
const quickShare = 40;
const fullShare = 4;
const listLength = 10;

/** A patient with what makes two of them belong together: the disease or the gene, and the paper that tells of them. */
interface KnownPatient {
  readonly profile: PhenotypeProfile;
  readonly labels: readonly string[];
  readonly paper: string;
}

interface Retrieval {
  readonly patients: number;
  /** Patients of whom another one with the same label is told of elsewhere. */
  readonly asked: number;
  /** Of these, those to whom such a patient is the most similar, and those with one among the first ten. */
  readonly first: number;
  readonly amongTen: number;
  /** What a patient drawn at random would do. */
  readonly chance: number;
}

/** How often the most similar of many published patients has the same disease or gene. */
export const similarBench: Bench = {
  name: 'similar',
  run: ({ quick }) => {
    const knowledge = readReferenceKnowledge('R1');
    const [cases, matchmaker] = [referenceData(casesFile), referenceData(matchmakerFile)];
    if (knowledge === null || cases === null || matchmaker === null) return Promise.resolve({ table: `similar: ${absentNote}`, json: null });
    const index = buildRankingIndex(knowledge.ontology, knowledge.diseases);
    const published = readPublished(cases, knowledge, index);
    const step = quick ? quickShare : fullShare;
    const results = [
      { name: 'published patients, any other', retrieval: retrieve(index, published, step, false) },
      { name: 'published patients, of another paper', retrieval: retrieve(index, published, step, true) },
      { name: 'Matchmaker benchmark patients', retrieval: retrieve(index, readMatchmaker(matchmaker, knowledge, index), 1, false) },
    ];
    const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(5)} %`;
    const lines = results.map(({ name, retrieval }) => `${name.padEnd(40)} ${percent(retrieval.first)} first ${percent(retrieval.amongTen)} among ten; by chance ${percent(retrieval.chance)} (${String(retrieval.asked)} of ${String(retrieval.patients)} patients)`);
    return Promise.resolve({ table: ['The most similar patient has the same disease or gene', ...lines].join('\n'), json: results });
  },
};

function retrieve(index: RankingIndex, patients: readonly KnownPatient[], step: number, isElsewhere: boolean): Retrieval {
  let [asked, first, amongTen, chance] = [0, 0, 0, 0];
  for (let position = 0; position < patients.length; position += step) {
    const patient = patients[position];
    if (patient === undefined) continue;
    const others = patients.filter((other) => other !== patient && !(isElsewhere && other.paper === patient.paper));
    const isMeant = (other: KnownPatient | undefined): boolean => other?.labels.some((label) => patient.labels.includes(label)) === true;
    const meant = others.filter(isMeant).length;
    if (meant === 0) continue;
    const found = findSimilar(index, patient.profile, others.map(({ profile }) => profile), listLength).map((similar) => isMeant(others[similar.position]));
    asked += 1;
    chance += meant / others.length;
    if (found[0] === true) first += 1;
    if (found.includes(true)) amongTen += 1;
  }
  return { patients: patients.length, asked, first: first / asked, amongTen: amongTen / asked, chance: chance / asked };
}

const idHolder = z.object({ id: z.string() });
const packetSchema = z.object({
  id: z.string(),
  phenotypicFeatures: z.array(z.object({ type: idHolder, excluded: z.boolean().optional() })).default([]),
  interpretations: z.array(z.object({ diagnosis: z.object({ disease: idHolder.optional() }).optional() })).default([]),
  metaData: z.object({ externalReferences: z.array(idHolder).default([]) }).optional(),
});

function readPublished(path: string, knowledge: ReferenceKnowledge, index: RankingIndex): readonly KnownPatient[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n').filter((line) => line !== '');
  return lines.flatMap((line) => {
    const packet = packetSchema.parse(JSON.parse(line));
    const disease = packet.interpretations[0]?.diagnosis?.disease?.id;
    const terms = (isExcluded: boolean): readonly string[] => packet.phenotypicFeatures.filter(({ excluded = false }) => excluded === isExcluded).map(({ type }) => type.id);
    const profile = profileOf(terms(false), terms(true), knowledge, index);
    return disease === undefined || profile.observed.length === 0 ? [] : [{ profile, labels: [disease], paper: packet.metaData?.externalReferences[0]?.id ?? packet.id }];
  });
}

const matchmakerSchema = z.array(
  z.object({
    id: z.string(),
    disorders: z.array(idHolder).default([]),
    features: z.array(z.object({ id: z.string(), observed: z.string().optional() })).default([]),
    genomicFeatures: z.array(z.object({ gene: idHolder })).default([]),
  }),
);

function readMatchmaker(path: string, knowledge: ReferenceKnowledge, index: RankingIndex): readonly KnownPatient[] {
  return matchmakerSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).map(({ id, disorders, features, genomicFeatures }) => {
    const terms = (isExcluded: boolean): readonly string[] => features.filter(({ observed }) => (observed === 'no') === isExcluded).map((feature) => feature.id);
    return { profile: profileOf(terms(false), terms(true), knowledge, index), labels: [...disorders.map((disorder) => disorder.id), ...genomicFeatures.map(({ gene }) => gene.id)], paper: id };
  });
}

function profileOf(observed: readonly string[], excluded: readonly string[], knowledge: ReferenceKnowledge, index: RankingIndex): PhenotypeProfile {
  const placed = (ids: readonly string[]): readonly number[] => [...new Set(ids.map((id) => positionOfTerm(index, knowledge.resolve(id) ?? id)))].filter((position) => position >= 0);
  return { observed: placed(observed), excluded: placed(excluded) };
}
