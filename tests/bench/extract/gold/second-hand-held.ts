import type { MarkedPassage } from '#tests/bench/extract/gold-passage.ts';

/**
 * The half of the second hand's passages of which only the figures are looked at, never an error. Written and marked before anything was run on them. Families are invented.
 *
 * F1 over term, place, exclusion and person: 0.68 when first measured, 0.81 with rules and words from the open half alone, 0.85 with the list of
 * everyday phrases, which is no fair measure of words any more: who wrote that list had written these passages too.
 */
export const secondHandHeldPassages: readonly MarkedPassage[] = [
  {
    id: 'neuro-dictated-1',
    genre: 'dictated letter',
    text: `Diagnosis: {drug-resistant epilepsy|HP:0001250}, cause not yet known.
I saw this young lady again today with her foster mother. As you will recall her first {convulsion|HP:0001250} was at eleven weeks, a {hemiclonic seizure|HP:0006813} in the bath, and by her first birthday she had been in {status|HP:0002133} four times. She now has {drop attacks|HP:0010819}, {absences|HP:0002121} and {nocturnal tonic seizures|HP:0032792}. I am told there have been no {myoclonic jerks|HP:0001336|-}. She has never walked and never spoken. There was clear {loss of skills|HP:0002376} around eighteen months. On examination today she was {drooling|HP:0002307}, with {low tone centrally|HP:0008936} but {increased tone|HP:0001276} in the legs, {reflexes brisk throughout|HP:0001347} and {upgoing plantars|HP:0003487}. I could not elicit any {clonus|HP:0002169|-}. Fundi were normal. There is now a {fixed curvature of the spine|HP:0002650}. She has not had any {pneumonia|HP:0002090|-} this winter, but {constipation|HP:0002019} is a constant battle. We will look for cortical dysplasia on a repeat scan, and I have warned the family about SUDEP.`,
  },
  {
    id: 'dysmorph-form-1',
    genre: 'dysmorphology form',
    text: `GROWTH  Ht 84.1 cm (2nd centile)  Wt 10.2 kg (9th)  {OFC 44.0 cm (<<0.4th)|HP:0000252}
CRANIUM  {brachycephalic|HP:0000248}, {ant fontanelle still open|HP:0001476}, no ridging
HAIR  {sparse|HP:0008070}, {low posterior hairline|HP:0002162}, {double crown|HP:0010813}
EYES  {PFs upslanting|HP:0000582}, {epicanthic folds|HP:0000286} bilat, {hypotelorism|HP:0000601}; no {coloboma|HP:0000589|-}, no {ptosis|HP:0000508|-}
EARS  {low set|HP:0000369}, {posteriorly rotated|HP:0000358}, {overfolded helices|HP:0000396}; {pits|HP:0004467|-}/{tags|HP:0000384|-}: none
NOSE  {anteverted nares|HP:0000463}, {flat bridge|HP:0005280}
MOUTH  {tented upper lip|HP:0010804}, {palate high|HP:0000218}; {uvula bifid|HP:0000193}
HANDS  {5th finger clinodactyly|HP:0004209} L>R, {single palmar crease|HP:0000954} R
FEET  {sandal gap|HP:0001852}, {2-3 toe syndactyly|HP:0004691}
GENITALIA  {undescended testis|HP:0000028} (L), {glandular hypospadias|HP:0000807}
SKIN  {streaky hypopigmentation|HP:0007535} along both legs
NEURO  {floppy|HP:0001252}, reflexes present`,
  },
  {
    id: 'discharge-neonatal-1',
    genre: 'discharge summary',
    text: `Female infant, 29+4/40, BW 980g. Problems during stay: 1) {RDS|HP:0002098}, surfactant x2, ventilated 6 days. 2) {Chronic lung disease|HP:0006528}, home on 0.1 L/min. 3) {Grade II IVH|HP:0030746} on left; day 28 scan no {PVL|HP:0006970|-}. 4) {NEC|HP:0033165}, managed conservatively. 5) {PDA|HP:0001643}, closed w/ ibuprofen. 6) {ROP|HP:0500049} stage 2, resolved. 7) {Jaundice|HP:0000952}, phototherapy, no exchange. Also noted: {wide fontanelles|HP:0000260}, {simian crease|HP:0000954} left hand, {sacral dimple|HP:0000960}. Hips stable. Red reflex present bilaterally. No {dysmorphism|HP:0001999|-} otherwise. {Passed newborn hearing screen|HP:0000365|-}. Mum had {pre-eclampsia|HP:0100602|mother} and {gestational diabetes|HP:0009800|mother}; previous baby was lost at 21 weeks with {hydrops|HP:0001789|sibling}.`,
  },
  {
    id: 'eeg-report-1',
    genre: 'EEG report',
    text: `Sleep-deprived EEG, 47 min, pt aged 3y 2m. Background is {slow for age|HP:0011203} and poorly organised. Frequent {multifocal epileptiform discharges|HP:0010841} with marked activation in sleep, hypsarrhythmia no longer seen. {Generalised spike and wave|HP:0010850} at 2.5 Hz during two {atypical absences|HP:0007270}. No {photoparoxysmal response|HP:0010852|-}. One {tonic seizure|HP:0032792} captured on video lasting 9 s. No {burst suppression|HP:0010851|-}. In summary an {encephalopathic|HP:0001298} record. Clinical correlation advised.`,
  },
  {
    id: 'ward-telegraphic-1',
    genre: 'ward note',
    text: `D3 adm. 11/12 ♀. {vomiting|HP:0002013}++, {lethargy|HP:0001254}, BM 1.4. NH3 312 ({hyperammonaemia|HP:0001987}). Lactate 6.8, {met acidosis|HP:0001942}, {ketonuria|HP:0002919}. {Hepatomeg 4 cm|HP:0002240}, spleen not felt. {Hypotonic|HP:0001252}, {encephalopathic|HP:0001298}. {Fits|HP:0001250|-}: nil. No {rash|HP:0000988|-}, no {diarrhoea|HP:0002014|-}, afebrile. ALT 410. Coag INR 2.1. CK n. Parents 1st cousins. Prev sib died d5. PMH nil. Imp: ?UCD ?organic acidaemia. Plan 10% dex, Na benzoate, PICU r/v, watch for seizures.`,
  },
  {
    id: 'hereditary-cancer-1',
    genre: 'cancer genetics letter',
    text: `I met Ms Ojo, 44. She was diagnosed with {ductal carcinoma of the left breast|HP:0003002} at 41 (ER+, PR+, HER2-), and with {papillary thyroid cancer|HP:0002895} at 36. She has {macrocephaly|HP:0000256} (OFC 60 cm), {trichilemmomas|HP:0012844}, and {oral papillomas|HP:0012740}. Colonoscopy showed {multiple hamartomatous polyps|HP:0004390}. There is no personal history of {endometrial cancer|HP:0012114|-}, {fibroids|HP:0000131|-} or {ovarian cancer|HP:0100615|-}. Her mother had {bowel cancer|HP:0003003|mother} in her sixties, her maternal aunt {breast cancer|HP:0003002|maternal aunt} at 39 and a maternal cousin {a brain tumour|HP:0030692|maternal cousin} in childhood. On her father's side nobody has had {cancer|HP:0002664|relative|-}. Her son has {autism|HP:0000717|son} and a {big head|HP:0000256|son}. We discussed the lifetime risk of renal cancer and of melanoma.`,
  },
  {
    id: 'haem-letter-1',
    genre: 'haematology letter',
    text: `Problem list
- {Pancytopenia|HP:0001876}, {macrocytosis|HP:0005518}, HbF raised
- {Short|HP:0004322} (height <0.4th)
- {Absent left thumb|HP:0009777}; {radial ray hypoplasia|HP:0002984}
- {Pelvic kidney|HP:0000125}
- {Patchy hyperpigmentation|HP:0005585}
- {Hypothyroid|HP:0000821}, on thyroxine
No {leukaemia|HP:0001909|-} or {MDS|HP:0002863|-} on marrow, which was {hypocellular|HP:0005528}. No {bleeding|HP:0001892|-} apart from {epistaxis|HP:0000421} and {gum bleeding|HP:0000225}. No {recurrent infection|HP:0002719|-}. Chromosome breakage: increased. Brother typed as HLA-matched donor; his FBC is normal. A paternal great-aunt had {aplastic anaemia|HP:0001915|paternal great-aunt}. Uncle on father's side: {AML|HP:0004808|paternal uncle} 35.`,
  },
  {
    id: 'psych-letter-1',
    genre: 'psychiatry letter',
    text: `Thank you for your letter about this 19-year-old. She {hears voices|HP:0008765} and I believe she has {psychosis|HP:0000709}, with {visual hallucinations|HP:0002367}. {Low mood|HP:0000716} since 15, {self-harm|HP:0100716} by cutting; no current {suicidal ideation|HP:0031589|-}. {OCD|HP:0000722} traits. {Panic attacks|HP:0025269}. She was a {clumsy|HP:0002312} child who had {nasal regurgitation|HP:0011469} and an operation for {VPI|HP:0000220}. IQ 68, {mild ID|HP:0001256}. {Hypocalcaemic fits|HP:0002199} as a baby. There is nothing to suggest {dementia|HP:0000726|-}. She does not smoke or drink. Family psychiatric history: mother {bipolar|HP:0007302|mother}, maternal grandfather completed suicide, half-sister anorexia nervosa. She is on clozapine; we must be alert to neutropenia.`,
  },
  {
    id: 'gp-terse-2',
    genre: 'GP note',
    text: `44F. {Knees + hands painful|HP:0002829} for yrs, {fingers go white in the cold|HP:0030880}. {Heavy periods|HP:0000132}. {Tired all the time|HP:0012378}. {Faints|HP:0001279} when stands up, {POTS|HP:0012173} dx 2019. IBS. No {wt loss|HP:0001824|-}, no {night sweats|HP:0030166|-}, no {PR bleeding|HP:0002573|-}. Not {breathless|HP:0002094|-}. Beighton 7/9 - {bendy|HP:0001382}. {Bruises easily|HP:0000978}. BP 98/60. {Papery scars|HP:0001073} both shins. Hx {hiatus hernia|HP:0002036}, {prolapse|HP:0031607} after 2nd child. Mum & sis similar apparently, sis had {pneumothorax|HP:0002107|sister}. ? hEDS ?vascular. Ref genetics.`,
  },
  {
    id: 'cardiogenetics-2',
    genre: 'cardiogenetics letter',
    text: `This lady of 52 came with her daughter. Background of {atrial fibrillation|HP:0005110} (2014), {complete heart block|HP:0001709} with pacemaker (2016) and {non-ischaemic DCM|HP:0001644}, EF 35%. She is {short of breath|HP:0002094} on one flight of stairs and has had {palpitations|HP:0001962} but never {blacked out|HP:0001279|-}. She has {proximal weakness|HP:0003701} of the arms; {CK elevated|HP:0003236} 600; {neck stiff|HP:0025258} with {elbow contractures|HP:0002987}. {NSVT|HP:0004756} on Holter. No evidence of sarcoid or {amyloid|HP:0011034|-}. Lipids fine. Her daughter, 24, has {first degree heart block|HP:0011705|daughter}; no {cardiomyopathy|HP:0001638|daughter|-}. Late father: {"enlarged heart"|HP:0001640|father}, {stroke|HP:0001297|father} at 50. Brother had a heart transplant. If a laminopathy is shown, an ICD rather than a pacemaker would be indicated given the risk of sudden death.`,
  },
  {
    id: 'us-clinic-2',
    genre: 'US genetics visit',
    text: `Chief complaint: {hearing loss|HP:0000365} and {enlarged thyroid|HP:0000853}. 
Patient is a 12 y.o. male with {bilateral sensorineural hearing loss|HP:0008619}, diagnosed age 2, s/p cochlear implant on right. CT temporal bones showed {enlarged vestibular aqueducts|HP:0011387} and {incomplete partition type II|HP:0000376}. Passed newborn screen. He complains of {dizziness|HP:0002321}, no {tinnitus|HP:0000360|-}. No hx of head trauma. Eye exam WNL; no {retinitis pigmentosa|HP:0000510|-}, no {heterochromia|HP:0001100|-}. EKG normal, QTc 420. UA negative for {hematuria|HP:0000790|-} and {proteinuria|HP:0000093|-}. No {branchial cysts|HP:0009796|-}, no {ear pits|HP:0004467|-}. Family hx: MGGM with {hearing loss in old age|HP:0000365|maternal great-grandmother}. Father with {hypothyroidism|HP:0000821|father}. Two older sisters, both with {profound deafness|HP:0012715|sister}. Parents deny consanguinity. Will check perchlorate discharge. Rule out Pendred syndrome.`,
  },
  {
    id: 'fetal-report-1',
    genre: 'fetal medicine report',
    text: `G3P1, 20+5. Single fetus. {Increased nuchal fold|HP:0000474} 8.2 mm. Head: {lemon shaped|HP:0032269}, ventricles 11 mm, {absent cavum septi pellucidi|HP:4000138}. {Bilateral cleft {lip & palate|HP:0000175}|HP:0100336}. {Micrognathia|HP:0000347}. Heart: {AVSD|HP:0006695}, {right aortic arch|HP:0012020}; outflow tracts normal. Abdomen: {double bubble|HP:0025656}, {single umbilical artery|HP:0001195}. {Exomphalos|HP:0001539}. Kidneys: {bilateral hydronephrosis|HP:0000126}. Spine intact, no {spina bifida|HP:0002414|-}. Limbs: {short femora|HP:0003097}, {talipes|HP:0001883} on the left, {overlapping fingers|HP:0010557}. Liquor ↑ ({polyhydramnios|HP:0001561}). Placenta posterior. Ms R had a previous TOP for {anencephaly|HP:0002323|sibling}. High chance of T18 or T13.`,
  },
  {
    id: 'eeg-emg-report-2',
    genre: 'neurophysiology report',
    text: `NCS/EMG. Height 1.71. Complaint {numb feet|HP:0033748}. Sural SNAPs absent, peroneal CMAP 0.3 mV. Conclusions: {axonal {sensorimotor neuropathy|HP:0007141}|HP:0003477}, length dependent. There's no {demyelination|HP:0011096|-}, no {conduction block|HP:0012078|-}. Needle: {chronic denervation|HP:0003444} in TA; {fasciculations|HP:0002380}; {myotonic discharges|HP:0100284|-} absent. {Carpal tunnel syndrome|HP:0012185} on the right incidentally.`,
  },
  {
    id: 'endocrine-letter-1',
    genre: 'endocrinology letter',
    text: `Diagnoses: 1. {Primary amenorrhoea|HP:0000786}. 2. {Streak ovaries|HP:0010464}. 3. {Short stature|HP:0004322}, final height 142 cm. 4. {Coeliac disease|HP:0002608}.
On reviewing her photographs I was struck by the {webbing of the neck|HP:0000465}, a {shield chest|HP:0000914}, and {cubitus valgus|HP:0002967}. She has {many moles|HP:0001054}. {Hypertension|HP:0000822} under treatment since 17. {Raised FSH|HP:0008232} of 88. {Osteoporosis|HP:0000939} on DEXA. Renal tract USS demonstrated a {horseshoe kidney|HP:0000085}. She has puffy hands no longer, but her mother remembers {swollen feet|HP:0012098} at birth. Neither {diabetes|HP:0000819|-} nor {thyroid disease|HP:0000820|-} has developed. {Coarctation|HP:0001680|-} was specifically excluded. Periods have not started. {Intelligence is normal|HP:0001249|-}, maths apart. We'd like to monitor for aortic dilatation. Her younger sister has {precocious puberty|HP:0000826|sister}.`,
  },
  {
    id: 'community-paeds-1',
    genre: 'community paediatric report',
    text: `Seen in school. Kian (Y4) has an EHCP. {Moderate learning disability|HP:0002342}. {Autistic|HP:0000717}. {Expressive language delay|HP:0002474}, uses Makaton. {Sleeps poorly|HP:0002360}, on melatonin. {Bites his hand|HP:0012169} when cross; {aggressive outbursts|HP:0000718}. Obsessed with food; {obese|HP:0001513}, BMI >99.6th. {Hyperphagia|HP:0002591}. {Soiling|HP:0040183}. {Wears glasses for short sight|HP:0000545}. {Small hands{ and feet|HP:0001773}|HP:0200055}, {almond eyes|HP:0007874}. Born {floppy|HP:0001252}, needed NG feeds ({poor suck|HP:0002033}). No {fits|HP:0001250|-}, no {faints|HP:0001279|-}. {Skin picking|HP:0012166}. {High pain threshold|HP:0007328}. Older sister has {dyslexia|HP:0010522|sister}; Mum gets {anxious|HP:0000739|mother}. School asks whether Prader-Willi has been excluded.`,
  },
  {
    id: 'adult-neuro-1',
    genre: 'neurology letter',
    text: `65 yo ex-miner. {Chorea|HP:0002072} for 3 yrs, {clumsy|HP:0002312}, {irritable|HP:0000737}. {Wt loss|HP:0001824} 10 kg. {Impersistence of tongue|HP:0040200}. {Saccades slow|HP:0000514}. {Parkinsonism|HP:0001300} mild, {bradykinesia|HP:0002067}, no {rigidity|HP:0002063|-}, no {rest tremor|HP:0002322|-}. {Dystonic|HP:0001332} posturing R foot. {Executive dysfunction|HP:0033051}; MMSE 24. Denies {hallucinations|HP:0000738|-}. {Apathy|HP:0000741}. {Unsteady|HP:0002317} on tandem. MRI {caudate atrophy|HP:0002340}. Wilson's & acanthocytes -ve. Father d. 58 "nerves" & jerky movements; his only sister well at 70. Son, 40, has {depression|HP:0000716|son} and {tics|HP:0100033|son}. Wants predictive test for dau. ?HD ?HDL2 ?DRPLA.`,
  },
  {
    id: 'dental-ectoderm-1',
    genre: 'dental letter',
    text: `{Hypodontia|HP:0000668}: 9 permanent teeth absent. {Conical incisors|HP:0011065}, {enamel thin|HP:0006297}, {taurodontism|HP:0000679} of molars. {Sparse {fine hair|HP:0002213}|HP:0008070}, {brows absent|HP:0002223}. {Doesn't sweat|HP:0000970}, {overheats|HP:0002046}. {Dry skin|HP:0000958}, {dry eyes|HP:0001097}. Nails {dystrophic|HP:0008404}. No {clefting|HP:0000202|-} of lip or palate. {Delayed eruption|HP:0000684}. {Hoarse|HP:0001609}. Mum, a carrier clinically, has {missing laterals|HP:0200153|mother} and patchy sweating; her brother {bald|HP:0002293|maternal uncle} with {no teeth|HP:0000674|maternal uncle}. Sister unaffected.`,
  },
  {
    id: 'endo-adult-gp-3',
    genre: 'primary care letter',
    text: `Would you see this gentleman of 31 please? {Infertility|HP:0003251}; {azoospermia|HP:0000027} ×2. {Small testes|HP:0008734}, {gynaecomastia|HP:0000771}, {anosmia|HP:0000458}, {no facial hair|HP:0002550}. {Tall|HP:0000098}. Had {undescended testes|HP:0000028} fixed at 6. {Mirror movements|HP:0001335}. {Single kidney|HP:0000122} on USS. {T low|HP:0040171}, LH/FSH low. No {galactorrhoea|HP:0100829|-}, no {visual field defect|HP:0001123|-}, no {headaches|HP:0002315|-}. {Cleft lip|HP:0410030} repaired. {Deaf L ear|HP:0009900}. {Colour blind|HP:0000551}, as is his brother. Wife 29 fit + well. PMH: {asthma|HP:0002099}, {DVT|HP:0002625} 2020. Ex-smoker.`,
  },
  {
    id: 'er-triage-typed-1',
    genre: 'emergency department note',
    text: `pt 19 F c/o {palpatations|HP:0001962} and {dizzyness|HP:0002321}, {syncopy|HP:0001279} x1 this am. denies {chest pian|HP:0100749|-}, {diarrhea|HP:0002014|-}, {vomitting|HP:0002013|-}. hx {arrythmia|HP:0011675}, {cardiomyapathy|HP:0001638} dx 2021, {mirgaine|HP:0002076}. {tachychardia|HP:0001649} 130 on monitor. no {oedma|HP:0000969|-}. dad had {anuerysm|HP:0002617|father}, mom {hypertention|HP:0000822|mother}.`,
  },
  {
    id: 'clinic-typed-2',
    genre: 'clinic letter',
    text: `Pleasent young man with {arachnodactily|HP:0001166}, {pectus excavatam|HP:0000767}, {myopea|HP:0000545} and {joint hypermobilty|HP:0001382}. He is of {tall statue|HP:0000098}. No {ectopia lentus|HP:0001083|-} and no {mitral valve prolaps|HP:0001634|-} so far; {striea|HP:0001065}. His father has {scoliosus|HP:0002650|father} and {aortic disection|HP:0002647|father}. He has no {intelectual disability|HP:0001249|-}. {Spontanous pneumothorax|HP:0002108} at 17.`,
  },
];
