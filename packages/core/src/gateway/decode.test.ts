import { describe, expect, it } from 'vitest'
import { minutes, seconds, start } from '../../test/facts.ts'
import {
  buildContext,
  buildFlatList,
  buildFlatRow,
  buildGroup,
  buildNestedRow,
  logo,
  type Json,
} from '../../test/lists.ts'
import { channelsOf, type PaymentChannel } from '../domain/catalogue.ts'
import { TillkitError } from '../domain/errors.ts'
import { decodeCatalogue, type DecodeContext } from './decode.ts'

const decode = (body: unknown, context?: Partial<DecodeContext>) =>
  decodeCatalogue(body, buildContext(context))
const decodeRows = (...rows: unknown[]) => decode(buildFlatList(...rows))
const decodeRow = (own: Json): PaymentChannel | undefined =>
  channelsOf(decodeRows(buildFlatRow('blik', 'blik', own)).catalogue)[0]
const idsOf = (decoded: ReturnType<typeof decode>) => channelsOf(decoded.catalogue).map(({ id }) => id)
const reasonsOf = (decoded: ReturnType<typeof decode>) =>
  decoded.discarded.map(({ at, reason }) => `${at} ${reason}`)

describe('the flat list (GET service)', () => {
  it('is read into methods with channels', () => {
    const { catalogue, discarded } = decodeRows(
      buildFlatRow('blik', 'blik', { description: 'BLIK' }),
      buildFlatRow('pbl', 'mtransfer', { isOnline: false }),
      buildFlatRow('pbl', 'ipko', { isActive: false }),
    )
    expect(discarded).toEqual([])
    expect(catalogue.methods).toEqual([
      {
        id: 'blik',
        isOnline: true,
        image: 'https://data.imoje.pl/img/pay/blik.png',
        channels: [
          {
            id: 'blik/blik',
            method: 'blik',
            code: 'blik',
            label: 'BLIK',
            image: 'https://data.imoje.pl/img/pay/blik.png',
            isActive: true,
            isOnline: true,
            limits: { min: 100, max: 5_000_000 },
          },
        ],
      },
      {
        id: 'pbl',
        isOnline: true,
        image: 'https://data.imoje.pl/img/pay/pbl.png',
        channels: [
          expect.objectContaining({ id: 'pbl/mtransfer', isOnline: false, isActive: true }),
          expect.objectContaining({ id: 'pbl/ipko', isOnline: true, isActive: false }),
        ],
      },
    ])
  })

  it("keeps only the rows of the order's currency, and those without one", () => {
    const decoded = decodeRows(
      buildFlatRow('blik', 'blik', { currency: 'EUR' }),
      buildFlatRow('card', 'card', { currency: 'EUR' }),
      buildFlatRow('card', 'card', { description: 'In PLN' }),
      buildFlatRow('wt', 'wt', { currency: null }),
      buildFlatRow('lease', 'lease', { currency: undefined }),
    )
    expect(idsOf(decoded)).toEqual(['card/card', 'wt/wt', 'lease/lease'])
    expect(channelsOf(decoded.catalogue)[0]?.label).toBe('In PLN')
    expect(decoded.discarded).toEqual([])
  })

  it('puts ing among the banks of pbl, with its own method', () => {
    const { catalogue } = decodeRows(buildFlatRow('ing', 'ing'), buildFlatRow('pbl', 'mtransfer'))
    expect(catalogue.methods.map(({ id }) => id)).toEqual(['pbl'])
    expect(channelsOf(catalogue)).toEqual([
      expect.objectContaining({ id: 'ing/ing', method: 'ing' }),
      expect.objectContaining({ id: 'pbl/mtransfer', method: 'pbl' }),
    ])
  })

  it('gathers a method whose rows do not stand together', () => {
    const decoded = decodeRows(
      buildFlatRow('pbl', 'mtransfer'),
      buildFlatRow('blik', 'blik'),
      buildFlatRow('pbl', 'ipko'),
    )
    expect(idsOf(decoded)).toEqual(['pbl/mtransfer', 'pbl/ipko', 'blik/blik'])
  })

  it('gives a group of banks the mark of pbl, whichever bank comes first', () => {
    const marks = (...rows: unknown[]) => decodeRows(...rows).catalogue.methods.map(({ image }) => image)
    const banks = [buildFlatRow('ing', 'ing'), buildFlatRow('pbl', 'ipko'), buildFlatRow('pbl', 'nest')]
    expect(marks(...banks)).toEqual(['https://data.imoje.pl/img/pay/pbl.png'])
    expect(marks(...banks.toReversed())).toEqual(['https://data.imoje.pl/img/pay/pbl.png'])
    expect(marks(buildFlatRow('ing', 'ing'))).toEqual(['https://data.imoje.pl/img/pay/ing.png'])
  })

  it("shows the method's image where the channel has none, and the code where it has no name", () => {
    const channel = decodeRow({ paymentMethodCodeImage: undefined, description: undefined })
    expect(channel).toMatchObject({ label: 'blik', image: 'https://data.imoje.pl/img/pay/blik.png' })
  })
})

