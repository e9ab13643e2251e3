/**
 * Whether a PDF holds pictures of a kind that is not drawn here: JBIG2 and fax (CCITT), in which scanners write, and JPEG 2000. Their decoders are WebAssembly, which the
 * policy of the page refuses. Such a picture is left out without a word, and a scanned page would look empty; so it has to be said.
 *
 * Read from the bytes: what is packed in how stands unpacked before each picture, since one stream cannot lie in another.
 */
export function hasUndrawnPictures(bytes: Uint8Array): boolean {
  return /\/(?:JBIG2Decode|JPXDecode|CCITTFaxDecode|CCF)\b/.test(new TextDecoder('latin1').decode(bytes));
}
