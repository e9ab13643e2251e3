import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readEvidenceFile, readGenotypesFile } from '#electron/cli/genetic-input.ts';
import { answer } from '#tests/cli/command-line-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'nostos-numbers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const ped = (name: string, ...lines: readonly string[]): string => file(name, `${lines.join('\n')}\n`);
const evidence = (name: string, said: unknown): string => file(name, JSON.stringify(said));

/** An affected child of healthy parents, and a healthy sister. */
const recessive = ped('recessive.ped', 'F1 dad 0 0 1 1', 'F1 mum 0 0 2 1', 'F1 kid dad mum 1 2', 'F1 sis dad mum 2 1');
/** An affected father with three affected children and a healthy one. */
const dominant = ped('dominant.ped', 'F1 a 0 0 1 2', 'F1 b 0 0 2 1', 'F1 c a b 1 2', 'F1 d a b 2 2', 'F1 e a b 1 1', 'F1 f a b 1 2');
const twoFamilies = ped('two.ped', 'F1 dad 0 0 1 1', 'F1 mum 0 0 2 1', 'F1 kid dad mum 1 2', 'F2 dad 0 0 1 1', 'F2 mum 0 0 2 1', 'F2 kid dad mum 1 0');
const cousins = ped('cousins.ped', 'F1 gf 0 0 1 0', 'F1 gm 0 0 2 0', 'F1 uncle gf gm 1 0', 'F1 aunt gf gm 2 0', 'F1 in1 0 0 2 0', 'F1 in2 0 0 1 0', 'F1 he uncle in1 1 0', 'F1 she in2 aunt 2 0', 'F1 child he she 2 0');

interface PersonAnswer {
  readonly id: string;
  readonly carrier: number;
  readonly atRiskGenotype: number;
  readonly affected: number;
  readonly table: { readonly posterior: readonly number[]; readonly prior: readonly number[]; readonly conditionals: readonly { readonly source: unknown; readonly values: readonly (number | null)[] }[] } | null;
}

async function asked<Value>(...words: readonly string[]): Promise<Value> {
  const { exitCode, output, complaints } = await answer(['pedigree', ...words, '--json']);
  expect([exitCode, complaints]).toEqual([0, []]);
  return JSON.parse(output) as Value;
}
const risk = (...words: readonly string[]) => asked<{ readonly people: readonly PersonAnswer[]; readonly logLikelihood: number }>('risk', ...words);
const chances = (people: readonly PersonAnswer[]) => people.map(({ id, carrier, atRiskGenotype, affected }) => [id, ...[carrier, atRiskGenotype, affected].map((value) => Number(value.toFixed(9)))]);

