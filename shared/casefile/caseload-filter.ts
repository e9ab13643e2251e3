import * as z from 'zod';
import { caseStatuses } from '#shared/casefile/case-record.ts';

/** Which part of the caseload is looked at: what is still open or all of it. */
export const caseloadScopes = ['open', 'all'] as const;
export const dueChoices = ['any', 'overdue', 'week', 'none'] as const;
export type DueChoice = (typeof dueChoices)[number];
export const diagnosisChoices = ['any', 'diagnosed', 'undiagnosed'] as const;
export const sortableColumns = ['proband', 'reference', 'status', 'odyssey', 'next', 'candidate', 'news', 'recorded', 'changed'] as const;
export type SortColumn = (typeof sortableColumns)[number];

/** What of the caseload is shown and in which order. All of it holds at once; kept under a name, it is one saved filter. */
export const caseloadFilterSchema = z.object({
  text: z.string().max(500),
  /** Words of the name of a clinician who takes part in the case. */
  clinician: z.string().max(200),
  scope: z.enum(caseloadScopes),
  /** Empty: any. */
  statuses: z.array(z.enum(caseStatuses)).max(caseStatuses.length).readonly(),
  due: z.enum(dueChoices),
  diagnosis: z.enum(diagnosisChoices),
  /** Only cases of which something changed since they were last looked at. */
  isNews: z.boolean(),
  /** Only cases whose first place a new release changed. */
  isMoved: z.boolean(),
  sortBy: z.enum(sortableColumns),
  isDescending: z.boolean(),
});
export type CaseloadFilter = Readonly<z.infer<typeof caseloadFilterSchema>>;

export const usualFilter: CaseloadFilter = { text: '', clinician: '', scope: 'open', statuses: [], due: 'any', diagnosis: 'any', isNews: false, isMoved: false, sortBy: 'next', isDescending: false };
