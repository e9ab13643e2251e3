import type { StarterDisease } from '#shared/disease/starter/starter-disease.ts';

/** Intellectual disability, autism and malformation syndromes in which development leads. */
export const neurodevelopmentalDiseases: readonly StarterDisease[] = [
  {
    id: 'OMIM:312750', name: 'Rett syndrome', genes: ['MECP2'], inheritance: ['X-linked dominant'],
    veryFrequent: 'Developmental regression; Stereotypical hand wringing; Hand apraxia; Loss of speech; Gait apraxia; Intellectual disability, severe',
    frequent: 'Progressive microcephaly; Seizure; Scoliosis; Bruxism; Hyperventilation; Apnea; Constipation; Sleep abnormality; Growth delay; Autistic behavior; Short foot',
    occasional: 'Prolonged QT interval; Dystonia; Gastroesophageal reflux',
  },
  {
    id: 'OMIM:105830', name: 'Angelman syndrome', genes: ['UBE3A'], inheritance: ['paternally imprinted'],
    obligate: 'Intellectual disability, severe',
    veryFrequent: 'Absent speech; Ataxia; Inappropriate laughter; Seizure; Global developmental delay; EEG abnormality; Happy demeanor; Hyperactivity',
    frequent: 'Microcephaly; Sleep abnormality; Wide mouth; Widely spaced teeth; Mandibular prognathia; Hypopigmentation of the skin; Drooling; Tremor; Protruding tongue; Flat occiput',
    occasional: 'Strabismus',
  },
  {
    id: 'OMIM:300624', name: 'Fragile X syndrome', genes: ['FMR1'], inheritance: ['X-linked dominant'],
    veryFrequent: 'Intellectual disability; Delayed speech and language development; Macroorchidism',
    frequent: 'Long face; Macrotia; Attention deficit hyperactivity disorder; Autistic behavior; Reduced eye contact; Joint hypermobility; Motor stereotypy; Anxiety; Mandibular prognathia; Macrocephaly; Recurrent otitis media; Pes planus; Soft skin',
    occasional: 'Seizure; Mitral valve prolapse; Strabismus; Scoliosis',
  },
  {
    id: 'OMIM:147920', name: 'Kabuki syndrome 1', genes: ['KMT2D'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Long palpebral fissure; Eversion of lateral third of lower eyelids; Prominent fingertip pads; Global developmental delay; Highly arched eyebrow; Intellectual disability',
    frequent: 'Macrotia; Short stature; Hypotonia; Depressed nasal tip; Abnormal heart morphology; High palate; Hearing impairment; Feeding difficulties; Recurrent infections; Joint hypermobility; Microcephaly; Hypodontia',
    occasional: 'Cleft palate; Horseshoe kidney',
  },
  {
    id: 'OMIM:122470', name: 'Cornelia de Lange syndrome 1', genes: ['NIPBL'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Synophrys; Long philtrum; Thin upper lip vermilion; Global developmental delay; Growth delay; Microcephaly; Long eyelashes; Highly arched eyebrow; Anteverted nares; Hirsutism',
    frequent: 'Downturned corners of mouth; Small hand; Gastroesophageal reflux; Hearing impairment; Intellectual disability, severe; Oligodactyly; Micrognathia; Self-injurious behavior; Abnormal heart morphology',
    occasional: 'Congenital diaphragmatic hernia',
  },
  {
    id: 'OMIM:180849', name: 'Rubinstein-Taybi syndrome 1', genes: ['CREBBP'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Broad thumb; Broad hallux; Intellectual disability; Convex nasal ridge; Downslanted palpebral fissures; Global developmental delay; Low hanging columella',
    frequent: 'Short stature; Microcephaly; Talon cusp; Highly arched eyebrow; High palate; Cryptorchidism; Abnormal heart morphology; Long eyelashes; Constipation; Deviation of the thumb',
    occasional: 'Keloids; Glaucoma',
  },
  {
    id: 'OMIM:610253', name: 'Kleefstra syndrome 1', genes: ['EHMT1'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Intellectual disability; Global developmental delay; Hypotonia; Delayed speech and language development',
    frequent: 'Brachycephaly; Hypertelorism; Synophrys; Midface retrusion; Protruding tongue; Autistic behavior; Everted lower lip vermilion; Abnormal heart morphology; Anteverted nares; Mandibular prognathia; Obesity; Sleep abnormality',
    occasional: 'Seizure; Hearing impairment; Vesicoureteral reflux; Developmental regression',
  },
  {
    id: 'OMIM:610954', name: 'Pitt-Hopkins syndrome', genes: ['TCF4'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Intellectual disability, severe; Global developmental delay; Absent speech; Wide mouth; Hypotonia; Deeply set eye',
    frequent: 'Intermittent hyperventilation; Apnea; Constipation; Wide nasal bridge; Stereotypic upper-extremity movements; Happy demeanor; Microcephaly; Seizure; Myopia; Thick lower lip vermilion; Ataxia; Strabismus; Clubbing',
    occasional: 'Scoliosis',
  },
  {
    id: 'OMIM:235730', name: 'Mowat-Wilson syndrome', genes: ['ZEB2'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Intellectual disability, severe; Uplifted earlobe; Hypertelorism; Absent speech; Microcephaly; Pointed chin; Wide nasal bridge; Happy demeanor',
    frequent: 'Seizure; Aganglionic megacolon; Hypoplasia of the corpus callosum; Abnormal heart morphology; Hypospadias; Constipation; Short stature; Medial flaring of the eyebrow; Deeply set eye; Cryptorchidism',
    occasional: 'Microphthalmia; Pulmonary artery sling',
  },
  {
    id: 'OMIM:182290', name: 'Smith-Magenis syndrome', genes: ['RAI1'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Sleep abnormality; Intellectual disability; Self-injurious behavior; Delayed speech and language development; Brachycephaly; Midface retrusion; Broad face; Attention deficit hyperactivity disorder',
    frequent: 'Brachydactyly; Frequent temper tantrums; Tented upper lip vermilion; Short stature; Hoarse voice; Hearing impairment; Impaired pain sensation; Obesity; Scoliosis; Mandibular prognathia; Synophrys; Hypotonia',
  },
  {
    id: 'OMIM:606232', name: 'Phelan-McDermid syndrome', genes: ['SHANK3'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Global developmental delay; Absent speech; Neonatal hypotonia; Intellectual disability; Autistic behavior',
    frequent: 'Impaired pain sensation; Large hands; Dolichocephaly; Long eyelashes; Abnormal toenail morphology; Sleep abnormality; Impaired mastication; Ptosis; Bulbous nose; Hypohidrosis; Accelerated skeletal maturation; Seizure',
    occasional: 'Arachnoid cyst; Developmental regression; Vesicoureteral reflux',
  },
  {
    id: 'OMIM:135900', name: 'Coffin-Siris syndrome 1', genes: ['ARID1B'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Intellectual disability; Global developmental delay; Delayed speech and language development; Coarse facial features; Hypotonia',
    frequent: 'Hypoplastic fifth fingernail; Short distal phalanx of the 5th finger; Hypertrichosis; Sparse scalp hair; Thick eyebrow; Wide mouth; Thick lower lip vermilion; Feeding difficulties in infancy; Long eyelashes; Agenesis of corpus callosum; Joint hypermobility; Cryptorchidism',
    occasional: 'Seizure; Laryngomalacia; Visual impairment',
  },
  {
    id: 'OMIM:148050', name: 'KBG syndrome', genes: ['ANKRD11'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Macrodontia of permanent maxillary central incisor; Intellectual disability, mild; Triangular face; Delayed speech and language development',
    frequent: 'Short stature; Delayed skeletal maturation; Brachycephaly; Synophrys; Bulbous nose; Long philtrum; Attention deficit hyperactivity disorder; Clinodactyly of the 5th finger; Cryptorchidism; Hearing impairment; Recurrent otitis media; Abnormal vertebral morphology',
    occasional: 'Seizure; Rib fusion; Autistic behavior',
  },
  {
    id: 'OMIM:303600', name: 'Coffin-Lowry syndrome', genes: ['RPS6KA3'], inheritance: ['X-linked dominant'],
    veryFrequent: 'Intellectual disability, severe; Tapered finger; Coarse facial features; Hypertelorism; Thick lower lip vermilion; Soft, doughy skin; Short stature; Wide mouth',
    frequent: 'Kyphoscoliosis; Downslanted palpebral fissures; Anteverted nares; Microcephaly; Hypodontia; Pectus carinatum; Prominent forehead; Hearing impairment',
    occasional: 'Atonic seizure; Mitral regurgitation; Sleep apnea',
  },
  {
    id: 'OMIM:301040', name: 'Alpha-thalassemia/impaired intellectual development syndrome, X-linked', genes: ['ATRX'], inheritance: ['X-linked recessive'],
    veryFrequent: 'Intellectual disability, severe; Absent speech; Hypertelorism; Tented upper lip vermilion; Anteverted nares; Neonatal hypotonia; HbH hemoglobin',
    frequent: 'Microcephaly; Depressed nasal bridge; Ambiguous genitalia, male; Cryptorchidism; Telecanthus; Protruding tongue; Drooling; Gastroesophageal reflux; Hypochromic anemia; Seizure; Short stature; Widely spaced teeth',
    occasional: 'Talipes equinovarus',
  },
  {
    id: 'OMIM:605309', name: 'Macrocephaly/autism syndrome', genes: ['PTEN'], inheritance: ['autosomal dominant'],
    obligate: 'Macrocephaly',
    veryFrequent: 'Autistic behavior',
    frequent: 'Intellectual disability; Delayed speech and language development; Frontal bossing; Global developmental delay; Hypotonia; Broad forehead; Depressed nasal bridge',
    occasional: 'Seizure; Obesity; Penile freckling; Lipoma',
  },
  {
    id: 'OMIM:615032', name: 'Intellectual developmental disorder with autism and macrocephaly', genes: ['CHD8'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Autistic behavior; Macrocephaly',
    frequent: 'Intellectual disability; Global developmental delay; Constipation; Sleep abnormality; Tall stature; Prominent forehead; Hypertelorism; Broad forehead; Delayed speech and language development; Attention deficit hyperactivity disorder',
    occasional: 'Seizure; Hypotonia; Anxiety; Pes planus',
  },
  {
    id: 'OMIM:269150', name: 'Schinzel-Giedion midface retraction syndrome', genes: ['SETBP1'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Midface retrusion; Profound global developmental delay; Hydronephrosis; Seizure; Hypertrichosis; Prominent forehead; Proptosis',
    frequent: 'Large fontanelles; Talipes equinovarus; Hypsarrhythmia; Cerebral visual impairment; Choanal stenosis; Abnormality of the genital system; Abnormal heart morphology; Sclerosis of skull base; Hearing impairment; Facial hemangioma; Ventriculomegaly',
    occasional: 'Neuroepithelial neoplasm; Alacrima',
  },
  {
    id: 'OMIM:309000', name: 'Lowe syndrome', genes: ['OCRL'], inheritance: ['X-linked recessive'],
    obligate: 'Developmental cataract',
    veryFrequent: 'Hypotonia; Proximal tubulopathy; Aminoaciduria; Intellectual disability; Low-molecular-weight proteinuria',
    frequent: 'Glaucoma; Areflexia; Rickets; Renal tubular acidosis; Chronic kidney disease; Short stature; Motor stereotypy; Seizure; Cryptorchidism; Hyperphosphaturia; Elevated circulating creatine kinase concentration; Visual impairment',
    occasional: 'Scoliosis',
  },
  {
    id: 'OMIM:270400', name: 'Smith-Lemli-Opitz syndrome', genes: ['DHCR7'], inheritance: ['autosomal recessive'],
    obligate: 'Elevated circulating 7-dehydrocholesterol concentration',
    veryFrequent: '2-3 toe syndactyly; Global developmental delay; Microcephaly; Intellectual disability; Hypocholesterolemia',
    frequent: 'Ptosis; Anteverted nares; Micrognathia; Hypospadias; Feeding difficulties in infancy; Cleft palate; Failure to thrive; Abnormal heart morphology; Cryptorchidism; Self-injurious behavior; Low-set ears',
    occasional: 'Postaxial hand polydactyly; Cutaneous photosensitivity; Holoprosencephaly',
  },
];
