import { expect, test } from 'vitest';
import { readPhenopackets } from '#shared/interchange/phenopacket/read-phenopackets.ts';
import { aPacket, aPacketOfVersion1 } from '#tests/unit/interchange/packet-builder.ts';

const read = (packet: object) => readPhenopackets({ fileName: 'a.json', text: JSON.stringify(packet) });

test('variants of version 1 are read as those of version 2: HGVS, VCF and words, with the zygosity', () => {
  const heterozygous = { id: 'GENO:0000135', label: 'heterozygous' };
  const reading = read(
    aPacketOfVersion1({
      genes: [{ id: 'HGNC:10585', symbol: 'SCN1A' }],
      variants: [
        { hgvsAllele: { hgvs: 'NM_001165963.4:c.2T>C' }, zygosity: heterozygous },
        { vcfAllele: { genomeAssembly: 'GRCh37', chr: '2', pos: 166909430, ref: 'A', alt: 'G' }, zygosity: { id: 'GENO:0000136', label: 'homozygous' } },
        { vcfAllele: { genomeAssembly: 'CanFam3', chr: '2', pos: 5, ref: 'A', alt: 'G' } },
        { spdiAllele: { seqId: 'NC_000002.11', position: 1, deletedSequence: 'A', insertedSequence: 'G' } },
        { iscnAllele: { iscn: 'del(2)(q24)' } },
        { hgvsAllele: { hgvs: 'a deletion' } },
      ],
    }),
  );
  expect(reading.problems.map(({ rule }) => rule)).toEqual(['hgvs-not-read']);
  expect(reading.packets[0]?.variants.map(({ detail: { gene, hgvsCoding, transcript, location, wording }, genotype }) => [gene?.symbol, hgvsCoding, transcript, location === null ? null : `${location.build} ${location.chromosome}:${String(location.position)}`, wording, genotype.state])).toEqual([
    ['SCN1A', 'NM_001165963.4:c.2T>C', 'NM_001165963.4', null, '', 'heterozygous'],
    ['SCN1A', '', '', 'GRCh37 2:166909430', '', 'homozygous'],
    ['SCN1A', '', '', null, 'VCF CanFam3 2 5 A G', 'unknown'],
    ['SCN1A', '', '', null, 'SPDI NC_000002.11:1:A:G', 'unknown'],
    ['SCN1A', '', '', null, 'del(2)(q24)', 'unknown'],
    ['SCN1A', '', '', null, 'a deletion', 'unknown'],
  ]);
  const several = read(aPacketOfVersion1({ genes: [{ id: 'HGNC:10585', symbol: 'SCN1A' }, { symbol: 'FGFR2' }], variants: [{ hgvsAllele: { hgvs: 'NM_001165963.4:c.2T>C' } }] })).packets[0]?.variants;
  expect(several?.map(({ detail: { gene, hgvsCoding } }) => [gene?.symbol ?? null, hgvsCoding])).toEqual([[null, 'NM_001165963.4:c.2T>C'], ['SCN1A', ''], ['FGFR2', '']]);
});

test('a variant without a description is read by its name in the file, and one of a sample is not taken for one of the patient', () => {
  const genomic = (id: string, subject: string) => ({ subjectOrBiosampleId: subject, interpretationStatus: 'CAUSATIVE', variantInterpretation: { variationDescriptor: { id, moleculeContext: 'genomic', variation: { copyNumber: {} } } } });
  const reading = read(aPacket({ biosamples: [{ id: 'b', sampledTissue: { id: 'UBERON:0000970', label: 'eye' } }], interpretations: [{ id: 'i', progressStatus: 'SOLVED', diagnosis: { disease: { id: 'NCIT:C7541', label: 'Retinoblastoma' }, genomicInterpretations: [genomic('cnv-1', 'II.1'), genomic('rs121913300', 'b')] } }] }));
  expect(reading.problems).toEqual([]);
  expect(reading.packets[0]?.variants.map(({ detail, genotype }) => [detail.wording, genotype.tissue])).toEqual([['cnv-1', ''], ['rs121913300', 'eye']]);
});

test('treatments and measurements are read with their codes, times and what belongs to them, and what stays out is counted', () => {
  const term = (id: string, label: string) => ({ id, label });
  const reading = read(
    aPacket({
      medicalActions: [
        { treatment: { agent: term('DrugCentral:1678', 'melphalan'), routeOfAdministration: term('NCIT:C38222', 'Intraarterial'), doseIntervals: [{ quantity: { unit: term('UCUM:mg.kg-1', 'milligram per kilogram'), value: 0.4 }, scheduleFrequency: term('PATO:0000689', 'regular'), interval: { start: '2020-09-02T00:00:00Z', end: '2020-10-02T00:00:00Z' } }] }, treatmentTarget: term('OMIM:180200', 'Retinoblastoma'), responseToTreatment: term('NCIT:C102560', 'Favorable') },
        { procedure: { code: term('NCIT:C48601', 'Enucleation'), performed: { age: { iso8601duration: 'P8M2W' } } } },
        { therapeuticRegimen: { externalReference: { id: 't', description: 'Diet' }, regimenStatus: 'STARTED' } },
      ],
      measurements: [{ assay: term('LOINC:79893-4', 'Left eye pressure'), value: { quantity: { unit: term('UCUM:mm[Hg]', 'millimetres of mercury'), value: 25, referenceRange: { unit: term('UCUM:mm[Hg]', 'millimetres of mercury'), low: 10, high: 21 } } }, timeObserved: { age: { iso8601duration: 'P6M' } } }],
      biosamples: [{ id: 'b' }],
    }),
  );
  expect(reading.problems).toEqual([]);
  expect(reading.packets[0]).toMatchObject({
    treatments: [
      { title: 'melphalan (DrugCentral:1678)', when: { kind: 'date', date: '2020-09-02' }, until: { kind: 'date', date: '2020-10-02' }, diseaseId: 'OMIM:180200', note: 'Route: Intraarterial\nDose: 0.4 mg.kg-1, regular\nResponse: Favorable' },
      { title: 'Enucleation (NCIT:C48601)', when: { kind: 'age', age: 'P8M2W' }, until: null, note: '' },
      { title: 'Diet', isOngoing: true },
    ],
    measurements: [{ title: 'Left eye pressure: 25 mm[Hg] (10 to 21) (LOINC:79893-4)', when: { kind: 'age', age: 'P6M', isAbout: false }, note: '' }],
    unkept: [{ what: 'biosamples', count: 1 }],
  });
});
