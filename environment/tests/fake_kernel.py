"""A kernel for tests of the runner: it runs Python cells, starts at once, and can be made to misbehave."""

import os
import pathlib
import signal
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "kernel"))
from refusal import RefusalKernel  # noqa: E402


class FakeKernel(RefusalKernel):
    """Cells see say(text), show(**data) with underlines for slashes, and the modules below."""

    def refuse(self, request):
        self.count += 1

        def say(text, name="stdout"):
            self.publish("stream", {"name": name, "text": text}, request)

        def show(identity=None, kind="display_data", **data):
            content = {"data": {k.replace("_", "/"): v for k, v in data.items()}, "metadata": {}}
            self.publish(kind, dict(content, transient={"display_id": identity} if identity else {}), request)

        try:
            names = {"say": say, "show": show, "os": os, "signal": signal, "sys": sys, "time": time}
            exec(request["content"]["code"], names)
        except Exception as e:
            error = {"ename": type(e).__name__, "evalue": str(e), "traceback": [str(e)]}
            self.publish("error", error, request)
            return dict(error, status="error", execution_count=self.count)
        return {"status": "ok", "execution_count": self.count, "payload": [], "user_expressions": {}}


if __name__ == "__main__":
    FakeKernel(sys.argv[1], "").run()
