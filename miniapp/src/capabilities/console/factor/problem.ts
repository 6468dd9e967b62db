import type { Acts } from '../useActs'

/** What a form says of its last act: that it is being asked for again, why it was refused, or nothing. */
export const problemOf = ({ unanswered, news }: Pick<Acts, 'unanswered' | 'news'>, confirming: string): string | null =>
  (unanswered ? confirming : news?.tone === 'error' ? news.text : null)
