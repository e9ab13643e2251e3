import { createAnnotationReader, genesOf, type AnnotationReader, type TranscriptEffect } from '#shared/variant/vcf/annotation.ts';
import { hasEffect, mostSevere, severityPlace, type LeastEffect } from '#shared/variant/vcf/consequence-terms.ts';
import { parseGenotype, type Genotype } from '#shared/variant/vcf/genotype.ts';
import type { VcfHeader } from '#shared/variant/vcf/header.ts';
import { genotypeOf, parseVcfRecord, sampleTexts, sampleValue, type VcfRecord } from '#shared/variant/vcf/record.ts';
import { canBeHalf, fitPair, type PairFit, type PairHalf, type PhasedCall } from '#shared/variant/selection/compound-heterozygous.ts';
import { callOf, uncalled, type Call, type FamilyCalls, type SelectionMember } from '#shared/variant/selection/family-members.ts';
import { fitMode, type FitOptions, type SelectionMode, type SetAside } from '#shared/variant/selection/fit-mode.ts';
import { buildOf, chromosomeName, inheritedAs, type InheritedAs } from '#shared/variant/selection/genome-region.ts';
import { createSampleChecks, type SampleDoubt } from '#shared/variant/selection/sample-checks.ts';
import type { Consequence, GenomeBuild } from '#shared/variant/variant.ts';

export interface SelectionFamily {
  readonly name: string;
  readonly members: readonly SelectionMember[];
}

export interface GenomeRegion {
  readonly chromosome: string;
  /** 1-based, inclusive. */
  readonly from: number;
  readonly to: number;
}

export interface SelectionQuestion extends FitOptions {
  readonly mode: SelectionMode;
  readonly families: readonly SelectionFamily[];
  /** In capitals; null: every gene. */
  readonly genes: ReadonlySet<string> | null;
  readonly regions: readonly GenomeRegion[] | null;
  /** Variants of unknown frequency are kept. */
  readonly maxFrequency: number | null;
  readonly minQuality: number | null;
  /** A genotype below it counts as not called. */
  readonly minGenotypeQuality: number | null;
  readonly passOnly: boolean;
  /** Has no effect on a file that names no consequences. */
  readonly leastEffect: LeastEffect;
}

export interface PersonCall {
  readonly genotype: string;
  /** Of this allele, among how many; null where it was not called. */
  readonly copies: number | null;
  readonly ploidy: number | null;
  /** Reads with the allele and all reads, where the file has them. */
  readonly alternateReads: number | null;
  readonly reads: number | null;
  readonly quality: number | null;
}

export interface SelectedVariant {
  readonly family: string;
  readonly line: number;
  readonly chromosome: string;
  readonly position: number;
  readonly id: string;
  readonly reference: string;
  readonly alternate: string;
  readonly genes: readonly string[];
  /** The one that the consequence is said of; empty where none is named. */
  readonly gene: string;
  readonly consequences: readonly string[];
  /** The most severe one, and the transcript that it is said of: the one that clinics report on where several have it. */
  readonly consequence: Consequence | null;
  readonly transcript: string;
  readonly hgvsCoding: string;
  readonly hgvsProtein: string;
  readonly quality: number | null;
  readonly filter: string;
  readonly frequency: number | null;
  readonly people: Readonly<Record<string, PersonCall>>;
  /** How it is inherited, such as `X-linked recessive`. */
  readonly pattern: string;
  readonly notes: readonly string[];
}
export interface SelectedPair extends PairFit {
  readonly family: string;
  readonly genes: readonly string[];
  readonly variants: readonly [SelectedVariant, SelectedVariant];
}

export interface UnreadableLine {
  readonly line: number;
  readonly problem: string;
}

export interface Selection {
  readonly build: GenomeBuild | null;
  readonly records: number;
  /** Lines that are no record, with the first of them. */
  readonly unreadable: { readonly count: number; readonly first: UnreadableLine | null; readonly lines: readonly UnreadableLine[] };
  readonly hasGenes: boolean;
  readonly hasConsequences: boolean;
  /** Samples that do not look like the person they are said to be. */
  readonly doubts: readonly SampleDoubt[];
  readonly variants: readonly SelectedVariant[];
  readonly pairs: readonly SelectedPair[];
  /** There are more variants or pairs than are given: ask for fewer with a filter. */
  readonly isCut: boolean;
  /** How many nearly fitted, and why they were not selected. */
  readonly setAside: Readonly<Partial<Record<SetAside, number>>>;
}

export interface VariantSelection {
  readonly line: (line: string, number: number) => void;
  readonly end: () => Selection;
}

/** Variants that are held at most: an exome of one person has some ten thousand; beyond it memory would grow with the file. Halves of pairs weigh more. */
const mostVariants = 50_000;
const mostHalves = 25_000;

