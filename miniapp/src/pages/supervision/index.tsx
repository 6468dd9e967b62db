import { SupervisionApp } from '@/capabilities/supervision/SupervisionApp'
import './index.scss'

/** The supervisors' pages, in the browser. */
const SupervisionPage = () => <SupervisionApp />

export default SupervisionPage
