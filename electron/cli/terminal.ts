import type { CliIo } from '#electron/cli/cli-command.ts';

/** A line of progress on standard error, drawn over and over; nothing where that is no terminal. */
export interface ProgressLine {
  readonly show: CliIo['progress'];
  /** Takes the line away, before anything else is written. */
  readonly clear: () => void;
}

/** Not more often than the eye can follow. */
const millisecondsBetween = 100;

export function createProgressLine(stream: NodeJS.WriteStream): ProgressLine {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  let isShown = false;
  let last = 0;
  return {
    show: (done, total, label) => {
      const now = performance.now();
      if (isShown && now - last < millisecondsBetween) return;
      last = now;
      isShown = true;
      const amount = total === null || total === 0 ? String(done) : `${Math.floor((100 * done) / total)} %`;
      stream.write(`\r\u001B[K${printable(label)} ${amount}`);
    },
    clear: () => {
      if (isShown) stream.write('\r\u001B[K');
      isShown = false;
    },
  };
}

/**
 * Stops a file name or message from steering the terminal (escape sequences) or from pretending to be several lines: control
 * characters become question marks.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu, '?');
}

/** Reads a secret from the terminal without showing it; null where there is no terminal or the user breaks off. */
export async function askSecret(prompt: string, input: NodeJS.ReadStream, output: NodeJS.WriteStream): Promise<string | null> {
  if (!input.isTTY) return null;
  output.write(prompt);
  input.setRawMode(true);
  input.setEncoding('utf8');
  input.resume();
  try {
    return await new Promise((resolve) => {
      let secret = '';
      const onData = (piece: string) => {
        for (const character of piece) {
          const step = secretStep(secret, character);
          if (step.kind === 'going-on') secret = step.secret;
          else {
            input.off('data', onData);
            resolve(step.kind === 'entered' ? secret : null);
            return;
          }
        }
      };
      input.on('data', onData);
    });
  } finally {
    input.setRawMode(false);
    input.pause();
    output.write('\n');
  }
}

type SecretStep = { readonly kind: 'going-on'; readonly secret: string } | { readonly kind: 'entered' } | { readonly kind: 'broken-off' };

function secretStep(secret: string, character: string): SecretStep {
  switch (character) {
    case '\r':
    case '\n':
      return { kind: 'entered' };
    case '\u0003':
    case '\u0004':
      return { kind: 'broken-off' };
    case '\u007F':
    case '\b':
      return { kind: 'going-on', secret: [...secret].slice(0, -1).join('') };
    default:
      return { kind: 'going-on', secret: character < ' ' ? secret : secret + character };
  }
}
