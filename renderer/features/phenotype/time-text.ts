import { formatDate } from '#renderer/i18n/format.ts';
import { formatTimeElement } from '#shared/phenotype/age-text.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';

/** A time as it is read in a list: ages as clinicians say them, dates as the locale writes them, classes without the word onset. */
export function timeText(element: TimeElement, locale?: string): string {
  switch (element.kind) {
    case 'date':
      return formatDate(element.date, locale);
    case 'date-range':
      return `${formatDate(element.start, locale)} to ${formatDate(element.end, locale)}`;
    case 'gestation':
      return formatTimeElement(element).replace(' gestation', '');
    case 'term':
      return element.label.replace(/ onset$/i, '').toLowerCase();
    default:
      return formatTimeElement(element);
  }
}
