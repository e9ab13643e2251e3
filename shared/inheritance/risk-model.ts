import * as z from 'zod';
import type { MemberEvidence } from '#shared/inheritance/evidence.ts';
import { inheritanceModes, type InheritanceMode, type ModeParameters } from '#shared/inheritance/mode.ts';
import { frequencyFor, usualAssumptions } from '#shared/inheritance/mode-of-inheritance.ts';
import { constantPenetrance } from '#shared/inheritance/penetrance.ts';

const share = z.number().min(0).max(1);
const id = z.string().min(1).max(300);

const penetrancePointSchema = z.object({ ageInYears: z.number().min(0).max(130), cumulative: share });

/** Cumulative risk that never falls, at rising ages. */
const penetranceTableSchema = z
  .array(penetrancePointSchema)
  .min(1)
  .max(40)
  .readonly()
  .refine((points) => points.every((point, index) => index === 0 || (point.ageInYears > (points[index - 1]?.ageInYears ?? 0) && point.cumulative >= (points[index - 1]?.cumulative ?? 0))), 'expected rising ages with a cumulative risk that never falls');

export const riskPenetranceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('constant'), probability: share }),
  z.object({ kind: z.literal('table'), points: penetranceTableSchema }),
]);

const testSchema = z.object({ result: z.enum(['positive', 'negative']), sensitivity: share, specificity: share });

/** What is known of one person besides what the pedigree says; null: nothing. */
export const personEvidenceSchema = z.object({
  copies: z.union([z.literal(0), z.literal(1), z.literal(2)]).nullable(),
  tests: z.array(testSchema).max(20).readonly(),
  /** Of the population that this founder comes from. */
  alleleFrequency: share.nullable(),
});
export type PersonEvidence = Readonly<z.infer<typeof personEvidenceSchema>>;

export const nothingKnown: PersonEvidence = { copies: null, tests: [], alleleFrequency: null };

/**
 * How a counsellor reckons with one condition of one family: all that the pedigree does not say. Null for mode, allele frequency and penetrance: what follows
 * from the family and the usual assumptions. People who have left the family since are passed over.
 */
export const riskModelSchema = z.object({
  mode: z.enum(inheritanceModes).nullable(),
  alleleFrequency: share.nullable(),
  penetrance: riskPenetranceSchema.nullable(),
  phenocopyRate: share,
  mutationRate: share,
  germlineMosaicism: z.object({ probability: share, transmittedShare: share }).nullable(),
  evidence: z.record(id, personEvidenceSchema).readonly(),
  /** Couples of whom a child is asked about that is not there yet. */
  pregnancies: z.array(z.tuple([id, id]).readonly()).max(10).readonly(),
});
export type RiskModel = Readonly<z.infer<typeof riskModelSchema>>;

/**
 * Order of the rate at which new mutations arise in a gene, per gamete: Haldane 1935, doi 10.1007/BF02717892 (haemophilia, 1 in 50,000); a gene of ordinary
 * length: Nachman & Crowell 2000, doi 10.1093/genetics/156.1.297.
 */
const usualMutationRate = 1e-6;

export const initialRiskModel: RiskModel = { mode: null, alleleFrequency: null, penetrance: null, phenocopyRate: 0, mutationRate: usualMutationRate, germlineMosaicism: null, evidence: {}, pregnancies: [] };

/** The numbers that are reckoned with under a mode, where the model leaves some open. */
export function modeParameters(model: RiskModel, mode: InheritanceMode): ModeParameters {
  const penetrance = model.penetrance ?? constantPenetrance(usualAssumptions.penetrance[mode]);
  return {
    alleleFrequency: model.alleleFrequency ?? frequencyFor(mode, usualAssumptions.penetrance[mode]),
    penetrance,
    phenocopyRate: model.phenocopyRate,
    mutationRate: model.mutationRate,
    germlineMosaicism: model.germlineMosaicism,
  };
}

/** What the pedigree says with what the model adds to it. */
export function withModelEvidence(told: ReadonlyMap<string, MemberEvidence>, model: RiskModel): ReadonlyMap<string, MemberEvidence> {
  const evidence = new Map(told);
  for (const [individualId, { copies, tests, alleleFrequency }] of Object.entries(model.evidence)) {
    evidence.set(individualId, {
      ...told.get(individualId),
      ...(copies === null ? {} : { copies }),
      ...(tests.length === 0 ? {} : { tests }),
      ...(alleleFrequency === null ? {} : { alleleFrequency }),
    });
  }
  return evidence;
}
