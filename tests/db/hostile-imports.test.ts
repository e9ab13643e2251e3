import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answersFormat } from '#shared/interchange/questionnaire/answers.ts';
import { aBackend } from '#tests/db/backend-builder.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';
import { aFeature, aPacketOfVersion1 } from '#tests/unit/interchange/packet-builder.ts';

const published = referenceData('cases/phenopackets-dev.jsonl.gz');
const examples = referenceData('phenopackets/');

const inFile = (text: string) => ({ base64: Buffer.from(text).toString('base64') });
const odd = ['', 'null', '[]', '{}', '-1', '1e999', '"\\u0000"', '"\\ud800"', '"HP:9999999"', '"9999-99-99"', 'true', '"P99999Y"', '"II.1"'] as const;

/** Files as they come from a bad disk, a bad line and a bad program: cut, with a piece doubled or gone, or with another value in the place of one. */
function mutationsOf(text: string, count: number): readonly string[] {
  const at = fc.nat(text.length);
  const cut = at.map((length) => text.slice(0, length));
  const piece = fc.tuple(at, fc.nat(60), fc.boolean()).map(([from, length, isDoubled]) => text.slice(0, isDoubled ? from + length : from) + text.slice(isDoubled ? from : from + length));
  const values = [...text.matchAll(/(?<=:\s*)(?:"(?:[^"\\]|\\.)*"|-?\d[\d.]*|true|false)/g)];
  const value = fc.tuple(fc.constantFrom(...values), fc.constantFrom(...odd)).map(([found, other]) => `${text.slice(0, found.index)}${other}${text.slice(found.index + found[0].length)}`);
  return fc.sample(fc.oneof(cut, piece, value, value), { seed: 8, numRuns: count });
}

describe('a damaged file', () => {
  it.skipIf(published === null || examples === null)(`of patients comes in as a case or is refused with its place, and what is refused leaves nothing (${absentNote})`, { timeout: 180_000 }, async () => {
    const { ask, runJob } = await aBackend();
    await ask('settings.change', { autoLockMinutes: 0 });
    const lines = gunzipSync(readFileSync(published ?? '')).toString('utf8').trim().split('\n');
    const old = aPacketOfVersion1({ phenotypicFeatures: [aFeature('HP:0001250', 'Seizure', { negated: true })], genes: [{ id: 'HGNC:10585', symbol: 'SCN1A' }], variants: [{ hgvsAllele: { hgvs: 'NM_001165963.4:c.2T>C' }, zygosity: { id: 'GENO:0000135', label: 'heterozygous' } }] });
    const [family, treated] = ['family.json', 'retinoblastoma.json'].map((name) => readFileSync(referenceData(`phenopackets/${name}`) ?? '', 'utf8'));
    const inputs = [family, treated, JSON.stringify(old), lines[0], lines[2_000]].map((text) => JSON.stringify(JSON.parse(text ?? '')));
    const texts = inputs.map((input) => [input, ...mutationsOf(input, 30)].filter((text) => text.trim() !== ''));
    const files = texts.map((all, index) => ({ name: `${String(index)}.jsonl`, ...inFile(all.join('\n')) }));
    const { changes } = await ask('vault.verify', {});
    const { imported, problems, refusedCount } = await runJob('case.import', { files });
    // Each line is a case, was one before, or is refused.
    const duplicates = problems.filter(({ rule }) => rule === 'duplicate').length;
    expect(imported.length + duplicates + refusedCount).toBe(texts.flat().length);
    expect([imported.length > 20, refusedCount > 20, (await ask('case.list', {})).length]).toEqual([true, true, imported.length]);
    // Of whatever is wrong somebody is told where.
    expect(problems.filter(({ file, line, message }) => file === undefined || line === undefined || message.length < 20)).toEqual([]);
    expect((await ask('vault.verify', {})).changes - changes).toBe(1);
    await ask('history.undo', { caseId: null });
    expect(await ask('case.list', {})).toEqual([]);
    expect(await ask('vault.verify', {})).toMatchObject({ isIntact: true, findings: [] });
  });

  it('of answers of a family is refused with a reason, or adds words to be decided, and changes nothing else', async () => {
    const { ask } = await aBackend();
    await ask('settings.change', { autoLockMinutes: 0 });
    const { caseId, probandId } = await ask('case.create', { case: { reference: 'NRG-1' }, proband: { givenName: 'Ada' } });
    const answers = JSON.stringify({ format: answersFormat, version: 1, caseId, saidBy: 'Her mother', savedOn: '2026-03-01', answers: [{ personId: probandId, fact: 'name', shown: 'Called Ada', answer: 'correction', said: 'Called Ida' }, { personId: null, fact: 'other', shown: '', answer: 'addition', said: 'A cousin has it too' }] });
    const [shown, changes] = [await ask('case.show', { caseId }), (await ask('vault.verify', {})).changes];
    let taken = 0;
    for (const text of mutationsOf(answers, 120)) {
      const refusal = await ask('questionnaire.import', { caseId, file: { name: 'answers.json', ...inFile(text) } }).then(
        () => null,
        (fault: unknown) => (fault instanceof Error ? fault.message : ''),
      );
      if (refusal === null) taken += 1;
      else expect(refusal).toMatch(/^(?:invalid-input|rule-broken): .{20}/);
    }
    expect(taken).toBeGreaterThan(0);
    const after = await ask('case.show', { caseId });
    expect({ people: after.people, features: after.features }).toEqual({ people: shown.people, features: shown.features });
    expect((await ask('vault.verify', {})).changes - changes).toBeLessThanOrEqual(taken);
    expect(await ask('vault.verify', {})).toMatchObject({ isIntact: true, findings: [] });
  });
});
