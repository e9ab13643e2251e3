import { cutText } from '#shared/base/cut-text.ts';
import { messageOf, messagesOf, textOf, type Message } from '#shared/interchange/phenopacket/check-message.ts';

const longestLine = 500;
const mostReferences = 50;

/** The publications that the packet rests on, a line each: `PMID:30808312 Title`. */
export function readReferences(packet: Message): string[] {
  const lines = messagesOf(messageOf(packet, 'metaData'), 'externalReferences').map((reference) => [textOf(reference, 'id') || textOf(reference, 'reference'), textOf(reference, 'description')].map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '').join(' '));
  return [...new Set(lines)].filter((line) => line !== '').slice(0, mostReferences).map((line) => cutText(line, longestLine));
}
