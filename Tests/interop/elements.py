"""Every element of a .t7 file as text, as PyPI's torchfile reads it: what elements.lua prints."""
import builtins, math, sys

builtins.xrange = range  # torchfile is Python 2
import numpy
import torchfile

seen = set()


def number(x):
    x = float(x)
    if math.isnan(x): return "nan"
    if math.isinf(x): return "inf" if x > 0 else "-inf"
    m, e = math.frexp(x)
    return f"{m * 2**53:.0f}p{e}"


def name(key): return f"{int(key)}" if isinstance(key, (int, float)) else key.decode()
def order(key): return f"{int(key):010d}" if isinstance(key, (int, float)) else key.decode()


def dump(path, value):
    if isinstance(value, bool): print(path, str(value).lower())
    elif isinstance(value, (int, float)): print(path, number(value))
    elif isinstance(value, bytes): print(path, value.decode().replace("\n", "|"))
    elif isinstance(value, numpy.ndarray):
        empty = value.size == 0
        print(path, "tensor", *([] if empty else [f"x{n}" for n in value.shape]), *map(number, value.ravel()))
    elif id(value) in seen: print(path, "again")
    else:
        seen.add(id(value))
        is_object = isinstance(value, torchfile.TorchObject)
        print(path, value._typename.decode() if is_object else "table")
        fields = value._obj if is_object else value
        for key in sorted(fields, key=order): dump(f"{path}.{name(key)}", fields[key])


dump("", torchfile.load(sys.argv[1], use_list_heuristic=False))
