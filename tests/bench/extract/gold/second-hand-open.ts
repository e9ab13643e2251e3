import type { MarkedPassage } from '#tests/bench/extract/gold-passage.ts';

/** The half of the second hand's passages whose errors are looked at. Written and marked as a whole before anything was run on them; every other passage of a kind went to the other half. Families are invented. */
export const secondHandOpenPassages: readonly MarkedPassage[] = [
  {
    id: 'gp-terse-1',
    genre: 'GP note',
    text: `5y boy. Mum worried re {speech delay|HP:0000750}, only ~20 words. {Late to walk|HP:0031936} (19/12). {Tip-toe walks|HP:0030051}. Fussy eater. No {regression|HP:0002376|-}. {Hearing ok|HP:0000365|-} on recent audiology. O/E: pleasant, {poor eye contact|HP:0000817}, {large head|HP:0000256} (OFC 56 cm, >99.6th), x3 {CALMs|HP:0000957}. Spine NAD. Chest clear, HS I+II+0. Abdo SNT, no {organomegaly|HP:0003271|-}. FHx: dad {large head|HP:0000256|father} + {learning difficulties|HP:0001328|father} at school, mat GM {ca breast|HP:0003002|maternal grandmother} 52. ?autism. Plan: refer comm paeds, TFTs.`,
  },
  {
    id: 'cardiogenetics-1',
    genre: 'cardiogenetics letter',
    text: `Inherited cardiac conditions clinic. Mr Aldous Fenn, 38, lorry driver. Index presentation: {collapsed while playing football|HP:0001279}; found to be in {VF|HP:0001663}. Survived, ICD in situ. ECG: {T wave inversion|HP:0010872} V1-V4, {epsilon wave|HP:0034304}, frequent {ventricular ectopics|HP:0006682}. Echo: {dilated right ventricle|HP:0005133}, LV preserved. No {LVH|HP:0001712|-}. cMRI confirmed {RV dilatation|HP:0005133} with {fibrofatty replacement|HP:0034364}. He denies {chest pain|HP:0100749|-}, {orthopnoea|HP:0012764|-}, or {ankle swelling|HP:0001785|-}. No {palmoplantar keratoderma|HP:0000982|-} and his hair is not {woolly|HP:0002224|-}. Family: his sister Dawn {died suddenly in her sleep|HP:0001699|sister} aged 31; PM reported normal heart. Mother alive 66, {AF|HP:0005110|mother}. Father unknown. Two sons, 9 and 6, asymptomatic. If he carries a pathogenic variant we would offer cascade testing for ARVC.`,
  },
  {
    id: 'us-clinic-1',
    genre: 'US genetics visit',
    text: `HPI: 14 mo F presents for evaluation of {failure to thrive|HP:0001508} and {motor delay|HP:0001270}. Sat at 11 mo, not yet pulling to stand. Mom reports frequent spit-up and gagging with solids. No {choking|HP:0030842|-}, {apnea|HP:0002104|-} or {cyanosis|HP:0000961|-}. 
ROS: Constitutional: negative for {fever|HP:0001945|-}. Eyes: {strabismus|HP:0000486}, patching. ENT: {recurrent otitis media|HP:0000403}, tubes x1. Resp: neg for {wheezing|HP:0030828|-}. GI: {constipation|HP:0002019}. GU: denies {UTIs|HP:0000010|-}. Neuro: negative for {seizures|HP:0001250|-}, positive for {hypotonia|HP:0001252}. Skin: {eczema|HP:0000964}.
PE: {Wt 7.1 kg (<1%ile)|HP:0004325}, Lt 72 cm (12%ile), HC 45 cm (35%ile). HEENT: {plagiocephaly|HP:0001357}, {deep-set eyes|HP:0000490}, {thin upper lip|HP:0000219}, {smooth philtrum|HP:0000319}. CV: RRR, no {murmur|HP:0030148|-}. Ext: {tapered fingers|HP:0001182}; no {edema|HP:0000969|-}. 
A/P: Chromosomal microarray. If negative, will consider exome. Evaluate for celiac disease. RTC 6 mo.
FAMHX: MGF {early-onset Parkinson's|HP:0001300|maternal grandfather}. Mo {migraines|HP:0002076|mother}. Fa {ADHD|HP:0007018|father}. Half-bro {cleft palate|HP:0000175|half-brother}.`,
  },
  {
    id: 'mri-report-1',
    genre: 'radiology report',
    text: `MRI BRAIN with and without contrast. Clinical: dev delay, ?leukodystrophy.
Findings: There is {confluent T2 hyperintensity|HP:0040330} of the periventricular white matter. The {corpus callosum is thin|HP:0033725}, especially posteriorly. {Cerebellar vermis is hypoplastic|HP:0001320} and the {brainstem small|HP:0002365}. {Mega cisterna magna|HP:0002280}. {Lateral ventricles mildly prominent|HP:0002119}. No {hydrocephalus|HP:0000238|-}. {Polymicrogyria in both perisylvian regions|HP:0012650}. No {heterotopia|HP:0002282|-}, {schizencephaly|HP:0010636|-} or {lissencephaly|HP:0001339|-}. Basal ganglia, thalami and pituitary unremarkable. {Optic nerves are small|HP:0000609}. Orbits otherwise normal. Inner ears normal; no {Mondini malformation|HP:0000376|-}.
Impression: {bilateral perisylvian polymicrogyria|HP:0032407} with {vermian hypoplasia|HP:0001320}. Appearances could represent a tubulinopathy; differential includes congenital CMV.`,
  },
  {
    id: 'echo-report-1',
    genre: 'echocardiography report',
    text: `TTE, 6/52 old. Situs solitus, levocardia. {Perimembranous VSD|HP:0011682} 6 mm with L-R shunt, {secundum ASD|HP:0001684}, {small PDA|HP:0001643}. {Bicuspid aortic valve|HP:0001647}, no {AS|HP:0001650|-}, trivial {AR|HP:0001659}. {Hypoplastic aortic arch|HP:0012304}; juxtaductal coarctation cannot be excluded at this stage. {Left SVC to coronary sinus|HP:0005301}. Good biventricular function. {RVH|HP:0001667}. {Pulmonary hypertension|HP:0002092}, est. RVSP 58 mmHg. No {pericardial effusion|HP:0001698|-}. Coronaries normal.`,
  },
  {
    id: 'ophthal-letter-1',
    genre: 'ophthalmology letter',
    text: `Many thanks for asking me to see this seven-year-old with {night blindness|HP:0000662}. Vision 6/36 right, 6/24 left. {Nystagmus|HP:0000639}, horizontal and fine. {Photophobia|HP:0000613} has been present since infancy. No {squint|HP:0000486|-}. Lenses clear, i.e. no {cataracts|HP:0000518|-}, and irides normal. Fundoscopy: {attenuated vessels|HP:0007843}, {bone spicules|HP:0007737} in the mid-periphery, {disc pallor|HP:0000543}, {macular oedema|HP:0040049} on OCT. {ERG extinguished|HP:0000550}. He is {long-sighted|HP:0000540}, +6.00 both eyes, with {astigmatism|HP:0000483}. {Visual fields are constricted|HP:0001133}. In addition I noted that he is {overweight|HP:0025502} and was born with {extra toes|HP:0001829}, so I wonder about Bardet-Biedl syndrome. His {renal function was abnormal|HP:0012211}. A younger brother is said to have {wobbly eyes|HP:0000639|brother} too. Neither parent is affected.`,
  },
  {
    id: 'metabolic-letter-1',
    genre: 'metabolic letter',
    text: `Re: Ioan, aged 2 years 4 months. {Coarse facies|HP:0000280}, {gibbus|HP:0005619}, {umbilical hernia|HP:0001537} and bilateral {inguinal herniae|HP:0000023}. {Noisy breathing|HP:0010307} and {snoring|HP:0025267}; sleep study confirms {OSA|HP:0002870}. {Glue ear|HP:0040262}. {Cloudy corneas|HP:0007957}. {Stiff joints|HP:0001387}, {claw hands|HP:0034337}. X-rays: {dysostosis multiplex|HP:0000943}, bullet shaped phalanges, {hip dysplasia|HP:0001385}. {Hepatosplenomegaly|HP:0001433}, liver 3 cm, spleen 2 cm. {Thickened mitral valve|HP:6000342} with {mild MR|HP:0001653}. {Urinary GAGs raised|HP:0008155}. Development had been normal till 15 months but has since {plateaued|HP:0007281}. There is no {hydrocephalus|HP:0000238|-} thus far and he hasn't had {seizures|HP:0001250|-}. Parents, who are related, are well. A brother died aged 9 with "the same face".`,
  },
  {
    id: 'renal-clinic-1',
    genre: 'nephrology clinic',
    text: `16M. {ESRF|HP:0003774}, on HD since Jan. Bilateral {small {echogenic kidneys|HP:0004719}|HP:0000089} w/ {corticomedullary cysts|HP:0000108}. {Polyuria|HP:0000103}, {polydipsia|HP:0001959}, {secondary enuresis|HP:0000805} from age 8. BP 104/60, i.e. not {hypertensive|HP:0000822|-}. Urine: no {blood|HP:0000790|-}, no {protein|HP:0000093|-}. {Anaemia|HP:0001903}, {raised PTH|HP:0003165}, {renal rickets|HP:0002748}. Eyes - {oculomotor apraxia|HP:0000657}; {retinal dystrophy|HP:0000556|-} excluded by ERG. LFTs: {GGT up|HP:0030948}, biopsy {hepatic fibrosis|HP:0001395}. {Situs inversus|HP:0001696|-} -ve. Sister 11 under follow up w {reduced eGFR|HP:0012213|sister}; cousin on dialysis.`,
  },
  {
    id: 'neuro-dictated-2',
    genre: 'dictated letter',
    text: `Thankyou for asking me to see this delightful eight year old boy whose walking has deteriorated. He walked at 13 months without delay, but from about 4 years his parents noticed {frequent tripping|HP:0002359}, and he now has {difficulty running|HP:0009046} and difficulty getting up off the floor. He gets {leg cramps|HP:0003394} at night. There are no {swallowing problems|HP:0002015|-}, no {double vision|HP:0000651|-}, no {incontinence|HP:0000020|-}. On examination: {distal wasting|HP:0003693} below the knees, {weak ankle dorsiflexion|HP:0009027}, {high stepping gait|HP:0003376}, {absent ankle jerks|HP:0003438}, {high arched feet|HP:0001761} with {clawing of the toes|HP:0034397}. {Vibration sense was lost|HP:0002495} to the knees. His hands showed a fine {postural tremor|HP:0002174}. {Tight heel cords|HP:0001771}. Facial strength was full and there was no {ptosis|HP:0000508|-}, {ophthalmoplegia|HP:0000602|-} nor {tongue fasciculation|HP:0001308|-}. The spine was straight. His {cognition is entirely normal|HP:0001249|-}. Dad was examined in clinic and has {pes cavus|HP:0001761|father} and {areflexia|HP:0001284|father}, though he has no {weakness|HP:0001324|father|-}. Paternal grandmother wore calipers.`,
  },
  {
    id: 'dysmorph-form-2',
    genre: 'dysmorphology form',
    text: `Name: - - -  Age: 10/12
Stature: {short|HP:0004322} Build: {thin|HP:0001533}. OFC: normal
Skull: {trigonocephaly|HP:0000243}, {metopic ridge prominent|HP:0005487}
Face: {asymmetric|HP:0000324}, {long|HP:0000276}, {midface flat|HP:0011800}
Eyes: {hyperteloric|HP:0000316}; {proptosis|HP:0000520}; {blue sclerae|HP:0000592}; {long lashes|HP:0000527}; brows: {arched|HP:0002553}, {synophrys|HP:0000664}
Nose: {beaked|HP:0000444}; {broad tip|HP:0000455}; {choanal stenosis|HP:0000452}
Mouth: {macroglossia|HP:0000158}, {cleft soft palate|HP:0000185}, {gum hypertrophy|HP:0000212}, {small jaw|HP:0000347}
Ears: {cupped|HP:0000378}, {R pre-auricular tag|HP:0000384}
Neck: {webbed|HP:0000465}. Chest: {wide spaced nipples|HP:0006610}, {pectus|HP:0000766}
Hands: {postaxial polydactyly|HP:0001162} L, {brachydactyly|HP:0001156}, {nails hypoplastic|HP:0001792}
Feet: {rocker bottom|HP:0001838}, {overlapping toes|HP:0001845}
Skin/hair: {hirsute|HP:0001007}, no {CAL|HP:0000957|-}, no {haemangioma|HP:0001028|-}
Genitalia: {micropenis|HP:0000054}; {shawl scrotum|HP:0000049}`,
  },
  {
    id: 'discharge-paeds-2',
    genre: 'discharge summary',
    text: `Admitted 03/11 with {acute rhabdomyolysis|HP:0008942} (CK 98,000) following gastroenteritis. 3rd episode. Presented with {muscle pain|HP:0003326}, {dark urine|HP:0040319} and {weakness|HP:0001324}, later {AKI|HP:0001919} needing haemofiltration 4 days. {Hyperkalaemia|HP:0002153} 6.9. {Hypoglycaemia|HP:0001943} on arrival, 2.1. No {arrhythmia|HP:0011675|-} seen on telemetry; echo - structurally normal, no {cardiomyopathy|HP:0001638|-}. MRI muscle oedema of both thighs. Between attacks he has {exercise intolerance|HP:0003546} and {hypothyroidism|HP:0000821}, otherwise a fit lad. Development: {mild LD|HP:0001256}, {ataxic gait|HP:0002066}. No {dysmorphic features|HP:0001999|-}. Mother gets {cramp|HP:0003394|mother}, maternal cousin died after febrile illness. Discharged w/ emergency regimen. Query TANGO2. OPD 6/52.`,
  },
  {
    id: 'ct-skeletal-report-1',
    genre: 'radiology report',
    text: `SKELETAL SURVEY. Age 4. {Generalised osteopenia|HP:0000938}. {Wormian bones|HP:0002645} in lambdoid sutures. {Multiple healed rib fractures|HP:0006640}, {femoral bowing|HP:0002980} R > L. {Vertebral compression fractures|HP:0002953} T6, T9, L1. {Platyspondyly|HP:0000926}. {Flared metaphyses|HP:0003015}. {Coxa vara|HP:0002812} left. {Delayed bone age|HP:0002750}. {Thin cortices|HP:0002753}. No {craniosynostosis|HP:0001363|-}. Epiphyses appear normal. No {odontoid hypoplasia|HP:0003311|-}, no {rickets|HP:0002748|-}, no {exostoses|HP:0100777|-}. Conclusion: in keeping with osteogenesis imperfecta; hypophosphatasia less likely.`,
  },
  {
    id: 'ward-telegraphic-2',
    genre: 'ward note',
    text: `WR Cons. 6y ♂ {LOC|HP:0007185} ×2 swimming pool. {Long QT|HP:0001657} (QTc 520). {T-wave alternans|HP:0012266}. nil {murmur|HP:0030148|-}. BP n. {deaf|HP:0000365} since birth (aids). No {CP|HP:0100749|-}/{palps|HP:0001962|-}/{SOB|HP:0002094|-}. K+ 2.9. Mg ok. Neuro grossly intact, no focal deficit. Mat uncle drowned age 14; mum {faints|HP:0001279|mother}; sis - nil; bro {SNHL|HP:0000407|brother}. ΔΔ LQTS (JLN) / CPVT. β blocker. ECG both parents.`,
  },
  {
    id: 'derm-letter-1',
    genre: 'dermatology letter',
    text: `Examined with the lights out: {freckles in the axillae|HP:0000997}; {>6 café au lait patches|HP:0007565}, the biggest 9 cm on the flank. {Plexiform neurofibroma|HP:0009732} of the right thigh. {Lisch nodules|HP:0009737} seen by the eye team. Xanthogranulomas on the scalp. He {itches|HP:0000989} ({pruritus|HP:0000989}). {Kyphoscoliosis|HP:0002751}. {Optic glioma|HP:0009734} on left, stable, with no {proptosis|HP:0000520|-} or {precocious puberty|HP:0000826|-}. {Pseudarthrosis of the tibia|HP:0009736} repaired. {Short attention span|HP:0000736} in class, {handwriting poor|HP:0010526}. BP normal. No {headache|HP:0002315|-}, {bone pain|HP:0002653|-}, or new lumps. Mum's skin was clear; Dad has {lipomas|HP:0001012|father} and {one CAL|HP:0000957|father}. Paternal half-brother: Noonan-like face. Malignant peripheral nerve sheath tumour explained as a risk.`,
  },
  {
    id: 'parent-letter-1',
    genre: 'letter of parents',
    text: `Dear doctor, we wanted to write down everything about Elsie before we see you. She was {breech|HP:0001623} and came out {blue|HP:0000961}. She {didn't feed|HP:0011968} well and cried a lot. She {couldn't hold her head up|HP:0002421} until 9 months. Her {eyes flicker|HP:0000639} side to side and {one eye turns in|HP:0000565}. She {grinds her teeth|HP:0003763}, {laughs a lot for no reason|HP:0000748} and {doesn't sleep|HP:0100785}. She loves water. She {had a fit when she was 2 with a temperature|HP:0002373}. {Her legs are stiff|HP:0002061} and she walks like a puppet. She {can't talk|HP:0001344} but she understands us. She doesn't have {allergies|HP:0012393|-}. The hearing lady said {her hearing is fine|HP:0000365|-}. Her grandad (mum's dad) had {shaky hands|HP:0002378|maternal grandfather}. Her cousin is {dyslexic|HP:0010522|cousin}.`,
  },
  {
    id: 'immune-letter-1',
    genre: 'immunology letter',
    text: `Dear Priya, this 4-yr-old was discussed at MDT. Since weaning: {eczema|HP:0000964}, {food allergy|HP:0500093} (egg, nut), {chronic diarrhoea|HP:0002028}. Then {type 1 diabetes|HP:0100651} aged 14 months & {autoimmune haemolytic anaemia|HP:0001890}. {IgE 4,300|HP:0003212}, {eosinophils up|HP:0001880}. {Lymph nodes ++|HP:0002716}. {Splenomegaly|HP:0001744} but no {hepatomegaly|HP:0002240|-}. {Oral thrush|HP:0009098}; {abscesses|HP:0025615} x3; {chest infections every month|HP:0002783}, {bronchiectasis|HP:0002110} RLL. IgG, IgA, IgM normal. {Neutropenia|HP:0001875|-} never documented. {Poor growth|HP:0001510}. {Alopecia in patches|HP:0002232}. Thyroid normal. Vaccines ok, no {BCGosis|HP:0020087|-}. Maternal uncles ×2 died in infancy. Mum has {vitiligo|HP:0001045|mother}. Would FOXP3 fit?`,
  },
  {
    id: 'phone-note-1',
    genre: 'telephone note',
    text: `T/C mum re result. VUS explained. New info: {fits|HP:0001250} restarted Aug, now {absence sz|HP:0002121} daily + 1 {GTCS|HP:0002069}. {Regressed|HP:0002376} – {lost words|HP:0002371}. {Hand wringing|HP:0012171}, {breath holding|HP:6000950}, {teeth grinding|HP:0003763}. {Scoliosis|HP:0002650} 40deg. Cold feet. Wt static on 0.4th. {Reflux|HP:0002020}, PEG Sept. No {apnoeas|HP:0002104|-} at night per mum. QTc normal. Bone scan: {low BMD|HP:0004349}. Mum pregnant, 9/40; asks re recurrence. Says mat cousin {autistic|HP:0000717|maternal cousin}.`,
  },
  {
    id: 'gp-typed-in-haste-1',
    genre: 'GP note',
    text: `3 yr old girl, born at term. {Developmenal delay|HP:0001263}, {microcephally|HP:0000252}, {siezures|HP:0001250} since 5/12 on keppra. {Hypotonea|HP:0001252}, {strabismis|HP:0000486}. No {nystagmous|HP:0000639|-}, no {hepatosplenomegally|HP:0001433|-}. {Gastroesophogeal reflux|HP:0002020}, {constapation|HP:0002019}. Had {pnuemonia|HP:0002090} twice. {Scolliosis|HP:0002650} mild. Mother {hypothyroidsm|HP:0000821|mother}, brother {asthama|HP:0002099|brother}. Please see re ?Rett.`,
  },
  {
    id: 'nurse-typed-2',
    genre: 'nursing note',
    text: `baby has {cleft pallate|HP:0000175} and {micrognatia|HP:0000347}, {feeding dificulties|HP:0011968}, {apneoa|HP:0002104} when supine. {hydronephroisis|HP:0000126} on the left, no {hypospadius|HP:0000047|-}. {jaundise|HP:0000952} settled. {hypoglycemea|HP:0001943} d1. no {ventricular septal defact|HP:0001629|-}. {Talipies|HP:0001883} both feet. mum has {ezcema|HP:0000964|mother} & {alopeca|HP:0001596|mother}. {Cataracs|HP:0000518|-} excluded.`,
  },
];
