/**
 * Who may import whom. Paths are regular expressions from the project's folder.
 * Type-only imports count as imports unless a rule says otherwise.
 */
const TEST = '\\.test\\.tsx?$|^tests/|(^|/)builders?\\.ts$|(^|/)testing/'
const ZOD_FREE = '^shared/(appointmentStates|caseNumbers|caseStates|chain|errors|orderStates|ratingTags|identityNumbers|personRules|privacy|messageKinds|ticketStates|time|link)\\.ts$'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid('shared-alone', 'shared imports only shared (and zod): the contract does no I/O',
      { path: '^shared/', pathNot: TEST }, { pathNot: ['^shared/', 'node_modules/zod/'] }),
    forbid('phone-knows-only-shared', 'miniapp never imports the server, the simulators, the tests or the scripts',
      { path: '^miniapp/src/', pathNot: TEST }, { path: '^(bff|mock|tests|scripts)/' }),
    forbid('phone-is-no-server', 'a phone has no Node',
      { path: '^miniapp/src/', pathNot: [TEST, '\\.config\\.ts$'] }, { dependencyTypes: ['core'] }),
    forbid('phone-ships-no-zod', 'miniapp takes values only from the zod-free modules of shared; from the others, import type',
      { path: '^miniapp/src/', pathNot: TEST }, { path: ['^shared/', 'node_modules/zod/'], pathNot: ZOD_FREE, dependencyTypesNot: ['type-only'] }),
    forbid('zod-free-stays-so', 'what the phone takes values from leans on nothing that brings zod',
      { path: ZOD_FREE }, { pathNot: ZOD_FREE, dependencyTypesNot: ['type-only'] }),
    forbid('server-knows-no-front', 'bff never imports the phone, the simulators, the tests or the scripts',
      { path: '^bff/', pathNot: TEST }, { path: '^(miniapp|mock|tests|scripts)/' }),
    forbid('simulators-alone', 'a simulator speaks the outside system’s wire: with our contract it would copy our misreadings',
      { path: '^mock/', pathNot: ['^mock/day/', TEST] }, { path: '^(shared|bff|miniapp|tests|scripts)/' }),
    forbid('demo-day-is-a-client', 'the living demo uses the public contract, nothing else of ours',
      { path: '^mock/day/', pathNot: TEST }, { path: '^(bff|miniapp|tests|scripts)/' }),
    forbid('capabilities-apart', 'a capability never imports another; wiring.ts joins them',
      { path: '^bff/capabilities/([^/]+)/' }, { path: '^bff/capabilities/', pathNot: '^bff/capabilities/$1/' }),
    forbid('capabilities-see-ports', 'a capability never imports what stands behind its port',
      { path: '^bff/capabilities/', pathNot: TEST }, { path: '^bff/(backends/|engine/|(wiring|app|main)\\.ts$)' }),
    forbid('rules-are-pure', 'service.ts and port.ts know neither Koa nor Redis nor HTTP nor the platform',
      { path: '^bff/capabilities/[^/]+/(service|port)\\.ts$' },
      { path: ['node_modules/(@types/)?(koa|koa-[^/]+|@koa/[^/]+|ioredis|axios)/', '^bff/(http|platform)/'] }),
    forbid('behind-the-ports', 'backends and engine see only the port.ts and errors.ts of capabilities',
      { path: '^bff/(backends|engine)/', pathNot: TEST }, { path: '^bff/capabilities/', pathNot: '/(port|errors)\\.ts$' }),
    forbid('backends-apart', 'one outside system’s adapter never leans on another’s',
      { path: '^bff/backends/([^/]+)/' }, { path: '^bff/backends/[^/]+/', pathNot: '^bff/backends/$1/' }),
    forbid('engines-apart', 'one engine never leans on another, the outbox excepted',
      { path: '^bff/engine/([^/]+)/' }, { path: '^bff/engine/[^/]+/', pathNot: '^bff/engine/($1|outbox)/' }),
    forbid('redis-in-its-place', 'ioredis only in platform/ and engine/',
      { path: '^(bff|mock|shared)/', pathNot: ['^bff/(platform|engine)/', TEST] }, { path: 'node_modules/ioredis/' }),
    forbid('looks-take-props', 'miniapp/ui takes props: no api, capability, page or platform',
      { path: '^miniapp/src/ui/', pathNot: TEST }, { path: '^miniapp/src/(capabilities|pages|platform)/' }),
    forbid('no-cycles', 'no cycles', {}, { circular: true }),
    forbid('tests-serve-nobody', 'nothing in production imports a test',
      { path: '^(shared|bff|miniapp|mock)/', pathNot: TEST }, { path: TEST }),
    forbid('pages-are-ends', 'nothing imports a page but itself and its test',
      { path: '^miniapp/', pathNot: ['^miniapp/src/pages/', TEST] }, { path: '^miniapp/src/pages/' }),
    forbid('pages-apart', 'a page never imports another',
      { path: '^miniapp/src/pages/([^/]+)/' }, { path: '^miniapp/src/pages/', pathNot: '^miniapp/src/pages/$1/' }),
    forbid('listed-packages', 'every package is named in package.json', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
    forbid('server-runs-without-dev', 'what the server needs is no development dependency',
      { path: '^(bff|shared)/', pathNot: TEST }, { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] }),
    forbid('everything-resolves', 'an import that leads nowhere hides from every other rule', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^miniapp/dist/', '\\.s?css$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'require', 'node', 'default'] },
  },
}
