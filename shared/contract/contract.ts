import type * as z from 'zod';
import { adviceProcedures } from '#shared/contract/advice-procedures.ts';
import { appProcedures } from '#shared/contract/app-procedures.ts';
import { caseProcedures } from '#shared/contract/case-procedures.ts';
import { caseworkProcedures } from '#shared/contract/casework-procedures.ts';
import { consentProcedures } from '#shared/contract/consent-procedures.ts';
import { diseaseProcedures } from '#shared/contract/disease-procedures.ts';
import { erasureProcedures } from '#shared/contract/erasure-procedures.ts';
import { exportProcedures } from '#shared/contract/export-procedures.ts';
import { familyProcedures } from '#shared/contract/family-procedures.ts';
import { familyViewProcedures } from '#shared/contract/family-view-procedures.ts';
import { findingProcedures } from '#shared/contract/finding-procedures.ts';
import { geneProcedures } from '#shared/contract/gene-procedures.ts';
import { knowledgeProcedures } from '#shared/contract/knowledge-procedures.ts';
import type { Procedures } from '#shared/contract/procedure.ts';
import { referralProcedures } from '#shared/contract/referral-procedures.ts';
import { riskProcedures } from '#shared/contract/risk-procedures.ts';
import { searchProcedures } from '#shared/contract/search-procedures.ts';
import { similarProcedures } from '#shared/contract/similar-procedures.ts';
import { trialProcedures } from '#shared/contract/trial-procedures.ts';
import { vcfProcedures } from '#shared/contract/vcf-procedures.ts';

/** Everything that a screen or the command line can ask of the backend. */
export const contract = { ...appProcedures, ...caseProcedures, ...caseworkProcedures, ...referralProcedures, ...searchProcedures, ...similarProcedures, ...familyProcedures, ...familyViewProcedures, ...findingProcedures, ...knowledgeProcedures, ...geneProcedures, ...diseaseProcedures, ...riskProcedures, ...vcfProcedures, ...trialProcedures, ...adviceProcedures, ...exportProcedures, ...consentProcedures, ...erasureProcedures } as const satisfies Procedures;

export type Contract = typeof contract;
export type ProcedureName = keyof Contract;
export type InputOf<Name extends ProcedureName> = z.infer<Contract[Name]['input']>;
export type OutputOf<Name extends ProcedureName> = z.infer<Contract[Name]['output']>;
/** What the caller gets: for a job its id, else the output. */
export type AnswerOf<Name extends ProcedureName> = Contract[Name]['kind'] extends 'job' ? { readonly jobId: string } : OutputOf<Name>;
export type NamesOfKind<Kind extends string> = { [Name in ProcedureName]: Contract[Name]['kind'] extends Kind ? Name : never }[ProcedureName];
