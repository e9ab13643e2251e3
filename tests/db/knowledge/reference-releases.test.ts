import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { absentNote, referenceData } from '#tests/reference-data.ts';
import { compareKnowledge } from '#db/knowledge/compare-knowledge.ts';
import { compileKnowledge, type CompileReport } from '#db/knowledge/compile-knowledge.ts';
import { openKnowledge, type KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { readRelease } from '#db/knowledge/read-release.ts';
import { readSourceFolder, sortSources, type KnowledgeSource } from '#db/knowledge/source-files.ts';
import { verifyKnowledge } from '#db/knowledge/verify-knowledge.ts';
import type { Disease } from '#shared/disease/disease.ts';
import { layPhrases } from '#shared/ontology/lay-phrases.ts';
import { parseObo } from '#shared/ontology/obo.ts';
import { createTermResolver } from '#shared/ontology/resolve-terms.ts';

const recent = referenceData('knowledge/2025-05-06');
const older = referenceData('knowledge/2023-01-27');
const oldObo = referenceData('knowledge/extra/hp-2014-11-26.obo.gz');
const isAbsent = recent === null || older === null || oldObo === null;

describe.skipIf(isAbsent)(`the releases of the HPO (${absentNote})`, { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'nostos-releases-'));
  const opened = new Map<string, KnowledgeFile>();
  const reports = new Map<string, CompileReport>();
  const sourcesOf = (path: string): KnowledgeSource[] => {
    const sources = readSourceFolder(path);
    if (!sources.ok) throw new Error(sources.error.message);
    return sources.value;
  };
  const diseasesKept = new Map<string, readonly Disease[]>();
  const diseasesOf = (name: string): readonly Disease[] => {
    const diseases = diseasesKept.get(name) ?? release(name).diseases();
    diseasesKept.set(name, diseases);
    return diseases;
  };
  const release = (name: string): KnowledgeFile => {
    const known = opened.get(name);
    if (known === undefined) throw new Error(`${name} is not compiled`);
    return known;
  };

  beforeAll(() => {
    for (const [name, path] of [['2025-05-06', recent ?? ''], ['2023-01-27', older ?? '']] as const) {
      const to = join(folder, `${name}.sqlite`);
      const report = compileKnowledge({ sources: sourcesOf(path), to });
      if (!report.ok) throw new Error(report.error.message);
      reports.set(name, report.value);
      const file = openKnowledge(to);
      if (!file.ok) throw new Error(file.error.message);
      opened.set(name, file.value);
    }
  }, 300_000);
  afterAll(() => {
    for (const file of opened.values()) file.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('hold what their publishers count', () => {
    const perSource = (name: string): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const disease of diseasesOf(name)) {
        const source = disease.id.split(':')[0] ?? '';
        counts[source] = (counts[source] ?? 0) + 1;
      }
      return counts;
    };
    const counts = (name: string) => [release(name).release.ontologyVersion, release(name).release.annotationVersion, release(name).release.termCount, reports.get(name)?.files.find((file) => file.role === 'annotations')?.rows];
    expect([counts('2025-05-06'), perSource('2025-05-06')]).toEqual([['2025-05-06', '2025-05-06', 19_177, 272_060], { OMIM: 8_362, ORPHA: 4_281, DECIPHER: 47 }]);
    expect([counts('2023-01-27'), perSource('2023-01-27')]).toEqual([['2023-01-27', '2023-01-27', 16_874, 253_363], { OMIM: 8_297, ORPHA: 4_262, DECIPHER: 47 }]);
  });

  test('account for every annotation row: kept, or left out for a reason', () => {
    const accounted = [...reports].map(([name, report]) => {
      const kept = diseasesOf(name).reduce((sum, disease) => sum + disease.annotations.length, 0);
      const leftOut = report.skipped.filter((skip) => skip.example?.startsWith('phenotype.hpoa') === true && !skip.reason.includes('kept')).reduce((sum, skip) => sum + skip.count, 0);
      return [name, kept, leftOut, report.skipped.some((skip) => skip.reason.includes('unknown'))];
    });
    expect(accounted).toEqual([['2025-05-06', 254_965, 207, false], ['2023-01-27', 238_471, 167, false]]);
  });

  test('are intact, each with the genes of its gene file', async () => {
    expect(await Promise.all(['2025-05-06', '2023-01-27'].map((name) => verifyKnowledge(join(folder, `${name}.sqlite`))))).toEqual([{ ok: true, value: { isIntact: true, findings: [] } }, { ok: true, value: { isIntact: true, findings: [] } }]);
    expect(['2025-05-06', '2023-01-27'].map((name) => release(name).disease('OMIM:154700')?.genes.map((gene) => gene.symbol))).toEqual([['FBN1'], ['FBN1']]);
  });

  test('differ in what was added, removed and changed between them', () => {
    const comparison = compareKnowledge({ ...release('2023-01-27'), diseases: () => diseasesOf('2023-01-27') }, { ...release('2025-05-06'), diseases: () => diseasesOf('2025-05-06') });
    const { terms, diseases, annotations } = comparison;
    expect([terms.added.length - terms.removed.length, diseases.added.length - diseases.removed.length, annotations.added - annotations.removed]).toEqual([19_177 - 16_874, 84, 254_965 - 238_471]);
    expect([terms.changed.length > 1_000, diseases.changed.length > 500, annotations.changed > 100]).toEqual([true, true, true]);
  });

  test('join an ontology of 2025 with annotations of 2023, ids of merged terms led to the live ones', () => {
    const ontology = sourcesOf(recent ?? '').filter((source) => source.name.startsWith('hp.'));
    const annotations = sourcesOf(older ?? '').filter((source) => !source.name.startsWith('hp.'));
    const sorted = sortSources([...ontology, ...annotations]);
    const read = sorted.ok ? readRelease(sorted.value, () => undefined) : sorted;
    expect(read.ok && [read.value.ontology.version, read.value.annotationVersion, read.value.diseases.length, read.value.skipped.some((skip) => skip.reason.startsWith('merged or obsolete'))]).toEqual(['2025-05-06', '2023-01-27', 12_606, true]);
  });

  test('lead almost every obsolete and merged id of the OBO file of 2014 to a live term of today', () => {
    const reading = parseObo({ name: 'hp.obo', text: gunzipSync(readFileSync(oldObo ?? '')).toString('utf8') });
    if (!reading.ok) throw new Error(reading.error[0]?.message);
    expect([reading.value.ontology.version, reading.value.ontology.terms.length, reading.value.ontology.obsolete.length]).toEqual(['2014-11-26', 10_783, 55]);
    const resolve = createTermResolver(release('2025-05-06').ontology());
    const lost = reading.value.ontology.terms.filter((term) => resolve(term.id) === null);
    expect(lost.length).toBeLessThan(60);
  });

  test('know every term that an everyday phrase means, under the label written beside it', () => {
    const wrong = layPhrases.filter((phrase) => release('2025-05-06').term(phrase.termId)?.label !== phrase.label).map((phrase) => [phrase, release('2025-05-06').resolve(phrase.termId)?.label]);
    expect(wrong).toEqual([]);
  });

  test('find every everyday phrase first', () => {
    const missed = layPhrases.filter((phrase) => release('2025-05-06').searchTerms(phrase.text, 1)[0]?.id !== phrase.termId).map((phrase) => [phrase.text, phrase.label, release('2025-05-06').searchTerms(phrase.text, 1)[0]?.label]);
    expect(missed).toEqual([]);
  });

  test('find what is asked for in the words in which it is asked', () => {
    const first: Readonly<Record<string, string>> = {
      'floppy baby': 'Hypotonia',
      seziure: 'Seizure',
      'small head': 'Microcephaly',
      'HP:0001250': 'Seizure',
      'hp 1250': 'Seizure',
      '0001250': 'Seizure',
      fits: 'Seizure',
      'wide set eyes': 'Hypertelorism',
      'webbed toes': 'Toe syndactyly',
      'big liver': 'Hepatomegaly',
      'enlarged livver': 'Hepatomegaly',
      'heart murmer': 'Heart murmur',
      'cleft lip': 'Cleft lip',
      micro: 'Microcephaly',
      seiz: 'Seizure',
      oedema: 'Edema',
      haematuria: 'Hematuria',
      hipotonia: 'Hypotonia',
      hepatomegly: 'Hepatomegaly',
      'intelectual disability': 'Intellectual disability',
      'dev delay': 'Global developmental delay',
      'ataxia gait': 'Gait ataxia',
      'café au lait': 'Cafe-au-lait spot',
      scolosis: 'Scoliosis',
      VSD: 'Ventricular septal defect',
      FTT: 'Failure to thrive',
      'no speech': 'Absent speech',
    };
    expect(Object.fromEntries(Object.keys(first).map((text) => [text, release('2025-05-06').searchTerms(text, 1)[0]?.label]))).toEqual(first);
  });

  test('find every label and nearly every exact synonym under its own words', () => {
    const knowledge = release('2025-05-06');
    const terms = knowledge.ontology().terms.filter((_, at) => at % 10 === 0);
    const isFoundWithin = (text: string, id: string, limit: number): boolean => knowledge.searchTerms(text, limit).some((match) => match.id === id);
    // Modifiers stand below findings, so a short word such as "Mild" comes after findings that begin with it.
    const missed = terms.filter((term) => !isFoundWithin(term.label, term.id, knowledge.resolve(term.id)?.isPhenotype === true ? 3 : 60)).map((term) => term.label);
    const synonyms = terms.flatMap((term) => term.synonyms.filter((synonym) => synonym.scope === 'exact').map((synonym) => ({ id: term.id, text: synonym.text })));
    const missedSynonyms = synonyms.filter((synonym) => !isFoundWithin(synonym.text, synonym.id, 10));
    expect(missed).toEqual([]);
    expect(missedSynonyms.length / synonyms.length).toBeLessThan(0.01);
  });
});
