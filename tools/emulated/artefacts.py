"""What two stores hold below work/, byte for byte.

SPDX-License-Identifier: GPL-3.0-or-later
"""


def in_bucket(aws, bucket, prefixes):
    """The objects below the prefixes, by key."""
    s3 = aws.client("s3")
    found = {}
    for prefix in prefixes:
        for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix):
            for entry in page.get("Contents", []):
                found[entry["Key"]] = s3.get_object(Bucket=bucket, Key=entry["Key"])["Body"].read()
    return found


def in_home(home, prefixes):
    store = home / "store"
    files = [path for prefix in prefixes for path in (store / prefix).rglob("*") if path.is_file()]
    return {path.relative_to(store).as_posix(): path.read_bytes() for path in files}


def of_symbol(symbol):
    """Where the stages put what they make of a symbol."""
    stages = ("ingest", "clean", "features", "explore", "train", "evaluate", "promote", "forecast", "report", "monitor")
    return [f"work/{stage}/{symbol}/" for stage in stages]


def differences(ours, theirs, here, there):
    """In words, at most ten: what only one has, and what differs."""
    found = [f"{key} is only {here}" for key in sorted(ours.keys() - theirs.keys())]
    found += [f"{key} is only {there}" for key in sorted(theirs.keys() - ours.keys())]
    for key in sorted(ours.keys() & theirs.keys()):
        if ours[key] != theirs[key]:
            place = next(
                (i for i, (a, b) in enumerate(zip(ours[key], theirs[key])) if a != b),
                min(len(ours[key]), len(theirs[key])),
            )
            found.append(f"{key} differs from byte {place} on")
    return found[:10]
