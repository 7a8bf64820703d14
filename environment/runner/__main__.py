import sys

import command

sys.exit(command.main())
