import type { CliCommand, CliIo, ExitCode, ParsedArguments } from '#electron/cli/cli-command.ts';
import { readVcfLines } from '#electron/cli/vcf-input.ts';
import { counted } from '#shared/base/counted.ts';
import { createVcfCheck, type VcfCheckReport } from '#shared/variant/vcf/check/check-vcf.ts';

export const vcfCheckCommand: CliCommand = {
  path: ['vcf', 'check'],
  usage: 'FILE',
  summary: 'checks a VCF file, plain, gzip or bgzip, against versions 4.1 to 4.5: what breaks the rules and what is odd, with line numbers. Exit code 1 where the file breaks its specification',
  options: [],
  flags: [],
  run: check,
};

async function check(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const [path, ...more] = args.positional;
  if (path === undefined || more.length > 0) {
    io.complain('nostos vcf check: expected one VCF file.');
    return 2;
  }
  const checked = createVcfCheck();
  const read = await readVcfLines(path, io, checked.line);
  if (!read.ok) {
    io.complain(read.error);
    return 2;
  }
  if (!read.value.text.hasEndBlock()) checked.tell('warning', 'bgzip-end', 0, 'the empty block that ends a bgzip file is missing: the file may be cut off');
  const report = checked.end(read.value.isEnded);
  const name = path === '-' ? 'standard input' : path;
  if (args.flags.has('json')) io.print(JSON.stringify({ file: name, ...report }));
  else tell(report, name, io);
  return report.errors > 0 ? 1 : 0;
}

function tell(report: VcfCheckReport, name: string, io: CliIo): void {
  for (const { severity, rule, line, message } of report.findings) io.print(`${name}${line === 0 ? '' : `:${String(line)}`}: ${severity}: ${message} [${rule}]`);
  for (const [rule, count] of Object.entries(report.counts)) {
    const shown = report.findings.filter((finding) => finding.rule === rule).length;
    if (count > shown) io.print(`${name}: ${String(count - shown)} more [${rule}]`);
  }
  io.print(`${name}: ${report.version === null ? 'no known version' : `VCF ${report.version}`}, ${counted(report.records, 'record')}, ${counted(report.samples, 'sample')}, ${counted(report.contigs.length, 'contig')}; ${counted(report.errors, 'error')}, ${counted(report.warnings, 'warning')}`);
}
