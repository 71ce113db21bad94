/** What a shop takes from imoje's panel. */
export interface MockCredentials {
  /** Stands in the API's paths. */
  readonly merchantId: string
  /** The shop's id at imoje. */
  readonly serviceId: string
  /** Signs notifications. */
  readonly serviceKey: string
  /** The bearer token of the API. */
  readonly token: string
}

/** Credentials the mock accepts unless it is given others. They open nothing anywhere else. */
export const mockCredentials: MockCredentials = {
  merchantId: 'mock-merchant',
  serviceId: '00000000-aaaa-4bbb-8ccc-000000000001',
  serviceKey: 'mock-service-key-not-a-secret',
  token: 'mock-token-not-a-secret',
}