describe('the nested list (get-payment-methods)', () => {
  it("is read into groups, with the group's label, image and isOnline", () => {
    const { catalogue, discarded } = decode([
      buildGroup('BLIK', [buildNestedRow('blik', 'blik', { label: 'BLIK code' })]),
      buildGroup('Banks', [buildNestedRow('pbl', 'mtransfer')], { isOnline: false, image: logo('pbl') }),
    ])
    expect(discarded).toEqual([])
    expect(catalogue.methods).toEqual([
      expect.objectContaining({ id: 'blik', label: 'BLIK', isOnline: true }),
      expect.objectContaining({
        id: 'pbl',
        label: 'Banks',
        isOnline: false,
        image: 'https://data.imoje.pl/img/pay/pbl.png',
      }),
    ])
    // An offline group is the method's outage: the channels keep imoje's own word on them.
    expect(channelsOf(catalogue)).toEqual([
      {
        id: 'blik/blik',
        method: 'blik',
        code: 'blik',
        label: 'BLIK code',
        image: 'https://data.imoje.pl/img/pay/blik.png',
        isActive: true,
        isOnline: true,
        limits: {},
      },
      expect.objectContaining({ id: 'pbl/mtransfer', isOnline: true }),
    ])
  })

  it('may come as a single group without its array', () => {
    expect(idsOf(decode(buildGroup('BLIK', [buildNestedRow('blik', 'blik')])))).toEqual(['blik/blik'])
  })

  it('says that it depends on the amount, which the flat one doesn’t', () => {
    const { catalogue } = decode([buildGroup('BLIK', [buildNestedRow('blik', 'blik')])])
    expect(catalogue.dependsOnAmount).toBe(true)
    expect(decode([]).catalogue.dependsOnAmount).toBe(true)
    expect(decodeRows(buildFlatRow('blik', 'blik')).catalogue.dependsOnAmount).toBeUndefined()
  })

  it('keeps ing beside pbl in its group, under the id pbl', () => {
    const { catalogue } = decode([
      buildGroup('Banks', [buildNestedRow('ing', 'ing'), buildNestedRow('pbl', 'mtransfer')]),
    ])
    expect(catalogue.methods.map(({ id }) => id)).toEqual(['pbl'])
    expect(channelsOf(catalogue).map(({ method }) => method)).toEqual(['ing', 'pbl'])
  })

  it('is ordered by priority, groups and channels alike; what has none comes last', () => {
    const rows = [
      buildNestedRow('pbl', 'third', { priority: undefined }),
      buildNestedRow('pbl', 'second', { priority: 7 }),
      buildNestedRow('pbl', 'first', { priority: 2 }),
      buildNestedRow('pbl', 'fourth', { priority: 'high' }),
    ]
    const decoded = decode([
      buildGroup('Last', [buildNestedRow('wt', 'wt')], { priority: undefined }),
      buildGroup('Banks', rows, { priority: 5 }),
      buildGroup('BLIK', [buildNestedRow('blik', 'blik')], { priority: 1 }),
    ])
    expect(idsOf(decoded)).toEqual([
      'blik/blik',
      'pbl/first',
      'pbl/second',
      'pbl/third',
      'pbl/fourth',
      'wt/wt',
    ])
  })

  it('takes an endless priority for none', () => {
    const rows = [
      buildNestedRow('pbl', 'endless', { priority: Infinity }),
      buildNestedRow('pbl', 'none', { priority: undefined }),
      buildNestedRow('pbl', 'first', { priority: 1 }),
    ]
    expect(idsOf(decode([buildGroup('Banks', rows)]))).toEqual(['pbl/first', 'pbl/endless', 'pbl/none'])
  })

  it('is not drowned by a long name of a group', () => {
    const { catalogue } = decode([buildGroup('x'.repeat(10_000), [buildNestedRow('blik', 'blik')])])
    expect(catalogue.methods[0]?.label).toBe('x'.repeat(200))
  })

  it('gives two groups of one method ids of their own', () => {
    const { catalogue } = decode([
      buildGroup('Banks', [buildNestedRow('pbl', 'mtransfer')]),
      buildGroup('More banks', [buildNestedRow('pbl', 'ipko')]),
      buildGroup('ING', [buildNestedRow('ing', 'ing')]),
    ])
    const ids = catalogue.methods.map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
    expect(ids[0]).toBe('pbl')
  })

  it('leaves out a group without a channel to choose', () => {
    const { catalogue } = decode([
      buildGroup('Empty', []),
      buildGroup('Stored cards', [buildNestedRow('card', 'oneclick')]),
      buildGroup('BLIK', [buildNestedRow('blik', 'blik')]),
    ])
    expect(catalogue.methods.map(({ label }) => label)).toEqual(['BLIK'])
  })

  it('drops a broken group alone', () => {
    const decoded = decode([
      { label: 'No channels', isOnline: true },
      null,
      'group',
      buildGroup('BLIK', [buildNestedRow('blik', 'blik')]),
      buildGroup('Neither on nor off', [buildNestedRow('wt', 'wt')], { isOnline: 'yes' }),
    ])
    expect(idsOf(decoded)).toEqual(['blik/blik'])
    expect(reasonsOf(decoded).toSorted()).toEqual(['0 broken', '1 broken', '2 broken', '4 broken'])
  })
})

