import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { holdsFor, must, propertyTimeoutMs, runs } from '../../test/runs.ts'
import { TillkitError } from '../domain/errors.ts'
import { createOriginGuard } from './origin-guard.ts'

const guard = createOriginGuard(['https://pay.example', 'http://localhost:4001', 'http://[::1]:8080'])

describe('an address to follow', () => {
  it.each([
    'https://paywall.imoje.pl/s/1?a=b#c',
    'https://sandbox.paywall.imoje.pl/s/1',
    'https://pay.example/x',
    'http://localhost:4001/s/1',
    'http://[::1]:8080/x',
  ])('%s is allowed, unchanged', (address) => {
    expect(guard.redirect(address)).toBe(address)
  })

  it.each([
    'https://evil.example/',
    'http://paywall.imoje.pl/',
    'https://paywall.imoje.pl:8443/',
    'https://paywall.imoje.pl.evil.example/',
    'https://paywall.imoje.pl@evil.example/',
    'https://evil.example/https://paywall.imoje.pl/',
    'https://sub.pay.example/',
    'http://localhost:4002/',
    'http://localhost/',
    '//paywall.imoje.pl/',
    '/s/1',
    '',
    ' ',
    'javascript:alert(1)',
    'javascript://paywall.imoje.pl/%0aalert(1)',
    'data:text/html,x',
    'data:image/png;base64,AAAA',
    'blob:https://paywall.imoje.pl/1',
    'file:///etc/passwd',
    'https://paywall.imoje.pl\u202E.example/',
    `https://${'x'.repeat(10_000)}.example/`,
  ])('%.60s is refused', (address) => {
    expect(guard.redirect(address)).toBeUndefined()
  })

  it("may lead to the page's own origin, by a relative address too", () => {
    vi.stubGlobal('location', { origin: 'http://shop.example:8080' })
    expect(guard.redirect('/thanks?x=1')).toBe('http://shop.example:8080/thanks?x=1')
    expect(guard.redirect('http://shop.example:8080/a')).toBe('http://shop.example:8080/a')
    expect(guard.redirect('http://shop.example/a')).toBeUndefined()
    expect(guard.redirect('//evil.example/a')).toBeUndefined()
    expect(guard.redirect('javascript:alert(1)')).toBeUndefined()
    expect(guard.redirect('blob:http://shop.example:8080/1')).toBeUndefined()
    expect(guard.redirect('https://paywall.imoje.pl/s/1')).toBe('https://paywall.imoje.pl/s/1')
  })

  it('is judged on a page without an origin of its own too (a sandboxed frame)', () => {
    vi.stubGlobal('location', { origin: 'null' })
    expect(guard.redirect('https://paywall.imoje.pl/s/1')).toBe('https://paywall.imoje.pl/s/1')
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'https://evil.example/', '/s/1', ''])
      expect(guard.redirect(address), address).toBeUndefined()
  })
})

describe('an image', () => {
  it.each([
    'https://data.imoje.pl/img/pay/blik.png',
    'https://pay.example/a.svg',
    'data:image/png;base64,AAAA',
    'data:image/svg+xml,<svg/>',
  ])('%s may be shown', (address) => {
    expect(guard.image(address)).toBe(address)
  })

  it.each([
    'https://evil.example/a.png',
    'http://data.imoje.pl/a.png',
    'data:text/html,<script>1</script>',
    'data:application/javascript,1',
    'javascript:alert(1)',
    'a.png',
  ])('%s may not', (address) => {
    expect(guard.image(address)).toBeUndefined()
  })
})

describe('an image, told at a glance or by parsing', { timeout: propertyTimeoutMs }, () => {
  const pieces = [
    'https:',
    'http:',
    '/',
    '//',
    '\\',
    '@',
    ':',
    '.',
    '..',
    '#',
    '?',
    '%',
    '\t',
    '\n',
    ' ',
    '"',
    "')",
  ]
  const names = ['data.imoje.pl', 'pay.example', 'localhost:4001', 'evil.example', 'a.png', '\u202E', 'ż']
  const whole = [
    'https://data.imoje.pl',
    'https://pay.example',
    'http://localhost:4001',
    'https://evil.example',
  ]
  const address = fc
    .tuple(
      fc.constantFrom(...whole, ''),
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...names)), { maxLength: 6 }),
    )
    .map(([origin, rest]) => origin + rest.join(''))

  it('may be shown exactly where its address may be followed, and leads to the same place', () => {
    const seen = { shown: 0, refused: 0 }
    holdsFor(address, (address) => {
      const [image, followed] = [guard.image(address), guard.redirect(address)]
      must((image === undefined) === (followed === undefined), `${address}: ${image} and ${followed}`)
      if (image) must(new URL(image).href === followed, `${address} is shown from ${image}`)
      seen[image ? 'shown' : 'refused'] += 1
    })
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(runs / 50)
  })
})

describe('a trusted origin', () => {
  it.each([
    'https:/',
    'https://',
    'https:',
    'https://*',
    'https://.*',
    'https://pay.example|.*',
    'http://localhost',
  ])('%s opens no other door in production, where nobody checks it', async (origin) => {
    vi.stubEnv('NODE_ENV', 'production')
    vi.resetModules()
    const { createOriginGuard } = await import('./origin-guard.ts')
    const guard = createOriginGuard([origin])
    for (const address of [
      'https://evil.example/a.png',
      'http://evil.example/a',
      'https:///evil.example/a',
    ]) {
      expect(guard.redirect(address), address).toBeUndefined()
      expect(guard.image(address), address).toBeUndefined()
    }
    expect(guard.image('https://data.imoje.pl/a.png')).toBe('https://data.imoje.pl/a.png')
  })

  it.each([
    'https://pay.example',
    'https://pay.example:8443',
    'http://localhost',
    'http://localhost:3000',
    'http://127.0.0.1:4001',
    'http://127.1.2.3',
    'http://127.10.20.30:4001',
    'http://[::1]:4001',
  ])('may be %s', (origin) => {
    expect(createOriginGuard([origin]).redirect(`${origin}/x`)).toBe(`${origin}/x`)
  })

  it.each([
    '',
    'pay.example',
    'https://pay.example/',
    'https://pay.example/path',
    'https://user@pay.example',
    'https://pay.example:443',
    'HTTPS://PAY.EXAMPLE',
    'http://pay.example',
    'http://https:8080',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'javascript:alert(1)',
    'data:image/png',
    'file:///x',
    'null',
    '*',
  ])('may not be %j, and the error says what to write', (origin) => {
    const attempt = () => createOriginGuard([origin])
    expect(attempt).toThrow(TillkitError)
    expect(attempt).toThrow(expect.objectContaining({ code: 'options-invalid' }))
    expect(attempt).toThrow(/full origin such as 'https:\/\/pay\.example'/)
  })
})
