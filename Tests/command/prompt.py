#!/usr/bin/env python3
"""Types into a prompt at a terminal, and prints what it answers: prompt.py TH. Answers begin in a line of their own."""
import os, pty, re, select, signal, sys, time

typed = [
    b"x = torch.Ten\t(2)\r", b"x:zer\t()\r",       # torch.Tensor, x:zero
    b"for i = 1, 2 do\r", b"\x03",                 # given up
    b"3 + 4\r", b"\x1b[A\x01\x1b[3~10\r",          # the line before, changed to 10 + 4
    b"io.write 'runs\\n' while true do end\r", b"\x03",  # stopped
    b"'caf\xc3\xa9'\x1b[D\x7fe\r", b"\x04"]      # é away, e in its place
pid, terminal = pty.fork()
if pid == 0:
    os.environ["TERM"] = "xterm"
    os.execv(sys.argv[1], [sys.argv[1]])
output = b""


def wait_for(pattern):
    global output
    start = len(output)
    while not re.search(pattern, output[start:]):
        if not select.select([terminal], [], [], 20)[0]:
            os.kill(pid, signal.SIGKILL)
            sys.exit(f"no {pattern} after:\n{output.decode(errors='replace')}")
        output += os.read(terminal, 65536)


wait_for(rb"th> ")
for keys in typed:
    os.write(terminal, keys)
    if keys == b"\x04":
        break
    if b"while" in keys:
        wait_for(rb"\nruns\s")  # before that Ctrl-C is a key
        time.sleep(0.5)          # io.write is over
        continue
    wait_for(rb"\n\r?[^\r\n]*(\r?\n[^\n]*)*\r?(th|\.\.)> ")
try:
    while data := os.read(terminal, 65536):
        output += data
except OSError:
    pass  # the end of a terminal
_, status = os.waitpid(pid, 0)
text = re.sub(r"\r[^\r\n]*\x1b\[K|\x1b\[\d*[A-Z]|\r", "", output.decode())
print(re.sub(r"\n{2,}", "\n", text))
sys.exit(os.waitstatus_to_exitcode(status))
