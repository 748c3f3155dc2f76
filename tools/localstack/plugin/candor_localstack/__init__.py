"""LocalStack in host mode as Candor's tests need it: Java functions as processes of the host, and no download.

functions runs each function through AWS's own runtime interface client; patches fixes what is in the way, each
with its reason. Everything else is LocalStack's own.
SPDX-License-Identifier: GPL-3.0-or-later
"""
