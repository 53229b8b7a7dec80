#!/usr/bin/env python3
"""The network between a terminal and its hub, with weather made to order.

usage: weather.py FOLDER HUB_PORT

Listens on a port of the kernel's choosing, written to FOLDER/port, and passes requests on to the hub as they are.
FOLDER/weather says how, and may change at any time:
  clear       every request reaches the hub, and its reply the terminal
  portal      a captive portal: 200 and a page of HTML to everything
  lose-reply  the hub gets the next batch whole, the terminal never hears of it
  twice       the hub gets the next batch two times, at the same moment
  kill-half   the hub is killed (SIGKILL, FOLDER/hub.pid) having got half of the next batch
  kill-whole  the hub is killed the moment it has got the next batch whole
The last four strike one batch that carries responses, and then the weather is clear again. What happened is
written to FOLDER/weather.log, a line an event.
"""

import gzip
import http.client
import json
import os
import pathlib
import signal
import socket
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

folder, hub_port = pathlib.Path(sys.argv[1]), int(sys.argv[2])
strike = threading.Lock()


def log(event):
    with open(folder / "weather.log", "a") as file:
        file.write(event + "\n")


def strikes_once(path, body, encoding):
    """The weather for this request, set back to clear if it is of the kind that strikes once."""
    with strike:
        weather = (folder / "weather").read_text().strip()
        if weather in ("clear", "portal"):
            return weather
        text = gzip.decompress(body) if encoding == "gzip" else body
        if path != "/v1/batches" or not json.loads(text)["responses"]:
            return "clear"
        (folder / "weather.next").write_text("clear\n")
        (folder / "weather.next").rename(folder / "weather")
        return weather


class Passage(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        weather = strikes_once(self.path, body, self.headers.get("Content-Encoding", ""))
        try:
            getattr(self, weather.replace("-", "_"))(body)
        except (OSError, http.client.HTTPException):
            pass  # The hub is gone, or the terminal is: it hears nothing.
        log(f"{weather} {self.command} {self.path}")

    do_GET = do_POST

    def clear(self, body):
        self.answer(self.ask_hub(body))

    def portal(self, _body):
        page = b"<html><title>Sign in</title><h1>Welcome to our Wi-Fi</h1></html>"
        self.answer((200, [("Content-Type", "text/html"), ("Content-Length", str(len(page)))], page))

    def lose_reply(self, body):
        self.ask_hub(body)

    def twice(self, body):
        other = threading.Thread(target=self.ask_hub, args=(body,))
        other.start()
        reply = self.ask_hub(body)
        other.join()
        self.answer(reply)

    def kill_half(self, body):
        self.send_and_kill(body[: len(body) // 2], len(body))

    def kill_whole(self, body):
        self.send_and_kill(body, len(body))

    def ask_hub(self, body):
        hub = http.client.HTTPConnection("127.0.0.1", hub_port, timeout=60)
        hub.request(self.command, self.path, body or None, dict(self.headers))
        reply = hub.getresponse()
        return reply.status, reply.getheaders(), reply.read()

    def send_and_kill(self, bytes_sent, length):
        with socket.create_connection(("127.0.0.1", hub_port)) as hub:
            headers = "".join(f"{name}: {value}\r\n" for name, value in self.headers.items())
            assert f"{length}" in headers
            hub.sendall(f"{self.command} {self.path} HTTP/1.1\r\n{headers}\r\n".encode() + bytes_sent)
            os.kill(int((folder / "hub.pid").read_text()), signal.SIGKILL)

    def answer(self, reply):
        status, headers, body = reply
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in ("transfer-encoding", "connection", "content-length"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Passage)
(folder / "port").write_text(str(server.server_address[1]))
server.serve_forever()
