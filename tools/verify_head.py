#!/usr/bin/env python3
"""Verifies a signed head or a whole receipt with Python's standard library and no line of the program's code.

    tools/verify_head.py KEY FILE      KEY: base64 of the public key, as /.well-known/knippe-keys shows it
                                       FILE: a head (/logg/ROOM/hode) or a receipt (/kvittering/CODE/bevis); - is standard input

Ed25519 after RFC 8032 §5.1, notes after c2sp.org/signed-note, proofs after RFC 9162 §2.1.3.2. Exit 0: holds, 1: does not, 2: unreadable.
"""
import base64
import hashlib
import sys

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    """Twisted Edwards addition in extended coordinates (RFC 8032 §5.1.4)."""
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = f - e, h - g, h + g, f + e
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    out = (0, 1, 1, 0)
    while number:
        if number & 1:
            out = add(out, point)
        point, number = add(point, point), number >> 1
    return out


def point_of(data):
    """RFC 8032 §5.1.3; None for no point or a non-canonical one."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(key, message, signature):
    a, r, s = point_of(key), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= Q:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    left, right = times(s, BASE), add(r, times(k, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def open_head(key, note):
    """(origin, size, root) of a head that the key signed."""
    end = note.rindex(b"\n\n") + 1
    text, lines = note[:end], note[end + 1:].decode().splitlines()
    origin, size, root = text.decode().splitlines()
    wanted = hashlib.sha256(origin.encode() + b"\n\x01" + key).digest()[:4]
    for line in lines:
        dash, name, data = line.split(" ")
        data = base64.b64decode(data, validate=True)
        if dash == "\u2014" and name == origin and data[:4] == wanted and signed(key, text, data[4:]):
            return origin, int(size), base64.b64decode(root, validate=True)
    raise ValueError("no signature by this key holds")


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(leaf, index, size, proof):
    at, last, out = index, size - 1, leaf
    for other in proof:
        if last == 0:
            return None
        if at & 1 or at == last:
            out = node(other, out)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            out = node(out, other)
        at, last = at >> 1, last >> 1
    return out if last == 0 and index < size else None


def check_receipt(key, data):
    start, note = data.split(b"\n\n", 1)
    _, extra, index, *hashes = start.decode().splitlines()
    origin, size, root = open_head(key, note)
    envelope = base64.b64decode(extra.removeprefix("extra "), validate=True)
    leaf = hashlib.sha256(b"\x00" + envelope).digest()
    proof = [base64.b64decode(each, validate=True) for each in hashes]
    if root_of(leaf, int(index.removeprefix("index ")), size, proof) != root:
        raise ValueError("the record is not in the tree")
    return f"{origin}: record {int(index.removeprefix('index ')) + 1} of {size}, {envelope.decode().splitlines()[3]}"


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        key = base64.b64decode(sys.argv[1], validate=True)
        data = sys.stdin.buffer.read() if sys.argv[2] == "-" else open(sys.argv[2], "rb").read()
    except (OSError, ValueError) as error:
        print(f"cannot read: {error}", file=sys.stderr)
        return 2
    try:
        if data.startswith(b"c2sp.org/tlog-proof@v1\n"):
            print("holds:", check_receipt(key, data))
        else:
            origin, size, root = open_head(key, data)
            print(f"holds: {origin} {size} {root.hex()}")
    except (ValueError, IndexError, UnicodeDecodeError) as error:
        print(f"does not hold: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
