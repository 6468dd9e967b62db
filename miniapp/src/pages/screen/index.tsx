import { ScreenApp } from '@/capabilities/screen/ScreenApp'
import { usePageParam } from '@/platform/navigate'
import { hashValue } from '@/platform/web/address'
import './index.scss'

/** A hall's screen: `?hall=` names the hall, `#key=` is what lets this screen show its code. */
const ScreenPage = () => <ScreenApp hallId={usePageParam('hall')} screenKey={hashValue('key') ?? ''} />

export default ScreenPage