describe('rows that are never listed', () => {
  it('are those that need a stored profile', () => {
    const codes = ['oneclick', 'recurring', 'blik_oneclick']
    const flat = decodeRows(...codes.map((code) => buildFlatRow('card', code)), buildFlatRow('card', 'card'))
    expect(idsOf(flat)).toEqual(['card/card'])
    expect(flat.discarded).toEqual([])
    const nested = decode([
      buildGroup('BLIK', [buildNestedRow('blik', 'blik_oneclick'), buildNestedRow('blik', 'blik')]),
    ])
    expect(idsOf(nested)).toEqual(['blik/blik'])
    expect(nested.discarded).toEqual([])
  })

  it('are duplicates: the first wins, with an event', () => {
    const decoded = decodeRows(
      buildFlatRow('blik', 'blik', { description: 'First' }),
      buildFlatRow('blik', 'blik', { description: 'Second' }),
    )
    expect(channelsOf(decoded.catalogue).map(({ label }) => label)).toEqual(['First'])
    expect(decoded.discarded).toEqual([{ at: '1', reason: 'duplicate', detail: 'blik/blik' }])
  })

  it('are duplicates in two groups of a nested list', () => {
    const decoded = decode([
      buildGroup('Banks', [buildNestedRow('pbl', 'mtransfer')]),
      buildGroup('Again', [buildNestedRow('pbl', 'mtransfer'), buildNestedRow('pbl', 'ipko')]),
    ])
    expect(idsOf(decoded)).toEqual(['pbl/mtransfer', 'pbl/ipko'])
    expect(decoded.discarded).toEqual([
      expect.objectContaining({ reason: 'duplicate', detail: 'pbl/mtransfer' }),
    ])
  })
})

