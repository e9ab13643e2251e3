import { parseGenotype } from '#shared/variant/vcf/genotype.ts';
import { isAtLeast, type FieldDefinition, type VcfHeader } from '#shared/variant/vcf/header.ts';
import { reservedFormat } from '#shared/variant/vcf/check/reserved-keys.ts';
import { expectedCount, typeProblem } from '#shared/variant/vcf/check/values.ts';
import { shown, type Tell } from '#shared/variant/vcf/check/vcf-finding.ts';

/** Checks FORMAT and the samples' columns of a record. */
export function checkSamples(columns: readonly string[], alternates: number, header: VcfHeader, tell: Tell): void {
  const keys = checkFormat(columns[8] ?? '', header, tell);
  if (keys === null) return;
  const definitions = keys.map((key) => header.format.get(key) ?? reservedFormat.get(key));
  for (let column = 9; column < columns.length; column += 1) checkSample(columns[column] ?? '', keys, definitions, { alternates, column, header, tell });
}

function checkFormat(format: string, header: VcfHeader, tell: Tell): readonly string[] | null {
  if (format === '' || (format === '.' && !isAtLeast(header.version, '4.3'))) {
    tell(format === '' ? 'error' : 'warning', 'format', 'FORMAT is missing although there are samples');
    return null;
  }
  if (format === '.') return null;
  const keys = format.split(':');
  if (keys.includes('') || keys.some((key) => /[\s,;=]/.test(key))) {
    tell('error', 'format', `FORMAT ${shown(format)} has an empty key or one with a separator`);
    return null;
  }
  // Until 4.2 letters and digits alone; common callers use more, and declare such a key.
  const odd = isAtLeast(header.version, '4.3') ? undefined : keys.find((key) => !/^[A-Za-z0-9]+$/.test(key) && !header.format.has(key));
  if (odd !== undefined) tell(isAtLeast(header.version, '4.1') ? 'error' : 'warning', 'format-key', `FORMAT ${shown(odd)} has more than letters and digits and is not declared in the header`);
  if (isAtLeast(header.version, '4.3')) for (const key of keys) if (!/^[A-Za-z_][0-9A-Za-z_.]*$/.test(key)) tell('error', 'format-key', `FORMAT ${shown(key)} is not a key`);
  if (new Set(keys).size !== keys.length) tell('error', 'format-twice', 'FORMAT has a key twice');
  if (keys.indexOf('GT') > 0) tell('error', 'format-genotype-first', 'FORMAT has GT further back, expected it first');
  const unknown = keys.find((key) => !header.format.has(key));
  if (unknown !== undefined) tell('warning', 'format-undeclared', `FORMAT ${shown(unknown)} is not declared in the header`);
  return keys;
}

interface SampleSetting {
  readonly alternates: number;
  readonly column: number;
  readonly header: VcfHeader;
  readonly tell: Tell;
}

type Definition = Pick<FieldDefinition, 'number' | 'type'> | undefined;

function checkSample(text: string, keys: readonly string[], definitions: readonly Definition[], setting: SampleSetting): void {
  const { tell, column } = setting;
  const place = `sample ${String(column - 8)}`;
  if (text === '') return tell('error', 'sample', `${place} is empty, expected . where nothing is known`);
  if (text === '.') return;
  if (/\s/.test(text) && !isAtLeast(setting.header.version, '4.3')) tell('error', 'sample-space', `${place} holds white space`);
  const values = text.split(':');
  if (values.length > keys.length) return tell('error', 'sample-count', `${place} has ${String(values.length)} values, and FORMAT ${String(keys.length)} keys`);
  const ploidy = keys[0] === 'GT' ? checkGenotype(values[0] ?? '', place, setting) : null;
  for (const [index, value] of values.entries()) {
    const key = keys[index] ?? '';
    if (key !== 'GT' || index > 0) checkValue(key, value, definitions[index], { place, ploidy, ...setting });
  }
}

/** The number of copies; null where the genotype cannot be read or is missing. */
function checkGenotype(text: string, place: string, { alternates, header, tell }: SampleSetting): number | null {
  const genotype = parseGenotype(text);
  if (genotype === null) {
    tell('error', 'genotype', `${place}: ${shown(text)} is not a genotype, expected one such as 0/1`);
    return null;
  }
  if (/^[/|]/.test(text) && !isAtLeast(header.version, '4.4')) tell('error', 'genotype', `${place}: a genotype begins with its phase, which 4.4 brought`);
  const most = Math.max(...genotype.alleles);
  if (most > alternates) tell(alternates === 0 && most === 1 ? 'warning' : 'error', 'genotype-allele', `${place}: the genotype ${shown(text)} names an allele beyond the ${String(alternates)} of ALT`);
  return text === '.' ? null : genotype.alleles.length;
}

function checkValue(key: string, value: string, definition: Definition, setting: SampleSetting & { readonly place: string; readonly ploidy: number | null }): void {
  const { place, alternates, ploidy, tell } = setting;
  if (value === '') return tell('error', 'sample-value', `${place}: ${shown(key)} is empty, expected .`);
  if (value === '.' || definition === undefined) return;
  const values = value.split(',');
  const wrong = values.map((one) => [one, typeProblem(one, definition.type)] as const).find(([, problem]) => problem !== null);
  if (wrong !== undefined) return tell('error', 'sample-type', `${place}: ${shown(key)} ${shown(wrong[0])} ${wrong[1] ?? ''}`);
  if (values.every((one) => one === '.')) return;
  checkReserved(key, values, place, tell);
  const isOfGenotypes = definition.number === 'G';
  const count = isOfGenotypes && ploidy === null ? expectedCount('G', alternates, 2) : expectedCount(definition.number, alternates, ploidy);
  if (count === null || values.length === count) return;
  if (alternates === 0 && values.length === expectedCount(definition.number, 1, ploidy ?? 2)) return;
  // Without a genotype, how many copies there are is not known, and one is as good as two.
  if (isOfGenotypes && ploidy === null && values.length === alternates + 1) return;
  tell('error', 'sample-value-count', `${place}: ${shown(key)} has ${String(values.length)} values, expected ${String(count)} (Number=${String(definition.number)})`);
}

function checkReserved(key: string, values: readonly string[], place: string, tell: Tell): void {
  const numbers = values.filter((value) => value !== '.').map(Number);
  const refuse = (what: string): void => tell('error', 'sample-reserved', `${place}: ${key} ${what}`);
  if (['AD', 'ADF', 'ADR', 'DP', 'EC', 'PS', 'GQ', 'PQ', 'HQ', 'MQ'].includes(key) && numbers.some((value) => value < 0)) refuse('is below 0');
  if (key === 'GP' && numbers.some((value) => value < 0)) refuse('is below 0');
  if (key === 'FT' && values.length === 1) {
    const names = (values[0] ?? '').split(';');
    if (names.includes('0') || names.includes('')) refuse('is not a list of filters');
    else if (names.length > 1 && names.includes('PASS')) refuse('has PASS beside the name of a filter');
  }
}
