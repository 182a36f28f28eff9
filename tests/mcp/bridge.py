"""`runweave mcp` behind HTTP on loopback, for tools that speak nothing else: `bridge.py PROGRAM FOLDER` prints the address."""

import json
import queue
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Server:
    """One process for each session, so that sessions do not see each other."""

    def __init__(self, program, folder):
        self.process = subprocess.Popen([program, "mcp", folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.waiting, self.lock = {}, threading.Lock()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            answer = json.loads(line)
            self.waiting.get(json.dumps(answer.get("id")), queue.Queue()).put(answer)

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
            known = self.headers.get("Mcp-Session-Id") or f"s{len(sessions)}"
            server = sessions.setdefault(known, None) or Server(program, folder)
            sessions[known] = server
            answer = server.ask(message)
            if answer is None:
                return self.answer(202)
            self.answer(200, json.dumps(answer).encode(), Content_Type="application/json", Mcp_Session_Id=known)

        def do_GET(self):
            self.answer(405)

        def do_DELETE(self):
            self.answer(200)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(f"http://127.0.0.1:{server.server_port}/mcp", flush=True)
    server.serve_forever()


main(*sys.argv[1:])
