import { useEffect, useMemo } from 'react'
import { useLocalText, useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { factorTexts } from '@/i18n/consoleFactor'
import { useRemote } from '@/platform/remote'
import { consoleApi } from '../api'
import { Frame } from '../Frame'
import { LanguageButton } from '../LanguageButton'
import { isSessionOver, type Staff } from '../staff'
import { useActs } from '../useActs'
import type { StaffSession } from '../useStaffSession'
import { SetUpFactor } from './SetUpFactor'

const nothing = (): void => undefined

interface EnrolRoomProps extends Pick<StaffSession, 'given' | 'enrolled' | 'signOut' | 'end'> { readonly staff: Staff }

/** Where somebody arrives who must have a second factor and has none: nothing else is open to them. */
export const EnrolRoom = ({ staff, given, enrolled, signOut, end }: EnrolRoomProps) => {
  const t = useText(factorTexts)
  const tc = useText(consoleTexts)
  const local = useLocalText()
  const api = useMemo(() => consoleApi(staff.token), [staff.token])
  const acts = useActs(end, nothing)
  const { data, failure } = useRemote('own', () => api.session())
  // Confirmed already, but the answer never came: nothing is left to do here.
  useEffect(() => { if (data?.secondFactor) enrolled() }, [data, enrolled])
  useEffect(() => { if (isSessionOver(failure?.code)) end() }, [failure, end])
  return (
    <Frame
      narrow
      top={
        <>
          <span className='console-place'><b>{t('setUp')}</b><span>{local(staff.name)}</span></span>
          <LanguageButton />
          <button type='button' className='console-quiet' onClick={signOut}>{tc('signOut')}</button>
        </>
      }
    >
      <p className='console-hint is-attention' role='status'>{t('mustHave')}</p>
      <SetUpFactor api={api} acts={acts} renews={false} given={given} onDone={enrolled} />
    </Frame>
  )
}
