"""The lint of a plan (soát kế hoạch): mistakes of the plan itself, one file per rule, in the order of `registry`."""
