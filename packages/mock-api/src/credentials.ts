/** What a shop takes from imoje's panel. */
export interface MockCredentials {
  readonly merchantId: string
  readonly serviceId: string
  readonly serviceKey: string
  readonly token: string
}

/** Credentials the mock accepts unless it is given others. They open nothing anywhere else. */
export const mockCredentials: MockCredentials = {
  merchantId: 'mock-merchant',
  serviceId: '00000000-aaaa-4bbb-8ccc-000000000001',
  serviceKey: 'mock-service-key-not-a-secret',
  token: 'mock-token-not-a-secret',
}
