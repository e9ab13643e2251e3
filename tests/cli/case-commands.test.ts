import { describe, expect, test } from 'vitest';
import { answer } from '#tests/cli/command-line-world.ts';
import { aFeature, aPacket } from '#tests/unit/interchange/packet-builder.ts';

const marfan = aPacket({
  id: 'marfan-1',
  phenotypicFeatures: [aFeature('HP:0001083', 'Ectopia lentis'), aFeature('HP:0002616', 'Aortic root aneurysm'), aFeature('HP:0001166', 'Arachnodactyly'), aFeature('HP:0001250', 'Seizure', { excluded: true })],
});
interface RankedLine {
  readonly id: string;
  readonly candidates: readonly { readonly id: string; readonly score: number; readonly probability: number }[];
  readonly noneOfThese: number;
  readonly others: { readonly probability: number };
  readonly stated: { readonly genes: readonly unknown[]; readonly inheritance: readonly unknown[] };
  readonly unused: readonly string[];
}

const rank = async (cases: readonly unknown[], ...options: readonly string[]) => {
  const answered = await answer(['rank', '--knowledge', 'starter', ...options, '-'], cases.map((one) => JSON.stringify(one)).join('\n'));
  return { ...answered, lines: answered.output.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as RankedLine) };
};

describe('nostos rank', () => {
  test('does not look at what the packet says of the diagnosis, or at its id', async () => {
    const dravet = { id: 'OMIM:607208', label: 'Dravet syndrome' };
    const told = { ...marfan, id: dravet.id, diseases: [{ term: dravet }], interpretations: [{ id: 'i', progressStatus: 'SOLVED', diagnosis: { disease: dravet } }] };
    const { lines } = await rank([marfan, told]);
    expect(lines.map(({ id }) => id)).toEqual(['marfan-1', 'OMIM:607208']);
    expect(lines[1]?.candidates).toEqual(lines[0]?.candidates);
  });

  test('shares out one whole of probability', async () => {
    const [line] = (await rank([marfan], '--top', '3')).lines;
    const listed = line?.candidates.reduce((sum, { probability }) => sum + probability, 0) ?? Number.NaN;
    expect(line?.stated).toEqual({ genes: [], inheritance: [] });
    expect(listed + (line?.noneOfThese ?? 0) + (line?.others.probability ?? 0)).toBeCloseTo(1, 9);
  });

  test('says of terms that the release does not know that they took no part', async () => {
    const { exitCode, complaints, lines } = await rank([{ ...marfan, phenotypicFeatures: [aFeature('HP:0001083', 'Ectopia lentis'), aFeature('HP:9999999', 'New')] }]);
    expect([exitCode, complaints, lines.map(({ unused }) => unused)]).toEqual([0, ['nostos rank: 1 term of 1 case took no part: no phenotypic abnormality of release starter.'], [['HP:9999999']]]);
  });

  test('refuses input without a single case', async () => {
    expect(await rank([7])).toMatchObject({ exitCode: 2, output: '', complaints: ['standard input:1:1: the packet is a number, expected a JSON object', 'nostos rank: no case could be read, expected phenopackets'] });
  });
});

