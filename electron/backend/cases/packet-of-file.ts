import type { Problem } from '#shared/base/problem.ts';
import type { ReadPhenopacket } from '#shared/interchange/phenopacket/read-phenopacket.ts';

/** A packet with the file from which it came. */
export interface PacketOfFile {
  readonly fileName: string;
  readonly packet: ReadPhenopacket;
}

export function packetProblem({ fileName, packet }: PacketOfFile, severity: Problem['severity'], rule: string, message: string, pointer: string): Problem {
  return { severity, rule, message, file: fileName, line: packet.line, pointer };
}
