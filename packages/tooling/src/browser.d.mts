export interface Found {
  executablePath: string
  env: Record<string, string>
  from: string
}
export declare function findBrowser(): Promise<Found>
export declare function launchOptions(): Promise<{
  executablePath: string
  args: string[]
  env: Record<string, string>
}>
export declare const launchArgs: string[]
