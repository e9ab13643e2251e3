import type { MarkedPassage } from '#tests/bench/extract/gold-passage.ts';

/** Passages in other languages of which only the figures are looked at, never an error; written when the rules stood, marked before they were run. Families are invented. */
export const heldTranslatedPassages: Readonly<Record<'de' | 'es' | 'fr' | 'ja' | 'zh', readonly MarkedPassage[]>> = {
  de: [
    { id: 'de-haut', genre: 'clinic letter', text: `Bei dem 9-jährigen Mädchen fanden sich {Alopezie|HP:0001596}, {trockene Haut|HP:0000958} und {Zahnagenesie|HP:0009804}. {Photophobie|HP:0000613} besteht seit der Geburt. {Juckreiz|HP:0000989|-} wird verneint. Sie klagt über {Müdigkeit|HP:0012378}. Kein Anhalt für {Anämie|HP:0001903|-} oder {Thrombozytopenie|HP:0001873|-}. Der Bruder hat {Asthma|HP:0002099|brother}.` },
    { id: 'de-knochen', genre: 'radiology', text: `Befund: {Osteopenie|HP:0000938}, {Genu varum|HP:0002970}, {Klumpfuß|HP:0001762} links. {Hydrozephalus|HP:0000238|-} nicht erkennbar. Keine {Hüftdysplasie|HP:0001385|-}. {Hydronephrose|HP:0000126} beidseits, {Nabelhernie|HP:0001537}.\nFamilienanamnese: Mutter {Brustkrebs|HP:0003002|mother}, Vater {Depression|HP:0000716|father}.\nProcedere: Abklärung eines Glaukoms.` },
  ],
  es: [
    { id: 'es-piel', genre: 'clinic letter', text: `Niña de 9 años con {alopecia|HP:0001596}, {piel seca|HP:0000958} y {fotofobia|HP:0000613}. Refiere {fatiga|HP:0012378}. No hay {anemia|HP:0001903|-} ni {trombocitopenia|HP:0001873|-}. Posible glaucoma. Hermano con {asma|HP:0002099|brother}. {Infecciones recurrentes|HP:0002719} desde los 2 años, sin {prurito|HP:0000989|-}.` },
    { id: 'es-hueso', genre: 'radiology', text: `Hallazgos: {osteopenia|HP:0000938}, {genu varo|HP:0002970}, {pie zambo|HP:0001762} izquierdo. No se observa {hidrocefalia|HP:0000238|-}. Sin {displasia de cadera|HP:0001385|-}. {Hidronefrosis|HP:0000126} bilateral y {hernia umbilical|HP:0001537}.\nAntecedentes familiares: madre con {cáncer de mama|HP:0003002|mother}; padre con {depresión|HP:0000716|father}.\nPlan: descartar glaucoma.` },
  ],
  fr: [
    { id: 'fr-peau', genre: 'clinic letter', text: `Fillette de 9 ans présentant une {alopécie|HP:0001596}, une {peau sèche|HP:0000958} et une {photophobie|HP:0000613}. Elle se plaint de {fatigue|HP:0012378}. Il n'existe pas d'{anémie|HP:0001903|-} ni de {thrombopénie|HP:0001873|-}. Glaucome suspecté. Son frère a un {asthme|HP:0002099|brother}. {Infections récurrentes|HP:0002719} depuis l'âge de 2 ans, sans {prurit|HP:0000989|-}.` },
    { id: 'fr-os', genre: 'radiology', text: `Résultats : {ostéopénie|HP:0000938}, {genu varum|HP:0002970}, {pied bot|HP:0001762} gauche. Pas d'{hydrocéphalie|HP:0000238|-}. Absence de {dysplasie de hanche|HP:0001385|-}. {Hydronéphrose|HP:0000126} bilatérale et {hernie ombilicale|HP:0001537}.\nAntécédents familiaux : mère avec {cancer du sein|HP:0003002|mother} ; père {dépression|HP:0000716|father}.\nConduite à tenir : éliminer un glaucome.` },
  ],
  ja: [
    { id: 'ja-hifu', genre: 'clinic letter', text: `9歳女児。{脱毛|HP:0001596}、{皮膚乾燥|HP:0000958}、{羞明|HP:0000613}を認める。{倦怠感|HP:0012378}の訴えあり。{貧血|HP:0001903|-}や{血小板減少|HP:0001873|-}は認めない。緑内障の疑い。弟に{喘息|HP:0002099|brother}あり。{反復性感染|HP:0002719}を2歳から認めたが、{そう痒|HP:0000989|-}はなかった。` },
    { id: 'ja-hone', genre: 'radiology', text: `所見：{骨減少|HP:0000938}、{内反膝|HP:0002970}、左{内反足|HP:0001762}。{水頭症|HP:0000238|-}は認められない。{股関節形成不全|HP:0001385|-}なし。両側の{水腎症|HP:0000126}と{臍ヘルニア|HP:0001537}。\n家族歴：母に{乳癌|HP:0003002|mother}、父に{うつ病|HP:0000716|father}。\n方針：緑内障の精査。` },
  ],
  zh: [
    { id: 'zh-pifu', genre: 'clinic letter', text: `患儿，女，9岁，{脱发|HP:0001596}、{皮肤干燥|HP:0000958}、{畏光|HP:0000613}。诉{疲劳|HP:0012378}。无{贫血|HP:0001903|-}及{血小板减少|HP:0001873|-}。青光眼待排。其弟弟有{哮喘|HP:0002099|brother}。2岁起{反复感染|HP:0002719}，无{瘙痒|HP:0000989|-}。` },
    { id: 'zh-guge', genre: 'radiology', text: `检查结果：{骨质减少|HP:0000938}，{膝内翻|HP:0002970}，左侧{马蹄内翻足|HP:0001762}。未见{脑积水|HP:0000238|-}。无{髋关节发育不良|HP:0001385|-}。双侧{肾积水|HP:0000126}，{脐疝|HP:0001537}。\n家族史：母亲患{乳腺癌|HP:0003002|mother}，父亲有{抑郁|HP:0000716|father}。\n计划：排查青光眼。` },
  ],
};