describe('nostos pedigree risk', () => {
  test('says that the healthy sister of an affected child is a carrier with 2/3, and how', async () => {
    const { people, logLikelihood } = await risk(recessive, '--mode', 'AR', '--allele-frequency', '0.01');
    expect(chances(people)).toEqual([['dad', 1, 0, 0], ['mum', 1, 0, 0], ['kid', 0, 1, 1], ['sis', 0.666666667, 0, 0]]);
    expect(people[3]?.table?.posterior.map((value) => Number(value.toFixed(9)))).toEqual([0.333333333, 0.666666667, 0]);
    // Both parents carriers, the child with two alleles, the sister healthy: (2pq)² · 1/4 · 3/4.
    expect(logLikelihood).toBeCloseTo(Math.log(0.0198 ** 2 / 4 * 0.75), 9);
  });

  test('takes test results, genotypes and ages from a file', async () => {
    const test = evidence('test.json', { sis: { test: { result: 'negative', sensitivity: 0.9, specificity: 1 } } });
    expect(chances((await risk(recessive, '--mode', 'AR', '--allele-frequency', '0.01', '--evidence', test)).people)[3]).toEqual(['sis', 0.166666667, 0, 0]);
    const known = evidence('known.json', { dad: { genotype: 1 }, mum: { genotype: 0 } });
    expect(chances((await risk(ped('child.ped', 'F1 dad 0 0 1 0', 'F1 mum 0 0 2 0', 'F1 kid dad mum 2 0'), '--mode', 'AD', '--allele-frequency', '0.001', '--penetrance', '0.8', '--evidence', known)).people)[2]).toEqual(['kid', 0.5, 0.5, 0.4]);
  });

  test('names people as family/id where the file holds several families, and sums their likelihoods', async () => {
    const both = await risk(twoFamilies, '--mode', 'AR', '--allele-frequency', '0.01', '--evidence', evidence('two.json', { 'F2/mum': { genotype: 1 } }));
    expect(both.people.map(({ id }) => id)).toEqual(['F1/dad', 'F1/mum', 'F1/kid', 'F2/dad', 'F2/mum', 'F2/kid']);
    expect(both.people.find(({ id }) => id === 'F2/mum')?.carrier).toBe(1);
    expect(both.logLikelihood).toBeCloseTo(Math.log(0.0198 ** 2 / 4) + Math.log(0.9999 * 0.0198), 9);
  });

  test('names, with exit code 1, the people whose evidence cannot be true together', async () => {
    const { exitCode, output, complaints } = await answer(['pedigree', 'risk', recessive, '--mode', 'AR', '--allele-frequency', '0.01', '--evidence', evidence('not-a-carrier.json', { mum: { genotype: 0 } }), '--json']);
    expect([exitCode, JSON.parse(output), complaints]).toEqual([1, { people: [], logLikelihood: null, impossible: ['mum', 'kid'] }, ['nostos pedigree risk: what is known of these people cannot be true together under this model: mum, kid.']]);
    // A new mutation makes it possible again.
    const withMutation = await risk(recessive, '--mode', 'AR', '--allele-frequency', '0.01', '--mutation', '0.0001', '--evidence', join(folder, 'not-a-carrier.json'));
    expect(withMutation.people[2]?.atRiskGenotype).toBe(1);
  });

  test('with no frequency at all, affected without phenocopies or mutations cannot be', async () => {
    expect((await answer(['pedigree', 'risk', dominant, '--mode', 'AD', '--allele-frequency', '0', '--json'])).exitCode).toBe(1);
  });

  test.each([
    [[recessive, '--allele-frequency', '0.01'], 'nostos pedigree risk: --mode is missing, expected one of AD, AR, XLD, XLR, YL, MT.'],
    [[recessive, '--mode', 'AR'], 'nostos pedigree risk: --allele-frequency is missing, expected a number from 0 to 1.'],
    [[recessive, '--mode', 'AR', '--allele-frequency', '1.5'], 'nostos pedigree risk: --allele-frequency: not a probability, expected a number from 0 to 1.'],
    [[recessive, '--mode', 'AR', '--allele-frequency', '0.1', '--penetrance', 'high'], 'nostos pedigree risk: --penetrance: not a probability, expected a number from 0 to 1.'],
    [['--mode', 'AR', '--allele-frequency', '0.1'], 'nostos pedigree risk: expected one file with a family.'],
    [[recessive, '--mode', 'AR', '--allele-frequency', '0.1', '--person', 'nobody'], 'nostos pedigree risk: no person nobody is in the file, expected ids as the file has them.'],
  ])('refuses %j', async (words, complaint) => {
    expect(await answer(['pedigree', 'risk', ...words])).toEqual({ exitCode: 2, output: '', complaints: [complaint] });
  });

  test('refuses an evidence file with its place and what was expected', async () => {
    const unlikely = evidence('unlikely.json', { sis: { test: { result: 'negative', sensitivity: 9, specificity: 1 } } });
    const stranger = evidence('stranger.json', { nobody: { genotype: 1 } });
    const misspelt = evidence('misspelt.json', { sis: { genotyp: 1 } });
    const complaints = [];
    for (const path of [unlikely, stranger, misspelt, file('text.json', 'sis 1'), join(folder, 'absent.json')]) {
      const refused = await answer(['pedigree', 'risk', recessive, '--mode', 'AR', '--allele-frequency', '0.01', '--evidence', path]);
      expect([refused.exitCode, refused.output, refused.complaints.length]).toEqual([2, '', 1]);
      complaints.push(refused.complaints[0] ?? '');
    }
    expect(complaints[0]).toMatch(/unlikely\.json: at \/sis\/test/);
    expect(complaints[1]).toBe('nostos pedigree risk: no person nobody is in the file, expected ids as the file has them.');
    expect(complaints[2]).toMatch(/misspelt\.json: at \/sis: Unrecognized key: "genotyp", expected an object of people such as/);
    expect(complaints[3]).toMatch(/text\.json: is not JSON, expected an object of people/);
    expect(complaints[4]).toMatch(/absent\.json/);
  });

  test('refuses a family with more loops than can be worked out, and says how large it would be', async () => {
    const lines: string[] = [];
    let couples = Array.from({ length: 8 }, (_, house): readonly [string, string] => [`1-${String(house)}m`, `1-${String(house)}f`]);
    for (const [man, woman] of couples) lines.push(`F1 ${man} 0 0 1 0`, `F1 ${woman} 0 0 2 0`);
    for (let generation = 2; generation <= 9; generation += 1) {
      couples.forEach(([father, mother], house) => lines.push(`F1 ${String(generation)}-${String(house)}m ${father} ${mother} 1 0`, `F1 ${String(generation)}-${String(house)}f ${father} ${mother} 2 0`));
      couples = couples.map((_, house) => [`${String(generation)}-${String(house)}m`, `${String(generation)}-${String((house + 1) % 8)}f`] as const);
    }
    const { exitCode, output, complaints } = await answer(['pedigree', 'risk', ped('royal.ped', ...lines), '--mode', 'AR', '--allele-frequency', '0.01']);
    expect([exitCode, output]).toEqual([2, '']);
    expect(complaints[0]).toMatch(/^this family has so many loops that an exact answer needs a table of \d\.\de\+\d+ numbers/);
  });
});

