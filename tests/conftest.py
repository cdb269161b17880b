import os
import signal

# What a test asks is to be answered by the program as it is now.
os.environ["IKI_LINT_NO_CACHE"] = "1"

# Who starts the tests in the background of a script has them ignore Ctrl-C, and with them all that they start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
