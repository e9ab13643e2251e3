import * as z from 'zod';
import { failureKinds } from '#shared/base/failure.ts';

/** What crosses the boundary between a screen and the backend, in every host. JSON values only. */
export const problemSchema = z.object({
  severity: z.enum(['error', 'warning']),
  rule: z.string(),
  message: z.string(),
  file: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  pointer: z.string().optional(),
  wasRead: z.boolean().optional(),
});

export const failureSchema = z.object({
  kind: z.enum(failureKinds),
  message: z.string(),
  problems: z.array(problemSchema).readonly().optional(),
  reference: z.string().optional(),
});

/** `takesPacked`: who asks unpacks long lists that come column by column. */
export const requestSchema = z.object({ procedure: z.string().max(100), input: z.unknown(), takesPacked: z.boolean().optional() });
export type WireRequest = z.infer<typeof requestSchema>;

export type WireResponse = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: z.infer<typeof failureSchema> };

/** What a query's answer depends on; an event names the topics that changed, and screens ask again. */
export const topics = ['app', 'vault', 'cases', 'family', 'risk', 'phenotype', 'findings', 'trials', 'candidates', 'rankings', 'events', 'tests', 'tasks', 'referrals', 'documents', 'consents', 'exports', 'suggestions', 'filters', 'search', 'views', 'knowledge', 'history', 'settings', 'jobs'] as const;
export type Topic = (typeof topics)[number];

export const eventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), topics: z.array(z.enum(topics)).readonly() }),
  z.object({ kind: z.literal('job-progress'), jobId: z.string(), done: z.number(), total: z.number().nullable(), label: z.string() }),
  z.object({ kind: z.literal('job-done'), jobId: z.string(), value: z.unknown() }),
  z.object({ kind: z.literal('job-failed'), jobId: z.string(), error: failureSchema }),
]);
export type BackendEvent = z.infer<typeof eventSchema>;

/** A file that the user chose, sent as it is; the backend recognises gzip by content. */
export const fileSchema = z.object({ name: z.string().min(1).max(500), base64: z.base64() });
export type WireFile = z.infer<typeof fileSchema>;
