/** A view of a buffer's bytes as the plain array that the pure packages work with. */
export const bytesOf = ({ buffer, byteOffset, length }: Buffer): Uint8Array =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, length);
