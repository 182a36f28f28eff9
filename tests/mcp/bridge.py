"""`runweave mcp` behind HTTP on loopback, for tools that speak nothing else: `bridge.py PROGRAM FOLDER` prints the address."""

import json
import queue
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


# What HTTP says of an error since 2026-07-28, which a program on standard input and output cannot.
STATUS = {-32601: 404, -32602: 400, -32022: 400, -32021: 400}


class Server:
    """One process for each session, so that sessions do not see each other."""

    def __init__(self, program, folder):
        self.process = subprocess.Popen([program, "mcp", folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.waiting, self.lock = {}, threading.Lock()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            answer = json.loads(line)
            # What a subscription is told carries the id of the request that opened it.
            meta = answer.get("params", {}).get("_meta", {})
            asked = answer.get("id", meta.get("io.modelcontextprotocol/subscriptionId"))
            self.waiting.get(json.dumps(asked), queue.Queue()).put(answer)

    def ask(self, message):
        mine = queue.Queue()
        self.waiting[json.dumps(message.get("id"))] = mine
        with self.lock:
            self.process.stdin.write(json.dumps(message).encode() + b"\n")
            self.process.stdin.flush()
        return mine.get(timeout=60) if "id" in message else None


def main(program, folder):
    sessions = {}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            pass

        def answer(self, status, body=b"", **headers):
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self):
            message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            # What a server on loopback owes its clients is the bridge's, not the program's.
            names = {f"{name}:{self.server.server_port}" for name in ("localhost", "127.0.0.1")}
            origin = self.headers.get("Origin")
            if self.headers["Host"] not in names or origin and origin.removeprefix("http://") not in names:
                return self.answer(403)
            meta = message.get("params", {}).get("_meta", {}) if isinstance(message, dict) else {}
            version = meta.get("io.modelcontextprotocol/protocolVersion")
            if version and self.headers.get("MCP-Protocol-Version") != version:
                error = {"code": -32020, "message": "the header says another version"}
                return self.tell(400, {"jsonrpc": "2.0", "id": message.get("id"), "error": error})
            known = self.headers.get("Mcp-Session-Id") or f"s{len(sessions)}"
            server = sessions.setdefault(known, None) or Server(program, folder)
            sessions[known] = server
            answer = server.ask(message)
            if answer is None:
                return self.answer(202)
            if "method" in answer:
                return self.stream(answer)
            self.tell(STATUS.get(answer.get("error", {}).get("code"), 200), answer, Mcp_Session_Id=known)

        def tell(self, status, answer, **headers):
            self.answer(status, json.dumps(answer).encode(), Content_Type="application/json", **headers)

        def stream(self, answer):
            self.close_connection = True
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            self.wfile.write(f"data: {json.dumps(answer)}\n\n".encode())
            self.wfile.flush()
            self.connection.settimeout(10)
            self.rfile.read(1)

        def do_GET(self):
            self.answer(405)

        def do_DELETE(self):
            self.answer(200)

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_):
            # A client that leaves without a word is no news.
            pass

    server = Quiet(("127.0.0.1", 0), Handler)
    print(f"http://127.0.0.1:{server.server_port}/mcp", flush=True)
    server.serve_forever()


main(*sys.argv[1:])
