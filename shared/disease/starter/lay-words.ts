/** What families say, by HPO label; several are separated by semicolons. */
export const layWords: Readonly<Record<string, string>> = {
  Hypotonia: 'floppy baby; floppiness; low muscle tone; floppy muscles',
  Seizure: 'fits; fit; convulsions; epileptic attack; seizures',
  Microcephaly: 'small head; head too small; small head size',
  Macrocephaly: 'big head; large head; head too big',
};
