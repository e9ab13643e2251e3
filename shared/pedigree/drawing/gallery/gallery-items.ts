import { figure1Items } from '#shared/pedigree/drawing/gallery/figure-1.ts';
import { figure2Items } from '#shared/pedigree/drawing/gallery/figure-2.ts';
import { figure3Items } from '#shared/pedigree/drawing/gallery/figure-3.ts';
import { figure4Items } from '#shared/pedigree/drawing/gallery/figure-4.ts';
import { figure5Items } from '#shared/pedigree/drawing/gallery/figure-5.ts';
import type { GalleryItem } from '#shared/pedigree/drawing/gallery/gallery-item.ts';

/** Every item of the figures of Bennett et al. 2022, doi 10.1002/jgc4.1621, as data in our own words. */
export const galleryItems: readonly GalleryItem[] = [...figure1Items, ...figure2Items, ...figure3Items, ...figure4Items, ...figure5Items];