describe('nostos explain', () => {
  test('gives parts and priors that sum to the score of the ranking', async () => {
    const first = (await rank([marfan])).lines[0]?.candidates[0];
    const ended = await answer(['explain', '--knowledge', 'starter', '--json', '--disease', first?.id ?? '', '-'], JSON.stringify(marfan));
    const explanation = JSON.parse(ended.output) as { score: number; parts: { termId: string; log10LikelihoodRatio: number }[]; priors: { log10: number }[] };
    const sum = explanation.parts.reduce((total, part) => total + part.log10LikelihoodRatio, 0) + explanation.priors.reduce((total, prior) => total + prior.log10, 0);
    expect(ended.exitCode).toBe(0);
    expect(explanation.score).toBeCloseTo(first?.score ?? Number.NaN, 6);
    expect(sum).toBeCloseTo(explanation.score, 6);
    expect(explanation.parts.map(({ termId }) => termId)).toEqual(expect.arrayContaining(['HP:0001083', 'HP:0001166', 'HP:0002616']));
  });

  test('asks which of several cases is meant', async () => {
    const cases = `${JSON.stringify(marfan)}\n${JSON.stringify({ ...marfan, id: 'marfan-2' })}`;
    const words = ['explain', '--knowledge', 'starter', '--json', '--disease', 'OMIM:154700', '-'];
    expect(await answer(words, cases)).toEqual({ exitCode: 2, output: '', complaints: ['-: holds more than one case, expected --case ID to say which'] });
    expect(JSON.parse((await answer([...words, '--case', 'marfan-2'], cases)).output)).toMatchObject({ id: 'marfan-2', diseaseId: 'OMIM:154700' });
  });

  /** The figures of the lines that count in the sum, in hundredths, and the sum. */
  function figures(output: string): { readonly parts: readonly number[]; readonly sum: number } {
    const counted = output.split('\n').flatMap((line) => {
      const [, sign, whole, cents, word] = /^ *([+−]?)(\d+)\.(\d\d)  (\w+)/.exec(line) ?? [];
      return word === undefined ? [] : [{ word, value: (sign === '−' ? -1 : 1) * (100 * Number(whole) + Number(cents)) }];
    });
    return { parts: counted.filter(({ word }) => word !== 'sum').map(({ value }) => value), sum: counted.find(({ word }) => word === 'sum')?.value ?? NaN };
  }

  test('prints figures that add up to the sum printed, gene and inheritance each apart, and none of these beside the probability', async () => {
    const stated = ['--genes', 'FBN1=1516', '--inheritance', 'AD=1.7'];
    const words = ['explain', '--knowledge', 'starter', '--disease', 'OMIM:154700', '-'];
    const { output, complaints } = await answer([...words, ...stated], JSON.stringify(marfan));
    const { parts, sum } = figures(output);
    expect([complaints, parts.reduce((total, part) => total + part, 0)]).toEqual([[], sum]);
    expect(output).toMatch(/^rank 1, probability > 99 %; none of these 0\.1 %$/m);
    expect(output).toMatch(/^ {2}\+3\.18 {2}gene {9}found in the patient$/m);
    expect(output).toMatch(/^ {2}\+0\.23 {2}inheritance {2}stated for the patient\n.*inheritance Autosomal dominant inheritance \(HP:0000006\)/m);
    const alone = await answer([...words, ...stated, '--no-genes', '--no-inheritance'], JSON.stringify(marfan));
    expect(alone).toEqual(await answer(words, JSON.stringify(marfan)));
    expect(alone.output).not.toMatch(/ (gene|inheritance) {2}/);
  });

  test('says of a stated gene that no ranked disease has that it raises none', async () => {
    const ended = await answer(['explain', '--knowledge', 'starter', '--disease', 'OMIM:154700', '--genes', 'FNB1=50', '-'], JSON.stringify(marfan));
    expect([ended.exitCode, ended.complaints]).toEqual([0, ['nostos explain: release starter ranks no disease of the gene FNB1, so that it raises none, expected a symbol as the release has it.']]);
  });

  test('refuses a disease that the release does not rank', async () => {
    expect(await answer(['explain', '--knowledge', 'starter', '--disease', 'OMIM:1', '-'], JSON.stringify(marfan))).toMatchObject({ exitCode: 2, output: '' });
  });
});

describe('nostos question', () => {
  const ask = async (...options: readonly string[]) => await answer(['question', '--knowledge', 'starter', '--top', '3', ...options, '-'], JSON.stringify({ ...marfan, phenotypicFeatures: [aFeature('HP:0001083', 'Ectopia lentis')] }));

  test('asks by the evidence that is stated, and tells for either answer who leads and what is left for none of these', async () => {
    const [alone, withGene] = [await ask(), await ask('--genes', 'CBS=1516')];
    expect(alone.output).toMatch(/bits .* yes expected in [\d.<> ]+ %, then .+ %, none of these [\d.<> ]+ %; if no .+ %, none of these [\d.<> ]+ %/);
    expect(withGene.output).not.toBe(alone.output);
    expect(await ask('--genes', 'CBS=1516', '--no-genes')).toEqual(alone);
  });

  test('says so where no answer tells enough, and goes on to what the first place hangs on', async () => {
    const { output } = await ask('--genes', 'FBN1=1000000');
    expect(output).toMatch(/^No single answer is expected to tell the candidates apart by 0\.01 bits or more\.\n\nNo single finding decides who leads\./);
  });
});

test('nostos phenopacket check tells findings as JSON, repeats errors on standard error and ends with 1', async () => {
  const text = JSON.stringify(aPacket({ phenotypicFeatures: [aFeature('HP:9999999', 'Nothing')] }));
  const ended = await answer(['phenopacket', 'check', '--json', '--knowledge', 'starter', '-'], text);
  const column = text.indexOf('"HP:9999999"') + 1;
  const message = 'HP:9999999 is not in the installed HPO release, expected a term of it or a newer release';
  expect({ ...ended, output: JSON.parse(ended.output) as unknown }).toEqual({
    exitCode: 1,
    output: [{ severity: 'error', rule: 'unknown-term', message, file: 'standard input', line: 1, column, pointer: '/phenotypicFeatures/0/type/id', wasRead: true }],
    complaints: [`standard input:1:${column}: ${message} (at /phenotypicFeatures/0/type/id)`],
  });
});

test('nostos phenopacket check passes a good packet', async () => {
  expect(await answer(['phenopacket', 'check', '-'], JSON.stringify(aPacket(), null, 2))).toEqual({ exitCode: 0, output: '1 packet read, 0 refused, 0 errors, 0 warnings.\n', complaints: [] });
});
