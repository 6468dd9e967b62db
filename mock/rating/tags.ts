const span = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, i) => String(from + i))

/** 评价详情 of each 满意度 (GB/T 39735-2020). */
export const tags: Readonly<Record<string, readonly string[]>> = { 5: span(510, 517), 4: span(406, 413), 3: span(307, 314), 2: span(207, 214), 1: span(108, 115) }
