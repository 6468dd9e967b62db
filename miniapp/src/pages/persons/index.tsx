import { AddPersonScreen } from '@/capabilities/persons/AddPersonScreen'
import { PersonsScreen } from '@/capabilities/persons/PersonsScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { usePageParam } from '@/platform'

const PersonsPage = () => {
  const add = usePageParam('add')
  useCallWatch()
  return add === '' ? <PersonsScreen /> : <AddPersonScreen kind={add === 'enterprise' ? 'enterprise' : 'family'} />
}

export default PersonsPage
