/** A small release in the formats of the HPO, written for the tests: a few real ids and labels, invented annotations. */

interface SmallTerm {
  readonly id: string;
  readonly label: string;
  readonly parents: readonly string[];
  readonly synonyms?: readonly { readonly text: string; readonly scope?: 'Exact' | 'Broad' | 'Narrow' | 'Related'; readonly isLayperson?: boolean }[];
  readonly alternativeIds?: readonly string[];
  readonly definition?: string;
}

export const smallTerms: readonly SmallTerm[] = [
  { id: 'HP:0000001', label: 'All', parents: [] },
  { id: 'HP:0000005', label: 'Mode of inheritance', parents: ['HP:0000001'] },
  { id: 'HP:0000007', label: 'Autosomal recessive inheritance', parents: ['HP:0000005'], synonyms: [{ text: 'Autosomal recessive' }] },
  { id: 'HP:0012823', label: 'Clinical modifier', parents: ['HP:0000001'] },
  { id: 'HP:0012824', label: 'Severity', parents: ['HP:0012823'] },
  { id: 'HP:0012828', label: 'Severe', parents: ['HP:0012824'] },
  { id: 'HP:0003674', label: 'Onset', parents: ['HP:0000001'] },
  { id: 'HP:0003593', label: 'Infantile onset', parents: ['HP:0003674'] },
  { id: 'HP:0000118', label: 'Phenotypic abnormality', parents: ['HP:0000001'] },
  { id: 'HP:0000707', label: 'Abnormality of the nervous system', parents: ['HP:0000118'] },
  { id: 'HP:0012638', label: 'Abnormal nervous system physiology', parents: ['HP:0000707'] },
  { id: 'HP:0001250', label: 'Seizure', parents: ['HP:0012638'], synonyms: [{ text: 'Seizures' }, { text: 'Epileptic seizure' }], alternativeIds: ['HP:0002279', 'HP:0002391'], definition: 'A sudden, uncontrolled burst of activity of nerve cells.' },
  { id: 'HP:0002373', label: 'Febrile seizure', parents: ['HP:0001250'] },
  { id: 'HP:0033127', label: 'Abnormality of the musculoskeletal system', parents: ['HP:0000118'] },
  { id: 'HP:0001252', label: 'Hypotonia', parents: ['HP:0033127', 'HP:0012638'], synonyms: [{ text: 'Low muscle tone', isLayperson: true }] },
  { id: 'HP:0000152', label: 'Abnormality of head or neck', parents: ['HP:0000118'] },
  { id: 'HP:0000252', label: 'Microcephaly', parents: ['HP:0000152'], synonyms: [{ text: 'Abnormally small head', isLayperson: true }, { text: 'Small skull', scope: 'Related' }] },
  { id: 'HP:0000969', label: 'Edema', parents: ['HP:0000118'], synonyms: [{ text: 'Fluid retention', isLayperson: true }] },
];

export const smallObsolete = [
  { id: 'HP:0009901', label: 'obsolete Convulsion', replacedBy: 'HP:0002391', consider: [] },
  { id: 'HP:0009902', label: 'obsolete Odd gait', replacedBy: null, consider: ['HP:0000707'] },
] as const;

const iri = (id: string): string => `http://purl.obolibrary.org/obo/${id.replace(':', '_')}`;

/** `hasTypes` false: the older dialect, whose nodes say nothing of their type. */
export function smallObographs(options: { readonly hasTypes?: boolean; readonly version?: string } = {}): string {
  const type = options.hasTypes === false ? {} : { type: 'CLASS' };
  const nodes = [
    ...smallTerms.map((term) => ({
      id: iri(term.id),
      lbl: term.label,
      ...type,
      meta: {
        ...(term.definition === undefined ? {} : { definition: { val: term.definition, xrefs: ['PMID:1'] } }),
        synonyms: (term.synonyms ?? []).map((synonym) => ({ pred: `has${synonym.scope ?? 'Exact'}Synonym`, val: synonym.text, ...(synonym.isLayperson === true ? { synonymType: 'http://purl.obolibrary.org/obo/hp#layperson' } : {}) })),
        basicPropertyValues: (term.alternativeIds ?? []).map((val) => ({ pred: 'http://www.geneontology.org/formats/oboInOwl#hasAlternativeId', val })),
      },
    })),
    ...smallObsolete.map((term) => ({
      id: iri(term.id),
      lbl: term.label,
      ...type,
      meta: {
        deprecated: true,
        basicPropertyValues: [
          ...(term.replacedBy === null ? [] : [{ pred: 'http://purl.obolibrary.org/obo/IAO_0100001', val: iri(term.replacedBy) }]),
          ...term.consider.map((val) => ({ pred: 'http://www.geneontology.org/formats/oboInOwl#consider', val })),
        ],
      },
    })),
    { id: 'http://purl.obolibrary.org/obo/HP_0040005', lbl: 'has wiki', ...(options.hasTypes === false ? {} : { type: 'PROPERTY' }) },
    { id: 'http://purl.obolibrary.org/obo/BFO_0000050', lbl: 'part of', ...(options.hasTypes === false ? {} : { type: 'PROPERTY' }) },
  ];
  const edges = [
    ...smallTerms.flatMap((term) => term.parents.map((parent) => ({ sub: iri(term.id), pred: 'is_a', obj: iri(parent) }))),
    { sub: iri('HP:0001250'), pred: 'http://purl.obolibrary.org/obo/BFO_0000050', obj: iri('HP:0000969') },
  ];
  return JSON.stringify({ graphs: [{ id: 'hp', meta: { version: `http://purl.obolibrary.org/obo/hp/releases/${options.version ?? '2030-01-02'}/hp.json` }, nodes, edges }] }, null, 1);
}

