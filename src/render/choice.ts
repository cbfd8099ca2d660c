// What a person may go on to from an answer, be it a button, a line or a link.

export interface Choice {
  readonly kind: 'entry' | 'provision' | 'situation';
  /** The entry's id, the provision as `OSL 26:1`, or the situation as `writeStated` writes it. */
  readonly id: string;
  readonly label: string;
}
