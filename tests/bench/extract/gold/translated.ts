import type { MarkedPassage } from '#tests/bench/extract/gold-passage.ts';

/** Passages in other languages, written as clinicians write and marked before the rules were tried on them. Families are invented. */
export const translatedPassages: Readonly<Record<'de' | 'es' | 'fr', readonly MarkedPassage[]>> = {
  de: [
    { id: 'de-epilepsie', genre: 'clinic letter', text: `Sehr geehrte Kollegin, wir sahen Jonas im Alter von 4 Jahren. Seit dem 6. Lebensmonat bestehen {Krampfanfälle|HP:0001250}. Es liegt eine {globale Entwicklungsverzögerung|HP:0001263} vor. Der Muskeltonus ist im Sinne einer {Hypotonie|HP:0001252} vermindert. Eine {Mikrozephalie|HP:0000252|-} besteht nicht. Kein Hinweis auf {Hepatomegalie|HP:0002240|-}.` },
    { id: 'de-marfan', genre: 'clinic letter', text: `Patientin, 23 Jahre, {Hochwuchs|HP:0000098}, {Arachnodaktylie|HP:0001166}, {Skoliose|HP:0002650} und {Myopie|HP:0000545}. Keine {Ectopia lentis|HP:0001083|-}. Der Vater hat ein {Aortenaneurysma|HP:0004942|father}.` },
    { id: 'de-herz', genre: 'request', text: `Neugeborenes mit {Ventrikelseptumdefekt|HP:0001629} und {Vorhofseptumdefekt|HP:0001631}. Zum Ausschluss einer Mikrodeletion 22q11. Keine {Gaumenspalte|HP:0000175|-}. {Hypokalzämie|HP:0002901|-} wurde ausgeschlossen.` },
    { id: 'de-verneint', genre: 'note', text: `Die Patientin verneint {Kopfschmerzen|HP:0002315|-}, {Schwindel|HP:0002321|-} und {Synkopen|HP:0001279|-}. Es besteht eine {Schwerhörigkeit|HP:0000365} beidseits.` },
    { id: 'de-familie', genre: 'clinic letter', text: `Befund: {Kleinwuchs|HP:0004322}, {Hypertelorismus|HP:0000316}, {Ptosis|HP:0000508}.\nFamilienanamnese: Die Mutter hat {Migräne|HP:0002076|mother}. Ein Onkel mütterlicherseits leidet an {Diabetes mellitus|HP:0000819|maternal uncle}.` },
    { id: 'de-niere', genre: 'clinic letter', text: `Bei dem Jungen fanden sich {Nierenzysten|HP:0000107}, eine {arterielle Hypertonie|HP:0000822} und eine {Proteinurie|HP:0000093}. {Hämaturie|HP:0000790|-} nicht nachweisbar.` },
    { id: 'de-verdacht', genre: 'note', text: `Verdacht auf Katarakt. Es zeigt sich ein {Nystagmus|HP:0000639} ohne {Strabismus|HP:0000486|-}. Mögliche Retinopathie.` },
    { id: 'de-ataxie', genre: 'clinic letter', text: `Seit zwei Jahren zunehmende {Ataxie|HP:0001251} und {Dysarthrie|HP:0001260}. {Spastik|HP:0001257} der Beine. {Tremor|HP:0001337|-} wird verneint. {Demenz|HP:0000726|-} liegt nicht vor.` },
    { id: 'de-gedeihen', genre: 'clinic letter', text: `Der Säugling zeigt eine {Gedeihstörung|HP:0001508}, {Erbrechen|HP:0002013} und {Durchfall|HP:0002014}. Weder {Fieber|HP:0001945|-} noch {Ikterus|HP:0000952|-}.\nPlan: Abklärung einer Hepatomegalie.` },
    { id: 'de-geistig', genre: 'clinic letter', text: `Das Mädchen hat eine {geistige Behinderung|HP:0001249}, {Autismus|HP:0000717} und {Schlafstörungen|HP:0002360}. {Adipositas|HP:0001513}. Die Schwester hat ebenfalls {Krampfanfälle|HP:0001250|sister}.` },
  ],
  es: [
    { id: 'es-epilepsia', genre: 'clinic letter', text: `Estimado colega: niño de 5 años con {convulsiones|HP:0001250} desde los 8 meses, {retraso global del desarrollo|HP:0001263} e {hipotonía|HP:0001252}. No presenta {microcefalia|HP:0000252|-} ni {hepatomegalia|HP:0002240|-}.` },
    { id: 'es-marfan', genre: 'clinic letter', text: `Mujer de 30 años con {talla alta|HP:0000098}, {aracnodactilia|HP:0001166}, {escoliosis|HP:0002650} y {miopía|HP:0000545}. Sin {ectopia lentis|HP:0001083|-}. El padre tiene un {aneurisma de aorta|HP:0004942|father}.` },
    { id: 'es-corazon', genre: 'request', text: `Recién nacido con {comunicación interventricular|HP:0001629} y {comunicación interauricular|HP:0001631}. Se solicita estudio para descartar microdeleción. No se observa {paladar hendido|HP:0000175|-}. {Hipocalcemia|HP:0002901|-} descartada.` },
    { id: 'es-niega', genre: 'note', text: `La paciente niega {cefalea|HP:0002315|-}, {vértigo|HP:0002321|-} y {síncope|HP:0001279|-}. Presenta {hipoacusia|HP:0000365} bilateral.` },
    { id: 'es-familia', genre: 'clinic letter', text: `Exploración: {talla baja|HP:0004322}, {hipertelorismo|HP:0000316}, {ptosis|HP:0000508}.\nAntecedentes familiares: la madre tiene {migraña|HP:0002076|mother}. Un tío materno con {diabetes mellitus|HP:0000819|maternal uncle}.` },
    { id: 'es-rinon', genre: 'clinic letter', text: `Se encontraron {quistes renales|HP:0000107}, {hipertensión arterial|HP:0000822} y {proteinuria|HP:0000093}. No hay {hematuria|HP:0000790|-}.` },
    { id: 'es-sospecha', genre: 'note', text: `Sospecha de catarata. Presenta {nistagmo|HP:0000639} sin {estrabismo|HP:0000486|-}. Posible retinopatía.` },
    { id: 'es-ataxia', genre: 'clinic letter', text: `Desde hace dos años {ataxia|HP:0001251} progresiva y {disartria|HP:0001260}, con {espasticidad|HP:0001257} en las piernas. Niega {temblor|HP:0001337|-}. No se objetiva {demencia|HP:0000726|-}.` },
    { id: 'es-medro', genre: 'clinic letter', text: `Lactante con {fallo de medro|HP:0001508}, {vómitos|HP:0002013} y {diarrea|HP:0002014}, sin {fiebre|HP:0001945|-} ni {ictericia|HP:0000952|-}.\nPlan: estudio de hepatomegalia.` },
    { id: 'es-intelectual', genre: 'clinic letter', text: `La niña tiene {discapacidad intelectual|HP:0001249}, {autismo|HP:0000717} y {trastorno del sueño|HP:0002360}. {Obesidad|HP:0001513}. Su hermana también tiene {convulsiones|HP:0001250|sister}.` },
  ],
  fr: [
    { id: 'fr-epilepsie', genre: 'clinic letter', text: `Cher confrère, j'ai vu Lucas, 5 ans, pour une {épilepsie|HP:0001250} depuis l'âge de 8 mois, un {retard global de développement|HP:0001263} et une {hypotonie|HP:0001252}. Il n'y a pas de {microcéphalie|HP:0000252|-} ni d'{hépatomégalie|HP:0002240|-}.` },
    { id: 'fr-marfan', genre: 'clinic letter', text: `Femme de 30 ans, {grande taille|HP:0000098}, {arachnodactylie|HP:0001166}, {scoliose|HP:0002650} et {myopie|HP:0000545}. Pas d'{ectopie du cristallin|HP:0001083|-}. Le père a un {anévrisme de l'aorte|HP:0004942|father}.` },
    { id: 'fr-coeur', genre: 'request', text: `Nouveau-né présentant une {communication interventriculaire|HP:0001629} et une {communication interauriculaire|HP:0001631}. Recherche de microdélétion 22q11. Absence de {fente palatine|HP:0000175|-}. {Hypocalcémie|HP:0002901|-} exclue.` },
    { id: 'fr-nie', genre: 'note', text: `La patiente nie {céphalées|HP:0002315|-}, {vertiges|HP:0002321|-} et {syncopes|HP:0001279|-}. Elle présente une {surdité|HP:0000365} bilatérale.` },
    { id: 'fr-famille', genre: 'clinic letter', text: `Examen clinique : {petite taille|HP:0004322}, {hypertélorisme|HP:0000316}, {ptosis|HP:0000508}.\nAntécédents familiaux : la mère a des {migraines|HP:0002076|mother}. Un oncle maternel a un {diabète sucré|HP:0000819|maternal uncle}.` },
    { id: 'fr-rein', genre: 'clinic letter', text: `On retrouve des {kystes rénaux|HP:0000107}, une {hypertension artérielle|HP:0000822} et une {protéinurie|HP:0000093}. Aucune {hématurie|HP:0000790|-}.` },
    { id: 'fr-suspicion', genre: 'note', text: `Suspicion de cataracte. On note un {nystagmus|HP:0000639} sans {strabisme|HP:0000486|-}. Rétinopathie possible.` },
    { id: 'fr-ataxie', genre: 'clinic letter', text: `Depuis deux ans, {ataxie|HP:0001251} progressive et {dysarthrie|HP:0001260}, avec {spasticité|HP:0001257} des membres inférieurs. Pas de {tremblement|HP:0001337|-}. Une {démence|HP:0000726|-} n'a pas été retrouvée.` },
    { id: 'fr-croissance', genre: 'clinic letter', text: `Nourrisson avec {retard de croissance|HP:0001510}, {vomissements|HP:0002013} et {diarrhée|HP:0002014}, sans {fièvre|HP:0001945|-} ni {ictère|HP:0000952|-}.\nConduite à tenir : recherche d'une hépatomégalie.` },
    { id: 'fr-intellectuel', genre: 'clinic letter', text: `La fillette a une {déficience intellectuelle|HP:0001249}, un {autisme|HP:0000717} et des {troubles du sommeil|HP:0002360}. {Obésité|HP:0001513}. Sa sœur a aussi des {crises d'épilepsie|HP:0001250|sister}.` },
  ],
};
