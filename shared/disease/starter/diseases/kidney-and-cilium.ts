import type { StarterDisease } from '#shared/disease/starter/starter-disease.ts';

/** Kidney disorders and ciliopathies. */
export const kidneyAndCiliumDiseases: readonly StarterDisease[] = [
  {
    id: 'OMIM:209900', name: 'Bardet-Biedl syndrome 1', genes: ['BBS1'], inheritance: ['autosomal recessive'],
    veryFrequent: 'Rod-cone dystrophy; Obesity',
    frequent: 'Postaxial polydactyly; Nyctalopia; Intellectual disability; Hypogonadism; Renal cyst; Global developmental delay; Brachydactyly; Diabetes mellitus; Delayed speech and language development; Hypertension; Micropenis; Anosmia; Visual loss; High palate',
    occasional: 'Chronic kidney disease; Syndactyly; Aganglionic megacolon',
  },
  {
    id: 'OMIM:203800', name: 'Alstrom syndrome', genes: ['ALMS1'], inheritance: ['autosomal recessive'],
    veryFrequent: 'Cone/cone-rod dystrophy; Nystagmus; Photophobia; Childhood-onset truncal obesity; Progressive sensorineural hearing impairment',
    frequent: 'Insulin resistance; Type II diabetes mellitus; Dilated cardiomyopathy; Hypertriglyceridemia; Acanthosis nigricans; Short stature; Hepatic steatosis; Hypogonadism; Chronic kidney disease; Hypothyroidism; Recurrent otitis media; Visual loss; Scoliosis',
    occasional: 'Global developmental delay',
  },
  {
    id: 'OMIM:213300', name: 'Joubert syndrome 1', genes: ['INPP5E'], inheritance: ['autosomal recessive'],
    obligate: 'Molar tooth sign on MRI',
    veryFrequent: 'Hypotonia; Ataxia; Global developmental delay; Cerebellar vermis hypoplasia; Oculomotor apraxia',
    frequent: 'Episodic tachypnea; Intellectual disability; Nystagmus; Apnea; Retinal dystrophy; Strabismus; Delayed speech and language development; Impaired smooth pursuit',
    occasional: 'Nephronophthisis; Postaxial hand polydactyly; Chorioretinal coloboma; Encephalocele; Hepatic fibrosis',
  },
  {
    id: 'OMIM:249000', name: 'Meckel syndrome 1', genes: ['MKS1'], inheritance: ['autosomal recessive'],
    veryFrequent: 'Multicystic kidney dysplasia; Occipital encephalocele; Postaxial hand polydactyly; Congenital hepatic fibrosis; Enlarged kidney',
    frequent: 'Oligohydramnios; Pulmonary hypoplasia; Microphthalmia; Cleft palate; Bile duct proliferation; Postaxial foot polydactyly; Ambiguous genitalia; Microcephaly',
    occasional: 'Dandy-Walker malformation; Abnormal heart morphology; Anencephaly; Talipes equinovarus; Bowing of the long bones',
  },
  {
    id: 'OMIM:311200', name: 'Orofaciodigital syndrome I', genes: ['OFD1'], inheritance: ['X-linked dominant'],
    veryFrequent: 'Bifid tongue; Accessory oral frenulum; Brachydactyly',
    frequent: 'Cleft palate; Median cleft upper lip; Tongue nodules; Clinodactyly; Polycystic kidney dysplasia; Syndactyly; Telecanthus; Milia; Hypertelorism; Agenesis of corpus callosum; Intellectual disability; Underdeveloped nasal alae; Alopecia; Dental malocclusion',
    occasional: 'Polydactyly; Chronic kidney disease; Hydrocephalus',
  },
  {
    id: 'OMIM:225500', name: 'Ellis-van Creveld syndrome', genes: ['EVC', 'EVC2'], inheritance: ['autosomal recessive'],
    veryFrequent: 'Postaxial hand polydactyly; Disproportionate short-limb short stature; Nail dysplasia; Short ribs; Narrow chest; Accessory oral frenulum',
    frequent: 'Atrioventricular canal defect; Common atrium; Hypodontia; Natal tooth; Genu valgum; Cone-shaped epiphyses of the phalanges of the hand; Carpal synostosis; Acetabular spurs; Conical tooth; Hypoplastic iliac wing',
    occasional: 'Cryptorchidism; Postaxial foot polydactyly; Neonatal respiratory distress; Talipes equinovarus',
  },
  {
    id: 'OMIM:173900', name: 'Polycystic kidney disease 1 with or without polycystic liver disease', genes: ['PKD1'], inheritance: ['autosomal dominant'],
    obligate: 'Multiple renal cysts',
    veryFrequent: 'Enlarged kidney; Hypertension; Hepatic cysts',
    frequent: 'Flank pain; Hematuria; Nephrolithiasis; Stage 5 chronic kidney disease; Recurrent urinary tract infections; Left ventricular hypertrophy; Colonic diverticula',
    occasional: 'Cerebral berry aneurysm; Mitral valve prolapse; Pancreatic cysts; Inguinal hernia; Proteinuria',
  },
  {
    id: 'OMIM:263200', name: 'Polycystic kidney disease 4 with or without polycystic liver disease', genes: ['PKHD1'], inheritance: ['autosomal recessive'],
    veryFrequent: 'Enlarged kidney; Polycystic kidney dysplasia; Congenital hepatic fibrosis; Hypertension',
    frequent: 'Chronic kidney disease; Oligohydramnios; Pulmonary hypoplasia; Portal hypertension; Splenomegaly; Neonatal respiratory distress; Hepatomegaly; Hyponatremia; Hyperechogenic kidneys',
    occasional: 'Cholangitis; Pneumothorax; Esophageal varix; Potter facies',
  },
  {
    id: 'OMIM:301050', name: 'Alport syndrome 1, X-linked', genes: ['COL4A5'], inheritance: ['X-linked dominant'],
    obligate: 'Microscopic hematuria',
    veryFrequent: 'Thin glomerular basement membrane',
    frequent: 'Proteinuria; Sensorineural hearing impairment; Stage 5 chronic kidney disease; Hypertension; Macroscopic hematuria; Anterior lenticonus; Nephrotic syndrome; Glomerulonephritis; Retinal flecks',
    occasional: 'Corneal erosion; Diffuse leiomyomatosis; Aortic aneurysm; Glomerular sclerosis',
  },
  {
    id: 'OMIM:256300', name: 'Nephrotic syndrome, type 1', genes: ['NPHS1'], inheritance: ['autosomal recessive'],
    obligate: 'Nephrotic syndrome',
    veryFrequent: 'Heavy proteinuria; Hypoalbuminemia; Edema; Premature birth',
    frequent: 'Large placenta; Elevated amniotic fluid alpha-fetoprotein; Hyperlipidemia; Failure to thrive; Stage 5 chronic kidney disease; Diffuse mesangial sclerosis; Small for gestational age; Recurrent bacterial infections; Hypothyroidism',
    occasional: 'Venous thrombosis; Pyloric stenosis; Motor delay',
  },
  {
    id: 'OMIM:220100', name: 'Cystinuria', genes: ['SLC3A1', 'SLC7A9'], inheritance: ['autosomal recessive'],
    obligate: 'Cystinuria',
    veryFrequent: 'Nephrolithiasis; Argininuria; Ornithinuria; Hyperlysinuria',
    frequent: 'Flank pain; Hematuria; Recurrent urinary tract infections; Cystine crystalluria; Hydronephrosis',
    occasional: 'Chronic kidney disease; Hypertension; Acute kidney injury; Nausea',
  },
  {
    id: 'OMIM:259900', name: 'Hyperoxaluria, primary, type I', genes: ['AGXT'], inheritance: ['autosomal recessive'],
    obligate: 'Hyperoxaluria',
    veryFrequent: 'Calcium oxalate nephrolithiasis',
    frequent: 'Nephrocalcinosis; Hematuria; Flank pain; Stage 5 chronic kidney disease; Recurrent urinary tract infections; Failure to thrive; Elevated urine glycolate; Proteinuria; Abdominal pain',
    occasional: 'Bone pain; Retinopathy; Arrhythmia; Peripheral neuropathy; Livedo reticularis; Pathologic fracture',
  },
  {
    id: 'OMIM:179800', name: 'Distal renal tubular acidosis 1', genes: ['SLC4A1'], inheritance: ['autosomal dominant'],
    obligate: 'Distal renal tubular acidosis',
    veryFrequent: 'Hypokalemia',
    frequent: 'Nephrocalcinosis; Nephrolithiasis; Hypercalciuria; Hypocitraturia; Short stature; Osteomalacia; Rickets; Polyuria; Muscle weakness; Failure to thrive; Hyperchloremia',
    occasional: 'Hypercalcemia; Pathologic fracture; Periodic paralysis; Chronic kidney disease',
  },
  {
    id: 'OMIM:263800', name: 'Gitelman syndrome', genes: ['SLC12A3'], inheritance: ['autosomal recessive'],
    veryFrequent: 'Hypokalemia; Hypomagnesemia; Metabolic alkalosis; Hypocalciuria; Increased circulating renin concentration',
    frequent: 'Muscle spasm; Fatigue; Salt craving; Muscle weakness; Nocturia; Paresthesia; Tetany; Secondary hyperaldosteronism; Polydipsia; Hypotension; Palpitations; Polyuria',
    occasional: 'Chondrocalcinosis; Prolonged QT interval; Rhabdomyolysis',
  },
  {
    id: 'OMIM:304800', name: 'Diabetes insipidus, nephrogenic, 1, X-linked', genes: ['AVPR2'], inheritance: ['X-linked recessive'],
    obligate: 'Nephrogenic diabetes insipidus',
    veryFrequent: 'Polydipsia; Hypernatremia; Dehydration',
    frequent: 'Failure to thrive; Unexplained fevers; Vomiting; Constipation; Irritability; Growth delay; Nocturia; Enuresis; Feeding difficulties in infancy',
    occasional: 'Hydronephrosis; Intellectual disability; Seizure; Megacystis',
  },
];
