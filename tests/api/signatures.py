"""What `import dateline` promises, as text: every name with its signature, every value with its fields."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Iterator

import dateline
from dateline import plugins


def signatures() -> str:
    """Return one line for each thing that is promised."""
    return "\n".join([*_module("dateline", dateline), "", *_module("dateline.plugins", plugins)]) + "\n"


def _module(name: str, module: object) -> Iterator[str]:
    for public in sorted(module.__all__):  # type: ignore[attr-defined]
        value = getattr(module, public)
        if inspect.isclass(value):
            yield from _class(f"{name}.{public}", value)
        elif callable(value):
            yield f"{name}.{public}{_signature(value)}"
        elif public == "__version__":
            yield f"{name}.__version__: str"
        else:
            yield f"{name}.{public} = {value!r}"


def _class(name: str, value: type) -> Iterator[str]:
    if dataclasses.is_dataclass(value):
        yield f"{name} (frozen)" if value.__dataclass_params__.frozen else name  # type: ignore[attr-defined]
        for field in dataclasses.fields(value):
            optional = field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
            yield f"    {field.name}: {field.type}" + (" = …" if optional else "")
    else:
        yield f"{name}({', '.join(base.__name__ for base in value.__bases__ if base is not object)})"
    for member, method in sorted(vars(value).items()):
        if member.startswith("_"):
            continue
        if isinstance(method, property):
            yield f"    {member} -> {inspect.signature(method.fget).return_annotation}"
        elif inspect.isfunction(method):
            yield f"    {member}{_signature(method)}"


def _signature(value: object) -> str:
    return str(inspect.signature(value)).replace("'", "")  # type: ignore[arg-type]
