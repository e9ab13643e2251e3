import { afterEach, describe, expect, test } from 'vitest';
import { forgetCase, forgetJourney, goBack, goForward, goTo, openCase, usePlace } from '#renderer/state/place.ts';

afterEach(forgetJourney);

const here = () => usePlace.getState().place;

describe('the way through the screens', () => {
  test('goes back and forward, and a new turn ends the way forward', () => {
    openCase('c1', 'phenotype');
    openCase('c1', 'diagnosis');
    goBack();
    expect(here()).toEqual({ kind: 'case', caseId: 'c1', section: 'phenotype' });
    goForward();
    expect(here()).toEqual({ kind: 'case', caseId: 'c1', section: 'diagnosis' });
    goBack();
    goTo({ kind: 'settings' });
    goForward();
    expect(here()).toEqual({ kind: 'settings' });
  });

  test('does not count going where one is', () => {
    goTo({ kind: 'caseload' });
    expect(usePlace.getState().behind).toEqual([]);
  });

  test('keeps the open case while other screens are shown', () => {
    openCase('c1');
    goTo({ kind: 'knowledge' });
    expect(usePlace.getState().openCaseId).toBe('c1');
  });

  test('never leads back to a deleted case', () => {
    openCase('c1');
    openCase('c2');
    forgetCase('c1');
    goBack();
    expect(here()).toEqual({ kind: 'caseload' });
    forgetCase('c2');
    goForward();
    expect(usePlace.getState()).toMatchObject({ place: { kind: 'caseload' }, openCaseId: null, ahead: [] });
  });

  test('writes nothing of a case into the address', () => {
    const before = window.location.href;
    openCase('c1', 'diagnosis');
    expect(window.location.href).toBe(before);
  });
});