describe('nostos pedigree kinship', () => {
  test('gives every pair its coefficient, share and relationship, and everybody an inbreeding coefficient', async () => {
    const { pairs, inbreeding } = await asked<{ readonly pairs: readonly { readonly a: string; readonly b: string; readonly kinship: number; readonly shared: number; readonly relationship: string }[]; readonly inbreeding: Readonly<Record<string, number>> }>('kinship', cousins);
    expect(pairs).toHaveLength(36);
    expect(pairs.find(({ a, b }) => a === 'he' && b === 'she')).toEqual({ a: 'he', b: 'she', kinship: 1 / 16, shared: 1 / 8, relationship: 'first cousins' });
    expect(pairs.find(({ a, b }) => a === 'in1' && b === 'in2')).toEqual({ a: 'in1', b: 'in2', kinship: 0, shared: 0, relationship: 'unrelated' });
    expect(inbreeding).toEqual({ gf: 0, gm: 0, uncle: 0, aunt: 0, in1: 0, in2: 0, he: 0, she: 0, child: 1 / 16 });
  });

  test('on the X chromosome passes no man to his son', async () => {
    const { pairs } = await asked<{ readonly pairs: readonly { readonly a: string; readonly b: string; readonly kinship: number }[] }>('kinship', cousins, '--x');
    expect(pairs.find(({ a, b }) => a === 'gf' && b === 'uncle')?.kinship).toBe(0);
    expect(pairs.find(({ a, b }) => a === 'gf' && b === 'aunt')?.kinship).toBe(0.5);
  });
});

