import type { StarterDisease } from '#shared/disease/starter/starter-disease.ts';

/** Craniofacial and limb malformation syndromes, RASopathies and overgrowth. */
export const craniofacialDiseases: readonly StarterDisease[] = [
  {
    id: 'OMIM:163950', name: 'Noonan syndrome 1', genes: ['PTPN11'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Short stature; Hypertelorism; Low-set ears; Downslanted palpebral fissures',
    frequent: 'Pulmonic stenosis; Ptosis; Webbed neck; Pectus excavatum; Cryptorchidism; Bruising susceptibility; Atrial septal defect; Feeding difficulties in infancy; Triangular face; Wide intermamillary distance; Low posterior hairline; Global developmental delay; Posteriorly rotated ears',
    occasional: 'Hypertrophic cardiomyopathy; Lymphedema; Hearing impairment',
  },
  {
    id: 'OMIM:115150', name: 'Cardiofaciocutaneous syndrome 1', genes: ['BRAF'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Curly hair; Intellectual disability; Coarse facial features; Failure to thrive; Sparse eyebrow; Global developmental delay; Relative macrocephaly',
    frequent: 'Pulmonic stenosis; Follicular hyperkeratosis; Hypertelorism; Downslanted palpebral fissures; Hypertrophic cardiomyopathy; Seizure; Short stature; Strabismus; Feeding difficulties; Dry skin; Low-set ears; Sparse scalp hair',
    occasional: 'Ichthyosis',
  },
  {
    id: 'OMIM:218040', name: 'Costello syndrome', genes: ['HRAS'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Coarse facial features; Failure to thrive in infancy; Feeding difficulties in infancy; Deep palmar crease; Intellectual disability; Redundant skin; Short stature; Relative macrocephaly',
    frequent: 'Hypertrophic cardiomyopathy; Curly hair; Papilloma; Ulnar deviation of the wrist; Polyhydramnios; Multifocal atrial tachycardia; Achilles tendon contracture; Wide mouth; Thick vermilion border',
    occasional: 'Embryonal rhabdomyosarcoma; Chiari type I malformation; Transitional cell carcinoma of the bladder',
  },
  {
    id: 'OMIM:151100', name: 'LEOPARD syndrome 1', genes: ['PTPN11'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Multiple lentigines; Hypertelorism',
    frequent: 'Hypertrophic cardiomyopathy; Abnormal EKG; Cafe-au-lait spot; Short stature; Pectus excavatum; Cryptorchidism; Downslanted palpebral fissures; Ptosis; Low-set ears; Bundle branch block',
    occasional: 'Sensorineural hearing impairment; Pulmonic stenosis; Intellectual disability, mild; Webbed neck; Hypospadias',
  },
  {
    id: 'OMIM:154500', name: 'Treacher Collins syndrome 1', genes: ['TCOF1'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Malar flattening; Downslanted palpebral fissures; Hypoplasia of the zygomatic bone',
    frequent: 'Lower eyelid coloboma; Micrognathia; Conductive hearing impairment; Microtia; Sparse lower eyelashes; Atresia of the external auditory canal; Preauricular hair displacement; High palate; Retrognathia; Abnormality of the middle ear ossicles',
    occasional: 'Cleft palate; Choanal atresia; Glossoptosis; Strabismus; Upper airway obstruction',
  },
  {
    id: 'OMIM:154400', name: 'Acrofacial dysostosis 1, Nager type', genes: ['SF3B4'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Micrognathia; Malar flattening; Downslanted palpebral fissures; Hypoplasia of the radius',
    frequent: 'Aplasia/Hypoplasia of the thumb; Conductive hearing impairment; Cleft palate; Lower eyelid coloboma; Microtia; Radioulnar synostosis; Atresia of the external auditory canal; Sparse lower eyelashes; Triphalangeal thumb; Trismus; Limited elbow extension',
    occasional: 'Toe syndactyly; Talipes equinovarus; Short stature; Glossoptosis',
  },
  {
    id: 'OMIM:101200', name: 'Apert syndrome', genes: ['FGFR2'], inheritance: ['autosomal dominant'],
    obligate: 'Coronal craniosynostosis; Syndactyly',
    veryFrequent: 'Midface retrusion; Hypertelorism; Proptosis; Acrobrachycephaly; Depressed nasal bridge; Broad thumb',
    frequent: 'High palate; Downslanted palpebral fissures; Cervical C5/C6 vertebrae fusion; Hearing impairment; Dental malocclusion; Acne; Broad hallux; Obstructive sleep apnea; Strabismus; Intellectual disability; Cleft palate',
    occasional: 'Hydrocephalus',
  },
  {
    id: 'OMIM:123500', name: 'Crouzon syndrome', genes: ['FGFR2'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Craniosynostosis; Midface retrusion; Shallow orbits',
    frequent: 'Hypertelorism; Brachycephaly; Mandibular prognathia; Strabismus; Dental crowding; Frontal bossing; Convex nasal ridge; Conductive hearing impairment; Increased intracranial pressure; Hypermetropia; Chiari type I malformation',
    occasional: 'Hydrocephalus; Optic atrophy; Atresia of the external auditory canal; Sleep apnea',
  },
  {
    id: 'OMIM:101600', name: 'Pfeiffer syndrome', genes: ['FGFR2', 'FGFR1'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Coronal craniosynostosis; Broad thumb; Broad hallux; Midface retrusion; Hypertelorism',
    frequent: 'Proptosis; Brachyturricephaly; Cutaneous finger syndactyly; Hallux varus; High forehead; Depressed nasal bridge; Strabismus; Hearing impairment; Radial deviation of finger; Dental crowding',
    occasional: 'Cloverleaf skull; Hydrocephalus; Choanal atresia; Humeroradial synostosis; Chiari type I malformation',
  },
  {
    id: 'OMIM:101400', name: 'Saethre-Chotzen syndrome', genes: ['TWIST1'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Coronal craniosynostosis; Facial asymmetry',
    frequent: 'Ptosis; Prominent crus of helix; Low anterior hairline; Brachycephaly; Cutaneous finger syndactyly; Microtia; Strabismus; Brachydactyly; Duplication of phalanx of hallux; Broad hallux; Lacrimal duct stenosis',
    occasional: 'Hearing impairment; Increased intracranial pressure; Intellectual disability; Cleft palate; Parietal foramina',
  },
  {
    id: 'OMIM:602849', name: 'Muenke syndrome', genes: ['FGFR3'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Coronal craniosynostosis',
    frequent: 'Sensorineural hearing impairment; Brachycephaly; Hypertelorism; Carpal synostosis; Midface retrusion; Tarsal synostosis; Global developmental delay; Strabismus; Anterior plagiocephaly; Broad thumb; Ptosis; Cone-shaped epiphysis',
    occasional: 'Seizure; Intellectual disability, mild; Clinodactyly',
  },
  {
    id: 'OMIM:304110', name: 'Craniofrontonasal dysplasia', genes: ['EFNB1'], inheritance: ['X-linked dominant'],
    veryFrequent: 'Hypertelorism; Bifid nasal tip; Facial asymmetry',
    frequent: 'Coronal craniosynostosis; Ridged nail; Widow\'s peak; Wide nasal bridge; Curly hair; Frontal bossing; Strabismus; Brachycephaly; Pectus excavatum; Webbed neck; Syndactyly',
    occasional: 'Cleft palate; Cleft upper lip; Congenital diaphragmatic hernia; Agenesis of corpus callosum',
  },
  {
    id: 'OMIM:119300', name: 'Van der Woude syndrome 1', genes: ['IRF6'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Lip pit',
    frequent: 'Cleft upper lip; Cleft palate; Hypodontia; Delayed speech and language development; Hypernasal speech; Recurrent otitis media; Conductive hearing impairment',
    occasional: 'Bifid uvula; Ankyloglossia; High palate',
  },
  {
    id: 'OMIM:214800', name: 'CHARGE syndrome', genes: ['CHD7'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Abnormal semicircular canal morphology; Abnormality of the outer ear; Global developmental delay; Sensorineural hearing impairment; Delayed ability to walk',
    frequent: 'Chorioretinal coloboma; Choanal atresia; Abnormal heart morphology; Growth delay; Cryptorchidism; Micropenis; Facial palsy; Dysphagia; Hypogonadotropic hypogonadism; Anosmia; Intellectual disability; Iris coloboma; Facial asymmetry',
    occasional: 'Tracheoesophageal fistula; Cleft upper lip',
  },
  {
    id: 'OMIM:113650', name: 'Branchiootorenal syndrome 1', genes: ['EYA1'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Hearing impairment; Preauricular pit',
    frequent: 'Branchial cyst; Branchial fistula; Renal hypoplasia; Abnormality of the middle ear ossicles; Microtia; Cupped ear; Hypoplasia of the cochlea; Enlarged vestibular aqueduct; Atresia of the external auditory canal',
    occasional: 'Unilateral renal agenesis; Vesicoureteral reflux; Chronic kidney disease; Lacrimal duct stenosis; Facial palsy; High palate',
  },
  {
    id: 'OMIM:142900', name: 'Holt-Oram syndrome', genes: ['TBX5'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Aplasia/Hypoplasia of the thumb; Abnormal carpal morphology',
    frequent: 'Secundum atrial septal defect; Triphalangeal thumb; Ventricular septal defect; Hypoplasia of the radius; First degree atrioventricular block; Down-sloping shoulders; Abnormal humerus morphology; Limited elbow extension; Finger clinodactyly',
    occasional: 'Phocomelia; Third degree atrioventricular block; Atrial fibrillation; Patent ductus arteriosus; Pectus excavatum',
  },
  {
    id: 'OMIM:117550', name: 'Sotos syndrome', genes: ['NSD1'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Macrocephaly; Tall stature; High forehead; Global developmental delay; Intellectual disability; Pointed chin; Accelerated skeletal maturation',
    frequent: 'Downslanted palpebral fissures; Dolichocephaly; Frontal hirsutism; Large hands; Neonatal hypotonia; Feeding difficulties in infancy; Advanced eruption of teeth; Joint hypermobility; Jaundice',
    occasional: 'Seizure; Scoliosis; Abnormality of the kidney; Abnormal heart morphology',
  },
  {
    id: 'OMIM:130650', name: 'Beckwith-Wiedemann syndrome', genes: ['CDKN1C', 'KCNQ1OT1', 'IGF2'], inheritance: ['autosomal dominant', 'paternally imprinted'],
    veryFrequent: 'Macroglossia; Large for gestational age',
    frequent: 'Omphalocele; Neonatal hypoglycemia; Hemihypertrophy; Anterior creases of earlobe; Posterior helix pit; Nevus flammeus; Visceromegaly; Enlarged kidney; Overgrowth; Umbilical hernia; Diastasis recti; Polyhydramnios; Premature birth',
    occasional: 'Nephroblastoma; Adrenocortical cytomegaly; Hepatoblastoma; Cleft palate',
  },
  {
    id: 'OMIM:312870', name: 'Simpson-Golabi-Behmel syndrome, type 1', genes: ['GPC3'], inheritance: ['X-linked recessive'],
    veryFrequent: 'Overgrowth; Coarse facial features; Macrocephaly; Macroglossia; Large for gestational age',
    frequent: 'Supernumerary nipple; Hypertelorism; Wide mouth; Midline defect of mandible; Cryptorchidism; Abnormal heart morphology; Enlarged kidney; Polydactyly; Hepatosplenomegaly; Broad nail; Umbilical hernia; Vertebral segmentation defect',
    occasional: 'Congenital diaphragmatic hernia; Nephroblastoma; Intellectual disability',
  },
  {
    id: 'OMIM:277590', name: 'Weaver syndrome', genes: ['EZH2'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Tall stature; Accelerated skeletal maturation; Macrocephaly; Intellectual disability',
    frequent: 'Hypertelorism; Retrognathia; Camptodactyly; Soft, doughy skin; Broad forehead; Large hands; Umbilical hernia; Hoarse cry; Deep-set nails; Long philtrum; Macrotia; Poor coordination; Almond-shaped palpebral fissure',
    occasional: 'Scoliosis; Neuroblastoma; Seizure',
  },
  {
    id: 'OMIM:175700', name: 'Greig cephalopolysyndactyly syndrome', genes: ['GLI3'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Preaxial foot polydactyly; Macrocephaly; Hypertelorism',
    frequent: 'Postaxial hand polydactyly; Toe syndactyly; Finger syndactyly; Broad thumb; Broad hallux; Frontal bossing; High forehead; Wide nasal bridge',
    occasional: 'Preaxial hand polydactyly; Craniosynostosis; Agenesis of corpus callosum; Intellectual disability; Seizure; Umbilical hernia',
  },
  {
    id: 'OMIM:181450', name: 'Ulnar-mammary syndrome', genes: ['TBX3'], inheritance: ['autosomal dominant'],
    veryFrequent: 'Sparse axillary hair; Aplasia/Hypoplasia of the nipples; Hypoplasia of the ulna',
    frequent: 'Breast hypoplasia; Postaxial hand polydactyly; Delayed puberty; Axillary apocrine gland hypoplasia; Camptodactyly; Micropenis; Short 5th finger; Obesity; Short stature; Cryptorchidism; Ectopic tooth eruption',
    occasional: 'Anal atresia; Ventricular septal defect; Imperforate hymen; Absent radius',
  },
];
