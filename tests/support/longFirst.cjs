const { default: Sequencer } = require('@jest/test-sequencer')

/**
 * What takes a minute or more, so that it is not begun when all else is done; what waits for systems that hang stands between what keeps
 * the processor busy.
 */
const LONG = [
  'tests/reach/usual', 'tests/conformance/queuePorts', 'tests/load/crowd', 'tests/reach/states', 'tests/conformance/caseSources', 'tests/packages/journeys/visit',
  'tests/reach/large', 'tests/web/lighthouse', 'tests/load/rush', 'tests/conformance/bookPorts', 'tests/reach/staff', 'tests/journeys/systemsFail', 'tests/contract/fields',
].map((name) => `/${name}.test.ts`)

/** jest knows how long a file takes only where it has run before; on a bare clone it goes by size. */
class LongFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = LONG.findIndex((name) => path.replaceAll('\\', '/').endsWith(name))
      return at < 0 ? LONG.length : at
    }
    return [...super.sort(tests)].sort((one, other) => place(one) - place(other))
  }
}

module.exports = LongFirst
module.exports.LONG = LONG
