import type { ClinicalPhrase } from '#shared/phenotype/text/clinical-phrases.ts';

/** What letters call frequent findings where the published translations have another name or none. Collected for this project; names parted by a bar. */
interface NamesOfFinding {
  readonly de?: string;
  readonly es?: string;
  readonly fr?: string;
  readonly ja?: string;
  readonly zh?: string;
}

const table: readonly (readonly [termId: string, label: string, names: NamesOfFinding])[] = [
  ['HP:0001250', 'Seizure', { de: 'Epilepsie|epileptischer Anfall|Krampfanfall|Anfälle', es: 'epilepsia|crisis epilépticas|crisis convulsiva|convulsiones', fr: "épilepsie|crise épileptique|crise d'épilepsie|convulsions|crises convulsives", ja: 'てんかん|けいれん|痙攣|てんかん発作', zh: '癫痫|抽搐|惊厥|抽风' }],
  ['HP:0002373', 'Febrile seizure (within the age range of 3 months to 6 years)', { de: 'Fieberkrampf|Fieberkrämpfe', es: 'convulsión febril|crisis febriles', fr: 'convulsion fébrile|crise fébrile', ja: '熱性けいれん|熱性痙攣', zh: '热性惊厥|高热惊厥' }],
  ['HP:0001263', 'Global developmental delay', { de: 'Entwicklungsverzögerung|Entwicklungsrückstand|psychomotorische Retardierung|Entwicklungsretardierung', es: 'retraso global del desarrollo|retraso psicomotor|retraso del desarrollo|retraso madurativo', fr: 'retard global de développement|retard psychomoteur|retard de développement|retard des acquisitions', ja: '発達遅滞|精神運動発達遅滞|発達の遅れ|発達遅延', zh: '发育迟缓|发育落后|精神运动发育迟缓|全面性发育迟缓' }],
  ['HP:0000750', 'Delayed speech and language development', { de: 'Sprachentwicklungsverzögerung|Sprachverzögerung', es: 'retraso del lenguaje|retraso del habla', fr: 'retard de langage|retard de parole', ja: '言語発達遅滞|言葉の遅れ', zh: '语言发育迟缓|语言落后|言语发育迟缓' }],
  ['HP:0001249', 'Intellectual disability', { de: 'geistige Behinderung|Intelligenzminderung|intellektuelle Beeinträchtigung', es: 'discapacidad intelectual|retraso mental', fr: 'déficience intellectuelle|retard mental|handicap intellectuel', ja: '知的障害|精神遅滞', zh: '智力障碍|智力低下|智能障碍' }],
  ['HP:0001252', 'Hypotonia', { de: 'Muskelhypotonie|muskuläre Hypotonie|Hypotonie', es: 'hipotonía|hipotonía muscular', fr: 'hypotonie|hypotonie musculaire', ja: '筋緊張低下|低緊張|フロッピー', zh: '肌张力低下|肌张力减低|肌张力低' }],
  ['HP:0001257', 'Spasticity', { de: 'Spastik|Spastizität', es: 'espasticidad', fr: 'spasticité', ja: '痙縮|痙性', zh: '肌张力增高伴痉挛' }],
  ['HP:0001276', 'Hypertonia', { de: 'erhöhter Muskeltonus', es: 'hipertonía', fr: 'hypertonie', ja: '筋緊張亢進', zh: '肌张力增高|肌张力高' }],
  ['HP:0001251', 'Ataxia', { de: 'Ataxie', es: 'ataxia', fr: 'ataxie', ja: '失調|運動失調', zh: '共济失调' }],
  ['HP:0001337', 'Tremor', { de: 'Tremor|Zittern', es: 'temblor', fr: 'tremblement', ja: '振戦|ふるえ', zh: '震颤' }],
  ['HP:0000726', 'Dementia', { de: 'Demenz', es: 'demencia', fr: 'démence', ja: '認知症', zh: '痴呆' }],
  ['HP:0000252', 'Microcephaly', { de: 'Mikrozephalie|Mikrocephalie', es: 'microcefalia', fr: 'microcéphalie', ja: '小頭症|小頭', zh: '小头' }],
  ['HP:0000256', 'Macrocephaly', { de: 'Makrozephalie|Makrocephalie', es: 'macrocefalia', fr: 'macrocéphalie', ja: '大頭症|大頭', zh: '大头|头围增大|巨头畸形' }],
  ['HP:0000365', 'Hearing impairment', { de: 'Schwerhörigkeit|Hörverlust|Hörminderung|Taubheit', es: 'hipoacusia|sordera|pérdida auditiva', fr: "surdité|hypoacousie|perte auditive|déficit auditif", ja: '難聴|聴力障害|聴覚障害', zh: '听力下降|听力损失|耳聋|听力障碍' }],
  ['HP:0000407', 'Sensorineural hearing impairment', { de: 'Schallempfindungsschwerhörigkeit|sensorineurale Schwerhörigkeit', es: 'hipoacusia neurosensorial', fr: 'surdité neurosensorielle|surdité de perception', ja: '感音難聴|感音性難聴', zh: '感音神经性耳聋|感音神经性听力损失' }],
  ['HP:0000545', 'Myopia', { de: 'Myopie|Kurzsichtigkeit', es: 'miopía', fr: 'myopie', ja: '近視', zh: '近视' }],
  ['HP:0000486', 'Strabismus', { de: 'Strabismus|Schielen', es: 'estrabismo', fr: 'strabisme', ja: '斜視', zh: '斜视' }],
  ['HP:0000639', 'Nystagmus', { de: 'Nystagmus', es: 'nistagmo|nistagmus', fr: 'nystagmus', ja: '眼振', zh: '眼震|眼球震颤' }],
  ['HP:0000508', 'Ptosis', { de: 'Ptosis|Ptose', es: 'ptosis', fr: 'ptosis', ja: '眼瞼下垂', zh: '眼睑下垂|上睑下垂' }],
  ['HP:0000518', 'Cataract', { de: 'Katarakt|grauer Star', es: 'catarata', fr: 'cataracte', ja: '白内障', zh: '白内障' }],
  ['HP:0001083', 'Ectopia lentis', { de: 'Ectopia lentis|Linsenluxation|Linsensubluxation', es: 'ectopia lentis|luxación del cristalino|subluxación del cristalino', fr: 'ectopie du cristallin|luxation du cristallin', ja: '水晶体偏位|水晶体亜脱臼|水晶体脱臼', zh: '晶状体异位|晶状体脱位|晶状体半脱位' }],
  ['HP:0000316', 'Hypertelorism', { de: 'Hypertelorismus|weiter Augenabstand', es: 'hipertelorismo', fr: 'hypertélorisme', ja: '両眼開離|眼間開離', zh: '眼距宽|眼距增宽' }],
  ['HP:0000369', 'Low-set ears', { de: 'tiefsitzende Ohren|tief sitzende Ohren|tief angesetzte Ohren', es: 'orejas de implantación baja|implantación baja de orejas', fr: 'oreilles basses|oreilles bas implantées|implantation basse des oreilles', ja: '耳介低位|低位耳介', zh: '低位耳|耳位低|双耳低位' }],
  ['HP:0000175', 'Cleft palate', { de: 'Gaumenspalte', es: 'paladar hendido|fisura palatina|hendidura palatina', fr: 'fente palatine|fente du palais', ja: '口蓋裂', zh: '腭裂' }],
  ['HP:0000347', 'Micrognathia', { de: 'Mikrognathie|Retrogenie', es: 'micrognatia', fr: 'micrognathie|micrognathisme', ja: '小顎症|小顎', zh: '小下颌|小颌畸形' }],
  ['HP:0001629', 'Ventricular septal defect', { de: 'Ventrikelseptumdefekt|VSD', es: 'comunicación interventricular|CIV', fr: 'communication interventriculaire|CIV', ja: '心室中隔欠損症|心室中隔欠損', zh: '室间隔缺损|室缺' }],
  ['HP:0001631', 'Atrial septal defect', { de: 'Vorhofseptumdefekt|ASD', es: 'comunicación interauricular|CIA', fr: 'communication interauriculaire|CIA', ja: '心房中隔欠損症|心房中隔欠損', zh: '房间隔缺损|房缺' }],
  ['HP:0001643', 'Patent ductus arteriosus', { de: 'persistierender Ductus arteriosus|offener Ductus arteriosus', es: 'ductus arterioso persistente|persistencia del ductus', fr: 'canal artériel persistant|persistance du canal artériel', ja: '動脈管開存症|動脈管開存', zh: '动脉导管未闭' }],
  ['HP:0004942', 'Aortic aneurysm', { de: 'Aortenaneurysma', es: 'aneurisma de aorta|aneurisma aórtico', fr: "anévrisme de l'aorte|anévrisme aortique|anévrysme aortique", ja: '大動脈瘤', zh: '主动脉瘤' }],
  ['HP:0000822', 'Hypertension', { de: 'arterielle Hypertonie|Bluthochdruck|arterieller Hypertonus', es: 'hipertensión arterial|HTA', fr: 'hypertension artérielle|HTA', ja: '高血圧|高血圧症', zh: '高血压' }],
  ['HP:0001638', 'Cardiomyopathy', { de: 'Kardiomyopathie', es: 'miocardiopatía|cardiomiopatía', fr: 'cardiomyopathie|myocardiopathie', ja: '心筋症', zh: '心肌病' }],
  ['HP:0001279', 'Syncope', { de: 'Synkope|Ohnmacht', es: 'síncope|desmayo', fr: 'syncope|malaise syncopal', ja: '失神', zh: '晕厥|昏厥' }],
  ['HP:0002094', 'Dyspnea', { de: 'Dyspnoe|Atemnot|Luftnot', es: 'disnea', fr: 'dyspnée|essoufflement', ja: '呼吸困難|息切れ', zh: '呼吸困难|气促' }],
  ['HP:0002240', 'Hepatomegaly', { de: 'Hepatomegalie|Lebervergrößerung', es: 'hepatomegalia', fr: 'hépatomégalie', ja: '肝腫大|肝腫', zh: '肝大|肝肿大|肝脏增大' }],
  ['HP:0001744', 'Splenomegaly', { de: 'Splenomegalie|Milzvergrößerung', es: 'esplenomegalia', fr: 'splénomégalie', ja: '脾腫大|脾腫', zh: '脾大|脾肿大' }],
  ['HP:0001433', 'Hepatosplenomegaly', { de: 'Hepatosplenomegalie', es: 'hepatoesplenomegalia', fr: 'hépatosplénomégalie', ja: '肝脾腫|肝脾腫大', zh: '肝脾肿大|肝脾大' }],
  ['HP:0000952', 'Jaundice', { de: 'Ikterus|Gelbsucht', es: 'ictericia', fr: 'ictère|jaunisse', ja: '黄疸', zh: '黄疸' }],
  ['HP:0002014', 'Diarrhea', { de: 'Durchfall|Diarrhoe|Durchfälle', es: 'diarrea', fr: 'diarrhée', ja: '下痢', zh: '腹泻' }],
  ['HP:0002019', 'Constipation', { de: 'Obstipation|Verstopfung', es: 'estreñimiento', fr: 'constipation', ja: '便秘', zh: '便秘' }],
  ['HP:0002015', 'Dysphagia', { de: 'Dysphagie|Schluckstörung|Schluckstörungen', es: 'disfagia', fr: 'dysphagie|troubles de la déglutition', ja: '嚥下障害|嚥下困難', zh: '吞咽困难' }],
  ['HP:0011968', 'Feeding difficulties', { de: 'Trinkschwäche|Fütterstörung|Ernährungsschwierigkeiten', es: 'dificultades de alimentación|dificultad para la alimentación', fr: "difficultés alimentaires|difficultés d'alimentation", ja: '哺乳不良|哺乳障害|摂食障害', zh: '喂养困难' }],
  ['HP:0001508', 'Failure to thrive', { de: 'Gedeihstörung', es: 'fallo de medro|fracaso del crecimiento|retraso ponderoestatural', fr: 'retard staturo-pondéral|mauvaise prise de poids', ja: '体重増加不良|成長障害', zh: '生长发育迟滞|体重不增' }],
  ['HP:0004322', 'Short stature', { de: 'Kleinwuchs|Minderwuchs', es: 'talla baja', fr: 'petite taille', ja: '低身長', zh: '身材矮小|矮小|身高偏低' }],
  ['HP:0000098', 'Tall stature', { de: 'Hochwuchs', es: 'talla alta', fr: 'grande taille', ja: '高身長', zh: '身材高大|身高过高' }],
  ['HP:0001513', 'Obesity', { de: 'Adipositas|Fettleibigkeit', es: 'obesidad', fr: 'obésité', ja: '肥満', zh: '肥胖' }],
  ['HP:0001166', 'Arachnodactyly', { de: 'Arachnodaktylie', es: 'aracnodactilia', fr: 'arachnodactylie', ja: 'クモ指|くも状指', zh: '蜘蛛指|细长指|蜘蛛样指' }],
  ['HP:0002650', 'Scoliosis', { de: 'Skoliose', es: 'escoliosis', fr: 'scoliose', ja: '側弯症|脊柱側弯', zh: '脊柱侧凸|脊柱侧弯' }],
  ['HP:0001382', 'Joint hypermobility', { de: 'überstreckbare Gelenke|Gelenküberbeweglichkeit', es: 'hiperlaxitud articular|hiperlaxitud', fr: 'hyperlaxité articulaire|hyperlaxité ligamentaire|hyperlaxité', ja: '関節過可動|関節弛緩', zh: '关节过度活动|关节松弛' }],
  ['HP:0001371', 'Flexion contracture', { de: 'Kontrakturen|Gelenkkontrakturen', es: 'contracturas|contracturas articulares', fr: 'contractures articulaires|rétractions articulaires', ja: '関節拘縮|拘縮', zh: '关节挛缩' }],
  ['HP:0001324', 'Muscle weakness', { de: 'Muskelschwäche', es: 'debilidad muscular', fr: 'faiblesse musculaire', ja: '筋力低下|筋力の低下', zh: '肌无力|肌力下降|肌肉无力' }],
  ['HP:0002360', 'Sleep abnormality', { de: 'Schlafstörung|Schlafstörungen', es: 'trastorno del sueño|alteraciones del sueño', fr: 'troubles du sommeil|trouble du sommeil', ja: '睡眠障害', zh: '睡眠障碍' }],
  ['HP:0000717', 'Autism', { de: 'Autismus', es: 'autismo', fr: 'autisme', ja: '自閉症', zh: '自闭症|孤独症' }],
  ['HP:0000729', 'Autistic behavior', { de: 'Autismus-Spektrum-Störung', es: 'trastorno del espectro autista|TEA', fr: "trouble du spectre de l'autisme|trouble du spectre autistique|TSA", ja: '自閉スペクトラム症|自閉症スペクトラム', zh: '孤独症谱系障碍|自闭症谱系障碍' }],
  ['HP:0007018', 'Attention deficit hyperactivity disorder', { de: 'ADHS|Aufmerksamkeitsdefizit-Hyperaktivitätsstörung', es: 'TDAH', fr: 'TDAH', ja: '注意欠如多動症|注意欠陥多動性障害', zh: '注意缺陷多动障碍|多动症' }],
  ['HP:0000107', 'Renal cyst', { de: 'Nierenzysten|Nierenzyste', es: 'quistes renales|quiste renal', fr: 'kystes rénaux|kyste rénal', ja: '腎嚢胞|腎のう胞', zh: '肾囊肿' }],
  ['HP:0002076', 'Migraine', { de: 'Migräne', es: 'migraña|jaqueca', fr: 'migraine', ja: '片頭痛|偏頭痛', zh: '偏头痛' }],
  ['HP:0002321', 'Vertigo', { de: 'Schwindel', es: 'vértigo|mareo', fr: 'vertige|vertiges', ja: 'めまい|眩暈', zh: '头晕|眩晕' }],
  ['HP:0001627', 'Abnormal heart morphology', { de: 'Herzfehler|angeborener Herzfehler', es: 'cardiopatía congénita', fr: 'cardiopathie congénitale', ja: '先天性心疾患|心奇形', zh: '先天性心脏病|先心病' }],
  ['HP:0001999', 'Abnormal facial shape', { de: 'faziale Dysmorphien|Gesichtsdysmorphien|Dysmorphiezeichen', es: 'rasgos dismórficos|dismorfia facial', fr: 'dysmorphie faciale|traits dysmorphiques', ja: '顔貌異常|特異顔貌|特徴的顔貌', zh: '特殊面容|面容异常' }],
  ['HP:0000957', 'Cafe-au-lait spot', { de: 'Café-au-lait-Flecken|Café-au-lait-Fleck', es: 'manchas café con leche|mancha café con leche', fr: 'taches café au lait|tache café au lait', ja: 'カフェオレ斑', zh: '牛奶咖啡斑|咖啡牛奶斑|咖啡斑' }],
  ['HP:0000028', 'Cryptorchidism', { de: 'Hodenhochstand|Kryptorchismus', es: 'criptorquidia', fr: 'cryptorchidie', ja: '停留精巣|停留睾丸', zh: '隐睾' }],
  ['HP:0000047', 'Hypospadias', { de: 'Hypospadie', es: 'hipospadias', fr: 'hypospadias', ja: '尿道下裂', zh: '尿道下裂' }],
];

export const everydayNames = (code: string): readonly ClinicalPhrase[] => table.flatMap(([termId, label, names]) => textOf(names, code).map((text) => ({ text, termId, label })));

const textOf = (names: NamesOfFinding, code: string): readonly string[] => (code === 'de' || code === 'es' || code === 'fr' || code === 'ja' || code === 'zh' ? (names[code]?.split('|') ?? []) : []);
