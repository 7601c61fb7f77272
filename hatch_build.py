"""Build the compiled kernel into the package where a C compiler is at hand; without one it is pure Python, and slower.

Python's stable interface for C serves every version from 3.11 on with one build.
"""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class KernelHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compile the kernel: an editable install finds it in the checkout, a wheel takes it along."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the kernel to what is built, if there is one."""
        built = compiled(Path(self.root))
        if built is None:
            self.app.display_warning("the kernel could not be compiled: cleaner will work with numpy alone, and slower")
        elif version != "editable":
            build_data["force_include"][str(built)] = f"cleaner/{built.name}"
            build_data["pure_python"] = False
            platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
            build_data["tag"] = f"cp311-abi3-{platform}"


def compiled(root: Path) -> Path | None:
    """Compile the kernel into the package folder and return the file, or None where that cannot be done."""
    target = root / "cleaner" / ("_kernel.pyd" if sys.platform == "win32" else "_kernel.abi3.so")
    target.unlink(missing_ok=True)  # one of other sources is worse than none
    try:
        from setuptools import Distribution, Extension
        from setuptools.command.build_ext import build_ext

        options = [] if sys.platform == "win32" else ["-O3"]
        sources = [str(path) for path in sorted((root / "cleaner").glob("_*.c"))]
        extension = Extension("cleaner._kernel", sources, py_limited_api=True, extra_compile_args=options)
        command = build_ext(Distribution({"ext_modules": [extension], "packages": ["cleaner"]}))
        command.ensure_finalized()
        with TemporaryDirectory() as folder:
            command.build_lib = command.build_temp = folder
            command.run()
            target.write_bytes(next(Path(folder, "cleaner").glob("_kernel*")).read_bytes())
    except (Exception, SystemExit):  # no compiler, no headers, no setuptools: each says so in its own way
        return None
    return target
