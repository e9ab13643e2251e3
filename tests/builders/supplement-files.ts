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
