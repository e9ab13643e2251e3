import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { FamilyGalleryScreen } from '#renderer/features/family-gallery/family-gallery-screen.tsx';
import { galleryItems } from '#shared/pedigree/drawing/gallery/gallery-items.ts';

afterEach(cleanup);

/** The items of the nomenclature's five figures. */
const figureIds = [
  ...Array.from({ length: 9 }, (_, index) => `F1-0${String(index + 1)}`),
  ...Array.from({ length: 11 }, (_, index) => `F2-${String(index + 1).padStart(2, '0')}`),
  ...Array.from({ length: 12 }, (_, index) => `F3-${String(index + 1).padStart(2, '0')}`),
  ...Array.from({ length: 8 }, (_, index) => `F4-0${String(index + 1)}`),
  ...['1a', '1b', '1c', '1d', '1e', '1f', '2', '3', '4a', '4b', '5'].map((item) => `F5-${item}`),
];

describe('the page of pedigree symbols', () => {
  test('shows every item of the figures with a picture that says what it is, in the order of the figures', () => {
    render(<FamilyGalleryScreen />);
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual(['Gender by sex assigned at birth', 'People', 'Lines', 'Pregnancy and loss', 'Assisted reproduction']);
    const shown = screen.getAllByRole('figure').map((figure) => ({ id: figure.querySelector('b')?.textContent, picture: within(figure).getByRole('img').getAttribute('aria-label') }));
    expect(shown).toEqual(galleryItems.map(({ id, title }) => ({ id, picture: title })));
    expect([...new Set(shown.map(({ id }) => id))]).toEqual(figureIds);
  });

  test('explains the fills of an item beside it', () => {
    render(<FamilyGalleryScreen />);
    const item = screen.getAllByRole('figure').find((figure) => figure.querySelector('b')?.textContent === 'F2-10');
    expect(within(item as HTMLElement).getByRole('list', { name: 'Key' }).textContent).toBe('Huntington disease: presymptomatic, could show symptoms later');
  });
});
