import type { FamilyView } from '#shared/casefile/family-view/family-view.ts';
import { escapedHtml } from '#shared/interchange/documents/document-html.ts';
import { answersFormat } from '#shared/interchange/questionnaire/answers.ts';
import { pageScript } from '#shared/interchange/questionnaire/page-script.ts';
import { englishRelations } from '#shared/pedigree/relation-english.ts';
import { relationsToProband } from '#shared/pedigree/relation-words.ts';
import { familyStructure } from '#shared/pedigree/structure.ts';

export interface QuestionnaireChoices {
  readonly caseId: string;
  readonly clinicName: string;
  /** SHA-256 of `pageScript` in base64, so that the page runs this script and no other. */
  readonly scriptHash: string;
}

/**
 * A questionnaire that a family takes home: one HTML file that works without network and gives its answers to a file.
 *
 * Attack: a name typed by somebody becomes markup or script in the page of the next reader. The data stand as JSON in which no `<` is left, go into the page as text,
 * and the page's policy allows this script by its hash and no connection at all.
 */
export function questionnaireHtml(view: FamilyView, { caseId, clinicName, scriptHash }: QuestionnaireChoices): string {
  const structure = familyStructure(view.family);
  const relations = relationsToProband(view.family, structure, () => '');
  const isProband = (personId: string): boolean => structure.individualOf.get(personId)?.isProband === true;
  const people = view.people
    .filter(({ personId, facts }) => structure.individualOf.get(personId)?.life.kind === 'person' && facts.length > 0)
    .toSorted((first, second) => Number(isProband(second.personId)) - Number(isProband(first.personId)))
    .map(({ personId, name, facts }) => {
      const relation = clinicalOnly.has(relations.get(personId) ?? '') ? '' : (relations.get(personId) ?? '');
      return { personId, heading: [name, relation].filter((part) => part !== '').join(', ') || 'A relative', called: name === '' ? 'this person' : name, facts };
    });
  const data = JSON.stringify({ format: answersFormat, caseId, people, general: generalQuestions }).replaceAll('<', '\\u003c');
  const title = view.probandName === '' ? 'Questions about your family' : `Questions about ${view.probandName}’s family`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapedHtml(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${escapedHtml(title)}</h1>
<p>${escapedHtml(clinicName === '' ? 'Your clinic' : clinicName)} has written this down. Please say what is right and what is not. “Not sure” is a good answer.</p>
<p>This page works without the internet and sends nothing. When you are done, save your answers: that makes a file, <b>answers.json</b>, which you bring or send back the way your clinic asked. Keep it as safe as a medical letter.</p>
<label for="by">Who is answering? <input type="text" id="by" maxlength="200" autocomplete="off"></label>
</header>
<main></main>
<footer><button type="button" id="save">Save my answers</button><p id="state" role="status"></p></footer>
<noscript>This page needs JavaScript for its buttons. You can also print it and write on it.</noscript>
<script type="application/json" id="questions">${data}</script>
<script>${pageScript}</script>
</body>
</html>
`;
}

/** What a family would not call one of its own. */
const clinicalOnly: ReadonlySet<string> = new Set([englishRelations['relation.proband'], englishRelations['relation.other']]);

const generalQuestions = [
  'Is anybody missing: children, brothers or sisters, aunts or uncles, half-brothers or half-sisters? Also those who died young.',
  'Has anybody in the family had an illness like this, or been told that it runs in the family?',
  'Is there anything else that you would like us to know?',
] as const;

const pageStyle = `
:root { color-scheme: light dark; font: 18px/1.5 'Inter', 'Segoe UI', system-ui, sans-serif; }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 6rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.2rem; margin: 0 0 .75rem; }
section { border-top: 1px solid; border-color: color-mix(in srgb, currentColor 25%, transparent); margin-top: 2rem; padding-top: 1.25rem; }
fieldset { border: 0; padding: 0; margin: 0 0 1.25rem; }
legend { padding: 0; font-weight: 600; }
legend small { font-weight: 400; margin-left: .6rem; }
.choices { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .4rem; }
.choice { display: inline-flex; gap: .5rem; align-items: center; min-height: 44px; padding: 0 1rem 0 .75rem; border: 1px solid; border-radius: 8px; cursor: pointer; }
.choice input { width: 1.1rem; height: 1.1rem; margin: 0; }
.said, .free, header label { display: block; margin-top: .6rem; }
[hidden] { display: none; }
input[type=text], textarea { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: .5rem .6rem; margin-top: .25rem; border: 1px solid; border-radius: 8px; background: transparent; color: inherit; }
:focus-visible { outline: 3px solid #0a7d6f; outline-offset: 2px; }
footer { position: sticky; bottom: 0; padding: 1rem 0; background: Canvas; display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; }
footer p { margin: 0; }
button { font: inherit; font-weight: 600; min-height: 44px; padding: 0 1.25rem; border: 0; border-radius: 8px; background: #0a5f56; color: #fff; cursor: pointer; }
@page { margin: 15mm; }
@media print { :root { font-size: 13px; } body { max-width: none; padding: 0; } .choice { min-height: 2.2rem; } footer { display: none; } .said[hidden] { display: block; } h2 { break-after: avoid; } fieldset, .free { break-inside: avoid; } section { margin-top: 1rem; } }
`;
