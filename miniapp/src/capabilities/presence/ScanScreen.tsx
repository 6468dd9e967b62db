import { View } from '@tarojs/components'
import { errorMessage, type ErrorCode } from '@shared/errors'
import type { LaunchQuery } from '@shared/link'
import { useLanguage, useText } from '@/i18n'
import { scanTexts } from '@/i18n/presence'
import { goBack, openTab, replacePage, usePageTitle, type ApiError } from '@/platform'
import { canOpenSettings } from '@/platform/settings'
import { Button, Empty, ErrorState, Loading, Page, type IconName } from '@/ui'
import { hallNamed, waysOn, type ScanStep, type ScanWay } from './scanFlow'
import { useScan } from './useScan'

interface Said { readonly title: string; readonly text: string; readonly icon: IconName; readonly fault: boolean }

const titles: Partial<Record<ErrorCode, 'tooFar' | 'expired' | 'otherHall'>> = { PLACE_TOO_FAR: 'tooFar', CODE_EXPIRED: 'expired', CODE_OTHER_HALL: 'otherHall' }

/** What a step says; null while something is under way. */
const useSaid = (step: ScanStep, failure: ApiError | null): Said | null => {
  const t = useText(scanTexts)
  const language = useLanguage()
  switch (step.step) {
    case 'checking': case 'locating': return null
    case 'start': return { title: t('start'), text: t('startHow'), icon: 'scan', fault: false }
    case 'cameraFailed': return { title: t('scanFailed'), text: t('scanFailedHow'), icon: 'scan', fault: true }
    case 'place': return { title: t('placeTitle'), text: t('placeWhy'), icon: 'place', fault: false }
    case 'placeRefused': return { title: t('placeRefused'), text: t('placeRefusedHow'), icon: 'place', fault: true }
    case 'refused': {
      return { title: t(titles[step.why] ?? 'refused'), text: failure?.code === step.why ? failure.message : errorMessage(step.why, language), icon: 'warning', fault: true }
    }
    case 'failed':
      return step.why === null
        ? { title: t('offline'), text: t('offlineHow'), icon: 'warning', fault: true }
        : { title: t('troubled'), text: failure?.message ?? t('offlineHow'), icon: 'warning', fault: true }
  }
}

interface ScanScreenProps {
  readonly query: LaunchQuery
  readonly hallId: string
  /** The citizen's appointment in the hall that the scan is for, as its own capability knows it: it is checked in instead of queueing a second time. */
  readonly appointmentFor?: (hallId: string) => Promise<string | null>
}

/** Where every scanned link lands: reads the code, and leads on to an appointment, to taking a number, to the hall, or to rating at a window. */
export const ScanScreen = ({ query, hallId, appointmentFor }: ScanScreenProps) => {
  const t = useText(scanTexts)
  const scanning = useScan({
    query, hallId,
    onTake: async (hall) => {
      const appointment = await appointmentFor?.(hall) ?? null
      return () => { if (appointment === null) replacePage('take', { hall }); else replacePage('appointment', { id: appointment }) }
    },
    onLook: (hall) => replacePage('hall', { hall }),
    onWindow: (hall, window) => replacePage('rate', { hall, window }),
  })
  const { step, failure } = scanning
  const said = useSaid(step, failure)
  usePageTitle(t('title'))

  const act: Record<ScanWay, () => void> = {
    scan: scanning.openScanner, scanAgain: scanning.openScanner, scanScreen: scanning.openScanner, placeAllow: scanning.locate, placeAgain: scanning.locate,
    placeSettings: scanning.allowPlace, tryAgain: scanning.again, halls: () => openTab('halls'),
    hall: () => { const hall = 'code' in step ? hallNamed(step.code) : null; if (hall) replacePage('hall', { hall }) },
  }
  const buttons = waysOn(step, canOpenSettings).map((way, index) => (
    <Button key={way} kind={index === 0 ? 'primary' : 'secondary'} icon={act[way] === scanning.openScanner ? 'scan' : undefined} onPress={act[way]}>{t(way)}</Button>
  ))
  return (
    <Page title={t('title')} onBack={goBack}>
      {said
        ? said.fault
          ? <ErrorState message={said.title} next={said.text} requestId={step.step === 'failed' ? failure?.requestId : undefined} action={<View>{buttons}</View>} />
          : <Empty icon={said.icon} title={said.title} text={said.text} action={<View>{buttons}</View>} />
        : <><Empty icon='scan' title={step.step === 'locating' ? t('placeAsking') : t('checking')} /><Loading rows={2} /></>}
    </Page>
  )
}
