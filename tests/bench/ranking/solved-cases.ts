import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { type RankingCase } from '#shared/ranking/ranking-case.ts';
import { referenceData } from '#tests/reference-data.ts';
import { type ReferenceKnowledge } from '#tests/bench/ranking/reference-knowledge.ts';

export const casesFile = 'cases/phenopackets-dev.jsonl.gz';

/** A published patient with the diagnosis that was found. The ranking sees `patient` only. */
export interface SolvedCase {
  readonly id: string;
  readonly patient: RankingCase;
  readonly diseaseId: string;
  /** The disease is annotated in the knowledge. */
  readonly isCovered: boolean;
  /** Covered, and the patient's paper is not cited there for the disease. */
  readonly isClean: boolean;
  /** How many earlier cases of the file have the same disease. */
  readonly earlierOfDisease: number;
}

const idHolder = z.object({ id: z.string() });
/** Only what the bench needs of a phenopacket. */
const packetSchema = z.object({
  id: z.string(),
  phenotypicFeatures: z.array(z.object({ type: idHolder, excluded: z.boolean().optional() })).default([]),
  interpretations: z.array(z.object({ diagnosis: z.object({ disease: idHolder.optional() }).optional() })).default([]),
  diseases: z.array(z.object({ term: idHolder, excluded: z.boolean().optional() })).default([]),
  metaData: z.object({ externalReferences: z.array(idHolder).default([]) }).optional(),
});

/** Reads the solved cases, or null where the reference data is absent. As the scoring tool: first disease, at least one observed term. */
export function readSolvedCases(knowledge: ReferenceKnowledge): readonly SolvedCase[] | null {
  const path = referenceData(casesFile);
  if (path === null) return null;
  const cited = new Map(knowledge.diseases.map((disease) => [disease.id, new Set(disease.annotations.flatMap((annotation) => annotation.references))]));
  const seen = new Map<string, number>();
  const cases: SolvedCase[] = [];
  for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    if (line === '') continue;
    const packet = packetSchema.parse(JSON.parse(line));
    const diseaseId = [...packet.interpretations.map((one) => one.diagnosis?.disease?.id), ...packet.diseases.filter((one) => one.excluded !== true).map((one) => one.term.id)].find((id) => id !== undefined);
    const terms = (isExcluded: boolean) => packet.phenotypicFeatures.filter((feature) => (feature.excluded === true) === isExcluded).flatMap((feature) => knowledge.resolve(feature.type.id) ?? []);
    const observed = terms(false);
    if (diseaseId === undefined || observed.length === 0) continue;
    const earlier = seen.get(diseaseId) ?? 0;
    seen.set(diseaseId, earlier + 1);
    const papers = cited.get(diseaseId);
    const isClean = papers !== undefined && !(packet.metaData?.externalReferences ?? []).some((reference) => papers.has(reference.id));
    cases.push({ id: packet.id, patient: { observed, excluded: terms(true) }, diseaseId, isCovered: papers !== undefined, isClean, earlierOfDisease: earlier });
  }
  return cases;
}

/** Which of five folds a disease belongs to, from its id alone, so that cases of one disease are never on both sides. */
export function foldOf(diseaseId: string): number {
  let hash = 2_166_136_261;
  for (const character of diseaseId) hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) % 5;
}
