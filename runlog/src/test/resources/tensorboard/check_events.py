"""Reads TensorBoard event files by their published layout alone, with the standard library: its own CRC-32C, its own table of
the messages' fields. Prints a line for each value, event by event; ends with a message when a checksum, a wire type or a
field is not as published.

    python3 check_events.py FILE..
"""

import hashlib
import struct
import sys

POLYNOMIAL = 0x82F63B78
TABLE = []
for byte in range(256):
    crc = byte
    for _ in range(8):
        crc = crc >> 1 ^ (POLYNOMIAL if crc & 1 else 0)
    TABLE.append(crc)

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
INT, DOUBLE, FLOAT, TEXT, RAW = "int", "double", "float", "text", "raw"
WIRE = {INT: VARINT, DOUBLE: FIXED64, FLOAT: FIXED32}

# Fields by number: name, and a type or the fields of a message. Of event.proto, summary.proto, tensor.proto, struct.proto and
# the hparams plugin's api.proto and plugin_data.proto.
SHAPE = {2: ("dim", {1: ("size", INT)})}
TENSOR = {1: ("dtype", INT), 2: ("shape", SHAPE), 4: ("content", RAW), 8: ("string", RAW)}
SETTING = {2: ("number", DOUBLE), 3: ("string", TEXT), 4: ("bool", INT)}
INFO = {1: ("name", TEXT), 4: ("type", INT)}
METRIC = {1: ("name", {1: ("group", TEXT), 2: ("tag", TEXT)})}
EXPERIMENT = {3: ("created", DOUBLE), 4: ("hparam", INFO), 5: ("metric", METRIC)}
START = {1: ("hparam", {1: ("key", TEXT), 2: ("value", SETTING)}), 5: ("time", DOUBLE)}
END = {1: ("status", INT), 2: ("time", DOUBLE)}
HPARAMS = {2: ("experiment", EXPERIMENT), 3: ("start", START), 4: ("end", END)}
METADATA = {1: ("plugin", {1: ("name", TEXT), 2: ("content", RAW)}), 4: ("data_class", INT)}
VALUE = {1: ("tag", TEXT), 2: ("simple", FLOAT), 8: ("tensor", TENSOR), 9: ("metadata", METADATA)}
EVENT = {
    1: ("wall_time", DOUBLE),
    2: ("step", INT),
    3: ("file_version", TEXT),
    5: ("summary", {1: ("value", VALUE)}),
    6: ("log", {2: ("message", TEXT)}),
    7: ("session", {1: ("status", INT)}),
}


def masked(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = TABLE[(crc ^ byte) & 0xFF] ^ crc >> 8
    crc ^= 0xFFFFFFFF
    return (crc >> 15 | crc << 17) + 0xA282EAD8 & 0xFFFFFFFF


def records(data):
    at = 0
    while at < len(data):
        length, check = struct.unpack_from("<QI", data, at)
        assert check == masked(data[at : at + 8]), f"checksum of the length at {at}"
        record = data[at + 12 : at + 12 + length]
        assert len(record) == length, f"record at {at} is cut off"
        assert struct.unpack_from("<I", data, at + 12 + length)[0] == masked(record), f"checksum of the data at {at}"
        yield record
        at += 16 + length


def varint(data, at):
    value = shift = 0
    while True:
        value |= (data[at] & 0x7F) << shift
        shift += 7
        at += 1
        if data[at - 1] < 0x80:
            return value, at


def decode(data, fields):
    """A list of (name, value) in the order of writing."""
    found = []
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        assert key >> 3 in fields, f"field {key >> 3} is none of {[name for name, _ in fields.values()]}"
        name, kind = fields[key >> 3]
        expected = BYTES if isinstance(kind, dict) else WIRE.get(kind, BYTES)
        assert key & 7 == expected, f"wire type {key & 7} of {name}, {expected} is expected"
        if expected == VARINT:
            value, at = varint(data, at)
            value = value - (1 << 64) if value >> 63 else value
        elif expected == FIXED64:
            value, at = struct.unpack_from("<d", data, at)[0], at + 8
        elif expected == FIXED32:
            value, at = struct.unpack_from("<f", data, at)[0], at + 4
        else:
            length, at = varint(data, at)
            value, at = data[at : at + length], at + length
            assert len(value) == length, f"{name} is cut off"
            value = decode(value, kind) if isinstance(kind, dict) else value.decode() if kind is TEXT else value
        found.append((name, value))
    return found


def get(message, *path):
    for name in path:
        message = dict(message).get(name, [])
    return message


def every(message, name):
    return [value for key, value in message if key == name]


def tensor(message):
    shape = [get(dim, "size") or 0 for dim in every(get(message, "shape"), "dim")]
    count = 1
    for extent in shape:
        count *= extent
    if get(message, "dtype") == 1:
        content = get(message, "content") or b""
        assert len(content) == 4 * count, f"{len(content)} bytes of floats, shape {shape}"
        return f"float{shape} {[round(x, 5) for x in struct.unpack(f'<{count}f', content)]}"
    assert get(message, "dtype") == 7, f"type {get(message, 'dtype')}"
    strings = every(message, "string")
    assert len(strings) == count, f"{len(strings)} strings, shape {shape}"
    shown = [s.decode() if s.isascii() else "sha256:" + hashlib.sha256(s).hexdigest() for s in strings]
    return f"string{shape} {shown}"


def hparams(content):
    (kind, message), = decode(content, HPARAMS)
    if kind == "experiment":
        infos = [f"{get(info, 'name')}:{get(info, 'type')}" for info in every(message, "hparam")]
        return f"experiment {infos} {[get(m, 'name', 'tag') for m in every(message, 'metric')]}"
    if kind == "start":
        return f"start {[(get(h, 'key'), *get(h, 'value')[0]) for h in every(message, 'hparam')]}"
    return f"end {get(message, 'status')} at {get(message, 'time')}"


def show(event):
    step = get(event, "step") or 0
    if get(event, "file_version"):
        print(get(event, "file_version"))
    if get(event, "session"):
        print(step, "session", get(event, "session", "status"))
    if get(event, "log"):
        print(step, "log", get(event, "log", "message"))
    for value in every(get(event, "summary"), "value"):
        plugin = get(value, "metadata", "plugin", "name") or "-"
        simple = get(value, "simple")
        shown = tensor(get(value, "tensor")) if simple == [] else f"{simple:.6g}"
        content = get(value, "metadata", "plugin", "content")
        if plugin == "hparams":
            shown += " " + hparams(content)
        print(step, get(value, "tag"), plugin, get(value, "metadata", "data_class") or 0, shown)


assert masked(b"123456789") == ((0xE3069283 >> 15 | 0xE3069283 << 17) + 0xA282EAD8) & 0xFFFFFFFF
for name in sys.argv[1:]:
    with open(name, "rb") as file:
        for record in records(file.read()):
            show(decode(record, EVENT))
