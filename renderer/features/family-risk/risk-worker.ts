import { answerRisk, type RiskAnswer, type RiskAsked } from '#renderer/features/family-risk/answer-risk.ts';

/** Works out large families beside the page, so that keys and clicks go on being answered meanwhile. */
addEventListener('message', ({ data }: MessageEvent<{ readonly number: number; readonly asked: RiskAsked }>) => {
  const answer: { readonly number: number; readonly answer: RiskAnswer } = { number: data.number, answer: answerRisk(data.asked) };
  postMessage(answer);
});