/** Takes the records of a file line by line and keeps those that fit the mode in a family and pass the filters. */
export function createVariantSelection(question: SelectionQuestion, header: VcfHeader): VariantSelection {
  const annotations = createAnnotationReader(header);
  const build = buildOf(header);
  const families = question.families.map(familyReader);
  const variants: SelectedVariant[] = [];
  const halves: HeldHalf[] = [];
  const setAside: Partial<Record<SetAside, number>> = {};
  const unreadable: { count: number; lines: UnreadableLine[] } = { count: 0, lines: [] };
  const checks = families.map(({ family }) => createSampleChecks(family.members));
  let records = 0;
  const readAllele = (record: VcfRecord, alternate: number, as: InheritedAs, number: number): void => {
    for (const [index, family] of families.entries()) {
      const check = record.alternates.length === 1 && checks[index]?.wants(as) === true ? checks[index] : undefined;
      // No mode selects what nobody affected has: of most lines no more is read than their columns.
      if (check === undefined && !family.isInAffected(record, alternate + 1)) continue;
      const people = family.read(record, alternate + 1, question.minGenotypeQuality);
      check?.take(people.calls.call, as);
      const fit = question.mode === 'comphet' ? (canBeHalf(people.calls, as) ? half : none) : fitMode(question.mode, people.calls, as, question);
      if (fit.kind === 'no') continue;
      const annotated = annotate(record, alternate, annotations, question);
      if (annotated === null) return;
      if (fit.kind === 'set-aside') setAside[fit.why] = (setAside[fit.why] ?? 0) + 1;
      else if (fit.kind === 'half') {
        if (halves.length < mostHalves) halves.push({ family: people.calls, as, phases: people.phases(), variant: selected(record, alternate, { number, family, pattern: 'compound heterozygous', notes: [], annotated }) });
      } else if (variants.length < mostVariants) variants.push(selected(record, alternate, { number, family, pattern: fit.pattern, notes: fit.notes, annotated }));
    }
  };
  return {
    line(line, number) {
      if (line === '' || line === '\r') return;
      records += 1;
      const parsed = parseVcfRecord(line);
      if (!parsed.ok) {
        unreadable.count += 1;
        if (unreadable.lines.length < mostUnreadable) unreadable.lines.push({ line: number, problem: copied(parsed.error) });
        return;
      }
      const record = parsed.value;
      if (!passesColumns(record, question)) return;
      const as = inheritedAs(record.chromosome, record.position, build);
      for (let alternate = 0; alternate < record.alternates.length; alternate += 1) if (isRealAllele(record.alternates[alternate] ?? '')) readAllele(record, alternate, as, number);
    },
    end() {
      const { pairs, isCut } = pairsOf(halves);
      return { build, records, unreadable: { ...unreadable, first: unreadable.lines[0] ?? null }, hasGenes: annotations.hasGenes, hasConsequences: annotations.hasConsequences, doubts: checks.flatMap((check) => check.doubts()), variants, pairs, isCut: isCut || variants.length === mostVariants || halves.length === mostHalves, setAside };
    },
  };
}

/** Lines that are told with their numbers; the others are counted. */
const mostUnreadable = 50;

const half = { kind: 'half' } as const;
const none = { kind: 'no' } as const;

/** `*` is another record's deletion, and `<*>` no allele that anybody has. */
const isRealAllele = (allele: string): boolean => allele !== '*' && allele !== '<*>' && allele !== '<NON_REF>' && allele !== '.';

function passesColumns(record: VcfRecord, { minQuality, passOnly, regions }: SelectionQuestion): boolean {
  if (minQuality !== null && record.quality !== null && record.quality < minQuality) return false;
  if (passOnly && record.filter !== 'PASS' && record.filter !== '.') return false;
  return regions === null || regions.some(({ chromosome, from, to }) => record.position >= from && record.position <= to && chromosomeName(record.chromosome) === chromosome);
}

interface FamilyReader {
  readonly family: SelectionFamily;
  readonly columns: readonly number[];
  /** Whether anybody affected has the allele written, of whatever quality. */
  readonly isInAffected: (record: VcfRecord, allele: number) => boolean;
  readonly read: (record: VcfRecord, allele: number, minGenotypeQuality: number | null) => { readonly calls: FamilyCalls; readonly phases: () => ReadonlyMap<string, PhasedCall> };
}

