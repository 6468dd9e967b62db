type Known = readonly [pattern: RegExp, name: string]

// The first that fits counts: most browsers also call themselves something else.
const browsers: readonly Known[] = [
  [/MicroMessenger/, 'WeChat'], [/AlipayClient/, 'Alipay'], [/HuaweiBrowser/, 'Huawei Browser'], [/MiuiBrowser/, 'Mi Browser'], [/UCBrowser/, 'UC Browser'],
  [/QQBrowser/, 'QQ Browser'], [/SamsungBrowser/, 'Samsung Internet'], [/Edg(A|iOS)?\//, 'Edge'], [/Firefox\/|FxiOS/, 'Firefox'], [/Chrome\/|CriOS/, 'Chrome'], [/Safari\//, 'Safari'],
]
const systems: readonly Known[] = [
  [/iPad/, 'iPad'], [/iPhone/, 'iPhone'], [/Harmony/, 'HarmonyOS'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X/, 'Mac'], [/Linux/, 'Linux'],
]
const nameIn = (known: readonly Known[], agent: string): string => known.find(([pattern]) => pattern.test(agent))?.[1] ?? ''

/** System and browser, as coarsely as it takes to know one's own again: no version, nothing to follow somebody by. */
export const browserName = (agent: string): string => [nameIn(systems, agent), nameIn(browsers, agent)].filter((name) => name !== '').join(' · ')