describe('a broken row', () => {
  const broken: readonly [string, unknown][] = [
    ['null', null],
    ['a text', 'blik'],
    ['a number', 7],
    ['an array', []],
    ['no method', buildFlatRow('blik', 'blik', { paymentMethod: undefined })],
    ['an empty method', buildFlatRow('', 'blik')],
    ['a method that is a number', buildFlatRow('blik', 'blik', { paymentMethod: 5 })],
    ["a method with a slash, whose ids could be another's", buildFlatRow('a/b', 'c')],
    ['no code', buildFlatRow('blik', 'blik', { paymentMethodCode: undefined })],
    ['an empty code', buildFlatRow('blik', '')],
    ['a code that is null', buildFlatRow('blik', 'blik', { paymentMethodCode: null })],
    ['no isOnline', buildFlatRow('blik', 'blik', { isOnline: undefined })],
    ['isOnline as a text', buildFlatRow('blik', 'blik', { isOnline: 'true' })],
    ['isActive as a number', buildFlatRow('blik', 'blik', { isActive: 1 })],
    ['a currency that is no text', buildFlatRow('blik', 'blik', { currency: 985 })],
    ['limits that are a text', buildFlatRow('blik', 'blik', { transactionLimits: '1-2' })],
    [
      'a negative limit',
      buildFlatRow('blik', 'blik', { transactionLimits: { minTransaction: { value: -1 } } }),
    ],
    [
      'half a grosz as a limit',
      buildFlatRow('blik', 'blik', { transactionLimits: { maxTransaction: { value: 0.5 } } }),
    ],
    [
      'a limit as a text',
      buildFlatRow('blik', 'blik', { transactionLimits: { maxTransaction: { value: '500' } } }),
    ],
    [
      'a limit too large to count with',
      buildFlatRow('blik', 'blik', { transactionLimits: { maxTransaction: { value: 2 ** 53 } } }),
    ],
  ]

  it.each(broken)('(%s) costs only itself', (_, row) => {
    const decoded = decodeRows(buildFlatRow('wt', 'wt'), row, buildFlatRow('card', 'card'))
    expect(idsOf(decoded)).toEqual(['wt/wt', 'card/card'])
    expect(reasonsOf(decoded)).toEqual(['1 broken'])
  })

  it('costs only itself in a group', () => {
    const decoded = decode([
      buildGroup('BLIK', [buildNestedRow('blik', 'blik')]),
      buildGroup('Banks', [
        null,
        buildNestedRow('pbl', 'ipko', { isOnline: 0 }),
        buildNestedRow('pbl', 'nest'),
      ]),
    ])
    expect(idsOf(decoded)).toEqual(['blik/blik', 'pbl/nest'])
    expect(decoded.discarded.map(({ reason }) => reason)).toEqual(['broken', 'broken'])
    expect(decoded.discarded.map(({ at }) => at)).toEqual([
      expect.stringMatching(/^1\..*0$/),
      expect.stringMatching(/^1\..*1$/),
    ])
  })

  it('says which field is broken', () => {
    const details = (own: Json) => decodeRows(buildFlatRow('blik', 'blik', own)).discarded[0]?.detail
    expect(details({ isOnline: 'true' })).toBe('isOnline')
    expect(details({ paymentMethodCode: 7, isOnline: 'true' })).toBe('paymentMethodCode isOnline')
  })
})

