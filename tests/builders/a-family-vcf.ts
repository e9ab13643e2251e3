/** A small annotated file of a trio, as a sequencing centre hands it over: child, father, mother. One line of it is no record. */
export function aFamilyVcf({ samples = ['child', 'father', 'mother'], hasBadLine = false }: { readonly samples?: readonly string[]; readonly hasBadLine?: boolean } = {}): string {
  return [
    '##fileformat=VCFv4.2',
    '##contig=<ID=10,length=133797422>',
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
    '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depth of each allele">',
    '##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Quality">',
    '##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: Allele|Consequence|IMPACT|SYMBOL|Feature|HGVSc|HGVSp|gnomAD_AF|MANE_SELECT">',
    ['#CHROM', 'POS', 'ID', 'REF', 'ALT', 'QUAL', 'FILTER', 'INFO', 'FORMAT', ...samples].join('\t'),
    record('10', 121517378, 'G', 'C', 'missense_variant|MODERATE|FGFR2|NM_000141.5|NM_000141.5:c.755C>G|NP_000132.3:p.Ser252Trp||NM_000141.5', '0/1:20,18', '0/0:30,0', '0/0:28,0'),
    record('8', 54628000, 'C', 'T', 'stop_gained|HIGH|RP1|NM_006269.2|NM_006269.2:c.2029C>T|NP_006260.1:p.Arg677Ter|0.00002|NM_006269.2', '0/1:15,16', '0/1:22,20', '0/0:31,0'),
    record('8', 54629500, 'G', 'A', 'missense_variant|MODERATE|RP1|NM_006269.2|NM_006269.2:c.3157G>A|NP_006260.1:p.Gly1053Arg|0.0004|NM_006269.2', '0/1:12,14', '0/0:25,0', '0/1:19,21'),
    record('1', 1000, 'A', 'G', 'intron_variant|MODIFIER|AGRN|NM_198576.4|||0.3|NM_198576.4', '0/1:9,9', '0/1:9,9', '0/0:9,0'),
    record('2', 2000, 'A', 'AT', 'frameshift_variant|HIGH|COL3A1|NM_000090.4|NM_000090.4:c.100dup|NP_000081.2:p.Ser34PhefsTer5||NM_000090.4', '0/1:11,10', './.:.', '0/0:14,0'),
    ...(hasBadLine ? ['3\tthree thousand\t.\tA\tG\t50\tPASS\t.\tGT\t0/1\t0/0\t0/0'] : []),
  ].map((line) => `${line}\n`).join('');
}

function record(chromosome: string, position: number, reference: string, alternate: string, annotation: string, ...genotypes: readonly string[]): string {
  const allele = alternate.length > 1 ? alternate.slice(1) : alternate;
  return [chromosome, String(position), '.', reference, alternate, '99', 'PASS', `CSQ=${allele}|${annotation}`, 'GT:AD:GQ', ...genotypes.map((genotype) => `${genotype}:99`)].join('\t');
}
