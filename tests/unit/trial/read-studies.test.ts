import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAgeLimit } from '#shared/trial/age-limit.ts';
import { looksLikeStudyLines, readStudies } from '#shared/trial/read-studies.ts';
import { splitCriteria } from '#shared/trial/split-criteria.ts';
import { studyJson } from '#tests/fixtures/trial/a-study.ts';
import { referenceData } from '#tests/reference-data.ts';

const read = (value: unknown) => readStudies(JSON.stringify(value), 'a.json');

describe('reading studies', () => {
  test('takes a study, an array and a page of a search, and says when more pages follow', () => {
    const one = studyJson('NCT00000001', { conditions: ['Marfan Syndrome'], criteria: 'Inclusion Criteria:\n\n* Age \\>= 2 years', city: 'Ithaca', version: '2026-01-02' });
    expect([read(one), read([one]), read({ studies: [one], nextPageToken: 'x', totalCount: 9 })].map(({ studies, problems }) => [studies.map(({ id, dataDate }) => [id, dataDate]), problems.map(({ rule }) => rule)])).toEqual([
      [[['NCT00000001', '2026-01-02']], []],
      [[['NCT00000001', '2026-01-02']], []],
      [[['NCT00000001', '2026-01-02']], ['more-pages']],
    ]);
    expect(read(one).studies[0]).toMatchObject({ criteria: 'Inclusion Criteria:\n\n* Age >= 2 years', minimumAge: { kind: 'age', count: 2, unit: 'years' }, maximumAge: null, sites: [{ city: 'Ithaca', point: { latitude: 38.4, longitude: 20.7 } }] });
  });

  test('refuses what is no study with file, line and pointer, and keeps the good ones beside it', () => {
    const { studies, problems, refusedCount } = readStudies(JSON.stringify([studyJson('NCT00000001', {}), { a: 1 }, { protocolSection: {} }]), 'b.jsonl', 7);
    expect([studies.length, refusedCount]).toEqual([1, 2]);
    expect(problems.filter(({ severity }) => severity === 'error').map(({ file, line, pointer }) => [file, line, pointer])).toEqual([
      ['b.jsonl', 7, '/1/protocolSection'],
      ['b.jsonl', 7, '/2/protocolSection/identificationModule/nctId'],
    ]);
    expect(readStudies('{"a": 1', 'c.json').problems.map(({ rule, line }) => [rule, line])).toEqual([['not-json', 1]]);
  });

  test('names what is odd and keeps the study', () => {
    const odd = { protocolSection: { identificationModule: { nctId: 'nct12' }, statusModule: { overallStatus: 'HIBERNATING', startDateStruct: { date: 'May 2020' } }, designModule: { phases: ['PHASE9', 'PHASE2'] }, conditionsModule: { conditions: ['X'] }, eligibilityModule: { sex: 'ALL', minimumAge: 'old', maximumAge: 'N/A', eligibilityCriteria: 'Male participants...' } } };
    const { studies, problems } = read(odd);
    expect(studies[0]).toMatchObject({ id: 'NCT12', status: null, phases: ['PHASE2'], startsOn: null, minimumAge: null, maximumAge: { kind: 'none' } });
    expect(problems.map(({ rule }) => rule).sort()).toEqual(['cut-off', 'missing-part', 'odd-id', 'odd-value', 'odd-value', 'odd-value', 'odd-value']);
  });

  test('understands the ages of the register', () => {
    const ages = ['18 Years', '1 Year', '6 Months', '2 Weeks', '30 Days', '12 Hours', '5 Minutes', 'N/A', '', 'Adult', '-3 Years'];
    expect(ages.map((text) => { const age = parseAgeLimit(text); return age === null ? null : age.kind === 'none' ? 'none' : `${String(age.count)} ${age.unit}`; })).toEqual(['18 years', '1 years', '6 months', '2 weeks', '30 days', '12 hours', '5 minutes', 'none', null, null, null]);
  });

  test('tells JSON Lines from one document', () => {
    expect(['{"a":1}\n{"a":2}', '{\n"a":1\n}', '{"a":1}\n', '[{}]\n{}'].map(looksLikeStudyLines)).toEqual([true, false, false, false]);
  });

  test('never throws, whatever the text or the value of any field is', () => {
    fc.assert(fc.property(fc.string(), (text) => { readStudies(text, 'x'); }), { numRuns: 200 });
    const modules = ['identificationModule', 'statusModule', 'conditionsModule', 'designModule', 'eligibilityModule', 'contactsLocationsModule', 'armsInterventionsModule', 'sponsorCollaboratorsModule', 'descriptionModule'];
    const fields = ['nctId', 'overallStatus', 'conditions', 'phases', 'sex', 'minimumAge', 'eligibilityCriteria', 'locations', 'interventions', 'startDateStruct', 'leadSponsor', 'keywords', '__proto__'];
    const study = fc.record({ protocolSection: fc.dictionary(fc.constantFrom(...modules), fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...fields), fc.oneof(fc.jsonValue(), fc.constant('NCT00000001'), fc.array(fc.jsonValue()))))), derivedSection: fc.jsonValue() });
    fc.assert(fc.property(fc.oneof(study, fc.array(study), fc.jsonValue()), (value) => {
      const { studies, refusedCount } = read(value);
      for (const { criteria } of studies) splitCriteria(criteria);
      expect(studies.length + refusedCount).toBeGreaterThanOrEqual(0);
    }), { numRuns: 300 });
  });
});

const folder = referenceData('trials');
describe.skipIf(folder === null)('the published studies', () => {
  test('are all read, excerpts and odd ones with the reason', () => {
    const readings = readdirSync(folder ?? '').sort().map((name) => readStudies(readFileSync(join(folder ?? '', name), 'utf8'), name));
    const studies = new Set(readings.flatMap((reading) => reading.studies.map(({ id }) => id)));
    const rules = readings.flatMap((reading) => reading.problems.map(({ rule }) => rule));
    expect([studies.size, readings.reduce((sum, { refusedCount }) => sum + refusedCount, 0)]).toEqual([33, 0]);
    expect(Object.fromEntries([...new Set(rules)].sort().map((rule) => [rule, rules.filter((one) => one === rule).length]))).toEqual({ 'cut-off': 2, fragment: 22, 'missing-part': 3, 'more-pages': 1, 'odd-id': 1 });
    expect(readings.flatMap((reading) => reading.studies).filter(({ status }) => status === null)).toEqual([]);
  });
});
