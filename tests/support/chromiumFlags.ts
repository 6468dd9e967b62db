/**
 * Parts of Chromium that draw what nobody looks at, for every page anew: the popup under its address bar, and a process kept in reserve.
 * Without them a new page costs well under half the processor time.
 */
const unseen = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxPopupSelectionControl', 'SpareRendererForSitePerProcess']
/** What Playwright turns off itself: of two such lists a browser reads the last one only. */
const playwrights = [
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter',
  'PaintHolding', 'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch',
]

/** How every Chromium of the tests is started. */
export const FLAGS: readonly string[] = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  `--disable-features=${[...playwrights, ...unseen].join(',')}`,
]
