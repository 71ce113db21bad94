/**
 * What people call a bank beside the name that imoje gives it, by its code: former names, full names, common misspellings.
 * Written without Polish letters, since the search ignores them; "bank" goes without saying.
 */
export const bankAliases: ReadonlyMap<string, string> = new Map([
  ['bnpparibas', 'bgz raiffeisen'],
  ['bos', 'ochrony srodowiska'],
  ['bs', 'bps sgb'],
  ['bzwbk', 'santander wbk erste'],
  ['citi', 'handlowy'],
  ['getin', 'velobank'],
  ['ing', 'slaski'],
  ['inteligo', 'pko'],
  ['ipko', 'pko bp polski'],
  ['millennium', 'millenium'],
  ['mtransfer', 'mbank'],
  ['noble', 'velobank'],
  ['pbs', 'nowy'],
])
