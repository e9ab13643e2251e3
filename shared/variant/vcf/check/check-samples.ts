import { parseGenotype } from '#shared/variant/vcf/genotype.ts';
import { isAtLeast, type FieldDefinition, type VcfHeader } from '#shared/variant/vcf/header.ts';
import { reservedFormat } from '#shared/variant/vcf/check/reserved-keys.ts';
import { expectedCount, typeProblem } from '#shared/variant/vcf/check/values.ts';
import { shown, type Tell } from '#shared/variant/vcf/check/vcf-finding.ts';

/** Checks FORMAT and the samples' columns of a record. */
export function checkSamples(columns: readonly string[], alternates: number, header: VcfHeader, tell: Tell): void {
  const fields = fieldsOf(columns[8] ?? '', header, tell);
  if (fields === null) return;
  const setting: SampleSetting = { alternates, column: 9, ploidy: null, header, tell };
  for (let column = 9; column < columns.length; column += 1) {
    setting.column = column;
    checkSample(columns[column] ?? '', fields, setting);
  }
}

interface Fields {
  readonly keys: readonly string[];
  readonly definitions: readonly Definition[];
}

/** What FORMAT announced without fault before: nearly every record of a file has one of few. */
const soundFormats = new WeakMap<VcfHeader, Map<string, Fields>>();

function fieldsOf(format: string, header: VcfHeader, tell: Tell): Fields | null {
  const known = soundFormats.get(header)?.get(format);
  if (known !== undefined) return known;
  let isSound = true;
  const keys = checkFormat(format, header, (...finding) => {
    isSound = false;
    tell(...finding);
  });
  if (keys === null) return null;
  const fields = { keys, definitions: keys.map((key) => header.format.get(key) ?? reservedFormat.get(key)) };
  if (isSound) {
    const sound = soundFormats.get(header) ?? new Map<string, Fields>();
    if (sound.size < greatestFormats) soundFormats.set(header, sound.set(format, fields));
  }
  return fields;
}

const greatestFormats = 1_000;

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

/** One for all samples of a record, moved from one to the next. */
interface SampleSetting {
  readonly alternates: number;
  column: number;
  /** Of the sample's genotype; null where it is not known. */
  ploidy: number | null;
  readonly header: VcfHeader;
  readonly tell: Tell;
}

type Definition = Pick<FieldDefinition, 'number' | 'type'> | undefined;

const placeOf = ({ column }: SampleSetting): string => `sample ${String(column - 8)}`;

function checkSample(text: string, { keys, definitions }: Fields, setting: SampleSetting): void {
  const { tell } = setting;
  if (text === '') return tell('error', 'sample', `${placeOf(setting)} is empty, expected . where nothing is known`);
  if (text === '.') return;
  if (/\s/.test(text) && !isAtLeast(setting.header.version, '4.3')) tell('error', 'sample-space', `${placeOf(setting)} holds white space`);
  const values = text.split(':');
  if (values.length > keys.length) return tell('error', 'sample-count', `${placeOf(setting)} has ${String(values.length)} values, and FORMAT ${String(keys.length)} keys`);
  setting.ploidy = keys[0] === 'GT' ? checkGenotype(values[0] ?? '', setting) : null;
  for (let index = 0; index < values.length; index += 1) {
    const key = keys[index] ?? '';
    if (key !== 'GT' || index > 0) checkValue(key, values[index] ?? '', definitions[index], setting);
  }
}

/** The number of copies; null where the genotype cannot be read or is missing. */
function checkGenotype(text: string, setting: SampleSetting): number | null {
  const { alternates, header, tell } = setting;
  const genotype = parseGenotype(text);
  if (genotype === null) {
    tell('error', 'genotype', `${placeOf(setting)}: ${shown(text)} is not a genotype, expected one such as 0/1`);
    return null;
  }
  if (/^[/|]/.test(text) && !isAtLeast(header.version, '4.4')) tell('error', 'genotype', `${placeOf(setting)}: a genotype begins with its phase, which 4.4 brought`);
  const most = Math.max(...genotype.alleles);
  if (most > alternates) tell(alternates === 0 && most === 1 ? 'warning' : 'error', 'genotype-allele', `${placeOf(setting)}: the genotype ${shown(text)} names an allele beyond the ${String(alternates)} of ALT`);
  return text === '.' ? null : genotype.alleles.length;
}

function checkValue(key: string, value: string, definition: Definition, setting: SampleSetting): void {
  const { alternates, ploidy, tell } = setting;
  if (value === '') return tell('error', 'sample-value', `${placeOf(setting)}: ${shown(key)} is empty, expected .`);
  if (value === '.' || definition === undefined) return;
  const values = value.split(',');
  for (const one of values) {
    const problem = typeProblem(one, definition.type);
    if (problem !== null) return tell('error', 'sample-type', `${placeOf(setting)}: ${shown(key)} ${shown(one)} ${problem}`);
  }
  if (values.every((one) => one === '.')) return;
  checkReserved(key, values, setting);
  const isOfGenotypes = definition.number === 'G';
  const count = isOfGenotypes && ploidy === null ? expectedCount('G', alternates, 2) : expectedCount(definition.number, alternates, ploidy);
  if (count === null || values.length === count) return;
  if (alternates === 0 && values.length === expectedCount(definition.number, 1, ploidy ?? 2)) return;
  // Without a genotype, how many copies there are is not known, and one is as good as two.
  if (isOfGenotypes && ploidy === null && values.length === alternates + 1) return;
  tell('error', 'sample-value-count', `${placeOf(setting)}: ${shown(key)} has ${String(values.length)} values, expected ${String(count)} (Number=${String(definition.number)})`);
}

const neverBelowZero: ReadonlySet<string> = new Set(['AD', 'ADF', 'ADR', 'DP', 'EC', 'PS', 'GQ', 'PQ', 'HQ', 'MQ', 'GP']);

function checkReserved(key: string, values: readonly string[], setting: SampleSetting): void {
  const refuse = (what: string): void => setting.tell('error', 'sample-reserved', `${placeOf(setting)}: ${key} ${what}`);
  if (neverBelowZero.has(key) && values.some((value) => Number(value) < 0)) refuse('is below 0');
  if (key === 'FT' && values.length === 1) {
    const names = (values[0] ?? '').split(';');
    if (names.includes('0') || names.includes('')) refuse('is not a list of filters');
    else if (names.length > 1 && names.includes('PASS')) refuse('has PASS beside the name of a filter');
  }
}
