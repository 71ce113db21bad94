import { afterAll, afterEach, beforeAll } from 'vitest'

// Testing Library unmounts after each test, and switches React's act() warnings on, only where it finds
// these three as globals. Tests themselves import from vitest.
Object.assign(globalThis, { afterAll, afterEach, beforeAll })
