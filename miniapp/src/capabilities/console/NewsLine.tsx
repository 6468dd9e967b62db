import { useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { classes } from '@/ui'
import type { Acts } from './useActs'

/** What became of the last act. Its place is always there, so that nothing jumps under the hand. */
export const NewsLine = ({ news, unanswered, giveUp, say }: Acts) => {
  const t = useText(consoleTexts)
  if (unanswered) {
    return (
      <p className='console-news is-attention' role='status'>
        <span className='yc-spinner' aria-hidden='true' /><span>{t('confirming')}</span>
        <button type='button' className='console-quiet' onClick={giveUp}>{t('giveUp')}</button>
      </p>
    )
  }
  return (
    <p className={classes('console-news', news !== null && `is-${news.tone}`)} role={news?.tone === 'error' ? 'alert' : 'status'}>
      <span>{news?.text}</span>
      {news?.tone === 'error' && <button type='button' className='console-quiet' onClick={() => say(null)}>{t('dismiss')}</button>}
    </p>
  )
}
