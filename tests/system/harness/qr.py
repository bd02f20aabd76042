"""Reads a QR code (ISO/IEC 18004, versions 1-10, byte mode) out of a page's SVG, as a phone's camera would on a perfect day.

No error correction: the modules come straight from the page.
"""
import re

RUN = re.compile(r"M(\d+),(\d+)h(\d+)v1h-\d+z")
SVG = re.compile(r'<svg[^>]*class="qr"[^>]*viewBox="0 0 (\d+) \d+"[^>]*>.*?\bd="([^"]+)"|<svg[^>]*viewBox="0 0 (\d+) \d+"[^>]*class="qr"[^>]*>.*?\bd="([^"]+)"', re.S)
QUIET_ZONE = 4
LEVELS = "MLHQ"  # by the two bits of the format information
CHECK_PER_BLOCK = {"L": (7, 10, 15, 20, 26, 18, 20, 24, 30, 18), "M": (10, 16, 26, 18, 24, 16, 18, 22, 22, 26),
                   "Q": (13, 22, 18, 26, 18, 24, 18, 22, 20, 24), "H": (17, 28, 22, 16, 22, 28, 26, 26, 24, 28)}
BLOCKS = {"L": (1, 1, 1, 1, 1, 2, 2, 2, 2, 4), "M": (1, 1, 1, 2, 2, 4, 4, 4, 5, 5),
          "Q": (1, 1, 2, 2, 4, 4, 6, 6, 8, 8), "H": (1, 1, 2, 4, 4, 4, 5, 6, 8, 8)}
MASKS = (lambda x, y: (x + y) % 2, lambda x, y: y % 2, lambda x, y: x % 3, lambda x, y: (x + y) % 3,
         lambda x, y: (x // 3 + y // 2) % 2, lambda x, y: x * y % 2 + x * y % 3,
         lambda x, y: (x * y % 2 + x * y % 3) % 2, lambda x, y: ((x + y) % 2 + x * y % 3) % 2)


def texts_on(source):
    """What every QR code on a page says, in order."""
    found = []
    for a, first, b, second in SVG.findall(source):
        size, dark = int(a or b) - 2 * QUIET_ZONE, set()
        for x, y, length in RUN.findall(first or second):
            dark |= {(int(x) - QUIET_ZONE + i, int(y) - QUIET_ZONE) for i in range(int(length))}
        found.append(read(size, dark))
    return found


def alignment_centres(version, size):
    if version == 1:
        return []
    count = version // 7 + 2
    step = (version * 8 + count * 3 + 5) // (count * 4 - 4) * 2
    places = [6] + [size - 7 - i * step for i in range(count - 1)]
    corners = {(6, 6), (6, size - 7), (size - 7, 6)}
    return [(x, y) for x in places for y in places if (x, y) not in corners]


def is_function(x, y, version, size, centres):
    if (x < 9 and y < 9) or (x < 9 and y >= size - 8) or (x >= size - 8 and y < 9) or x == 6 or y == 6:
        return True
    if version >= 7 and ((x >= size - 11 and y < 6) or (y >= size - 11 and x < 6)):
        return True
    return any(abs(x - cx) <= 2 and abs(y - cy) <= 2 for cx, cy in centres)


def read(size, dark):
    version = (size - 17) // 4
    assert 1 <= version <= 10, f"a QR code of version {version}"
    about = 0
    for x in range(5):  # the first five of the format's fifteen bits, beside the upper left corner
        about = about << 1 | ((x, 8) in dark)
    about ^= 0b10101
    level, mask = LEVELS[about >> 3], MASKS[about & 7]
    centres, bits = alignment_centres(version, size), []
    columns = [*range(size - 1, 6, -2), 5, 3, 1]
    for index, column in enumerate(columns):
        upwards = index % 2 == 0
        for step in range(size):
            y = size - 1 - step if upwards else step
            for x in (column, column - 1):
                if not is_function(x, y, version, size, centres):
                    bits.append(((x, y) in dark) ^ (mask(x, y) == 0))
    codewords = [int("".join("01"[bit] for bit in bits[i:i + 8]), 2) for i in range(0, len(bits) - 7, 8)]
    return payload(gather(codewords, version, level), version)


def gather(codewords, version, level):
    """The data codewords of the interleaved blocks, one block after the other."""
    count, check = BLOCKS[level][version - 1], CHECK_PER_BLOCK[level][version - 1]
    short, longer = len(codewords) // count - check, len(codewords) % count
    lengths = [short + (i >= count - longer) for i in range(count)]
    blocks, at = [[] for _ in lengths], 0
    for row in range(max(lengths)):
        for block, length in zip(blocks, lengths):
            if row < length:
                block.append(codewords[at])
                at += 1
    return [word for block in blocks for word in block]


def payload(data, version):
    bits = "".join(f"{word:08b}" for word in data)
    assert bits[:4] == "0100", f"mode {bits[:4]}, not bytes"
    wide = 8 if version < 10 else 16
    length, start = int(bits[4:4 + wide], 2), 4 + wide
    return bytes(int(bits[start + 8 * i:start + 8 * i + 8], 2) for i in range(length)).decode("utf-8")