describe('nostos pedigree inheritance', () => {
  interface ModesAnswer {
    readonly modes: readonly { readonly mode: string; readonly probability: number; readonly possible: boolean; readonly reasons: readonly { readonly kind: string; readonly people: readonly string[]; readonly weight: string; readonly message: string }[] }[];
  }

  test('excludes by name what a father with affected and healthy sons excludes, each reason told once', async () => {
    const { modes } = await asked<ModesAnswer>('inheritance', dominant);
    expect(modes.map(({ mode, possible }) => [mode, possible])).toEqual([['AD', true], ['AR', true], ['XLD', false], ['XLR', false], ['YL', false], ['MT', false], ['de novo AD', false]]);
    expect(modes.toSorted((first, second) => second.probability - first.probability)[0]?.mode).toBe('AD');
    expect(modes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
    const kinds = modes[2]?.reasons.map(({ kind }) => kind) ?? [];
    expect([kinds.length, new Set(kinds).size]).toEqual([kinds.length, kinds.length]);
    expect(modes[2]?.reasons.find(({ kind }) => kind === 'father-to-son')).toMatchObject({ weight: 'against', people: ['a', 'c', 'f'] });
    for (const { possible, reasons } of modes) expect(possible || reasons.some(({ weight }) => weight === 'against')).toBe(true);
  });

  test('where nobody is affected every mode is as likely as before', async () => {
    const { modes } = await asked<ModesAnswer>('inheritance', cousins);
    expect(modes.map(({ probability, possible, reasons }) => [Number((probability * 7).toFixed(9)), possible, reasons])).toEqual(Array.from({ length: 7 }, () => [1, true, []]));
  });
});

describe('nostos pedigree segregation', () => {
  const genotypes = file('genotypes.txt', 'a 1\nc 1\nd 1\ne 0\nf 1\n');
  const segregation = (...words: readonly string[]) => asked<{ readonly lod: number | null; readonly meioses: number; readonly evidence: string | null; readonly strength: string | null; readonly index: string }>('segregation', dominant, ...words);

  test('counts the transmissions that chance would have had to get right', async () => {
    // Which parent hands it on, and three further children: (1/2)^4.
    const found = await segregation('--genotypes', genotypes, '--mode', 'AD', '--penetrance', '1', '--phenocopy', '0', '--allele-frequency', '1e-7', '--index', 'f');
    expect(found.lod).toBeCloseTo(Math.log10(16), 5);
    expect(found.meioses).toBeCloseTo(4, 5);
    expect([found.evidence, found.strength, found.index]).toEqual(['PP1', 'moderate', 'f']);
  });

  test('an affected child without the variant speaks against it, and JSON reads as lines do', async () => {
    const against = file('against.json', JSON.stringify({ a: 1, c: 1, d: { genotype: 0 }, f: 1 }));
    expect(await segregation('--genotypes', against, '--mode', 'AD', '--penetrance', '1', '--phenocopy', '0', '--index', 'f')).toMatchObject({ lod: null, evidence: 'BS4', strength: 'strong' });
  });

  test('names, with exit code 1, people whose genotypes cannot be handed down so', async () => {
    const { exitCode, output, complaints } = await answer(['pedigree', 'segregation', dominant, '--genotypes', file('impossible.txt', 'a 0\nb 0\nc 1\n'), '--mode', 'AD', '--json']);
    expect([exitCode, JSON.parse(output)]).toEqual([1, { lod: null, bayesFactor: 0, meioses: 0, evidence: null, strength: null, index: 'c', impossible: ['a', 'b', 'c'] }]);
    expect(complaints).toEqual(['nostos pedigree segregation: the genotypes of these people cannot be together with their descent, or what they show with the mode: a, b, c.']);
  });

  test.each([
    ['a\n', 'line.txt:1: not a genotype, expected a person and 0, 1 or 2 copies of the variant'],
    ['a 1\na 0\n', 'line.txt:2: this person has a genotype already, expected one a person'],
    ['# nothing\n', 'line.txt: holds no genotype, expected lines of a person and 0, 1 or 2'],
    ['b 1\n', 'nostos pedigree segregation: nobody who is affected has the variant, so that there is nobody to start from; expected --index.'],
  ])('refuses the genotypes %j', async (text, complaint) => {
    const refused = await answer(['pedigree', 'segregation', dominant, '--genotypes', file('line.txt', text), '--mode', 'AD']);
    expect([refused.exitCode, refused.output]).toEqual([2, '']);
    expect(refused.complaints[0]?.replaceAll(`${folder}/`, '').replace(/^nostos pedigree segregation: (?=line)/, '')).toBe(complaint);
  });
});

describe('the readers of evidence and genotypes', () => {
  const text = fc.oneof(fc.string(), fc.json(), fc.stringMatching(/^[a-z0-9 \n,;#{}":.]{0,40}$/));

  test('answer with people or a complaint that names the file, whatever is in it', () => {
    fc.assert(
      fc.property(text, (content) => {
        const path = file('any.txt', content);
        for (const read of [readEvidenceFile(path), readGenotypesFile(path)]) {
          if (read.ok) expect(read.value).toBeInstanceOf(Map);
          else expect(read.error.startsWith(path)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
