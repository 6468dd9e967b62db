import type { ConsoleView } from '@shared/console'
import type { HallDetail } from '@shared/halls'
import { useLocalText, useText } from '@/i18n'
import { consoleTexts, windowStateTexts } from '@/i18n/console'
import { Tag } from '@/ui'
import { Places } from './Places'

interface ChooseWindowProps { readonly hall: HallDetail; readonly view: ConsoleView; readonly account: string; readonly onChoose: (windowId: string) => void }

/** Every window of the hall: what it serves, and who is there. */
export const ChooseWindow = ({ hall, view, account, onChoose }: ChooseWindowProps) => {
  const t = useText(consoleTexts)
  const ts = useText(windowStateTexts)
  const local = useLocalText()
  const lineNames = (lineIds: readonly string[]): string =>
    hall.lines.filter((line) => lineIds.includes(line.lineId)).map((line) => `${line.lineId} ${local(line.name)}`).join(' · ')
  const sideOf = (windowId: string) => {
    const window = view.windows.find((one) => one.windowId === windowId)
    if (!window || window.state === 'closed' || window.account === null) return <Tag>{ts(window?.state ?? 'closed')}</Tag>
    return window.account === account ? <Tag tone='done'>{t('usedByYou')}</Tag> : <Tag tone='attention'>{t('usedBy', { account: window.account })}</Tag>
  }
  return (
    <>
      <h1 className='console-title'>{t('chooseWindow')}</h1>
      {hall.windows.length === 0 && <p className='console-hint'>{t('noWindows')}</p>}
      <Places
        onChoose={onChoose}
        options={hall.windows.map((window) => ({ id: window.windowId, title: local(window.name), note: lineNames(window.lineIds), side: sideOf(window.windowId) }))}
      />
    </>
  )
}
