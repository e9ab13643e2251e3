import { describe, expect, it } from 'vitest';
import { answer } from '#tests/cli/command-line-world.ts';

const trio = ['f1 father 0 0 1 1', 'f1 mother 0 0 2 1', 'f1 child father mother 1 2'].join('\n');
const second = ['f2 a 0 0 1 1', 'f2 b 0 0 2 1'].join('\n');

interface Answer {
  readonly people: readonly { readonly id: string; readonly x: number; readonly y: number; readonly generation: number }[];
  readonly stats?: Readonly<Record<string, number>>;
}

const layout = async (input: string, ...flags: readonly string[]): Promise<Answer> => JSON.parse((await answer(['pedigree', 'layout', '-', '--json', ...flags], input)).output) as Answer;

describe('nostos pedigree layout', () => {
  it('gives the place and the generation of every person, partners side by side and the child below their middle', async () => {
    const { people, stats } = await layout(trio);
    const [father, mother, child] = people;
    expect(stats).toBeUndefined();
    expect(people.map(({ id, generation }) => ({ id, generation }))).toEqual([{ id: 'father', generation: 1 }, { id: 'mother', generation: 1 }, { id: 'child', generation: 2 }]);
    expect(father?.y).toBe(mother?.y);
    expect(child?.x).toBeCloseTo(((father?.x ?? 0) + (mother?.x ?? 0)) / 2, 1);
    expect(child?.y).toBeGreaterThan(father?.y ?? 0);
  });

  it('lays out the families of a file side by side, people called family/id, and sums what it counts', async () => {
    const { people, stats } = await layout(`${trio}\n${second}`, '--stats');
    expect(people.map(({ id }) => id)).toEqual(['f1/father', 'f1/mother', 'f1/child', 'f2/a', 'f2/b']);
    expect(Math.min(...people.slice(3).map(({ x }) => x))).toBeGreaterThan(Math.max(...people.slice(0, 3).map(({ x }) => x)));
    expect(stats).toMatchObject({ people: 5, crossings: 0, overlaps: 0, orderViolations: 0, repeats: 0 });
    expect(Object.keys(stats ?? {})).toEqual(['people', 'families', 'crossings', 'overlaps', 'orderViolations', 'repeats', 'width', 'height', 'lineLength', 'ms']);
  });

  it('refuses what is no family with exit code 2 and a reason', async () => {
    const { exitCode, complaints, output } = await answer(['pedigree', 'layout', '-'], 'no family at all');
    expect({ exitCode, output, hasReason: complaints.length > 0 }).toEqual({ exitCode: 2, output: '', hasReason: true });
  });
});
