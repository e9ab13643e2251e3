import { expect, test } from 'vitest';
import { judgeStudy, verdicts, type Verdict } from '#shared/trial/judge-study.ts';
import { furtherCriteria, labelledCriteria, type LabelledCriterion } from '#tests/fixtures/trial/labelled-criteria.ts';
import { aStudy } from '#tests/fixtures/trial/a-study.ts';
import { patients, today, vocabulary } from '#tests/fixtures/trial/trial-patients.ts';

function judge({ who, section, text }: LabelledCriterion): Verdict | undefined {
  const study = aStudy({ criteria: `${section === 'inclusion' ? 'Inclusion' : 'Exclusion'} Criteria:\n\n* ${text}` });
  const judged = judgeStudy(study, { patient: patients[who], vocabulary, today });
  return judged.length === 1 ? judged[0]?.verdict : undefined;
}

/** Rows: what a counsellor says. Columns: what is judged. */
const confusion = (criteria: readonly LabelledCriterion[]): Readonly<Record<Verdict, Readonly<Record<Verdict, number>>>> => {
  const table = { met: { met: 0, 'not-met': 0, ask: 0 }, 'not-met': { met: 0, 'not-met': 0, ask: 0 }, ask: { met: 0, 'not-met': 0, ask: 0 } };
  for (const labelled of criteria) {
    const verdict = judge(labelled);
    if (verdict !== undefined) table[labelled.label][verdict] += 1;
  }
  return table;
};

test('no criterion labelled by hand is called met or not met unless it is, and what the record decides is decided', () => {
  const table = confusion(labelledCriteria);
  expect(labelledCriteria.length).toBeGreaterThanOrEqual(60);
  expect({ falselyMet: table['not-met'].met + table.ask.met, falselyNotMet: table.met['not-met'] + table.ask['not-met'] }).toEqual({ falselyMet: 0, falselyNotMet: 0 });
  expect(verdicts.map((label) => verdicts.map((verdict) => table[label][verdict]))).toEqual([
    [30, 0, 0],
    [0, 11, 0],
    [0, 0, 41],
  ]);
});

test('other wordings, for other people, are judged as they are labelled', () => {
  expect(furtherCriteria.length).toBeGreaterThanOrEqual(60);
  expect(furtherCriteria.map((labelled) => [labelled.who, labelled.text, judge(labelled)])).toEqual(furtherCriteria.map(({ who, text, label }) => [who, text, label]));
});