describe('fields that may be broken without costing the row', () => {
  it.each<[string, Json, Partial<PaymentChannel>]>([
    ['a name that is a number', { description: 7 }, { label: 'blik' }],
    ['an empty name', { description: '' }, { label: 'blik' }],
    [
      'an image that is a text',
      { paymentMethodCodeImage: 'x.png', paymentMethodImage: 'x' },
      { image: undefined },
    ],
    [
      'images without an address',
      { paymentMethodCodeImage: [{}], paymentMethodImage: undefined },
      { image: undefined },
    ],
    [
      'an image whose address is a number',
      { paymentMethodCodeImage: [{ png: 5 }], paymentMethodImage: undefined },
      { image: undefined },
    ],
    [
      'an empty address',
      { paymentMethodCodeImage: [{ png: '' }] },
      { image: 'https://data.imoje.pl/img/pay/blik.png' },
    ],
    [
      'one broken image among others',
      { paymentMethodCodeImage: [null, 'x', { png: 5 }, { png: 'https://data.imoje.pl/b.png' }] },
      { image: 'https://data.imoje.pl/b.png' },
    ],
    ['no limits', { transactionLimits: undefined }, { limits: {} }],
    ['limits that are null', { transactionLimits: null }, { limits: {} }],
    [
      'an upper limit only',
      { transactionLimits: { minTransaction: null, maxTransaction: { value: 7 } } },
      { limits: { max: 7 } },
    ],
    ['a lower limit only', { transactionLimits: { minTransaction: { value: 7 } } }, { limits: { min: 7 } }],
    ['a rest that is a text', { restsForMs: '60000' }, { restsUntil: undefined }],
    ['a negative rest', { restsForMs: -1 }, { restsUntil: undefined }],
    ['unknown fields', { reason: 'AVAILABILITY_LIMIT', nested: { deep: [1] } }, { label: 'The blik' }],
  ])('%s', (_, own, expected) => {
    const channel = decodeRow(own)
    expect(channel).toMatchObject({ id: 'blik/blik', isOnline: true })
    for (const [key, value] of Object.entries(expected))
      expect(channel?.[key as keyof PaymentChannel], key).toEqual(value)
  })

  it('takes the drawing before the picture', () => {
    const image = [{ png: 'https://data.imoje.pl/a.png', svg: 'https://data.imoje.pl/a.svg' }]
    expect(decodeRow({ paymentMethodCodeImage: image })?.image).toBe('https://data.imoje.pl/a.svg')
  })

  it('shows no image from an origin that is not allowed, with an event', () => {
    for (const png of ['https://evil.example/a.png', 'javascript:alert(1)', 'http://data.imoje.pl/a.png']) {
      const decoded = decodeRows(buildFlatRow('blik', 'blik', { paymentMethodCodeImage: [{ png }] }))
      expect(channelsOf(decoded.catalogue)[0]?.image).toBeUndefined()
      expect(decoded.discarded).toEqual([{ at: '0', reason: 'image-refused', detail: png }])
    }
  })

  it("tells whose image it doesn't show: a group's, or a method's", () => {
    const image = [{ png: 'https://evil.example/a.png' }]
    const places = (body: unknown) => reasonsOf(decode(body))
    const groups = [
      buildGroup('BLIK', [buildNestedRow('blik', 'blik')]),
      buildGroup('Banks', [buildNestedRow('pbl', 'nest')], { image }),
    ]
    expect(places(groups)).toEqual(['1 image-refused'])
    expect(places(buildFlatList(buildFlatRow('pbl', 'nest', { paymentMethodImage: image })))).toEqual([
      'pbl image-refused',
    ])
  })

  it('tells of a method whose name is endless in few words', () => {
    const paymentMethodImage = [{ png: 'https://evil.example/a.png' }]
    const [told] = decodeRows(buildFlatRow('x'.repeat(10_000), 'x', { paymentMethodImage })).discarded
    expect(told?.at).toBe('x'.repeat(200))
  })

  it('shows an image that stands in the list itself', () => {
    const png = 'data:image/png;base64,AAAA'
    expect(decodeRow({ paymentMethodCodeImage: [{ png }] })?.image).toBe(png)
  })
})

describe('times', () => {
  it('has asOf at the request, less the Age of the answer', () => {
    const { catalogue } = decode(buildFlatList(), { ageMs: seconds(40) })
    expect(catalogue).toMatchObject({ requestedAt: start, asOf: start - seconds(40) })
  })

  it("counts the shop's rest from the arrival, whatever the Age", () => {
    const row = buildFlatRow('blik', 'blik', { restsForMs: seconds(90) })
    const { catalogue } = decode(buildFlatList(row), { ageMs: seconds(40) })
    expect(channelsOf(catalogue)[0]?.restsUntil).toBe(start + seconds(91))
  })

  it("caps the shop's rest", () => {
    const rests = (restsForMs: number) => decodeRow({ restsForMs })?.restsUntil
    expect(rests(minutes(30))).toBe(start + seconds(1) + minutes(30))
    expect(rests(minutes(31))).toBe(start + seconds(1) + minutes(30))
    expect(rests(Number.MAX_SAFE_INTEGER)).toBe(start + seconds(1) + minutes(30))
    expect(rests(0) ?? 0).toBeLessThanOrEqual(start)
  })

  it("reads the shop's rest in a nested list too", () => {
    const { catalogue } = decode([buildGroup('BLIK', [buildNestedRow('blik', 'blik', { restsForMs: 5 })])])
    expect(channelsOf(catalogue)[0]?.restsUntil).toBe(start + seconds(1) + 5)
  })
})

