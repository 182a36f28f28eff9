"""Requests that no calendar makes, and clients that take their time."""

import os
import random
import socket
import time

from served import Site, snapshot

PATHS = ["/", "/%2e%2e/%2e%2e/etc/passwd", "/../../etc/passwd", "//etc/passwd", "/.runweave.secret", "/plan.json", "/training.ics",
         "/SECRET/../plan.json", "/SECRET/%2e%2e/plan.json", "/SECRET/api/../../plan.json", "/SECRET/.runweave.secret",
         "/SECRET/plan.json.before", "/SECRET/brief.json", "/SECRET/api/brief.json/", "/SECRET//training.ics", "/SECRET/training.ics/",
         "/SECRET/training.ics%00", "/SECRET/training.ics?x=../..", "/SECRET/api/../../../outside.txt", "/" + "a" * 9000, "/SECRET" * 50,
         "http://127.0.0.1/SECRET/training.ics", "*", "\\..\\..\\x", "/SECRET/api/files", "/SECRET/api/save", "/SECRET/busy.ics",
         "/SECRET/training.ics"]
METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "PROPFIND", "X" * 30, "G\0T", ""]
HOSTS = ["HOST", "HOST", "evil.example", "127.0.0.1", "127.0.0.1:1", "localhost:PORT", "HOST\r\nHost: evil.example", "", "x" * 9000, "[::1]:PORT"]
HEADERS = ["X: " + "y" * 20000, "Content-Length: -1", "Content-Length: 99999999999999999999", "Transfer-Encoding: chunked", "Expect: 100-continue",
           " folded", "no colon", "A\0B: c", "Origin: http://evil.example", "Origin: null", "If-None-Match: " + '"x",' * 500, "If-Modified-Since: never",
           "Range: bytes=0-1", "Upgrade: websocket", "Content-Length: 5\r\nContent-Length: 6", "Cookie: " + "a=b;" * 300, "é: ü"]
BODIES = [b"", b"{}", b"\xff" * 100, b'{"if":{},"files":{"plan.json":"{}"}}', b'{"if":{},"files":{"../../x":"y"}}', b"[" * 5000]


def raw(site, bytes_, patience=15):
    with socket.create_connection(("127.0.0.1", site.port), timeout=patience) as connection:
        try:
            connection.sendall(bytes_)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        answer = b""
        try:
            while part := connection.recv(65536):
                answer += part
        except OSError:
            pass
        return answer


def request(dice, site):
    fill = lambda text: text.replace("SECRET", site.secret).replace("HOST", site.host).replace("PORT", str(site.port))
    if dice.random() < 0.1:
        return bytes(dice.randrange(256) for _ in range(dice.randrange(1, 3000))) + dice.choice([b"", b"\r\n\r\n"])
    # Half of them are wrong in one thing alone, and so come further.
    plain = dice.random() < 0.5
    pick = lambda usual, others: usual if plain and dice.random() < 0.8 else dice.choice(others)
    method, version = pick(dice.choice(["GET", "HEAD", "POST"]), METHODS), pick("HTTP/1.1", ["HTTP/1.1", "HTTP/1.0", "HTTP/9", ""])
    lines = [f"{method} {fill(dice.choice(PATHS))} {version}", "Host: " + fill(pick("HOST", HOSTS))]
    if plain and dice.random() < 0.7:
        return ("\r\n".join([*lines, "Content-Type: application/json", f"Content-Length: {len(BODIES[3])}"]) + "\r\n\r\n").encode() + BODIES[3]
    lines += [dice.choice(HEADERS) for _ in range(dice.randrange(3))]
    if dice.random() < 0.05:
        lines += ["H: i"] * 500
    body = dice.choice(BODIES)
    if dice.random() < 0.5:
        lines.append(f"Content-Length: {len(body)}")
    end = dice.choice(["\r\n", "\r\n", "\r\n", "\n"])
    return (end.join(lines) + end * 2).encode() + body


def hostile(program, space, count, seed):
    dice = random.Random(seed)
    place = os.path.join(space, "hostile")
    site = Site(program, place)
    with open(os.path.join(space, "outside.txt"), "w") as file:
        file.write("the secret of another folder")
    before, answers = snapshot(space), {}
    for _ in range(count):
        sent = request(dice, site)
        answer = raw(site, sent)
        status = answer.split(b" ")[1].decode() if answer.startswith(b"HTTP/1.1 ") else "none"
        answers[status] = answers.get(status, 0) + 1
        assert b"secret of another" not in answer and b"root:" not in answer, answer[:300]
        if status == "200":
            assert site.secret.encode() in sent and site.port in {site.port}, sent[:200]
        else:
            assert site.secret.encode() not in answer or status == "301", answer[:300]
    assert snapshot(space) == before, "something was written"
    assert site.ask(site.path("training.ics"))[0] == 200
    site.close()
    return answers


def slow(program, space, clients):
    """Clients that send a letter now and then, or never take their answer, hold up nobody else."""
    site = Site(program, os.path.join(space, "slow"))
    held = []
    for number in range(clients):
        connection = socket.create_connection(("127.0.0.1", site.port))
        if number % 2:
            connection.sendall(b"GET / HT")
        else:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            connection.sendall(f"GET {site.path('training.ics')} HTTP/1.1\r\nHost: {site.host}\r\n\r\n".encode())
        held.append(connection)
    began = time.monotonic()
    waits = []
    for _ in range(20):
        start = time.monotonic()
        assert site.ask(site.path("training.ics"))[0] == 200
        waits.append(time.monotonic() - start)
        for connection in held[1::2]:
            try:
                connection.sendall(b"x")
            except OSError:
                pass
    # A request that is not whole in five seconds is answered and left.
    patient = socket.create_connection(("127.0.0.1", site.port))
    patient.sendall(b"GET / HT")
    patient.settimeout(20)
    assert patient.recv(100).startswith(b"HTTP/1.1 408"), "a slow request was waited for"
    for connection in held:
        connection.close()
    site.close()
    return sorted(waits)[-1], time.monotonic() - began
