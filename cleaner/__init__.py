"""Find what does not belong to extracted plain text, and remove it so that it can be undone.

>>> import cleaner
>>> model = cleaner.load()  # doctest: +SKIP
>>> result = model.clean("The bridge is open.\\nFollow us!\\n")  # doctest: +SKIP
>>> cleaner.restore("Korea Utara", ((6, 12),), ("BRAND ",))
'Korea BRAND Utara'

Importing the package loads nothing; a name is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleaner.document import Cleaning as Cleaning
    from cleaner.document import Finding as Finding
    from cleaner.document import restore as restore
    from cleaner.errors import AnnotationError as AnnotationError
    from cleaner.errors import CleanerError as CleanerError
    from cleaner.errors import InputError as InputError
    from cleaner.errors import MissingExtraError as MissingExtraError
    from cleaner.errors import ModelError as ModelError
    from cleaner.errors import OutputError as OutputError
    from cleaner.errors import ProfileError as ProfileError
    from cleaner.errors import RestoreError as RestoreError
    from cleaner.errors import SettingsError as SettingsError
    from cleaner.errors import UsageError as UsageError
    from cleaner.errors import WorkerError as WorkerError
    from cleaner.model import Model as Model
    from cleaner.model import load as load
    from cleaner.settings import Settings as Settings
    from cleaner.taxonomy import Label as Label

__version__ = "0.1.0"

_HOMES = {
    "cleaner.document": ("Cleaning", "Finding", "restore"),
    "cleaner.errors": (
        "AnnotationError",
        "CleanerError",
        "InputError",
        "MissingExtraError",
        "ModelError",
        "OutputError",
        "ProfileError",
        "RestoreError",
        "SettingsError",
        "UsageError",
        "WorkerError",
    ),
    "cleaner.model": ("Model", "load"),
    "cleaner.settings": ("Settings",),
    "cleaner.taxonomy": ("Label",),
}

__all__ = [
    "AnnotationError",
    "CleanerError",
    "Cleaning",
    "Finding",
    "InputError",
    "Label",
    "MissingExtraError",
    "Model",
    "ModelError",
    "OutputError",
    "ProfileError",
    "RestoreError",
    "Settings",
    "SettingsError",
    "UsageError",
    "WorkerError",
    "__version__",
    "load",
    "restore",
]


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            globals()[name] = value = getattr(import_module(home), name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