function familyReader(family: SelectionFamily): FamilyReader {
  const sampled = family.members.flatMap(({ id, column, status }) => (column === null ? [] : [{ id, column, status }])).toSorted((one, other) => one.column - other.column);
  const columns = sampled.map(({ column }) => column);
  const affectedColumns = sampled.filter(({ status }) => status === 'affected').map(({ column }) => column);
  const indexOf = new Map(sampled.map(({ id }, index) => [id, index]));
  return {
    family,
    columns,
    isInAffected: (record, allele) => sampleTexts(record, affectedColumns).some((text) => genotypeOf(record, text)?.alleles.includes(allele) === true),
    read(record, allele, minGenotypeQuality) {
      const texts = sampleTexts(record, columns);
      const genotypes = texts.map((text) => (minGenotypeQuality !== null && Number(sampleValue(record, text, 'GQ') ?? Infinity) < minGenotypeQuality ? null : genotypeOf(record, text)));
      const calls = familyCalls(family.members, genotypes.map((genotype) => callOf(genotype, allele)), indexOf);
      return { calls, phases: () => phasesOf(family.members, indexOf, (index) => phasedCall(record, texts[index] ?? '', genotypes[index] ?? null, allele)) };
    },
  };
}

/** In a function of its own, so that what is kept of it does not keep the line of the file. */
function familyCalls(members: readonly SelectionMember[], calls: readonly Call[], indexOf: ReadonlyMap<string, number>): FamilyCalls {
  return { members, call: (id) => (id === null ? uncalled : (calls[indexOf.get(id) ?? -1] ?? uncalled)) };
}

const noPhases: ReadonlyMap<string, PhasedCall> = new Map();

function phasesOf(members: readonly SelectionMember[], indexOf: ReadonlyMap<string, number>, phasedAt: (index: number) => PhasedCall | null): ReadonlyMap<string, PhasedCall> {
  const affected = members.filter(({ status }) => status === 'affected');
  const phased = affected.flatMap(({ id }) => {
    const found = phasedAt(indexOf.get(id) ?? -1);
    return found === null ? [] : [[id, { ...found, phaseSet: copied(found.phaseSet) }] as const];
  });
  return phased.length === 0 ? noPhases : new Map(phased);
}

/** A piece of a line keeps the whole piece of the file alive that it was cut from; a copy does not. Words that come again and again are held once. */
function copied(text: string): string {
  const held = words.get(text);
  if (held !== undefined) return held;
  // Joining makes a text of its own; cutting the first sign off again leaves it that way.
  const own = ` ${text}`.slice(1);
  if (words.size < mostWords) words.set(own, own);
  return own;
}
const words = new Map<string, string>();
const mostWords = 20_000;

/** The phase of the caller (PS, or one set for a file phased throughout), or that of its physical phasing (PGT and PID). */
function phasedCall(record: VcfRecord, text: string, genotype: Genotype | null, allele: number): PhasedCall | null {
  if (genotype === null) return null;
  if (genotype.isPhased) return { genotype, allele, phaseSet: `${record.chromosome} ${sampleValue(record, text, 'PS') ?? sampleValue(record, text, 'PID') ?? ''}` };
  const physical = sampleValue(record, text, 'PGT');
  const set = sampleValue(record, text, 'PID');
  const read = physical === null || set === null ? null : parseGenotype(physical);
  // PGT counts any alternate as 1.
  return read === null ? null : { genotype: read, allele: 1, phaseSet: `${record.chromosome} ${set ?? ''}` };
}

type Annotated = Pick<SelectedVariant, 'genes' | 'gene' | 'consequences' | 'consequence' | 'transcript' | 'hgvsCoding' | 'hgvsProtein' | 'frequency'>;

/** Null where the genes, the frequency or the effect exclude it. */
function annotate(record: VcfRecord, alternate: number, annotations: AnnotationReader, { genes: wanted, maxFrequency, leastEffect }: SelectionQuestion): Annotated | null {
  const effects = annotations.effects(record, alternate);
  const genes = genesOf(effects);
  const isWanted = (gene: string): boolean => wanted === null || wanted.has(gene.toUpperCase());
  if (wanted !== null && !genes.some(isWanted)) return null;
  const frequency = annotations.frequency(record, alternate, effects);
  if (maxFrequency !== null && frequency !== null && frequency > maxFrequency) return null;
  const shown = effectToShow(effects.filter(({ gene }) => isWanted(gene)));
  const consequence = shown === null ? null : mostSevere(shown.consequences);
  if (annotations.hasConsequences && !hasEffect(consequence, leastEffect)) return null;
  const [transcript, coding] = splitDescription(shown?.hgvsCoding ?? '', shown?.transcript ?? '');
  const [, protein] = splitDescription(shown?.hgvsProtein ?? '', '');
  const consequences = [...new Set(effects.flatMap((effect) => effect.consequences))].filter((name) => name !== '').map(copied);
  return { genes: genes.map(copied), gene: copied(shown?.gene ?? genes[0] ?? ''), consequences, consequence, transcript: copied(transcript), hgvsCoding: copied(coding), hgvsProtein: copied(protein), frequency };
}

