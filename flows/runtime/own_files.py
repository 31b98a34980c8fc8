"""Checks what users and installed packages add before a run begins: a mistake stops it, naming file and line."""

from __future__ import annotations

from flows.settings import Settings


def require_sound_own_files(settings: Settings) -> None:
    """Find out whether every check that is added can be judged.

    Raises:
        CheckFileError: where one cannot, naming file and line.
        PluginError: where an installed package does not bring what it says.
    """
    from expectations.checks import added
    from expectations.sound import require_sound

    require_sound(added(settings.check.folder))
