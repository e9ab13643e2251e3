import type { MarkedPassage } from '#tests/bench/extract/gold-passage.ts';

/** The part whose errors are looked at while the rules are written. Families are invented. */
export const developmentPassages: readonly MarkedPassage[] = [
  {
    id: 'letter-epilepsy',
    genre: 'clinic letter',
    text: `Dear Dr Whitcombe, Thank you for referring Amara, a 6 year old girl, to the genetics clinic. She was born at term after an uneventful pregnancy. She was noted to be {floppy|HP:0001252} in the first weeks and had {poor feeding|HP:0011968}. {Seizures|HP:0001250} began at 7 months of age; these were {infantile spasms|HP:0012469} at first and later {focal seizures|HP:0007359}. She has {severe global developmental delay|HP:0011344}, is {non-verbal|HP:0001344} and cannot sit without support. There has been no {regression|HP:0002376|-}. On examination she has {microcephaly|HP:0000252} (OFC 46 cm, below the 0.4th centile), {axial hypotonia|HP:0008936}, {brisk reflexes|HP:0001347} and {strabismus|HP:0000486}. There are no {café-au-lait spots|HP:0000957|-} and no {hepatosplenomegaly|HP:0001433|-}. {Hearing is normal|HP:0000365|-}. MRI of the brain showed {cerebral atrophy|HP:0002059} and a {thin corpus callosum|HP:0033725}. Her older brother is well. Her mother had {febrile seizures|HP:0002373|mother} as a child. Plan: we will send an epilepsy panel and arrange an EEG to look for hypsarrhythmia.`,
  },
  {
    id: 'letter-marfan',
    genre: 'clinic letter',
    text: `Jonas is a 15 year old boy who was referred because of {tall stature|HP:0000098}. He has {arachnodactyly|HP:0001166}, {pectus excavatum|HP:0000767}, {scoliosis|HP:0002650} and {flat feet|HP:0001763}. The {palate is high and arched|HP:0000218} and there is {dental crowding|HP:0000678}. {Joint hypermobility|HP:0001382} was noted, with a Beighton score of 7. Slit lamp examination showed no {ectopia lentis|HP:0001083|-} but he is {myopic|HP:0000545}. Echocardiography showed {mitral valve prolapse|HP:0001634} and {dilatation of the aortic root|HP:0002616}. {Striae|HP:0001065} were seen over the lower back. His father, who is 193 cm tall, has {scoliosis|HP:0002650|father} and had a {spontaneous pneumothorax|HP:0002108|father} at 22. His paternal grandfather died of {aortic dissection|HP:0002647|paternal grandfather} at 41. His mother and sister are healthy.`,
  },
  {
    id: 'request-exome',
    genre: 'laboratory request',
    text: `Clinical details: male, 3y. {GDD|HP:0001263}, {ASD|HP:0000729}, {ADHD|HP:0007018}, {macrocephaly|HP:0000256} (+3 SD). {Broad forehead|HP:0000337}, {hypertelorism|HP:0000316}, {downslanting palpebral fissures|HP:0000494}. {Café au lait macules|HP:0000957} x2. No {seizures|HP:0001250|-}. {No hearing loss|HP:0000365|-}. MRI brain: {ventriculomegaly|HP:0002119}, otherwise unremarkable. Family history: mother {macrocephaly|HP:0000256|mother}; maternal aunt {breast cancer|HP:0003002|maternal aunt} at 38. Question: PTEN? NF1?`,
  },
  {
    id: 'referral-skeletal',
    genre: 'referral note',
    text: `Thank you for seeing this 9 month old infant with {short stature|HP:0004322} and {rhizomelic shortening of the limbs|HP:0008905}. She has {frontal bossing|HP:0002007}, a {depressed nasal bridge|HP:0005280} and {midface hypoplasia|HP:0011800}. {Short and {broad hands|HP:0001169}|HP:0200055} with {trident hand|HP:0004060} configuration. There is {thoracolumbar kyphosis|HP:0005619} and {genu varum|HP:0002970}. {Hypotonia|HP:0001252} improved over the last months. She snores but has no {apnoea|HP:0002104|-}. No {hydrocephalus|HP:0000238|-} on ultrasound. Both parents are of average height; there is no family history of {short stature|HP:0004322|relative|-}.`,
  },
  {
    id: 'neonatal-discharge',
    genre: 'discharge summary',
    text: `Baby boy born at 34+2 weeks by emergency caesarean section for {fetal distress|HP:0025116}. Antenatal scans had shown {polyhydramnios|HP:0001561} and {IUGR|HP:0001511}. Birth weight 1.48 kg. He required ventilation for {respiratory distress|HP:0002098}. Examination revealed {low-set ears|HP:0000369}, {micrognathia|HP:0000347}, a {cleft palate|HP:0000175} and {bilateral talipes equinovarus|HP:0001776}. Echocardiogram: {VSD|HP:0001629} and {PDA|HP:0001643}. Renal ultrasound: {horseshoe kidney|HP:0000085}. {Hypoglycaemia|HP:0001943} and {jaundice|HP:0000952} were treated. There was {no evidence of sepsis|HP:0100806|-}. {Cryptorchidism|HP:0000028} on the right. He was discharged on day 41 with {nasogastric tube feeding|HP:0040288}.`,
  },
  {
    id: 'letter-adult-ataxia',
    genre: 'clinic letter',
    text: `I reviewed this 47 year old man with a ten year history of {progressive gait ataxia|HP:0007240}. He describes {dysarthria|HP:0001260}, {diplopia|HP:0000651} and {difficulty swallowing|HP:0002015}. He denies {tremor|HP:0001337|-}, {urinary incontinence|HP:0000020|-} or {memory problems|HP:0002354|-}. On examination there was {gaze-evoked nystagmus|HP:0000640}, {slow saccades|HP:0000514}, {limb ataxia|HP:0002070} and {absent ankle reflexes|HP:0003438}. Plantar responses were flexor. {Vibration sense was reduced at the ankles|HP:0006938}. {Pes cavus|HP:0001761|-} was not present. MRI: {cerebellar atrophy|HP:0001272}. His father developed {unsteadiness|HP:0002317|father} in his fifties and used a wheelchair at 66. A paternal uncle had {dementia|HP:0000726|paternal uncle}. His children, aged 12 and 15, are asymptomatic. We discussed the risk of dementia and the possibility of cardiomyopathy.`,
  },
  {
    id: 'letter-22q',
    genre: 'clinic letter',
    text: `Diagnosis: none yet.
Problems:
1. {Tetralogy of Fallot|HP:0001636}, repaired at 8 months
2. {Submucous cleft palate|HP:0000176} with {nasal speech|HP:0001611}
3. {Hypocalcaemia|HP:0002901} in the neonatal period
4. {Recurrent infections|HP:0002719}
5. {Learning difficulties|HP:0001328}

Leo is now 8 years old. He has a {long face|HP:0000276}, {hooded eyelids|HP:0030820}, a {bulbous nasal tip|HP:0000414} and {small ears|HP:0008551}. {Speech was delayed|HP:0000750}, first words at 3 years. He has {anxiety|HP:0000739} and {poor concentration|HP:0000736}. He has never had {seizures|HP:0001250|-}. Renal ultrasound was normal. There is {thrombocytopenia|HP:0001873} on several counts. {T cell numbers were low|HP:0005403}. His mother has {anxiety|HP:0000739|mother} and {depression|HP:0000716|mother}. There are no other affected family members.`,
  },
  {
    id: 'referral-hearing',
    genre: 'referral note',
    text: `Re: Sofia, DOB 12/03/2021. {Bilateral profound sensorineural hearing loss|HP:0008619}, identified by newborn screening. She has a {white forelock|HP:0002211} and {heterochromia|HP:0001100}. {Telecanthus|HP:0000506} and {synophrys|HP:0000664} are present. No {Hirschsprung disease|HP:0002251|-}. {No limb anomalies|HP:0040064|-}. Her father has {premature greying of the hair|HP:0002216|father} and {one blue eye|HP:0001100|father}. Her paternal grandmother is {deaf|HP:0000365|paternal grandmother}. Her brother's {hearing was tested and is normal|HP:0000365|brother|-}.`,
  },
  {
    id: 'letter-muscle',
    genre: 'clinic letter',
    text: `This 5-year-old boy presented with {frequent falls|HP:0002359} and {difficulty climbing stairs|HP:0003551}. He {walked late|HP:0031936}, at 19 months. He has {calf hypertrophy|HP:0008981}, {proximal muscle weakness|HP:0003701} and a positive {Gowers sign|HP:0003391}. {Waddling gait|HP:0002515} and {toe walking|HP:0030051} were observed. There is {mild lumbar hyperlordosis|HP:0002938}. CK 14,500 U/l ({elevated creatine kinase|HP:0003236}). No {contractures|HP:0001371|-}, no {facial weakness|HP:0010628|-}, no {ptosis|HP:0000508|-}. Cardiac echo shows no evidence of {cardiomyopathy|HP:0001638|-}. Cognition: {mild learning disability|HP:0001256}. Maternal uncle died at 19 from {cardiomyopathy|HP:0001638|maternal uncle}; he had been in a wheelchair. His mother reports {muscle cramps|HP:0003394|mother} after exercise. Screening for scoliosis will start next year.`,
  },
  {
    id: 'letter-coord-hands',
    genre: 'clinic letter',
    text: `Hands: {bilateral clinodactyly of the fifth fingers|HP:0004209}, {single transverse palmar creases|HP:0000954} and {tapering fingers|HP:0001182}. Feet: {2-3 toe syndactyly|HP:0004691} and {overlapping toes|HP:0001845}. Face: {upslanting palpebral fissures|HP:0000582}, {epicanthic folds|HP:0000286}, {flat nasal bridge|HP:0005280}, {protruding tongue|HP:0010808}, {short philtrum|HP:0000322} and {thin upper lip|HP:0000219}. Neck: {webbed neck|HP:0000465}. Skin: {dry skin|HP:0000958}; no {hypopigmented macules|HP:0020073|-}. Chest: {widely spaced nipples|HP:0006610}. Genitalia: {hypospadias|HP:0000047}. {Muscle tone is low|HP:0001252}.`,
  },
  {
    id: 'family-history-cancer',
    genre: 'family history',
    text: `Consultand: 34 year old woman, currently well. Her mother was diagnosed with {ovarian cancer|HP:0025318|mother} at 52 and died at 55. Her maternal grandmother had {breast cancer|HP:0003002|maternal grandmother}. A maternal cousin has pancreatic cancer?. Her sister, 31, had {colonic polyps|HP:0200063|sister} removed; she also has {hypothyroidism|HP:0000821|sister}. Her father has {type 2 diabetes|HP:0005978|father} and {hypertension|HP:0000822|father}. There is no consanguinity. The patient herself has {endometriosis|HP:0030127} and {migraine|HP:0002076}, but no {breast lumps|HP:0032408|-}.`,
  },
  {
    id: 'letter-metabolic',
    genre: 'clinic letter',
    text: `He presented at 3 days of age with {lethargy|HP:0001254}, {vomiting|HP:0002013} and {tachypnoea|HP:0002789}. Bloods showed {hyperammonaemia|HP:0001987}, {metabolic acidosis|HP:0001942} and {ketosis|HP:0001946}. There was {hepatomegaly|HP:0002240} but no {splenomegaly|HP:0001744|-}. He progressed to {coma|HP:0001259}. Since then he has had {failure to thrive|HP:0001508}, {recurrent vomiting|HP:0002013} and {developmental delay|HP:0001263}. {Anaemia|HP:0001903} and {neutropenia|HP:0001875} persist. {Normal vision|HP:0000505|-} and {normal hearing|HP:0000365|-}. A previous sibling died in the first week of life after {seizures|HP:0001250|sibling}. Parents are first cousins.`,
  },
  {
    id: 'letter-eye',
    genre: 'ophthalmology letter',
    text: `Mr Okafor, 29, has {night blindness|HP:0000662} since his teens and {loss of peripheral vision|HP:0007994}. Fundoscopy: {bone spicule pigmentation|HP:0007737}, {attenuated retinal vessels|HP:0007843} and {optic disc pallor|HP:0000543}. {Posterior subcapsular cataract|HP:0007787} on the left. {Cystoid macular oedema|HP:0011505|-} was excluded. He reports no {hearing difficulties|HP:0000365|-} and no {polydactyly|HP:0010442|-}. He is {obese|HP:0001513}. His sister has {retinitis pigmentosa|HP:0000510|sister} and {hearing impairment|HP:0000365|sister}; her kidneys have not been examined. Could this be Usher syndrome?`,
  },
  {
    id: 'note-shorthand',
    genre: 'clinic note',
    text: `3 yo F. {DD|HP:0001263}, {FTT|HP:0001508}, {GERD|HP:0002020}, {SNHL|HP:0000407}. {Coarse facies|HP:0000280}. {Hirsutism|HP:0001007}. {Umbilical hernia|HP:0001537}. {HSM|HP:0001433}. {Joint stiffness|HP:0001387}. {Recurrent otitis media|HP:0000403}. Neg for {corneal clouding|HP:0007759|-}. No {sz|HP:0001250|-}. {Kyphosis|HP:0002808}+. Sib w/ same. ?MPS.`,
  },
  {
    id: 'letter-noonan',
    genre: 'clinic letter',
    text: `Thank you for asking me to see Ella (age 4) with {short stature|HP:0004322}, {pulmonary stenosis|HP:0001642} and {feeding difficulties in infancy|HP:0008872}. She has {hypertelorism|HP:0000316}, {ptosis|HP:0000508}, {low-set|HP:0000369} and {posteriorly rotated ears|HP:0000358}, a {low posterior hairline|HP:0002162} and {curly hair|HP:0002212}. She {bruises easily|HP:0000978}. There is no history of bleeding after surgery. {Development is within normal limits|HP:0001263|-}. Her father, like Ella, is {short|HP:0004322|father} and has {ptosis|HP:0000508|father}; he was operated on for {undescended testes|HP:0000028|father}. Her cardiologist found no {hypertrophic cardiomyopathy|HP:0001639|-}. I think that Noonan syndrome is likely.`,
  },
  {
    id: 'prenatal',
    genre: 'fetal medicine report',
    text: `Ultrasound at 20+4 weeks. The fetus shows {increased nuchal translucency|HP:0010880}, {bilateral renal agenesis|HP:0010958} and {oligohydramnios|HP:0001562}. {Single umbilical artery|HP:0001195}. Hypoplastic left heart is suspected but could not be confirmed. Spine intact: no {spina bifida|HP:0002414|-}. {Polydactyly of the left hand|HP:0001161}. Stomach visible. Cleft lip cannot be ruled out. The mother has {gestational diabetes|HP:0009800|mother}. In a previous pregnancy the fetus had {anencephaly|HP:0002323|sibling}.`,
  },
  {
    id: 'letter-ectodermal',
    genre: 'dermatology letter',
    text: `The boy has {sparse hair|HP:0008070}, {hypodontia|HP:0000668} with {conical teeth|HP:0000698} and {reduced sweating|HP:0000966}; he {does not tolerate heat|HP:0002046}. {Recurrent fevers|HP:0001954} occurred in infancy. Nails are {brittle|HP:0008404}. {Eczema|HP:0000964} of the flexures. His speech and motor development are normal. His mother has {missing teeth|HP:0000668|mother} and {patchy hair|HP:0008070|mother}. The maternal grandfather was said to have {thin hair|HP:0008070|maternal grandfather}. No {cleft|HP:0000202|-}.`,
  },
  {
    id: 'letter-double-neg',
    genre: 'clinic letter',
    text: `We cannot exclude a mild cardiomyopathy. It is not uncommon for boys at this age to be clumsy. There was no increase in seizure frequency. He has not only {epilepsy|HP:0001250} but also {intellectual disability|HP:0001249}. The diagnosis is {sensorineural|HP:0000407} rather than {conductive hearing loss|HP:0000405|-}. He has {ptosis|HP:0000508} without {ophthalmoplegia|HP:0000602|-}. Neither {nystagmus|HP:0000639|-} nor {cataract|HP:0000518|-} was seen. {Scoliosis|HP:0002650|-} was absent. {Tremor|HP:0001337} is not only at rest. There is no doubt that he has {hepatomegaly|HP:0002240}. {Fever|HP:0001945|-}: no. {Headache|HP:0002315}: yes. If seizures occur, call an ambulance.`,
  },
  {
    id: 'letter-rett',
    genre: 'clinic letter',
    text: `Hannah developed normally until 14 months, when she {lost her words|HP:0002371} and purposeful hand use. She now has {hand stereotypies|HP:0012171}, {breath-holding spells|HP:6000950}, {bruxism|HP:0003763} and {acquired microcephaly|HP:0005484}. {Generalised tonic-clonic seizures|HP:0002069} started at 4. Her {gait is broad-based|HP:0002136}. {Constipation|HP:0002019} and {sleep disturbance|HP:0002360} are troublesome. {Scoliosis|HP:0002650} developed at 9. ECG showed no {QT prolongation|HP:0001657|-}. Her twin sister is unaffected. An older sister has {autism|HP:0000717|sister}, without {seizures|HP:0001250|sister|-}.`,
  },
  {
    id: 'lab-nf',
    genre: 'laboratory request',
    text: `Indication: multiple {café-au-lait macules|HP:0007565}, {axillary freckling|HP:0000997}, {Lisch nodules|HP:0009737}, {plexiform neurofibroma|HP:0009732}. {Optic glioma|HP:0009734|-} excluded by MRI. {Pseudarthrosis of the tibia|HP:0009736}. {Learning disability|HP:0001249}, {short attention span|HP:0000736}. Father: {neurofibromas|HP:0001067|father}, {hypertension|HP:0000822|father}. Mother: well. Brother: {café-au-lait spots|HP:0000957|brother} only.`,
  },
  {
    id: 'letter-kidney',
    genre: 'nephrology letter',
    text: `The patient is a 38-year-old woman with {polycystic kidneys|HP:0000113}, {hepatic cysts|HP:0001407}, {hypertension|HP:0000822} and {stage 3 chronic kidney disease|HP:0012625}. She has had {haematuria|HP:0000790} twice and {recurrent urinary tract infections|HP:0000010}, but neither {proteinuria|HP:0000093|-} nor {kidney stones|HP:0000787|-}. MR angiography was negative for {intracranial aneurysm|HP:0004944|-}. Family history: Her father was on dialysis from 50 and died of a {subarachnoid haemorrhage|HP:0002138|father}. Her brother has {renal cysts|HP:0000107|brother}. One of her two sons has {enuresis|HP:0000805|son}. She is worried about the risk of stroke.`,
  },
  {
    id: 'letter-plan-heavy',
    genre: 'clinic letter',
    text: `Impression: this is a boy with {intellectual disability|HP:0001249}, {obesity|HP:0001513} and {hypogonadism|HP:0000135}. The differential includes Prader-Willi syndrome and Bardet-Biedl syndrome. {Neonatal hypotonia|HP:0001319} and {poor suck|HP:0002033} are well documented. {Hyperphagia|HP:0002591} started at age 3. {Almond-shaped eyes|HP:0007874}, {small hands|HP:0200055} and {small feet|HP:0001773}. {Skin picking|HP:0012166}. Plan: 1. Methylation studies. 2. Sleep study to look for sleep apnoea. 3. X-ray of the spine for scoliosis. 4. Refer to ophthalmology to exclude retinal dystrophy. 5. Parents to watch for seizures.`,
  },
];
