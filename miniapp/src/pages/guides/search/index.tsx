import { SearchScreen } from '@/capabilities/guides/SearchScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { usePageParam } from '@/platform'

const SearchPage = () => {
  useCallWatch()
  return <SearchScreen asked={usePageParam('q')} />
}

export default SearchPage
