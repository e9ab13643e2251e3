import { findingName, type Finding, type PersonGenotype } from '#shared/casefile/finding.ts';
import type { CaseSource } from '#shared/interchange/case-source.ts';
import { allelicStates, extensionNames, structuralTypeIn } from '#shared/interchange/phenopacket/variation-words.ts';
import type { Message } from '#shared/pedigree/formats/phenopacket/phenopacket-messages.ts';
import { consequences } from '#shared/variant/variant.ts';

/** A variant as one person has it. */
export function writeVariation(finding: Finding, { state, alleleShare, tissue }: PersonGenotype, id: string, hgncIdOf: CaseSource['hgncIdOf']): Message {
  const { gene, location, wording, note, inheritance, consequence } = finding;
  const expressions = expressionsOf(finding);
  const allelicState = state === 'absent' ? undefined : allelicStates[state];
  const percent = alleleShare === null ? '' : `${String(Number((alleleShare * 100).toFixed(2)))}%`;
  const said: readonly (readonly [string, string])[] = [
    [extensionNames.mosaicism, state === 'mosaic' ? percent || 'present' : ''],
    [extensionNames.alleleShare, state === 'mosaic' ? '' : percent],
    [extensionNames.tissue, tissue],
    [extensionNames.inheritance, inheritance === 'unknown' ? '' : inheritance],
    [extensionNames.consequence, consequence === null ? '' : consequences[consequence]],
  ];
  const extensions = said.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }));
  const { term: structuralType, rest: description } = structuralTypeIn(note);
  const label = wording === '' ? findingName(finding) : wording;
  return {
    id,
    ...(label === '' ? {} : { label }),
    ...(description === '' ? {} : { description }),
    ...(gene === null ? {} : { geneContext: { valueId: gene.hgncId ?? hgncIdOf(gene.symbol) ?? gene.symbol, symbol: gene.symbol } }),
    ...(expressions.length === 0 ? {} : { expressions }),
    ...(location === null || location.position < 1 ? {} : { vcfRecord: { genomeAssembly: location.build, chrom: location.chromosome, pos: String(location.position), ref: location.reference, alt: location.alternate } }),
    ...(extensions.length === 0 ? {} : { extensions }),
    moleculeContext: 'genomic',
    ...(structuralType === null ? {} : { structuralType }),
    ...(allelicState === undefined ? {} : { allelicState }),
  };
}

function expressionsOf({ hgvsCoding, hgvsGenomic, hgvsRna, hgvsProtein, transcript }: Finding): readonly Message[] {
  const coding = hgvsCoding !== '' && !hgvsCoding.includes(':') && transcript !== '' ? `${transcript}:${hgvsCoding}` : hgvsCoding;
  return [coding, hgvsGenomic, hgvsRna, hgvsProtein].flatMap((value) => {
    const level = /^(?:[^:]*:)?([cgmnrp])\./.exec(value)?.[1];
    return value === '' || level === undefined ? [] : [{ syntax: `hgvs.${level}`, value }];
  });
}
