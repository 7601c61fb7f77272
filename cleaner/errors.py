"""What can go wrong, as one small family: a door catches `CleanerError` once.

Every message says what is wrong, where, and what to do now.
"""


class CleanerError(Exception):
    """Be the base of every error that this package raises on purpose."""


class UsageError(CleanerError):
    """Say that a command or a call was given arguments that do not go together."""


class SettingsError(CleanerError):
    """Say that a setting is unknown, or that its value cannot be used."""


class ModelError(CleanerError):
    """Say that a model folder is missing, damaged, or of another format."""


class ProfileError(CleanerError):
    """Say that a profile is missing, damaged, of another version, or does not fit another one."""


class InputError(CleanerError):
    """Say that an input file or record cannot be read as text."""


class OutputError(CleanerError):
    """Say that an output cannot be written where it was asked for."""


class WorkerError(CleanerError):
    """Say that a process of a job was ended from outside, and what it was working on."""


class RestoreError(CleanerError):
    """Say that a change record does not fit the clean text it is applied to."""


class AnnotationError(CleanerError):
    """Say that annotated data has an unknown label, wrong offsets or a wrong digest."""


class MissingExtraError(CleanerError):
    """Say which optional extra has to be installed for what was asked."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(what, extra)  # both, so that the error comes whole out of another process

    def __str__(self) -> str:
        what, extra = self.args
        return f"{what} needs packages that are not installed: pip install 'cleaner[{extra}]'"
