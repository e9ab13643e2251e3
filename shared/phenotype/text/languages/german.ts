import { cuesOf, stemmer, words } from '#shared/phenotype/text/languages/word-lists.ts';
import type { TextLanguage } from '#shared/phenotype/text/text-language.ts';

export const german: TextLanguage = {
  code: 'de',
  rootOf: stemmer([
    ['ischen', '', 5], ['ischer', '', 5], ['isches', '', 5], ['ische', '', 5], ['isch', '', 5],
    ['igkeit', '', 5], ['igen', '', 5], ['iger', '', 5], ['iges', '', 5], ['ige', '', 5], ['ig', '', 5],
    ['ungen', 'ung', 4], ['ien', '', 5], ['ie', '', 5], ['ern', '', 4], ['en', '', 4], ['er', '', 4], ['es', '', 4], ['em', '', 4], ['e', '', 4], ['n', '', 5], ['s', '', 5],
  ]),
  hasElision: false,
  fillers: words('der die das des dem den ein eine einer eines einem einen im in am an auf von vom zu zur zum sein seine seiner ihr ihre ihrer beide beider - ‐ ‑ – /'),
  passedOver: words('ist sind war waren wird wurde wurden hat hatte sehr leicht leichte leichter leichten massig massige mittelgradig mittelgradige schwer schwere schwerer schweren ausgepragt ausgepragte ausgepragten deutlich deutliche deutlichen beidseits beidseitig beidseitige beidseitigen einseitig einseitige links rechts linksseitig rechtsseitig rezidivierend rezidivierende rezidivierenden progrediente progredient auch bekannte bekannten zunehmend zunehmende'),
  joining: words('und oder sowie , & /'),
  assertions: {
    cues: cuesOf({
      nothing: 'nicht nur|zweifellos',
      absent: 'kein|keine|keinen|keiner|keines|keinerlei|nicht|ohne|weder|noch|nie|niemals|frei von|anstatt|statt',
      absentList: 'verneint|verneinen|kein hinweis auf|keine hinweise auf|keinen hinweis auf|kein anhalt fur|keinen anhalt fur|ohne hinweis auf|ohne anhalt fur|kein nachweis von|ohne nachweis von|keine anzeichen fur|keine zeichen von|keine zeichen einer|keine zeichen eines|negativ fur|unauffallig fur',
      absentEither: 'ausgeschlossen|verneint|negativ',
      absentBefore: 'nicht vorhanden|nicht nachweisbar|nicht nachgewiesen|nicht beobachtet|nicht festgestellt|nicht gefunden|nicht gesehen|nicht erkennbar|nicht aufgetreten|nicht bekannt|nicht zu sehen|liegt nicht vor|lag nicht vor|liegen nicht vor|lagen nicht vor|besteht nicht|bestehen nicht|bestand nicht|bestanden nicht|trat nicht auf|traten nicht auf|zeigte sich nicht|zeigten sich nicht|wurden verneint|wurde verneint|werden verneint|wird verneint',
      openAfter: 'verdacht auf|v . a .|moglicherweise|vermutlich|wahrscheinlich|eventuell|evtl|frage nach|zustand wie bei',
      openEither: 'moglich|mogliche|moglicher|fraglich|fragliche|unklar|unwahrscheinlich',
      openClause: 'zum ausschluss|ausschluss|risiko fur|risiko von|risiko einer|risiko eines|erhohtes risiko|gefahr von|gefahr einer|screening auf|abklarung|uberwachung auf|kontrolle auf|kontrollen auf|untersuchung auf|falls|wenn|ob|sollte|sollten|konnte auftreten|im falle|suche nach|auszuschliessen',
      openBefore: 'nicht ausgeschlossen|nicht auszuschliessen|nicht sicher ausgeschlossen|ausgeschlossen werden soll|nicht untersucht|nicht gepruft|nicht beurteilbar|auftreten konnen|auftreten kann|entwickeln kann',
    }),
    turning: words('aber jedoch allerdings obwohl ausser wobei wahrend weil wegen nach vor mit trotz dann sondern dagegen hingegen bis'),
    stating: words('hat hatte haben zeigt zeigte zeigen ist war sind waren besteht bestehen bestand weist wies entwickelte leidet fand fanden findet fiel fallt'),
    pronouns: words('er sie es wir ich dies diese dabei'),
    newAfterAnd: words('ein eine einen der die das hat hatte ist war zeigt auch mit leichte deutliche schwere er sie'),
    and: words('und sowie &'),
    or: words('oder noch bzw'),
    but: words('aber jedoch'),
    until: words('bis anfangs zunachst'),
    being: words('ist sind war waren wurde wurden wird werden worden konnte konnten ausserdem auch'),
  },
  headings: {
    patient: 'anamnese|eigenanamnese|vorgeschichte|befund|befunde|klinischer befund|untersuchung|untersuchungsbefund|körperliche untersuchung|klinik|diagnose|diagnosen|zusammenfassung|beurteilung|entwicklung|schwangerschaft und geburt|bildgebung|symptome',
    family: 'familienanamnese|familie|stammbaum|fa',
    other: 'plan|procedere|prozedere|empfehlung|empfehlungen|weiteres vorgehen|differentialdiagnose|differentialdiagnosen|differenzialdiagnose|differenzialdiagnosen|fragestellung|therapie|medikation|allergien|überweisung',
  },
  relatives: {
    people: { mutter: 'mother', kindsmutter: 'mother', kindesmutter: 'mother', vater: 'father', kindsvater: 'father', kindesvater: 'father', eltern: 'parent', bruder: 'brother', schwester: 'sister', geschwister: 'sibling', sohn: 'son', tochter: 'daughter', grossmutter: 'grandmother', 'großmutter': 'grandmother', oma: 'grandmother', grossvater: 'grandfather', 'großvater': 'grandfather', opa: 'grandfather', onkel: 'uncle', tante: 'aunt', cousin: 'cousin', cousine: 'cousin', vetter: 'cousin', kusine: 'cousin', neffe: 'nephew', nichte: 'niece', ehemann: 'partner', ehefrau: 'partner', verwandte: 'relative', verwandten: 'relative' },
    maternal: words('mutterlicherseits mutterliche mutterlicher mutterlichen maternale maternaler'),
    paternal: words('vaterlicherseits vaterliche vaterlicher vaterlichen paternale paternaler'),
    beside: words('mit von vom durch fur begleitung laut'),
    holding: words('bei beim in'),
    patient: words('er sie es patient patientin kind junge madchen saugling'),
    describing: words('der die das dem den seine seiner seinem sein ihre ihrer ihrem ihr einer einem eine ein mutterlichen vaterlichen alteren jungeren altere jungere alterer jungerer beiden'),
    telling: words('berichtet berichtete berichten schildert schilderte verneint verneinte bemerkte sagt gibt gab'),
  },
};
