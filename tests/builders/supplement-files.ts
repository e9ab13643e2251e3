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
