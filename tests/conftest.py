import os

# What a test asks is to be answered by the program as it is now.
os.environ["IKI_LINT_NO_CACHE"] = "1"
