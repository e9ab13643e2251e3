import type { StarterDisease } from '#shared/disease/starter/starter-disease.ts';

/** Heritable disorders of connective tissue. */
export const connectiveTissueDiseases: readonly StarterDisease[] = [
  {
    id: 'OMIM:154700', name: 'Marfan syndrome', genes: ['FBN1'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Aortic root aneurysm; Disproportionate tall stature; Arachnodactyly',
    frequent: 'Ectopia lentis; Myopia; Scoliosis; Pectus excavatum; Joint hypermobility; Mitral valve prolapse; High palate; Striae distensae; Dural ectasia; Pes planus; Dolichocephaly; Malar flattening',
    occasional: 'Pectus carinatum; Pneumothorax; Retinal detachment; Ascending aortic dissection; Protrusio acetabuli',
  },
  {
    id: 'OMIM:609192', name: 'Loeys-Dietz syndrome 1', genes: ['TGFBR1'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Aortic root aneurysm; Arterial tortuosity',
    frequent: 'Hypertelorism; Bifid uvula; Arachnodactyly; Pectus excavatum; Joint hypermobility; Scoliosis; Blue sclerae; Malar flattening; Retrognathia; Cleft palate; Descending thoracic aorta aneurysm; Cervical spine instability; Craniosynostosis',
    occasional: 'Patent ductus arteriosus; Talipes equinovarus; Ascending aortic dissection; Camptodactyly; Thin skin',
  },
  {
    id: 'OMIM:130050', name: 'Ehlers-Danlos syndrome, vascular type', genes: ['COL3A1'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Bruising susceptibility; Thin skin',
    frequent: 'Dermal translucency; Arterial rupture; Arterial dissection; Proptosis; Narrow nose; Thin vermilion border; Intestinal perforation; Varicose veins; Finger joint hypermobility',
    occasional: 'Pneumothorax; Talipes equinovarus; Uterine rupture; Carotid cavernous fistula; Gingival recession; Hip dislocation; Hemothorax; Alopecia',
  },
  {
    id: 'OMIM:130000', name: 'Ehlers-Danlos syndrome, classic type, 1', genes: ['COL5A1'], inheritance: ['autosomal dominant'],
    obligate: 'Hyperextensible skin',
    veryFrequent: 'Joint hypermobility; Atrophic scars',
    frequent: 'Bruising susceptibility; Soft skin; Joint dislocation; Molluscoid pseudotumors; Subcutaneous spheroids; Poor wound healing; Pes planus; Arthralgia',
    occasional: 'Mitral valve prolapse; Scoliosis; Inguinal hernia; Hypotonia; Premature birth; Aortic root aneurysm; Epicanthus',
  },
  {
    id: 'OMIM:225400', name: 'Ehlers-Danlos syndrome, kyphoscoliotic type, 1', genes: ['PLOD1'], inheritance: ['autosomal recessive'],
    veryFrequent: 'Joint hypermobility; Kyphoscoliosis; Hypotonia; Hyperextensible skin',
    frequent: 'Delayed gross motor development; Blue sclerae; Bruising susceptibility; Disproportionate tall stature; Atrophic scars; Osteopenia; Talipes equinovarus; Microcornea; Myopia; Hip dislocation',
    occasional: 'Spontaneous rupture of the globe; Arterial rupture; Aortic root aneurysm; Mitral valve prolapse; Umbilical hernia',
  },
  {
    id: 'OMIM:150250', name: 'Larsen syndrome', genes: ['FLNB'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Knee dislocation; Hip dislocation; Elbow dislocation; Spatulate thumbs; Depressed nasal bridge; Hypertelorism; Prominent forehead',
    frequent: 'Talipes equinovarus; Flat face; Scoliosis; Cervical kyphosis; Cleft palate; Short stature; Joint hypermobility',
    occasional: 'Conductive hearing impairment; Laryngotracheomalacia; Cervical myelopathy; Accessory carpal bones',
  },
  {
    id: 'OMIM:108300', name: 'Stickler syndrome, type I', genes: ['COL2A1'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Myopia; Abnormal vitreous humor morphology',
    frequent: 'Retinal detachment; Malar flattening; Depressed nasal bridge; Micrognathia; Osteoarthritis; Cataract; Joint hypermobility; Spondyloepiphyseal dysplasia; Anteverted nares; Long philtrum; Cleft palate; Sensorineural hearing impairment',
    occasional: 'Pierre-Robin sequence; Glaucoma; Mitral valve prolapse; Scoliosis; Conductive hearing impairment',
  },
  {
    id: 'OMIM:219100', name: 'Cutis laxa, autosomal recessive, type IA', genes: ['FBLN5'], inheritance: ['autosomal recessive'],
    veryFrequent: 'Redundant skin; Emphysema',
    frequent: 'Inguinal hernia; Bladder diverticulum; Supravalvular aortic stenosis; Arterial tortuosity; Premature skin wrinkling; Recurrent respiratory infections; Peripheral pulmonary artery stenosis; Respiratory insufficiency; Full cheeks',
    occasional: 'Umbilical hernia; Congenital diaphragmatic hernia; Pyloric stenosis; Joint hypermobility; Right ventricular failure; Hydronephrosis',
  },
  {
    id: 'OMIM:264800', name: 'Pseudoxanthoma elasticum', genes: ['ABCC6'], inheritance: ['autosomal recessive'],
    veryFrequent: 'Angioid streaks of the fundus; Yellow papule; Retinal peau d\'orange',
    frequent: 'Redundant skin; Choroidal neovascularization; Reduced visual acuity; Arterial calcification; Intermittent claudication; Hypertension; Metamorphopsia; Retinal hemorrhage',
    occasional: 'Gastrointestinal hemorrhage; Mitral valve prolapse; Angina pectoris; Ischemic stroke; Nephrolithiasis',
  },
  {
    id: 'OMIM:277600', name: 'Weill-Marchesani syndrome 1, recessive', genes: ['ADAMTS10'], inheritance: ['autosomal recessive'],
    veryFrequent: 'Short stature; Brachydactyly; Spherophakia; Myopia',
    frequent: 'Ectopia lentis; Joint stiffness; Glaucoma; Shallow anterior chamber; Broad finger; Thickened skin; Brachycephaly; Limited elbow extension',
    occasional: 'Cataract; Aortic valve stenosis; Pulmonic stenosis; Patent ductus arteriosus; Mitral regurgitation; Blindness',
  },
  {
    id: 'OMIM:139210', name: 'Myhre syndrome', genes: ['SMAD4'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Short stature; Thickened skin; Hearing impairment; Joint stiffness; Brachydactyly; Short palpebral fissure; Midface retrusion',
    frequent: 'Mandibular prognathia; Intellectual disability; Delayed speech and language development; Generalized muscle hypertrophy; Autistic behavior; Narrow mouth; Thin upper lip vermilion; Thickened calvaria; Short philtrum; Obesity',
    occasional: 'Coarctation of aorta; Pericarditis; Laryngotracheal stenosis',
  },
];
