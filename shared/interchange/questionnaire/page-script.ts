/**
 * What the questionnaire does by itself in the family's browser: builds the questions from the data in the page and saves the answers to a file. No network, no storage:
 * what is typed is in the page until it is saved. Everything shown goes in as text, never as markup.
 */
export const pageScript = `(() => {
'use strict';
const data = JSON.parse(document.getElementById('questions').textContent);
const main = document.querySelector('main');
let isSaved = true;
const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};
const choices = [['confirmed', 'That is right'], ['correction', 'Not right'], ['not-sure', 'Not sure']];
const rows = [];
let count = 0;
const askFact = (personId, fact) => {
  count += 1;
  const name = 'q' + count;
  const said = make('input', { type: 'text', id: name + '-said', maxLength: 2000 });
  const label = make('label', { htmlFor: said.id, className: 'said' }, 'What is right?', said);
  label.hidden = true;
  const buttons = choices.map(([value, words]) => {
    const input = make('input', { type: 'radio', name, value });
    input.addEventListener('change', () => { label.hidden = value !== 'correction'; });
    return make('label', { className: 'choice' }, input, words);
  });
  rows.push(() => {
    const chosen = document.querySelector('input[name="' + name + '"]:checked');
    return chosen === null ? null : { personId, fact: fact.fact, shown: fact.words, answer: chosen.value, said: chosen.value === 'correction' ? said.value.trim() : '' };
  });
  const legend = make('legend', {}, fact.group === 'has-not' ? 'Does not have: ' + fact.words : fact.words, fact.since === '' ? '' : make('small', {}, fact.since));
  return make('fieldset', {}, legend, make('div', { className: 'choices' }, ...buttons), label);
};
const askFree = (personId, question) => {
  count += 1;
  const area = make('textarea', { id: 'q' + count, rows: 2, maxLength: 4000 });
  rows.push(() => (area.value.trim() === '' ? null : { personId, fact: 'other', shown: question, answer: 'addition', said: area.value.trim() }));
  return make('label', { className: 'free', htmlFor: area.id }, question, area);
};
for (const person of data.people) {
  main.append(make('section', {}, make('h2', {}, person.heading), ...person.facts.map((fact) => askFact(person.personId, fact)), askFree(person.personId, 'Is anything else important about the health of ' + person.called + '?')));
}
main.append(make('section', {}, make('h2', {}, 'The whole family'), ...data.general.map((question) => askFree(null, question))));
main.addEventListener('input', () => { isSaved = false; });
addEventListener('beforeunload', (event) => { if (!isSaved) event.preventDefault(); });
document.getElementById('save').addEventListener('click', () => {
  const answers = rows.map((read) => read()).filter((answer) => answer !== null);
  const file = { format: data.format, version: 1, caseId: data.caseId, saidBy: document.getElementById('by').value.trim(), savedOn: new Date().toISOString().slice(0, 10), answers };
  const link = make('a', { href: URL.createObjectURL(new Blob([JSON.stringify(file, null, 1)], { type: 'application/json' })), download: 'answers.json' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  isSaved = true;
  document.getElementById('state').textContent = 'Saved as answers.json, with ' + answers.length + (answers.length === 1 ? ' answer.' : ' answers.') + ' Send or bring this file back.';
});
})();`;
