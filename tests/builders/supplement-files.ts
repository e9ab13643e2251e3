/** Files that may stand beside the HPO's own, in the formats of their makers, written for the tests: invented genes and words. */

const geneColumns = ['hgnc_id', 'symbol', 'name', 'locus_group', 'status', 'alias_symbol', 'prev_symbol', 'entrez_id'];

export const smallGeneNames = [
  geneColumns.join('\t'),
  ['HGNC:101', 'ODYS1', 'odyssey factor 1', 'protein-coding gene', 'Approved', '"NOSTOS|KEEL"', 'WAND', '11'].join('\t'),
  ['HGNC:102', 'PENLB', 'penelope loom 2', 'protein-coding gene', 'Approved', 'WAND2', 'PENL2|LOOM', '12'].join('\t'),
  ['HGNC:103', 'KEEL', 'keel and mast', 'protein-coding gene', 'Approved', 'LOOM', '', ''].join('\t'),
  ['HGNC:104', 'OLD1', 'entry withdrawn', 'protein-coding gene', 'Entry Withdrawn', '', '', ''].join('\t'),
  ['HGNC:103', 'KEEL', 'keel and mast', 'protein-coding gene', 'Approved', '', '', ''].join('\t'),
  ['105', '', 'nameless', '', 'Approved', '', '', ''].join('\t'),
  ['HGNC:x', 'WRONG', '', '', 'Approved', '', '', ''].join('\t'),
  '',
].join('\n');

/** Names in German, as the HPO's translators publish them (Babelon). */
export const smallTranslations = [
  'source_language\ttranslation_language\tsubject_id\tpredicate_id\tsource_value\ttranslation_value\ttranslation_status',
  'en\tde\tHP:0001250\trdfs:label\tSeizure\tFallsucht\tCANDIDATE',
  'en\tde\tHP:0002391\trdfs:label\tSeizure\t"Krampf ""Anfall"""\tOFFICIAL',
  'en\tde\tHP:0001250\toboInOwl:hasExactSynonym\tSeizures\tKrampfanfälle\tOFFICIAL',
  'en\tde\tHP:0001252\trdfs:label\tHypotonia\tHypotonie\tCANDIDATE',
  'en\tde\tHP:0001252\tIAO:0000115\tA definition\tEine Beschreibung\tOFFICIAL',
  'en\tde\tHP:0000252\trdfs:label\tMicrocephaly\t\tNOT_TRANSLATED',
  'en\tde\tHP:7654321\trdfs:label\tUnknown\tUnbekannt\tOFFICIAL',
  'en\ten\tHP:0000252\trdfs:label\tMicrocephaly\tMicrocephaly\tOFFICIAL',
  'en\tde\tHP:0000969\toboInOwl:hasExactSynonym\tEdema\tÖdem\tOFFICIAL',
  '',
].join('\n');

/** Packets in the shapes that Orphanet's have: lists of one and of many, wrapped and not. */
export const smallOrphanetPackets = [
  {
    ORPHAcode: '900010',
    Label: 'Ithaca syndrome',
    version: '1.3 / 4.1 [2030-02-01]',
    ExternalReferences: [{ ExternalReference: { Source: 'OMIM', Reference: '900001', DisorderMappingRelation: 'E (Exact mapping: the two concepts are equivalent)' } }, { ExternalReference: { Source: 'ICD-10', Reference: 'Q87' } }],
    Phenotypes: [
      { Phenotype: { HPOId: 'HP:0001250', HPOTerm: 'Seizure', HPOFrequency: 'Very frequent (99-80%)' } },
      { Phenotype: { HPOId: 'HP:0000969', HPOTerm: 'Edema', HPOFrequency: 'Occasional (29-5%)' } },
      { Phenotype: { HPOId: 'HP:7654321', HPOTerm: 'Unknown', HPOFrequency: 'Frequent (79-30%)' } },
    ],
    TypeOfInheritances: { TypeOfInheritance: [{ value: 'Autosomal recessive' }] },
    AverageAgeOfOnsets: [{ AverageAgeOfOnset: { value: 'Infancy' } }, { AverageAgeOfOnset: { value: 'All ages' } }],
    Prevalences: [
      { Prevalence: { PrevalenceType: 'Annual incidence', PrevalenceClass: '1-5 / 10 000', PrevalenceGeographic: 'Greece' } },
      { Prevalence: { PrevalenceType: 'Point prevalence', PrevalenceClass: '1-9 / 1 000 000', PrevalenceGeographic: 'Greece' } },
      { Prevalence: { PrevalenceType: 'Point prevalence', PrevalenceClass: '<1 / 1 000 000', PrevalenceGeographic: 'Worldwide' } },
      { Prevalence: { PrevalenceType: 'Point prevalence', PrevalenceClass: 'Unknown', PrevalenceGeographic: 'Worldwide' } },
    ],
  },
  {
    ORPHAcode: '900011',
    Label: 'Charybdis disease',
    ExternalReferences: [{ Source: 'OMIM', Reference: '900001', DisorderMappingRelation: 'BTNT (ORPHAcode is broader than the targeted code used to represent it)' }],
    Phenotypes: { Phenotype: { HPOId: 'HP:0000252', HPOFrequency: 'Excluded (0%)' } },
    Prevalences: { Prevalence: [{ PrevalenceType: 'Cases/families', PrevalenceClass: 'Unknown' }] },
  },
  { ORPHAcode: '900011', Label: 'Charybdis disease again' },
  { Label: 'no code' },
].map((packet) => JSON.stringify(packet)).join('\n') + '\nnot JSON\n';
