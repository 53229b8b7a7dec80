"""An HTTP server that answers oddly, by path. Its port goes to FOLDER/port; it ends with its standard input.

usage: odd_server.py FOLDER [CERTIFICATE]
"""
import http.server
import json
import os
import ssl
import sys
import threading


class Odd(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    connections = 0

    def setup(self):
        super().setup()
        Odd.connections += 1

    def log_message(self, *_):
        pass

    def reply(self, status, body=b"", headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        size = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(size).decode()
        path = self.path.split("?")[0]
        if path == "/redirect":
            self.reply(302, headers=[("Location", "/echo")])
        elif path == "/no-content":
            self.send_response(204)
            self.end_headers()
        elif path == "/large":
            self.reply(200, b"a" * ((1 << 20) + 1))
        elif path == "/just-fits":
            self.reply(200, b"a" * (1 << 20))
        elif path == "/twice":
            self.reply(200, headers=[("X-Odd", "one"), ("x-odd", "two")])
        elif path == "/break-off":
            self.send_response(200)
            self.send_header("Content-Length", "100")
            self.end_headers()
            self.wfile.write(b"half")
            self.close_connection = True
        elif path == "/never":
            threading.Event().wait()
        else:
            said = {"method": self.command, "target": self.path, "body": body, "connections": Odd.connections,
                    "headers": {name.lower(): value for name, value in self.headers.items()}}
            self.reply(200, json.dumps(said).encode(), [("Content-Type", "application/json")])

    do_POST = do_GET


def main():
    folder = sys.argv[1]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Odd)
    server.daemon_threads = True
    if len(sys.argv) > 2:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[2])
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with open(os.path.join(folder, "port.new"), "w") as file:
        file.write(str(server.server_address[1]))
    os.rename(os.path.join(folder, "port.new"), os.path.join(folder, "port"))
    sys.stdin.read()


main()
