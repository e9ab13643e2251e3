import { consequenceNames, type Consequence } from '#shared/variant/variant.ts';

/**
 * How annotation tools spell the consequences: the Sequence Ontology's names (VEP, SnpEff's ANN), the short ones of bcftools csq, and the older ones of
 * SnpEff's EFF.
 */
const spellings: Readonly<Record<Consequence, readonly string[]>> = {
  'transcript-ablation': ['transcript_ablation', 'exon_loss_variant', 'gene_fusion', 'feature_ablation'],
  'splice-acceptor': ['splice_acceptor_variant', 'splice_acceptor', 'splice_site_acceptor'],
  'splice-donor': ['splice_donor_variant', 'splice_donor', 'splice_site_donor'],
  'stop-gained': ['stop_gained'],
  frameshift: ['frameshift_variant', 'frameshift', 'frame_shift'],
  'stop-lost': ['stop_lost'],
  'start-lost': ['start_lost', 'initiator_codon_variant'],
  'transcript-amplification': ['transcript_amplification'],
  'inframe-insertion': ['inframe_insertion', 'conservative_inframe_insertion', 'disruptive_inframe_insertion', 'codon_insertion', 'codon_change_plus_codon_insertion'],
  'inframe-deletion': ['inframe_deletion', 'conservative_inframe_deletion', 'disruptive_inframe_deletion', 'codon_deletion', 'codon_change_plus_codon_deletion'],
  missense: ['missense_variant', 'missense', 'non_synonymous_coding', 'rare_amino_acid_variant'],
  'protein-altering': ['protein_altering_variant', 'coding_sequence_variant', 'codon_change', 'inframe_altering'],
  'splice-region': ['splice_region_variant', 'splice_region', 'splice_donor_5th_base_variant', 'splice_donor_region_variant', 'splice_polypyrimidine_tract_variant', 'splice_site_region'],
  synonymous: ['synonymous_variant', 'synonymous', 'synonymous_coding', 'stop_retained_variant', 'stop_retained', 'start_retained_variant', 'start_retained'],
  'utr-5': ['5_prime_utr_variant', '5_prime_utr', 'utr_5_prime', '5_prime_utr_premature_start_codon_gain_variant'],
  'utr-3': ['3_prime_utr_variant', '3_prime_utr', 'utr_3_prime'],
  'non-coding-exon': ['non_coding_transcript_exon_variant', 'non_coding_transcript_variant', 'mature_mirna_variant', 'non_coding'],
  intron: ['intron_variant', 'intron'],
  upstream: ['upstream_gene_variant', 'upstream'],
  downstream: ['downstream_gene_variant', 'downstream'],
  regulatory: ['regulatory_region_variant', 'tf_binding_site_variant', 'regulatory_region_ablation', 'tfbs_ablation'],
  intergenic: ['intergenic_variant', 'intergenic_region', 'intergenic'],
  other: [],
};
const byName = new Map(consequenceNames.flatMap((name) => spellings[name].map((spelling) => [spelling, name] as const)));
const places = new Map(consequenceNames.map((name, place) => [name, place]));

/** The most severe of the names that a tool gives; `other` where it gives only ones that are not known here, null where it gives none. */
export function mostSevere(names: readonly string[]): Consequence | null {
  const said = names.filter((name) => name !== '');
  if (said.length === 0) return null;
  const known = said.flatMap((name) => byName.get(name.toLowerCase()) ?? []);
  return known.length === 0 ? 'other' : known.reduce((worst, name) => (severityPlace(name) < severityPlace(worst) ? name : worst));
}

/** 0 for the most severe; the last for none. */
export const severityPlace = (consequence: Consequence | null): number => (consequence === null ? consequenceNames.length : (places.get(consequence) ?? consequenceNames.length));

export const leastEffects = ['any', 'moderate', 'high'] as const;
/** Whatever it does; what changes the protein or may change splicing; what probably takes the protein away. */
export type LeastEffect = (typeof leastEffects)[number];

/** Source: the impact that Ensembl VEP gives each consequence (HIGH; HIGH and MODERATE, here with the splice region). */
export function hasEffect(consequence: Consequence | null, least: LeastEffect): boolean {
  if (least === 'any') return true;
  return severityPlace(consequence) <= severityPlace(least === 'high' ? 'transcript-amplification' : 'splice-region');
}
