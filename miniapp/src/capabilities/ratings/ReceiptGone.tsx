import { useText } from '@/i18n'
import { rateTexts } from '@/i18n/ratings'
import { goBack, replacePage, usePageTitle } from '@/platform'
import { Button, Empty, Page } from '@/ui'

/** The receipt whose case was to be rated is not known any more. */
export const ReceiptGone = () => {
  const t = useText(rateTexts)
  usePageTitle(t('title'))
  return (
    <Page title={t('title')} onBack={goBack}>
      <Empty icon='scan' title={t('receiptGone')} text={t('receiptGoneHow')} action={<Button onPress={() => replacePage('receipt')}>{t('byReceipt')}</Button>} />
    </Page>
  )
}
