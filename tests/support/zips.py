"""Make zip archives, sound and hostile, for the tests."""

import io
import struct
import zipfile
from collections.abc import Iterable


def zipped(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in entries:
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            archive.writestr(info, content)
    return out.getvalue()


def streamed(*entries: tuple[str, bytes]) -> bytes:
    """As a server writes while it sends: sizes stand behind the data and not before them."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, piece: bytes) -> int:  # type: ignore[override]
            self.data += piece
            return len(piece)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[arg-type]
        for name, content in entries:
            archive.writestr(name, content)
    return bytes(pipe.data)


def linked(name: str, target: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo(name)
        info.create_system = 3
        info.external_attr = 0o120777 << 16
        archive.writestr(info, target)
    return out.getvalue()


def with_flag(archive: bytes, flag: int) -> bytes:
    """The archive with a flag set in every header: 1 says that the entries are locked."""
    data = bytearray(archive)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            (flags,) = struct.unpack_from("<H", data, at + offset)
            struct.pack_into("<H", data, at + offset, flags | flag)
            at = data.find(sign, at + 4)
    return bytes(data)


def without_list(archive: bytes) -> bytes:
    """The archive cut before its list of contents."""
    return archive[: archive.index(b"PK\x01\x02")]


def named_in_bytes(entries: Iterable[tuple[bytes, bytes]]) -> bytes:
    """An archive with names that are no UTF-8, as old programs write them."""
    given = list(entries)
    data = zipped(*((chr(97 + at) * len(name), content) for at, (name, content) in enumerate(given)))
    for at, (name, _) in enumerate(given):
        data = data.replace(bytes([97 + at]) * len(name), name)
    return data
