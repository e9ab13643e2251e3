import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFamilies } from '#shared/pedigree/formats/read-families.ts';
import { answer } from '#tests/cli/command-line-world.ts';

let folder = '';
const inFolder = (name: string): string => join(folder, name);
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(inFolder(name), content);
  return inFolder(name);
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nostos-families-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const trio = 'F dad 0 0 1 1\nF mum 0 0 2 1\nF kid dad mum 1 2\n';
const errors = (complaints: readonly string[]): readonly string[] => complaints.map((line) => line.replace(folder, ''));

describe('nostos pedigree check', () => {
  it('gathers advice of one kind into one finding, and asks for no header of a format without one', async () => {
    const gedcom = ['0 HEAD', '1 GEDC', '2 VERS 5.5.1', '0 @I1@ INDI', '1 DEAT Y', '0 @I2@ INDI', '1 DEAT Y', '0 @F1@ FAM', '1 HUSB @I1@', '1 WIFE @I2@', '0 TRLR', ''].join('\n');
    const { output } = await answer(['pedigree', 'check', '--json', write('two.ged', gedcom)]);
    expect((JSON.parse(output) as { rule: string; people: string[] }[]).map(({ rule, people }) => [rule, people])).toEqual([['proband-missing', []], ['age-at-death-missing', ['I1', 'I2']], ['cause-of-death-missing', ['I1', 'I2']]]);
  });

  it('gives the findings of a family, with whom they are about', async () => {
    const { exitCode, output } = await answer(['pedigree', 'check', '--json', write('trio.ped', trio)]);
    const findings = JSON.parse(output) as readonly Record<string, unknown>[];
    expect(exitCode).toBe(0);
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) expect(finding).toMatchObject({ rule: expect.any(String) as string, severity: expect.stringMatching(/^(error|warning|advice)$/) as string, people: expect.any(Array) as unknown[], message: expect.any(String) as string });
  });

  it('ends with 1 where somebody would be their own ancestor, and names the people and the line', async () => {
    const path = write('circle.ped', 'F a b 0 1 0\nF b a 0 1 0\n');
    const { exitCode, output, complaints } = await answer(['pedigree', 'check', '--json', path]);
    expect(exitCode).toBe(1);
    expect(JSON.parse(output)).toEqual([{ rule: 'no-own-ancestor', severity: 'error', people: ['a', 'b'], message: 'Somebody would become their own ancestor; check who is the parent and who the child.', file: path, line: 1 }]);
    expect(errors(complaints)).toEqual(['/circle.ped:1: Somebody would become their own ancestor; check who is the parent and who the child. (a, b)']);
  });

  it('ends with 2 for a file that cannot be read, with the lines, and writes nothing', async () => {
    const answered = await answer(['pedigree', 'check', write('bad.ped', 'F a 0 0 7 0\nnot much\n')]);
    expect([answered.exitCode, answered.output]).toEqual([2, '']);
    expect(errors(answered.complaints)).toEqual(['/bad.ped:1: the sex is no code that is known, expected 1 for male, 2 for female, 0 for unknown', '/bad.ped:2: the line has 2 columns, expected 5 or more: family, individual, father, mother, sex, phenotype']);
  });

  it('names the people of several families by family and id', async () => {
    const { output } = await answer(['pedigree', 'check', '--json', '-'], 'A x 0 0 2 1\nA y x 0 1 2\nB z 0 0 1 2\n');
    const people = (JSON.parse(output) as readonly { readonly people: readonly string[] }[]).flatMap((finding) => finding.people);
    expect(people.length).toBeGreaterThan(0);
    expect(people.filter((id) => !/^[AB]\//.test(id) && id !== 'x')).toEqual([]);
  });

  it('says of a file that is not there what is missing', async () => {
    expect(await answer(['pedigree', 'check', inFolder('absent.ped')])).toMatchObject({ exitCode: 2, complaints: [`${inFolder('absent.ped')}: cannot be opened, expected a file`] });
    expect(await answer(['pedigree', 'check'])).toMatchObject({ exitCode: 2, complaints: ['nostos pedigree check: expected one file with a family.'] });
  });
});

describe('nostos pedigree convert', () => {
  it('writes a gzipped family in another format, and a report of what that cannot hold', async () => {
    const path = write('trio.ped.gz', gzipSync(trio));
    const report = inFolder('losses.json');
    const { exitCode, output, complaints } = await answer(['pedigree', 'convert', '--to', 'fhir', '--report', report, path]);
    expect([exitCode, complaints]).toEqual([0, []]);
    const back = readFamilies({ fileName: 'back', content: output });
    expect(back).toMatchObject({ ok: true, value: { format: 'fhir', families: [{ family: { individuals: [{ id: 'dad' }, { id: 'mum' }, { id: 'kid' }] } }] } });
    expect(JSON.parse(readFileSync(report, 'utf8'))).toEqual([{ kind: 'proband', people: ['dad'], message: 'FHIR FamilyMemberHistory cannot hold who is the proband, or that nobody is (1 person).' }]);
  });

  it('says on standard error what is lost where no report is asked for', async () => {
    const family = await answer(['pedigree', 'convert', '--to', 'gedcom7', write('plain.ped', trio)]);
    const { exitCode, output, complaints } = await answer(['pedigree', 'convert', '--to', 'ped', '-'], family.output.replace('2 TYPE Condition: affected', '2 TYPE Condition: carrier'));
    expect([exitCode, complaints]).toEqual([0, ['PED cannot hold the state in a condition, such as carrier (1 person). (I3)']]);
    expect(output).toBe('#family_id\tindividual_id\tfather_id\tmother_id\tsex\taffected:Affected\n-\tdad\t0\t0\t1\t1\n-\tmum\t0\t0\t2\t1\n-\tkid\tdad\tmum\t1\t0\n'.replaceAll('\n-', '\nstandard_input'));
  });

  it('writes all families where the format holds several, and else says how to choose one', async () => {
    const path = write('two.ped', 'A x 0 0 1 0\nB y 0 0 2 0\n');
    expect((await answer(['pedigree', 'convert', '--to', 'nostos', path])).exitCode).toBe(0);
    expect(await answer(['pedigree', 'convert', '--to', 'ga4gh', path])).toMatchObject({ exitCode: 2, output: '', complaints: ['nostos pedigree convert: GA4GH pedigree holds one family and the file has 2; choose one with --family, such as --family A.'] });
    expect((await answer(['pedigree', 'convert', '--to', 'ga4gh', '--family', 'B', path])).output).toContain('"id": "y"');
    expect(await answer(['pedigree', 'convert', '--to', 'ga4gh', '--family', 'C', path])).toMatchObject({ exitCode: 2 });
  });

  it('refuses a format that is none, and a report that cannot be written, and writes nothing', async () => {
    const path = write('one.ped', trio);
    expect(await answer(['pedigree', 'convert', '--to', 'gedcom', path])).toMatchObject({ exitCode: 2, output: '' });
    expect(await answer(['pedigree', 'convert', path])).toMatchObject({ exitCode: 2, complaints: ['nostos pedigree convert: --to is not given, expected one of ped, gedcom5, gedcom7, canrisk, ga4gh, fhir, phenopacket, nostos.'] });
    expect(await answer(['pedigree', 'convert', '--to', 'nostos', '--report', join(folder, 'no', 'where.json'), path])).toMatchObject({ exitCode: 2, output: '' });
  });

  it('refuses a small file that would unpack to fill the memory', async () => {
    const path = write('bomb.ped.gz', gzipSync(Buffer.alloc(70 * 1024 * 1024, 32)));
    expect(await answer(['pedigree', 'convert', '--to', 'ped', path])).toMatchObject({ exitCode: 2, complaints: [`${path}: could not be read, expected a file of a family, plain or gzip, of at most 64 MB`] });
  });
});
