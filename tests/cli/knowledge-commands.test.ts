import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { smallAnnotations, smallReleaseFiles } from '#tests/builders/release-files.ts';
import { smallGeneNames, smallOrphanetPackets, smallTranslations } from '#tests/builders/supplement-files.ts';
import type { CliCommand } from '#electron/cli/cli-command.ts';
import { diseaseSearchCommand } from '#electron/cli/commands/disease-search.ts';
import { hpoSearchCommand, hpoShowCommand } from '#electron/cli/commands/hpo.ts';
import { hpoExtractCommand } from '#electron/cli/commands/hpo-extract.ts';
import { knowledgeCompareCommand, knowledgeInstallCommand, knowledgeListCommand, knowledgeVerifyCommand } from '#electron/cli/commands/knowledge.ts';

let home = '';
let source = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'nostos-cli-'));
  source = join(home, 'hpo');
  writeRelease(source);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function writeRelease(folder: string): void {
  mkdirSync(folder);
  for (const file of smallReleaseFiles()) writeFileSync(join(folder, file.name), file.bytes);
}

async function run(command: CliCommand, positional: readonly string[], options: Readonly<Record<string, string>> = {}, ...flags: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await command.run(
    { positional, options, flags: new Set(flags) },
    {
      print: (line) => void out.push(line),
      write: () => undefined,
      complain: (line) => void errors.push(line),
      progress: () => undefined,
      askSecret: async () => null,
      readStandardInput: async () => new Uint8Array(),
      streamStandardInput: async function* () {
        yield new Uint8Array();
      },
      isResultOnTerminal: false,
      environment: { NOSTOS_HOME: home },
    },
  );
  return { code, out, errors };
}
const json = (lines: readonly string[]): unknown => JSON.parse(lines.join('\n'));

describe('nostos knowledge', () => {
  test('installs a folder, lists it as the one in use, and finds it intact', async () => {
    const installed = await run(knowledgeInstallCommand, [], { from: source, name: 'clinic' });
    expect([installed.code, installed.out[0]?.replace(/, compiled in .*/, ''), installed.out.filter((line) => line.includes('skipped')).length]).toEqual([0, 'clinic: ontology 2030-01-02, annotations 2030-01-03; 18 terms, 2 diseases, 5 annotations', 6]);
    expect((await run(knowledgeListCommand, [])).out.map((line) => line.split(':')[0])).toEqual(['  starter', '* clinic']);
    expect(json((await run(knowledgeListCommand, [], {}, 'json')).out)).toMatchObject([{ name: 'starter', isActive: false }, { name: 'clinic', isActive: true }]);
    expect(await run(knowledgeVerifyCommand, ['clinic'])).toEqual({ code: 0, out: ['clinic: intact'], errors: [] });
  });

  test('gives the same as data', async () => {
    const installed = await run(knowledgeInstallCommand, [], { from: source }, 'json');
    expect(json(installed.out)).toMatchObject({ release: { name: '2030-01-02+2030-01-03', termCount: 18 }, files: [{ name: 'hp.json' }, { name: 'phenotype.hpoa' }, { name: 'genes_to_disease.txt' }], skipped: expect.any(Array) });
  });

  test('names what is missing or wrong, one line each, and ends with 2', async () => {
    rmSync(join(source, 'phenotype.hpoa'));
    expect(await run(knowledgeInstallCommand, [], { from: source })).toEqual({ code: 2, out: [], errors: [`${source}: no file holds the disease annotations, expected phenotype.hpoa (also .gz)`] });
    writeFileSync(join(source, 'phenotype.hpoa'), smallAnnotations());
    writeFileSync(join(source, 'hp.json'), '{"graphs": [\n{"nodes": 3');
    expect(await run(knowledgeInstallCommand, [], { from: source })).toEqual({ code: 2, out: [], errors: ['hp.json:2:12: not valid JSON here; the file may be cut short or damaged'] });
    expect((await run(knowledgeInstallCommand, [])).code).toBe(2);
    expect((await run(knowledgeVerifyCommand, ['nothing'])).code).toBe(2);
  });

  test('ends with 1 where a release is damaged', async () => {
    await run(knowledgeInstallCommand, [], { from: source, name: 'clinic' });
    writeFileSync(join(home, 'knowledge', 'clinic.sqlite'), 'damaged');
    const verified = await run(knowledgeVerifyCommand, [], {}, 'json');
    expect([verified.code, json(verified.out)]).toMatchObject([1, [{ name: 'starter', isIntact: true }, { name: 'clinic', isIntact: false }]]);
  });

  test('compares two releases by counts, and by lists as data', async () => {
    const newer = join(home, 'newer');
    writeRelease(newer);
    const added = 'OMIM:900003\tCirce syndrome\t\tHP:0001250\tPMID:13\tPCS\t\t1/2\t\t\tP\t';
    const changed = smallAnnotations().replace('3/7', '4/7').replace('Scylla disease\t\tHP:0002391', 'Scylla disease\t\tHP:0000969');
    writeFileSync(join(newer, 'phenotype.hpoa'), `${changed}${added}\n`);
    const text = await run(knowledgeCompareCommand, [source, newer]);
    expect([text.code, text.out.map((line) => line.replaceAll(/ +/g, ' '))]).toEqual([0, ['2030-01-02+2030-01-03 → 2030-01-02+2030-01-03', 'terms 0 added 0 removed 0 changed', 'diseases 1 added 0 removed 2 changed', 'annotations 2 added 1 removed 2 changed']]);
    const data = await run(knowledgeCompareCommand, [source, newer], {}, 'json');
    expect(json(data.out)).toMatchObject({ diseases: { added: [{ id: 'OMIM:900003', name: 'Circe syndrome' }], changed: [{ id: 'OMIM:900001', annotationsChanged: 1, changes: ['annotations'] }, { id: 'ORPHA:900002' }] } });
  });
});

