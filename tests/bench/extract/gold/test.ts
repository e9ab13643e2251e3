import type { MarkedPassage } from '#tests/bench/extract/gold-passage.ts';

/** The part of which only the figures are looked at, never an error. Families are invented. */
export const testPassages: readonly MarkedPassage[] = [
  {
    id: 'letter-dravet',
    genre: 'clinic letter',
    text: `Dear colleague, I saw Mateo with both parents. He had his first {seizure|HP:0001250} at 5 months, a prolonged {febrile seizure|HP:0002373}, followed by {myoclonic seizures|HP:0032794} and {status epilepticus|HP:0002133} on three occasions. {Development slowed|HP:0001263} after the first year and he is now {ataxic|HP:0001251} with a {crouch gait|HP:0025682}. There are behavioural problems with {hyperactivity|HP:0000752} and {autistic features|HP:0000729}. He is normocephalic and not {dysmorphic|HP:0001999|-}. There is no {hypopigmentation|HP:0001010|-}. The MRI of the brain did not show {cortical dysplasia|HP:0002539|-}. His father had {febrile convulsions|HP:0002373|father} until the age of six. A maternal cousin has {epilepsy|HP:0001250|maternal cousin}.`,
  },
  {
    id: 'letter-ehlers',
    genre: 'clinic letter',
    text: `Thank you for referring this 27-year-old woman. She complains of {joint pain|HP:0002829}, {recurrent dislocations of the shoulder|HP:0031610} and {easy bruising|HP:0000978}. The skin is {soft|HP:0000977}, {hyperextensible|HP:0000974} and shows {atrophic scars|HP:0001075}. She had an {inguinal hernia|HP:0000023} repaired in childhood. {Fatigue|HP:0012378} and {palpitations|HP:0001962} limit her. Echocardiogram was reported normal without {aortic dilatation|HP:0004942|-}. No {arterial rupture|HP:0025019|-}. Her mother is {hypermobile|HP:0001382|mother} and has {varicose veins|HP:0002619|mother}; her brother was born with {club feet|HP:0001762|brother}. She has two healthy children.`,
  },
  {
    id: 'request-panel-cardio',
    genre: 'laboratory request',
    text: `Male 41y, {hypertrophic cardiomyopathy|HP:0001639} (septum 19 mm), {left ventricular outflow tract obstruction|HP:0032092}, {syncope|HP:0001279} x2, {atrial fibrillation|HP:0005110}. No {skeletal myopathy|HP:0003198|-}, no {angiokeratomas|HP:0001014|-}, no {proteinuria|HP:0000093|-}. {Hypertension|HP:0000822|-} absent. FHx: brother {sudden cardiac death|HP:0001645|brother} at 29; father ICD, {heart failure|HP:0001635|father}; sister echo normal. Please test the cardiomyopathy panel.`,
  },
  {
    id: 'referral-craniosynostosis',
    genre: 'referral note',
    text: `I would be grateful for your opinion on this 4 month old boy with {craniosynostosis|HP:0001363} ({bicoronal synostosis|HP:0011318} on CT), {proptosis|HP:0000520}, {midface retrusion|HP:0011800} and {broad thumbs|HP:0011304}. His {great toes are broad|HP:0010055} too. There is {cutaneous syndactyly|HP:0012725} of the second and third toes. {Choanal atresia|HP:0000453|-} was ruled out. He has {obstructive sleep apnoea|HP:0002870} and {conductive hearing loss|HP:0000405}. He is feeding well and there are no {seizures|HP:0001250|-}. His mother has a similar {prominent forehead|HP:0011220|mother} and {beaked nose|HP:0000444|mother}.`,
  },
  {
    id: 'neonatal-arthrogryposis',
    genre: 'neonatal summary',
    text: `This girl was delivered at 37 weeks after a pregnancy complicated by {reduced fetal movements|HP:0001558} and {polyhydramnios|HP:0001561}. At birth she had {multiple joint contractures|HP:0002804}, {camptodactyly|HP:0012385}, {rocker-bottom feet|HP:0001838} and {bilateral hip dislocation|HP:0008780}. {Weak cry|HP:0001612}, {poor sucking|HP:0002033} and {generalised hypotonia|HP:0001290} were evident; {areflexia|HP:0001284}. {Pulmonary hypoplasia|HP:0002089} required ventilation. She has a {high-arched palate|HP:0000218}, {retrognathia|HP:0000278} and {downturned corners of the mouth|HP:0002714}. No {cleft palate|HP:0000175|-}, no {congenital heart defect|HP:0001627|-}. Cranial ultrasound showed no {intraventricular haemorrhage|HP:0030746|-}. Mother has no signs of {myotonia|HP:0002486|mother|-}.`,
  },
  {
    id: 'letter-parkinson-hsp',
    genre: 'clinic letter',
    text: `Mrs Lindqvist is 52. Over the last eight years she has developed {spastic gait|HP:0002064}, {leg stiffness|HP:0002061}, {urinary urgency|HP:0000012} and {falls|HP:0002359}. She denies {dysphagia|HP:0002015|-} and {visual loss|HP:0000572|-}. Examination: {spastic paraparesis|HP:0002313}, {ankle clonus|HP:0011448}, {bilateral extensor plantar responses|HP:0003487} and {pes cavus|HP:0001761}. Cranial nerves were unremarkable. Upper limbs were normal in tone and power. There was neither {ataxia|HP:0001251|-} nor {cognitive impairment|HP:0100543|-}. Nerve conduction studies: no {peripheral neuropathy|HP:0009830|-}. Her mother walked with a stick from 45 and her maternal grandfather had {spasticity|HP:0001257|maternal grandfather}. Her son, aged 20, has {toe walking|HP:0030051|son}. The daughter is well.`,
  },
  {
    id: 'letter-deletion-syndrome',
    genre: 'clinic letter',
    text: `Background
Yusuf is the second child of unrelated parents. {Intrauterine growth restriction|HP:0001511} was noted from 28 weeks.
Development
He sat at 14 months and walked at 3 years. {Expressive language is severely delayed|HP:0000750}. He attends a special school because of {moderate intellectual disability|HP:0002342}.
Examination
{Microcephaly|HP:0000252}, {prominent glabella|HP:0002057}, {hypertelorism|HP:0000316}, {short philtrum|HP:0000322}, {downturned mouth|HP:0002714}, {micrognathia|HP:0000347} and {preauricular pits|HP:0004467}. {Iris coloboma|HP:0000612} on the left. {Sacral dimple|HP:0000960}.
Investigations
{Atrial septal defect|HP:0001631}. {Vesicoureteral reflux|HP:0000076}. {Hearing normal|HP:0000365|-}.
Family history
Older sister with {dyslexia|HP:0010522|sister}. No {recurrent miscarriages|HP:0200067|relative|-}.
Plan
Array CGH. Immunology review if infections recur.`,
  },
  {
    id: 'referral-growth',
    genre: 'referral note',
    text: `Please see this 7 year old girl with {proportionate short stature|HP:0003508} (height -3.2 SD) and {delayed bone age|HP:0002750}. She has a {triangular face|HP:0000325}, {relative macrocephaly|HP:0004482}, {body asymmetry|HP:0001528}, {clinodactyly|HP:0030084} and {feeding difficulties|HP:0011968}. Her {voice is high pitched|HP:0001620}. {Growth hormone deficiency|HP:0034323|-} was excluded. {Cognition is normal|HP:0001249|-}. {Excessive sweating|HP:0000975} and {hypoglycaemia|HP:0001943} in early childhood. Mother 158 cm, father 171 cm, both healthy.`,
  },
  {
    id: 'letter-leukodystrophy',
    genre: 'clinic letter',
    text: `Since our last visit he has {lost the ability to walk|HP:0002505}, with {progressive spasticity|HP:0002191}, {dystonia|HP:0001332} and {drooling|HP:0002307}. {Optic atrophy|HP:0000648} and {nystagmus|HP:0000639} are now clear. He is {irritable|HP:0000737} and wakes at night. He has had no further seizures. {Swallowing is unsafe|HP:0002015} and a gastrostomy is planned. MRI: {diffuse white matter abnormalities|HP:0007204}, {delayed myelination|HP:0012448} and {basal ganglia calcification|HP:0002135}. {Macrocephaly|HP:0000256|-} is not present. CSF: {increased CSF protein|HP:0002922}. His younger brother, 6 months, shows {head lag|HP:0032988|brother} and {nystagmus|HP:0000639|brother}, and does not smile.`,
  },
  {
    id: 'note-shorthand-2',
    genre: 'clinic note',
    text: `8/12 M, ref by paeds. {IUGR|HP:0001511}, {ASD|HP:0001631} + {VSD|HP:0001629} on echo, {cleft {lip and palate|HP:0000175}|HP:0000204}, {hypotonia|HP:0001252}++. {Dysplastic ears|HP:0000377}, {preauricular tags|HP:0000384}. {Bilat. cryptorchidism|HP:0008689}. {Microphallus|HP:0000054}. No {coloboma|HP:0000589|-}. Hearing test: {bilateral SNHL|HP:0008619}. {Feeding via NGT|HP:0040288}. ? tracheo-oesophageal fistula. Parents consanguineous (1st cousins). Mat aunt: {cleft lip|HP:0000204|maternal aunt}.`,
  },
  {
    id: 'letter-williams',
    genre: 'clinic letter',
    text: `Freya is a friendly girl of 3 with {supravalvular aortic stenosis|HP:0004381} and {hypercalcaemia|HP:0003072} in infancy. She has {periorbital fullness|HP:0000629}, {stellate irides|HP:0012775}, {full cheeks|HP:0000293}, a {wide mouth|HP:0000154} and {thick lips|HP:0012471}. {Dental malocclusion|HP:0000689} is developing. She is {overfriendly|HP:0100025} and {sensitive to noise|HP:0010780}. {Developmental delay|HP:0001263} is mild. {Blood pressure is high|HP:0000822}. Neither parent has {heart disease|HP:0001627|parent|-}. {Hoarse voice|HP:0001609}. She does not have {strabismus|HP:0000486|-}.`,
  },
  {
    id: 'family-pedigree-note',
    genre: 'family history',
    text: `Proband: 12 y, {retinoblastoma|HP:0009919} at 9 months. Mother, 40: {thyroid nodules|HP:0025388|mother}, otherwise well. Father, 44: {colon cancer|HP:0003003|father} at 39. Paternal aunt: {endometrial carcinoma|HP:0012114|paternal aunt}. Paternal grandmother died at 60 of {stomach cancer|HP:0012126|paternal grandmother}. Brother, 15: {asthma|HP:0002099|brother} and {eczema|HP:0000964|brother}. Sister, 8: no {retinoblastoma|HP:0009919|sister|-} on screening. Maternal grandfather: {Parkinson disease|HP:0001300|maternal grandfather}. Maternal family: no history of {cancer|HP:0002664|relative|-}.`,
  },
  {
    id: 'letter-immunology',
    genre: 'immunology letter',
    text: `He has suffered from {recurrent pneumonia|HP:0006532}, {chronic diarrhoea|HP:0002028} and {oral candidiasis|HP:0009098} since 3 months of age. {Failure to thrive|HP:0001508} is marked, weight far below the 3rd centile. Laboratory tests: {lymphopenia|HP:0001888}, {hypogammaglobulinaemia|HP:0004313} and {eosinophilia|HP:0001880}. {Absent thymus|HP:0005359} on chest X-ray. There is a {generalised rash|HP:0000988} with {erythroderma|HP:0001019}, {alopecia|HP:0001596} and {lymphadenopathy|HP:0002716}. No {hepatosplenomegaly|HP:0001433|-}, no {facial dysmorphism|HP:0001999|-}. A maternal uncle died in infancy of {sepsis|HP:0100806|maternal uncle}. The sister is healthy; she has had only chickenpox.`,
  },
  {
    id: 'letter-neuropathy',
    genre: 'clinic letter',
    text: `This 33-year-old teacher has had {foot drop|HP:0009027} since the age of 20, with {distal muscle weakness|HP:0002460} and {distal muscle atrophy|HP:0003693} in the legs. She has {hammer toes|HP:0001765} and {pes cavus|HP:0001761}. {Reflexes are absent|HP:0001284}. {Sensation to pinprick is reduced|HP:0007328} in a stocking distribution. {Reduced nerve conduction velocities|HP:0000762} were found. She has no {hand tremor|HP:0002378|-}, {hearing loss|HP:0000365|-} or {scoliosis|HP:0002650|-}. Her father and her brother have {high arches|HP:0001761|father}. Her daughter, aged 7, {trips often|HP:0002359|daughter}. She asks about the chance of having an affected child.`,
  },
  {
    id: 'letter-behaviour',
    genre: 'paediatric letter',
    text: `Oliver, 9, is {hyperactive|HP:0000752} and {impulsive|HP:0100710}; he {flaps his hands|HP:0100023} and makes {poor eye contact|HP:0000817}. He has {macroorchidism|HP:0000053}, {large ears|HP:0000400} and a {long face|HP:0000276}. {Language delay|HP:0000750} with {echolalia|HP:0010529}. {Joint laxity|HP:0001382} of the fingers. He had grommets for {recurrent ear infections|HP:0000403}. He does not {self-injure|HP:0100716|-}. {Sleep is poor|HP:0002360}. His mother reached menopause at 36 ({premature ovarian failure|HP:0008209|mother}). His maternal grandfather has {tremor|HP:0001337|maternal grandfather} and {ataxia|HP:0001251|maternal grandfather}. His half-sister has {mild learning difficulties|HP:0001328|half-sister}.`,
  },
  {
    id: 'prenatal-2',
    genre: 'fetal medicine report',
    text: `Scan at 22 weeks: {ventriculomegaly|HP:0002119} (12 mm), {agenesis of the corpus callosum|HP:0001274}, {cerebellar hypoplasia|HP:0001321}. {Echogenic bowel|HP:0010943}. {Short long bones|HP:0003026}. {Clenched hands|HP:0001188}. {Omphalocele|HP:0001539|-} not seen. Heart: four chamber view normal, no {septal defect|HP:0001671|-}. Possible micrognathia. Amniotic fluid: {oligohydramnios|HP:0001562}. The father has {ichthyosis|HP:0008064|father}. Amniocentesis offered to look for trisomy 18.`,
  },
  {
    id: 'letter-mito',
    genre: 'metabolic letter',
    text: `The patient, a 24 year old student, has {ptosis|HP:0000508}, {progressive external ophthalmoplegia|HP:0000590} and {exercise intolerance|HP:0003546}. {Lactic acidosis|HP:0003128} was recorded twice. Muscle biopsy showed {ragged red fibres|HP:0003200}. She has {diabetes mellitus|HP:0000819}, {migraines|HP:0002076} and {sensorineural deafness|HP:0000407}. She had {stroke-like episodes|HP:0002401} at 19 and 22. No {pigmentary retinopathy|HP:0000580|-} was found and there is no {heart block|HP:0001678|-}. Her mother has {diabetes|HP:0000819|mother} and is {hard of hearing|HP:0000365|mother}; she is of {short stature|HP:0004322|mother}. Her grandmother on the maternal side had {heart failure|HP:0001635|maternal grandmother}.`,
  },
  {
    id: 'letter-tuberous',
    genre: 'neurology letter',
    text: `Examination under Wood's lamp revealed {hypomelanotic macules|HP:0009719} and a {shagreen patch|HP:0009721}. {Facial angiofibromas|HP:0009720} appeared at 5. Imaging: {cortical tubers|HP:0009717}, {subependymal nodules|HP:0009716} and {renal angiomyolipomas|HP:0006772}; no {subependymal giant-cell astrocytoma|HP:0009718|-}. {Cardiac rhabdomyoma|HP:0009729} found antenatally has regressed. {Epilepsy|HP:0001250} is controlled. {Autism spectrum disorder|HP:0000729} was diagnosed at 4. Her father was examined: no {skin lesions|HP:0000951|father|-}, but he has {gingival fibromas|HP:0000169|father}. Screening for lymphangioleiomyomatosis is advised from 18.`,
  },
  {
    id: 'letter-heading-mix',
    genre: 'clinic letter',
    text: `PAST MEDICAL HISTORY: {pyloric stenosis|HP:0002021}, {recurrent bronchitis|HP:0002837}.
FAMILY HISTORY: {coeliac disease|HP:0002608|relative}. Mother - {hypothyroidism|HP:0000821|mother}, {vitiligo|HP:0001045|mother}. MGM - {glaucoma|HP:0000501|maternal grandmother}.
ALLERGIES: penicillin.
EXAMINATION: {brachycephaly|HP:0000248}, {deeply set eyes|HP:0000490}, {thick eyebrows|HP:0000574}, {smooth philtrum|HP:0000319}, {pectus carinatum|HP:0000768}. Heart sounds normal, no {murmur|HP:0030148|-}. Abdomen soft, no {organomegaly|HP:0003271|-}. Spine straight. {Brachydactyly|HP:0001156} of hands and feet.
IMPRESSION: {syndromic intellectual disability|HP:0001249}. No {epilepsy|HP:0001250|-} to date.
PLAN: trio exome; monitor for cataract; echocardiogram to rule out cardiomyopathy.`,
  },
  {
    id: 'letter-connective-aorta',
    genre: 'cardiology letter',
    text: `This lady has {bifid uvula|HP:0000193}, {hypertelorism|HP:0000316} and {arterial tortuosity|HP:0005116}. Her {aortic root is dilated|HP:0002616} at 46 mm. She was treated for {cleft palate|HP:0000175} in infancy, and for {talipes|HP:0001883}. {Translucent skin|HP:0010648} with visible veins. There is no {lens dislocation|HP:0001083|-}. {Osteoarthritis|HP:0002758} of the knees came early. Neither of her sons has been examined. Her late father had an {abdominal aortic aneurysm|HP:0005112|father}; his brother collapsed and died at 44. She is not known to have {hypertension|HP:0000822|-}. Risk of uterine rupture was explained.`,
  },
  {
    id: 'discharge-liver',
    genre: 'discharge summary',
    text: `He was admitted with {prolonged jaundice|HP:0006579}, {pale stools|HP:0011985} and {dark urine|HP:0040319}. {Conjugated hyperbilirubinaemia|HP:0002908}, {elevated transaminases|HP:0002910} and {cholestasis|HP:0001396}. {Butterfly vertebrae|HP:0003316} on X-ray; {posterior embryotoxon|HP:0000627}; {peripheral pulmonary stenosis|HP:0004969}. {Pruritus|HP:0000989} is severe. {Biliary atresia|HP:0005912|-} was excluded at laparotomy. He has a {pointed chin|HP:0000307} and {deep-set eyes|HP:0000490}. No {ascites|HP:0001541|-}. His mother had {gallstones|HP:0001081|mother} in pregnancy but no {itching|HP:0000989|mother|-}.`,
  },
  {
    id: 'letter-adult-ehr',
    genre: 'primary care note',
    text: `Pt c/o {headaches|HP:0002315} and {dizziness|HP:0002321}; denies {chest pain|HP:0100749|-}, {SOB|HP:0002094|-}, {palpitations|HP:0001962|-}. {HTN|HP:0000822} on 3 drugs, {T2DM|HP:0005978}. H/o {phaeochromocytoma|HP:0002666}, resected. {Hypokalaemia|HP:0002900}. {Retinal haemangioblastoma|HP:0009711} R eye. Mother d. 50 {renal cell carcinoma|HP:0005584|mother}. Bro: {pancreatic cysts|HP:0001737|brother}. Sis NAD. Son being screened for hearing loss. No {weight loss|HP:0001824|-} or {night sweats|HP:0030166|-}.`,
  },
];
