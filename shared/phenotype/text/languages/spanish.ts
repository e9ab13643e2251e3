import { cuesOf, stemmer, words } from '#shared/phenotype/text/languages/word-lists.ts';
import type { TextLanguage } from '#shared/phenotype/text/text-language.ts';

export const spanish: TextLanguage = {
  code: 'es',
  rootOf: stemmer([
    ['aciones', 'acion', 3], ['iciones', 'icion', 3], ['iones', 'ion', 3], ['idades', 'idad', 4],
    ['icas', '', 5], ['icos', '', 5], ['ica', '', 5], ['ico', '', 5], ['ias', '', 5], ['ia', '', 5],
    ['es', '', 4], ['as', '', 4], ['os', '', 4], ['a', '', 4], ['o', '', 4], ['e', '', 4], ['s', '', 4],
  ]),
  hasElision: false,
  fillers: words('de del la el los las en al a un una con su sus lo ambos ambas - ‐ ‑ – /'),
  passedOver: words('es son era esta estan fue muy leve leves moderada moderado moderados moderadas severa severo severos severas grave graves marcada marcado marcados marcadas importante importantes discreta discreto bilateral bilaterales unilateral izquierdo izquierda derecho derecha recurrente recurrentes progresiva progresivo tambien ligera ligero'),
  joining: words('y e o u , & /'),
  assertions: {
    cues: cuesOf({
      nothing: 'no solo|no solamente|sin duda',
      absent: 'no|sin|nunca|ni|tampoco|ningun|ninguna|ausencia de|libre de|en lugar de',
      absentList: 'niega|niegan|nego|sin evidencia de|sin signos de|sin datos de|sin antecedentes de|sin historia de|no hay evidencia de|no hay|no presenta|no presento|no tiene|no ha tenido|no ha presentado|no refiere|no muestra|no se observa|no se observan|no se observo|no se observaron|no se aprecia|no se aprecian|no se encontraron|no se objetivan|no se objetiva|negativo para|negativa para|descarta',
      absentEither: 'descartado|descartada|descartados|descartadas|ausente|ausentes|negado|negada|negados|negadas|negativo|negativa',
      absentBefore: 'no presente|no presentes|no observado|no observada|no observadas|no detectado|no detectada|se descarto|se descartaron|se descarta|fueron negadas|fue negada|no esta presente|no estan presentes|no se observa|no se observan|no se objetiva|no se objetivan|no aparece',
      openAfter: 'sospecha de|sospecha|posiblemente|probablemente|quizas|quiza|duda de|podria tener|puede tener|puede presentar|impresiona de|a valorar',
      openEither: 'posible|posibles|probable|probables|dudoso|dudosa|dudosos|dudosas',
      openClause: 'riesgo de|para descartar|descartar|cribado de|despistaje de|vigilar|vigilancia de|si aparece|si aparecen|si presenta|si presentara|en caso de|estudio de|busqueda de|prevenir|prevencion de|seguimiento de',
      openBefore: 'no se puede descartar|no puede descartarse|no se descarta|no descartado|no descartada|no evaluado|no evaluada|no valorado|no valorada|pendiente de valorar|pueden aparecer|puede aparecer|en estudio',
    }),
    turning: words('pero aunque embargo salvo excepto mientras porque debido con tras que cuando desde despues antes durante hasta sino'),
    stating: words('tiene tenia presenta presento presentaba muestra mostro es era esta fue hay desarrollo padece se refiere ha destaca'),
    pronouns: words('ella ellos ellas esto este'),
    newAfterAnd: words('un una el la los las tiene presenta tambien con leve marcada'),
    and: words('y e &'),
    or: words('o u ni'),
    but: words('pero embargo'),
    until: words('hasta inicialmente'),
    being: words('es son fue fueron esta estan sido ha han queda quedo quedaron'),
  },
  headings: {
    patient: 'antecedentes personales|antecedentes|historia|historia clínica|historia actual|anamnesis|exploración|exploración física|examen físico|diagnóstico|diagnósticos|resumen|impresión|juicio clínico|desarrollo|pruebas complementarias|conclusión|hallazgos|fenotipo',
    family: 'antecedentes familiares|historia familiar|familia|genealogía',
    other: 'plan|recomendaciones|recomendación|tratamiento|diagnóstico diferencial|motivo de derivación|seguimiento|medicación|alergias|estudios solicitados|solicitud',
  },
  relatives: {
    people: { madre: 'mother', mama: 'mother', padre: 'father', papa: 'father', padres: 'parent', hermano: 'brother', hermana: 'sister', hermanos: 'sibling', hermanas: 'sister', hijo: 'son', hija: 'daughter', abuela: 'grandmother', abuelo: 'grandfather', abuelos: 'grandparent', tio: 'uncle', tia: 'aunt', primo: 'cousin', prima: 'cousin', sobrino: 'nephew', sobrina: 'niece', marido: 'partner', esposa: 'partner', familiares: 'relative', familiar: 'relative' },
    maternal: words('materno materna maternos maternas'),
    paternal: words('paterno paterna paternos paternas'),
    beside: words('con por de para segun'),
    holding: words('en'),
    patient: words('paciente nino nina varon probando probanda lactante'),
    describing: words('el la los las su sus un una mi dos ambos hermano mayor menor'),
    telling: words('refiere refieren refirio niega niegan cuenta cuentan observo noto describe relata'),
  },
};
