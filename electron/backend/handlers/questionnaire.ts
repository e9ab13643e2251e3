import type { Handlers } from '#electron/backend/handlers.ts';
import { failure } from '#shared/base/failure.ts';
import type { Problem } from '#shared/base/problem.ts';
import { refusal, success } from '#shared/base/result.ts';
import { readAnswers } from '#shared/interchange/questionnaire/answers.ts';

const noCase = failure('not-found', 'This case is no longer there. It may have been deleted or undone.');
const otherCase = failure('rule-broken', 'These answers belong to the questionnaire of another case. Open that case and read them there.');

export const questionnaireHandlers = {
  'questionnaire.import': ({ caseId, file }, unit) => {
    if (unit.cases.find(caseId) === null) return refusal(noCase);
    const read = readAnswers(Buffer.from(file.base64, 'base64').toString('utf8'), file.name);
    if (!read.ok) return read;
    if (read.value.caseId !== caseId) return refusal(otherCase);
    const { suggestions } = unit.records;
    const known = new Set(suggestions.ofCase(caseId).filter(({ source }) => source === 'questionnaire').map(({ personId, fact, answer, said }) => JSON.stringify([personId, fact, answer, said])));
    const problems: Problem[] = [];
    let added = 0;
    for (const [index, answer] of read.value.answers.entries()) {
      if (answer.personId !== null && unit.people.find(answer.personId)?.caseId !== caseId) {
        problems.push({ severity: 'warning', rule: 'person', message: 'this person is no longer in the family; the answer was left out', file: file.name, pointer: `/answers/${String(index)}` });
        continue;
      }
      if (answer.answer === 'confirmed' || known.has(JSON.stringify([answer.personId, answer.fact, answer.answer, answer.said]))) continue;
      suggestions.add(caseId, { ...answer, source: 'questionnaire', saidBy: read.value.saidBy, saidAt: unit.at, status: 'open', decidedBy: '', decidedAt: null, note: '' });
      added += 1;
    }
    unit.describe('Read the answers of a questionnaire', caseId);
    return success({ added, unchanged: read.value.answers.length - added - problems.length, problems });
  },
} satisfies Handlers<'questionnaire'>;
