/** What the catalogue asks of the halls. */
export interface HallLines {
  /** The hall's lines and what each of them does; undefined when there is no such hall. */
  find(hallId: string): { readonly lines: readonly { readonly lineId: string; readonly itemIds: readonly string[] }[] } | undefined
}
