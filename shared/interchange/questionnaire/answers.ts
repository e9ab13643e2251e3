import * as z from 'zod';
import { idSchema } from '#shared/base/schemas.ts';
import type { Problem } from '#shared/base/problem.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { suggestionDetailSchema } from '#shared/casefile/suggestion.ts';

export const answersFormat = 'nostos-questionnaire-answers';

const answerSchema = suggestionDetailSchema.pick({ personId: true, fact: true, shown: true, answer: true, said: true });
export type QuestionnaireAnswer = Readonly<z.infer<typeof answerSchema>>;

/** What the file that a family sends back holds. */
export const answersSchema = z.object({
  format: z.literal(answersFormat),
  version: z.literal(1),
  /** The case that the questions were made for. */
  caseId: idSchema,
  saidBy: z.string().max(200),
  savedOn: z.iso.date(),
  answers: z.array(answerSchema).max(20_000).readonly(),
});
export type QuestionnaireAnswers = Readonly<z.infer<typeof answersSchema>>;

/** Reads the file that came back. It comes from outside the clinic: nothing in it is taken on trust, and a refusal says where it goes wrong. */
export function readAnswers(text: string, fileName: string): Result<QuestionnaireAnswers, Failure> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refusal(failure('invalid-input', 'This file holds no answers of a questionnaire: it cannot be read as JSON.', [{ severity: 'error', rule: 'json', message: 'expected the file that the questionnaire saved', file: fileName, line: 1 }]));
  }
  const parsed = answersSchema.safeParse(value);
  if (parsed.success) return success(parsed.data);
  const problems = parsed.error.issues.slice(0, 50).map((issue): Problem => ({ severity: 'error', rule: 'shape', message: issue.message, file: fileName, pointer: issue.path.map((part) => `/${String(part)}`).join('') }));
  return refusal(failure('invalid-input', 'This file holds no answers of a questionnaire. Nothing was taken over.', problems));
}
