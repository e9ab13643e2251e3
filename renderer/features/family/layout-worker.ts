import { familyLayout } from '#renderer/features/family/family-layout.ts';
import type { LayoutAnswer, LayoutQuestion } from '#renderer/features/family/use-family-layout.ts';

/** Places large families beside the page, so that keys and the drawing go on being answered meanwhile. */
addEventListener('message', ({ data }: MessageEvent<LayoutQuestion>) => {
  const answer: LayoutAnswer = { number: data.number, layout: familyLayout(data.family, data.today) };
  postMessage(answer);
});