describe('nostos hpo', () => {
  test('searches the release in use, or the one that is named', async () => {
    expect((await run(hpoSearchCommand, ['small', 'head'], { limit: '1' })).out).toEqual(['HP:0000252  Microcephaly  (small head)']);
    const named = await run(hpoSearchCommand, ['seziure'], { knowledge: source, limit: '1' });
    expect(named).toEqual({ code: 0, out: ['HP:0001250  Seizure'], errors: ['read as: seizure'] });
    expect(json((await run(hpoSearchCommand, ['severe'], { knowledge: source }, 'json')).out)).toMatchObject([{ id: 'HP:0012828', label: 'Severe', isPhenotype: false }]);
  });

  test('shows a term, also by an id that was merged into it', async () => {
    const shown = await run(hpoShowCommand, ['HP:0002279'], { knowledge: source });
    expect(shown).toEqual({
      code: 0,
      out: ['HP:0001250  Seizure', 'replaces  HP:0002279', 'A sudden, uncontrolled burst of activity of nerve cells.', 'synonyms  Seizures; Epileptic seizure', 'is a      HP:0012638  Abnormal nervous system physiology', 'child     HP:0002373  Febrile seizure', 'diseases  2 with this or a narrower term'],
      errors: [],
    });
    expect(json((await run(hpoShowCommand, ['0001250'], { knowledge: source }, 'json')).out)).toMatchObject({ id: 'HP:0001250', diseaseCount: 2 });
  });

  test('says what it does not know', async () => {
    const codes = [await run(hpoShowCommand, ['HP:7654321'], { knowledge: source }), await run(hpoShowCommand, ['seizure']), await run(hpoSearchCommand, ['  ']), await run(hpoSearchCommand, ['x'], { limit: 'many' }), await run(hpoSearchCommand, ['x'], { knowledge: 'nowhere' })].map(({ code, errors }) => [code, errors.length]);
    expect(codes).toEqual([[1, 1], [2, 1], [2, 1], [2, 1], [2, 1]]);
  });
});

