// Lists the platforms that Daybook can serve.

import { discord } from '../adapters/discord/platform.ts'
import { telegram } from '../adapters/telegram/platform.ts'
import type { PlatformModule } from '../core/platform.ts'

export const platforms: readonly PlatformModule[] = [telegram, discord]