export function smallObo(): string {
  const terms = smallTerms.map((term) =>
    [
      '[Term]',
      `id: ${term.id}`,
      `name: ${term.label}`,
      ...(term.alternativeIds ?? []).map((id) => `alt_id: ${id}`),
      ...(term.definition === undefined ? [] : [`def: "${term.definition}" [PMID:1]`]),
      ...(term.synonyms ?? []).map((synonym) => `synonym: "${synonym.text}" ${(synonym.scope ?? 'Exact').toUpperCase()} ${synonym.isLayperson === true ? 'layperson ' : ''}[]`),
      ...term.parents.map((parent) => `is_a: ${parent} {source="test"} ! its parent`),
    ].join('\n'),
  );
  const obsolete = smallObsolete.map((term) => ['[Term]', `id: ${term.id}`, `name: ${term.label}`, 'is_obsolete: true', ...(term.replacedBy === null ? [] : [`replaced_by: ${term.replacedBy}`]), ...term.consider.map((id) => `consider: ${id}`)].join('\n'));
  return ['format-version: 1.2\ndata-version: hp/releases/2030-01-02\nontology: hp', ...terms, ...obsolete, '[Typedef]\nid: part_of\nname: part of'].join('\n\n');
}

const columns = ['database_id', 'disease_name', 'qualifier', 'hpo_id', 'reference', 'evidence', 'onset', 'frequency', 'sex', 'modifier', 'aspect', 'biocuration'];

export const smallAnnotationRows: readonly (readonly string[])[] = [
  ['OMIM:900001', 'Ithaca syndrome', '', 'HP:0001250', 'PMID:11;PMID:12', 'PCS', '', '3/7', '', '', 'P', ''],
  ['OMIM:900001', 'Ithaca syndrome', '', 'HP:0000252', 'OMIM:900001', 'TAS', 'HP:0003593', 'HP:0040281', 'MALE', 'HP:0012828', 'P', ''],
  ['OMIM:900001', 'Ithaca syndrome', 'NOT', 'HP:0001252', 'PMID:11', 'PCS', '', '', '', '', 'P', ''],
  ['OMIM:900001', 'Ithaca syndrome', '', 'HP:0000007', 'PMID:11', 'PCS', '', '', '', '', 'I', ''],
  ['OMIM:900001', 'Ithaca syndrome', '', 'HP:0003593', 'PMID:11', 'PCS', '', '', '', '', 'C', ''],
  ['ORPHA:900002', 'Scylla disease', '', 'HP:0002391', 'ORPHA:900002', 'TAS', '', '45%', '', '', 'P', ''],
  ['ORPHA:900002', 'Scylla disease', '', 'HP:0009901', 'ORPHA:900002', 'IEA', '', '7/3', '', '', 'P', ''],
  ['ORPHA:900002', 'Scylla disease', '', 'HP:0009902', 'ORPHA:900002', 'TAS', '', '', '', '', 'P', ''],
  ['ORPHA:900002', 'Scylla disease', '', 'HP:0012828', 'ORPHA:900002', 'TAS', '', '', '', '', 'M', ''],
];

/** `dialect` old: the header line begins with # and the version is a date. */
export function smallAnnotations(dialect: 'old' | 'new' = 'new', rows: readonly (readonly string[])[] = smallAnnotationRows): string {
  const head = dialect === 'new' ? ['#description: "test"', '#version: 2030-01-03', columns.join('\t')] : ['#description: test', '#date: 2030-01-03', '#DatabaseID\tDiseaseName\tQualifier\tHPO_ID\tReference\tEvidence\tOnset\tFrequency\tSex\tModifier\tAspect\tBiocuration'];
  return [...head, ...rows.map((row) => row.join('\t')), ''].join('\n');
}

export const smallGenesToDisease = [
  'ncbi_gene_id\tgene_symbol\tassociation_type\tdisease_id\tsource',
  'NCBIGene:11\tODYS1\tUNKNOWN\tOMIM:900001\ttest',
  'NCBIGene:11\tODYS1\tMENDELIAN\tOMIM:900001\ttest',
  'NCBIGene:12\tPENL2\tPOLYGENIC\tOMIM:900001\ttest',
  'NCBIGene:13\t-\tMENDELIAN\tOMIM:900001\ttest',
  'NCBIGene:14\tCIRC3\tMENDELIAN\tOMIM:900099\ttest',
  '',
].join('\n');

/** The files of the small release, as a folder would hold them. */
export function smallReleaseFiles(): { readonly name: string; readonly bytes: Uint8Array }[] {
  const encoder = new TextEncoder();
  return [
    { name: 'hp.json', bytes: encoder.encode(smallObographs()) },
    { name: 'phenotype.hpoa', bytes: encoder.encode(smallAnnotations()) },
    { name: 'genes_to_disease.txt', bytes: encoder.encode(smallGenesToDisease) },
  ];
}