describe('nostos disease search', () => {
  test('finds diseases of the release in use by name, id or gene, with their modes of inheritance', async () => {
    expect(await run(diseaseSearchCommand, ['marfan', 'syn'])).toEqual({ code: 0, out: ['OMIM:154700  Marfan syndrome  FBN1  [Autosomal dominant inheritance]'], errors: [] });
    expect(json((await run(diseaseSearchCommand, ['fbn1'], {}, 'json')).out)).toEqual([{ id: 'OMIM:154700', name: 'Marfan syndrome', genes: ['FBN1'], inheritance: ['Autosomal dominant inheritance'] }]);
    expect((await run(diseaseSearchCommand, ['900001'], { knowledge: source })).out.map((line) => line.slice(0, 11))).toEqual(['OMIM:900001']);
  });

  test('says that it found none, and refuses what it cannot read', async () => {
    expect(await run(diseaseSearchCommand, ['polyphemus'])).toEqual({ code: 0, out: [], errors: ['no disease found'] });
    const refused = [await run(diseaseSearchCommand, [' ']), await run(diseaseSearchCommand, ['x'], { limit: '0' }), await run(diseaseSearchCommand, ['x'], { knowledge: 'nowhere' })];
    expect(refused.map(({ code, errors }) => [code, errors.length])).toEqual([[2, 1], [2, 1], [2, 1]]);
  });
});

describe('a release with gene names, translations and Orphanet beside it', () => {
  const inRelease = () => ({ knowledge: source });
  const found = async (text: string, lang: string) => run(hpoSearchCommand, [text], { ...inRelease(), lang });
  beforeEach(() => {
    writeFileSync(join(source, 'hp-de.babelon.tsv'), smallTranslations);
    writeFileSync(join(source, 'hgnc_complete_set.txt'), smallGeneNames);
    writeFileSync(join(source, 'orphapackets.ndjson'), smallOrphanetPackets);
  });

  test('says what it read, what it left out, and under which terms it may be used', async () => {
    const { code, out } = await run(knowledgeInstallCommand, [], { from: source, name: 'clinic' });
    expect([code, out[0]?.replace(/, compiled in .*/, '')]).toEqual([0, 'clinic: ontology 2030-01-02, annotations 2030-01-03; 18 terms, 4 diseases, 9 annotations; names of 3 genes (HGNC); 2 terms in de; 1 disease joined with Orphanet 2030-02-01']);
    expect(out).toEqual(expect.arrayContaining(['  read     hgnc_complete_set.txt (gene-names): 7 rows', '  read     hp-de.babelon.tsv (translation): 9 rows', '  read     orphapackets.ndjson (orphanet): 5 rows', '  skipped  1 × not translated yet (first: hp-de.babelon.tsv:7)']));
    expect(out.filter((line) => line.includes('CC BY 4.0')).length).toBe(1);
  });

  test('finds terms by their names in a language, with the English ones, and says where there is none', async () => {
    expect(await found('Krampfanfall', 'de')).toEqual({ code: 0, out: ['HP:0001250  Krampf "Anfall" = Seizure  (Krampfanfälle)'], errors: [] });
    expect((await found('microcephaly', 'DE')).out).toEqual(['HP:0000252  Microcephaly  [not translated]']);
    const { code, out, errors } = await found('hypotonia', 'it');
    expect([code, out, errors[0]]).toEqual([0, ['HP:0001252  Hypotonia  [not translated]'], expect.stringContaining('has no names in it, English is used: it has en, de')]);
    expect((await run(hpoShowCommand, ['HP:0001252'], inRelease())).out).toContain('de        Hypotonie  [proposed, not confirmed]');
  });

  test('reads a letter in a language that it has, and refuses one in another', async () => {
    const letter = join(home, 'brief.txt');
    writeFileSync(letter, 'Keine Hypotonie, aber Krampfanfälle.');
    const read = (lang: string) => run(hpoExtractCommand, [letter], { ...inRelease(), lang }, 'json');
    const german = await read('de');
    expect([german.code, json(german.out)]).toMatchObject([0, [{ id: 'HP:0001252', label: 'Hypotonia', excluded: true }, { id: 'HP:0001250', label: 'Seizure', excluded: false }]]);
    expect((await Promise.all(['it', 'fr'].map(read))).map(({ code, out, errors }) => [code, out, errors[0]])).toEqual([
      [2, [], expect.stringContaining('expected one of en, de, es, fr, ja, zh')],
      [2, [], expect.stringContaining('has no names in fr')],
    ]);
  });
});
