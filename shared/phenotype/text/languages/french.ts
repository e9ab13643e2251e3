import { cuesOf, stemmer, words } from '#shared/phenotype/text/languages/word-lists.ts';
import type { TextLanguage } from '#shared/phenotype/text/text-language.ts';

export const french: TextLanguage = {
  code: 'fr',
  rootOf: stemmer([
    ['iques', '', 5], ['ique', '', 5], ['ies', '', 5], ['ie', '', 5], ['aux', 'al', 4], ['ales', 'al', 4], ['ale', 'al', 4],
    ['euses', 'eu', 4], ['euse', 'eu', 4], ['eux', 'eu', 4], ['ives', 'if', 4], ['ive', 'if', 4], ['ifs', 'if', 4],
    ['ees', '', 4], ['ee', '', 4], ['es', '', 4], ['e', '', 4], ['s', '', 4], ['x', '', 4],
  ]),
  hasElision: true,
  fillers: words("de du des d l le la les en au aux a un une sur son sa ses leur leurs deux d' l' d’ l’ - ‐ ‑ – /"),
  passedOver: words('est sont etait etaient tres leger legere legers legeres modere moderee moderes moderees severe severes marque marquee important importante importants discret discrete bilateral bilaterale bilaterales bilateraux unilateral unilaterale gauche droit droite recidivant recidivants recidivantes progressif progressive aussi'),
  joining: words('et ou , & /'),
  assertions: {
    cues: cuesOf({
      nothing: 'pas seulement|non seulement|sans doute',
      absent: "pas de|pas d'|pas d’|pas|sans|aucun|aucune|jamais|ni|absence de|absence d'|absence d’|non|indemne de",
      absentList: "nie|nient|pas de signe de|pas de signes de|sans signe de|aucun signe de|pas d' argument pour|sans argument pour|pas d' antecedent de|pas d' antecedents de|sans antecedent de|negatif pour|negative pour|ne presente pas|ne presente pas de|ne presente ni|n' a pas|n' a pas de|n' a jamais eu de|il n' y a pas de",
      absentEither: 'exclu|exclue|exclus|exclues|absent|absente|absents|absentes|ecarte|ecartee|ecartes|ecartees|negatif|negative',
      absentBefore: "n' est pas retrouvee|n' est pas retrouve|non retrouve|non retrouvee|non retrouvees|n' a pas ete retrouve|n' a pas ete retrouvee|n' a pas ete observe|n' a pas ete observee|n' ont pas ete observees|n' ont pas ete observes|n' ont pas ete retrouvees|pas observe|pas observee|pas retrouve|pas retrouvee|n' est pas presente|n' est pas present",
      openAfter: "suspicion de|suspicion d'|suspecte|possiblement|probablement|doute sur|peut avoir|pourrait avoir|evoque|evoquant",
      openEither: 'possible|possibles|probable|probables|eventuel|eventuelle|eventuelles|douteux|douteuse',
      openClause: "risque de|risque d'|risques de|a la recherche de|a la recherche d'|recherche de|recherche d'|pour exclure|pour eliminer|eliminer|depistage de|depistage d'|depistage des|surveillance de|surveillance d'|si|en cas de|en cas d'|prevenir|prevention de",
      openBefore: "ne peut etre exclu|ne peut etre exclue|n' est pas exclu|n' est pas exclue|pas exclu|pas exclue|n' est pas eliminee|non evalue|non evaluee|n' a pas ete evalue|n' a pas ete evaluee|peut apparaitre|peuvent apparaitre",
    }),
    turning: words('mais cependant toutefois sauf hormis tandis car avec apres qui lorsque depuis malgre pendant avant puis parce'),
    stating: words('presente presentait montre est etait sont developpe souffre existe note retrouve revele'),
    pronouns: words('il elle nous on ils elles ce cela'),
    newAfterAnd: words('un une le la les des presente est aussi avec a'),
    and: words('et &'),
    or: words('ou ni'),
    but: words('mais cependant'),
    until: words("jusqu jusqu' initialement"),
    being: words('est sont etait etaient ete a ont semble'),
  },
  headings: {
    patient: 'antécédents personnels|antécédents|histoire|histoire de la maladie|anamnèse|examen|examen clinique|diagnostic|diagnostics|résumé|conclusion|développement|examens complémentaires|imagerie|synthèse|grossesse et naissance|phénotype',
    family: 'antécédents familiaux|histoire familiale|famille|généalogie|arbre généalogique',
    other: 'conduite à tenir|cat|projet|recommandations|traitement|traitements|diagnostic différentiel|diagnostics différentiels|plan|surveillance|suivi|allergies|motif|question|examens demandés',
  },
  relatives: {
    people: { mere: 'mother', maman: 'mother', pere: 'father', papa: 'father', parents: 'parent', frere: 'brother', freres: 'brother', sœur: 'sister', soeur: 'sister', seur: 'sister', fratrie: 'sibling', fils: 'son', fille: 'daughter', 'grand-mere': 'grandmother', 'grand-pere': 'grandfather', oncle: 'uncle', tante: 'aunt', cousin: 'cousin', cousine: 'cousin', neveu: 'nephew', niece: 'niece', mari: 'partner', epouse: 'partner', apparentes: 'relative' },
    maternal: words('maternel maternelle maternels maternelles'),
    paternal: words('paternel paternelle paternels paternelles'),
    beside: words('avec par de du selon pour'),
    holding: words('chez'),
    patient: words('patient patiente enfant garcon fillette nourrisson proband probante il elle'),
    describing: words('le la les l son sa ses un une leur leurs deux grand grande petit petite'),
    telling: words('rapporte rapportent decrit decrivent signale nie raconte note remarque'),
  },
};
