"""A kernel that answers every cell with the reason why the real one cannot start.

A kernel that ends at once shows as "kernel died" in a browser, and its last words stand in the log of
the server, where nobody looks. This one speaks the same protocol and says them in the cell.
"""

import json

import zmq
from jupyter_client.session import Session

SOCKETS = {"shell": zmq.ROUTER, "control": zmq.ROUTER, "iopub": zmq.PUB, "stdin": zmq.ROUTER, "hb": zmq.REP}
INFO = {
    "status": "ok",
    "protocol_version": "5.3",
    "implementation": "whence-refusal",
    "implementation_version": "1",
    "language_info": {"name": "kotlin", "version": "0", "mimetype": "text/x-kotlin", "file_extension": ".kt"},
    "banner": "",
    "help_links": [],
}


class RefusalKernel:
    def __init__(self, connection_file, text):
        with open(connection_file, encoding="utf-8") as file:
            connection = json.load(file)
        self.text = text
        self.count = 0
        self.session = Session(
            key=connection["key"].encode(), signature_scheme=connection["signature_scheme"]
        )
        context = zmq.Context.instance()
        self.sockets = {}
        for name, kind in SOCKETS.items():
            self.sockets[name] = context.socket(kind)
            port = connection[f"{name}_port"]
            join = "-" if connection["transport"] == "ipc" else ":"
            self.sockets[name].bind(f"{connection['transport']}://{connection['ip']}{join}{port}")

    def run(self):
        """Answers until it is asked to shut down."""
        poller = zmq.Poller()
        for name in ("shell", "control", "hb"):
            poller.register(self.sockets[name], zmq.POLLIN)
        going = True
        while going:
            for socket, _ in poller.poll():
                if socket is self.sockets["hb"]:
                    socket.send(socket.recv())
                else:
                    going = self.answer(socket) and going

    def answer(self, socket):
        identities, request = self.session.recv(socket, mode=0)
        kind = request["header"]["msg_type"]
        self.publish("status", {"execution_state": "busy"}, request)
        content = {"status": "ok"}
        if kind == "kernel_info_request":
            content = INFO
        elif kind == "execute_request":
            content = self.refuse(request)
        self.session.send(socket, kind.replace("_request", "_reply"), content, request, identities)
        self.publish("status", {"execution_state": "idle"}, request)
        return kind != "shutdown_request"

    def refuse(self, request):
        self.count += 1
        error = {"ename": "KernelRefused", "evalue": self.text, "traceback": self.text.splitlines()}
        self.publish("error", error, request)
        return dict(error, status="error", execution_count=self.count)

    def publish(self, kind, content, request):
        self.session.send(self.sockets["iopub"], kind, content, request, ident=kind.encode())
