import * as z from 'zod';
import { idSchema, versionSchema } from '#shared/base/schemas.ts';
import { attachedDocumentDetailSchema, attachedDocumentSchema, largestAttachment } from '#shared/casefile/attached-document.ts';
import { odysseyEventDetailSchema, odysseyEventSchema } from '#shared/casefile/odyssey-event.ts';
import { orderedTestDetailSchema, orderedTestSchema } from '#shared/casefile/ordered-test.ts';
import { taskDetailSchema, taskSchema } from '#shared/casefile/task.ts';
import { command, query } from '#shared/contract/procedure.ts';
import { fileSchema } from '#shared/contract/wire.ts';

const caseId = z.object({ caseId: idSchema });
const nothing = z.object({});

/** What is said of a document besides its bytes, which are never changed. */
const documentWordsSchema = attachedDocumentDetailSchema.pick({ fileName: true, note: true, eventId: true, testId: true, referralId: true, isPrivate: true });
export type DocumentWords = z.infer<typeof documentWordsSchema>;

/** Four characters carry three bytes. */
const attachedFileSchema = fileSchema.extend({ name: attachedDocumentDetailSchema.shape.fileName, base64: z.base64().max(Math.ceil(largestAttachment / 3) * 4, 'expected a file of at most 50 MB') });

/** The steps of the odyssey, tests, tasks and documents of a case. Lists are in the order in which they were recorded. */
export const caseworkProcedures = {
  'event.list': query(caseId, z.array(odysseyEventSchema).readonly()),
  'event.add': command(z.object({ caseId: idSchema, detail: odysseyEventDetailSchema.partial() }), odysseyEventSchema),
  'event.change': command(z.object({ eventId: idSchema, version: versionSchema, change: odysseyEventDetailSchema.partial() }), odysseyEventSchema),
  'event.remove': command(z.object({ eventId: idSchema, version: versionSchema }), nothing),

  'test.list': query(caseId, z.array(orderedTestSchema).readonly()),
  'test.add': command(z.object({ caseId: idSchema, detail: orderedTestDetailSchema.partial() }), orderedTestSchema),
  'test.change': command(z.object({ testId: idSchema, version: versionSchema, change: orderedTestDetailSchema.partial() }), orderedTestSchema),
  'test.remove': command(z.object({ testId: idSchema, version: versionSchema }), nothing),

  'task.list': query(caseId, z.array(taskSchema).readonly()),
  'task.add': command(z.object({ caseId: idSchema, detail: taskDetailSchema.partial() }), taskSchema),
  'task.change': command(z.object({ taskId: idSchema, version: versionSchema, change: taskDetailSchema.partial() }), taskSchema),
  'task.remove': command(z.object({ taskId: idSchema, version: versionSchema }), nothing),

  /** Without their bytes. */
  'document.list': query(caseId, z.array(attachedDocumentSchema).readonly()),
  /** The media type is recognised from the content, whatever the name says. */
  'document.add': command(z.object({ caseId: idSchema, file: attachedFileSchema, detail: documentWordsSchema.omit({ fileName: true }).partial() }), attachedDocumentSchema),
  'document.read': query(z.object({ documentId: idSchema }), z.object({ fileName: z.string(), mediaType: z.string(), base64: z.base64() })),
  'document.change': command(z.object({ documentId: idSchema, version: versionSchema, change: documentWordsSchema.partial() }), attachedDocumentSchema),
  'document.remove': command(z.object({ documentId: idSchema, version: versionSchema }), nothing),
} as const;
