/** Where a record begins. Bytes count from 0, records from 1. */
export interface RecordPlace {
  readonly record: number;
  /** Offset of the record in the archive; in a compressed one, in the unpacked bytes of its gzip member. */
  readonly offset: number;
  /** Offset in the archive of the gzip member that the record begins in. */
  readonly member?: number;
}

/** One record of a web archive (ISO 28500), as far as reading needs it. */
export interface WarcRecord {
  /** `response`, `resource`, `conversion`, `warcinfo` and so on. */
  readonly type: string;
  readonly url?: string;
  /** WARC-Date as it is written: when it was fetched, not when it was published. */
  readonly date?: string;
  readonly contentType: string;
  /** A view of the bytes that were pushed wherever they lay together; it is good until they are written over. */
  readonly body: Uint8Array;
  readonly place: RecordPlace;
}

/** A place where the archive is not what it should be; the walk goes on behind it. */
export interface Damage {
  readonly code: 'ARCHIVE_DAMAGED' | 'ARCHIVE_TRUNCATED' | 'TOO_LARGE';
  readonly place: RecordPlace;
  readonly message: string;
  readonly expected: string;
}

export type WarcEvent =
  | { readonly kind: 'record'; readonly record: WarcRecord }
  /** A record whose type is not asked for; its body was stepped over. */
  | { readonly kind: 'other'; readonly type: string }
  | { readonly kind: 'damage'; readonly damage: Damage };

/** What `record 3 at byte 1024 of the member at byte 88` is for a person. */
export function placeText({ record, offset, member }: RecordPlace): string {
  const inMember = member === undefined ? '' : ` of the gzip member at byte ${member}`;
  return `record ${record} at byte ${offset}${inMember}`;
}
