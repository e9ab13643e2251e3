/**
 * What words say of the findings around them. absent: looked for and not there; open: possible, feared, planned or looked for, so
 * neither observed nor excluded; nothing: looks like a negation and is none.
 */
export type CueMeaning = 'absent' | 'open' | 'nothing';

export interface AssertionCue {
  readonly words: readonly string[];
  readonly meaning: CueMeaning;
  /** after: of what follows; before: of what stands before it; either: after a form of `be` of what stands before, else of what follows. */
  readonly side: 'after' | 'before' | 'either';
  /** touching: the name beside it; near: as far as one list joined by `or`; list: over commas; clause: to its end, over verbs and pronouns. */
  readonly reach: 'touching' | 'near' | 'list' | 'clause';
}

export const cues = (meaning: CueMeaning, side: AssertionCue['side'], reach: AssertionCue['reach'], text: string): AssertionCue[] =>
  text.split('|').map((phrase) => ({ words: phrase.trim().split(' '), meaning, side, reach }));

const all: readonly AssertionCue[] = [
  ...cues('nothing', 'after', 'near', 'not only|for no reason|no apparent reason|no obvious reason|no particular reason|no doubt|without doubt|no doubt that|not uncommon|not uncommonly|not surprisingly|not just|no clear cause for|no treatment for|without treatment for|no cause for|no explanation for'),
  ...cues('open', 'after', 'near', 'no further|no longer|no change in|no change|no increase in|no increase|no improvement in|no worsening of|no deterioration in|not worse|no other|no more|not necessarily|not sure whether|not clear whether'),
  ...cues('absent', 'after', 'near', 'no|not|without|never|neither|nor|non|free of|free from|absence of|lack of|lacks|none of|cannot|doesnt|didnt|hasnt|isnt|wasnt|hadnt|havent|arent|werent|rather than|instead of|nil|nil of|not known to have|- ve for|never any|nothing to suggest|no sign|no trace of|nobody has had|no one has had|noone has had|nobody has|no one has'),
  ...cues('absent', 'after', 'list', 'denies|denying|deny|negative for|neg for|no evidence of|no evidence for|no history of|no h / o|no signs of|no sign of|no symptoms of|no features of|no clinical evidence of|no family history of|unremarkable for|not have|did not show|does not show|no signs or symptoms of|negative history of|not shown|no indication of|never had|no suggestion of'),
  ...cues('absent', 'either', 'near', 'absent|excluded|ruled out|denied|negative'),
  ...cues('absent', 'before', 'near', 'not present|not seen|not found|not observed|not detected|not noted|not identified|not evident|not apparent|not demonstrated|not visualized|not elicited|not shown|not there|never present|never seen|never noted|never documented|never reported|never recorded|not documented|not reported|not recorded|not elicitable|not felt|not palpable|not heard|not developed|not been seen|not been found|not been noted|not been observed|not a feature'),
  ...cues('absent', 'before', 'touching', ': no|: none|: absent|: nil|: negative|( no )|( - )|( nil )|-ve|- ve|− ve|- nil|– nil'),
  ...cues('open', 'before', 'touching', '- free|free'),
  ...cues('open', 'before', 'near', 'as a risk|were discussed|was discussed|explained as|can develop|may develop|might develop|could develop|can occur|may occur|might occur|unconfirmed|not be excluded|cannot be excluded|not be ruled out|cannot be ruled out|not excluded|not been excluded|not ruled out|not confirmed|not be confirmed|not been confirmed|suspected|is possible|is likely|is unlikely|was possible|is questionable|unlikely|not assessed|not examined|not tested|not been assessed|not been examined|not been tested|not be assessed'),
  ...cues('open', 'after', 'near', 'possible|possibly|probable|probably|suspected|suspicion of|concern for|concerns for|query|queried|questionable|potential|may have|might have|could have|may be|might be|could be|cannot exclude|cannot rule out|not exclude|could not exclude|suggestive of|question of|likely|unlikely|equivocal|borderline|rather than a|as if'),
  ...cues('open', 'after', 'clause', 'risk of|risks of|risk for|at risk|screen for|screened for|screening for|screening|look for|looking for|to exclude|exclude a|to rule out|rule out|r / o|monitor for|monitoring for|monitored for|watch for|watching for|surveillance for|surveillance|evaluate for|assess for|test for|tested for|testing for|check for|checked for|checking for|examined for|if|in case|in case of|chance of|possibility of|likelihood of|probability of|worried about|fear of|anxious about|differential|can cause|may cause|counseled about|advised about|in the event of|panel for|predisposes to|predisposition to|susceptibility to|known to cause|syndrome is associated with|complications such as|complications include|prevent|to prevent|prophylaxis|unless|whether'),
];

/** Under the first word of each, longest first. */
export const assertionCues: ReadonlyMap<string, readonly AssertionCue[]> = groupByFirstWord(all);

/** Words at which what was said before no longer holds. */
export const turningWords: ReadonlySet<string> = new Set(['but', 'however', 'although', 'though', 'except', 'apart', 'aside', 'yet', 'whereas', 'while', 'because', 'due', 'since', 'despite', 'which', 'who', 'whose', 'when', 'until', 'then', 'otherwise', 'still', 'with', 'after', 'before', 'during', 'following', 'besides', 'instead', 'plus', 'secondary', 'positive', 'till']);
/** Verbs and pronouns with which a new statement begins. */
export const statingWords: ReadonlySet<string> = new Set(['has', 'had', 'have', 'having', 'is', 'was', 'are', 'were', 'shows', 'showed', 'revealed', 'reveals', 'demonstrated', 'developed', 'develops', 'presented', 'presents', 'needs', 'needed', 'required', 'requires', 'suffers', 'experienced', 'remains', 'noted', 'did', 'does']);
export const pronouns: ReadonlySet<string> = new Set(['he', 'she', 'they', 'there', 'it', 'we', 'i', 'this', 'these', 'examination', 'on']);
/** After `and` these begin something new: `no cleft and a high palate`. */
export const newAfterAnd: ReadonlySet<string> = new Set(['a', 'an', 'the', 'has', 'had', 'is', 'was', 'are', 'were', 'he', 'she', 'his', 'her', 'there', 'also', 'with', 'some', 'mild', 'moderate', 'severe', 'shows', 'showed', 'developed', 'they']);

export function groupByFirstWord(list: readonly AssertionCue[]): Map<string, AssertionCue[]> {
  const groups = new Map<string, AssertionCue[]>();
  for (const cue of list) {
    const first = cue.words[0] ?? '';
    groups.set(first, [...(groups.get(first) ?? []), cue].sort((a, b) => b.words.length - a.words.length));
  }
  return groups;
}