describe('ids as they come', () => {
  it.each([
    ['__proto__', '__proto__'],
    ['constructor', 'toString'],
    ['pbl', '__proto__'],
    ['hasOwnProperty', 'hasOwnProperty'],
    ['pbl', '\u202Egnab\u202C'],
    ['pbl', '\u200F\u200Enest'],
    ['pbl', 'a/b/c'],
    ['pbl', ' '],
    ['pbl', '<script>'],
    ['płatność', '🏦'],
    ['pbl', 'x'.repeat(10_000)],
    ['y'.repeat(10_000), 'nest'],
  ])('%.20s/%.20s', (method, code) => {
    const body: unknown = JSON.parse(
      JSON.stringify(buildFlatList(buildFlatRow(method, code), buildFlatRow('blik', 'blik'))),
    )
    const decoded = decode(body)
    expect(idsOf(decoded)).toEqual([`${method}/${code}`, 'blik/blik'])
    expect(decoded.catalogue.methods.map(({ id }) => id)).toEqual([method, 'blik'])
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
    expect({}).not.toHaveProperty('isOnline')
  })

  it('does not take a row\'s "__proto__" for its fields', () => {
    const row: unknown = JSON.parse(
      '{"__proto__":{"isOnline":true},"paymentMethod":"blik","paymentMethodCode":"blik","isActive":true}',
    )
    expect(idsOf(decodeRows(row))).toEqual([])
  })

  it('keeps the events short, however long an id is', () => {
    const row = buildFlatRow('pbl', 'x'.repeat(10_000))
    const { discarded } = decodeRows(row, row)
    expect(discarded[0]?.detail.length).toBeLessThanOrEqual(200)
  })
})

describe('a long list', () => {
  const count = 10_000
  const numbers = Array.from({ length: count }, (_, index) => index)

  it('of 10,000 banks is read whole', () => {
    const decoded = decodeRows(...numbers.map((number) => buildFlatRow('pbl', `bank${number}`)))
    expect(idsOf(decoded)).toHaveLength(count)
    expect(decoded.catalogue.methods).toHaveLength(1)
  })

  it('of 10,000 methods is read whole', () => {
    const decoded = decodeRows(...numbers.map((number) => buildFlatRow(`method${number}`, 'only')))
    expect(decoded.catalogue.methods).toHaveLength(count)
  })

  it('of 10,000 broken rows leaves as many events and the one good row', () => {
    const decoded = decodeRows(...numbers.map(() => null), buildFlatRow('blik', 'blik'))
    expect(idsOf(decoded)).toEqual(['blik/blik'])
    expect(decoded.discarded).toHaveLength(count)
  })
})

describe('something that is no list at all', () => {
  it.each([
    ['undefined', undefined],
    ['null', null],
    ['a text', '<html>'],
    ['a number', 0],
    ['an empty object', {}],
    ['an error', { apiErrorResponse: { code: 'X' } }],
    ['a service without methods', { service: { id: 'x' } }],
    ['methods that are an object', { service: { paymentMethods: {} } }],
    ['a group that is neither on nor off', { label: 'BLIK', channels: [] }],
  ])('(%s) is a broken contract', (_, body) => {
    expect(() => decode(body)).toThrow(TillkitError)
    expect(() => decode(body)).toThrow(expect.objectContaining({ code: 'contract-broken' }))
    expect(() => decode(body)).toThrow(/neither shape of imoje: { service: { paymentMethods/)
  })

  it('is not an empty list', () => {
    expect(decode([]).catalogue.methods).toEqual([])
    expect(decode(buildFlatList()).catalogue.methods).toEqual([])
  })
})
