"""Take files out of a zip whose list of contents is lost: each file's own header still stands before it."""

import io
import mmap
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

SIGN = b"PK\x03\x04"
STORED, DEFLATED = 0, 8
_HEADER = struct.Struct("<4sHHHHHIIIHH")
_CHUNK = 512  # small, so that little is lost where the data breaks off

Data = bytes | mmap.mmap


@dataclass(frozen=True)
class Local:
    """A file's own header. `size` is that of the packed data; None where the header leaves it open."""

    name: bytes
    utf8: bool
    encrypted: bool
    method: int
    start: int
    size: int | None


def local_at(data: Data, at: int) -> Local | None:
    """The header at `at`, or None if there is none."""
    fixed = data[at : at + _HEADER.size]
    if len(fixed) < _HEADER.size or fixed[:4] != SIGN:
        return None
    _, _, flags, method, _, _, _, packed, _, name_length, extra_length = _HEADER.unpack(fixed)
    name_at = at + _HEADER.size
    name = data[name_at : name_at + name_length]
    # Bit 3: the size follows the data, since it was not known yet; all bits set: it stands in a field of zip64.
    unknown = bool(flags & 8) or packed == 0xFFFFFFFF
    start = name_at + name_length + extra_length
    return Local(name, bool(flags & 0x800), bool(flags & 1), method, start, None if unknown else packed)


def locals_in(data: Data) -> Iterator[tuple[int, Local]]:
    """Every header with its place, in the order of the file."""
    at = data.find(SIGN)
    while at >= 0:
        local = local_at(data, at)
        if local is None:
            at = data.find(SIGN, at + 4)
            continue
        yield at, local
        # Over the data: a zip that is stored there has headers of its own.
        at = data.find(SIGN, local.start + (local.size or 0))


def unpacked(data: Data, local: Local, limit: int) -> tuple[bytes, bool]:
    """At most `limit` bytes of a file, as far as its data go, and whether that is all of it."""
    if local.method == STORED:
        end = local.start + local.size if local.size is not None else data.find(SIGN, local.start)
        end = len(data) if end < 0 else end
        stored = data[local.start : min(end, local.start + limit)]
        return stored, local.start + len(stored) == end
    # A zip holds the bare stream, without the header that zlib expects.
    worker = zlib.decompressobj(-zlib.MAX_WBITS)
    found = io.BytesIO()
    at = local.start
    while not worker.eof and found.tell() < limit:
        packed = worker.unconsumed_tail or data[at : at + _CHUNK]
        if not worker.unconsumed_tail:
            at += len(packed)
        if not packed:
            break
        try:
            found.write(worker.decompress(packed, limit - found.tell()))
        except zlib.error:
            break
    return found.getvalue(), worker.eof
