"""Make the frozen answers anew: `python -m tests.golden`.  The commit that holds them says why they changed."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.golden import frozen

if __name__ == "__main__":
    frozen.ANNOTATIONS.write_text(frozen.annotations(), encoding="utf-8")
    with TemporaryDirectory() as folder:
        demo = frozen.demo(Path(folder) / "store")
    frozen.DEMO.write_text(json.dumps(demo, indent=1) + "\n", encoding="utf-8")
