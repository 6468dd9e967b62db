import type { Overview } from '@shared/supervision'
import { useLanguage, useText } from '@/i18n'
import { overviewTexts } from '@/i18n/supervision'
import { Bars } from '../charts/Bars'
import { ChartFrame } from '../charts/ChartFrame'
import { DataTable } from '../charts/DataTable'
import { tagName } from '../tagName'
import { besideLargest } from './view'

interface CountsProps { readonly title: string; readonly head: string; readonly counts: readonly { readonly name: string; readonly count: number }[] }

const Counts = ({ title, head, counts }: CountsProps) => {
  const t = useText(overviewTexts)
  const lengths = besideLargest(counts.map(({ count }) => count))
  const first = counts[0]
  return (
    <ChartFrame
      title={title} tell={first ? t('hottest', { what: first.name, n: first.count }) : t('noComplaints')}
      table={<DataTable caption={title} columns={[head, t('count')]} rows={counts.map(({ name, count }) => ({ key: name, head: name, cells: [count] }))} />}
    >
      <Bars bars={counts.map(({ name, count }, i) => ({ key: name, name, share: lengths[i] ?? 0, words: <b>{count}</b> }))} />
    </ChartFrame>
  )
}

/** What people complain about most, by tag and by word. */
export const Complaints = ({ tags, words }: Overview['complaints']) => {
  const t = useText(overviewTexts)
  const language = useLanguage()
  return (
    <>
      <Counts title={`${t('complaints')} · ${t('tags')}`} head={t('tag')} counts={tags.map(({ tag, count }) => ({ name: tagName(tag, language), count }))} />
      <Counts title={`${t('complaints')} · ${t('words')}`} head={t('word')} counts={words.map(({ word, count }) => ({ name: word, count }))} />
    </>
  )
}
