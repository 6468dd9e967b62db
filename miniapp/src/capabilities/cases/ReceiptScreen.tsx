import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { receiptTexts } from '@/i18n/cases'
import { goBack, scan, useOnline, usePageTitle } from '@/platform'
import { Button, Notice, OfflineBar, Page, Section, TextField } from '@/ui'
import './cases.scss'
import { numberFault, readScanned, typedReceipt } from './receiptForm'
import { useLookUp } from './useLookUp'

/** As the contract has them; a number may be typed with blanks in it. */
const LONGEST_NUMBER = 64
const LONGEST_NAME = 100

type Said = 'notAReceipt' | 'numberRead' | 'scanUnreadable' | 'cameraRefused'

/** Looking a case up by its receipt, without being signed in: by its barcode, or by number and name. */
export const ReceiptScreen = () => {
  const t = useText(receiptTexts)
  const online = useOnline()
  const [number, setNumber] = useState('')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const { busy, failure, lookUp, clear } = useLookUp()
  usePageTitle(t('title'))
  const badNumber = numberFault(number, t)
  const badName = name.trim() === '' ? t('nameMissing') : null

  const startScan = async (): Promise<void> => {
    setSaid(null)
    clear()
    const scanned = await scan({ barcodes: true })
    if (scanned.kind === 'cancelled') return
    if (scanned.kind !== 'read') { setSaid(scanned.kind === 'refused' ? 'cameraRefused' : 'scanUnreadable'); return }
    const read = readScanned(scanned.text)
    if (read.kind === 'receipt') { lookUp(read.receipt); return }
    if (read.kind === 'number') setNumber(read.caseNo)
    setSaid(read.kind === 'number' ? 'numberRead' : 'notAReceipt')
  }
  const send = (): void => {
    setTried(true)
    if (badNumber === null && badName === null) lookUp(typedReceipt(number, name))
  }
  return (
    <Page title={t('title')} onBack={goBack} banner={online ? undefined : <OfflineBar />} foot={<Button busy={busy} onPress={send}>{t('find')}</Button>}>
      <View className='receipt-scan'>
        <Button kind='secondary' icon='scan' disabled={busy} onPress={() => { void startScan() }}>{t('scan')}</Button>
        <Text className='case-small'>{t('scanHow')}</Text>
        {said && <View className='case-gap'><Notice tone={said === 'numberRead' ? 'done' : 'attention'}>{t(said)}</Notice></View>}
      </View>
      <Section title={t('or')}>
        <TextField label={t('number')} placeholder={t('numberHint')} value={number} maxLength={LONGEST_NUMBER} onChange={setNumber} />
        {tried && badNumber && <Text className='receipt-fault'>{badNumber}</Text>}
        <View className='receipt-field'>
          <TextField label={t('name')} placeholder={t('nameHint')} value={name} maxLength={LONGEST_NAME} onChange={setName} onSubmit={send} />
          {tried && badName && <Text className='receipt-fault'>{badName}</Text>}
        </View>
        <Text className='case-small'>{t('privacy')}</Text>
        {failure && <View className='receipt-said'><Notice tone='error'>{failure.code === 'OFFLINE' ? t('offline') : failure.message}</Notice></View>}
      </Section>
    </Page>
  )
}
