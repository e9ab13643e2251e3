import type { StarterDisease } from '#shared/disease/starter/starter-disease.ts';

/** Developmental and epileptic disorders. */
export const epilepsyDiseases: readonly StarterDisease[] = [
  {
    id: 'OMIM:607208', name: 'Dravet syndrome', genes: ['SCN1A'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Febrile seizure (within the age range of 3 months to 6 years); Status epilepticus; Bilateral tonic-clonic seizure; Global developmental delay',
    frequent: 'Generalized myoclonic seizure; Focal impaired awareness seizure; Ataxia; Atypical absence seizure; Intellectual disability; Delayed speech and language development; EEG with photoparoxysmal response; Gait disturbance; Attention deficit hyperactivity disorder; Focal hemiclonic seizure',
    occasional: 'Spasticity; Autistic behavior; Sudden unexpected death in epilepsy',
  },
  {
    id: 'OMIM:612164', name: 'Developmental and epileptic encephalopathy 4', genes: ['STXBP1'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Global developmental delay; Intellectual disability',
    frequent: 'Infantile spasms; Tonic seizure; Focal-onset seizure; EEG with burst suppression; Hypsarrhythmia; Hypotonia; Ataxia; Tremor; Absent speech; Autistic behavior; Inability to walk; Generalized-onset seizure; Cerebral atrophy',
    occasional: 'Dystonia; Spasticity; Dyskinesia; Cerebral hypomyelination',
  },
  {
    id: 'OMIM:308350', name: 'Developmental and epileptic encephalopathy 1', genes: ['ARX'], inheritance: ['X-linked recessive'],
    veryFrequent: 'Infantile spasms; Global developmental delay; Intellectual disability, severe',
    frequent: 'Hypsarrhythmia; EEG with burst suppression; Dystonia; Spastic tetraparesis; Dyskinesia; Hypotonia; Status epilepticus; Choreoathetosis',
    occasional: 'Microcephaly; Micropenis; Cerebral atrophy; Tonic seizure',
  },
  {
    id: 'OMIM:300672', name: 'Developmental and epileptic encephalopathy 2', genes: ['CDKL5'], inheritance: ['X-linked dominant'],
    veryFrequent: 'Global developmental delay; Intellectual disability, severe; Absent speech; Hypotonia',
    frequent: 'Cerebral visual impairment; Tonic seizure; Midline hand movements; Sleep abnormality; Hypsarrhythmia; Reduced eye contact; Gastroesophageal reflux; Constipation; Inability to walk; Generalized myoclonic seizure; Bruxism; Infantile spasms',
    occasional: 'Microcephaly; Scoliosis; Autistic behavior; Feeding difficulties',
  },
  {
    id: 'OMIM:613720', name: 'Developmental and epileptic encephalopathy 7', genes: ['KCNQ2'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Neonatal seizure; Global developmental delay; Tonic seizure',
    frequent: 'EEG with burst suppression; Intellectual disability, severe; Axial hypotonia; Absent speech; Apnea; Multifocal epileptiform discharges; Hyperintensity of cerebral white matter on MRI; Reduced eye contact',
    occasional: 'Spastic tetraparesis; Dystonia; Hypsarrhythmia; Thin corpus callosum; Infantile spasms',
  },
  {
    id: 'OMIM:266100', name: 'Epilepsy, early-onset, 4, vitamin B6-dependent', genes: ['ALDH7A1'], inheritance: ['autosomal recessive'],
    veryFrequent: 'Neonatal seizure; Status epilepticus; Elevated circulating alpha-aminoadipic semialdehyde concentration',
    frequent: 'Global developmental delay; Intellectual disability; Generalized myoclonic seizure; Irritability; Delayed speech and language development; Focal-onset seizure; Abnormality of eye movement; Hypotonia',
    occasional: 'Feeding difficulties; Ventriculomegaly; Hypoplasia of the corpus callosum; Respiratory distress; Lactic acidosis; Hepatomegaly',
  },
  {
    id: 'OMIM:606777', name: 'GLUT1 deficiency syndrome 1', genes: ['SLC2A1'], inheritance: ['autosomal dominant', 'autosomal recessive'],
    obligate: 'Hypoglycorrhachia',
    veryFrequent: 'Reduced CSF lactate',
    frequent: 'Focal-onset seizure; Typical absence seizure; Global developmental delay; Ataxia; Dystonia; Spasticity; Intellectual disability; Paroxysmal dyskinesia; Dysarthria; Abnormality of eye movement; Hypotonia; Bilateral tonic-clonic seizure',
    occasional: 'Progressive microcephaly; Hemiplegia; Chorea; Confusion; Hemolytic anemia',
  },
  {
    id: 'OMIM:254800', name: 'Epilepsy, progressive myoclonic 1A (Unverricht and Lundborg)', genes: ['CSTB'], inheritance: ['autosomal recessive'],
    obligate: 'Myoclonus',
    veryFrequent: 'Bilateral tonic-clonic seizure; EEG with photoparoxysmal response; Ataxia',
    frequent: 'Dysarthria; Typical absence seizure; Intention tremor; Gait disturbance; EEG with generalized epileptiform discharges; Emotional lability; Depression',
    occasional: 'Mental deterioration; Cerebellar atrophy',
  },
  {
    id: 'OMIM:254780', name: 'Epilepsy, progressive myoclonic 2A (Lafora)', genes: ['EPM2A'], inheritance: ['autosomal recessive'],
    veryFrequent: 'Generalized myoclonic seizure; Dementia; Bilateral tonic-clonic seizure; Progressive neurologic deterioration; Lafora bodies',
    frequent: 'Visual hallucination; Ataxia; Dysarthria; Typical absence seizure; EEG with photoparoxysmal response; Apraxia; Depression; Gait disturbance; Status epilepticus',
    occasional: 'Cerebral visual impairment; Psychosis; Hepatic failure',
  },
  {
    id: 'OMIM:149400', name: 'Hyperekplexia 1', genes: ['GLRA1'], inheritance: ['autosomal dominant', 'autosomal recessive'],
    obligate: 'Exaggerated startle response',
    veryFrequent: 'Rigidity',
    frequent: 'Frequent falls; Apnea; Delayed gross motor development; Umbilical hernia; Abnormal movement during sleep; Hyperreflexia; Gait disturbance',
    occasional: 'Hip dislocation; Inguinal hernia; Seizure; Intellectual disability; Feeding difficulties in infancy',
  },
  {
    id: 'OMIM:191100', name: 'Tuberous sclerosis-1', genes: ['TSC1'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Hypomelanotic macule; Cortical tubers; Subependymal nodules',
    frequent: 'Focal-onset seizure; Adenoma sebaceum; Renal angiomyolipoma; Cardiac rhabdomyoma; Shagreen patch; Ungual fibroma; Intellectual disability; Autistic behavior; Infantile spasms; Attention deficit hyperactivity disorder; Retinal hamartoma; Confetti-like hypopigmented macules',
    occasional: 'Subependymal giant-cell astrocytoma; Renal cyst; Pulmonary lymphangiomyomatosis',
    veryRare: 'Wolff-Parkinson-White syndrome',
  },
  {
    id: 'OMIM:613254', name: 'Tuberous sclerosis-2', genes: ['TSC2'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Hypomelanotic macule; Cortical tubers; Subependymal nodules',
    frequent: 'Focal-onset seizure; Infantile spasms; Intellectual disability; Adenoma sebaceum; Renal angiomyolipoma; Cardiac rhabdomyoma; Autistic behavior; Shagreen patch; Ungual fibroma; Global developmental delay; Retinal hamartoma; Renal cyst; Attention deficit hyperactivity disorder; Gingival fibromatosis',
    occasional: 'Subependymal giant-cell astrocytoma; Pulmonary lymphangiomyomatosis',
  },
];