/** The most severe one; among equals the transcript that clinics report on, then the first. */
function effectToShow(effects: readonly TranscriptEffect[]): TranscriptEffect | null {
  let best: TranscriptEffect | null = null;
  let bestPlace = Infinity;
  for (const effect of effects) {
    const place = severityPlace(mostSevere(effect.consequences)) - (effect.isPreferred ? 0.5 : 0);
    if (place < bestPlace) [best, bestPlace] = [effect, place];
  }
  return best;
}

/** `NM_000141.5:c.755C>G` in its two parts. */
function splitDescription(text: string, transcript: string): readonly [string, string] {
  const colon = text.lastIndexOf(':');
  return colon < 0 ? [transcript, text] : [text.slice(0, colon), text.slice(colon + 1)];
}

interface HowSelected {
  readonly number: number;
  readonly family: FamilyReader;
  readonly pattern: string;
  readonly notes: readonly string[];
  readonly annotated: Annotated;
}

function selected(record: VcfRecord, alternate: number, { number, family: { family, columns }, pattern, notes, annotated }: HowSelected): SelectedVariant {
  const texts = sampleTexts(record, columns);
  const people: Record<string, PersonCall> = {};
  for (const { id, column } of family.members) if (column !== null) people[id] = personCall(record, texts[columns.indexOf(column)] ?? '', alternate);
  return {
    ...{ family: family.name, line: number, chromosome: copied(record.chromosome), position: record.position, id: copied(record.id) },
    ...{ reference: copied(record.reference), alternate: copied(record.alternates[alternate] ?? '') },
    ...annotated,
    ...{ quality: record.quality, filter: copied(record.filter), people, pattern, notes },
  };
}

function personCall(record: VcfRecord, text: string, alternate: number): PersonCall {
  const number = (value: string | null | undefined): number | null => (value === null || value === undefined || value === '.' || Number.isNaN(Number(value)) ? null : Number(value));
  const depths = sampleValue(record, text, 'AD')?.split(',');
  const end = text.indexOf(':');
  const genotype = genotypeOf(record, text);
  const written = end < 0 ? text : text.slice(0, end);
  const call = callOf(genotype, alternate + 1);
  return {
    genotype: record.formatKeys[0] === 'GT' ? copied(written) : './.',
    copies: call.kind === 'uncalled' ? null : call.copies,
    ploidy: call.kind === 'uncalled' ? null : call.ploidy,
    alternateReads: number(depths?.[alternate + 1]),
    reads: number(sampleValue(record, text, 'DP')) ?? (depths === undefined ? null : depths.reduce((sum, depth) => sum + (number(depth) ?? 0), 0)),
    quality: number(sampleValue(record, text, 'GQ')),
  };
}

interface HeldHalf extends PairHalf {
  readonly variant: SelectedVariant;
}

/** Pairs that are given at most; beyond it a filter is what helps. */
const mostPairs = 100_000;

/** Pairs within a gene; a pair that shares several genes is one pair with all of them. Shown to be in trans first. */
function pairsOf(halves: readonly HeldHalf[]): { readonly pairs: readonly SelectedPair[]; readonly isCut: boolean } {
  const pairs = new Map<string, SelectedPair & { readonly genes: string[] }>();
  for (const { gene, held } of halvesByGene(halves)) {
    for (const [index, first] of held.entries()) {
      for (const second of held.slice(index + 1)) {
        const name = `${first.variant.family} ${String(first.variant.line)} ${first.variant.alternate} ${String(second.variant.line)} ${second.variant.alternate}`;
        const known = pairs.get(name);
        const fit = known === undefined ? fitPair(first, second) : null;
        if (known !== undefined) known.genes.push(gene);
        else if (fit !== null && pairs.size < mostPairs) pairs.set(name, { family: first.variant.family, genes: [gene], variants: [first.variant, second.variant], ...fit });
      }
    }
  }
  return { pairs: [...pairs.values()].toSorted((one, other) => Number(one.phase === 'unknown') - Number(other.phase === 'unknown')), isCut: pairs.size === mostPairs };
}

function halvesByGene(halves: readonly HeldHalf[]): readonly { readonly gene: string; readonly held: readonly HeldHalf[] }[] {
  const groups = new Map<string, { readonly gene: string; readonly held: HeldHalf[] }>();
  for (const half of halves) {
    for (const gene of half.variant.genes) {
      const key = `${half.variant.family}\t${gene}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { gene, held: [half] });
      else group.held.push(half);
    }
  }
  return [...groups.values()];
}
